// complex: arithmetic on pairs of doubles.
//
// Results that are pairs are left in resultRe and resultIm. Methods follow CPython's: division
// scales by the larger part of the divisor, small whole powers multiply.
import { Value } from "../core/value";
import { raise, ZeroDivisionError, OverflowError } from "./errors";
import { complexNew } from "./complex";
import { hypot } from "../core/norm";
import { atan2, pow, exp, log, sin, cos } from "../core/libm";

export let resultRe: f64 = 0;
export let resultIm: f64 = 0;

/** a * b. */
export function complexMultiply(ar: f64, ai: f64, br: f64, bi: f64): void {
  resultRe = ar * br - ai * bi;
  resultIm = ar * bi + ai * br;
}
/** a / b. False if b is 0 (nothing raised). */
export function complexDivide(ar: f64, ai: f64, br: f64, bi: f64): bool {
  const x = abs(br), y = abs(bi);
  if (x >= y) {
    if (x == 0) return false;
    const ratio = bi / br, d = br + bi * ratio;
    resultRe = (ar + ai * ratio) / d;
    resultIm = (ai - ar * ratio) / d;
  } else if (y >= x) {
    const ratio = br / bi, d = br * ratio + bi;
    resultRe = (ar * ratio + ai) / d;
    resultIm = (ai * ratio - ar) / d;
  } else {
    resultRe = NaN;
    resultIm = NaN;
  }
  return true;
}
/** a ** b. Raises ZeroDivisionError, OverflowError. */
export function complexPower(ar: f64, ai: f64, br: f64, bi: f64): Value {
  const whole = bi == 0 && floor<f64>(br) == br && abs(br) <= 100;
  if (whole) {
    if (!wholePower(ar, ai, <i32>br)) return zeroPower();
  } else if (br == 0 && bi == 0) {
    resultRe = 1;
    resultIm = 0;
  } else if (ar == 0 && ai == 0) {
    if (bi != 0 || br < 0) return zeroPower();
    resultRe = 0;
    resultIm = 0;
  } else {
    const size = hypot(ar, ai), angle = atan2(ai, ar);
    let length = pow(size, br), phase = angle * br;
    if (bi != 0) {
      length /= exp(angle * bi);
      phase += bi * log(size);
    }
    if (abs(phase) == Infinity) return zeroPower();      // as C's cos, which has no value there
    resultRe = length * cos(phase);
    resultIm = length * sin(phase);
  }
  if (abs(resultRe) == Infinity || abs(resultIm) == Infinity) {
    if (ar - ar == 0 && ai - ai == 0 && br - br == 0 && bi - bi == 0) {
      return raise(OverflowError, "complex exponentiation");
    }
  }
  return complexNew(resultRe, resultIm);
}
function zeroPower(): Value {
  return raise(ZeroDivisionError, "0.0 to a negative or complex power");
}
/** a ** n by repeated squaring. False: 0 to a negative power. */
function wholePower(ar: f64, ai: f64, n: i32): bool {
  let pr = ar, pi = ai, rr: f64 = 1, ri: f64 = 0;
  const count = abs(n);
  for (let bit = 1; bit <= count; bit <<= 1) {
    if (count & bit) {
      complexMultiply(rr, ri, pr, pi);
      rr = resultRe;
      ri = resultIm;
    }
    complexMultiply(pr, pi, pr, pi);
    pr = resultRe;
    pi = resultIm;
  }
  if (n < 0) return complexDivide(1, 0, rr, ri);
  resultRe = rr;
  resultIm = ri;
  return true;
}
