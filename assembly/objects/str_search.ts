// Searching bytes in bytes: what str, bytes and bytearray find, count, split and replace with.
//
// A search skips from one occurrence of the needle's last byte to the next (8 bytes at a time) and
// compares there. When comparing has cost more than a few steps for each byte passed, it goes over
// to Knuth-Morris- Pratt from where it stands: linear for every input. UTF-8 lets str search bytes
// too: a match of well-formed text begins and ends at characters.
import { sameBytes } from "../core/memory";
import { allocRaw, freeRaw } from "../heap/allocator";
import { chargeBytes, chargeScan, chargeWork } from "../heap/events";

const ONES: u64 = 0x0101010101010101;
const TOPS: u64 = 0x8080808080808080;

/** Offset of the first byte `b` in `bytes` bytes at `at`, -1: there is none. */
export function findByte(at: usize, bytes: i32, b: u32): i32 {
  const begin = at, end = at + <usize>bytes;
  const pattern = <u64>b * ONES;
  for (; at + 8 <= end; at += 8) {
    const x = load<u64>(at) ^ pattern;
    const hit = (x - ONES) & ~x & TOPS;
    if (hit != 0) { chargeBytes(at - begin); return <i32>(at - begin + <usize>(ctz(hit) >> 3)); }
  }
  chargeBytes(at - begin);
  for (; at < end; at++) if (load<u8>(at) == <u8>b) return <i32>(at - begin);
  return -1;
}
/** Offset of the last byte `b`, -1: there is none. */
export function findLastByte(at: usize, bytes: i32, b: u32): i32 {
  const pattern = <u64>b * ONES;
  let n = bytes;
  for (; n >= 8; n -= 8) {
    const x = load<u64>(at + <usize>n - 8) ^ pattern;
    if (((x - ONES) & ~x & TOPS) != 0) break;
  }
  for (n--; n >= 0; n--) if (load<u8>(at + <usize>n) == <u8>b) return n;
  return -1;
}

/** Offset of the first occurrence of the needle at or after `from`, -1: there is none. The empty
 *  needle is found at `from`. Unit: bytes. */
export function findBytes(hay: usize, hayBytes: i32, needle: usize, needleBytes: i32,
    from: i32): i32 {
  const found = find(hay, hayBytes, needle, needleBytes, from);
  if (needleBytes > 1 && hayBytes > from)
    chargeScan((found < 0 ? hayBytes : found + needleBytes) - from);
  return found;
}
function find(hay: usize, hayBytes: i32, needle: usize, needleBytes: i32, from: i32): i32 {
  const last = hayBytes - needleBytes;
  if (from > last) return -1;
  if (needleBytes == 0) return from;
  const m = needleBytes - 1;
  const tail = <u32>load<u8>(needle + <usize>m);
  if (m == 0) {
    const found = findByte(hay + <usize>from, hayBytes - from, tail);
    return found < 0 ? -1 : found + from;
  }
  let i = from, work = -256;
  while (i <= last) {
    const skip = findByte(hay + <usize>(i + m), last - i + 1, tail);
    if (skip < 0) return -1;
    i += skip;
    let k = 0;
    const at = hay + <usize>i;
    while (k < m && load<u8>(at + <usize>k) == load<u8>(needle + <usize>k)) k++;
    if (k == m) return i;
    work += k + 2;
    if (work > (i - from) << 2) {
      const found = searchLinear(hay, hayBytes, needle, needleBytes, i, 1);
      if (found != NO_MEMORY) return found;
      work = i32.MIN_VALUE;
    }
    i++;
  }
  return -1;
}
/** Offset of the last occurrence of the needle, -1: there is none. The empty needle is found at the
 *  end. */
export function findLastBytes(hay: usize, hayBytes: i32, needle: usize, needleBytes: i32): i32 {
  const found = findLast(hay, hayBytes, needle, needleBytes);
  if (hayBytes > 0) chargeScan(found < 0 ? hayBytes : hayBytes - found);
  return found;
}
function findLast(hay: usize, hayBytes: i32, needle: usize, needleBytes: i32): i32 {
  const last = hayBytes - needleBytes;
  if (last < 0) return -1;
  if (needleBytes == 0) return hayBytes;
  if (needleBytes == 1) return findLastByte(hay, hayBytes, load<u8>(needle));
  const found = searchLinear(hay, hayBytes, needle, needleBytes, 0, -1);
  if (found != NO_MEMORY) return found;
  let i = last;
  while (i >= 0 && !sameBytes(hay + <usize>i, needle, needleBytes)) i--;
  return i;
}

const NO_MEMORY: i32 = -2;
/** Knuth-Morris-Pratt from `from`, forwards (step 1) or, with everything counted from the ends,
 *  backwards (step -1). Returns the offset, -1, or NO_MEMORY: no room for its table. */
function searchLinear(hay: usize, hayBytes: i32, needle: usize, needleBytes: i32, from: i32,
    step: i32): i32 {
  // border[k]: length of the longest proper prefix of needle[0..k] that ends there
  const border = allocRaw(<usize>needleBytes << 2);
  if (border == 0) return NO_MEMORY;
  const h = step > 0 ? hay : hay + <usize>hayBytes - 1;
  const p = step > 0 ? needle : needle + <usize>needleBytes - 1;
  store<i32>(border, 0);
  let k = 0;
  for (let i = 1; i < needleBytes; i++) {
    const c = load<u8>(p + <usize>(i * step));
    while (k != 0 && c != load<u8>(p + <usize>(k * step)))
      k = load<i32>(border + (<usize>(k - 1) << 2));
    if (c == load<u8>(p + <usize>(k * step))) k++;
    store<i32>(border + (<usize>i << 2), k);
  }
  k = 0;
  let result = -1;
  for (let i = from; i < hayBytes; i++) {
    const c = load<u8>(h + <usize>(i * step));
    while (k != 0 && c != load<u8>(p + <usize>(k * step)))
      k = load<i32>(border + (<usize>(k - 1) << 2));
    if (c == load<u8>(p + <usize>(k * step))) k++;
    if (k == needleBytes) {
      result = step > 0 ? i + 1 - needleBytes : hayBytes - 1 - i;
      break;
    }
  }
  freeRaw(border);
  return result;
}

/** How often a byte is there. */
function countByte(at: usize, bytes: i32, b: u32): i32 {
  const end = at + <usize>bytes, pattern = <u64>b * ONES;
  let count: u64 = 0;
  chargeBytes(<usize>bytes);
  for (; at + 8 <= end; at += 8) {
    const x = load<u64>(at) ^ pattern;
    // Of each byte that is zero the highest bit, and no other.
    count += popcnt(~((x & ~TOPS) + ~TOPS | x) & TOPS);
  }
  for (; at < end; at++) count += <u64>(load<u8>(at) == <u8>b);
  return <i32>count;
}

/** Occurrences of a needle (not empty) that do not overlap, at most `most`. */
export function countBytes(hay: usize, hayBytes: i32, needle: usize, needleBytes: i32,
    most: i32): i32 {
  let count = 0, from = 0;
  if (needleBytes == 1) {
    count = countByte(hay, hayBytes, load<u8>(needle));
    if (count > most) count = most;
  } else {
    for (; count < most; count++) {
      const at = findBytes(hay, hayBytes, needle, needleBytes, from);
      if (at < 0) break;
      from = at + needleBytes;
    }
  }
  chargeWork(count);
  return count;
}
