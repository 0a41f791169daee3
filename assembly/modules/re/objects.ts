// re: the objects Pattern, Match and scanner (what finditer gives): layouts and the search on their
// behalf.
import { Value, RAISED, NOTHING } from "../../core/value";
import { Header, TYPE_BYTES, isExactly } from "../../heap/header";
import { allocObject, allocRaw, freeRaw } from "../../heap/allocator";
import { objectNew } from "../../objects/object_new";
import { markValue, markRaw } from "../../heap/collector";
import { utf8Count } from "../../core/utf8";
import { raise, raiseNoMemory, raiseWith, raised, TypeError } from "../../objects/errors";
import { StrObject, STR_ASCII, strByteOffset, strSliceBytes } from "../../objects/str";
import { NONE } from "../../objects/singletons";
import { strPart, payloadOf } from "../../objects/protocol";
import { Buffer, BUFFER_BYTES, tryBuffer } from "../../objects/buffer";
import { BYTES_TYPE, bytesNew } from "../../objects/bytes";
import { indexOf } from "../../objects/int";
import { tupleAlloc } from "../../objects/tuple";
import {
  SearchInfo, SEARCH_INFO_BYTES, analyse, findMatch, matcherBegin, matcherEnd, matchBegin, matchEnd,
  MATCHED, NO_MATCH,
} from "./matcher";
import { compilePattern, programGroups, programFlags, programNames } from "./parser";
import { loops } from "./code";

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
if (offsetof<PatternObject>() - offsetof<PatternObject>("info0") != SEARCH_INFO_BYTES)
  ERROR("PatternObject.info");
export function patternMark(address: usize): void {
  const p = changetype<PatternObject>(address);
  markValue(p.source);
  markValue(p.names);
  markRaw(p.program);
}

/** Spans lie behind the fields: for group 0 and each further one begin and end, i32, byte offsets;
 *  -1: none. */
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
  const isText = bytesOf(source) == 1;
  if (!isText && payloadOf(source, BYTES_TYPE) == 0)
    return raise(TypeError, "first argument must be string or compiled pattern");
  const code = compilePattern(source, subjectData, subjectBytes, isText, flags);
  if (changetype<usize>(code) == 0) return RAISED;
  const bytes = code.length;
  const program = allocRaw(bytes);
  const p = changetype<PatternObject>(program == 0 ? 0 : allocObject(offsetof<PatternObject>()));
  if (changetype<usize>(p) != 0) {
    memory.copy(program, code.data, bytes);
    p.klass = PATTERN_TYPE;
    p.flags = 0;
    p.source = source;
    p.names = programNames;
    p.program = program;
    p.groups = programGroups;
    p.registers = <u32>programGroups * 2 + 3 + <u32>loops * 2;
    p.flags_ = programFlags;
    p.text = isText ? 1 : 0;
    analyse(program, infoOf(p), isText);
  }
  code.drop();
  return changetype<usize>(p) == 0 ? raiseNoMemory(bytes) : <u64>changetype<usize>(p);
}

// ---- the text being searched ----

const INFO: usize = memory.data(BUFFER_BYTES, 8);
/** Results of bytesOf and readSubject. */
export let subjectData: usize = 0;
export let subjectBytes: u32 = 0;
/** Finds the bytes of a value. 1: it is a str; 0: it is bytes-like; -1: neither, or raised(). Good
 *  until Python code runs. */
export function bytesOf(v: Value): i32 {
  const s = strPart(v), isText = changetype<usize>(s) != 0;
  const info = changetype<Buffer>(INFO);
  if (!isText && !tryBuffer(v, info, false)) return -1;
  subjectData = isText ? s.data : info.data;
  subjectBytes = isText ? s.lengthBytes : info.lengthBytes;
  return isText ? 1 : 0;
}
/** Raises TypeError for what is neither str nor bytes-like, unless something is raised. */
export function raiseNoText(v: Value): Value {
  return raised() ? RAISED : raiseWith(TypeError, "expected string or bytes-like object, got '%t'",
    v);
}
/** The bytes of a text for a pattern. False with TypeError pending. Good until Python code runs. */
export function readSubject(p: PatternObject, string: Value): bool {
  const kind = bytesOf(string);
  if (kind == <i32>p.text) return true;
  if (kind < 0) raiseNoText(string);
  else raise(TypeError, p.text ? "cannot use a string pattern on a bytes-like object"
    : "cannot use a bytes pattern on a string-like object");
  return false;
}
/** Length of the text. Unit: characters (bytes, for bytes). */
export function subjectLength(string: Value): u32 {
  const s = strPart(string);
  return changetype<usize>(s) != 0 ? s.lengthChars : subjectBytes;
}
/** Byte offset of a position (already clamped). */
export function subjectOffset(string: Value, position: u32): u32 {
  const s = strPart(string);
  return changetype<usize>(s) != 0
    ? (position >= s.lengthChars ? s.lengthBytes : strByteOffset(s, position)) : position;
}
/** The part of a text that is searched. Unit: characters; and bytes. */
export let windowPos: u32 = 0;
export let windowEndpos: u32 = 0;
export let windowFrom: u32 = 0;
export let windowEnd: u32 = 0;
/** Reads a text, and the arguments pos and endpos. False: raised, or `p` is 0, and then the
 *  caller's exception is pending. */
export function readWindow(p: PatternObject, string: Value, pos: Value, endpos: Value): bool {
  if (changetype<usize>(p) == 0) return false;
  const from = pos == NOTHING ? 0 : indexOf(pos);
  if (raised()) return false;
  const to = endpos == NOTHING ? i64.MAX_VALUE : indexOf(endpos);
  if (raised() || !readSubject(p, string)) return false;
  const length = <i64>subjectLength(string);
  windowPos = <u32>max<i64>(min<i64>(from, length), 0);
  windowEndpos = <u32>max<i64>(min<i64>(to, length), 0);
  windowFrom = subjectOffset(string, windowPos);
  windowEnd = subjectOffset(string, windowEndpos);
  return true;
}
/** The piece from..to (bytes) of the text: a str, or bytes. Raises MemoryError. */
export function subjectPiece(string: Value, from: u32, to: u32): Value {
  const s = strPart(string);
  if (changetype<usize>(s) != 0) return strSliceBytes(s, from, to);
  if (isExactly(string, BYTES_TYPE) && from == 0
    && to == changetype<StrObject>(<usize>string).lengthBytes) return string;
  const info = changetype<Buffer>(INFO);
  if (!tryBuffer(string, info, false))
    return raised() ? RAISED : raiseWith(TypeError, "expected bytes, not %t", string);
  // a bytearray may have shrunk since
  to = min<u32>(to, info.lengthBytes);
  from = min<u32>(from, to);
  return bytesNew(info.data + from, to - from);
}

// ---- searching ----

const FIRST_REGISTERS: usize = memory.data(4 * 64, 8);
let registers: usize = FIRST_REGISTERS;
/** Where the next match is looked for, and whether an empty one is refused there. */
let place: u32 = 0;
let noEmpty: bool = false;
/** Begins the matching of a text that readSubject read, from byte `from` to `end`. False with
 *  MemoryError pending. To be ended by searchEnd; no Python may run between. */
export function searchBegin(p: PatternObject, from: u32, end: u32, refuseEmpty: bool): bool {
  registers = p.registers <= 64 ? FIRST_REGISTERS : allocRaw(<usize>p.registers << 2);
  if (registers == 0) { raiseNoMemory(p.registers << 2); return false; }
  place = from;
  noEmpty = refuseEmpty;
  matcherBegin(subjectData, end, p.text != 0, registers);
  return true;
}
export function searchEnd(): void {
  matcherEnd();
  if (registers != FIRST_REGISTERS) freeRaw(registers);
}
/** The next match (see findMatch). Result: foundBegin, foundEnd, and the registers. */
export function searchNext(p: PatternObject, search: bool, full: bool): i32 {
  const r = findMatch(p.program, p.groups, p.registers, infoOf(p), subjectData + place, search,
    full, noEmpty);
  if (r == MATCHED) {
    foundBegin = <i32>(matchBegin - subjectData);
    foundEnd = <i32>(matchEnd - subjectData);
    place = foundEnd;
    noEmpty = foundBegin == foundEnd;
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
/** Begin and end of a group of a match; `m` 0: of the one found last. */
export function groupBegin(m: MatchObject, group: i32): i32 {
  return changetype<usize>(m) == 0 ? foundGroupBegin(group) : spanBegin(m, group);
}
export function groupEnd(m: MatchObject, group: i32): i32 {
  return changetype<usize>(m) == 0 ? foundGroupEnd(group) : spanEnd(m, group);
}
/** The piece of `string` that it took; `missing` if it took no part. Raises MemoryError. */
export function groupText(m: MatchObject, string: Value, group: i32, missing: Value): Value {
  const from = groupBegin(m, group);
  return from < 0 ? missing : subjectPiece(string, from, groupEnd(m, group));
}
/** The pieces of all groups of `p`, a tuple. Raises MemoryError. */
export function groupTexts(p: PatternObject, m: MatchObject, string: Value, missing: Value): Value {
  const t = tupleAlloc(p.groups);
  if (changetype<usize>(t) == 0) return RAISED;
  for (let g = 1; g <= p.groups; g++) {
    const v = groupText(m, string, g, missing);
    if (v == RAISED) return RAISED;
    t.set(g - 1, v);
  }
  return <u64>changetype<usize>(t);
}
/** A Match of what was found last in a window. Raises MemoryError. */
function matchNew(p: PatternObject, string: Value, pos: u32, endpos: u32, baseByte: u32,
    baseChar: u32): Value {
  const bytes = SPANS + (<usize>(p.groups + 1) << 3);
  const m = changetype<MatchObject>(objectNew(MATCH_TYPE, bytes));
  if (changetype<usize>(m) == 0) return RAISED;
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
/** One match in the window that was read, a Match or None: match, search, fullmatch. */
export function matchOnce(p: PatternObject, string: Value, search: bool, full: bool): Value {
  if (windowPos > windowEndpos) return NONE;
  if (!searchBegin(p, windowFrom, windowEnd, false)) return RAISED;
  const r = searchNext(p, search, full);
  const v = r == MATCHED ? matchNew(p, string, windowPos, windowEndpos, windowFrom, windowPos)
    : r == NO_MATCH ? NONE : RAISED;
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

/** A scanner over the window that was read. Raises MemoryError. */
export function scannerNew(p: PatternObject, string: Value): Value {
  const s = changetype<ScannerObject>(objectNew(SCANNER_TYPE, offsetof<ScannerObject>()));
  if (changetype<usize>(s) == 0) return RAISED;
  s.pattern = <u64>changetype<usize>(p);
  s.string = string;
  s.next = windowFrom;
  s.end = windowEnd;
  s.noEmpty = 0;
  s.done = windowPos > windowEndpos ? 1 : 0;
  s.baseByte = windowFrom;
  s.baseChar = windowPos;
  s.pos = windowPos;
  s.endpos = windowEndpos;
  return <u64>changetype<usize>(s);
}
/** The scanner's next Match; NOTHING without exception: no more. */
export function scannerNext(s: ScannerObject, search: bool): Value {
  if (s.done) return NOTHING;
  const p = changetype<PatternObject>(<usize>s.pattern);
  if (!readSubject(p, s.string)) return RAISED;
  s.end = min<u32>(s.end, subjectBytes);
  if (s.next > s.end || !searchBegin(p, s.next, s.end, s.noEmpty != 0)) return RAISED;
  let v: Value = NOTHING;
  if (searchNext(p, search, false) == MATCHED) {
    v = matchNew(p, s.string, s.pos, s.endpos, s.baseByte, s.baseChar);
    if (v != RAISED) {
      s.baseChar = <u32>matchIndex(changetype<MatchObject>(<usize>v), foundEnd);
      s.baseByte = foundEnd;
      s.next = foundEnd;
      s.noEmpty = foundBegin == foundEnd ? 1 : 0;
    }
  } else {
    s.done = 1;
  }
  searchEnd();
  return v;
}
