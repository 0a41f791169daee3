// int: power, modular power, greatest common divisor, integer root.
import { Value, RAISED, isSmallInt, bothSmallInts, smallInt, smallIntNew } from "../core/value";
import { allocRaw, freeRaw, heapLimitBytes } from "../heap/allocator";
import { raise, raiseNoMemory, ValueError } from "./errors";
import { limbsTrim, limbsCompare } from "../core/limbs";
import {
  bigAlloc, bigFinish, readMagnitude, magnitudeAt, magnitudeLength, intCompare, intLow64,
  bigFromU64,
} from "./bignum";
import { bigMul, bigSquare, bigWork } from "./bignum_mul";
import { bigDivide } from "./bignum_div";
import { bigShiftLeft, bigShiftRight, intBitLength, intTrailingZeros } from "./bignum_bits";
import { intFromU64, intIsNegative } from "./int";
import { toHelper } from "./frozen";
import { intAdd, intSub, intMul, intMod, intDivMod, intFloorDiv, intRemainder, intAbs,
  intNeg } from "./int_arith";

/** Room for magnitudes of small operands. */
const SCRATCH: usize = memory.data(24, 8);

/** a ** b of plain ints, b >= 0. Raises MemoryError (at once, if the result cannot fit),
 *  KeyboardInterrupt. */
export function intPow(a: Value, b: Value): Value {
  if (b == smallIntNew(0) || a == smallIntNew(1)) return smallIntNew(1);
  if (a == smallIntNew(0)) return a;
  if (a == smallIntNew(-1)) return smallIntNew(intLow64(b) & 1 ? -1 : 1);
  const bits = intBitLength(a);
  if (!isSmallInt(b) || <u64>smallInt(b) > (<u64>heapLimitBytes() << 3) / bits * 2)
    return raiseNoMemory(0xffffffff);
  let e = <u64>smallInt(b);
  if ((bits - 1) * e >> 3 > <u64>heapLimitBytes()) return raiseNoMemory(0xffffffff);
  // powers of two are taken out: they are shifts
  const zeros = intTrailingZeros(a);
  if (zeros != 0) {
    const odd = bigShiftRight(a, zeros);
    if (odd == RAISED) return RAISED;
    const p = intPow(odd, b);
    return p == RAISED ? RAISED : bigShiftLeft(p, zeros * e);
  }
  // from the highest bit down: the base stays short
  let r = a;
  for (let bit = <u64>1 << (62 - clz<u64>(e)); bit != 0 && e > 1; bit >>= 1) {
    r = intMul(r, r);
    if (r != RAISED && (e & bit) != 0) r = intMul(r, a);
    if (r == RAISED) return RAISED;
  }
  return r;
}

/** pow(a, b, m). Raises ValueError (m is 0, or b < 0 and a has no inverse), MemoryError,
 *  KeyboardInterrupt. */
export function intPowMod(a: Value, b: Value, m: Value): Value {
  if (m == smallIntNew(0)) return raise(ValueError, "pow() 3rd argument cannot be 0");
  const modulus = intAbs(m);
  if (modulus == RAISED) return RAISED;
  if (intIsNegative(b)) {
    a = inverse(a, modulus);
    if (a == RAISED) return RAISED;
    b = intNeg(b);
    if (b == RAISED) return RAISED;
  }
  const base = intMod(a, modulus);
  if (base == RAISED) return RAISED;
  const r = isSmallInt(modulus) && smallInt(modulus) <= 0xffffffff
    ? powerModSmall(<u64>smallInt(base), b, <u64>smallInt(modulus)) : powerMod(base, b, modulus);
  return r == RAISED || m == modulus || r == smallIntNew(0) ? r : intAdd(r, m);
}
/** Modulus below 2^32. */
function powerModSmall(base: u64, b: Value, m: u64): Value {
  readMagnitude(b, SCRATCH);
  const at = magnitudeAt, n = magnitudeLength;
  let r = 1 % m;
  for (let i = n; i != 0; i--) {
    const limb = load<u32>(at + (<usize>(i - 1) << 2));
    for (let bit: u32 = 0x80000000; bit != 0; bit >>= 1) {
      r = r * r % m;
      if (limb & bit) r = r * base % m;
    }
    if ((i & 1023) == 0 && !bigWork(65536)) return RAISED;
  }
  return smallIntNew(<i64>r);
}
/** Windows of four bits of the exponent, from the highest. */
function powerMod(base: Value, b: Value, m: Value): Value {
  readMagnitude(m, SCRATCH);
  const modulus = magnitudeAt, n = magnitudeLength;
  readMagnitude(b, SCRATCH + 8);
  const exponent = magnitudeAt, en = magnitudeLength;
  if (en == 0) return smallIntNew(1);                  // m > 1 here
  readMagnitude(base, SCRATCH + 16);
  const baseAt = magnitudeAt, baseLength = magnitudeLength;
  const size = <usize>n << 2;
  // 16 powers of n limbs, the result, a product of 2n limbs
  const bytes = <u64>size * 19;
  const room = bytes < 0x7fffffff ? allocRaw(<usize>bytes) : 0;
  if (room == 0) return raiseNoMemory(<u32>bytes);
  memory.fill(room, 0, size * 2);
  store<u32>(room, 1);
  memory.copy(room + size, baseAt, <usize>baseLength << 2);
  const r = room + size * 16, product = r + size;
  // few bits: no table of powers pays
  const width: u32 = en == 1 && load<u32>(exponent) < 65536 ? 1 : 4, mask = (<u32>1 << width) - 1;
  let ok = true;
  for (let k: usize = 2; ok && k <= mask; k++) {
    ok = mulMod(room + size * k, room + size * (k - 1), room + size, modulus, n, product);
  }
  memory.copy(r, room, size);
  let started = false;
  for (let i = en; ok && i != 0; i--) {
    const limb = load<u32>(exponent + (<usize>(i - 1) << 2));
    for (let shift = 32 - <i32>width; ok && shift >= 0; shift -= <i32>width) {
      for (let k: u32 = 0; ok && started && k < width; k++)
        ok = mulMod(r, r, r, modulus, n, product);
      const w = <usize>(limb >> <u32>shift & mask);
      if (ok && w != 0) { ok = mulMod(r, r, room + size * w, modulus, n, product); started = true; }
    }
    if (ok) ok = bigWork(<u64>n * n * 32);
  }
  let result = RAISED;
  if (ok) {
    const x = bigAlloc(n);
    if (changetype<usize>(x) != 0) {
      memory.copy(x.limbs(), r, size);
      result = bigFinish(x, false);
    }
  }
  freeRaw(room);
  return result;
}
/** dst = x * y mod m, all of n limbs (with zeros above); product: 2n limbs. dst may be x or y. */
function mulMod(dst: usize, x: usize, y: usize, m: usize, n: u32, product: usize): bool {
  const xn = limbsTrim(x, n), yn = limbsTrim(y, n);
  const ok = x == y ? bigSquare(product, x, xn) : bigMul(product, x, xn, y, yn);
  if (!ok) return false;
  const pn = limbsTrim(product, xn + yn);
  if (pn < n || limbsCompare(product, pn, m, n) < 0) {
    memory.copy(dst, product, <usize>pn << 2);
    memory.fill(dst + (<usize>pn << 2), 0, <usize>(n - pn) << 2);
    return true;
  }
  return bigDivide(0, dst, product, pn, m, n);
}
/** The inverse of a modulo m, by Euclid's extended algorithm. */
function inverse(a: Value, m: Value): Value {
  let r0 = m, r1 = intMod(a, m), x0 = smallIntNew(0), x1 = smallIntNew(1);
  while (r1 != smallIntNew(0)) {
    if (r1 == RAISED) return RAISED;
    const q = intDivMod(r0, r1);
    if (q == RAISED) return RAISED;
    r0 = r1;
    r1 = intRemainder;
    const p = intMul(q, x1);
    if (p == RAISED) return RAISED;
    const x2 = intSub(x0, p);
    if (x2 == RAISED) return RAISED;
    x0 = x1;
    x1 = x2;
  }
  if (r0 != smallIntNew(1))
    return raise(ValueError, "base is not invertible for the given modulus");
  return intMod(x0, m);
}

/** Greatest common divisor of plain ints, not negative. Raises MemoryError, KeyboardInterrupt. */
export function intGcd(a: Value, b: Value): Value {
  let x = intAbs(a), y = intAbs(b);
  if (x == RAISED || y == RAISED) return RAISED;
  if (intCompare(x, y) < 0) { const t = x; x = y; y = t; }
  if (!isSmallInt(y)) return gcdLong(x, y);
  if (y == smallIntNew(0)) return x;
  const r = intMod(x, y);
  return r == RAISED ? RAISED : gcdSmall(<u64>smallInt(y), <u64>smallInt(r));
}
function gcdSmall(u: u64, v: u64): Value {
  while (v != 0) { const t = u % v; u = v; v = t; }
  return intFromU64(u);
}
/** Bound of the factors in Lehmer's steps: products with limbs and their sums fit i64. */
const LEHMER: i64 = 0x3fffffff;
/** Lehmer's method: several of Euclid's steps at once, decided by the top 62 bits. x >= y, both
 *  bignums. */
function gcdLong(left: Value, right: Value): Value {
  readMagnitude(left, SCRATCH);
  const n = magnitudeLength, from = magnitudeAt, size = <usize>(n + 1) << 2;
  readMagnitude(right, SCRATCH);
  const room = <u64>size * 4 < 0x7fffffff ? allocRaw(size * 4) : 0;
  if (room == 0) return raiseNoMemory(0xffffffff);
  let x = room, y = room + size, u = room + size * 2, v = room + size * 3;
  let xn = n, yn = magnitudeLength, ok = true;
  memory.copy(x, from, <usize>n << 2);
  memory.copy(y, magnitudeAt, <usize>yn << 2);
  while (ok && yn > 2) {
    ok = bigWork(<u64>xn * 4);
    // the top 62 bits of x and the bits of y beside them
    let p: i64 = 0, q: i64 = 0;
    if (yn + 1 >= xn) {
      const shift = clz<u32>(load<u32>(x + (<usize>(xn - 1) << 2)));
      p = <i64>(window(x, xn, xn, shift) >> 2);
      q = <i64>(window(y, yn, xn, shift) >> 2);
    }
    let a: i64 = 1, b: i64 = 0, c: i64 = 0, d: i64 = 1;
    while (q + c != 0 && q + d != 0) {
      const w = (p + a) / (q + c);
      if (w != (p + b) / (q + d)) break;
      const na = a - w * c, nb = b - w * d, nq = p - w * q;
      if (na < -LEHMER || na > LEHMER || nb < -LEHMER || nb > LEHMER) break;
      a = c; c = na;
      b = d; d = nb;
      p = q; q = nq;
    }
    if (b == 0) {
      if (ok) ok = bigDivide(0, u, x, xn, y, yn);
      const t = x; x = y; y = u; u = t;
      xn = yn;
      yn = limbsTrim(y, yn);
    } else {
      memory.fill(y + (<usize>yn << 2), 0, <usize>(xn - yn) << 2);
      combine(u, x, a, y, b, xn);
      combine(v, x, c, y, d, xn);
      let t = x; x = u; u = t;
      t = y; y = v; v = t;
      yn = limbsTrim(y, xn);
      xn = limbsTrim(x, xn);
    }
  }
  let result = RAISED;
  if (ok) {
    store<u32>(y + (<usize>yn << 2), 0);
    const m: u64 = yn == 0 ? 0 : yn == 1 ? <u64>load<u32>(y) : load<u64>(y);
    const g = bigAlloc(xn);
    if (changetype<usize>(g) != 0) {
      memory.copy(g.limbs(), x, <usize>xn << 2);
      result = bigFinish(g, false);
      if (m != 0) {
        // finish with two limbs
        const low = bigFromU64(m, false), r = low == RAISED ? RAISED : intMod(result, low);
        result = r == RAISED ? RAISED : gcdSmall(m, intLow64(r));
      }
    }
  }
  freeRaw(room);
  return result;
}
/** 64 bits of a row from limb `top` (exclusive) down, shifted up by `shift`; limbs at and above n
 *  are 0. */
function window(at: usize, n: u32, top: u32, shift: u32): u64 {
  const a = top - 1 < n ? <u64>load<u32>(at + (<usize>(top - 1) << 2)) : 0;
  const b = top - 2 < n ? <u64>load<u32>(at + (<usize>(top - 2) << 2)) : 0;
  const c = top >= 3 && top - 3 < n ? <u64>load<u32>(at + (<usize>(top - 3) << 2)) : 0;
  return shift == 0 ? a << 32 | b : (a << 32 | b) << <u64>shift | c >> <u64>(32 - shift);
}
/** dst = x * m + y * k over n limbs; the result is not negative and fits. */
function combine(dst: usize, x: usize, m: i64, y: usize, k: i64, n: u32): void {
  let carry: i64 = 0;
  const end = <usize>n << 2;
  for (let i: usize = 0; i < end; i += 4) {
    carry += <i64>load<u32>(x + i) * m + <i64>load<u32>(y + i) * k;
    store<u32>(dst + i, <u32>carry);
    carry >>= 32;
  }
}

/** Integer part of the square root of a plain int, n >= 0. May hand over. */
export function intRoot(n: Value): Value {
  if (isSmallInt(n)) {
    const x = <u64>smallInt(n);
    let r = <u64>sqrt<f64>(<f64>x);
    while (r * r > x) r--;
    while ((r + 1) * (r + 1) <= x) r++;
    return smallIntNew(<i64>r);
  }
  return toHelper("_isqrt", n);
}
