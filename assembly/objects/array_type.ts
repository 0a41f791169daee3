// array.array: machine numbers of one type in a row. Layout: BlockObject (bytes.ts); codes:
// buffer_items.ts.
//
// Behaviour: docs.python.org/3/library/array.html. While memoryviews of an array live it cannot be
// resized.
import { Value, RAISED, NOTHING, NOT_HANDLED, END, smallIntNew } from "../core/value";
import { TYPE_BYTES } from "../heap/header";
import { rootsMark, keep, release } from "../heap/roots";
import { sameBytes } from "../core/memory";
import { utf8Decode } from "../core/utf8";
import { raise, raiseNoMemory, raised, raiseWith, TypeError, ValueError, EOFError } from "./errors";
import { Args } from "./args";
import { Text, textNew } from "./text";
import { typeBegin } from "./builder";
import {
  CMP_EQ, CMP_NE, OBJECT_TYPE, HASH_NONE, TYPE_SEQUENCE, OP_ADD, OP_MUL, OP_INPLACE,
} from "./type";
import { STR_MAX, strOfChar } from "./str";
import { ListObject, LIST_TYPE, listNew, listAppend } from "./list";
import { tupleOf2 } from "./tuple";
import { NONE, boolValue } from "./singletons";
import { isInstance } from "./instance_layout";
import {
  payloadOf, strPart, getIter, iterNext, valuesEqual, callMethod1,
} from "./protocol";
import { chargeBytes, chargeScan, chargeStep, chargeWork } from "../heap/events";
import { intFromI64, indexOf, itemPlace } from "./int";
import {
  isSlice, searchBounds, sliceUnpack, sliceAdjust, sliceCopy, sliceStart, sliceStop, sliceCount,
} from "./slice";
import { handOver, iteratorType, IndexIter, indexIterNew, indexIterMark } from "./iterators";
import { Buffer, BUFFER_BYTES, tryBuffer } from "./buffer";
import {
  ARRAY_TYPE, BYTES_TYPE, BYTEARRAY_TYPE, BlockObject, blockAlloc, blockMark, blockSplice, bytesNew,
} from "./bytes";
import { blockAppend } from "./bytearray";
import { isArrayCode, itemSizeOf, itemLoad, itemSwap } from "./buffer_items";
import { repeatText } from "./str_type";
import { isIndex } from "./bytes_type";
import {
  blockAssign, blockBuffer, blockPush, blockRepeat, blockSetItem, block_append, block_insert,
  block_pop, block_reverse,
} from "./block_items";
import { stepsTaken } from "./hooks";
import { S_write } from "./names";
import { compareAsLists, sequenceCount } from "./sequence";
import { toHelper } from "./frozen";

export const ARRAY_ITER_TYPE: usize = memory.data(TYPE_BYTES, 16);
const INFO: usize = memory.data(BUFFER_BYTES, 8);

@inline function arrayAt(v: Value): BlockObject { return changetype<BlockObject>(<usize>v); }
@inline function lengthAt(a: BlockObject): u32 { return a.lengthBytes / a.itemSize; }
/** The array that `v` is or holds, 0: none. */
function part(v: Value): BlockObject { return changetype<BlockObject>(payloadOf(v, ARRAY_TYPE)); }

/** A new array of `length` items, contents undefined. Raises MemoryError: returns 0. */
function arrayAlloc(code: u32, length: i64): BlockObject {
  const size = itemSizeOf(code);
  if (length * size > <i64>STR_MAX) { raiseNoMemory(STR_MAX); return changetype<BlockObject>(0); }
  return blockAlloc(ARRAY_TYPE, code, size, <u32>length * size);
}
function item(a: BlockObject, i: u32): Value {
  return itemLoad(a.typecode, a.data + i * a.itemSize);
}

/** Appends the items of an iterable; an array must have the same code. A safepoint if it runs
 *  Python. */
function arrayExtend(a: BlockObject, v: Value): bool {
  const other = part(v);
  if (changetype<usize>(other) != 0) {
    if (other.typecode != a.typecode) {
      raise(TypeError, "can only extend with array of same kind");
      return false;
    }
    return blockAppend(a, other.data, other.lengthBytes);
  }
  return arrayFill(a, v);
}
function arrayFill(a: BlockObject, v: Value): bool {
  const base = rootsMark();
  keep(<u64>changetype<usize>(a)); keep(v);
  let ok = false;
  const it = getIter(v);
  if (it != RAISED) {
    keep(it);
    while (true) {
      const x = iterNext(it);
      if (x == END) { ok = true; break; }
      if (x == RAISED || !blockPush(a, x)) break;
    }
  }
  release(base);
  return ok;
}

// ---- operators ----

function array_binary(op: i32, left: Value, right: Value): Value {
  const a = part(left);
  if (changetype<usize>(a) == 0) {
    return op == OP_MUL ? repeatText(<u64>changetype<usize>(part(right)), left)
      : NOT_HANDLED;
  }
  switch (op) {
    case OP_ADD:
    case OP_ADD + OP_INPLACE: {
      const b = part(right);
      if (changetype<usize>(b) == 0) {
        if (isInstance(right)) return NOT_HANDLED;
        return raiseWith(TypeError, op == OP_ADD ? "can only append array (not \"%t\") to array"
          : "can only extend with array (not \"%t\")", right);
      }
      if (op != OP_ADD) return arrayExtend(a, right) ? left : RAISED;
      if (a.typecode != b.typecode)
        return raise(TypeError, "bad argument type for built-in operation");
      const r = copyOf(a);
      return r != RAISED && blockAppend(arrayAt(r), b.data, b.lengthBytes) ? r : RAISED;
    }
    case OP_MUL: return repeatText(<u64>changetype<usize>(a), right);
    case OP_MUL + OP_INPLACE: return blockRepeat(a, left, right);
    default: return NOT_HANDLED;
  }
}
/** compare slot: as lists of the items; equality of ints of one kind by their bytes. */
function array_compare(op: i32, left: Value, right: Value): Value {
  const a = payloadOf(left, ARRAY_TYPE), b = payloadOf(right, ARRAY_TYPE);
  if (a != 0 && b != 0 && (op == CMP_EQ || op == CMP_NE)) {
    const x = changetype<BlockObject>(a), y = changetype<BlockObject>(b), bytes = x.lengthBytes;
    if (x.typecode == y.typecode && x.typecode != 100 && x.typecode != 102) {
      chargeBytes(bytes);
      const same = bytes == y.lengthBytes && sameBytes(x.data, y.data, bytes);
      return boolValue(same == (op == CMP_EQ));
    }
  }
  return compareAsLists(op, a, b, listOf);
}
function array_length(v: Value): i64 { return lengthAt(arrayAt(v)); }
function array_truth(v: Value): i32 { return <i32>(arrayAt(v).lengthBytes != 0); }
/** Index of `v`, -1: not there; -2: raised. From..to in items. */
function find(a: BlockObject, v: Value, from: i64, to: i64): i64 {
  for (let i = from; i < to && i < <i64>lengthAt(a); i++) {
    const x = item(a, <u32>i);
    if (x == RAISED || (chargeStep() && !stepsTaken())) return -2;
    const same = valuesEqual(x, v);
    if (same < 0) return -2;
    if (same) return i;
  }
  return -1;
}
function array_contains(v: Value, x: Value): i32 {
  const i = find(arrayAt(v), x, 0, i64.MAX_VALUE);
  return i == -2 ? -1 : <i32>(i >= 0);
}
function array_repr(v: Value, out: Text): bool {
  const a = arrayAt(v), n = lengthAt(a);
  if (n == 0) return out.format("array('%c')", a.typecode);
  const items = a.typecode == 117 ? unicodeOf(a) : listOf(v);
  return items != RAISED && out.format("array('%c', %r)", a.typecode, items);
}
function unicodeOf(a: BlockObject): Value {
  const out = textNew(), n = lengthAt(a);
  for (let i: u32 = 0; i < n; i++) {
    const c = load<u32>(a.data + (i << 2));
    if (c > 0x10ffff) {
      out.drop();
      return raise(ValueError, "character is not in range [U+0000; U+10ffff]");
    }
    out.char(c);
  }
  return out.finish();
}

// ---- items ----

function array_subscr(v: Value, key: Value): Value {
  const a = arrayAt(v);
  if (isSlice(key)) {
    if (!sliceUnpack(key)) return RAISED;
    sliceAdjust(lengthAt(a));
    const r = arrayAlloc(a.typecode, sliceCount);
    if (changetype<usize>(r) == 0) return RAISED;
    sliceCopy(r.data, a.data, a.itemSize);
    return <u64>changetype<usize>(r);
  }
  if (!isIndex(key)) return raise(TypeError, "array indices must be integers");
  const n = indexOf(key);
  const i = raised() ? -1 : itemPlace(n, lengthAt(a), "array index out of range");
  return i < 0 ? RAISED : item(a, <u32>i);
}
function array_setSubscr(v: Value, key: Value, x: Value): bool {
  return isSlice(key) ? assignSlice(arrayAt(v), key, x) : blockSetItem(arrayAt(v), key, x);
}
function assignSlice(a: BlockObject, key: Value, x: Value): bool {
  let other = changetype<BlockObject>(0);
  if (x != NOTHING) {
    other = part(x);
    if (changetype<usize>(other) == 0) {
      raiseWith(TypeError, "can only assign array (not \"%t\") to array slice", x);
      return false;
    }
    if (other.typecode != a.typecode) {
      raise(TypeError, "bad argument type for built-in operation");
      return false;
    }
  }
  const copy = textNew();
  if (x != NOTHING) copy.bytes(other.data, other.lengthBytes);
  return blockAssign(a, key, copy, "array");
}
function array_iterator(v: Value): Value { return indexIterNew(ARRAY_ITER_TYPE, <usize>v, 0); }
function array_iterator_next(v: Value): Value {
  const it = changetype<IndexIter>(<usize>v), a = changetype<BlockObject>(it.target);
  if (it.target == 0) return END;
  if (it.index < lengthAt(a)) return item(a, it.index++);
  it.target = 0;
  return END;
}

// ---- constructor and methods ----

/** array(typecode[, initializer]). */
function array_new(args: Args, n: i32): Value {
  const s = strPart(args.at(1));
  if (changetype<usize>(s) == 0 || s.lengthChars != 1) {
    return raiseWith(TypeError, "array() argument 1 must be a unicode character, not %t",
      args.at(1));
  }
  const code = utf8Decode(s.data);
  if (!isArrayCode(code)) {
    return raise(ValueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
  }
  const a = arrayAlloc(code, 0);
  if (changetype<usize>(a) == 0) return RAISED;
  const made = <u64>changetype<usize>(a);
  if (n < 3) return made;
  const from = args.at(2);
  const text = strPart(from);
  if (changetype<usize>(text) != 0) {
    if (code != 117) {
      return raiseWith(TypeError, "cannot use a str to initialize an array with typecode '%c'",
        code);
    }
    return arrayFill(a, from) ? made : RAISED;
  }
  if (payloadOf(from, BYTES_TYPE) != 0 || payloadOf(from, BYTEARRAY_TYPE) != 0) {
    return addBytes(a, from) ? made : RAISED;
  }
  const other = part(from);
  if (changetype<usize>(other) != 0 && other.typecode == code)
    return arrayExtend(a, from) ? made : RAISED;
  if (handOver(from)) {
    return toHelper("_array", made, from);
  }
  return arrayFill(a, from) ? made : RAISED;
}
/** Appends raw bytes. */
function addBytes(a: BlockObject, v: Value): bool {
  const info = changetype<Buffer>(INFO);
  if (!tryBuffer(v, info, false)) {
    if (!raised()) raiseWith(TypeError, "a bytes-like object is required, not '%t'", v);
    return false;
  }
  if (info.lengthBytes % a.itemSize != 0) {
    raise(ValueError, "bytes length not a multiple of item size");
    return false;
  }
  return blockAppend(a, info.data, info.lengthBytes);
}
function array_extend(args: Args, n: i32): Value {
  const v = args.at(1);
  if (changetype<usize>(part(v)) == 0 && handOver(v)) {
    return toHelper("_bytearray_extend", args.at(0), v);
  }
  return arrayExtend(arrayAt(args.at(0)), v) ? NONE : RAISED;
}
function array_remove(args: Args, n: i32): Value {
  const a = arrayAt(args.at(0)), i = find(a, args.at(1), 0, i64.MAX_VALUE);
  if (i == -2) return RAISED;
  // The comparison may have changed it.
  if (i < 0 || i >= <i64>lengthAt(a)) return raise(ValueError, "array.remove(x): x not in array");
  const at = <u32>i * a.itemSize;
  return blockSplice(a, at, at + a.itemSize, 0, 0) ? NONE : RAISED;
}
/** a.index(x[, start[, stop]]). */
function array_index(args: Args, n: i32): Value {
  const a = arrayAt(args.at(0));
  if (!searchBounds(n > 2 ? args.at(2) : NOTHING, n > 3 ? args.at(3) : NOTHING, lengthAt(a)))
    return RAISED;
  const i = find(a, args.at(1), sliceStart, sliceStop);
  if (i == -2) return RAISED;
  return i < 0 ? raise(ValueError, "array.index(x): x not in array") : smallIntNew(i);
}
function array_count(args: Args, n: i32): Value {
  const items = listOf(args.at(0));
  if (items == RAISED) return RAISED;
  args.set(0, items);                                    // where it is safe from the collector
  return sequenceCount(items, args.at(1));
}
function array_byteswap(args: Args, n: i32): Value {
  const a = arrayAt(args.at(0)), size = a.itemSize;
  chargeScan(a.lengthBytes);
  for (let at = a.data; at < a.data + a.lengthBytes; at += size) itemSwap(at, size);
  return NONE;
}
function array_tolist(args: Args, n: i32): Value { return listOf(args.at(0)); }
function listOf(v: Value): Value {
  const a = arrayAt(v), length = lengthAt(a), list = listNew(length);
  if (list == RAISED) return RAISED;
  chargeWork(length);
  for (let i: u32 = 0; i < length; i++) {
    const x = item(a, i);
    if (x == RAISED || !listAppend(changetype<ListObject>(<usize>list), x)) return RAISED;
  }
  return list;
}
function array_fromlist(args: Args, n: i32): Value {
  if (payloadOf(args.at(1), LIST_TYPE) == 0) return raise(TypeError, "arg must be list");
  const a = arrayAt(args.at(0)), before = a.lengthBytes;
  if (arrayFill(a, <u64>payloadOf(args.at(1), LIST_TYPE))) return NONE;
  if (a.lengthBytes > before) a.lengthBytes = before;
  return RAISED;
}
function array_tobytes(args: Args, n: i32): Value {
  const a = arrayAt(args.at(0));
  return bytesNew(a.data, a.lengthBytes);
}
function array_frombytes(args: Args, n: i32): Value {
  return addBytes(arrayAt(args.at(0)), args.at(1)) ? NONE : RAISED;
}
function array_tounicode(args: Args, n: i32): Value {
  const a = arrayAt(args.at(0));
  if (a.typecode != 117)
    return raise(ValueError, "tounicode() may only be called on unicode type arrays");
  return unicodeOf(a);
}
function array_fromunicode(args: Args, n: i32): Value {
  const a = arrayAt(args.at(0));
  if (a.typecode != 117)
    return raise(ValueError, "fromunicode() may only be called on unicode type arrays");
  if (changetype<usize>(strPart(args.at(1))) == 0) {
    return raiseWith(TypeError, "fromunicode() argument must be str, not %t", args.at(1));
  }
  return arrayFill(a, args.at(1)) ? NONE : RAISED;
}
/** a.tofile(f): f.write(bytes). */
function array_tofile(args: Args, n: i32): Value {
  const bytes = array_tobytes(args, 1);
  if (bytes == RAISED) return RAISED;
  return callMethod1(args.at(1), S_write, bytes) == RAISED ? RAISED : NONE;
}
/** a.fromfile(f, n). Raises EOFError if there are fewer items. */
function array_fromfile(args: Args, n: i32): Value {
  const a = arrayAt(args.at(0)), count = indexOf(args.at(2));
  if (raised()) return RAISED;
  if (count < 0) return raise(ValueError, "negative count");
  return toHelper("_array_fromfile", args.at(0), args.at(1), intFromI64(count * a.itemSize));
}
function array_buffer_info(args: Args, n: i32): Value {
  const a = arrayAt(args.at(0));
  return tupleOf2(smallIntNew(a.data), smallIntNew(lengthAt(a)));
}
function array_copy(args: Args, n: i32): Value { return copyOf(arrayAt(args.at(0))); }
/** An array like it with the same items. Raises MemoryError. */
function copyOf(a: BlockObject): Value {
  const r = arrayAlloc(a.typecode, lengthAt(a));
  if (changetype<usize>(r) == 0) return RAISED;
  memory.copy(r.data, a.data, a.lengthBytes);
  return <u64>changetype<usize>(r);
}
function get_typecode(v: Value): Value { return strOfChar(arrayAt(v).typecode); }
function get_itemsize(v: Value): Value { return smallIntNew(arrayAt(v).itemSize); }

export function arrayInstall(): void {
  const t = typeBegin(ARRAY_TYPE, "array", OBJECT_TYPE, blockMark);
  t.flag(TYPE_SEQUENCE);
  const type = t.type();
  type.binary = array_binary.index;
  type.compare = array_compare.index;
  type.hash = HASH_NONE;
  type.truth = array_truth.index;
  type.length = array_length.index;
  type.iter = array_iterator.index;
  type.subscr = array_subscr.index;
  type.setSubscr = array_setSubscr.index;
  type.contains = array_contains.index;
  type.repr = array_repr.index;
  type.buffer = blockBuffer.index;
  t.construct(array_new, 1, 2);
  t.method("append", block_append, 1, 1);
  t.method("extend", array_extend, 1, 1);
  t.method("insert", block_insert, 2, 2);
  t.method("pop", block_pop, 0, 1);
  t.method("remove", array_remove, 1, 1);
  t.method("index", array_index, 1, 3);
  t.method("count", array_count, 1, 1);
  t.method("reverse", block_reverse, 0, 0);
  t.method("byteswap", array_byteswap, 0, 0);
  t.method("tolist", array_tolist, 0, 0);
  t.method("fromlist", array_fromlist, 1, 1);
  t.method("tobytes", array_tobytes, 0, 0);
  t.method("frombytes", array_frombytes, 1, 1);
  t.method("tounicode", array_tounicode, 0, 0);
  t.method("fromunicode", array_fromunicode, 1, 1);
  t.method("tofile", array_tofile, 1, 1);
  t.method("fromfile", array_fromfile, 2, 2);
  t.method("buffer_info", array_buffer_info, 0, 0);
  t.method("__copy__", array_copy, 0, 0);
  t.method("__deepcopy__", array_copy, 1, 1);
  t.attribute("typecode", get_typecode);
  t.attribute("itemsize", get_itemsize);
  iteratorType(ARRAY_ITER_TYPE, "arrayiterator", indexIterMark, array_iterator_next);
}
