// int: least common multiple, factorial, permutations, combinations.
//
// Products of many factors are halved again and again, so that long numbers meet long numbers.
import { Value, RAISED, isSmallInt, smallInt, smallIntNew } from "../core/value";
import { raise, raiseNoMemory, ValueError, OverflowError } from "./errors";
import { heapLimitBytes } from "../heap/allocator";
import { intFromU64, intIsNegative } from "./int";
import { intCompare } from "./bignum";
import { intMul, intSub, intFloorDiv, intAbs } from "./int_arith";
import { intGcd } from "./int_power";
import { bigShiftLeft, intBitLength } from "./bignum_bits";

/** Least common multiple of plain ints, not negative. Raises MemoryError, KeyboardInterrupt. */
export function intLcm(a: Value, b: Value): Value {
  if (a == smallIntNew(0) || b == smallIntNew(0)) return smallIntNew(0);
  const g = intGcd(a, b);
  if (g == RAISED) return RAISED;
  const q = intFloorDiv(a, g);
  if (q == RAISED) return RAISED;
  const p = intMul(q, b);
  return p == RAISED ? RAISED : intAbs(p);
}
/** first * (first + by) * ... of `count` factors, first and the last below 2^62. */
function product(first: u64, by: u64, count: u64): Value {
  if (count <= 12) {
    let r = smallIntNew(1), acc: u64 = 1;
    for (let i: u64 = 0; i < count; i++) {
      const x = first + i * by;
      if (clz<u64>(acc) + clz<u64>(x) < 66) {
        r = intMul(r, intFromU64(acc));
        if (r == RAISED) return RAISED;
        acc = 1;
      }
      acc *= x;
    }
    return intMul(r, intFromU64(acc));
  }
  const half = count >> 1;
  const a = product(first, by, half);
  if (a == RAISED) return RAISED;
  const b = product(first + half * by, by, count - half);
  return b == RAISED ? RAISED : intMul(a, b);
}
/** n! of a plain int. Raises ValueError (n < 0), OverflowError, MemoryError, KeyboardInterrupt. */
export function intFactorial(v: Value): Value {
  if (intIsNegative(v)) return raise(ValueError, "factorial() not defined for negative values");
  if (!isSmallInt(v))
    return raise(OverflowError, "factorial() argument should not exceed 9223372036854775807");
  const n = <u64>smallInt(v);
  // n! has more than n * (log2(n) - 2) bits
  if (n > 64 && n * (62 - clz<u64>(n)) >> 3 > <u64>heapLimitBytes())
    return raiseNoMemory(0xffffffff);
  if (n < 2) return smallIntNew(1);
  // the powers of two are taken out: n! = 2^(n - ones in n) * product of odd parts
  let odd = smallIntNew(1), part = smallIntNew(1);
  for (let k = 63 - clz<u64>(n); k != ~<u64>0; k--) {
    // odd numbers in (n >> (k + 1), n >> k]
    const low = k == 63 ? 0 : n >> (k + 1), high = n >> k;
    const first = (low + 1) | 1, last = high & 1 ? high : high - 1;
    if (high != 0 && last >= first) {
      const p = product(first, 2, (last - first) / 2 + 1);
      if (p == RAISED) return RAISED;
      part = intMul(part, p);
      if (part == RAISED) return RAISED;
    }
    odd = intMul(odd, part);
    if (odd == RAISED) return RAISED;
  }
  return bigShiftLeft(odd, n - <u64>popcnt<u64>(n));
}
/** n * (n - 1) * ... of k factors: plain ints, not negative. Raises OverflowError, MemoryError,
 *  KeyboardInterrupt. */
export function intPerm(n: Value, k: Value): Value {
  if (intCompare(k, n) > 0) return smallIntNew(0);
  if (!isSmallInt(k)) return raise(OverflowError, "k must not exceed 9223372036854775807");
  return falling(n, <u64>smallInt(k));
}
function falling(n: Value, k: u64): Value {
  if (k == 0) return smallIntNew(1);
  if (k * (intBitLength(n) / 2) >> 3 > <u64>heapLimitBytes()) return raiseNoMemory(0xffffffff);
  if (isSmallInt(n)) return product(<u64>smallInt(n) - k + 1, 1, k);
  return fallingBig(n, 0, k);
}
/** (n - from) * (n - from - 1) * ... of `count` factors. */
function fallingBig(n: Value, from: u64, count: u64): Value {
  if (count == 1) return intSub(n, intFromU64(from));
  const half = count >> 1;
  const a = fallingBig(n, from, half);
  if (a == RAISED) return RAISED;
  const b = fallingBig(n, from + half, count - half);
  return b == RAISED ? RAISED : intMul(a, b);
}
/** n over k: plain ints, not negative. Raises OverflowError, MemoryError, KeyboardInterrupt. */
export function intComb(n: Value, k: Value): Value {
  if (intCompare(k, n) > 0) return smallIntNew(0);
  const other = intSub(n, k);
  if (other == RAISED) return RAISED;
  if (intCompare(other, k) < 0) k = other;
  if (!isSmallInt(k))
    return raise(OverflowError, "min(n - k, k) must not exceed 9223372036854775807");
  const count = <u64>smallInt(k);
  if (isSmallInt(n) && <u64>smallInt(n) <= 62) {
    // fits 64 bits at every step
    let r: u64 = 1;
    for (let i: u64 = 1; i <= count; i++) r = r * (<u64>smallInt(n) - count + i) / i;
    return intFromU64(r);
  }
  const top = falling(n, count);
  if (top == RAISED) return RAISED;
  const bottom = intFactorial(k);
  return bottom == RAISED ? RAISED : intFloorDiv(top, bottom);
}
