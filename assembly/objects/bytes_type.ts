// bytes: the type - operators, indexing, repr, constructor - and the table of methods it shares
// with bytearray. Behaviour:
// docs.python.org/3/library/stdtypes.html#bytes-and-bytearray-operations.
import { Value, RAISED, NOTHING, NOT_HANDLED, END, smallIntNew, isSmallInt,
  smallInt } from "../core/value";
import { typeOf, isExactly } from "../heap/header";
import { chargeBytes, chargeScan, chargeWork } from "../heap/events";
import { rootsMark, keep, release } from "../heap/roots";
import {
  raise, raiseType, raiseNoMemory, raised, raiseWith, raiseFormat, TypeError, ValueError,
  OverflowError,
} from "./errors";
import { Args } from "./args";
import { Text, textNew } from "./text";
import { typeBegin, TypeBuilder } from "./builder";
import {
  typeObjectOf, orderHolds, OBJECT_TYPE, TypeObject, OP_ADD, OP_MUL, OP_MOD, CMP_EQ, CMP_NE,
} from "./type";
import { StrObject, STR_MAX, strMark, strPythonHash } from "./str";
import { boolValue } from "./singletons";
import { isInstance } from "./instance_layout";
import { tupleOf1 } from "./tuple";
import { strPart, getIter, iterNext, payloadOf, callMethod0 } from "./protocol";
import { typeLookup } from "./attributes";
import { intPart, intFromI64, indexOf, indexOverflowed, itemPlace } from "./int";
import { isSlice, sliceUnpack, sliceAdjust, sliceCopy, sliceStep, sliceCount } from "./slice";
import { handOver, itemsIterFrom } from "./iterators";
import { isListOrTuple, itemsOf, itemCount } from "./sequence";
import { tailArg, tailCall } from "./hooks";
import { Buffer, BUFFER_BYTES, tryBuffer } from "./buffer";
import {
  BYTES_TYPE, BYTEARRAY_TYPE, bytesAlloc, bytesNew, bytearrayNew, bytesConcat, blockAlloc,
  bytesFinish,
} from "./bytes";
import { bytesIter } from "./string_iterators";
import { repeatText } from "./str_type";
import { decodeBytes, encodeStr, codecArguments, codecEncoding, codecErrors } from "./str_codec";
import { dataOf, bytesOf } from "./str_args";
import { percentFormat } from "./percent";
import { text_contains, allocLike } from "./str_find";
import { bytes_translate, bytes_maketrans } from "./str_translate";
import { S___bytes__, S___index__ } from "./names";
import { toHelper } from "./frozen";
import { orderBytes } from "../core/memory";
import { addTextMethods } from "./text_methods";

const INFO: usize = memory.data(BUFFER_BYTES, 8);

// ---- operators ----

/** left + right for bytes and bytearray, of the left one's type; NOT_HANDLED: right may know. */
export function addBytes(left: Value, right: Value): Value {
  if (isExactly(left, BYTES_TYPE) && isExactly(right, BYTES_TYPE)) {
    return bytesConcat(changetype<StrObject>(<usize>left), changetype<StrObject>(<usize>right));
  }
  const info = changetype<Buffer>(INFO), other = addend(left, right, info);
  if (other != right) return other;
  const a = bytesOf(left);
  const s = allocLike(left, <i64>a + info.lengthBytes);
  if (changetype<usize>(s) == 0) return RAISED;
  memory.copy(s.data, dataOf(left), a);
  memory.copy(s.data + a, info.data, info.lengthBytes);
  return <u64>changetype<usize>(s);
}
/** `right`, with its bytes in `info`, if it can be added to bytes or a bytearray; otherwise
 *  NOT_HANDLED or RAISED. */
export function addend(left: Value, right: Value, info: Buffer): Value {
  if (tryBuffer(right, info, false)) return right;
  if (raised()) return RAISED;
  return isInstance(right) ? NOT_HANDLED
    : raiseFormat(TypeError, "can't concat %t to %t", right, left);
}
/** The bytes object itself, also of an instance of a subclass; 0: `v` is none. */
function bytesPart(v: Value): Value { return <u64>payloadOf(v, BYTES_TYPE); }

/** binary slot of bytes. */
function bytes_binary(op: i32, left: Value, right: Value): Value {
  return bytesOperator(op, BYTES_TYPE, left, right);
}
/** The operators of bytes and of bytearray: `type` is one of the two. */
export function bytesOperator(op: i32, type: usize, left: Value, right: Value): Value {
  const a = <u64>payloadOf(left, type);
  if (op == OP_MUL)
    return a != NOTHING ? repeatText(a, right) : repeatText(<u64>payloadOf(right, type), left);
  if (a == NOTHING) return NOT_HANDLED;
  return op == OP_ADD ? addBytes(a, right) : op == OP_MOD ? percentFormat(a, right) : NOT_HANDLED;
}
/** Order of two byte rows. */
export function compareBytes(op: i32, a: usize, aBytes: u32, b: usize, bBytes: u32): Value {
  if ((op == CMP_EQ || op == CMP_NE) && aBytes != bBytes) return boolValue(op == CMP_NE);
  const n = aBytes < bBytes ? aBytes : bBytes;
  chargeBytes(n);
  const c = orderBytes(a, b, n);
  return boolValue(c != 0 ? orderHolds(op, c, 0) : orderHolds(op, aBytes, bBytes));
}
function bytes_compare(op: i32, left: Value, right: Value): Value {
  const a = bytesPart(left), b = bytesPart(right);
  if (a == NOTHING || b == NOTHING) return NOT_HANDLED;
  return compareBytes(op, dataOf(a), bytesOf(a), dataOf(b), bytesOf(b));
}
function bytes_hash(v: Value): i64 { return strPythonHash(changetype<StrObject>(<usize>v)); }
/** length and truth slots of bytes and bytearray. */
export function bytes_length(v: Value): i64 { return bytesOf(v); }
export function bytes_truth(v: Value): i32 { return <i32>(bytesOf(v) != 0); }
/** buffer slot. */
function bytes_buffer(v: Value, info: Buffer, writable: bool): bool {
  info.data = dataOf(v);
  info.lengthBytes = bytesOf(v);
  info.itemFormat = 66;
  info.itemSize = 1;
  info.readonly = 1;
  return true;
}

/** subscr slot of bytes and bytearray: b[i] is an int, b[i:j:k] of the same type. */
export function bytes_subscr(v: Value, key: Value): Value {
  if (isSlice(key)) {
    if (!sliceUnpack(key)) return RAISED;
    sliceAdjust(bytesOf(v));
    const count = <u32>sliceCount;
    if (count == bytesOf(v) && sliceStep == 1 && isExactly(v, BYTES_TYPE)) return v;
    const out = allocLike(v, count);
    if (changetype<usize>(out) == 0) return RAISED;
    sliceCopy(out.data, dataOf(v), 1);
    return <u64>changetype<usize>(out);
  }
  if (!isIndex(key)) {
    return raiseType(TypeError, isExactly(v, BYTES_TYPE)
      ? "byte indices must be integers or slices, not "
      : "bytearray indices must be integers or slices, not ", key, "");
  }
  const n = indexOf(key);
  const i = raised() ? -1 : itemPlace(n, bytesOf(v), isExactly(v, BYTES_TYPE) ? "index out of range"
    : "bytearray index out of range");
  return i < 0 ? RAISED : smallIntNew(load<u8>(dataOf(v) + <usize>i));
}
/** True if `v` is an int or has __index__. */
export function isIndex(v: Value): bool {
  if (isSmallInt(v) || intPart(v) != NOTHING) return true;
  return typeObjectOf(v).unary != 0 && typeLookup(typeOf(v), S___index__) != NOTHING;
}

// ---- repr ----

/** Appends the bytes as a literal, b'...'. `both`: a ' gets a backslash inside "..." too, as
 *  bytearray has it. */
export function reprBytes(at: usize, bytes: u32, out: Text, both: bool): void {
  const end = at + bytes;
  chargeWork(bytes >> 1);
  let single = false, double = false;
  for (let p = at; p < end; p++) {
    const b = load<u8>(p);
    if (b == 39) single = true;
    else if (b == 34) double = true;
  }
  const quote: u32 = single && !double ? 34 : 39;
  out.byte(98);
  out.byte(quote);
  for (let p = at; p < end; p++) {
    const b = <u32>load<u8>(p);
    if (b == quote || b == 92 || (b == 39 && both)) { out.byte(92); out.byte(b); }
    else if (b >= 32 && b < 127) out.byte(b);
    else if (b == 10) out.literal("\\n");
    else if (b == 13) out.literal("\\r");
    else if (b == 9) out.literal("\\t");
    else { out.literal("\\x"); out.hex(b, 2); }
  }
  out.byte(quote);
}
function bytes_repr(v: Value, out: Text): bool {
  reprBytes(dataOf(v), bytesOf(v), out, false);
  return true;
}

// ---- constructor ----

/** One item of an iterable as a byte, -1 with an exception pending. */
export function byteOf(v: Value, message: string): i32 {
  const n = isSmallInt(v) ? smallInt(v) : indexOf(v);
  if (raised()) return -1;
  if (n < 0 || n > 255) { raise(ValueError, message); return -1; }
  return <i32>n;
}
/** Appends the bytes of an iterable of ints. False with an exception pending. May run Python.
 *  `range`: what is said of an int that is no byte. */
export function bytesFromIterable(v: Value, out: Text, range: string): bool {
  let it = NOTHING;
  if (isListOrTuple(v)) {
    // Leading bytes need neither an iterator nor the roots.
    const items = itemsOf(v), end = items + (<usize>itemCount(v) << 3);
    let at = items;
    chargeScan(<u32>(end - items) >> 3);
    for (; at < end && isSmallInt(load<u64>(at)); at += 8) {
      const n = smallInt(load<u64>(at));
      if (<u64>n > 255) break;
      out.byte(<u32>n);
    }
    if (at == end) return true;
    it = itemsIterFrom(v, <u32>(at - items) >> 3);
  }
  const base = rootsMark();
  keep(v); keep(out.value());
  let ok = false;
  if (it == NOTHING) it = getIter(v);
  if (it != RAISED) {
    keep(it);
    while (true) {
      const item = iterNext(it);
      ok = item == END;
      if (ok || item == RAISED) break;
      const b = byteOf(item, range);
      if (b < 0) break;
      out.byte(b);
    }
  }
  release(base);
  return ok;
}
/** What bytes(source, encoding, errors) and bytearray(...) make: an object of `type`. May return
 *  TAIL_CALL. */
export function bytesFrom(type: usize, source: Value, encoding: Value, errors: Value): Value {
  const isBytes = type == BYTES_TYPE;
  const text = strPart(source);
  if (changetype<usize>(text) != 0) {
    if (encoding == NOTHING) return raise(TypeError, "string argument without an encoding");
    if (!codecArguments(encoding, errors, isBytes ? "bytes" : "bytearray")) return RAISED;
    const r = encodeStr(text, codecEncoding, codecErrors);
    return r == RAISED || isBytes ? r : bytearrayNew(dataOf(r), bytesOf(r));
  }
  if (encoding != NOTHING) return raise(TypeError, "encoding without a string argument");
  if (errors != NOTHING) return raise(TypeError, "errors without a string argument");
  if (source == NOTHING) return allocZero(isBytes, 0);
  if (isExactly(source, BYTES_TYPE) && isBytes) return source;
  if (isInstance(source) && typeLookup(typeOf(source), S___bytes__) != NOTHING && isBytes) {
    const r = callMethod0(source, S___bytes__);
    if (r == RAISED) return RAISED;
    const part = bytesPart(r);
    return part != NOTHING ? part : raiseWith(TypeError, "__bytes__ returned non-bytes (type %t)",
      r);
  }
  const info = changetype<Buffer>(INFO);
  if (tryBuffer(source, info, false)) return copyOf(isBytes, info.data, info.lengthBytes);
  if (raised()) return RAISED;
  if (isIndex(source)) {
    const n = indexOf(source);
    if (raised()) return RAISED;
    if (indexOverflowed)
      return raise(OverflowError, "cannot fit 'int' into an index-sized integer");
    if (n < 0) return raise(ValueError, "negative count");
    return allocZero(isBytes, n);
  }
  if (typeObjectOf(source).iter == 0 && (typeObjectOf(source).subscr == 0 || !isInstance(source))) {
    return raiseType(TypeError, "cannot convert '", source,
      isBytes ? "' object to bytes" : "' object to bytearray");
  }
  if (handOver(source)) {
    return toHelper("_bytes", <u64>(isBytes ? BYTES_TYPE : BYTEARRAY_TYPE), source);
  }
  const out = textNew();
  if (!bytesFromIterable(source, out, isBytes ? "bytes must be in range(0, 256)"
      : "byte must be in range(0, 256)")) {
    out.drop();
    return RAISED;
  }
  return finished(isBytes, out);
}
/** bytes or a bytearray of `out`, which is dropped. */
function finished(isBytes: bool, out: Text): Value {
  if (out.failed != 0) return out.finish();
  const r = copyOf(isBytes, out.data, out.length);
  out.drop();
  return r;
}
function copyOf(isBytes: bool, at: usize, bytes: u32): Value {
  return isBytes ? bytesNew(at, bytes) : bytearrayNew(at, bytes);
}
/** `n` zero bytes. */
function allocZero(isBytes: bool, n: i64): Value {
  if (n > <i64>STR_MAX) return raiseNoMemory(STR_MAX);
  const s = isBytes ? bytesAlloc(<u32>n)
    : changetype<StrObject>(blockAlloc(BYTEARRAY_TYPE, 66, 1, <u32>n));
  if (changetype<usize>(s) == 0) return RAISED;
  memory.fill(s.data, 0, <usize>n);
  return <u64>changetype<usize>(s);
}
function bytes_new(args: Args, n: i32): Value {
  return bytesFrom(BYTES_TYPE, args.at(1), args.at(2), args.at(3));
}

// ---- methods that only bytes and bytearray have ----

/** b.decode(encoding='utf-8', errors='strict'). */
function bytes_decode(args: Args, n: i32): Value {
  const self = args.at(0);
  return codecArguments(args.at(1), args.at(2), "decode")
    ? decodeBytes(dataOf(self), bytesOf(self), self, codecEncoding, codecErrors) : RAISED;
}
function hexDigit(b: u32): i32 {
  if (b - 48 < 10) return <i32>(b - 48);
  b |= 32;
  return b - 97 < 6 ? <i32>(b - 87) : -1;
}
/** bytes.fromhex(str), for the type asked for. */
function bytes_fromhex(args: Args, n: i32): Value {
  const s = strPart(args.at(1));
  if (changetype<usize>(s) == 0)
    return raiseWith(TypeError, "fromhex() argument must be str, not %t", args.at(1));
  const out = textNew();
  chargeWork(s.lengthBytes >> 1);
  let bad = -1;
  for (let i: u32 = 0; i < s.lengthBytes; ) {
    const c = <u32>load<u8>(s.data + i);
    if (c == 32 || (c >= 9 && c <= 13)) { i++; continue; }
    const high = hexDigit(c);
    if (high < 0) { bad = i; break; }
    const low = i + 1 < s.lengthBytes ? hexDigit(load<u8>(s.data + i + 1)) : -1;
    if (low < 0) { bad = i + 1; break; }
    out.byte(<u32>(high << 4 | low));
    i += 2;
  }
  if (bad >= 0) {
    out.drop();
    return raiseWith(ValueError, "non-hexadecimal number found in fromhex() arg at position %d",
      bad);
  }
  const type = <usize>args.at(0);
  const plain = finished(changetype<TypeObject>(type).native != BYTEARRAY_TYPE, out);
  if (plain == RAISED || type == BYTES_TYPE || type == BYTEARRAY_TYPE) return plain;
  // a class derived from it is called with the bytes
  tailArg(0, plain);
  return tailCall(<u64>type, 1);
}
/** What b.hex([sep[, bytes_per_sep]]) returns of these bytes, a str or (`asBytes`) bytes; sep and
 *  bytes_per_sep: args.at(1) and (2), if given. May hand over. */
export function hexOf(at: usize, bytes: u32, args: Args, asBytes: bool): Value {
  const out = textNew(), to = bytes < 1 << 30 ? out.reserve(bytes << 1) : 0;
  if (to != 0) {
    out.length = bytes << 1;
    for (let i: u32 = 0; i < bytes; i++) {
      const b = <u32>load<u8>(at + i), high = b >> 4, low = b & 15;
      store<u16>(to + (i << 1),
        <u16>((high < 10 ? 48 + high : 87 + high) | (low < 10 ? 48 + low : 87 + low) << 8));
    }
  } else if (bytes != 0) {
    out.failed = 0xffffffff;
  }
  const text = asBytes ? bytesFinish(out) : out.finish(), sep = args.at(1);
  if (text == RAISED) return RAISED;
  const base = keep(text), group = args.at(2) == NOTHING ? 1 : indexOf(args.at(2));
  release(base);
  return raised() ? RAISED : sep == NOTHING ? text : toHelper("_hex", text, sep, intFromI64(group));
}
/** b.hex([sep[, bytes_per_sep]]). */
function bytes_hex(args: Args, n: i32): Value {
  return hexOf(dataOf(args.at(0)), bytesOf(args.at(0)), args, false);
}
function bytes_bytes(args: Args, n: i32): Value { return args.at(0); }
function bytes_getnewargs(args: Args, n: i32): Value { return tupleOf1(args.at(0)); }

/** The methods that bytes and bytearray share. */
export function addBytesMethods(t: TypeBuilder): void {
  t.def("decode", bytes_decode, "encoding=,errors=");
  t.classMethod("fromhex", bytes_fromhex, 1, 1);
  t.def("hex", bytes_hex, "sep=,bytes_per_sep=");
  t.staticMethod("maketrans", bytes_maketrans, 2, 2);
  t.def("translate", bytes_translate, "table,/,delete=");
  addTextMethods(t);
}
export function bytesInstall(): void {
  const t = typeBegin(BYTES_TYPE, "bytes", OBJECT_TYPE, strMark);
  const type = t.type();
  type.binary = bytes_binary.index;
  type.compare = bytes_compare.index;
  type.hash = bytes_hash.index;
  type.truth = bytes_truth.index;
  type.length = bytes_length.index;
  type.iter = bytesIter.index;
  type.subscr = bytes_subscr.index;
  type.contains = text_contains.index;
  type.repr = bytes_repr.index;
  type.buffer = bytes_buffer.index;
  t.constructDef(bytes_new, "source=,encoding=,errors=");
  addBytesMethods(t);
  t.method("__bytes__", bytes_bytes, 0, 0);
  t.method("__getnewargs__", bytes_getnewargs, 0, 0);
}
