// range: Python's `range`, with bounds of any size.
//
// The four numbers are kept as ints. While all are small (the usual case) the arithmetic is done in
// i64; RANGE_BIG marks the others, which go through the int type's own operators. Behaviour:
// docs.python.org/3/library/stdtypes.html#ranges.
import {
  Value, RAISED, NOT_HANDLED, NOTHING, END, isSmallInt, smallInt, smallIntNew,
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
  binaryOp, valuesEqual, lessThan, hashValue, getIter, iterNext,
} from "./protocol";
import { isSlice, sliceIndices } from "./slice";
import { rangeIterNew, bigRangeIterNew } from "./iterators";

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
/** flags: at least one of the numbers is a bignum. */
export const RANGE_BIG: u32 = 1;

/** Items of range(start, stop, step) for small ints; up to 2^63 - 1. */
function countSmall(start: i64, stop: i64, step: i64): i64 {
  if (step > 0) return start < stop ? <i64>(<u64>(stop - start - 1) / <u64>step) + 1 : 0;
  return start > stop ? <i64>(<u64>(start - stop - 1) / <u64>-step) + 1 : 0;
}
/** The same for ints of any size. Raises MemoryError. */
function countBig(start: Value, stop: Value, step: Value): Value {
  const base = rootsMark();
  let low = start, high = stop, by = step;
  let result = RAISED;
  if (intIsNegative(step)) {
    low = stop;
    high = start;
    by = binaryOp(OP_SUB, smallIntNew(0), step);
  }
  if (by != RAISED) {
    keep(by);
    if (lessThan(low, high) != 1) {
      result = smallIntNew(0);
    } else {
      let d = binaryOp(OP_SUB, high, low);
      if (d != RAISED) d = binaryOp(OP_SUB, d, smallIntNew(1));
      if (d != RAISED) d = binaryOp(OP_FLOORDIV, d, by);
      if (d != RAISED) result = binaryOp(OP_ADD, d, smallIntNew(1));
    }
  }
  release(base);
  return result;
}
/** range(start, stop, step) of ints of any size. Raises ValueError (step 0), MemoryError. */
export function rangeNew(start: Value, stop: Value, step: Value): Value {
  if (step == smallIntNew(0)) return raise(ValueError, "range() arg 3 must not be zero");
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

/** Item `i` (0 <= i < length, an int). Raises MemoryError. */
function rangeItem(r: RangeObject, i: Value): Value {
  if (!(r.flags & RANGE_BIG))
    return smallIntNew(smallInt(r.start) + smallInt(i) * smallInt(r.step));
  const d = binaryOp(OP_MUL, i, r.step);
  return d == RAISED ? RAISED : binaryOp(OP_ADD, r.start, d);
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
function range_truth(v: Value): i32 { return <i32>(rangeAt(v).length != smallIntNew(0)); }

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
  const base = rootsMark();
  let i = rangeKey(key);
  let result = RAISED;
  if (i != RAISED) {
    keep(i);
    if (intIsNegative(i)) i = binaryOp(OP_ADD, i, r.length);
    if (i != RAISED) {
      keep(i);
      result = intIsNegative(i) || lessThan(i, r.length) != 1
        ? raise(IndexError, "range object index out of range") : rangeItem(r, i);
    }
  }
  release(base);
  return result;
}
/** The key as an int. Raises TypeError. */
function rangeKey(key: Value): Value {
  if (isSmallInt(key)) return key;
  const r = indexTry(key);
  return r != NOT_HANDLED ? r
    : raiseWith(TypeError, "range indices must be integers or slices, not %t", key);
}
function rangeSlice(r: RangeObject, slice: Value): Value {
  const base = rootsMark();
  let result = RAISED;
  const bounds = sliceIndices(slice, r.length);
  if (bounds != RAISED) {
    keep(bounds);
    const b = changetype<TupleObject>(<usize>bounds);
    const step = binaryOp(OP_MUL, r.step, b.at(2));
    if (step != RAISED) {
      keep(step);
      const start = rangePoint(r, b.at(0));
      if (start != RAISED) {
        keep(start);
        const stop = rangePoint(r, b.at(1));
        if (stop != RAISED) { keep(stop); result = rangeNew(start, stop, step); }
      }
    }
  }
  release(base);
  return result;
}
/** start + i * step for any i: may lie beyond the range, so beyond small ints. */
function rangePoint(r: RangeObject, i: Value): Value {
  const d = binaryOp(OP_MUL, i, r.step);
  return d == RAISED ? RAISED : binaryOp(OP_ADD, r.start, d);
}

/** True if `v` is an int of the very type int or bool: others are compared item by item, as in
 *  CPython. */
function plainInt(v: Value): bool { return isSmallInt(v) || isBool(v) || typeOf(v) == INT_TYPE; }

/** Position of the int `v` in the range, NOTHING if it is not in; RAISED with raised():
 *  MemoryError. */
function rangeFind(r: RangeObject, v: Value): Value {
  let x = v == TRUE ? smallIntNew(1) : v == FALSE ? smallIntNew(0) : v;
  if (!(r.flags & RANGE_BIG)) {
    if (!isSmallInt(x)) return NOTHING;
    const start = smallInt(r.start), step = smallInt(r.step), d = smallInt(x) - start;
    if (d != 0 && (d > 0) != (step > 0)) return NOTHING;
    if (d % step != 0) return NOTHING;
    const i = d / step;
    return i < smallInt(r.length) ? smallIntNew(i) : NOTHING;
  }
  const base = rootsMark();
  let result = NOTHING;
  const d = binaryOp(OP_SUB, x, r.start);
  if (d != RAISED) {
    keep(d);
    const rest = binaryOp(OP_MOD, d, r.step);
    if (rest == smallIntNew(0)) {
      const i = binaryOp(OP_FLOORDIV, d, r.step);
      if (i != RAISED && !intIsNegative(i) && lessThan(i, r.length) == 1) result = i;
    }
  }
  release(base);
  return result;
}
function range_contains(v: Value, item: Value): i32 {
  if (plainInt(item)) return <i32>(rangeFind(rangeAt(v), item) != NOTHING);
  return <i32>searchItems(v, item, false);
}
/** Compares item by item: the position (counting: the number) of those equal to `item`; -1 with an
 *  exception pending. Not counting: 1 if found (position in `foundAt`), 0 if not. A safepoint. */
let foundAt: i64 = 0;
function searchItems(v: Value, item: Value, counting: bool): i64 {
  const base = rootsMark();
  keep(v); keep(item);
  let result: i64 = -1, count: i64 = 0;
  const it = getIter(v);
  if (it != RAISED) {
    keep(it);
    for (let i: i64 = 0; ; i++) {
      const x = iterNext(it);
      if (x == RAISED) break;
      if (x == END) { result = count; break; }
      const slot = keep(x);
      const same = valuesEqual(x, item);
      release(slot);
      if (same < 0) break;
      if (same == 0) continue;
      count++;
      if (!counting) { foundAt = i; result = 1; break; }
    }
  }
  release(base);
  return result;
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
  const base = rootsMark();
  let result = RAISED;
  const last = binaryOp(OP_SUB, r.length, smallIntNew(1));
  if (last != RAISED) {
    const from = rangePoint(r, last);
    if (from != RAISED) {
      keep(from);
      const step = binaryOp(OP_SUB, smallIntNew(0), r.step);
      if (step != RAISED) result = bigRangeIterNew(from, step, r.length);
    }
  }
  release(base);
  return result;
}

function range_repr(v: Value, out: Text): bool {
  const r = rangeAt(v);
  return out.format(r.step == smallIntNew(1) ? "range(%r, %r)" : "range(%r, %r, %r)", r.start,
    r.stop, r.step);
}
/** == and !=: the same items. */
function range_compare(op: i32, left: Value, right: Value): Value {
  if (!isExactly(left, RANGE_TYPE) || !isExactly(right, RANGE_TYPE)) return NOT_HANDLED;
  if (op != CMP_EQ && op != CMP_NE) return NOT_HANDLED;
  const a = rangeAt(left), b = rangeAt(right);
  let same = left == right;
  if (!same && valuesEqual(a.length, b.length) == 1) {
    if (a.length == smallIntNew(0)) same = true;
    else if (valuesEqual(a.start, b.start) == 1) {
      same = a.length == smallIntNew(1) || valuesEqual(a.step, b.step) == 1;
    }
  }
  return boolValue(same == (op == CMP_EQ));
}
function range_hash(v: Value): i64 {
  const r = rangeAt(v);
  const empty = r.length == smallIntNew(0), one = r.length == smallIntNew(1);
  const key = tupleOf3(r.length, empty ? NONE : r.start, empty || one ? NONE : r.step);
  return key == RAISED ? 0 : hashValue(key);
}

// ---- methods ----

function notInRange(v: Value): Value {
  return raiseWith(ValueError, "%r is not in range", v);
}
function range_index(args: Args, n: i32): Value {
  const item = args.at(1);
  if (plainInt(item)) {
    const i = rangeFind(rangeAt(args.at(0)), item);
    return i == NOTHING ? notInRange(item) : i;
  }
  const found = searchItems(args.at(0), item, false);
  if (found < 0) return RAISED;
  return found == 0 ? raise(ValueError, "sequence.index(x): x not in sequence")
    : intFromI64(foundAt);
}
function range_count(args: Args, n: i32): Value {
  const item = args.at(1);
  if (plainInt(item)) return smallIntNew(rangeFind(rangeAt(args.at(0)), item) != NOTHING ? 1 : 0);
  const found = searchItems(args.at(0), item, true);
  return found < 0 ? RAISED : intFromI64(found);
}
function range_start(self: Value): Value { return rangeAt(self).start; }
function range_stop(self: Value): Value { return rangeAt(self).stop; }
function range_step(self: Value): Value { return rangeAt(self).step; }

/** range(stop), range(start, stop[, step]). */
function range_new(args: Args, n: i32): Value {
  const first = args.at(1);
  if (n == 2 && isSmallInt(first)) return rangeNew(smallIntNew(0), first, smallIntNew(1));
  const base = rootsMark();
  let start = smallIntNew(0), step = smallIntNew(1), stop: Value, result = RAISED;
  if (n == 2) {
    stop = indexValue(first);
  } else {
    start = indexValue(first);
    keep(start);
    stop = start == RAISED ? RAISED : indexValue(args.at(2));
    keep(stop);
    if (n > 3 && stop != RAISED) step = indexValue(args.at(3));
  }
  if (stop != RAISED && step != RAISED) result = rangeNew(start, stop, step);
  release(base);
  return result;
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
