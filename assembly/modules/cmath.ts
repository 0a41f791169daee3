// cmath: functions of complex numbers. Behaviour: docs.python.org/3/library/cmath.html and, for
// infinities, nans and signs of zeros, C99's annex G.
//
// Methods: W. Kahan, "Branch cuts for complex elementary functions". A function leaves its result
// in outRe and outIm, and in `fault` that it has found a domain error (a pole) or a range error.
import { Value, RAISED } from "../core/value";
import { Args } from "../objects/args";
import { ModuleBuilder } from "../objects/module_list";
import { raise, raised, ValueError, OverflowError } from "../objects/errors";
import { boolValue } from "../objects/singletons";
import { floatNew, toF64 } from "../objects/float";
import { complexNew, toComplex, re, im } from "../objects/complex";
import { complexDivide, resultRe, resultIm } from "../objects/complex_arith";
import { tupleOf2 } from "../objects/tuple";
import { hypot } from "../core/norm";
import { scaleF64 } from "../core/compose_float";
import { close } from "./math/close";
import { sin, cos, tan, sinh, cosh, tanh, asinh, atan2, exp, log, log1p } from "../core/libm";

let outRe: f64 = 0;
let outIm: f64 = 0;
function set(a: f64, b: f64): void { outRe = a; outIm = b; }
/** What a function found besides its result. */
let fault: i32 = 0;
const DOMAIN = 1, RANGE = 2;

function isInf(x: f64): bool { return abs(x) == Infinity; }
function finite(x: f64): bool { return x - x == 0; }

const LN2: f64 = 0.6931471805599453;
const LN10: f64 = 2.302585092994046;
const HALF_PI: f64 = 1.5707963267948966;
const E: f64 = 2.718281828459045;
/** Above this squares come near overflow. */
const LARGE: f64 = 4.49423283715579e+307;              // max / 4
const LARGE_ROOT: f64 = 6.703903964971298e+153;        // sqrt(LARGE)
const SMALLEST: f64 = 2.2250738585072014e-308;
/** exp overflows above. */
const EXP_MAX: f64 = 708.3964185322641;                // ln(LARGE)

// Infinities and nans mostly give what they should by the formulas for large numbers; tests name
// what is left.

/** The square root: |re| and the sign of im decide the half plane. */
function rootOf(x: f64, y: f64): void {
  if (isInf(y)) { set(Infinity, y); return; }
  if (x == 0 && y == 0) { set(0, y); return; }
  let a = abs(x), b = abs(y), s: f64;
  if (a < SMALLEST && b < SMALLEST) {
    a = scaleF64(a, 56);
    s = scaleF64(sqrt<f64>(a + hypot(a, scaleF64(b, 56))), -28) * 0.7071067811865476;
  } else {
    a /= 8;
    s = 2 * sqrt<f64>(a + hypot(a, b / 8));
  }
  const d = b / (2 * s);
  if (x >= 0) set(s, copysign<f64>(d, y)); else set(d, copysign<f64>(s, y));
}
function isLarge(x: f64, y: f64): bool { return abs(x) > LARGE || abs(y) > LARGE; }
/** ln |2^n (x + iy)| of large numbers. */
function logLarge(x: f64, y: f64, n: f64): f64 { return log(hypot(x / 2, y / 2)) + LN2 * (n + 1); }
/** ln |x + iy|, precise near 1. */
function logLength(x: f64, y: f64): f64 {
  const a = abs(x), b = abs(y);
  if (isLarge(x, y)) return logLarge(x, y, 0);
  if (a < SMALLEST && b < SMALLEST) return log(hypot(scaleF64(a, 53), scaleF64(b, 53))) - 53 * LN2;
  const h = hypot(a, b);
  if (h >= 0.71 && h <= 1.73) {
    const large = max<f64>(a, b), small = min<f64>(a, b);
    return log1p((large - 1) * (large + 1) + small * small) / 2;
  }
  return log(h);
}
function logOf(x: f64, y: f64): void {
  if (x == 0 && y == 0) fault = DOMAIN;
  set(logLength(x, y), atan2(y, x));
}
function log10Of(x: f64, y: f64): void {
  logOf(x, y);
  set(outRe / LN10, outIm / LN10);
}

/** Inverse hyperbolic sine; asin follows from it by a quarter turn. */
function asinhOf(x: f64, y: f64): void {
  if (isLarge(x, y)) {
    set(copysign<f64>(logLarge(x, y, 1), x), atan2(y, abs(x)));
    return;
  }
  rootOf(1 + y, -x);
  const ar = outRe, ai = outIm;
  rootOf(1 - y, x);
  set(asinh(ar * outIm - outRe * ai), x != x && y == 0 ? y : atan2(y, ar * outRe - ai * outIm));
}
function acosOf(x: f64, y: f64): void {
  if (isLarge(x, y)) {
    const r = logLarge(x, y, 1);
    set(atan2(abs(y), x), y != y ? r : -copysign<f64>(r, y));
    return;
  }
  rootOf(1 - x, -y);
  const ar = outRe, ai = outIm;
  rootOf(1 + x, y);
  set(x == 0 && y != y ? HALF_PI : 2 * atan2(ar, outRe), asinh(outRe * ai - outIm * ar));
}
function acoshOf(x: f64, y: f64): void {
  if (isLarge(x, y)) {
    acosOf(x, y);
    set(abs(outIm), copysign<f64>(outRe, y));
    return;
  }
  rootOf(x - 1, y);
  const ar = outRe, ai = outIm;
  rootOf(x + 1, y);
  set(asinh(ar * outRe + ai * outIm), 2 * atan2(ai, outRe));
}
/** Inverse hyperbolic tangent; 1 and -1 are poles. */
function atanhOf(x: f64, y: f64): void {
  if (reinterpret<i64>(x) < 0) {
    atanhOf(-x, -y);
    set(-outRe, -outIm);
    return;
  }
  const b = abs(y);
  if (x > LARGE_ROOT || b > LARGE_ROOT) {
    const h = hypot(x / 2, y / 2);
    set(isInf(h) ? 0 : x / 4 / h / h, h != h || y != y ? NaN : copysign<f64>(HALF_PI, y));
  } else if (x == 1 && b < 1.4916681462400413e-154) {
    if (b == 0) fault = DOMAIN;
    set(-log(sqrt<f64>(b) / sqrt<f64>(hypot(b, 2))), copysign<f64>(atan2(2, -b) / 2, y));
  } else {
    set(x == 0 ? x : log1p(4 * x / ((1 - x) * (1 - x) + b * b)) / 4,
      -atan2(-2 * y, (1 - x) * (1 + x) - b * b) / 2);
  }
}

/** r (cos phi + i sin phi), also of what is not finite. */
function polar(r: f64, phi: f64): void {
  if (phi == 0) { set(r, finite(r) ? r * phi : copysign<f64>(0, phi)); return; }
  if (finite(phi)) { set(r * cos(phi), r * sin(phi)); return; }
  if (r == 0) { set(0, 0); return; }
  set(isInf(r) ? Infinity : NaN, NaN);
  if (isInf(phi) && r == r) fault = DOMAIN;
}
/** The result times e: a factor that was taken out lest its part overflow. */
function timesE(): void {
  set(outRe * E, outIm * E);
  if (isInf(outRe) || isInf(outIm)) fault = RANGE;
}
/** Hyperbolic sine (`odd`) and cosine. */
function hyperbolic(x: f64, y: f64, odd: bool): void {
  if (!finite(x)) {
    polar(abs(x), y);
    if (x < 0) { if (odd) outRe = -outRe; else outIm = -outIm; }
    return;
  }
  const large = abs(x) > EXP_MAX, a = large ? x - copysign<f64>(1, x) : x;
  const s = sinh(a), c = cosh(a);
  set(cos(y) * (odd ? s : c), sin(y) * (odd ? c : s));
  if (!finite(y)) {
    if (x == 0) { if (odd) outRe = x; else outIm = x; }
    if (isInf(y)) fault = DOMAIN;
  } else if (large) {
    timesE();
  }
}
function sinhOf(x: f64, y: f64): void { hyperbolic(x, y, true); }
function coshOf(x: f64, y: f64): void { hyperbolic(x, y, false); }
function expOf(x: f64, y: f64): void {
  const large = finite(x) && finite(y) && x > EXP_MAX;
  polar(finite(x) && !finite(y) ? 1 : exp(large ? x - 1 : x), y);
  if (large) timesE();
}
function tanhOf(x: f64, y: f64): void {
  if (abs(x) > EXP_MAX && (finite(y) || isInf(x))) {
    set(copysign<f64>(1, x), finite(y) ? 4 * sin(y) * cos(y) * exp(-2 * abs(x)) : y < 0 ? -0.0 : 0);
    return;
  }
  const tx = tanh(x), ty = tan(y), c = 1 / cosh(x), t = tx * ty, d = 1 + t * t;
  set(tx * (1 + ty * ty) / d, x != x && y == 0 ? y : ty / d * c * c);
  if (isInf(y) && x == x) fault = DOMAIN;
}

/** The result as a value. */
function finish(): Value {
  return fault == 0 ? complexNew(outRe, outIm)
    : fault == DOMAIN ? raise(ValueError, "math domain error")
    : raise(OverflowError, "math range error");
}
/** One of the functions above (its table index) applied to the argument z. */
function apply(args: Args, f: u32): Value {
  if (!toComplex(args.at(0))) return RAISED;
  fault = 0;
  call_indirect<void>(f, re, im);
  return finish();
}
/** The same as -i f(iz): a circular function by the hyperbolic one. */
function turned(args: Args, f: u32): Value {
  if (!toComplex(args.at(0))) return RAISED;
  fault = 0;
  call_indirect<void>(f, -im, re);
  set(outIm, -outRe);
  return finish();
}
function cmath_sqrt(args: Args, n: i32): Value { return apply(args, rootOf.index); }
function cmath_exp(args: Args, n: i32): Value { return apply(args, expOf.index); }
function cmath_log10(args: Args, n: i32): Value { return apply(args, log10Of.index); }
function cmath_sinh(args: Args, n: i32): Value { return apply(args, sinhOf.index); }
function cmath_cosh(args: Args, n: i32): Value { return apply(args, coshOf.index); }
function cmath_tanh(args: Args, n: i32): Value { return apply(args, tanhOf.index); }
function cmath_asinh(args: Args, n: i32): Value { return apply(args, asinhOf.index); }
function cmath_acos(args: Args, n: i32): Value { return apply(args, acosOf.index); }
function cmath_acosh(args: Args, n: i32): Value { return apply(args, acoshOf.index); }
function cmath_atanh(args: Args, n: i32): Value { return apply(args, atanhOf.index); }
function cmath_sin(args: Args, n: i32): Value { return turned(args, sinhOf.index); }
function cmath_tan(args: Args, n: i32): Value { return turned(args, tanhOf.index); }
function cmath_asin(args: Args, n: i32): Value { return turned(args, asinhOf.index); }
function cmath_atan(args: Args, n: i32): Value { return turned(args, atanhOf.index); }
function cosOf(x: f64, y: f64): void { hyperbolic(-y, x, false); }
function cmath_cos(args: Args, n: i32): Value { return apply(args, cosOf.index); }
/** cmath.log(z[, base]) */
function cmath_log(args: Args, n: i32): Value {
  const a = apply(args, logOf.index);
  if (n < 2 || a == RAISED) return a;
  const ar = outRe, ai = outIm;
  if (!toComplex(args.at(1))) return RAISED;
  fault = 0;
  logOf(re, im);
  if (!complexDivide(ar, ai, outRe, outIm)) fault = DOMAIN;
  set(resultRe, resultIm);
  return finish();
}
function cmath_phase(args: Args, n: i32): Value {
  return toComplex(args.at(0)) ? floatNew(atan2(im, re)) : RAISED;
}
function cmath_polar(args: Args, n: i32): Value {
  if (!toComplex(args.at(0))) return RAISED;
  const r = hypot(re, im);
  if (isInf(r) && finite(re) && finite(im)) return raise(OverflowError, "math range error");
  const a = floatNew(r), b = floatNew(atan2(im, re));
  return a == RAISED || b == RAISED ? RAISED : tupleOf2(a, b);
}
/** cmath.rect(r, phi) */
function cmath_rect(args: Args, n: i32): Value {
  const r = toF64(args.at(0));
  if (raised()) return RAISED;
  const phi = toF64(args.at(1));
  if (raised()) return RAISED;
  fault = 0;
  polar(r, r == r ? phi : abs(phi));
  return finish();
}
function cmath_isfinite(args: Args, n: i32): Value {
  return toComplex(args.at(0)) ? boolValue(finite(re) && finite(im)) : RAISED;
}
function cmath_isnan(args: Args, n: i32): Value {
  return toComplex(args.at(0)) ? boolValue(re != re || im != im) : RAISED;
}
function cmath_isinf(args: Args, n: i32): Value {
  return toComplex(args.at(0)) ? boolValue(isInf(re) || isInf(im)) : RAISED;
}
/** cmath.isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0) */
function cmath_isclose(args: Args, n: i32): Value {
  if (!toComplex(args.at(0))) return RAISED;
  const ar = re, ai = im;
  if (!toComplex(args.at(1))) return RAISED;
  return close(args, hypot(ar, ai), hypot(re, im), ar == re && ai == im ? 0
    : isInf(ar) || isInf(ai) || isInf(re) || isInf(im) ? NaN : hypot(ar - re, ai - im));
}

export function install(m: ModuleBuilder): void {
  m.constant("pi", floatNew(3.141592653589793));
  m.constant("e", floatNew(E));
  m.constant("tau", floatNew(6.283185307179586));
  m.constant("inf", floatNew(Infinity));
  m.constant("nan", floatNew(NaN));
  m.constant("infj", complexNew(0, Infinity));
  m.constant("nanj", complexNew(0, NaN));
  m.fn("sqrt", cmath_sqrt, 1, 1);
  m.fn("exp", cmath_exp, 1, 1);
  m.fn("log10", cmath_log10, 1, 1);
  m.fn("sin", cmath_sin, 1, 1);
  m.fn("cos", cmath_cos, 1, 1);
  m.fn("tan", cmath_tan, 1, 1);
  m.fn("asin", cmath_asin, 1, 1);
  m.fn("acos", cmath_acos, 1, 1);
  m.fn("atan", cmath_atan, 1, 1);
  m.fn("sinh", cmath_sinh, 1, 1);
  m.fn("cosh", cmath_cosh, 1, 1);
  m.fn("tanh", cmath_tanh, 1, 1);
  m.fn("asinh", cmath_asinh, 1, 1);
  m.fn("acosh", cmath_acosh, 1, 1);
  m.fn("atanh", cmath_atanh, 1, 1);
  m.fn("phase", cmath_phase, 1, 1);
  m.fn("polar", cmath_polar, 1, 1);
  m.fn("isfinite", cmath_isfinite, 1, 1);
  m.fn("isnan", cmath_isnan, 1, 1);
  m.fn("isinf", cmath_isinf, 1, 1);
  m.fn("log", cmath_log, 1, 2);
  m.fn("rect", cmath_rect, 2, 2);
  m.def("isclose", cmath_isclose, "a,b,*,rel_tol=,abs_tol=");
}
