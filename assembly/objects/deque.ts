// deque: Python's `collections.deque`, a ring of Values.
//
// CPython's whole interface, and MicroPython's constructor deque(iterable, maxlen, flags), where
// flags 1 makes a full deque raise IndexError instead of dropping items. Iterators notice any
// change by `version`. Behaviour: docs.python.org/3/library/collections.html#deque-objects;
// docs.micropython.org (collections).
import { Value, RAISED, NOTHING, END, NOT_HANDLED, smallIntNew } from "../core/value";
import { Header, TYPE_BYTES } from "../heap/header";
import { allocRaw, freeRaw } from "../heap/allocator";
import { objectNew, objectZeroed, rawNew } from "./object_new";
import { chargeBytes, chargeScan, chargeStep } from "../heap/events";
import { markObject, markRaw, markValue } from "../heap/collector";
import { rootsMark, keep, release } from "../heap/roots";
import {
  OBJECT_TYPE, HASH_NONE, TYPE_INIT_FILLS, TYPE_SEQUENCE, TYPE_HEAP, OP_ADD, OP_MUL, OP_INPLACE,
  typeObjectOf,
} from "./type";
import {
  raise, raiseNoMemory, raised, raiseWith, catchPending, TypeError, ValueError, IndexError,
  RuntimeError,
} from "./errors";
import { Args } from "./args";
import { typeBegin } from "./builder";
import { Text } from "./text";
import { LIST_MAX, ListObject, listNew } from "./list";
import { NONE } from "./singletons";
import { payloadOf, binaryOp, getIter, iterNext, reprEnter, reprLeave } from "./protocol";
import { clampIndex, indexOf, intFromI64, itemPlace } from "./int";
import { isSlice, positionOf, searchBounds, sliceStart, sliceStop } from "./slice";
import { iteratorType, handOver } from "./iterators";
import { compareAsLists, itemsEqual, listFrom, repeatCount, stepsDone } from "./sequence";
import { stepsTaken } from "./hooks";
import { toHelper } from "./frozen";

export const DEQUE_TYPE: usize = memory.data(TYPE_BYTES, 16);
const DEQUE_ITER_TYPE: usize = memory.data(TYPE_BYTES, 16);
const DEQUE_REVERSE_ITER_TYPE: usize = memory.data(TYPE_BYTES, 16);

//  0      4      8      12    16    20      24      28
//  |klass |flags |items |mask |head |length |maxlen |version
@unmanaged export class DequeObject extends Header {
  /** Raw cell of mask + 1 Values; 0: none yet. Owned. */
  items: usize;
  /** Room - 1, room a power of two. Meaningless while items is 0. */
  mask: u32;
  /** Where the first item lies. Unit: items. */
  head: u32;
  /** Unit: items. */
  length: u32;
  /** Most items; NO_MAXLEN: any number. */
  maxlen: u32;
  /** Changes with every change of length or order. */
  version: u32;
}
const NO_MAXLEN: u32 = 0xffffffff;
/** flags: a full deque raises IndexError. */
const DEQUE_CHECKED: u32 = 1;

@inline function dequeAt(v: Value): DequeObject { return changetype<DequeObject>(<usize>v); }
/** Address of item `i` (0 <= i < length). */
@inline function slot(d: DequeObject, i: u32): usize {
  return d.items + (<usize>((d.head + i) & d.mask) << 3);
}

function dequeNew(maxlen: u32, flags: u32): Value {
  const d = changetype<DequeObject>(objectZeroed(DEQUE_TYPE, offsetof<DequeObject>()));
  if (changetype<usize>(d) == 0) return RAISED;
  d.flags = flags;
  d.maxlen = maxlen;
  return <u64>changetype<usize>(d);
}
function dequeMark(address: usize): void {
  const d = changetype<DequeObject>(address);
  markRaw(d.items);
  for (let i: u32 = 0; i < d.length; i++) markValue(load<u64>(slot(d, i)));
}
/** Room for `count` items in all; the items then begin at 0. False with MemoryError pending. */
function reserve(d: DequeObject, count: u32): bool {
  if (d.items != 0 && count <= d.mask + 1) return true;
  if (count > LIST_MAX) { raiseNoMemory(count); return false; }
  let room: u32 = 8;
  while (room < count) room <<= 1;
  const items = rawNew(<usize>room << 3);
  if (items == 0) return false;
  moveTo(d, items);
  d.mask = room - 1;
  return true;
}
/** Copies the items, in order, to `items`, where there is room. */
function copyTo(d: DequeObject, items: usize): void {
  if (d.length == 0) return;
  const first = d.mask + 1 - d.head;
  const straight = first < d.length ? first : d.length;
  chargeBytes(<usize>d.length << 3);
  memory.copy(items, slot(d, 0), <usize>straight << 3);
  memory.copy(items + (<usize>straight << 3), d.items, <usize>(d.length - straight) << 3);
}
/** A list of the items. */
function listOf(v: Value): Value {
  const d = changetype<DequeObject>(<usize>v), list = listNew(d.length);
  if (list == RAISED) return RAISED;
  copyTo(d, changetype<ListObject>(<usize>list).items);
  changetype<ListObject>(<usize>list).length = d.length;
  return list;
}
/** Moves the items to the beginning of another cell. */
function moveTo(d: DequeObject, items: usize): void {
  copyTo(d, items);
  freeRaw(d.items);
  d.items = items;
  d.head = 0;
}
/** Gives room back when an eighth of it is in use. */
function shrink(d: DequeObject): void {
  if (d.mask < 128 || d.length > (d.mask + 1) >> 3) return;
  const room = (d.mask + 1) >> 2;
  const items = allocRaw(<usize>room << 3);
  if (items == 0) return;
  moveTo(d, items);
  d.mask = room - 1;
}
/** Appends at the right or left end; a full deque drops an item at the other end. False with an
 *  exception pending. */
function push(d: DequeObject, v: Value, left: bool): bool {
  if (d.length >= d.maxlen) {
    if (d.flags & DEQUE_CHECKED) { raise(IndexError, "full"); return false; }
    if (d.maxlen == 0) return true;
    drop(d, !left);
  }
  if (!reserve(d, d.length + 1)) return false;
  if (left) {
    d.head = (d.head - 1) & d.mask;
    d.length++;
    store<u64>(slot(d, 0), v);
  } else {
    d.length++;
    store<u64>(slot(d, d.length - 1), v);
  }
  d.version++;
  return true;
}
/** Takes the first (left) or last item off. The deque is not empty. */
function drop(d: DequeObject, left: bool): Value {
  const v = load<u64>(slot(d, left ? 0 : d.length - 1));
  if (left) d.head = (d.head + 1) & d.mask;
  d.length--;
  d.version++;
  shrink(d);
  return v;
}
/** Appends all items of an iterable, nested. A safepoint. Keeps its arguments. */
function extend(d: DequeObject, v: Value, left: bool): bool {
  const base = rootsMark();
  keep(<u64>changetype<usize>(d)); keep(v);
  let source = v;
  if (payloadOf(v, DEQUE_TYPE) == changetype<usize>(d)) {
    source = listFrom(v);
    if (source == RAISED) { release(base); return false; }
    keep(source);
  }
  let ok = false;
  const it = getIter(source);
  if (it != RAISED) {
    keep(it);
    for (let steps: u32 = 1; ; steps++) {
      const item = iterNext(it);
      if (item == END) { ok = true; break; }
      if (item == RAISED || !push(d, item, left)) break;
      if ((steps & 1023) == 0 && !stepsDone()) break;
    }
  }
  release(base);
  return ok;
}
/** An empty deque with the same limits. Raises MemoryError. */
function emptyLike(d: DequeObject): Value { return dequeNew(d.maxlen, d.flags); }
/** A deque like it with the same items. Raises MemoryError. */
function copyOf(d: DequeObject): Value {
  const v = emptyLike(d), c = dequeAt(v);
  if (v == RAISED || d.length == 0) return v;
  if (!reserve(c, d.length)) return RAISED;
  copyTo(d, c.items);
  c.length = d.length;
  return v;
}
/** Appends all items of `source` to the new deque `v`, which may be RAISED. A safepoint. */
function filled(v: Value, source: Value): Value {
  return v != RAISED && extend(dequeAt(v), source, false) ? v : RAISED;
}
/** Turns the ring by `n` items to the right (below 0: left): moves at most half of them. */
function rotate(d: DequeObject, n: i64): void {
  const length = <i64>d.length;
  if (length < 2) return;
  n %= length;
  if (n < 0) n += length;
  if (n > length >> 1) n -= length;
  const left = n < 0;
  n = abs(n);
  chargeScan(<usize>n << 2);
  for (; n != 0; n--) {
    const from = slot(d, left ? 0 : d.length - 1);
    d.head = (d.head + (left ? 1 : -1)) & d.mask;
    store<u64>(slot(d, left ? d.length - 1 : 0), load<u64>(from));
  }
}
/** Removes item `i`: moves the shorter side. */
function removeAt(d: DequeObject, i: u32): void {
  rotate(d, -<i64>i);
  drop(d, true);
  rotate(d, i);
}

// ---- slots ----

function deque_length(v: Value): i64 { return dequeAt(v).length; }
function deque_truth(v: Value): i32 { return <i32>(dequeAt(v).length != 0); }
/** Place that a key names; -1 with an exception pending. */
function position(d: DequeObject, key: Value): i64 {
  if (isSlice(key)) { raise(TypeError, "sequence index must be integer, not 'slice'"); return -1; }
  const i = positionOf(key, "sequence index must be integer, not ");
  return raised() ? -1 : itemPlace(i, d.length, "deque index out of range");
}
function deque_subscr(v: Value, key: Value): Value {
  const i = position(dequeAt(v), key);
  return i < 0 ? RAISED : load<u64>(slot(dequeAt(v), <u32>i));
}
function deque_setSubscr(v: Value, key: Value, item: Value): bool {
  const d = dequeAt(v);
  const i = position(d, key);
  if (i < 0) return false;
  if (item == NOTHING) removeAt(d, <u32>i); else store<u64>(slot(d, <u32>i), item);
  return true;
}
/** Raises RuntimeError if the deque is no longer what it was. */
function changed(d: DequeObject, version: u32): bool {
  if (d.version == version) return false;
  raise(RuntimeError, "deque mutated during iteration");
  return true;
}
/** Place of the first item from..to that equals `v`, at least the deque's length: there is none; -1
 *  with an exception pending. */
function find(d: DequeObject, v: Value, from: i64, to: i64): i64 {
  const version = d.version;
  for (; from < to && from < <i64>d.length; from++) {
    const same = itemsEqual(load<u64>(slot(d, <u32>from)), v);
    if (same < 0 || (chargeStep() && !stepsTaken()) || changed(d, version)) return -1;
    if (same) return from;
  }
  return i64.MAX_VALUE;
}
function deque_contains(v: Value, item: Value): i32 {
  const i = find(dequeAt(v), item, 0, i64.MAX_VALUE);
  return i < 0 ? -1 : <i32>(i != i64.MAX_VALUE);
}
/** compare slot: as lists of the items. */
function deque_compare(op: i32, left: Value, right: Value): Value {
  return compareAsLists(op, payloadOf(left, DEQUE_TYPE), payloadOf(right, DEQUE_TYPE), listOf);
}
function deque_repr(v: Value, out: Text): bool {
  if (!reprEnter(v)) { out.literal("[...]"); return true; }
  const d = dequeAt(v), base = rootsMark();
  keep(v);
  const items = listFrom(v);
  keep(items);
  const ok = items != RAISED && out.format("deque(%r", items)
    && out.format(d.maxlen == NO_MAXLEN ? ")" : ", maxlen=%d)", d.maxlen);
  release(base);
  reprLeave();
  return ok;
}
function deque_binary(op: i32, left: Value, right: Value): Value {
  let a = payloadOf(left, DEQUE_TYPE), by = right;
  if (a == 0 && op == OP_MUL) { a = payloadOf(right, DEQUE_TYPE); by = left; }
  if (a == 0) return NOT_HANDLED;
  const d = changetype<DequeObject>(a);
  if (op == OP_ADD + OP_INPLACE) return extend(d, right, false) ? left : RAISED;
  if (op == OP_ADD) {
    if (payloadOf(right, DEQUE_TYPE) == 0) {
      if (typeObjectOf(right).typeFlags & TYPE_HEAP) return NOT_HANDLED;
      return raiseWith(TypeError, 'can only concatenate deque (not "%t") to deque', right);
    }
    return filled(copyOf(d), right);
  }
  if (op != OP_MUL && op != OP_MUL + OP_INPLACE) return NOT_HANDLED;
  let times = repeatCount(by);
  if (times < 0) return times == -1 ? NOT_HANDLED : RAISED;
  // no more than what a full deque keeps
  if (d.length != 0 && d.maxlen != NO_MAXLEN) times = min<i64>(times, d.maxlen / d.length + 2);
  const items = listFrom(a);
  const all = items == RAISED ? RAISED : binaryOp(OP_MUL, items, intFromI64(times));
  if (all == RAISED) return RAISED;
  if (op == OP_MUL) return filled(emptyLike(d), all);
  clear(d);
  return extend(d, all, false) ? left : RAISED;
}

// ---- iterators ----

//  0      4      8      12     16
//  |klass |flags |deque |index |version
@unmanaged class DequeIter extends Header {
  /** Address of the DequeObject; 0: exhausted. */
  deque: usize;
  /** Items given so far. */
  index: u32;
  version: u32;
}
function dequeIterNew(type: usize, v: Value): Value {
  const it = changetype<DequeIter>(objectNew(type, offsetof<DequeIter>()));
  if (changetype<usize>(it) == 0) return RAISED;
  it.deque = <usize>v;
  it.index = 0;
  it.version = dequeAt(v).version;
  return <u64>changetype<usize>(it);
}
function dequeIterMark(address: usize): void { markObject(changetype<DequeIter>(address).deque); }
/** next slot of both: RuntimeError if the deque has changed. */
function deque_iterator_next(v: Value): Value {
  const it = changetype<DequeIter>(<usize>v), d = changetype<DequeObject>(it.deque);
  if (changetype<usize>(d) == 0) return END;
  const mutated = changed(d, it.version);
  if (mutated || it.index >= d.length) {
    it.deque = 0;
    return mutated ? RAISED : END;
  }
  const i = it.index++;
  return load<u64>(slot(d, it.klass == DEQUE_REVERSE_ITER_TYPE ? d.length - 1 - i : i));
}
function deque_iter(v: Value): Value { return dequeIterNew(DEQUE_ITER_TYPE, v); }
function deque_reversed(args: Args, n: i32): Value {
  return dequeIterNew(DEQUE_REVERSE_ITER_TYPE, args.at(0));
}

// ---- methods ----

function deque_append(args: Args, n: i32): Value {
  return push(dequeAt(args.at(0)), args.at(1), false) ? NONE : RAISED;
}
function deque_appendleft(args: Args, n: i32): Value {
  return push(dequeAt(args.at(0)), args.at(1), true) ? NONE : RAISED;
}
function deque_pop(args: Args, n: i32): Value {
  const d = dequeAt(args.at(0));
  return d.length == 0 ? raise(IndexError, "pop from an empty deque") : drop(d, false);
}
function deque_popleft(args: Args, n: i32): Value {
  const d = dequeAt(args.at(0));
  return d.length == 0 ? raise(IndexError, "pop from an empty deque") : drop(d, true);
}
function clear(d: DequeObject): void {
  freeRaw(d.items);
  d.items = 0;
  d.length = 0;
  d.head = 0;
  d.version++;
}
function deque_clear(args: Args, n: i32): Value { clear(dequeAt(args.at(0))); return NONE; }
function deque_copy(args: Args, n: i32): Value {
  return copyOf(dequeAt(args.at(0)));
}
function deque_extend(args: Args, n: i32): Value {
  if (handOver(args.at(1))) {
    return toHelper("_list_extend", args.at(0), args.at(1));
  }
  return extend(dequeAt(args.at(0)), args.at(1), false) ? NONE : RAISED;
}
function deque_extendleft(args: Args, n: i32): Value {
  if (handOver(args.at(1))) {
    return toHelper("_deque_extendleft", args.at(0), args.at(1));
  }
  return extend(dequeAt(args.at(0)), args.at(1), true) ? NONE : RAISED;
}
function deque_insert(args: Args, n: i32): Value {
  const d = dequeAt(args.at(0));
  const where = indexOf(args.at(1));
  if (raised()) return RAISED;
  if (d.length >= d.maxlen) return raise(IndexError, "deque already at its maximum size");
  const i = clampIndex(where, d.length);
  rotate(d, -i);
  const ok = push(d, args.at(2), true);
  rotate(d, i);
  return ok ? NONE : RAISED;
}
function deque_remove(args: Args, n: i32): Value {
  const d = dequeAt(args.at(0)), version = d.version, i = found(d, args.at(1), 0, i64.MAX_VALUE);
  if (i >= 0) removeAt(d, <u32>i);
  else if (d.version != version && catchPending(RuntimeError))
    raise(IndexError, "deque mutated during remove().");
  return i < 0 ? RAISED : NONE;
}
/** As find, with ValueError pending if there is none. */
function found(d: DequeObject, v: Value, from: i64, to: i64): i64 {
  const i = find(d, v, from, to);
  if (i != i64.MAX_VALUE) return i;
  raiseWith(ValueError, "%r is not in deque", v);
  return -1;
}
function deque_count(args: Args, n: i32): Value {
  const d = dequeAt(args.at(0));
  let count = 0;
  for (let i: i64 = 0; i < <i64>d.length; i++, count++) {
    i = find(d, args.at(1), i, i64.MAX_VALUE);
    if (i < 0) return RAISED;
    if (i == i64.MAX_VALUE) break;
  }
  return smallIntNew(count);
}
function deque_index(args: Args, n: i32): Value {
  const d = dequeAt(args.at(0));
  if (!searchBounds(n > 2 ? args.at(2) : NOTHING, n > 3 ? args.at(3) : NOTHING, d.length))
    return RAISED;
  const i = found(d, args.at(1), sliceStart, sliceStop);
  return i < 0 ? RAISED : smallIntNew(i);
}
function deque_reverse(args: Args, n: i32): Value {
  const d = dequeAt(args.at(0));
  chargeScan(d.length);
  for (let i: u32 = 0; i < d.length >> 1; i++) {
    const a = slot(d, i), b = slot(d, d.length - 1 - i), x = load<u64>(a);
    store<u64>(a, load<u64>(b));
    store<u64>(b, x);
  }
  d.version++;
  return NONE;
}
/** deque.rotate(n=1): moves at most half of the items. */
function deque_rotate(args: Args, n: i32): Value {
  const d = dequeAt(args.at(0));
  const by = n > 1 ? indexOf(args.at(1)) : 1;
  if (raised()) return RAISED;
  rotate(d, by);
  d.version++;
  return NONE;
}
function deque_maxlen(self: Value): Value {
  const d = dequeAt(self);
  return d.maxlen == NO_MAXLEN ? NONE : smallIntNew(d.maxlen);
}
/** deque([iterable[, maxlen[, flags]]]): signature "iterable=,maxlen=,flags=". */
function deque_new(args: Args, n: i32): Value {
  let maxlen = NO_MAXLEN, flags: u32 = 0;
  if (args.at(2) != NOTHING && args.at(2) != NONE) {
    const m = indexOf(args.at(2));
    if (raised()) return RAISED;
    if (m < 0) return raise(ValueError, "maxlen must be non-negative");
    if (m < <i64>NO_MAXLEN) maxlen = <u32>m;
  }
  if (args.at(3) != NOTHING) {
    const f = indexOf(args.at(3));
    if (raised()) return RAISED;
    if (f & 1) flags = DEQUE_CHECKED;
  }
  const d = dequeNew(maxlen, flags);
  if (d == RAISED || args.at(1) == NOTHING) return d;
  if (args.at(0) == <u64>DEQUE_TYPE && handOver(args.at(1))) {
    return toHelper("_deque", d, args.at(1));
  }
  return filled(d, args.at(1));
}

export function dequeInstall(): void {
  const t = typeBegin(DEQUE_TYPE, "deque", OBJECT_TYPE, dequeMark);
  t.flag(TYPE_INIT_FILLS | TYPE_SEQUENCE);
  t.constructDef(deque_new, "iterable=,maxlen=,flags=");
  const s = t.type();
  s.length = deque_length.index;
  s.truth = deque_truth.index;
  s.subscr = deque_subscr.index;
  s.setSubscr = deque_setSubscr.index;
  s.contains = deque_contains.index;
  s.iter = deque_iter.index;
  s.compare = deque_compare.index;
  s.binary = deque_binary.index;
  s.repr = deque_repr.index;
  s.hash = HASH_NONE;
  t.method("append", deque_append, 1, 1);
  t.method("appendleft", deque_appendleft, 1, 1);
  t.method("pop", deque_pop, 0, 0);
  t.method("popleft", deque_popleft, 0, 0);
  t.method("clear", deque_clear, 0, 0);
  t.method("copy", deque_copy, 0, 0);
  t.method("__copy__", deque_copy, 0, 0);
  t.method("extend", deque_extend, 1, 1);
  t.method("extendleft", deque_extendleft, 1, 1);
  t.method("insert", deque_insert, 2, 2);
  t.method("remove", deque_remove, 1, 1);
  t.method("count", deque_count, 1, 1);
  t.method("index", deque_index, 1, 3);
  t.method("reverse", deque_reverse, 0, 0);
  t.method("rotate", deque_rotate, 0, 1);
  t.method("__reversed__", deque_reversed, 0, 0);
  t.attribute("maxlen", deque_maxlen);
  iteratorType(DEQUE_ITER_TYPE, "_deque_iterator", dequeIterMark, deque_iterator_next);
  iteratorType(DEQUE_REVERSE_ITER_TYPE, "_deque_reverse_iterator", dequeIterMark,
    deque_iterator_next);
}
