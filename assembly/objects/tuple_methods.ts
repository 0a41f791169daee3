// tuple: slots and methods of Python's `tuple`. Layout: tuple.ts.
// Behaviour: docs.python.org/3/library/stdtypes.html#tuples.
import {
  Value, RAISED, NOT_HANDLED, isSmallInt, smallInt, smallIntNew,
} from "../core/value";
import { isExactly } from "../heap/header";
import { chargeSteps } from "../heap/events";
import { OBJECT_TYPE, TYPE_HEAP, TYPE_SEQUENCE, OP_ADD, OP_MUL, typeObjectOf } from "./type";
import { raise, raised, raiseWith, TypeError, ValueError, IndexError } from "./errors";
import { Args } from "./args";
import { typeBegin } from "./builder";
import { Text } from "./text";
import { TupleObject, TUPLE_TYPE, tupleMark, emptyTuple } from "./tuple";
import { StrObject, STR_TYPE, strPythonHash } from "./str";
import { intHash } from "./float_arith";
import { payloadOf, hashValue, reprEnter, reprLeave } from "./protocol";
import { isSlice, positionOf, sliceUnpack, sliceAdjust, sliceStep, sliceCount } from "./slice";
import { tupleIter, handOver } from "./iterators";
import {
  tupleCompare, sequenceContains, sequenceCount, sequenceFind, sequenceRepr, repeatCount,
  sequenceSlice, sequenceJoined, sequenceRepeated, tupleFrom,
} from "./sequence";
import { enterNative, leaveNative, stepsTaken } from "./hooks";
import { toHelper } from "./frozen";

@inline function tupleAt(v: Value): TupleObject { return changetype<TupleObject>(<usize>v); }

function tuple_length(v: Value): i64 { return tupleAt(v).length; }
function tuple_truth(v: Value): i32 { return <i32>(tupleAt(v).length != 0); }

function tuple_subscr(v: Value, key: Value): Value {
  const t = tupleAt(v);
  let i: i64;
  if (isSmallInt(key)) {
    i = smallInt(key);
  } else if (isSlice(key)) {
    if (!sliceUnpack(key)) return RAISED;
    sliceAdjust(t.length);
    return sliceStep == 1 && sliceCount == t.length ? v : sequenceSlice(v);
  } else {
    i = positionOf(key, "tuple indices must be integers or slices, not ");
    if (raised()) return RAISED;
  }
  if (i < 0) i += t.length;
  return <u64>i < <u64>t.length ? t.at(<u32>i) : raise(IndexError, "tuple index out of range");
}
function tuple_contains(v: Value, item: Value): i32 { return sequenceContains(v, item); }
function tuple_compare(op: i32, left: Value, right: Value): Value {
  const a = payloadOf(left, TUPLE_TYPE), b = payloadOf(right, TUPLE_TYPE);
  if (a == 0 || b == 0) return NOT_HANDLED;
  return tupleCompare(op, <u64>a, <u64>b);
}
/** Mixes the items' hashes in order. A safepoint. Depth-limited. */
function tuple_hash(v: Value): i64 {
  const t = tupleAt(v);
  let h: u64 = 0x2545f4914f6cdd1d ^ <u64>t.length;
  let deep = false;
  for (let i: u32 = 0; i < t.length; i++) {
    const item = t.at(i);
    let x: i64;
    if (isExactly(item, STR_TYPE)) {
      x = strPythonHash(changetype<StrObject>(<usize>item));
    } else if (isSmallInt(item)) {
      x = intHash(item);
    } else {
      if (!deep && !enterNative()) return 0;
      deep = true;
      x = hashValue(item);
      if (raised()) break;
    }
    h = rotl(h ^ <u64>x * 0x9e3779b97f4a7c15, 29) * 0xbf58476d1ce4e5b9;
  }
  if (deep) leaveNative();
  if (chargeSteps(t.length) && !stepsTaken()) return 0;
  // 60 bits, so that a subclass's hash, which goes through an int, is the same.
  return <i64>((h ^ h >> 32) & 0x0fffffffffffffff);
}
function tuple_repr(v: Value, out: Text): bool {
  if (!reprEnter(v)) { out.literal("(...)"); return true; }
  out.literal("(");
  const ok = sequenceRepr(v, out);
  out.literal(tupleAt(v).length == 1 ? ",)" : ")");
  reprLeave();
  return ok;
}
function tuple_binary(op: i32, left: Value, right: Value): Value {
  if (op == OP_ADD) {
    const a = payloadOf(left, TUPLE_TYPE), b = payloadOf(right, TUPLE_TYPE);
    if (a == 0) return NOT_HANDLED;
    if (b == 0) {
      if (typeObjectOf(right).typeFlags & TYPE_HEAP) return NOT_HANDLED;
      return raiseWith(TypeError, 'can only concatenate tuple (not "%t") to tuple', right);
    }
    if (changetype<TupleObject>(b).length == 0) return tupleFrom(<u64>a);
    return changetype<TupleObject>(a).length == 0 ? tupleFrom(<u64>b)
      : sequenceJoined(<u64>a, <u64>b);
  }
  if (op == OP_MUL) {
    let a = payloadOf(left, TUPLE_TYPE), by = right;
    if (a == 0) { a = payloadOf(right, TUPLE_TYPE); by = left; }
    if (a == 0) return NOT_HANDLED;
    const times = repeatCount(by);
    if (times < 0) return times == -1 ? NOT_HANDLED : RAISED;
    return times == 1 ? tupleFrom(<u64>a) : sequenceRepeated(<u64>a, times);
  }
  return NOT_HANDLED;
}

function tuple_count(args: Args, n: i32): Value { return sequenceCount(args.at(0), args.at(1)); }
function tuple_index(args: Args, n: i32): Value {
  const i = sequenceFind(args, n);
  if (i >= 0) return smallIntNew(i);
  return i == -2 ? RAISED : raise(ValueError, "tuple.index(x): x not in tuple");
}
/** tuple([iterable]). Hands over to a helper for iterables that run Python. */
function tuple_new(args: Args, n: i32): Value {
  if (n == 1) return emptyTuple();
  const v = args.at(1);
  const exact = args.at(0) == <u64>TUPLE_TYPE;
  if (exact && handOver(v)) {
    return toHelper("_tuple", v);
  }
  return tupleFrom(v);
}

export function tupleInstall(): void {
  const t = typeBegin(TUPLE_TYPE, "tuple", OBJECT_TYPE, tupleMark);
  t.flag(TYPE_SEQUENCE);
  t.construct(tuple_new, 0, 1);
  const s = t.type();
  s.length = tuple_length.index;
  s.truth = tuple_truth.index;
  s.subscr = tuple_subscr.index;
  s.contains = tuple_contains.index;
  s.iter = tupleIter.index;
  s.compare = tuple_compare.index;
  s.binary = tuple_binary.index;
  s.repr = tuple_repr.index;
  s.hash = tuple_hash.index;
  t.method("count", tuple_count, 1, 1);
  t.method("index", tuple_index, 1, 3);
}
