// bignum: ints beyond 63 bits, sign and magnitude. This file: layout, making, comparing, to and
// from i64, u64 and f64.
//
// The magnitude is a row of 32-bit limbs, least significant first. Invariants: the top limb is not
// 0, and the number does not fit a small int (so a small int and a bignum are never equal).
// bigFinish() makes both true. Bignums never change once they are visible to Python.
//
//  0      4      8       12     16
//  |klass |sign  |length |spare |limbs ...
import { Value, RAISED, SMALL_INT_MAX, isSmallInt, smallInt, smallIntNew } from "../core/value";
import { Header, INT_TYPE } from "../heap/header";
import { allocObject } from "../heap/allocator";
import { chargeBytes } from "../heap/events";
import { raiseNoMemory } from "./errors";
import { limbsBitLength, limbsCompare, limbsTrim } from "../core/limbs";

@unmanaged export class Bignum extends Header {
  /** Unit: limbs of 32 bits. */
  length: u32;
  spare: u32;
  @inline limbs(): usize { return changetype<usize>(this) + 16; }
  /** `flags` bit 0: below zero. */
  @inline negative(): bool { return (this.flags & 1) != 0; }
}
if (offsetof<Bignum>() != 16) ERROR("Bignum moved");

/** Most limbs of an int: 2^28 limbs would be 1 GiB. */
export const BIG_LIMBS_MAX: u64 = 1 << 28;

/** A bignum with room for `limbs` limbs, contents undefined, `length` set to it. 0: MemoryError is
 *  pending. */
export function bigAlloc(limbs: u64): Bignum {
  if (limbs > BIG_LIMBS_MAX) { raiseNoMemory(0xffffffff); return changetype<Bignum>(0); }
  const bytes = 16 + (<usize>limbs << 2);
  chargeBytes(bytes);
  const b = changetype<Bignum>(allocObject(bytes));
  if (changetype<usize>(b) == 0) { raiseNoMemory(<u32>bytes); return b; }
  b.klass = INT_TYPE;
  b.flags = 0;
  b.length = <u32>limbs;
  b.spare = 0;
  return b;
}
/** The int in `b`, which was made by bigAlloc and filled: trims it, and gives a small int if it
 *  fits. */
export function bigFinish(b: Bignum, negative: bool): Value {
  const at = b.limbs(), n = limbsTrim(at, b.length);
  if (n <= 2) {
    const m: u64 = n == 0 ? 0 : n == 1 ? <u64>load<u32>(at) : load<u64>(at);
    if (m <= <u64>SMALL_INT_MAX) return smallIntNew(negative ? -<i64>m : <i64>m);
    if (negative && m == <u64>SMALL_INT_MAX + 1) return smallIntNew(-<i64>m);
  }
  b.length = n;
  b.flags = negative ? 1 : 0;
  return <u64>changetype<usize>(b);
}
/** The int of a sign and a magnitude of 64 bits. Raises MemoryError. */
export function bigFromU64(magnitude: u64, negative: bool): Value {
  if (magnitude <= <u64>SMALL_INT_MAX)
    return smallIntNew(negative ? -<i64>magnitude : <i64>magnitude);
  const b = bigAlloc(2);
  if (changetype<usize>(b) == 0) return RAISED;
  store<u64>(b.limbs(), magnitude);
  return bigFinish(b, negative);
}
/** The int of a finite double of any size, truncated. Raises MemoryError. */
export function bigFromF64(x: f64): Value {
  const bits = reinterpret<u64>(abs(x));
  const e = <i32>(bits >> 52) - 1075;
  const m = (bits & 0x000fffffffffffff) | 0x0010000000000000;
  if (e <= -53) return smallIntNew(0);
  if (e <= 11) return bigFromU64(e < 0 ? m >> <u64>-e : m << <u64>e, x < 0);
  const b = bigAlloc(<u64>(e >> 5) + 3);
  if (changetype<usize>(b) == 0) return RAISED;
  bigFillF64(b, x);
  return bigFinish(b, x < 0);
}
/** Writes the magnitude of a whole double |x| >= 2^53 into all limbs of `b`, which has room for
 *  it. */
export function bigFillF64(b: Bignum, x: f64): void {
  const bits = reinterpret<u64>(abs(x)), e = <i32>(bits >> 52) - 1075;
  const m = (bits & 0x000fffffffffffff) | 0x0010000000000000;
  memory.fill(b.limbs(), 0, <usize>b.length << 2);
  const at = b.limbs() + (<usize>(e >> 5) << 2), shift = <u64>(e & 31);
  store<u64>(at, m << shift);
  if (shift != 0) store<u32>(at + 8, <u32>(m >> (64 - shift)));
}

export function bigIsNegative(v: Value): bool { return changetype<Bignum>(<usize>v).negative(); }
/** True if the bignum lies in the range of i64. */
export function bigFitsI64(v: Value): bool {
  const b = changetype<Bignum>(<usize>v);
  if (b.length > 2) return false;
  const m = load<u64>(b.limbs());
  return m < 0x8000000000000000 || (m == 0x8000000000000000 && b.negative());
}
/** Value of a bignum for which bigFitsI64. */
export function bigToI64(v: Value): i64 {
  const b = changetype<Bignum>(<usize>v);
  const m = load<u64>(b.limbs());
  return b.negative() ? <i64>(0 - m) : <i64>m;
}
/** The low 64 bits of a plain int in two's complement. */
export function intLow64(v: Value): u64 {
  if (isSmallInt(v)) return <u64>smallInt(v);
  const b = changetype<Bignum>(<usize>v);
  const m = load<u64>(b.limbs());
  return b.negative() ? 0 - m : m;
}

/** Nearest double of a bignum, ties to even; infinite if it is too large. */
export function bigToF64(v: Value): f64 {
  const b = changetype<Bignum>(<usize>v);
  const bits = limbsBitLength(b.limbs(), b.length);
  if (bits > 1024) return b.negative() ? -Infinity : Infinity;
  const x = topToF64(b.limbs(), b.length, bits);
  return b.negative() ? -x : x;
}
/** The magnitude as m * 2^e with m a double in [0.5, 1), correctly rounded (m may become 1.0). */
export let frexpExponent: i64 = 0;
export function bigFrexp(v: Value): f64 {
  const b = changetype<Bignum>(<usize>v);
  const bits = limbsBitLength(b.limbs(), b.length);
  frexpExponent = <i64>bits;
  const top = topBits(b.limbs(), b.length, bits);
  const x = <f64>top * 5.421010862427522e-20;     // 2^-64; the conversion from u64 rounds
  return b.negative() ? -x : x;
}
/** The highest 64 bits of a magnitude, the lowest of them 1 if any bit below is ("sticky"). */
export function topBits(at: usize, n: u32, bits: u64): u64 {
  if (n <= 2) {
    const m = n == 2 ? load<u64>(at) : <u64>load<u32>(at);
    return m << (64 - bits);
  }
  const shift = <u64>(clz<u32>(load<u32>(at + (<usize>(n - 1) << 2))));
  let top = load<u64>(at + (<usize>(n - 2) << 2)) << shift;
  const low = <u64>load<u32>(at + (<usize>(n - 3) << 2));
  if (shift != 0) top |= low >> (32 - shift);
  let sticky = shift != 0 ? (low & ((<u64>1 << (32 - shift)) - 1)) != 0 : low != 0;
  for (let i = n - 3; !sticky && i != 0; i--) sticky = load<u32>(at + (<usize>(i - 1) << 2)) != 0;
  return sticky ? top | 1 : top;
}
function topToF64(at: usize, n: u32, bits: u64): f64 {
  // 64 bits with a sticky bit: rounds once, correctly
  const x = <f64>topBits(at, n, bits);
  const e = <i32>bits - 64;
  return x * reinterpret<f64>(<u64>(e + 1023) << 52);
}

/** Order of two plain ints: negative, 0, positive. */
export function intCompare(a: Value, b: Value): i32 {
  if (isSmallInt(a)) {
    if (isSmallInt(b)) return <i64>a < <i64>b ? -1 : <i32>(a != b);
    return bigIsNegative(b) ? 1 : -1;
  }
  if (isSmallInt(b)) return bigIsNegative(a) ? -1 : 1;
  const x = changetype<Bignum>(<usize>a), y = changetype<Bignum>(<usize>b);
  if (x.negative() != y.negative()) return x.negative() ? -1 : 1;
  const c = limbsCompare(x.limbs(), x.length, y.limbs(), y.length);
  return x.negative() ? -c : c;
}

/** The magnitude of a plain int as limbs: readMagnitude sets magnitudeAt, magnitudeLength (limbs,
 *  top one not 0) and magnitudeNegative. Small ints are written to `scratch`, 8 bytes. */
export let magnitudeAt: usize = 0;
export let magnitudeLength: u32 = 0;
export let magnitudeNegative: bool = false;
export function readMagnitude(v: Value, scratch: usize): void {
  if (isSmallInt(v)) {
    const n = smallInt(v);
    const m: u64 = n < 0 ? 0 - <u64>n : <u64>n;
    store<u64>(scratch, m);
    magnitudeAt = scratch;
    magnitudeLength = m == 0 ? 0 : m >> 32 == 0 ? 1 : 2;
    magnitudeNegative = n < 0;
    return;
  }
  const b = changetype<Bignum>(<usize>v);
  magnitudeAt = b.limbs();
  magnitudeLength = b.length;
  magnitudeNegative = b.negative();
}
