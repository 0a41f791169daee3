// Length of a vector of any number of components, for math.hypot and math.dist.
import { splitF64, splitExponent, scaleF64 } from "./compose_float";

const SPLIT: f64 = 134217729;                          // 2^27 + 1
/** The length, for `count` components (f64) at `at`. Nearly always correctly rounded. */
export function norm(at: usize, count: u32): f64 {
  let largest: f64 = 0, rest: f64 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const x = abs(load<f64>(at + (<usize>i << 3)));
    if (x == Infinity) return x;
    rest += x - x;
    if (x > largest) largest = x;
  }
  // a nan among them
  if (rest != 0) return rest;
  if (largest == 0 || count == 1) return largest;
  splitF64(largest);
  const e = <i64>splitExponent;
  // the sum of the squares as high + low; components scaled to at most 1
  let high: f64 = 0, low: f64 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const x = scaleF64(abs(load<f64>(at + (<usize>i << 3))), -e);
    const xh = x * SPLIT - (x * SPLIT - x), xl = x - xh, xx = x * x;
    const s = high + xx, b = s - high;
    low += (high - (s - b)) + (xx - b) + (xh * xh - xx + 2 * xh * xl + xl * xl);
    high = s;
  }
  const sum = high + low, error = high - sum + low;
  const h = sqrt<f64>(sum);
  const hh = h * SPLIT - (h * SPLIT - h), hl = h - hh, r = h * h;
  const re = hh * hh - r + 2 * hh * hl + hl * hl;
  return scaleF64(h + (sum - r - re + error) / (2 * h), e);
}
