// Kernels of long arithmetic: magnitudes as rows of 32-bit limbs, least significant first.
//
// `at` arguments are addresses of limb 0, counts are in limbs. A destination may be the same row as
// a source where the doc comment says so. The recursive algorithms that need memory of their own
// (Karatsuba, Burnikel-Ziegler) are in objects/bignum_mul.ts and bignum_div.ts.

/** dst = a + b, an >= bn; dst has an limbs and may be a or b. Returns the carry, 0 or 1. */
export function limbsAdd(dst: usize, a: usize, an: u32, b: usize, bn: u32): u32 {
  let carry: u64 = 0;
  let i: usize = 0;
  const pairs = <usize>(bn >> 1) << 3;
  for (; i < pairs; i += 8) {
    const x = load<u64>(a + i), s = x + load<u64>(b + i), t = s + carry;
    carry = <u64>(s < x) | <u64>(t < s);
    store<u64>(dst + i, t);
  }
  if (bn & 1) {
    const t = <u64>load<u32>(a + i) + <u64>load<u32>(b + i) + carry;
    store<u32>(dst + i, <u32>t);
    carry = t >> 32;
    i += 4;
  }
  const end = <usize>an << 2;
  for (; carry != 0 && i < end; i += 4) {
    const t = <u64>load<u32>(a + i) + 1;
    store<u32>(dst + i, <u32>t);
    carry = t >> 32;
  }
  if (dst != a && i < end) memory.copy(dst + i, a + i, end - i);
  return <u32>carry;
}
/** dst = a - b, an >= bn; dst has an limbs and may be a or b. Returns the borrow: 1 if b > a. */
export function limbsSub(dst: usize, a: usize, an: u32, b: usize, bn: u32): u32 {
  let borrow: u64 = 0;
  let i: usize = 0;
  const pairs = <usize>(bn >> 1) << 3;
  for (; i < pairs; i += 8) {
    const x = load<u64>(a + i), y = load<u64>(b + i), d = x - y, t = d - borrow;
    borrow = <u64>(x < y) | <u64>(d < borrow);
    store<u64>(dst + i, t);
  }
  if (bn & 1) {
    const t = <u64>load<u32>(a + i) - <u64>load<u32>(b + i) - borrow;
    store<u32>(dst + i, <u32>t);
    borrow = t >> 63;
    i += 4;
  }
  const end = <usize>an << 2;
  for (; borrow != 0 && i < end; i += 4) {
    const x = load<u32>(a + i);
    store<u32>(dst + i, x - 1);
    borrow = <u64>(x == 0);
  }
  if (dst != a && i < end) memory.copy(dst + i, a + i, end - i);
  return <u32>borrow;
}
/** Number of limbs without the zeros at the top. */
export function limbsTrim(at: usize, n: u32): u32 {
  while (n != 0 && load<u32>(at + (<usize>(n - 1) << 2)) == 0) n--;
  return n;
}
/** Order of two magnitudes with their zeros trimmed: negative, 0, positive. */
export function limbsCompare(a: usize, an: u32, b: usize, bn: u32): i32 {
  if (an != bn) return an < bn ? -1 : 1;
  for (let i = <usize>an << 2; i != 0; i -= 4) {
    const x = load<u32>(a + i - 4), y = load<u32>(b + i - 4);
    if (x != y) return x < y ? -1 : 1;
  }
  return 0;
}
/** Bits of a magnitude of `n` limbs, the top one not 0. */
export function limbsBitLength(at: usize, n: u32): u64 {
  return n == 0 ? 0 : (<u64>n << 5) - clz<u32>(load<u32>(at + (<usize>(n - 1) << 2)));
}

/** dst = a * m + carry; dst has n limbs and may be a. Returns the limb that goes over. */
export function limbsMulSmall(dst: usize, a: usize, n: u32, m: u32, carry: u32): u32 {
  let c = <u64>carry;
  const w = <u64>m, end = dst + (<usize>n << 2), pairs = dst + (<usize>(n & ~1) << 2);
  for (; dst < pairs; dst += 8, a += 8) {
    const x = load<u64>(a), t = (x & 0xffffffff) * w + c, s = (x >> 32) * w + (t >> 32);
    store<u64>(dst, s << 32 | (t & 0xffffffff));
    c = s >> 32;
  }
  if (dst < end) {
    const t = <u64>load<u32>(a) * w + c;
    store<u32>(dst, <u32>t);
    c = t >> 32;
  }
  return <u32>c;
}
/** dst += a * m over n limbs. Returns the limb that goes over. */
export function limbsAddMul(dst: usize, a: usize, n: u32, m: u32): u32 {
  let c: u64 = 0;
  let i: usize = 0;
  const w = <u64>m, end = <usize>n << 2, pairs = end & ~7;
  for (; i < pairs; i += 8) {
    const t = load<u32>(a + i) * w + load<u32>(dst + i) + c;
    store<u32>(dst + i, <u32>t);
    const s = load<u32>(a + i, 4) * w + load<u32>(dst + i, 4) + (t >> 32);
    store<u32>(dst + i, <u32>s, 4);
    c = s >> 32;
  }
  if (i < end) {
    const t = load<u32>(a + i) * w + load<u32>(dst + i) + c;
    store<u32>(dst + i, <u32>t);
    c = t >> 32;
  }
  return <u32>c;
}
/** dst -= a * m over n limbs. Returns what is missing above. */
export function limbsSubMul(dst: usize, a: usize, n: u32, m: u32): u32 {
  let c: u64 = 0;
  const w = <u64>m, end = dst + (<usize>n << 2), pairs = dst + (<usize>(n & ~1) << 2);
  for (; dst < pairs; dst += 8, a += 8) {
    const x = load<u64>(a), t = (x & 0xffffffff) * w + c, s = (x >> 32) * w + (t >> 32);
    const p = s << 32 | (t & 0xffffffff), d = load<u64>(dst);
    store<u64>(dst, d - p);
    c = (s >> 32) + <u64>(d < p);
  }
  if (dst < end) {
    const p = <u64>load<u32>(a) * w + c;
    const x = load<u32>(dst), low = <u32>p;
    store<u32>(dst, x - low);
    c = (p >> 32) + <u64>(x < low);
  }
  return <u32>c;
}
/** dst = a * b by the school method; dst has an + bn limbs and overlaps neither. */
export function limbsMul(dst: usize, a: usize, an: u32, b: usize, bn: u32): void {
  if (bn == 0) { memory.fill(dst, 0, <usize>an << 2); return; }
  store<u32>(dst + (<usize>an << 2), limbsMulSmall(dst, a, an, load<u32>(b), 0));
  for (let j: u32 = 1; j < bn; j++) {
    const to = dst + (<usize>j << 2);
    store<u32>(to + (<usize>an << 2), limbsAddMul(to, a, an, load<u32>(b + (<usize>j << 2))));
  }
}
/** dst = a * a by the school method, each mixed product once; dst has 2n limbs and does not overlap
 *  a. */
export function limbsSquare(dst: usize, a: usize, n: u32): void {
  memory.fill(dst, 0, <usize>n << 3);
  for (let i: u32 = 0; i + 1 < n; i++) {
    const from = a + (<usize>i << 2), to = dst + (<usize>(2 * i + 1) << 2), count = n - 1 - i;
    store<u32>(to + (<usize>count << 2), limbsAddMul(to, from + 4, count, load<u32>(from)));
  }
  let shifted: u64 = 0, carry: u64 = 0;
  for (let i: u32 = 0; i < n; i++) {
    const to = dst + (<usize>i << 3), x = <u64>load<u32>(a + (<usize>i << 2));
    const mixed = load<u64>(to), twice = mixed << 1 | shifted;
    shifted = mixed >> 63;
    const square = x * x, s = twice + square, t = s + carry;
    carry = <u64>(s < square) | <u64>(t < s);
    store<u64>(to, t);
  }
}
/** dst = a / d; dst has n limbs and may be a. Returns the remainder. */
export function limbsDivSmall(dst: usize, a: usize, n: u32, d: u32): u32 {
  let r: u64 = 0;
  const w = <u64>d;
  for (let i = <usize>n << 2; i != 0; i -= 4) {
    const t = r << 32 | load<u32>(a + i - 4), q = t / w;
    store<u32>(dst + i - 4, <u32>q);
    r = t - q * w;
  }
  return <u32>r;
}
/** a mod d. */
export function limbsModSmall(a: usize, n: u32, d: u32): u32 {
  let r: u64 = 0;
  for (let i = <usize>n << 2; i != 0; i -= 4) r = (r << 32 | load<u32>(a + i - 4)) % d;
  return <u32>r;
}
/** dst = a << bits, bits 0..31; dst has n limbs and may be a or lie above it. Returns the limb that
 *  goes over. */
export function limbsShiftLeft(dst: usize, a: usize, n: u32, bits: u32): u32 {
  if (bits == 0) { memory.copy(dst, a, <usize>n << 2); return 0; }
  if (n == 0) return 0;
  const left = <u64>bits, right = 32 - bits;
  const over = load<u32>(a + (<usize>(n - 1) << 2)) >> right;
  let i = <usize>n << 2;
  // From the top down, two limbs at a time and the one below them.
  for (; i >= 12; i -= 8) {
    store<u64>(dst + i - 8, load<u64>(a + i - 8) << left | <u64>(load<u32>(a + i - 12) >> right));
  }
  for (; i > 4; i -= 4)
    store<u32>(dst + i - 4, load<u32>(a + i - 4) << bits | load<u32>(a + i - 8) >> right);
  store<u32>(dst, load<u32>(a) << bits);
  return over;
}
/** dst = a >> bits, bits 0..31; dst has n limbs and may be a or lie below it. */
export function limbsShiftRight(dst: usize, a: usize, n: u32, bits: u32): void {
  if (bits == 0) { memory.copy(dst, a, <usize>n << 2); return; }
  if (n == 0) return;
  let low = load<u32>(a);
  const end = <usize>(n - 1) << 2;
  for (let i: usize = 0; i < end; i += 4) {
    const high = load<u32>(a + i + 4);
    store<u32>(dst + i, low >> bits | high << (32 - bits));
    low = high;
  }
  store<u32>(dst + end, low >> bits);
}

/** Long division (Knuth, volume 2, 4.3.1 D). u has un + 1 limbs, its top limb below v's top or 0; v
 *  has vn >= 2 limbs, top bit set, un >= vn. Writes the un - vn + 1 limbs of the quotient to q (0:
 *  not wanted) and leaves the remainder in u's low vn limbs, the others 0. */
export function limbsDivide(q: usize, u: usize, un: u32, v: usize, vn: u32): void {
  const top = <u64>load<u32>(v + (<usize>(vn - 1) << 2));
  const second = <u64>load<u32>(v + (<usize>(vn - 2) << 2));
  for (let j = <i32>(un - vn); j >= 0; j--) {
    const at = u + (<usize>j << 2), high = at + (<usize>vn << 2);
    const head = <u64>load<u32>(high) << 32 | load<u32>(high - 4);
    let guess: u64, rest: u64;
    if (head >> 32 >= top) { guess = 0xffffffff; rest = head - guess * top; }
    else { guess = head / top; rest = head - guess * top; }
    while (rest >> 32 == 0 && guess * second > (rest << 32 | load<u32>(high - 8))) {
      guess--;
      rest += top;
    }
    const missing = limbsSubMul(at, v, vn, <u32>guess), above = load<u32>(high);
    store<u32>(high, above - missing);
    if (above < missing) {
      guess--;
      store<u32>(high, load<u32>(high) + limbsAdd(at, at, vn, v, vn));
    }
    if (q != 0) store<u32>(q + (<usize>j << 2), <u32>guess);
  }
}
