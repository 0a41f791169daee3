// Error function and gamma function.
//
// erf by its series of positive terms e^(-x^2) * (2x)^(2n+1) / ..., erfc of large x by its
// continued fraction, gamma by Stirling's series after moving the argument above 30; all in
// double-double arithmetic.
import { low, scale, twoSum, twoProduct, ddAdd, ddMul, ddDiv, ddExp, ddLog, sinCos,
  sinHigh } from "./double_double";
import { scaleF64, splitF64, splitExponent } from "./compose_float";
import { log } from "./exp_log";

/** e^(-x^2) as a double-double times 2^scale. */
function gauss(x: f64): f64 {
  const q = twoProduct(x, x);
  return ddExp(-q, -low);
}
/** erf(x) for 0 <= x < 6 as a double-double: 2/sqrt(pi) e^(-x^2) (x + 2x^3/3 + 4x^5/15 + ...). */
function erfSeries(x: f64): f64 {
  const q = twoProduct(x, x), ql = low, twice = 2 * q, twiceLow = 2 * ql;
  let t = x, tl = 0.0, s = x, sl = 0.0;
  for (let n: f64 = 3; ; n += 2) {
    t = ddMul(t, tl, twice, twiceLow);
    t = ddDiv(t, low, n, 0);
    tl = low;
    s = ddAdd(s, sl, t, tl);
    sl = low;
    if (t < s * 1e-33) break;
  }
  const g = gauss(x), gl = low, f = reinterpret<f64>(<u64>(scale + 1023) << 52);
  s = ddMul(s, sl, g * f, gl * f);
  return ddMul(s, low, 1.1283791670955126, 1.533545961316588e-17);
}
export function erf(x: f64): f64 {
  if (x != x) return x;
  const a = abs(x);
  if (a > 5.93) return copysign<f64>(1, x);
  if (a < 1e-100) return x * 1.1283791670955126;
  return copysign<f64>(erfSeries(a), x);
}
export function erfc(x: f64): f64 {
  if (x != x) return x;
  if (x < -5.9) return 2;
  if (x > 27.3) return 0;
  if (abs(x) < 1e-20) return 1;
  if (x < 5) {
    const s = erfSeries(abs(x));
    return x < 0 ? ddAdd(1, 0, s, low) : ddAdd(1, 0, -s, -low);
  }
  // x e^(-x^2) / sqrt(pi) / (x^2 + 1/2 - (1*2/4) / (x^2 + 5/2 - (3*4/4) / (x^2 + 9/2 - ...)))
  const q = twoProduct(x, x), ql = low;
  let c = 0.0, cl = 0.0;
  for (let k: f64 = 40; k >= 1; k--) {
    const d = ddAdd(q, ql, 2 * k + 0.5, 0);
    const e = ddAdd(d, low, -c, -cl);
    c = ddDiv((2 * k - 1) * k * 0.5, 0, e, low);
    cl = low;
  }
  let d = ddAdd(q, ql, 0.5, 0);
  d = ddAdd(d, low, -c, -cl);
  const dl = low;
  const g = gauss(x), gl = low, k = scale;
  let r = ddMul(g, gl, x, 0);
  r = ddMul(r, low, 0.5641895835477563, 7.66772980658294e-18);
  r = ddDiv(r, low, d, dl);
  return scaleF64(r, k);
}

/** Product z (z + 1) ... up to the first z + n >= 30 as (productHigh + productLow) *
 *  2^productScale; the argument reached in shifted + shiftedLow. */
let productHigh: f64 = 1;
let productLow: f64 = 0;
let productScale: i64 = 0;
let shifted: f64 = 0;
let shiftedLow: f64 = 0;
function shiftUp(x: f64): void {
  let p = 1.0, pl = 0.0, k: i64 = 0, n: f64 = 0;
  while (x + n < 30) {
    const z = twoSum(x, n);
    p = ddMul(p, pl, z, low);
    pl = low;
    n++;
    if (abs(p) > 1e100 || abs(p) < 1e-100) {
      splitF64(p);
      const e = splitExponent;
      p = scaleF64(p, -e);
      pl = scaleF64(pl, -e);
      k += e;
    }
  }
  productHigh = p;
  productLow = pl;
  productScale = k;
  shifted = twoSum(x, n);
  shiftedLow = low;
}
/** ln gamma(z) for z >= 30: (z - 1/2) ln z - z + ln(2 pi)/2 + 1/12z - 1/360z^3 + ... */
function stirling(z: f64, zl: f64): f64 {
  let l = ddLog(z, log(z));
  l = ddAdd(l, low, zl / z, 0);
  let ll = low;
  const h = ddAdd(z, zl, -0.5, 0);
  let r = ddMul(l, ll, h, low);
  r = ddAdd(r, low, -z, -zl);
  r = ddAdd(r, low, 0.9189385332046728, -3.8782941580672414e-17);
  ll = low;
  const i = ddDiv(0.08333333333333333, 4.625929269271485e-18, z, zl), il = low, w = 1 / z,
    ww = w * w;
  const tail =
    w * ww * (-0.002777777777777778 + ww * (0.0007936507936507937 + ww * (-0.0005952380952380953
    + ww * (0.0008417508417508417 + ww * (-0.0019175269175269176 + ww * 0.00641025641025641)))));
  r = ddAdd(r, ll, tail, 0);
  return ddAdd(r, low, i, il);
}
/** gamma(x), x no pole: infinite above 171.63, zeros below -184. */
export function gamma(x: f64): f64 {
  if (x != x || x == Infinity) return x;
  if (x > 171.7) return Infinity;
  if (x < -190) return floor<f64>(x * 0.5) * 2 == floor<f64>(x) ? 0.0 : -0.0;
  if (abs(x) < 1e-20) return 1 / x;
  if (x < 23 && floor<f64>(x) == x) {
    let r: f64 = 1;
    for (let k: f64 = 2; k < x; k++) r *= k;
    return r;
  }
  shiftUp(x);
  const l = stirling(shifted, shiftedLow);
  const g = ddExp(l, low), gl = low, k = <i64>scale;
  const r = ddDiv(g, gl, productHigh, productLow);
  return scaleF64(r, k - productScale);
}
/** ln |gamma(x)|, infinite at poles. */
export function lgamma(x: f64): f64 {
  if (x - x != 0) return x == x ? Infinity : x;
  if (x <= 0 && floor<f64>(x) == x) return Infinity;
  if (x == 1 || x == 2) return 0;
  if (x > 2.5563e305) return Infinity;
  if (x > 1e17) return x * (log(x) - 1);
  if (abs(x) < 1e-20) return -log(abs(x));
  if (x < -100) {
    // reflection: pi / |sin(pi x)| / gamma(1 - x)
    const r = abs(x) - floor<f64>(abs(x));
    sinCos(3.141592653589793 * (r > 0.5 ? 1 - r : r));
    return 1.1447298858494002 - log(abs(sinHigh * x)) - lgamma(-x);
  }
  shiftUp(x);
  const l = stirling(shifted, shiftedLow), ll = low;
  if (productHigh == 1 && productScale == 0) return l;
  const p = abs(productHigh), q = productHigh < 0 ? -productLow : productLow;
  let m = ddLog(p, log(p));
  m = ddAdd(m, low, q / p, 0);
  if (productScale != 0) {
    const ml = low, e = <f64>productScale;
    const t = twoProduct(e, 0.6931471805599453);
    m = ddAdd(m, ml, t, low + e * 2.3190468138462996e-17);
  }
  return ddAdd(l, ll, -m, -low);
}
