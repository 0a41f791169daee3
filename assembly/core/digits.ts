// Digits of numbers of 64 bits, written backwards into a buffer.

/** Writes the decimal digits of `n`, the last one just before `end`. Returns the address of the
 *  first. */
export function decimalBefore(end: usize, n: u64): usize {
  while (n >> 32 != 0) {
    const q = n / 10;
    store<u8>(--end, <u8>(48 + (n - q * 10)));
    n = q;
  }
  // Dividing 32 bits by a constant is a multiplication.
  let u = <u32>n;
  do {
    const q = u / 10;
    store<u8>(--end, <u8>(48 + (u - q * 10)));
    u = q;
  } while (u != 0);
  return end;
}
/** The same in base 10 or a power of two up to 16; `letter` is added to digits from 10 on (87:
 *  lower, 55: upper case). */
export function digitsBefore(end: usize, n: u64, base: i32, letter: u32): usize {
  if (base == 10) return decimalBefore(end, n);
  const bits = <u64>ctz<i32>(base), mask = <u64>base - 1;
  do {
    const d = <u32>(n & mask);
    store<u8>(--end, <u8>(d < 10 ? 48 + d : letter + d));
    n >>= bits;
  } while (n != 0);
  return end;
}
/** True for `+` and `-`. */
export function isSign(c: u32): bool { return (c - 43 & ~2) == 0; }
