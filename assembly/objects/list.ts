// list: the layout and the basic operations of Python's `list`. Methods: objects/list_methods.ts.
import { Value, RAISED } from "../core/value";
import { copyWords } from "../core/memory";
import { Header, TYPE_BYTES } from "../heap/header";
import { allocObject, allocRaw, resizeRaw, cellBytes } from "../heap/allocator";
import { chargeBytes } from "../heap/events";
import { markValues, markRaw } from "../heap/collector";
import { raiseNoMemory } from "./errors";

export const LIST_TYPE: usize = memory.data(TYPE_BYTES, 16);

//  0      4      8       12        16     20
//  |klass |flags |length |capacity |items |
@unmanaged export class ListObject extends Header {
  /** Items in use. Unit: items. Invariant: length <= capacity. */
  length: u32;
  /** Room at `items`. Unit: items. */
  capacity: u32;
  /** Raw cell of `capacity` Values; 0 while capacity is 0. Owned. */
  items: usize;
  spare: u32;
  @inline at(i: u32): Value { return load<u64>(this.items + (<usize>i << 3)); }
  @inline set(i: u32, v: Value): void { store<u64>(this.items + (<usize>i << 3), v); }
}
/** Longest list. Unit: items. */
export const LIST_MAX: u32 = 0x0fffffff;

/** A new list with room for `capacity` items, length 0. Raises MemoryError. */
export function listNew(capacity: u32): Value {
  if (capacity > LIST_MAX) return raiseNoMemory(capacity);
  const l = changetype<ListObject>(allocObject(offsetof<ListObject>()));
  if (changetype<usize>(l) == 0) return raiseNoMemory(offsetof<ListObject>());
  l.klass = LIST_TYPE;
  l.flags = 0;
  l.length = 0;
  l.capacity = 0;
  l.items = 0;
  if (capacity != 0) {
    const items = allocRaw(<usize>capacity << 3);
    if (items == 0) return raiseNoMemory(capacity << 3);
    chargeBytes(<usize>capacity << 3);
    l.items = items;
    l.capacity = <u32>(cellBytes(items) >> 3);
  }
  return <u64>changetype<usize>(l);
}
/** A list of `length` values at `items`, copied. Raises MemoryError. */
export function listOf(items: usize, length: u32): Value {
  const v = listNew(length);
  if (v == RAISED) return RAISED;
  const l = changetype<ListObject>(<usize>v);
  copyWords(l.items, items, <usize>length);
  l.length = length;
  return v;
}
/** Makes room for `capacity` items in all. Returns false with MemoryError pending, the list
 *  unchanged. */
export function listReserve(l: ListObject, capacity: u32): bool {
  if (capacity <= l.capacity) return true;
  // Half as much again: cells are copied when they grow, so growing must be rare.
  let room = <u64>capacity + (capacity >> 1) + 6;
  if (capacity > LIST_MAX) { raiseNoMemory(capacity); return false; }
  chargeBytes(<usize>l.length << 3);
  let items = resizeRaw(l.items, <usize>l.length << 3, <usize>room << 3);
  if (items == 0) items = resizeRaw(l.items, <usize>l.length << 3, <usize>capacity << 3);
  if (items == 0) { raiseNoMemory(capacity << 3); return false; }
  l.items = items;
  l.capacity = <u32>(cellBytes(items) >> 3);
  return true;
}
/** Appends. Returns false with MemoryError pending. */
export function listAppend(l: ListObject, v: Value): bool {
  const n = l.length;
  if (n == l.capacity && !listReserve(l, n + 1)) return false;
  store<u64>(l.items + (<usize>n << 3), v);
  l.length = n + 1;
  return true;
}
/** mark slot. */
export function listMark(address: usize): void {
  const l = changetype<ListObject>(address);
  markRaw(l.items);
  markValues(l.items, l.length);
}
