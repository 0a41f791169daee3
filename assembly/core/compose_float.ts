// Putting a double together from a mantissa and an exponent, and taking it apart.

/** m * 2^e, correctly rounded (ties to even), for m with its top bit set; bit 0 of m may stand for
 *  "more bits follow below". Infinite if too large, 0 if too small. */
export function composeF64(m: u64, e: i32): f64 {
  const top = e + 63;                                  // the result lies in 2^top .. 2^(top + 1)
  if (top > 1023) return Infinity;
  let drop: u64 = 11, bits: u64 = 0;
  // the mantissa's own top bit adds 1 to the exponent
  if (top >= -1022) bits = <u64>(top + 1022) << 52;
  else drop = <u64>(11 - 1022 - top);
  if (drop > 64) return 0;
  const kept = drop == 64 ? 0 : m >> drop, half = <u64>1 << (drop - 1);
  const rest = drop == 64 ? m : m & ((half << 1) - 1);
  bits += kept;
  if (rest > half || (rest == half && (kept & 1) != 0)) bits++;
  return reinterpret<f64>(bits);
}
/** Exponent of a double: x = m * 2^e with 0.5 <= |m| < 1, set by splitF64; 0 for 0, infinities and
 *  nan. */
export let splitExponent: i32 = 0;
/** frexp(x): returns m, and e in splitExponent. */
export function splitF64(x: f64): f64 {
  let bits = reinterpret<u64>(x);
  let e = <i32>(bits >> 52) & 0x7ff;
  splitExponent = 0;
  if (x == 0 || e == 0x7ff) return x;
  let below = 0;
  if (e == 0) {                                        // subnormal
    bits = reinterpret<u64>(x * 18014398509481984.0);  // 2^54
    e = <i32>(bits >> 52) & 0x7ff;
    below = 54;
  }
  splitExponent = e - 1022 - below;
  return reinterpret<f64>((bits & 0x800fffffffffffff) | 0x3fe0000000000000);
}
/** x * 2^e, correctly rounded. */
export function scaleF64(x: f64, e: i64): f64 {
  if (x == 0 || x - x != 0) return x;
  const m = splitF64(x), exponent = <i64>splitExponent + e;
  if (exponent > 1024) return copysign<f64>(Infinity, x);
  if (exponent < -1080) return copysign<f64>(0, x);
  const mantissa = (reinterpret<u64>(m) & 0x000fffffffffffff) | 0x0010000000000000;
  return copysign<f64>(composeF64(mantissa << 11, <i32>exponent - 64), x);
}
