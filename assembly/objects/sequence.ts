// What list and tuple have in common: comparing, searching, repeating, filling from iterables.
import { noteDone } from "../heap/running";
import {
  Value, RAISED, NOTHING, END, NOT_HANDLED, isSmallInt, smallInt, smallIntNew, bothSmallInts,
  bothInlineFloats,
  inlineFloat,
} from "../core/value";
import { copyWords } from "../core/memory";
import { isExactly } from "../heap/header";
import { rootsMark, keep, release } from "../heap/roots";
import {
  chargeBytes, chargeFuel, chargeScan, chargeSteps, isDue,
} from "../heap/events";
import { CMP_EQ, CMP_NE, orderHolds } from "./type";
import { raiseNoMemory, raised, raiseWith, interrupted, TypeError, OverflowError } from "./errors";
import { Args } from "./args";
import { Text } from "./text";
import { ListObject, LIST_TYPE, LIST_MAX, listNew, listAppend, listReserve } from "./list";
import { TupleObject, TUPLE_TYPE, tupleAlloc, tupleNew } from "./tuple";
import {
  TableObject, DICT_TYPE, SET_TYPE, FROZENSET_TYPE, ENTRY,
} from "./table";
import { StrObject, STR_TYPE, strEquals, strCompare } from "./str";
import { indexOf, indexOverflowed } from "./int";
import { boolValue } from "./singletons";
import { compareValues, valuesEqual, getIter, iterNext, reprInto } from "./protocol";
import { enterNative, leaveNative, stepsTaken } from "./hooks";
import { RangeIter, RANGE_ITER_TYPE } from "./iterators";
import { repeatIndex } from "./str_type";
import { searchBounds, sliceStart, sliceStep, sliceStop, sliceCount } from "./slice";

/** True for a list or tuple itself (payloads included, instances of subclasses not). */
@inline export function isListOrTuple(v: Value): bool {
  return isExactly(v, LIST_TYPE) || isExactly(v, TUPLE_TYPE);
}
/** Items of a list or tuple: both say it at the same place. Unit: items. */
@inline function lengthAt(v: Value): u32 { return changetype<TupleObject>(<usize>v).length; }
if (offsetof<ListObject>("length") != offsetof<TupleObject>("length")) ERROR("lengthAt");
@inline function itemAt(v: Value, i: u32): Value {
  return load<u64>(itemsOf(v) + (<usize>i << 3));
}
/** Address of the first item of a list or tuple. Valid until the list changes. */
export function itemsOf(v: Value): usize {
  return load<u32>(<usize>v) == <u32>LIST_TYPE
    ? changetype<ListObject>(<usize>v).items : changetype<TupleObject>(<usize>v).items();
}
export function itemCount(v: Value): u32 { return lengthAt(v); }
/** A new list or tuple, as `v` is one, of `count` items, which the caller sets at once. Raises
 *  MemoryError. */
function alike(v: Value, count: u32): Value {
  if (!isExactly(v, LIST_TYPE)) return <u64>changetype<usize>(tupleAlloc(count));
  const r = listNew(count);
  if (r != RAISED) changetype<ListObject>(<usize>r).length = count;
  return r;
}
/** The items that sliceAdjust found in a list or tuple, as a new one. Raises MemoryError. */
export function sequenceSlice(v: Value): Value {
  const count = <u32>sliceCount, r = alike(v, count);
  if (r == RAISED) return RAISED;
  let from = itemsOf(v) + (<usize>sliceStart << 3), to = itemsOf(r);
  if (sliceStep == 1) {
    copyWords(to, from, <usize>count);
    return r;
  }
  chargeScan(count);
  for (let i: u32 = 0; i < count; i++, to += 8, from += <usize>sliceStep << 3)
    store<u64>(to, load<u64>(from));
  return r;
}
/** The items of two lists or two tuples in one. Raises MemoryError. */
export function sequenceJoined(x: Value, y: Value): Value {
  const m = lengthAt(x), n = lengthAt(y), r = alike(x, m + n);
  if (r == RAISED) return RAISED;
  chargeBytes(<usize>(m + n) << 3);
  copyWords(itemsOf(r), itemsOf(x), <usize>m);
  copyWords(itemsOf(r) + (<usize>m << 3), itemsOf(y), <usize>n);
  return r;
}
/** The items of a list or tuple `times` over, as a new one. Raises MemoryError. */
export function sequenceRepeated(v: Value, times: i64): Value {
  const n = lengthAt(v);
  if (n != 0 && times > <i64>(LIST_MAX / n)) return raiseNoMemory(<u32>-1);
  const total = n * <u32>times, r = alike(v, total);
  if (r == RAISED || total == 0) return r;
  chargeFuel(total >> 4);
  copyWords(itemsOf(r), itemsOf(v), <usize>n);
  fillRepeated(itemsOf(r), <usize>n << 3, <usize>total << 3);
  return r;
}

/** valuesEqual for items of a container that Python code may change meanwhile: keeps both. A
 *  safepoint. */
export function itemsEqual(a: Value, b: Value): i32 {
  if (a == b) return 1;
  if (bothSmallInts(a, b)) return 0;
  if (isExactly(a, STR_TYPE) && isExactly(b, STR_TYPE)) {
    return <i32>strEquals(changetype<StrObject>(<usize>a), changetype<StrObject>(<usize>b));
  }
  const base = rootsMark();
  keep(a); keep(b);
  const same = valuesEqual(a, b);
  release(base);
  return same;
}
/** First position from `i` on where the items are not the very same. */
function skipSame(left: Value, right: Value, i: u32): u32 {
  const m = lengthAt(left), n = lengthAt(right);
  const end = m < n ? m : n;
  for (let x = itemsOf(left), y = itemsOf(right); i < end; i++) {
    if (load<u64>(x + (<usize>i << 3)) != load<u64>(y + (<usize>i << 3))) break;
  }
  return i;
}
/** left op right for two tuples. Where ints, floats and strs decide, no Python runs. A
 *  safepoint. */
export function tupleCompare(op: i32, left: Value, right: Value): Value {
  const a = changetype<TupleObject>(<usize>left), b = changetype<TupleObject>(<usize>right);
  const m = a.length, n = b.length, end = m < n ? m : n;
  if (m != n && (op == CMP_EQ || op == CMP_NE)) return boolValue(op == CMP_NE);
  for (let i: u32 = 0; i < end; i++) {
    const x = a.at(i), y = b.at(i);
    if (x == y) continue;
    let order: i32;
    if (bothSmallInts(x, y)) {
      order = <i64>x < <i64>y ? -1 : 1;
    } else if (isExactly(x, STR_TYPE) && isExactly(y, STR_TYPE)) {
      const s = changetype<StrObject>(<usize>x), t = changetype<StrObject>(<usize>y);
      if (strEquals(s, t)) continue;
      order = op == CMP_EQ || op == CMP_NE ? 1 : strCompare(s, t);
    } else if (bothInlineFloats(x, y)) {
      order = inlineFloat(x) < inlineFloat(y) ? -1 : 1;
    } else {
      return sequenceCompare(op, left, right);
    }
    chargeScan(i);
    return boolValue(orderHolds(op, order, 0));
  }
  chargeScan(end);
  return boolValue(orderHolds(op, m, n));
}
/** left op right for two lists or two tuples (both of the same kind). A safepoint.
 *  Depth-limited. */
export function sequenceCompare(op: i32, left: Value, right: Value): Value {
  if (lengthAt(left) != lengthAt(right)) {
    if (op == CMP_EQ) return boolValue(false);
    if (op == CMP_NE) return boolValue(true);
  }
  if (!enterNative()) return RAISED;
  let same = 1;
  let i: u32 = 0;
  let a = NOTHING, b = NOTHING;
  for (; i < lengthAt(left) && i < lengthAt(right); i++) {
    i = skipSame(left, right, i);
    if (i >= lengthAt(left) || i >= lengthAt(right)) break;
    a = itemAt(left, i);
    b = itemAt(right, i);
    same = itemsEqual(a, b);
    if (same != 1) break;
    if (isDue() && !stepsTaken()) { same = -1; break; }
  }
  let result = RAISED;
  if (same != -1 && chargeSteps((i >> 2) + 1) && !stepsTaken()) {
    leaveNative();
    return RAISED;
  }
  if (same == 0) {
    if (op == CMP_EQ) {
      result = boolValue(false);
    } else if (op == CMP_NE) {
      result = boolValue(true);
    } else if (bothSmallInts(a, b)) {
      result = boolValue(orderHolds(op, <i64>a, <i64>b));
    } else {
      const base = rootsMark();
      keep(a); keep(b);
      result = compareValues(op, a, b);
      release(base);
    }
  } else if (same == 1) {
    result = boolValue(orderHolds(op, lengthAt(left), lengthAt(right)));
  }
  leaveNative();
  return result;
}
/** Position of the first item from `from` on, before `stop`, that is equal to `item`. -1: not found;
 *  -2: an exception is pending. A safepoint. */
function findItem(v: Value, item: Value, from: i64, stop: i64): i64 {
  let found: i64 = -1, i = from;
  for (; i < stop && i < <i64>lengthAt(v); i++) {
    const same = itemsEqual(itemAt(v, <u32>i), item);
    if (same < 0 || (isDue() && !stepsTaken())) return -2;
    if (same) { found = i; break; }
  }
  return chargeSteps(<u32>(i - from) >> 2) && !stepsTaken() ? -2 : found;
}
/** item in sequence, a list or tuple. A safepoint. */
export function sequenceContains(v: Value, item: Value): i32 {
  const i = findItem(v, item, 0, i64.MAX_VALUE);
  return i == -2 ? -1 : <i32>(i >= 0);
}
/** Number of items equal to `item`, an int. A safepoint. */
export function sequenceCount(v: Value, item: Value): Value {
  let count = 0, i: i64 = -1;
  while ((i = findItem(v, item, i + 1, i64.MAX_VALUE)) >= 0) count++;
  return i == -2 ? RAISED : smallIntNew(count);
}
/** Position of the first item equal to args.at(1), from args.at(2) to args.at(3) if they are given:
 *  method `index`. -1: not found; -2: an exception is pending. A safepoint. */
export function sequenceFind(args: Args, n: i32): i64 {
  const v = args.at(0);
  return searchBounds(n > 2 ? args.at(2) : NOTHING, n > 3 ? args.at(3) : NOTHING, lengthAt(v))
    ? findItem(v, args.at(1), sliceStart, sliceStop) : -2;
}
/** Appends the items, separated by commas. The list may change meanwhile. A safepoint. */
export function sequenceRepr(v: Value, out: Text): bool {
  for (let i: u32 = 0; i < lengthAt(v); i++) {
    if (i != 0) out.literal(", ");
    if (!reprInto(itemAt(v, i), out)) return false;
  }
  return true;
}

/** How often a sequence is to be repeated: at least 0. -1: `v` is no integer, and nothing is
 *  pending (its own operators may know); -2: an exception is pending. */
export function repeatCount(v: Value): i64 {
  if (isSmallInt(v)) return smallInt(v) < 0 ? 0 : smallInt(v);
  const times = repeatIndex(v);
  if (times == NOT_HANDLED) return -1;
  const n = times == RAISED ? 0 : indexOf(times);
  if (!raised() && indexOverflowed)
    raiseWith(OverflowError, "cannot fit '%t' into an index-sized integer", v);
  return raised() ? -2 : n < 0 ? 0 : n;
}
/** Fills `total` bytes at `to`, whose first `have` bytes are set, by repeating those. */
export function fillRepeated(to: usize, have: usize, total: usize): void {
  while (have < total) {
    const n = have < total - have ? have : total - have;
    memory.copy(to + have, to, n);
    have += n;
  }
}

/** For long native loops: charges fuel for 1024 steps. False with KeyboardInterrupt pending when
 *  the host asked. */
export function stepsDone(): bool {
  chargeFuel(1024);
  return !interrupted();
}

/** Appends all items of an iterable, nested: list.extend. A safepoint. Raises what the iterator
 *  raises. `l` and `v` are kept by this function. */
export function listExtend(l: ListObject, v: Value): bool {
  if (isListOrTuple(v)) {
    const n = lengthAt(v);
    if (n == 0) return true;
    if (!listReserve(l, l.length + n)) return false;
    chargeBytes(<usize>n << 3);
    copyWords(l.items + (<usize>l.length << 3), itemsOf(v), <usize>n);
    l.length += n;
    return true;
  }
  if (isExactly(v, DICT_TYPE) || isExactly(v, SET_TYPE) || isExactly(v, FROZENSET_TYPE)) {
    const t = changetype<TableObject>(<usize>v);
    if (!listReserve(l, l.length + t.used)) return false;
    let to = l.items + (<usize>l.length << 3);
    chargeScan(t.filled);
    const end = t.entries + <usize>t.filled * ENTRY;
    for (let e = t.entries; e < end; e += ENTRY) {
      const key = load<u64>(e);
      if (key == NOTHING) continue;
      store<u64>(to, key);
      to += 8;
    }
    l.length += t.used;
    return true;
  }
  const base = rootsMark();
  keep(<u64>changetype<usize>(l)); keep(v);
  let ok = false;
  const it = getIter(v);
  if (it != RAISED) {
    keep(it);
    if (isExactly(it, RANGE_ITER_TYPE)) {
      ok = extendRange(l, changetype<RangeIter>(<usize>it));
    } else {
      for (let steps: u32 = 1; ; steps++) {
        const x = iterNext(it);
        if (x == END) { ok = true; break; }
        if (x == RAISED || !listAppend(l, x)) break;
        if ((steps & 1023) == 0 && !stepsDone()) break;
      }
    }
  }
  release(base);
  return ok;
}
function extendRange(l: ListObject, it: RangeIter): bool {
  const n = it.left;
  if (n > <i64>LIST_MAX - l.length) { raiseNoMemory(<u32>-1); return false; }
  if (!listReserve(l, l.length + <u32>n)) return false;
  chargeFuel(<u64>n >> 3);
  let x = it.next, to = l.items + (<usize>l.length << 3);
  const step = it.step, end = to + (<usize>n << 3);
  for (; to < end; to += 8, x += step) store<u64>(to, smallIntNew(x));
  l.length += <u32>n;
  it.left = 0;
  noteDone();
  return true;
}
/** list(v), nested. A safepoint. Raises TypeError (not iterable), what the iterator raises,
 *  MemoryError. */
export function listFrom(v: Value): Value {
  const l = listNew(0);
  if (l == RAISED) return RAISED;
  return listExtend(changetype<ListObject>(<usize>l), v) ? l : RAISED;
}
/** Compares the items of two containers as lists are compared; NOT_HANDLED if one of the addresses is
 *  0. list: makes a list of a container's items. A safepoint. Raises what comparing the items
 *  raises, MemoryError. */
export function compareAsLists(op: i32, a: usize, b: usize, list: (v: Value) => Value): Value {
  if (a == 0 || b == 0) return NOT_HANDLED;
  const base = rootsMark();
  keep(a); keep(b);
  const x = list(a);
  keep(x);
  const y = x == RAISED ? RAISED : list(b);
  keep(y);
  const r = y == RAISED ? RAISED : compareValues(op, x, y);
  release(base);
  return r;
}
/** tuple(v), nested; a tuple itself comes back as it is. A safepoint. Raises as listFrom. */
export function tupleFrom(v: Value): Value {
  if (isExactly(v, TUPLE_TYPE)) return v;
  if (isExactly(v, LIST_TYPE)) return tupleNew(itemsOf(v), lengthAt(v));
  const l = listFrom(v);
  return l == RAISED ? RAISED : tupleNew(itemsOf(l), lengthAt(l));
}
