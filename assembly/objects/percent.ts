// The % operator of str, bytes and bytearray: printf-like formatting.
//
// Behaviour: docs.python.org/3/library/stdtypes.html#printf-style-string-formatting.
import { Value, RAISED, NOTHING, NOT_HANDLED, isSmallInt, smallInt } from "../core/value";
import { rootsMark, keep, release } from "../heap/roots";
import { chargeWork } from "../heap/events";
import { utf8Count, utf8Decode, utf8SequenceLength } from "../core/utf8";
import {
  raise, raiseText, raised, raiseWith, raiseFormat, TypeError, ValueError, OverflowError,
} from "./errors";
import { Text, textNew, literalOf } from "./text";
import { StrObject, STR_TYPE, strNew } from "./str";
import { BYTES_TYPE, BYTEARRAY_TYPE, bytesNew } from "./bytes";
import { TupleObject, TUPLE_TYPE } from "./tuple";
import { typeObjectOf, UN_INT, UN_INDEX } from "./type";
import { payloadOf, strPart, strInto, reprInto, getItem, convertTry,
  callMethod0 } from "./protocol";
import { typeLookup } from "./attributes";
import { typeOf, isExactly } from "../heap/header";
import { intPart, intFromF64, saturate, indexOf } from "./int";
import { floatPart, toF64, convertToF64 } from "./float";
import { FormatSpec, FORMAT_SPEC_BYTES, specClear } from "./format_spec";
import { formatFloat, percentInt } from "./number_format";
import { Buffer, BUFFER_BYTES, tryBuffer } from "./buffer";
import { isText, finishLike } from "./str_args";
import { isIndex } from "./bytes_type";
import { asciiInto } from "./format";
import { S___bytes__ } from "./names";

const SPEC: usize = memory.data(FORMAT_SPEC_BYTES, 8);
const INFO: usize = memory.data(BUFFER_BYTES, 8);

// The conversion being done. percentFormat saves all of it: Python code that a conversion calls may
// format too.
/** FLAG_* bits; from bit 8 on the sign of numbers that are not negative: `+`, space or 0. */
let flags: u32 = 0;
const FLAG_LEFT: u32 = 1;
const FLAG_ZERO: u32 = 2;
const FLAG_ALTERNATE: u32 = 4;
let width: i32 = -1;
let precision: i32 = -1;

/** Arguments: a tuple's items, or one value. */
let nextArgument: i32 = 0;

function refuse(type: usize, message: string): bool { raise(type, message); return false; }

/** The next positional argument; RAISED: TypeError. */
function takeArgument(tuple: TupleObject, single: Value): Value {
  if (nextArgument == i32.MAX_VALUE)
    return raise(TypeError, "not enough arguments for format string");
  const i = nextArgument++;
  if (changetype<usize>(tuple) != 0) {
    if (<u32>i < tuple.length) return tuple.at(i);
  } else if (i == 0) {
    return single;
  }
  return raise(TypeError, "not enough arguments for format string");
}

/** format % args; format: a str, bytes or bytearray. May run Python. */
export function percentFormat(format: Value, args: Value): Value {
  const out = textNew();
  const base = rootsMark();
  keep(format); keep(args); keep(out.value());
  const savedNext = nextArgument, savedFlags = flags, savedWidth = width,
    savedPrecision = precision;
  nextArgument = 0;
  const ok = run(format, args, out);
  nextArgument = savedNext;
  flags = savedFlags;
  width = savedWidth;
  precision = savedPrecision;
  release(base);
  if (!ok) { out.drop(); return RAISED; }
  return finishLike(format, out);
}
function run(format: Value, args: Value, out: Text): bool {
  const text = isText(format);
  const s = changetype<StrObject>(<usize>format);
  const tuple = changetype<TupleObject>(payloadOf(args, TUPLE_TYPE));
  let mapping: Value = NOTHING;
  if (changetype<usize>(tuple) == 0 && typeObjectOf(args).subscr != 0
    && (text ? changetype<usize>(strPart(args)) == 0 : !isBytesLike(args))) mapping = args;
  let at: u32 = 0;
  const bytes = s.lengthBytes;
  while (at < bytes) {
    let run = at;
    while (run < bytes && load<u8>(s.data + run) != 37) run++;
    out.bytes(s.data + at, run - at);
    if (run == bytes) break;
    at = run + 1;
    const begin = at;
    chargeWork(2);
    if (text && mapping == NOTHING && at < bytes) {
      // %s and %d of what needs no converting
      const c = load<u8>(s.data + at);
      if (c == 115 || c == 100) {
        const plain = changetype<usize>(tuple) == 0 ? (nextArgument == 0 ? args : NOTHING)
          : <u32>nextArgument < tuple.length ? tuple.at(nextArgument) : NOTHING;
        const isInt = isSmallInt(plain);
        if (isInt || (c == 115 && isExactly(plain, STR_TYPE))) {
          if (isInt) out.int(smallInt(plain)); else out.str(plain);
          nextArgument++;
          at++;
          continue;
        }
      }
    }
    let v: Value = NOTHING;
    const slot = rootsMark();
    if (at < bytes && load<u8>(s.data + at) == 40) {
      // %(key)
      if (mapping == NOTHING) return refuse(TypeError, "format requires a mapping");
      let open = 1, stop = ++at;
      while (stop < bytes && open != 0) {
        const c = load<u8>(s.data + stop++);
        if (c == 40) open++;
        else if (c == 41) open--;
      }
      if (open != 0) return refuse(ValueError, "incomplete format key");
      const key = text ? strNew(s.data + at, stop - 1 - at) : bytesNew(s.data + at, stop - 1 - at);
      if (key == RAISED) return false;
      v = getItem(args, key);
      if (v == RAISED) return false;
      // after a key there are no positional arguments
      nextArgument = i32.MAX_VALUE;
      at = stop;
    }
    keep(v);
    flags = 0;
    for (; at < bytes; at++) {
      const c = load<u8>(s.data + at);
      if (c == 45) flags |= FLAG_LEFT;
      else if (c == 48) flags |= FLAG_ZERO;
      else if (c == 35) flags |= FLAG_ALTERNATE;
      else if (c == 43) flags = flags & 0xff | 43 << 8;
      else if (c == 32) { if (flags >> 8 == 0) flags |= 32 << 8; } else break;
    }
    let stop = readNumber(s, at, tuple, args, "width too big");
    if (stop < 0) return false;
    width = <u32>stop == at ? -1 : numberRead;
    if (numberRead < 0) {
      flags |= FLAG_LEFT;
      width = numberRead == i32.MIN_VALUE ? i32.MAX_VALUE : -numberRead;
    }
    at = stop;
    precision = -1;
    if (at < bytes && load<u8>(s.data + at) == 46) {
      stop = readNumber(s, at + 1, tuple, args, "precision too big");
      if (stop < 0) return false;
      precision = max(numberRead, 0);
      at = stop;
    }
    if (at < bytes) {
      const c = load<u8>(s.data + at);
      if (c == 104 || c == 108 || c == 76) at++;          // h l L mean nothing
    }
    if (at >= bytes) return refuse(ValueError, "incomplete format");
    const kind = text ? utf8Decode(s.data + at) : <u32>load<u8>(s.data + at);
    const kindAt = at;
    at += text ? utf8SequenceLength(load<u8>(s.data + at)) : 1;
    if (kind == 37 && kindAt == begin) { out.byte(37); release(slot); continue; }
    if (v == NOTHING) {
      v = takeArgument(tuple, args);
      if (v == RAISED) return false;
    }
    if (!convertOne(format, kind, kindAt, v, text, out)) return false;
    release(slot);
  }
  if (mapping == NOTHING && <u32>nextArgument < (changetype<usize>(tuple) != 0 ? tuple.length : 1))
    {
    return refuse(TypeError, text ? "not all arguments converted during string formatting"
      : "not all arguments converted during bytes formatting");
  }
  return true;
}
/** What bytes % v takes as one value although it has items. */
function isBytesLike(v: Value): bool {
  return payloadOf(v, BYTES_TYPE) != 0 || payloadOf(v, BYTEARRAY_TYPE) != 0
    || changetype<usize>(strPart(v)) != 0;
}
/** A width or precision at `at`: digits, or `*` for an argument. Returns where it ends, the number
 *  in numberRead (0: there is none); -1 with an exception pending. */
function readNumber(s: StrObject, at: u32, tuple: TupleObject, args: Value, message: string): i32 {
  numberRead = 0;
  if (at < s.lengthBytes && load<u8>(s.data + at) == 42) {
    numberRead = starArgument(tuple, args);
    return raised() ? -1 : at + 1;
  }
  for (; at < s.lengthBytes; at++) {
    const d = <u32>load<u8>(s.data + at) - 48;
    if (d >= 10) break;
    if (numberRead > (i32.MAX_VALUE - <i32>d) / 10) { raise(ValueError, message); return -1; }
    numberRead = numberRead * 10 + d;
  }
  return at;
}
let numberRead: i32 = 0;
/** The argument of `*`, an i32. Test raised(). */
function starArgument(tuple: TupleObject, args: Value): i32 {
  const v = takeArgument(tuple, args);
  if (v == RAISED) return 0;
  const plain = intPart(v);
  if (plain == NOTHING) { raise(TypeError, "* wants int"); return 0; }
  const n = saturate(plain);
  if (n > <i64>i32.MAX_VALUE || n < <i64>i32.MIN_VALUE) {
    raise(OverflowError, "Python int too large to convert to C int");
    return 0;
  }
  return <i32>n;
}
/** Pads the bytes from `mark` on, which lie at the end of `out`, to the width. */
function padEnd(out: Text, mark: u32, text: bool): void {
  if (width < 0 || out.failed != 0) return;
  const bytes = out.length - mark;
  const chars = text ? utf8Count(out.data + mark, bytes) : bytes;
  if (<u32>width <= chars) return;
  const pad = <u32>width - chars;
  out.pad(32, pad);
  if (flags & FLAG_LEFT || out.failed != 0) return;
  const at = out.data + mark;
  memory.copy(at + pad, at, bytes);
  memory.fill(at, 32, pad);
}
/** Appends one conversion of `v`. */
function convertOne(format: Value, kind: u32, kindAt: u32, v: Value, text: bool, out: Text): bool {
  const mark = out.length;
  switch (kind) {
    case 115: case 114: case 97: case 98: {                 // s r a b
      if (text && kind == 98) break;
      let ok: bool;
      if (kind == 98 || (!text && kind == 115)) ok = appendBytes(v, out);
      else if (kind == 97 || (!text && kind == 114)) ok = asciiInto(v, out);
      else ok = kind == 115 ? strInto(v, out) : reprInto(v, out);
      if (!ok) return false;
      const most = precision;
      if (most >= 0 && out.failed == 0) {
        if (text) {
          let end = mark;
          for (let i = 0; i < most && end < out.length; i++)
            end += utf8SequenceLength(load<u8>(out.data + end));
          out.truncate(end);
        } else if (out.length - mark > <u32>most) {
          out.truncate(mark + most);
        }
      }
      padEnd(out, mark, text);
      return true;
    }
    case 99: return convertChar(v, text, out);
    case 100: case 105: case 117: return convertInt(kind, v, 10, out);
    case 120: case 88: return convertInt(kind, v, 16, out);
    case 111: return convertInt(kind, v, 8, out);
    case 101:
      case 69: case 102: case 70: case 103: case 71: return convertFloat(kind, v, text, out);
  }
  const t = textNew();
  t.literal("unsupported format character '");
  if (kind > 31 && kind < 127) t.char(kind); else t.char(text ? kind : 63);
  t.format("' (0x%x) at index ", kind);
  t.int(text ? utf8Count(changetype<StrObject>(<usize>format).data, kindAt) : kindAt);
  raiseText(ValueError, t);
  return false;
}
/** %b and %s of bytes: a bytes-like object, or __bytes__. */
function appendBytes(v: Value, out: Text): bool {
  const info = changetype<Buffer>(INFO);
  if (tryBuffer(v, info, false)) { out.bytes(info.data, info.lengthBytes); return true; }
  if (raised()) return false;
  if (typeLookup(typeOf(v), S___bytes__) != NOTHING) {
    const r = callMethod0(v, S___bytes__);
    if (r == RAISED) return false;
    if (tryBuffer(r, info, false)) { out.bytes(info.data, info.lengthBytes); return true; }
  }
  if (raised()) return false;
  raiseWith(TypeError,
    "%%b requires a bytes-like object, or an object that implements __bytes__, not '%t'", v);
  return false;
}
function convertChar(v: Value, text: bool, out: Text): bool {
  const mark = out.length;
  if (isIndex(v)) {
    const c = indexOf(v);
    if (raised()) return false;
    if (c < 0 || c > (text ? 0x10ffff : 255)) {
      return refuse(OverflowError, text ? "%c arg not in range(0x110000)"
        : "%c arg not in range(256)");
    }
    if (text) out.char(<u32>c); else out.byte(<u32>c);
  } else if (text) {
    const s = strPart(v);
    if (changetype<usize>(s) == 0 || s.lengthChars != 1)
      return refuse(TypeError, "%c requires int or char");
    out.bytes(s.data, s.lengthBytes);
  } else {
    const info = changetype<Buffer>(INFO);
    if (!tryBuffer(v, info, false) || info.lengthBytes != 1) {
      if (raised()) return false;
      return refuse(TypeError, "%c requires an integer in range(256) or a single byte");
    }
    out.byte(load<u8>(info.data));
  }
  padEnd(out, mark, text);
  return true;
}
function wrongNumber(kind: u32, v: Value, what: string): bool {
  raiseFormat(TypeError, "%%%c format: %l is required, not %t", kind, literalOf(what), v);
  return false;
}
function convertInt(kind: u32, v: Value, base: i32, out: Text): bool {
  let n = intPart(v);
  if (n == NOTHING) {
    if (base == 10) {
      if (floatPart(v) != NOTHING) {
        n = intFromF64(toF64(floatPart(v)));
      } else {
        n = convertTry(UN_INT, v);
        if (n == NOT_HANDLED) return wrongNumber(kind, v, "a real number");
      }
    } else {
      n = convertTry(UN_INDEX, v);
      if (n == NOT_HANDLED) return wrongNumber(kind, v, "an integer");
    }
    if (n == RAISED) return false;
    n = intPart(n);
    if (n == NOTHING) return wrongNumber(kind, v, base == 10 ? "a real number" : "an integer");
  }
  return percentInt(n, specOf(kind), out);
}
/** The conversion being done as a format spec. */
function specOf(kind: u32): FormatSpec {
  const spec = changetype<FormatSpec>(SPEC);
  specClear(spec);
  spec.sign = flags >> 8;
  spec.alternate = flags & FLAG_ALTERNATE;
  spec.width = width;
  spec.precision = precision;
  spec.type = kind;
  if (flags & FLAG_LEFT) spec.align = 60;
  else if (flags & FLAG_ZERO) { spec.fill = 48; spec.zero = 1; }
  return spec;
}
function convertFloat(kind: u32, v: Value, text: bool, out: Text): bool {
  const x = text || floatPart(v) != NOTHING || intPart(v) != NOTHING ? toF64(v)
    : convertToF64(v, "float argument required, not ", "");
  if (raised()) return false;
  const spec = specOf(kind);
  if (precision < 0) spec.precision = 6;
  return formatFloat(x, spec, out);
}
