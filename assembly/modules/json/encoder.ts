// json.dumps: values to text.
//
// No recursion: open containers lie on a stack (a Python list that is kept, so that `default` may
// run Python), three entries each: the container, the position in it, and the sorted keys or None.
import { Value, RAISED, NOTHING, isSmallInt, smallInt, smallIntNew,
  isInlineFloat } from "../../core/value";
import { rootsMark, keep, release } from "../../heap/roots";
import { chargeStep } from "../../heap/events";
import { utf8Decode, utf8SequenceLength } from "../../core/utf8";
import {
  raise, raiseWith, TypeError, ValueError, RecursionError, RuntimeError, interrupted,
} from "../../objects/errors";
import { Text } from "../../objects/text";
import { StrObject } from "../../objects/str";
import { ListObject, LIST_TYPE, listNew, listAppend } from "../../objects/list";
import { TupleObject, TUPLE_TYPE } from "../../objects/tuple";
import { TableObject, DICT_TYPE, tableNext, tableEntry, tableGet, entryKey,
  entryValue } from "../../objects/table";
import { NONE, TRUE, FALSE } from "../../objects/singletons";
import { payloadOf, strPart } from "../../objects/protocol";
import { intPart, intAppend } from "../../objects/int";
import { floatPart, toF64 } from "../../objects/float";
import { appendFloat } from "../../objects/number_format";
import { call1 } from "../../objects/hooks";
import { sortItems } from "../../objects/sort";

/** Containers inside each other that are followed. CPython's limit is about the same. */
export const JSON_DEPTH_MAX: u32 = 1000;

/** How to encode: arguments of json._encode. */
@unmanaged export class JsonOptions {
  /** TRUE or FALSE, as the next ones. */
  skipKeys: Value;
  ensureAscii: Value;
  allowNaN: Value;
  sortKeys: Value;
  /** Text of one level of indentation, a str; None: no line breaks. */
  indent: Value;
  itemSeparator: Value;
  keySeparator: Value;
  /** Called for what cannot be encoded, or None. */
  default_: Value;
}

/** What stands behind the backslash for the characters 8 to 13: b t n u f r. */
export const ESCAPES: usize = memory.data<u8>([98, 116, 110, 117, 102, 114]);
/** Appends a JSON string. */
export function jsonString(s: StrObject, out: Text, ensureAscii: bool): void {
  const end = s.data + s.lengthBytes;
  let at = s.data;
  out.byte(34);
  while (true) {
    let run = at;
    while (run < end) {
      const b = <u32>load<u8>(run);
      if (b < 32 || b == 34 || b == 92 || (b >= 127 && ensureAscii)) break;
      run++;
    }
    out.bytes(at, <u32>(run - at));
    if (run == end) break;
    const c = utf8Decode(run);
    at = run + utf8SequenceLength(load<u8>(run));
    const letter = c == 34 || c == 92 ? c : c - 8 < 6 ? <u32>load<u8>(ESCAPES + c - 8) : 117;
    if (letter != 117) {
      out.byte(92);
      out.byte(letter);
    } else if (c >= 0x10000) {
      unicodeEscape(0xd800 + (c - 0x10000 >> 10), out);
      unicodeEscape(0xdc00 + (c & 0x3ff), out);
    } else {
      unicodeEscape(c, out);
    }
  }
  out.byte(34);
}
function unicodeEscape(unit: u32, out: Text): void {
  out.literal("\\u");
  out.hex(unit, 4);
}
/** Appends a float. False with ValueError pending. */
function jsonFloat(x: f64, out: Text, allowNaN: bool): bool {
  if (x - x == 0) { appendFloat(x, out); return true; }
  if (!allowNaN) {
    raise(ValueError, "Out of range float values are not JSON compliant");
    return false;
  }
  out.literal(x != x ? "NaN" : x > 0 ? "Infinity" : "-Infinity");
  return true;
}

// What jsonScalar answers.
const DONE: i32 = 1;
const FAILED: i32 = -1;
/** A container, or something unknown. */
const NOT_SCALAR: i32 = 0;

/** Appends a value that is no container. */
function jsonScalar(v: Value, out: Text, o: JsonOptions): i32 {
  if (isSmallInt(v)) { out.int(smallInt(v)); return DONE; }
  if (v == NONE) { out.literal("null"); return DONE; }
  if (v == TRUE) { out.literal("true"); return DONE; }
  if (v == FALSE) { out.literal("false"); return DONE; }
  const s = strPart(v);
  if (changetype<usize>(s) != 0) { jsonString(s, out, o.ensureAscii == TRUE); return DONE; }
  const n = intPart(v);
  if (n != NOTHING) return intAppend(n, out, 10) ? DONE : FAILED;
  const f = isInlineFloat(v) ? v : floatPart(v);
  if (f != NOTHING) return jsonFloat(toF64(f), out, o.allowNaN == TRUE) ? DONE : FAILED;
  return NOT_SCALAR;
}
/** Appends a key as a string. DONE, FAILED, or NOT_SCALAR: to be skipped. */
function jsonKey(key: Value, out: Text, o: JsonOptions): i32 {
  const s = strPart(key);
  if (changetype<usize>(s) != 0) { jsonString(s, out, o.ensureAscii == TRUE); return DONE; }
  const mark = out.length;
  out.byte(34);
  const r = jsonScalar(key, out, o);
  out.byte(34);
  if (r != NOT_SCALAR) return r;
  out.truncate(mark);
  if (o.skipKeys == TRUE) return NOT_SCALAR;
  raiseWith(TypeError, "keys must be str, int, float, bool or None, not %t", key);
  return FAILED;
}
/** A line break and the indentation of `depth` levels. */
function newLine(out: Text, o: JsonOptions, depth: u32): void {
  out.byte(10);
  for (let i: u32 = 0; i < depth; i++) out.str(o.indent);
}

/** Appends json of `v` to a Text that the caller keeps. False with an exception pending. May run
 *  Python (`default`, sorting of keys). */
export function jsonEncode(v: Value, out: Text, o: JsonOptions): bool {
  const simple = jsonScalar(v, out, o);
  if (simple != NOT_SCALAR) return simple == DONE;
  const base = rootsMark();
  keep(v);
  const stack = listNew(0);
  let ok = false;
  if (stack != RAISED) {
    keep(stack);
    ok = run(v, out, o, changetype<ListObject>(<usize>stack));
  }
  release(base);
  return ok;
}
/** Opens what is no scalar: a container goes on the stack (or is written, if empty); anything else
 *  is given to `default`, until a scalar or container comes out. */
function open(v: Value, out: Text, o: JsonOptions, stack: ListObject): bool {
  let rounds: u32 = 0;
  while (true) {
    let kind = 0, length: u32 = 0;
    let at: usize = payloadOf(v, LIST_TYPE);
    if (at != 0) { kind = 1; length = changetype<ListObject>(at).length; }
    else if ((at = payloadOf(v, DICT_TYPE)) != 0) {
      kind = 2;
      length = changetype<TableObject>(at).used;
    }
    else if ((at = payloadOf(v, TUPLE_TYPE)) != 0) {
      kind = 1;
      length = changetype<TupleObject>(at).length;
    }
    if (kind != 0) {
      if (length == 0) { out.literal(kind == 1 ? "[]" : "{}"); return true; }
      if (stack.length >= 3 * JSON_DEPTH_MAX || rounds > JSON_DEPTH_MAX)
        return tooDeep(<u64>at, stack);
      let keys = NONE;
      if (kind == 2 && o.sortKeys == TRUE) {
        keys = sortedKeys(changetype<TableObject>(at));
        if (keys == RAISED) return false;
      }
      out.byte(kind == 1 ? 91 : 123);
      return listAppend(stack, <u64>at) && listAppend(stack, smallIntNew(kind == 2 ? IS_DICT : 0))
        && listAppend(stack, keys);
    }
    if (o.default_ == NONE) {
      raiseWith(TypeError, "Object of type %t is not JSON serializable", v);
      return false;
    }
    if (++rounds > JSON_DEPTH_MAX) return tooDeep(v, stack);
    const r = call1(o.default_, v);
    if (r == RAISED) return false;
    if (r == v) { raise(ValueError, "Circular reference detected"); return false; }
    const simple = jsonScalar(r, out, o);
    if (simple != NOT_SCALAR) return simple == DONE;
    v = r;
    keep(v);
  }
}
function tooDeep(container: Value, stack: ListObject): bool {
  for (let i: u32 = 0; i < stack.length; i += 3) {
    if (stack.at(i) == container) {
      raise(ValueError, "Circular reference detected");
      return false;
    }
  }
  raise(RecursionError, "maximum recursion depth exceeded while encoding a JSON object");
  return false;
}
/** The keys of a dict in order, a list. May run Python. */
function sortedKeys(t: TableObject): Value {
  const keys = listNew(t.used);
  if (keys == RAISED) return RAISED;
  for (let i = tableNext(t, 0); i >= 0; i = tableNext(t, <u32>i + 1)) {
    if (!listAppend(changetype<ListObject>(<usize>keys), entryKey(tableEntry(t, i)))) return RAISED;
  }
  const base = rootsMark();
  keep(keys);
  const ok = sortItems(changetype<ListObject>(<usize>keys), changetype<ListObject>(0), false);
  release(base);
  return ok ? keys : RAISED;
}
/** Added to a dict's position: an entry has been written, so a separator comes before the next. */
const WRITTEN: i64 = <i64>1 << 40;
/** Added to the position in a dict. */
const IS_DICT: i64 = <i64>1 << 41;
/** Works through the stack until it is empty. */
function run(v: Value, out: Text, o: JsonOptions, stack: ListObject): bool {
  if (!open(v, out, o, stack)) return false;
  const kept = rootsMark();
  while (stack.length != 0) {
    const top = stack.length - 3;
    const container = <usize>stack.at(top);
    const state = smallInt(stack.at(top + 1));
    const position = <u32>state, written = (state & WRITTEN) != 0;
    const keys = stack.at(top + 2);
    if (chargeStep() && interrupted()) return false;
    if (state & IS_DICT) {
      const t = changetype<TableObject>(container);
      let key: Value, value: Value, next: u32;
      if (keys == NONE) {
        const i = tableNext(t, position);
        if (i < 0) { close(out, o, stack, 125); continue; }
        key = entryKey(tableEntry(t, i));
        value = entryValue(tableEntry(t, i));
        next = i + 1;
      } else {
        const sorted = changetype<ListObject>(<usize>keys);
        if (position >= sorted.length) { close(out, o, stack, 125); continue; }
        key = sorted.at(position);
        value = tableGet(t, key);
        next = position + 1;
        if (value == NOTHING) {
          raise(RuntimeError, "dictionary changed while it was encoded");
          return false;
        }
      }
      stack.set(top + 1, smallIntNew(<i64>next | state & WRITTEN | IS_DICT));
      const mark = out.length;
      if (written) out.str(o.itemSeparator);
      if (o.indent != NONE) newLine(out, o, stack.length / 3);
      const r = jsonKey(key, out, o);
      if (r == FAILED) return false;
      if (r == NOT_SCALAR) { out.truncate(mark); continue; }
      stack.set(top + 1, smallIntNew(<i64>next | WRITTEN | IS_DICT));
      out.str(o.keySeparator);
      const simple = jsonScalar(value, out, o);
      if (simple == FAILED || (simple == NOT_SCALAR && !open(value, out, o, stack))) return false;
    } else {
      const list = payloadOf(<u64>container, LIST_TYPE) != 0;
      const length = list ? changetype<ListObject>(container).length
        : changetype<TupleObject>(container).length;
      if (position >= length) { close(out, o, stack, 93); continue; }
      const item = list ? changetype<ListObject>(container).at(position)
        : changetype<TupleObject>(container).at(position);
      stack.set(top + 1, smallIntNew(position + 1));
      if (position != 0) out.str(o.itemSeparator);
      if (o.indent != NONE) newLine(out, o, stack.length / 3);
      const simple = jsonScalar(item, out, o);
      if (simple == FAILED || (simple == NOT_SCALAR && !open(item, out, o, stack))) return false;
    }
    release(kept);
    if (out.failed != 0) return true;                   // finish() raises MemoryError
  }
  return true;
}
function close(out: Text, o: JsonOptions, stack: ListObject, bracket: u32): void {
  stack.length -= 3;
  if (o.indent != NONE) newLine(out, o, stack.length / 3);
  out.byte(bracket);
}
