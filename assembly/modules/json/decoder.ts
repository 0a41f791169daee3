// json.loads: text to values.
//
// No recursion: open containers lie on a stack (a Python list that is kept, so that hooks may run
// Python). Keys are interned: looking them up with a literal then compares addresses.
import { Value, RAISED, NOTHING, smallIntNew } from "../../core/value";
import { rootsMark, keep, release } from "../../heap/roots";
import { chargeScan, chargeStep } from "../../heap/events";
import { floatParseFull } from "../../core/parse_float";
import { utf8Count } from "../../core/utf8";
import { raise, raiseValue, raised, RecursionError, interrupted } from "../../objects/errors";
import { JSON_DECODE_ERROR } from "../../objects/module_errors";
import { Text, textNew } from "../../objects/text";
import { StrObject, STR_INTERNED, strNew, strNewCounted, strLiteral, internBytes,
  emptyStr } from "../../objects/str";
import { ListObject, listNew, listAppend } from "../../objects/list";
import { tupleOf2 } from "../../objects/tuple";
import { TableObject, dictNew, tableSet, tableSetName } from "../../objects/table";
import { NONE, TRUE, FALSE } from "../../objects/singletons";
import { intParse } from "../../objects/int";
import { floatNew } from "../../objects/float";
import { call1 } from "../../objects/hooks";
import { textErrorNew } from "../text_error";
import { JSON_DEPTH_MAX, ESCAPES } from "./encoder";

/** How to decode: arguments of json._decode; None: the hook is not given. */
@unmanaged export class JsonHooks {
  object: Value;
  float: Value;
  int: Value;
  constant: Value;
  pairs: Value;
  /** FALSE: control characters may stand in strings. */
  strict: Value;
}

/** The text being decoded: its bytes, the place, and the str for messages. Hooks may run Python,
 *  which may decode too: callHook keeps them in locals meanwhile. */
let begin: usize = 0;
let at: usize = 0;
let end: usize = 0;
let source: Value = NOTHING;

/** Raises JSONDecodeError at a place of the text. Returns RAISED. */
function fail(message: string, place: usize): Value {
  const text = strLiteral(message);
  if (text == RAISED) return RAISED;
  const e = textErrorNew(JSON_DECODE_ERROR, text, true, source, utf8Count(begin, place - begin));
  return e == RAISED ? RAISED : raiseValue(e);
}
/** In place of a value: StopIteration-like end of what could be a value. The message is the
 *  caller's. */
function noValue(place: usize): Value { return fail("Expecting value", place); }

@inline function isSpace(b: u32): bool { return b == 32 || b == 10 || b == 13 || b == 9; }
@inline function skipSpace(): void { while (at < end && isSpace(load<u8>(at))) at++; }

// ---- strings ----

/** Four hexadecimal digits at `p`, -1: they are not there. */
function hex4(p: usize): i32 {
  if (p + 4 > end) return -1;
  let n = 0;
  for (let i: usize = 0; i < 4; i++) {
    const b = <u32>load<u8>(p + i);
    const d = b - 48 < 10 ? b - 48 : (b | 32) - 97 < 6 ? (b | 32) - 87 : 16;
    if (d == 16) return -1;
    n = n << 4 | d;
  }
  return n;
}
/** The string whose opening quote lies before `at`; `key`: interned. */
function parseString(key: bool, strict: bool): Value {
  const open = at - 1;
  let p = at, bits: u32 = 0;
  while (p < end) {
    const b = <u32>load<u8>(p);
    if (b == 34) {
      const from = at, bytes = <u32>(p - from);
      at = p + 1;
      if (key && bytes <= 64) return internBytes(from, bytes);
      if (bytes == 0) return emptyStr();
      return bits < 128 ? strNewCounted(from, bytes, bytes) : strNew(from, bytes);
    }
    if (b == 92 || (b < 32 && strict)) break;
    bits |= b;
    p++;
  }
  return parseEscaped(open, p, key, strict);
}
/** Gives a text up for an error. */
function refuse(out: Text, message: string, place: usize): Value {
  out.drop();
  return fail(message, place);
}
/** The same from the first byte on, at `p`, that is more than itself or not allowed. */
function parseEscaped(open: usize, p: usize, key: bool, strict: bool): Value {
  const out = textNew();
  out.bytes(at, <u32>(p - at));
  while (true) {
    let run = p;
    while (run < end) {
      const b = <u32>load<u8>(run);
      if (b == 34 || b == 92 || (b < 32 && strict)) break;
      run++;
    }
    out.bytes(p, <u32>(run - p));
    p = run;
    const b = p < end ? <u32>load<u8>(p) : 92;
    if (b == 34) break;
    if (b != 92) return refuse(out, "Invalid control character at", p);
    if (p + 1 >= end) return refuse(out, "Unterminated string starting at", open);
    const c = <u32>load<u8>(p, 1);
    p += 2;
    if (c == 117) {
      const unit = hex4(p);
      if (unit < 0) return refuse(out, "Invalid \\uXXXX escape", p - 1);
      p += 4;
      let code = <u32>unit;
      if ((unit & 0xfc00) == 0xd800 && p + 6 <= end && load<u16>(p) == 0x755c) {      // \u
        const low = hex4(p + 2);
        if (low >= 0 && (low & 0xfc00) == 0xdc00) {
          code = 0x10000 + ((unit & 0x3ff) << 10 | low & 0x3ff);
          p += 6;
        }
      }
      out.char(code);
    } else if (c == 34 || c == 92 || c == 47) {
      out.byte(c);
    } else {
      let control: u32 = 0;
      while (control < 6 && load<u8>(ESCAPES + control) != <u8>c) control++;
      if (control == 6) return refuse(out, "Invalid \\escape", p - 2);
      out.byte(8 + control);
    }
  }
  at = p + 1;
  if (key && out.failed == 0 && out.length <= 64) {
    const r = internBytes(out.data, out.length);
    out.drop();
    return r;
  }
  return out.finish();
}

// ---- numbers and words ----

function matches(word: string): bool {
  const n = <u32>word.length;
  if (at + n > end) return false;
  for (let i: u32 = 0; i < n; i++) if (load<u8>(at + i) != <u8>word.charCodeAt(i)) return false;
  return true;
}
/** NaN, Infinity, -Infinity, by the hook or as a float. */
function constant(word: string, x: f64, hooks: JsonHooks): Value {
  at += <usize>word.length;
  if (hooks.constant == NONE) return floatNew(x);
  const text = strLiteral(word);
  return text == RAISED ? RAISED : callHook(hooks.constant, text);
}
/** Behind the digits at `p`. */
function digitsEnd(p: usize): usize {
  while (p < end && <u32>load<u8>(p) - 48 < 10) p++;
  return p;
}
/** The number at `at`. */
function parseNumber(hooks: JsonHooks): Value {
  const from = at;
  let p = at;
  if (load<u8>(p) == 45) p++;
  if (p >= end || <u32>load<u8>(p) - 48 > 9) {
    if (matches("-Infinity")) return constant("-Infinity", -Infinity, hooks);
    return noValue(from);
  }
  const digits = p;
  let n: i64 = 0;
  if (load<u8>(p) == 48) {
    p++;
  } else {
    while (p < end && <u32>load<u8>(p) - 48 < 10) {
      n = n * 10 + load<u8>(p) - 48;
      p++;
    }
  }
  const count = p - digits;
  let real = false;
  if (p < end && load<u8>(p) == 46) {
    const q = digitsEnd(p + 1);
    real = q != p + 1;
    if (real) p = q;
  }
  if (p < end && (load<u8>(p) | 32) == 101) {
    let q = p + 1;
    if (q < end && (load<u8>(q) == 43 || load<u8>(q) == 45)) q++;
    const behind = digitsEnd(q);
    if (behind != q) {
      real = true;
      p = behind;
    }
  }
  at = p;
  const bytes = <u32>(p - from);
  const hook = real ? hooks.float : hooks.int;
  if (hook != NONE) {
    const text = strNew(from, bytes);
    return text == RAISED ? RAISED : callHook(hook, text);
  }
  if (real) return floatNew(floatParseFull(from, bytes));
  if (count <= 18) return smallIntNew(digits != from ? -n : n);
  return intParse(from, bytes, 10);
}
/** hook(v); the text is put back afterwards. A safepoint. */
function callHook(hook: Value, v: Value): Value {
  const savedBegin = begin, savedAt = at, savedEnd = end, savedSource = source;
  const r = call1(hook, v);
  begin = savedBegin;
  at = savedAt;
  end = savedEnd;
  source = savedSource;
  return r;
}

// ---- values ----

/** A scalar at `at`, or NOTHING without exception: a container opens there. */
function parseScalar(hooks: JsonHooks): Value {
  if (at >= end) return noValue(at);
  const b = <u32>load<u8>(at);
  switch (b) {
    case 34: at++; return parseString(false, hooks.strict != FALSE);
    case 91: case 123: return NOTHING;
    case 110: if (matches("null")) { at += 4; return NONE; } break;
    case 116: if (matches("true")) { at += 4; return TRUE; } break;
    case 102: if (matches("false")) { at += 5; return FALSE; } break;
    case 78: if (matches("NaN")) return constant("NaN", NaN, hooks); break;
    case 73: if (matches("Infinity")) return constant("Infinity", Infinity, hooks); break;
    default: if (b == 45 || b - 48 < 10) return parseNumber(hooks);
  }
  return noValue(at);
}
/** Where the last jsonDecode ended: the first character behind the value. Unit: bytes. */
export let jsonEnd: u32 = 0;

/** The value at byte `from` of a str. `whole`: only white space may follow it (and precede it).
 *  Raises JSONDecodeError, RecursionError, MemoryError, what hooks raise. Hooks run Python: a
 *  safepoint. */
export function jsonDecode(text: Value, from: u32, whole: bool, hooks: JsonHooks): Value {
  const s = changetype<StrObject>(<usize>text);
  begin = s.data;
  at = begin + from;
  end = begin + s.lengthBytes;
  source = text;
  const base = rootsMark();
  keep(text);
  let result = RAISED;
  const stack = listNew(0);
  if (stack != RAISED) {
    keep(stack);
    if (whole) skipSpace();
    result = parse(changetype<ListObject>(<usize>stack), hooks);
    if (result != RAISED && whole) {
      skipSpace();
      if (at != end) result = fail("Extra data", at);
    }
  }
  jsonEnd = <u32>(at - begin);
  chargeScan(<usize>(at - begin - from));
  release(base);
  return result;
}
/** On the stack: open containers, a dict (or, with the pairs hook, its list of pairs) followed by
 *  the key whose value comes next; a list followed by None. `v` is the value just completed. */
function parse(stack: ListObject, hooks: JsonHooks): Value {
  while (true) {
    // 1. a value begins
    let v = parseScalar(hooks);
    if (v == NOTHING) {
      if (raised()) return RAISED;
      const square = load<u8>(at) == 91;
      at++;
      if (stack.length >= 2 * JSON_DEPTH_MAX) {
        return raise(RecursionError, square
          ? "maximum recursion depth exceeded while decoding a JSON array from a unicode string"
          : "maximum recursion depth exceeded while decoding a JSON object from a unicode string");
      }
      skipSpace();
      if (square) {
        v = listNew(0);
        if (v == RAISED) return RAISED;
        if (at < end && load<u8>(at) == 93) {
          at++;
        } else {
          if (!listAppend(stack, v) || !listAppend(stack, NONE)) return RAISED;
          continue;
        }
      } else {
        v = hooks.pairs != NONE ? listNew(0) : dictNew();
        if (v == RAISED) return RAISED;
        if (at < end && load<u8>(at) == 125) {
          at++;
          v = closeObject(v, hooks);
          if (v == RAISED) return RAISED;
        } else {
          const key = parseKey(hooks);
          if (key == RAISED || !listAppend(stack, v) || !listAppend(stack, key)) return RAISED;
          continue;
        }
      }
    }
    // 2. the value is complete: put it where it belongs, as long as that completes containers
    while (true) {
      if (stack.length == 0) return v;
      if (chargeStep() && interrupted()) return RAISED;
      const top = stack.length - 2;
      const container = stack.at(top), key = stack.at(top + 1);
      skipSpace();
      const b = at < end ? <u32>load<u8>(at) : 0;
      if (key == NONE) {
        if (!listAppend(changetype<ListObject>(<usize>container), v)) return RAISED;
        if (b == 44) { at++; skipSpace(); break; }
        if (b != 93) return fail("Expecting ',' delimiter", at);
        at++;
        v = container;
        stack.length = top;
        continue;
      }
      if (!putPair(container, key, v, hooks)) return RAISED;
      if (b == 44) {
        at++;
        skipSpace();
        const next = parseKey(hooks);
        if (next == RAISED) return RAISED;
        stack.set(top + 1, next);
        break;
      }
      if (b != 125) return fail("Expecting ',' delimiter", at);
      at++;
      v = closeObject(container, hooks);
      if (v == RAISED) return RAISED;
      stack.length = top;
    }
  }
}
/** A key and its colon; white space before the value is skipped. */
function parseKey(hooks: JsonHooks): Value {
  if (at >= end || load<u8>(at) != 34)
    return fail("Expecting property name enclosed in double quotes", at);
  at++;
  const key = parseString(true, hooks.strict != FALSE);
  if (key == RAISED) return RAISED;
  skipSpace();
  if (at >= end || load<u8>(at) != 58) return fail("Expecting ':' delimiter", at);
  at++;
  skipSpace();
  return key;
}
function putPair(container: Value, key: Value, v: Value, hooks: JsonHooks): bool {
  if (hooks.pairs != NONE) {
    const pair = tupleOf2(key, v);
    return pair != RAISED && listAppend(changetype<ListObject>(<usize>container), pair);
  }
  const t = changetype<TableObject>(<usize>container);
  if (changetype<StrObject>(<usize>key).flags & STR_INTERNED) return tableSetName(t, <usize>key, v);
  return tableSet(t, key, v);
}
/** What becomes of a complete object: the hooks' answer, or the dict. */
function closeObject(container: Value, hooks: JsonHooks): Value {
  if (hooks.pairs != NONE) return callHook(hooks.pairs, container);
  return hooks.object != NONE ? callHook(hooks.object, container) : container;
}
