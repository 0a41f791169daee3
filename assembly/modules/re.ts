// re: regular expressions - the module's functions and the methods of Pattern and Match.
//
// Compiling: re/parser.ts to re/program.ts; matching: re/matcher.ts; objects and searches:
// re/objects.ts; templates of sub: re/template.ts. Behaviour: docs.python.org/3/library/re.html.
// Flags are plain ints.
import { Value, RAISED, NOTHING, NOT_HANDLED, END, smallInt, smallIntNew } from "../core/value";
import { isExactly } from "../heap/header";
import { chargeWork } from "../heap/events";
import { markValue, addRootMarker } from "../heap/collector";
import { raise, raiseWith, raised, TypeError, ValueError, IndexError } from "../objects/errors";
import { RE_ERROR } from "../objects/module_errors";
import { Args } from "../objects/args";
import { Text, textNew } from "../objects/text";
import { TypeBuilder, typeBegin } from "../objects/builder";
import { ModuleBuilder } from "../objects/module_list";
import { VARARGS } from "../objects/native";
import { OBJECT_TYPE, CMP_EQ, CMP_NE } from "../objects/type";
import { isCallable } from "../objects/type_object";
import { STR_TYPE, emptyStr } from "../objects/str";
import { ListObject, listNew, listAppend } from "../objects/list";
import { tupleAlloc, tupleOf2 } from "../objects/tuple";
import {
  TableObject, DICT_TYPE, dictNew, tableCopy, tableGet, tableSet, tableClear, tableNext, tableEntry,
  entryKey, entryValue,
} from "../objects/table";
import { NONE, boolValue } from "../objects/singletons";
import { strPart, reprInto, valuesEqual, hashValue, payloadOf } from "../objects/protocol";
import { intPart, indexOf, saturate } from "../objects/int";
import { callHelper } from "../objects/frozen";
import { tailArg } from "../objects/hooks";
import { iteratorType } from "../objects/iterators";
import { BYTES_TYPE, bytesNew, bytesFinish } from "../objects/bytes";
import { findByte } from "../objects/str_search";
import {
  PatternObject, MatchObject, ScannerObject, PATTERN_TYPE, MATCH_TYPE, SCANNER_TYPE, patternMark,
  matchMark, scannerMark,
  patternNew, matchOnce, matchIndex, spanBegin, spanEnd, scannerNew, scannerNext, readSubject,
  bytesOf, raiseNoText,
  readWindow, windowPos, windowEndpos, windowFrom, windowEnd, subjectData, subjectBytes,
  subjectPiece, searchBegin, searchEnd,
  searchNext, foundBegin, foundEnd, groupText, groupTexts,
} from "./re/objects";
import { MATCHED, NO_MATCH, MATCH_RAISED, matcherInit } from "./re/matcher";
import { FLAG_I, FLAG_L, FLAG_M, FLAG_S, FLAG_U, FLAG_X, FLAG_A, FLAG_DEBUG } from "./re/parser";
import { templateParse, templateApply, templateDrop } from "./re/template";
import { textErrorNew } from "./text_error";

// ---- compiling, with a cache ----

/** (pattern, flags) -> Pattern. */
let cache: Value = NOTHING;
const CACHE_MAX: u32 = 256;
/** What was asked for last: most programs use a pattern many times in a row. */
let lastSource: Value = NOTHING;
let lastFlags: u32 = 0;
let lastPattern: Value = NOTHING;
function markCache(): void {
  markValue(cache);
  markValue(lastSource);
  markValue(lastPattern);
}
function remember(source: Value, flags: u32, p: Value): PatternObject {
  lastSource = source;
  lastFlags = flags;
  lastPattern = p;
  return pattern(p);
}
/** The compiled form of a str, bytes or Pattern; 0: re.error, TypeError ... raised. */
function compiled(source: Value, flagsValue: Value): PatternObject {
  const flags = flagsValue == NOTHING ? 0 : indexOf(flagsValue);
  if (raised()) return pattern(RAISED);
  if (isExactly(source, PATTERN_TYPE)) {
    return pattern(flags == 0 ? source
      : raise(ValueError, "cannot process flags argument with a compiled pattern"));
  }
  const wanted = <u32>flags & 511;
  if (source == lastSource && wanted == lastFlags) return pattern(lastPattern);
  // Only what cannot change and hashes without running Python is cached.
  if (!isExactly(source, STR_TYPE) && !isExactly(source, BYTES_TYPE))
    return pattern(patternNew(source, wanted));
  if (cache == NOTHING) cache = dictNew();
  const key = tupleOf2(source, smallIntNew(wanted)), t = changetype<TableObject>(<usize>cache);
  if (cache == RAISED || key == RAISED) return pattern(RAISED);
  const found = tableGet(t, key);
  if (found != NOTHING) return remember(source, wanted, found);
  const p = patternNew(source, wanted);
  if (p == RAISED || wanted & FLAG_DEBUG) return pattern(p);
  if (t.used >= CACHE_MAX) tableClear(t);
  return tableSet(t, key, p) ? remember(source, wanted, p) : pattern(RAISED);
}
@inline function pattern(v: Value): PatternObject { return changetype<PatternObject>(<usize>v); }
@inline function match(v: Value): MatchObject { return changetype<MatchObject>(<usize>v); }
/** An optional argument: how many matches are wanted; without end for what is not above 0. Test
 *  raised(). */
function limit(v: Value): i64 {
  const n = v == NOTHING ? 0 : indexOf(v);
  return n <= 0 ? i64.MAX_VALUE : n;
}

function re_compile(args: Args, n: i32): Value {
  return <u64>changetype<usize>(compiled(args.at(0), args.at(1)));
}
function re_purge(args: Args, n: i32): Value {
  cache = NOTHING;
  lastSource = NOTHING;
  lastPattern = NOTHING;
  return NONE;
}

// ---- match, search, fullmatch ----

/** How: 0 match, 1 search, 2 fullmatch. */
function once(p: PatternObject, string: Value, pos: Value, endpos: Value, how: i32): Value {
  return readWindow(p, string, pos, endpos) ? matchOnce(p, string, how == 1, how == 2) : RAISED;
}
function onceOf(args: Args, how: i32): Value {
  return once(compiled(args.at(0), args.at(2)), args.at(1), NOTHING, NOTHING, how);
}
function onceBy(args: Args, how: i32): Value {
  return once(pattern(args.at(0)), args.at(1), args.at(2), args.at(3), how);
}
function re_match(args: Args, n: i32): Value { return onceOf(args, 0); }
function re_search(args: Args, n: i32): Value { return onceOf(args, 1); }
function re_fullmatch(args: Args, n: i32): Value { return onceOf(args, 2); }
function Pattern_match(args: Args, n: i32): Value { return onceBy(args, 0); }
function Pattern_search(args: Args, n: i32): Value { return onceBy(args, 1); }
function Pattern_fullmatch(args: Args, n: i32): Value { return onceBy(args, 2); }

// ---- all matches ----

/** Stands for the match that was found last. */
const FOUND: usize = 0;
function emptyPiece(p: PatternObject): Value { return p.text ? emptyStr() : bytesNew(0, 0); }
function findall(p: PatternObject, string: Value, pos: Value, endpos: Value): Value {
  if (!readWindow(p, string, pos, endpos)) return RAISED;
  const out = listNew(0);
  if (out == RAISED || windowPos > windowEndpos) return out;
  if (!searchBegin(p, windowFrom, windowEnd, false)) return RAISED;
  const empty = emptyPiece(p);
  let result = out;
  while (true) {
    const r = searchNext(p, true, false);
    if (r == NO_MATCH) break;
    chargeWork(4);
    const item = r != MATCHED ? RAISED
      : p.groups <= 1 ? groupText(match(FOUND), string, p.groups, empty)
      : groupTexts(p, match(FOUND), string, empty);
    if (item == RAISED || !listAppend(changetype<ListObject>(<usize>out), item)) {
      result = RAISED;
      break;
    }
  }
  searchEnd();
  return result;
}
function re_findall(args: Args, n: i32): Value {
  return findall(compiled(args.at(0), args.at(2)), args.at(1), NOTHING, NOTHING);
}
function Pattern_findall(args: Args, n: i32): Value {
  return findall(pattern(args.at(0)), args.at(1), args.at(2), args.at(3));
}

function finditer(p: PatternObject, string: Value, pos: Value, endpos: Value): Value {
  return readWindow(p, string, pos, endpos) ? scannerNew(p, string) : RAISED;
}
function re_finditer(args: Args, n: i32): Value {
  return finditer(compiled(args.at(0), args.at(2)), args.at(1), NOTHING, NOTHING);
}
function Pattern_finditer(args: Args, n: i32): Value {
  return finditer(pattern(args.at(0)), args.at(1), args.at(2), args.at(3));
}
function scanner_next(v: Value): Value {
  const m = scannerNext(changetype<ScannerObject>(<usize>v), true);
  return m != NOTHING || raised() ? m : END;
}
function scanner_step(args: Args, search: bool): Value {
  const m = scannerNext(changetype<ScannerObject>(<usize>args.at(0)), search);
  return m != NOTHING || raised() ? m : NONE;
}
function scanner_match(args: Args, n: i32): Value { return scanner_step(args, false); }
function scanner_search(args: Args, n: i32): Value { return scanner_step(args, true); }

/** split(string, maxsplit): pieces between matches, with the groups' texts among them. */
function split(p: PatternObject, string: Value, most: Value): Value {
  if (changetype<usize>(p) == 0) return RAISED;
  let left = limit(most);
  if (raised() || !readSubject(p, string)) return RAISED;
  const out = listNew(0), list = changetype<ListObject>(<usize>out), end = subjectBytes;
  if (out == RAISED || !searchBegin(p, 0, end, false)) return RAISED;
  let piece: u32 = 0, r = MATCHED;
  while (r == MATCHED) {
    r = left-- == 0 ? NO_MATCH : searchNext(p, true, false);
    chargeWork(4);
    const v = r < 0 ? RAISED : subjectPiece(string, piece, r == MATCHED ? foundBegin : end);
    if (v == RAISED || !listAppend(list, v)) r = MATCH_RAISED;
    for (let g = 1; r == MATCHED && g <= p.groups; g++) {
      const group = groupText(match(FOUND), string, g, NONE);
      if (group == RAISED || !listAppend(list, group)) r = MATCH_RAISED;
    }
    piece = foundEnd;
  }
  searchEnd();
  return r == NO_MATCH ? out : RAISED;
}
function re_split(args: Args, n: i32): Value {
  return split(compiled(args.at(0), args.at(3)), args.at(1), args.at(2));
}
function Pattern_split(args: Args, n: i32): Value {
  return split(pattern(args.at(0)), args.at(1), args.at(2));
}

// ---- sub ----

/** What is written as a str, if `isText`, else as bytes; the Text is given back. */
function finished(out: Text, isText: bool): Value {
  return isText ? out.finish() : bytesFinish(out);
}
/** sub and subn: replaces at most `most` matches (0: all). `pair`: subn. A function as replacement
 *  goes to a helper. */
function substitute(p: PatternObject, replacement: Value, string: Value, most: Value,
    pair: bool): Value {
  if (changetype<usize>(p) == 0) return RAISED;
  let left = limit(most);
  if (raised() || !readSubject(p, string)) return RAISED;
  const isText = p.text != 0, kind = bytesOf(replacement), data = subjectData, bytes = subjectBytes;
  if (kind < 0 && !raised() && isCallable(replacement)) {
    tailArg(0, <u64>changetype<usize>(p));
    tailArg(1, replacement);
    tailArg(2, string);
    tailArg(3, smallIntNew(min<i64>(left, <i64>1 << 40)));
    tailArg(4, emptyPiece(p));
    tailArg(5, boolValue(pair));
    return callHelper("_re_sub", 6);
  }
  if (kind != <i32>isText) {
    return raised() ? RAISED
      : raiseWith(TypeError, !isText ? "a bytes-like object is required, not '%t'"
      : kind < 0 ? "decoding to str: need a bytes-like object, %t found"
      : "expected str instance, %t found", replacement);
  }
  const isTemplate = findByte(data, bytes, 92) >= 0;
  if (isTemplate && !templateParse(p, replacement, data, bytes)) return RAISED;
  const out = textNew();
  if (!readSubject(p, string) || !searchBegin(p, 0, subjectBytes, false)) return RAISED;
  let piece: u32 = 0, done: i64 = 0, r = MATCHED;
  while (out.failed == 0) {
    r = left-- == 0 ? NO_MATCH : searchNext(p, true, false);
    if (r != MATCHED) break;
    out.bytes(subjectData + piece, <u32>foundBegin - piece);
    if (isTemplate) templateApply(match(FOUND), out); else out.bytes(data, bytes);
    done++;
    piece = foundEnd;
    chargeWork(8);
  }
  out.bytes(subjectData + piece, subjectBytes - piece);
  const result = r < 0 ? RAISED : done == 0 ? subjectPiece(string, 0, subjectBytes)
    : finished(out, isText);
  searchEnd();
  out.drop();
  if (isTemplate) templateDrop();
  return result == RAISED || !pair ? result : tupleOf2(result, smallIntNew(done));
}
function substituteOf(args: Args, pair: bool): Value {
  return substitute(compiled(args.at(0), args.at(4)), args.at(1), args.at(2), args.at(3), pair);
}
function substituteBy(args: Args, pair: bool): Value {
  return substitute(pattern(args.at(0)), args.at(1), args.at(2), args.at(3), pair);
}
function re_sub(args: Args, n: i32): Value { return substituteOf(args, false); }
function re_subn(args: Args, n: i32): Value { return substituteOf(args, true); }
function Pattern_sub(args: Args, n: i32): Value { return substituteBy(args, false); }
function Pattern_subn(args: Args, n: i32): Value { return substituteBy(args, true); }
/** escape(pattern): special characters with a backslash before them. */
function re_escape(args: Args, n: i32): Value {
  const kind = bytesOf(args.at(0));
  if (kind < 0) return raiseNoText(args.at(0));
  const out = textNew();
  for (let i: u32 = 0; i < subjectBytes; i++) {
    const b = load<u8>(subjectData + i);
    if (isSpecial(b)) out.byte(92);
    out.byte(b);
  }
  return finished(out, kind != 0);
}
/** Bits of the characters 0 to 127 that `escape` marks: white space, and those with a meaning. */
const SPECIAL: usize = memory.data<u32>([0x00003e00, 0x80006f59, 0x78000000, 0x78000000]);
function isSpecial(b: u32): bool {
  return b < 128 && (load<u32>(SPECIAL + (b >> 5 << 2)) >> (b & 31) & 1) != 0;
}

// ---- Match ----

/** Number of the group that `v` (an int or a name) stands for, -1 with IndexError pending. */
function groupIndex(m: MatchObject, v: Value): i32 {
  const plain = intPart(v);
  let n: i64 = -1;
  if (plain != NOTHING) {
    n = saturate(plain);
  } else if (changetype<usize>(strPart(v)) != 0 || payloadOf(v, BYTES_TYPE) != 0) {
    const found = tableGet(changetype<TableObject>(<usize>pattern(m.pattern).names), v);
    if (found != NOTHING) n = smallInt(found);
  }
  if (n >= 0 && n <= <i64>m.groups) return <i32>n;
  if (!raised()) raise(IndexError, "no such group");
  return -1;
}
/** The text of the group that `v` stands for. */
function textOf(m: MatchObject, v: Value): Value {
  const g = groupIndex(m, v);
  return g < 0 ? RAISED : groupText(m, m.string, g, NONE);
}
/** m.group(*groups). */
function Match_group(args: Args, n: i32): Value {
  const m = match(args.at(0));
  if (n <= 2) return textOf(m, n == 1 ? smallIntNew(0) : args.at(1));
  const t = tupleAlloc(n - 1);
  if (changetype<usize>(t) == 0) return RAISED;
  for (let i = 1; i < n; i++) {
    const v = textOf(m, args.at(i));
    if (v == RAISED) return RAISED;
    t.set(i - 1, v);
  }
  return <u64>changetype<usize>(t);
}
function Match_subscr(v: Value, key: Value): Value { return textOf(match(v), key); }
/** The argument `default`, None if it is left out. */
function missing(args: Args): Value { return args.at(1) == NOTHING ? NONE : args.at(1); }
/** m.groups(default=None). */
function Match_groups(args: Args, n: i32): Value {
  const m = match(args.at(0));
  return groupTexts(pattern(m.pattern), m, m.string, missing(args));
}
function Match_groupdict(args: Args, n: i32): Value {
  const m = match(args.at(0)), out = dictNew();
  if (out == RAISED) return RAISED;
  const names = changetype<TableObject>(<usize>pattern(m.pattern).names);
  for (let i = tableNext(names, 0); i >= 0; i = tableNext(names, <u32>i + 1)) {
    const e = tableEntry(names, i);
    const v = groupText(m, m.string, <i32>smallInt(entryValue(e)), missing(args));
    if (v == RAISED || !tableSet(changetype<TableObject>(<usize>out), entryKey(e), v))
      return RAISED;
  }
  return out;
}
/** Begin and end of a group, in characters: 0 the tuple, 1 begin, 2 end. */
function spanOf(m: MatchObject, g: i32, what: i32): Value {
  const begin = smallIntNew(matchIndex(m, spanBegin(m, g))),
    end = smallIntNew(matchIndex(m, spanEnd(m, g)));
  return what == 0 ? tupleOf2(begin, end) : what == 1 ? begin : end;
}
/** The same for a method's optional argument. */
function span(args: Args, n: i32, what: i32): Value {
  const m = match(args.at(0)), g = n > 1 ? groupIndex(m, args.at(1)) : 0;
  return g < 0 ? RAISED : spanOf(m, g, what);
}
function Match_start(args: Args, n: i32): Value { return span(args, n, 1); }
function Match_end(args: Args, n: i32): Value { return span(args, n, 2); }
function Match_span(args: Args, n: i32): Value { return span(args, n, 0); }
/** m.expand(template). */
function Match_expand(args: Args, n: i32): Value {
  const m = match(args.at(0)), p = pattern(m.pattern), v = args.at(1);
  if (bytesOf(v) < 0)
    return raised() ? RAISED : raiseWith(TypeError, "expected str instance, %t found", v);
  if (!templateParse(p, v, subjectData, subjectBytes)) return RAISED;
  const out = textNew(), ok = readSubject(p, m.string);
  if (ok) templateApply(m, out);
  templateDrop();
  return ok ? finished(out, p.text != 0) : RAISED;
}
function Match_pos(v: Value): Value { return smallIntNew(match(v).pos); }
function Match_endpos(v: Value): Value { return smallIntNew(match(v).endpos); }
function Match_string(v: Value): Value { return match(v).string; }
function Match_re(v: Value): Value { return match(v).pattern; }
function Match_lastindex(v: Value): Value {
  return match(v).lastIndex == 0 ? NONE : smallIntNew(match(v).lastIndex);
}
function Match_lastgroup(v: Value): Value {
  const last = smallIntNew(match(v).lastIndex);
  const names = changetype<TableObject>(<usize>pattern(match(v).pattern).names);
  for (let i = tableNext(names, 0); i >= 0; i = tableNext(names, <u32>i + 1)) {
    if (entryValue(tableEntry(names, i)) == last) return entryKey(tableEntry(names, i));
  }
  return NONE;
}
function Match_regs(v: Value): Value {
  const m = match(v), t = tupleAlloc(m.groups + 1);
  if (changetype<usize>(t) == 0) return RAISED;
  for (let g = 0; g <= m.groups; g++) {
    const s = spanOf(m, g, 0);
    if (s == RAISED) return RAISED;
    t.set(g, s);
  }
  return <u64>changetype<usize>(t);
}
function Match_repr(v: Value, out: Text): bool {
  const m = match(v), text = groupText(m, m.string, 0, NONE);
  return text != RAISED && out.format("<re.Match object; span=(%d, %d), match=%r>",
    matchIndex(m, spanBegin(m, 0)), matchIndex(m, spanEnd(m, 0)), text);
}
function self(args: Args, n: i32): Value { return args.at(0); }

// ---- Pattern ----

function Pattern_scanner(args: Args, n: i32): Value {
  return finditer(pattern(args.at(0)), args.at(1), args.at(2), args.at(3));
}
function Pattern_flags(v: Value): Value { return smallIntNew(pattern(v).flags_); }
function Pattern_groups(v: Value): Value { return smallIntNew(pattern(v).groups); }
function Pattern_groupindex(v: Value): Value {
  return tableCopy(changetype<TableObject>(<usize>pattern(v).names), DICT_TYPE);
}
function Pattern_pattern(v: Value): Value { return pattern(v).source; }
/** Names of the flags, from bit 1 on. */
const FLAG_NAMES: StaticArray<string> = ["IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "UNICODE",
  "VERBOSE", "DEBUG", "ASCII"];
function Pattern_repr(v: Value, out: Text): bool {
  const p = pattern(v);
  out.literal("re.compile(");
  const mark = out.length;
  if (!reprInto(p.source, out)) return false;
  // a long pattern is cut
  out.truncate(mark + 200);
  let f = p.flags_;
  if (p.text && !(f & FLAG_A)) f &= ~FLAG_U;
  let glue = ", re.";
  for (let i = 0; i < 8; i++) {
    if (!(f >> i & 2)) continue;
    out.literal(glue);
    out.literal(unchecked(FLAG_NAMES[i]));
    glue = "|re.";
  }
  out.literal(")");
  return true;
}
function Pattern_compare(op: i32, left: Value, right: Value): Value {
  if ((op != CMP_EQ && op != CMP_NE) || !isExactly(left, PATTERN_TYPE)
    || !isExactly(right, PATTERN_TYPE)) return NOT_HANDLED;
  const a = pattern(left), b = pattern(right);
  let same = left == right ? 1 : a.flags_ == b.flags_ && a.text == b.text
    ? valuesEqual(a.source, b.source) : 0;
  return same < 0 ? RAISED : boolValue((same != 0) == (op == CMP_EQ));
}
function Pattern_hash(v: Value): i64 {
  return hashValue(pattern(v).source) ^ <i64>pattern(v).flags_;
}

/** re.error(msg, pattern=None, pos=None). */
function error_new(args: Args, n: i32): Value {
  const message = strPart(args.at(1));
  if (changetype<usize>(message) == 0)
    return raiseWith(TypeError, "msg must be str, not %t", args.at(1));
  const place = args.at(3) == NOTHING || args.at(3) == NONE ? -1 : indexOf(args.at(3));
  return raised() ? RAISED
    : textErrorNew(RE_ERROR, <u64>changetype<usize>(message), false,
      args.at(2) == NOTHING ? NONE : args.at(2), place);
}

/** Builds the types of this module. At boot. */
export function reTypesInstall(): void {
  addRootMarker(markCache);
  matcherInit();
  changetype<TypeBuilder>(RE_ERROR).constructDef(error_new, "msg,pattern=,pos=");
  const p = typeBegin(PATTERN_TYPE, "Pattern", OBJECT_TYPE, patternMark);
  p.type().repr = Pattern_repr.index;
  p.type().compare = Pattern_compare.index;
  p.type().hash = Pattern_hash.index;
  p.def("match", Pattern_match, "string,pos=,endpos=");
  p.def("search", Pattern_search, "string,pos=,endpos=");
  p.def("fullmatch", Pattern_fullmatch, "string,pos=,endpos=");
  p.def("findall", Pattern_findall, "string,pos=,endpos=");
  p.def("finditer", Pattern_finditer, "string,pos=,endpos=");
  p.def("scanner", Pattern_scanner, "string,pos=,endpos=");
  p.def("split", Pattern_split, "string,maxsplit=");
  p.def("sub", Pattern_sub, "repl,string,count=");
  p.def("subn", Pattern_subn, "repl,string,count=");
  p.method("__copy__", self, 0, 0);
  p.method("__deepcopy__", self, 1, 1);
  p.attribute("flags", Pattern_flags);
  p.attribute("groups", Pattern_groups);
  p.attribute("groupindex", Pattern_groupindex);
  p.attribute("pattern", Pattern_pattern);
  const m = typeBegin(MATCH_TYPE, "Match", OBJECT_TYPE, matchMark);
  m.type().repr = Match_repr.index;
  m.type().subscr = Match_subscr.index;
  m.method("group", Match_group, 0, VARARGS);
  m.def("groups", Match_groups, "default=");
  m.def("groupdict", Match_groupdict, "default=");
  m.method("start", Match_start, 0, 1);
  m.method("end", Match_end, 0, 1);
  m.method("span", Match_span, 0, 1);
  m.def("expand", Match_expand, "template");
  m.method("__copy__", self, 0, 0);
  m.method("__deepcopy__", self, 1, 1);
  m.attribute("pos", Match_pos);
  m.attribute("endpos", Match_endpos);
  m.attribute("string", Match_string);
  m.attribute("re", Match_re);
  m.attribute("lastindex", Match_lastindex);
  m.attribute("lastgroup", Match_lastgroup);
  m.attribute("regs", Match_regs);
  const s = iteratorType(SCANNER_TYPE, "callable_iterator", scannerMark, scanner_next);
  s.method("match", scanner_match, 0, 0);
  s.method("search", scanner_search, 0, 0);
}
export function install(m: ModuleBuilder): void {
  m.def("compile", re_compile, "pattern,flags=");
  m.def("match", re_match, "pattern,string,flags=");
  m.def("search", re_search, "pattern,string,flags=");
  m.def("fullmatch", re_fullmatch, "pattern,string,flags=");
  m.def("findall", re_findall, "pattern,string,flags=");
  m.def("finditer", re_finditer, "pattern,string,flags=");
  m.def("split", re_split, "pattern,string,maxsplit=,flags=");
  m.def("sub", re_sub, "pattern,repl,string,count=,flags=");
  m.def("subn", re_subn, "pattern,repl,string,count=,flags=");
  m.fn("escape", re_escape, 1, 1);
  m.fn("purge", re_purge, 0, 0);
  m.type(PATTERN_TYPE);
  m.type(MATCH_TYPE);
  m.constant("error", <u64>RE_ERROR);
  flag(m, "NOFLAG", "NOFLAG", 0);
  flag(m, "I", "IGNORECASE", FLAG_I);
  flag(m, "L", "LOCALE", FLAG_L);
  flag(m, "M", "MULTILINE", FLAG_M);
  flag(m, "S", "DOTALL", FLAG_S);
  flag(m, "U", "UNICODE", FLAG_U);
  flag(m, "X", "VERBOSE", FLAG_X);
  flag(m, "A", "ASCII", FLAG_A);
  flag(m, "DEBUG", "DEBUG", FLAG_DEBUG);
}
function flag(m: ModuleBuilder, short: string, long: string, bit: u32): void {
  m.constant(short, smallIntNew(bit));
  m.constant(long, smallIntNew(bit));
}
