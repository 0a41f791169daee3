// The lexer: source text to tokens, one at a time, on demand.
//
// The text is the compiler's own copy (compiler/errors.ts holds it): well-formed UTF-8 without NUL,
// lines end in LF, zeros stand behind the end. All state is in one block, L, so that the parser can
// look ahead by saving and restoring it. After an error the token stays ERROR: no rule accepts it
// and the parser runs out. Behaviour: docs.python.org/3.11/reference/lexical_analysis.html;
// messages as CPython 3.11's.
import { Value } from "../core/value";
import { utf8Decode, utf8SequenceLength } from "../core/utf8";
import {
  SyntaxError, IndentationError, TabError, raised, raiseValue, takePending,
} from "../objects/errors";
import { Text, textNew } from "../objects/text";
import { internBytes } from "../objects/str";
import { arenaAlloc, arenaFailed } from "./arena";
import {
  sourceAt, sourceLength, lineAt, lineBegin, lineEnd, syntaxErrorAt, syntaxErrorText,
} from "./errors";
import { inIdentifier, isPrintable } from "./identifiers";
import { scanNumber } from "./lexer_numbers";
import { T, keywordOf, KEYWORD_BYTES } from "./tokens";

/** Deepest nesting of brackets, as in CPython. */
const BRACKETS_MAX: u32 = 200;
/** Indentations that can be open, as in CPython: too many begin with this one. */
const INDENTS_MAX: u32 = 100;
/** A tab goes to the next multiple of this. Unit: columns. */
const TAB: u32 = 8;

/** Open brackets, 8 bytes each: offset in the text u32, the character u32. Nested f-strings share
 *  it. */
const BRACKETS: usize = memory.data(201 * 8, 16);
/** Indentations, 8 bytes each: columns with tabs of 8 u32, with tabs of 1 u32. The first is 0, 0.
 *  */
const INDENTS: usize = memory.data(102 * 8, 16);

// L.info of a STRING
export const STRING_RAW: u32 = 1;
export const STRING_BYTES: u32 = 2;
export const STRING_FORMAT: u32 = 4;
export const STRING_UNICODE: u32 = 8;
export const STRING_TRIPLE: u32 = 16;
// of a NUMBER: its base (2, 8, 10, 16) if an int, else
export const NUMBER_FLOAT: u32 = 1;
export const NUMBER_IMAGINARY: u32 = 3;

/** State of the lexer: globals, since nothing else is read from so many places. Offsets are in
 *  bytes from the text's begin. */
export class L {
  /** Kind of the current token. */
  static tok: T = T.ERROR;
  /** Where it begins and ends. */
  static at: u32 = 0;
  static end: u32 = 0;
  /** Line on which it begins. */
  static line: u32 = 0;
  /** STRING: flags above; NUMBER: base or NUMBER_*. */
  static info: u32 = 0;
  /** End of the token before. */
  static previousEnd: u32 = 0;
  /** Kind of the token before. */
  static previous: T = T.ERROR;
  /** Offset of the next character to look at, and its line. */
  static next: u32 = 0;
  static nextLine: u32 = 0;
  /** Where the text ends (inside an f-string: where the expression ends). */
  static limit: u32 = 0;
  /** Open brackets. */
  static level: u32 = 0;
  /** Level outside the f-string's expression that is being read; 0 outside f-strings. */
  static base: u32 = 0;
  /** 1: inside an f-string's expression. */
  static inFormat: u32 = 0;
  /** 1: `next` is at the begin of a logical line. */
  static lineStart: u32 = 0;
  /** DEDENTs still to be given. */
  static dedents: u32 = 0;
  /** Open indentations. */
  static indents: u32 = 0;
}

/** Greater than 0 while the parser only tries: errors of the parser are not raised then. */
export let trying: i32 = 0;
export function setTrying(n: i32): void { trying = n; }
/** The stream is dead: an error was raised, or a try failed. */
export let failed: bool = false;

/** What saveState() keeps: L, and an open bracket's entry. Unit: bytes. */
const STATE_BYTES: usize = 72;
/** Saves the lexer's state; restoreState(its result) goes back to it. What is read meanwhile may
 *  close the innermost open bracket (its entry is saved too), but no further ones. */
export function saveState(): usize {
  const copy = arenaAlloc(STATE_BYTES);
  store<u32>(copy, L.tok);
  store<u32>(copy, L.at, 4);
  store<u32>(copy, L.end, 8);
  store<u32>(copy, L.line, 12);
  store<u32>(copy, L.info, 16);
  store<u32>(copy, L.previousEnd, 20);
  store<u32>(copy, L.previous, 24);
  store<u32>(copy, L.next, 28);
  store<u32>(copy, L.nextLine, 32);
  store<u32>(copy, L.limit, 36);
  store<u32>(copy, L.level, 40);
  store<u32>(copy, L.base, 44);
  store<u32>(copy, L.inFormat, 48);
  store<u32>(copy, L.lineStart, 52);
  store<u32>(copy, L.dedents, 56);
  store<u32>(copy, L.indents, 60);
  if (L.level > 0) store<u64>(copy, load<u64>(innermost()), 64);
  return copy;
}
function loadState(copy: usize): void {
  L.tok = load<u32>(copy);
  L.at = load<u32>(copy, 4);
  L.end = load<u32>(copy, 8);
  L.line = load<u32>(copy, 12);
  L.info = load<u32>(copy, 16);
  L.previousEnd = load<u32>(copy, 20);
  L.previous = load<u32>(copy, 24);
  L.next = load<u32>(copy, 28);
  L.nextLine = load<u32>(copy, 32);
  L.limit = load<u32>(copy, 36);
  L.level = load<u32>(copy, 40);
  L.base = load<u32>(copy, 44);
  L.inFormat = load<u32>(copy, 48);
  L.lineStart = load<u32>(copy, 52);
  L.dedents = load<u32>(copy, 56);
  L.indents = load<u32>(copy, 60);
}
/** Goes back, also out of a failed try (but not out of a raised error). */
export function restoreState(copy: usize): void {
  if (L.line > furthest) furthest = L.line;
  loadState(copy);
  if (L.level > 0) store<u64>(innermost(), load<u64>(copy, 64));
  failed = raised();
  if (failed) L.tok = T.ERROR;
}
/** Entry of the innermost open bracket. */
function innermost(): usize { return BRACKETS + (<usize>L.level - 1 << 3); }
/** Kills the stream: the current token becomes ERROR and stays it. */
export function stop(): void {
  failed = true;
  L.tok = T.ERROR;
}
/** Raises an error of the layout (indentation, a backslash at a line's end). While the rest is read
 *  after an error of the parser it does not take that one's place. */
function layoutError(type: usize, at: u32, message: string): void {
  if (restOf == 0) lexerError(type, at, at, message);
  else if (L.level > 0) unclosed();
  else stop();
}
/** Raises an error of the lexer itself, also while trying. */
function lexerError(type: usize, at: u32, end: u32, message: string): void {
  syntaxErrorAt(type, at, end, message);
  stop();
}
/** Raises SyntaxError at the byte `p`, its message made of a template (Text.format). */
export function errorAt(p: usize, template: string, a: u64 = 0, b: u64 = 0): void {
  const t = textNew();
  t.format(template, a, b);
  errorText(p, t);
}
function errorText(p: usize, message: Text): void {
  const at = <u32>(p - sourceAt());
  syntaxErrorText(SyntaxError, at, at, message);
  stop();
}

// ---- character classes ----
export const ID: u8 = 1;
const DIGIT: u8 = 2;
export const HEX: u8 = 4;
/** Begins an identifier. */
const START: u8 = 8;
const CLASSES: usize = memory.data(256, 16);
/** Token kind of single characters that begin an operator; 0: none. */
const SINGLES: usize = memory.data(128, 16);
/** Operators of two characters: these and the kind, a byte each; those of one with = behind are not
 *  here. */
const PAIRS: usize = memory.data(3 * 12, 16);
let pairsEnd: usize = PAIRS;

@inline export function classOf(c: u32): u8 { return load<u8>(CLASSES + c); }
@inline export function isDigit(c: u32): bool { return c - 48 < 10; }

/** Fills the tables. Called once, at boot. */
export function lexerInit(): void {
  for (let c: u32 = 0; c < 256; c++) {
    const letter = (c | 32) - 97 < 26, digit = c - 48 < 10;
    let bits: u8 = 0;
    if (letter || c == 95 || c >= 128) bits |= ID | START;
    if (digit) bits |= ID | DIGIT | HEX;
    if ((c | 32) - 97 < 6) bits |= HEX;
    store<u8>(CLASSES + c, bits);
  }
  single(40, T.LPAR); single(41, T.RPAR); single(91, T.LSQB); single(93, T.RSQB);
  single(123, T.LBRACE);
  single(125, T.RBRACE); single(44, T.COMMA); single(59, T.SEMI); single(126, T.TILDE);
  single(61, T.ASSIGN);
  single(46, T.DOT); single(58, T.COLON); single(43, T.PLUS); single(45, T.MINUS);
  single(42, T.STAR);
  single(47, T.SLASH); single(37, T.PERCENT); single(64, T.AT); single(38, T.AMP);
  single(124, T.BAR);
  single(94, T.CARET); single(60, T.LT); single(62, T.GT); single(33, T.UNKNOWN);
  single(36, T.UNKNOWN);
  single(63, T.UNKNOWN); single(96, T.UNKNOWN);
  pair(61, 61, T.EQ); pair(58, 61, T.WALRUS); pair(45, 62, T.ARROW); pair(42, 42, T.DOUBLE_STAR);
  pair(47, 47, T.DOUBLE_SLASH); pair(60, 60, T.LSHIFT); pair(60, 61, T.LE); pair(60, 62, T.UNKNOWN);
  pair(62, 62, T.RSHIFT); pair(62, 61, T.GE); pair(33, 61, T.NE);
}
function single(c: u32, t: T): void { store<u8>(SINGLES + c, <u8>t); }
function pair(c: u32, b: u32, t: T): void {
  store<u8>(pairsEnd, <u8>c);
  store<u8>(pairsEnd, <u8>b, 1);
  store<u8>(pairsEnd, <u8>t, 2);
  pairsEnd += 3;
}

/** Begins at the text's start and reads the first token. */
export function lexerBegin(): void {
  memory.fill(INDENTS, 0, 72);
  loadState(INDENTS);                        // zero, all of it
  L.limit = sourceLength();
  L.nextLine = 1;
  L.line = 1;
  L.lineStart = 1;
  failed = false;
  trying = 0;
  furthest = 0;
  advance();
}

/** Goes to the expression between `from` and `to` inside an f-string's literal, on line `line`, and
 *  reads its first token; its end gives END. Newlines count as spaces. The caller saved the state.
 *  */
export function lexerEnterFormat(from: u32, to: u32, line: u32): void {
  L.next = from;
  L.nextLine = line;
  L.limit = to;
  L.base = L.level;
  L.inFormat = 1;
  L.lineStart = 0;
  L.dedents = 0;
  advance();
}

/** The current NAME (or keyword) as an interned str. Raises MemoryError. */
export function tokenName(): Value { return internBytes(sourceAt() + L.at, L.end - L.at); }

/** Reads the next token. */
export function advance(): void {
  if (failed || arenaFailed() != 0) { stop(); return; }
  L.previousEnd = L.end;
  L.previous = L.tok;
  if (L.lineStart != 0) beginLine();
  else if (L.dedents != 0) { L.dedents--; L.tok = T.DEDENT; }
  else scan();
}

/** Counts the indentation of a logical line. */
function beginLine(): void {
  const text = sourceAt();
  let p = text + L.next, line = L.nextLine;
  const end = text + L.limit;
  let column: u32 = 0, narrow: u32 = 0, continued: u32 = 0;
  while (true) {
    const c = <u32>load<u8>(p);
    if (c == 32) { column++; narrow++; p++; }
    else if (c == 9) { column = (column / TAB + 1) * TAB; narrow++; p++; }
    else if (c == 12) { column = narrow = 0; p++; }
    else if (c == 35) { while (load<u8>(p) != 10 && p < end) p++; }
    else if (c == 10) { p++; line++; column = narrow = continued = 0; }
    else if (c == 92) {
      // What counts is the indentation before the first backslash.
      if (continued == 0) continued = column;
      if (!continuation(p - text)) return;
      p += 2;
      line++;
    } else break;
  }
  if (p >= end) column = narrow = 0;
  else if (continued != 0) column = narrow = continued;
  L.next = <u32>(p - text);
  L.nextLine = line;
  L.lineStart = 0;
  const top = INDENTS + (<usize>L.indents << 3);
  const topColumn = load<u32>(top), topNarrow = load<u32>(top, 4);
  if (column == topColumn) {
    if (narrow != topNarrow) { tabError(); return; }
    scan();
    return;
  }
  L.at = L.end = L.next;
  L.line = line;
  if (column > topColumn) {
    if (L.indents + 1 >= INDENTS_MAX) {
      layoutError(IndentationError, L.next, "too many levels of indentation");
      return;
    }
    if (narrow <= topNarrow) { tabError(); return; }
    L.indents++;
    store<u32>(top, column, 8);
    store<u32>(top, narrow, 12);
    L.tok = T.INDENT;
    return;
  }
  let open = L.indents;
  while (open > 0 && column < load<u32>(INDENTS + (<usize>open << 3))) { open--; L.dedents++; }
  const found = INDENTS + (<usize>open << 3);
  if (column != load<u32>(found)) {
    layoutError(IndentationError, lineEnd(L.next),
      "unindent does not match any outer indentation level");
    return;
  }
  if (narrow != load<u32>(found, 4)) { tabError(); return; }
  L.indents = open;
  L.dedents--;
  L.tok = T.DEDENT;
}
function tabError(): void {
  layoutError(TabError, lineBegin(L.next), "inconsistent use of tabs and spaces in indentation");
}
/** The backslash at offset `at` must end its line. */
function continuation(at: usize): bool {
  const p = sourceAt() + at;
  if (load<u8>(p, 1) != 10) {
    layoutError(SyntaxError, <u32>at + 1, <u32>at + 1 >= L.limit ? "unexpected EOF while parsing"
      : "unexpected character after line continuation character");
    return false;
  }
  if (<u32>at + 2 >= L.limit && L.inFormat == 0) {
    layoutError(SyntaxError, <u32>at + 1, "unexpected EOF while parsing");
    return false;
  }
  return true;
}

/** Reads a token that is not indentation. */
function scan(): void {
  const text = sourceAt();
  let p = text + L.next;
  let c: u32;
  // spaces
  while (true) {
    c = <u32>load<u8>(p);
    if (c == 32 || c == 9 || c == 12) { p++; continue; }
    if (c == 35) {
      const end = text + L.limit;
      do { p++; } while (load<u8>(p) != 10 && p < end);
      continue;
    }
    if (c == 10 && (L.inFormat != 0 || (L.level > 0 && p < text + L.limit))) {
      L.nextLine++;
      p++;
      continue;
    }
    if (c == 92) {
      if (!continuation(p - text)) return;
      L.nextLine++;
      p += 2;
      continue;
    }
    break;
  }
  const at = <u32>(p - text);
  L.at = at;
  L.line = L.nextLine;
  if (at >= L.limit) { endOfText(at); return; }
  const bits = classOf(c);
  if (bits & START) { scanName(p); return; }
  if (bits & DIGIT) { scanNumber(p); return; }
  if (c == 34 || c == 39) { scanString(p, p, 0); return; }
  if (c == 10) {
    L.tok = T.NEWLINE;
    L.end = at + 1;
    L.next = at + 1;
    L.nextLine++;
    L.lineStart = 1;
    return;
  }
  if (c == 46 && isDigit(load<u8>(p, 1))) { scanNumber(p); return; }
  scanOperator(p, c);
}

/** The end: a NEWLINE if the last line has none, DEDENTs (beginLine gives those), END. */
function endOfText(at: u32): void {
  L.next = L.end = at;
  if (L.inFormat != 0) { L.tok = T.END; return; }
  if (L.level > 0) { unclosed(); return; }
  if (L.previous != T.NEWLINE && L.previous != T.DEDENT && L.previous != T.ERROR
    && L.previous != T.END) {
    L.tok = T.NEWLINE;
    L.lineStart = 1;
    return;
  }
  L.tok = T.END;
}
/** Last line that a try of the parser has reached. */
let furthest: u32 = 0;

/** Not 0: the parser has raised an error on this line and the rest is read only for errors of the
 *  lexer. */
let restOf: u32 = 0;

/** Reads on to the end after an error of the parser: an error of the lexer, if there is one, takes
 *  its place (an unclosed bracket only if it was opened on an earlier line), as in CPython. */
export function readRest(): void {
  if (L.inFormat != 0 || !raised()) return;
  const error = takePending();
  restOf = L.line > furthest ? L.line : furthest;
  failed = false;
  if (L.tok == T.ERROR) { raiseValue(error); stop(); return; }
  while (L.tok != T.ERROR && L.tok != T.END) advance();
  restOf = 0;
  if (!raised()) raiseValue(error);
  stop();
}

/** "'(' was never closed", for the innermost open bracket. */
function unclosed(): void {
  if (restOf != 0 && lineAt(openBracketAt()) >= restOf) { stop(); return; }
  errorAt(sourceAt() + openBracketAt(), "'%c' was never closed", load<u32>(innermost(), 4));
}
/** Offset of the innermost open bracket. Only while L.level > 0. */
export function openBracketAt(): u32 { return load<u32>(innermost()); }

/** A name, a keyword, or the prefix of a string. */
function scanName(begin: usize): void {
  let p = begin, all: u32 = 0, c: u32;
  while (true) {
    c = <u32>load<u8>(p);
    if ((classOf(c) & ID) == 0) break;
    all |= c;
    p++;
  }
  const text = sourceAt(), bytes = <u32>(p - begin);
  if ((c == 34 || c == 39) && bytes <= 2) {
    const flags = prefixFlags(begin, bytes);
    if (flags != 0) { scanString(begin, p, flags); return; }
  }
  L.next = L.end = <u32>(p - text);
  L.tok = T.NAME;
  if (all >= 128) { verifyIdentifier(begin, p); return; }
  if (bytes <= KEYWORD_BYTES && bytes >= 2) {
    // The text has zeros behind it, so eight bytes can always be read.
    const word = load<u64>(begin) & (<u64>-1 >> (64 - (<u64>bytes << 3)));
    L.tok = keywordOf(word);
  }
}
/** Flags of a string prefix; 0: it is none. */
function prefixFlags(at: usize, bytes: u32): u32 {
  let flags: u32 = 0;
  for (let i: u32 = 0; i < bytes; i++) {
    const c = <u32>load<u8>(at + i) | 32;
    const flag = c == 114 ? STRING_RAW : c == 98 ? STRING_BYTES : c == 102 ? STRING_FORMAT
      : c == 117 ? STRING_UNICODE : 0;
    if (flag == 0 || (flags & flag) != 0) return 0;
    flags |= flag;
  }
  if ((flags & STRING_UNICODE) != 0 && flags != STRING_UNICODE) return 0;
  if ((flags & STRING_BYTES) != 0 && (flags & STRING_FORMAT) != 0) return 0;
  return flags;
}
function verifyIdentifier(begin: usize, end: usize): void {
  for (let p = begin; p < end; p += utf8SequenceLength(load<u8>(p))) {
    const c = utf8Decode(p);
    if (c < 128 || inIdentifier(c)) continue;
    badCharacter(p, c);
    return;
  }
}
export function badCharacter(p: usize, c: u32): void {
  const t = textNew(), printable = isPrintable(c);
  t.format(printable ? "invalid character '%c' (U+" : "invalid non-printable character U+", c);
  hexUpper(t, c);
  if (printable) t.byte(41);
  errorText(p, t);
}
/** At least four upper-case hexadecimal digits. */
function hexUpper(t: Text, n: u32): void {
  let shift: i32 = 12;
  while (n >> (shift + 4) != 0) shift += 4;
  for (; shift >= 0; shift -= 4) {
    const d = n >> shift & 15;
    t.byte(d < 10 ? 48 + d : 55 + d);
  }
}

/** A string literal; `begin` its first byte, `quote` that of its quote. */
function scanString(begin: usize, quote: usize, flags: u32): void {
  const text = sourceAt(), end = text + L.limit, q = <u32>load<u8>(quote);
  let p = quote + 1, line = L.nextLine;
  const triple = <u32>load<u8>(p) == q && <u32>load<u8>(p, 1) == q;
  if (triple) p += 2;
  while (true) {
    const c = <u32>load<u8>(p);
    if (c == q) {
      if (!triple) { p++; break; }
      if (<u32>load<u8>(p, 1) == q && <u32>load<u8>(p, 2) == q) { p += 3; break; }
    } else if (c == 92) {
      p++;
      if (load<u8>(p) == 10) line++;
    } else if (c == 10) {
      if (!triple) { unterminated(begin, line, false); return; }
      line++;
    } else if (c == 0 && p >= end) {
      // Behind a final newline there is no further line.
      unterminated(begin, load<u8>(p - 1) == 10 ? line - 1 : line, triple);
      return;
    }
    p++;
  }
  if (p > end) { unterminated(begin, line, false); return; }
  L.info = triple ? flags | STRING_TRIPLE : flags;
  L.tok = T.STRING;
  L.nextLine = line;
  L.next = L.end = <u32>(p - text);
}
function unterminated(begin: usize, line: u32, triple: bool): void {
  errorAt(begin, triple ? "unterminated triple-quoted string literal (detected at line %d)"
    : "unterminated string literal (detected at line %d)", line);
}

/** Operators and brackets; `c` is the byte at `p`. */
function scanOperator(p: usize, c: u32): void {
  let t = c < 128 ? <T>load<u8>(SINGLES + c) : T.ERROR;
  if (t == T.ERROR) { badCharacter(p, c); return; }
  if (t >= T.LPAR && t <= T.RBRACE && !bracket(p, c, t)) return;
  const b = <u32>load<u8>(p, 1);
  let bytes: u32 = 1;
  // The second characters lie from * to >.
  if (b - 42 <= 62 - 42) {
    for (let row = PAIRS; row < pairsEnd; row += 3) {
      if (load<u8>(row) != c || load<u8>(row, 1) != b) continue;
      t = load<u8>(row, 2);
      bytes = 2;
      break;
    }
    if (t == T.DOT && b == 46 && load<u8>(p, 2) == 46) { t = T.ELLIPSIS; bytes = 3; }
  }
  if (<u32>t - <u32>T.BAR < 13 && load<u8>(p + bytes) == 61) {
    t = <T>(<u32>t + 13);
    bytes++;
  }
  L.tok = t;
  let end = <u32>(p - sourceAt()) + bytes;
  if (end > L.limit) { L.tok = T.UNKNOWN; end = L.limit; }
  L.next = L.end = end;
}
/** A closing bracket, and the one it should close. */
export const MISMATCH: string =
  "closing parenthesis '%c' does not match opening parenthesis '%c'";
/** Opens or closes a bracket. */
function bracket(p: usize, c: u32, t: T): bool {
  const at = <u32>(p - sourceAt());
  if (t == T.LPAR || t == T.LSQB || t == T.LBRACE) {
    if (L.level - L.base >= BRACKETS_MAX || L.level >= BRACKETS_MAX) {
      lexerError(SyntaxError, at, at, "too many nested parentheses");
      return false;
    }
    store<u32>(BRACKETS + (<usize>L.level << 3), at);
    store<u32>(BRACKETS + (<usize>L.level << 3), c, 4);
    L.level++;
    return true;
  }
  if (L.level == L.base) { errorAt(p, "unmatched '%c'", c); return false; }
  L.level--;
  const entry = BRACKETS + (<usize>L.level << 3);
  const open = load<u32>(entry, 4);
  // '(' is 40 and ')' 41; the others lie two apart.
  if (c == (open == 40 ? 41 : open + 2)) return true;
  const text = textNew(), line = lineAt(load<u32>(entry));
  text.format(MISMATCH, c, open);
  if (line != lineAt(at)) text.format(" on line %d", line);
  errorText(p, text);
  return false;
}
