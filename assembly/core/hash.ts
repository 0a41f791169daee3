// Hash of bytes: a multiply-and-rotate hash over 8 bytes at a time, 32 bits, never 0 (0 means "not
// yet computed" in a str). Not for security: the limits of memory and fuel bound what collisions
// can cost.

/** Hash of `bytes` bytes at `at`. Never 0. */
export function hashBytes(at: usize, bytes: usize): u32 {
  let h: u64 = 0x9e3779b97f4a7c15 ^ <u64>bytes;
  const end = at + bytes;
  for (; at + 8 <= end; at += 8) {
    h = (rotl(h, 5) ^ load<u64>(at)) * 0x517cc1b727220a95;
  }
  // The rest, the first byte lowest; overlapping reads agree where they overlap.
  let tail: u64 = 0;
  const left = end - at;
  if (left >= 4) {
    tail = <u64>load<u32>(at) | <u64>load<u32>(end - 4) << (<u64>(left - 4) << 3);
  } else if (left != 0) {
    tail = <u64>load<u8>(at) | <u64>load<u8>(at + (left >> 1)) << (<u64>(left >> 1) << 3)
      | <u64>load<u8>(end - 1) << (<u64>(left - 1) << 3);
  }
  h = (rotl(h, 5) ^ tail) * 0x517cc1b727220a95;
  h ^= h >> 32;
  const result = <u32>(h * 0x9e3779b97f4a7c15 >> 32);
  return result == 0 ? 1 : result;
}

/** Spreads a 64-bit number over 32 bits, for tables indexed by low bits. */
@inline export function mix64(x: u64): u32 {
  const h = (x ^ x >> 32) * 0x9e3779b97f4a7c15;
  return <u32>(h >> 32);
}
