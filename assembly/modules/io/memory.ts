// What io.BytesIO and io.StringIO share. Their contents are a bytearray; positions count bytes, or
// characters.
import { Value, RAISED, NOTHING, END, smallInt, smallIntNew } from "../../core/value";
import { raised, raiseWith, ValueError } from "../../objects/errors";
import { chargeWork } from "../../heap/events";
import { Args } from "../../objects/args";
import { TypeBuilder } from "../../objects/builder";
import { STR_MAX } from "../../objects/str";
import { NONE, TRUE } from "../../objects/singletons";
import { indexOf } from "../../objects/int";
import { BlockObject, blockResize, bytearrayNew } from "../../objects/bytes";
import {
  StreamObject, STREAM_CLOSED, streamNew, streamOpen, sizeArgument, sizeOf, stream_readlines,
} from "./base";
import { STRING_IO_TYPE, textTake, textLine, textSeek, textTruncate } from "./string_io";
import { bytesTake, bytesLine } from "./bytes_io";

@inline function stream(v: Value): StreamObject { return changetype<StreamObject>(<usize>v); }
@inline function isText(s: StreamObject): bool { return s.klass == STRING_IO_TYPE; }
/** The bytearray that holds the contents. */
export function blockOf(s: StreamObject): BlockObject {
  return changetype<BlockObject>(<usize>s.buffer);
}

/** The second argument of seek, set by seekOffset. */
export let whence: i64 = 0;
/** Reads seek(offset, whence=0). The messages are those for an offset below 0 and another whence.
 *  Test raised(). */
export function seekOffset(args: Args, n: i32, negative: string, invalid: string): i64 {
  const offset = indexOf(args.at(1));
  if (raised()) return 0;
  whence = n > 2 ? indexOf(args.at(2)) : 0;
  if (raised()) return 0;
  if (whence == 0 && offset < 0) raiseWith(ValueError, negative, offset);
  else if (whence < 0 || whence > 2) raiseWith(ValueError, invalid, whence);
  return offset;
}

/** A new, empty stream. Returns 0 with MemoryError pending. */
export function memoryNew(type: usize): StreamObject {
  const s = streamNew(type);
  if (changetype<usize>(s) == 0) return s;
  s.buffer = bytearrayNew(0, 0);
  return s.buffer == RAISED ? changetype<StreamObject>(0) : s;
}
/** A number as the contents, as MicroPython has it: room for so many bytes is made. False with
 *  MemoryError pending. */
export function memoryReserve(s: StreamObject, bytes: Value): bool {
  const b = blockOf(s), n = smallInt(bytes);
  if (n > 0 && !blockResize(b, n > <i64>STR_MAX ? STR_MAX + 1 : <u32>n)) return false;
  b.lengthBytes = 0;
  return true;
}
/** Empties and opens a stream: __init__. False with BufferError pending while its buffer is
 *  shown. */
export function memoryClear(s: StreamObject): bool {
  if (!blockResize(blockOf(s), 0)) return false;
  s.position = 0;
  s.offset = 0;
  s.chars = 0;
  s.flags &= ~STREAM_CLOSED;
  return true;
}
/** Length of what a stream holds. Unit: that of its positions. */
function lengthOf(s: StreamObject): u32 { return isText(s) ? s.chars : blockOf(s).lengthBytes; }
/** What can be read from the position on, at most `size` (below 0: all). */
export function available(s: StreamObject, size: i64): u32 {
  const length = lengthOf(s), left = s.position < length ? length - s.position : 0;
  return size < 0 || size > <i64>left ? left : <u32>size;
}
/** The next line, at most `size` long (below 0: any length); empty at the end. Raises
 *  MemoryError. */
function line(s: StreamObject, size: i64): Value {
  chargeWork(4);
  return isText(s) ? textLine(s, size) : bytesLine(s, size);
}

export function memory_read(args: Args, n: i32): Value {
  const s = stream(args.at(0));
  if (!streamOpen(s)) return RAISED;
  const size = sizeOf(args, n);
  if (raised()) return RAISED;
  const count = available(s, size);
  return isText(s) ? textTake(s, count) : bytesTake(s, count);
}
function memory_readline(args: Args, n: i32): Value {
  const s = stream(args.at(0));
  if (!streamOpen(s)) return RAISED;
  const size = sizeOf(args, n);
  return raised() ? RAISED : line(s, size);
}
/** next slot. */
function memory_next(v: Value): Value {
  const s = stream(v);
  if (!streamOpen(s)) return RAISED;
  return available(s, -1) == 0 ? END : line(s, -1);
}
function memory_seek(args: Args, n: i32): Value {
  const s = stream(args.at(0));
  if (!streamOpen(s)) return RAISED;
  if (isText(s)) return textSeek(s, args, n);
  let offset = seekOffset(args, n, "negative seek value %d",
    "invalid whence (%d, should be 0, 1 or 2)");
  if (raised()) return RAISED;
  if (whence == 1) offset += s.position;
  else if (whence == 2) offset += blockOf(s).lengthBytes;
  if (offset < 0) offset = 0;
  s.position = offset > <i64>STR_MAX ? STR_MAX : <u32>offset;
  return smallIntNew(s.position);
}
function memory_tell(args: Args, n: i32): Value {
  const s = stream(args.at(0));
  return streamOpen(s) ? smallIntNew(s.position) : RAISED;
}
function memory_truncate(args: Args, n: i32): Value {
  const s = stream(args.at(0));
  if (!streamOpen(s)) return RAISED;
  const size = n > 1 && args.at(1) != NONE ? sizeArgument(args.at(1)) : s.position;
  if (raised()) return RAISED;
  if (size < 0) {
    return raiseWith(ValueError, isText(s) ? "Negative size value %d" : "negative size value %d",
      size);
  }
  if (size < <i64>lengthOf(s)) {
    if (!(isText(s) ? textTruncate(s, <u32>size) : blockResize(blockOf(s), <u32>size)))
      return RAISED;
  }
  return smallIntNew(size);
}
function memory_true(args: Args, n: i32): Value {
  return streamOpen(stream(args.at(0))) ? TRUE : RAISED;
}

/** Adds what both types have. At boot. */
export function addMemoryMethods(t: TypeBuilder): void {
  t.type().next = memory_next.index;
  t.method("read", memory_read, 0, 1);
  t.method("readline", memory_readline, 0, 1);
  t.method("readlines", stream_readlines, 0, 1);
  t.method("seek", memory_seek, 1, 2);
  t.method("tell", memory_tell, 0, 0);
  t.method("truncate", memory_truncate, 0, 1);
  t.method("readable", memory_true, 0, 0);
  t.method("writable", memory_true, 0, 0);
  t.method("seekable", memory_true, 0, 0);
}
