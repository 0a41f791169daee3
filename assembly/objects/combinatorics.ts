// product, permutations, combinations, combinations_with_replacement: iterators over the ways of
// choosing from pools.
//
// All keep their pools and a row of positions; `next` makes a tuple of what the positions name,
// then moves them on. Behaviour: docs.python.org/3/library/itertools.html.
import { Value, RAISED, NOTHING, END } from "../core/value";
import { Header, TYPE_BYTES } from "../heap/header";
import { objectNew, rawNew } from "./object_new";
import { markRaw, markValue } from "../heap/collector";
import { rootsMark, keep, release } from "../heap/roots";
import { raise, raiseNoMemory, raised, TypeError, ValueError, OverflowError } from "./errors";
import { Args } from "./args";
import { OBJECT_TYPE } from "./type";
import { typeBegin, TypeBuilder } from "./builder";
import { TupleObject, tupleAlloc } from "./tuple";
import { NONE } from "./singletons";
import { indexOf, isInt } from "./int";
import { tupleFrom } from "./sequence";
import { selfIter } from "./iterators";

export const PRODUCT_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const PERMUTATIONS_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const COMBINATIONS_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const COMBINATIONS_REPLACED_TYPE: usize = memory.data(TYPE_BYTES, 16);

//  0      4      8     16         20     24
//  |klass |flags |pool |positions |count |more
@unmanaged class ChoiceIter extends Header {
  /** A tuple of the items; for product a tuple of such tuples. */
  pool: Value;
  /** Raw cell of u32 positions in the pools; permutations: all positions, then `count` numbers of
   *  turns left. Owned. */
  positions: usize;
  /** Items in each result. */
  count: u32;
  /** 0: exhausted. */
  more: u32;
}
@inline function choiceAt(v: Value): ChoiceIter { return changetype<ChoiceIter>(<usize>v); }
@inline function position(c: ChoiceIter, i: u32): u32 {
  return load<u32>(c.positions + (<usize>i << 2));
}
@inline function setPosition(c: ChoiceIter, i: u32, p: u32): void {
  store<u32>(c.positions + (<usize>i << 2), p);
}

/** A new iterator with `positions` zeroed positions. Raises MemoryError. */
function choiceNew(type: usize, pool: Value, count: u32, positions: u32): Value {
  if (positions > 0x0fffffff) return raiseNoMemory(positions);
  const c = changetype<ChoiceIter>(objectNew(type, offsetof<ChoiceIter>()));
  if (changetype<usize>(c) == 0) return RAISED;
  const bytes = <usize>(positions + 1) << 2;
  const cell = rawNew(bytes);
  if (cell == 0) return RAISED;
  memory.fill(cell, 0, bytes);
  c.pool = pool;
  c.positions = cell;
  c.count = count;
  c.more = 1;
  return <u64>changetype<usize>(c);
}
function choiceMark(address: usize): void {
  markValue(changetype<ChoiceIter>(address).pool);
  markRaw(changetype<ChoiceIter>(address).positions);
}
/** The items that the positions name. */
function chosen(c: ChoiceIter): Value {
  const pool = changetype<TupleObject>(<usize>c.pool);
  const t = tupleAlloc(c.count);
  if (changetype<usize>(t) == 0) return RAISED;
  for (let i: u32 = 0; i < c.count; i++) t.set(i, pool.at(position(c, i)));
  return <u64>changetype<usize>(t);
}

// ---- product ----

/** product(*iterables, repeat=1): signature "*args,repeat=". */
function product_new(args: Args, n: i32): Value {
  let repeat: i64 = 1;
  if (args.at(n) != NOTHING) {
    repeat = indexOf(args.at(n));
    if (raised()) return RAISED;
    if (repeat < 0) return raise(ValueError, "repeat argument cannot be negative");
  }
  const each = n - 1;
  if (each != 0 && repeat > <i64>(0x00ffffff / each))
    return raise(OverflowError, "repeat argument too large");
  const count: u32 = each == 0 ? 0 : <u32>each * <u32>repeat;
  const pools = tupleAlloc(count);
  if (changetype<usize>(pools) == 0) return RAISED;
  const base = rootsMark();
  keep(<u64>changetype<usize>(pools));
  let empty = false;
  for (let i = 0; i < each && repeat != 0; i++) {
    const pool = tupleFrom(args.at(i + 1));
    if (pool == RAISED) { release(base); return RAISED; }
    if (changetype<TupleObject>(<usize>pool).length == 0) empty = true;
    for (let k: u32 = <u32>i; k < count; k += <u32>each) pools.set(k, pool);
  }
  release(base);
  const v = choiceNew(PRODUCT_TYPE, <u64>changetype<usize>(pools), count, count);
  if (v != RAISED && empty) choiceAt(v).more = 0;
  return v;
}
function product_next(v: Value): Value {
  const c = choiceAt(v);
  if (c.more == 0) return END;
  const pools = changetype<TupleObject>(<usize>c.pool);
  const t = tupleAlloc(c.count);
  if (changetype<usize>(t) == 0) return RAISED;
  for (let i: u32 = 0; i < c.count; i++)
    t.set(i, changetype<TupleObject>(<usize>pools.at(i)).at(position(c, i)));
  let i = c.count;
  for (; i != 0; i--) {
    const p = position(c, i - 1) + 1;
    if (p < changetype<TupleObject>(<usize>pools.at(i - 1)).length) {
      setPosition(c, i - 1, p);
      break;
    }
    setPosition(c, i - 1, 0);
  }
  if (i == 0) c.more = 0;
  return <u64>changetype<usize>(t);
}

// ---- permutations ----

/** r as a number of items; -1 with TypeError or ValueError pending. */
function choiceCount(v: Value): i64 {
  if (!isInt(v)) { raise(TypeError, "Expected int as r"); return -1; }
  const r = indexOf(v);
  if (raised()) return -1;
  if (r < 0) { raise(ValueError, "r must be non-negative"); return -1; }
  return r;
}
/** permutations(iterable, r=None): signature "iterable,r=". */
function permutations_new(args: Args, n: i32): Value {
  const pool = tupleFrom(args.at(1));
  if (pool == RAISED) return RAISED;
  const size = changetype<TupleObject>(<usize>pool).length;
  let r = <i64>size;
  if (args.at(2) != NOTHING && args.at(2) != NONE) {
    r = choiceCount(args.at(2));
    if (r < 0) return RAISED;
  }
  const count: u32 = r > <i64>size ? 0 : <u32>r;
  const v = choiceNew(PERMUTATIONS_TYPE, pool, count, size + count);
  if (v == RAISED) return RAISED;
  const c = choiceAt(v);
  for (let i: u32 = 0; i < size; i++) setPosition(c, i, i);
  for (let i: u32 = 0; i < count; i++) setPosition(c, size + i, size - i);
  if (r > <i64>size) c.more = 0;
  return v;
}
function permutations_next(v: Value): Value {
  const c = choiceAt(v);
  if (c.more == 0) return END;
  const result = chosen(c);
  if (result == RAISED) return RAISED;
  const size = changetype<TupleObject>(<usize>c.pool).length;
  // The last place that still has another item to try takes it; the places behind it begin anew.
  for (let i = c.count; i != 0; i--) {
    const at = i - 1, left = position(c, size + at) - 1;
    if (left != 0) {
      setPosition(c, size + at, left);
      const other = size - left, p = position(c, at);
      setPosition(c, at, position(c, other));
      setPosition(c, other, p);
      return result;
    }
    // Used up: its item goes to the end.
    setPosition(c, size + at, size - at);
    const first = position(c, at);
    memory.copy(c.positions + (<usize>at << 2), c.positions + (<usize>i << 2),
      <usize>(size - i) << 2);
    setPosition(c, size - 1, first);
  }
  c.more = 0;
  return result;
}

// ---- combinations ----

function chooseNew(type: usize, args: Args, replaced: bool): Value {
  const pool = tupleFrom(args.at(1));
  if (pool == RAISED) return RAISED;
  const base = rootsMark();
  keep(pool);
  const r = choiceCount(args.at(2));
  release(base);
  if (r < 0) return RAISED;
  const size = changetype<TupleObject>(<usize>pool).length;
  const none = replaced ? size == 0 && r > 0 : r > <i64>size;
  if (!none && r > 0x0fffffff) return raiseNoMemory(<u32>-1);
  const count: u32 = none ? 0 : <u32>r;
  const v = choiceNew(type, pool, count, count);
  if (v == RAISED) return RAISED;
  if (!replaced) for (let i: u32 = 0; i < count; i++) setPosition(choiceAt(v), i, i);
  if (none) choiceAt(v).more = 0;
  return v;
}
/** combinations(iterable, r): signature "iterable,r". */
function combinations_new(args: Args, n: i32): Value {
  return chooseNew(COMBINATIONS_TYPE, args, false);
}
/** next slot of both kinds: the rightmost place that may go on does, and those behind it follow: one
 *  place apart, or on the same one where items may be chosen again. */
function combinations_next(v: Value): Value {
  const c = choiceAt(v);
  if (c.more == 0) return END;
  const result = chosen(c);
  if (result == RAISED) return RAISED;
  const count: u32 = c.count, size = changetype<TupleObject>(<usize>c.pool).length;
  const apart: u32 = c.klass == COMBINATIONS_TYPE ? 1 : 0;
  for (let i = count; i != 0; i--) {
    let p = position(c, i - 1) + 1;
    if (p >= size - (count - i) * apart) continue;
    for (let k = i - 1; k < count; k++, p += apart) setPosition(c, k, p);
    return result;
  }
  c.more = 0;
  return result;
}
function combinations_with_replacement_new(args: Args, n: i32): Value {
  return chooseNew(COMBINATIONS_REPLACED_TYPE, args, true);
}

function choiceType(type: usize, name: string, next: (v: Value) => Value): TypeBuilder {
  const t = typeBegin(type, name, OBJECT_TYPE, choiceMark);
  t.type().iter = selfIter.index;
  t.type().next = next.index;
  return t;
}
export function combinatoricsInstall(): void {
  choiceType(PRODUCT_TYPE, "product", product_next).constructDef(product_new, "*args,repeat=");
  choiceType(PERMUTATIONS_TYPE, "permutations", permutations_next).constructDef(permutations_new,
    "iterable,r=");
  choiceType(COMBINATIONS_TYPE, "combinations", combinations_next).constructDef(combinations_new,
    "iterable,r");
  choiceType(COMBINATIONS_REPLACED_TYPE, "combinations_with_replacement",
    combinations_next)
    .constructDef(combinations_with_replacement_new, "iterable,r");
}
