// Whether a text typed so far needs more lines: what an interactive prompt asks before it compiles.

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
  while (q < end && isWordByte(load<u8>(q))) q++;
  if (isWord(p, q, "match")) return endsWithColon(q, end);
  return isWord(p, q, "if") || isWord(p, q, "for") || isWord(p, q, "while") || isWord(p, q, "def")
    || isWord(p, q, "class") || isWord(p, q, "try") || isWord(p, q, "with")
    || isWord(p, q, "async");
}
function isWordByte(c: u32): bool {
  return (c | 32) - 97 < 26 || c - 48 < 10 || c == 95 || c >= 128;
}
function isWord(p: usize, q: usize, text: string): bool {
  if (q - p != <usize>text.length) return false;
  for (let i = 0; i < text.length; i++) if (load<u8>(p + i) != <u8>text.charCodeAt(i)) return false;
  return true;
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
