// Native functions as Python objects: `len`, `list.append`, `math.sqrt`.
//
// How arguments arrive (the one place where it is said; vm/calls.ts does it):
//  * without a signature: args.at(0..n-1), n between min and max, keywords are refused;
//  * with a signature (builder.ts): every named parameter has a slot, NOTHING if it was left out.
//  Slots: positional ones first, then keyword-only ones, then, if the signature ends in `**`, the
//      dict of
//  further keywords (or NOTHING). n is the number of positional slots. With `*args` the positional
//    arguments come first, all n of them, and the keyword-only slots follow at args.at(n).
//  * methods: args.at(0) is self, already of the owner's type (payload of a subclass instance taken
//    out);
//    min, max and signatures do not count it, but n does.
import { Value, RAISED } from "../core/value";
import { Header, TYPE_BYTES } from "../heap/header";
import { allocObject } from "../heap/allocator";
import { objectZeroed } from "./object_new";
import { markValue, markObject } from "../heap/collector";
import { raiseNoMemory } from "./errors";

export const NATIVE_TYPE: usize = memory.data(TYPE_BYTES, 16);
/** A native bound to a self: `[].append`, class methods of built-in types. */
export const BOUND_NATIVE_TYPE: usize = memory.data(TYPE_BYTES, 16);

//  0      4      8    12    16   20   24     32      36      40
//  |klass |flags |fn  |owner|min |max |name  |params |module |
@unmanaged export class NativeFunction extends Header {
  /** Table index of the NativeFn. */
  fn: u32;
  /** For methods: the TypeObject that self must be of (or derive from). 0: a plain function. */
  owner: usize;
  /** Fewest positional arguments (without self). */
  min: i32;
  /** Most positional arguments (without self); VARARGS: any number. With a signature: number of
   *  positional slots. */
  max: i32;
  name: Value;
  /** TupleObject of the parameters' names (interned strs), positional slots first, then
   *  keyword-only ones; a positional-only one has None. 0: takes no keywords. */
  params: usize;
  /** Low 16 bits: keyword-only slots; the next 16: bit i set if keyword-only slot i must be
   *  given. */
  keywordOnly: u32;
}
export const VARARGS: i32 = -1;
/** flags: the signature ends in `**`. */
export const NATIVE_KWARGS: u32 = 1;
/** flags: called on the class: args.at(0) is the type (class methods, constructors). */
export const NATIVE_CLASS: u32 = 2;
/** flags: does not bind when found on a type (static methods, constructors found as __new__). */
export const NATIVE_STATIC: u32 = 4;
/** flags: a native that may return TAIL_CALL or WAIT. Only documentation: all callers handle
 *  both. */
export const NATIVE_STACKLESS: u32 = 8;

/** flags: self arrives as the instance itself, also for classes derived from the owner (methods
 *  that return or store self: exceptions, object). */
export const NATIVE_RAW_SELF: u32 = 16;

/** A new native function; `fn` is the table index of a NativeFn. Raises MemoryError. */
export function nativeNew(name: Value, fn: u32, min: i32, max: i32, owner: usize): Value {
  const f = changetype<NativeFunction>(objectZeroed(NATIVE_TYPE, offsetof<NativeFunction>()));
  if (changetype<usize>(f) == 0) return RAISED;
  f.fn = fn;
  f.owner = owner;
  f.min = min;
  f.max = max;
  f.name = name;
  return <u64>changetype<usize>(f);
}
export function nativeMark(address: usize): void {
  const f = changetype<NativeFunction>(address);
  markValue(f.name);
  markObject(f.params);
  markObject(f.owner);
}

@unmanaged export class BoundNative extends Header {
  fn: Value;
  self: Value;
}
/** `fn` (a NativeFunction) bound to self. Raises MemoryError. */
export function boundNativeNew(fn: Value, self: Value): Value {
  const b = changetype<BoundNative>(allocObject(offsetof<BoundNative>()));
  if (changetype<usize>(b) == 0) return raiseNoMemory(offsetof<BoundNative>());
  b.klass = BOUND_NATIVE_TYPE;
  b.flags = 0;
  b.fn = fn;
  b.self = self;
  return <u64>changetype<usize>(b);
}
export function boundNativeMark(address: usize): void {
  markValue(changetype<BoundNative>(address).fn);
  markValue(changetype<BoundNative>(address).self);
}

// ---- attributes that natives compute: `complex.real`, `range.start` ----
export const GETSET_TYPE: usize = memory.data(TYPE_BYTES, 16);
/** A data descriptor of a built-in type. */
@unmanaged export class GetSet extends Header {
  /** get(self: Value): Value. Table index. self is of the owner's type. */
  get: u32;
  /** set(self: Value, value: Value): bool; value NOTHING deletes. 0: read-only. */
  set: u32;
  owner: usize;
  spare: u32;
  name: Value;
}
/** A new one; `get` and `set` are table indices. Raises MemoryError. */
export function getSetNew(name: Value, get: u32, set: u32, owner: usize): Value {
  const g = changetype<GetSet>(objectZeroed(GETSET_TYPE, offsetof<GetSet>()));
  if (changetype<usize>(g) == 0) return RAISED;
  g.get = get;
  g.set = set;
  g.owner = owner;
  g.name = name;
  return <u64>changetype<usize>(g);
}
export function getSetMark(address: usize): void {
  markValue(changetype<GetSet>(address).name);
  markObject(changetype<GetSet>(address).owner);
}
