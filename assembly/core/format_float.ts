// Double to decimal digits: the shortest that read back as the same double, and any number of
// correctly rounded ones (ties to even, on the exact value).
//
// Results: digitCount ASCII digits at DIGITS, the first and the last of them not 0 (none for zero),
// standing for 0.d1d2d3... * 10^decimalPoint. Layout as %e, %f, repr: objects/number_format.ts.
import { mulHigh } from "./wide";
import {
  needPowers, powerHigh, powerLow, powerExact, powerExponent, timesPower, productMid,
} from "./powers_of_ten";
import { limbsMulSmall, limbsDivSmall, limbsShiftLeft, limbsTrim } from "./limbs";

/** The digits; a double has at most 767 significant ones. */
export const DIGITS: usize = memory.data(1440, 8);
export let digitCount: u32 = 0;
export let decimalPoint: i32 = 0;

/** Writes an integer as the digits, for a number integer * 10^exponent. */
function putInteger(n: u64, exponent: i32): void {
  if (n == 0) { digitCount = 0; decimalPoint = 0; return; }
  let count: u32 = 0;
  for (let x = n; x != 0; x /= 10) count++;
  decimalPoint = <i32>count + exponent;
  for (let p = DIGITS + count; p > DIGITS;) {
    const q = n / 10;
    store<u8>(--p, <u8>(48 + n - q * 10));
    n = q;
  }
  digitCount = count;
  trimZeros();
}
function trimZeros(): void {
  while (digitCount != 0 && load<u8>(DIGITS + digitCount - 1) == 48) digitCount--;
}

/** The shortest digits of a finite x that read back as x, and of these the nearest to x. The sign
 *  is ignored. Method: R. Giulietti, "The Schubfach way to render doubles". */
export function shortestDigits(x: f64): void {
  const bits = reinterpret<u64>(x) & 0x7fffffffffffffff;
  if (bits == 0) { digitCount = 0; decimalPoint = 0; return; }
  const biased = <i32>(bits >> 52);
  let c = bits & 0x000fffffffffffff, q = -1074;
  const narrow = c == 0 && biased > 1;                  // the gap below is half the gap above
  if (biased != 0) {
    c |= 0x0010000000000000;
    q = biased - 1075;
    if (q <= 0 && q > -53 && (c & ((<u64>1 << <u64>-q) - 1)) == 0) {
      putInteger(c >> <u64>-q, 0);
      return;
    }
  }
  needPowers();
  const odd = c & 1;
  // k: the exponent of ten at which the interval of doubles rounding to x is between 1 and 10 units
  // wide
  const k = (q * 1262611 - (narrow ? 524031 : 0)) >> 22;
  const shift = <u64>(q + (-k * 1741647 >> 19) + 1);
  let high = powerHigh(-k), low = powerLow(-k);
  if (!powerExact(-k)) { low++; if (low == 0) high++; }  // rounded up instead of down
  // four times the interval's lower end, x, and its upper end, in units of 10^k, rounded to odd
  const lower = scaled(high, low, (4 * c - (narrow ? 1 : 2)) << shift) + odd;
  const middle = scaled(high, low, (4 * c) << shift);
  const upper = scaled(high, low, (4 * c + 2) << shift) - odd;
  const s = middle >> 2;
  if (s >= 10) {
    const tens = s / 10, down = lower <= 40 * tens, up = 40 * tens + 40 <= upper;
    if (down != up) { putInteger(tens + <u64>up, k + 1); return; }
  }
  const down = lower <= 4 * s, up = 4 * s + 4 <= upper;
  if (down != up) { putInteger(s + <u64>up, k); return; }
  const half = 4 * s + 2;
  putInteger(s + <u64>(middle > half || (middle == half && (s & 1) != 0)), k);
}
/** The top 64 bits of (high, low) * m, bit 0 set if anything follows. */
function scaled(high: u64, low: u64, m: u64): u64 {
  const carry = mulHigh(low, m), mid = high * m + carry;
  const top = mulHigh(high, m) + <u64>(mid < carry);
  return top | <u64>(mid > 1);
}

/** The digits of |x|, finite, rounded to `places` digits behind the point (negative: before it). */
export function roundedDigits(x: f64, places: i32): void {
  x = abs(x);
  if (x == 0) { digitCount = 0; decimalPoint = 0; return; }
  if (places > 1100) places = 1100;
  if (places < -400) { digitCount = 0; decimalPoint = 0; return; }
  if (places <= 300 && places >= -300) {
    const n = nearestInteger(x, places);
    if (decided) { putInteger(n, -places); return; }
  }
  exactDigits(x, places, 0);
}
/** The digits of |x|, finite, rounded to `count` significant ones, count >= 1. */
export function significantDigits(x: f64, count: i32): void {
  x = abs(x);
  if (x == 0) { digitCount = 0; decimalPoint = 0; return; }
  if (count <= 17) {
    // floor(log10(x)), perhaps one too small
    const e = <i32>(reinterpret<u64>(x) >> 52) - 1023;
    let places = count - 1 - (e * 78913 >> 18);
    if (e > -1023 && places <= 300 && places >= -300) {
      let n = nearestInteger(x, places), limit: u64 = 10;
      for (let i = 1; i < count; i++) limit *= 10;
      if (decided && n >= limit) n = nearestInteger(x, --places);
      if (decided && n * 10 >= limit) { putInteger(n, -places); return; }
    }
  }
  exactDigits(x, 0, count);
}

/** False: nearestInteger could not decide. */
let decided: bool = false;
/** x * 10^places rounded to an integer, from a 64 x 128 bit product that is too small by less than
 *  2^64 of its 192 bits. Undecided if the integer is too long or the fraction too near to a
 *  half. */
function nearestInteger(x: f64, places: i32): u64 {
  decided = false;
  needPowers();
  const bits = reinterpret<u64>(x);
  const biased = <i32>(bits >> 52);
  if (biased == 0) return 0;
  const m = (bits << 11) | 0x8000000000000000;
  const exponent = biased - 1086 + powerExponent(places) + 128;     // of the product's top 64 bits
  if (exponent > -2) return 0;
  const high = timesPower(m, places);
  // high and mid hold the integer and, below bit -exponent of high, the fraction
  if (exponent <= -66) { decided = true; return 0; }
  if (exponent <= -64) {
    // below 1: the fraction is high (and mid), to be compared with a half
    const fraction = exponent == -64 ? high : high >> 1;
    if (fraction >= 0x7fffffffffffffff && fraction <= 0x8000000000000000) return 0;
    decided = true;
    return <u64>(fraction > 0x8000000000000000);
  }
  const shift = <u64>-exponent;
  const fraction = high << (64 - shift) | productMid >> shift;
  if (fraction == 0x7fffffffffffffff || fraction == 0x8000000000000000) return 0;
  decided = true;
  return (high >> shift) + <u64>(fraction > 0x8000000000000000);
}

/** The integer part: 1024 bits; the fraction: 1074 bits. */
const LIMBS: usize = memory.data(4 * 40, 8);
/** All the digits wanted and one more at least by exact arithmetic; then cut with rounding.
 *  `significant` 0: `places` counts, else that many from the first that is not 0. */
function exactDigits(x: f64, places: i32, significant: i32): void {
  const bits = reinterpret<u64>(x);
  const biased = <i32>(bits >> 52);
  let m = bits & 0x000fffffffffffff, e = -1074;
  if (biased != 0) { m |= 0x0010000000000000; e = biased - 1075; }
  // the integer part; the long division leaves zeros
  memory.fill(LIMBS, 0, 4 * 40);
  const skip = e < 0 ? 0 : <usize>(e >> 5) << 2;
  store<u64>(LIMBS + skip, e > -64 && e < 0 ? m >> <u64>-e : e < 0 ? 0 : m);
  if (e > 0)
    store<u32>(LIMBS + skip + 8, limbsShiftLeft(LIMBS + skip, LIMBS + skip, 2, <u32>e & 31));
  let n = limbsTrim(LIMBS, <u32>(skip >> 2) + 3);
  putLimbs(n);
  n = 0;
  if (e < 0) {
    // the fraction, its point at a limb's border
    const f = e > -64 ? m & ((<u64>1 << <u64>-e) - 1) : m;
    n = <u32>(-e + 31) >> 5;
    const lift = <u32>(<i32>n * 32 + e);
    store<u64>(LIMBS, f);
    const over = limbsShiftLeft(LIMBS, LIMBS, 2, lift);
    if (n > 2) store<u32>(LIMBS + 8, over);
  }
  let have = 0;                                          // digits behind the point so far
  while (limbsTrim(LIMBS, n) != 0 && n != 0) {
    if (significant == 0 ? have > places : <i32>digitCount > significant) break;
    let chunk = limbsMulSmall(LIMBS, LIMBS, n, 1000000000, 0);
    while (n > 1 && load<u32>(LIMBS) == 0) {
      memory.copy(LIMBS, LIMBS + 4, <usize>(n - 1) << 2);
      n--;
    }
    for (let unit: u32 = 100000000; unit != 0; unit /= 10) {
      const d = chunk / unit;
      chunk -= d * unit;
      have++;
      if (digitCount == 0 && d == 0) { decimalPoint--; continue; }
      store<u8>(DIGITS + digitCount++, <u8>(48 + d));
    }
  }
  cut(significant != 0 ? significant : decimalPoint + places, n != 0 && limbsTrim(LIMBS, n) != 0);
}
/** The integer in LIMBS as digits. */
function putLimbs(n: u32): void {
  let end = DIGITS + 360;
  const stop = end;
  while (n != 0) {
    let chunk = limbsDivSmall(LIMBS, LIMBS, n, 1000000000);
    n = limbsTrim(LIMBS, n);
    for (let i = 0; i < 9 && (n != 0 || chunk != 0); i++) {
      store<u8>(--end, <u8>(48 + chunk % 10));
      chunk /= 10;
    }
  }
  digitCount = <u32>(stop - end);
  decimalPoint = <i32>digitCount;
  memory.copy(DIGITS, end, digitCount);
}
/** Keeps the first `count` digits, rounding; `more`: something other than zeros follows the
 *  digits. */
function cut(count: i32, more: bool): void {
  if (count < 0) { digitCount = 0; decimalPoint = 0; return; }
  if (<u32>count < digitCount) {
    const next = load<u8>(DIGITS + count);
    let up = next > 53;
    if (next == 53) {
      for (let i = <u32>count + 1; !more && i < digitCount; i++) more = load<u8>(DIGITS + i) != 48;
      up = more || (count > 0 && (load<u8>(DIGITS + count - 1) & 1) != 0);
    }
    digitCount = <u32>count;
    if (up) {
      while (digitCount != 0 && load<u8>(DIGITS + digitCount - 1) == 57) digitCount--;
      if (digitCount == 0) {
        store<u8>(DIGITS, 49);
        digitCount = 1;
        decimalPoint++;
      } else {
        store<u8>(DIGITS + digitCount - 1, load<u8>(DIGITS + digitCount - 1) + 1);
      }
    }
  }
  trimZeros();
  if (digitCount == 0) decimalPoint = 0;
}
