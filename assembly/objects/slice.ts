// slice: Python's `slice` objects, and the one place where the bounds of a slice are worked out.
//
// Every sequence uses sliceBounds (or sliceUnpack and sliceAdjust, when __index__ might change its
// length); the result stands in sliceStart, sliceStop, sliceStep, sliceCount until the next call.
// Behaviour: docs.python.org/3/library/functions.html#slice.
import { Value, RAISED, NOTHING, NOT_HANDLED, isSmallInt, smallInt,
  smallIntNew } from "../core/value";
import { Header, TYPE_BYTES, isExactly } from "../heap/header";
import { allocObject } from "../heap/allocator";
import { chargeBytes, chargeScan } from "../heap/events";
import { markValue } from "../heap/collector";
import { rootsMark, keep, release } from "../heap/roots";
import { OBJECT_TYPE, HASH_NONE, TYPE_FINAL, OP_ADD, OP_SUB } from "./type";
import {
  raise, raiseType, raiseNoMemory, raised, raiseWith, TypeError, ValueError, IndexError,
} from "./errors";
import { Args } from "./args";
import { typeBegin } from "./builder";
import { Text } from "./text";
import { tupleOf3 } from "./tuple";
import { indexTry, indexValue, indexOf, intIsNegative } from "./int";
import { NONE } from "./singletons";
import { compareValues, lessThan, binaryOp } from "./protocol";

export const SLICE_TYPE: usize = memory.data(TYPE_BYTES, 16);

//  0      4      8      16    24    32
//  |klass |flags |start |stop |step |
@unmanaged export class SliceObject extends Header {
  /** Any value; None if it was left out. */
  start: Value;
  stop: Value;
  step: Value;
}

/** slice(start, stop, step); None for what is left out. Raises MemoryError. */
export function sliceNew(start: Value, stop: Value, step: Value): Value {
  const s = changetype<SliceObject>(allocObject(offsetof<SliceObject>()));
  if (changetype<usize>(s) == 0) return raiseNoMemory(offsetof<SliceObject>());
  s.klass = SLICE_TYPE;
  s.flags = 0;
  s.start = start;
  s.stop = stop;
  s.step = step;
  return <u64>changetype<usize>(s);
}
function sliceMark(address: usize): void {
  const s = changetype<SliceObject>(address);
  markValue(s.start);
  markValue(s.stop);
  markValue(s.step);
}
@inline export function isSlice(v: Value): bool { return isExactly(v, SLICE_TYPE); }

// ---- indices ----

/** operator.index(v) as a position: beyond i64 IndexError "cannot fit ...", no integer TypeError
 *  `message` + type name. Test raised(). May run Python. */
export function positionOf(v: Value, message: string): i64 {
  if (isSmallInt(v)) return smallInt(v);
  const r = indexTry(v);
  if (r == NOT_HANDLED) { raiseType(TypeError, message, v, ""); return 0; }
  if (r == RAISED) return 0;
  if (isSmallInt(r)) return smallInt(r);
  raiseWith(IndexError, "cannot fit '%t' into an index-sized integer", v);
  return 0;
}

// ---- bounds ----

/** First item. Unit: items. For a negative step and an empty slice -1 is possible. */
export let sliceStart: i64 = 0;
/** Item before which (after which, for a negative step) the slice ends; -1: before the first
 *  one. */
export let sliceStop: i64 = 0;
/** Never 0, never i64.MIN_VALUE. */
export let sliceStep: i64 = 0;
/** Items that the slice has. */
export let sliceCount: i64 = 0;

/** What a bound or a step that is an index stands for: an int. Raises TypeError. May run Python. */
function boundValue(v: Value): Value {
  if (isSmallInt(v)) return v;
  const r = indexTry(v);
  return r != NOT_HANDLED ? r
    : raise(TypeError, "slice indices must be integers or None or have an __index__ method");
}
/** One bound as i64; raises TypeError. */
function bound(v: Value): i64 {
  if (isSmallInt(v)) return smallInt(v);
  const r = boundValue(v);
  return r == RAISED ? 0 : indexOf(r);
}
/** Evaluates the bounds of a SliceObject (running __index__ where it must). False with TypeError or
 *  ValueError (step 0) pending. To be followed by sliceAdjust(length) before anything else runs. */
export function sliceUnpack(v: Value): bool {
  const s = changetype<SliceObject>(<usize>v);
  let step: i64 = 1;
  if (s.step != NONE) {
    step = bound(s.step);
    if (raised()) return false;
    if (step == 0) { raise(ValueError, "slice step cannot be zero"); return false; }
    if (step == i64.MIN_VALUE) step = -i64.MAX_VALUE;
  }
  // What is left out lies beyond every sequence; sliceAdjust brings it back.
  let start = step < 0 ? i64.MAX_VALUE : 0, stop = step < 0 ? i64.MIN_VALUE : i64.MAX_VALUE;
  if (s.start != NONE) {
    start = bound(s.start);
    if (raised()) return false;
  }
  if (s.stop != NONE) {
    stop = bound(s.stop);
    if (raised()) return false;
  }
  sliceSet(start, stop, step);
  return true;
}
/** Sets unpacked bounds again, when other slices may have come between sliceUnpack and
 *  sliceAdjust. */
export function sliceSet(start: i64, stop: i64, step: i64): void {
  sliceStart = start;
  sliceStop = stop;
  sliceStep = step;
}
/** Fits the unpacked bounds to a sequence of `length` items and counts the slice's items. */
export function sliceAdjust(length: i64): void {
  const step = sliceStep;
  const down = step < 0;
  let start = sliceStart, stop = sliceStop;
  if (start < 0) {
    start += length;
    if (start < 0) start = down ? -1 : 0;
  } else if (start >= length) {
    start = down ? length - 1 : length;
  }
  if (stop < 0) {
    stop += length;
    if (stop < 0) stop = down ? -1 : 0;
  } else if (stop >= length) {
    stop = down ? length - 1 : length;
  }
  let count: i64 = 0;
  if (down) {
    if (stop < start) count = (start - stop - 1) / -step + 1;
  } else if (start < stop) {
    count = step == 1 ? stop - start : (stop - start - 1) / step + 1;
  }
  sliceStart = start;
  sliceStop = stop;
  sliceCount = count;
}
/** Copies the items of the adjusted slice, each of `size` bytes, out of those at `from` to `to`. */
export function sliceCopy(to: usize, from: usize, size: u32): void {
  const count = <usize>sliceCount, step = <usize>(sliceStep * size);
  from += <usize>(sliceStart * size);
  if (sliceStep == 1) {
    chargeBytes(count * size);
    memory.copy(to, from, count * size);
    return;
  }
  chargeScan(count << 2);
  const end = to + count * size;
  if (size == 1) for (; to < end; to++, from += step) store<u8>(to, load<u8>(from));
  for (; to < end; to += size, from += step) memory.copy(to, from, size);
}
/** Bounds of the SliceObject `slice` for a sequence of `length` items, in sliceStart, sliceStop,
 *  sliceStep and sliceCount. False with TypeError or ValueError pending. May run Python
 *  (__index__): a sequence that this could make shorter must use sliceUnpack and then
 *  sliceAdjust(its length). */
export function sliceBounds(slice: Value, length: i64): bool {
  if (!sliceUnpack(slice)) return false;
  sliceAdjust(length);
  return true;
}
/** The same bounds for the optional start and end of `index`, `find` and their like: None and
 *  NOTHING are left out. Result in sliceStart, sliceStop (0 <= start, stop <= length). False with
 *  TypeError pending. */
export function searchBounds(start: Value, stop: Value, length: i64): bool {
  let from: i64 = 0, to: i64 = length;
  if (start != NOTHING && start != NONE) {
    from = bound(start);
    if (raised()) return false;
    if (from < 0) { from += length; if (from < 0) from = 0; }
  }
  if (stop != NOTHING && stop != NONE) {
    to = bound(stop);
    if (raised()) return false;
    if (to < 0) { to += length; if (to < 0) to = 0; }
    if (to > length) to = length;
  }
  sliceStart = from;
  sliceStop = to;
  return true;
}

// ---- slots and methods ----

function slice_repr(v: Value, out: Text): bool {
  const s = changetype<SliceObject>(<usize>v);
  return out.format("slice(%r, %r, %r)", s.start, s.stop, s.step);
}
/** slice op slice, as the tuples of their bounds. */
function slice_compare(op: i32, left: Value, right: Value): Value {
  if (!isSlice(left) || !isSlice(right)) return NOT_HANDLED;
  const a = changetype<SliceObject>(<usize>left), b = changetype<SliceObject>(<usize>right);
  const x = tupleOf3(a.start, a.stop, a.step), y = tupleOf3(b.start, b.stop, b.step);
  return x == RAISED || y == RAISED ? RAISED : compareKept(op, x, y);
}
/** compareValues that keeps its operands. */
function compareKept(op: i32, x: Value, y: Value): Value {
  const base = rootsMark();
  keep(x); keep(y);
  const r = compareValues(op, x, y);
  release(base);
  return r;
}
function slice_start(self: Value): Value { return changetype<SliceObject>(<usize>self).start; }
function slice_stop(self: Value): Value { return changetype<SliceObject>(<usize>self).stop; }
function slice_step(self: Value): Value { return changetype<SliceObject>(<usize>self).step; }

/** One bound of slice.indices(), an int, fitted between `low` and `high`; NONE: it is
 *  `fallback`. No safepoint. */
function fitted(v: Value, length: Value, low: Value, high: Value, fallback: Value): Value {
  if (v == NONE) return fallback;
  if (intIsNegative(v)) v = binaryOp(OP_ADD, v, length);
  if (v == RAISED) return RAISED;
  return lessThan(v, low) == 1 ? low : lessThan(high, v) == 1 ? high : v;
}
/** Start, stop and step of `slice` for a sequence whose length is an int of any size, as a tuple of
 *  three ints. Raises TypeError, ValueError. */
export function sliceIndices(slice: Value, length: Value): Value {
  const s = changetype<SliceObject>(<usize>slice);
  const zero = smallIntNew(0);
  const step = s.step == NONE ? smallIntNew(1) : boundValue(s.step);
  if (step == RAISED) return RAISED;
  if (step == zero) return raise(ValueError, "slice step cannot be zero");
  const base = rootsMark();
  keep(step);
  const from = s.start == NONE ? NONE : boundValue(s.start);
  keep(from);
  const to = from == RAISED || s.stop == NONE ? NONE : boundValue(s.stop);
  release(base);
  const down = intIsNegative(step), low = down ? smallIntNew(-1) : zero,
    high = down ? binaryOp(OP_SUB, length, smallIntNew(1)) : length;
  if (from == RAISED || to == RAISED || high == RAISED) return RAISED;
  const start = fitted(from, length, low, high, down ? high : low),
    stop = fitted(to, length, low, high, down ? low : high);
  return start == RAISED || stop == RAISED ? RAISED : tupleOf3(start, stop, step);
}
/** slice.indices(length) -> (start, stop, step). */
function slice_indices(args: Args, n: i32): Value {
  const length = indexValue(args.at(1));
  if (length == RAISED) return RAISED;
  if (intIsNegative(length)) return raise(ValueError, "length should not be negative");
  const base = rootsMark();
  keep(length);
  const r = sliceIndices(args.at(0), length);
  release(base);
  return r;
}
/** slice(stop), slice(start, stop[, step]). */
function slice_new(args: Args, n: i32): Value {
  if (n == 2) return sliceNew(NONE, args.at(1), NONE);
  return sliceNew(args.at(1), args.at(2), n > 3 ? args.at(3) : NONE);
}

export function sliceInstall(): void {
  const t = typeBegin(SLICE_TYPE, "slice", OBJECT_TYPE, sliceMark);
  t.flag(TYPE_FINAL);
  t.construct(slice_new, 1, 3);
  t.type().repr = slice_repr.index;
  t.type().compare = slice_compare.index;
  t.type().hash = HASH_NONE;
  t.attribute("start", slice_start);
  t.attribute("stop", slice_stop);
  t.attribute("step", slice_step);
  t.method("indices", slice_indices, 1, 1);
}
