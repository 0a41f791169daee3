// Items of arrays, memoryviews and structs: reading and writing one machine number by its type
// code.
//
// Codes and sizes are those of the struct module on a 64-bit machine (l and L have 8 bytes).
// Numbers lie in little-endian order; struct swaps bytes for the other.
import { Value, RAISED, isSmallInt, smallIntNew } from "../core/value";
import { raised } from "./errors";
import { TRUE, FALSE } from "./singletons";
import { truth, strPart } from "./protocol";
import { intFromI64, intFromU64, indexValue, saturate, indexOverflowed,
  intIsNegative } from "./int";
import { intLow64 } from "./bignum";
import { intBitLength } from "./bignum_bits";
import { floatNew, floatKeep, toF64 } from "./float";
import { strOfChar } from "./str";
import { bytesNew } from "./bytes";
import { Buffer, BUFFER_BYTES, tryBuffer } from "./buffer";
import { utf8Decode } from "../core/utf8";

/** By code, from `?` to `w`: the size of an item, whether it is an int, whether arrays take it. */
const CODES: usize = memory.data<u8>([
  1, 0, 0, 97, 0, 0, 0, 0, 0, 98, 100, 0, 0, 104, 0, 40, 0, 40, 104, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 81, 1, 72, 2, 68, 0, 82, 84, 0, 0, 88, 0, 24, 0, 0, 88, 0, 0, 0, 68, 0, 4
]);
const SIGNED: u32 = 16;
const UNSIGNED: u32 = 32;
const IN_ARRAYS: u32 = 64;
function codeKind(code: u32): u32 { return code - 63 < 57 ? load<u8>(CODES + code - 63) : 0; }
/** Bytes of an item of this code (a character), 0: there is no such code. */
export function itemSizeOf(code: u32): u32 { return codeKind(code) & 15; }

/** True for the codes that array.array takes. */
export function isArrayCode(code: u32): bool { return (codeKind(code) & IN_ARRAYS) != 0; }

/** The half-precision number with these bits. */
export function halfToF64(bits: u32): f64 {
  const exponent = bits >> 10 & 31, fraction = bits & 0x3ff;
  let x: f64;
  if (exponent == 31) x = fraction == 0 ? Infinity : NaN;
  else if (exponent == 0) x = <f64>fraction * 5.9604644775390625e-8;
  else x = reinterpret<f64>(<u64>(exponent + 1008) << 52 | <u64>fraction << 42);
  return bits & 0x8000 ? -x : x;
}
/** Bits of the nearest half-precision number; HALF_OVERFLOW: too large. */
export function f64ToHalf(x: f64): u32 {
  const bits = reinterpret<u64>(x), sign = <u32>(bits >> 48) & 0x8000;
  if (x != x) return sign | 0x7e00;
  const y = abs(x);
  if (y == Infinity) return sign | 0x7c00;
  if (y >= 65520) return HALF_OVERFLOW;
  // subnormal: units of 2^-24
  if (y < 0.00006103515625) return sign | <u32>nearest(y * 16777216);
  const exponent = <i64>(bits >> 52 & 0x7ff) - 1023;
  // scaled to 11 significant bits, rounded to even; a carry moves into the exponent by itself
  const scaled = nearest(reinterpret<f64>((bits & 0xfffffffffffff) | 0x4090000000000000));
  return sign | (<u32>((exponent + 15) << 10) + <u32>scaled - 1024);
}
export const HALF_OVERFLOW: u32 = 0xffffffff;

/** The item of this code at `at`. Raises MemoryError. */
export function itemLoad(code: u32, at: usize): Value {
  switch (code) {
    case 66: return smallIntNew(load<u8>(at));
    case 98: return smallIntNew(load<i8>(at));
    case 104: return smallIntNew(load<i16>(at));
    case 72: return smallIntNew(load<u16>(at));
    case 105: return smallIntNew(load<i32>(at));
    case 73: return smallIntNew(load<u32>(at));
    case 108: case 113: case 110: return intFromI64(load<i64>(at));
    case 76: case 81: case 78: case 80: return intFromU64(load<u64>(at));
    case 102: return floatKeep(<f64>load<f32>(at));
    case 100: return floatKeep(load<f64>(at));
    case 101: return floatNew(halfToF64(load<u16>(at)));
    case 63: return load<u8>(at) != 0 ? TRUE : FALSE;
    case 99: return bytesNew(at, 1);
    default: return strOfChar(load<u32>(at));                                      // u w
  }
}

// What itemStore answers.
export const STORE_OK: i32 = 0;
/** The value has a wrong type; an exception is pending. */
export const STORE_RAISED: i32 = 1;
/** An int below, above the code's range. Nothing is pending. */
export const STORE_LOW: i32 = 2;
export const STORE_HIGH: i32 = 3;
/** The value is nothing that the code takes (c, u). Nothing is pending. */
export const STORE_TYPE: i32 = 4;

const INFO: usize = memory.data(BUFFER_BYTES, 8);
/** Where the item is put together before it is stored (converting may run Python). */
const ITEM: usize = memory.data(8, 8);

/** Set by itemMake for the code f: the number was too large and is infinite now. */
export let becameInfinite: bool = false;
/** Writes `v` as an item of this code to itemBytes (8 bytes of static memory, item in front): the
 *  caller copies it at once. STORE_*. May run Python (__index__, __float__). */
export function itemMake(code: u32, v: Value): i32 {
  const kind = codeKind(code);
  if (kind & (SIGNED | UNSIGNED)) {
    const n = isSmallInt(v) ? v : indexValue(v);
    if (n == RAISED) return STORE_RAISED;
    const bits = <u64>(kind & 15) << 3;
    if (kind & SIGNED) {
      const i = saturate(n), unused = 64 - bits;
      if (indexOverflowed || i << unused >> unused != i) return i < 0 ? STORE_LOW : STORE_HIGH;
      store<i64>(ITEM, i);
      return STORE_OK;
    }
    if (intIsNegative(n)) return STORE_LOW;
    if (intBitLength(n) > bits) return STORE_HIGH;
    store<u64>(ITEM, intLow64(n));
    return STORE_OK;
  }
  if (code == 102 || code == 100 || code == 101) {
    const x = toF64(v);
    if (raised()) return STORE_RAISED;
    if (code == 100) {
      store<f64>(ITEM, x);
    } else if (code == 102) {
      store<f32>(ITEM, <f32>x);
      becameInfinite = abs(<f32>x) == Infinity && abs(x) != Infinity;
    } else {
      const half = f64ToHalf(x);
      if (half == HALF_OVERFLOW) return STORE_HIGH;
      store<u16>(ITEM, <u16>half);
    }
    return STORE_OK;
  }
  if (code == 63) {
    const t = truth(v);
    if (t < 0) return STORE_RAISED;
    store<u8>(ITEM, <u8>t);
    return STORE_OK;
  }
  if (code == 99) {
    const info = changetype<Buffer>(INFO);
    if (!tryBuffer(v, info, false) || info.lengthBytes != 1)
      return raised() ? STORE_RAISED : STORE_TYPE;
    store<u8>(ITEM, load<u8>(info.data));
    return STORE_OK;
  }
  const s = strPart(v);                                                            // u w
  if (changetype<usize>(s) == 0 || s.lengthChars != 1) return STORE_TYPE;
  store<u32>(ITEM, utf8Decode(s.data));
  return STORE_OK;
}
/** Copies the item that itemMake made. */
@inline export function itemPut(at: usize, size: u32): void {
  if (size == 1) store<u8>(at, load<u8>(ITEM));
  else if (size == 2) store<u16>(at, load<u16>(ITEM));
  else if (size == 4) store<u32>(at, load<u32>(ITEM));
  else store<u64>(at, load<u64>(ITEM));
}
/** Turns the bytes of an item around. */
export function itemSwap(at: usize, size: u32): void {
  for (let low = at, high = at + size - 1; low < high; low++, high--) {
    const byte = load<u8>(low);
    store<u8>(low, load<u8>(high));
    store<u8>(high, byte);
  }
}
export function itemBytes(): usize { return ITEM; }
