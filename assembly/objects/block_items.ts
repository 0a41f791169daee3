// What bytearray and array.array share: items and slices that are set and deleted, append, insert,
// pop, reverse, repeating in place.
//
// Both are blocks (bytes.ts): rows of items of `itemSize` bytes; those of a bytearray have one.
import { Value, RAISED, NOTHING, NOT_HANDLED } from "../core/value";
import { keep, release } from "../heap/roots";
import { chargeScan } from "../heap/events";
import { raise, raised, raiseFormat, raiseWith, IndexError, TypeError, ValueError } from "./errors";
import { Args } from "./args";
import { Text, literalOf } from "./text";
import { NONE, boolValue } from "./singletons";
import { indexOf, itemPlace, clampIndex } from "./int";
import { sliceUnpack, sliceAdjust, sliceStart, sliceStop, sliceStep, sliceCount } from "./slice";
import { Buffer } from "./buffer";
import { BYTEARRAY_TYPE, BlockObject, blockResize, blockSplice, blockUnpinned } from "./bytes";
import {
  itemLoad, itemMake, itemPut, itemBytes, STORE_OK, STORE_RAISED, STORE_LOW, STORE_TYPE,
} from "./buffer_items";
import { isIndex, byteOf } from "./bytes_type";
import { StrObject, strOfChar } from "./str";
import { helperResult } from "./frozen";
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

/** b *= v: `left`, or NOT_HANDLED if v is no integer. Raises OverflowError, MemoryError. */
export function blockRepeat(b: BlockObject, left: Value, v: Value): Value {
  const times = repeatIndex(v);
  if (times == RAISED || times == NOT_HANDLED) return times;
  const bytes = b.lengthBytes, n = repeatTimes(times, changetype<StrObject>(changetype<usize>(b)));
  if (n < 0) return RAISED;
  if (!blockResize(b, bytes * <u32>n)) return RAISED;
  if (bytes != 0) fillRepeated(b.data, bytes, bytes * <u32>n);
  return left;
}

/** Makes `v` an item of the block, in itemBytes. False with TypeError, OverflowError or (bytearray)
 *  ValueError pending. May run Python. */
function makeItem(b: BlockObject, v: Value): bool {
  if (b.klass == BYTEARRAY_TYPE) {
    const byte = byteOf(v, "byte must be in range(0, 256)");
    store<u8>(itemBytes(), <u8>byte);
    return byte >= 0;
  }
  const r = itemMake(b.typecode, v);
  if (r == STORE_TYPE) raise(TypeError, "array item must be unicode character");
  else if (r > STORE_RAISED)
    helperResult("_array_overflow", strOfChar(b.typecode), boolValue(r == STORE_LOW));
  return r == STORE_OK;
}
/** Appends an item. As makeItem; also BufferError, MemoryError. */
export function blockPush(b: BlockObject, v: Value): bool {
  if (!makeItem(b, v)) return false;
  const end = b.lengthBytes;
  if (!blockResize(b, end + b.itemSize)) return false;
  itemPut(b.data + end, b.itemSize);
  return true;
}
/** b[key] = v, key no slice; v NOTHING: del b[key]. False with an exception pending. May run
 *  Python. */
export function blockSetItem(b: BlockObject, key: Value, v: Value): bool {
  const bytes = b.klass == BYTEARRAY_TYPE, size = b.itemSize;
  if (!isIndex(key)) {
    raiseWith(TypeError, bytes ? "bytearray indices must be integers or slices, not %t"
      : "array indices must be integers", key);
    return false;
  }
  const n = indexOf(key);
  // a bytearray looks at the item first
  if (raised() || (bytes && v != NOTHING && !makeItem(b, v))) return false;
  const message = bytes ? "bytearray index out of range" : "array assignment index out of range";
  const i = itemPlace(n, b.lengthBytes / size, message);
  if (i < 0) return false;
  const at = <u32>i * size;
  if (v == NOTHING) return blockSplice(b, at, at + size, 0, 0);
  // making an item may shorten the array
  if (!bytes && (!makeItem(b, v) || itemPlace(i, b.lengthBytes / size, message) < 0)) return false;
  itemPut(b.data + at, size);
  return true;
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

/** b.append(item). */
export function block_append(args: Args, n: i32): Value {
  return blockPush(block(args.at(0)), args.at(1)) ? NONE : RAISED;
}
/** b.insert(index, item). */
export function block_insert(args: Args, n: i32): Value {
  const b = block(args.at(0)), size = b.itemSize, i = indexOf(args.at(1));
  if (raised() || !makeItem(b, args.at(2))) return RAISED;
  const at = <u32>clampIndex(i, b.lengthBytes / size) * size;
  if (!blockSplice(b, at, at, 0, size)) return RAISED;
  itemPut(b.data + at, size);
  return NONE;
}
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
/** Exchanges two bytes. */
function swapBytes(a: usize, b: usize): void {
  const byte = load<u8>(a);
  store<u8>(a, load<u8>(b));
  store<u8>(b, byte);
}
/** b.reverse(). */
export function block_reverse(args: Args, n: i32): Value {
  const b = block(args.at(0)), size = b.itemSize;
  if (b.lengthBytes == 0) return NONE;
  chargeScan(b.lengthBytes);
  let low = b.data, high = b.data + b.lengthBytes - size;
  for (; low < high; low += size, high -= size) {
    for (let k: u32 = 0; k < size; k++) swapBytes(low + k, high + k);
  }
  return NONE;
}
