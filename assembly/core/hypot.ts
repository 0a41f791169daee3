// Length of a vector of two: sqrt(x*x + y*y), nearly always correctly rounded.

/** Splits products exactly: x * x = high + low. */
const SPLIT: f64 = 134217729;                          // 2^27 + 1
/** hypot(x, y): infinite if either is, else nan if either is. Error below 0.51 units in the last place. */
export function hypot(x: f64, y: f64): f64 {
  x = abs(x);
  y = abs(y);
  if (x == Infinity || y == Infinity) return Infinity;
  if (x != x || y != y) return NaN;
  if (x < y) { const t = x; x = y; y = t; }
  if (y == 0) return x;
  if (x * 1.1102230246251565e-16 > y) return x + y;    // y is below half a unit of x
  // scale by a power of two, away from overflow and underflow
  let scale: f64 = 1;
  if (x > 1e150) { scale = 2.879304828507646e+163; x /= scale; y /= scale; }           // 2^543
  else if (y < 1e-130) { scale = 3.4730605460704336e-164; x /= scale; y /= scale; }     // 2^-543
  const xh = x * SPLIT - (x * SPLIT - x), xl = x - xh, yh = y * SPLIT - (y * SPLIT - y), yl = y - yh;
  const xx = x * x, xe = xh * xh - xx + 2 * xh * xl + xl * xl;
  const yy = y * y, ye = yh * yh - yy + 2 * yh * yl + yl * yl;
  const s = xx + yy, e = xx - s + yy + xe + ye;
  // one step of Newton's method on the root of s + e
  const h = sqrt<f64>(s);
  const hh = h * SPLIT - (h * SPLIT - h), hl = h - hh;
  const r = h * h, re = hh * hh - r + 2 * hh * hl + hl * hl;
  return scale * (h + (s - r - re + e) / (2 * h));
}
