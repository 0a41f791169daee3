// What follows when a class gets, changes or loses an attribute: its slots, its flags, versions, caches.
import { Value, NOTHING, isObject } from "../core/value";
import { typeOf, isExactly } from "../heap/header";
import {
  TypeObject, TYPE_HEAP, TYPE_HAS_GETATTRIBUTE, TYPE_HAS_GETATTR, TYPE_HAS_SETATTR,
  TYPE_HAS_DELATTR, TYPE_HAS_EQ, TYPE_HAS_DEL, TYPE_DATA_DESCRIPTOR, TYPE_BINDS, HASH_NONE,
  TYPE_SEQUENCE, TYPE_MAPPING,
} from "./type";
import { raiseFormat, AttributeError, TypeError } from "./errors";
import { TableObject, tableFindName, tableSetName, tableRemove, tableNext, tableEntry, entryKey, ENTRY_VALUE } from "./table";
import { STR_TYPE } from "./str";
import { TupleObject } from "./tuple";
import { ListObject } from "./list";
import { NONE } from "./singletons";
import { flushCaches } from "./hooks";
import { isFunction } from "./function";
import { typeLookup, typeChanged } from "./type_lookup";
import {
  slotOfName, SLOT_UNARY, SLOT_COMPARE, SLOT_HASH, SLOT_BOOL, SLOT_LEN, SLOT_ITER, SLOT_NEXT,
  SLOT_GETITEM, SLOT_SETITEM, SLOT_DELITEM, SLOT_CONTAINS, SLOT_STR, SLOT_CALL, SLOT_GET, SLOT_SET,
  SLOT_DELETE, SLOT_GETATTRIBUTE, SLOT_GETATTR, SLOT_SETATTR, SLOT_DELATTR, SLOT_DEL,
} from "./slots";
import {
  instance_binary, instance_compare, instance_unary, instance_hash, instance_truth, instance_length, instance_iter,
  instance_next, instance_subscr, instance_setSubscr, instance_contains, instance_repr, instance_str, instance_call,
  isObjectDefault,
} from "./instance";
import { S___hash__ } from "./names";

/** Sets the slots and flags of a new class from its bases and its own dict. The mro must stand. */
export function classFillSlots(t: TypeObject): void {
  const bases = changetype<TupleObject>(t.bases);
  for (let i: u32 = 0; i < bases.length; i++) inherit(t, changetype<TypeObject>(<usize>bases.at(i)));
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
  t.typeFlags |= b.typeFlags & (TYPE_HAS_GETATTRIBUTE | TYPE_HAS_GETATTR | TYPE_HAS_SETATTR | TYPE_HAS_DELATTR | TYPE_HAS_EQ
    | TYPE_HAS_DEL | TYPE_DATA_DESCRIPTOR | TYPE_SEQUENCE | TYPE_MAPPING);
  if (b.binary != 0) t.binary = instance_binary.index;
  if (b.compare != 0) t.compare = instance_compare.index;
  if (b.unary != 0) t.unary = instance_unary.index;
  if (b.truth != 0) t.truth = instance_truth.index;
  if (b.length != 0) t.length = instance_length.index;
  if (b.iter != 0) t.iter = instance_iter.index;
  if (b.next != 0) t.next = instance_next.index;
  if (b.subscr != 0) t.subscr = instance_subscr.index;
  if (b.setSubscr != 0) t.setSubscr = instance_setSubscr.index;
  if (b.contains != 0) t.contains = instance_contains.index;
  if (b.str != 0) t.str = instance_str.index;
  if (b.call != 0 || b.typeFlags & TYPE_BINDS) t.call = instance_call.index;
  if (b.descriptorGet != 0) t.descriptorGet = 1;
  if (b.descriptorSet != 0) t.descriptorSet = 1;
  // A buffer is found through the payload (objects/buffer.ts), so that slot need not be inherited.
}
function setHash(t: TypeObject): void {
  const f = typeLookup(changetype<usize>(t), S___hash__);
  t.hash = f == NONE ? HASH_NONE : f == NOTHING || isObjectDefault(f) ? 0 : instance_hash.index;
}
/** The class has a method of its own for this slot (0: none). */
function setSlot(t: TypeObject, slot: i32): void {
  if (slot == 0) return;
  if (slot < SLOT_UNARY) { t.binary = instance_binary.index; return; }
  if (slot < SLOT_COMPARE) { t.unary = instance_unary.index; return; }
  if (slot < SLOT_HASH) { t.compare = instance_compare.index; t.typeFlags |= TYPE_HAS_EQ; return; }
  switch (slot) {
    case SLOT_HASH: setHash(t); break;
    case SLOT_BOOL: t.truth = instance_truth.index; break;
    case SLOT_LEN: t.length = instance_length.index; break;
    case SLOT_ITER: t.iter = instance_iter.index; break;
    case SLOT_NEXT: t.next = instance_next.index; break;
    case SLOT_GETITEM: t.subscr = instance_subscr.index; break;
    case SLOT_SETITEM: case SLOT_DELITEM: t.setSubscr = instance_setSubscr.index; break;
    case SLOT_CONTAINS: t.contains = instance_contains.index; break;
    case SLOT_STR: t.str = instance_str.index; break;
    case SLOT_CALL: t.call = instance_call.index; break;
    case SLOT_GET: t.descriptorGet = 1; break;
    case SLOT_SET: case SLOT_DELETE:
      t.descriptorSet = 1;
      t.typeFlags |= TYPE_DATA_DESCRIPTOR;
      break;
    case SLOT_GETATTRIBUTE: t.typeFlags |= TYPE_HAS_GETATTRIBUTE; break;
    case SLOT_GETATTR: t.typeFlags |= TYPE_HAS_GETATTR; break;
    case SLOT_SETATTR: t.typeFlags |= TYPE_HAS_SETATTR; break;
    case SLOT_DELATTR: t.typeFlags |= TYPE_HAS_DELATTR; break;
    case SLOT_DEL: t.typeFlags |= TYPE_HAS_DEL; break;
    default: break;
  }
}
/** A class that was already in use got or lost a special method: its slots and those of its subclasses anew. */
function refill(t: TypeObject): void {
  t.binary = 0; t.unary = 0; t.compare = 0; t.truth = 0; t.length = 0; t.iter = 0; t.next = 0;
  t.subscr = 0; t.setSubscr = 0; t.contains = 0; t.str = 0; t.call = 0; t.descriptorGet = 0; t.descriptorSet = 0;
  t.typeFlags &= ~(TYPE_HAS_GETATTRIBUTE | TYPE_HAS_GETATTR | TYPE_HAS_SETATTR | TYPE_HAS_DELATTR | TYPE_HAS_EQ
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
/** Sets an attribute of a class itself (NOTHING: deletes). Raises TypeError (built-in type), AttributeError. */
export function typeSetAttribute(type: usize, name: usize, value: Value): bool {
  const t = changetype<TypeObject>(type);
  if (!(t.typeFlags & TYPE_HEAP)) {
    raiseFormat(TypeError, "cannot set '%s' attribute of immutable type '%s'", name, t.name);
    return false;
  }
  const dict = changetype<TableObject>(t.dict);
  const e = tableFindName(dict, name);
  let data = value != NOTHING && isObject(value) && (changetype<TypeObject>(typeOf(value)).typeFlags & TYPE_DATA_DESCRIPTOR) != 0;
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
