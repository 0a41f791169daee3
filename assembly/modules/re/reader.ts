// re: the text of a pattern or template that is being read: the place in it, errors about it, and
// the escapes that patterns, sets and templates share. Runs no Python: the state lies in module
// variables. Messages are CPython's.
import { Value, RAISED, NOTHING, smallInt } from "../../core/value";
import { utf8Count, utf8Decode, utf8SequenceLength } from "../../core/utf8";
import { raiseValue } from "../../objects/errors";
import { RE_ERROR } from "../../objects/module_errors";
import { Text, textNew } from "../../objects/text";
import { TableObject, tableGet } from "../../objects/table";
import { isIdentifier } from "../../objects/str_case";
import { textErrorNew } from "../text_error";

/** Address of the first byte, of the next one, and the end. */
export let begin: usize = 0;
export let at: usize = 0;
export let end: usize = 0;
/** A str (UTF-8), else bytes. */
export let text: bool = true;
/** The object, for messages. */
let source: Value = NOTHING;

export function readFrom(object: Value, data: usize, bytes: u32, isText: bool): void {
  source = object;
  begin = data;
  at = data;
  end = data + bytes;
  text = isText;
}
export function moveTo(place: usize): void { at = place; }

// ---- errors ----

/** Raises re.error at a place of the text; 0: without one. Returns false. */
function failText(message: Text, place: usize): bool {
  const words = message.finish();
  if (words == RAISED) return false;
  const bytes = <u32>(place - begin);
  const e = textErrorNew(RE_ERROR, words, false, source,
    place == 0 ? -1 : text ? utf8Count(begin, bytes) : bytes);
  if (e != RAISED) raiseValue(e);
  return false;
}
export function fail(message: string, place: usize): bool {
  return failWith(message, 0, 0, "", place);
}
/** Appends the piece from..to of the text. */
function put(t: Text, from: usize, to: usize): void {
  if (text) t.bytes(from, <u32>(to - from));
  else for (let p = from; p < to; p++) t.char(load<u8>(p));
}
/** The same with the piece from..to between two halves of the message. */
export function failWith(before: string, from: usize, to: usize, after: string,
    place: usize): bool {
  const t = textNew();
  t.literal(before);
  put(t, from, to);
  t.literal(after);
  return failText(t, place);
}
/** The same with a template: Text.format. */
export function failFormat(place: usize, template: string, a: u64, b: u64 = 0, c: u64 = 0): bool {
  const t = textNew();
  t.format(template, a, b, c);
  return failText(t, place);
}
/** "bad escape" with all that was read from the backslash on. */
export function badEscape(slash: usize): bool {
  return failWith("bad escape ", slash, at, "", slash);
}

// ---- characters ----

export function isDigit(b: u32): bool { return b - 48 < 10; }
export function isLetter(c: u32): bool { return (c | 32) - 97 < 26; }
/** The next character, 0 at the end. */
export function peek(): u32 { return at >= end ? 0 : text ? utf8Decode(at) : <u32>load<u8>(at); }
/** The next character, which there is. */
export function next(): u32 {
  const c = peek();
  at += text ? utf8SequenceLength(load<u8>(at)) : 1;
  return c;
}
export function isNext(c: u32): bool { return at < end && load<u8>(at) == c; }
/** Passes over `c`, if it is next. */
export function accept(c: u32): bool {
  if (!isNext(c)) return false;
  at++;
  return true;
}
/** True if the byte at `p` is an octal digit of the text. */
function isOctalAt(p: usize): bool { return p < end && <u32>load<u8>(p) - 48 < 8; }

// ---- escapes ----

/** What an escape is. */
export const RAISED_ESCAPE = 0;
/** A character, in `escaped`. */
export const CHARACTER = 1;
/** A class of characters (its kind) or a group (its number), in `escaped`. */
export const CLASS = 2;
export const GROUP = 2;
/** None of those asked for. */
export const UNKNOWN = 3;
export let escaped: u32 = 0;
export function setEscaped(c: u32): void { escaped = c; }

/** Characters of the escapes from a to v. */
const CONTROLS: usize =
  memory.data<u8>([7, 8, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 0, 13, 0, 9, 0, 11]);
/** The character of \a \b \f \n \r \t \v or \\, 0 for other letters. */
export function control(c: u32): u32 {
  return c == 92 ? c : c - 97 < 22 ? load<u8>(CONTROLS + c - 97) : 0;
}

/** The rest of an octal escape: at most two digits more. */
export function octalEscape(first: u32, slash: usize): i32 {
  let n = first - 48;
  for (let k = 0; k < 2 && isOctalAt(at); k++) n = n << 3 | (load<u8>(at++) - 48);
  escaped = n;
  if (n <= 255) return CHARACTER;
  failWith("octal escape value ", slash, at, " outside of range 0-0o377", slash);
  return RAISED_ESCAPE;
}
/** An escape of the digit `c`, which was read: CHARACTER, GROUP, RAISED_ESCAPE. */
export function numberEscape(c: u32, slash: usize): i32 {
  if (c == 48 || c < 56 && isOctalAt(at) && isOctalAt(at + 1)) return octalEscape(c, slash);
  escaped = c - 48;
  if (at < end && isDigit(load<u8>(at))) escaped = escaped * 10 + load<u8>(at++) - 48;
  return GROUP;
}

// ---- names of groups ----

/** The name that readName read. */
export let nameAt: usize = 0;
export let nameEnd: usize = 0;
/** Reads a name up to the character `close`, which is passed over. */
export function readName(close: u32): bool {
  nameAt = at;
  while (at < end && load<u8>(at) != close) at++;
  nameEnd = at;
  if (at == nameAt) return fail("missing group name", at);
  return accept(close)
    || fail(close == 62 ? "missing >, unterminated name" : "missing ), unterminated name", nameAt);
}
/** The name as a number; -1: it is none. */
export function nameNumber(): i64 {
  let n: i64 = 0;
  for (let p = nameAt; p < nameEnd; p++) {
    const b = <u32>load<u8>(p);
    if (!isDigit(b)) return -1;
    if (n < 1000000000) n = n * 10 + b - 48;
  }
  return n;
}
/** The name as a str. Raises re.error if it is no identifier, MemoryError. */
export function checkedName(): Value {
  const t = textNew();
  put(t, nameAt, nameEnd);
  if (isIdentifier(t.data, t.length)) return t.finish();
  t.drop();
  failWith("bad character in group name '", nameAt, nameEnd, "'", nameAt);
  return RAISED;
}
/** Number of the group of this name in a dict; 0: there is none; -1: raised, as checkedName. */
export function groupOfName(names: Value): i32 {
  const name = checkedName();
  if (name == RAISED) return -1;
  const v = tableGet(changetype<TableObject>(<usize>names), name);
  return v == NOTHING ? 0 : <i32>smallInt(v);
}
