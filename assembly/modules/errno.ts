// errno: the numbers of the operating system's errors. The table: objects/os_errors.ts.
import { smallIntNew, RAISED } from "../core/value";
import { ModuleBuilder } from "../objects/module_list";
import { TableObject, dictNew, tableSet, tableSetName } from "../objects/table";
import { internStr, internLiteral } from "../objects/str";
import { nextErrno, errnoName, rowErrno } from "../objects/os_errors";

/** Puts the numbers and `errorcode` into the module's dict. */
function errno_filled(to: TableObject): void {
  const dict = dictNew();
  if (dict == RAISED || !tableSetName(to, <usize>internLiteral("errorcode"), dict)) return;
  for (let at = nextErrno(0); at >= 0; at = nextErrno(at)) {
    const name = errnoName(), key = name == RAISED ? RAISED : internStr(name);
    if (key == RAISED) return;
    tableSetName(to, <usize>key, smallIntNew(rowErrno));
    tableSet(changetype<TableObject>(<usize>dict), smallIntNew(rowErrno), key);
  }
}
export function install(m: ModuleBuilder): void { m.later(errno_filled); }
