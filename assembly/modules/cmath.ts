// cmath: functions of complex numbers. Behaviour: docs.python.org/3/library/cmath.html and, for infinities, nans
// and signs of zeros, C99's annex G.
//
// Methods: W. Kahan, "Branch cuts for complex elementary functions". A function leaves its result in outRe
// and outIm; domain errors (poles) and range errors are found in `finish`.
import { Value, RAISED, NOTHING } from "../core/value";
import { Args } from "../objects/args";
import { ModuleBuilder } from "../objects/builder";
import { raise, raised, ValueError, OverflowError } from "../objects/errors";
import { boolValue } from "../objects/singletons";
import { floatNew, toF64 } from "../objects/float";
import { complexNew, toComplex, re, im } from "../objects/complex";
import { complexDivide, resultRe, resultIm } from "../objects/complex_arith";
import { tupleOf2 } from "../objects/tuple";
import { hypot } from "../core/hypot";
import { scaleF64 } from "../core/compose_float";
import { sin, cos, tan, sinh, cosh, tanh, asinh, atan2, exp, log, log1p } from "../core/libm";

let outRe: f64 = 0;
let outIm: f64 = 0;
function set(a: f64, b: f64): void { outRe = a; outIm = b; }
@inline function finite(x: f64): bool { return x - x == 0; }

const LN2: f64 = 0.6931471805599453;
const LN10: f64 = 2.302585092994046;
const HALF_PI: f64 = 1.5707963267948966;
const PI: f64 = 3.141592653589793;
/** Above this squares come near overflow. */
const LARGE: f64 = 4.49423283715579e+307;              // max / 4
const LARGE_ROOT: f64 = 6.703903964971298e+153;        // sqrt(LARGE)
const SMALLEST: f64 = 2.2250738585072014e-308;
/** exp overflows above. */
const EXP_MAX: f64 = 708.3964185322641;                // ln(LARGE)

/** The square root: |re| and the sign of im decide the half plane. */
function rootOf(x: f64, y: f64): void {
  if (abs(y) == Infinity) { set(Infinity, y); return; }
  if (x != x) { set(x, y == y ? NaN : y); return; }
  if (x == Infinity) { set(x, y != y ? y : copysign<f64>(0, y)); return; }
  if (x == -Infinity) { if (y != y) set(y, Infinity); else set(0, copysign<f64>(Infinity, y)); return; }
  if (y != y) { set(y, y); return; }
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
/** ln |x + iy|, precise near 1. */
function logLength(x: f64, y: f64): f64 {
  const a = abs(x), b = abs(y);
  if (a > LARGE || b > LARGE) return log(hypot(a / 2, b / 2)) + LN2;
  if (a < SMALLEST && b < SMALLEST) {
    if (a > 0 || b > 0) return log(hypot(scaleF64(a, 53), scaleF64(b, 53))) - 53 * LN2;
    return -Infinity;
  }
  const h = hypot(a, b);
  if (h >= 0.71 && h <= 1.73) {
    const large = a > b ? a : b, small = a > b ? b : a;
    return log1p((large - 1) * (large + 1) + small * small) / 2;
  }
  return log(h);
}
function logOf(x: f64, y: f64): void {
  if (abs(x) == Infinity || abs(y) == Infinity) { set(Infinity, atan2(y, x)); return; }
  set(logLength(x, y), atan2(y, x));
}

/** Inverse hyperbolic sine; asin follows from it by a quarter turn. */
function asinhOf(x: f64, y: f64): void {
  if (!finite(x) || !finite(y)) {
    if (abs(x) == Infinity) set(x, y != y ? y : abs(y) == Infinity ? copysign<f64>(PI / 4, y) : copysign<f64>(0, y));
    else if (abs(y) == Infinity) set(copysign<f64>(Infinity, x), x != x ? x : copysign<f64>(HALF_PI, y));
    else set(NaN, x != x && y == 0 ? y : NaN);
    return;
  }
  if (abs(x) > LARGE || abs(y) > LARGE) {
    const r = log(hypot(x / 2, y / 2)) + LN2 * 2;
    set(copysign<f64>(r, x), atan2(y, abs(x)));
    return;
  }
  rootOf(1 + y, -x);
  const ar = outRe, ai = outIm;
  rootOf(1 - y, x);
  const br = outRe, bi = outIm;
  set(asinh(ar * bi - br * ai), atan2(y, ar * br - ai * bi));
}
function acosOf(x: f64, y: f64): void {
  if (!finite(x) || !finite(y)) {
    if (abs(y) == Infinity) {
      set(x != x ? x : abs(x) == Infinity ? (x > 0 ? PI / 4 : 3 * PI / 4) : HALF_PI, -y);
    } else if (abs(x) == Infinity) {
      set(y != y ? y : x > 0 ? 0 : PI, y != y ? Infinity : copysign<f64>(Infinity, -y));
    } else {
      set(x == 0 ? HALF_PI : NaN, NaN);
    }
    return;
  }
  if (abs(x) > LARGE || abs(y) > LARGE) {
    const r = log(hypot(x / 2, y / 2)) + LN2 * 2;
    set(atan2(abs(y), x), x < 0 ? -copysign<f64>(r, y) : copysign<f64>(r, -y));
    return;
  }
  rootOf(1 - x, -y);
  const ar = outRe, ai = outIm;
  rootOf(1 + x, y);
  const br = outRe, bi = outIm;
  set(2 * atan2(ar, br), asinh(br * ai - bi * ar));
}
function acoshOf(x: f64, y: f64): void {
  if (!finite(x) || !finite(y)) {
    if (abs(y) == Infinity) {
      set(Infinity, x != x ? x : copysign<f64>(abs(x) == Infinity ? (x > 0 ? PI / 4 : 3 * PI / 4) : HALF_PI, y));
    } else if (abs(x) == Infinity) {
      set(Infinity, y != y ? y : copysign<f64>(x > 0 ? 0 : PI, y));
    } else {
      set(NaN, NaN);
    }
    return;
  }
  if (abs(x) > LARGE || abs(y) > LARGE) {
    set(log(hypot(x / 2, y / 2)) + LN2 * 2, atan2(y, x));
    return;
  }
  rootOf(x - 1, y);
  const ar = outRe, ai = outIm;
  rootOf(x + 1, y);
  const br = outRe, bi = outIm;
  set(asinh(ar * br + ai * bi), 2 * atan2(ai, br));
}
/** Inverse hyperbolic tangent. False: a pole (x + iy = 1 or -1). */
function atanhOf(x: f64, y: f64): bool {
  if (!finite(x) || !finite(y)) {
    if (abs(y) == Infinity) set(copysign<f64>(0, x), copysign<f64>(HALF_PI, y));
    else if (abs(x) == Infinity) set(copysign<f64>(0, x), y != y ? y : copysign<f64>(HALF_PI, y));
    else set(x == 0 ? x : NaN, NaN);
    return true;
  }
  if (x < 0 || (x == 0 && reinterpret<i64>(x) < 0)) {
    const ok = atanhOf(-x, -y);
    set(-outRe, -outIm);
    return ok;
  }
  const b = abs(y);
  if (x > LARGE_ROOT || b > LARGE_ROOT) {
    const h = hypot(x / 2, y / 2);
    set(x / 4 / h / h, copysign<f64>(HALF_PI, y));
    return true;
  }
  if (x == 1 && b < 1.4916681462400413e-154) {
    if (b == 0) return false;
    set(-log(sqrt<f64>(b) / sqrt<f64>(hypot(b, 2))), copysign<f64>(atan2(2, -b) / 2, y));
    return true;
  }
  set(log1p(4 * x / ((1 - x) * (1 - x) + b * b)) / 4, -atan2(-2 * y, (1 - x) * (1 + x) - b * b) / 2);
  return true;
}

/** Hyperbolic sine and cosine. False: the result is too large. `odd`: sinh, else cosh. */
function hyperbolic(x: f64, y: f64, odd: bool): bool {
  if (!finite(x) || !finite(y)) {
    if (abs(x) == Infinity && finite(y) && y != 0) {
      set(copysign<f64>(Infinity, cos(y)), copysign<f64>(Infinity, sin(y)));
      if (x < 0) { if (odd) outRe = -outRe; else outIm = -outIm; }
      return true;
    }
    if (abs(x) == Infinity) {
      if (y == 0) set(odd ? x : Infinity, odd ? y : x > 0 ? y : -y);
      else if (y != y) set(odd ? x : Infinity, y);
      else { set(odd ? x : Infinity, NaN); return abs(y) != Infinity || poles(); }
      return true;
    }
    if (x != x) { set(NaN, y == 0 ? y : NaN); return true; }
    // x finite, y infinite or nan
    if (x == 0) set(odd ? x : NaN, odd ? NaN : x); else set(NaN, NaN);
    return abs(y) != Infinity || poles();
  }
  if (abs(x) > EXP_MAX) {
    const less = x - copysign<f64>(1, x), e = 2.718281828459045;
    set(cos(y) * (odd ? sinh(less) : cosh(less)) * e, sin(y) * (odd ? cosh(less) : sinh(less)) * e);
    return abs(outRe) != Infinity && abs(outIm) != Infinity;
  }
  set(cos(y) * (odd ? sinh(x) : cosh(x)), sin(y) * (odd ? cosh(x) : sinh(x)));
  return true;
}
/** Set by functions that found a domain error. */
let domainError: bool = false;
function poles(): bool { domainError = true; return true; }
function expOf(x: f64, y: f64): bool {
  if (!finite(x) || !finite(y)) {
    if (abs(x) == Infinity && finite(y) && y != 0) {
      const l: f64 = x > 0 ? Infinity : 0;
      set(copysign<f64>(l, cos(y)), copysign<f64>(l, sin(y)));
      return true;
    }
    if (x == -Infinity) set(0, y == 0 ? y : 0);
    else if (x == Infinity) set(Infinity, y == 0 ? y : NaN);
    else if (x != x) set(NaN, y == 0 ? y : NaN);
    else set(NaN, NaN);
    return abs(y) != Infinity || !(finite(x) || x == Infinity) || poles();
  }
  if (x > EXP_MAX) {
    const l = exp(x - 1), e = 2.718281828459045;
    set(l * cos(y) * e, l * sin(y) * e);
    return abs(outRe) != Infinity && abs(outIm) != Infinity;
  }
  const l = exp(x);
  set(l * cos(y), l * sin(y));
  return true;
}
function tanhOf(x: f64, y: f64): void {
  if (!finite(x) || !finite(y)) {
    if (abs(x) == Infinity) {
      if (finite(y) && y != 0) set(copysign<f64>(1, x), 2 * sin(y) * cos(y) > 0 ? 0.0 : -0.0);
      else set(copysign<f64>(1, x), y == 0 ? y : abs(y) == Infinity ? copysign<f64>(0, y) : 0);
      return;
    }
    if (x != x) { set(NaN, y == 0 ? y : NaN); return; }
    set(NaN, NaN);
    if (abs(y) == Infinity) domainError = true;
    return;
  }
  if (abs(x) > EXP_MAX) {
    set(copysign<f64>(1, x), 4 * sin(y) * cos(y) * exp(-2 * abs(x)));
    return;
  }
  const tx = tanh(x), ty = tan(y), c = 1 / cosh(x), t = tx * ty, d = 1 + t * t;
  set(tx * (1 + ty * ty) / d, ty / d * c * c);
}

/** The argument in re and im. Returns false with an exception pending. */
@inline function read(args: Args): bool { domainError = false; return toComplex(args.at(0)); }
function domain(): Value { return raise(ValueError, "math domain error"); }
/** The result as a value; `ok` false: out of range. */
function finish(ok: bool): Value {
  if (domainError) return domain();
  return ok ? complexNew(outRe, outIm) : raise(OverflowError, "math range error");
}

function cmath_sqrt(args: Args, n: i32): Value {
  if (!read(args)) return RAISED;
  rootOf(re, im);
  return finish(true);
}
function cmath_exp(args: Args, n: i32): Value { return read(args) ? finish(expOf(re, im)) : RAISED; }
/** cmath.log(z[, base]) */
function cmath_log(args: Args, n: i32): Value {
  if (!read(args)) return RAISED;
  if (re == 0 && im == 0) return domain();
  logOf(re, im);
  if (n < 2) return finish(true);
  const ar = outRe, ai = outIm;
  if (!toComplex(args.at(1))) return RAISED;
  if (re == 0 && im == 0) return domain();
  logOf(re, im);
  if (!complexDivide(ar, ai, outRe, outIm)) return domain();
  return complexNew(resultRe, resultIm);
}
function cmath_log10(args: Args, n: i32): Value {
  if (!read(args)) return RAISED;
  if (re == 0 && im == 0) return domain();
  logOf(re, im);
  return complexNew(outRe / LN10, outIm / LN10);
}
function cmath_sinh(args: Args, n: i32): Value { return read(args) ? finish(hyperbolic(re, im, true)) : RAISED; }
function cmath_cosh(args: Args, n: i32): Value { return read(args) ? finish(hyperbolic(re, im, false)) : RAISED; }
function cmath_tanh(args: Args, n: i32): Value {
  if (!read(args)) return RAISED;
  tanhOf(re, im);
  return finish(true);
}
/** sin z = -i sinh(iz), cos z = cosh(iz), tan z = -i tanh(iz) */
function cmath_sin(args: Args, n: i32): Value {
  if (!read(args)) return RAISED;
  const ok = hyperbolic(-im, re, true);
  set(outIm, -outRe);
  return finish(ok);
}
function cmath_cos(args: Args, n: i32): Value { return read(args) ? finish(hyperbolic(-im, re, false)) : RAISED; }
function cmath_tan(args: Args, n: i32): Value {
  if (!read(args)) return RAISED;
  tanhOf(-im, re);
  set(outIm, -outRe);
  return finish(true);
}
function cmath_asinh(args: Args, n: i32): Value {
  if (!read(args)) return RAISED;
  asinhOf(re, im);
  return finish(true);
}
function cmath_asin(args: Args, n: i32): Value {
  if (!read(args)) return RAISED;
  asinhOf(-im, re);
  set(outIm, -outRe);
  return finish(true);
}
function cmath_acos(args: Args, n: i32): Value {
  if (!read(args)) return RAISED;
  acosOf(re, im);
  return finish(true);
}
function cmath_acosh(args: Args, n: i32): Value {
  if (!read(args)) return RAISED;
  acoshOf(re, im);
  return finish(true);
}
function cmath_atanh(args: Args, n: i32): Value {
  if (!read(args)) return RAISED;
  return atanhOf(re, im) ? finish(true) : domain();
}
function cmath_atan(args: Args, n: i32): Value {
  if (!read(args)) return RAISED;
  if (!atanhOf(-im, re)) return domain();
  set(outIm, -outRe);
  return finish(true);
}
function cmath_phase(args: Args, n: i32): Value { return read(args) ? floatNew(atan2(im, re)) : RAISED; }
function cmath_polar(args: Args, n: i32): Value {
  if (!read(args)) return RAISED;
  const r = hypot(re, im);
  if (r == Infinity && finite(re) && finite(im)) return raise(OverflowError, "math range error");
  const a = floatNew(r), b = floatNew(atan2(im, re));
  return a == RAISED || b == RAISED ? RAISED : tupleOf2(a, b);
}
/** cmath.rect(r, phi) */
function cmath_rect(args: Args, n: i32): Value {
  domainError = false;
  const r = toF64(args.at(0));
  if (raised()) return RAISED;
  const phi = toF64(args.at(1));
  if (raised()) return RAISED;
  if (!finite(r) || !finite(phi)) {
    if (abs(r) == Infinity && finite(phi) && phi != 0) {
      set(copysign<f64>(Infinity, cos(phi)), copysign<f64>(Infinity, sin(phi)));
      if (r < 0) set(-outRe, -outIm);
    } else if (phi == 0) {
      set(r, r != r ? 0 : r * phi == r * phi ? r * phi : copysign<f64>(0, phi));
    } else {
      if (abs(phi) == Infinity && r != 0 && r == r) return domain();
      if (r == 0) set(0, 0);
      else if (abs(r) == Infinity) set(Infinity, NaN);
      else set(NaN, NaN);
    }
    return complexNew(outRe, outIm);
  }
  if (phi == 0) return complexNew(r, r * phi);
  return complexNew(r * cos(phi), r * sin(phi));
}
function cmath_isfinite(args: Args, n: i32): Value { return read(args) ? boolValue(finite(re) && finite(im)) : RAISED; }
function cmath_isnan(args: Args, n: i32): Value { return read(args) ? boolValue(re != re || im != im) : RAISED; }
function cmath_isinf(args: Args, n: i32): Value {
  return read(args) ? boolValue(abs(re) == Infinity || abs(im) == Infinity) : RAISED;
}
/** cmath.isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0) */
function cmath_isclose(args: Args, n: i32): Value {
  if (!read(args)) return RAISED;
  const ar = re, ai = im;
  if (!toComplex(args.at(1))) return RAISED;
  const br = re, bi = im;
  let relative = 1e-9, absolute = 0.0;
  if (args.at(2) != NOTHING) relative = toF64(args.at(2));
  if (!raised() && args.at(3) != NOTHING) absolute = toF64(args.at(3));
  if (raised()) return RAISED;
  if (relative < 0 || absolute < 0) return raise(ValueError, "tolerances must be non-negative");
  if (ar == br && ai == bi) return boolValue(true);
  if (abs(ar) == Infinity || abs(ai) == Infinity || abs(br) == Infinity || abs(bi) == Infinity) {
    return boolValue(false);
  }
  const d = hypot(ar - br, ai - bi);
  return boolValue(d <= relative * hypot(br, bi) || d <= relative * hypot(ar, ai) || d <= absolute);
}

export function install(m: ModuleBuilder): void {
  m.constant("pi", floatNew(PI));
  m.constant("e", floatNew(2.718281828459045));
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
