// set, frozenset: operations on tables used as sets, for the methods, dict views and the
// interpreter.
//
// A set is a TableObject whose values are NOTHING. All functions may run Python (__hash__, __eq__,
// iterators); loops count by entry numbers and read the table anew. Arguments are kept by the
// caller unless it is said otherwise.
import { noteDone } from "../heap/running";
import { Value, RAISED, NOTHING, END, NOT_HANDLED } from "../core/value";
import { isExactly } from "../heap/header";
import { chargeStep } from "../heap/events";
import { rootsMark, keep, release } from "../heap/roots";
import { OP_OR, OP_AND, OP_XOR, OP_SUB, TYPE_HEAP, typeObjectOf } from "./type";
import { raise, raised, takePending, raiseValue, catchPending, RuntimeError,
  TypeError } from "./errors";
import {
  TableObject, DICT_TYPE, SET_TYPE, FROZENSET_TYPE, ENTRY, ENTRY_HASH, tableNew, tableCopy,
  tableHash, hashFailed,
  tableFind, searchFailed, tableInsert, tableRemove, tableClear, tableResize,
} from "./table";
import { payloadOf, getIter, iterNext } from "./protocol";
import { stepsTaken } from "./hooks";
import { stepsDone, isListOrTuple, itemsOf, itemCount } from "./sequence";

@inline function tableAt(v: Value): TableObject { return changetype<TableObject>(<usize>v); }

/** The table of a set or frozenset, also inside an instance of a subclass; 0: `v` is none. */
export function setPart(v: Value): usize {
  if (isExactly(v, SET_TYPE)) return <usize>v;
  const t = payloadOf(v, SET_TYPE);
  return t != 0 ? t : payloadOf(v, FROZENSET_TYPE);
}
/** Adds an item. False with an exception pending. */
export function setAdd(t: TableObject, item: Value): bool {
  const hash = tableHash(item);
  return !hashFailed && addHashed(t, item, hash);
}
function addHashed(t: TableObject, item: Value, hash: u32): bool {
  const e = tableFind(t, item, hash);
  if (searchFailed) return false;
  return e != 0 || tableInsert(t, item, hash, NOTHING) != 0;
}
/** Hash of an item to be looked for: a set is looked for as the frozenset equal to it. Test
 *  hashFailed. The item to look for is then in `searchItem`. */
function searchHash(item: Value): u32 {
  searchItem = item;
  const h = tableHash(item);
  if (!hashFailed || payloadOf(item, SET_TYPE) == 0 || !catchPending(TypeError)) return h;
  const frozen = tableCopy(changetype<TableObject>(payloadOf(item, SET_TYPE)), FROZENSET_TYPE);
  searchItem = frozen;
  return frozen == RAISED ? h : tableHash(frozen);
}
let searchItem: Value = NOTHING;
/** Address of the entry of an item, 0: not in; test raised(). */
export function setFind(t: TableObject, item: Value): usize {
  const hash = searchHash(item);
  if (raised()) return 0;
  const base = rootsMark();
  keep(searchItem);
  const e = tableFind(t, searchItem, hash);
  release(base);
  return searchFailed ? 0 : e;
}
/** The table whose keys are the items of `v`, if they can be taken as they lie; 0: it must be
 *  iterated. */
function keysTable(v: Value): usize {
  if (isExactly(v, SET_TYPE)) return <usize>v;
  if ((v & 7) != 0 || v == NOTHING || (typeObjectOf(v).typeFlags & TYPE_HEAP) != 0) return 0;
  const t = setPart(v);
  return t != 0 ? t : payloadOf(v, DICT_TYPE);
}

// ---- over all items of an iterable ----

/** What is done with an item: ADD it, REMOVE it, TOGGLE it; add it to the result if it is in the
 *  set (COMMON), if it is not (OTHERS); look whether none (NONE_IN), all (ALL_IN) are in. */
const EACH_ADD: i32 = 0;
const EACH_REMOVE: i32 = 1;
const EACH_TOGGLE: i32 = 2;
const EACH_COMMON: i32 = 3;
const EACH_OTHERS: i32 = 4;
const EACH_NONE_IN: i32 = 5;
const EACH_ALL_IN: i32 = 6;
/** Does `what` with every item of `v`. 1: done, 0: stopped (NONE_IN, ALL_IN), -1: an exception is
 *  pending. Keeps its arguments. */
function each(what: i32, t: TableObject, v: Value, result: TableObject): i32 {
  const base = rootsMark();
  keep(<u64>changetype<usize>(t)); keep(v); keep(<u64>changetype<usize>(result));
  const source = changetype<TableObject>(keysTable(v)), hashed = changetype<usize>(source) != 0;
  const listed = !hashed && isListOrTuple(v);
  let r = 1;
  const it = hashed || listed ? NOTHING : getIter(v);
  if (it == RAISED && !hashed && !listed) r = -1;
  keep(it);
  const slot = keep(NOTHING);
  for (let i: u32 = 0; r == 1; i++) {
    let item: Value, hash: u32 = 0;
    if (hashed) {
      if (i >= source.filled) break;
      const e = source.entries + <usize>i * ENTRY;
      item = load<u64>(e);
      hash = load<u32>(e, ENTRY_HASH);
      if (item == NOTHING) continue;
    } else if (listed) {
      if (i >= itemCount(v)) break;
      item = load<u64>(itemsOf(v) + (<usize>i << 3));
    } else {
      item = iterNext(it);
      if (item == END) break;
      if (item == RAISED || ((i & 1023) == 1023 && !stepsDone())) { r = -1; break; }
    }
    store<u64>(slot, item);
    if (chargeStep() && !stepsTaken()) { r = -1; break; }
    if (!hashed) {
      hash = tableHash(item);
      if (hashFailed) { r = -1; break; }
    }
    const e = tableFind(t, item, hash), isIn = e != 0;
    if (searchFailed) r = -1;
    else if (what >= EACH_NONE_IN) r = <i32>(isIn == (what == EACH_ALL_IN));
    else if (what >= EACH_COMMON) {
      // A table has no item twice.
      if (isIn == (what == EACH_COMMON) && !(hashed ? tableInsert(result, item, hash, NOTHING) != 0
        : addHashed(result, item, hash))) r = -1;
    } else if (what != EACH_ADD && isIn) tableRemove(t, e);
    else if (what != EACH_REMOVE && !isIn && tableInsert(t, item, hash, NOTHING) == 0) r = -1;
  }
  release(base);
  return r;
}

/** t |= items of `v`, nested. False with an exception pending. Keeps its arguments. */
export function setUpdate(t: TableObject, v: Value): bool {
  const source = changetype<TableObject>(keysTable(v));
  if (changetype<usize>(source) != 0) {
    if (source == t) return true;
    if (t.room - t.filled < source.used && t.used < source.used && !tableResize(t,
      t.used + source.used)) return false;
  }
  return each(EACH_ADD, t, v, t) == 1;
}
/** t -= items of `v`. */
export function setSubtract(t: TableObject, v: Value): bool {
  if (keysTable(v) == changetype<usize>(t)) { tableClear(t); return true; }
  return each(EACH_REMOVE, t, v, t) == 1;
}
/** t ^= items of `v`; an iterable's double items count once. Keeps its arguments. */
export function setToggle(t: TableObject, v: Value): bool {
  if (keysTable(v) == changetype<usize>(t)) { tableClear(t); return true; }
  const base = rootsMark();
  keep(<u64>changetype<usize>(t));
  const other = keysTable(v) != 0 ? v : setFrom(v, SET_TYPE);
  keep(other);
  noteDone();
  const ok = other != RAISED && each(EACH_TOGGLE, t, other, t) == 1;
  release(base);
  return ok;
}
/** The items of `t` that are in `v`, as a new set of the given type. Raises what comparing raises,
 *  MemoryError. */
export function setIntersection(t: TableObject, v: Value, type: usize): Value {
  const r = tableNew(type);
  if (r == RAISED) return RAISED;
  const other = changetype<TableObject>(keysTable(v));
  // Of two tables the smaller one is walked.
  const ok = changetype<usize>(other) != 0 && setPart(v) != 0 && other.used > t.used
    ? each(EACH_COMMON, other, <u64>changetype<usize>(t), tableAt(r))
    : each(EACH_COMMON, t, v, tableAt(r));
  return ok == 1 ? r : RAISED;
}
/** 1: no item of `v` is in the set; 0; -1: an exception is pending. */
export function setIsDisjoint(t: TableObject, v: Value): i32 {
  const other = changetype<TableObject>(keysTable(v));
  if (changetype<usize>(other) != 0 && setPart(v) != 0 && other.used > t.used) {
    return each(EACH_NONE_IN, other, <u64>changetype<usize>(t), t);
  }
  return each(EACH_NONE_IN, t, v, t);
}
/** Every item of `a` is in `b`: 1, 0, -1. */
export function setIsSubset(a: TableObject, b: TableObject): i32 {
  return a.used > b.used ? 0 : each(EACH_ALL_IN, b, <u64>changetype<usize>(a), b);
}
/** A new set of the given type (SET_TYPE, FROZENSET_TYPE) with the items of `v`, nested. Raises
 *  what the iterator raises. Keeps its argument. */
export function setFrom(v: Value, type: usize): Value {
  const source = changetype<TableObject>(keysTable(v));
  if (changetype<usize>(source) != 0 && setPart(v) != 0) return tableCopy(source, type);
  const r = tableNew(type);
  if (r == RAISED) return RAISED;
  return setUpdate(tableAt(r), v) ? r : RAISED;
}
/** left op right for two tables: | & ^ -, as a new set of the left one's type. */
export function setBinary(op: i32, left: Value, right: Value): Value {
  const a = tableAt(left);
  const type = isExactly(left, FROZENSET_TYPE) ? FROZENSET_TYPE : SET_TYPE;
  if (op == OP_AND) return setIntersection(a, right, type);
  if (op == OP_SUB) return setDifference(a, right, type);
  const r = tableCopy(a, type);
  if (r == RAISED) return RAISED;
  const base = rootsMark();
  keep(r);
  const ok = op == OP_OR ? setUpdate(tableAt(r), right) : op == OP_XOR
    ? setToggle(tableAt(r), right) : false;
  release(base);
  return ok ? r : RAISED;
}
/** The items of `t` that are not in `v`, as a new set. */
export function setDifference(t: TableObject, v: Value, type: usize): Value {
  const other = changetype<TableObject>(keysTable(v));
  // Walks the left one, so that a small set minus a large one is quick.
  const walk = changetype<usize>(other) != 0 && other.used > t.used >> 2;
  const r = walk ? tableNew(type) : tableCopy(t, type);
  if (r == RAISED) return RAISED;
  const base = rootsMark();
  keep(r);
  const ok = walk ? each(EACH_OTHERS, other, <u64>changetype<usize>(t), tableAt(r)) == 1
    : setSubtract(tableAt(r), v);
  release(base);
  return ok ? r : RAISED;
}
