// tuple: the layout and making of Python's `tuple`. Methods: objects/tuple_methods.ts.
import { Value, RAISED } from "../core/value";
import { copyWords, clearWords } from "../core/memory";
import { Header, TYPE_BYTES } from "../heap/header";
import { allocObject } from "../heap/allocator";
import { chargeBytes } from "../heap/events";
import { markValues } from "../heap/collector";
import { raiseNoMemory } from "./errors";

export const TUPLE_TYPE: usize = memory.data(TYPE_BYTES, 16);

//  0      4      8       12    16
//  |klass |flags |length |hash |items ...
@unmanaged export class TupleObject extends Header {
  /** Unit: items. */
  length: u32;
  spare: u32;
  @inline at(i: u32): Value { return load<u64>(changetype<usize>(this) + (<usize>i << 3), 16); }
  @inline set(i: u32, v: Value): void {
    store<u64>(changetype<usize>(this) + (<usize>i << 3), v, 16);
  }
  /** Address of the first item. */
  @inline items(): usize { return changetype<usize>(this) + 16; }
}
if (offsetof<TupleObject>() != 16) ERROR("TupleObject moved");

const EMPTY: usize = memory.data(16, 16);
export function tupleInit(): void {
  changetype<TupleObject>(EMPTY).klass = TUPLE_TYPE;
}
/** (): one object. */
export function emptyTuple(): Value { return <u64>EMPTY; }

/** A tuple with `length` items, all NOTHING: the caller sets them before the next safepoint.
 *  Returns 0 with MemoryError pending. */
export function tupleAlloc(length: u32): TupleObject {
  if (length == 0) return changetype<TupleObject>(EMPTY);
  const t = tupleBare(length);
  if (changetype<usize>(t) != 0) clearWords(t.items(), <usize>length);
  return t;
}
/** The same with undefined items, `length` not 0. */
function tupleBare(length: u32): TupleObject {
  if (length > 0x0fffffff) { raiseNoMemory(length); return changetype<TupleObject>(0); }
  const t = changetype<TupleObject>(allocObject(16 + (<usize>length << 3)));
  if (changetype<usize>(t) == 0) { raiseNoMemory(16 + (length << 3)); return t; }
  t.klass = TUPLE_TYPE;
  t.flags = 0;
  t.length = length;
  t.spare = 0;
  chargeBytes(<usize>length << 3);
  return t;
}
/** A tuple of `length` values at `items`, copied. Raises MemoryError. */
export function tupleNew(items: usize, length: u32): Value {
  if (length == 0) return emptyTuple();
  const t = tupleBare(length);
  if (changetype<usize>(t) == 0) return RAISED;
  copyWords(t.items(), items, <usize>length);
  return <u64>changetype<usize>(t);
}
export function tupleOf1(a: Value): Value {
  const t = tupleBare(1);
  if (changetype<usize>(t) == 0) return RAISED;
  t.set(0, a);
  return <u64>changetype<usize>(t);
}
export function tupleOf2(a: Value, b: Value): Value {
  const t = tupleBare(2);
  if (changetype<usize>(t) == 0) return RAISED;
  t.set(0, a);
  t.set(1, b);
  return <u64>changetype<usize>(t);
}
export function tupleOf3(a: Value, b: Value, c: Value): Value {
  const t = tupleBare(3);
  if (changetype<usize>(t) == 0) return RAISED;
  t.set(0, a);
  t.set(1, b);
  t.set(2, c);
  return <u64>changetype<usize>(t);
}
/** mark slot. */
export function tupleMark(address: usize): void {
  markValues(address + 16, changetype<TupleObject>(address).length);
}
