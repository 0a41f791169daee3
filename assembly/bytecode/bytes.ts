// Reading bytes, of a .mpy file or of code: a place, an end that is never passed, and whether
// anything was wrong.

export class Bytes {
  static at: usize = 0;
  static end: usize = 0;
  /** Something was wrong, or beyond the end: the rest is not to be looked at. */
  static bad: bool = false;
}

/** The next byte. */
export function byte(): u32 {
  if (Bytes.at >= Bytes.end) { Bytes.bad = true; return 0; }
  return load<u8>(Bytes.at++);
}
/** A number: groups of 7 bits, the highest first. */
export function vuint(): u32 {
  let n: u32 = 0;
  while (true) {
    const b = byte();
    if (n >> 25 != 0) Bytes.bad = true;
    n = n << 7 | (b & 0x7f);
    if (b < 0x80) return n;
  }
}
