// Named attributes of exceptions (`name`, `obj`, `errno`, `msg` ...): kept in the dict
// ExceptionObject.fields.
import { Value, NOTHING, RAISED } from "../core/value";
import { ExceptionObject } from "./errors";
import { TableObject, dictNew, tableSetName, tableGetName } from "./table";

/** Value of a field; NOTHING: not set. */
export function exceptionField(e: ExceptionObject, name: usize): Value {
  return e.fields == 0 ? NOTHING : tableGetName(changetype<TableObject>(e.fields), name);
}
/** Sets a field. False with MemoryError pending. */
export function exceptionSetField(e: ExceptionObject, name: usize, v: Value): bool {
  if (e.fields == 0) {
    const dict = dictNew();
    if (dict == RAISED) return false;
    e.fields = <usize>dict;
  }
  return tableSetName(changetype<TableObject>(e.fields), name, v);
}
