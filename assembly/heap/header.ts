// The header of every heap object, and the two words that a type and a shape share.
//
//  0       4        8
//  | klass | flags  | the object's own fields ...
//
// `klass` is the address of a TypeObject (objects/type.ts) for objects of built-in types, and of a
// ShapeObject (objects/shape.ts) for instances of Python classes. Both hold at offset KLASS_TYPE
// the address of the type itself, so that typeOf needs two loads and no branch. Raw cells (a list's
// items, a dict's table) have no header; their owner marks them (heap/collect.ts).
//
// Nothing lies below address 1024, and nobody writes there: reading a field of the type, the klass
// or the object at address 0 gives 0. Code that asks for a type's flags or slots may count on it.
import { Value } from "../core/value";

/** Every object begins with this. */
@unmanaged export class Header {
  /** Address of the type (built-in types) or shape (instances of classes). */
  klass: usize;
  /** Flag bits below; the rest is the type's own. */
  flags: u32;
}
if (offsetof<Header>() != 8) ERROR("Header is not 8 bytes");

/** Offset in a TypeObject and in a ShapeObject of the type's address. Unit: bytes. */
export const KLASS_TYPE: usize = 8;

/** Size of a type object (objects/type.ts asserts it). Unit: bytes. */
export const TYPE_BYTES: i32 = 176;
/** Static type objects of the two types whose values need no object. Filled by objects/int,
 *  float. */
export const INT_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const FLOAT_TYPE: usize = memory.data(TYPE_BYTES, 16);

/** The word at an object's start. */
@inline export function klassOf(address: usize): usize { return load<u32>(address); }

/** Address of the TypeObject of the object at `address` (the class, for an instance of a class). */
@inline export function typeAt(address: usize): usize {
  return load<u32>(<usize>load<u32>(address), KLASS_TYPE);
}

/** Types of the values that are no objects, by their three low bits: small ints, inline floats, and
 *  0 for markers. */
const TYPES: usize = memory.data(8 * 4, 16);
/** At boot. */
export function headersInit(): void {
  for (let tag: usize = 1; tag < 8; tag++) {
    if (tag != 4) store<u32>(TYPES + (tag << 2), <u32>(tag & 1 ? INT_TYPE : FLOAT_TYPE));
  }
}

/** Address of the TypeObject of any value; 0 for NOTHING and markers. */
export function typeOf(v: Value): usize {
  const tag = <usize>v & 7;
  return tag == 0 ? typeAt(<usize>v) : load<u32>(TYPES + (tag << 2));
}

/** True if `v` is an object whose header names exactly this built-in type (subclasses: no). */
@inline export function isExactly(v: Value, type: usize): bool {
  return load<u32>(select<usize>(0, <usize>v, (<u32>v & 7) != 0)) == <u32>type;
}
