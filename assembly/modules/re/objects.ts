// re: the objects Pattern, Match and scanner (what finditer gives): layouts and the search on their behalf.
import { Value, RAISED, NOTHING } from "../../core/value";
import { Header, TYPE_BYTES, isExactly } from "../../heap/header";
import { allocObject, allocRaw, freeRaw } from "../../heap/allocator";
import { markValue, markRaw } from "../../heap/collector";
import { utf8Count } from "../../core/utf8";
import { raise, raiseNoMemory, raiseType, raised, TypeError } from "../../objects/errors";
import { StrObject, STR_ASCII, strByteOffset, strSliceBytes } from "../../objects/str";
import { NONE } from "../../objects/singletons";
import { strPart, payloadOf } from "../../objects/protocol";
import { Buffer, BUFFER_BYTES, tryBuffer } from "../../objects/buffer";
import { BYTES_TYPE, bytesNew } from "../../objects/bytes";
import {
  SearchInfo, SEARCH_INFO_BYTES, analyse, findMatch, matcherBegin, matcherEnd, matchBegin, matchEnd, MATCHED, NO_MATCH,
} from "./matcher";
import {
  compilePattern, programWords, programGroups, programLoops, programFlags, programNames,
} from "./parser";

export const PATTERN_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const MATCH_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const SCANNER_TYPE: usize = memory.data(TYPE_BYTES, 16);

@unmanaged export class PatternObject extends Header {
  /** The pattern as given: a str or bytes-like. */
  source: Value;
  /** Group names to numbers, a dict. */
  names: Value;
  /** Raw cell: the program (program.ts). Owned. */
  program: usize;
  words: u32;
  groups: i32;
  /** Registers that a match needs. */
  registers: u32;
  flags_: u32;
  /** 1: for str, 0: for bytes. */
  text: u32;
  /** Where the SearchInfo lies: behind the fields. */
  info0: u64;
  info1: u64;
  info2: u64;
  info3: u64;
  info4: u64;
  info5: u64;
}
@inline export function infoOf(p: PatternObject): SearchInfo {
  return changetype<SearchInfo>(changetype<usize>(p) + offsetof<PatternObject>("info0"));
}
if (offsetof<PatternObject>() - offsetof<PatternObject>("info0") != SEARCH_INFO_BYTES) ERROR("PatternObject.info");
export function patternMark(address: usize): void {
  const p = changetype<PatternObject>(address);
  markValue(p.source);
  markValue(p.names);
  markRaw(p.program);
}

/** Spans lie behind the fields: for group 0 and each further one begin and end, i32, byte offsets; -1: none. */
@unmanaged export class MatchObject extends Header {
  pattern: Value;
  /** The text as given. */
  string: Value;
  /** As given, clamped. Unit: characters (bytes, for bytes). */
  pos: u32;
  endpos: u32;
  /** Last group closed; 0: none. */
  lastIndex: u32;
  /** A byte offset whose character index is known, so that indices near it are cheap. */
  baseByte: u32;
  baseChar: u32;
  groups: i32;
}
const SPANS: usize = 48;
if (offsetof<MatchObject>() > SPANS) ERROR("MatchObject");
export function matchMark(address: usize): void {
  markValue(changetype<MatchObject>(address).pattern);
  markValue(changetype<MatchObject>(address).string);
}
@inline export function spanBegin(m: MatchObject, group: i32): i32 {
  return load<i32>(changetype<usize>(m) + SPANS + (<usize>group << 3));
}
@inline export function spanEnd(m: MatchObject, group: i32): i32 {
  return load<i32>(changetype<usize>(m) + SPANS + (<usize>group << 3), 4);
}

/** Walks a text from match to match. */
@unmanaged export class ScannerObject extends Header {
  pattern: Value;
  string: Value;
  /** Where the next search begins, and the limits. Unit: bytes. */
  next: u32;
  end: u32;
  /** 1: an empty match at `next` is refused. */
  noEmpty: u32;
  /** 1: nothing more. */
  done: u32;
  baseByte: u32;
  baseChar: u32;
  pos: u32;
  endpos: u32;
}
export function scannerMark(address: usize): void {
  markValue(changetype<ScannerObject>(address).pattern);
  markValue(changetype<ScannerObject>(address).string);
}

/** Compiles a pattern. Raises re.error and others (parser.ts). */
export function patternNew(source: Value, flags: u32): Value {
  const s = strPart(source);
  const isText = changetype<usize>(s) != 0;
  let data: usize = 0, bytes: u32 = 0;
  if (isText) {
    data = s.data;
    bytes = s.lengthBytes;
  } else {
    if (payloadOf(source, BYTES_TYPE) == 0 || !tryBuffer(source, changetype<Buffer>(INFO), false)) {
      return raise(TypeError, "first argument must be string or compiled pattern");
    }
    data = changetype<Buffer>(INFO).data;
    bytes = changetype<Buffer>(INFO).lengthBytes;
  }
  const code = compilePattern(source, data, bytes, isText, flags);
  if (changetype<usize>(code) == 0) return RAISED;
  const words = programWords;
  const program = allocRaw(<usize>words << 2);
  const p = changetype<PatternObject>(program == 0 ? 0 : allocObject(offsetof<PatternObject>()));
  if (changetype<usize>(p) == 0) {
    code.drop();
    return raiseNoMemory(words << 2);
  }
  memory.copy(program, code.data, <usize>words << 2);
  code.drop();
  p.klass = PATTERN_TYPE;
  p.flags = 0;
  p.source = source;
  p.names = programNames;
  p.program = program;
  p.words = words;
  p.groups = programGroups;
  p.registers = <u32>programGroups * 2 + 3 + <u32>programLoops * 2;
  p.flags_ = programFlags;
  p.text = isText ? 1 : 0;
  analyse(program, infoOf(p), isText);
  return <u64>changetype<usize>(p);
}

// ---- the text being searched ----

const INFO: usize = memory.data(BUFFER_BYTES, 8);
/** Result of readSubject. */
export let subjectData: usize = 0;
export let subjectBytes: u32 = 0;
/** The bytes of a text for a pattern. False with TypeError pending. Good until Python code runs. */
export function readSubject(p: PatternObject, string: Value): bool {
  const s = strPart(string);
  if (changetype<usize>(s) != 0) {
    if (!p.text) { raise(TypeError, "cannot use a bytes pattern on a string-like object"); return false; }
    subjectData = s.data;
    subjectBytes = s.lengthBytes;
    return true;
  }
  const info = changetype<Buffer>(INFO);
  if (!tryBuffer(string, info, false)) {
    if (!raised()) raiseType(TypeError, "expected string or bytes-like object, got '", string, "'");
    return false;
  }
  if (p.text) { raise(TypeError, "cannot use a string pattern on a bytes-like object"); return false; }
  subjectData = info.data;
  subjectBytes = info.lengthBytes;
  return true;
}
/** Length of the text. Unit: characters (bytes, for bytes). */
export function subjectLength(string: Value): u32 {
  const s = strPart(string);
  return changetype<usize>(s) != 0 ? s.lengthChars : subjectBytes;
}
/** Byte offset of a position (already clamped). */
export function subjectOffset(string: Value, position: u32): u32 {
  const s = strPart(string);
  return changetype<usize>(s) != 0 ? (position >= s.lengthChars ? s.lengthBytes : strByteOffset(s, position)) : position;
}
/** The piece from..to (bytes) of the text: a str, or bytes. Raises MemoryError. */
export function subjectPiece(string: Value, from: u32, to: u32): Value {
  const s = strPart(string);
  if (changetype<usize>(s) != 0) return strSliceBytes(s, from, to);
  if (isExactly(string, BYTES_TYPE) && from == 0 && to == changetype<StrObject>(<usize>string).lengthBytes) return string;
  const info = changetype<Buffer>(INFO);
  if (!tryBuffer(string, info, false)) return raised() ? RAISED : raiseType(TypeError, "expected bytes, not ", string, "");
  // a bytearray may have shrunk since
  if (to > info.lengthBytes) to = info.lengthBytes;
  if (from > to) from = to;
  return bytesNew(info.data + from, to - from);
}

// ---- searching ----

const FIRST_REGISTERS: usize = memory.data(4 * 64, 8);
let registers: usize = FIRST_REGISTERS;
/** Begins the matching of a text that readSubject read, up to byte `end`. False with MemoryError pending. To be
 *  ended by searchEnd; no Python may run between. */
export function searchBegin(p: PatternObject, end: u32): bool {
  registers = p.registers <= 64 ? FIRST_REGISTERS : allocRaw(<usize>p.registers << 2);
  if (registers == 0) { raiseNoMemory(p.registers << 2); return false; }
  matcherBegin(subjectData, end, p.text != 0, registers);
  return true;
}
export function searchEnd(): void {
  matcherEnd();
  if (registers != FIRST_REGISTERS) freeRaw(registers);
}
/** The next match from byte `from` on (see findMatch). Result: foundBegin, foundEnd, and the registers. */
export function searchNext(p: PatternObject, from: u32, search: bool, full: bool, noEmpty: bool): i32 {
  const r = findMatch(p.program, p.groups, p.registers, infoOf(p), subjectData + from, search, full, noEmpty);
  if (r == MATCHED) {
    foundBegin = <i32>(matchBegin - subjectData);
    foundEnd = <i32>(matchEnd - subjectData);
  }
  return r;
}
export let foundBegin: i32 = 0;
export let foundEnd: i32 = 0;
/** Begin and end of a group of the match found last, -1: it took no part. Unit: bytes. */
export function foundGroupBegin(group: i32): i32 {
  if (group == 0) return foundBegin;
  if (load<u32>(registers + (<usize>group << 3), 4) == 0) return -1;
  return <i32>(<usize>load<u32>(registers + (<usize>group << 3)) - subjectData);
}
export function foundGroupEnd(group: i32): i32 {
  if (group == 0) return foundEnd;
  const end = <usize>load<u32>(registers + (<usize>group << 3), 4);
  return end == 0 ? -1 : <i32>(end - subjectData);
}
/** A Match of what was found last. Raises MemoryError. */
export function matchNew(p: PatternObject, string: Value, pos: u32, endpos: u32, baseByte: u32, baseChar: u32): Value {
  const bytes = SPANS + (<usize>(p.groups + 1) << 3);
  const m = changetype<MatchObject>(allocObject(bytes));
  if (changetype<usize>(m) == 0) return raiseNoMemory(<u32>bytes);
  m.klass = MATCH_TYPE;
  m.flags = 0;
  m.pattern = <u64>changetype<usize>(p);
  m.string = string;
  m.pos = pos;
  m.endpos = endpos;
  m.lastIndex = load<u32>(registers + (<usize>(p.groups * 2 + 2) << 2));
  m.baseByte = baseByte;
  m.baseChar = baseChar;
  m.groups = p.groups;
  for (let g = 0; g <= p.groups; g++) {
    const at = changetype<usize>(m) + SPANS + (<usize>g << 3);
    store<i32>(at, foundGroupBegin(g));
    store<i32>(at, foundGroupEnd(g), 4);
  }
  return <u64>changetype<usize>(m);
}
/** One match of a text as a Match or None: p.match, search, fullmatch with pos and endpos in characters. */
export function matchOnce(p: PatternObject, string: Value, pos: i64, endpos: i64, search: bool, full: bool): Value {
  if (!readSubject(p, string)) return RAISED;
  const length = <i64>subjectLength(string);
  if (pos < 0) pos = 0;
  if (pos > length) pos = length;
  if (endpos > length) endpos = length;
  if (endpos < 0) endpos = 0;
  if (pos > endpos) return NONE;
  const from = subjectOffset(string, <u32>pos), end = subjectOffset(string, <u32>endpos);
  if (!searchBegin(p, end)) return RAISED;
  const r = searchNext(p, from, search, full, false);
  const v = r == MATCHED ? matchNew(p, string, <u32>pos, <u32>endpos, from, <u32>pos) : r == NO_MATCH ? NONE : RAISED;
  searchEnd();
  return v;
}
/** Character index of a byte offset in the text of a match. */
export function matchIndex(m: MatchObject, offset: i32): i64 {
  const s = strPart(m.string);
  if (offset < 0 || changetype<usize>(s) == 0 || s.flags & STR_ASCII) return offset;
  const base = <i32>m.baseByte;
  if (offset >= base) return <i64>m.baseChar + utf8Count(s.data + <usize>base, offset - base);
  return <i64>m.baseChar - utf8Count(s.data + <usize>offset, base - offset);
}

/** A scanner over a text; limits in characters. Raises TypeError, MemoryError. */
export function scannerNew(p: PatternObject, string: Value, pos: i64, endpos: i64): Value {
  if (!readSubject(p, string)) return RAISED;
  const length = <i64>subjectLength(string);
  if (pos < 0) pos = 0;
  if (pos > length) pos = length;
  if (endpos > length) endpos = length;
  if (endpos < 0) endpos = 0;
  const s = changetype<ScannerObject>(allocObject(offsetof<ScannerObject>()));
  if (changetype<usize>(s) == 0) return raiseNoMemory(offsetof<ScannerObject>());
  s.klass = SCANNER_TYPE;
  s.flags = 0;
  s.pattern = <u64>changetype<usize>(p);
  s.string = string;
  s.next = subjectOffset(string, <u32>pos);
  s.end = subjectOffset(string, <u32>endpos);
  s.noEmpty = 0;
  s.done = pos > endpos ? 1 : 0;
  s.baseByte = s.next;
  s.baseChar = <u32>pos;
  s.pos = <u32>pos;
  s.endpos = <u32>endpos;
  return <u64>changetype<usize>(s);
}
/** The scanner's next Match; NOTHING without exception: no more. */
export function scannerNext(s: ScannerObject, search: bool): Value {
  if (s.done) return NOTHING;
  const p = changetype<PatternObject>(<usize>s.pattern);
  if (!readSubject(p, s.string)) return RAISED;
  if (s.end > subjectBytes) s.end = subjectBytes;
  if (s.next > s.end || !searchBegin(p, s.end)) return RAISED;
  const r = searchNext(p, s.next, search, false, s.noEmpty != 0);
  let v: Value = NOTHING;
  if (r == MATCHED) {
    v = matchNew(p, s.string, s.pos, s.endpos, s.baseByte, s.baseChar);
    if (v != RAISED) {
      const m = changetype<MatchObject>(<usize>v);
      const chars = <u32>matchIndex(m, foundEnd);
      s.baseByte = foundEnd;
      s.baseChar = chars;
      s.next = foundEnd;
      s.noEmpty = foundBegin == foundEnd ? 1 : 0;
    }
  } else {
    s.done = 1;
  }
  searchEnd();
  return v;
}
