// What follows when a class gets, changes or loses an attribute: its slots, its flags, versions,
// caches.
import { Value, NOTHING, isObject } from "../core/value";
import { typeOf, isExactly } from "../heap/header";
import {
  TypeObject, TYPE_HEAP, TYPE_HAS_GETATTRIBUTE, TYPE_HAS_GETATTR, TYPE_HAS_SETATTR,
  TYPE_HAS_DELATTR, TYPE_HAS_EQ, TYPE_HAS_DEL, TYPE_DATA_DESCRIPTOR, TYPE_BINDS, HASH_NONE,
  TYPE_SEQUENCE, TYPE_MAPPING, TYPE_ABSTRACT, TYPE_TYPE,
} from "./type";
import { raiseFormat, AttributeError, TypeError } from "./errors";
import { TableObject, FROZENSET_TYPE, tableFindName, tableSetName, tableRemove, tableNext,
  tableEntry, entryKey, ENTRY_VALUE } from "./table";
import { STR_TYPE } from "./str";
import { TupleObject } from "./tuple";
import { ListObject } from "./list";
import { NONE } from "./singletons";
import { flushCaches } from "./hooks";
import { isFunction } from "./function";
import { typeLookup, typeChanged } from "./type_lookup";
import { slotOfName, SLOT_HASH } from "./slots";
import { slotRow, nextRow, rowField, rowFunction, rowFlags } from "./slot_fields";
import { instance_hash, instance_repr, instance_call, isObjectDefault } from "./instance";
import { S___hash__, S___abstractmethods__ } from "./names";

/** Sets the slots and flags of a new class from its bases and its own dict. The mro must stand. */
export function classFillSlots(t: TypeObject): void {
  const bases = changetype<TupleObject>(t.bases);
  for (let i: u32 = 0; i < bases.length; i++)
    inherit(t, changetype<TypeObject>(<usize>bases.at(i)));
  t.repr = instance_repr.index;
  const dict = changetype<TableObject>(t.dict);
  for (let n = tableNext(dict, 0); n >= 0; n = tableNext(dict, n + 1)) {
    const key = entryKey(tableEntry(dict, n));
    if (isExactly(key, STR_TYPE)) setSlot(t, slotOfName(<usize>key));
  }
  setHash(t);
}
/** Takes over what a base has. */
function inherit(t: TypeObject, b: TypeObject): void {
  t.typeFlags |= b.typeFlags
    & (TYPE_HAS_GETATTRIBUTE | TYPE_HAS_GETATTR | TYPE_HAS_SETATTR | TYPE_HAS_DELATTR | TYPE_HAS_EQ
    | TYPE_HAS_DEL | TYPE_DATA_DESCRIPTOR | TYPE_SEQUENCE | TYPE_MAPPING);
  for (let row = nextRow(0); row != 0; row = nextRow(row)) {
    const field = rowField(row), fn = rowFunction(row);
    if (fn != 0 && load<u32>(changetype<usize>(b) + field) != 0)
      store<u32>(changetype<usize>(t) + field, fn);
  }
  if (b.typeFlags & TYPE_BINDS) t.call = instance_call.index;
  // Subscribing a class is no method of its metaclass: __class_getitem__.
  const generic = changetype<TypeObject>(TYPE_TYPE).subscr;
  if (b.subscr == generic) t.subscr = generic;
  // A buffer is found through the payload (objects/buffer.ts), so that slot need not be inherited.
}
function setHash(t: TypeObject): void {
  const f = typeLookup(changetype<usize>(t), S___hash__);
  t.hash = f == NONE ? HASH_NONE : f == NOTHING || isObjectDefault(f) ? 0 : instance_hash.index;
}
/** The class has a method of its own for this slot (0: none). */
function setSlot(t: TypeObject, slot: i32): void {
  if (slot == 0) return;
  if (slot == SLOT_HASH) { setHash(t); return; }
  const row = slotRow(slot), fn = rowFunction(row);
  if (fn != 0) store<u32>(changetype<usize>(t) + rowField(row), fn);
  t.typeFlags |= rowFlags(row);
}
/** A class that was already in use got or lost a special method: its slots and those of its
 *  subclasses anew. */
function refill(t: TypeObject): void {
  for (let row = nextRow(0); row != 0; row = nextRow(row)) {
    if (rowFunction(row) != 0) store<u32>(changetype<usize>(t) + rowField(row), 0);
  }
  t.typeFlags &= ~(TYPE_HAS_GETATTRIBUTE | TYPE_HAS_GETATTR | TYPE_HAS_SETATTR | TYPE_HAS_DELATTR
    | TYPE_HAS_EQ
    | TYPE_HAS_DEL | TYPE_DATA_DESCRIPTOR);
  classFillSlots(t);
  const list = changetype<ListObject>(t.subclasses);
  if (changetype<usize>(list) == 0) return;
  for (let i: u32 = 0; i < list.length; i++) refill(changetype<TypeObject>(<usize>list.at(i)));
}
export function typeRefill(type: usize): void { refill(changetype<TypeObject>(type)); }
/** Values that neither bind nor describe: replacing one by another changes no look-up. */
function isPlainValue(v: Value): bool {
  if (!isObject(v)) return true;
  if (isFunction(v)) return false;
  const t = changetype<TypeObject>(typeOf(v));
  return !(t.typeFlags & (TYPE_BINDS | TYPE_DATA_DESCRIPTOR)) && t.descriptorGet == 0;
}
/** Sets an attribute of a class itself (NOTHING: deletes). Raises TypeError (built-in type),
 *  AttributeError. */
export function typeSetAttribute(type: usize, name: usize, value: Value): bool {
  const t = changetype<TypeObject>(type);
  if (!(t.typeFlags & TYPE_HEAP)) {
    raiseFormat(TypeError, "cannot set '%s' attribute of immutable type '%s'", name, t.name);
    return false;
  }
  const dict = changetype<TableObject>(t.dict);
  const e = tableFindName(dict, name);
  let data = value != NOTHING && isObject(value)
    && (changetype<TypeObject>(typeOf(value)).typeFlags & TYPE_DATA_DESCRIPTOR) != 0;
  if (name == S___abstractmethods__) {
    t.typeFlags &= ~TYPE_ABSTRACT;
    if (value != NOTHING && isExactly(value, FROZENSET_TYPE)
      && changetype<TableObject>(<usize>value).used != 0) t.typeFlags |= TYPE_ABSTRACT;
  }
  if (value == NOTHING) {
    if (e == 0) {
      raiseFormat(AttributeError, "type object '%s' has no attribute '%s'", t.name, name);
      return false;
    }
    tableRemove(dict, e);
  } else if (e != 0) {
    const old = load<u64>(e, ENTRY_VALUE);
    store<u64>(e, value, ENTRY_VALUE);
    if (isPlainValue(old) && isPlainValue(value)) return true;
  } else if (!tableSetName(dict, name, value)) {
    return false;
  }
  typeChanged(type);
  if (slotOfName(name) != 0) { refill(t); data = true; }
  // Caches of instances' slots do not look at the class: see CACHE_SLOT in attributes.ts.
  if (data) flushCaches();
  return true;
}
