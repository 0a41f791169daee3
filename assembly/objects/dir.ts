// The names of an object's attributes, for dir() and completion.
import { typeDict } from "./module_list";
import { Value, RAISED, NOTHING, isObject } from "../core/value";
import { typeOf, isExactly } from "../heap/header";
import { rootsMark, keep, release } from "../heap/roots";
import { TypeObject, TYPE_HEAP, TYPE_META } from "./type";
import { StrObject, STR_TYPE } from "./str";
import { TupleObject } from "./tuple";
import { ListObject, listNew, listAppend } from "./list";
import { TableObject, SET_TYPE, DICT_TYPE, tableNew, tableNext, tableEntry, entryKey,
  tableSet } from "./table";
import { InstanceObject, ShapeObject, SHAPE_DICT, isInstance } from "./instance_layout";
import { dictOf } from "./attributes";
import { isType } from "./type_class";
import { typeHasSlot } from "./slot_wrappers";
import { SLOT_COUNT, slotName } from "./slots";
import { sortItems } from "./sort";
import { MODULE_TYPE, ModuleObject } from "./module";

function add(names: TableObject, name: Value): bool {
  return !isExactly(name, STR_TYPE) || tableSet(names, name, NOTHING);
}
function addKeys(names: TableObject, dict: TableObject): bool {
  for (let n = tableNext(dict, 0); n >= 0; n = tableNext(dict, n + 1)) {
    if (!add(names, entryKey(tableEntry(dict, n)))) return false;
  }
  return true;
}
/** Names of a class and its bases. */
function addClass(names: TableObject, type: usize): bool {
  const mro = changetype<TupleObject>(changetype<TypeObject>(type).mro);
  for (let i: u32 = 0; i < mro.length; i++) {
    const t = changetype<TypeObject>(<usize>mro.at(i));
    if (!addKeys(names, typeDict(t))) return false;
    if (t.typeFlags & TYPE_HEAP) continue;
    for (let slot = 1; slot < SLOT_COUNT; slot++) {
      if (typeHasSlot(t, slot) && !add(names, <u64>slotName(slot))) return false;
    }
  }
  return true;
}
/** Names of an instance's own attributes. */
function addOwn(names: TableObject, v: Value): bool {
  if (isInstance(v)) {
    const o = changetype<InstanceObject>(<usize>v);
    let s = changetype<ShapeObject>(o.klass);
    if (s.flags & SHAPE_DICT) return addKeys(names, changetype<TableObject>(o.overflow));
    for (; s.count != 0; s = changetype<ShapeObject>(s.parent))
      if (!add(names, <u64>s.name)) return false;
    return true;
  }
  const dict = dictOf(v);
  return dict == NOTHING || dict != RAISED && addKeys(names, changetype<TableObject>(<usize>dict));
}
/** A sorted list of the names that dir(v) gives, whatever the class's __dir__ says. Raises
 *  MemoryError. */
export function attributeNames(v: Value): Value {
  const set = tableNew(SET_TYPE);
  if (set == RAISED) return RAISED;
  const names = changetype<TableObject>(<usize>set);
  const base = rootsMark();
  keep(v); keep(set);
  let ok: bool;
  if (isExactly(v, MODULE_TYPE))
    ok = addKeys(names, changetype<TableObject>(changetype<ModuleObject>(<usize>v).dict));
  else if (isType(v)) ok = addClass(names, <usize>v);
  else ok = addOwn(names, v) && addClass(names, typeOf(v));
  const r = ok ? sortedKeys(names) : RAISED;
  release(base);
  return r;
}
/** The keys of a table of strs as a sorted list. Raises MemoryError. */
export function sortedKeys(table: TableObject): Value {
  const out = listNew(table.used);
  if (out == RAISED) return RAISED;
  const list = changetype<ListObject>(<usize>out);
  for (let n = tableNext(table, 0); n >= 0; n = tableNext(table, n + 1)) {
    if (!listAppend(list, entryKey(tableEntry(table, n)))) return RAISED;
  }
  return sortItems(list, changetype<ListObject>(0), false) ? out : RAISED;
}
