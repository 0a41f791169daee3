// io: streams in memory and the bases of streams. Files of the host: io/file.ts.
// Behaviour: docs.python.org/3/library/io.html.
import { smallIntNew } from "../core/value";
import { ModuleBuilder } from "../objects/module_list";
import { BlockingIOError } from "../objects/errors";
import { UNSUPPORTED_OPERATION } from "../objects/module_errors";
import {
  IO_BASE_TYPE, RAW_IO_BASE_TYPE, BUFFERED_IO_BASE_TYPE, TEXT_IO_BASE_TYPE, ioBaseInstall,
} from "./io/base";
import { BYTES_IO_TYPE, bytesIOInstall } from "./io/bytes_io";
import { TEXT_FILE_TYPE, BYTE_FILE_TYPE, io_open } from "./io/file";
import { fileTypesInstall } from "./io/file_type";
import { STRING_IO_TYPE, stringIOInstall } from "./io/string_io";

/** Builds the types of this module. At boot. */
export function ioTypesInstall(): void {
  ioBaseInstall();
  bytesIOInstall();
  stringIOInstall();
  fileTypesInstall();
}
export function install(m: ModuleBuilder): void {
  m.type(IO_BASE_TYPE);
  m.type(RAW_IO_BASE_TYPE);
  m.type(BUFFERED_IO_BASE_TYPE);
  m.type(TEXT_IO_BASE_TYPE);
  m.type(BYTES_IO_TYPE);
  m.type(STRING_IO_TYPE);
  m.constant("UnsupportedOperation", <u64>UNSUPPORTED_OPERATION);
  m.constant("BlockingIOError", <u64>BlockingIOError);
  m.constant("SEEK_SET", smallIntNew(0));
  m.constant("SEEK_CUR", smallIntNew(1));
  m.constant("SEEK_END", smallIntNew(2));
  m.constant("DEFAULT_BUFFER_SIZE", smallIntNew(8192));
  m.def("open", io_open, "file,mode=,buffering=,encoding=,errors=,newline=,closefd=,opener=");
  m.type(TEXT_FILE_TYPE);
  m.type(BYTE_FILE_TYPE);
}
