// io.BytesIO: a file of bytes in memory. Its contents are a bytearray, which getbuffer() shows and
// pins.
import { Value, RAISED, isSmallInt, smallIntNew } from "../../core/value";
import { TYPE_BYTES } from "../../heap/header";
import { chargeBytes } from "../../heap/events";
import { raiseNoMemory, raised, raiseWith, TypeError } from "../../objects/errors";
import { Args } from "../../objects/args";
import { typeBegin } from "../../objects/builder";
import { STR_MAX } from "../../objects/str";
import { NONE } from "../../objects/singletons";
import { indexOf } from "../../objects/int";
import { Buffer, BUFFER_BYTES, getBuffer, tryBuffer } from "../../objects/buffer";
import { blockResize, blockUnpinned, bytesNew } from "../../objects/bytes";
import { memoryviewNew } from "../../objects/memoryview";
import { findByte } from "../../objects/str_search";
import { StreamObject, BUFFERED_IO_BASE_TYPE, streamOpen, streamMark, isNone } from "./base";
import { blockOf, memoryNew, memoryClear, memoryReserve, available, memory_read,
  addMemoryMethods } from "./memory";

export const BYTES_IO_TYPE: usize = memory.data(TYPE_BYTES, 16);
const INFO: usize = memory.data(BUFFER_BYTES, 8);

@inline function stream(v: Value): StreamObject { return changetype<StreamObject>(<usize>v); }

function BytesIO_new(args: Args, n: i32): Value {
  const s = memoryNew(BYTES_IO_TYPE);
  if (changetype<usize>(s) == 0) return RAISED;
  const v = <u64>changetype<usize>(s);
  return args.at(0) != <u64>BYTES_IO_TYPE || fill(s, args.at(1)) ? v : RAISED;
}
/** Sets the contents from the constructor's argument. */
function fill(s: StreamObject, initial: Value): bool {
  if (isNone(initial)) return true;
  if (isSmallInt(initial)) return memoryReserve(s, initial);
  const info = changetype<Buffer>(INFO);
  if (!getBuffer(initial, info, false)) return false;
  if (!blockResize(blockOf(s), info.lengthBytes)) return false;
  memory.copy(blockOf(s).data, info.data, info.lengthBytes);
  return true;
}
function BytesIO_init(args: Args, n: i32): Value {
  const s = stream(args.at(0));
  return memoryClear(s) && fill(s, args.at(1)) ? NONE : RAISED;
}
/** The next `count` bytes, of which there are so many. */
export function bytesTake(s: StreamObject, count: u32): Value {
  const r = bytesNew(blockOf(s).data + (count == 0 ? 0 : s.position), count);
  if (r != RAISED) s.position += count;
  return r;
}
/** The next line, at most `size` bytes of it; empty at the end. */
export function bytesLine(s: StreamObject, size: i64): Value {
  const most = available(s, size);
  const at = most == 0 ? -1 : findByte(blockOf(s).data + s.position, most, 10);
  return bytesTake(s, at < 0 ? most : <u32>at + 1);
}
/** readinto(buffer[, most]) of all streams: fills `info`, cut to `most` bytes (MicroPython's).
 *  False with an exception pending. */
export function readintoBuffer(args: Args, n: i32, info: Buffer): bool {
  let most: i64 = -1;
  if (n > 2) {
    most = indexOf(args.at(2));
    if (raised()) return false;
  }
  if (!tryBuffer(args.at(1), info, true)) {
    if (!raised())
      raiseWith(TypeError, "readinto() argument must be read-write bytes-like object, not %t",
        args.at(1));
    return false;
  }
  if (<u64>most < info.lengthBytes) info.lengthBytes = <u32>most;
  return true;
}
function BytesIO_readinto(args: Args, n: i32): Value {
  const s = stream(args.at(0));
  const info = changetype<Buffer>(INFO);
  if (!streamOpen(s) || !readintoBuffer(args, n, info)) return RAISED;
  const count = available(s, info.lengthBytes);
  memory.copy(info.data, blockOf(s).data + (count == 0 ? 0 : s.position), count);
  s.position += count;
  return smallIntNew(count);
}
/** write(bytes-like) -> number of bytes; as in MicroPython also write(b, most) and write(b, offset,
 *  most). */
function BytesIO_write(args: Args, n: i32): Value {
  const s = stream(args.at(0));
  if (!streamOpen(s) || !blockUnpinned(blockOf(s))) return RAISED;
  const info = changetype<Buffer>(INFO);
  if (!getBuffer(args.at(1), info, false)) return RAISED;
  let count = info.lengthBytes, skip: u32 = 0;
  chargeBytes(count);
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
  const b = blockOf(s), length = b.lengthBytes;
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
function BytesIO_getvalue(args: Args, n: i32): Value {
  const s = stream(args.at(0));
  return streamOpen(s) ? bytesNew(blockOf(s).data, blockOf(s).lengthBytes) : RAISED;
}
function BytesIO_getbuffer(args: Args, n: i32): Value {
  const s = stream(args.at(0));
  return streamOpen(s) ? memoryviewNew(s.buffer) : RAISED;
}
export function bytesIOInstall(): void {
  const t = typeBegin(BYTES_IO_TYPE, "BytesIO", BUFFERED_IO_BASE_TYPE, streamMark);
  t.constructDef(BytesIO_new, "initial_bytes=");
  t.def("__init__", BytesIO_init, "initial_bytes=");
  addMemoryMethods(t);
  t.method("read1", memory_read, 0, 1);
  t.method("readinto", BytesIO_readinto, 1, 2);
  t.method("readinto1", BytesIO_readinto, 1, 1);
  t.method("write", BytesIO_write, 1, 3);
  t.method("getvalue", BytesIO_getvalue, 0, 0);
  t.method("getbuffer", BytesIO_getbuffer, 0, 0);
}
