// Unicode: classes of code points, case mapping, decimal digits - for the whole range, by compact
// tables.
//
// A code point's class is found in runs of equal classes (about 3900): a binary search in an index
// of every 64th run, then a walk. ASCII is answered by a table of its own. Case mappings are rows
// of code points with a step of 1 or 2 that map to as many others, or of one that becomes several
// characters.
//
// The tables lie compressed until somebody asks for more than ASCII (heap/compressed.ts): then the
// index and the rows are made from them. A snapshot has neither.
import {
  UNICODE, RUNS_AT, RUN_COUNT, UPPER_END, LOWER_END, TITLE_END, FOLD_END, INDEX_BYTES, ROWS_BYTES,
  BUILT, BUILT_BYTES,
} from "./unicode_tables";

// Flags of a code point, in the order of tools/unicode-tables.py.
export const U_ALPHA: u32 = 1;
export const U_DECIMAL: u32 = 2;
export const U_DIGIT: u32 = 4;
export const U_NUMERIC: u32 = 8;
export const U_SPACE: u32 = 0x10;
export const U_PRINTABLE: u32 = 0x20;
export const U_LOWER: u32 = 0x40;
export const U_UPPER: u32 = 0x80;
export const U_TITLE: u32 = 0x100;
export const U_CASED: u32 = 0x200;
/** Passed over when it is asked whether a sigma ends a word. */
export const U_CASE_IGNORABLE: u32 = 0x400;
/** Can begin an identifier; can go on in one. */
export const U_ID_START: u32 = 0x800;
export const U_ID_CONTINUE: u32 = 0x1000;
/** What str.isalnum accepts. */
export const U_ALNUM: u32 = U_ALPHA | U_DECIMAL | U_DIGIT | U_NUMERIC;

/** First code point of the run that the last search ended in. */
let runBegin: u32 = 0;

/** Flags of the 128 ASCII characters, u16 each; filled by unicodeInit. */
const ASCII: usize = memory.data(256, 2);
/** Fills the ASCII table. Called once at boot. */
export function unicodeInit(): void {
  for (let c: u32 = 0; c < 128; c++) store<u16>(ASCII + (c << 1), <u16>searchFlags(c));
}

let wake: () => void = (): void => {};
/** Called once at boot: `f` sees to it that UNICODE is there. */
export function installUnicodeWake(f: () => void): void { wake = f; }

// BUILT:  | index: of every 64th run its first code point, address; u32 | rows | several: three u16 each, 0 for none |
// a row: first code point, 21 bits; step - 1, 1 bit; count, 10 bits | what to add; or, if count is
// 0, address in several

let at: usize = 0;
function number(): u32 {
  let n: u32 = 0, shift: u32 = 0;
  while (true) {
    const b = <u32>load<u8>(at++);
    n |= (b & 127) << shift;
    if (b < 128) return n;
    shift += 7;
  }
}
/** Length of the run at `at`, which it passes. */
function runLength(): u32 {
  const short = <u32>load<u8>(at++) & 7;
  return short != 0 ? short : number();
}
/** Makes BUILT. */
function build(): void {
  wake();
  at = UNICODE + RUNS_AT;
  let c: u32 = 0, to = BUILT;
  for (let i = 0; i < RUN_COUNT; i++) {
    if ((i & 63) == 0) {
      store<u32>(to, c);
      store<u32>(to, <u32>at, 4);
      to += 8;
    }
    c += runLength();
  }
  let several = BUILT + INDEX_BYTES + ROWS_BYTES;
  for (c = 0; to != BUILT + INDEX_BYTES + ROWS_BYTES; to += 8) {
    c = (c + number()) & 0x1fffff;
    const n = number();
    store<u32>(to, n >> 1 << 22 | (n & 1) << 21 | c);
    if (n == 0) {
      store<u32>(to, <u32>several, 4);
      for (let left = 3; left != 0; left--, several += 2) store<u16>(several, <u16>number());
    } else {
      const delta = number();
      store<u32>(to, delta >> 1 ^ -(delta & 1), 4);
    }
  }
}
@inline function isBuilt(): bool { return load<u32>(BUILT, 4) != 0; }
/** Drops what was made. */
export function unicodeSleep(): void { memory.fill(BUILT, 0, BUILT_BYTES); }
/** The last of the rows from `low` to `high` (numbers of 8 bytes at `table`) that begins at or
 *  before `c`. */
function search(table: usize, low: i32, high: i32, c: u32): usize {
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((load<u32>(table + (<usize>middle << 3)) & 0x1fffff) <= c) low = middle;
    else high = middle - 1;
  }
  return table + (<usize>low << 3);
}

/** U_* flags of a code point (any u32; 0 beyond Unicode). */
@inline export function unicodeFlags(c: u32): u32 {
  return c < 128 ? <u32>load<u16>(ASCII + (c << 1)) : searchFlags(c);
}
function searchFlags(c: u32): u32 {
  if (c > 0x10ffff) return 0;
  if (!isBuilt()) build();
  const row = search(BUILT, 0, INDEX_BYTES / 8 - 1, c);
  let begin = load<u32>(row);
  at = load<u32>(row, 4);
  while (true) {
    const head = <u32>load<u8>(at), length = runLength();
    if (c - begin < length) {
      runBegin = begin;
      return <u32>load<u16>(UNICODE + <usize>(head >> 3 << 1));
    }
    begin += length;
  }
}

@inline export function isAsciiSpace(c: u32): bool {
  return c == 32 || (c >= 9 && c <= 13);
}
/** str.isspace of one code point. */
export function isUnicodeSpace(c: u32): bool {
  if (c < 128) return c == 32 || (c >= 9 && c <= 13) || (c >= 28 && c <= 31);
  return (unicodeFlags(c) & U_SPACE) != 0;
}
/** A line ends with it (str.splitlines); \r\n is the caller's business. */
export function isLineBreak(c: u32): bool {
  if (c < 128) return (c >= 10 && c <= 13) || (c >= 28 && c <= 30);
  return c == 0x85 || c == 0x2028 || c == 0x2029;
}
/** Printed as it is by repr. */
export function isPrintable(c: u32): bool {
  if (c < 127) return c >= 32;
  return (unicodeFlags(c) & U_PRINTABLE) != 0;
}
/** Value 0..9 of a decimal digit of any script, -1: it is none. */
export function decimalValue(c: u32): i32 {
  if (c < 128) return c - 48 < 10 ? <i32>(c - 48) : -1;
  // Decimal digits come in rows of ten.
  return unicodeFlags(c) & U_DECIMAL ? <i32>((c - runBegin) % 10) : -1;
}

/** The row from `low` up to `high` that maps `c`. 0: none does. */
function mappingRow(low: i32, high: i32, c: u32): usize {
  if (!isBuilt()) build();
  const row = search(BUILT + INDEX_BYTES, low, high - 1, c);
  const entry = load<u32>(row), first = entry & 0x1fffff, step = entry >> 21 & 1,
    count = entry >> 22;
  return c >= first && c - first <= (count == 0 ? 0 : (count - 1) << step) && ((c - first) & step)
    == 0 ? row : 0;
}
@inline function givesSeveral(row: usize): bool { return load<u32>(row) >> 22 == 0; }
function simple(low: i32, high: i32, c: u32): u32 {
  const row = mappingRow(low, high, c);
  return row == 0 || givesSeveral(row) ? c : c + load<u32>(row, 4);
}
/** Upper case of one code point where it is one code point again, else itself. */
export function simpleUpper(c: u32): u32 {
  if (c < 128) return c - 97 < 26 ? c - 32 : c;
  return simple(0, UPPER_END, c);
}
/** Lower case of one code point where it is one code point again, else itself. */
export function simpleLower(c: u32): u32 {
  if (c < 128) return c - 65 < 26 ? c + 32 : c;
  return simple(UPPER_END, LOWER_END, c);
}

/** The mapped code points of the last fullUpper, fullLower, fullTitle, fullFold: three u32. */
export const MAPPED: usize = memory.data(12, 4);
function one(c: u32): i32 { store<u32>(MAPPED, c); return 1; }
/** Writes what the rows from `low` to `high` make of `c` to MAPPED; returns how many code points.
 *  0: no row maps it. */
function full(low: i32, high: i32, c: u32): i32 {
  const row = c < 128 ? 0 : mappingRow(low, high, c);
  if (row == 0) return 0;
  const value = load<u32>(row, 4);
  if (!givesSeveral(row)) return one(c + value);
  let n = 0;
  for (; n < 3; n++) {
    const unit = <u32>load<u16>(<usize>value + (<usize>n << 1));
    if (unit == 0) break;
    store<u32>(MAPPED + (<usize>n << 2), unit);
  }
  return n;
}
/** Writes the upper case of `c` to MAPPED; returns how many code points (1 to 3) it has. */
export function fullUpper(c: u32): i32 {
  const n = full(0, UPPER_END, c);
  return n != 0 ? n : one(c < 128 ? simpleUpper(c) : c);
}
/** The same for lower case (a final sigma is the caller's business). */
export function fullLower(c: u32): i32 {
  const n = full(UPPER_END, LOWER_END, c);
  return n != 0 ? n : one(c < 128 ? simpleLower(c) : c);
}
/** The same for title case. */
export function fullTitle(c: u32): i32 {
  const n = full(LOWER_END, TITLE_END, c);
  return n != 0 ? n : fullUpper(c);
}
/** The same for case folding. */
export function fullFold(c: u32): i32 {
  const n = full(TITLE_END, FOLD_END, c);
  return n != 0 ? n : fullLower(c);
}
