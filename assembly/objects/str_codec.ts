// str.encode and bytes.decode: utf-8, ascii, latin-1, utf-16, utf-32 with CPython's error handlers.
//
// A str is UTF-8 already, in which only lone surrogates are out of order; so encoding as UTF-8 is a
// copy after a check, and decoding a check and a copy. Behaviour:
// docs.python.org/3/library/codecs.html.
import { Value, RAISED, NOTHING, smallIntNew } from "../core/value";
import { wordIndex } from "../core/words";
import { utf8Decode, utf8Invalid, utf8SequenceLength } from "../core/utf8";
import {
  raise, raiseValue, exceptionNew, raiseFormat, raiseWith, ExceptionObject, TypeError, LookupError,
  UnicodeEncodeError, UnicodeDecodeError,
} from "./errors";
import { exceptionSetField } from "./exception_fields";
import { S_encoding, S_object, S_start, S_end, S_reason } from "./names";
import { Text, textNew, literalOf } from "./text";
import { StrObject, STR_ASCII, strNew, strLiteral, strCharIndex } from "./str";
import { tupleAlloc } from "./tuple";
import { strPart } from "./protocol";
import { chargeScan, chargeWork } from "../heap/events";
import { bytesNew } from "./bytes";

const UTF8: i32 = 0, ASCII: i32 = 1, LATIN1: i32 = 2, UTF16: i32 = 3, UTF16_LE: i32 = 4,
  UTF16_BE: i32 = 5;
const UTF32: i32 = 6, UTF32_LE: i32 = 7, UTF32_BE: i32 = 8, UTF8_SIG: i32 = 9;

const STRICT: i32 = 0, IGNORE: i32 = 1, REPLACE: i32 = 2, BACKSLASH: i32 = 3, XML: i32 = 4;
const ESCAPE: i32 = 5, PASS: i32 = 6, UNKNOWN: i32 = 7;

/** Room for a normalised name. */
const NAME: usize = memory.data(32, 8);
/** Names of the encodings, four for each, in the order of their numbers. */
const ENCODINGS: string =
  "utf8|u8|cp65001|-|ascii|usascii|646|-|latin1|iso88591|l1|cp819|utf16|u16|-|-|utf16le|-|-|-|utf16be|-|-|-|utf32|u32|-|-|utf32le|-|-|-|utf32be|-|-|-|utf8sig";
/** The encoding of this name (a StrObject; 0: UTF-8), -1 with LookupError pending. */
function encodingOf(name: StrObject): i32 {
  if (changetype<usize>(name) == 0) return UTF8;
  // Letters small, all else than letters and digits dropped: utf8, latin1, iso88591 ...
  let n: u32 = 0;
  for (let i: u32 = 0; i < name.lengthBytes && n < 31; i++) {
    let b = <u32>load<u8>(name.data + i);
    if (b - 65 < 26) b += 32;
    if (b - 97 < 26 || b - 48 < 10) store<u8>(NAME + n++, <u8>b);
  }
  const number = wordIndex(ENCODINGS, NAME, n);
  if (number >= 0) return number >> 2;
  raiseWith(LookupError, "unknown encoding: %s", <u64>changetype<usize>(name));
  return -1;
}
function encodingName(encoding: i32): Value {
  const t = textNew();
  t.word("utf-8|ascii|latin-1|utf-16|utf-16-le|utf-16-be|utf-32|utf-32-le|utf-32-be|utf-8",
    encoding);
  return t.finish();
}
/** The error handler of this name; UNKNOWN is refused only when there is an error. */
function handlerOf(name: StrObject): i32 {
  if (changetype<usize>(name) == 0) return STRICT;
  const number =
    wordIndex(
      "strict|ignore|replace|backslashreplace|xmlcharrefreplace|surrogateescape|surrogatepass|namereplace",
    name.data, name.lengthBytes);
  return number < 0 ? UNKNOWN : number > PASS ? BACKSLASH : number;
}
/** Raises UnicodeEncodeError or UnicodeDecodeError(encoding, object, start, end, reason). */
function raiseUnicode(type: usize, encoding: i32, object: Value, start: i64, end: i64,
    reason: string): Value {
  const t = tupleAlloc(5);
  if (changetype<usize>(t) == 0) return RAISED;
  const name = encodingName(encoding), text = strLiteral(reason);
  if (name == RAISED || text == RAISED) return RAISED;
  t.set(0, name);
  t.set(1, object);
  t.set(2, smallIntNew(start));
  t.set(3, smallIntNew(end));
  t.set(4, text);
  const e = exceptionNew(type, <u64>changetype<usize>(t));
  if (e == RAISED) return RAISED;
  const o = changetype<ExceptionObject>(<usize>e);
  if (!exceptionSetField(o, S_encoding, name) || !exceptionSetField(o, S_object, object)
    || !exceptionSetField(o, S_start, t.at(2)) || !exceptionSetField(o, S_end, t.at(3))
    || !exceptionSetField(o, S_reason, text)) return RAISED;
  return raiseValue(e);
}
function unknownHandler(errors: StrObject): bool {
  raiseWith(LookupError, "unknown error handler name '%s'", <u64>changetype<usize>(errors));
  return false;
}

/** Reads the optional arguments encoding and errors of function `name` into codecEncoding and
 *  codecErrors: StrObjects, 0 if left out. False with TypeError pending. */
export function codecArguments(encoding: Value, errors: Value, name: string): bool {
  const none = changetype<StrObject>(0);
  codecEncoding = encoding == NOTHING ? none : strPart(encoding);
  codecErrors = errors == NOTHING ? none : strPart(errors);
  const first = encoding != NOTHING && changetype<usize>(codecEncoding) == 0;
  if (!first && (errors == NOTHING || changetype<usize>(codecErrors) != 0)) return true;
  raiseFormat(TypeError, "%l() argument '%l' must be str, not %t", literalOf(name),
    literalOf(first ? "encoding" : "errors"), first ? encoding : errors);
  return false;
}
export let codecEncoding: StrObject = changetype<StrObject>(0);
export let codecErrors: StrObject = changetype<StrObject>(0);

// ---- encoding ----

/** Appends one unit of 2 or 4 bytes. */
function unit(out: Text, n: u32, bytes: i32, big: bool): void {
  for (let i = 0; i < bytes; i++) out.byte(n >> (<u32>(big ? bytes - 1 - i : i) << 3) & 255);
}
/** Appends a code point that the encoding has. */
function put(out: Text, c: u32, encoding: i32): void {
  switch (encoding) {
    case ASCII: case LATIN1: out.byte(c); return;
    case UTF16: case UTF16_LE: case UTF16_BE: {
      const big = encoding == UTF16_BE;
      if (c >= 0x10000) {
        unit(out, 0xd800 + (c - 0x10000 >> 10), 2, big);
        unit(out, 0xdc00 + (c & 0x3ff), 2, big);
      } else {
        unit(out, c, 2, big);
      }
      return;
    }
    case UTF32: case UTF32_LE: case UTF32_BE: unit(out, c, 4, encoding == UTF32_BE); return;
    default: out.char(c);
  }
}
@inline function isSurrogate(c: u32): bool { return (c & 0xfffff800) == 0xd800; }
function encodable(c: u32, encoding: i32): bool {
  return encoding == ASCII ? c < 128 : encoding == LATIN1 ? c < 256 : !isSurrogate(c);
}
/** Appends \xNN, \uNNNN or \UNNNNNNNN. */
export function hexEscapeInto(out: Text, c: u32): void {
  const digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
  out.byte(92);
  out.byte(digits == 2 ? 120 : digits == 4 ? 117 : 85);
  out.hex(c, digits);
}
/** s.encode(encoding, errors); the names are StrObjects or 0. Raises UnicodeEncodeError,
 *  LookupError. */
export function encodeStr(s: StrObject, encodingNameOf: StrObject, errors: StrObject): Value {
  const encoding = encodingOf(encodingNameOf);
  if (encoding < 0) return RAISED;
  const ascii = (s.flags & STR_ASCII) != 0;
  if (encoding <= LATIN1 && ascii) return bytesNew(s.data, s.lengthBytes);
  if (!ascii) chargeScan(s.lengthBytes);
  if (encoding == UTF8 && utf8Invalid(s.data, s.lengthBytes, false) < 0)
    return bytesNew(s.data, s.lengthBytes);
  const out = textNew();
  if (encoding == UTF16) unit(out, 0xfeff, 2, false);
  if (encoding == UTF32) unit(out, 0xfeff, 4, false);
  if (encoding == UTF8_SIG) out.char(0xfeff);
  const handler = handlerOf(errors);
  chargeWork(s.lengthBytes);
  const end = s.data + s.lengthBytes;
  for (let at = s.data; at < end; ) {
    const c = utf8Decode(at);
    if (encodable(c, encoding)) {
      put(out, c, encoding);
      at += utf8SequenceLength(load<u8>(at));
      continue;
    }
    if (handler == UNKNOWN) { out.drop(); unknownHandler(errors); return RAISED; }
    if (handler == ESCAPE ? c < 0xdc80 || c > 0xdcff
      : handler == PASS ? !isSurrogate(c) || encoding == ASCII || encoding == LATIN1
      : handler == STRICT) {
      // the whole run of characters that cannot be encoded
      let stop = at;
      while (stop < end && !encodable(utf8Decode(stop), encoding))
        stop += utf8SequenceLength(load<u8>(stop));
      const from = <i64>strCharIndex(s, <u32>(at - s.data)),
        to = <i64>strCharIndex(s, <u32>(stop - s.data));
      out.drop();
      return raiseUnicode(UnicodeEncodeError, encoding, <u64>changetype<usize>(s), from, to,
        encoding == ASCII ? "ordinal not in range(128)" : encoding == LATIN1
          ? "ordinal not in range(256)"
        : "surrogates not allowed");
    }
    switch (handler) {
      case REPLACE: put(out, 63, encoding); break;
      case BACKSLASH:
      case XML: {
        const escape = textNew();
        if (handler == XML) escape.format("&#%d;", c); else hexEscapeInto(escape, c);
        for (let i: u32 = 0; i < escape.length; i++) put(out, load<u8>(escape.data + i), encoding);
        escape.drop();
        break;
      }
      case ESCAPE: out.byte(c - 0xdc00); break;
      case PASS: put(out, c, encoding); break;
    }
    at += utf8SequenceLength(load<u8>(at));
  }
  if (out.failed != 0) return out.finish();
  const r = bytesNew(out.data, out.length);
  out.drop();
  return r;
}

// ---- decoding ----

/** Bytes at `at` that are malformed UTF-8 together (1 to 3), by the rule of the longest good
 *  prefix. The reason is then in badReason. */
function badSequence(at: usize, end: usize): i32 {
  const a = <u32>load<u8>(at);
  badReason = 0;
  if (a < 0xc2 || a > 0xf4) return 1;
  const width = <i32>utf8SequenceLength(<u8>a);
  let low: u32 = 0x80, high: u32 = 0xbf;
  if (a == 0xe0) low = 0xa0;
  if (a == 0xed) high = 0x9f;
  if (a == 0xf0) low = 0x90;
  if (a == 0xf4) high = 0x8f;
  for (let k = 1; k < width; k++) {
    if (at + <usize>k >= end) { badReason = 2; return k; }
    const b = <u32>load<u8>(at + <usize>k);
    if (b < low || b > high) { badReason = 1; return k; }
    low = 0x80;
    high = 0xbf;
  }
  return width;
}
let badReason: i32 = 0;

// What is being decoded, for decodeError; nothing else is meanwhile.
let decodeBegin: usize = 0;
let decodeObject: Value = NOTHING;
let decodeEncoding: i32 = 0;
let decodeErrors: StrObject = changetype<StrObject>(0);
let decodeHandler: i32 = 0;
/** Handles `width` malformed bytes; appends what stands for them. False with an exception
 *  pending. */
function decodeError(out: Text, at: usize, width: i32, reason: string): bool {
  switch (decodeHandler) {
    case IGNORE: return true;
    case REPLACE: out.char(0xfffd); return true;
    case BACKSLASH:
      for (let i = 0; i < width; i++) hexEscapeInto(out, load<u8>(at + <usize>i));
      return true;
    case ESCAPE: {
      let fine = true;
      for (let i = 0; i < width; i++) if (load<u8>(at + <usize>i) < 128) fine = false;
      if (!fine) break;
      for (let i = 0; i < width; i++) out.char(0xdc00 + <u32>load<u8>(at + <usize>i));
      return true;
    }
    case XML:
      raise(TypeError, "don't know how to handle UnicodeDecodeError in error callback");
      return false;
    case UNKNOWN: return unknownHandler(decodeErrors);
  }
  const from = <i64>(at - decodeBegin);
  raiseUnicode(UnicodeDecodeError, decodeEncoding, decodeObject, from, from + width, reason);
  return false;
}
/** The str that `bytes` bytes at `at` encode. `object` goes into the error. Raises
 *  UnicodeDecodeError, LookupError. */
export function decodeBytes(at: usize, bytes: u32, object: Value, encodingNameOf: StrObject,
    errors: StrObject): Value {
  const encoding = encodingOf(encodingNameOf);
  if (encoding < 0) return RAISED;
  if (encoding == UTF8) {
    chargeScan(bytes);
    if (utf8Invalid(at, bytes, false) < 0) return strNew(at, bytes);
    return decodeSlow(at, bytes, object, UTF8, errors);
  }
  if (encoding == UTF8_SIG && bytes >= 3 && load<u16>(at) == 0xbbef && load<u8>(at, 2) == 0xbf) {
    at += 3;
    bytes -= 3;
  }
  return decodeSlow(at, bytes, object, encoding == UTF8_SIG ? UTF8 : encoding, errors);
}
function decodeSlow(begin: usize, bytes: u32, object: Value, encoding: i32,
    errors: StrObject): Value {
  decodeBegin = begin;
  decodeObject = object;
  decodeEncoding = encoding;
  decodeErrors = errors;
  decodeHandler = handlerOf(errors);
  const out = textNew(), end = begin + bytes;
  chargeWork(bytes);
  let at = begin, ok = true;
  if (encoding == LATIN1 || encoding == ASCII) {
    for (; ok && at < end; at++) {
      const b = <u32>load<u8>(at);
      if (b < 128 || encoding == LATIN1) out.char(b);
      else ok = decodeError(out, at, 1, "ordinal not in range(128)");
    }
  } else if (encoding == UTF8) {
    while (ok && at < end) {
      const good = utf8Invalid(at, <usize>(end - at), decodeHandler == PASS);
      if (good != 0) out.bytes(at, good < 0 ? <u32>(end - at) : <u32>good);
      if (good < 0) break;
      at += <usize>good;
      const width = badSequence(at, end);
      ok = decodeError(out, at, width, badReason == 0 ? "invalid start byte" : badReason == 1 ? "invalid continuation byte"
        : "unexpected end of data");
      at += <usize>width;
    }
  } else {
    ok = decodeUnits(out, begin, end, encoding);
  }
  decodeObject = NOTHING;
  if (!ok) { out.drop(); return RAISED; }
  return out.finish();
}
/** utf-16 and utf-32. */
function decodeUnits(out: Text, begin: usize, end: usize, encoding: i32): bool {
  const wide = encoding >= UTF32;
  const size: usize = wide ? 4 : 2;
  let big = encoding == UTF16_BE || encoding == UTF32_BE;
  let at = begin;
  if ((encoding == UTF16 || encoding == UTF32) && at + size <= end) {
    const mark = wide ? load<u32>(at) : <u32>load<u16>(at);
    if (mark == 0xfeff) at += size;
    else if (mark == (wide ? 0xfffe0000 : <u32>0xfffe)) { big = true; at += size; }
  }
  while (at < end) {
    if (at + size > end) return decodeError(out, at, <i32>(end - at), "truncated data");
    let c = wide ? load<u32>(at) : <u32>load<u16>(at);
    if (big) c = wide ? bswap<u32>(c) : <u32>bswap<u16>(<u16>c);
    if (!isSurrogate(c) && c <= 0x10ffff) { out.char(c); at += size; continue; }
    if (!wide && c < 0xdc00 && at + 4 <= end) {
      let d = <u32>load<u16>(at, 2);
      if (big) d = <u32>bswap<u16>(<u16>d);
      if ((d & 0xfc00) == 0xdc00) {
        out.char(0x10000 + ((c & 0x3ff) << 10 | d & 0x3ff));
        at += 4;
        continue;
      }
    }
    if (decodeHandler == PASS && c <= 0x10ffff) { out.char(c); at += size; continue; }
    if (!decodeError(out, at, <i32>size, c > 0x10ffff ? "code point not in range(0x110000)" : wide
        ? "code point in surrogate code point range(0xd800, 0xe000)"
      : "illegal encoding")) return false;
    at += size;
  }
  return true;
}

/** How a file of this encoding (0: UTF-8) is cut into characters: 0 as UTF-8, 1 a byte each. -1
 *  with LookupError pending: unknown, or its characters have other widths. */
export function fileEncoding(name: StrObject): i32 {
  const encoding = encodingOf(name);
  if (encoding == UTF8 || encoding == UTF8_SIG) return 0;
  if (encoding == ASCII || encoding == LATIN1) return 1;
  if (encoding >= 0)
    raiseWith(LookupError, "not an encoding of text files: %s", <u64>changetype<usize>(name));
  return -1;
}
