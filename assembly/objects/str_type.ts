// str: the type - operators, indexing, repr, constructor - and the table of its methods.
//
// Methods stand in str_find.ts, str_split.ts, str_pad.ts, str_case.ts, str_codec.ts,
// str_translate.ts, format.ts. Behaviour:
// docs.python.org/3/library/stdtypes.html#text-sequence-type-str.
import { Value, RAISED, NOTHING, NOT_HANDLED } from "../core/value";
import { typeOf } from "../heap/header";
import { chargeScan, chargeWork } from "../heap/events";
import { utf8Decode, utf8SequenceLength } from "../core/utf8";
import { isPrintable, unicodeInit } from "../core/unicode";
import { raise, raiseNoMemory, raised, raiseWith, TypeError, OverflowError } from "./errors";
import { Args } from "./args";
import { Text, textNew } from "./text";
import { typeBegin } from "./builder";
import { OBJECT_TYPE, TypeObject, OP_ADD, OP_MUL, OP_MOD } from "./type";
import {
  StrObject, STR_TYPE, STR_ASCII, STR_MAX, strMark, strPythonHash, strConcat, strOfChar, strAlloc,
  strByteOffset, strSliceBytes, emptyStr, strCompareOp,
} from "./str";
import { boolValue } from "./singletons";
import { isInstance } from "./instance_layout";
import { strPart, strOf } from "./protocol";
import { indexTry, itemIndex, indexOf, indexOverflowed } from "./int";
import { isSlice, sliceBounds, sliceStart, sliceStep, sliceCount } from "./slice";
import { tupleOf1 } from "./tuple";
import { Buffer, BUFFER_BYTES, tryBuffer } from "./buffer";
import { fillRepeated } from "./sequence";
import { strIter } from "./string_iterators";
import { text_contains, allocLike } from "./str_find";
import { BYTES_TYPE } from "./bytes";
import {
  str_casefold, str_isdecimal, str_isnumeric, str_isprintable, str_isidentifier,
} from "./str_case";
import { encodeStr, decodeBytes, codecArguments, codecEncoding, codecErrors,
  hexEscapeInto } from "./str_codec";
import { str_translate, str_maketrans } from "./str_translate";
import { str_format, str_format_map, object_format } from "./format";
import { isIndex } from "./bytes_type";
import { percentFormat } from "./percent";
import { addTextMethods } from "./text_methods";

// ---- operators ----

/** The int that says how often a sequence is to be repeated; NOT_HANDLED: the other operand may
 *  know; RAISED. May run Python: a sequence that changes is looked at afterwards. */
export function repeatIndex(v: Value): Value {
  const r = indexTry(v);
  if (r != NOT_HANDLED || isInstance(v)) return r;
  return raiseWith(TypeError, "can't multiply sequence by non-int of type '%t'", v);
}
/** That number (below 0: 0) for `s`, a str, bytes, bytearray or array; -1: raised. */
export function repeatTimes(times: Value, s: StrObject): i64 {
  const n = indexOf(times), bytes = s.lengthBytes;
  if (n <= 0) return 0;
  if (indexOverflowed) {
    raise(OverflowError, "cannot fit 'int' into an index-sized integer");
    return -1;
  }
  const most = bytes == 0 ? n : i64.MAX_VALUE / bytes;
  if (n > most && (s.klass == STR_TYPE || s.klass == BYTES_TYPE)) {
    raise(OverflowError, s.klass == STR_TYPE ? "repeated string is too long"
      : "repeated bytes are too long");
    return -1;
  }
  if (n > most || n * bytes > <i64>STR_MAX) { raiseNoMemory(STR_MAX); return -1; }
  return n;
}
/** self * v for str, bytes, bytearray and array, of its type. NOT_HANDLED: v may know. */
export function repeatText(self: Value, v: Value): Value {
  const times = repeatIndex(v);
  if (times == RAISED || times == NOT_HANDLED) return times;
  const s = changetype<StrObject>(<usize>self), bytes = s.lengthBytes, n = repeatTimes(times, s);
  if (n < 0) return RAISED;
  const total = bytes * <u32>n, text = s.klass == STR_TYPE;
  if (total == bytes && (text || s.klass == BYTES_TYPE)) return self;
  if (text && total == 0) return emptyStr();
  const out = allocLike(self, total);
  if (changetype<usize>(out) == 0) return RAISED;
  if (total != 0) {
    memory.copy(out.data, s.data, bytes);
    fillRepeated(out.data, bytes, total);
  }
  if (text) {
    out.lengthChars = s.lengthChars * <u32>n;
    out.flags |= s.flags & STR_ASCII;
  }
  return <u64>changetype<usize>(out);
}
/** binary slot. */
function str_binary(op: i32, left: Value, right: Value): Value {
  const a = strPart(left);
  if (changetype<usize>(a) != 0) {
    if (op == OP_ADD) {
      const b = strPart(right);
      if (changetype<usize>(b) != 0) return strConcat(a, b);
      if (isInstance(right)) return NOT_HANDLED;
      return raiseWith(TypeError,
        "can only concatenate str (not \"%s\") to str", changetype<TypeObject>(typeOf(right)).name);
    }
    if (op == OP_MUL) return repeatText(<u64>changetype<usize>(a), right);
    if (op == OP_MOD) return percentFormat(<u64>changetype<usize>(a), right);
    return NOT_HANDLED;
  }
  return op == OP_MUL ? repeatText(<u64>changetype<usize>(strPart(right)), left)
    : NOT_HANDLED;
}
/** compare slot. */
function str_compare(op: i32, left: Value, right: Value): Value {
  const a = strPart(left), b = strPart(right);
  if (changetype<usize>(a) == 0 || changetype<usize>(b) == 0) return NOT_HANDLED;
  return boolValue(strCompareOp(op, a, b));
}
function str_hash(v: Value): i64 { return strPythonHash(changetype<StrObject>(<usize>v)); }
function str_length(v: Value): i64 { return changetype<StrObject>(<usize>v).lengthChars; }
function str_truth(v: Value): i32 {
  return <i32>(changetype<StrObject>(<usize>v).lengthBytes != 0);
}

// ---- items ----

/** subscr slot: s[i] and s[a:b:c]. */
function str_subscr(v: Value, key: Value): Value {
  const s = changetype<StrObject>(<usize>v);
  if (isSlice(key)) {
    if (!sliceBounds(key, s.lengthChars)) return RAISED;
    return strSlice(s);
  }
  if (!isIndex(key)) return raiseWith(TypeError, "string indices must be integers, not '%t'", key);
  const i = itemIndex(key, s.lengthChars, "string index out of range");
  if (i < 0) return RAISED;
  if (s.flags & STR_ASCII) return strOfChar(load<u8>(s.data + <usize>i));
  return strOfChar(utf8Decode(s.data + strByteOffset(s, <u32>i)));
}
/** The slice that sliceBounds found. */
function strSlice(s: StrObject): Value {
  const count = <u32>sliceCount;
  if (count == 0) return emptyStr();
  const start = <u32>sliceStart, step = sliceStep;
  if (step != 1) chargeScan(count);
  if (step == 1) {
    if (s.flags & STR_ASCII) return strSliceBytes(s, start, start + count);
    return strSliceBytes(s, strByteOffset(s, start), strByteOffset(s, start + count));
  }
  if (s.flags & STR_ASCII) {
    const out = strAlloc(count);
    if (changetype<usize>(out) == 0) return RAISED;
    let at = s.data + start;
    for (let i: u32 = 0; i < count; i++) {
      store<u8>(out.data + i, load<u8>(at));
      at += <usize>step;
    }
    out.flags |= STR_ASCII;
    return <u64>changetype<usize>(out);
  }
  const out = textNew();
  chargeWork(count << 4);
  for (let i = <i64>start, k: u32 = 0; k < count; k++, i += step)
    out.char(utf8Decode(s.data + strByteOffset(s, <u32>i)));
  return out.finish();
}

// ---- repr ----

/** Appends repr of UTF-8 text; with `ascii`, all beyond ASCII escaped. */
export function reprText(at: usize, bytes: u32, out: Text, ascii: bool): void {
  const end = at + bytes;
  chargeScan(bytes);
  let single = false, double = false;
  for (let p = at; p < end; p++) {
    const b = load<u8>(p);
    if (b == 39) single = true;
    else if (b == 34) double = true;
  }
  const quote: u32 = single && !double ? 34 : 39;
  out.byte(quote);
  while (at < end) {
    // a run that stands as it is
    let run = at;
    while (run < end) {
      const b = <u32>load<u8>(run);
      if (b < 32 || b >= 127 || b == 92 || b == quote) break;
      run++;
    }
    if (run != at) {
      out.bytes(at, <u32>(run - at));
      at = run;
      if (at == end) break;
    }
    chargeWork(2);
    const c = utf8Decode(at), width = utf8SequenceLength(load<u8>(at));
    if (c == quote || c == 92) { out.byte(92); out.byte(c); }
    else if (c == 10) out.literal("\\n");
    else if (c == 13) out.literal("\\r");
    else if (c == 9) out.literal("\\t");
    else if (c < 128 || ascii || !isPrintable(c)) hexEscapeInto(out, c);
    else out.bytes(at, width);
    at += width;
  }
  out.byte(quote);
}
function str_repr(v: Value, out: Text): bool {
  const s = changetype<StrObject>(<usize>v);
  reprText(s.data, s.lengthBytes, out, false);
  return true;
}
function str_str(v: Value, out: Text): bool {
  out.str(v);
  return true;
}

// ---- constructor and methods of str alone ----

const INFO: usize = memory.data(BUFFER_BYTES, 8);

/** str(object=''), str(bytes, encoding='utf-8', errors='strict'). */
function str_new(args: Args, n: i32): Value {
  const object = args.at(1), encoding = args.at(2), errors = args.at(3);
  if (encoding == NOTHING && errors == NOTHING) {
    if (object == NOTHING) return emptyStr();
    const s = strOf(object);
    return s;
  }
  if (!codecArguments(encoding, errors, "str")) return RAISED;
  if (object == NOTHING) return emptyStr();
  if (changetype<usize>(strPart(object)) != 0)
    return raise(TypeError, "decoding str is not supported");
  const info = changetype<Buffer>(INFO);
  if (!tryBuffer(object, info, false)) {
    return raised() ? RAISED
      : raiseWith(TypeError, "decoding to str: need a bytes-like object, %t found", object);
  }
  return decodeBytes(info.data, info.lengthBytes, object, codecEncoding, codecErrors);
}
/** s.encode(encoding='utf-8', errors='strict'). */
function str_encode(args: Args, n: i32): Value {
  return codecArguments(args.at(1), args.at(2), "encode")
    ? encodeStr(changetype<StrObject>(<usize>args.at(0)), codecEncoding, codecErrors) : RAISED;
}
function str_getnewargs(args: Args, n: i32): Value { return tupleOf1(args.at(0)); }

export function strInstall(): void {
  unicodeInit();
  const t = typeBegin(STR_TYPE, "str", OBJECT_TYPE, strMark);
  const type = t.type();
  type.binary = str_binary.index;
  type.compare = str_compare.index;
  type.hash = str_hash.index;
  type.truth = str_truth.index;
  type.length = str_length.index;
  type.iter = strIter.index;
  type.subscr = str_subscr.index;
  type.contains = text_contains.index;
  type.repr = str_repr.index;
  type.str = str_str.index;
  t.constructDef(str_new, "object=,encoding=,errors=");
  t.def("encode", str_encode, "encoding=,errors=");
  addTextMethods(t);
  t.method("casefold", str_casefold, 0, 0);
  t.method("isdecimal", str_isdecimal, 0, 0);
  t.method("isnumeric", str_isnumeric, 0, 0);
  t.method("isprintable", str_isprintable, 0, 0);
  t.method("isidentifier", str_isidentifier, 0, 0);
  t.method("translate", str_translate, 1, 1);
  t.staticMethod("maketrans", str_maketrans, 1, 3);
  t.def("format", str_format, "*args,**");
  t.method("format_map", str_format_map, 1, 1);
  t.method("__format__", object_format, 1, 1);
  t.method("__getnewargs__", str_getnewargs, 0, 0);
}
