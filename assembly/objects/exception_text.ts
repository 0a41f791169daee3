// str() and repr() of exceptions. The slots of exceptions get the instance itself, also of a class
// made in Python.
import { Value, NOTHING, RAISED, isSmallInt, smallInt } from "../core/value";
import { typeOf } from "../heap/header";
import { exceptionPart, raised } from "./errors";
import { Text } from "./text";
import { TupleObject } from "./tuple";
import { TypeObject } from "./type";
import { NONE } from "./singletons";
import { reprInto, strInto, strPart } from "./protocol";
import { getAttrOptional } from "./attributes";
import { helperResult } from "./frozen";
import { S_errno, S_strerror, S_filename, S_filename2, S_msg, S_lineno } from "./names";

@inline function argsOf(v: Value): TupleObject {
  return changetype<TupleObject>(<usize>exceptionPart(v).args);
}

export function exception_repr(v: Value, out: Text): bool {
  out.str(changetype<TypeObject>(typeOf(v)).name);
  const args = argsOf(v);
  if (args.length != 1) return reprInto(<u64>changetype<usize>(args), out);
  return out.format("(%r)", args.at(0));
}
export function exception_str(v: Value, out: Text): bool {
  const args = argsOf(v);
  if (args.length == 0) return true;
  return args.length == 1 ? strInto(args.at(0), out) : reprInto(<u64>changetype<usize>(args), out);
}
export function keyError_str(v: Value, out: Text): bool {
  const args = argsOf(v);
  return args.length == 1 ? reprInto(args.at(0), out) : exception_str(v, out);
}
/** An attribute of the exception, None if it has none. */
function field(v: Value, name: usize): Value {
  const r = getAttrOptional(v, <u64>name);
  return r == NOTHING ? NONE : r;
}
/** [Errno 2] No such file or directory: 'name' -> 'other' */
export function osError_str(v: Value, out: Text): bool {
  const errno = field(v, S_errno), strerror = field(v, S_strerror), filename = field(v, S_filename);
  const filename2 = field(v, S_filename2);
  if (raised()) return false;
  if (strerror == NONE && filename == NONE) return exception_str(v, out);
  if (!out.format("[Errno %v] %v", errno, strerror)) return false;
  if (filename == NONE) return true;
  return out.format(filename2 == NONE ? ": %r" : ": %r -> %r", filename, filename2);
}
export function importError_str(v: Value, out: Text): bool {
  const msg = field(v, S_msg);
  if (raised()) return false;
  return changetype<usize>(strPart(msg)) != 0 ? strInto(msg, out) : exception_str(v, out);
}
/** msg (file, line 3) */
export function syntaxError_str(v: Value, out: Text): bool {
  const msg = field(v, S_msg), filename = field(v, S_filename), line = field(v, S_lineno);
  if (raised()) return false;
  if (!strInto(msg, out)) return false;
  const file = strPart(filename), withFile = changetype<usize>(file) != 0;
  if (!withFile && !isSmallInt(line)) return true;
  out.literal(" (");
  if (withFile) {
    let at = file.lengthBytes;
    while (at > 0 && load<u8>(file.data + at - 1) != 0x2f) at--;
    out.bytes(file.data + at, file.lengthBytes - at);
  }
  if (isSmallInt(line)) {
    out.literal(withFile ? ", line " : "line ");
    out.int(smallInt(line));
  }
  out.literal(")");
  return true;
}
/** 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte */
export function unicodeError_str(v: Value, out: Text): bool {
  const text = helperResult("_unicode_error", v);
  if (text != RAISED) out.str(text);
  return text != RAISED;
}
