// What lies compressed in the core until its first use: frozen Python (objects/frozen.ts), and
// texts that are seldom needed, of errors above all. To expand it needs no memory of the heap, so
// that an exception can always say what it is.
//
// An area is a place in static memory where something stands once it is awake, and is zero before.
// The build compresses what stands there (tools/image.mjs, tools/compress.mjs). A snapshot holds
// areas as the image does: asleep.
//
// A stream: the bits of a range coder, each with the probability that adaptive models give it.
//  step:     0, literal | 1, match                     model: which of the last two steps were matches
//  literal:  8 bits, highest first                     models: the bits before; these and the byte before; mixed
//  match:    [1: same offset as the last match | 0:] length - 1, [offset]      (the first bit only after a literal)
//  The first area of frozen Python counts as if it stood right before each one behind it, and its
//              models go on there: it is expanded again.
//  offset:   bytes; in frozen Python places of the same kind (kindNow), of which a match's source is one
//  numbers:  one 1 for each binary digit behind the first, 0, these digits     models: by kind of number; offsets by length
import { installUnicodeWake, unicodeSleep } from "../core/unicode";
import { UNICODE, UNICODE_BYTES } from "../core/unicode_tables";
import { addPackHook } from "./pack";

/** Rows of areas: where it stands, its bytes, where it is compressed (0: not yet), 1: awake; u32
 *  each. The last is none. */
const AREAS: usize = memory.data(16 * 16, 16);
const ROW: usize = 16;
const AREA_COUNT: usize = 15;
/** The area of texts; tools/link.mjs says which are in it, and has wakeTexts called before they are
 *  read. */
export const AREA_TEXTS: usize = 0;
/** The areas of the tables in core/unicode.ts and of the lists in objects/module_list.ts (of
 *  modules, of types: the module io's, other modules', others; of static qstrs), and the first one
 *  of frozen code. */
const AREA_UNICODE: usize = 1;
export const AREA_LISTS: usize = 2;
export const AREA_STREAMS: usize = 3;
export const AREA_MODULE_TYPES: usize = 4;
export const AREA_TYPES: usize = 5;
export const AREA_QSTRS: usize = 6;
const AREA_FROZEN: usize = 7;
/** Compressed areas, behind each other. */
const STREAMS: usize = memory.data(52 << 10, 16);
/** Source of frozen Python stands here, in areas from this one on, which all behind it refer to. */
const FIRST_FROZEN: usize = AREAS + ROW * AREA_FROZEN;
const FROZEN_BYTES: usize = 128 << 10;
const FROZEN: usize = memory.data(128 << 10, 16);

/** The rows and the place of the streams, for the build. */
export function areasAt(): usize { return AREAS; }
export function streamsAt(): usize { return STREAMS; }
export function areasInit(): void {
  setArea(AREA_UNICODE, UNICODE, UNICODE_BYTES);
  installUnicodeWake((): void => { wakeArea(AREAS + ROW * AREA_UNICODE); });
  addPackHook(areasSleep);
}

/** Says where an area is. At build time. */
export function setArea(area: usize, at: usize, bytes: usize): void {
  store<u32>(AREAS + ROW * area, <u32>at);
  store<u32>(AREAS + ROW * area, <u32>bytes, 4);
}
/** Room for a piece of frozen Python, in the last area or in a fresh one. At build time. */
export function frozenRoom(bytes: usize, fresh: bool): usize {
  let row = FIRST_FROZEN;
  if (load<u32>(row) == 0) store<u32>(row, <u32>FROZEN);
  while (load<u32>(row + ROW) != 0) row += ROW;
  const at = <usize>load<u32>(row) + load<u32>(row, 4);
  if (fresh && at != FROZEN) {
    row += ROW;
    store<u32>(row, <u32>at);
  }
  if (row + ROW >= AREAS + AREA_COUNT * ROW || at + bytes - FROZEN > FROZEN_BYTES) unreachable();
  store<u32>(row, load<u32>(row, 4) + <u32>bytes, 4);
  if (load<u32>(FIRST_FROZEN, 4) + load<u32>(row, 4) > MOST_PLACES) unreachable();
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
  const at = <usize>load<u32>(row);
  let gap: usize = 0;
  if (row > FIRST_FROZEN) {
    store<u32>(FIRST_FROZEN, 1, 12);
    expand(FIRST_FROZEN, 0);
    gap = at - load<u32>(FIRST_FROZEN) - load<u32>(FIRST_FROZEN, 4);
  }
  expand(row, gap);
  memory.fill(CELLS, 0, CELLS_BYTES);
  memory.fill(LAST_PLACES, 0, LAST_PLACES_BYTES);
  memory.fill(STEPS_BACK, 0, <usize>place << 1);
  source = 0;
  range = code = place = 0;
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

// Cells of models, u16: probability of a 1 (12 bits) and how often it was seen (4 bits), as what
// differs from one half and 0.
const FLAGS: u32 = 0;
const AGAIN: u32 = 4;
const NUMBERS: u32 = 8;
const NUMBER_CELLS: u32 = 480;
const ORDER0: u32 = 2432;
const ORDER1: u32 = 2688;
const CELLS_BYTES: usize = 2 * (2688 + 65536);
const CELLS: usize = memory.data(2 * (2688 + 65536), 16);
const MOST_COUNT: u32 = 15;
/** Kinds of numbers: offsets of matches of length 2, 3, and more; lengths; lengths of those with
 *  the last offset. */
const LENGTH: u32 = 3;
const LENGTH_AGAIN: u32 = 4;

/** The last place of each kind, u32; of each place how far the one before it of its kind is, u16. */
const LAST_PLACES_BYTES: usize = 4 * 256;
const LAST_PLACES: usize = memory.data(4 * 256, 16);
const MOST_PLACES: u32 = 40 << 10;
const STEPS_BACK: usize = memory.data(2 * (40 << 10), 16);
/** Bytes expanded so far: a place. */
let place: u32 = 0;

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
@inline function cellAt(index: u32): usize { return CELLS + (<usize>index << 1); }
@inline function cellOf(at: usize): u32 { return load<u16>(at) ^ 0x8000; }
/** How fast a cell learns: 3 bits for each count. In these numbers, since whole areas are a first
 *  use's time. */
const SHIFTS: u64 = 0xb2491b6db691;
/** What weight the order-0 model of a literal has: 2 bits for each count of the other. */
const WEIGHTS: u32 = 0xfffffea5;
@inline function learn(at: usize, cell: u32, b: u32): void {
  const count = cell & 15, p = <i32>(cell >> 4);
  const now = p + (((-<i32>b & 4095) - p) >> (<i32>(SHIFTS >> <u64>(count * 3)) & 7));
  store<u16>(at, (<u32>max(now, 1) << 4 | (count + <u32>(count != MOST_COUNT))) ^ 0x8000);
}
function bitOf(index: u32): u32 {
  const at = cellAt(index), cell = cellOf(at), b = bit(cell & 0xfff0);
  learn(at, cell, b);
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
    const at = cellAt(ORDER0 + n), one = cellAt(ORDER1 + (previous << 8 | n)), a = cellOf(at),
      b = cellOf(one);
    const p = <i32>(b & 0xfff0);
    const next = bit(p + ((<i32>(a & 0xfff0) - p) >> (WEIGHTS >> ((b & 15) << 1) & 3)));
    learn(at, a, next);
    learn(one, b, next);
    n = n << 1 | next;
  } while (n < 256);
  return n & 255;
}
/** Where the last place of this kind is noted. recent: the bytes before, the last one lowest. The
 *  kind: the last byte, and whether the one before it is a letter. */
@inline function kindNow(recent: u32): usize {
  return LAST_PLACES + (<usize>(recent & 127 | <u32>((recent >> 8 & 255) > 64) << 7) << 2);
}
/** Expands the area of a row. Matches before it are `gap` bytes further back. */
function expand(row: usize, gap: usize): void {
  const to = <usize>load<u32>(row), end = to + load<u32>(row, 4), byKind = row >= FIRST_FROZEN;
  source = load<u32>(row, 8);
  range = 0xffffffff;
  code = bswap(load<u32>(source));
  source += 4;
  let steps: u32 = 0, offset: usize = 0, recent: u32 = 0;
  for (let at = to; at < end;) {
    const isMatch = bitOf(FLAGS + steps);
    let left: u32 = 1, back: usize = 0;
    if (isMatch != 0) {
      const again = (steps & 1) == 0 && bitOf(AGAIN) != 0;
      left = numberOf(again ? LENGTH_AGAIN : LENGTH) + 1;
      if (!again) {
        let n = numberOf(left < 4 ? left - 2 : 2);
        if (byKind) {
          let from = load<u32>(kindNow(recent));
          while (--n != 0) from -= load<u16>(STEPS_BACK + (<usize>from << 1));
          n = place - from;
        }
        offset = n;
      }
      back = at - offset < to ? offset + gap : offset;
    }
    for (; left != 0; left--, at++) {
      const byte = isMatch != 0 ? <u32>load<u8>(at - back) : literal(recent & 255);
      store<u8>(at, <u8>byte);
      if (byKind) {
        const last = kindNow(recent);
        store<u16>(STEPS_BACK + (<usize>place << 1), <u16>(place - load<u32>(last)));
        store<u32>(last, place++);
      }
      recent = recent << 8 | byte;
    }
    steps = (steps << 1 | isMatch) & 3;
  }
}
