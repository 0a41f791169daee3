// re: regular expressions - the module's functions and the methods of Pattern and Match.
//
// Compiling: re/parser.ts to re/program.ts; matching: re/matcher.ts; objects and searches: re/objects.ts;
// templates of sub: re/template.ts. Behaviour: docs.python.org/3/library/re.html. Flags are plain ints.
import { Value, RAISED, NOTHING, NOT_HANDLED, END, smallInt, smallIntNew } from "../core/value";
import { isExactly } from "../heap/header";
import { markValue, addRootMarker } from "../heap/collector";
import {
  raise, raiseType, raised, TypeError, ValueError, IndexError,
} from "../objects/errors";
import { RE_ERROR } from "../objects/module_errors";
import { Args } from "../objects/args";
import { Text, textNew } from "../objects/text";
import { ModuleBuilder, TypeBuilder, typeBegin } from "../objects/builder";
import { VARARGS } from "../objects/native";
import { OBJECT_TYPE, CMP_EQ, CMP_NE } from "../objects/type";
import { isCallable } from "../objects/type_object";
import { STR_TYPE, emptyStr } from "../objects/str";
import { ListObject, listNew, listAppend } from "../objects/list";
import { tupleAlloc, tupleOf2 } from "../objects/tuple";
import {
  TableObject, DICT_TYPE, dictNew, tableCopy, tableGet, tableSet, tableClear, tableNext, tableEntry, entryKey, entryValue,
} from "../objects/table";
import { NONE, boolValue } from "../objects/singletons";
import { strPart, reprInto, valuesEqual, hashValue, payloadOf } from "../objects/protocol";
import { intPart, indexOf, saturate } from "../objects/int";
import { frozenHelper } from "../objects/frozen";
import { tailArg, tailCall } from "../objects/hooks";
import { iteratorType } from "../objects/iterators";
import { Buffer, BUFFER_BYTES, tryBuffer } from "../objects/buffer";
import { BYTES_TYPE, bytesNew } from "../objects/bytes";
import { findByte } from "../objects/str_search";
import {
  PatternObject, MatchObject, ScannerObject, PATTERN_TYPE, MATCH_TYPE, SCANNER_TYPE, patternMark, matchMark, scannerMark,
  patternNew, matchOnce, matchIndex, spanBegin, spanEnd, scannerNew, scannerNext, readSubject, subjectData, subjectBytes,
  subjectLength, subjectOffset, subjectPiece, searchBegin, searchEnd, searchNext, foundBegin, foundEnd, foundGroupBegin,
  foundGroupEnd,
} from "./re/objects";
import { MATCHED, NO_MATCH, matcherInit } from "./re/matcher";
import {
  FLAG_I, FLAG_L, FLAG_M, FLAG_S, FLAG_U, FLAG_X, FLAG_A, FLAG_DEBUG, reErrorNew, setText,
} from "./re/parser";
import { templateParse, templateApply } from "./re/template";

const INFO: usize = memory.data(BUFFER_BYTES, 8);
const POS_MAX: i64 = i64.MAX_VALUE;

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
/** The compiled form of a str, bytes or Pattern. Raises re.error, TypeError. */
function compiled(source: Value, flagsValue: Value): PatternObject {
  let flags: i64 = 0;
  if (flagsValue != NOTHING) {
    flags = indexOf(flagsValue);
    if (raised()) return changetype<PatternObject>(0);
  }
  if (isExactly(source, PATTERN_TYPE)) {
    if (flags != 0) {
      raise(ValueError, "cannot process flags argument with a compiled pattern");
      return changetype<PatternObject>(0);
    }
    return changetype<PatternObject>(<usize>source);
  }
  const wanted = <u32>flags & 511;
  if (source == lastSource && wanted == lastFlags) return changetype<PatternObject>(<usize>lastPattern);
  // Only what cannot change and hashes without running Python is cached.
  const plain = isExactly(source, STR_TYPE) || isExactly(source, BYTES_TYPE);
  let key = NOTHING;
  if (plain) {
    if (cache == NOTHING) cache = dictNew();
    key = tupleOf2(source, smallIntNew(wanted));
    if (cache == RAISED || key == RAISED) return changetype<PatternObject>(0);
    const found = tableGet(changetype<TableObject>(<usize>cache), key);
    if (found != NOTHING) {
      lastSource = source;
      lastFlags = wanted;
      lastPattern = found;
      return changetype<PatternObject>(<usize>found);
    }
  }
  const p = patternNew(source, wanted);
  if (p == RAISED) return changetype<PatternObject>(0);
  if (plain && !(wanted & FLAG_DEBUG)) {
    const t = changetype<TableObject>(<usize>cache);
    if (t.used >= CACHE_MAX) tableClear(t);
    if (!tableSet(t, key, p)) return changetype<PatternObject>(0);
    lastSource = source;
    lastFlags = wanted;
    lastPattern = p;
  }
  return changetype<PatternObject>(<usize>p);
}
@inline function pattern(v: Value): PatternObject { return changetype<PatternObject>(<usize>v); }
@inline function match(v: Value): MatchObject { return changetype<MatchObject>(<usize>v); }
/** An optional position argument. Test raised(). */
function position(v: Value, fallback: i64): i64 { return v == NOTHING ? fallback : indexOf(v); }

function re_compile(args: Args, n: i32): Value {
  const p = compiled(args.at(0), args.at(1));
  return changetype<usize>(p) == 0 ? RAISED : <u64>changetype<usize>(p);
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
  if (changetype<usize>(p) == 0) return RAISED;
  const from = position(pos, 0);
  if (raised()) return RAISED;
  const to = position(endpos, POS_MAX);
  if (raised()) return RAISED;
  return matchOnce(p, string, from, to, how == 1, how == 2);
}
function re_match(args: Args, n: i32): Value { return once(compiled(args.at(0), args.at(2)), args.at(1), NOTHING, NOTHING, 0); }
function re_search(args: Args, n: i32): Value { return once(compiled(args.at(0), args.at(2)), args.at(1), NOTHING, NOTHING, 1); }
function re_fullmatch(args: Args, n: i32): Value { return once(compiled(args.at(0), args.at(2)), args.at(1), NOTHING, NOTHING, 2); }
function Pattern_match(args: Args, n: i32): Value { return once(pattern(args.at(0)), args.at(1), args.at(2), args.at(3), 0); }
function Pattern_search(args: Args, n: i32): Value { return once(pattern(args.at(0)), args.at(1), args.at(2), args.at(3), 1); }
function Pattern_fullmatch(args: Args, n: i32): Value { return once(pattern(args.at(0)), args.at(1), args.at(2), args.at(3), 2); }

// ---- all matches ----

/** The piece that a group of the match found last took; `missing` if it took no part. */
function foundPiece(string: Value, group: i32, missing: Value): Value {
  const from = foundGroupBegin(group);
  return from < 0 ? missing : subjectPiece(string, from, foundGroupEnd(group));
}
function findall(p: PatternObject, string: Value, pos: Value, endpos: Value): Value {
  if (changetype<usize>(p) == 0) return RAISED;
  let begin = position(pos, 0);
  if (raised()) return RAISED;
  let limit = position(endpos, POS_MAX);
  if (raised() || !readSubject(p, string)) return RAISED;
  const length = <i64>subjectLength(string);
  if (begin < 0) begin = 0;
  if (limit > length) limit = length;
  const out = listNew(0);
  if (out == RAISED || begin > limit) return out;
  const list = changetype<ListObject>(<usize>out);
  let from = subjectOffset(string, <u32>begin);
  if (!searchBegin(p, subjectOffset(string, <u32>limit))) return RAISED;
  const empty = p.text ? emptyStr() : bytesNew(0, 0);
  let noEmpty = false;
  let result = out;
  while (true) {
    const r = searchNext(p, from, true, false, noEmpty);
    if (r == NO_MATCH) break;
    let item = RAISED;
    if (r == MATCHED) {
      if (p.groups <= 1) {
        item = foundPiece(string, p.groups, empty);
      } else {
        const t = tupleAlloc(p.groups);
        if (changetype<usize>(t) != 0) {
          item = <u64>changetype<usize>(t);
          for (let g = 1; g <= p.groups; g++) {
            const piece = foundPiece(string, g, empty);
            if (piece == RAISED) { item = RAISED; break; }
            t.set(g - 1, piece);
          }
        }
      }
    }
    if (item == RAISED || !listAppend(list, item)) { result = RAISED; break; }
    noEmpty = foundBegin == foundEnd;
    from = foundEnd;
  }
  searchEnd();
  return result;
}
function re_findall(args: Args, n: i32): Value { return findall(compiled(args.at(0), args.at(2)), args.at(1), NOTHING, NOTHING); }
function Pattern_findall(args: Args, n: i32): Value { return findall(pattern(args.at(0)), args.at(1), args.at(2), args.at(3)); }

function finditer(p: PatternObject, string: Value, pos: Value, endpos: Value): Value {
  if (changetype<usize>(p) == 0) return RAISED;
  const from = position(pos, 0);
  if (raised()) return RAISED;
  const to = position(endpos, POS_MAX);
  return raised() ? RAISED : scannerNew(p, string, from, to);
}
function re_finditer(args: Args, n: i32): Value { return finditer(compiled(args.at(0), args.at(2)), args.at(1), NOTHING, NOTHING); }
function Pattern_finditer(args: Args, n: i32): Value { return finditer(pattern(args.at(0)), args.at(1), args.at(2), args.at(3)); }
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
  const limit = position(most, 0);
  if (raised() || !readSubject(p, string)) return RAISED;
  const out = listNew(0);
  if (out == RAISED) return RAISED;
  const list = changetype<ListObject>(<usize>out);
  if (!searchBegin(p, subjectBytes)) return RAISED;
  const end = subjectBytes;
  let from: u32 = 0, piece: u32 = 0, count: i64 = 0;
  let noEmpty = false, ok = true;
  while (ok && (limit <= 0 || count < limit)) {
    const r = searchNext(p, from, true, false, noEmpty);
    if (r == NO_MATCH) break;
    if (r != MATCHED) { ok = false; break; }
    const v = subjectPiece(string, piece, foundBegin);
    ok = v != RAISED && listAppend(list, v);
    for (let g = 1; ok && g <= p.groups; g++) {
      const group = foundPiece(string, g, NONE);
      ok = group != RAISED && listAppend(list, group);
    }
    count++;
    noEmpty = foundBegin == foundEnd;
    from = foundEnd;
    piece = from;
  }
  searchEnd();
  if (!ok) return RAISED;
  const rest = subjectPiece(string, piece, end);
  return rest == RAISED || !listAppend(list, rest) ? RAISED : out;
}
function re_split(args: Args, n: i32): Value { return split(compiled(args.at(0), args.at(3)), args.at(1), args.at(2)); }
function Pattern_split(args: Args, n: i32): Value { return split(pattern(args.at(0)), args.at(1), args.at(2)); }

// ---- sub ----

/** sub and subn: replaces at most `most` matches (0: all). `pair`: subn. A function as replacement goes to a helper. */
function substitute(p: PatternObject, replacement: Value, string: Value, most: Value, pair: bool): Value {
  if (changetype<usize>(p) == 0) return RAISED;
  const limit = position(most, 0);
  if (raised() || !readSubject(p, string)) return RAISED;
  const text = strPart(replacement);
  const info = changetype<Buffer>(INFO);
  let data: usize = 0, bytes: u32 = 0;
  if (changetype<usize>(text) != 0) {
    if (!p.text) return raiseType(TypeError, "a bytes-like object is required, not '", replacement, "'");
    data = text.data;
    bytes = text.lengthBytes;
  } else if (tryBuffer(replacement, info, false)) {
    if (p.text) return raiseType(TypeError, "expected str instance, ", replacement, " found");
    data = info.data;
    bytes = info.lengthBytes;
  } else {
    if (raised()) return RAISED;
    if (!isCallable(replacement)) {
      return raiseType(TypeError, p.text ? "decoding to str: need a bytes-like object, "
        : "a bytes-like object is required, not '", replacement, p.text ? " found" : "'");
    }
    tailArg(0, <u64>changetype<usize>(p));
    tailArg(1, replacement);
    tailArg(2, string);
    tailArg(3, smallIntNew(limit < 0 ? 0 : limit > <i64>1 << 40 ? 0 : limit));
    tailArg(4, p.text ? emptyStr() : bytesNew(0, 0));
    tailArg(5, boolValue(pair));
    return tailCall(frozenHelper("_re_sub"), 6);
  }
  let template = changetype<Text>(0);
  if (findByte(data, bytes, 92) >= 0) {
    template = templateParse(p, replacement, data, bytes);
    if (changetype<usize>(template) == 0) return RAISED;
  }
  const out = textNew();
  if (!readSubject(p, string) || !searchBegin(p, subjectBytes)) return RAISED;
  let from: u32 = 0, piece: u32 = 0, count: i64 = 0;
  let noEmpty = false, ok = true;
  while (limit <= 0 || count < limit) {
    const r = searchNext(p, from, true, false, noEmpty);
    if (r == NO_MATCH) break;
    if (r != MATCHED) { ok = false; break; }
    out.bytes(subjectData + piece, <u32>foundBegin - piece);
    if (changetype<usize>(template) != 0) templateApply(template, out); else out.bytes(data, bytes);
    count++;
    noEmpty = foundBegin == foundEnd;
    from = foundEnd;
    piece = from;
    if (out.failed != 0) break;
  }
  let result = RAISED;
  if (ok) {
    if (count == 0) {
      result = subjectPiece(string, 0, subjectBytes);
    } else {
      out.bytes(subjectData + piece, subjectBytes - piece);
      result = p.text || out.failed != 0 ? out.finish() : bytesNew(out.data, out.length);
    }
  }
  searchEnd();
  out.drop();
  if (changetype<usize>(template) != 0) template.drop();
  return result == RAISED || !pair ? result : tupleOf2(result, smallIntNew(count));
}
function re_sub(args: Args, n: i32): Value {
  return substitute(compiled(args.at(0), args.at(4)), args.at(1), args.at(2), args.at(3), false);
}
function re_subn(args: Args, n: i32): Value {
  return substitute(compiled(args.at(0), args.at(4)), args.at(1), args.at(2), args.at(3), true);
}
function Pattern_sub(args: Args, n: i32): Value {
  return substitute(pattern(args.at(0)), args.at(1), args.at(2), args.at(3), false);
}
function Pattern_subn(args: Args, n: i32): Value {
  return substitute(pattern(args.at(0)), args.at(1), args.at(2), args.at(3), true);
}
/** escape(pattern): special characters with a backslash before them. */
function re_escape(args: Args, n: i32): Value {
  const s = strPart(args.at(0));
  const out = textNew();
  const info = changetype<Buffer>(INFO);
  let data = s.data, bytes = s.lengthBytes;
  if (changetype<usize>(s) == 0) {
    if (!tryBuffer(args.at(0), info, false)) {
      return raised() ? RAISED : raiseType(TypeError, "expected string or bytes-like object, got '", args.at(0), "'");
    }
    data = info.data;
    bytes = info.lengthBytes;
  }
  for (let i: u32 = 0; i < bytes; i++) {
    const b = load<u8>(data + i);
    if (isSpecial(b)) out.byte(92);
    out.byte(b);
  }
  if (changetype<usize>(s) != 0 || out.failed != 0) return out.finish();
  const r = bytesNew(out.data, out.length);
  out.drop();
  return r;
}
function isSpecial(b: u32): bool {
  switch (b) {
    case 40: case 41: case 91: case 93: case 123: case 125: case 63: case 42: case 43: case 45: case 124: case 94:
    case 36: case 92: case 46: case 38: case 126: case 35: case 32: case 9: case 10: case 13: case 11: case 12: return true;
    default: return false;
  }
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
function groupText(m: MatchObject, group: i32, missing: Value): Value {
  const from = spanBegin(m, group);
  return from < 0 ? missing : subjectPiece(m.string, from, spanEnd(m, group));
}
/** m.group(*groups). */
function Match_group(args: Args, n: i32): Value {
  const m = match(args.at(0));
  if (n == 1) return groupText(m, 0, NONE);
  if (n == 2) {
    const g = groupIndex(m, args.at(1));
    return g < 0 ? RAISED : groupText(m, g, NONE);
  }
  const t = tupleAlloc(n - 1);
  if (changetype<usize>(t) == 0) return RAISED;
  for (let i = 1; i < n; i++) {
    const g = groupIndex(m, args.at(i));
    if (g < 0) return RAISED;
    const v = groupText(m, g, NONE);
    if (v == RAISED) return RAISED;
    t.set(i - 1, v);
  }
  return <u64>changetype<usize>(t);
}
function Match_subscr(v: Value, key: Value): Value {
  const g = groupIndex(match(v), key);
  return g < 0 ? RAISED : groupText(match(v), g, NONE);
}
/** m.groups(default=None). */
function Match_groups(args: Args, n: i32): Value {
  const m = match(args.at(0)), missing = args.at(1) == NOTHING ? NONE : args.at(1);
  const t = tupleAlloc(m.groups);
  if (changetype<usize>(t) == 0) return RAISED;
  for (let g = 1; g <= m.groups; g++) {
    const v = groupText(m, g, missing);
    if (v == RAISED) return RAISED;
    t.set(g - 1, v);
  }
  return <u64>changetype<usize>(t);
}
function Match_groupdict(args: Args, n: i32): Value {
  const m = match(args.at(0)), missing = args.at(1) == NOTHING ? NONE : args.at(1);
  const out = dictNew();
  if (out == RAISED) return RAISED;
  const names = changetype<TableObject>(<usize>pattern(m.pattern).names);
  for (let i = tableNext(names, 0); i >= 0; i = tableNext(names, <u32>i + 1)) {
    const e = tableEntry(names, i);
    const v = groupText(m, <i32>smallInt(entryValue(e)), missing);
    if (v == RAISED || !tableSet(changetype<TableObject>(<usize>out), entryKey(e), v)) return RAISED;
  }
  return out;
}
function Match_start(args: Args, n: i32): Value {
  const m = match(args.at(0)), g = n > 1 ? groupIndex(m, args.at(1)) : 0;
  return g < 0 ? RAISED : smallIntNew(matchIndex(m, spanBegin(m, g)));
}
function Match_end(args: Args, n: i32): Value {
  const m = match(args.at(0)), g = n > 1 ? groupIndex(m, args.at(1)) : 0;
  return g < 0 ? RAISED : smallIntNew(matchIndex(m, spanEnd(m, g)));
}
function spanOf(m: MatchObject, g: i32): Value {
  return tupleOf2(smallIntNew(matchIndex(m, spanBegin(m, g))), smallIntNew(matchIndex(m, spanEnd(m, g))));
}
function Match_span(args: Args, n: i32): Value {
  const m = match(args.at(0)), g = n > 1 ? groupIndex(m, args.at(1)) : 0;
  return g < 0 ? RAISED : spanOf(m, g);
}
/** m.expand(template). */
function Match_expand(args: Args, n: i32): Value {
  const m = match(args.at(0)), p = pattern(m.pattern);
  const s = strPart(args.at(1));
  const info = changetype<Buffer>(INFO);
  let data = s.data, bytes = s.lengthBytes;
  if (changetype<usize>(s) == 0) {
    if (!tryBuffer(args.at(1), info, false)) {
      return raised() ? RAISED : raiseType(TypeError, "expected str instance, ", args.at(1), " found");
    }
    data = info.data;
    bytes = info.lengthBytes;
  }
  const template = templateParse(p, args.at(1), data, bytes);
  if (changetype<usize>(template) == 0) return RAISED;
  const out = textNew();
  let ok = readSubject(p, m.string);
  if (ok) {
    let at = template.data;
    const end = at + template.length;
    while (at < end) {
      const w = load<u32>(at), k = w >> 1;
      at += 4;
      if (w & 1) {
        const from = spanBegin(m, k);
        if (from >= 0 && <u32>spanEnd(m, k) <= subjectBytes) out.bytes(subjectData + <usize>from, spanEnd(m, k) - from);
      } else {
        out.bytes(at, k);
        at += (k + 3) & ~3;
      }
    }
  }
  template.drop();
  if (!ok) { out.drop(); return RAISED; }
  if (p.text || out.failed != 0) return out.finish();
  const r = bytesNew(out.data, out.length);
  out.drop();
  return r;
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
    const s = spanOf(m, g);
    if (s == RAISED) return RAISED;
    t.set(g, s);
  }
  return <u64>changetype<usize>(t);
}
function Match_repr(v: Value, out: Text): bool {
  const m = match(v);
  out.literal("<re.Match object; span=(");
  out.int(matchIndex(m, spanBegin(m, 0)));
  out.literal(", ");
  out.int(matchIndex(m, spanEnd(m, 0)));
  out.literal("), match=");
  const text = groupText(m, 0, NONE);
  if (text == RAISED || !reprInto(text, out)) return false;
  out.literal(">");
  return true;
}
function self(args: Args, n: i32): Value { return args.at(0); }

// ---- Pattern ----

function Pattern_scanner(args: Args, n: i32): Value { return finditer(pattern(args.at(0)), args.at(1), args.at(2), args.at(3)); }
function Pattern_flags(v: Value): Value { return smallIntNew(pattern(v).flags_); }
function Pattern_groups(v: Value): Value { return smallIntNew(pattern(v).groups); }
function Pattern_groupindex(v: Value): Value {
  return tableCopy(changetype<TableObject>(<usize>pattern(v).names), DICT_TYPE);
}
function Pattern_pattern(v: Value): Value { return pattern(v).source; }
function flagName(out: Text, any: bool, name: string): bool {
  out.literal(any ? "|re." : ", re.");
  out.literal(name);
  return true;
}
function Pattern_repr(v: Value, out: Text): bool {
  const p = pattern(v);
  out.literal("re.compile(");
  const mark = out.length;
  if (!reprInto(p.source, out)) return false;
  // a long pattern is cut
  if (out.length - mark > 200) out.truncate(mark + 200);
  let f = p.flags_;
  if (p.text && !(f & FLAG_A)) f &= ~FLAG_U;
  let any = false;
  if (f & FLAG_I) any = flagName(out, any, "IGNORECASE");
  if (f & FLAG_L) any = flagName(out, any, "LOCALE");
  if (f & FLAG_M) any = flagName(out, any, "MULTILINE");
  if (f & FLAG_S) any = flagName(out, any, "DOTALL");
  if (f & FLAG_U) any = flagName(out, any, "UNICODE");
  if (f & FLAG_X) any = flagName(out, any, "VERBOSE");
  if (f & FLAG_DEBUG) any = flagName(out, any, "DEBUG");
  if (f & FLAG_A) any = flagName(out, any, "ASCII");
  out.literal(")");
  return true;
}
function Pattern_compare(op: i32, left: Value, right: Value): Value {
  if ((op != CMP_EQ && op != CMP_NE) || !isExactly(left, PATTERN_TYPE) || !isExactly(right, PATTERN_TYPE)) return NOT_HANDLED;
  const a = pattern(left), b = pattern(right);
  let same = left == right ? 1 : a.flags_ == b.flags_ && a.text == b.text ? valuesEqual(a.source, b.source) : 0;
  return same < 0 ? RAISED : boolValue((same != 0) == (op == CMP_EQ));
}
function Pattern_hash(v: Value): i64 { return hashValue(pattern(v).source) ^ <i64>pattern(v).flags_; }

/** re.error(msg, pattern=None, pos=None). */
function error_new(args: Args, n: i32): Value {
  const message = strPart(args.at(1));
  if (changetype<usize>(message) == 0) return raiseType(TypeError, "msg must be str, not ", args.at(1), "");
  const source = args.at(2) == NOTHING ? NONE : args.at(2);
  const place = args.at(3) == NOTHING || args.at(3) == NONE ? -1 : indexOf(args.at(3));
  if (raised()) return RAISED;
  const text = changetype<usize>(strPart(source)) != 0;
  setText(text);
  const body = text ? <u64>changetype<usize>(strPart(source)) : <u64>payloadOf(source, BYTES_TYPE);
  return reErrorNew(RE_ERROR, <u64>changetype<usize>(message), body == NOTHING ? NONE : body, place);
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
