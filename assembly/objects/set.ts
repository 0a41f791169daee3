// set, frozenset: operations on tables used as sets, for the methods, dict views and the interpreter.
//
// A set is a TableObject whose values are NOTHING. All functions may run Python (__hash__, __eq__, iterators); loops
// count by entry numbers and read the table anew. Arguments are kept by the caller unless it is said otherwise.
import { Value, RAISED, NOTHING, END, NOT_HANDLED } from "../core/value";
import { isExactly } from "../heap/header";
import { rootsMark, keep, release } from "../heap/roots";
import { OP_OR, OP_AND, OP_XOR, OP_SUB, TYPE_HEAP, typeObjectOf } from "./type";
import { raise, raised, takePending, raiseValue, catchPending, RuntimeError, TypeError } from "./errors";
import {
  TableObject, DICT_TYPE, SET_TYPE, FROZENSET_TYPE, ENTRY, ENTRY_HASH, tableNew, tableCopy, tableHash, hashFailed,
  tableFind, searchFailed, tableInsert, tableRemove, tableClear, tableResize,
} from "./table";
import { payloadOf, getIter, iterNext } from "./protocol";
import { stepsDone, isListOrTuple, itemsOf, itemCount } from "./sequence";

@inline function tableAt(v: Value): TableObject { return changetype<TableObject>(<usize>v); }

/** The table of a set or frozenset, also inside an instance of a subclass; 0: `v` is none. */
export function setPart(v: Value): usize {
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
/** Hash of an item to be looked for: a set is looked for as the frozenset equal to it. Test hashFailed. The item to look
 *  for is then in `searchItem`. */
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
/** The table whose keys are the items of `v`, if they can be taken as they lie; 0: it must be iterated. */
function keysTable(v: Value): usize {
  if ((v & 7) != 0 || v == NOTHING || (typeObjectOf(v).typeFlags & TYPE_HEAP) != 0) return 0;
  const t = setPart(v);
  return t != 0 ? t : payloadOf(v, DICT_TYPE);
}

// ---- over all items of an iterable ----

/** What is done with an item: ADD it, REMOVE it, TOGGLE it, KEEP it (add to the result if it is in the set), FIND it. */
const EACH_ADD: i32 = 0;
const EACH_REMOVE: i32 = 1;
const EACH_TOGGLE: i32 = 2;
const EACH_KEEP: i32 = 3;
const EACH_FIND: i32 = 4;
/** Does it. 1: go on, 0: stop (FIND: it is in), -1: an exception is pending. */
function doOne(what: i32, t: TableObject, item: Value, hash: u32, result: TableObject): i32 {
  if (what == EACH_ADD) return addHashed(t, item, hash) ? 1 : -1;
  const e = tableFind(t, item, hash);
  if (searchFailed) return -1;
  if (what == EACH_FIND) return <i32>(e == 0);
  if (what == EACH_KEEP) return e == 0 ? 1 : addHashed(result, item, hash) ? 1 : -1;
  if (e != 0) { tableRemove(t, e); return 1; }
  return what == EACH_TOGGLE && tableInsert(t, item, hash, NOTHING) == 0 ? -1 : 1;
}
/** Does `what` with every item of `v`. 1: done, 0: stopped, -1: an exception is pending. Keeps its arguments. */
function each(what: i32, t: TableObject, v: Value, result: TableObject): i32 {
  const base = rootsMark();
  keep(<u64>changetype<usize>(t)); keep(v); keep(<u64>changetype<usize>(result));
  let r = 1;
  const source = changetype<TableObject>(keysTable(v));
  if (changetype<usize>(source) != 0) {
    for (let n: u32 = 0; n < source.filled && r == 1; n++) {
      const e = source.entries + <usize>n * ENTRY;
      const item = load<u64>(e);
      if (item == NOTHING) continue;
      const slot = keep(item);
      r = doOne(what, t, item, load<u32>(e, ENTRY_HASH), result);
      release(slot);
    }
    release(base);
    return r;
  }
  if (isListOrTuple(v)) {
    for (let i: u32 = 0; i < itemCount(v) && r == 1; i++) {
      const item = load<u64>(itemsOf(v) + (<usize>i << 3));
      const slot = keep(item);
      const hash = tableHash(item);
      r = hashFailed ? -1 : doOne(what, t, item, hash, result);
      release(slot);
    }
    release(base);
    return r;
  }
  const it = getIter(v);
  if (it == RAISED) { release(base); return -1; }
  keep(it);
  for (let steps: u32 = 1; r == 1; steps++) {
    const item = iterNext(it);
    if (item == END) break;
    if (item == RAISED) { r = -1; break; }
    const slot = keep(item);
    const hash = tableHash(item);
    r = hashFailed ? -1 : doOne(what, t, item, hash, result);
    release(slot);
    if ((steps & 1023) == 0 && !stepsDone()) r = -1;
  }
  release(base);
  return r;
}

/** t |= items of `v`, nested. False with an exception pending. Keeps its arguments. */
export function setUpdate(t: TableObject, v: Value): bool {
  const source = changetype<TableObject>(keysTable(v));
  if (changetype<usize>(source) != 0) {
    if (source == t) return true;
    if (t.room - t.filled < source.used && t.used < source.used && !tableResize(t, t.used + source.used)) return false;
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
  const ok = other != RAISED && each(EACH_TOGGLE, t, other, t) == 1;
  release(base);
  return ok;
}
/** The items of `t` that are in `v`, as a new set of the given type. Raises what comparing raises, MemoryError. */
export function setIntersection(t: TableObject, v: Value, type: usize): Value {
  const r = tableNew(type);
  if (r == RAISED) return RAISED;
  const other = changetype<TableObject>(keysTable(v));
  // Of two tables the smaller one is walked.
  const ok = changetype<usize>(other) != 0 && setPart(v) != 0 && other.used > t.used
    ? each(EACH_KEEP, other, <u64>changetype<usize>(t), tableAt(r)) : each(EACH_KEEP, t, v, tableAt(r));
  return ok == 1 ? r : RAISED;
}
/** 1: no item of `v` is in the set; 0; -1: an exception is pending. */
export function setIsDisjoint(t: TableObject, v: Value): i32 {
  const other = changetype<TableObject>(keysTable(v));
  if (changetype<usize>(other) != 0 && setPart(v) != 0 && other.used > t.used) {
    return each(EACH_FIND, other, <u64>changetype<usize>(t), t);
  }
  return each(EACH_FIND, t, v, t);
}
/** Every item of `a` is in `b`: 1, 0, -1. Keeps nothing but its items. */
export function setIsSubset(a: TableObject, b: TableObject): i32 {
  if (a.used > b.used) return 0;
  const base = rootsMark();
  let result = 1;
  for (let n: u32 = 0; n < a.filled && result == 1; n++) {
    const e = a.entries + <usize>n * ENTRY;
    const item = load<u64>(e);
    if (item == NOTHING) continue;
    keep(item);
    const found = tableFind(b, item, load<u32>(e, ENTRY_HASH));
    result = searchFailed ? -1 : <i32>(found != 0);
    release(base);
  }
  return result;
}
/** A new set of the given type (SET_TYPE, FROZENSET_TYPE) with the items of `v`, nested. Raises what the iterator
 *  raises. Keeps its argument. */
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
  const ok = op == OP_OR ? setUpdate(tableAt(r), right) : op == OP_XOR ? setToggle(tableAt(r), right) : false;
  release(base);
  return ok ? r : RAISED;
}
/** The items of `t` that are not in `v`, as a new set. */
export function setDifference(t: TableObject, v: Value, type: usize): Value {
  const other = changetype<TableObject>(keysTable(v));
  const base = rootsMark();
  let result = RAISED;
  if (changetype<usize>(other) != 0 && other.used > t.used >> 2) {
    // Walks the left one, so that a small set minus a large one is quick.
    const r = tableNew(type);
    if (r != RAISED) {
      keep(r);
      let ok = true;
      for (let n: u32 = 0; n < t.filled && ok; n++) {
        const e = t.entries + <usize>n * ENTRY;
        const item = load<u64>(e), hash = load<u32>(e, ENTRY_HASH);
        if (item == NOTHING) continue;
        const slot = keep(item);
        const found = tableFind(other, item, hash);
        ok = !searchFailed && (found != 0 || addHashed(tableAt(r), item, hash));
        release(slot);
      }
      if (ok) result = r;
    }
  } else {
    const r = tableCopy(t, type);
    if (r != RAISED) {
      keep(r);
      if (setSubtract(tableAt(r), v)) result = r;
    }
  }
  release(base);
  return result;
}
