// Reading source: the compiler's own copy of a text, checked and brought into one form.
//
// The copy is UTF-8 without a byte order mark, its lines end in LF, sixteen zeros stand behind it
// (the lexer looks ahead without asking for the end). Encodings that a `coding` comment can name:
// utf-8, latin-1, ascii.
import { Value } from "../core/value";
import { utf8Invalid, isAsciiBytes } from "../core/utf8";
import { SyntaxError, raiseNoMemory } from "../objects/errors";
import { textNew, literalOf } from "../objects/text";
import { arenaBuffer } from "./arena";
import { sourceSet, sourceError, syntaxErrorText } from "./errors";

/** parseSource's flag PARSE_BYTES. */
const BYTES: u32 = 1;
/** Zeros behind the text. Unit: bytes. */
const PADDING: u32 = 16;

const UTF_8 = 0, LATIN_1 = 1, ASCII = 2, UNKNOWN = 3;
/** Names of encodings, in small letters and with `-`: two of UTF_8, five of LATIN_1, two of ASCII. */
const ENCODINGS: string =
  "utf-8|utf8|latin-1|latin1|iso-8859-1|iso8859-1|iso-latin-1|ascii|us-ascii|";
/** Place of the encoding's name that cookieOf found, for the message. */
let cookieAt: usize = 0;
let cookieBytes: u32 = 0;

/** Makes the copy of `bytes` bytes at `from` and hands it to errors.ts. False: SyntaxError or
 *  MemoryError is pending (NUL in the text, malformed UTF-8, an encoding that is not known). */
export function sourceRead(from: usize, bytes: u32, name: Value, flags: u32): bool {
  sourceSet(0, 0, name);
  let mark = false, encoding = UTF_8;
  if (bytes >= 3 && load<u8>(from) == 0xef && load<u8>(from, 1) == 0xbb
    && load<u8>(from, 2) == 0xbf) {
    from += 3;
    bytes -= 3;
    mark = true;
  }
  if (flags & BYTES) {
    encoding = cookieOf(from, bytes);
    if (encoding == UNKNOWN || (mark && encoding != UTF_8)) {
      const t = textNew();
      t.literal(encoding == UNKNOWN ? "unknown encoding: " : "encoding problem: ");
      t.bytes(cookieAt, cookieBytes);
      if (encoding != UNKNOWN) t.literal(" with BOM");
      sourceError(t);
      return false;
    }
  }
  const ascii = isAsciiBytes(from, bytes);
  if (bytes > 0x3fffffff) { raiseNoMemory(bytes); return false; }
  const latin = encoding == LATIN_1 && !ascii;
  const copy = arenaBuffer((latin ? bytes << 1 : bytes) + PADDING);
  if (copy == 0) { raiseNoMemory(bytes); return false; }
  const length = copyText(copy, from, bytes, latin);
  memory.fill(copy + length, 0, PADDING);
  sourceSet(copy, length, name);
  if (nulSeen) {
    const t = textNew();
    t.literal("source code string cannot contain null bytes");
    sourceError(t);
    return false;
  }
  return ascii || wellFormed(copy, length, encoding == ASCII);
}

/** There was a NUL in what copyText copied last. */
let nulSeen: bool = false;
/** Copies the text: CR LF and CR as LF, with `latin` Latin-1 as UTF-8. Returns its length then. */
function copyText(to: usize, from: usize, bytes: u32, latin: bool): u32 {
  const end = from + bytes;
  let p = to;
  nulSeen = false;
  while (from < end) {
    let c = <u32>load<u8>(from++);
    if (c < 14) {
      if (c == 0) nulSeen = true;
      if (c == 13) {
        c = 10;
        if (from < end && load<u8>(from) == 10) from++;
      }
    } else if (latin && c >= 128) {
      store<u8>(p++, <u8>(0xc0 | c >> 6));
      c = 0x80 | (c & 0x3f);
    }
    store<u8>(p++, <u8>c);
  }
  return <u32>(p - to);
}

/** False with SyntaxError pending if a byte is not UTF-8 (or, with `ascii`, not ASCII). */
function wellFormed(at: usize, bytes: u32, ascii: bool): bool {
  let offset: u32;
  if (ascii) {
    offset = 0;
    while (load<u8>(at + offset) < 128) offset++;
  } else {
    const found = utf8Invalid(at, bytes, false);
    if (found < 0) return true;
    offset = <u32>found;
  }
  const byte = <u32>load<u8>(at + offset);
  const t = textNew();
  t.format("%l' codec can't decode byte 0x%x in position %d: ",
    literalOf(ascii ? "'ascii" : "(unicode error) 'utf-8"), byte, offset);
  t.literal(ascii ? "ordinal not in range(128)"
    : byte < 0xc2 || byte > 0xf4 ? "invalid start byte"
    : offset + 1 >= bytes ? "unexpected end of data" : "invalid continuation byte");
  // The line shown with the error must itself be text: what is not ASCII in it becomes a question
  // mark.
  for (let i = offset; i < bytes && load<u8>(at + i) != 10; i++) {
    if (load<u8>(at + i) >= 128) store<u8>(at + i, 63);
  }
  syntaxErrorText(SyntaxError, offset, offset, t);
  return false;
}

/** The encoding named in a comment of the first two lines, as PEP 263 says. */
function cookieOf(at: usize, bytes: u32): i32 {
  const end = at + bytes;
  let p = at;
  for (let line = 0; line < 2 && p < end; line++) {
    let q = p;
    while (q < end && (load<u8>(q) == 32 || load<u8>(q) == 9 || load<u8>(q) == 12)) q++;
    let stop = q;
    while (stop < end && load<u8>(stop) != 10 && load<u8>(stop) != 13) stop++;
    if (q < stop && load<u8>(q) != 35) return UTF_8;
    for (; q + 7 < stop; q++) {
      // `coding:` or `coding=`
      if (load<u32>(q) != 0x69646f63 || load<u16>(q, 4) != 0x676e
        || (load<u8>(q, 6) != 58 && load<u8>(q, 6) != 61)) continue;
      let n = q + 7;
      while (n < stop && (load<u8>(n) == 32 || load<u8>(n) == 9)) n++;
      let m = n;
      while (m < stop && nameByte(load<u8>(m))) m++;
      if (m == n) continue;
      cookieAt = n;
      cookieBytes = <u32>(m - n);
      return encodingOf(n, m);
    }
    p = stop + 1;
    if (p < end && load<u8>(stop) == 13 && load<u8>(p) == 10) p++;
  }
  return UTF_8;
}
function nameByte(c: u32): bool {
  return (c | 32) - 97 < 26 || c - 48 < 10 || c == 45 || c == 95 || c == 46;
}
/** The encoding that the bytes `n` to `m` name: one of ENCODINGS (`_` counts as `-`, capitals as
 *  small), or one of them with `-` and more behind. */
function encodingOf(n: usize, m: usize): i32 {
  let number = 0, p = n, same = true;
  for (let i = 0; i < ENCODINGS.length; i++) {
    const c = ENCODINGS.charCodeAt(i);
    if (c != 124) {
      if (p >= m || plain(load<u8>(p++)) != c) same = false;
    } else {
      if (same && (p == m || plain(load<u8>(p)) == 45))
        return number < 2 ? UTF_8 : number < 7 ? LATIN_1 : ASCII;
      number++;
      p = n;
      same = true;
    }
  }
  return UNKNOWN;
}
function plain(c: i32): i32 { return c == 95 ? 45 : c >= 65 && c <= 90 ? c + 32 : c; }
