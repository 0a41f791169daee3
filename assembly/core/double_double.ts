// Double-double arithmetic: a number as the unevaluated sum of two doubles, about 104 bits.
//
// Functions return the high part and leave the low part in `low`. |low| <= half a unit of the high part.
// Overflow is the caller's business: operands of products stay below 1e150.

/** Low part of the last result. */
export let low: f64 = 0;
/** 2^27 + 1: splits a double into two halves of 26 bits. */
const SPLIT: f64 = 134217729;

/** a + b exactly. */
export function twoSum(a: f64, b: f64): f64 {
  const s = a + b, t = s - a;
  low = (a - (s - t)) + (b - t);
  return s;
}
/** a * b exactly. */
export function twoProduct(a: f64, b: f64): f64 {
  const p = a * b;
  const ah = a * SPLIT - (a * SPLIT - a), al = a - ah, bh = b * SPLIT - (b * SPLIT - b),
    bl = b - bh;
  low = ah * bh - p + ah * bl + al * bh + al * bl;
  return p;
}
@inline function normal(high: f64, rest: f64): f64 {
  const s = high + rest;
  low = rest - (s - high);
  return s;
}
/** (ah + al) + (bh + bl) */
export function ddAdd(ah: f64, al: f64, bh: f64, bl: f64): f64 {
  const s = ah + bh, t = s - ah, e = (ah - (s - t)) + (bh - t);
  const v = al + bl, w = v - al, f = (al - (v - w)) + (bl - w);
  const s2 = s + (e + v), e2 = (e + v) - (s2 - s);
  return normal(s2, e2 + f);
}
/** (ah + al) * (bh + bl) */
export function ddMul(ah: f64, al: f64, bh: f64, bl: f64): f64 {
  const p = twoProduct(ah, bh);
  return normal(p, low + (ah * bl + al * bh));
}
/** (ah + al) / (bh + bl) */
export function ddDiv(ah: f64, al: f64, bh: f64, bl: f64): f64 {
  const q = ah / bh;
  const p = twoProduct(q, bh);
  const r = (ah - p - low + al - q * bl) / bh;
  return normal(q, r);
}
/** sqrt(h + l) */
export function ddSqrt(h: f64, l: f64): f64 {
  const s = sqrt<f64>(h), q = twoProduct(s, s);
  low = s == 0 ? 0 : (h - q - low + l) / (2 * s);
  return s;
}

// ---- exponential ----

/** 1 / ln 2; ln 2 in three pieces, the first two of 32 bits, so that their products with k are
 *  exact. */
const LOG2E: f64 = 1.4426950408889634;
const LN2_1: f64 = 0.6931471803691238;
const LN2_2: f64 = 1.9082149288430703e-10;
const LN2_3: f64 = 4.275175589747649e-20;

/** Power of two that belongs to ddExp's result. */
export let scale: i32 = 0;
/** e^(xh + xl) = result * 2^scale, |xh| < 10^5. */
export function ddExp(xh: f64, xl: f64): f64 {
  const k = nearest<f64>(xh * LOG2E);
  const p = reducedExpm1(xh, xl, k);
  scale = <i32>k;
  return ddAdd(1, 0, p, low);
}
/** e^(xh + xl) - 1 for |xh| < 700: precise also for small x. */
export function ddExpm1(xh: f64, xl: f64): f64 {
  const k = nearest<f64>(xh * LOG2E);
  let p = reducedExpm1(xh, xl, k);
  if (k == 0) return p;
  // 2^k * (1 + p) - 1
  const f = reinterpret<f64>(<u64>(<i64>k + 1023) << 52), l = low * f;
  const m = twoSum(f, -1);
  return ddAdd(m, low, p * f, l);
}
/** e^(x - k ln 2) - 1, by 2^9 times smaller arguments. */
function reducedExpm1(xh: f64, xl: f64, k: f64): f64 {
  let rh = xh - k * LN2_1;                             // exact
  rh = twoSum(rh, -k * LN2_2);
  let rl = low - k * LN2_3 + xl;
  rh = normal(rh, rl) * 0.001953125;
  rl = low * 0.001953125;
  // r + r^2/2 + r^3/6 + smaller terms
  const r2 = ddMul(rh, rl, rh, rl), r2l = low;
  const r3 = ddMul(r2, r2l, rh, rl), r3l = low;
  const sixth = ddMul(r3, r3l, 0.16666666666666666, 9.25185853854297e-18), sixthLow = low;
  const tail =
    r2 * r2 * (0.041666666666666664 + rh * (0.008333333333333333 + rh * (0.001388888888888889
    + rh * 0.0001984126984126984)));
  let p = ddAdd(r2 * 0.5, r2l * 0.5, sixth, sixthLow);
  p = ddAdd(p, low, tail, 0);
  p = ddAdd(rh, rl, p, low);
  // nine times: (1 + p)^2 - 1 = 2p + p^2
  for (let i = 0; i < 9; i++) {
    const l = low;
    const q = ddMul(p, l, p, l);
    p = ddAdd(p * 2, l * 2, q, low);
  }
  return p;
}

/** ln(x) for a finite x > 0 that is not subnormal, `approximate` its logarithm as a double. */
export function ddLog(x: f64, approximate: f64): f64 {
  // one step of Newton's method: y + (x e^-y - 1), with x scaled by the exponential's power of two
  const e = ddExp(-approximate, 0), el = low;
  const f = reinterpret<f64>(<u64>(<i64>scale + 1023) << 52);
  let p = twoProduct(x * f, e);
  p = ddAdd(p, low + x * f * el, -1, 0);
  return twoSum(approximate, p - 0.5 * p * p);
}

// ---- sine and cosine ----

/** pi/2 in pieces of 33 bits: products with k below 2^20 are exact. */
const PIO2_1: f64 = 1.5707963267341256;
const PIO2_2: f64 = 6.077100506303966e-11;
const PIO2_3: f64 = 2.0222662487111665e-21;
const PIO2_4: f64 = 8.4784276603689e-32;
/** 2/pi in binary: 39 limbs behind the point, most significant first. */
const TWO_OVER_PI: usize = memory.data<u32>([
  0xa2f9836e, 0x4e441529, 0xfc2757d1, 0xf534ddc0, 0xdb629599, 0x3c439041, 0xfe5163ab, 0xdebbc561,
  0xb7246e3a,
  0x424dd2e0, 0x06492eea, 0x09d1921c, 0xfe1deb1c, 0xb129a73e, 0xe88235f5, 0x2ebb4484, 0xe99c7026,
  0xb45f7e41,
  0x3991d639, 0x835339f4, 0x9c845f8b, 0xbdf9283b, 0x1ff897ff, 0xde05980f, 0xef2f118b, 0x5a0a6d1f,
  0x6d367ecf,
  0x27cb09b7, 0x4f463f66, 0x9e5fea2d, 0x7527bac7, 0xebe5f17b, 0x3d0739f7, 0x8a5292ea, 0x6bfb5fb1,
  0x1f8d5d08,
  0x56033046, 0xfc7b6bab, 0xf0cfbc20,
]);
/** Quarter turns taken off by reduce, modulo 4. */
export let quadrant: i32 = 0;
/** x modulo pi/2, between -pi/4 and pi/4 (a little more at the borders), for finite x. */
export function reduce(x: f64): f64 {
  if (abs(x) < 0.7853981633974483) { quadrant = 0; low = 0; return x; }
  if (abs(x) > 1000000) return reduceLarge(x);
  const k = nearest<f64>(x * 0.6366197723675814);
  quadrant = <i32>k & 3;
  const a = twoSum(x - k * PIO2_1, -k * PIO2_2), al = low;
  const b = twoSum(a, -k * PIO2_3);
  return normal(b, low + (al - k * PIO2_4));
}
/** Payne and Hanek's method: of x * 2/pi only the bits around the point. */
function reduceLarge(x: f64): f64 {
  const bits = reinterpret<u64>(x);
  const e = <i32>(bits >> 52 & 0x7ff) - 1075;
  const m = (bits & 0x000fffffffffffff) | 0x0010000000000000;
  // x = m * 2^e. Bit i behind the point of 2/pi has weight 2^(e - i) then; those with e - i >= 2 +
  // 52 only add whole turns. Seven limbs from `first` on: 224 bits.
  let first = e - 56;
  if (first < 0) first = 0;
  const limb = first >> 5, skip = <u64>(first & 31);
  // product of m and the seven limbs, as limbs, least significant first
  let carry: u64 = 0, carryHigh: u64 = 0;
  for (let i = 6; i >= 0; i--) {
    const w = <u64>(limb + i < 39 ? load<u32>(TWO_OVER_PI + (<usize>(limb + i) << 2)) : 0);
    const p = w * (m & 0xffffffff) + carry;
    const q = w * (m >> 32) + carryHigh + (p >> 32);
    store<u32>(PRODUCT + (<usize>(6 - i) << 2), <u32>p);
    carry = q & 0xffffffff;
    carryHigh = q >> 32;
  }
  store<u32>(PRODUCT, <u32>carry, 28);
  store<u32>(PRODUCT, <u32>carryHigh, 32);
  store<u32>(PRODUCT, 0, 36);
  // the product's bit b (from the bottom) has weight 2^(b + e - limb * 32 - 224); the point lies at
  // bit:
  const point = <u32>(224 + limb * 32 - e);
  let whole = bitsAt(point) & 3;
  let high = bitsAt(point - 64);
  let rest = bitsAt(point - 128);
  // more than a half: count to the next quarter turn
  const over = <i64>high < 0;
  if (over) { whole++; rest = ~rest; high = ~high; }
  // fraction of a quarter turn, |.| <= 1/2, as double-double
  const shift = clz<u64>(high);
  if (shift != 0) { high = high << shift | rest >> (64 - shift); rest <<= shift; }
  const fh = <f64>(high >> 11) * 1.1102230246251565e-16;     // 2^-53
  const fl = <f64>((high & 0x7ff) << 53 | rest >> 11) * 6.018531076210112e-36;   // 2^-117
  const unit = reinterpret<f64>((1023 - shift) << 52);
  let r = ddMul(fh * unit, fl * unit, 1.5707963267948966, 6.123233995736766e-17);
  if (over != (x < 0)) { r = -r; low = -low; }
  quadrant = <i32>(x < 0 ? 0 - whole : whole) & 3;
  return r;
}
const PRODUCT: usize = memory.data(48, 8);
/** 64 bits of the product from bit `at`. */
function bitsAt(at: u32): u64 {
  const p = PRODUCT + (<usize>(at >> 5) << 2), shift = <u64>at & 31;
  const r = load<u64>(p) >> shift;
  return shift == 0 ? r : r | <u64>load<u32>(p, 8) << (64 - shift);
}

/** sin and cos of k/64, k = 0..52, as double-doubles: 32 bytes each. Filled at the first use. */
const CIRCLE: usize = memory.data(32 * 53, 8);
function fillCircle(): void {
  for (let k = 0; k < 53; k++) {
    const x = <f64>k / 64, at = CIRCLE + (<usize>k << 5);
    taylor(at, x, x * x, 2);
    taylor(at + 16, 1, x * x, 1);
  }
}
/** Stores first * (1 - xx / n(n + 1) + xx^2 / n(n + 1)(n + 2)(n + 3) - ...), 16 terms of Taylor's
 *  series, at `to`. `first` and xx are exact. */
function taylor(to: usize, first: f64, xx: f64, n: f64): void {
  let s = first, sl = 0.0, t = first, tl = 0.0;
  for (const end = n + 30; n < end; n += 2) {
    t = ddMul(t, tl, -xx, 0); t = ddDiv(t, low, n * (n + 1), 0); tl = low;
    s = ddAdd(s, sl, t, tl); sl = low;
  }
  store<f64>(to, s); store<f64>(to, sl, 8);
}
/** Results of ddSinCos. */
export let sinHigh: f64 = 0;
export let sinLow: f64 = 0;
export let cosHigh: f64 = 0;
export let cosLow: f64 = 0;
/** sin and cos of rh + rl, |rh| <= 0.8. Relative error below 2^-66. */
export function ddSinCos(rh: f64, rl: f64): void {
  if (load<f64>(CIRCLE, 16) == 0) fillCircle();
  const negative = rh < 0;
  if (negative) { rh = -rh; rl = -rl; }
  const k = nearest<f64>(rh * 64), at = CIRCLE + (<usize>k << 5);
  const d = rh - k * 0.015625, dd = d * d;             // exact difference
  const ds =
    rl + d * dd * (-0.16666666666666666 + dd * (0.008333333333333333 + dd * (-0.0001984126984126984
    + dd * 2.7557319223985893e-06)));
  const dc = -0.5 * dd - d * rl + dd * dd * (0.041666666666666664 + dd * (-0.001388888888888889
    + dd * 2.48015873015873e-05));
  const sh = load<f64>(at), sl = load<f64>(at, 8), ch = load<f64>(at, 16), cl = load<f64>(at, 24);
  // sin(a + d) = S cos d + C sin d, the product C * d being the only one that must be exact
  let p = twoProduct(ch, d), e = low;
  let s = twoSum(sh, p);
  s = normal(s, low + e + sl + cl * d + sh * dc + ch * ds);
  sinHigh = negative ? -s : s;
  sinLow = negative ? -low : low;
  p = twoProduct(sh, d);
  e = low;
  s = twoSum(ch, -p);
  cosHigh = normal(s, low - e + cl - sl * d + ch * dc - sh * ds);
  cosLow = low;
}
/** sin and cos of a finite x. */
export function sinCos(x: f64): void {
  const r = reduce(x);
  const q = quadrant;
  ddSinCos(r, low);
  if (q & 1) {
    const s = sinHigh, sl = sinLow;
    sinHigh = cosHigh; sinLow = cosLow;
    cosHigh = -s; cosLow = -sl;
  }
  if (q & 2) { sinHigh = -sinHigh; sinLow = -sinLow; cosHigh = -cosHigh; cosLow = -cosLow; }
}
