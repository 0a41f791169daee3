// SHA-512 (FIPS 180-4). Its constants are the first bits of roots of primes: they are calculated at the first use.
import { mulHigh } from "./wide";

/** Round constants (80), initial state (8), message schedule (80), state (8), one block (128 bytes). */
const ROUNDS: usize = memory.data(8 * 80, 8);
const INITIAL: usize = memory.data(8 * 8, 8);
const SCHEDULE: usize = memory.data(8 * 80, 8);
const STATE: usize = memory.data(8 * 8, 8);
const BLOCK: usize = memory.data(128, 8);

/** The first 64 bits behind the point of the square (or cube) root of a prime p below 512. */
function rootFraction(p: u64, cube: bool): u64 {
  // largest r with r^2 <= p * 2^128, bit by bit from 2^68 down; the whole part (below 32) falls out in the end
  let whole: u64 = 0, part: u64 = 0;
  for (let w: u64 = 16; w != 0; w >>= 1) {
    const t = whole + w;
    if ((cube ? t * t * t : t * t) <= p) whole = t;
  }
  for (let bit: u64 = 0x8000000000000000; bit != 0; bit >>= 1) {
    const f = part | bit;
    if (below(whole, f, p, cube)) part = f;
  }
  return part;
}
/** (whole + f / 2^64) squared or cubed <= p */
function below(whole: u64, f: u64, p: u64, cube: bool): bool {
  // square as s2 (whole) . s1 s0 (128 bits of fraction)
  const s0 = f * f;
  let s1 = mulHigh(f, f), s2 = whole * whole;
  const c = 2 * whole, cl = c * f;
  s1 += cl;
  s2 += mulHigh(c, f) + <u64>(s1 < cl);
  if (!cube) return s2 < p || (s2 == p && (s1 | s0) == 0);
  // times whole + f: the top words are enough, roots of primes are not rational
  const a0 = s0 * whole, a0h = mulHigh(s0, whole), a1 = s1 * whole, a1h = mulHigh(s1, whole);
  const b0h = mulHigh(s0, f), b1 = s1 * f, b1h = mulHigh(s1, f), b2 = s2 * f, b2h = mulHigh(s2, f);
  // fraction words: second (weight 2^-128), first (2^-64), whole
  let second = a0, first = a1, top = s2 * whole + a1h + b2h, carry: u64 = 0;
  second += b0h; carry += <u64>(second < b0h);
  second += b1; carry += <u64>(second < b1);
  first += a0h; top += <u64>(first < a0h);
  first += b1h; top += <u64>(first < b1h);
  first += b2; top += <u64>(first < b2);
  first += carry; top += <u64>(first < carry);
  return top < p;
}
function makeConstants(): void {
  let p: u64 = 2;
  for (let i: usize = 0; i < 80; p++) {
    let prime = true;
    for (let d: u64 = 2; d * d <= p; d++) if (p % d == 0) prime = false;
    if (!prime) continue;
    store<u64>(ROUNDS + (i << 3), rootFraction(p, true));
    if (i < 8) store<u64>(INITIAL + (i << 3), rootFraction(p, false));
    i++;
  }
}
function block(at: usize): void {
  for (let i: usize = 0; i < 16; i++) store<u64>(SCHEDULE + (i << 3), bswap<u64>(load<u64>(at + (i << 3))));
  for (let i: usize = 16; i < 80; i++) {
    const w = SCHEDULE + (i << 3), a = load<u64>(w - 8 * 15), b = load<u64>(w - 8 * 2);
    store<u64>(w, load<u64>(w - 8 * 16) + (rotr(a, 1) ^ rotr(a, 8) ^ a >> 7) + load<u64>(w - 8 * 7)
      + (rotr(b, 19) ^ rotr(b, 61) ^ b >> 6));
  }
  let a = load<u64>(STATE), b = load<u64>(STATE, 8), c = load<u64>(STATE, 16), d = load<u64>(STATE, 24);
  let e = load<u64>(STATE, 32), f = load<u64>(STATE, 40), g = load<u64>(STATE, 48), h = load<u64>(STATE, 56);
  for (let i: usize = 0; i < 80; i++) {
    const x = h + (rotr(e, 14) ^ rotr(e, 18) ^ rotr(e, 41)) + (e & f ^ ~e & g) + load<u64>(ROUNDS + (i << 3))
      + load<u64>(SCHEDULE + (i << 3));
    const y = (rotr(a, 28) ^ rotr(a, 34) ^ rotr(a, 39)) + (a & b ^ a & c ^ b & c);
    h = g; g = f; f = e; e = d + x;
    d = c; c = b; b = a; a = x + y;
  }
  store<u64>(STATE, load<u64>(STATE) + a); store<u64>(STATE, load<u64>(STATE, 8) + b, 8);
  store<u64>(STATE, load<u64>(STATE, 16) + c, 16); store<u64>(STATE, load<u64>(STATE, 24) + d, 24);
  store<u64>(STATE, load<u64>(STATE, 32) + e, 32); store<u64>(STATE, load<u64>(STATE, 40) + f, 40);
  store<u64>(STATE, load<u64>(STATE, 48) + g, 48); store<u64>(STATE, load<u64>(STATE, 56) + h, 56);
}
/** Writes the 64 bytes of the digest of `bytes` bytes at `at` to `to`. */
export function sha512(at: usize, bytes: u32, to: usize): void {
  if (load<u64>(ROUNDS) == 0) makeConstants();
  memory.copy(STATE, INITIAL, 64);
  let left = bytes;
  for (; left >= 128; left -= 128, at += 128) block(at);
  memory.fill(BLOCK, 0, 128);
  memory.copy(BLOCK, at, left);
  store<u8>(BLOCK + left, 0x80);
  if (left >= 112) {
    block(BLOCK);
    memory.fill(BLOCK, 0, 128);
  }
  store<u64>(BLOCK, bswap<u64>(<u64>bytes << 3), 120);
  block(BLOCK);
  for (let i: usize = 0; i < 64; i += 8) store<u64>(to + i, bswap<u64>(load<u64>(STATE + i)));
}
