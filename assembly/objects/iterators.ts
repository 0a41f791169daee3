// Iterators of built-in types: list, tuple, range, dict, the old sequence protocol, iter(f,
// sentinel).
//
// The interpreter advances those of list, tuple, range and dict itself, so their layouts are plain
// and their fields public; the `next` slots here do the same for everybody else. An exhausted
// iterator lets go of its target. Lazy ones that take other iterators (map, zip ...):
// iterators_lazy.ts. str, bytes and generators have theirs in their own files.
import { Value, RAISED, NOTHING, END, smallIntNew } from "../core/value";
import { Header, TYPE_BYTES } from "../heap/header";
import { allocObject } from "../heap/allocator";
import { objectNew } from "./object_new";
import { markObject, markValue } from "../heap/collector";
import { rootsMark, keep, release } from "../heap/roots";
import { OBJECT_TYPE, TYPE_HEAP, TYPE_FINAL, TYPE_PLAIN_ITERATOR, OP_ADD, OP_SUB,
  typeObjectOf } from "./type";
import { raise, raiseNoMemory, catchPending, RuntimeError, IndexError,
  StopIteration } from "./errors";
import { Args } from "./args";
import { typeBegin, TypeBuilder, NO_MARK } from "./builder";
import { LIST_TYPE, ListObject } from "./list";
import { TupleObject, tupleOf2 } from "./tuple";
import { TableObject, ENTRY, ENTRY_VALUE } from "./table";
import { intFromI64 } from "./int";
import { binaryOp, getItem } from "./protocol";
import { TypeObject } from "./type";
import { isExactly } from "../heap/header";
import { typeLookup } from "./type_lookup";
import { SLOT_WRAPPER_TYPE } from "./slot_wrappers";
import { InstanceObject, isInstance } from "./instance_layout";
import { S___iter__, S___next__ } from "./names";
import { NONE } from "./singletons";
import { toHelper } from "./frozen";

export const LIST_ITER_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const LIST_REVERSE_ITER_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const TUPLE_ITER_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const RANGE_ITER_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const BIG_RANGE_ITER_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const DICT_KEY_ITER_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const DICT_VALUE_ITER_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const DICT_ITEM_ITER_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const DICT_REVERSE_KEY_ITER_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const DICT_REVERSE_VALUE_ITER_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const DICT_REVERSE_ITEM_ITER_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const SET_ITER_TYPE: usize = memory.data(TYPE_BYTES, 16);
/** iter() of an object with __getitem__ only. */
export const SEQUENCE_ITER_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const CALLABLE_ITER_TYPE: usize = memory.data(TYPE_BYTES, 16);

// ---- what iterating would run ----

/** In the `runsPython` slot of a type: iterating its instances always runs Python (generators). */
export const RUNS_PYTHON_ALWAYS: u32 = 0xffffffff;

/** True if iterating `v` may run Python code (or suspend): an instance of a Python class, a
 *  generator, a map of a Python function ... Then a native hands its work to a frozen helper. Types
 *  say it by their `runsPython` slot; without one: no. */
export function runsPython(v: Value): bool {
  const t = typeObjectOf(v);
  if (t.typeFlags & TYPE_HEAP)
    return t.native == 0 || overridesIteration(t) || runsPython(payload(v));
  if (t.runsPython == 0) return false;
  return t.runsPython == RUNS_PYTHON_ALWAYS || call_indirect<bool>(t.runsPython, v);
}
/** True if a class derived from a built-in type has its own __iter__ or __next__. */
function overridesIteration(t: TypeObject): bool {
  const iter = typeLookup(changetype<usize>(t), S___iter__),
    next = typeLookup(changetype<usize>(t), S___next__);
  return !isExactly(iter, SLOT_WRAPPER_TYPE)
    || (next != NOTHING && !isExactly(next, SLOT_WRAPPER_TYPE));
}
/** The built-in part of an instance; None if it has none (a class made of a class). */
function payload(v: Value): Value {
  const native = isInstance(v) ? changetype<InstanceObject>(<usize>v).native : NOTHING;
  return native == NOTHING ? NONE : native;
}
/** True if a native that is to consume `v` should hand over to a frozen helper. */
export function handOver(v: Value): bool { return runsPython(v); }

/** iter slot of every iterator: itself. */
export function selfIter(v: Value): Value { return v; }

// ---- list, tuple ----

//  0      4      8       12     16
//  |klass |flags |target |index |
/** Iterator over a list or tuple (LIST_ITER_TYPE, TUPLE_ITER_TYPE, LIST_REVERSE_ITER_TYPE). */
@unmanaged export class IndexIter extends Header {
  /** Address of the ListObject or TupleObject; 0: exhausted. */
  target: usize;
  /** Next item. Unit: items. Going backwards: the next item + 1. */
  index: u32;
}
export function indexIterNew(type: usize, target: usize, index: u32): Value {
  const it = changetype<IndexIter>(allocObject(offsetof<IndexIter>()));
  if (changetype<usize>(it) == 0) return raiseNoMemory(offsetof<IndexIter>());
  it.klass = type;
  it.flags = 0;
  it.target = target;
  it.index = index;
  return <u64>changetype<usize>(it);
}
export function indexIterMark(address: usize): void {
  markObject(changetype<IndexIter>(address).target);
}

/** iter slot of list. Raises MemoryError. */
export function listIter(v: Value): Value { return indexIterNew(LIST_ITER_TYPE, <usize>v, 0); }
/** iter slot of tuple. Raises MemoryError. */
export function tupleIter(v: Value): Value { return indexIterNew(TUPLE_ITER_TYPE, <usize>v, 0); }
/** An iterator over the items of a list or tuple, from one of them on. Raises MemoryError. */
export function itemsIterFrom(v: Value, index: u32): Value {
  return indexIterNew(isExactly(v, LIST_TYPE) ? LIST_ITER_TYPE : TUPLE_ITER_TYPE, <usize>v, index);
}
/** reversed(list). Raises MemoryError. */
export function listReverseIter(v: Value): Value {
  return indexIterNew(LIST_REVERSE_ITER_TYPE, <usize>v, changetype<ListObject>(<usize>v).length);
}
function list_iterator_next(v: Value): Value {
  const it = changetype<IndexIter>(<usize>v), l = changetype<ListObject>(it.target);
  if (changetype<usize>(l) == 0) return END;
  const i = it.index;
  if (i < l.length) { it.index = i + 1; return l.at(i); }
  it.target = 0;
  return END;
}
function tuple_iterator_next(v: Value): Value {
  const it = changetype<IndexIter>(<usize>v), t = changetype<TupleObject>(it.target);
  if (changetype<usize>(t) == 0) return END;
  const i = it.index;
  if (i < t.length) { it.index = i + 1; return t.at(i); }
  it.target = 0;
  return END;
}
function list_reverseiterator_next(v: Value): Value {
  const it = changetype<IndexIter>(<usize>v), l = changetype<ListObject>(it.target);
  if (changetype<usize>(l) == 0) return END;
  const i = it.index;
  if (i != 0 && i <= l.length) { it.index = i - 1; return l.at(i - 1); }
  it.target = 0;
  return END;
}
/** Of a list's and of a tuple's iterator: both sequences say their length at the same place. */
function list_iterator_hint(args: Args, n: i32): Value {
  const it = changetype<IndexIter>(<usize>args.at(0));
  if (it.target == 0) return smallIntNew(0);
  const length = changetype<ListObject>(it.target).length;
  return smallIntNew(it.index < length ? length - it.index : 0);
}
function list_reverseiterator_hint(args: Args, n: i32): Value {
  const it = changetype<IndexIter>(<usize>args.at(0));
  if (it.target == 0 || it.index > changetype<ListObject>(it.target).length) return smallIntNew(0);
  return smallIntNew(it.index);
}

// ---- range ----

//  0      4      8     16    24    32
//  |klass |flags |next |step |left |
/** Iterator over a range of small ints. */
@unmanaged export class RangeIter extends Header {
  /** Next number. Unit: the number itself. */
  next: i64;
  step: i64;
  /** Numbers still to come. */
  left: i64;
}
/** Iterator over start, start + step ... `count` small ints. Raises MemoryError. */
export function rangeIterNew(start: i64, step: i64, count: i64): Value {
  const it = changetype<RangeIter>(allocObject(offsetof<RangeIter>()));
  if (changetype<usize>(it) == 0) return raiseNoMemory(offsetof<RangeIter>());
  it.klass = RANGE_ITER_TYPE;
  it.flags = 0;
  it.next = start;
  it.step = step;
  it.left = count;
  return <u64>changetype<usize>(it);
}
function range_iterator_next(v: Value): Value {
  const it = changetype<RangeIter>(<usize>v);
  if (it.left == 0) return END;
  it.left--;
  const x = it.next;
  it.next = x + it.step;
  return smallIntNew(x);
}
function range_iterator_hint(args: Args, n: i32): Value {
  return intFromI64(changetype<RangeIter>(<usize>args.at(0)).left);
}
/** Iterator over a range with bignums. */
@unmanaged export class BigRangeIter extends Header {
  next: Value;
  step: Value;
  /** Numbers still to come, an int. */
  left: Value;
}
/** The same for ints of any size. Raises MemoryError. */
export function bigRangeIterNew(start: Value, step: Value, count: Value): Value {
  const it = changetype<BigRangeIter>(objectNew(BIG_RANGE_ITER_TYPE, offsetof<BigRangeIter>()));
  if (changetype<usize>(it) == 0) return RAISED;
  it.next = start;
  it.step = step;
  it.left = count;
  return <u64>changetype<usize>(it);
}
function bigRangeIterMark(address: usize): void {
  const it = changetype<BigRangeIter>(address);
  markValue(it.next);
  markValue(it.step);
  markValue(it.left);
}
function longrange_iterator_next(v: Value): Value {
  const it = changetype<BigRangeIter>(<usize>v);
  if (it.left == smallIntNew(0)) return END;
  const x = it.next, next = binaryOp(OP_ADD, x, it.step);
  if (next == RAISED) return RAISED;
  const left = binaryOp(OP_SUB, it.left, smallIntNew(1));
  if (left == RAISED) return RAISED;
  it.next = next;
  it.left = left;
  return x;
}
function longrange_iterator_hint(args: Args, n: i32): Value {
  return changetype<BigRangeIter>(<usize>args.at(0)).left;
}

// ---- dict, set ----

//  0      4      8      12        16    20    24
//  |klass |flags |table |position |used |left |
/** Iterator over the entries of a dict or set, in either direction. */
@unmanaged export class TableIter extends Header {
  /** Address of the TableObject; 0: exhausted. */
  table: usize;
  /** Number of the next entry to look at; going backwards: that + 1. */
  position: u32;
  /** Living entries when the iterator was made: any other number is an error. */
  used: u32;
  /** Entries still to come. */
  left: u32;
}
/** Iterator of the given type (DICT_KEY_ITER_TYPE ... SET_ITER_TYPE) over a table. Raises
 *  MemoryError. */
export function tableIterNew(type: usize, table: TableObject): Value {
  const it = changetype<TableIter>(allocObject(offsetof<TableIter>()));
  if (changetype<usize>(it) == 0) return raiseNoMemory(offsetof<TableIter>());
  it.klass = type;
  it.flags = 0;
  it.table = changetype<usize>(table);
  it.position = type == DICT_REVERSE_KEY_ITER_TYPE || type == DICT_REVERSE_VALUE_ITER_TYPE
    || type == DICT_REVERSE_ITEM_ITER_TYPE ? table.filled : 0;
  it.used = table.used;
  it.left = table.used;
  return <u64>changetype<usize>(it);
}
function tableIterMark(address: usize): void { markObject(changetype<TableIter>(address).table); }
/** No table changes size while it is iterated: from now on the iterator always raises. */
const ALWAYS_CHANGED: u32 = 0xffffffff;

/** Address of the next entry; 0: exhausted; 1: RuntimeError is pending. */
export function tableIterAdvance(it: TableIter): usize {
  const t = changetype<TableObject>(it.table);
  if (changetype<usize>(t) == 0) return 0;
  if (it.used != t.used) {
    it.used = ALWAYS_CHANGED;
    raise(RuntimeError, it.klass == SET_ITER_TYPE
      ? "Set changed size during iteration" : "dictionary changed size during iteration");
    return 1;
  }
  const filled = t.filled;
  let n = it.position;
  if (n < t.head) n = t.head;
  let e = t.entries + <usize>n * ENTRY;
  for (; n < filled; n++, e += ENTRY) {
    if (load<u64>(e) == NOTHING) continue;
    if (it.left == 0) return keysChanged(it);
    it.left--;
    it.position = n + 1;
    return e;
  }
  it.table = 0;
  return 0;
}
function tableIterBack(it: TableIter): usize {
  const t = changetype<TableObject>(it.table);
  if (changetype<usize>(t) == 0) return 0;
  if (it.used != t.used) {
    it.used = ALWAYS_CHANGED;
    raise(RuntimeError, "dictionary changed size during iteration");
    return 1;
  }
  let n = it.position;
  if (n > t.filled) n = t.filled;
  while (n != 0) {
    n--;
    const e = t.entries + <usize>n * ENTRY;
    if (load<u64>(e) == NOTHING) continue;
    if (it.left == 0) return keysChanged(it);
    it.left--;
    it.position = n;
    return e;
  }
  it.table = 0;
  return 0;
}
/** More entries than the table had, although the number is the same: keys were replaced. */
function keysChanged(it: TableIter): usize {
  if (it.klass == SET_ITER_TYPE) { it.table = 0; return 0; }
  it.used = ALWAYS_CHANGED;
  raise(RuntimeError, "dictionary keys changed during iteration");
  return 1;
}
@inline function itemOf(e: usize): Value {
  return tupleOf2(load<u64>(e), load<u64>(e, ENTRY_VALUE));
}

function dict_keyiterator_next(v: Value): Value {
  const e = tableIterAdvance(changetype<TableIter>(<usize>v));
  return e > 1 ? load<u64>(e) : e == 0 ? END : RAISED;
}
function dict_valueiterator_next(v: Value): Value {
  const e = tableIterAdvance(changetype<TableIter>(<usize>v));
  return e > 1 ? load<u64>(e, ENTRY_VALUE) : e == 0 ? END : RAISED;
}
function dict_itemiterator_next(v: Value): Value {
  const e = tableIterAdvance(changetype<TableIter>(<usize>v));
  return e > 1 ? itemOf(e) : e == 0 ? END : RAISED;
}
/** next slot of the three reverse iterators. */
function dict_reverse_next(v: Value): Value {
  const it = changetype<TableIter>(<usize>v), e = tableIterBack(it), type = it.klass;
  if (e <= 1) return e == 0 ? END : RAISED;
  return type == DICT_REVERSE_ITEM_ITER_TYPE ? itemOf(e)
    : load<u64>(e + (type == DICT_REVERSE_VALUE_ITER_TYPE ? ENTRY_VALUE : 0));
}
function table_iterator_hint(args: Args, n: i32): Value {
  const it = changetype<TableIter>(<usize>args.at(0));
  const t = changetype<TableObject>(it.table);
  return smallIntNew(changetype<usize>(t) == 0 || it.used != t.used ? 0 : it.left);
}

// ---- the old sequence protocol ----

//  0      4      8       16     24
//  |klass |flags |target |index |
@unmanaged export class SequenceIter extends Header {
  /** The object with __getitem__; NOTHING: exhausted. */
  target: Value;
  /** Next index. Unit: items. */
  index: i64;
}
/** Iterator over v[0], v[1] ... until IndexError (or StopIteration). Raises MemoryError. */
export function rangeIndexIterNew(v: Value): Value {
  const it = changetype<SequenceIter>(objectNew(SEQUENCE_ITER_TYPE, offsetof<SequenceIter>()));
  if (changetype<usize>(it) == 0) return RAISED;
  it.target = v;
  it.index = 0;
  return <u64>changetype<usize>(it);
}
function sequenceIterMark(address: usize): void {
  markValue(changetype<SequenceIter>(address).target);
}
/** A safepoint. Called by the interpreter it returns TAIL_CALL: a helper gets the item. */
function iterator_next(v: Value): Value {
  const it = changetype<SequenceIter>(<usize>v);
  if (it.target == NOTHING) return END;
  const index = intFromI64(it.index);
  if (index == RAISED) return RAISED;
  if (runsPython(it.target)) {
    const r = toHelper("_sequence_next", v, it.target, index);
    if (r != RAISED) it.index++;
    return r;
  }
  const base = rootsMark();
  keep(v);
  const item = getItem(it.target, index);
  release(base);
  if (item != RAISED) { it.index++; return item; }
  if (!catchPending(IndexError) && !catchPending(StopIteration)) return RAISED;
  it.target = NOTHING;
  return END;
}
function iterator_runsPython(v: Value): bool {
  const target = changetype<SequenceIter>(<usize>v).target;
  return target != NOTHING && runsPython(target);
}
/** iterator._end(): for the frozen helper: no more items. */
function iterator_end(args: Args, n: i32): Value {
  changetype<SequenceIter>(<usize>args.at(0)).target = NOTHING;
  return NONE;
}

// ---- iter(f, sentinel) ----

//  0      4      8   16        24
//  |klass |flags |fn |sentinel |
@unmanaged export class CallableIter extends Header {
  /** NOTHING: exhausted. */
  fn: Value;
  sentinel: Value;
}
/** iter(fn, sentinel): calls fn() until it returns the sentinel. Raises TypeError, MemoryError. */
export function callableIterNew(fn: Value, sentinel: Value): Value {
  const it = changetype<CallableIter>(objectNew(CALLABLE_ITER_TYPE, offsetof<CallableIter>()));
  if (changetype<usize>(it) == 0) return RAISED;
  it.fn = fn;
  it.sentinel = sentinel;
  return <u64>changetype<usize>(it);
}
function callableIterMark(address: usize): void {
  markValue(changetype<CallableIter>(address).fn);
  markValue(changetype<CallableIter>(address).sentinel);
}
/** A safepoint. Hands over to a helper, so that fn() is called without nesting. */
function callable_iterator_next(v: Value): Value {
  const it = changetype<CallableIter>(<usize>v);
  if (it.fn == NOTHING) return END;
  return toHelper("_callable_next", v, it.fn, it.sentinel);
}
function callable_iterator_end(args: Args, n: i32): Value {
  const it = changetype<CallableIter>(<usize>args.at(0));
  it.fn = NOTHING;
  it.sentinel = NOTHING;
  return NONE;
}

// ---- registration ----

/** Begins an iterator type: iter, next, not subclassable. */
export function iteratorType(
  type: usize, name: string, mark: (address: usize) => void, next: (v: Value) => Value,
): TypeBuilder {
  const t = typeBegin(type, name, OBJECT_TYPE, mark);
  t.flag(TYPE_FINAL | TYPE_PLAIN_ITERATOR);
  t.type().iter = selfIter.index;
  t.type().next = next.index;
  return t;
}
function tableIteratorType(type: usize, name: string, next: (v: Value) => Value): void {
  iteratorType(type, name, tableIterMark, next).method("__length_hint__", table_iterator_hint, 0,
    0);
}

export function iteratorsInstall(): void {
  iteratorType(LIST_ITER_TYPE, "list_iterator", indexIterMark, list_iterator_next)
    .method("__length_hint__", list_iterator_hint, 0, 0);
  iteratorType(LIST_REVERSE_ITER_TYPE, "list_reverseiterator", indexIterMark,
    list_reverseiterator_next)
    .method("__length_hint__", list_reverseiterator_hint, 0, 0);
  iteratorType(TUPLE_ITER_TYPE, "tuple_iterator", indexIterMark, tuple_iterator_next)
    .method("__length_hint__", list_iterator_hint, 0, 0);
  iteratorType(RANGE_ITER_TYPE, "range_iterator", NO_MARK, range_iterator_next)
    .method("__length_hint__", range_iterator_hint, 0, 0);
  iteratorType(BIG_RANGE_ITER_TYPE, "longrange_iterator", bigRangeIterMark, longrange_iterator_next)
    .method("__length_hint__", longrange_iterator_hint, 0, 0);
  tableIteratorType(DICT_KEY_ITER_TYPE, "dict_keyiterator", dict_keyiterator_next);
  tableIteratorType(DICT_VALUE_ITER_TYPE, "dict_valueiterator", dict_valueiterator_next);
  tableIteratorType(DICT_ITEM_ITER_TYPE, "dict_itemiterator", dict_itemiterator_next);
  tableIteratorType(DICT_REVERSE_KEY_ITER_TYPE, "dict_reversekeyiterator",
    dict_reverse_next);
  tableIteratorType(DICT_REVERSE_VALUE_ITER_TYPE, "dict_reversevalueiterator",
    dict_reverse_next);
  tableIteratorType(DICT_REVERSE_ITEM_ITER_TYPE, "dict_reverseitemiterator",
    dict_reverse_next);
  tableIteratorType(SET_ITER_TYPE, "set_iterator", dict_keyiterator_next);
  const sequence = iteratorType(SEQUENCE_ITER_TYPE, "iterator", sequenceIterMark, iterator_next);
  sequence.type().runsPython = iterator_runsPython.index;
  sequence.method("_end", iterator_end, 0, 0);
  const callable = iteratorType(CALLABLE_ITER_TYPE, "callable_iterator", callableIterMark,
    callable_iterator_next);
  callable.type().runsPython = RUNS_PYTHON_ALWAYS;
  callable.method("_end", callable_iterator_end, 0, 0);
}
