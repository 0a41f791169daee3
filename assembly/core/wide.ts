// Products and quotients of 64-bit numbers in 128 bits, which Wasm has no instructions for.

/** High 64 bits of a * b. */
export function mulHigh(a: u64, b: u64): u64 {
  const a0 = a & 0xffffffff, a1 = a >> 32, b0 = b & 0xffffffff, b1 = b >> 32;
  const low = a0 * b0, mid = a1 * b0 + (low >> 32);
  const cross = a0 * b1 + (mid & 0xffffffff);
  return a1 * b1 + (mid >> 32) + (cross >> 32);
}
/** High 64 bits of the signed product a * b. */
export function mulHighSigned(a: i64, b: i64): i64 {
  const high = <i64>mulHigh(<u64>a, <u64>b);
  return high - (a >> 63 & b) - (b >> 63 & a);
}
