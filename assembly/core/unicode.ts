// Unicode: classes of code points, case mapping, decimal digits - for the whole range, by compact tables.
//
// A code point's class is found in runs of equal classes (about 3900): a binary search in an index of every
// 64th run, then a walk. ASCII is answered by a table of its own. One-to-one case mappings are ranges with a
// step of 1 or 2; the few that give several characters stand in tables of their own.
import {
  CLASS_FLAGS, CLASS_INDEX, CLASS_INDEX_LENGTH, CLASS_RUNS, UPPER, UPPER_COUNT, UPPER_SPECIAL,
  UPPER_SPECIAL_COUNT, LOWER, LOWER_COUNT, LOWER_SPECIAL, LOWER_SPECIAL_COUNT, TITLE, TITLE_COUNT,
  TITLE_SPECIAL, TITLE_SPECIAL_COUNT, FOLD, FOLD_COUNT, FOLD_SPECIAL, FOLD_SPECIAL_COUNT,
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
/** U_* flags of a code point (any u32; 0 beyond Unicode). */
@inline export function unicodeFlags(c: u32): u32 {
  return c < 128 ? <u32>load<u16>(ASCII + (c << 1)) : searchFlags(c);
}
function searchFlags(c: u32): u32 {
  if (c > 0x10ffff) return 0;
  let low = 0, high = CLASS_INDEX_LENGTH - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (load<u32>(CLASS_INDEX + (<usize>middle << 3)) <= c) low = middle; else high = middle - 1;
  }
  let begin = load<u32>(CLASS_INDEX + (<usize>low << 3));
  let at = CLASS_RUNS + load<u32>(CLASS_INDEX + (<usize>low << 3), 4);
  while (true) {
    const head = <u32>load<u8>(at++);
    let length = head & 7;
    if (length == 0) {
      let shift: u32 = 0;
      while (true) {
        const b = <u32>load<u8>(at++);
        length |= (b & 127) << shift;
        if (b < 128) break;
        shift += 7;
      }
    }
    if (c - begin < length) {
      runBegin = begin;
      return <u32>load<u16>(CLASS_FLAGS + <usize>((head >> 3) << 1));
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

/** The last mapRange found `c` in its table (it may map to itself). */
let mapHit: bool = false;

function mapRange(table: usize, count: i32, c: u32): u32 {
  let low = 0, high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((load<u32>(table + (<usize>middle << 3)) & 0x1fffff) <= c) low = middle; else high = middle - 1;
  }
  const entry = load<u32>(table + (<usize>low << 3));
  const first = entry & 0x1fffff, step = entry >> 21 & 1, length = entry >> 22;
  mapHit = c >= first && c - first <= (length - 1) << step && ((c - first) & step) == 0;
  if (!mapHit) return c;
  return c + load<u32>(table + (<usize>low << 3), 4);
}
function findSpecial(table: usize, count: i32, c: u32): usize {
  let low = 0, high = count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const here = <u32>load<u16>(table + (<usize>middle << 3));
    if (here == c) return table + (<usize>middle << 3) + 2;
    if (here < c) low = middle + 1; else high = middle - 1;
  }
  return 0;
}
/** Upper case of one code point where it is one code point again, else itself. */
export function simpleUpper(c: u32): u32 {
  if (c < 128) return c - 97 < 26 ? c - 32 : c;
  return mapRange(UPPER, UPPER_COUNT, c);
}
/** Lower case of one code point where it is one code point again, else itself. */
export function simpleLower(c: u32): u32 {
  if (c < 128) return c - 65 < 26 ? c + 32 : c;
  return mapRange(LOWER, LOWER_COUNT, c);
}

/** The mapped code points of the last fullUpper, fullLower, fullTitle, fullFold: three u32. */
export const MAPPED: usize = memory.data(12, 4);
@inline function one(c: u32): i32 { store<u32>(MAPPED, c); return 1; }
function several(special: usize): i32 {
  let n = 0;
  for (; n < 3; n++) {
    const unit = <u32>load<u16>(special + (<usize>n << 1));
    if (unit == 0) break;
    store<u32>(MAPPED + (<usize>n << 2), unit);
  }
  return n;
}
/** Writes the upper case of `c` to MAPPED; returns how many code points (1 to 3) it has. */
export function fullUpper(c: u32): i32 {
  const special = c < 128 ? 0 : findSpecial(UPPER_SPECIAL, UPPER_SPECIAL_COUNT, c);
  return special != 0 ? several(special) : one(simpleUpper(c));
}
/** The same for lower case (a final sigma is the caller's business). */
export function fullLower(c: u32): i32 {
  const special = c < 128 ? 0 : findSpecial(LOWER_SPECIAL, LOWER_SPECIAL_COUNT, c);
  return special != 0 ? several(special) : one(simpleLower(c));
}
/** The same for title case. */
export function fullTitle(c: u32): i32 {
  if (c < 128) return one(simpleUpper(c));
  const special = findSpecial(TITLE_SPECIAL, TITLE_SPECIAL_COUNT, c);
  if (special != 0) return several(special);
  const title = mapRange(TITLE, TITLE_COUNT, c);
  return mapHit ? one(title) : fullUpper(c);
}
/** The same for case folding. */
export function fullFold(c: u32): i32 {
  if (c < 128) return one(simpleLower(c));
  const special = findSpecial(FOLD_SPECIAL, FOLD_SPECIAL_COUNT, c);
  if (special != 0) return several(special);
  const folded = mapRange(FOLD, FOLD_COUNT, c);
  return mapHit ? one(folded) : fullLower(c);
}
