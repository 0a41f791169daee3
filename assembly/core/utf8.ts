// UTF-8 in linear memory: counting, decoding, encoding, validating. Lone surrogates are allowed in
// str values (as CPython allows them), encoded in three bytes; strict validation refuses them.

/** Characters in `bytes` bytes at `at`: bytes that do not continue a sequence. */
export function utf8Count(at: usize, bytes: usize): u32 {
  let continuation: u32 = 0;
  const end = at + bytes;
  while (at + 8 <= end) {
    const w = load<u64>(at);
    // bit 7 set and bit 6 clear in each byte that continues a sequence
    continuation += <u32>popcnt((w >> 7) & (~w >> 6) & 0x0101010101010101);
    at += 8;
  }
  let count = <u32>bytes - continuation;
  for (; at < end; at++) if ((load<u8>(at) & 0xc0) == 0x80) count--;
  return count;
}

/** True if all bytes are below 128. */
export function isAsciiBytes(at: usize, bytes: usize): bool {
  const end = at + bytes;
  for (; at + 8 <= end; at += 8) if ((load<u64>(at) & 0x8080808080808080) != 0) return false;
  for (; at < end; at++) if (load<u8>(at) >= 0x80) return false;
  return true;
}

/** Length of the sequence that begins with this byte. Unit: bytes. */
@inline export function utf8SequenceLength(first: u8): u32 {
  return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/** Code point of the well-formed sequence at `at`. */
export function utf8Decode(at: usize): u32 {
  const a = <u32>load<u8>(at);
  return a < 0x80 ? a : decodeLong(at, a);
}
/** The same where the first byte is `a`, at least 0xc0. */
function decodeLong(at: usize, a: u32): u32 {
  const b = <u32>load<u8>(at, 1) & 0x3f;
  if (a < 0xe0) return (a & 0x1f) << 6 | b;
  const c = <u32>load<u8>(at, 2) & 0x3f;
  if (a < 0xf0) return (a & 0x0f) << 12 | b << 6 | c;
  return (a & 0x07) << 18 | b << 12 | c << 6 | (<u32>load<u8>(at, 3) & 0x3f);
}

/** Bytes that `codePoint` takes. */
@inline export function utf8Width(codePoint: u32): u32 {
  return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
}

/** Writes a code point; returns its width in bytes (at most 4 are written). */
export function utf8Encode(at: usize, codePoint: u32): u32 {
  if (codePoint < 0x80) { store<u8>(at, <u8>codePoint); return 1; }
  if (codePoint < 0x800) {
    store<u8>(at, <u8>(0xc0 | codePoint >> 6));
    store<u8>(at, <u8>(0x80 | codePoint & 0x3f), 1);
    return 2;
  }
  if (codePoint < 0x10000) {
    store<u8>(at, <u8>(0xe0 | codePoint >> 12));
    store<u8>(at, <u8>(0x80 | codePoint >> 6 & 0x3f), 1);
    store<u8>(at, <u8>(0x80 | codePoint & 0x3f), 2);
    return 3;
  }
  store<u8>(at, <u8>(0xf0 | codePoint >> 18));
  store<u8>(at, <u8>(0x80 | codePoint >> 12 & 0x3f), 1);
  store<u8>(at, <u8>(0x80 | codePoint >> 6 & 0x3f), 2);
  store<u8>(at, <u8>(0x80 | codePoint & 0x3f), 3);
  return 4;
}

/** Offset of the first byte that is not well-formed UTF-8 (RFC 3629), or -1. With `surrogates`,
 *  lone surrogates pass. */
export function utf8Invalid(at: usize, bytes: usize, surrogates: bool): isize {
  const begin = at, end = at + bytes;
  while (at < end) {
    if (at + 8 <= end && (load<u64>(at) & 0x8080808080808080) == 0) { at += 8; continue; }
    const a = load<u8>(at);
    if (a < 0x80) { at++; continue; }
    const width = <usize>utf8SequenceLength(a);
    if (a < 0xc2 || a > 0xf4 || at + width > end) return at - begin;
    const b = load<u8>(at, 1);
    if ((b & 0xc0) != 0x80) return at - begin;
    if (width > 2 && (load<u8>(at, 2) & 0xc0) != 0x80) return at - begin;
    if (width > 3 && (load<u8>(at, 3) & 0xc0) != 0x80) return at - begin;
    if ((a == 0xe0 && b < 0xa0) || (a == 0xf0 && b < 0x90) || (a == 0xf4 && b > 0x8f))
      return at - begin;
    if (!surrogates && a == 0xed && b > 0x9f) return at - begin;
    at += width;
  }
  return -1;
}

/** True if the bytes at both places are the same. */
export function sameBytes(a: usize, b: usize, bytes: usize): bool {
  if (bytes >= 8) {
    const last = bytes - 8;
    for (let i: usize = 0; i < last; i += 8) if (load<u64>(a + i) != load<u64>(b + i)) return false;
    return load<u64>(a + last) == load<u64>(b + last);
  }
  if (bytes >= 4)
    return load<u32>(a) == load<u32>(b) && load<u32>(a + bytes - 4) == load<u32>(b + bytes - 4);
  for (let i: usize = 0; i < bytes; i++) if (load<u8>(a + i) != load<u8>(b + i)) return false;
  return true;
}

/** Copies bytes that do not overlap. For the few bytes that strings mostly have this is faster than
 *  memory.copy. */
export function copyBytes(to: usize, from: usize, bytes: usize): void {
  if (bytes >= 8) {
    if (bytes > 64) { memory.copy(to, from, bytes); return; }
    const last = bytes - 8;
    for (let i: usize = 0; i < last; i += 8) store<u64>(to + i, load<u64>(from + i));
    store<u64>(to + last, load<u64>(from + last));
  } else if (bytes >= 4) {
    const tail = load<u32>(from + bytes - 4);
    store<u32>(to, load<u32>(from));
    store<u32>(to + bytes - 4, tail);
  } else if (bytes >= 2) {
    const last = load<u8>(from + bytes - 1);
    store<u16>(to, load<u16>(from));
    store<u8>(to + bytes - 1, last);
  } else if (bytes != 0) {
    store<u8>(to, load<u8>(from));
  }
}
