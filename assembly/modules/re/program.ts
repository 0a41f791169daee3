// re: the program that a pattern is compiled to, and tests of single characters.
//
// 32-bit words; an instruction begins with its code. Jumps are relative to their own instruction,
// so that code can be moved while it is made. Instructions that match one character come first in
// the list.
import { utf8Decode, utf8SequenceLength } from "../../core/utf8";
import {
  unicodeFlags, simpleLower, simpleUpper, isAsciiSpace, isUnicodeSpace, U_ALNUM, U_DECIMAL,
} from "../../core/unicode";

// name                      words behind the code
/** code point: that character. */
export const CHAR: u32 = 0;
/** folded code point (foldCase): any case of it. */
export const CHAR_ANY_CASE: u32 = 1;
/** Any character but \n; any character. */
export const ANY: u32 = 2;
export const ANY_ALL: u32 = 3;
/** length of the instruction, SET_* flags, 8 words of bits for 0..255, number of members, members:
 *  two words each, low and high of a range, or CLASS_MEMBER and a class. */
export const SET: u32 = 4;
export const LAST_SINGLE: u32 = 4;
/** min, max, mode, length of the header (5): the single instruction that follows, repeated. */
export const REPEAT: u32 = 5;
/** offset: goes on; on failure at the offset. */
export const SPLIT: u32 = 6;
/** offset: goes on at the offset; on failure here. */
export const SPLIT_FAR: u32 = 7;
export const JUMP: u32 = 8;
/** register: position. */
export const SAVE: u32 = 9;
/** group: its end, and lastindex. */
export const CLOSE: u32 = 10;
/** loop register: begins a counted loop. */
export const LOOP_INIT: u32 = 11;
/** loop register, min, max, mode, offset of the exit: before each pass. */
export const LOOP: u32 = 12;
/** group, flags (1: any case). */
export const BACKREF: u32 = 13;
/** kind. */
export const AT: u32 = 14;
/** offset behind it, characters to step back (NO_STEP: looks ahead): positive, negative. */
export const ASSERT: u32 = 15;
export const ASSERT_NOT: u32 = 16;
/** offset behind it: matches as a whole, once. */
export const ATOMIC: u32 = 17;
/** End of the body of ASSERT, ASSERT_NOT, ATOMIC. */
export const END_BODY: u32 = 18;
/** group, offset: goes on if the group matched, else at the offset. */
export const IF_GROUP: u32 = 19;
export const MATCH: u32 = 20;
/** Never matches. */
export const FAIL: u32 = 21;

export const NO_STEP: u32 = 0xffffffff;
export const NO_LIMIT: u32 = 0xffffffff;
// modes of REPEAT and LOOP
export const GREEDY: u32 = 0;
export const LAZY: u32 = 1;
export const POSSESSIVE: u32 = 2;
// kinds of AT
export const AT_BEGIN: u32 = 0;
export const AT_LINE_BEGIN: u32 = 1;
export const AT_END: u32 = 2;
/** At the end or before a last \n. */
export const AT_LAST_LINE_END: u32 = 3;
export const AT_LINE_END: u32 = 4;
export const AT_WORD: u32 = 5;
export const AT_NOT_WORD: u32 = 6;
/** Added to AT_WORD and AT_NOT_WORD: ASCII words only. */
export const AT_ASCII: u32 = 8;
// flags of SET
export const SET_NEGATED: u32 = 1;
export const SET_ANY_CASE: u32 = 2;
// classes: bit 0 negates; bit 3 restricts to ASCII
export const CLASS_DIGIT: u32 = 0;
export const CLASS_SPACE: u32 = 2;
export const CLASS_WORD: u32 = 4;
export const CLASS_NOT: u32 = 1;
export const CLASS_ASCII: u32 = 8;
/** Words before the number of members in a SET. */
export const SET_HEADER: u32 = 11;
export const CLASS_MEMBER: u32 = 0xffffffff;

export function inClass(kind: u32, c: u32): bool {
  let yes: bool;
  if (kind & CLASS_ASCII && c > 127) {
    yes = false;
  } else {
    switch (kind & 6) {
      case CLASS_DIGIT: yes = c < 128 ? c - 48 < 10 : (unicodeFlags(c) & U_DECIMAL) != 0; break;
      case CLASS_SPACE: yes = kind & CLASS_ASCII ? isAsciiSpace(c) : isUnicodeSpace(c); break;
      default: yes = c == 95 || (unicodeFlags(c) & U_ALNUM) != 0;
    }
  }
  return yes != ((kind & CLASS_NOT) != 0);
}
/** One code point for all cases of a letter. */
export function foldCase(c: u32, unicode: bool): u32 {
  if (c < 128 || !unicode) return c - 65 < 26 ? c + 32 : c;
  return simpleLower(simpleUpper(c));
}
/** True if the members of the SET at `at` have `c`; negation is the caller's. */
export function setHas(at: usize, c: u32): bool {
  let p = at + (SET_HEADER << 2);
  for (let n = load<u32>(p); n != 0; n--) {
    const low = load<u32>(p, 4), high = load<u32>(p, 8);
    if (low == CLASS_MEMBER ? inClass(high, c) : c >= low && c <= high) return true;
    p += 8;
  }
  return false;
}
/** setHas for a character or, with SET_ANY_CASE, any of its cases. */
export function setHasAnyCase(at: usize, c: u32, unicode: bool): bool {
  if (setHas(at, c)) return true;
  if (!(load<u32>(at, 8) & SET_ANY_CASE)) return false;
  if (!unicode) {
    const other = c - 65 < 26 ? c + 32 : c - 97 < 26 ? c - 32 : c;
    return other != c && setHas(at, other);
  }
  const upper = simpleUpper(c), lower = simpleLower(c), folded = simpleLower(upper);
  return setHas(at, upper) || setHas(at, lower) || setHas(at, folded);
}
/** Fills the bits of a SET whose ranges and classes are written. */
export function fillSet(at: usize, unicode: bool): void {
  const negated = (load<u32>(at, 8) & SET_NEGATED) != 0;
  for (let c: u32 = 0; c < 256; c++) {
    if (setHasAnyCase(at, c, unicode) == negated) continue;
    const p = at + 12 + (c >> 5 << 2);
    store<u32>(p, load<u32>(p) | <u32>1 << (c & 31));
  }
}
/** Words of the instruction at `at`. */
export function instructionLength(at: usize): u32 {
  switch (load<u32>(at)) {
    case SET: return load<u32>(at, 4);
    case ANY: case ANY_ALL: case END_BODY: case MATCH: case FAIL: return 1;
    case CHAR:
      case CHAR_ANY_CASE:
        case SPLIT: case SPLIT_FAR: case JUMP: case SAVE: case CLOSE: case LOOP_INIT:
    case AT: case ATOMIC: return 2;
    case BACKREF: case ASSERT: case ASSERT_NOT: case IF_GROUP: return 3;
    case REPEAT: return 5;
    default: return 6;                                          // LOOP
  }
}

/** Position behind the character at `at` (below `end`) if the single instruction `pc` matches it,
 *  else 0. `text`: characters are UTF-8, else bytes. */
export function matchOne(pc: usize, at: usize, text: bool): usize {
  const b = <u32>load<u8>(at);
  const plain = b < 128 || !text;
  switch (load<u32>(pc)) {
    case CHAR: {
      const c = load<u32>(pc, 4);
      if (plain) return b == c ? at + 1 : 0;
      return utf8Decode(at) == c ? at + utf8SequenceLength(<u8>b) : 0;
    }
    case CHAR_ANY_CASE: {
      const c = plain ? b : utf8Decode(at);
      return foldCase(c, text) == load<u32>(pc, 4)
        ? at + (plain ? 1 : <usize>utf8SequenceLength(<u8>b)) : 0;
    }
    case ANY:
      if (b == 10) return 0;
      return at + (plain ? 1 : <usize>utf8SequenceLength(<u8>b));
    case ANY_ALL: return at + (plain ? 1 : <usize>utf8SequenceLength(<u8>b));
    default: {
      const c = plain ? b : utf8Decode(at);
      if (c < 256) {
        if (!(load<u32>(pc + 12 + (c >> 5 << 2)) >> (c & 31) & 1)) return 0;
      } else if (setHasAnyCase(pc, c, true) == ((load<u32>(pc, 8) & SET_NEGATED) != 0)) {
        return 0;
      }
      return at + (plain ? 1 : <usize>utf8SequenceLength(<u8>b));
    }
  }
}
