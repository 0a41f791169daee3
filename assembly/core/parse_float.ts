// Text to double, correctly rounded.
//
// Three ways, tried in this order: exact double arithmetic for short numbers (Clinger), a product
// with a 128-bit power of ten whose error is bounded (after Lemire, "Number parsing at a gigabyte
// per second"), and exact long arithmetic.
import { composeF64 } from "./compose_float";
import {
  needPowers, timesPower, productMid, productLow, powerExact, powerExponent, POWER_MIN, POWER_MAX,
} from "./powers_of_ten";
import { isSign } from "./digits";
import {
  limbsMulSmall, limbsShiftLeft, limbsDivide, limbsTrim, limbsBitLength,
} from "./limbs";

/** Result of floatParse and floatParseFull: false if the text was not well-formed. */
export let floatParsed: bool = false;

/** Most significant digits that matter: a midpoint between two doubles has at most 767. */
const DIGITS_MAX: u32 = 770;
/** The digits read, as values 0..9, one a byte. */
const DIGITS: usize = memory.data(776, 8);
/** 10^0 .. 10^22, exact doubles. */
const TENS: usize = memory.data<f64>([
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19,
  1e20, 1e21, 1e22,
]);

/** The double written at `at` as float literals are, but without underscores: optional sign,
 *  digits, one point, exponent. Sets floatParsed. Too large: infinite; too small: 0. */
export function floatParse(at: usize, bytes: u32): f64 { return parse(at, at + bytes, false); }

/** As float(str) does: white space around it (ASCII), underscores between digits, inf, infinity,
 *  nan in any case. Sets floatParsed. */
export function floatParseFull(at: usize, bytes: u32): f64 {
  let end = at + bytes;
  while (at < end && isSpace(load<u8>(at))) at++;
  while (end > at && isSpace(load<u8>(end - 1))) end--;
  let p = at, negative = false;
  if (p < end && isSign(load<u8>(p))) negative = load<u8>(p++) == 45;
  if (p < end && load<u8>(p) > 57) {
    const n = <u32>(end - p);
    floatParsed = true;
    if (sameWord(p, n, "inf") || sameWord(p, n, "infinity")) return negative ? -Infinity : Infinity;
    if (sameWord(p, n, "nan")) return negative ? -NaN : NaN;
  }
  return parse(at, end, true);
}
@inline function isSpace(c: u8): bool {
  return c == 32 || (c >= 9 && c <= 13) || (c >= 28 && c <= 31);
}
/** Same letters, whatever their case. */
function sameWord(at: usize, bytes: u32, word: string): bool {
  if (bytes != <u32>word.length) return false;
  for (let i: u32 = 0; i < bytes; i++) {
    if ((load<u8>(at + i) | 32) != <u8>word.charCodeAt(i)) return false;
  }
  return true;
}

function parse(at: usize, end: usize, underscores: bool): f64 {
  floatParsed = false;
  let negative = false;
  if (at < end && isSign(load<u8>(at))) negative = load<u8>(at++) == 45;
  // significant digits: the first 19 in w, all (up to DIGITS_MAX) in DIGITS; value = digits *
  // 10^exponent
  let w: u64 = 0, kept: u32 = 0, exponent: i64 = 0, seen = false, point = false, more = false,
    last: u32 = 0;
  for (; at < end; at++) {
    const c = <u32>load<u8>(at);
    if (c - 48 < 10) {
      seen = true;
      if (kept != 0 || c != 48) {
        if (kept < DIGITS_MAX) {
          if (kept < 19) w = w * 10 + (c - 48);
          store<u8>(DIGITS + kept++, <u8>(c - 48));
          if (point) exponent--;
        } else {
          if (c != 48) more = true;
          if (!point) exponent++;
        }
      } else if (point) {
        exponent--;
      }
    } else if (c == 46) {
      if (point || last == 95) return 0;
      point = true;
    } else if (c == 95 && underscores) {
      if (last - 48 >= 10 || at + 1 >= end || <u32>load<u8>(at, 1) - 48 >= 10) return 0;
    } else {
      break;
    }
    last = c;
  }
  if (!seen) return 0;
  if (at < end) {
    if ((load<u8>(at) | 32) != 101) return 0;
    at++;
    let minus = false, some = false;
    if (at < end && isSign(load<u8>(at))) minus = load<u8>(at++) == 45;
    let e: i64 = 0;
    for (; at < end; at++) {
      const c = <u32>load<u8>(at);
      if (c == 95 && underscores && some && at + 1 < end && <u32>load<u8>(at, 1) - 48 < 10)
        continue;
      if (c - 48 >= 10) return 0;
      some = true;
      if (e < 1000000000000) e = e * 10 + (c - 48);
    }
    if (!some) return 0;
    exponent += minus ? -e : e;
  }
  floatParsed = true;
  // sticky: never a midpoint here
  if (more) store<u8>(DIGITS + kept - 1, load<u8>(DIGITS + kept - 1) | 1);
  const x = convert(w, kept, exponent);
  return negative ? -x : x;
}

/** The double d1 d2 ... * 10^exponent for `count` digits (ASCII characters or values 0..9) at
 *  `at`. */
export function decimalToF64(at: usize, count: u32, exponent: i64): f64 {
  let w: u64 = 0, kept: u32 = 0, more = false;
  for (let i: u32 = 0; i < count; i++) {
    const d = <u32>load<u8>(at + i) & 15;
    if (kept == 0 && d == 0) continue;
    if (kept == DIGITS_MAX) { more = more || d != 0; exponent++; continue; }
    if (kept < 19) w = w * 10 + d;
    store<u8>(DIGITS + kept++, <u8>d);
  }
  if (more) store<u8>(DIGITS + kept - 1, load<u8>(DIGITS + kept - 1) | 1);
  return convert(w, kept, exponent);
}

/** `count` digits in DIGITS, the first 19 of them in w, times 10^exponent. */
function convert(w: u64, count: u32, exponent: i64): f64 {
  if (count == 0) return 0;
  if (exponent + count > 310) return Infinity;
  if (exponent + count < -325) return 0;
  const e = <i32>exponent;
  if (count <= 19) {
    if (w < (<u64>1 << 53) && e >= -22 && e <= 22) {
      const x = <f64>w, t = load<f64>(TENS + (<usize>abs(e) << 3));
      return e < 0 ? x / t : x * t;
    }
    const x = estimate(w, e);
    if (estimated) return x;
  } else {
    const x = estimate(w, e + <i32>(count - 19));
    if (estimated) {
      const y = estimate(w + 1, e + <i32>(count - 19));
      if (estimated && x == y) return x;
    }
  }
  return exact(count, e);
}
/** False: estimate could not decide. */
let estimated: bool = false;
/** w * 10^e by one 64 x 128 bit product: it is too small by less than 2^64 of its 192 bits. */
function estimate(w: u64, e: i32): f64 {
  estimated = false;
  if (e < POWER_MIN || e > POWER_MAX) return 0;
  needPowers();
  const shift = clz<u64>(w), m = w << shift;
  let high = timesPower(m, e), rest = productMid;
  let exponent = powerExponent(e) - <i32>shift + 128;
  if (<i64>high >= 0) {
    high = high << 1 | rest >> 63;
    rest <<= 1;
    if (rest == 0xfffffffffffffffe) return 0;
    exponent--;
  } else if (rest == 0xffffffffffffffff) {
    return 0;
  }
  estimated = true;
  if (rest != 0 || productLow != 0 || !powerExact(e)) high |= 1;
  return composeF64(high, exponent);
}

/** Rows of 200 limbs for the exact way: the digits (at most 2560 bits), a power of five (2600
 *  bits), the quotient. */
const NUMERATOR: usize = memory.data(4 * 200, 8);
const DENOMINATOR: usize = memory.data(4 * 200, 8);
const QUOTIENT: usize = memory.data(4 * 200, 8);
/** Zeroes the rows between two uses. */
export function clearRows(): void {
  memory.fill(NUMERATOR, 0, 4 * 200);
  memory.fill(DENOMINATOR, 0, 4 * 200);
  memory.fill(QUOTIENT, 0, 4 * 200);
}
function exact(count: u32, e: i32): f64 {
  let n: u32 = 0;
  for (let i: u32 = 0; i < count; i++) n = mulAdd(NUMERATOR, n, 10, load<u8>(DIGITS + i));
  for (let k = e; k > 0; k--) n = mulAdd(NUMERATOR, n, 5, 0);
  // value = numerator / denominator * 2^(e - shift)
  let shift = 0;
  let at = NUMERATOR, sticky = false;
  if (e < 0) {
    let dn = mulAdd(DENOMINATOR, 0, 1, 1);
    for (let k = e; k < 0; k++) dn = mulAdd(DENOMINATOR, dn, 5, 0);
    // the denominator of two limbs at least with its top bit set, the numerator longer by 66 bits
    // at least
    const lift = (<u32>-<i32>limbsBitLength(DENOMINATOR, dn) & 31) + (dn == 1 ? 32 : 0);
    dn = shiftUp(DENOMINATOR, dn, lift);
    let raise = <i64>limbsBitLength(DENOMINATOR, dn) + 66 - <i64>limbsBitLength(NUMERATOR, n);
    if (raise < 0) raise = 0;
    n = shiftUp(NUMERATOR, n, <u32>raise);
    shift += <i32>raise - <i32>lift;
    store<u32>(NUMERATOR + (<usize>n << 2), 0);
    limbsDivide(QUOTIENT, NUMERATOR, n, DENOMINATOR, dn);
    sticky = limbsTrim(NUMERATOR, dn) != 0;
    n = limbsTrim(QUOTIENT, n - dn + 1);
    at = QUOTIENT;
  }
  // bring the top bit to the top of a limb, then read the top 64 bits
  const bits = limbsBitLength(at, n);
  n = shiftUp(at, n, (<u32>-<i32>bits & 31) + (n == 1 ? 32 : 0));
  const top = load<u64>(at + (<usize>(n - 2) << 2));
  if (limbsTrim(at, n - 2) != 0) sticky = true;
  return composeF64(sticky ? top | 1 : top, <i32>bits - 64 + e - shift);
}
/** row * m + d; returns its new length. */
function mulAdd(at: usize, n: u32, m: u32, d: u32): u32 {
  const over = limbsMulSmall(at, at, n, m, d);
  if (over == 0) return n;
  store<u32>(at + (<usize>n << 2), over);
  return n + 1;
}
/** row << bits, any number; returns its new length. */
function shiftUp(at: usize, n: u32, bits: u32): u32 {
  const skip = bits >> 5, to = at + (<usize>skip << 2);
  const over = limbsShiftLeft(to, at, n, bits & 31);
  memory.fill(at, 0, <usize>skip << 2);
  n += skip;
  if (over == 0) return n;
  store<u32>(at + (<usize>n << 2), over);
  return n + 1;
}
