// Parsing string literals: adjacent ones are joined; escapes are decoded. F-strings:
// parser_fstrings.ts.
import { Value, RAISED } from "../core/value";
import { isAsciiBytes } from "../core/utf8";
import { SyntaxError } from "../objects/errors";
import { Text, textNew, literalOf } from "../objects/text";
import { strNew } from "../objects/str";
import { bytesNew } from "../objects/bytes";
import { Kind, ConstNode, ListNode, nodeNew } from "./ast";
import { sourceAt } from "./errors";
import {
  L, advance, failed, STRING_RAW, STRING_BYTES, STRING_FORMAT, STRING_TRIPLE,
} from "./lexer";
import { T } from "./tokens";
import { append, bad, failHere, failText, finish, listNew, nodeHere } from "./parser";
import { parseFormat } from "./parser_fstrings";

/** One or more STRING tokens: a CONST (str or bytes) or an FSTRING. */
export function parseStrings(): usize {
  const first = L.info;
  const text = sourceAt();
  const node = changetype<ConstNode>(nodeHere(Kind.CONST, offsetof<ConstNode>()));
  // Most literals stand alone and have no escapes: no copy but the value.
  if ((first & STRING_FORMAT) == 0) {
    const from = bodyAt(), to = bodyEnd();
    const plain = (first & STRING_RAW) != 0 || !hasBackslash(text + from, text + to);
    if (plain && ((first & STRING_BYTES) == 0 || isAsciiBytes(text + from, to - from))) {
      advance();
      if (L.tok != T.STRING) {
        const value = (first & STRING_BYTES) != 0 ? bytesNew(text + from, to - from)
          : strNew(text + from, to - from);
        if (value == RAISED) return bad();
        node.value = value;
        return finish(changetype<usize>(node));
      }
      const t = textNew();
      t.bytes(text + from, to - from);
      return parseJoined(t, node, first);
    }
  }
  return parseJoined(textNew(), node, first);
}

/** Goes on joining: `t` holds the text so far, the current token is the next STRING. */
function parseJoined(t: Text, node: ConstNode, first: u32): usize {
  const bytes = first & STRING_BYTES;
  let parts = changetype<ListNode>(0);
  while (L.tok == T.STRING) {
    const info = L.info;
    if ((info & STRING_BYTES) != bytes) {
      t.drop();
      return failHere("cannot mix bytes and nonbytes literals");
    }
    if (info & STRING_FORMAT) {
      if (changetype<usize>(parts) == 0) parts = listNew(Kind.FSTRING, node.line, node.at);
      parseFormat(parts, t, bodyAt(), bodyEnd(), (info & STRING_RAW) != 0);
    } else {
      appendLiteral(t, bodyAt(), bodyEnd(), info);
    }
    if (failed) { t.drop(); return bad(); }
    advance();
  }
  if (changetype<usize>(parts) != 0) {
    flushLiteral(parts, t, node.line, node.at);
    t.drop();
    return finish(changetype<usize>(parts));
  }
  const value = bytes != 0 ? bytesOf(t) : t.finish();
  if (value == RAISED) return bad();
  node.value = value;
  return finish(changetype<usize>(node));
}
function bytesOf(t: Text): Value {
  if (t.failed != 0) return t.finish();
  const value = bytesNew(t.data, t.length);
  t.drop();
  return value;
}
/** Makes the text so far, if there is any, a literal part of an f-string and empties it. */
export function flushLiteral(parts: ListNode, t: Text, line: u32, at: u32): void {
  if (t.length == 0 && t.failed == 0) return;
  const value = t.finish();
  if (value == RAISED) { bad(); return; }
  const part = changetype<ConstNode>(nodeNew(Kind.CONST, offsetof<ConstNode>(), line, at));
  part.value = value;
  part.end = L.end;
  append(parts, changetype<usize>(part));
}

/** Offsets of the current STRING's body: between the quotes. */
function bodyAt(): u32 {
  const text = sourceAt();
  let at = L.at;
  while (load<u8>(text + at) != 34 && load<u8>(text + at) != 39) at++;
  return at + ((L.info & STRING_TRIPLE) != 0 ? 3 : 1);
}
function bodyEnd(): u32 { return L.end - ((L.info & STRING_TRIPLE) != 0 ? 3 : 1); }

function hasBackslash(at: usize, end: usize): bool {
  for (; at < end; at++) if (load<u8>(at) == 92) return true;
  return false;
}

/** Appends what the bytes `from` to `to` of a literal mean. `info`: STRING_RAW, STRING_BYTES of it.
 *  */
export function appendLiteral(t: Text, from: u32, to: u32, info: u32): void {
  const text = sourceAt(), end = text + to;
  let p = text + from;
  if ((info & STRING_BYTES) != 0 && !isAsciiBytes(p, to - from)) {
    failHere("bytes can only contain ASCII literal characters");
    return;
  }
  if (info & STRING_RAW) { t.bytes(p, to - from); return; }
  while (p < end) {
    let q = p;
    while (q < end && load<u8>(q) != 92) q++;
    if (q != p) t.bytes(p, <u32>(q - p));
    if (q == end) return;
    p = appendEscape(t, q, end, text + from, (info & STRING_BYTES) != 0);
    if (p == 0) return;
  }
}

/** Letters whose escapes stand for the characters 7 to 13, the first lowest: abtnvfr. */
const CONTROL_LETTERS: u64 = 0x7266766e746261;
/** Appends the escape at `p` (a backslash). Returns where it ends; 0: an error was raised. */
function appendEscape(t: Text, p: usize, end: usize, begin: usize, bytes: bool): usize {
  const c = <u32>load<u8>(p, 1);
  if (c == 10) return p + 2;
  let control: u32 = 7;
  for (let letters = CONTROL_LETTERS; letters != 0; letters >>= 8, control++) {
    if ((<u32>letters & 255) == c) { t.byte(control); return p + 2; }
  }
  if (c == 92 || c == 39 || c == 34) { t.byte(c); return p + 2; }
  const digits = c == 120 ? 2 : bytes ? 0 : c == 117 ? 4 : c == 85 ? 8 : 0;
  if (digits != 0) return appendHex(t, p, end, begin, digits, bytes);
  if (c == 78 && !bytes) return namedEscape(p, end, begin);
  if (c - 48 >= 8) { t.byte(92); return p + 1; }
  let n: u32 = 0, q = p + 1;
  for (let i = 0; i < 3 && q < end && <u32>load<u8>(q) - 48 < 8; i++, q++) {
    n = n << 3 | (load<u8>(q) - 48);
  }
  if (bytes) t.byte(n & 255); else t.char(n);
  return q;
}
function hexDigit(c: u32): i32 {
  if (c - 48 < 10) return c - 48;
  const letter = (c | 32) - 97;
  return letter < 6 ? letter + 10 : -1;
}
/** \x, \u and \U with `digits` digits. */
function appendHex(t: Text, p: usize, end: usize, begin: usize, digits: i32, bytes: bool): usize {
  let n: u32 = 0, q = p + 2;
  for (let i = 0; i < digits; i++, q++) {
    const d = q < end ? hexDigit(load<u8>(q)) : -1;
    if (d < 0) {
      if (bytes) {
        const message = textNew();
        message.format("(value error) invalid \\x escape at position %d", p - begin);
        failText(SyntaxError, L.at, L.end, message);
      } else {
        escapeError(p, q, begin, digits == 2 ? "truncated \\xXX escape"
          : digits == 4 ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape");
      }
      return 0;
    }
    n = n << 4 | <u32>d;
  }
  if (n > 0x10ffff) { escapeError(p, q, begin, "illegal Unicode character"); return 0; }
  if (bytes) t.byte(n); else t.char(n);
  return q;
}
/** \N{name}: there is no table of names here, and the message says so. */
function namedEscape(p: usize, end: usize, begin: usize): usize {
  let q = p + 2;
  if (q < end && load<u8>(q) == 123) while (q < end && load<u8>(q) != 125) q++;
  // Without a brace q is where it should be.
  const whole = q < end && q > p + 3;
  escapeError(p, whole ? q + 1 : q, begin, whole
    ? "unknown Unicode character name (names are not available here)"
    : "malformed \\N character escape");
  return 0;
}
/** "(unicode error) 'unicodeescape' codec can't decode bytes in position a-b: what". */
function escapeError(p: usize, q: usize, begin: usize, what: string): void {
  // CPython decodes a text in which characters beyond ASCII are written as ten bytes each.
  let position: u32 = 0;
  for (let i = begin; i < p; i++) {
    const c = load<u8>(i);
    position += c < 0x80 ? 1 : c >= 0xc0 ? 10 : 0;
  }
  const message = textNew();
  message.format("(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: %l",
    position, position + <u32>(q - p) - 1, literalOf(what));
  failText(SyntaxError, L.at, L.end, message);
}
