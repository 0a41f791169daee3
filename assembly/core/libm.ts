// Functions of real numbers, double to double, for math and cmath.
//
// exp, log, exp2, log2, pow are in exp_log.ts. The others, where the standard library's are not as good, are refined here in double-double arithmetic until they are nearly always correctly rounded, which is
// what CPython prints on the platforms people compare with. Errors and special cases as in C; no exceptions.
import {
  low, scale, twoSum, twoProduct, ddMul, ddDiv, ddExp, ddExpm1, sinCos, ddSinCos, sinHigh, sinLow, cosHigh, cosLow,
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
  if (a > 268435456) y = log(a) + LN2;
  else if (a > 2) y = log(2 * a + 1 / (sqrt<f64>(a * a + 1) + a));
  else y = log1p(a + a * a / (1 + sqrt<f64>(1 + a * a)));
  return copysign<f64>(y, x);
}
export function acosh(x: f64): f64 {
  if (x < 1) return NaN;
  if (x > 268435456) return log(x) + LN2;
  if (x > 2) return log(2 * x - 1 / (x + sqrt<f64>(x * x - 1)));
  const t = x - 1;
  return log1p(t + sqrt<f64>(2 * t + t * t));
}
const LN2: f64 = 0.6931471805599453;

export function sin(x: f64): f64 {
  if (x - x != 0) return NaN;
  if (abs(x) < TINY) return x;
  sinCos(x);
  return sinHigh;
}
export function cos(x: f64): f64 {
  if (x - x != 0) return NaN;
  sinCos(x);
  return cosHigh;
}
export function tan(x: f64): f64 {
  if (x - x != 0) return NaN;
  if (abs(x) < TINY) return x;
  sinCos(x);
  return ddDiv(sinHigh, sinLow, cosHigh, cosLow);
}
export function asin(x: f64): f64 {
  if (abs(x) < TINY) return x;
  const y = NativeMath.asin(x), a = abs(y);
  if (abs(x) >= 1 || y != y) return y;
  if (a > 1) {
    // near a quarter turn: by the angle that is missing
    const z = 1.5707963267948966 - a;
    return copysign<f64>(a - halfAngleStep(z, 6.123233995736766e-17, 1 - abs(x)), x);
  }
  sinCos(y);
  const e = x - sinHigh - sinLow;
  return y + e / cosHigh;
}
export function acos(x: f64): f64 {
  const y = NativeMath.acos(x);
  if (abs(x) >= 1 || y != y) return y;
  if (x > 0.5) return y + halfAngleStep(y, 0, 1 - x);
  if (x < -0.5) return y - halfAngleStep(3.141592653589793 - y, 1.2246467991473532e-16, 1 + x);
  sinCos(y);
  return y + (cosHigh - x + cosLow) / sinHigh;
}
/** What must be added to the angle z + zl (small) so that 1 - cos of it is c: sin^2(z/2) = c/2. */
function halfAngleStep(z: f64, zl: f64, c: f64): f64 {
  z = twoSum(z, zl);
  ddSinCos(0.5 * z, 0.5 * low);
  const q = ddMul(sinHigh, sinLow, sinHigh, sinLow);
  return (0.5 * c - q - low) / (sinHigh * cosHigh);
}
export function atan(x: f64): f64 {
  if (abs(x) < TINY) return x;
  const y = NativeMath.atan(x);
  if (!(abs(x) < 1e16)) return y;
  sinCos(y);
  // tan of what is missing: (x cos y - sin y) / (cos y + x sin y)
  const p = twoProduct(x, cosHigh);
  const e = p - sinHigh + (low + x * cosLow - sinLow);
  return y + e / (cosHigh + x * sinHigh);
}
/** Angle of the point (x, y). */
export function atan2(y: f64, x: f64): f64 {
  const a = NativeMath.atan2(y, x);
  if (a - a != 0 || abs(a) < 1e-290 || x == 0 || y == 0 || x - x != 0 || y - y != 0) return a;
  // lengths do not matter: bring both near 1
  const k = (<i64>(reinterpret<u64>(x) >> 52 & 0x7ff) > <i64>(reinterpret<u64>(y) >> 52 & 0x7ff)
    ? <i64>(reinterpret<u64>(x) >> 52 & 0x7ff) : <i64>(reinterpret<u64>(y) >> 52 & 0x7ff)) - 1023;
  const u = scaleF64(x, -k), v = scaleF64(y, -k);
  sinCos(a);
  const p = twoProduct(v, cosHigh), pl = low, q = twoProduct(u, sinHigh);
  const e = p - q + (pl - low + v * cosLow - u * sinLow);
  return a + e / (u * cosHigh + v * sinHigh);
}

// The hyperbolic functions are put together from expm1 and exp as C libraries do it, with their errors of up to
// 1.5 units: programs' printed results agree with other Pythons that way.

export function sinh(x: f64): f64 {
  const a = abs(x), half = x < 0 ? -0.5 : 0.5;
  if (!(a < 711)) return x - x != 0 ? x : half * Infinity;
  if (a < TINY) return x;
  if (a < 22) {
    const t = expm1(a);
    return a < 1 ? half * (2 * t - t * t / (t + 1)) : half * (t + t / (t + 1));
  }
  return a < 709.78 ? half * exp(a) : half * exp(0.5 * a) * exp(0.5 * a);
}
export function cosh(x: f64): f64 {
  const a = abs(x);
  if (!(a < 711)) return x == x ? Infinity : x;
  if (a < 0.34657359027997264) {                       // ln(2) / 2
    const t = expm1(a), w = 1 + t;
    return 1 + t * t / (w + w);
  }
  if (a < 22) { const t = exp(a); return 0.5 * t + 0.5 / t; }
  return a < 709.78 ? 0.5 * exp(a) : 0.5 * exp(0.5 * a) * exp(0.5 * a);
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
/** From the natural logarithm of the mantissa, as C libraries do it, with their errors of up to 0.7 units. */
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
  const y = NativeMath.cbrt(x);
  if (x - x != 0 || abs(x) < 1e-280 || abs(x) > 1e280) return y;
  const q = twoProduct(y, y);
  const c = ddMul(q, low, y, 0);
  return y + (x - c - low) / (3 * q);
}
