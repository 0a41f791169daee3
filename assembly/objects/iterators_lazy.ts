// enumerate, zip, map, filter, reversed: iterators over other iterators.
//
// Their `next` slots may return TAIL_CALL: map asks for its function to be called in its place, and
// where the iterators inside run Python (LAZY_PYTHON) a frozen helper takes the whole step, so
// nothing nests. Behaviour: docs.python.org/3/library/functions.html.
import {
  Value, RAISED, NOTHING, END, NOT_HANDLED, isSmallInt, smallInt, smallIntNew, fitsSmallInt,
} from "../core/value";
import { Header, TYPE_BYTES, isExactly, klassOf } from "../heap/header";
import { allocObject } from "../heap/allocator";
import { markValue } from "../heap/collector";
import { rootsMark, keep, release } from "../heap/roots";
import { OBJECT_TYPE, TYPE_TYPE, TYPE_HEAP, TYPE_PLAIN_ITERATOR, TypeObject,
  typeObjectOf } from "./type";
import {
  raise, raiseText, raiseNoMemory, raised, catchPending, raiseWith, TypeError, ValueError,
  IndexError, StopIteration,
} from "./errors";
import { Args } from "./args";
import { typeBegin, TypeBuilder } from "./builder";
import { textNew, literalOf } from "./text";
import { TupleObject, tupleAlloc, tupleOf2 } from "./tuple";
import { NATIVE_TYPE, BOUND_NATIVE_TYPE } from "./native";
import { indexValue } from "./int";
import { intAdd } from "./int_arith";
import { NONE } from "./singletons";
import { StrObject, STR_TYPE, STR_ASCII, strOfChar } from "./str";
import { getIter, iterStep, getItem, lengthOf, truth } from "./protocol";
import { call1, callValue, tailCall, tailArg, enterNative, leaveNative } from "./hooks";
import { toHelper } from "./frozen";
import {
  runsPython, selfIter, listReverseIter, DICT_ITEM_ITER_TYPE, TableIter, tableIterAdvance,
} from "./iterators";
import { ENTRY_VALUE } from "./table";
import { LIST_TYPE } from "./list";
import { getAttrOptional } from "./attributes";
import { stepsDone } from "./sequence";
import { S___reversed__ } from "./names";

export const ENUMERATE_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const ZIP_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const MAP_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const FILTER_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const REVERSED_TYPE: usize = memory.data(TYPE_BYTES, 16);

/** flags: an iterator inside runs Python: a helper does the step. */
const LAZY_PYTHON: u32 = 1;
/** flags of a zip: strict. */
const ZIP_STRICT: u32 = 2;
/** flags of enumerate, and zip of two: plainNext takes the items of the iterators inside. */
const LAZY_PLAIN: u32 = 4;

/** Layout of all of them. */
//  0      4      8   16    24
//  |klass |flags |fn |iter |
@unmanaged export class LazyIter extends Header {
  /** map, filter: the function (filter: or None). enumerate: the next number. reversed: the next
   *  index, an int. */
  fn: Value;
  /** enumerate, filter: the iterator. map, zip: a tuple of iterators. reversed: the sequence.
   *  NOTHING: exhausted. */
  iter: Value;
}
/** iterStep of an iterator inside another one: RecursionError, if too many are inside each
 *  other. */
function innerNext(it: Value): Value {
  if (!enterNative()) return RAISED;
  const item = iterStep(it);
  leaveNative();
  return item;
}
function isPlain(it: Value): bool {
  const t = typeObjectOf(it);
  return (t.typeFlags & TYPE_PLAIN_ITERATOR) != 0 && t.runsPython == 0;
}
/** iterNext of a plain iterator (TYPE_PLAIN_ITERATOR). */
@inline function plainNext(it: Value): Value {
  return call_indirect<Value>(changetype<TypeObject>(klassOf(<usize>it)).next, it);
}
function lazyNew(type: usize, fn: Value, iter: Value, flags: u32): Value {
  const it = changetype<LazyIter>(allocObject(offsetof<LazyIter>()));
  if (changetype<usize>(it) == 0) return raiseNoMemory(offsetof<LazyIter>());
  it.klass = type;
  it.flags = flags;
  it.fn = fn;
  it.iter = iter;
  return <u64>changetype<usize>(it);
}
function lazyMark(address: usize): void {
  markValue(changetype<LazyIter>(address).fn);
  markValue(changetype<LazyIter>(address).iter);
}
@inline function lazyAt(v: Value): LazyIter { return changetype<LazyIter>(<usize>v); }
@inline function pythonFlag(iter: Value): u32 { return runsPython(iter) ? LAZY_PYTHON : 0; }

/** True if calling `f` cannot push a Python frame: built-in functions, methods and types. */
export function isNativeCallable(f: Value): bool {
  if ((f & 7) != 0 || f == NOTHING) return false;
  const klass = klassOf(<usize>f);
  if (klass == NATIVE_TYPE || klass == BOUND_NATIVE_TYPE) return true;
  return klass == TYPE_TYPE && (changetype<TypeObject>(<usize>f).typeFlags & TYPE_HEAP) == 0;
}
/** A tuple of iterators over `n` arguments, all kept by their caller. RAISED: one of them is not
 *  iterable; `what` is the function in its message. May run Python. */
function iteratorsOf(args: Args, n: i32): Value {
  const base = rootsMark();
  const t = tupleAlloc(n);
  let result = RAISED;
  if (changetype<usize>(t) != 0) {
    result = <u64>changetype<usize>(t);
    keep(result);
    for (let i = 0; i < n; i++) {
      const it = getIter(args.at(i));
      if (it == RAISED) { result = RAISED; break; }
      t.set(i, it);
    }
  }
  release(base);
  return result;
}
function anyRunsPython(iterators: Value): bool {
  const t = changetype<TupleObject>(<usize>iterators);
  for (let i: u32 = 0; i < t.length; i++) if (runsPython(t.at(i))) return true;
  return false;
}

// ---- enumerate ----

/** enumerate(iterable, start=0): signature "iterable,start=". */
function enumerate_new(args: Args, n: i32): Value {
  let start = smallIntNew(0);
  if (args.at(2) != NOTHING) {
    start = indexValue(args.at(2));
    if (start == RAISED) return RAISED;
  }
  const it = getIter(args.at(1));
  if (it == RAISED) return RAISED;
  const plain = isPlain(it) || (isExactly(it, ZIP_TYPE) && lazyAt(it).flags == LAZY_PLAIN);
  return lazyNew(ENUMERATE_TYPE, start, it, plain ? LAZY_PLAIN : pythonFlag(it));
}
/** The next pair of an enumerate, a zip or a dict's items that are plain, for loops that take it
 *  apart at once: NONE, the pair is at `to`, the second one in front; or END, RAISED; NOT_HANDLED:
 *  another iterator. */
export function pairNext(v: Value, to: usize): Value {
  const type = klassOf(<usize>v);
  let a: Value, b: Value;
  if (type == DICT_ITEM_ITER_TYPE) {
    const e = tableIterAdvance(changetype<TableIter>(<usize>v));
    if (e <= 1) return e == 0 ? END : RAISED;
    a = load<u64>(e);
    b = load<u64>(e, ENTRY_VALUE);
  } else {
    const it = lazyAt(v);
    if ((type != ENUMERATE_TYPE && type != ZIP_TYPE) || !(it.flags & LAZY_PLAIN))
      return NOT_HANDLED;
    if (type == ENUMERATE_TYPE) {
      a = it.fn;
      if (!isSmallInt(a) || !fitsSmallInt(smallInt(a) + 1)) return NOT_HANDLED;
      b = plainNext(it.iter);
      if (b == END || b == RAISED) return b;
      it.fn = a + 2;
    } else {
      if (it.iter == NOTHING) return END;
      const iterators = changetype<TupleObject>(<usize>it.iter);
      a = plainNext(iterators.at(0));
      b = a == END || a == RAISED ? a : plainNext(iterators.at(1));
      if (b == END) return zipEnd(it, a == END ? 0 : 1);
      if (b == RAISED) return RAISED;
    }
  }
  store<u64>(to, b);
  store<u64>(to, a, 8);
  return NONE;
}
/** The same as a tuple. */
function pairTuple(v: Value): Value {
  const r = pairNext(v, PAIR);
  return r == NONE ? tupleOf2(load<u64>(PAIR, 8), load<u64>(PAIR)) : r;
}
const PAIR: usize = memory.data(16, 8);

function enumerate_next(v: Value): Value {
  const e = lazyAt(v), count = e.fn;
  const pair = pairTuple(v);
  if (pair != NOT_HANDLED) return pair;
  const next = intAdd(count, smallIntNew(1));
  if (next == RAISED) return RAISED;
  const base = rootsMark();
  keep(v); keep(count); keep(next);
  const python = (e.flags & LAZY_PYTHON) != 0;
  const item = python ? toHelper("_enumerate_next", count, e.iter) : innerNext(e.iter);
  release(base);
  if (item == RAISED || item == END) return item;
  e.fn = next;
  return python ? item : tupleOf2(count, item);
}

// ---- zip ----

/** zip(*iterables, strict=False): signature "*args,strict=". */
function zip_new(args: Args, n: i32): Value {
  let flags: u32 = 0;
  if (args.at(n) != NOTHING) {
    const strict = truth(args.at(n));
    if (strict < 0) return RAISED;
    if (strict) flags = ZIP_STRICT;
  }
  const iterators = iteratorsOf(args.from(1), n - 1);
  if (iterators == RAISED) return RAISED;
  if (anyRunsPython(iterators)) flags |= LAZY_PYTHON;
  const t = changetype<TupleObject>(<usize>iterators);
  if (t.length == 2 && isPlain(t.at(0)) && isPlain(t.at(1))) flags |= LAZY_PLAIN;
  return lazyNew(ZIP_TYPE, NOTHING, iterators, flags);
}
function zip_next(v: Value): Value {
  const z = lazyAt(v);
  if (z.flags & LAZY_PLAIN) return pairTuple(v);
  if (z.iter == NOTHING) return END;
  const iterators = changetype<TupleObject>(<usize>z.iter);
  const n = iterators.length;
  if (n == 0) return END;
  if (z.flags & LAZY_PYTHON) {
    return toHelper(z.flags & ZIP_STRICT ? "_zip_strict_next" : "_zip_next", z.iter);
  }
  const row = tupleAlloc(n);
  if (changetype<usize>(row) == 0) return RAISED;
  const base = rootsMark();
  keep(v); keep(<u64>changetype<usize>(row));
  let result = <u64>changetype<usize>(row);
  for (let i: u32 = 0; i < n; i++) {
    const item = innerNext(iterators.at(i));
    if (item == RAISED) { result = RAISED; break; }
    if (item == END) {
      result = zipEnd(z, i);
      break;
    }
    row.set(i, item);
  }
  release(base);
  return result;
}
/** Iterator number `at` ended first: END or, in a strict zip, an error. */
function zipEnd(z: LazyIter, at: u32): Value {
  const iterators = changetype<TupleObject>(<usize>z.iter);
  z.iter = NOTHING;
  return z.flags & ZIP_STRICT ? zipUneven(iterators, at) : END;
}
/** Iterator number `at` of a strict zip ended first: END if all the others end too. */
function zipUneven(iterators: TupleObject, at: u32): Value {
  if (at != 0) return zipError(at + 1, " is shorter than ", at);
  for (let i: u32 = 1; i < iterators.length; i++) {
    const item = innerNext(iterators.at(i));
    if (item == RAISED) return RAISED;
    if (item != END) return zipError(i + 1, " is longer than ", i);
  }
  return END;
}
function zipError(number: u32, how: string, others: u32): Value {
  const t = textNew();
  t.format("zip() argument %d%l%l",
    number, literalOf(how), literalOf(others == 1 ? "argument 1" : "arguments 1-"));
  if (others != 1) t.int(others);
  return raiseText(ValueError, t);
}

// ---- map ----

function map_new(args: Args, n: i32): Value {
  if (n < 3) return raise(TypeError, "map() must have at least two arguments.");
  const iterators = iteratorsOf(args.from(2), n - 2);
  if (iterators == RAISED) return RAISED;
  return lazyNew(MAP_TYPE, args.at(1), iterators, anyRunsPython(iterators) ? LAZY_PYTHON : 0);
}
/** Most arguments of a map's function that tailCall takes; more are passed by a nested call. */
const MAP_TAIL_MAX: u32 = 8;
function map_next(v: Value): Value {
  const m = lazyAt(v);
  const iterators = changetype<TupleObject>(<usize>m.iter);
  const n = iterators.length;
  if (m.flags & LAZY_PYTHON) {
    return toHelper(n == 1 ? "_map1_next" : "_map_next", m.fn, n == 1 ? iterators.at(0) : m.iter);
  }
  const base = rootsMark();
  keep(v);
  for (let i: u32 = 0; i < n; i++) {
    const item = innerNext(iterators.at(i));
    if (item == RAISED || item == END) { release(base); return item; }
    keep(item);
  }
  const items = changetype<Args>(base + 8);
  let result: Value;
  if (n > MAP_TAIL_MAX || isNativeCallable(m.fn)) {
    result = callValue(m.fn, items, n);
  } else {
    for (let i: u32 = 0; i < n; i++) tailArg(i, items.at(i));
    result = tailCall(m.fn, n);
  }
  release(base);
  return result;
}
/** A map runs Python if its function or an iterator does. */
function map_runsPython(v: Value): bool {
  return (lazyAt(v).flags & LAZY_PYTHON) != 0 || !isNativeCallable(lazyAt(v).fn);
}

// ---- filter ----

function filter_new(args: Args, n: i32): Value {
  const it = getIter(args.at(2));
  return it == RAISED ? RAISED : lazyNew(FILTER_TYPE, args.at(1), it, pythonFlag(it));
}
function filter_next(v: Value): Value {
  const f = lazyAt(v);
  if (filter_runsPython(v)) {
    return toHelper(f.fn == NONE ? "_filter_true_next" : "_filter_next", f.fn, f.iter);
  }
  const base = rootsMark();
  keep(v);
  const inner = rootsMark();
  let item: Value;
  for (let steps: u32 = 1; ; steps++) {
    item = innerNext(f.iter);
    if (item == RAISED || item == END) break;
    keep(item);
    const answer = f.fn == NONE ? item : call1(f.fn, item);
    const yes = answer == RAISED ? -1 : truth(answer);
    release(inner);
    if (yes < 0 || ((steps & 1023) == 0 && !stepsDone())) { item = RAISED; break; }
    if (yes) break;
  }
  release(base);
  return item;
}
function filter_runsPython(v: Value): bool {
  const f = lazyAt(v);
  return (f.flags & LAZY_PYTHON) != 0 || (f.fn != NONE && !isNativeCallable(f.fn));
}

// ---- reversed ----

/** reversed(sequence): what its __reversed__ gives, else an iterator by index from the end. May
 *  return TAIL_CALL. */
function reversed_new(args: Args, n: i32): Value {
  const v = args.at(1);
  if (isExactly(v, LIST_TYPE)) return listReverseIter(v);
  if (isExactly(v, STR_TYPE)) {
    return lazyNew(REVERSED_TYPE, smallIntNew(<i64>changetype<StrObject>(<usize>v).lengthChars - 1),
      v, 0);
  }
  const method = getAttrOptional(v, <u64>S___reversed__);
  if (raised()) return RAISED;
  if (method == NONE) return raiseWith(TypeError, "'%t' object is not reversible", v);
  if (method != NOTHING) return tailCall(method, 0);
  const t = typeObjectOf(v);
  if (t.subscr == 0 || t.length == 0)
    return raiseWith(TypeError, "'%t' object is not reversible", v);
  const length = lengthOf(v);
  if (raised()) return RAISED;
  return lazyNew(REVERSED_TYPE, smallIntNew(length - 1), v, pythonFlag(v));
}
function reversed_next(v: Value): Value {
  const r = lazyAt(v), index = r.fn;
  if (r.iter == NOTHING) return END;
  if (smallInt(index) < 0) { r.iter = NOTHING; return END; }
  r.fn = smallIntNew(smallInt(index) - 1);
  if (isExactly(r.iter, STR_TYPE)) {
    const s = changetype<StrObject>(<usize>r.iter);
    if (s.flags & STR_ASCII) return strOfChar(load<u8>(s.data + <usize>smallInt(index)));
  }
  if (r.flags & LAZY_PYTHON) {
    return toHelper("_sequence_next", v, r.iter, index);
  }
  const base = rootsMark();
  keep(v);
  const item = getItem(r.iter, index);
  release(base);
  if (item != RAISED || !(catchPending(IndexError) || catchPending(StopIteration))) return item;
  r.iter = NOTHING;
  return END;
}
/** reversed._end(): for the frozen helper: no more items. */
function reversed_end(args: Args, n: i32): Value {
  lazyAt(args.at(0)).iter = NOTHING;
  return NONE;
}
function reversed_hint(args: Args, n: i32): Value {
  const r = lazyAt(args.at(0));
  return r.iter == NOTHING ? smallIntNew(0) : smallIntNew(smallInt(r.fn) + 1);
}

function lazy_runsPython(v: Value): bool { return (lazyAt(v).flags & LAZY_PYTHON) != 0; }

function lazyType(
  type: usize, name: string, next: (v: Value) => Value, runs: (v: Value) => bool,
): TypeBuilder {
  const t = typeBegin(type, name, OBJECT_TYPE, lazyMark);
  t.type().iter = selfIter.index;
  t.type().next = next.index;
  t.type().runsPython = runs.index;
  return t;
}
export function iteratorsLazyInstall(): void {
  lazyType(ENUMERATE_TYPE, "enumerate", enumerate_next, lazy_runsPython).constructDef(enumerate_new,
    "iterable,start=");
  lazyType(ZIP_TYPE, "zip", zip_next, lazy_runsPython).constructDef(zip_new, "*args,strict=");
  lazyType(MAP_TYPE, "map", map_next, map_runsPython).construct(map_new, 0, -1);
  lazyType(FILTER_TYPE, "filter", filter_next, filter_runsPython).construct(filter_new, 2, 2);
  const reversed = lazyType(REVERSED_TYPE, "reversed", reversed_next, lazy_runsPython);
  reversed.construct(reversed_new, 1, 1);
  reversed.method("_end", reversed_end, 0, 0);
  reversed.method("__length_hint__", reversed_hint, 0, 0);
}
