// io: streams in memory and the bases of streams. Files are the host's: `open` is the one of builtins.
// Behaviour: docs.python.org/3/library/io.html.
import { NOTHING, smallIntNew } from "../core/value";
import { ModuleBuilder } from "../objects/builder";
import { BlockingIOError } from "../objects/errors";
import { UNSUPPORTED_OPERATION } from "../objects/module_errors";
import { ModuleObject, builtinModule } from "../objects/module";
import { TableObject, tableGetName } from "../objects/table";
import { internLiteral } from "../objects/str";
import { S_builtins } from "../objects/names";
import {
  IO_BASE_TYPE, RAW_IO_BASE_TYPE, BUFFERED_IO_BASE_TYPE, TEXT_IO_BASE_TYPE, ioBaseInstall,
} from "./io/base";
import { BYTES_IO_TYPE, bytesIOInstall } from "./io/bytes_io";
import { STRING_IO_TYPE, stringIOInstall } from "./io/string_io";

/** Builds the types of this module. At boot. */
export function ioTypesInstall(): void {
  ioBaseInstall();
  bytesIOInstall();
  stringIOInstall();
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
  const builtins = builtinModule(S_builtins);
  if (builtins == NOTHING) return;
  const open = tableGetName(changetype<TableObject>(changetype<ModuleObject>(<usize>builtins).dict),
    <usize>internLiteral("open"));
  if (open != NOTHING) m.constant("open", open);
}
