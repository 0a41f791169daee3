// bignum: to and from digits in any base from 2 to 36.
//
// Bases that are powers of two are copied bit by bit. For the others short numbers go by repeated
// division or multiplication; long ones are halved by powers base^(d * 2^k) ("divide and conquer"),
// so that the cost is that of a few multiplications of the whole length.
import { Value, RAISED, NOTHING } from "../core/value";
import { allocRaw, freeRaw } from "../heap/allocator";
import { rawNew } from "./object_new";
import { Text } from "./text";
import { raiseNoMemory } from "./errors";
import { limbsBitLength, limbsDivSmall, limbsMulSmall, limbsTrim, limbsCompare,
  limbsAdd } from "../core/limbs";
import { decimalBefore } from "../core/digits";
import {
  bigAlloc, bigFinish, bigFromU64, readMagnitude, magnitudeAt, magnitudeLength, magnitudeNegative,
} from "./bignum";
import { bigMul, bigSquare } from "./bignum_mul";
import { bigDivide } from "./bignum_div";

const SCRATCH: usize = memory.data(8, 8);
/** Below this length digits are made by repeated division (measured). Unit: limbs. */
const SHORT: u32 = 32;

/** Digits of `base` that fit a limb, and base to that power. Set by setBase. */
let chunkDigits: u32 = 9;
let chunkPower: u32 = 1000000000;
function setBase(base: u32): void {
  chunkDigits = 1;
  chunkPower = base;
  while (<u64>chunkPower * base <= 0xffffffff) { chunkPower *= base; chunkDigits++; }
}
/** Powers base^(chunkDigits * SHORT * 2^k): address and length of each, for one conversion at a
 *  time. */
const POWERS: usize = memory.data(8 * 32, 8);
let powerCount: i32 = 0;
@inline function powerAt(k: i32): usize { return load<u32>(POWERS + (<usize>k << 3)); }
@inline function powerLength(k: i32): u32 { return load<u32>(POWERS + (<usize>k << 3), 4); }
function freePowers(): void {
  for (let k = 0; k < powerCount; k++) freeRaw(powerAt(k));
  powerCount = 0;
}
/** Makes the next power: the first by multiplying, the others by squaring. */
function nextPower(): bool {
  const k = powerCount;
  const n = k == 0 ? SHORT : 2 * powerLength(k - 1);
  const at = rawNew(<usize>n << 2);
  if (at == 0) return false;
  if (k == 0) {
    store<u32>(at, 1);
    for (let i: u32 = 1, length: u32 = 1; i <= SHORT; i++) {
      const over = limbsMulSmall(at, at, length, chunkPower, 0);
      if (i < SHORT || over != 0) { store<u32>(at + (<usize>length << 2), over); length++; }
      if (i == SHORT) memory.fill(at + (<usize>length << 2), 0, <usize>(SHORT - length) << 2);
    }
  } else if (!bigSquare(at, powerAt(k - 1), powerLength(k - 1))) {
    freeRaw(at);
    return false;
  }
  store<u32>(POWERS + (<usize>k << 3), <u32>at);
  store<u32>(POWERS + (<usize>k << 3), limbsTrim(at, n), 4);
  powerCount++;
  return true;
}

@inline function digitChar(d: u32): u8 { return <u8>(d < 10 ? 48 + d : 87 + d); }

/** Appends a plain int in `base`, lower case, `-` in front of negative ones. False with MemoryError
 *  or KeyboardInterrupt pending. */
export function bigAppend(v: Value, out: Text, base: i32): bool {
  readMagnitude(v, SCRATCH);
  if (magnitudeNegative) out.byte(45);
  return appendMagnitude(magnitudeAt, magnitudeLength, out, <u32>base);
}
function appendMagnitude(at: usize, n: u32, out: Text, base: u32): bool {
  if (n == 0) { out.byte(48); return true; }
  if ((base & (base - 1)) == 0) { appendBits(at, n, out, <u64>ctz(base)); return true; }
  setBase(base);
  if (n <= SHORT) {
    // a limb holds fewer than 21 digits even in base 3
    const room = base == 10 ? n * 10 : n * 21;
    const to = out.reserve(room);
    if (to == 0) return true;
    out.length += writeShort(at, n, to, room, base, false);
    return true;
  }
  return appendLong(at, n, out, base);
}
/** Digits by shifting, `bits` for each. */
function appendBits(at: usize, n: u32, out: Text, bits: u64): void {
  const digits = (limbsBitLength(at, n) + bits - 1) / bits;
  if (digits > 0x7fffffff) { out.failed = 0x7fffffff; return; }
  let to = out.reserve(<u32>digits);
  if (to == 0) return;
  out.length += <u32>digits;
  const mask = (<u32>1 << <u32>bits) - 1;
  for (let i = digits; i != 0; i--) {
    const bit = (i - 1) * bits, limb = at + (<usize>(bit >> 5) << 2), shift = <u32>bit & 31;
    let d = load<u32>(limb) >> shift;
    if (shift + <u32>bits > 32 && <u32>(bit >> 5) + 1 < n) d |= load<u32>(limb, 4) << (32 - shift);
    store<u8>(to++, digitChar(d & mask));
  }
}
/** Writes a magnitude of at most SHORT limbs into `room` bytes at `to`: right-aligned with leading
 *  zeros if `padded`, else left-aligned. Returns the number of digits written. */
function writeShort(at: usize, n: u32, to: usize, room: u32, base: u32, padded: bool): u32 {
  memory.copy(SHORT_LIMBS, at, <usize>n << 2);
  let end = to + room;
  while (n != 0) {
    let chunk = limbsDivSmall(SHORT_LIMBS, SHORT_LIMBS, n, chunkPower);
    n = limbsTrim(SHORT_LIMBS, n);
    const from = end - chunkDigits;
    if (base == 10) {
      end = decimalBefore(end, chunk);
      while (n != 0 && end > from) store<u8>(--end, 48);
    } else for (; end > from && (n != 0 || chunk != 0); ) {
      const q = chunk / base;
      store<u8>(--end, digitChar(chunk - q * base));
      chunk = q;
    }
  }
  if (padded) {
    memory.fill(to, 48, end - to);
    return room;
  }
  const digits = <u32>(to + room - end);
  memory.copy(to, end, digits);
  return digits;
}
const SHORT_LIMBS: usize = memory.data(4 * 32, 8);

function appendLong(at: usize, n: u32, out: Text, base: u32): bool {
  let ok = true;
  // powers up to the root of the number
  while (ok && (powerCount == 0 || powerLength(powerCount - 1) * 2 <= n + 1)) ok = nextPower();
  if (ok) {
    const digits = <u64>(chunkDigits * SHORT) << <u64>powerCount;
    const to = digits < 0x7ffffff0 ? out.reserve(<u32>digits) : 0;
    if (to == 0) {
      out.failed = 0x7ffffff0;
    } else {
      ok = writeLong(at, n, powerCount, to, <u32>digits, base);
      let zeros: u32 = 0;
      while (ok && load<u8>(to + zeros) == 48) zeros++;
      memory.copy(to, to + zeros, <u32>digits - zeros);
      if (ok) out.length += <u32>digits - zeros;
    }
  }
  freePowers();
  return ok;
}
/** Writes a magnitude below base^digits into exactly `digits` bytes; digits = chunkDigits * SHORT *
 *  2^level. */
function writeLong(u: usize, n: u32, level: i32, to: usize, digits: u32, base: u32): bool {
  n = limbsTrim(u, n);
  if (level == 0 || n <= SHORT) { writeShort(u, n, to, digits, base, true); return true; }
  const p = powerAt(level - 1), pn = powerLength(level - 1), half = digits >> 1;
  if (limbsCompare(u, n, p, pn) < 0) {
    memory.fill(to, 48, half);
    return writeLong(u, n, level - 1, to + half, half, base);
  }
  const qn = n - pn + 1, bytes = <usize>(qn + pn) << 2;
  const room = rawNew(bytes);
  if (room == 0) return false;
  const r = room + (<usize>qn << 2);
  const ok = bigDivide(room, r, u, n, p, pn)
    && writeLong(room, qn, level - 1, to, half, base) && writeLong(r, pn, level - 1, to + half,
      half, base);
  freeRaw(room);
  return ok;
}

// ---- parsing ----

/** Value of a digit character, 99 if it is none. */
@inline function digitValue(c: u32): u32 {
  if (c - 48 < 10) return c - 48;
  const letter = (c | 32) - 97;
  return letter < 26 ? letter + 10 : 99;
}
/** See intParse in objects/int.ts. */
export function bigParse(at: usize, bytes: u32, base: i32): Value {
  const end = at + bytes;
  let negative = false;
  if (at < end && (load<u8>(at) == 45 || load<u8>(at) == 43)) negative = load<u8>(at++) == 45;
  let zerosOnly = false;
  if (at + 1 < end && load<u8>(at) == 48) {
    const c = <u32>load<u8>(at, 1) | 32;
    const prefixed = c == 120 ? 16 : c == 111 ? 8 : c == 98 ? 2 : 0;
    if (prefixed != 0 && (base == 0 || base == prefixed)) {
      base = prefixed;
      at += 2;
      if (at < end && load<u8>(at) == 95) at++;
    } else if (base == 0) {
      zerosOnly = true;
    }
  }
  if (base == 0) base = 10;
  // first pass: check, count, and the value while it fits
  let digits: u32 = 0, under = true, small = true;
  let acc: u64 = 0;
  for (let p = at; p < end; p++) {
    const c = <u32>load<u8>(p);
    if (c == 95) {
      if (under) return NOTHING;
      under = true;
      continue;
    }
    const d = digitValue(c);
    if (d >= <u32>base || (zerosOnly && d != 0)) return NOTHING;
    under = false;
    digits++;
    if (acc < 0x0700000000000000) acc = acc * base + d; else small = false;
  }
  if (under) return NOTHING;                    // nothing at all, or an underscore at the end
  if (small) return bigFromU64(acc, negative);
  if ((base & (base - 1)) == 0) return parseBits(at, end, digits, <u64>ctz(base), negative);
  setBase(<u32>base);
  return parseLong(at, end, digits, <u32>base, negative);
}
function parseBits(at: usize, end: usize, digits: u32, bits: u64, negative: bool): Value {
  const b = bigAlloc((<u64>digits * bits + 31) >> 5);
  if (changetype<usize>(b) == 0) return RAISED;
  let to = b.limbs();
  const stop = to + (<usize>b.length << 2);
  let acc: u64 = 0, have: u64 = 0;
  for (let p = end; p > at; p--) {
    const c = load<u8>(p - 1);
    if (c == 95) continue;
    acc |= <u64>digitValue(c) << have;
    have += bits;
    if (have >= 32) {
      store<u32>(to, <u32>acc);
      to += 4;
      acc >>= 32;
      have -= 32;
    }
  }
  if (to < stop) store<u32>(to, <u32>acc);
  return bigFinish(b, negative);
}
/** Next chunk of `count` digits from cursor. */
let cursor: usize = 0;
function readChunk(count: u32, base: u32): u32 {
  let x: u32 = 0;
  while (count != 0) {
    const c = load<u8>(cursor++);
    if (c == 95) continue;
    x = x * base + digitValue(c);
    count--;
  }
  return x;
}
/** Reads `chunks` chunks, the first of `first` digits, into `room` limbs at `to` by multiplying and
 *  adding. */
function readShort(to: usize, room: u32, chunks: u32, first: u32, base: u32): void {
  let length: u32 = 1;
  store<u32>(to, readChunk(first, base));
  for (let i: u32 = 1; i < chunks; i++) {
    const x = readChunk(chunkDigits, base);
    const over = limbsMulSmall(to, to, length, chunkPower, x);
    if (over != 0) { store<u32>(to + (<usize>length << 2), over); length++; }
  }
  memory.fill(to + (<usize>length << 2), 0, <usize>(room - length) << 2);
}
function parseLong(at: usize, end: usize, digits: u32, base: u32, negative: bool): Value {
  cursor = at;
  const chunks = (digits + chunkDigits - 1) / chunkDigits,
    first = digits - (chunks - 1) * chunkDigits;
  if (chunks <= 2 * SHORT) {
    const b = bigAlloc(chunks);
    if (changetype<usize>(b) == 0) return RAISED;
    readShort(b.limbs(), chunks, chunks, first, base);
    return bigFinish(b, negative);
  }
  // groups of SHORT chunks, least significant first; then pairs are joined until one is left
  let groups = (chunks + SHORT - 1) / SHORT, size = SHORT;
  const room = <u64>SHORT << (32 - clz<u32>(groups - 1));
  if (room > 0x1fffffff) return raiseNoMemory(0xffffffff);
  let from = allocRaw(<usize>room << 2), to = allocRaw(<usize>room << 2);
  let ok = from != 0 && to != 0;
  if (!ok) raiseNoMemory(<u32>room << 2);
  for (let g = groups; ok && g != 0; g--) {
    const top = g == groups, count = top ? chunks - (groups - 1) * SHORT : SHORT;
    readShort(from + (<usize>(g - 1) * SHORT << 2), SHORT, count, top ? first : chunkDigits, base);
  }
  for (let k = 0; ok && groups > 1; k++) {
    ok = nextPower();
    for (let g: u32 = 0; ok && g < groups; g += 2) {
      const low = from + (<usize>g * size << 2), dst = to + (<usize>g * size << 2);
      if (g + 1 == groups) {                     // an odd last group: its upper half is empty
        memory.copy(dst, low, <usize>size << 2);
        memory.fill(dst + (<usize>size << 2), 0, <usize>size << 2);
        continue;
      }
      const high = low + (<usize>size << 2), highLength = limbsTrim(high, size),
        pn = powerLength(k);
      ok = bigMul(dst, high, highLength, powerAt(k), pn);
      const used = highLength + pn;
      memory.fill(dst + (<usize>used << 2), 0, <usize>(2 * size - used) << 2);
      limbsAdd(dst, dst, 2 * size, low, size);
    }
    const t = from; from = to; to = t;
    groups = (groups + 1) >> 1;
    size <<= 1;
  }
  let result = RAISED;
  if (ok) {
    const n = limbsTrim(from, size);
    const b = bigAlloc(n);
    if (changetype<usize>(b) != 0) {
      memory.copy(b.limbs(), from, <usize>n << 2);
      result = bigFinish(b, negative);
    }
  }
  freePowers();
  freeRaw(from);
  freeRaw(to);
  return result;
}
