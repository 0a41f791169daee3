// list: slots and methods of Python's `list`. Layout and basic operations: list.ts; sorting:
// sort.ts.
//
// Items may change whenever Python code runs (__eq__, __index__, an iterator), so loops read length
// and items anew at every step. Behaviour: docs.python.org/3/library/stdtypes.html#lists.
import {
  Value, RAISED, NOTHING, NOT_HANDLED, isSmallInt, smallInt, smallIntNew,
} from "../core/value";
import { copyWords } from "../core/memory";
import { resizeRaw } from "../heap/allocator";
import { rootsMark } from "../heap/roots";
import { cellBytes } from "../heap/allocator";
import {
  OBJECT_TYPE, HASH_NONE, TYPE_HEAP, TYPE_INIT_FILLS, TYPE_SEQUENCE, OP_ADD, OP_MUL, OP_INPLACE,
  typeObjectOf,
} from "./type";
import {
  raise, raiseNoMemory, raised, raiseWith, raiseFormat, TypeError, ValueError, IndexError,
} from "./errors";
import { Args } from "./args";
import { typeBegin } from "./builder";
import { Text } from "./text";
import {
  ListObject, LIST_TYPE, LIST_MAX, listNew, listOf, listAppend, listReserve, listMark,
} from "./list";
import { NONE } from "./singletons";
import { payloadOf, reprEnter, reprLeave } from "./protocol";
import {
  isSlice, positionOf, sliceUnpack, sliceAdjust, sliceSet, sliceStart, sliceStop, sliceStep,
  sliceCount,
} from "./slice";
import { clampIndex, indexOf, itemPlace } from "./int";
import { listIter, listReverseIter, handOver } from "./iterators";
import {
  sequenceCompare, sequenceContains, sequenceCount, sequenceFind, sequenceRepr, repeatCount,
  sequenceSlice, sequenceJoined, sequenceRepeated, isListOrTuple, itemsOf, itemCount,
  itemsEqual, listExtend, listFrom,
} from "./sequence";
import { giveBack, list_sort } from "./sort";
import { chargeBytes, chargeScan, isDue } from "../heap/events";
import { stepsTaken } from "./hooks";
import { toHelper } from "./frozen";

@inline function listAt(v: Value): ListObject { return changetype<ListObject>(<usize>v); }

/** Gives back room when less than an eighth of it is in use. */
function shrink(l: ListObject): void {
  if (l.capacity < 64 || l.length > l.capacity >> 3) return;
  const bytes = <usize>(l.length << 1) << 3;
  const items = resizeRaw(l.items, <usize>l.length << 3, bytes < 64 ? 64 : bytes);
  if (items == 0) return;
  l.items = items;
  l.capacity = <u32>(cellBytes(items) >> 3);
}
/** Items within a list, which may be many. */
function moveItems(to: usize, from: usize, count: u32): void {
  chargeBytes(<usize>count << 3);
  copyWords(to, from, count);
}
/** Removes `count` items from position `at`. */
function removeRange(l: ListObject, at: u32, count: u32): void {
  const to = l.items + (<usize>at << 3);
  moveItems(to, to + (<usize>count << 3), l.length - at - count);
  l.length -= count;
  shrink(l);
}
/** Makes room for `count` items at position `at`; their content is undefined. False with
 *  MemoryError pending. */
function insertRoom(l: ListObject, at: u32, count: u32): bool {
  if (count > LIST_MAX - l.length) { raiseNoMemory(count); return false; }
  if (!listReserve(l, l.length + count)) return false;
  const from = l.items + (<usize>at << 3);
  moveItems(from + (<usize>count << 3), from, l.length - at);
  l.length += count;
  return true;
}

// ---- slots ----

function list_length(v: Value): i64 { return listAt(v).length; }
function list_truth(v: Value): i32 { return <i32>(listAt(v).length != 0); }

/** Place that a key names, -1 with an exception pending. */
function place(l: ListObject, key: Value, message: string): i64 {
  const i = isSmallInt(key) ? smallInt(key)
    : positionOf(key, "list indices must be integers or slices, not ");
  return raised() ? -1 : itemPlace(i, l.length, message);
}
function list_subscr(v: Value, key: Value): Value {
  const l = listAt(v);
  if (isSlice(key)) {
    if (!sliceUnpack(key)) return RAISED;
    sliceAdjust(l.length);
    return sequenceSlice(v);
  }
  const i = place(l, key, "list index out of range");
  return i < 0 ? RAISED : l.at(<u32>i);
}

function list_setSubscr(v: Value, key: Value, item: Value): bool {
  const l = listAt(v);
  if (isSlice(key)) return item == NOTHING ? deleteSlice(l, key) : assignSlice(l, key, item);
  const i = place(l, key, "list assignment index out of range");
  if (i < 0) return false;
  if (item != NOTHING) l.set(<u32>i, item); else removeRange(l, <u32>i, 1);
  return true;
}
function deleteSlice(l: ListObject, key: Value): bool {
  if (!sliceUnpack(key)) return false;
  sliceAdjust(l.length);
  const count = <u32>sliceCount;
  if (count == 0) return true;
  let step = sliceStep, start = sliceStart;
  if (step < 0) { start += step * (count - 1); step = -step; }
  if (step == 1) { removeRange(l, <u32>start, count); return true; }
  chargeScan(<usize>(l.length - <u32>start) + (count << 2));
  const last = start + step * (count - 1);
  for (let i = start, to = start, next = start; i < <i64>l.length; i++) {
    if (i == next && i <= last) next += step;
    else { l.set(<u32>to, l.at(<u32>i)); to++; }
  }
  l.length -= count;
  shrink(l);
  return true;
}
/** l[key] = items of `value`. A safepoint. */
function assignSlice(l: ListObject, key: Value, value: Value): bool {
  if (!sliceUnpack(key)) return false;
  const start = sliceStart, stop = sliceStop, step = sliceStep;
  const base = rootsMark();
  let source = value;
  if (!isListOrTuple(value) || <usize>value == changetype<usize>(l)) {
    if (typeObjectOf(value).iter == 0 && typeObjectOf(value).subscr == 0) {
      raise(TypeError, step == 1 ? "can only assign an iterable"
        : "must assign iterable to extended slice");
      return false;
    }
    source = listFrom(value);
    if (source == RAISED) return false;
  }
  const n = itemCount(source);
  sliceSet(start, stop, step);
  sliceAdjust(l.length);
  const count = <u32>sliceCount;
  if (step != 1) {
    if (n != count) {
      raiseFormat(ValueError, "attempt to assign sequence of size %d to extended slice of size %d",
        n, count);
      return false;
    }
    const from = itemsOf(source);
    chargeScan(n);
    for (let i: u32 = 0, at = sliceStart; i < n; i++, at += step) {
      l.set(<u32>at, load<u64>(from + (<usize>i << 3)));
    }
    return true;
  }
  const at = <u32>sliceStart;
  if (n > count) {
    if (!insertRoom(l, at + count, n - count)) return false;
  } else if (n < count) {
    removeRange(l, at + n, count - n);
  }
  chargeBytes(<usize>n << 3);
  copyWords(l.items + (<usize>at << 3), itemsOf(source), <usize>n);
  return true;
}

function list_contains(v: Value, item: Value): i32 { return sequenceContains(v, item); }
function list_compare(op: i32, left: Value, right: Value): Value {
  const a = payloadOf(left, LIST_TYPE), b = payloadOf(right, LIST_TYPE);
  if (a == 0 || b == 0) return NOT_HANDLED;
  return sequenceCompare(op, <u64>a, <u64>b);
}
function list_repr(v: Value, out: Text): bool {
  if (!reprEnter(v)) { out.literal("[...]"); return true; }
  out.literal("[");
  const ok = sequenceRepr(v, out);
  out.literal("]");
  reprLeave();
  return ok;
}

function list_binary(op: i32, left: Value, right: Value): Value {
  let a = payloadOf(left, LIST_TYPE), by = right;
  if (a == 0 && op == OP_MUL) { a = payloadOf(right, LIST_TYPE); by = left; }
  if (a == 0) return NOT_HANDLED;
  const l = changetype<ListObject>(a);
  if (op == OP_ADD || op == OP_ADD + OP_INPLACE) {
    const b = payloadOf(right, LIST_TYPE), heap = typeObjectOf(right).typeFlags & TYPE_HEAP;
    // The instance of a subclass gets itself back from its own slot: here `left` is the list.
    if (op != OP_ADD) return listExtend(l, b != 0 && !heap ? <u64>b : right) ? left : RAISED;
    if (b != 0) return sequenceJoined(<u64>a, <u64>b);
    return heap ? NOT_HANDLED : raiseWith(TypeError, 'can only concatenate list (not "%t") to list',
      right);
  }
  if (op != OP_MUL && op != OP_MUL + OP_INPLACE) return NOT_HANDLED;
  const times = repeatCount(by);
  if (times < 0) return times == -1 ? NOT_HANDLED : RAISED;
  if (op != OP_MUL && times == 1) return left;
  const r = sequenceRepeated(<u64>a, times);
  if (op == OP_MUL || r == RAISED) return r;
  giveBack(l, changetype<ListObject>(<usize>r));
  return left;
}

// ---- methods ----

function list_append(args: Args, n: i32): Value {
  return listAppend(listAt(args.at(0)), args.at(1)) ? NONE : RAISED;
}
/** list.extend(iterable). Hands over to a helper for iterables that run Python. */
function list_extend(args: Args, n: i32): Value {
  const v = args.at(1);
  if (handOver(v)) {
    return toHelper("_list_extend", args.at(0), v);
  }
  return listExtend(listAt(args.at(0)), v) ? NONE : RAISED;
}
function list_insert(args: Args, n: i32): Value {
  const l = listAt(args.at(0));
  const i = indexOf(args.at(1));
  if (raised()) return RAISED;
  const at = <u32>clampIndex(i, l.length);
  if (!insertRoom(l, at, 1)) return RAISED;
  l.set(at, args.at(2));
  return NONE;
}
function list_pop(args: Args, n: i32): Value {
  const l = listAt(args.at(0));
  let i: i64 = -1;
  if (n > 1) {
    i = positionOf(args.at(1), "integer expected, got ");
    if (raised()) return RAISED;
  }
  const length = l.length;
  if (length == 0) return raise(IndexError, "pop from empty list");
  i = itemPlace(i, length, "pop index out of range");
  if (i < 0) return RAISED;
  const item = l.at(<u32>i);
  if (<u32>i == length - 1) { l.length = length - 1; shrink(l); } else removeRange(l, <u32>i, 1);
  return item;
}
function list_remove(args: Args, n: i32): Value {
  const l = listAt(args.at(0)), item = args.at(1);
  for (let i: u32 = 0; i < l.length; i++) {
    const same = itemsEqual(l.at(i), item);
    if (same < 0 || (isDue() && !stepsTaken())) return RAISED;
    if (same == 0) continue;
    chargeScan(i);
    if (i < l.length) removeRange(l, i, 1);
    return NONE;
  }
  chargeScan(l.length);
  return raise(ValueError, "list.remove(x): x not in list");
}
function list_clear(args: Args, n: i32): Value {
  const l = listAt(args.at(0));
  removeRange(l, 0, l.length);
  return NONE;
}
function list_copy(args: Args, n: i32): Value {
  const l = listAt(args.at(0));
  return listOf(l.items, l.length);
}
function list_count(args: Args, n: i32): Value { return sequenceCount(args.at(0), args.at(1)); }
function list_index(args: Args, n: i32): Value {
  const i = sequenceFind(args, n);
  if (i >= 0) return smallIntNew(i);
  if (i == -2) return RAISED;
  return raiseWith(ValueError, "%r is not in list", args.at(1));
}
function list_reverse(args: Args, n: i32): Value {
  listReverse(listAt(args.at(0)));
  return NONE;
}
/** Turns the items round in place. */
export function listReverse(l: ListObject): void {
  if (l.length < 2) return;
  chargeBytes(<usize>l.length << 3);
  let a = l.items, b = l.items + (<usize>(l.length - 1) << 3);
  for (; a < b; a += 8, b -= 8) {
    const x = load<u64>(a);
    store<u64>(a, load<u64>(b));
    store<u64>(b, x);
  }
}
function list_reversed(args: Args, n: i32): Value { return listReverseIter(args.at(0)); }

/** list([iterable]): fills at once for list itself; an instance of a subclass is filled by
 *  __init__. */
function list_new(args: Args, n: i32): Value {
  if (args.at(0) != <u64>LIST_TYPE || n == 1) return listNew(0);
  if (n > 2) return tooMany(n - 1);
  const v = args.at(1);
  if (handOver(v)) {
    return toHelper("_list", v);
  }
  return listFrom(v);
}
function tooMany(n: i32): Value {
  return raiseWith(TypeError, "list expected at most 1 argument, got %d", n);
}
/** list.__init__([iterable]): replaces the contents. */
function list_init(args: Args, n: i32): Value {
  const l = listAt(args.at(0));
  removeRange(l, 0, l.length);
  return n == 1 ? NONE : list_extend(args, n);
}

export function listInstall(): void {
  const t = typeBegin(LIST_TYPE, "list", OBJECT_TYPE, listMark);
  t.flag(TYPE_INIT_FILLS | TYPE_SEQUENCE);
  t.construct(list_new, 0, -1);
  const s = t.type();
  s.length = list_length.index;
  s.truth = list_truth.index;
  s.subscr = list_subscr.index;
  s.setSubscr = list_setSubscr.index;
  s.contains = list_contains.index;
  s.iter = listIter.index;
  s.compare = list_compare.index;
  s.binary = list_binary.index;
  s.repr = list_repr.index;
  s.hash = HASH_NONE;
  t.method("__init__", list_init, 0, 1);
  t.method("append", list_append, 1, 1);
  t.method("extend", list_extend, 1, 1);
  t.method("insert", list_insert, 2, 2);
  t.method("pop", list_pop, 0, 1);
  t.method("remove", list_remove, 1, 1);
  t.method("clear", list_clear, 0, 0);
  t.method("copy", list_copy, 0, 0);
  t.method("count", list_count, 1, 1);
  t.method("index", list_index, 1, 3);
  t.method("reverse", list_reverse, 0, 0);
  t.method("__reversed__", list_reversed, 0, 0);
  t.def("sort", list_sort, "*,key=,reverse=");
}
