// How lines end: the `newline` argument of open() and StringIO, and what follows from it.
import { Value } from "../../core/value";
import { raiseWith, TypeError, ValueError } from "../../objects/errors";
import { Text, textNew } from "../../objects/text";
import { strEqualsLiteral } from "../../objects/str";
import { strPart } from "../../objects/protocol";
import { findByte } from "../../objects/str_search";
import { isNone } from "./base";

/** None: \r and \r\n become \n (in a StringIO when written, in files when read). */
export const NEWLINE_UNIVERSAL: u32 = 0;
/** "": nothing is changed, lines end with any of the three. */
export const NEWLINE_ANY: u32 = 1;
/** "\n": nothing is changed. */
export const NEWLINE_LF: u32 = 2;
/** "\r", "\r\n": written for \n, and what ends a line. */
export const NEWLINE_CR: u32 = 3;
export const NEWLINE_CRLF: u32 = 4;

/** The NEWLINE_* of an argument; -1 with an exception pending: `message` if it is no str. */
export function readNewline(v: Value, message: string): i32 {
  if (isNone(v)) return NEWLINE_UNIVERSAL;
  const s = strPart(v);
  if (changetype<usize>(s) == 0) {
    raiseWith(TypeError, message, v);
    return -1;
  }
  if (s.lengthBytes == 0) return NEWLINE_ANY;
  if (strEqualsLiteral(s, "\n")) return NEWLINE_LF;
  if (strEqualsLiteral(s, "\r")) return NEWLINE_CR;
  if (strEqualsLiteral(s, "\r\n")) return NEWLINE_CRLF;
  raiseWith(ValueError, "illegal newline value: %r", v);
  return -1;
}
/** A text with its newlines changed: all to \n (NEWLINE_UNIVERSAL), or \n to what is given. Dropped
 *  by the caller, who looks whether it has failed. */
export function translated(at: usize, bytes: u32, newline: u32): Text {
  const t = textNew();
  for (let i: u32 = 0; i < bytes; i++) {
    const b = load<u8>(at + i);
    if (newline == NEWLINE_UNIVERSAL && b == 13) {
      t.byte(10);
      if (i + 1 < bytes && load<u8>(at + i, 1) == 10) i++;
    } else if (newline != NEWLINE_UNIVERSAL && b == 10) {
      t.byte(13);
      if (newline == NEWLINE_CRLF) t.byte(10);
    } else {
      t.byte(b);
    }
  }
  return t;
}
/** Bytes up to the first `b`, which is counted; 0: there is none. */
function behind(at: usize, bytes: u32, b: u32): u32 { return <u32>(findByte(at, bytes, b) + 1); }
/** Bytes of the first line in `bytes` bytes at `at`, its end included; 0: no end is there yet;
 *  `last`: no more bytes will come. */
export function lineEnd(newline: u32, at: usize, bytes: u32, last: bool): u32 {
  if (newline == NEWLINE_LF || newline == NEWLINE_CR)
    return behind(at, bytes, newline == NEWLINE_LF ? 10 : 13);
  if (newline == NEWLINE_CRLF) {
    for (let i: u32 = 0; i + 1 < bytes;) {
      const n = behind(at + i, bytes - i - 1, 13);
      if (n == 0) return 0;
      i += n;
      if (load<u8>(at + i) == 10) return i + 1;
    }
    return 0;
  }
  const feed = behind(at, bytes, 10), back = behind(at, feed == 0 ? bytes : feed - 1, 13);
  if (back == 0) return feed;
  if (back == bytes) return last ? bytes : 0;                   // a \n may follow
  return load<u8>(at + back) == 10 ? back + 1 : back;
}
