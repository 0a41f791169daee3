// Whether a text typed so far needs more lines: what an interactive prompt asks before it compiles.
import { wordIndex } from "../core/words";
import { classOf, ID } from "./lexer";

/** True if the `bytes` bytes of source at `at` cannot be a whole input yet: a bracket or a triple
 *  quote is open, the last line ends with a backslash, or a statement with a block is not ended by
 *  an empty line. */
export function isIncomplete(at: usize, bytes: u32): bool {
  const end = at + bytes;
  let p = at, depth: i32 = 0;
  let continued = false;
  while (p < end) {
    const c = <u32>load<u8>(p);
    continued = false;
    if (c == 35) {
      while (p < end && load<u8>(p) != 10) p++;
      continue;
    }
    if (c == 34 || c == 39) {
      const triple = p + 2 < end && <u32>load<u8>(p, 1) == c && <u32>load<u8>(p, 2) == c;
      p = stringEnd(triple ? p + 3 : p + 1, end, c, triple);
      // A string that its line should have ended is an error, which more lines do not mend.
      if (p == 0) return triple;
      if (p == STILL_OPEN) return true;
      continue;
    }
    if (c == 40 || c == 91 || c == 123) depth++;
    else if (c == 41 || c == 93 || c == 125) { if (--depth < 0) return false; }
    else if (c == 92) continued = p + 1 == end;
    p++;
  }
  if (depth > 0 || continued) return true;
  return startsBlock(at, end) && (bytes == 0 || load<u8>(end - 1) != 10);
}

/** What stringEnd returns for a one-line string that a backslash at the text's end continues. */
const STILL_OPEN: usize = 1;
/** Address behind the closing quote; 0: there is none. */
function stringEnd(p: usize, end: usize, quote: u32, triple: bool): usize {
  while (p < end) {
    const c = <u32>load<u8>(p);
    if (c == 92) {
      p += 2;
      if (!triple && p >= end) return STILL_OPEN;
      continue;
    }
    if (c == quote) {
      if (!triple) return p + 1;
      if (p + 2 < end && <u32>load<u8>(p, 1) == quote && <u32>load<u8>(p, 2) == quote) return p + 3;
    } else if (c == 10 && !triple) {
      return 0;
    }
    p++;
  }
  return 0;
}

/** True if the first word begins a statement that has a block. */
function startsBlock(at: usize, end: usize): bool {
  let p = at;
  while (p < end && (load<u8>(p) == 32 || load<u8>(p) == 9 || load<u8>(p) == 10)) p++;
  if (p < end && load<u8>(p) == 64) return true;
  let q = p;
  while (q < end && classOf(load<u8>(q)) & ID) q++;
  const word = wordIndex("match|if|for|while|def|class|try|with|async", p, <u32>(q - p));
  return word == 0 ? endsWithColon(q, end) : word > 0;
}
/** True if the line that holds `p` ends with a colon: `match` is a name otherwise. */
function endsWithColon(p: usize, end: usize): bool {
  let last: u32 = 0;
  for (; p < end && load<u8>(p) != 10 && load<u8>(p) != 35; p++) {
    const c = <u32>load<u8>(p);
    if (c != 32 && c != 9) last = c;
  }
  return last == 58;
}
