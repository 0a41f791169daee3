// What lies compressed in the core until its first use: code frozen into it (bytecode/packed.ts), and texts that are seldom
// needed, of errors above all. To expand it needs no memory of the heap, so that an exception can always say what it is.
//
// An area is a place in static memory where something stands once it is awake, and is zero before. The build compresses what
// stands there (tools/image.mjs, tools/compress.mjs). A snapshot holds areas as the image does: asleep.
//
// A stream: the bits of a range coder, each with the probability that adaptive models give it.
//  step:     0, literal | 1, match                     model: which of the last two steps were matches
//  literal:  8 bits, highest first                     models: the bits before; these and the byte before; mixed
//  match:    [1: same offset as the last match | 0:] length - 1, [offset]      (the first bit only after a literal)
//  numbers:  one 1 for each binary digit behind the first, 0, these digits     models: by kind of number; offsets by length
import { installUnicodeWake, unicodeSleep } from "../core/unicode";
import { UNICODE, UNICODE_BYTES } from "../core/unicode_tables";
import { addPackHook } from "./pack";

/** Rows of areas: where it stands, its bytes, where it is compressed (0: not yet), 1: awake; u32 each. The last is none. */
const AREAS: usize = memory.data(16 * 16, 16);
const ROW: usize = 16;
const AREA_COUNT: usize = 15;
/** The area of texts; tools/link.mjs says which are in it, and has wakeTexts called before they are read. */
export const AREA_TEXTS: usize = 0;
/** The area of the tables in core/unicode.ts, and the first one of frozen code. */
const AREA_UNICODE: usize = 1;
const AREA_FROZEN: usize = 2;
/** Compressed areas, behind each other. */
const STREAMS: usize = memory.data(60 << 10, 16);
/** Code frozen into the core stands here. */
const FROZEN_BYTES: usize = 96 << 10;
const FROZEN: usize = memory.data(96 << 10, 16);
/** An area of frozen code that has this size is full: the larger, the shorter are streams, and the longer takes the first
 *  use. The helpers of built-in functions are by themselves. */
const AREA_BYTES: usize = 20 << 10;

/** The rows and the place of the streams, for the build. */
export function areasAt(): usize { return AREAS; }
export function streamsAt(): usize { return STREAMS; }
export function areasInit(): void {
  store<u32>(AREAS + ROW * AREA_UNICODE, <u32>UNICODE);
  store<u32>(AREAS + ROW * AREA_UNICODE, UNICODE_BYTES, 4);
  installUnicodeWake((): void => { wakeArea(AREAS + ROW * AREA_UNICODE); });
  addPackHook(areasSleep);
}

/** Room for a piece of frozen code. At build time. */
export function frozenRoom(bytes: usize): usize {
  const first = AREAS + ROW * AREA_FROZEN;
  let row = first;
  if (load<u32>(row) == 0) store<u32>(row, <u32>FROZEN);
  while (load<u32>(row + ROW) != 0) row += ROW;
  if (<usize>load<u32>(row, 4) >= (row == first ? 1 : AREA_BYTES)) {
    store<u32>(row + ROW, load<u32>(row) + load<u32>(row, 4));
    row += ROW;
  }
  const at = <usize>load<u32>(row) + load<u32>(row, 4);
  if (row + ROW >= AREAS + AREA_COUNT * ROW || at + bytes - FROZEN > FROZEN_BYTES) unreachable();
  store<u32>(row, load<u32>(row, 4) + <u32>bytes, 4);
  return at;
}

/** Wakes the area that an address lies in, if it is one. */
export function wakeAreaOf(address: usize): void {
  for (let row = AREAS; row < AREAS + AREA_COUNT * ROW; row += ROW) {
    if (address - load<u32>(row) < <usize>load<u32>(row, 4)) wakeArea(row);
  }
}
export function wakeTexts(): void { wakeArea(AREAS + ROW * AREA_TEXTS); }
function wakeArea(row: usize): void {
  if (load<u32>(row, 12) != 0 || load<u32>(row, 8) == 0) return;
  store<u32>(row, 1, 12);
  expand(load<u32>(row, 8), load<u32>(row), load<u32>(row, 4));
}
/** Brings areas that are awake into the state of the image. */
function areasSleep(): void {
  unicodeSleep();
  for (let row = AREAS; row < AREAS + AREA_COUNT * ROW; row += ROW) {
    if (load<u32>(row, 12) == 0) continue;
    memory.fill(load<u32>(row), 0, load<u32>(row, 4));
    store<u32>(row, 0, 12);
  }
}

// ---- expanding ----

// Cells of models, u16: probability of a 1 (12 bits) and how often it was seen (4 bits), as what differs from one half and 0.
const FLAGS: u32 = 0;
const AGAIN: u32 = 4;
const NUMBERS: u32 = 8;
const NUMBER_CELLS: u32 = 480;
const ORDER0: u32 = 2432;
const ORDER1: u32 = 2688;
const CELLS_BYTES: usize = 2 * (2688 + 65536);
const CELLS: usize = memory.data(2 * (2688 + 65536), 16);
const MOST_COUNT: u32 = 15;
/** Kinds of numbers: offsets of matches of length 2, 3, and more; lengths; lengths of those with the last offset. */
const LENGTH: u32 = 3;
const LENGTH_AGAIN: u32 = 4;

let source: usize = 0;
let range: u32 = 0;
let code: u32 = 0;

/** The next bit. p: probability that it is 1, of 65536. */
function bit(p: u32): u32 {
  const bound = (range >> 16) * p;
  let b: u32 = 1;
  if (code < bound) {
    range = bound;
  } else {
    code -= bound;
    range -= bound;
    b = 0;
  }
  while (range < 1 << 24) {
    range <<= 8;
    code = code << 8 | load<u8>(source++);
  }
  return b;
}
@inline function cellAt(index: u32): u32 { return load<u16>(CELLS + (<usize>index << 1)) ^ 0x8000; }
function learn(index: u32, b: u32): void {
  const cell = cellAt(index), count = cell & 15, p = <i32>(cell >> 4);
  const shift = count < 1 ? 1 : count < 3 ? 2 : count < 10 ? 3 : count < MOST_COUNT ? 4 : 5;
  const now = p + ((<i32>(b == 0 ? 0 : 4095) - p) >> shift);
  store<u16>(CELLS + (<usize>index << 1), (<u32>(now < 1 ? 1 : now) << 4 | (count == MOST_COUNT ? count : count + 1)) ^ 0x8000);
}
function bitOf(index: u32): u32 {
  const b = bit(cellAt(index) & 0xfff0);
  learn(index, b);
  return b;
}
function numberOf(kind: u32): u32 {
  const base = NUMBERS + kind * NUMBER_CELLS;
  let bits: u32 = 0, n: u32 = 1;
  while (bitOf(base + bits) != 0) bits++;
  const digits = base + 24 * (bits + 1);
  while (bits != 0) {
    bits--;
    n = n << 1 | bitOf(digits + (n < 8 ? n : 8 + bits));
  }
  return n;
}
function literal(previous: u32): u32 {
  let n: u32 = 1;
  do {
    const one = ORDER1 + (previous << 8 | n), a = cellAt(ORDER0 + n), b = cellAt(one);
    const count = b & 15, p = <i32>(b & 0xfff0);
    const next = bit(p + ((<i32>(a & 0xfff0) - p) >> (count < 2 ? 1 : count < 5 ? 2 : 3)));
    learn(ORDER0 + n, next);
    learn(one, next);
    n = n << 1 | next;
  } while (n < 256);
  return n & 255;
}
function expand(from: usize, to: usize, bytes: usize): void {
  source = from;
  range = 0xffffffff;
  code = bswap(load<u32>(from));
  source += 4;
  let steps: u32 = 0, offset: usize = 0;
  for (let at = to, end = to + bytes; at < end;) {
    const isMatch = bitOf(FLAGS + steps);
    if (isMatch == 0) {
      store<u8>(at, literal(at == to ? 0 : <u32>load<u8>(at - 1)));
      at++;
    } else {
      const again = (steps & 1) == 0 && bitOf(AGAIN) != 0;
      let left = numberOf(again ? LENGTH_AGAIN : LENGTH) + 1;
      if (!again) offset = numberOf(left < 4 ? left - 2 : 2);
      for (; left != 0; left--) {
        store<u8>(at, load<u8>(at - offset));
        at++;
      }
    }
    steps = (steps << 1 | isMatch) & 3;
  }
  memory.fill(CELLS, 0, CELLS_BYTES);
  source = 0;
  range = code = 0;
}
