// Text of files: cutting the buffer into lines and characters, decoding, newlines.
import { Value, RAISED, NOTHING } from "../../core/value";
import { utf8Invalid, utf8SequenceLength } from "../../core/utf8";
import { StrObject, STR_ASCII, strNew } from "../../objects/str";
import { bytesNew, bytesFinish } from "../../objects/bytes";
import { findByte } from "../../objects/str_search";
import { decodeBytes, encodeStr } from "../../objects/str_codec";
import { FileObject, fileFill, fileWrite } from "./file";
import { NEWLINE_CR, NEWLINE_CRLF, NEWLINE_UNIVERSAL, lineEnd, translated } from "./newlines";

@inline function optional(v: Value): StrObject { return changetype<StrObject>(<usize>v); }

/** The next `bytes` bytes of the buffer as str. Raises UnicodeDecodeError, MemoryError. */
function takeText(f: FileObject, bytes: u32): Value {
  let at = f.data + f.from;
  f.from += bytes;
  let copy: Value = NOTHING;
  if (f.newline == NEWLINE_UNIVERSAL && bytes != 0 && findByte(at, bytes, 13) >= 0) {
    copy = bytesFinish(translated(at, bytes, NEWLINE_UNIVERSAL));
    if (copy == RAISED) return RAISED;
    at = changetype<StrObject>(<usize>copy).data;
    bytes = changetype<StrObject>(<usize>copy).lengthBytes;
  }
  if (f.singleBytes == 0 && f.encoding == NOTHING && utf8Invalid(at, bytes, false) < 0)
    return strNew(at, bytes);
  const object = copy != NOTHING ? copy : bytesNew(at, bytes);
  return object == RAISED ? RAISED : decodeBytes(at, bytes, object, optional(f.encoding),
    optional(f.errors));
}

/** The next line, at most `limit` characters (below 0: any number); the empty str at the end. */
export function fileLine(f: FileObject, limit: i64): Value {
  let last = false, seen: u32 = 0;
  while (true) {
    const bytes = f.to - f.from;
    // What was searched without success need not be searched again, but its last byte may be a \r.
    const skip = seen > 0 ? seen - 1 : 0;
    let n: u32 = bytes == 0 ? 0 : lineEnd(f.newline, f.data + f.from + skip, bytes - skip, last);
    if (n != 0) n += skip;
    if (limit >= 0) {
      const most = prefix(f, limit, n != 0 ? n : bytes, last);
      if (most > 0 || limit == 0) { if (n == 0 || most < n) return takeText(f, most); }
    }
    if (n != 0) return takeText(f, n);
    if (last) return takeText(f, bytes);
    seen = bytes;
    const got = fileFill(f);
    if (got < 0) return RAISED;
    last = got == 0;
  }
}
/** Bytes of the first `count` characters in the first `bytes` of the buffer, translated newlines
 *  counted once; 0 if they do not reach (or might go on: \r at the end, half a character) and more
 *  may come. */
function prefix(f: FileObject, count: i64, bytes: u32, last: bool): u32 {
  const begin = f.data + f.from;
  let at: u32 = 0;
  for (let n: i64 = 0; n < count; n++) {
    if (at >= bytes) return last ? bytes : 0;
    const b = load<u8>(begin + at);
    let width: u32 = f.singleBytes != 0 || b < 0xc0 ? 1 : utf8SequenceLength(b);
    if (b == 13 && f.newline == NEWLINE_UNIVERSAL) {
      if (at + 1 == bytes && !last) return 0;
      if (at + 1 < bytes && load<u8>(begin + at + 1) == 10) width = 2;
    }
    if (at + width > bytes) return last ? bytes : 0;
    at += width;
  }
  return at;
}
/** At most `count` characters; below 0: all that are left. */
export function fileText(f: FileObject, count: i64): Value {
  let last = false;
  while (true) {
    const bytes = f.to - f.from;
    if (count >= 0) {
      const n = count == 0 ? 0 : bytes == 0 ? 0 : prefix(f, count, bytes, last);
      if (n != 0 || count == 0) return takeText(f, n);
    }
    if (last) return takeText(f, bytes);
    const got = fileFill(f);
    if (got < 0) return RAISED;
    last = got == 0;
  }
}

/** Writes a str. False with an exception pending. */
export function fileWriteText(f: FileObject, s: StrObject): bool {
  let at = s.data, bytes = s.lengthBytes;
  if (f.encoding != NOTHING || (!(s.flags & STR_ASCII) && utf8Invalid(at, bytes, false) >= 0)) {
    const encoded = encodeStr(s, optional(f.encoding), optional(f.errors));
    if (encoded == RAISED) return false;
    at = changetype<StrObject>(<usize>encoded).data;
    bytes = changetype<StrObject>(<usize>encoded).lengthBytes;
  }
  if (f.newline != NEWLINE_CR && f.newline != NEWLINE_CRLF) return fileWrite(f, at, bytes);
  const t = translated(at, bytes, f.newline);
  if (t.failed != 0) { t.finish(); return false; }
  const ok = fileWrite(f, t.data, t.length);
  t.drop();
  return ok;
}
