// Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998), the generator of CPython's random
// module.
//
// State: 624 words, then the index of the next one to be used. Addresses are the state's.

/** Unit: bytes. */
export const TWISTER_BYTES: u32 = 4 * 625;
const N: usize = 624;
const M: usize = 397;

/** Starts the sequence that belongs to a key of `length` words (at least 1). */
export function twisterSeed(state: usize, key: usize, length: u32): void {
  store<u32>(state, 19650218);
  for (let i: u32 = 1; i < 624; i++) {
    const before = load<u32>(state + (<usize>(i - 1) << 2));
    store<u32>(state + (<usize>i << 2), 1812433253 * (before ^ before >> 30) + i);
  }
  let i: u32 = 1, j: u32 = 0;
  for (let k: u32 = length > 624 ? length : 624; k != 0; k--) {
    const before = load<u32>(state + (<usize>(i - 1) << 2)), at = state + (<usize>i << 2);
    store<u32>(at,
      (load<u32>(at) ^ (before ^ before >> 30) * 1664525) + load<u32>(key + (<usize>j << 2)) + j);
    if (++i >= 624) { store<u32>(state, load<u32>(state + 4 * 623)); i = 1; }
    if (++j >= length) j = 0;
  }
  for (let k: u32 = 623; k != 0; k--) {
    const before = load<u32>(state + (<usize>(i - 1) << 2)), at = state + (<usize>i << 2);
    store<u32>(at, (load<u32>(at) ^ (before ^ before >> 30) * 1566083941) - i);
    if (++i >= 624) { store<u32>(state, load<u32>(state + 4 * 623)); i = 1; }
  }
  store<u32>(state, 0x80000000);
  store<u32>(state, 624, 4 * 624);
}
/** Next 32 bits. */
export function twisterNext(state: usize): u32 {
  let index = load<u32>(state, 4 * 624);
  if (index >= 624) { twist(state); index = 0; }
  let y = load<u32>(state + (<usize>index << 2));
  store<u32>(state, index + 1, 4 * 624);
  y ^= y >> 11;
  y ^= y << 7 & 0x9d2c5680;
  y ^= y << 15 & 0xefc60000;
  return y ^ y >> 18;
}
function twist(state: usize): void {
  for (let i: usize = 0; i < N; i++) {
    const next = i + 1 < N ? i + 1 : 0, far = i + M < N ? i + M : i + M - N;
    const y = (load<u32>(state + (i << 2)) & 0x80000000)
      | (load<u32>(state + (next << 2)) & 0x7fffffff);
    store<u32>(state + (i << 2), load<u32>(state + (far << 2)) ^ y >> 1 ^ (y & 1 ? 0x9908b0df : 0));
  }
}
/** Next double in [0, 1): 53 bits of two words. */
export function twisterDouble(state: usize): f64 {
  const a = twisterNext(state) >> 5, b = twisterNext(state) >> 6;
  return (<f64>a * 67108864.0 + <f64>b) * 1.1102230246251565e-16;
}
