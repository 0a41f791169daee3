// What bytearray and array.array share: slices that are assigned and deleted, pop, reverse,
// repeating in place.
//
// Both are blocks (bytes.ts): rows of items of `itemSize` bytes; those of a bytearray have one.
import { Value, RAISED, NOT_HANDLED } from "../core/value";
import { keep, release } from "../heap/roots";
import { chargeScan } from "../heap/events";
import { raised, raiseFormat, raiseWith, IndexError, ValueError } from "./errors";
import { Args } from "./args";
import { Text, literalOf } from "./text";
import { NONE } from "./singletons";
import { indexOf, itemPlace } from "./int";
import { sliceUnpack, sliceAdjust, sliceStart, sliceStop, sliceStep, sliceCount } from "./slice";
import { Buffer } from "./buffer";
import { BlockObject, blockResize, blockSplice, blockUnpinned } from "./bytes";
import { itemLoad } from "./buffer_items";
import { fillRepeated } from "./sequence";
import { repeatIndex, repeatTimes } from "./str_type";

@inline function block(v: Value): BlockObject { return changetype<BlockObject>(<usize>v); }

/** b[key] = the bytes of `items`, whole items; none: del b[key], as CPython does it. `items` is
 *  dropped. `what` names them in a message. False with ValueError, BufferError, MemoryError or what
 *  __index__ raises. A safepoint. */
export function blockAssign(b: BlockObject, key: Value, items: Text, what: string): bool {
  if (items.failed != 0) { items.finish(); return false; }
  const base = keep(items.value());
  let ok = sliceUnpack(key);
  release(base);
  if (ok) {
    ok = false;
    const size = b.itemSize, n = items.length;
    sliceAdjust(b.lengthBytes / size);
    if (sliceStep == 1) {
      const from = <u32>sliceStart, to = sliceStop > sliceStart ? <u32>sliceStop : from;
      ok = blockSplice(b, from * size, to * size, items.data, n);
    } else if (n == 0) {
      ok = deleteSteps(b);
    } else if (<i64>(n / size) != sliceCount) {
      raiseFormat(ValueError, "attempt to assign %l of size %d to extended slice of size %d",
        literalOf(what), n / size, sliceCount);
    } else {
      let to = b.data + <usize>(sliceStart * size);
      chargeScan(n);
      for (let i: u32 = 0; i < n; i += size) {
        memory.copy(to, items.data + i, size);
        to += <usize>(sliceStep * size);
      }
      ok = true;
    }
  }
  items.drop();
  return ok;
}
/** Deletes the items of an extended slice (sliceStart, sliceStep, sliceCount). */
function deleteSteps(b: BlockObject): bool {
  const count = <u32>sliceCount, size = b.itemSize;
  if (count == 0) return true;
  if (!blockUnpinned(b)) return false;
  let step = sliceStep, first = sliceStart;
  if (step < 0) { first += step * (<i64>count - 1); step = -step; }
  let to = b.data + <usize>first * size, next = first, gone: u32 = 0;
  const length = b.lengthBytes / size;
  chargeScan(<usize>length << 2);
  for (let i = <u32>first; i < length; i++) {
    if (gone < count && <i64>i == next) { gone++; next += step; continue; }
    memory.copy(to, b.data + i * size, size);
    to += size;
  }
  return blockResize(b, b.lengthBytes - count * size);
}

/** b *= v: `left`, or NOT_HANDLED if v is no integer. Raises OverflowError with that message,
 *  MemoryError. */
export function blockRepeat(b: BlockObject, left: Value, v: Value, message: string): Value {
  const times = repeatIndex(v);
  if (times == RAISED || times == NOT_HANDLED) return times;
  const bytes = b.lengthBytes, n = repeatTimes(times, bytes, message);
  if (n < 0) return RAISED;
  if (!blockResize(b, bytes * <u32>n)) return RAISED;
  if (bytes != 0) fillRepeated(b.data, bytes, bytes * <u32>n);
  return left;
}

/** buffer slot. */
export function blockBuffer(v: Value, info: Buffer, writable: bool): bool {
  const b = block(v);
  info.data = b.data;
  info.lengthBytes = b.lengthBytes;
  info.itemFormat = b.typecode == 117 ? 119 : b.typecode;
  info.itemSize = b.itemSize;
  info.readonly = 0;
  return true;
}

// ---- methods ----

/** b.pop([index]). */
export function block_pop(args: Args, n: i32): Value {
  const last = n > 1 ? indexOf(args.at(1)) : -1;
  if (raised()) return RAISED;
  const b = block(args.at(0)), size = b.itemSize, length = b.lengthBytes / size;
  if (length == 0) return raiseWith(IndexError, "pop from empty %t", args.at(0));
  const i = itemPlace(last, length, "pop index out of range");
  if (i < 0) return RAISED;
  const at = <u32>i * size, x = itemLoad(b.typecode, b.data + at);
  return x != RAISED && blockSplice(b, at, at + size, 0, 0) ? x : RAISED;
}
/** b.reverse(). */
export function block_reverse(args: Args, n: i32): Value {
  const b = block(args.at(0)), size = b.itemSize;
  if (b.lengthBytes == 0) return NONE;
  chargeScan(b.lengthBytes);
  let low = b.data, high = b.data + b.lengthBytes - size;
  for (; low < high; low += size, high -= size) {
    for (let k: u32 = 0; k < size; k++) {
      const byte = load<u8>(low + k);
      store<u8>(low + k, load<u8>(high + k));
      store<u8>(high + k, byte);
    }
  }
  return NONE;
}
