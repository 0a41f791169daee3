// bytes and bytearray: layouts, making, growing. Methods: str_*.ts (shared with str),
// bytes_type.ts, bytearray.ts.
//
// A bytes object is laid out as a str (objects/str.ts), with another type word and no meaning for
// lengthChars, so it too shares growing buffers: `b += x` in a loop stays linear. bytearray and
// array have their data pointer and length at the same offsets: code that only reads takes any of
// them as a StrObject.
//
//  0      4      8        12           16        20    24    28        32
//  |klass |flags |exports |lengthBytes |capacity |data |cell |typecode |itemSize      bytearray, array
import { Value, RAISED } from "../core/value";
import { copyBytes } from "../core/utf8";
import { Header, TYPE_BYTES, klassOf } from "../heap/header";
import { allocRaw, freeRaw, cellBytes, refuse } from "../heap/allocator";
import { objectZeroed } from "./object_new";
import { chargeBytes } from "../heap/events";
import { markRaw } from "../heap/collector";
import { raise, raiseNoMemory, BufferError } from "./errors";
import { Text } from "./text";
import { StrObject, STR_TYPE, STR_MAX, strAlloc, strConcat, strSliceBytes } from "./str";

export const BYTES_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const BYTEARRAY_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const ARRAY_TYPE: usize = memory.data(TYPE_BYTES, 16);

/** A new bytes object with `n` bytes at `data`, which the caller writes. Raises MemoryError:
 *  returns 0. */
export function bytesAlloc(n: u32): StrObject {
  const s = strAlloc(n);
  if (changetype<usize>(s) != 0) s.klass = BYTES_TYPE;
  return s;
}
/** A bytes object of `n` bytes at `at`, copied. Raises MemoryError. */
export function bytesNew(at: usize, n: u32): Value {
  const s = bytesAlloc(n);
  if (changetype<usize>(s) == 0) return RAISED;
  copyBytes(s.data, at, n);
  return <u64>changetype<usize>(s);
}
/** What a Text holds as bytes; its buffer is given back. Raises MemoryError. */
export function bytesFinish(t: Text): Value {
  if (t.failed != 0) return t.finish();
  const r = bytesNew(t.data, t.length);
  t.drop();
  return r;
}

/** bytearray, array: bytes out of line that can be resized. */
@unmanaged export class BlockObject extends Header {
  /** Living memoryviews of this object: while there are any it must not be resized. */
  exports: u32;
  /** In use. Unit: bytes. */
  lengthBytes: u32;
  /** From `data` to the end of the cell. Unit: bytes. */
  capacity: u32;
  /** Address of the first byte in use: inside `cell`, behind bytes that were deleted from the
   *  front. */
  data: usize;
  /** Raw cell; 0: none. Owned. */
  cell: usize;
  /** array: the type code, a character. bytearray: `B`. */
  typecode: u32;
  /** Unit: bytes. */
  itemSize: u32;
}
if (offsetof<BlockObject>("data") != offsetof<StrObject>("data")) ERROR("BlockObject.data");
if (offsetof<BlockObject>("lengthBytes") != offsetof<StrObject>("lengthBytes"))
  ERROR("BlockObject.lengthBytes");

/** A new block object with `bytes` bytes in use, contents undefined. Raises MemoryError: returns
 *  0. */
export function blockAlloc(type: usize, typecode: u32, itemSize: u32, bytes: u32): BlockObject {
  const b = changetype<BlockObject>(objectZeroed(type, offsetof<BlockObject>()));
  if (changetype<usize>(b) == 0) return b;
  b.typecode = typecode;
  b.itemSize = itemSize;
  if (bytes != 0 && !blockResize(b, bytes)) return changetype<BlockObject>(0);
  return b;
}
/** A bytearray of `n` bytes at `at`, copied. Raises MemoryError. */
export function bytearrayNew(at: usize, n: u32): Value {
  const b = blockAlloc(BYTEARRAY_TYPE, 66, 1, n);
  if (changetype<usize>(b) == 0) return RAISED;
  memory.copy(b.data, at, n);
  return <u64>changetype<usize>(b);
}
/** mark slot of bytearray and array. */
export function blockMark(address: usize): void { markRaw(changetype<BlockObject>(address).cell); }

/** True if the block may be resized; false with BufferError pending while memoryviews of it live.
 *  Dead views that the collector has not found yet count too: the refused mark makes the
 *  interpreter collect and try the instruction once more (heap/allocator.ts). */
export function blockUnpinned(b: BlockObject): bool {
  if (b.exports == 0) return true;
  refuse(1);
  raise(BufferError, b.klass == ARRAY_TYPE ? "cannot resize an array that is exporting buffers"
    : "Existing exports of data: object cannot be re-sized");
  return false;
}
/** Sets the length in use; new bytes are undefined. Grows by an eighth more than needed. False with
 *  BufferError or MemoryError pending, nothing changed. */
export function blockResize(b: BlockObject, bytes: u32): bool {
  if (bytes == b.lengthBytes) return true;
  if (!blockUnpinned(b)) return false;
  if (bytes <= b.capacity) {
    if (bytes >= b.capacity >> 2 || b.capacity <= 64) { b.lengthBytes = bytes; return true; }
  }
  if (bytes > STR_MAX) { raiseNoMemory(bytes); return false; }
  let room = bytes;
  if (bytes > b.lengthBytes) room = bytes + (bytes >> 3) + (bytes < 9 ? 3 : 6);
  let cell = allocRaw(room);
  if (cell == 0 && room != bytes) { room = bytes; cell = allocRaw(room); }
  if (cell == 0) {
    if (bytes <= b.capacity) { b.lengthBytes = bytes; return true; }
    raiseNoMemory(bytes);
    return false;
  }
  chargeBytes(bytes);
  memory.copy(cell, b.data, bytes < b.lengthBytes ? bytes : b.lengthBytes);
  freeRaw(b.cell);
  b.cell = cell;
  b.data = cell;
  b.capacity = <u32>cellBytes(cell);
  b.lengthBytes = bytes;
  return true;
}
/** Replaces the bytes from..to by `n` bytes at `at` (which must not lie in the block; 0: leaves
 *  them undefined). False with BufferError or MemoryError pending. */
export function blockSplice(b: BlockObject, from: u32, to: u32, at: usize, n: u32): bool {
  const old = b.lengthBytes, gap = to - from;
  if (n < gap) {
    if (!blockUnpinned(b)) return false;
    if (from == 0) {
      // Deleting at the front moves nothing: queues stay linear.
      b.data += gap - n;
      b.capacity -= gap - n;
    } else {
      chargeBytes(old - to);
      memory.copy(b.data + from + n, b.data + to, old - to);
    }
    if (!blockResize(b, old - (gap - n))) return false;
  } else if (n > gap) {
    if (<u64>old + (n - gap) > <u64>STR_MAX) { raiseNoMemory(n); return false; }
    if (!blockResize(b, old + (n - gap))) return false;
    chargeBytes(old - to);
    memory.copy(b.data + from + n, b.data + to, old - to);
  }
  if (at != 0) memory.copy(b.data + from, at, n);
  return true;
}

/** The bytes from..to of a str, bytes or bytearray as an object of the same type; offsets in bytes,
 *  for a str at characters. A str or bytes itself if it is all of it. Raises MemoryError. */
export function pieceOf(self: Value, from: u32, to: u32): Value {
  const s = changetype<StrObject>(<usize>self);
  const klass = klassOf(<usize>self);
  if (klass == STR_TYPE) return strSliceBytes(s, from, to);
  if (to < from) to = from;
  if (klass == BYTEARRAY_TYPE) return bytearrayNew(s.data + from, to - from);
  if (from == 0 && to == s.lengthBytes) return self;
  return bytesNew(s.data + from, to - from);
}
/** left + right, both bytes objects. Raises MemoryError. */
export function bytesConcat(left: StrObject, right: StrObject): Value {
  const v = strConcat(left, right);
  if (v != RAISED) changetype<StrObject>(<usize>v).klass = BYTES_TYPE;
  return v;
}
