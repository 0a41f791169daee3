// math: functions of real numbers. Behaviour: docs.python.org/3/library/math.html.
//
// The functions themselves are in core/libm.ts (double to double); here are arguments and errors.
// Integer functions (gcd, comb, factorial ...): objects/int_theory.ts. Sums and norms:
// core/norm.ts, math_sums.ts.
import { Value, RAISED, NOTHING, smallIntNew, isInlineFloat, inlineFloat } from "../core/value";
import { Args } from "../objects/args";
import { ModuleBuilder } from "../objects/module_list";
import { VARARGS } from "../objects/native";
import {
  raise, raised, interrupted, raiseWith, TypeError, ValueError, OverflowError, ZeroDivisionError,
} from "../objects/errors";
import { boolValue, NONE } from "../objects/singletons";
import { isInstance } from "../objects/instance_layout";
import { rootsMark, keep, release } from "../heap/roots";
import { chargeStep } from "../heap/events";
import { floatNew, floatKeep, floatPart, floatOf, toF64 } from "../objects/float";
import { intPart, intFromF64, intIsNegative, indexValue, saturate, isBignum } from "../objects/int";
import { bigFrexp, frexpExponent } from "../objects/bignum";
import { intGcd, intRoot } from "../objects/int_power";
import { intLcm, intFactorial, intPerm, intComb } from "../objects/int_theory";
import { TupleObject, tupleOf2 } from "../objects/tuple";
import { tupleFrom } from "../objects/sequence";
import { toHelper } from "../objects/frozen";
import { call0 } from "../objects/hooks";
import { typeLookup, getAttrOptional } from "../objects/attributes";
import { typeOf } from "../heap/header";
import { splitF64, splitExponent, scaleF64 } from "../core/compose_float";
import { norm } from "../core/norm";
import { Text, textNew } from "../objects/text";
import { S___floor__, S___ceil__, S___trunc__ } from "../objects/names";
import { close } from "./math/close";
import {
  sin, cos, tan, asin, acos, atan, atan2, sinh, cosh, tanh, asinh, acosh, atanh, exp, exp2, expm1,
  log, log2,
  log10, log1p, cbrt, pow, erf, erfc, gamma, lgamma,
} from "../core/libm";

function isInf(x: f64): bool { return abs(x) == Infinity; }
function domain(): Value { return raise(ValueError, "math domain error"); }
function range(): Value { return raise(OverflowError, "math range error"); }
/** The result y of a function of x: nan from a number is a domain error, an infinity from a finite
 *  x a range error if the function can overflow, else a domain error (a pole). */
function result(x: f64, y: f64, overflows: bool): Value {
  if (y - y == 0) return floatNew(y);
  if (y != y) return x == x ? domain() : floatNew(y);
  return x - x == 0 ? (overflows ? range() : domain()) : floatNew(y);
}
/** The first argument as a double. Test raised(). */
@inline function arg(args: Args): f64 {
  const v = args.at(0);
  return isInlineFloat(v) ? inlineFloat(v) : toF64(v);
}

/** A function of libm (its table index) applied to the argument. */
function apply(args: Args, f: u32, overflows: bool): Value {
  const x = arg(args);
  return raised() ? RAISED : result(x, call_indirect<f64>(f, x), overflows);
}
function math_sqrt(args: Args, n: i32): Value {
  const x = arg(args);
  return raised() ? RAISED : x < 0 ? domain() : floatNew(sqrt<f64>(x));
}
function math_sin(args: Args, n: i32): Value { return apply(args, sin.index, false); }
function math_cos(args: Args, n: i32): Value { return apply(args, cos.index, false); }
function math_tan(args: Args, n: i32): Value { return apply(args, tan.index, false); }
function math_asin(args: Args, n: i32): Value { return apply(args, asin.index, false); }
function math_acos(args: Args, n: i32): Value { return apply(args, acos.index, false); }
function math_atan(args: Args, n: i32): Value { return apply(args, atan.index, false); }
function math_asinh(args: Args, n: i32): Value { return apply(args, asinh.index, false); }
function math_acosh(args: Args, n: i32): Value { return apply(args, acosh.index, false); }
function math_atanh(args: Args, n: i32): Value { return apply(args, atanh.index, false); }
function math_tanh(args: Args, n: i32): Value { return apply(args, tanh.index, false); }
function math_cbrt(args: Args, n: i32): Value { return apply(args, cbrt.index, false); }
function math_log1p(args: Args, n: i32): Value { return apply(args, log1p.index, false); }
function math_erf(args: Args, n: i32): Value { return apply(args, erf.index, false); }
function math_erfc(args: Args, n: i32): Value { return apply(args, erfc.index, false); }
function math_sinh(args: Args, n: i32): Value { return apply(args, sinh.index, true); }
function math_cosh(args: Args, n: i32): Value { return apply(args, cosh.index, true); }
function math_exp(args: Args, n: i32): Value { return apply(args, exp.index, true); }
function math_exp2(args: Args, n: i32): Value { return apply(args, exp2.index, true); }
function math_expm1(args: Args, n: i32): Value { return apply(args, expm1.index, true); }
function math_gamma(args: Args, n: i32): Value {
  const x = arg(args);
  if (raised()) return RAISED;
  if (x == -Infinity || (x <= 0 && floor<f64>(x) == x)) return domain();
  return result(x, gamma(x), true);
}
function math_lgamma(args: Args, n: i32): Value {
  const x = arg(args);
  if (raised()) return RAISED;
  if (x - x == 0 && x <= 0 && floor<f64>(x) == x) return domain();
  return result(x, lgamma(x), true);
}
/** Logarithm of any number by `kind`: 0 natural, 2, 10. Ints beyond doubles go by mantissa and
 *  exponent. */
function logarithm(v: Value, kind: i32): Value {
  const n = intPart(v);
  if (n != NOTHING && isBignum(n)) {
    if (intIsNegative(n)) return domain();
    const m = bigFrexp(n), e = <f64>frexpExponent;
    return floatNew(kind == 0 ? log(m) + 0.6931471805599453 * e : kind == 2 ? log2(m) + e
      : log10(m) + 0.3010299956639812 * e);
  }
  const x = toF64(v);
  if (raised()) return RAISED;
  if (x == 0 || x < 0) return domain();
  return floatNew(kind == 0 ? log(x) : kind == 2 ? log2(x) : log10(x));
}
/** math.log(x[, base]) */
function math_log(args: Args, n: i32): Value {
  const a = logarithm(args.at(0), 0);
  if (a == RAISED || n < 2) return a;
  const base = keep(a);
  const b = logarithm(args.at(1), 0);
  release(base);
  if (b == RAISED) return RAISED;
  const d = floatOf(b);
  return d == 0 ? raise(ZeroDivisionError, "float division by zero") : floatNew(floatOf(a) / d);
}
function math_log2(args: Args, n: i32): Value { return logarithm(args.at(0), 2); }
function math_log10(args: Args, n: i32): Value { return logarithm(args.at(0), 10); }

/** Second argument, set by two(). */
let second: f64 = 0;
/** Two arguments as doubles: returns the first; test raised(). */
function two(args: Args): f64 {
  const x = toF64(args.at(0));
  if (!raised()) second = toF64(args.at(1));
  return x;
}
function math_atan2(args: Args, n: i32): Value {
  const y = two(args);
  return raised() ? RAISED : floatNew(atan2(y, second));
}
function math_copysign(args: Args, n: i32): Value {
  const x = two(args);
  return raised() ? RAISED : floatKeep(copysign<f64>(x, second));
}
function math_fmod(args: Args, n: i32): Value {
  const x = two(args), y = second;
  if (raised()) return RAISED;
  if (isInf(y) && x - x == 0) return floatNew(x);
  if ((y == 0 && x == x) || (isInf(x) && y == y)) return domain();
  return floatNew(x % y);
}
/** math.remainder(x, y): x minus the multiple of y nearest to it, ties to the even multiple. */
function math_remainder(args: Args, n: i32): Value {
  const x = two(args), y = second;
  if (raised()) return RAISED;
  if (x != x || y != y) return floatNew(x + y);
  if (isInf(x) || y == 0) return domain();
  if (isInf(y)) return floatNew(x);
  const a = abs(x), b = abs(y), m = a % b, c = b - m;
  let r = m;
  if (m > c) r = -c;
  else if (m == c) r = m - 2 * (0.5 * (a - m) % b);
  return floatNew(copysign<f64>(1, x) * r);
}
function math_pow(args: Args, n: i32): Value {
  const x = two(args), y = second;
  if (raised()) return RAISED;
  if (x == 1 || y == 0) return floatNew(1);
  if (x == -1 && isInf(y)) return floatNew(1);
  if (x - x == 0 && y - y == 0) {
    if (x == 0 && y < 0) return domain();
    return result(x, pow(x, y), true);
  }
  return floatNew(pow(x, y));
}
function math_ldexp(args: Args, n: i32): Value {
  const x = toF64(args.at(0));
  if (raised()) return RAISED;
  const e = intPart(args.at(1));
  if (e == NOTHING) return raise(TypeError, "Expected an int as second argument to ldexp.");
  if (x == 0 || x - x != 0) return floatNew(x);
  let k = saturate(e);
  if (k > 10000) return range();
  if (k < -10000) k = -10000;
  const y = scaleF64(x, k);
  return isInf(y) ? range() : floatNew(y);
}
function math_frexp(args: Args, n: i32): Value {
  const x = arg(args);
  if (raised()) return RAISED;
  const m = floatNew(splitF64(x));
  return m == RAISED ? RAISED : tupleOf2(m, smallIntNew(splitExponent));
}
function math_modf(args: Args, n: i32): Value {
  const x = arg(args);
  if (raised()) return RAISED;
  const whole = trunc<f64>(x);
  const a = floatNew(x != x ? x : copysign<f64>(isInf(x) ? 0 : x - whole, x)), b = floatNew(whole);
  return a == RAISED || b == RAISED ? RAISED : tupleOf2(a, b);
}
function math_fabs(args: Args, n: i32): Value {
  const x = arg(args);
  return raised() ? RAISED : floatKeep(abs(x));
}
function math_degrees(args: Args, n: i32): Value {
  const x = arg(args);
  return raised() ? RAISED : floatNew(x * 57.29577951308232);
}
function math_radians(args: Args, n: i32): Value {
  const x = arg(args);
  return raised() ? RAISED : floatNew(x * 0.017453292519943295);
}
function math_isnan(args: Args, n: i32): Value {
  const x = arg(args);
  return raised() ? RAISED : boolValue(x != x);
}
function math_isinf(args: Args, n: i32): Value {
  const x = arg(args);
  return raised() ? RAISED : boolValue(isInf(x));
}
function math_isfinite(args: Args, n: i32): Value {
  const x = arg(args);
  return raised() ? RAISED : boolValue(x - x == 0);
}
/** math.isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0) */
function math_isclose(args: Args, n: i32): Value {
  const a = two(args), b = second;
  if (raised()) return RAISED;
  return close(args, a, b, a == b ? 0 : isInf(a) || isInf(b) ? NaN : abs(b - a));
}
function step(x: f64, up: bool): f64 {
  if (x == 0) return up ? 5e-324 : -5e-324;
  const bits = reinterpret<i64>(x);
  return reinterpret<f64>((x > 0) == up ? bits + 1 : bits - 1);
}
function math_nextafter(args: Args, n: i32): Value {
  const x = two(args), y = second;
  if (raised()) return RAISED;
  if (x != x || y != y) return floatNew(x + y);
  return floatNew(x == y ? y : step(x, y > x));
}
function math_ulp(args: Args, n: i32): Value {
  let x = arg(args);
  if (raised()) return RAISED;
  if (x != x) return floatNew(x);
  x = abs(x);
  if (x == Infinity) return floatNew(x);
  const next = step(x, true);
  return floatNew(next == Infinity ? x - step(x, false) : next - x);
}

// ---- rounding to ints ----

/** v rounded by its own method `name`, if it has one; else ints as they are, and doubles. */
function rounded(v: Value, name: usize): Value {
  const n = intPart(v), isNumber = n != NOTHING || floatPart(v) != NOTHING;
  if ((!isNumber || isInstance(v)) && typeLookup(typeOf(v), name) != NOTHING) {
    const method = getAttrOptional(v, <u64>name);
    if (method != NOTHING) return call0(method);
    if (raised()) return RAISED;
  }
  if (n != NOTHING) return n;
  if (!isNumber && name == S___trunc__)
    return raiseWith(TypeError, "type %t doesn't define __trunc__ method", v);
  const x = toF64(v);
  return raised() ? RAISED : intFromF64(name == S___floor__ ? floor<f64>(x) : name == S___ceil__
    ? ceil<f64>(x) : x);
}
function math_floor(args: Args, n: i32): Value { return rounded(args.at(0), S___floor__); }
function math_ceil(args: Args, n: i32): Value { return rounded(args.at(0), S___ceil__); }
function math_trunc(args: Args, n: i32): Value { return rounded(args.at(0), S___trunc__); }

// ---- ints ----

/** A function of two ints (its table index) over all arguments, begun with `first`. */
function fold(args: Args, n: i32, first: i64, f: u32): Value {
  let r = smallIntNew(first);
  const base = rootsMark();
  const slot = keep(r);
  for (let i = 0; i < n && r != RAISED; i++) {
    const x = indexValue(args.at(i));
    if (chargeStep() && interrupted()) r = RAISED;
    else r = x == RAISED ? RAISED : call_indirect<Value>(f, r, x);
    store<u64>(slot, r);
  }
  release(base);
  return r;
}
function math_gcd(args: Args, n: i32): Value { return fold(args, n, 0, intGcd.index); }
function math_lcm(args: Args, n: i32): Value { return fold(args, n, 1, intLcm.index); }
function math_factorial(args: Args, n: i32): Value {
  const v = indexValue(args.at(0));
  return v == RAISED ? RAISED : intFactorial(v);
}
function math_isqrt(args: Args, n: i32): Value {
  const v = indexValue(args.at(0));
  if (v == RAISED) return RAISED;
  return intIsNegative(v) ? raise(ValueError, "isqrt() argument must be nonnegative") : intRoot(v);
}
/** A function of two ints from 0 on (its table index). */
function ofNatural(args: Args, f: u32): Value {
  const a = indexValue(args.at(0));
  if (a == RAISED) return RAISED;
  const base = keep(a);
  const b = indexValue(args.at(1));
  release(base);
  if (b == RAISED) return RAISED;
  return intIsNegative(a) || intIsNegative(b)
    ? raiseWith(ValueError, "%c must be a non-negative integer", intIsNegative(a) ? 110 : 107)
    : call_indirect<Value>(f, a, b);
}
function math_comb(args: Args, n: i32): Value { return ofNatural(args, intComb.index); }
/** math.perm(n, k=None) */
function math_perm(args: Args, n: i32): Value {
  return n < 2 || args.at(1) == NONE ? math_factorial(args, n) : ofNatural(args, intPerm.index);
}

// ---- several numbers ----

/** Appends a double that was asked of Python, if that raised nothing. Returns false if it did. */
function put(doubles: Text, x: f64): bool {
  if (raised()) return false;
  const to = doubles.reserve(8);
  if (to != 0) store<f64>(to, x);
  doubles.length += 8;
  return true;
}
/** The length of a vector; `ok` false: an exception is pending. Drops the Text. */
function lengthOfVector(doubles: Text, ok: bool): Value {
  if (ok && doubles.failed != 0) return doubles.finish();
  const r = ok ? floatNew(norm(doubles.data, doubles.length >> 3)) : RAISED;
  doubles.drop();
  return r;
}
function math_hypot(args: Args, n: i32): Value {
  // arguments first: their __float__ may run Python, which may come here again
  const t = textNew();
  const base = keep(t.value());
  let ok = true;
  for (let i = 0; ok && i < n; i++) ok = put(t, toF64(args.at(i)));
  release(base);
  return lengthOfVector(t, ok);
}
/** math.dist(p, q): points as sequences of numbers. */
function math_dist(args: Args, n: i32): Value {
  const p = tupleFrom(args.at(0));
  if (p == RAISED) return RAISED;
  const base = keep(p);
  const q = tupleFrom(args.at(1));
  const t = textNew();
  let ok = q != RAISED;
  if (ok) {
    keep(q);
    keep(t.value());
    const a = changetype<TupleObject>(<usize>p), b = changetype<TupleObject>(<usize>q);
    if (a.length != b.length) {
      raise(ValueError, "both points must have the same number of dimensions");
      ok = false;
    }
    for (let i: u32 = 0; ok && i < a.length; i++) {
      const x = toF64(a.at(i));
      ok = !raised() && put(t, x - toF64(b.at(i)));
    }
  }
  release(base);
  return lengthOfVector(t, ok);
}
/** math.prod(iterable, *, start=1) */
function math_prod(args: Args, n: i32): Value {
  return toHelper("_prod", args.at(0), args.at(1) == NOTHING ? smallIntNew(1) : args.at(1));
}

export function install(m: ModuleBuilder): void {
  m.constant("pi", floatNew(3.141592653589793));
  m.constant("e", floatNew(2.718281828459045));
  m.constant("tau", floatNew(6.283185307179586));
  m.constant("inf", floatNew(Infinity));
  m.constant("nan", floatNew(NaN));
  m.fn("sqrt", math_sqrt, 1, 1);
  m.fn("sin", math_sin, 1, 1);
  m.fn("cos", math_cos, 1, 1);
  m.fn("tan", math_tan, 1, 1);
  m.fn("asin", math_asin, 1, 1);
  m.fn("acos", math_acos, 1, 1);
  m.fn("atan", math_atan, 1, 1);
  m.fn("sinh", math_sinh, 1, 1);
  m.fn("cosh", math_cosh, 1, 1);
  m.fn("tanh", math_tanh, 1, 1);
  m.fn("asinh", math_asinh, 1, 1);
  m.fn("acosh", math_acosh, 1, 1);
  m.fn("atanh", math_atanh, 1, 1);
  m.fn("exp", math_exp, 1, 1);
  m.fn("exp2", math_exp2, 1, 1);
  m.fn("expm1", math_expm1, 1, 1);
  m.fn("log1p", math_log1p, 1, 1);
  m.fn("log2", math_log2, 1, 1);
  m.fn("log10", math_log10, 1, 1);
  m.fn("cbrt", math_cbrt, 1, 1);
  m.fn("erf", math_erf, 1, 1);
  m.fn("erfc", math_erfc, 1, 1);
  m.fn("gamma", math_gamma, 1, 1);
  m.fn("lgamma", math_lgamma, 1, 1);
  m.fn("floor", math_floor, 1, 1);
  m.fn("ceil", math_ceil, 1, 1);
  m.fn("trunc", math_trunc, 1, 1);
  m.fn("fabs", math_fabs, 1, 1);
  m.fn("degrees", math_degrees, 1, 1);
  m.fn("radians", math_radians, 1, 1);
  m.fn("isnan", math_isnan, 1, 1);
  m.fn("isinf", math_isinf, 1, 1);
  m.fn("isfinite", math_isfinite, 1, 1);
  m.fn("frexp", math_frexp, 1, 1);
  m.fn("modf", math_modf, 1, 1);
  m.fn("ulp", math_ulp, 1, 1);
  m.fn("factorial", math_factorial, 1, 1);
  m.fn("isqrt", math_isqrt, 1, 1);
  m.python("fsum");
  m.fn("atan2", math_atan2, 2, 2);
  m.fn("copysign", math_copysign, 2, 2);
  m.fn("fmod", math_fmod, 2, 2);
  m.fn("remainder", math_remainder, 2, 2);
  m.fn("pow", math_pow, 2, 2);
  m.fn("ldexp", math_ldexp, 2, 2);
  m.fn("nextafter", math_nextafter, 2, 2);
  m.fn("comb", math_comb, 2, 2);
  m.fn("dist", math_dist, 2, 2);
  m.fn("log", math_log, 1, 2);
  m.fn("perm", math_perm, 1, 2);
  m.fn("gcd", math_gcd, 0, VARARGS);
  m.fn("lcm", math_lcm, 0, VARARGS);
  m.fn("hypot", math_hypot, 0, VARARGS);
  m.def("isclose", math_isclose, "a,b,*,rel_tol=,abs_tol=");
  m.def("prod", math_prod, "iterable,/,*,start=");
}
