// re: pattern text to program. Recursive descent over groups (depth-limited), emitting as it goes;
// quantifiers move the code of what they repeat.
//
// Runs no Python: its state lies in module variables. Messages and positions are CPython's.
import { Value, RAISED, NOTHING, smallIntNew, smallInt } from "../../core/value";
import { utf8Count, utf8Decode, utf8SequenceLength } from "../../core/utf8";
import { simpleLower, simpleUpper } from "../../core/unicode";
import { isIdentifier } from "../../objects/str_case";
import {
  ExceptionObject, raise, raiseValue, exceptionNew, raised, RecursionError, OverflowError, ValueError,
} from "../../objects/errors";
import { RE_ERROR } from "../../objects/module_errors";
import { exceptionSetField } from "../../objects/exception_fields";
import { Text, textNew } from "../../objects/text";
import { StrObject, strNew, strLiteral, internLiteral } from "../../objects/str";
import { TableObject, dictNew, tableGet, tableSet } from "../../objects/table";
import { NONE } from "../../objects/singletons";
import { tupleOf1 } from "../../objects/tuple";
import * as P from "./program";

// Flags, with CPython's numbers.
export const FLAG_I: u32 = 2;
export const FLAG_L: u32 = 4;
export const FLAG_M: u32 = 8;
export const FLAG_S: u32 = 16;
export const FLAG_U: u32 = 32;
export const FLAG_X: u32 = 64;
export const FLAG_DEBUG: u32 = 128;
export const FLAG_A: u32 = 256;

/** Nesting of groups. */
const DEPTH_MAX: i32 = 400;
/** Words of a program. */
const WORDS_MAX: u32 = 4000000;
const GROUPS_MAX: i32 = 10000;

/** The pattern: address of its bytes, the place, the end; its object for messages. */
let begin: usize = 0;
let at: usize = 0;
let end: usize = 0;
let pattern: Value = NOTHING;
/** A str pattern (UTF-8), else bytes. */
let text: bool = true;
/** Flags in force here. */
let flags: u32 = 0;
/** The program; units of 4 bytes. */
let code: Text = changetype<Text>(0);
/** Groups so far; open ones have no entry in `closed`. */
let groups: i32 = 0;
/** One byte a group: 1 closed; then its widths, i32 each: least, most. */
let closed: Text = changetype<Text>(0);
let widths: Text = changetype<Text>(0);
let loops: i32 = 0;
let names: Value = NOTHING;
let depth: i32 = 0;
/** Width in characters of what was parsed last: least and most (WIDE: any). */
let least: u32 = 0;
let most: u32 = 0;
const WIDE: u32 = 0x7fffffff;

function add(a: u32, b: u32): u32 { return a >= WIDE || b >= WIDE || a + b >= WIDE ? WIDE : a + b; }
function times(a: u32, n: u32): u32 {
  if (a == 0 || n == 0) return 0;
  return n == P.NO_LIMIT || <u64>a * n >= <u64>WIDE ? WIDE : a * n;
}

// ---- errors ----

/** re.error(message, pattern, pos): pos counts characters; -1: none. Raises MemoryError. */
export function reErrorNew(type: usize, message: Value, pattern: Value, position: i64): Value {
  const t = textNew();
  t.str(message);
  let line: i64 = 1, column = position + 1;
  if (position >= 0 && pattern != NONE) {
    const s = changetype<StrObject>(<usize>pattern);
    let p: u32 = 0, lines = false;
    for (let i: i64 = 0; i < position && p < s.lengthBytes; i++) {
      if (load<u8>(s.data + p) == 10) { line++; column = position - i; }
      p += text ? utf8SequenceLength(load<u8>(s.data + p)) : 1;
    }
    for (let i: u32 = 0; i < s.lengthBytes; i++) if (load<u8>(s.data + i) == 10) lines = true;
    t.literal(" at position ");
    t.int(position);
    if (lines) {
      t.literal(" (line ");
      t.int(line);
      t.literal(", column ");
      t.int(column);
      t.literal(")");
    }
  }
  const whole = t.finish();
  const args = whole == RAISED ? RAISED : tupleOf1(whole);
  const e = args == RAISED ? RAISED : exceptionNew(type, args);
  if (e == RAISED) return RAISED;
  const o = changetype<ExceptionObject>(<usize>e), known = position >= 0 && pattern != NONE;
  if (!exceptionSetField(o, <usize>internLiteral("msg"), message)
    || !exceptionSetField(o, <usize>internLiteral("pattern"), pattern)
    || !exceptionSetField(o, <usize>internLiteral("pos"), position < 0 ? NONE : smallIntNew(position))
    || !exceptionSetField(o, <usize>internLiteral("lineno"), known ? smallIntNew(line) : NONE)
    || !exceptionSetField(o, <usize>internLiteral("colno"), known ? smallIntNew(column) : NONE)) return RAISED;
  return e;
}
/** Raises re.error at a place of the text begun at `from`. Returns false. */
export function reFail(message: Text, source: Value, from: usize, place: usize): bool {
  const words = message.finish();
  if (words == RAISED) return false;
  const position = place == 0 ? -1 : <i64>(text ? utf8Count(from, place - from) : <u32>(place - from));
  const e = reErrorNew(RE_ERROR, words, source, position);
  if (e != RAISED) raiseValue(e);
  return false;
}
/** For the template parser, which uses reFail: whether its text is a str. */
export function setText(yes: bool): void { text = yes; }
function fail(message: string, place: usize): bool {
  const t = textNew();
  t.literal(message);
  return reFail(t, pattern, begin, place);
}
/** The same with a piece of the pattern between two halves. */
function failWith(before: string, from: usize, to: usize, after: string, place: usize): bool {
  const t = textNew();
  t.literal(before);
  if (text) t.bytes(from, <u32>(to - from));
  else for (let p = from; p < to; p++) t.char(load<u8>(p));
  t.literal(after);
  return reFail(t, pattern, begin, place);
}

// ---- emitting ----

@inline function here(): u32 { return code.length >> 2; }
function emit(word: u32): void {
  const to = code.reserve(4);
  if (to == 0) return;
  store<u32>(to, word);
  code.length += 4;
}
function emit2(a: u32, b: u32): void { emit(a); emit(b); }
function word(i: u32): u32 { return load<u32>(code.data + (<usize>i << 2)); }
function patch(i: u32, value: u32): void { if (code.failed == 0) store<u32>(code.data + (<usize>i << 2), value); }
/** Makes room for `n` words before `start`. */
function insert(start: u32, n: u32): void {
  const length = here();
  for (let i: u32 = 0; i < n; i++) emit(0);
  if (code.failed != 0) return;
  const p = code.data + (<usize>start << 2);
  memory.copy(p + (<usize>n << 2), p, <usize>(length - start) << 2);
}
function emitClass(kind: u32): void {
  const start = here();
  emit2(P.SET, 0);
  emit(0);
  for (let i = 0; i < 8; i++) emit(0);
  emit(0);
  emit2(1, flags & FLAG_A || !text ? kind | P.CLASS_ASCII : kind);
  endSet(start);
}
function endSet(start: u32): void {
  if (code.failed != 0) return;
  patch(start + 1, here() - start);
  P.fillSet(code.data + (<usize>start << 2), foldsUnicode());
}
function foldsUnicode(): bool { return text && !(flags & FLAG_A); }
function emitChar(c: u32): void {
  if (flags & FLAG_I) {
    const folded = P.foldCase(c, foldsUnicode());
    // A str subject folds by Unicode in matchOne; an ASCII fold wants a set of the two letters.
    if (text && flags & FLAG_A) {
      if (folded - 97 < 26) { emitTwo(folded, folded - 32); return; }
      emit2(P.CHAR, c);
      return;
    }
    const cased = foldsUnicode() ? simpleUpper(c) != c || simpleLower(c) != c : (c | 32) - 97 < 26;
    if (cased) { emit2(P.CHAR_ANY_CASE, folded); return; }
  }
  emit2(P.CHAR, c);
}
/** A set of two characters. */
function emitTwo(a: u32, b: u32): void {
  const start = here();
  emit2(P.SET, 0);
  emit(0);
  for (let i = 0; i < 8; i++) emit(0);
  emit(2);
  emit2(a, a);
  emit2(b, b);
  emit(0);
  endSet(start);
}

// ---- characters ----

/** Code point at `p` of the pattern. */
@inline function peekAt(p: usize): u32 { return text ? utf8Decode(p) : <u32>load<u8>(p); }
@inline function widthAt(p: usize): u32 { return text ? utf8SequenceLength(load<u8>(p)) : 1; }
function next(): u32 {
  const c = peekAt(at);
  at += widthAt(at);
  return c;
}
@inline function isNext(c: u8): bool { return at < end && load<u8>(at) == c; }
function hexValue(b: u32): u32 { return b - 48 < 10 ? b - 48 : (b | 32) - 97 < 6 ? (b | 32) - 87 : 16; }
@inline function isDigit(b: u32): bool { return b - 48 < 10; }
@inline function isOctal(b: u32): bool { return b - 48 < 8; }

/** Result of an escape that is one character. */
let escaped: u32 = 0;
/** Reads what both sorts of escapes share: \x \u \U \a ...; `at` is behind the letter `c`, `slash` at the
 *  backslash. 1: a character, in `escaped`; 0: none of these; -1: raised. */
function commonEscape(c: u32, slash: usize): i32 {
  switch (c) {
    case 97: escaped = 7; return 1;
    case 102: escaped = 12; return 1;
    case 110: escaped = 10; return 1;
    case 114: escaped = 13; return 1;
    case 116: escaped = 9; return 1;
    case 118: escaped = 11; return 1;
    case 92: escaped = 92; return 1;
  }
  const digits = c == 120 ? 2 : c == 117 && text ? 4 : c == 85 && text ? 8 : 0;
  if (digits != 0) {
    let n: u32 = 0, k = 0;
    for (; k < digits && at < end; k++) {
      const d = hexValue(load<u8>(at));
      if (d == 16) break;
      n = n << 4 | d;
      at++;
    }
    if (k < digits) { failWith("incomplete escape ", slash, at, "", slash); return -1; }
    if (n > 0x10ffff) { failWith("bad escape ", slash, at, "", slash); return -1; }
    escaped = n;
    return 1;
  }
  if (c == 78 && text) {
    if (!isNext(123)) { fail("missing {", at); return -1; }
    const name = ++at;
    while (at < end && load<u8>(at) != 125) at++;
    if (at == end) { fail("missing }, unterminated name", name); return -1; }
    failWith("undefined character name '", name, at, "'", slash);
    return -1;
  }
  return 0;
}
/** A class letter's kind, NO_CLASS: it is none. */
const NO_CLASS: u32 = 0xff;
function classOf(c: u32): u32 {
  switch (c) {
    case 100: return P.CLASS_DIGIT;
    case 68: return P.CLASS_DIGIT | P.CLASS_NOT;
    case 115: return P.CLASS_SPACE;
    case 83: return P.CLASS_SPACE | P.CLASS_NOT;
    case 119: return P.CLASS_WORD;
    case 87: return P.CLASS_WORD | P.CLASS_NOT;
    default: return NO_CLASS;
  }
}
function isLetter(c: u32): bool { return (c | 32) - 97 < 26; }

/** An escape outside sets; `at` is at the backslash. */
function parseEscape(): bool {
  const slash = at++;
  if (at == end) return fail("bad escape (end of pattern)", slash);
  const c = next();
  least = 0;
  most = 0;
  const ascii = flags & FLAG_A || !text ? P.AT_ASCII : 0;
  switch (c) {
    case 65: emit2(P.AT, P.AT_BEGIN); return true;
    case 90: emit2(P.AT, P.AT_END); return true;
    case 98: emit2(P.AT, P.AT_WORD | ascii); return true;
    case 66: emit2(P.AT, P.AT_NOT_WORD | ascii); return true;
  }
  least = 1;
  most = 1;
  const kind = classOf(c);
  if (kind != NO_CLASS) { emitClass(kind); return true; }
  const common = commonEscape(c, slash);
  if (common < 0) return false;
  if (common > 0) { emitChar(escaped); return true; }
  if (c == 48) {
    let n: u32 = 0;
    for (let k = 0; k < 2 && at < end && isOctal(load<u8>(at)); k++) n = n << 3 | (load<u8>(at++) - 48);
    emitChar(n);
    return true;
  }
  if (isDigit(c)) {
    let group = c - 48;
    if (at < end && isDigit(load<u8>(at))) {
      const d = <u32>load<u8>(at);
      if (isOctal(c) && isOctal(d) && at + 1 < end && isOctal(load<u8>(at, 1))) {
        const n = (c - 48) << 6 | (d - 48) << 3 | (<u32>load<u8>(at, 1) - 48);
        at += 2;
        if (n > 255) return failWith("octal escape value ", slash, at, " outside of range 0-0o377", slash);
        emitChar(n);
        return true;
      }
      group = group * 10 + d - 48;
      at++;
    }
    return emitReference(group, slash + 1, slash);
  }
  if (isLetter(c)) return failWith("bad escape ", slash, at, "", slash);
  emitChar(c);
  return true;
}
/** A reference to a group by number. The places are for messages: of the number, and of an open group. */
function emitReference(group: u32, place: usize, openPlace: usize): bool {
  if (<i32>group > groups) {
    const t = textNew();
    t.literal("invalid group reference ");
    t.int(group);
    return reFail(t, pattern, begin, place);
  }
  if (load<u8>(closed.data + group) == 0) return fail("cannot refer to an open group", openPlace);
  emit2(P.BACKREF, group);
  emit(flags & FLAG_I ? 1 : 0);
  least = load<u32>(widths.data + (<usize>group << 3));
  most = load<u32>(widths.data + (<usize>group << 3), 4);
  return true;
}

// ---- sets ----

/** One member of a set: 1 a character (in `escaped`), 2 a class (its kind in `escaped`), 0 raised. */
function setMember(): i32 {
  const slash = at;
  const c = next();
  if (c != 92) { escaped = c; return 1; }
  if (at == end) return 0;
  const e = next();
  const kind = classOf(e);
  if (kind != NO_CLASS) { escaped = kind; return 2; }
  if (e == 98) { escaped = 8; return 1; }
  const common = commonEscape(e, slash);
  if (common < 0) return 0;
  if (common > 0) return 1;
  if (isOctal(e)) {
    let n = e - 48;
    for (let k = 0; k < 2 && at < end && isOctal(load<u8>(at)); k++) n = n << 3 | (load<u8>(at++) - 48);
    if (n > 255) { failWith("octal escape value ", slash, at, " outside of range 0-0o377", slash); return 0; }
    escaped = n;
    return 1;
  }
  if (isDigit(e) || isLetter(e)) { failWith("bad escape ", slash, at, "", slash); return 0; }
  escaped = e;
  return 1;
}
/** A set; `at` is behind its bracket. */
function parseSet(): bool {
  const bracket = at - 1;
  const start = here();
  emit2(P.SET, 0);
  let setFlags: u32 = flags & FLAG_I ? P.SET_ANY_CASE : 0;
  if (isNext(94)) { at++; setFlags |= P.SET_NEGATED; }
  emit(setFlags);
  for (let i = 0; i < 8; i++) emit(0);
  const count = here();
  emit(0);
  let ranges: u32 = 0, classCount: u32 = 0;
  const classes = textNew();
  const first = at;
  while (true) {
    if (at >= end) { classes.drop(); return fail("unterminated character set", bracket); }
    if (load<u8>(at) == 93 && at != first) { at++; break; }
    const from = at;
    const a = setMember();
    if (a == 0) {
      classes.drop();
      return raised() ? false : fail("unterminated character set", bracket);
    }
    const low = escaped;
    let high = low, isRange = false;
    if (isNext(45)) {
      if (at + 1 >= end) { classes.drop(); return fail("unterminated character set", bracket); }
      if (load<u8>(at, 1) != 93) {
        at++;
        const b = setMember();
        if (b == 0) {
          classes.drop();
          return raised() ? false : fail("unterminated character set", bracket);
        }
        if (a == 2 || b == 2 || escaped < low) {
          classes.drop();
          return failWith("bad character range ", from, at, "", from);
        }
        high = escaped;
        isRange = true;
      }
    }
    if (a == 2 && !isRange) {
      classes.byte(flags & FLAG_A || !text ? low | P.CLASS_ASCII : low);
      classCount++;
    } else {
      emit2(low, high);
      ranges++;
    }
  }
  patch(count, ranges);
  emit(classCount);
  for (let i: u32 = 0; i < classCount && classes.failed == 0; i++) emit(load<u8>(classes.data + i));
  if (classes.failed != 0) code.failed = classes.failed;
  classes.drop();
  endSet(start);
  least = 1;
  most = 1;
  return true;
}

// ---- groups ----

/** Reads a name up to `close` into groupName (a str); false: raised. `at` is then behind it. */
let groupName: Value = NOTHING;
let nameAt: usize = 0;
function readName(close: u8): bool {
  nameAt = at;
  while (at < end && load<u8>(at) != close) at++;
  if (at == nameAt) return fail("missing group name", nameAt);
  if (at == end) {
    return fail(close == 62 ? "missing >, unterminated name" : "missing ), unterminated name", nameAt);
  }
  groupName = strNew(nameAt, <u32>(at - nameAt));
  at++;
  return groupName != RAISED;
}
function nameEnd(): usize { return nameAt + changetype<StrObject>(<usize>groupName).lengthBytes; }
function checkName(): bool {
  if (isIdentifier(nameAt, changetype<StrObject>(<usize>groupName).lengthBytes)) return true;
  return failWith("bad character in group name '", nameAt, nameEnd(), "'", nameAt);
}
/** Number of the group of this name, 0: raised. */
function groupOfName(): u32 {
  const v = tableGet(changetype<TableObject>(<usize>names), groupName);
  if (v != NOTHING) return <u32>smallInt(v);
  failWith("unknown group name '", nameAt, nameEnd(), "'", nameAt);
  return 0;
}
/** Opens a new group and returns its number; -1: raised. */
function openGroup(named: bool): i32 {
  if (groups >= GROUPS_MAX) { raise(OverflowError, "too many groups"); return -1; }
  const group = ++groups;
  closed.byte(0);
  const to = widths.reserve(8);
  if (to == 0 || closed.failed != 0) { code.failed = 8; return group; }
  store<u64>(to, 0);
  widths.length += 8;
  if (named) {
    const t = changetype<TableObject>(<usize>names);
    const old = tableGet(t, groupName);
    if (old != NOTHING) {
      const m = textNew();
      m.literal("redefinition of group name '");
      m.bytes(nameAt, <u32>(nameEnd() - nameAt));
      m.literal("' as group ");
      m.int(group);
      m.literal("; was group ");
      m.int(smallInt(old));
      reFail(m, pattern, begin, nameAt);
      return -1;
    }
    if (!tableSet(t, groupName, smallIntNew(group))) return -1;
  }
  return group;
}
/** The rest of a group up to its `)`, with the flags in force put back afterwards. */
function parseBody(open: usize): bool {
  const saved = flags;
  if (!parseAlternatives(false)) return false;
  flags = saved;
  if (at >= end) return fail("missing ), unterminated subpattern", open);
  at++;
  return true;
}
function parseCapture(open: usize, named: bool): bool {
  const group = openGroup(named);
  if (group < 0) return false;
  emit2(P.SAVE, group << 1);
  if (!parseBody(open)) return false;
  emit2(P.CLOSE, group);
  if (closed.failed == 0 && widths.failed == 0) {
    store<u8>(closed.data + <usize>group, 1);
    store<u32>(widths.data + (<usize>group << 3), least);
    store<u32>(widths.data + (<usize>group << 3), most, 4);
  }
  return true;
}
/** (?=...) (?!...) (?<=...) (?<!...); `at` is behind the opening. */
function parseAssertion(open: usize, negative: bool, behind: bool): bool {
  const start = here();
  emit2(negative ? P.ASSERT_NOT : P.ASSERT, 0);
  emit(P.NO_STEP);
  if (!parseBody(open)) return false;
  emit(P.END_BODY);
  patch(start + 1, here() - start);
  if (behind) {
    if (least != most) return fail("look-behind requires fixed-width pattern", 0);
    patch(start + 2, least);
  }
  least = 0;
  most = 0;
  return true;
}
/** (?(group)yes|no). */
function parseConditional(open: usize): bool {
  if (!readName(41)) return false;
  let group: u32 = 0;
  const length = changetype<StrObject>(<usize>groupName).lengthBytes;
  if (isDigit(load<u8>(nameAt))) {
    for (let p = nameAt; p < nameAt + length; p++) {
      if (!isDigit(load<u8>(p))) return failWith("bad character in group name '", nameAt, nameEnd(), "'", nameAt);
      group = group * 10 + load<u8>(p) - 48;
      if (group > <u32>GROUPS_MAX) break;
    }
    if (group == 0) return fail("bad group number", nameAt);
  } else {
    if (!checkName()) return false;
    group = groupOfName();
    if (group == 0) return false;
  }
  if (<i32>group > groups) {
    // The group may come later: looked at when the pattern has been read.
    if (group > <u32>laterGroup) { laterGroup = group; laterAt = nameAt; }
  }
  const start = here();
  emit2(P.IF_GROUP, group);
  emit(0);
  const saved = flags;
  if (!parseBranch()) return false;
  let low = least, high = most;
  if (isNext(124)) {
    at++;
    const jump = here();
    emit2(P.JUMP, 0);
    patch(start + 2, here() - start);
    if (!parseBranch()) return false;
    if (isNext(124)) return fail("conditional backref with more than two branches", at);
    patch(jump + 1, here() - jump);
    low = low < least ? low : least;
    high = high > most ? high : most;
  } else {
    patch(start + 2, here() - start);
    low = 0;
  }
  flags = saved;
  least = low;
  most = high;
  if (at >= end) return fail("missing ), unterminated subpattern", open);
  at++;
  return true;
}
let laterGroup: u32 = 0;
let laterAt: usize = 0;

/** The bit of a flag's letter, 0: none. */
function flagOf(c: u32): u32 {
  switch (c) {
    case 105: return FLAG_I;
    case 109: return FLAG_M;
    case 115: return FLAG_S;
    case 120: return FLAG_X;
    case 97: return FLAG_A;
    case 117: return FLAG_U;
    case 76: return FLAG_L;
    default: return 0;
  }
}
/** (?flags) and (?flags-flags:...); `at` is at the first flag. */
function parseFlags(open: usize): bool {
  let on: u32 = 0, off: u32 = 0;
  while (true) {
    if (at >= end) return fail("missing -, : or )", at);
    const c = peekAt(at);
    if (c == 41 || c == 45 || c == 58) break;
    const bit = flagOf(c);
    if (bit == 0) return fail(isLetter(c) ? "unknown flag" : "missing -, : or )", at);
    at++;
    if (bit == FLAG_L && text) return fail("bad inline flags: cannot use 'L' flag with a str pattern", at);
    if (bit == FLAG_U && !text) return fail("bad inline flags: cannot use 'u' flag with a bytes pattern", at);
    on |= bit;
    const types = on & (FLAG_A | FLAG_U | FLAG_L);
    if ((types & (types - 1)) != 0) {
      return fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible", at);
    }
  }
  if (load<u8>(at) == 41) {
    at++;
    if (open != begin && !onlyFlagsBefore(open)) {
      return fail("global flags not at the start of the expression", open);
    }
    flags |= on;
    if (on & FLAG_A) flags &= ~FLAG_U;
    globalFlags |= on;
    least = 0;
    most = 0;
    return true;
  }
  if (load<u8>(at) == 45) {
    at++;
    if (at >= end) return fail("missing flag", at);
    while (true) {
      if (at >= end) return fail("missing :", at);
      const c = peekAt(at);
      if (c == 58) break;
      const bit = flagOf(c);
      if (bit == 0) return fail(isLetter(c) ? "unknown flag" : off == 0 ? "missing flag" : "missing :", at);
      at++;
      if (bit & (FLAG_A | FLAG_U | FLAG_L)) return fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", at);
      off |= bit;
    }
    if (off == 0) return fail("missing flag", at);
    if (on & off) return fail("bad inline flags: flag turned on and off", at);
  }
  at++;
  const saved = flags;
  if (on & (FLAG_A | FLAG_U | FLAG_L)) flags &= ~(FLAG_A | FLAG_U | FLAG_L);
  flags = (flags | on) & ~off;
  if (!parseBody(open)) return false;
  flags = saved;
  return true;
}
let globalFlags: u32 = 0;
/** True if nothing but (?flags) stands before `open`. */
function onlyFlagsBefore(open: usize): bool {
  let p = begin;
  while (p < open) {
    if (load<u8>(p) != 40 || p + 1 >= open || load<u8>(p, 1) != 63) return false;
    p += 2;
    while (p < open && flagOf(load<u8>(p)) != 0) p++;
    if (p >= open || load<u8>(p) != 41) return false;
    p++;
  }
  return true;
}
/** A group; `at` is behind its parenthesis. */
function parseGroup(): bool {
  const open = at - 1;
  if (++depth > DEPTH_MAX) { raise(RecursionError, "maximum recursion depth exceeded"); return false; }
  const ok = groupBody(open);
  depth--;
  return ok;
}
function groupBody(open: usize): bool {
  if (!isNext(63)) return parseCapture(open, false);
  at++;
  if (at >= end) return fail("unexpected end of pattern", at);
  const c = next();
  switch (c) {
    case 58: return parseBody(open);
    case 62: {
      const start = here();
      emit2(P.ATOMIC, 0);
      if (!parseBody(open)) return false;
      emit(P.END_BODY);
      patch(start + 1, here() - start);
      return true;
    }
    case 61: return parseAssertion(open, false, false);
    case 33: return parseAssertion(open, true, false);
    case 40: return parseConditional(open);
    case 35: {
      while (at < end && load<u8>(at) != 41) at++;
      if (at >= end) return fail("missing ), unterminated comment", open);
      at++;
      least = 0;
      most = 0;
      commentRead = true;
      return true;
    }
    case 60: {
      if (at >= end) return fail("unexpected end of pattern", at);
      const d = next();
      if (d != 61 && d != 33) return failWith("unknown extension ?<", at - widthBack(), at, "", open + 1);
      return parseAssertion(open, d == 33, true);
    }
    case 80: {
      if (at >= end) return fail("unexpected end of pattern", at);
      const d = next();
      if (d == 60) {
        if (!readName(62) || !checkName()) return false;
        return parseCapture(open, true);
      }
      if (d == 61) {
        if (!readName(41) || !checkName()) return false;
        const group = groupOfName();
        return group != 0 && emitReference(group, nameAt, nameAt);
      }
      return failWith("unknown extension ?P", at - widthBack(), at, "", open + 1);
    }
  }
  if (flagOf(c) != 0 || c == 45) {
    at -= widthBack();
    return parseFlags(open);
  }
  return failWith("unknown extension ?", at - widthBack(), at, "", open + 1);
}
/** Bytes of the character before `at`. */
function widthBack(): usize {
  let n: usize = 1;
  if (text) while ((load<u8>(at - n) & 0xc0) == 0x80) n++;
  return n;
}
/** The last atom was a comment: a quantifier has nothing to repeat then. */
let commentRead: bool = false;

// ---- repeats ----

/** Bounds of the quantifier at `at`: 1 read (min in low, max in high), 0: none there, -1: raised. */
let low: u32 = 0;
let high: u32 = 0;
function parseBounds(): i32 {
  const c = load<u8>(at);
  if (c == 42) { low = 0; high = P.NO_LIMIT; at++; return 1; }
  if (c == 43) { low = 1; high = P.NO_LIMIT; at++; return 1; }
  if (c == 63) { low = 0; high = 1; at++; return 1; }
  if (c != 123) return 0;
  let p = at + 1;
  if (p < end && load<u8>(p) == 125) return 0;
  let a: u64 = 0, b: u64 = 0, hasLow = false, hasHigh = false, comma = false;
  while (p < end && isDigit(load<u8>(p))) { a = a * 10 + load<u8>(p++) - 48; hasLow = true; if (a > 0xffffffff) a = 0xffffffff; }
  if (p < end && load<u8>(p) == 44) {
    comma = true;
    p++;
    while (p < end && isDigit(load<u8>(p))) { b = b * 10 + load<u8>(p++) - 48; hasHigh = true; if (b > 0xffffffff) b = 0xffffffff; }
  }
  if (p >= end || load<u8>(p) != 125 || (!hasLow && !hasHigh && !comma)) return 0;
  if (!hasLow && !hasHigh && comma && p == at + 2) {
    // {,} repeats any number of times
    low = 0;
    high = P.NO_LIMIT;
    at = p + 1;
    return 1;
  }
  if (a >= 0xffffffff || b >= 0xffffffff) { raise(OverflowError, "the repetition number is too large"); return -1; }
  low = <u32>a;
  high = comma ? (hasHigh ? <u32>b : P.NO_LIMIT) : low;
  if (high < low) { fail("min repeat greater than max repeat", at + 1); return -1; }
  at = p + 1;
  return 1;
}
/** Repeats the code from `start` on. Its widths are in least and most. */
function emitRepeat(start: u32, min: u32, max: u32, mode: u32): void {
  if (code.failed != 0) return;
  const end = here();
  const single = word(start) <= P.LAST_SINGLE && start + P.instructionLength(code.data + (<usize>start << 2)) == end;
  if (single) {
    insert(start, 5);
    patch(start, P.REPEAT);
    patch(start + 1, min);
    patch(start + 2, max);
    patch(start + 3, mode);
    patch(start + 4, 5);
    return;
  }
  if (mode == P.POSSESSIVE) {
    emitRepeat(start, min, max, P.GREEDY);
    insert(start, 2);
    emit(P.END_BODY);
    patch(start, P.ATOMIC);
    patch(start + 1, here() - start);
    return;
  }
  if (min == 0 && max == 1) {
    insert(start, 2);
    patch(start, mode == P.LAZY ? P.SPLIT_FAR : P.SPLIT);
    patch(start + 1, here() - start);
    return;
  }
  if (min == 1 && max == 1) return;
  if (max == P.NO_LIMIT && min <= 1 && least > 0) {
    if (min == 1) {
      const back = here();
      emit2(mode == P.LAZY ? P.SPLIT : P.SPLIT_FAR, start - back);
    } else {
      insert(start, 2);
      const back = here();
      emit2(P.JUMP, start - back);
      patch(start, mode == P.LAZY ? P.SPLIT_FAR : P.SPLIT);
      patch(start + 1, here() - start);
    }
    return;
  }
  const loop = loops++;
  insert(start, 8);
  patch(start, P.LOOP_INIT);
  patch(start + 1, loop);
  patch(start + 2, P.LOOP);
  patch(start + 3, loop);
  patch(start + 4, min);
  patch(start + 5, max);
  patch(start + 6, mode);
  const back = here();
  emit2(P.JUMP, start + 2 - back);
  patch(start + 7, here() - (start + 2));
}

// ---- sequences and alternatives ----

function skipVerbose(): void {
  while (at < end) {
    const b = load<u8>(at);
    if (b == 32 || (b >= 9 && b <= 13)) { at++; continue; }
    if (b != 35) return;
    while (at < end && load<u8>(at) != 10) at++;
  }
}
/** A row of atoms with their quantifiers, up to | or ) or the end. */
function parseBranch(): bool {
  let low_: u32 = 0, high_: u32 = 0;
  while (true) {
    if (flags & FLAG_X) skipVerbose();
    if (at >= end) break;
    const b = load<u8>(at);
    if (b == 124 || b == 41) break;
    if (here() > WORDS_MAX) { raise(OverflowError, "regular expression code size limit exceeded"); return false; }
    const start = here();
    const place = at;
    commentRead = false;
    let repeatable = true;
    least = 1;
    most = 1;
    let ok = true;
    switch (b) {
      case 92: ok = parseEscape(); repeatable = code.failed != 0 || here() == start || word(start) != P.AT; break;
      case 91: at++; ok = parseSet(); break;
      case 46: at++; emit(flags & FLAG_S ? P.ANY_ALL : P.ANY); break;
      case 94:
        at++;
        emit2(P.AT, flags & FLAG_M ? P.AT_LINE_BEGIN : P.AT_BEGIN);
        least = 0;
        most = 0;
        repeatable = false;
        break;
      case 36:
        at++;
        emit2(P.AT, flags & FLAG_M ? P.AT_LINE_END : P.AT_LAST_LINE_END);
        least = 0;
        most = 0;
        repeatable = false;
        break;
      case 40: {
        at++;
        const flagsOnly = at < end && load<u8>(at) == 63;
        ok = parseGroup();
        if (flagsOnly && ok && here() == start && commentRead) { continue; }
        break;
      }
      case 42: case 43: case 63: return fail("nothing to repeat", at);
      case 123: {
        const r = parseBounds();
        if (r < 0) return false;
        if (r > 0) return fail("nothing to repeat", place);
        at++;
        emitChar(123);
        break;
      }
      default: emitChar(next());
    }
    if (!ok) return false;
    // a quantifier?
    if (flags & FLAG_X) skipVerbose();
    if (at < end) {
      const quantifier = at;
      const r = parseBounds();
      if (r < 0) return false;
      if (r > 0) {
        const min = low, max = high;
        let mode = P.GREEDY;
        if (isNext(63)) { at++; mode = P.LAZY; }
        else if (isNext(43)) { at++; mode = P.POSSESSIVE; }
        if (!repeatable) return fail("nothing to repeat", quantifier);
        if (here() != start) emitRepeat(start, min, max, mode);
        least = times(least, min);
        most = times(most, max);
        const again = at;
        if (flags & FLAG_X) skipVerbose();
        if (at < end) {
          const twice = at, more = parseBounds();
          if (more < 0) return false;
          if (more > 0) return fail("multiple repeat", twice);
          at = again;
        }
      }
    }
    low_ = add(low_, least);
    high_ = add(high_, most);
  }
  least = low_;
  most = high_;
  return true;
}
/** Branches between |. `whole`: of the whole pattern, so a ) is too many. */
function parseAlternatives(whole: bool): bool {
  let start = here();
  let lowest: u32 = WIDE, highest: u32 = 0;
  // JUMPs to the end, chained by their operands until it is known
  let chain: u32 = 0;
  while (true) {
    if (!parseBranch()) return false;
    if (least < lowest) lowest = least;
    if (most > highest) highest = most;
    if (!isNext(124)) break;
    at++;
    insert(start, 2);
    patch(start, P.SPLIT);
    const jump = here();
    emit2(P.JUMP, chain);
    chain = jump;
    patch(start + 1, here() - start);
    start = here();
  }
  while (chain != 0 && code.failed == 0) {
    const previous = word(chain + 1);
    patch(chain + 1, here() - chain);
    chain = previous;
  }
  least = lowest;
  most = highest;
  if (whole && at < end) return fail("unbalanced parenthesis", at);
  return true;
}

// ---- the whole ----

/** Results of compilePattern, good until the next one. */
export let programWords: u32 = 0;
export let programGroups: i32 = 0;
export let programLoops: i32 = 0;
export let programFlags: u32 = 0;
/** Dict of group names to numbers. */
export let programNames: Value = NOTHING;
/** Least number of characters that a match has. */
export let programLeast: u32 = 0;

/** Compiles the pattern whose bytes lie at `data`. Returns the Text that holds the program (its owner drops it); 0
 *  with re.error, OverflowError, RecursionError, ValueError or MemoryError pending. Runs no Python. */
export function compilePattern(object: Value, data: usize, bytes: u32, isText: bool, wanted: u32): Text {
  begin = data;
  at = data;
  end = data + bytes;
  pattern = object;
  text = isText;
  flags = wanted;
  const types = wanted & (FLAG_A | FLAG_U | FLAG_L);
  if (isText && wanted & FLAG_L) { raise(ValueError, "cannot use LOCALE flag with a str pattern"); return changetype<Text>(0); }
  if (!isText && wanted & FLAG_U) { raise(ValueError, "cannot use UNICODE flag with a bytes pattern"); return changetype<Text>(0); }
  if ((types & (types - 1)) != 0) {
    raise(ValueError, types & FLAG_L ? "ASCII and LOCALE flags are incompatible" : "ASCII and UNICODE flags are incompatible");
    return changetype<Text>(0);
  }
  globalFlags = wanted;
  groups = 0;
  loops = 0;
  depth = 0;
  laterGroup = 0;
  names = dictNew();
  if (names == RAISED) return changetype<Text>(0);
  code = textNew();
  closed = textNew();
  closed.byte(0);
  widths = textNew();
  widths.pad(0, 8);
  let ok = parseAlternatives(true);
  if (ok && <i32>laterGroup > groups) {
    const t = textNew();
    t.literal("invalid group reference ");
    t.int(laterGroup);
    ok = reFail(t, pattern, begin, laterAt);
  }
  emit(P.MATCH);
  closed.drop();
  widths.drop();
  if (ok && code.failed != 0) { code.finish(); ok = false; }
  if (!ok) { code.drop(); return changetype<Text>(0); }
  programWords = here();
  programGroups = groups;
  programLoops = loops;
  programFlags = globalFlags;
  if (text && !(globalFlags & FLAG_A)) programFlags |= FLAG_U;
  programNames = names;
  programLeast = least;
  return code;
}
