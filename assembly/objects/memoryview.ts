// memoryview: one-dimensional views of the memory of bytes, bytearray and array, with slices and
// casts.
//
// A view keeps the object it shows (its exporter), an offset and a stride, and asks for the address
// at each use. It pins its exporter: bytearray and array count their views and cannot be resized
// meanwhile. All views stand in a weak list, so that the collector can give back the pins of those
// that died.
import { Value, RAISED, NOTHING, NOT_HANDLED, smallIntNew } from "../core/value";
import { Header, TYPE_BYTES, klassOf, typeOf } from "../heap/header";
import { objectNew } from "./object_new";
import { chargeBytes, chargeScan, chargeWork } from "../heap/events";
import { markValue, markObject, addWeakHook, isMarked } from "../heap/collector";
import {
  raise, raised, takePending, pendingException, isSubtype, raiseWith, raiseFormat,
  TypeError, ValueError, BufferError, NotImplementedError,
} from "./errors";
import { Args } from "./args";
import { Text, textNew, literalOf } from "./text";
import { typeBegin } from "./builder";
import { OBJECT_TYPE, TYPE_SEQUENCE, CMP_EQ, CMP_NE } from "./type";
import { StrObject, STR_HASH_MARK, strOfChar } from "./str";
import { hashBytes } from "../core/hash";
import { ListObject, listNew, listAppend } from "./list";
import { tupleOf1, emptyTuple } from "./tuple";
import { NONE, boolValue } from "./singletons";
import { InstanceObject, isInstance } from "./instance_layout";
import { payloadOf, strPart, valuesEqual } from "./protocol";
import { itemIndex } from "./int";
import { isFloat, toF64 } from "./float";
import { isSlice, sliceUnpack, sliceAdjust, sliceStart, sliceStep, sliceCount } from "./slice";
import { rangeIndexIterNew } from "./iterators";
import { Buffer, BUFFER_BYTES, tryBuffer } from "./buffer";
import { BYTES_TYPE, BYTEARRAY_TYPE, ARRAY_TYPE, BlockObject, bytesNew, bytesAlloc } from "./bytes";
import {
  itemSizeOf, itemLoad, itemMake, itemPut, STORE_OK, STORE_RAISED, STORE_TYPE,
} from "./buffer_items";
import { hexOf, isIndex } from "./bytes_type";
import { toHelper } from "./frozen";
import { sameBytes } from "../core/memory";

export const MEMORYVIEW_TYPE: usize = memory.data(TYPE_BYTES, 16);

//  0      4      8         16      20      24      28      32        36        40    44
//  |klass |flags |exporter |offset |length |stride |format |itemSize |readonly |next |
@unmanaged export class MemoryviewObject extends Header {
  /** The built-in object whose memory is shown (not an instance of a Python class: its payload). */
  exporter: Value;
  /** Of the first item in the exporter's memory. Unit: bytes. */
  offset: u32;
  /** Unit: items. */
  length: u32;
  /** From one item to the next. Unit: bytes; may be negative. */
  stride: i32;
  /** Code of an item (objects/buffer_items.ts). */
  format: u32;
  /** Unit: bytes. */
  itemSize: u32;
  readonly: u32;
  /** Next in the weak list of all views. */
  next: usize;
  /** What obj gives: the object asked for. */
  object: Value;
}
/** flags: released; nothing but release() and repr works. */
const VIEW_RELEASED: u32 = 1;

let views: usize = 0;
function isPinnable(v: Value): bool {
  const klass = klassOf(<usize>v);
  return klass == BYTEARRAY_TYPE || klass == ARRAY_TYPE;
}
function unpin(v: Value): void {
  if (isPinnable(v)) changetype<BlockObject>(<usize>v).exports--;
}
/** Weak hook: dead views give their pins back. */
function sweepViews(): void {
  let last: usize = 0, at = views;
  while (at != 0) {
    const m = changetype<MemoryviewObject>(at), next = m.next;
    if (isMarked(at)) {
      last = at;
    } else {
      if (!(m.flags & VIEW_RELEASED) && isMarked(<usize>m.exporter)) unpin(m.exporter);
      m.flags |= VIEW_RELEASED;
      if (last == 0) views = next; else changetype<MemoryviewObject>(last).next = next;
    }
    at = next;
  }
}
function markViews(): void {
  for (let at = views; at != 0; at = changetype<MemoryviewObject>(at).next) markObject(at);
}
function memoryviewMark(address: usize): void {
  markValue(changetype<MemoryviewObject>(address).exporter);
  markValue(changetype<MemoryviewObject>(address).object);
}
/** A view of an exporter, its other fields to be set. Raises MemoryError: returns 0. */
function viewNew(exporter: Value, object: Value): MemoryviewObject {
  const m = changetype<MemoryviewObject>(objectNew(MEMORYVIEW_TYPE, offsetof<MemoryviewObject>()));
  if (changetype<usize>(m) == 0) return m;
  m.exporter = exporter;
  m.object = object;
  m.next = views;
  views = changetype<usize>(m);
  if (isPinnable(exporter)) changetype<BlockObject>(<usize>exporter).exports++;
  return m;
}
function viewLike(m: MemoryviewObject): MemoryviewObject {
  const v = viewNew(m.exporter, m.object);
  if (changetype<usize>(v) == 0) return v;
  // offset, length, stride, format, itemSize, readonly
  const fields = offsetof<MemoryviewObject>("offset");
  memory.copy(changetype<usize>(v) + fields, changetype<usize>(m) + fields, 24);
  return v;
}
const INFO: usize = memory.data(BUFFER_BYTES, 8);
const OTHER: usize = memory.data(BUFFER_BYTES, 8);
const VALUE: usize = memory.data(BUFFER_BYTES, 8);

/** Address of the first item. */
function viewData(m: MemoryviewObject): usize {
  const klass = klassOf(<usize>m.exporter);
  if (klass == BYTES_TYPE || klass == BYTEARRAY_TYPE || klass == ARRAY_TYPE) {
    return changetype<StrObject>(<usize>m.exporter).data + m.offset;
  }
  const info = changetype<Buffer>(VALUE);
  tryBuffer(m.exporter, info, false);
  return info.data + m.offset;
}
@inline function view(v: Value): MemoryviewObject { return changetype<MemoryviewObject>(<usize>v); }
function alive(m: MemoryviewObject): bool {
  if (!(m.flags & VIEW_RELEASED)) return true;
  raise(ValueError, "operation forbidden on released memoryview object");
  return false;
}
@inline function contiguous(m: MemoryviewObject): bool {
  return m.stride == <i32>m.itemSize || m.length <= 1;
}

/** memoryview(object). Raises TypeError, MemoryError. */
export function memoryviewNew(object: Value): Value {
  const inner = changetype<MemoryviewObject>(payloadOf(object, MEMORYVIEW_TYPE));
  if (changetype<usize>(inner) != 0) {
    return alive(inner) ? <u64>changetype<usize>(viewLike(inner)) : RAISED;
  }
  const info = changetype<Buffer>(INFO);
  if (!tryBuffer(object, info, false)) {
    return raised() ? RAISED
      : raiseWith(TypeError, "memoryview: a bytes-like object is required, not '%t'", object);
  }
  const m = viewNew(isInstance(object) ? changetype<InstanceObject>(<usize>object).native : object,
    object);
  if (changetype<usize>(m) == 0) return RAISED;
  m.offset = 0;
  m.length = info.lengthBytes / info.itemSize;
  m.stride = info.itemSize;
  m.format = info.itemFormat;
  m.itemSize = info.itemSize;
  m.readonly = info.readonly;
  return <u64>changetype<usize>(m);
}
function memoryview_new(args: Args, n: i32): Value { return memoryviewNew(args.at(1)); }

/** buffer slot. A view with gaps is given as a copy (never for writing). */
function memoryview_buffer(v: Value, info: Buffer, writable: bool): bool {
  const m = view(v);
  if (!alive(m)) return false;
  info.lengthBytes = m.length * m.itemSize;
  info.itemFormat = m.format;
  info.itemSize = m.itemSize;
  info.readonly = m.readonly;
  if (contiguous(m)) { info.data = viewData(m); return true; }
  if (writable) {
    raise(BufferError, "memoryview: underlying buffer is not C-contiguous");
    return false;
  }
  const copy = viewBytes(m);
  if (copy == RAISED) return false;
  info.data = changetype<StrObject>(<usize>copy).data;
  return true;
}
/** The items in a row as bytes. Raises MemoryError. */
function viewBytes(m: MemoryviewObject): Value {
  const size = m.itemSize;
  if (contiguous(m)) return bytesNew(viewData(m), m.length * size);
  const out = bytesAlloc(m.length * size);
  if (changetype<usize>(out) == 0) return RAISED;
  let at = viewData(m), to = out.data;
  chargeScan(<usize>m.length << 2);
  for (let i: u32 = 0; i < m.length; i++) {
    memory.copy(to, at, size);
    to += size;
    at += <usize>m.stride;
  }
  return <u64>changetype<usize>(out);
}

// ---- items ----

function unsupported(m: MemoryviewObject): bool {
  if (m.format != 117 && m.format != 119) return false;
  raise(NotImplementedError, "memoryview: format w not supported");
  return true;
}
function memoryview_subscr(v: Value, key: Value): Value {
  const m = view(v);
  if (!alive(m)) return RAISED;
  if (isSlice(key)) {
    if (!sliceUnpack(key)) return RAISED;
    if (!alive(m)) return RAISED;
    sliceAdjust(m.length);
    const part = viewLike(m);
    if (changetype<usize>(part) == 0) return RAISED;
    part.offset = sliceCount == 0 ? m.offset : <u32>(<i64>m.offset + sliceStart * m.stride);
    part.length = <u32>sliceCount;
    part.stride = sliceCount <= 1 ? m.stride : <i32>(sliceStep * m.stride);
    return <u64>changetype<usize>(part);
  }
  if (!isIndex(key)) return raise(TypeError, "memoryview: invalid slice key");
  const i = itemIndex(key, m.length, "index out of bounds on dimension 1");
  if (i < 0 || !alive(m) || unsupported(m)) return RAISED;
  return itemLoad(m.format, viewData(m) + <usize>(i * m.stride));
}
function formatError(type: usize, message: string, m: MemoryviewObject): bool {
  raiseFormat(type, "%l for format '%c'", literalOf(message), m.format);
  return false;
}
function memoryview_setSubscr(v: Value, key: Value, item: Value): bool {
  const m = view(v);
  if (!alive(m)) return false;
  if (m.readonly) { raise(TypeError, "cannot modify read-only memory"); return false; }
  if (item == NOTHING) { raise(TypeError, "cannot delete memory"); return false; }
  if (isSlice(key)) return assignSlice(m, key, item);
  if (!isIndex(key)) {
    raise(TypeError, "memoryview: invalid slice key");
    return false;
  }
  const i = itemIndex(key, m.length, "index out of bounds on dimension 1");
  if (i < 0 || unsupported(m)) return false;
  const stored = itemMake(m.format, item);
  if (stored == STORE_RAISED) {
    if (!isTypeErrorPending()) return false;
    takePending();
    return formatError(TypeError, "memoryview: invalid type", m);
  }
  if (stored == STORE_TYPE) return formatError(TypeError, "memoryview: invalid type", m);
  if (stored != STORE_OK) return formatError(ValueError, "memoryview: invalid value", m);
  if (!alive(m)) return false;
  itemPut(viewData(m) + <usize>(i * m.stride), m.itemSize);
  return true;
}
function isTypeErrorPending(): bool { return isSubtype(typeOf(pendingException()), TypeError); }

function assignSlice(m: MemoryviewObject, key: Value, item: Value): bool {
  if (!sliceUnpack(key)) return false;
  const info = changetype<Buffer>(INFO);
  if (!tryBuffer(item, info, false)) {
    if (!raised()) raiseWith(TypeError, "a bytes-like object is required, not '%t'", item);
    return false;
  }
  if (!alive(m)) return false;
  sliceAdjust(m.length);
  const size = m.itemSize, count = <u32>sliceCount;
  if (info.itemFormat != m.format || info.lengthBytes != count * size) {
    raise(ValueError, "memoryview assignment: lvalue and rvalue have different structures");
    return false;
  }
  let to = viewData(m) + <usize>(sliceStart * m.stride);
  const step = <i32>(sliceStep * m.stride);
  if (step == <i32>size) {
    chargeBytes(count * size);
    memory.copy(to, info.data, count * size);
    return true;
  }
  // The source may overlap the target: through a copy.
  const copy = textNew();
  copy.bytes(info.data, info.lengthBytes);
  if (copy.failed != 0) { copy.finish(); return false; }
  let from = copy.data;
  chargeScan(<usize>count << 3);
  for (let i: u32 = 0; i < count; i++) {
    memory.copy(to, from, size);
    to += <usize>step;
    from += size;
  }
  copy.drop();
  return true;
}
function memoryview_length(v: Value): i64 { return alive(view(v)) ? <i64>view(v).length : -1; }
function memoryview_iter(v: Value): Value { return alive(view(v)) ? rangeIndexIterNew(v) : RAISED; }

/** compare slot: equal if the items are, whatever their formats. */
function memoryview_compare(op: i32, left: Value, right: Value): Value {
  if (op != CMP_EQ && op != CMP_NE) return NOT_HANDLED;
  if (left == right) return boolValue(op == CMP_EQ);
  const a = changetype<Buffer>(INFO), b = changetype<Buffer>(OTHER);
  if (!tryBuffer(left, a, false) || !tryBuffer(right, b, false)) {
    if (raised()) takePending();
    return NOT_HANDLED;
  }
  const count = a.lengthBytes / a.itemSize;
  let same = count == b.lengthBytes / b.itemSize;
  const floats = a.itemFormat == 102 || a.itemFormat == 100 || a.itemFormat == 101;
  if (same && a.itemFormat == b.itemFormat && !floats) {
    chargeBytes(a.lengthBytes);
    same = sameBytes(a.data, b.data, a.lengthBytes);
  } else if (same) {
    // Items are made into numbers; comparing those runs no Python.
    const aData = a.data, bData = b.data, aSize = a.itemSize, bSize = b.itemSize;
    const aFormat = a.itemFormat, bFormat = b.itemFormat;
    chargeWork(count << 1);
    for (let i: u32 = 0; i < count && same; i++) {
      const x = itemLoad(aFormat, aData + i * aSize), y = itemLoad(bFormat, bData + i * bSize);
      if (x == RAISED || y == RAISED) return RAISED;
      same = !isNaNValue(x) && valuesEqual(x, y) == 1;
    }
  }
  return boolValue(same == (op == CMP_EQ));
}
function isNaNValue(v: Value): bool { return isFloat(v) && isNaN(toF64(v)); }

function memoryview_hash(v: Value): i64 {
  const m = view(v);
  if (!alive(m)) return 0;
  if (!m.readonly) { raise(ValueError, "cannot hash writable memoryview object"); return 0; }
  if (m.format != 66 && m.format != 98 && m.format != 99) {
    raise(ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    return 0;
  }
  const info = changetype<Buffer>(INFO);
  if (!memoryview_buffer(v, info, false)) return 0;
  chargeBytes(info.lengthBytes);
  return <i64>STR_HASH_MARK << 32 | <i64>hashBytes(info.data, info.lengthBytes);
}
function memoryview_repr(v: Value, out: Text): bool {
  return out.format(view(v).flags & VIEW_RELEASED ? "<released memory at 0x%p>"
    : "<memory at 0x%p>", v);
}

// ---- methods and attributes ----

function memoryview_tobytes(args: Args, n: i32): Value {
  const m = view(args.at(0));
  return alive(m) ? viewBytes(m) : RAISED;
}
function memoryview_tolist(args: Args, n: i32): Value {
  const m = view(args.at(0));
  if (!alive(m) || unsupported(m)) return RAISED;
  const out = listNew(m.length);
  if (out == RAISED) return RAISED;
  let at = viewData(m);
  chargeWork(m.length);
  for (let i: u32 = 0; i < m.length; i++) {
    const item = itemLoad(m.format, at);
    if (item == RAISED || !listAppend(changetype<ListObject>(<usize>out), item)) return RAISED;
    at += <usize>m.stride;
  }
  return out;
}
/** m.hex([sep[, bytes_per_sep]]). */
function memoryview_hex(args: Args, n: i32): Value {
  const info = changetype<Buffer>(INFO);
  return memoryview_buffer(args.at(0), info, false)
    ? hexOf(info.data, info.lengthBytes, args, false) : RAISED;
}
function isByteCode(code: u32): bool { return code == 66 || code == 98 || code == 99; }
/** m.cast(format[, shape]): the same bytes as items of another format; shape only of one
 *  dimension. */
function memoryview_cast(args: Args, n: i32): Value {
  const m = view(args.at(0));
  if (!alive(m)) return RAISED;
  const s = strPart(args.at(1));
  if (changetype<usize>(s) == 0) {
    return raiseWith(TypeError, "cast() argument 'format' must be str, not %t", args.at(1));
  }
  const native = s.lengthBytes == 2 && load<u8>(s.data) == 64;
  const code: u32 = s.lengthBytes == 1 ? load<u8>(s.data) : native ? load<u8>(s.data, 1) : 0;
  const size = code == 101 || code == 117 || code == 119 ? 0 : itemSizeOf(code);
  if (size == 0) {
    return raise(ValueError,
      "memoryview: destination format must be a native single character format prefixed with an optional '@'");
  }
  if (!contiguous(m))
    return raise(TypeError, "memoryview: casts are restricted to C-contiguous views");
  if (!isByteCode(m.format) && !isByteCode(code) && m.format != code) {
    return raise(TypeError, "memoryview: cannot cast between two non-byte formats");
  }
  const bytes = m.length * m.itemSize;
  if (bytes % size != 0)
    return raise(TypeError, "memoryview: length is not a multiple of itemsize");
  const v = viewLike(m);
  if (changetype<usize>(v) == 0) return RAISED;
  v.format = code;
  v.itemSize = size;
  v.stride = size;
  v.length = bytes / size;
  const cast = <u64>changetype<usize>(v);
  return args.at(2) == NOTHING ? cast : toHelper("_view_shape", cast, args.at(2));
}
function memoryview_toreadonly(args: Args, n: i32): Value {
  const m = view(args.at(0));
  if (!alive(m)) return RAISED;
  const v = viewLike(m);
  if (changetype<usize>(v) == 0) return RAISED;
  v.readonly = 1;
  return <u64>changetype<usize>(v);
}
function memoryview_release(args: Args, n: i32): Value {
  const m = view(args.at(0));
  if (!(m.flags & VIEW_RELEASED)) {
    m.flags |= VIEW_RELEASED;
    unpin(m.exporter);
  }
  return NONE;
}
function memoryview_enter(args: Args, n: i32): Value {
  return alive(view(args.at(0))) ? args.at(0) : RAISED;
}
function get_format(v: Value): Value { return alive(view(v)) ? strOfChar(view(v).format) : RAISED; }
function get_itemsize(v: Value): Value {
  return alive(view(v)) ? smallIntNew(view(v).itemSize) : RAISED;
}
function get_nbytes(v: Value): Value {
  return alive(view(v)) ? smallIntNew(<i64>view(v).length * view(v).itemSize) : RAISED;
}
function get_shape(v: Value): Value {
  return alive(view(v)) ? tupleOf1(smallIntNew(view(v).length)) : RAISED;
}
function get_strides(v: Value): Value {
  return alive(view(v)) ? tupleOf1(smallIntNew(view(v).stride)) : RAISED;
}
function get_suboffsets(v: Value): Value { return alive(view(v)) ? emptyTuple() : RAISED; }
function get_ndim(v: Value): Value { return alive(view(v)) ? smallIntNew(1) : RAISED; }
function get_readonly(v: Value): Value {
  return alive(view(v)) ? boolValue(view(v).readonly != 0) : RAISED;
}
function get_contiguous(v: Value): Value {
  return alive(view(v)) ? boolValue(contiguous(view(v))) : RAISED;
}
function get_obj(v: Value): Value { return alive(view(v)) ? view(v).object : RAISED; }

export function memoryviewInstall(): void {
  addWeakHook(sweepViews, markViews);
  const t = typeBegin(MEMORYVIEW_TYPE, "memoryview", OBJECT_TYPE, memoryviewMark);
  t.flag(TYPE_SEQUENCE);
  const type = t.type();
  type.compare = memoryview_compare.index;
  type.hash = memoryview_hash.index;
  type.length = memoryview_length.index;
  type.iter = memoryview_iter.index;
  type.subscr = memoryview_subscr.index;
  type.setSubscr = memoryview_setSubscr.index;
  type.repr = memoryview_repr.index;
  type.buffer = memoryview_buffer.index;
  t.constructDef(memoryview_new, "object");
  t.def("tobytes", memoryview_tobytes, "order=");
  t.method("tolist", memoryview_tolist, 0, 0);
  t.def("hex", memoryview_hex, "sep=,bytes_per_sep=");
  t.def("cast", memoryview_cast, "format,shape=");
  t.method("toreadonly", memoryview_toreadonly, 0, 0);
  t.method("release", memoryview_release, 0, 0);
  t.method("__enter__", memoryview_enter, 0, 0);
  t.method("__exit__", memoryview_release, 0, 3);
  t.attribute("format", get_format);
  t.attribute("itemsize", get_itemsize);
  t.attribute("nbytes", get_nbytes);
  t.attribute("shape", get_shape);
  t.attribute("strides", get_strides);
  t.attribute("suboffsets", get_suboffsets);
  t.attribute("ndim", get_ndim);
  t.attribute("readonly", get_readonly);
  t.attribute("contiguous", get_contiguous);
  t.attribute("c_contiguous", get_contiguous);
  t.attribute("f_contiguous", get_contiguous);
  t.attribute("obj", get_obj);
}
