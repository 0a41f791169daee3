// Functions of real numbers, double to double, for math and cmath.
//
// exp, log, exp2, log2, pow are in exp_log.ts. The others are refined here in double-double
// arithmetic until they are nearly always correctly rounded, which is what CPython prints on the
// platforms people compare with. Errors and special cases as in C; no exceptions.
import {
  low, scale, twoSum, twoProduct, ddMul, ddDiv, ddSqrt, ddExp, ddExpm1, sinCos, sinHigh, sinLow,
  cosHigh, cosLow,
} from "./double_double";
import { scaleF64, splitF64, splitExponent } from "./compose_float";
import { exp, log } from "./exp_log";
export { erf, erfc, gamma, lgamma } from "./special";
export { exp, exp2, log, log2, pow, clearTables } from "./exp_log";

/** Below this x sin, tan, asin ... are x, correctly rounded. */
const TINY: f64 = 7.450580596923828e-9;                // 2^-27

export function log1p(x: f64): f64 { return NativeMath.log1p(x); }
export function atanh(x: f64): f64 {
  const a = abs(x);
  return copysign<f64>(0.5 * log1p(a < 0.5 ? 2 * a + 2 * a * a / (1 - a) : 2 * (a / (1 - a))), x);
}
export function asinh(x: f64): f64 {
  const a = abs(x);
  if (a < 3.725290298461914e-9) return x;              // 2^-28
  let y: f64;
  if (a > 2) y = logOfSum(a, 1);
  else y = log1p(a + a * a / (1 + sqrt<f64>(1 + a * a)));
  return copysign<f64>(y, x);
}
export function acosh(x: f64): f64 {
  if (x < 1) return NaN;
  if (x > 2) return logOfSum(x, -1);
  const t = x - 1;
  return log1p(t + sqrt<f64>(2 * t + t * t));
}
/** ln(x + sqrt(x^2 + one)) for x > 2, one 1 or -1. */
function logOfSum(x: f64, one: f64): f64 {
  return x > 268435456 ? log(x) + LN2 : log(2 * x + one / (sqrt<f64>(x * x + one) + x));
}
const LN2: f64 = 0.6931471805599453;

export function sin(x: f64): f64 {
  if (x - x != 0) return x - x;
  if (abs(x) < TINY) return x;
  sinCos(x);
  return sinHigh;
}
export function cos(x: f64): f64 {
  if (x - x != 0) return x - x;
  sinCos(x);
  return cosHigh;
}
export function tan(x: f64): f64 {
  if (x - x != 0) return x - x;
  if (abs(x) < TINY) return x;
  sinCos(x);
  return ddDiv(sinHigh, sinLow, cosHigh, cosLow);
}
/** Angle of the point (x + xl, y + yl), neither part beyond 1: two steps of Newton's method from
 *  one good to 0.004. */
function angle(y: f64, yl: f64, x: f64, xl: f64): f64 {
  const ax = abs(x), ay = abs(y), t = min<f64>(ax, ay) / max<f64>(ax, ay);
  let a = t * (1.0584 - 0.273 * t);
  if (ay > ax) a = PI / 2 - a;
  if (x < 0) a = PI - a;
  a = copysign<f64>(a, y);
  for (let i = 0; i < 2; i++) {
    sinCos(a);
    // tan of what is missing: (y cos a - x sin a) / (x cos a + y sin a)
    const p = twoProduct(y, cosHigh), pl = low, q = twoProduct(x, sinHigh);
    const e = p - q + (pl - low + y * cosLow - x * sinLow + yl * cosHigh - xl * sinHigh);
    a += e / (x * cosHigh + y * sinHigh);
  }
  return a;
}
const PI: f64 = 3.141592653589793;
/** sqrt(1 - x^2), with its low part. */
function otherSide(x: f64): f64 {
  const a = twoSum(1, -x), al = low, b = twoSum(1, x), p = ddMul(a, al, b, low);
  return ddSqrt(p, low);
}
export function asin(x: f64): f64 {
  if (abs(x) < TINY) return x;
  const c = otherSide(x);
  return angle(x, 0, c, low);
}
export function acos(x: f64): f64 {
  const s = otherSide(x);
  return angle(s, low, x, 0);
}
export function atan(x: f64): f64 { return atan2(x, 1); }
/** Angle of the point (x, y). */
export function atan2(y: f64, x: f64): f64 {
  if (x != x || y != y) return x + y;
  if (abs(x) == Infinity || abs(y) == Infinity) {
    x = copysign<f64>(abs(x) == Infinity ? 1 : 0, x);
    y = copysign<f64>(abs(y) == Infinity ? 1 : 0, y);
  }
  if (y == 0) return reinterpret<i64>(x) < 0 ? copysign<f64>(PI, y) : y;
  if (abs(y) < x * TINY) return y / x;
  // lengths do not matter
  splitF64(max<f64>(abs(x), abs(y)));
  const e = -<i64>splitExponent;
  return angle(scaleF64(y, e), 0, scaleF64(x, e), 0);
}

// The hyperbolic functions are put together from expm1 and exp as C libraries do it, with their
// errors of up to
// 1.5 units: programs' printed results agree with other Pythons that way.

export function sinh(x: f64): f64 {
  const a = abs(x), half = x < 0 ? -0.5 : 0.5;
  if (!(a < 711)) return x - x != 0 ? x : half * Infinity;
  if (a < TINY) return x;
  if (a < 22) {
    const t = expm1(a);
    return a < 1 ? half * (2 * t - t * t / (t + 1)) : half * (t + t / (t + 1));
  }
  return timesExp(half, a);
}
export function cosh(x: f64): f64 {
  const a = abs(x);
  if (!(a < 711)) return x == x ? Infinity : x;
  if (a < 0.34657359027997264) {                       // ln(2) / 2
    const t = expm1(a), w = 1 + t;
    return 1 + t * t / (w + w);
  }
  if (a < 22) { const t = exp(a); return 0.5 * t + 0.5 / t; }
  return timesExp(0.5, a);
}
/** half * e^a, also where e^a alone would be infinite. */
function timesExp(half: f64, a: f64): f64 {
  return a < 709.78 ? half * exp(a) : half * exp(0.5 * a) * exp(0.5 * a);
}
export function tanh(x: f64): f64 {
  const a = abs(x);
  if (x != x) return x;
  if (a > 22) return copysign<f64>(1, x);
  if (a < 1e-16) return x;
  if (a >= 1) return copysign<f64>(1 - 2 / (expm1(2 * a) + 2), x);
  const t = expm1(-2 * a);
  return copysign<f64>(-t / (t + 2), x);
}
export function expm1(x: f64): f64 {
  if (x != x) return x;
  if (x > 709.8) return Infinity;
  if (x < -40) return -1;
  if (abs(x) < 1e-10) return x * (1 + 0.5 * x);
  if (x > 60) { const e = ddExp(x, 0); return scaleF64(e, scale); }
  return ddExpm1(x, 0);
}
/** From the natural logarithm of the mantissa, as C libraries do it, with their errors of up to 0.7
 *  units. */
export function log10(x: f64): f64 {
  if (!(x > 0) || x == Infinity) return log(x);
  let m = splitF64(x), k = splitExponent;              // 0.5 <= m < 1
  if (k > 0) { m *= 2; k--; }
  const e = <f64>k;
  return e * LOG10_2_LOW + 0.4342944819032518 * log(m) + e * LOG10_2_HIGH;
}
/** log10(2): its first 33 bits, so that products with exponents are exact, and the rest. */
const LOG10_2_HIGH: f64 = 0.30102999566361177;
const LOG10_2_LOW: f64 = 3.6942390771589305e-13;
export function cbrt(x: f64): f64 {
  const a = abs(x);
  if (x == 0 || x - x != 0) return x;
  if (a < 1e-280) return cbrt(x * TWO_300) / TWO_100;
  if (a > 1e280) return cbrt(x / TWO_300) * TWO_100;
  // a third of the exponent, then Halley's method and a last step of Newton's
  let y = reinterpret<f64>(reinterpret<u64>(a) / 3 + 0x2a9f7893782da1ce);
  for (let i = 0; i < 3; i++) {
    const c = y * y * y;
    y *= (c + 2 * a) / (2 * c + a);
  }
  const q = twoProduct(y, y), p = ddMul(q, low, y, 0);
  return copysign<f64>(y + (a - p - low) / (3 * q), x);
}
const TWO_100: f64 = 1.2676506002282294e+30, TWO_300: f64 = 2.037035976334486e+90;
