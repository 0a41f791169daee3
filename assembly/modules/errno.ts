// errno: the numbers of the operating system's errors. The table: objects/os_errors.ts.
import { smallIntNew, RAISED } from "../core/value";
import { ModuleBuilder } from "../objects/builder";
import { TableObject, dictNew, tableSet, tableSetName } from "../objects/table";
import { internStr } from "../objects/str";
import { nextErrno, errnoName, rowErrno } from "../objects/os_errors";

export function install(m: ModuleBuilder): void {
  const dict = dictNew();
  if (dict == RAISED) return;
  m.constant("errorcode", dict);
  for (let at = nextErrno(0); at >= 0; at = nextErrno(at)) {
    const name = errnoName(), key = name == RAISED ? RAISED : internStr(name);
    if (key == RAISED) return;
    tableSetName(m.dict(), <usize>key, smallIntNew(rowErrno));
    tableSet(changetype<TableObject>(<usize>dict), smallIntNew(rowErrno), key);
  }
}
