// Length of a vector of any number of components: math.hypot, math.dist, abs of complex numbers.
import { splitF64, splitExponent, scaleF64 } from "./compose_float";
import { low, twoSum, twoProduct, ddSqrt } from "./double_double";

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
  if (count == 1) return largest;
  splitF64(largest);
  const e = <i64>splitExponent;
  // the sum of the squares, components scaled to at most 1
  let sum: f64 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const x = scaleF64(load<f64>(at + (<usize>i << 3)), -e), square = twoProduct(x, x);
    rest += low;
    sum = twoSum(sum, square);
    rest += low;
  }
  sum = twoSum(sum, rest);
  const root = ddSqrt(sum, low);
  return scaleF64(root + low, e);
}
const PAIR: usize = memory.data(16, 8);
/** The length of (x, y): infinite if either is, else nan if either is. */
export function hypot(x: f64, y: f64): f64 {
  store<f64>(PAIR, x);
  store<f64>(PAIR, y, 8);
  return norm(PAIR, 2);
}
