// range: Python's `range`, with bounds of any size.
//
// The four numbers are kept as ints. While all are small (the usual case) the arithmetic is done in
// i64; RANGE_BIG marks the others, which go through the int type's own operators. Behaviour:
// docs.python.org/3/library/stdtypes.html#ranges.
import {
  Value, RAISED, NOT_HANDLED, NOTHING, isSmallInt, smallInt, smallIntNew,
} from "../core/value";
import { Header, TYPE_BYTES, INT_TYPE, isExactly, typeOf } from "../heap/header";
import { allocObject } from "../heap/allocator";
import { markValue } from "../heap/collector";
import { rootsMark, keep, release } from "../heap/roots";
import {
  OBJECT_TYPE, CMP_EQ, CMP_NE, OP_ADD, OP_SUB, OP_MUL, OP_FLOORDIV, OP_MOD, TYPE_FINAL,
  TYPE_SEQUENCE,
} from "./type";
import {
  raise, raiseNoMemory, raiseWith, TypeError, ValueError, IndexError, OverflowError,
} from "./errors";
import { Args } from "./args";
import { typeBegin } from "./builder";
import { Text } from "./text";
import { TupleObject, tupleOf3 } from "./tuple";
import { intFromI64, indexTry, indexValue, intIsNegative } from "./int";
import { NONE, TRUE, FALSE, boolValue, isBool } from "./singletons";
import {
  binaryOp, valuesEqual, lessThan, hashValue, containsByIterating,
} from "./protocol";
import { isSlice, sliceIndices } from "./slice";
import { rangeIterNew, bigRangeIterNew } from "./iterators";
import { argsToHelper } from "./frozen";

export const RANGE_TYPE: usize = memory.data(TYPE_BYTES, 16);

//  0      4      8      16    24    32      40
//  |klass |flags |start |stop |step |length |
@unmanaged export class RangeObject extends Header {
  /** Ints. Small ones all four unless RANGE_BIG is set. */
  start: Value;
  stop: Value;
  /** Never 0. */
  step: Value;
  /** Number of items. */
  length: Value;
}
const ZERO: Value = 1, ONE: Value = 3;
/** flags: at least one of the numbers is a bignum. */
export const RANGE_BIG: u32 = 1;

/** Items of range(start, stop, step) for small ints; up to 2^63 - 1. */
function countSmall(start: i64, stop: i64, step: i64): i64 {
  if (step > 0) return start < stop ? <i64>(<u64>(stop - start - 1) / <u64>step) + 1 : 0;
  return start > stop ? <i64>(<u64>(start - stop - 1) / <u64>-step) + 1 : 0;
}
/** a op b for ints of any size; RAISED for either: RAISED. No safepoint. Raises MemoryError. */
function intOp(op: i32, a: Value, b: Value): Value {
  return a == RAISED || b == RAISED ? RAISED : binaryOp(op, a, b);
}
/** The same count for ints of any size: (stop - start) / step, rounded up. Raises MemoryError. */
function countBig(start: Value, stop: Value, step: Value): Value {
  const n = intOp(OP_SUB, ZERO, intOp(OP_FLOORDIV, intOp(OP_SUB, start, stop), step));
  return n != RAISED && intIsNegative(n) ? ZERO : n;
}
/** range(start, stop, step) of ints of any size. Raises ValueError (step 0), MemoryError. */
export function rangeNew(start: Value, stop: Value, step: Value): Value {
  if (step == ZERO) return raise(ValueError, "range() arg 3 must not be zero");
  let length: Value;
  if (isSmallInt(start) && isSmallInt(stop) && isSmallInt(step)) {
    length = intFromI64(countSmall(smallInt(start), smallInt(stop), smallInt(step)));
  } else {
    length = countBig(start, stop, step);
  }
  if (length == RAISED) return RAISED;
  const r = changetype<RangeObject>(allocObject(offsetof<RangeObject>()));
  if (changetype<usize>(r) == 0) return raiseNoMemory(offsetof<RangeObject>());
  r.klass = RANGE_TYPE;
  r.flags = (start & stop & step & length & 1) != 0 ? 0 : RANGE_BIG;
  r.start = start;
  r.stop = stop;
  r.step = step;
  r.length = length;
  return <u64>changetype<usize>(r);
}
function rangeMark(address: usize): void {
  const r = changetype<RangeObject>(address);
  if (!(r.flags & RANGE_BIG)) return;
  markValue(r.start);
  markValue(r.stop);
  markValue(r.step);
  markValue(r.length);
}
@inline function rangeAt(v: Value): RangeObject { return changetype<RangeObject>(<usize>v); }

/** start + i * step: item `i`, an int; it may lie beyond the range, so beyond small ints. RAISED for
 *  i: RAISED. Raises MemoryError. */
function rangePoint(r: RangeObject, i: Value): Value {
  return intOp(OP_ADD, r.start, intOp(OP_MUL, i, r.step));
}

// ---- slots ----

function range_length(v: Value): i64 {
  const r = rangeAt(v);
  if (isSmallInt(r.length)) return smallInt(r.length);
  if (isSmallInt(r.start) && isSmallInt(r.stop) && isSmallInt(r.step)) {
    return countSmall(smallInt(r.start), smallInt(r.stop), smallInt(r.step));
  }
  raise(OverflowError, "Python int too large to convert to C ssize_t");
  return -1;
}
function range_truth(v: Value): i32 { return <i32>(rangeAt(v).length != ZERO); }

function range_subscr(v: Value, key: Value): Value {
  const r = rangeAt(v);
  if (isSmallInt(key) && !(r.flags & RANGE_BIG)) {
    const length = smallInt(r.length);
    let i = smallInt(key);
    if (i < 0) i += length;
    if (<u64>i >= <u64>length) return raise(IndexError, "range object index out of range");
    return smallIntNew(smallInt(r.start) + i * smallInt(r.step));
  }
  if (isSlice(key)) return rangeSlice(r, key);
  let i = rangeKey(key);
  if (i != RAISED && intIsNegative(i)) i = intOp(OP_ADD, i, r.length);
  if (i == RAISED) return RAISED;
  return intIsNegative(i) || lessThan(i, r.length) != 1
    ? raise(IndexError, "range object index out of range") : rangePoint(r, i);
}
/** The key as an int. Raises TypeError. */
function rangeKey(key: Value): Value {
  if (isSmallInt(key)) return key;
  const r = indexTry(key);
  return r != NOT_HANDLED ? r
    : raiseWith(TypeError, "range indices must be integers or slices, not %t", key);
}
function rangeSlice(r: RangeObject, slice: Value): Value {
  const bounds = sliceIndices(slice, r.length);
  if (bounds == RAISED) return RAISED;
  const b = changetype<TupleObject>(<usize>bounds), start = rangePoint(r, b.at(0)),
    stop = rangePoint(r, b.at(1)), step = intOp(OP_MUL, r.step, b.at(2));
  return start == RAISED || stop == RAISED || step == RAISED ? RAISED
    : rangeNew(start, stop, step);
}

/** True if `v` is an int of the very type int or bool: others are compared item by item, as in
 *  CPython. */
function plainInt(v: Value): bool { return isSmallInt(v) || isBool(v) || typeOf(v) == INT_TYPE; }

/** Position of the int `v` in the range, NOTHING if it is not in; RAISED with raised():
 *  MemoryError. */
function rangeFind(r: RangeObject, v: Value): Value {
  let x = v == TRUE ? ONE : v == FALSE ? ZERO : v;
  if (!(r.flags & RANGE_BIG)) {
    if (!isSmallInt(x)) return NOTHING;
    const start = smallInt(r.start), step = smallInt(r.step), d = smallInt(x) - start;
    if (d != 0 && (d > 0) != (step > 0)) return NOTHING;
    if (d % step != 0) return NOTHING;
    const i = d / step;
    return i < smallInt(r.length) ? smallIntNew(i) : NOTHING;
  }
  const d = intOp(OP_SUB, x, r.start), i = intOp(OP_FLOORDIV, d, r.step);
  return i != RAISED && intOp(OP_MOD, d, r.step) == ZERO && !intIsNegative(i)
    && lessThan(i, r.length) == 1 ? i : NOTHING;
}
function range_contains(v: Value, item: Value): i32 {
  if (plainInt(item)) return <i32>(rangeFind(rangeAt(v), item) != NOTHING);
  return containsByIterating(v, item);
}

function range_iter(v: Value): Value {
  const r = rangeAt(v);
  if (r.flags & RANGE_BIG) return bigRangeIterNew(r.start, r.step, r.length);
  return rangeIterNew(smallInt(r.start), smallInt(r.step), smallInt(r.length));
}
function range_reversed(args: Args, n: i32): Value {
  const r = rangeAt(args.at(0));
  if (!(r.flags & RANGE_BIG)) {
    const length = smallInt(r.length), step = smallInt(r.step);
    return rangeIterNew(smallInt(r.start) + (length - 1) * step, -step, length);
  }
  const from = rangePoint(r, intOp(OP_SUB, r.length, ONE)), step = intOp(OP_SUB, ZERO, r.step);
  return from == RAISED || step == RAISED ? RAISED : bigRangeIterNew(from, step, r.length);
}

function range_repr(v: Value, out: Text): bool {
  const r = rangeAt(v);
  return out.format(r.step == ONE ? "range(%r, %r)" : "range(%r, %r, %r)", r.start,
    r.stop, r.step);
}
/** == and !=: the same items. */
function range_compare(op: i32, left: Value, right: Value): Value {
  if (!isExactly(left, RANGE_TYPE) || !isExactly(right, RANGE_TYPE)) return NOT_HANDLED;
  if (op != CMP_EQ && op != CMP_NE) return NOT_HANDLED;
  const a = rangeAt(left), b = rangeAt(right);
  let same = left == right;
  if (!same && valuesEqual(a.length, b.length) == 1) {
    if (a.length == ZERO) same = true;
    else if (valuesEqual(a.start, b.start) == 1) {
      same = a.length == ONE || valuesEqual(a.step, b.step) == 1;
    }
  }
  return boolValue(same == (op == CMP_EQ));
}
function range_hash(v: Value): i64 {
  const r = rangeAt(v);
  const empty = r.length == ZERO, one = r.length == ONE;
  const key = tupleOf3(r.length, empty ? NONE : r.start, empty || one ? NONE : r.step);
  return key == RAISED ? 0 : hashValue(key);
}

// ---- methods ----

/** index and count of an int; of all else that equals one by a helper. */
function range_index(args: Args, n: i32): Value {
  const item = args.at(1);
  if (!plainInt(item)) return argsToHelper("_range_index", args, n);
  const i = rangeFind(rangeAt(args.at(0)), item);
  return i == NOTHING ? raiseWith(ValueError, "%r is not in range", item) : i;
}
function range_count(args: Args, n: i32): Value {
  const item = args.at(1);
  if (!plainInt(item)) return argsToHelper("_range_count", args, n);
  return smallIntNew(rangeFind(rangeAt(args.at(0)), item) != NOTHING ? 1 : 0);
}
function range_start(self: Value): Value { return rangeAt(self).start; }
function range_stop(self: Value): Value { return rangeAt(self).stop; }
function range_step(self: Value): Value { return rangeAt(self).step; }

/** range(stop), range(start, stop[, step]). */
function range_new(args: Args, n: i32): Value {
  const first = args.at(1);
  if (n == 2 && isSmallInt(first)) return rangeNew(ZERO, first, ONE);
  const row = rootsMark();
  for (let i = 1; i < n; i++) {
    const v = indexValue(args.at(i));
    if (v == RAISED) { release(row); return RAISED; }
    keep(v);
  }
  release(row);
  const bounds = changetype<Args>(row);
  return n == 2 ? rangeNew(ZERO, bounds.at(0), ONE)
    : rangeNew(bounds.at(0), bounds.at(1), n > 3 ? bounds.at(2) : ONE);
}

export function rangeInstall(): void {
  const t = typeBegin(RANGE_TYPE, "range", OBJECT_TYPE, rangeMark);
  t.flag(TYPE_FINAL | TYPE_SEQUENCE);
  t.construct(range_new, 1, 3);
  const s = t.type();
  s.length = range_length.index;
  s.truth = range_truth.index;
  s.subscr = range_subscr.index;
  s.contains = range_contains.index;
  s.iter = range_iter.index;
  s.repr = range_repr.index;
  s.compare = range_compare.index;
  s.hash = range_hash.index;
  t.method("index", range_index, 1, 1);
  t.method("count", range_count, 1, 1);
  t.method("__reversed__", range_reversed, 0, 0);
  t.attribute("start", range_start);
  t.attribute("stop", range_stop);
  t.attribute("step", range_step);
}
