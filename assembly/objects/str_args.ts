// Arguments of the methods that str, bytes and bytearray share: what is searched for, and where.
//
// `self` of those natives is exactly one of the three. Its bytes are read through StrObject (see
// bytes.ts).
import { Value, NOTHING, NOT_HANDLED, isSmallInt, smallInt } from "../core/value";
import { klassOf } from "../heap/header";
import { raise, raiseType, raised, raiseWith, TypeError, ValueError } from "./errors";
import { StrObject, STR_TYPE, strByteOffset, strCharIndex } from "./str";
import { Buffer, BUFFER_BYTES, tryBuffer, bufferMissing } from "./buffer";
import { strPart } from "./protocol";
import { indexTry, indexOf } from "./int";
import { searchBounds, sliceStart, sliceStop } from "./slice";
import { utf8Decode } from "../core/utf8";
import { Text } from "./text";
import { BYTEARRAY_TYPE, bytesNew, bytearrayNew, pieceOf } from "./bytes";

/** True if self is a str (not bytes or bytearray). */
@inline export function isText(self: Value): bool {
  return load<u32>(<usize>self) == <u32>STR_TYPE;
}
@inline export function dataOf(v: Value): usize { return changetype<StrObject>(<usize>v).data; }
@inline export function bytesOf(v: Value): u32 {
  return changetype<StrObject>(<usize>v).lengthBytes;
}

const INFO: usize = memory.data(BUFFER_BYTES, 8);
const BYTE: usize = memory.data(8, 8);
/** Result of readPart: address and length of an argument's bytes. Good until Python code runs. */
export let partData: usize = 0;
export let partBytes: i32 = 0;

/** Bytes of an argument that must be a str for a str self, bytes-like for the others. `message`
 *  ends where the type's name follows: "must be str, not ". False with TypeError pending. */
export function readPart(self: Value, v: Value, message: string): bool {
  if (isText(self)) {
    const s = strPart(v);
    if (changetype<usize>(s) == 0) { raiseType(TypeError, message, v, ""); return false; }
    partData = s.data;
    partBytes = s.lengthBytes;
    return true;
  }
  return readBytes(v);
}
/** Bytes of a bytes-like argument. False with TypeError pending. */
export function readBytes(v: Value): bool {
  const info = changetype<Buffer>(INFO);
  if (!tryBuffer(v, info, false)) return bufferMissing(v, false);
  partData = info.data;
  partBytes = info.lengthBytes;
  return true;
}
/** As readPart, but bytes may also be searched for an int 0..255. */
export function readNeedle(self: Value, v: Value): bool {
  if (isText(self)) return readPart(self, v, "must be str, not ");
  const info = changetype<Buffer>(INFO);
  if (tryBuffer(v, info, false)) {
    partData = info.data;
    partBytes = info.lengthBytes;
    return true;
  }
  if (raised()) return false;
  const r = indexTry(v);
  if (r == NOT_HANDLED)
    raiseWith(TypeError, "argument should be integer or bytes-like object, not '%t'", v);
  const n = raised() ? 0 : indexOf(r);
  if (raised()) return false;
  if (n < 0 || n > 255) { raise(ValueError, "byte must be in range(0, 256)"); return false; }
  store<u8>(BYTE, <u8>n);
  partData = BYTE;
  partBytes = 1;
  return true;
}

/** Result of searchRange. Unit: bytes. */
export let rangeFrom: i32 = 0;
export let rangeTo: i32 = 0;
/** Evaluates the optional start and end of find, count, startswith ... for self. 1: the range is in
 *  rangeFrom and rangeTo; 0: start lies beyond end, nothing can be found there; -1: TypeError
 *  pending. May run Python. */
export function searchRange(self: Value, start: Value, end: Value): i32 {
  if (!searchBounds(start, end, lengthOfText(self))) return -1;
  if (sliceStart > sliceStop) return 0;
  rangeFrom = <i32>sliceStart;
  rangeTo = <i32>sliceStop;
  if (isText(self)) {
    const s = changetype<StrObject>(<usize>self);
    rangeFrom = strByteOffset(s, rangeFrom);
    rangeTo = strByteOffset(s, rangeTo);
  }
  return <i32>rangeLeft(self);
}
/** Fits the range to what is left of a bytearray that Python code, run since, made shorter. False:
 *  it lies beyond. */
export function rangeLeft(self: Value): bool {
  if (rangeTo > <i32>bytesOf(self)) rangeTo = bytesOf(self);
  return rangeFrom <= rangeTo;
}
/** Characters before byte `offset` of self (bytes have one a byte). */
export function charsBefore(self: Value, offset: i32): i64 {
  const s = changetype<StrObject>(<usize>self);
  return isText(self) ? <i64>strCharIndex(s, offset) : <i64>offset;
}
/** Length of self. Unit: characters of a str, bytes of the others. */
export function lengthOfText(self: Value): i64 {
  const s = changetype<StrObject>(<usize>self);
  return isText(self) ? s.lengthChars : s.lengthBytes;
}

/** An optional int argument, NOTHING: `fallback`. Beyond i64 saturated. Test raised(). */
export function optionalIndex(v: Value, fallback: i64): i64 {
  return v == NOTHING ? fallback : isSmallInt(v) ? smallInt(v) : indexOf(v);
}
/** The text as a new object of self's type. Gives the Text's buffer back. Raises MemoryError. */
export function finishLike(self: Value, out: Text): Value {
  if (isText(self) || out.failed != 0) return out.finish();
  const r = klassOf(<usize>self) == BYTEARRAY_TYPE
    ? bytearrayNew(out.data, out.length) : bytesNew(out.data, out.length);
  out.drop();
  return r;
}
/** Code point of a str that has exactly one character, -1: it has not. */
export function singleChar(v: Value): i32 {
  const s = strPart(v);
  if (changetype<usize>(s) == 0 || s.lengthChars != 1) return -1;
  return <i32>utf8Decode(s.data);
}
/** All of a str, bytes or bytearray: itself, but for a bytearray. */
export function wholeOf(self: Value): Value { return pieceOf(self, 0, bytesOf(self)); }
