// io.StringIO: a text file in memory. Its text is UTF-8 in a bytearray; positions count characters.
import { Value, RAISED, NOTHING, isSmallInt, smallIntNew } from "../../core/value";
import { TYPE_BYTES } from "../../heap/header";
import { chargeBytes } from "../../heap/events";
import { utf8Count, utf8SequenceLength } from "../../core/utf8";
import { raise, raiseNoMemory, raised, raiseWith, TypeError, OSError } from "../../objects/errors";
import { Args } from "../../objects/args";
import { textChars } from "../../objects/text";
import { typeBegin } from "../../objects/builder";
import { StrObject, STR_MAX, strNewCounted } from "../../objects/str";
import { NONE, FALSE } from "../../objects/singletons";
import { strPart } from "../../objects/protocol";
import { blockResize, blockSplice } from "../../objects/bytes";
import { findByte } from "../../objects/str_search";
import { NEWLINE_ANY, NEWLINE_LF, lineEnd, readNewline, translated } from "./newlines";
import { StreamObject, TEXT_IO_BASE_TYPE, streamOpen, streamMark, isNone } from "./base";
import {
  blockOf, memoryNew, memoryClear, memoryReserve, seekOffset, whence, addMemoryMethods,
} from "./memory";

export const STRING_IO_TYPE: usize = memory.data(TYPE_BYTES, 16);

@inline function stream(v: Value): StreamObject { return changetype<StreamObject>(<usize>v); }

function StringIO_new(args: Args, n: i32): Value {
  const s = memoryNew(STRING_IO_TYPE);
  if (changetype<usize>(s) == 0) return RAISED;
  s.newline = NEWLINE_LF;
  const v = <u64>changetype<usize>(s);
  return args.at(0) != <u64>STRING_IO_TYPE || fill(s, args.at(1), args.at(2)) ? v : RAISED;
}
/** Sets the contents from the constructor's arguments. */
function fill(s: StreamObject, initial: Value, newline: Value): bool {
  const mode = newline == NOTHING ? <i32>NEWLINE_LF
    : readNewline(newline, "newline must be str or None, not %t");
  if (mode < 0) return false;
  s.newline = mode;
  if (isNone(initial)) return true;
  if (isSmallInt(initial)) return memoryReserve(s, initial);
  const text = strPart(initial);
  if (changetype<usize>(text) == 0) {
    raiseWith(TypeError, "initial_value must be str or None, not %t", initial);
    return false;
  }
  if (!put(s, text)) return false;
  s.position = 0;
  s.offset = 0;
  return true;
}
function StringIO_init(args: Args, n: i32): Value {
  const s = stream(args.at(0));
  return memoryClear(s) && fill(s, args.at(1), args.at(2)) ? NONE : RAISED;
}
/** Byte offset of character `index` (at most s.chars), from the known position or the beginning. */
function offsetOf(s: StreamObject, index: u32): u32 {
  const b = blockOf(s);
  if (s.chars == b.lengthBytes) return index;                   // all ASCII
  if (index >= s.chars) return b.lengthBytes;
  let at: u32 = 0, from: u32 = 0;
  if (s.position <= index) { at = s.offset; from = s.position; }
  for (; from < index; from++) at += utf8SequenceLength(load<u8>(b.data + at));
  return at;
}
/** Writes at the position, with newlines translated. False with MemoryError pending. */
function put(s: StreamObject, text: StrObject): bool {
  const data = text.data, bytes = text.lengthBytes, chars = text.lengthChars;
  if (s.newline == NEWLINE_LF || s.newline == NEWLINE_ANY
    || (findByte(data, bytes, 10) < 0 && findByte(data, bytes, 13) < 0))
      return splice(s, data, bytes, chars);
  const copy = translated(data, bytes, s.newline);
  const ok = copy.failed == 0 ? splice(s, copy.data, copy.length, textChars(copy))
    : copy.finish() != RAISED;
  copy.drop();
  return ok;
}
function splice(s: StreamObject, data: usize, bytes: u32, chars: u32): bool {
  if (chars == 0) return true;
  const b = blockOf(s);
  if (s.position > s.chars) {
    // a gap of NULs
    const gap = s.position - s.chars, end = b.lengthBytes;
    if (<u64>end + gap > <u64>STR_MAX) { raiseNoMemory(STR_MAX); return false; }
    if (!blockResize(b, end + gap)) return false;
    memory.fill(b.data + end, 0, gap);
    s.chars += gap;
    s.offset = b.lengthBytes;
  }
  const from = s.offset;
  if (<u64>from + bytes > <u64>STR_MAX) { raiseNoMemory(STR_MAX); return false; }
  // the characters that are overwritten
  const until = s.position + chars < s.chars ? offsetOf(s, s.position + chars) : b.lengthBytes;
  if (!blockSplice(b, from, until, data, bytes)) return false;
  s.position += chars;
  if (s.position > s.chars) s.chars = s.position;
  s.offset = from + bytes;
  return true;
}
/** write(str) -> number of characters. */
function StringIO_write(args: Args, n: i32): Value {
  const s = stream(args.at(0));
  if (!streamOpen(s)) return RAISED;
  const text = strPart(args.at(1));
  if (changetype<usize>(text) == 0)
    return raiseWith(TypeError, "string argument expected, got '%t'", args.at(1));
  chargeBytes(text.lengthBytes);
  return put(s, text) ? smallIntNew(text.lengthChars) : RAISED;
}
/** The next `bytes` bytes, which are `chars` characters. */
function take(s: StreamObject, bytes: u32, chars: u32): Value {
  const r = strNewCounted(blockOf(s).data + (bytes == 0 ? 0 : s.offset), bytes, chars);
  if (r != RAISED) {
    s.position += chars;
    s.offset += bytes;
  }
  return r;
}
/** The next `chars` characters, of which there are so many. */
export function textTake(s: StreamObject, chars: u32): Value {
  return take(s, chars == 0 ? 0 : offsetOf(s, s.position + chars) - s.offset, chars);
}
/** The next line, at most `size` characters (below 0: any number); the empty str at the end. */
export function textLine(s: StreamObject, size: i64): Value {
  const b = blockOf(s);
  if (s.position >= s.chars || size == 0) return take(s, 0, 0);
  const begin = b.data + s.offset, bytes = b.lengthBytes - s.offset;
  const end = lineEnd(s.newline, begin, bytes, true);
  let length = end == 0 ? bytes : end;
  let chars = utf8Count(begin, length);
  if (size >= 0 && <i64>chars > size) {
    chars = <u32>size;
    length = offsetOf(s, s.position + chars) - s.offset;
  }
  return take(s, length, chars);
}
/** seek(offset, whence=0): the new position. */
export function textSeek(s: StreamObject, args: Args, n: i32): Value {
  const offset = seekOffset(
    args, n, "Negative seek position %d", "Invalid whence (%d, should be 0, 1 or 2)");
  if (raised()) return RAISED;
  if (whence != 0 && offset != 0) return raise(OSError, "Can't do nonzero cur-relative seeks");
  if (whence == 1) return smallIntNew(s.position);
  const to = whence == 2 ? s.chars : offset > <i64>STR_MAX ? STR_MAX : <u32>offset;
  const at = offsetOf(s, to < s.chars ? to : s.chars);
  s.position = to;
  s.offset = at;
  return smallIntNew(to);
}
/** Cuts back to `size` characters. False with MemoryError pending. */
export function textTruncate(s: StreamObject, size: u32): bool {
  const at = offsetOf(s, size);
  if (!blockResize(blockOf(s), at)) return false;
  s.chars = size;
  if (s.position > size) s.offset = at;
  return true;
}
function StringIO_getvalue(args: Args, n: i32): Value {
  const s = stream(args.at(0));
  return streamOpen(s) ? strNewCounted(blockOf(s).data, blockOf(s).lengthBytes, s.chars) : RAISED;
}
function nothing(v: Value): Value { return streamOpen(stream(v)) ? NONE : RAISED; }
function no(v: Value): Value { return streamOpen(stream(v)) ? FALSE : RAISED; }

export function stringIOInstall(): void {
  const t = typeBegin(STRING_IO_TYPE, "StringIO", TEXT_IO_BASE_TYPE, streamMark);
  t.constructDef(StringIO_new, "initial_value=,newline=");
  t.def("__init__", StringIO_init, "initial_value=,newline=");
  addMemoryMethods(t);
  t.method("write", StringIO_write, 1, 1);
  t.method("getvalue", StringIO_getvalue, 0, 0);
  t.attribute("encoding", nothing);
  t.attribute("errors", nothing);
  t.attribute("newlines", nothing);
  t.attribute("line_buffering", no);
}
