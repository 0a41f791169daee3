// io.BytesIO: a file of bytes in memory. Its contents are a bytearray, which getbuffer() shows and pins.
import { Value, RAISED, NOTHING, NOT_HANDLED, END, smallIntNew } from "../../core/value";
import { TYPE_BYTES } from "../../heap/header";
import {
  raiseNoMemory, raised, raiseWith, raiseFormat, TypeError, ValueError,
} from "../../objects/errors";
import { Args } from "../../objects/args";
import { typeBegin } from "../../objects/builder";
import { STR_MAX } from "../../objects/str";
import { NONE, TRUE } from "../../objects/singletons";
import { convertTry } from "../../objects/protocol";
import { UN_INDEX } from "../../objects/type";
import { indexOf, intPart } from "../../objects/int";
import { ListObject, listNew, listAppend } from "../../objects/list";
import { Buffer, BUFFER_BYTES, getBuffer, tryBuffer } from "../../objects/buffer";
import { BlockObject, blockResize, blockUnpinned, bytesNew, bytearrayNew } from "../../objects/bytes";
import { memoryviewNew } from "../../objects/memoryview";
import { findByte } from "../../objects/str_search";
import {
  StreamObject, STREAM_CLOSED, BUFFERED_IO_BASE_TYPE, streamNew, streamOpen, streamMark, isNone,
} from "./base";
import { literalOf } from "../../objects/text";

export const BYTES_IO_TYPE: usize = memory.data(TYPE_BYTES, 16);
const INFO: usize = memory.data(BUFFER_BYTES, 8);

@inline function stream(v: Value): StreamObject { return changetype<StreamObject>(<usize>v); }
@inline function block(s: StreamObject): BlockObject { return changetype<BlockObject>(<usize>s.buffer); }

/** A size argument: None and below 0 mean all. Test raised(). */
export function sizeArgument(v: Value): i64 {
  if (isNone(v)) return -1;
  if (intPart(v) == NOTHING && convertTry(UN_INDEX, v) == NOT_HANDLED) {
    raiseWith(TypeError, "argument should be integer or None, not '%t'", v);
    return 0;
  }
  return indexOf(v);
}
function negative(before: string, n: i64): Value {
  return raiseFormat(ValueError, "%l%d", literalOf(before), n);
}

function BytesIO_new(args: Args, n: i32): Value {
  const s = streamNew(BYTES_IO_TYPE);
  if (changetype<usize>(s) == 0) return RAISED;
  s.buffer = bytearrayNew(0, 0);
  if (s.buffer == RAISED) return RAISED;
  const v = <u64>changetype<usize>(s);
  return args.at(0) != <u64>BYTES_IO_TYPE || fill(s, args.at(1)) ? v : RAISED;
}
/** Sets the contents from the constructor's argument. */
function fill(s: StreamObject, initial: Value): bool {
  if (isNone(initial)) return true;
  const info = changetype<Buffer>(INFO);
  if (!getBuffer(initial, info, false)) return false;
  if (!blockResize(block(s), info.lengthBytes)) return false;
  memory.copy(block(s).data, info.data, info.lengthBytes);
  return true;
}
function BytesIO_init(args: Args, n: i32): Value {
  const s = stream(args.at(0));
  if (!blockResize(block(s), 0)) return RAISED;
  s.position = 0;
  s.flags &= ~STREAM_CLOSED;
  return fill(s, args.at(1)) ? NONE : RAISED;
}
/** Bytes from the position on, at most `size` (below 0: all). */
function available(s: StreamObject, size: i64): u32 {
  const length = block(s).lengthBytes;
  const left = s.position < length ? length - s.position : 0;
  return size < 0 || size > <i64>left ? left : <u32>size;
}
function take(s: StreamObject, count: u32): Value {
  const r = bytesNew(block(s).data + (count == 0 ? 0 : s.position), count);
  if (r != RAISED) s.position += count;
  return r;
}
function BytesIO_read(args: Args, n: i32): Value {
  const s = stream(args.at(0));
  if (!streamOpen(s)) return RAISED;
  const size = sizeArgument(n > 1 ? args.at(1) : NONE);
  return raised() ? RAISED : take(s, available(s, size));
}
/** Bytes to the end of the line, at most `size`. */
function lineLength(s: StreamObject, size: i64): u32 {
  const most = available(s, size);
  const at = most == 0 ? -1 : findByte(block(s).data + s.position, most, 10);
  return at < 0 ? most : <u32>at + 1;
}
function BytesIO_readline(args: Args, n: i32): Value {
  const s = stream(args.at(0));
  if (!streamOpen(s)) return RAISED;
  const size = sizeArgument(n > 1 ? args.at(1) : NONE);
  return raised() ? RAISED : take(s, lineLength(s, size));
}
/** readlines(hint): lines until `hint` bytes are reached. */
function BytesIO_readlines(args: Args, n: i32): Value {
  const s = stream(args.at(0));
  if (!streamOpen(s)) return RAISED;
  const hint = sizeArgument(n > 1 ? args.at(1) : NONE);
  if (raised()) return RAISED;
  const out = listNew(0);
  if (out == RAISED) return RAISED;
  let sum: i64 = 0;
  while (true) {
    const length = lineLength(s, -1);
    if (length == 0) return out;
    const line = take(s, length);
    if (line == RAISED || !listAppend(changetype<ListObject>(<usize>out), line)) return RAISED;
    sum += length;
    if (hint > 0 && sum >= hint) return out;
  }
}
function BytesIO_next(v: Value): Value {
  const s = stream(v);
  if (!streamOpen(s)) return RAISED;
  const length = lineLength(s, -1);
  return length == 0 ? END : take(s, length);
}
function BytesIO_readinto(args: Args, n: i32): Value {
  const s = stream(args.at(0));
  if (!streamOpen(s)) return RAISED;
  const info = changetype<Buffer>(INFO);
  if (!tryBuffer(args.at(1), info, true)) {
    return raised() ? RAISED
      : raiseWith(TypeError, "readinto() argument must be read-write bytes-like object, not %t", args.at(1));
  }
  const count = available(s, info.lengthBytes);
  memory.copy(info.data, block(s).data + (count == 0 ? 0 : s.position), count);
  s.position += count;
  return smallIntNew(count);
}
/** write(bytes-like) -> number of bytes; as in MicroPython also write(b, most) and write(b, offset, most). */
function BytesIO_write(args: Args, n: i32): Value {
  const s = stream(args.at(0));
  if (!streamOpen(s) || !blockUnpinned(block(s))) return RAISED;
  const info = changetype<Buffer>(INFO);
  if (!getBuffer(args.at(1), info, false)) return RAISED;
  let count = info.lengthBytes, skip: u32 = 0;
  if (n > 2) {
    const most = indexOf(args.at(n - 1));
    if (raised()) return RAISED;
    const offset = n > 3 ? indexOf(args.at(2)) : 0;
    if (raised()) return RAISED;
    skip = offset < 0 ? 0 : offset > <i64>count ? count : <u32>offset;
    count -= skip;
    if (most >= 0 && most < <i64>count) count = <u32>most;
    if (!getBuffer(args.at(1), info, false)) return RAISED;
  }
  const b = block(s), length = b.lengthBytes;
  if (count == 0) return smallIntNew(0);
  const end = <u64>s.position + count;
  if (end > <u64>STR_MAX) return raiseNoMemory(STR_MAX);
  const from = info.data + skip;
  if (end > length) {
    if (!blockResize(b, <u32>end)) return RAISED;
    if (s.position > length) memory.fill(b.data + length, 0, s.position - length);
  }
  memory.copy(b.data + s.position, from, count);
  s.position = <u32>end;
  return smallIntNew(count);
}
function BytesIO_seek(args: Args, n: i32): Value {
  const s = stream(args.at(0));
  if (!streamOpen(s)) return RAISED;
  let offset = indexOf(args.at(1));
  if (raised()) return RAISED;
  const whence = n > 2 ? indexOf(args.at(2)) : 0;
  if (raised()) return RAISED;
  if (whence == 0 && offset < 0) return negative("negative seek value ", offset);
  if (whence < 0 || whence > 2) {
    return raiseWith(ValueError, "invalid whence (%d, should be 0, 1 or 2)", whence);
  }
  if (whence == 1) offset += s.position;
  else if (whence == 2) offset += block(s).lengthBytes;
  if (offset < 0) offset = 0;
  s.position = offset > <i64>STR_MAX ? STR_MAX : <u32>offset;
  return smallIntNew(s.position);
}
function BytesIO_tell(args: Args, n: i32): Value {
  return streamOpen(stream(args.at(0))) ? smallIntNew(stream(args.at(0)).position) : RAISED;
}
function BytesIO_truncate(args: Args, n: i32): Value {
  const s = stream(args.at(0));
  if (!streamOpen(s)) return RAISED;
  let size: i64 = s.position;
  if (n > 1 && args.at(1) != NONE) size = sizeArgument(args.at(1));
  if (raised()) return RAISED;
  if (size < 0) return negative("negative size value ", size);
  if (size < <i64>block(s).lengthBytes && !blockResize(block(s), <u32>size)) return RAISED;
  return smallIntNew(size);
}
function BytesIO_getvalue(args: Args, n: i32): Value {
  const s = stream(args.at(0));
  return streamOpen(s) ? bytesNew(block(s).data, block(s).lengthBytes) : RAISED;
}
function BytesIO_getbuffer(args: Args, n: i32): Value {
  const s = stream(args.at(0));
  return streamOpen(s) ? memoryviewNew(s.buffer) : RAISED;
}
export function memory_true(args: Args, n: i32): Value { return streamOpen(stream(args.at(0))) ? TRUE : RAISED; }

export function bytesIOInstall(): void {
  const t = typeBegin(BYTES_IO_TYPE, "BytesIO", BUFFERED_IO_BASE_TYPE, streamMark);
  t.constructDef(BytesIO_new, "initial_bytes=");
  t.def("__init__", BytesIO_init, "initial_bytes=");
  t.type().next = BytesIO_next.index;
  t.method("read", BytesIO_read, 0, 1);
  t.method("read1", BytesIO_read, 0, 1);
  t.method("readline", BytesIO_readline, 0, 1);
  t.method("readlines", BytesIO_readlines, 0, 1);
  t.method("readinto", BytesIO_readinto, 1, 1);
  t.method("readinto1", BytesIO_readinto, 1, 1);
  t.method("write", BytesIO_write, 1, 3);
  t.method("seek", BytesIO_seek, 1, 2);
  t.method("tell", BytesIO_tell, 0, 0);
  t.method("truncate", BytesIO_truncate, 0, 1);
  t.method("getvalue", BytesIO_getvalue, 0, 0);
  t.method("getbuffer", BytesIO_getbuffer, 0, 0);
  t.method("readable", memory_true, 0, 0);
  t.method("writable", memory_true, 0, 0);
  t.method("seekable", memory_true, 0, 0);
}
