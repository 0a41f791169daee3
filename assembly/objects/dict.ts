// dict: the operations that the interpreter and other natives use. Table: table.ts; methods:
// dict_methods.ts.
//
// All of them may run Python (__hash__, __eq__ of keys); arguments are kept by the caller unless it
// is said otherwise.
import { Value, RAISED, NOTHING, END } from "../core/value";
import { isExactly, typeOf } from "../heap/header";
import { chargeStep } from "../heap/events";
import { rootsMark, keep, release } from "../heap/roots";
import {
  raise, raiseArg, raised, raiseWith, raiseFormat, TypeError, ValueError, RuntimeError, KeyError,
} from "./errors";
import {
  TableObject, DICT_TYPE, ENTRY, ENTRY_VALUE, ENTRY_HASH, tableHash, hashFailed, tableFind,
  searchFailed, tableInsert,
  tableSet, tableFill, tableResize, tableRemove,
} from "./table";
import { TYPE_HEAP, typeObjectOf } from "./type";
import { getAttrOptional } from "./attributes";
import { call0, stepsTaken } from "./hooks";
import { payloadOf, getIter, iterNext, getItem } from "./protocol";
import { isListOrTuple, itemsOf, itemCount, listFrom } from "./sequence";
import { typeLookup } from "./type_lookup";
import { SLOT_WRAPPER_TYPE } from "./slot_wrappers";
import { S_keys, S___iter__ } from "./names";

@inline export function tableAt(v: Value): TableObject { return changetype<TableObject>(<usize>v); }

/** d[key] = value, `d` a dict itself. False with an exception pending. */
export function dictSetItem(d: Value, key: Value, value: Value): bool {
  return tableSet(tableAt(d), key, value);
}

/** d[key], `d` a dict itself. Raises KeyError. */
export function dictGetItem(d: Value, key: Value): Value {
  const hash = tableHash(key);
  if (hashFailed) return RAISED;
  const e = tableFind(tableAt(d), key, hash);
  if (e != 0) return load<u64>(e, ENTRY_VALUE);
  return searchFailed ? RAISED : raiseArg(KeyError, key);
}
/** del d[key]. False with KeyError pending, or what comparing raised. */
export function dictDelItem(d: Value, key: Value): bool {
  const hash = tableHash(key);
  if (hashFailed) return false;
  const e = tableFind(tableAt(d), key, hash);
  if (e == 0) {
    if (!searchFailed) raiseArg(KeyError, key);
    return false;
  }
  tableRemove(tableAt(d), e);
  return true;
}

/** Copies all entries of `source` into `t`. False with an exception pending. */
export function dictMerge(t: TableObject, source: TableObject): bool {
  if (t == source || source.used == 0) return true;
  if (t.used == 0) return tableFill(t, source);
  if (t.room - t.filled < source.used && !tableResize(t, t.used + source.used)) return false;
  const base = rootsMark();
  keep(<u64>changetype<usize>(t)); keep(<u64>changetype<usize>(source));
  const version = source.version;
  for (let n: u32 = 0; n < source.filled; n++) {
    const e = source.entries + <usize>n * ENTRY;
    const key = load<u64>(e), value = load<u64>(e, ENTRY_VALUE), hash = load<u32>(e, ENTRY_HASH);
    if (key == NOTHING) continue;
    const slot = keep(key);
    keep(value);
    if (chargeStep() && !stepsTaken()) break;
    const found = tableFind(t, key, hash);
    if (searchFailed) break;
    if (found != 0) store<u64>(found, value, ENTRY_VALUE);
    else if (tableInsert(t, key, hash, value) == 0) break;
    if (source.version != version) { raise(RuntimeError, "dict mutated during update"); break; }
    release(slot);
  }
  release(base);
  return !raised();
}
/** The table of a dict whose entries may be copied without asking its class: of any kind of dict
 *  whose class does not define __iter__ in Python. 0: another thing. */
export function plainDict(v: Value): usize {
  const table = payloadOf(v, DICT_TYPE);
  if (table == 0 || !(typeObjectOf(v).typeFlags & TYPE_HEAP)) return table;
  return isExactly(typeLookup(typeOf(v), S___iter__), SLOT_WRAPPER_TYPE) ? table : 0;
}
/** d.update(other) for a mapping or an iterable of pairs, nested. Keeps its arguments. A safepoint.
 *  False with an exception pending. */
export function dictUpdate(d: Value, other: Value): bool {
  const plain = plainDict(other);
  if (plain != 0) return dictMerge(tableAt(d), changetype<TableObject>(plain));
  const base = rootsMark();
  keep(d); keep(other);
  const keys = getAttrOptional(other, <u64>S_keys);
  const ok =
    !raised() && (keys != NOTHING ? updateByKeys(d, other, keys) : updateByPairs(d, other));
  release(base);
  return ok;
}
function updateByKeys(d: Value, other: Value, keysMethod: Value): bool {
  const keys = call0(keysMethod);
  if (keys == RAISED) return false;
  keep(keys);
  const it = getIter(keys);
  if (it == RAISED) return false;
  keep(it);
  const base = rootsMark();
  while (true) {
    const key = iterNext(it);
    if (key == END) return true;
    if (key == RAISED) return false;
    keep(key);
    const value = getItem(other, key);
    if (value == RAISED) return false;
    keep(value);
    if (!tableSet(tableAt(d), key, value)) return false;
    release(base);
  }
  return false;
}
function updateByPairs(d: Value, other: Value): bool {
  const it = getIter(other);
  if (it == RAISED) return false;
  keep(it);
  const base = rootsMark();
  for (let n: i64 = 0; ; n++) {
    const item = iterNext(it);
    if (item == END) return true;
    if (item == RAISED) return false;
    keep(item);
    if (!dictAddPair(d, item, n)) return false;
    release(base);
  }
  return false;
}
/** d[item[0]] = item[1], item number `n` of a sequence of pairs. A safepoint. */
export function dictAddPair(d: Value, item: Value, n: i64): bool {
  let pair = item;
  if (!isListOrTuple(item)) {
    pair = typeObjectOf(item).iter == 0 && typeObjectOf(item).subscr == 0 ? NOTHING
      : listFrom(item);
    if (pair == RAISED) {
      if (raised()) return false;
      raiseWith(TypeError, "cannot convert dictionary update sequence element #%d to a sequence",
        n);
      return false;
    }
    keep(pair);
  }
  if (itemCount(pair) != 2) {
    raiseFormat(ValueError, "dictionary update sequence element #%d has length %d; 2 is required",
      n, itemCount(pair));
    return false;
  }
  const at = itemsOf(pair), key = load<u64>(at), value = load<u64>(at, 8);
  keep(key); keep(value);
  return tableSet(tableAt(d), key, value);
}
