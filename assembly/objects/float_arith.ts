// float: operators on doubles, comparison with ints, hash, rounding.
//
// Behaviour: CPython's; results that C leaves to the platform (signs of zeros, quotients of
// infinities) are those of IEEE 754.
import { Value, RAISED, NOT_HANDLED, isSmallInt, smallInt } from "../core/value";
import { raise, raiseArgs, ZeroDivisionError, OverflowError } from "./errors";
import { floatNew } from "./float";
import { intIsNegative } from "./int";
import { Bignum, bigFillF64, bigFinish, intCompare } from "./bignum";
import { intBitLength } from "./bignum_bits";
import { tupleOf2 } from "./tuple";
import { strLiteral } from "./str";
import { smallIntNew } from "../core/value";
import { roundedDigits, DIGITS, digitCount, decimalPoint } from "../core/format_float";
import { pow } from "../core/libm";
import { decimalToF64 } from "../core/parse_float";
import { complexPower } from "./complex_arith";
import {
  OP_ADD, OP_SUB, OP_MUL, OP_FLOORDIV, OP_TRUEDIV, OP_MOD, OP_POW, OP_DIVMOD, CMP_LT, CMP_GT,
  CMP_EQ, CMP_LE, CMP_GE,
} from "./type";

/** x op y, op one of OP_*; NOT_HANDLED for the bit operators and @. Raises ZeroDivisionError,
 *  OverflowError. */
export function floatBinary(op: i32, x: f64, y: f64): Value {
  switch (op) {
    case OP_ADD: return floatNew(x + y);
    case OP_SUB: return floatNew(x - y);
    case OP_MUL: return floatNew(x * y);
    case OP_TRUEDIV:
      return y == 0 ? raise(ZeroDivisionError, "float division by zero") : floatNew(x / y);
    case OP_FLOORDIV: {
      if (y == 0) return raise(ZeroDivisionError, "float floor division by zero");
      return floatNew(floorDivide(x, y));
    }
    case OP_MOD: return y == 0 ? raise(ZeroDivisionError, "float modulo") : floatNew(modulo(x, y));
    case OP_DIVMOD: {
      if (y == 0) return raise(ZeroDivisionError, "float divmod()");
      const q = floatNew(floorDivide(x, y));
      if (q == RAISED) return RAISED;
      const r = floatNew(modulo(x, y));
      return r == RAISED ? RAISED : tupleOf2(q, r);
    }
    case OP_POW: return floatPower(x, y);
    default: return NOT_HANDLED;
  }
}
/** x % y with the sign of y; y is not 0. */
export function modulo(x: f64, y: f64): f64 {
  const r = x % y;
  if (r == 0) return copysign<f64>(0, y);
  return (r < 0) != (y < 0) ? r + y : r;
}
/** x // y; y is not 0. */
export function floorDivide(x: f64, y: f64): f64 {
  let r = x % y, q = (x - r) / y;
  if (r != 0 && (r < 0) != (y < 0)) q -= 1;
  if (q == 0) return copysign<f64>(0, x / y);
  const whole = floor<f64>(q);
  return q - whole > 0.5 ? whole + 1 : whole;
}
/** x ** y: a complex number for a negative x and a y that is not whole. Raises ZeroDivisionError,
 *  OverflowError. */
export function floatPower(x: f64, y: f64): Value {
  if (x == 0 && y < 0 && y != -Infinity)
    return raise(ZeroDivisionError, "0.0 cannot be raised to a negative power");
  const finite = x - x == 0 && y - y == 0;
  if (finite && x < 0 && floor<f64>(y) != y) return complexPower(x, 0, y, 0);
  if (x == 1 || y == 0) return floatNew(1);
  if (x == -1 && abs(y) == Infinity) return floatNew(1);
  const r = pow(x, y);
  if (finite && abs(r) == Infinity) return raiseRange();
  return floatNew(r);
}
/** OverflowError(34, "Numerical result out of range"), as the C library words it. Returns
 *  RAISED. */
export function raiseRange(): Value {
  const text = strLiteral("Numerical result out of range");
  if (text == RAISED) return RAISED;
  const args = tupleOf2(smallIntNew(34), text);
  return args == RAISED ? RAISED : raiseArgs(OverflowError, args);
}

/** x op y, op one of CMP_*. */
export function floatCompareOp(op: i32, x: f64, y: f64): bool {
  switch (op) {
    case CMP_LT: return x < y;
    case CMP_GT: return x > y;
    case CMP_EQ: return x == y;
    case CMP_LE: return x <= y;
    case CMP_GE: return x >= y;
    default: return x != y;
  }
}
/** x op n for a plain int n, exactly. */
export function floatCompareInt(op: i32, x: f64, n: Value): bool {
  if (isSmallInt(n)) {
    const i = smallInt(n), y = <f64>i;
    // the conversion is exact below 2^53; beyond, equal doubles leave it open
    if (x != y || (i <= 0x20000000000000 && i >= -0x20000000000000))
      return floatCompareOp(op, x, y);
    const back = <i64>y;                             // |y| <= 2^62
    return floatCompareOp(op, <f64>(back > i) - <f64>(back < i), 0);
  }
  if (x != x || abs(x) == Infinity) return floatCompareOp(op, x, 0);
  const bits = intBitLength(n);
  const sign: f64 = intIsNegative(n) ? -1 : 1;
  if (bits > 1024 || abs(x) < 4611686018427387904.0) return floatCompareOp(op, 0, sign);
  return floatCompareOp(op, <f64>compareBig(x, n), 0);
}
/** Room for a bignum of a double: 16 bytes and 35 limbs. */
const WHOLE: usize = memory.data(16 + 4 * 36, 16);
/** Order of x (finite, |x| >= 2^62, so whole) and a bignum, without allocating. */
function compareBig(x: f64, n: Value): i32 {
  const b = changetype<Bignum>(WHOLE);
  b.length = 35;
  bigFillF64(b, x);
  return intCompare(bigFinish(b, x < 0), n);
}

/** Modulus of the hash of numbers, a Mersenne prime: equal numbers of all types hash alike. */
const HASH_MODULUS: u64 = 0x1fffffffffffffff;
/** x * 2^n modulo 2^61 - 1, for x below it. */
function rotate61(x: u64, n: u32): u64 {
  return n == 0 ? x : (x << <u64>n & HASH_MODULUS) | x >> <u64>(61 - n);
}
function signedHash(h: u64, negative: bool): i64 {
  const r = negative ? -<i64>h : <i64>h;
  return r == -1 ? -2 : r;
}
/** hash of a plain int. */
export function intHash(v: Value): i64 {
  if (isSmallInt(v)) {
    const n = smallInt(v), m: u64 = n < 0 ? 0 - <u64>n : <u64>n;
    if (m < HASH_MODULUS) return n == -1 ? -2 : n;
    return signedHash(m >= HASH_MODULUS ? m % HASH_MODULUS : m, n < 0);
  }
  const b = changetype<Bignum>(<usize>v);
  let h: u64 = 0;
  for (let i = b.length; i != 0; i--) {
    h = rotate61(h, 32) + load<u32>(b.limbs() + (<usize>(i - 1) << 2));
    if (h >= HASH_MODULUS) h -= HASH_MODULUS;
  }
  return signedHash(h, b.negative());
}
/** hash of a double; `v` is its value, by which nans are told apart. */
export function floatHash(x: f64, v: Value): i64 {
  if (x != x) return <i64>(v >> 4);
  if (abs(x) == Infinity) return x > 0 ? 314159 : -314159;
  if (x == 0) return 0;
  const bits = reinterpret<u64>(x);
  let m = bits & 0x000fffffffffffff, e = <i32>(bits >> 52) & 0x7ff;
  if (e != 0) m |= 0x0010000000000000; else e = 1;
  e = (e - 1075) % 61;
  return signedHash(rotate61(m, <u32>(e < 0 ? e + 61 : e)), x < 0);
}

/** round(x, places) for a finite x; infinite if the result is too large. */
export function roundTo(x: f64, places: i64): f64 {
  if (x == 0 || places > 323) return x;
  if (places < -308) return copysign<f64>(0, x);
  roundedDigits(x, <i32>places);
  return copysign<f64>(decimalToF64(DIGITS, digitCount, decimalPoint - <i32>digitCount), x);
}
/** round(x) to a whole double, ties to even. */
export function roundHalfEven(x: f64): f64 { return nearest<f64>(x); }
