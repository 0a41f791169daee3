// bytearray: the type, and what changes it. Layout and resizing: bytes.ts; methods shared with
// bytes: bytes_type.ts, str_*.ts. While memoryviews of it live it cannot be resized (BufferError).
import { Value, RAISED, NOTHING, NOT_HANDLED, smallIntNew } from "../core/value";
import { raise, raised, raiseWith, TypeError, ValueError } from "./errors";
import { Args } from "./args";
import { Text, textNew } from "./text";
import { typeBegin } from "./builder";
import { OBJECT_TYPE, HASH_NONE, TYPE_INIT_FILLS, OP_ADD, OP_MUL, OP_INPLACE,
  typeObjectOf } from "./type";
import { STR_MAX } from "./str";
import { NONE } from "./singletons";
import { isInstance } from "./instance_layout";
import { payloadOf, strPart } from "./protocol";
import { isSlice } from "./slice";
import { handOver } from "./iterators";
import { Buffer, BUFFER_BYTES, tryBuffer } from "./buffer";
import {
  BYTEARRAY_TYPE, BlockObject, blockMark, blockResize, blockSplice, bytearrayNew,
} from "./bytes";
import { bytearrayIter } from "./string_iterators";
import { dataOf, bytesOf, readNeedle, partData, partBytes } from "./str_args";
import { findBytes } from "./str_search";
import { text_contains } from "./str_find";
import {
  blockAssign, blockBuffer, blockRepeat, blockSetItem, block_append, block_insert, block_pop,
  block_reverse,
} from "./block_items";
import {
  addend, bytesOperator, compareBytes, bytes_length, bytes_truth, bytes_subscr, reprBytes,
  byteOf, isIndex, bytesFrom, bytesFromIterable, addBytesMethods,
} from "./bytes_type";
import { toHelper } from "./frozen";

const INFO: usize = memory.data(BUFFER_BYTES, 8);
const OTHER: usize = memory.data(BUFFER_BYTES, 8);
const NOT_A_BYTE: string = "byte must be in range(0, 256)";

@inline function block(v: Value): BlockObject { return changetype<BlockObject>(<usize>v); }
function part(v: Value): Value { return <u64>payloadOf(v, BYTEARRAY_TYPE); }

/** Appends `n` bytes, which may lie in the bytearray itself. False with BufferError or MemoryError
 *  pending. */
export function blockAppend(b: BlockObject, at: usize, n: u32): bool {
  const length = b.lengthBytes, inside = at >= b.data && at < b.data + length && b.data != 0;
  const offset = at - b.data;
  if (<u64>length + n > <u64>STR_MAX) return blockResize(b, STR_MAX + 1);
  if (!blockResize(b, length + n)) return false;
  memory.copy(b.data + length, inside ? b.data + offset : at, n);
  return true;
}
/** extend with the ints that `v` gives; false with an exception pending. */
function extendWith(b: BlockObject, v: Value): bool {
  const out = textNew();
  if (!bytesFromIterable(v, out, NOT_A_BYTE)) { out.drop(); return false; }
  if (out.failed != 0) { out.finish(); return false; }
  const ok = blockAppend(b, out.data, out.length);
  out.drop();
  return ok;
}
/** binary slot. */
function bytearray_binary(op: i32, left: Value, right: Value): Value {
  const a = part(left);
  if (a != NOTHING && op == OP_ADD + OP_INPLACE) {
    const info = changetype<Buffer>(INFO), other = addend(a, right, info);
    if (other != right) return other;
    return blockAppend(block(a), info.data, info.lengthBytes) ? left : RAISED;
  }
  return a != NOTHING && op == OP_MUL + OP_INPLACE ? blockRepeat(block(a), left, right)
    : bytesOperator(op, BYTEARRAY_TYPE, left, right);
}
/** compare slot: with anything that has a buffer. */
function bytearray_compare(op: i32, left: Value, right: Value): Value {
  const a = changetype<Buffer>(INFO), b = changetype<Buffer>(OTHER);
  if (!tryBuffer(left, a, false) || !tryBuffer(right, b, false))
    return raised() ? RAISED : NOT_HANDLED;
  return compareBytes(op, a.data, a.lengthBytes, b.data, b.lengthBytes);
}
function bytearray_repr(v: Value, out: Text): bool {
  out.literal("bytearray(");
  reprBytes(dataOf(v), bytesOf(v), out, true);
  out.literal(")");
  return true;
}
/** setSubscr slot: b[i] = int, b[i:j:k] = bytes or ints, del. */
function bytearray_setSubscr(v: Value, key: Value, item: Value): bool {
  return isSlice(key) ? assignSlice(block(v), key, item) : blockSetItem(block(v), key, item);
}
function assignSlice(b: BlockObject, key: Value, item: Value): bool {
  // The new bytes first: making them may run Python.
  const copy = textNew();
  if (item != NOTHING) {
    const info = changetype<Buffer>(INFO);
    if (tryBuffer(item, info, false)) {
      copy.bytes(info.data, info.lengthBytes);
    } else {
      if (raised()) return false;
      if (changetype<usize>(strPart(item)) != 0 || isIndex(item)) {
        raise(TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        return false;
      }
      if (!bytesFromIterable(item, copy, NOT_A_BYTE)) { copy.drop(); return false; }
    }
  }
  return blockAssign(b, key, copy, "bytes");
}

// ---- constructor and methods ----

function bytearray_new(args: Args, n: i32): Value {
  if (args.at(0) != <u64>BYTEARRAY_TYPE) return bytearrayNew(0, 0);
  return bytesFrom(BYTEARRAY_TYPE, args.at(1), args.at(2), args.at(3));
}
function bytearray_init(args: Args, n: i32): Value {
  const b = block(args.at(0));
  if (!blockResize(b, 0)) return RAISED;
  const source = args.at(1);
  if (source == NOTHING && args.at(2) == NOTHING && args.at(3) == NOTHING) return NONE;
  if (source != NOTHING && changetype<usize>(strPart(source)) == 0 && args.at(2) == NOTHING
    && handOver(source)
    && !isIndex(source)) {
    return toHelper("_bytearray_extend", args.at(0), source);
  }
  const made = bytesFrom(BYTEARRAY_TYPE, source, args.at(2), args.at(3));
  if (made == RAISED) return RAISED;
  return blockAppend(b, dataOf(made), bytesOf(made)) ? NONE : RAISED;
}
/** b.extend(iterable of ints or bytes-like). */
function bytearray_extend(args: Args, n: i32): Value {
  const b = block(args.at(0)), v = args.at(1), info = changetype<Buffer>(INFO);
  if (tryBuffer(v, info, false))
    return blockAppend(b, info.data, info.lengthBytes) ? NONE : RAISED;
  if (raised()) return RAISED;
  const type = typeObjectOf(v);
  if (type.iter == 0 && (type.subscr == 0 || !isInstance(v)))
    return raiseWith(TypeError, "can't extend bytearray with %t", v);
  if (handOver(v)) return toHelper("_bytearray_extend", args.at(0), v);
  return extendWith(b, v) ? NONE : RAISED;
}
/** b.remove(byte). Raises ValueError. */
function bytearray_remove(args: Args, n: i32): Value {
  const byte = byteOf(args.at(1), NOT_A_BYTE);
  if (byte < 0) return RAISED;
  const b = block(args.at(0));
  if (!readNeedle(args.at(0), smallIntNew(byte))) return RAISED;
  const at = findBytes(b.data, b.lengthBytes, partData, partBytes, 0);
  if (at < 0) return raise(ValueError, "value not found in bytearray");
  return blockSplice(b, at, at + 1, 0, 0) ? NONE : RAISED;
}
function bytearray_clear(args: Args, n: i32): Value {
  return blockResize(block(args.at(0)), 0) ? NONE : RAISED;
}
function bytearray_copy(args: Args, n: i32): Value {
  return bytearrayNew(dataOf(args.at(0)), bytesOf(args.at(0)));
}
export function bytearrayInstall(): void {
  const t = typeBegin(BYTEARRAY_TYPE, "bytearray", OBJECT_TYPE, blockMark);
  t.flag(TYPE_INIT_FILLS);
  const type = t.type();
  type.binary = bytearray_binary.index;
  type.compare = bytearray_compare.index;
  type.hash = HASH_NONE;
  type.truth = bytes_truth.index;
  type.length = bytes_length.index;
  type.iter = bytearrayIter.index;
  type.subscr = bytes_subscr.index;
  type.setSubscr = bytearray_setSubscr.index;
  type.contains = text_contains.index;
  type.repr = bytearray_repr.index;
  type.buffer = blockBuffer.index;
  t.constructDef(bytearray_new, "source=,encoding=,errors=");
  t.def("__init__", bytearray_init, "source=,encoding=,errors=");
  addBytesMethods(t);
  t.method("append", block_append, 1, 1);
  t.method("extend", bytearray_extend, 1, 1);
  t.method("insert", block_insert, 2, 2);
  t.method("pop", block_pop, 0, 1);
  t.method("remove", bytearray_remove, 1, 1);
  t.method("clear", bytearray_clear, 0, 0);
  t.method("copy", bytearray_copy, 0, 0);
  t.method("reverse", block_reverse, 0, 0);
}
