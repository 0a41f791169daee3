// format(), f-strings and str.format: fields, conversions, nested specs, __format__.
//
// The specs of numbers are obeyed by number_format.ts, that of str here. Everything appends to a
// Text. Behaviour: docs.python.org/3/library/string.html#formatstrings.
import { Value, RAISED, NOTHING, isSmallInt, smallInt, smallIntNew } from "../core/value";
import { typeOf, isExactly } from "../heap/header";
import { rootsMark, keep, release } from "../heap/roots";
import { utf8Decode, utf8SequenceLength } from "../core/utf8";
import {
  raise, raiseArg, raised, raiseWith, raiseFormat, TypeError, ValueError, IndexError, KeyError,
} from "./errors";
import { Args } from "./args";
import { Text, textNew } from "./text";
import { StrObject, STR_TYPE, strOfInt, strNew, strByteOffset, internStr, emptyStr } from "./str";
import { TableObject, tableGet } from "./table";
import { NativeFunction, NATIVE_TYPE } from "./native";
import { TypeObject } from "./type";
import { strPart, strInto, strOf, reprOf, getItem } from "./protocol";
import { callSpecial } from "./instance";
import { getAttr, typeLookup } from "./attributes";
import { intPart } from "./int";
import { floatPart, toF64 } from "./float";
import { COMPLEX_TYPE, ComplexObject } from "./complex";
import { payloadOf } from "./protocol";
import { FormatSpec, FORMAT_SPEC_BYTES, parseSpec, digits } from "./format_spec";
import { formatInt, formatFloat, formatComplex } from "./number_format";
import { hexEscapeInto } from "./str_codec";
import { S___format__ } from "./names";

const SPEC: usize = memory.data(FORMAT_SPEC_BYTES, 8);

/** The native that types without formatting of their own have as __format__. */
function isPlainFormat(f: Value): bool {
  return isExactly(f, NATIVE_TYPE) && changetype<NativeFunction>(<usize>f).fn
    == object_format.index;
}
/** Appends format(v, spec); spec: a StrObject. A safepoint for instances of Python classes. False
 *  with an exception pending. */
export function formatInto(v: Value, spec: StrObject, out: Text): bool {
  if (spec.lengthBytes == 0) {
    if (isExactly(v, STR_TYPE)) { out.str(v); return true; }
    if (isSmallInt(v)) { out.int(smallInt(v)); return true; }
  }
  // Ints and strs themselves have nothing to look up.
  if (isSmallInt(v) || isExactly(v, STR_TYPE)) return formatPlain(v, spec, out);
  const type = typeOf(v);
  if (changetype<TypeObject>(type).native != type || changetype<TypeObject>(type).dict != 0) {
    const f = typeLookup(type, S___format__);
    if (f != NOTHING && !isPlainFormat(f)) return formatByMethod(f, v, spec, out);
  }
  return formatPlain(v, spec, out);
}
/** By the type's own __format__. */
function formatByMethod(f: Value, v: Value, spec: StrObject, out: Text): bool {
  const base = rootsMark();
  keep(out.value());
  const r = callSpecial(f, v, 1, <u64>changetype<usize>(spec), NOTHING);
  release(base);
  if (r == RAISED) return false;
  const s = strPart(r);
  if (changetype<usize>(s) == 0) {
    raiseWith(TypeError, "__format__ must return a str, not %t", r);
    return false;
  }
  out.bytes(s.data, s.lengthBytes);
  return true;
}
/** Without looking for __format__: what object, str, int, float and complex do. */
function formatPlain(v: Value, spec: StrObject, out: Text): bool {
  if (spec.lengthBytes == 0) return strInto(v, out);
  const s = strPart(v);
  if (changetype<usize>(s) != 0) return formatStr(s, spec, v, out);
  const parsed = changetype<FormatSpec>(SPEC);
  const text = <u64>changetype<usize>(spec);
  const int = intPart(v);
  if (int != NOTHING) return parseSpec(text, parsed, v) && formatInt(int, parsed, out);
  if (floatPart(v) != NOTHING) {
    if (!parseSpec(text, parsed, v)) return false;
    return formatFloat(toF64(floatPart(v)), parsed, out);
  }
  const complex = changetype<ComplexObject>(payloadOf(v, COMPLEX_TYPE));
  if (changetype<usize>(complex) != 0) {
    return parseSpec(text, parsed, v) && formatComplex(complex.re, complex.im, parsed, out);
  }
  raiseWith(TypeError, "unsupported format string passed to %t.__format__", v);
  return false;
}
function formatStr(s: StrObject, text: StrObject, v: Value, out: Text): bool {
  const spec = changetype<FormatSpec>(SPEC);
  if (!parseSpec(<u64>changetype<usize>(text), spec, v)) return false;
  if (spec.type != 0 && spec.type != 115) {
    raiseFormat(ValueError, "Unknown format code '%c' for object of type '%t'", spec.type, v);
    return false;
  }
  if (spec.sign != 0) {
    return refuse(spec.sign == 32 ? "Space not allowed in string format specifier"
      : "Sign not allowed in string format specifier");
  }
  if (spec.z) return refuse("Negative zero coercion (z) not allowed in string format specifier");
  if (spec.alternate) return refuse("Alternate form (#) not allowed in string format specifier");
  if (spec.grouping != 0) {
    return refuse(spec.grouping == 44 ? "Cannot specify ',' with 's'."
      : "Cannot specify '_' with 's'.");
  }
  let align = spec.align;
  if (align == 61) {
    if (!spec.zero || hasByte(text, 61))
      return refuse("'=' alignment not allowed in string format specifier");
    align = 60;
  }
  let bytes = s.lengthBytes, chars = s.lengthChars;
  if (spec.precision >= 0 && <u32>spec.precision < chars) {
    chars = spec.precision;
    bytes = strByteOffset(s, chars);
  }
  appendPadded(out, s.data, bytes, chars, align == 0 ? 60 : align, spec.fill, spec.width);
  return true;
}
function hasByte(s: StrObject, b: u8): bool {
  for (let i: u32 = 0; i < s.lengthBytes; i++) if (load<u8>(s.data + i) == b) return true;
  return false;
}
/** Appends `bytes` bytes (`chars` characters) of text, padded to `width` characters; align: `<` `>`
 *  `^`. */
export function appendPadded(out: Text, at: usize, bytes: u32, chars: u32, align: u32, fill: u32,
    width: i32): void {
  const pad: u32 = width > <i32>chars ? <u32>width - chars : 0;
  const left: u32 = align == 62 ? pad : align == 94 ? pad >> 1 : 0;
  appendFill(out, fill, left);
  out.bytes(at, bytes);
  appendFill(out, fill, pad - left);
}
function appendFill(out: Text, fill: u32, count: u32): void {
  if (fill < 128) { if (count != 0) out.pad(<u8>fill, count); return; }
  for (let i: u32 = 0; i < count && out.failed == 0; i++) out.char(fill);
}

/** format(v, spec): a str. spec: a str. A safepoint for instances of Python classes. */
export function formatValue(v: Value, spec: Value): Value {
  const s = strPart(spec);
  if (changetype<usize>(s) == 0)
    return raiseWith(TypeError, "format() argument 2 must be str, not %t", spec);
  if (s.lengthBytes == 0) {
    if (isExactly(v, STR_TYPE)) return v;
    if (isSmallInt(v)) return strOfInt(smallInt(v));
  }
  const out = textNew();
  const base = rootsMark();
  keep(v); keep(spec); keep(out.value());
  const ok = formatInto(v, s, out);
  release(base);
  return finished(ok, out);
}
/** The text as a str; RAISED if it failed. */
function finished(ok: bool, out: Text): Value {
  if (ok) return out.finish();
  out.drop();
  return RAISED;
}
/** v.__format__(spec) of object, str, int ... */
export function object_format(args: Args, n: i32): Value {
  const spec = strPart(args.at(1));
  if (changetype<usize>(spec) == 0) {
    return raiseWith(TypeError, "__format__() argument must be str, not %t", args.at(1));
  }
  const out = textNew();
  const base = rootsMark();
  keep(out.value());
  const ok = formatPlain(args.at(0), spec, out);
  release(base);
  return finished(ok, out);
}

/** Appends ascii(v): repr with all beyond ASCII escaped. False with an exception pending. */
export function asciiInto(v: Value, out: Text): bool {
  const r = reprOf(v);
  if (r == RAISED) return false;
  const s = changetype<StrObject>(<usize>r), end = s.data + s.lengthBytes;
  for (let at = s.data; at < end; ) {
    const c = utf8Decode(at);
    if (c < 128) out.byte(c); else hexEscapeInto(out, c);
    at += utf8SequenceLength(load<u8>(at));
  }
  return true;
}
/** ascii(v), a str. */
export function asciiOf(v: Value): Value {
  const out = textNew();
  const base = rootsMark();
  keep(out.value());
  const ok = asciiInto(v, out);
  release(base);
  return ok ? out.finish() : RAISED;
}

// ---- str.format ----

/** Number of the next automatic field; AUTO_MANUAL after a numbered one. Saved by each
 *  str.format. */
let autoNext: i32 = 0;
const AUTO_MANUAL: i32 = -1;

/** What the fields refer to. */
let fieldArgs: Args = changetype<Args>(0);
let fieldCount: i32 = 0;
/** A dict of keywords (NOTHING: none), or the mapping of format_map. */
let fieldNames: Value = NOTHING;
/** format_map: positional fields are refused, fieldNames is any mapping. */
let fieldMapping: bool = false;

function runFormat(format: StrObject, args: Args, count: i32, names: Value, mapping: bool): Value {
  const out = textNew();
  const base = rootsMark();
  keep(out.value()); keep(names); keep(<u64>changetype<usize>(format));
  const savedAuto = autoNext, savedArgs = fieldArgs, savedCount = fieldCount,
    savedNames = fieldNames;
  const savedMapping = fieldMapping;
  autoNext = 0;
  fieldArgs = args;
  fieldCount = count;
  fieldNames = names;
  fieldMapping = mapping;
  const ok = formatFields(format, format.data, format.data + format.lengthBytes, out, 2);
  autoNext = savedAuto;
  fieldArgs = savedArgs;
  fieldCount = savedCount;
  fieldNames = savedNames;
  fieldMapping = savedMapping;
  release(base);
  return finished(ok, out);
}
/** s.format(*args, **kwargs). */
export function str_format(args: Args, n: i32): Value {
  return runFormat(changetype<StrObject>(<usize>args.at(0)), args.from(1), n - 1, args.at(n),
    false);
}
/** s.format_map(mapping). */
export function str_format_map(args: Args, n: i32): Value {
  return runFormat(changetype<StrObject>(<usize>args.at(0)), args, 0, args.at(1), true);
}
function refuse(message: string): bool { raise(ValueError, message); return false; }

/** Appends the text at..end with its fields filled in. The bytes belong to a str that is kept. */
function formatFields(owner: StrObject, at: usize, end: usize, out: Text, depth: i32): bool {
  if (depth <= 0) return refuse("Max string recursion exceeded");
  while (at < end) {
    let run = at;
    while (run < end && load<u8>(run) != 123 && load<u8>(run) != 125) run++;
    out.bytes(at, <u32>(run - at));
    if (run == end) return true;
    const brace = load<u8>(run);
    at = run + 1;
    if (at < end && load<u8>(at) == brace) { out.byte(brace); at++; continue; }
    if (brace == 125) return refuse("Single '}' encountered in format string");
    if (at == end) return refuse("Single '{' encountered in format string");
    // the field's name
    const name = at;
    let bracket = false;
    let c: u8 = 0;
    for (; at < end; at++) {
      c = load<u8>(at);
      if (c == 123) return refuse("unexpected '{' in field name");
      if (c == 91) { bracket = true; continue; }
      if (c == 93) { bracket = false; continue; }
      if (!bracket && (c == 125 || c == 58 || c == 33)) break;
      if (bracket) continue;
    }
    if (at == end) return refuse("expected '}' before end of string");
    const nameEnd = at++;
    let conversion: u32 = 0, spec: usize = 0, specEnd: usize = 0, nested = false;
    if (c == 33) {
      if (at == end) return refuse("end of string while looking for conversion specifier");
      conversion = utf8Decode(at);
      at += utf8SequenceLength(load<u8>(at));
      if (at >= end) return refuse("unmatched '{' in format spec");
      c = load<u8>(at++);
      if (c != 58 && c != 125) return refuse("expected ':' after conversion specifier");
    }
    if (c == 58) {
      spec = at;
      let open = 1;
      for (; at < end; at++) {
        c = load<u8>(at);
        if (c == 123) { nested = true; open++; }
        else if (c == 125) { open--; if (open == 0) break; }
      }
      if (at == end) return refuse("unmatched '{' in format spec");
      specEnd = at++;
    }
    if (!formatField(name, nameEnd, conversion, spec, specEnd, nested, out, depth)) return false;
  }
  return true;
}
/** One field: finds its value, converts it, formats it. */
function formatField(name: usize, nameEnd: usize, conversion: u32, spec: usize, specEnd: usize,
  nested: bool,
  out: Text, depth: i32): bool {
  const base = rootsMark();
  let ok = false;
  let v = fieldValue(name, nameEnd);
  if (v != RAISED) {
    keep(v);
    if (conversion != 0) v = converted(v, conversion);
    if (v != RAISED) {
      keep(v);
      if (spec == specEnd) {
        ok = formatInto(v, changetype<StrObject>(<usize>emptyStr()), out);
      } else {
        let text = RAISED;
        if (nested) {
          const inner = textNew();
          keep(inner.value());
          if (formatFields(changetype<StrObject>(0), spec, specEnd, inner, depth - 1))
            text = inner.finish();
          else inner.drop();
        } else {
          text = strNew(spec, <u32>(specEnd - spec));
        }
        if (text != RAISED) {
          keep(text);
          ok = formatInto(v, changetype<StrObject>(<usize>text), out);
        }
      }
    }
  }
  release(base);
  return ok;
}
/** !r, !s, !a. */
function converted(v: Value, conversion: u32): Value {
  if (conversion == 114) return reprOf(v);
  if (conversion == 115) return strOf(v);
  if (conversion == 97) return asciiOf(v);
  return raiseWith(ValueError, conversion > 32 && conversion < 127
    ? "Unknown conversion specifier %c"
    : "Unknown conversion specifier \\x%x", conversion);
}
/** The value that a field's name stands for: `0.attr[key]`. */
function fieldValue(at: usize, end: usize): Value {
  let stop = at;
  while (stop < end && load<u8>(stop) != 46 && load<u8>(stop) != 91) stop++;
  let index = digits(at, stop);
  if (index == -2) return RAISED;
  let v: Value;
  if (at == stop || index >= 0) {
    if (at == stop) {
      if (autoNext == AUTO_MANUAL) {
        return raise(ValueError,
          "cannot switch from manual field specification to automatic field numbering");
      }
      index = autoNext++;
    } else {
      if (autoNext > 0) {
        return raise(ValueError,
          "cannot switch from automatic field numbering to manual field specification");
      }
      autoNext = AUTO_MANUAL;
    }
    if (fieldMapping) return raise(ValueError, "Format string contains positional fields");
    if (index >= fieldCount) {
      return raiseWith(IndexError, "Replacement index %d out of range for positional args tuple",
        index);
    }
    v = fieldArgs.at(index);
  } else {
    const key = strNew(at, <u32>(stop - at));
    if (key == RAISED) return RAISED;
    if (fieldMapping) {
      v = getItem(fieldNames, key);
    } else {
      v = fieldNames == NOTHING ? NOTHING : tableGet(changetype<TableObject>(<usize>fieldNames),
        key);
      if (v == NOTHING && !raised()) return raiseArg(KeyError, key);
    }
    if (v == RAISED) return RAISED;
  }
  return stop == end ? v : fieldRest(v, stop, end);
}
/** v followed by `.attr` and `[key]` parts. */
function fieldRest(v: Value, at: usize, end: usize): Value {
  const base = rootsMark(), slot = keep(v);
  while (at < end && v != RAISED) {
    const c = load<u8>(at++);
    let stop = at;
    if (c == 46) {
      while (stop < end && load<u8>(stop) != 46 && load<u8>(stop) != 91) stop++;
      if (stop == at) { v = raise(ValueError, "Empty attribute in format string"); break; }
      let name = strNew(at, <u32>(stop - at));
      if (name != RAISED) name = internStr(name);
      v = name == RAISED ? RAISED : getAttr(v, name);
      at = stop;
    } else if (c == 91) {
      while (stop < end && load<u8>(stop) != 93) stop++;
      if (stop == end) { v = raise(ValueError, "Missing ']' in format string"); break; }
      if (stop == at) { v = raise(ValueError, "Empty attribute in format string"); break; }
      const index = digits(at, stop);
      const key = index == -2 ? RAISED : index >= 0 ? smallIntNew(index)
        : strNew(at, <u32>(stop - at));
      v = key == RAISED ? RAISED : getItem(v, key);
      at = stop + 1;
    } else {
      v = raise(ValueError, "Only '.' or '[' may follow ']' in format field specifier");
      break;
    }
    store<u64>(slot, v);
  }
  release(base);
  return v;
}
