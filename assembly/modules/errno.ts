// errno: the numbers of the operating system's errors. The table: objects/os_errors.ts.
import { smallIntNew, RAISED } from "../core/value";
import { ModuleBuilder } from "../objects/builder";
import { TableObject, dictNew, tableSet } from "../objects/table";
import { internLiteral } from "../objects/str";
import { errnoRows } from "../objects/os_errors";

let builder: ModuleBuilder = changetype<ModuleBuilder>(0);
let codes: TableObject = changetype<TableObject>(0);
function addRow(errno: i32, name: string, message: string, type: usize): void {
  builder.constant(name, smallIntNew(errno));
  tableSet(codes, smallIntNew(errno), internLiteral(name));
}
export function install(m: ModuleBuilder): void {
  const dict = dictNew();
  if (dict == RAISED) return;
  m.constant("errorcode", dict);
  builder = m;
  codes = changetype<TableObject>(<usize>dict);
  errnoRows(addRow);
}
