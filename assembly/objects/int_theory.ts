// int: least common multiple, factorial, permutations, combinations. What does not fit a word is
// frozen Python (seldom.py).
import { Value, RAISED, isSmallInt, smallInt, smallIntNew } from "../core/value";
import { raise, raiseNoMemory, ValueError, OverflowError } from "./errors";
import { heapLimitBytes } from "../heap/allocator";
import { intFromU64, intIsNegative } from "./int";
import { intCompare } from "./bignum";
import { intMul, intSub, intFloorDiv, intAbs } from "./int_arith";
import { intGcd } from "./int_power";
import { intBitLength } from "./bignum_bits";
import { TRUE, FALSE } from "./singletons";
import { toHelper } from "./frozen";

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
/** n! of a plain int. May hand over. Raises ValueError (n < 0), OverflowError, MemoryError. */
export function intFactorial(v: Value): Value {
  if (intIsNegative(v)) return raise(ValueError, "factorial() not defined for negative values");
  if (!isSmallInt(v))
    return raise(OverflowError, "factorial() argument should not exceed 9223372036854775807");
  const n = smallInt(v);
  if (n > 20) return falling(v, v, FALSE);
  let r: u64 = 1;
  for (let i: i64 = 2; i <= n; i++) r *= i;
  return intFromU64(r);
}
/** n * (n - 1) * ... of k factors: plain ints, not negative. May hand over. Raises OverflowError,
 *  MemoryError. */
export function intPerm(n: Value, k: Value): Value {
  if (intCompare(k, n) > 0) return smallIntNew(0);
  if (!isSmallInt(k)) return raise(OverflowError, "k must not exceed 9223372036854775807");
  return falling(n, k, FALSE);
}
/** That, or (`divide` TRUE) n over k; k small. */
function falling(n: Value, k: Value, divide: Value): Value {
  if (k == smallIntNew(0)) return smallIntNew(1);
  return <u64>smallInt(k) * (intBitLength(n) / 2) >> 3 > <u64>heapLimitBytes()
    ? raiseNoMemory(0xffffffff) : toHelper("_falling", n, k, divide);
}
/** n over k: plain ints, not negative. May hand over. Raises OverflowError, MemoryError. */
export function intComb(n: Value, k: Value): Value {
  if (intCompare(k, n) > 0) return smallIntNew(0);
  const other = intSub(n, k);
  if (other == RAISED) return RAISED;
  if (intCompare(other, k) < 0) k = other;
  if (!isSmallInt(k))
    return raise(OverflowError, "min(n - k, k) must not exceed 9223372036854775807");
  if (isSmallInt(n) && <u64>smallInt(n) <= 62) {
    // fits 64 bits at every step
    const count = <u64>smallInt(k);
    let r: u64 = 1;
    for (let i: u64 = 1; i <= count; i++) r = r * (<u64>smallInt(n) - count + i) / i;
    return intFromU64(r);
  }
  return falling(n, k, TRUE);
}
