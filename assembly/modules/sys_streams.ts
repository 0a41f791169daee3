// The streams that print and input use: what sys.stdin, sys.stdout, sys.stderr are now.
import { Value, NOTHING } from "../core/value";
import { TableObject, tableGetName } from "../objects/table";
import { ModuleObject, modulesDict } from "../objects/module";
import { stdStream } from "../objects/std_stream";
import { S_sys, S_stdin, S_stdout, S_stderr } from "../objects/names";

/** sys.stdin (0), stdout (1) or stderr (2); the host's own as long as `sys` was not imported.
 *  NOTHING: deleted. */
export function sysStream(fd: i32): Value {
  const sys = tableGetName(changetype<TableObject>(<usize>modulesDict), S_sys);
  if (sys == NOTHING) return stdStream(fd);
  const dict = changetype<TableObject>(changetype<ModuleObject>(<usize>sys).dict);
  return tableGetName(dict, fd == 0 ? S_stdin : fd == 1 ? S_stdout : S_stderr);
}
