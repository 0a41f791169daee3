// What lies compressed in the core until its first use: frozen Python (objects/frozen.ts), and
// texts that are seldom needed, of errors above all. To expand it needs no memory of the heap, so
// that an exception can always say what it is.
//
// An area is a place in static memory where something stands once it is awake, and is zero before.
// The build compresses what stands there (tools/image.mjs, tools/compress.mjs). A snapshot holds
// areas as the image does: asleep.
//
// A stream: the bits of a range coder, each with the probability that adaptive models give it.
//  step:     0, literal | 1, match                     keys: which of the last two steps were matches
//  literal:  8 bits, highest first                     keys: the bits before
//  match:    [1: same offset as the last match | 0:] length - 1, [offset]      (the first bit only after a literal)
//  The first area of frozen Python counts as if it stood right before each one behind it, and its
//              models go on there: it is expanded again.
//  offset:   bytes; in texts and frozen Python places of the same kind (kindNow), of which a match's source is one
//  numbers:  one 1 for each binary digit behind the first, 0, these digits     keys: by kind of number; offsets by length
//
// A bit's probability: three cells say what they would add to the logarithm of its odds, one for the
// key alone, one for the byte before the step too, and one also for three bits of the one before
// that. All three learn from what is left as the error, the more the less they have seen.
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
 *  modules, of types: the module io's, other modules', others; of static qstrs), and the first one of frozen code. */
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

// Keys: what a bit says.
const FLAGS: u32 = 0;
const AGAIN: u32 = 4;
const NUMBERS: u32 = 8;
const NUMBER_KEYS: u32 = 480;
const LITERAL: u32 = 2432;
/** Cells by a hash, i32: what is added to a logarithm of odds (to base 2, of 2^21), in the lowest 4
 *  bits how often it was. */
const CELL_BITS: u32 = 16;
const CELLS_BYTES: usize = 4 << 16;
const CELLS: usize = memory.data(4 << 16, 16);
/** How fast a cell learns at first, and for how many steps that gets slower. */
const FASTEST: i32 = 17;
const MOST_COUNT: i32 = 11;
/** Kinds of numbers: offsets of matches of length 2, 3, and more; lengths; lengths of those with
 *  the last offset. */
const LENGTH: u32 = 3;
const LENGTH_AGAIN: u32 = 4;

/** The last place of each kind, u32; of each place how far the one before it of its kind is, u16. */
const LAST_PLACES_BYTES: usize = 4 * 256;
const LAST_PLACES: usize = memory.data(4 * 256, 16);
const MOST_PLACES: u32 = 48 << 10;
const STEPS_BACK: usize = memory.data(2 * (48 << 10), 16);
/** Bytes expanded so far: a place. */
let place: u32 = 0;

let source: usize = 0;
let range: u32 = 0;
let code: u32 = 0;

@inline function cellAt(context: u32): usize {
  return CELLS + <usize>(context * 0x9e3779b1 >> (32 - CELL_BITS) << 2);
}
@inline function learn(at: usize, cell: i32, error: i32): void {
  const count = cell & 15;
  store<i32>(at, cell + (error * (FASTEST - count) & -16) + <i32>(count < MOST_COUNT));
}
/** The next bit of a key. recent: the bytes before the step, the last one lowest. */
function bitOf(key: u32, recent: u32): u32 {
  const a = cellAt(key), b = cellAt((recent & 0xff | 0x10000) << 12 | key),
    c = cellAt((recent & 0xe0ff | 0x20000) << 12 | key);
  const x = load<i32>(a), y = load<i32>(b), z = load<i32>(c);
  // A float's bits are its logarithm, roughly.
  const odds = reinterpret<f32>(0x3f800000 - (x + y + z << 2));
  const p = <i32>(<f32>65504 / (<f32>1 + odds)) + 16, bound = (range >> 16) * <u32>p;
  // (without a branch, which would be mispredicted often)
  const bit = <u32>(code < bound), isZero = bit - 1, error = <i32>(bit << 16) - p;
  code -= bound & isZero;
  range = bound + (range - (bound << 1) & isZero);
  while (range < 1 << 24) {
    range <<= 8;
    code = code << 8 | load<u8>(source++);
  }
  learn(a, x, error);
  learn(b, y, error);
  learn(c, z, error);
  return bit;
}
function numberOf(kind: u32, recent: u32): u32 {
  const base = NUMBERS + kind * NUMBER_KEYS;
  let bits: u32 = 0, n: u32 = 1;
  while (bitOf(base + bits, recent) != 0) bits++;
  const digits = base + 24 * (bits + 1);
  while (bits != 0) {
    bits--;
    n = n << 1 | bitOf(digits + (n < 8 ? n : 8 + bits), recent);
  }
  return n;
}
function literal(recent: u32): u32 {
  let n: u32 = 1;
  do n = n << 1 | bitOf(LITERAL + n, recent); while (n < 256);
  return n & 255;
}
/** Where the last place of this kind is noted. recent: the bytes before, the last one lowest. The
 *  kind: the last byte, and whether the one before it is a letter. */
@inline function kindNow(recent: u32): usize {
  return LAST_PLACES + (<usize>(recent & 127 | <u32>((recent >> 8 & 255) > 64) << 7) << 2);
}
/** Expands the area of a row. Matches before it are `gap` bytes further back. */
function expand(row: usize, gap: usize): void {
  const to = <usize>load<u32>(row), end = to + load<u32>(row, 4);
  const byKind = row >= FIRST_FROZEN || row == AREAS + ROW * AREA_TEXTS;
  source = load<u32>(row, 8);
  range = 0xffffffff;
  code = bswap(load<u32>(source));
  source += 4;
  let steps: u32 = 0, offset: usize = 0, recent: u32 = 0;
  for (let at = to; at < end;) {
    const isMatch = bitOf(FLAGS + steps, recent);
    let left: u32 = 1, back: usize = 0;
    if (isMatch != 0) {
      const again = (steps & 1) == 0 && bitOf(AGAIN, recent) != 0;
      left = numberOf(again ? LENGTH_AGAIN : LENGTH, recent) + 1;
      if (!again) {
        let n = numberOf(left < 4 ? left - 2 : 2, recent);
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
      const byte = isMatch != 0 ? <u32>load<u8>(at - back) : literal(recent);
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
