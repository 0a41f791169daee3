// re: pattern text to program. Recursive descent over groups (depth-limited), emitting as it goes
// (code.ts): quantifiers are put around the code of what they repeat. Runs no Python: its state
// lies in module variables. Messages and positions are CPython's.
import { Value, RAISED, NOTHING, smallIntNew, smallInt } from "../../core/value";
import { raise, raised, RecursionError, OverflowError, ValueError } from "../../objects/errors";
import { Text, textNew } from "../../objects/text";
import { TableObject, dictNew, tableGet, tableSet } from "../../objects/table";
import {
  readFrom, begin, at, end, text, moveTo, peek, next, isNext, accept, isDigit, isLetter, fail,
  failWith, failFormat, badEscape,
  control, octalEscape, numberEscape, escaped, setEscaped, RAISED_ESCAPE, CHARACTER, CLASS, GROUP,
  UNKNOWN, readName,
  checkedName, groupOfName, nameAt, nameEnd, nameNumber,
} from "./reader";
import {
  codeBegin, codeText, here, emit, emit2, emit3, word, patch, land, insertJump, beginSet, endSet,
  emitClass, emitChar,
  emitRepeat,
} from "./code";
import { stackHas } from "../../objects/hooks";
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
/** Of these, one at most. */
const TYPE_FLAGS: u32 = FLAG_A | FLAG_U | FLAG_L;

/** Nesting of groups. */
const DEPTH_MAX: i32 = 400;
/** What the stack must have room for at each 16th level (stackHas). */
const FRAMES: i32 = 500;
/** Words of a program. */
const WORDS_MAX: u32 = 4000000;
const GROUPS_MAX: i32 = 10000;

/** Flags in force here, and those of the whole pattern. */
let flags: u32 = 0;
let globalFlags: u32 = 0;
/** Groups so far. */
let groups: i32 = 0;
/** Their widths, two u32 each: least, most; the least of an open one is OPEN. */
let widths: Text = changetype<Text>(0);
const OPEN: u32 = 0xffffffff;
let names: Value = NOTHING;
let depth: i32 = 0;
/** Width in characters of what was parsed last: least and most (WIDE: any). */
let least: u32 = 0;
let most: u32 = 0;
const WIDE: u32 = 0x7fffffff;
/** The last atom was a comment: a quantifier has nothing to repeat then. */
let commentRead: bool = false;
/** The largest group that a condition asks for before it was seen, and where. */
let laterGroup: i64 = 0;
let laterAt: usize = 0;

function setWidth(n: u32): void {
  least = n;
  most = n;
}
function times(a: u32, n: u32): u32 {
  return a == 0 || n == 0 ? 0 : <u32>min<u64>(n == P.NO_LIMIT ? WIDE : <u64>a * n, WIDE);
}
function add(a: u32, b: u32): u32 { return min<u32>(a + b, WIDE); }
function foldsUnicode(): bool { return text && !(flags & FLAG_A); }
function char(c: u32): bool {
  emitChar(c, (flags & FLAG_I) != 0, text, foldsUnicode());
  return true;
}

// ---- escapes ----

/** A class letter's kind, NO_CLASS: it is none. */
const NO_CLASS: u32 = 0xff;
function classOf(c: u32): u32 {
  const letter = c | 32;                       // d, s, w
  if (letter != 100 && letter != 115 && letter != 119) return NO_CLASS;
  return (letter - 100 >> 3 << 1) | (c == letter ? 0 : P.CLASS_NOT)
    | (foldsUnicode() ? 0 : P.CLASS_ASCII);
}
/** Reads what both sorts of escapes share: \d \x \u \n ...; `at` is behind the letter `c`.
 *  CHARACTER, CLASS, UNKNOWN, RAISED_ESCAPE. */
function commonEscape(c: u32, slash: usize): i32 {
  const kind = classOf(c);
  setEscaped(kind != NO_CLASS ? kind : control(c));
  if (kind != NO_CLASS) return CLASS;
  if (escaped != 0) return CHARACTER;
  let digits = c == 120 ? 2 : c == 117 && text ? 4 : c == 85 && text ? 8 : 0;
  if (digits != 0) {
    let n: u32 = 0;
    for (; digits != 0; digits--) {
      const b = peek(), d = isDigit(b) ? b - 48 : (b | 32) - 87;
      if (!isDigit(b) && d - 10 > 5) {
        failWith("incomplete escape ", slash, at, "", slash);
        return RAISED_ESCAPE;
      }
      n = n << 4 | d;
      moveTo(at + 1);
    }
    setEscaped(n);
    if (n <= 0x10ffff) return CHARACTER;
    badEscape(slash);
    return RAISED_ESCAPE;
  }
  if (c == 78 && text) {
    if (!accept(123)) {
      fail("missing {", at);
      return RAISED_ESCAPE;
    }
    const name = at;
    while (at < end && !isNext(125)) moveTo(at + 1);
    if (at == end) fail("missing }, unterminated name", name);
    else failWith("undefined character name '", name, at, "'", slash);
    return RAISED_ESCAPE;
  }
  return UNKNOWN;
}
/** The kind of P.AT that an escape is, -1: it is none. */
function placeOf(c: u32): i32 {
  const ascii = foldsUnicode() ? 0 : P.AT_ASCII;
  return c == 65 ? P.AT_BEGIN : c == 90 ? P.AT_END : c == 98 ? P.AT_WORD | ascii : c == 66
    ? P.AT_NOT_WORD | ascii : -1;
}
/** An escape outside sets; `at` is behind the backslash. */
function parseEscape(): bool {
  const slash = at - 1;
  if (at == end) return fail("bad escape (end of pattern)", slash);
  const c = next(), place = placeOf(c);
  if (place >= 0) {
    emit2(P.AT, place);
    setWidth(0);
    return true;
  }
  setWidth(1);
  let kind = commonEscape(c, slash);
  if (kind == CLASS) {
    emitClass(escaped);
    return true;
  }
  if (kind == UNKNOWN) {
    if (isLetter(c)) return badEscape(slash);
    setEscaped(c);
    kind = isDigit(c) ? numberEscape(c, slash) : CHARACTER;
    if (kind == GROUP) return emitReference(escaped, slash + 1, slash);
  }
  return kind != RAISED_ESCAPE && char(escaped);
}
/** Raises re.error. Returns false. */
function invalidGroup(group: i64, place: usize): bool {
  return failFormat(place, "invalid group reference %d", group);
}
/** A reference to a group by number. The places are for messages: of the number, and of an open
 *  group. */
function emitReference(group: u32, place: usize, openPlace: usize): bool {
  if (<i32>group > groups) return invalidGroup(group, place);
  const w = widths.data + (<usize>group << 3);
  setWidth(load<u32>(w));
  if (least == OPEN) return fail("cannot refer to an open group", openPlace);
  most = load<u32>(w, 4);
  emit3(P.BACKREF, group, flags & FLAG_I ? 1 : 0);
  return true;
}

// ---- sets ----

/** One member of a set: CHARACTER or CLASS, in `escaped`; RAISED_ESCAPE, also without exception at
 *  the end of the text. */
function setMember(): i32 {
  const slash = at;
  if (at == end) return RAISED_ESCAPE;
  let c = next();
  if (c == 92) {
    if (at == end) return RAISED_ESCAPE;
    c = next();
    const common = commonEscape(c, slash);
    if (common != UNKNOWN) return common;
    if (c - 48 < 8) return octalEscape(c, slash);
    if (isDigit(c) || isLetter(c)) {
      badEscape(slash);
      return RAISED_ESCAPE;
    }
  }
  setEscaped(c);
  return CHARACTER;
}
/** A set; `at` is behind its bracket. */
function parseSet(): bool {
  const bracket = at - 1;
  const start = beginSet((flags & FLAG_I ? P.SET_ANY_CASE : 0) | (accept(94) ? P.SET_NEGATED : 0),
    0);
  let members: u32 = 0;
  const first = at;
  while (at == first || !accept(93)) {
    const from = at, a = setMember(), low = escaped;
    let b = a;
    // a - before the bracket is a character
    const isRange = a != RAISED_ESCAPE && isNext(45) && (at + 1 >= end || load<u8>(at, 1) != 93);
    if (isRange) {
      moveTo(at + 1);
      b = setMember();
    }
    if (b == RAISED_ESCAPE) return !raised() && fail("unterminated character set", bracket);
    if (isRange && (a == CLASS || b == CLASS || escaped < low)) {
      return failWith("bad character range ", from, at, "", from);
    }
    emit2(a == CLASS ? P.CLASS_MEMBER : low, escaped);
    members++;
  }
  patch(start + P.SET_HEADER, members);
  endSet(start, foldsUnicode());
  setWidth(1);
  return true;
}

// ---- groups ----

function depthError(): bool {
  raise(RecursionError, "maximum recursion depth exceeded");
  return false;
}
/** The rest of a group up to its `)`, with the flags in force put back afterwards. */
function parseBody(open: usize): bool {
  const saved = flags;
  if (!parseAlternatives()) return false;
  flags = saved;
  return accept(41) || fail("missing ), unterminated subpattern", open);
}
/** The body of the instruction at `start`, which leads behind it. */
function parseInner(open: usize, start: u32): bool {
  if (!parseBody(open)) return false;
  emit(P.END_BODY);
  land(start, 1);
  return true;
}
/** A capturing group. */
function parseCapture(open: usize, name: Value): bool {
  if (groups >= GROUPS_MAX) {
    raise(OverflowError, "too many groups");
    return false;
  }
  const group = ++groups;
  const to = widths.reserve(8);
  if (to != 0) store<u32>(to, OPEN);
  widths.length += 8;
  if (name != NOTHING) {
    const t = changetype<TableObject>(<usize>names), old = tableGet(t, name);
    if (old != NOTHING) {
      return failFormat(nameAt, "redefinition of group name '%s' as group %d; was group %d", name,
        group, smallInt(old));
    }
    if (!tableSet(t, name, smallIntNew(group))) return false;
  }
  emit2(P.SAVE, group << 1);
  if (!parseBody(open)) return false;
  emit2(P.CLOSE, group);
  if (widths.failed == 0) store<u64>(widths.data + (<usize>group << 3), <u64>most << 32 | least);
  return true;
}
/** (?=...) (?!...) (?<=...) (?<!...); `at` is behind the opening. */
function parseAssertion(open: usize, negative: bool, behind: bool): bool {
  const start = here();
  emit3(negative ? P.ASSERT_NOT : P.ASSERT, 0, P.NO_STEP);
  if (!parseInner(open, start)) return false;
  if (behind) {
    if (least != most) return fail("look-behind requires fixed-width pattern", 0);
    patch(start + 2, least);
  }
  setWidth(0);
  return true;
}
/** The group that was named, by groupOfName: 0 with re.error pending if there is none. */
function knownGroup(): u32 {
  const group = groupOfName(names);
  if (group > 0) return group;
  if (group == 0) failWith("unknown group name '", nameAt, nameEnd, "'", nameAt);
  return 0;
}
/** (?(group)yes|no). */
function parseConditional(open: usize): bool {
  if (!readName(41)) return false;
  let group = nameNumber();
  if (group < 0) {
    group = knownGroup();
    if (group == 0) return false;
  } else if (group == 0) {
    return fail("bad group number", nameAt);
  }
  // The group may come later: looked at when the pattern has been read.
  if (group > <i64>groups && group > laterGroup) {
    laterGroup = group;
    laterAt = nameAt;
  }
  const start = here();
  emit3(P.IF_GROUP, <u32>group, 0);
  const saved = flags;
  if (!parseBranch()) return false;
  let low: u32 = 0, high = most;
  if (accept(124)) {
    low = least;
    const jump = here();
    emit2(P.JUMP, 0);
    land(start, 2);
    if (!parseBranch()) return false;
    if (isNext(124)) return fail("conditional backref with more than two branches", at);
    land(jump, 1);
    low = min<u32>(low, least);
    high = max<u32>(high, most);
  } else {
    land(start, 2);
  }
  flags = saved;
  least = low;
  most = high;
  return accept(41) || fail("missing ), unterminated subpattern", open);
}

/** Letters of the flags, from bit 1 on. */
const FLAG_LETTERS: usize = memory.data<u8>([105, 76, 109, 115, 117, 120]);
/** The bit of a flag's letter, 0: none. */
function flagOf(c: u32): u32 {
  for (let i: u32 = 0; i < 6; i++) if (load<u8>(FLAG_LETTERS + i) == c) return 2 << i;
  return c == 97 ? FLAG_A : 0;
}
/** Reads letters of flags, those that are turned on or `off`; -1: raised. */
function flagLetters(off: bool): i32 {
  let all: u32 = 0;
  while (true) {
    const c = peek(), bit = flagOf(c);
    let problem = "";
    if (bit == 0) {
      if (!isLetter(c)) return all;
      problem = "unknown flag";
    } else {
      moveTo(at + 1);
      all |= bit;
      const types = all & TYPE_FLAGS;
      if (off) {
        if (types == 0) continue;
        problem = "bad inline flags: cannot turn off flags 'a', 'u' and 'L'";
      } else if (bit == FLAG_L && text) {
        problem = "bad inline flags: cannot use 'L' flag with a str pattern";
      } else if (bit == FLAG_U && !text) {
        problem = "bad inline flags: cannot use 'u' flag with a bytes pattern";
      } else {
        if ((types & (types - 1)) == 0) continue;
        problem = "bad inline flags: flags 'a', 'u' and 'L' are incompatible";
      }
    }
    fail(problem, at);
    return -1;
  }
}
/** (?flags) and (?flags-flags:...); `at` is at the first flag. */
function parseFlags(open: usize): bool {
  const on = flagLetters(false);
  if (on < 0) return false;
  if (accept(41)) {
    if (!onlyFlagsBefore(open))
      return fail("global flags not at the start of the expression", open);
    flags |= on;
    if (on & FLAG_A) flags &= ~FLAG_U;
    globalFlags |= on;
    setWidth(0);
    return true;
  }
  let off = 0;
  if (accept(45)) {
    off = flagLetters(true);
    if (off < 0) return false;
    if (off == 0) return fail("missing flag", at);
    if (!isNext(58)) return fail("missing :", at);
    if (on & off) return fail("bad inline flags: flag turned on and off", at);
  }
  if (!accept(58)) return fail("missing -, : or )", at);
  const saved = flags;
  if (on & TYPE_FLAGS) flags &= ~TYPE_FLAGS;
  flags = (flags | on) & ~off;
  if (!parseBody(open)) return false;
  flags = saved;
  return true;
}
/** True if nothing but (?flags) stands before `open`. */
function onlyFlagsBefore(open: usize): bool {
  let p = begin;
  while (p < open) {
    if (load<u16>(p) != 0x3f28) return false;                // "(?"
    p += 2;
    while (flagOf(load<u8>(p)) != 0) p++;
    if (load<u8>(p++) != 41) return false;
  }
  return true;
}
/** The next character of what follows (?, 0 with re.error pending: there is none. */
function extension(): u32 {
  if (at < end) return next();
  fail("unexpected end of pattern", at);
  return 0;
}
/** A group; `at` is behind its parenthesis. */
function parseGroup(): bool {
  const open = at - 1;
  if (!accept(63)) return parseCapture(open, NOTHING);
  const start = here();
  let c = extension();
  switch (c) {
    case 0: if (raised()) return false; break;
    case 58: return parseBody(open);
    case 62:
      emit2(P.ATOMIC, 0);
      return parseInner(open, start);
    case 61: case 33: return parseAssertion(open, c == 33, false);
    case 40: return parseConditional(open);
    case 35:
      while (at < end && !isNext(41)) moveTo(at + 1);
      setWidth(0);
      commentRead = true;
      return accept(41) || fail("missing ), unterminated comment", open);
    case 60:
      c = extension();
      if (c == 61 || c == 33) return parseAssertion(open, c == 33, true);
      break;
    case 80:
      c = extension();
      if (c == 60) {
        const name = readName(62) ? checkedName() : RAISED;
        return name != RAISED && parseCapture(open, name);
      }
      if (c == 61) {
        const group = readName(41) ? knownGroup() : 0;
        return group != 0 && emitReference(group, nameAt, nameAt);
      }
      break;
    default:
      if (flagOf(c) != 0 || c == 45) {
        moveTo(open + 2);
        return parseFlags(open);
      }
  }
  return !raised() && failWith("unknown extension ", open + 1, at, "", open + 1);
}

// ---- repeats ----

let low: u32 = 0;
let high: u32 = 0;
/** The number at `at`, at most 2^32 - 1; -1: there is none. */
function number(): i64 {
  let n: i64 = -1;
  for (; isDigit(peek()); moveTo(at + 1))
    n = min<i64>(max<i64>(n, 0) * 10 + load<u8>(at) - 48, P.NO_LIMIT);
  return n;
}
/** Bounds of the quantifier at `at`: 1 read (into low and high), 0: none there, -1: raised. */
function parseBounds(): i32 {
  const from = at, c = peek();
  if (c == 123) {
    moveTo(at + 1);
    const a = number();
    let b = a;
    const comma = accept(44);
    if (comma) b = number();
    if ((a < 0 && !comma) || !accept(125)) {
      moveTo(from);
      return 0;
    }
    low = a < 0 ? 0 : <u32>a;
    high = <u32>b;                              // none: NO_LIMIT
    if (a == P.NO_LIMIT || b == P.NO_LIMIT)
      raise(OverflowError, "the repetition number is too large");
    else if (high < low) fail("min repeat greater than max repeat", from + 1);
    return raised() ? -1 : 1;
  }
  if (c != 42 && c != 43 && c != 63) return 0;
  low = c == 43 ? 1 : 0;
  high = c == 63 ? 1 : P.NO_LIMIT;
  moveTo(at + 1);
  return 1;
}
/** Passes over white space and comments, if the pattern is verbose. */
function skipVerbose(): void {
  if (!(flags & FLAG_X)) return;
  while (at < end) {
    const b = load<u8>(at);
    if (b == 35) while (at < end && !isNext(10)) moveTo(at + 1);
    else if (b != 32 && b - 9 > 4) return;
    else moveTo(at + 1);
  }
}
/** A quantifier, if there is one, of the code from `start` on. */
function parseQuantifier(start: u32, repeatable: bool): bool {
  skipVerbose();
  const place = at, r = parseBounds();
  if (r <= 0) return r == 0;
  const min = low, max = high, mode = accept(63) ? P.LAZY : accept(43) ? P.POSSESSIVE : P.GREEDY;
  if (!repeatable) return fail("nothing to repeat", place);
  if (here() != start) emitRepeat(start, min, max, mode, least == 0);
  least = times(least, min);
  most = times(most, max);
  const behind = at;
  skipVerbose();
  const twice = at, more = parseBounds();
  if (more > 0) fail("multiple repeat", twice);
  moveTo(behind);
  return more == 0;
}

// ---- sequences and alternatives ----

/** One atom. 1: it may be repeated, 0: it may not, -1: raised. */
function parseAtom(): i32 {
  const start = here(), place = at, c = next();
  commentRead = false;
  setWidth(1);
  let ok = true;
  switch (c) {
    case 92:
      ok = parseEscape();
      if (ok && codeText().failed == 0 && word(start) == P.AT) return 0;
      break;
    case 91: ok = parseSet(); break;
    case 46: emit(flags & FLAG_S ? P.ANY_ALL : P.ANY); break;
    case 94: case 36:
      setWidth(0);
      emit2(P.AT, c == 94 ? (flags & FLAG_M ? P.AT_LINE_BEGIN : P.AT_BEGIN)
        : flags & FLAG_M ? P.AT_LINE_END : P.AT_LAST_LINE_END);
      return 0;
    case 40:
      ok = ++depth > DEPTH_MAX || ((depth & 15) == 0 && !stackHas(FRAMES)) ? depthError()
        : parseGroup();
      depth--;
      break;
    case 42: case 43: case 63: case 123:
      // a { that begins no quantifier is a character
      moveTo(place);
      ok = parseBounds() == 0 ? char(next()) : !raised() && fail("nothing to repeat", place);
      break;
    default: char(c);
  }
  return ok ? 1 : -1;
}
/** A row of atoms with their quantifiers, up to | or ) or the end. */
function parseBranch(): bool {
  let low: u32 = 0, high: u32 = 0;
  while (true) {
    skipVerbose();
    if (at >= end || isNext(124) || isNext(41)) break;
    const start = here();
    if (start > WORDS_MAX) {
      raise(OverflowError, "regular expression code size limit exceeded");
      return false;
    }
    const kind = parseAtom();
    if (kind < 0) return false;
    if (commentRead && here() == start) continue;
    if (!parseQuantifier(start, kind != 0)) return false;
    low = add(low, least);
    high = add(high, most);
  }
  least = low;
  most = high;
  return true;
}
/** Branches between |. */
function parseAlternatives(): bool {
  let start = here();
  let lowest: u32 = WIDE, highest: u32 = 0;
  // JUMPs to the end, chained by their operands until it is known
  let chain: u32 = 0;
  while (true) {
    if (!parseBranch()) return false;
    lowest = min<u32>(lowest, least);
    highest = max<u32>(highest, most);
    if (!accept(124)) break;
    emit2(P.JUMP, chain);
    insertJump(start, P.SPLIT);
    start = here();
    chain = start - 2;
  }
  while (chain != 0 && codeText().failed == 0) {
    const previous = word(chain + 1);
    land(chain, 1);
    chain = previous;
  }
  least = lowest;
  most = highest;
  return true;
}

// ---- the whole ----

/** Results of compilePattern, good until the next one. */
export let programGroups: i32 = 0;
export let programFlags: u32 = 0;
/** Dict of group names to numbers. */
export let programNames: Value = NOTHING;

/** What is wrong with the flags that a pattern is compiled with; "": nothing. */
function flagsProblem(wanted: u32, isText: bool): string {
  const types = wanted & TYPE_FLAGS;
  if (isText && wanted & FLAG_L) return "cannot use LOCALE flag with a str pattern";
  if (!isText && wanted & FLAG_U) return "cannot use UNICODE flag with a bytes pattern";
  if ((types & (types - 1)) == 0) return "";
  return types & FLAG_L ? "ASCII and LOCALE flags are incompatible"
    : "ASCII and UNICODE flags are incompatible";
}
/** Compiles the pattern whose bytes lie at `data`. Returns the Text that holds the program (its
 *  owner drops it); 0 with re.error, OverflowError, RecursionError, ValueError or MemoryError
 *  pending. Runs no Python. */
export function compilePattern(object: Value, data: usize, bytes: u32, isText: bool,
    wanted: u32): Text {
  const problem = flagsProblem(wanted, isText);
  if (problem.length != 0) raise(ValueError, problem);
  names = dictNew();
  if (raised()) return changetype<Text>(0);
  readFrom(object, data, bytes, isText);
  flags = wanted;
  globalFlags = wanted;
  groups = 0;
  depth = 0;
  laterGroup = 0;
  codeBegin();
  const code = codeText();
  widths = textNew();
  widths.pad(255, 8);
  let ok = parseAlternatives();
  if (ok && at < end) ok = fail("unbalanced parenthesis", at);
  if (ok && laterGroup > <i64>groups) ok = invalidGroup(laterGroup, laterAt);
  emit(P.MATCH);
  if (ok && widths.failed != 0) code.failed = widths.failed;
  widths.drop();
  if (ok && code.failed != 0) code.finish();
  if (!ok || code.failed != 0) {
    code.drop();
    return changetype<Text>(0);
  }
  programGroups = groups;
  programFlags = foldsByUnicode() ? globalFlags | FLAG_U : globalFlags;
  programNames = names;
  return code;
}
function foldsByUnicode(): bool { return text && !(globalFlags & FLAG_A); }
