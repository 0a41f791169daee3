// exp, log and powers: within 0.51 units in the last place, so nearly always correctly rounded.
//
// Both go by tables of 128 entries, which are made at the first use from double-double arithmetic
// (some 0.1 ms), so that they cost nothing in the file. A logarithm is known to about 66 bits, as a
// sum of two doubles: powers need them.
import { low, scale, twoProduct, ddExp, ddLog } from "./double_double";

/** 2^(i/128): a double, and what is missing of it as a part of it. 16 bytes each. */
const EXPS: usize = memory.data(16 * 128, 8);
/** Numbers 1/c of 8 bits, c near the middle of the i-th interval of mantissas; ln c to 42 bits
 *  behind the point; the rest of it. 24 bytes each. */
const LOGS: usize = memory.data(24 * 128, 8);
/** Where the intervals begin, as bits of a double: near sqrt(1/2), so that 1 is the middle of the
 *  75th. */
const BEGIN: u64 = 0x3ff0000000000000 - (75 << 45) - (1 << 44);

/** ln 2 in 42 bits behind the point, and the rest. */
const LN2_HIGH: f64 = 0.6931471805598903;
const LN2_LOW: f64 = 5.497923018708371e-14;
/** ln 2 as a double, and the rest. */
const LN2: f64 = 0.6931471805599453;
const LN2_REST: f64 = 2.3190468138462996e-17;
/** ln 2 / 128 in 35 bits, and the rest. */
const STEP: f64 = 0.0054152123482253955;
const STEP_LOW: f64 = -1.0082281460997769e-13;
/** 128 / ln 2 */
const STEPS: f64 = 184.6649652337873;
/** 1 / ln 2, and the rest. */
const LOG2E: f64 = 1.4426950408889634;
const LOG2E_LOW: f64 = 2.0355273740931033e-17;
const TWO_42: f64 = 4398046511104;

@inline function upperHalf(x: f64): f64 {
  return reinterpret<f64>(reinterpret<u64>(x) & 0xfffffffff8000000);
}
@inline function powerOfTwo(e: i64): f64 { return reinterpret<f64>((e + 1023) << 52); }

function fillTables(): void {
  for (let i = 0; i < 128; i++) {
    const x = twoProduct(<f64>i, LN2 / 128), e = ddExp(x, low + <f64>i * (LN2_REST / 128));
    const at = EXPS + (<usize>i << 4);
    store<f64>(at, e * powerOfTwo(scale));
    store<f64>(at, low / e, 8);
  }
  for (let i = 0; i < 128; i++) {
    const middle = reinterpret<f64>(BEGIN + (<u64>i << 45) + (1 << 44));
    // so that the product with a mantissa in the interval is exact
    const unit: f64 = middle < 1 ? 128 : 256, inverse = nearest<f64>(unit / middle) / unit;
    let l = 0.0;
    for (let k = 0; k < 4; k++) l = ddLog(inverse, l);
    const high = nearest<f64>(-l * TWO_42) / TWO_42, at = LOGS + <usize>i * 24;
    store<f64>(at, inverse);
    store<f64>(at, high, 8);
    store<f64>(at, -l - high - low, 16);
  }
}
@inline function needTables(): void { if (load<f64>(EXPS) == 0) fillTables(); }
/** Drops the tables: the next use makes them again. */
export function clearTables(): void {
  memory.fill(EXPS, 0, 16 * 128);
  memory.fill(LOGS, 0, 24 * 128);
}

/** What logarithm() leaves beside its result: what is missing of it. */
let rest: f64 = 0;
/** ln x for a finite x > 0. */
function logarithm(x: f64): f64 {
  needTables();
  let bits = reinterpret<u64>(x), shift: i64 = 0;
  if (bits < 0x0010000000000000) { bits = reinterpret<u64>(x * 4503599627370496); shift = 52; }
  const from = bits - BEGIN, at = LOGS + <usize>(from >> 45 & 127) * 24;
  const e = (<i64>from >> 52), k = <f64>(e - shift), z = reinterpret<f64>(bits - (<u64>e << 52));
  // z = c (1 + r): r is exact, and so is the square of its upper half
  const inverse = load<f64>(at), upper = reinterpret<f64>(reinterpret<u64>(z) & 0xffffffff00000000);
  const rh = upper * inverse - 1, rl = (z - upper) * inverse, r = rh + rl;
  const t = k * LN2_HIGH + load<f64>(at, 8), u = t + r, square = -0.5 * rh * rh, high = u + square;
  const rr = r * r;
  const series = r * rr * (0.3333333333333333 - r * 0.25 + rr * (0.2 - r * 0.16666666666666666
    + rr * (0.14285714285714285 - r * 0.125 + rr * (0.1111111111111111 - r * 0.1))));
  const small =
    k * LN2_LOW + load<f64>(at, 16) + (t - u + r) + (u - high + square) - 0.5 * rl * (rh + r)
      + series;
  const y = high + small;
  rest = high - y + small;
  return y;
}

/** e^r 2^(k/128), |r| < 0.003. */
function exponential(k: i64, r: f64): f64 {
  const at = EXPS + (<usize>(k & 127) << 4), e = k >> 7, s = load<f64>(at);
  const rr = r * r,
    p = s * (load<f64>(at, 8) + r + rr * (0.5 + r * 0.16666666666666666 + rr * (0.041666666666666664
    + r * 0.008333333333333333 + rr * 0.001388888888888889)));
  const y = s + p;
  if (e > -1022) return e < 1024 ? y * powerOfTwo(e) : y * powerOfTwo(e - 1) * 2;
  // A subnormal result: rounded once, at its last place.
  const f = powerOfTwo(e + 1022), small = y * f, high = 1 + small;
  if (small >= 1) return small * 2.2250738585072014e-308;
  return (high + (1 - high + small + (s - y + p) * f) - 1) * 2.2250738585072014e-308;
}
/** e^(x + xl), xl small. */
function expOf(x: f64, xl: f64): f64 {
  needTables();
  if (x > 709.8) return Infinity;
  if (x < -745.2) return 0;
  const k = nearest<f64>(x * STEPS);
  return exponential(<i64>k, x - k * STEP - k * STEP_LOW + xl);
}

export function exp(x: f64): f64 { return x != x ? x : expOf(x, 0); }
export function exp2(x: f64): f64 {
  if (x != x) return x;
  if (x >= 1024) return Infinity;
  if (x < -1075.5) return 0;
  needTables();
  const k = nearest<f64>(x * 128);
  return exponential(<i64>k, (x - k * 0.0078125) * LN2);
}
export function log(x: f64): f64 {
  if (x > 0 && x != Infinity) return logarithm(x);
  return x == 0 ? -Infinity : x < 0 ? NaN : x;
}
export function log2(x: f64): f64 {
  if (!(x > 0) || x == Infinity) return log(x);
  const y = logarithm(x), p = twoProduct(y, LOG2E);
  return p + (low + y * LOG2E_LOW + rest * LOG2E);
}

/** x ** y by C's rules, with the common powers exact. */
export function pow(x: f64, y: f64): f64 {
  if (y == 2) return x * x;
  if (y == 0.5 && x >= 0 && x != Infinity) return sqrt<f64>(x) + 0;
  if (y == 0 || x == 1) return 1;
  if (x != x || y != y) return NaN;
  let a = abs(x), negative = false;
  if (abs(y) == Infinity) return a == 1 ? 1 : (a > 1) == (y > 0) ? Infinity : 0;
  if (reinterpret<i64>(x) < 0) {
    const whole = floor<f64>(y) == y, odd = whole && abs(y) < 9007199254740992 && (<i64>y & 1) != 0;
    if (!whole && a != 0 && a != Infinity) return NaN;
    negative = odd;
  }
  let r: f64;
  if (a == 0 || a == Infinity) {
    r = (a == 0) == (y > 0) ? 0 : Infinity;
  } else {
    const l = logarithm(a), p = y * l;
    if (p > 710) r = Infinity;
    else if (p < -746) r = 0;
    else {
      // the product of the upper halves is exact
      const yh = upperHalf(y), lh = upperHalf(l);
      r = expOf(yh * lh, (y - yh) * lh + y * (l - lh + rest));
    }
  }
  return negative ? -r : r;
}
