// int: the operators, on plain ints (small or bignum; intPart in objects/int.ts unwraps others).
//
// Small operands are tried first everywhere; the rest works on magnitudes. Power and number theory:
// objects/int_power.ts.
import {
  Value, RAISED, NOTHING, NOT_HANDLED, SMALL_INT_MAX, isSmallInt, bothSmallInts, smallInt,
  smallIntNew,
} from "../core/value";
import { INT_TYPE, isExactly } from "../heap/header";
import { allocObject } from "../heap/allocator";
import { mulHigh } from "../core/wide";
import { composeF64 } from "../core/compose_float";
import { raise, raiseNoMemory, ZeroDivisionError, ValueError, OverflowError } from "./errors";
import { limbsAdd, limbsSub, limbsCompare, limbsTrim, limbsBitLength } from "../core/limbs";
import {
  Bignum, bigAlloc, bigFinish, intLow64, readMagnitude, magnitudeAt, magnitudeLength,
  magnitudeNegative, intCompare, topBits,
} from "./bignum";
import { bigMul, bigSquare } from "./bignum_mul";
import { bigDivide } from "./bignum_div";
import { bigShiftLeft, bigShiftRight, bigBitwise, intBitLength } from "./bignum_bits";
import { intFromI64, intIsNegative, intToF64 } from "./int";
import { intPow } from "./int_power";
import { floatNew } from "./float";
import { floatPower } from "./float_arith";
import { tupleOf2 } from "./tuple";
import { raised } from "./errors";
import {
  orderHolds, OP_OR, OP_XOR, OP_AND, OP_LSHIFT, OP_RSHIFT, OP_ADD, OP_SUB, OP_MUL, OP_FLOORDIV,
  OP_TRUEDIV, OP_MOD, OP_POW, OP_DIVMOD,
} from "./type";

/** Room for the magnitudes of two small operands. */
const SCRATCH: usize = memory.data(16, 8);

/** a + b of plain ints. Raises MemoryError. */
export function intAdd(a: Value, b: Value): Value {
  if (bothSmallInts(a, b)) return intFromI64(smallInt(a) + smallInt(b));
  return addSigned(a, b, false);
}
/** a - b of plain ints. Raises MemoryError. */
export function intSub(a: Value, b: Value): Value {
  if (bothSmallInts(a, b)) return intFromI64(smallInt(a) - smallInt(b));
  return addSigned(a, b, true);
}
function addSigned(a: Value, b: Value, negateB: bool): Value {
  readMagnitude(a, SCRATCH);
  let x = magnitudeAt, xn = magnitudeLength;
  const xNegative = magnitudeNegative;
  readMagnitude(b, SCRATCH + 8);
  let y = magnitudeAt, yn = magnitudeLength;
  const yNegative = magnitudeNegative != negateB;
  let negative = xNegative;
  if (xn < yn || (xNegative != yNegative && limbsCompare(x, xn, y, yn) < 0)) {
    const t = x; x = y; y = t;
    const n = xn; xn = yn; yn = n;
    negative = yNegative;
  }
  const same = xNegative == yNegative;
  const r = bigAlloc(<u64>xn + (same ? 1 : 0));
  if (changetype<usize>(r) == 0) return RAISED;
  if (same) store<u32>(r.limbs() + (<usize>xn << 2), limbsAdd(r.limbs(), x, xn, y, yn));
  else limbsSub(r.limbs(), x, xn, y, yn);
  return bigFinish(r, negative);
}

/** a * b of plain ints. Raises MemoryError, KeyboardInterrupt. */
export function intMul(a: Value, b: Value): Value {
  if (bothSmallInts(a, b)) {
    const x = smallInt(a), y = smallInt(b);
    if (x == <i64><i32>x && y == <i64><i32>y) return intFromI64(x * y);
  }
  readMagnitude(a, SCRATCH);
  const x = magnitudeAt, xn = magnitudeLength, xNegative = magnitudeNegative;
  readMagnitude(b, SCRATCH + 8);
  const y = magnitudeAt, yn = magnitudeLength, yNegative = magnitudeNegative;
  if (xn == 0 || yn == 0) return smallIntNew(0);
  const r = bigAlloc(<u64>xn + yn);
  if (changetype<usize>(r) == 0) return RAISED;
  const ok = a == b ? bigSquare(r.limbs(), x, xn) : bigMul(r.limbs(), x, xn, y, yn);
  return ok ? bigFinish(r, xNegative != yNegative) : RAISED;
}

/** divmod(a, b): returns the quotient and leaves the remainder in intRemainder. Raises
 *  ZeroDivisionError, MemoryError, KeyboardInterrupt. */
export function intDivMod(a: Value, b: Value): Value {
  if (b == smallIntNew(0)) return raise(ZeroDivisionError, "integer division or modulo by zero");
  return divide(a, b, true, true);
}
export let intRemainder: Value = 0;
/** a // b of plain ints. Raises as intDivMod. */
export function intFloorDiv(a: Value, b: Value): Value {
  if (b == smallIntNew(0)) return raise(ZeroDivisionError, "integer division or modulo by zero");
  return divide(a, b, true, false);
}
/** a % b of plain ints; the sign is b's. Raises as intDivMod. */
export function intMod(a: Value, b: Value): Value {
  if (b == smallIntNew(0)) return raise(ZeroDivisionError, "integer modulo by zero");
  return divide(a, b, false, true) == RAISED ? RAISED : intRemainder;
}
/** Quotient (returned) and remainder (intRemainder), each only if wanted; b is not 0. */
function divide(a: Value, b: Value, wantQ: bool, wantR: bool): Value {
  if (bothSmallInts(a, b)) {
    const x = smallInt(a), y = smallInt(b);
    let q = x / y, r = x - q * y;
    if (r != 0 && (r ^ y) < 0) { q--; r += y; }
    intRemainder = smallIntNew(r);
    return intFromI64(q);
  }
  readMagnitude(a, SCRATCH);
  const x = magnitudeAt, xn = magnitudeLength, xNegative = magnitudeNegative;
  readMagnitude(b, SCRATCH + 8);
  const y = magnitudeAt, yn = magnitudeLength, yNegative = magnitudeNegative;
  const opposite = xNegative != yNegative;
  if (xn < yn || limbsCompare(x, xn, y, yn) < 0) {
    const zero = xn == 0;
    intRemainder = opposite && !zero && wantR ? intAdd(a, b) : a;
    return intRemainder == RAISED ? RAISED : smallIntNew(opposite && !zero ? -1 : 0);
  }
  const q = wantQ ? bigAlloc(<u64>(xn - yn) + 2) : changetype<Bignum>(0);
  if (wantQ && changetype<usize>(q) == 0) return RAISED;
  const needR = wantR || opposite;
  const r = needR ? bigAlloc(yn) : changetype<Bignum>(0);
  if (needR && changetype<usize>(r) == 0) return RAISED;
  const qAt = wantQ ? q.limbs() : 0, rAt = needR ? r.limbs() : 0;
  if (!bigDivide(qAt, rAt, x, xn, y, yn)) return RAISED;
  if (opposite && limbsTrim(rAt, yn) != 0) {
    // round down: the quotient's magnitude grows by 1, the remainder comes from the other side
    limbsSub(rAt, y, yn, rAt, yn);
    if (wantQ) {
      const top = xn - yn + 1;
      store<u32>(qAt + (<usize>top << 2), 0);
      for (let p = qAt; ; p += 4) {
        const limb = load<u32>(p) + 1;
        store<u32>(p, limb);
        if (limb != 0) break;
      }
    }
  } else if (wantQ) {
    q.length = xn - yn + 1;
  }
  if (wantR) intRemainder = bigFinish(r, yNegative);
  return wantQ ? bigFinish(q, opposite) : smallIntNew(0);
}

/** a / b, correctly rounded: a float. Raises ZeroDivisionError, OverflowError, MemoryError,
 *  KeyboardInterrupt. */
export function intTrueDiv(a: Value, b: Value): Value {
  if (b == smallIntNew(0)) return raise(ZeroDivisionError, "division by zero");
  if (bothSmallInts(a, b)) {
    const x = smallInt(a), y = smallInt(b);
    if (x >= -EXACT && x <= EXACT && y >= -EXACT && y <= EXACT) return floatNew(<f64>x / <f64>y);
  }
  if (a == smallIntNew(0)) return floatNew(intIsNegative(b) ? -0.0 : 0.0);
  const negative = intIsNegative(a) != intIsNegative(b);
  const difference = <i64>intBitLength(a) - <i64>intBitLength(b);
  if (difference > 1024)
    return raise(OverflowError, "integer division result too large for a float");
  if (difference < -1080) return floatNew(negative ? -0.0 : 0.0);
  // a quotient of 65 or 66 bits, and whether anything is left, decide the rounding
  const shift = 65 - difference;
  const x = shift > 0 ? bigShiftLeft(intAbs(a), <u64>shift) : intAbs(a);
  const y = shift < 0 ? bigShiftLeft(intAbs(b), <u64>-shift) : intAbs(b);
  if (x == RAISED || y == RAISED) return RAISED;
  const q = divide(x, y, true, true);
  if (q == RAISED) return RAISED;
  const big = changetype<Bignum>(<usize>q);
  const bits = limbsBitLength(big.limbs(), big.length);
  let top = topBits(big.limbs(), big.length, bits);
  if (intRemainder != smallIntNew(0)) top |= 1;
  const result = composeF64(top, <i32>(<i64>bits - 64 - shift));
  if (result == Infinity)
    return raise(OverflowError, "integer division result too large for a float");
  return floatNew(negative ? -result : result);
}
/** Ints up to here are exact as doubles. */
const EXACT: i64 = 1 << 53;

export function intNeg(a: Value): Value {
  if (isSmallInt(a)) return intFromI64(-smallInt(a));
  const b = changetype<Bignum>(<usize>a);
  const r = bigAlloc(b.length);
  if (changetype<usize>(r) == 0) return RAISED;
  memory.copy(r.limbs(), b.limbs(), <usize>b.length << 2);
  return bigFinish(r, !b.negative());
}
export function intAbs(a: Value): Value { return intIsNegative(a) ? intNeg(a) : a; }
/** ~a, which is -a - 1. Raises MemoryError. */
export function intInvert(a: Value): Value {
  if (isSmallInt(a)) return smallIntNew(~smallInt(a));
  const n = intNeg(a);
  return n == RAISED ? RAISED : intSub(n, smallIntNew(1));
}
/** a << b. Raises ValueError (b < 0), MemoryError. */
export function intShiftLeft(a: Value, b: Value): Value {
  if (intIsNegative(b)) return raise(ValueError, "negative shift count");
  if (a == smallIntNew(0)) return a;
  return isSmallInt(b) ? bigShiftLeft(a, <u64>smallInt(b)) : raiseNoMemory(0xffffffff);
}
/** a >> b. Raises ValueError (b < 0), MemoryError. */
export function intShiftRight(a: Value, b: Value): Value {
  if (intIsNegative(b)) return raise(ValueError, "negative shift count");
  if (!isSmallInt(b)) return smallIntNew(intIsNegative(a) ? -1 : 0);
  return bigShiftRight(a, <u64>smallInt(b));
}

/** Words 1 and 2 of a bignum below 2^64: sign, length. */
const WORD_HEADER: u64 = 2 << 32;
/** The number that isWordValue. */
@inline function wordOf(v: Value): u64 {
  return isSmallInt(v) ? <u64>smallInt(v) : load<u64>(<usize>v, 16);
}
function wordNew(n: u64): Value {
  if (n <= <u64>SMALL_INT_MAX) return smallIntNew(<i64>n);
  const b = changetype<Bignum>(allocObject(24));
  if (changetype<usize>(b) == 0) return raiseNoMemory(24);
  b.klass = INT_TYPE;
  store<u64>(changetype<usize>(b), WORD_HEADER, 4);
  b.spare = 0;
  store<u64>(b.limbs(), n);
  return <u64>changetype<usize>(b);
}
/** The int high * 2^64 + low. Raises MemoryError. */
function doubleWord(high: u64, low: u64): Value {
  if (high == 0) return wordNew(low);
  const b = bigAlloc(high >> 32 != 0 ? 4 : 3);
  if (changetype<usize>(b) == 0) return RAISED;
  store<u64>(b.limbs(), low);
  store<u32>(b.limbs(), <u32>high, 8);
  if (high >> 32 != 0) store<u32>(b.limbs(), <u32>(high >> 32), 12);
  return <u64>changetype<usize>(b);
}
/** True for ints from 0 to 2^64 - 1, what 64-bit hash functions work with; of any value. */
@inline function isWordValue(v: Value): bool {
  return isSmallInt(v) ? <i64>v >= 0
    : (v & 7) == 0 && v != NOTHING && load<u32>(<usize>v) == INT_TYPE && load<u64>(<usize>v,
      4) == WORD_HEADER;
}
/** a op b of any two values if they are ints from 0 to 2^64 - 1 (of an AND: one of them such an
 *  int, the other any plain int), where that is quick; else NOT_HANDLED. Raises MemoryError. */
export function wordBinary(op: i32, a: Value, b: Value): Value {
  if (!isWordValue(b)) return NOT_HANDLED;
  const y = wordOf(b);
  if (!isWordValue(a)) {
    return op == OP_AND && (isSmallInt(a) || isExactly(a, INT_TYPE)) ? wordNew(intLow64(a) & y)
      : NOT_HANDLED;
  }
  const x = wordOf(a);
  let r: u64;
  switch (op) {
    case OP_OR: r = x | y; break;
    case OP_XOR: r = x ^ y; break;
    case OP_AND: r = x & y; break;
    case OP_LSHIFT: return y < 64 ? doubleWord(y == 0 ? 0 : x >> (64 - y), x << y) : NOT_HANDLED;
    case OP_RSHIFT: r = y < 64 ? x >> y : 0; break;
    case OP_ADD: r = x + y; if (r < x) return doubleWord(1, r); break;
    case OP_SUB: if (x < y) return NOT_HANDLED; r = x - y; break;
    case OP_MUL: return doubleWord(mulHigh(x, y), x * y);
    case OP_FLOORDIV: if (y == 0) return NOT_HANDLED; r = x / y; break;
    case OP_MOD: if (y == 0) return NOT_HANDLED; r = x % y; break;
    default: return NOT_HANDLED;
  }
  return wordNew(r);
}

/** a op b of plain ints, op one of OP_*; NOT_HANDLED for OP_MATMUL. Raises as the operators
 *  above. */
export function intBinary(op: i32, a: Value, b: Value): Value {
  const r = wordBinary(op, a, b);
  if (r != NOT_HANDLED) return r;
  switch (op) {
    case OP_OR: case OP_XOR: case OP_AND: return bigBitwise(op, a, b);
    case OP_LSHIFT: return intShiftLeft(a, b);
    case OP_RSHIFT: return intShiftRight(a, b);
    case OP_ADD: return intAdd(a, b);
    case OP_SUB: return intSub(a, b);
    case OP_MUL: return intMul(a, b);
    case OP_FLOORDIV: return intFloorDiv(a, b);
    case OP_TRUEDIV: return intTrueDiv(a, b);
    case OP_MOD: return intMod(a, b);
    case OP_POW: return intPowAny(a, b);
    case OP_DIVMOD: {
      const q = intDivMod(a, b);
      return q == RAISED ? RAISED : tupleOf2(q, intRemainder);
    }
    default: return NOT_HANDLED;
  }
}
/** a ** b of plain ints: a float if b < 0. Raises ZeroDivisionError, OverflowError, and as
 *  intPow. */
export function intPowAny(a: Value, b: Value): Value {
  if (!intIsNegative(b)) return intPow(a, b);
  const x = intToF64(a);
  if (raised()) return RAISED;
  const y = intToF64(b);
  if (raised()) return RAISED;
  return floatPower(x, y);
}

/** a op b of plain ints, op one of CMP_*. */
export function intCompareOp(op: i32, a: Value, b: Value): bool {
  return orderHolds(op, intCompare(a, b), 0);
}
