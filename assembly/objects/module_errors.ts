// Exception types that belong to modules: struct.error, binascii.Error, json.JSONDecodeError,
// re.error, io.UnsupportedOperation. They stand here because types are built at boot, modules at
// their first import.
import { TYPE_BYTES } from "../heap/header";
import { Exception, ValueError, OSError, exceptionMark } from "./errors";
import { typeBegin } from "./builder";

export const STRUCT_ERROR: usize = memory.data(TYPE_BYTES, 16);
export const BINASCII_ERROR: usize = memory.data(TYPE_BYTES, 16);
export const BINASCII_INCOMPLETE: usize = memory.data(TYPE_BYTES, 16);
export const JSON_DECODE_ERROR: usize = memory.data(TYPE_BYTES, 16);
export const RE_ERROR: usize = memory.data(TYPE_BYTES, 16);
export const UNSUPPORTED_OPERATION: usize = memory.data(TYPE_BYTES, 16);

/** Builds them; all else they take from their bases. After the built-in exceptions. */
export function moduleErrorsInstall(): void {
  typeBegin(STRUCT_ERROR, "error", Exception, exceptionMark);
  typeBegin(BINASCII_ERROR, "Error", ValueError, exceptionMark);
  typeBegin(BINASCII_INCOMPLETE, "Incomplete", Exception, exceptionMark);
  typeBegin(JSON_DECODE_ERROR, "JSONDecodeError", ValueError, exceptionMark);
  typeBegin(RE_ERROR, "error", Exception, exceptionMark);
  typeBegin(UNSUPPORTED_OPERATION, "UnsupportedOperation", OSError, exceptionMark);
}
