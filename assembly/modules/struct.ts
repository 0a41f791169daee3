// struct: packing numbers into bytes by a format. Items: objects/buffer_items.ts.
//
// Native sizes and alignment are those of a 64-bit machine. Behaviour:
// docs.python.org/3/library/struct.html.
import { Value, RAISED, NOTHING } from "../core/value";
import { fillBytes } from "../core/memory";
import { copyBytes } from "../core/utf8";
import { Header, TYPE_BYTES, isExactly } from "../heap/header";
import { objectNew } from "../objects/object_new";
import { chargeScan } from "../heap/events";
import { markValue } from "../heap/collector";
import { rootsMark, keep, release } from "../heap/roots";
import {
  raise, raiseText, raiseNoMemory, raised, catchPending, raiseWith, raiseFormat, TypeError,
  OverflowError,
} from "../objects/errors";
import { STRUCT_ERROR } from "../objects/module_errors";
import { Args } from "../objects/args";
import { textNew, literalOf } from "../objects/text";
import { typeBegin } from "../objects/builder";
import { ModuleBuilder } from "../objects/module_list";
import { VARARGS } from "../objects/native";
import { OBJECT_TYPE } from "../objects/type";
import { StrObject, STR_MAX, STR_TYPE, strNew } from "../objects/str";
import { tupleAlloc } from "../objects/tuple";
import { ListObject, listNew, listAppend } from "../objects/list";
import { NONE } from "../objects/singletons";
import { strPart, payloadOf } from "../objects/protocol";
import { intFromI64, indexOf, intPart } from "../objects/int";
import { listIter } from "../objects/iterators";
import { Buffer, BUFFER_BYTES, tryBuffer, getBuffer } from "../objects/buffer";
import { BYTES_TYPE, BYTEARRAY_TYPE, bytesAlloc, bytesNew } from "../objects/bytes";
import {
  itemSizeOf, itemLoad, itemMake, itemPut, itemSwap, itemBytes, STORE_OK, STORE_RAISED, STORE_HIGH,
  becameInfinite,
} from "../objects/buffer_items";

const STRUCT_TYPE: usize = memory.data(TYPE_BYTES, 16);
const INFO: usize = memory.data(BUFFER_BYTES, 8);

/** struct.Struct. */
@unmanaged class StructObject extends Header {
  /** A str. */
  format: Value;
  size: i64;
}

// ---- reading a format: one place of it at a time ----

/** The format being read. A reader that runs Python saves and restores them (saveReader). */
let at: usize = 0;
let end: usize = 0;
/** Native sizes and alignment (no prefix, or @); big-endian order. */
let native: bool = true;
let big: bool = false;
/** The place just read: code, how often (bytes, for s p x), bytes of one item, and its offset. */
let code: u32 = 0;
let count: i64 = 0;
let size: u32 = 0;
let offset: i64 = 0;
/** Bytes before `at`. */
let total: i64 = 0;

function begin(format: StrObject): void {
  chargeScan(<usize>format.lengthBytes << 2);
  at = format.data;
  end = at + format.lengthBytes;
  native = true;
  big = false;
  total = 0;
  if (at == end) return;
  const c = load<u8>(at);
  if (c == 64) at++;                                            // @
  else if (c == 61 || c == 60) { native = false; at++; }        // = <
  else if (c == 62 || c == 33) { native = false; big = true; at++; }
}
/** Reads the next place. 1: read; 0: the end; -1: struct.error pending. */
function next(): i32 {
  const e = end;
  let p = at, n: i64 = -1, kind: u32 = 0;
  for (; p < e; p++) {
    kind = load<u8>(p);
    if (kind - 48 < 10) {
      n = (n < 0 ? 0 : n) * 10 + kind - 48;
      if (n > <i64>1 << 48) { raise(STRUCT_ERROR, "total struct size too long"); return -1; }
    } else if (n >= 0 || (kind != 32 && kind - 9 >= 5)) {
      break;                                                  // spaces stand before a count only
    }
  }
  at = p + 1;
  if (p == e) {
    if (n < 0) return 0;
    raise(STRUCT_ERROR, "repeat count given without format specifier");
    return -1;
  }
  let s = kind == 120 || kind == 115 || kind == 112 ? 1 : kind == 117 || kind == 119 ? 0
    : itemSizeOf(kind);
  if (!native) {
    if (kind == 108 || kind == 76) s = 4;
    if (kind == 110 || kind == 78 || kind == 80) s = 0;
  }
  if (s == 0) { raise(STRUCT_ERROR, "bad char in struct format"); return -1; }
  if (n < 0) n = 1;
  const from = native ? (total + s - 1) & ~(<i64>s - 1) : total, behind = from + n * s;
  if (behind > <i64>1 << 48) { raise(STRUCT_ERROR, "total struct size too long"); return -1; }
  code = kind;
  size = s;
  count = n;
  offset = from;
  total = behind;
  return 1;
}
/** Values that the place just read takes. */
function valuesHere(): i64 { return code == 120 ? 0 : code == 115 || code == 112 ? 1 : count; }
/** The item code that has this place's size: l and L have 4 bytes in standard formats. */
function itemCode(): u32 {
  return size == 4 && code == 108 ? 105 : size == 4 && code == 76 ? 73 : code;
}

/** The format's StrObject (bytes are laid out alike), 0 with TypeError pending. */
function formatOf(v: Value): StrObject {
  const s = strPart(v);
  if (changetype<usize>(s) != 0) return s;
  const b = payloadOf(v, BYTES_TYPE);
  if (b == 0) raiseWith(TypeError, "Struct() argument 1 must be a str or bytes object, not %t", v);
  return changetype<StrObject>(b);
}
/** Values in the whole format. */
let allValues: i64 = 0;
/** Bytes of the whole format, -1 with struct.error pending; allValues is set too. */
function measure(format: StrObject): i64 {
  begin(format);
  allValues = 0;
  while (true) {
    const r = next();
    if (r < 0) return -1;
    if (r == 0) return total;
    allValues += valuesHere();
  }
}

// ---- packing ----

/** struct.error for an int out of the code's range. Returns false. */
function rangeError(original: u32, bytes: u32, high: bool): bool {
  const letter = original | 32, unsigned = original != letter;
  if (bytes == 8 || (unsigned && bytes == 4 && !high)) {
    raise(STRUCT_ERROR, "argument out of range");
    return false;
  }
  const most = (<u64>1 << ((bytes << 3) - (unsigned ? 0 : 1))) - 1, least = unsigned ? 0 : ~most;
  if (bytes == 4) {
    raiseFormat(STRUCT_ERROR, "'%c' format requires %d <= number <= %d", original, least, most);
  } else {
    raiseFormat(STRUCT_ERROR, unsigned ? "u%l format requires %d <= number <= %d"
      : "%l format requires %d <= number <= %d",
      literalOf(bytes == 1 ? "byte" : "short"), least, most);
  }
  return false;
}
/** Packs args.at(from..n-1) by the format (of this size) into new bytes; 0: an exception is
 *  pending. May run Python (__index__, __float__). */
function packed(format: StrObject, args: Args, from: i32, n: i32, bytes: i64): StrObject {
  const none = changetype<StrObject>(0);
  const wanted = allValues;
  if (wanted != <i64>(n - from)) {
    raiseFormat(STRUCT_ERROR, "%l expected %d items for packing (got %d)",
      literalOf(packName), wanted, n - from);
    return none;
  }
  if (bytes > <i64>STR_MAX) { raiseNoMemory(STR_MAX); return none; }
  const out = bytesAlloc(<u32>bytes);
  if (changetype<usize>(out) == 0) return none;
  const to = out.data, base = rootsMark();
  keep(<u64>changetype<usize>(out));
  fillBytes(to, 0, <usize>bytes);
  const ok = packAt(format, args, from, to);
  release(base);
  return ok ? out : none;
}
function packAt(format: StrObject, args: Args, from: i32, to: usize): bool {
  begin(format);
  let k = from;
  while (next() > 0) {
    const p = to + <usize>offset;
    if (code == 120) continue;
    if (code == 115 || code == 112) {
      if (!packBytes(args.at(k++), p)) return false;
      continue;
    }
    // what the place says, in locals: converting may run Python, which may use this module
    const here = itemCode(), original = code, bytesEach = size, times = count, swap = big,
      plain = native;
    const a = at, e = end, sum = total;
    chargeScan(<usize>times << 2);
    for (let i: i64 = 0; i < times; i++) {
      const v = args.at(k++);
      let r = itemMake(here, v);
      if (r == STORE_OK && here == 102 && !plain && becameInfinite) r = STORE_HIGH;
      if (r == STORE_RAISED) {
        if (here != 63 && intPart(v) == NOTHING && catchPending(TypeError)) {
          raise(STRUCT_ERROR, here == 102 || here == 100 || here == 101
            ? "required argument is not a float" : "required argument is not an integer");
        }
        return false;
      }
      if (r != STORE_OK) {
        if (here == 99) {
          raise(STRUCT_ERROR, "char format requires a bytes object of length 1");
          return false;
        }
        if (here == 102 || here == 101) {
          if (intPart(v) != NOTHING) raise(STRUCT_ERROR, "int too large to convert");
          else raiseWith(OverflowError, "float too large to pack with %c format", here);
          return false;
        }
        return rangeError(original, bytesEach, r == STORE_HIGH);
      }
      const q = p + <usize>(i * bytesEach);
      itemPut(q, bytesEach);
      if (swap) itemSwap(q, bytesEach);
    }
    at = a;
    end = e;
    total = sum;
    native = plain;
    big = swap;
  }
  return true;
}
/** For messages: the function being called. */
let packName: string = "pack";
/** s and p. */
function packBytes(v: Value, p: usize): bool {
  const info = changetype<Buffer>(INFO);
  if ((payloadOf(v, BYTES_TYPE) == 0 && payloadOf(v, BYTEARRAY_TYPE) == 0)
      || !tryBuffer(v, info, false)) {
    raiseWith(STRUCT_ERROR, "argument for '%c' must be a bytes object", code);
    return false;
  }
  let room = count, n = <i64>info.lengthBytes;
  if (code == 112) {
    if (room == 0) return true;
    n = min<i64>(n, --room);
    store<u8>(p++, <u8>min<i64>(n, 255));
  }
  memory.copy(p, info.data, <usize>min<i64>(n, room));
  return true;
}
/** pack(format, *values). */
function pack(format: StrObject, args: Args, from: i32, n: i32): Value {
  const bytes = measure(format);
  if (bytes < 0) return RAISED;
  packName = "pack";
  return <u64>changetype<usize>(packed(format, args, from, n, bytes));
}
function offsetError(name: string, what: string, bytes: i64, where: i64, actual: u32): Value {
  const t = textNew();
  t.format("%l requires a buffer of at least %d bytes for %l ",
    literalOf(name), where + bytes, literalOf(what));
  t.format("%d bytes at offset %d (actual buffer size is %d)", bytes, where, actual);
  return raiseText(STRUCT_ERROR, t);
}
/** The offset argument as a position in a buffer, -1 with an exception pending. */
function place(v: Value, bytes: i64, length: u32, packing: bool): i64 {
  let where = v == NOTHING ? 0 : indexOf(v);
  if (raised()) return -1;
  if (where < 0) {
    if (where + bytes > 0 || where + length < 0) {
      if (where + length < 0) {
        raiseFormat(STRUCT_ERROR, "offset %d out of range for %d-byte buffer", where, length);
      } else {
        raiseFormat(STRUCT_ERROR, "%l %d bytes at offset %d",
          literalOf(packing ? "no space to pack" : "not enough data to unpack"), bytes, where);
      }
      return -1;
    }
    where += length;
  }
  if (where > <i64>length - bytes) {
    offsetError(packing ? "pack_into" : "unpack_from", packing ? "packing" : "unpacking", bytes,
      where, length);
    return -1;
  }
  return where;
}
/** pack_into(format, buffer, offset, *values); args.at(from) is the buffer. */
function packTo(format: StrObject, args: Args, from: i32, n: i32): Value {
  const bytes = measure(format);
  if (bytes < 0) return RAISED;
  if (n < from + 1) return raise(STRUCT_ERROR, "pack_into expected buffer argument");
  if (n < from + 2) return raise(STRUCT_ERROR, "pack_into expected offset argument");
  const info = changetype<Buffer>(INFO);
  const values = allValues;
  if (!tryBuffer(args.at(from), info, true)) {
    return raised() ? RAISED
      : raiseWith(TypeError, "argument must be read-write bytes-like object, not %t",
        args.at(from));
  }
  if (place(args.at(from + 1), bytes, info.lengthBytes, true) < 0) return RAISED;
  packName = "pack_into";
  allValues = values;
  const out = packed(format, args, from + 2, n, bytes);
  if (changetype<usize>(out) == 0) return RAISED;
  const base = rootsMark();
  keep(<u64>changetype<usize>(out));
  const where = getBuffer(args.at(from), info, true) ? place(args.at(from + 1), bytes,
    info.lengthBytes, true) : -1;
  release(base);
  if (where < 0) return RAISED;
  memory.copy(info.data + <usize>where, out.data, <usize>bytes);
  return NONE;
}

// ---- unpacking ----

/** Values of the measured format at `p`, a tuple. Raises MemoryError. */
function unpackAt(format: StrObject, p: usize): Value {
  const out = tupleAlloc(<u32>allValues);
  if (changetype<usize>(out) == 0) return RAISED;
  begin(format);
  let k: u32 = 0;
  while (next() > 0) {
    let q = p + <usize>offset;
    if (code == 120) continue;
    if (code == 115 || code == 112) {
      let n = <u32>count;
      if (code == 112) {
        n = count == 0 ? 0 : <u32>load<u8>(q);
        if (<i64>n >= count) n = count == 0 ? 0 : <u32>count - 1;
        q++;
      }
      const b = bytesNew(q, n);
      if (b == RAISED) return RAISED;
      out.set(k++, b);
      continue;
    }
    const here = itemCode();
    chargeScan(<usize>count << 2);
    for (let i: i64 = 0; i < count; i++) {
      let from = q;
      if (big && size > 1) {
        from = itemBytes();
        copyBytes(from, q, size);
        itemSwap(from, size);
      }
      const v = itemLoad(here, from);
      if (v == RAISED) return RAISED;
      out.set(k++, v);
      q += size;
    }
  }
  return <u64>changetype<usize>(out);
}
function sizeError(before: string, bytes: i64, after: string): Value {
  return raiseFormat(STRUCT_ERROR, "%l%d%l", literalOf(before), bytes, literalOf(after));
}
function unpackAll(format: StrObject, v: Value): Value {
  const bytes = measure(format);
  if (bytes < 0) return RAISED;
  const info = changetype<Buffer>(INFO);
  if (!getBuffer(v, info, false)) return RAISED;
  if (<i64>info.lengthBytes != bytes)
    return sizeError("unpack requires a buffer of ", bytes, " bytes");
  return unpackAt(format, info.data);
}
function unpackFrom(format: StrObject, v: Value, where: Value): Value {
  const bytes = measure(format);
  if (bytes < 0) return RAISED;
  const values = allValues;
  const info = changetype<Buffer>(INFO);
  if (!getBuffer(v, info, false)) return RAISED;
  const from = place(where, bytes, info.lengthBytes, false);
  if (from < 0 || !getBuffer(v, info, false)) return RAISED;
  if (from + bytes > <i64>info.lengthBytes)
    return offsetError("unpack_from", "unpacking", bytes, from, info.lengthBytes);
  allValues = values;
  return unpackAt(format, info.data + <usize>from);
}
/** An iterator over the tuples of a buffer that holds whole structs. */
function iterUnpack(format: StrObject, v: Value): Value {
  const bytes = measure(format);
  if (bytes < 0) return RAISED;
  if (bytes == 0) return raise(STRUCT_ERROR, "cannot iteratively unpack with a struct of length 0");
  const info = changetype<Buffer>(INFO);
  if (!getBuffer(v, info, false)) return RAISED;
  if (<i64>info.lengthBytes % bytes != 0) {
    return sizeError("iterative unpacking requires a buffer of a multiple of ", bytes, " bytes");
  }
  const out = listNew(0);
  if (out == RAISED) return RAISED;
  for (let p: i64 = 0; p < <i64>info.lengthBytes; p += bytes) {
    const t = unpackAt(format, info.data + <usize>p);
    if (t == RAISED || !listAppend(changetype<ListObject>(<usize>out), t)) return RAISED;
  }
  return listIter(out);
}

// ---- functions ----

function struct_calcsize(args: Args, n: i32): Value {
  const format = formatOf(args.at(0));
  if (changetype<usize>(format) == 0) return RAISED;
  const bytes = measure(format);
  return bytes < 0 ? RAISED : intFromI64(bytes);
}
function struct_pack(args: Args, n: i32): Value {
  const format = formatOf(args.at(0));
  return changetype<usize>(format) == 0 ? RAISED : pack(format, args, 1, n);
}
function struct_pack_into(args: Args, n: i32): Value {
  const format = formatOf(args.at(0));
  return changetype<usize>(format) == 0 ? RAISED : packTo(format, args, 1, n);
}
function struct_unpack(args: Args, n: i32): Value {
  const format = formatOf(args.at(0));
  return changetype<usize>(format) == 0 ? RAISED : unpackAll(format, args.at(1));
}
function struct_unpack_from(args: Args, n: i32): Value {
  const format = formatOf(args.at(0));
  return changetype<usize>(format) == 0 ? RAISED : unpackFrom(format, args.at(1), args.at(2));
}
function struct_iter_unpack(args: Args, n: i32): Value {
  const format = formatOf(args.at(0));
  return changetype<usize>(format) == 0 ? RAISED : iterUnpack(format, args.at(1));
}

// ---- Struct ----

function structMark(address: usize): void { markValue(changetype<StructObject>(address).format); }
function formatIn(self: Value): StrObject {
  return changetype<StrObject>(<usize>changetype<StructObject>(<usize>self).format);
}
function Struct_new(args: Args, n: i32): Value {
  const format = formatOf(args.at(1));
  if (changetype<usize>(format) == 0) return RAISED;
  const bytes = measure(format);
  if (bytes < 0) return RAISED;
  const s = changetype<StructObject>(objectNew(STRUCT_TYPE, offsetof<StructObject>()));
  if (changetype<usize>(s) == 0) return RAISED;
  s.format = <u64>changetype<usize>(format);
  s.size = bytes;
  return <u64>changetype<usize>(s);
}
function Struct_pack(args: Args, n: i32): Value { return pack(formatIn(args.at(0)), args, 1, n); }
function Struct_pack_into(args: Args, n: i32): Value {
  return packTo(formatIn(args.at(0)), args, 1, n);
}
function Struct_unpack(args: Args, n: i32): Value {
  return unpackAll(formatIn(args.at(0)), args.at(1));
}
function Struct_unpack_from(args: Args, n: i32): Value {
  return unpackFrom(formatIn(args.at(0)), args.at(1), args.at(2));
}
function Struct_iter_unpack(args: Args, n: i32): Value {
  return iterUnpack(formatIn(args.at(0)), args.at(1));
}
function Struct_size(v: Value): Value {
  return intFromI64(changetype<StructObject>(<usize>v).size);
}
function Struct_format(v: Value): Value {
  const f = changetype<StructObject>(<usize>v).format;
  return isExactly(f, STR_TYPE) ? f : strNew(changetype<StrObject>(<usize>f).data,
    changetype<StrObject>(<usize>f).lengthBytes);
}

/** Builds the type Struct. Called at boot. */
export function structInstall(): void {
  const t = typeBegin(STRUCT_TYPE, "Struct", OBJECT_TYPE, structMark);
  t.constructDef(Struct_new, "format");
  t.method("pack", Struct_pack, 0, VARARGS);
  t.method("pack_into", Struct_pack_into, 0, VARARGS);
  t.method("unpack", Struct_unpack, 1, 1);
  t.def("unpack_from", Struct_unpack_from, "buffer,offset=");
  t.method("iter_unpack", Struct_iter_unpack, 1, 1);
  t.attribute("size", Struct_size);
  t.attribute("format", Struct_format);
}
export function install(m: ModuleBuilder): void {
  m.type(STRUCT_TYPE);
  m.constant("error", <u64>STRUCT_ERROR);
  m.fn("calcsize", struct_calcsize, 1, 1);
  m.fn("pack", struct_pack, 1, VARARGS);
  m.fn("pack_into", struct_pack_into, 1, VARARGS);
  m.fn("unpack", struct_unpack, 2, 2);
  m.def("unpack_from", struct_unpack_from, "format,/,buffer,offset=");
  m.fn("iter_unpack", struct_iter_unpack, 2, 2);
}
