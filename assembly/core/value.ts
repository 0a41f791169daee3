// Value: the 64-bit word that every Python value is.
//
//   ...1  int of 63 bits, the number is (v >> 1)
//  ..10 float whose exponent lies between about 2^-255 and 2^256 (self-tagged: the double rotated)
//   .000  address of an object in linear memory (see heap/header.ts)
//   .100  never a Python value: the markers below
//   0     nothing: an unbound local, or RAISED as a result
//
// Why this encoding and not NaN boxing: docs/design.md section 3. Doubles outside the inline range
// and 0.0 are boxed objects (objects/float.ts); ints outside 63 bits are bignums (objects/int.ts).

/** A Python value. Plain u64, so that Wasm locals hold it. */
export type Value = u64;

/** "An exception is pending": returned in place of a Value, never stored. */
export const RAISED: Value = 0;
/** An empty slot: unbound local, missing argument, deleted dict entry. Same word as RAISED. */
export const NOTHING: Value = 0;

// Markers: words no Python value has (low bits 100). Each says who may return it.

/** Returned by an iterator's `next` slot: exhausted, and no exception is pending. */
export const END: Value = 0x04;
/** Returned by a native: "call the Python function set by tailCall() in my place"
 *  (objects/hooks.ts). */
export const TAIL_CALL: Value = 0x0c;
/** Returned by a native: "suspend; the host will say when to go on" (objects/hooks.ts). */
export const WAIT: Value = 0x14;
/** Returned by a binary operator slot that does not know the other operand. Never seen by
 *  Python. */
export const NOT_HANDLED: Value = 0x1c;

/** Added to the bits of a double before rotating, so that middle exponents show the tag. */
const FLOAT_BIAS: u64 = 0x1000000000000000;

/** Smallest and largest int held inline. Unit: the number itself, not the tagged word. */
export const SMALL_INT_MIN: i64 = -0x4000000000000000;
export const SMALL_INT_MAX: i64 = 0x3fffffffffffffff;

@inline export function isSmallInt(v: Value): bool { return (v & 1) != 0; }
@inline export function bothSmallInts(a: Value, b: Value): bool { return (a & b & 1) != 0; }
/** The number in an inline int. */
@inline export function smallInt(v: Value): i64 { return <i64>v >> 1; }
/** Inline int of `n`, which must lie in SMALL_INT_MIN..SMALL_INT_MAX (see intNew for any i64). */
@inline export function smallIntNew(n: i64): Value { return (<u64>n << 1) | 1; }
/** True if `n` fits an inline int. */
@inline export function fitsSmallInt(n: i64): bool { return (n ^ (n << 1)) >= 0; }

@inline export function isInlineFloat(v: Value): bool { return (v & 3) == 2; }
@inline export function bothInlineFloats(a: Value, b: Value): bool {
  return (((a ^ 2) | (b ^ 2)) & 3) == 0;
}
/** The double in an inline float. */
@inline export function inlineFloat(v: Value): f64 {
  return reinterpret<f64>(rotr(v, 3) - FLOAT_BIAS);
}
/** The word of a double if its exponent allows it to be inline: test with isInlineFloat. */
@inline export function inlineFloatTry(x: f64): Value {
  return rotl(reinterpret<u64>(x) + FLOAT_BIAS, 3);
}

/** True for the address of an object (not for NOTHING, nor for a marker). */
@inline export function isObject(v: Value): bool { return (v & 7) == 0 && v != 0; }
/** Address of the object that `v` is. Only for isObject(v). */
@inline export function addressOf(v: Value): usize { return <usize>v; }
/** The value of an object's address. */
@inline export function valueOf(address: usize): Value { return <u64>address; }
