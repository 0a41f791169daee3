// bignum: shifts and bit operators. Python's ints behave as two's complement of unlimited width;
// the magnitudes are turned into it, and back, limb by limb on the way.
import { Value, RAISED, isSmallInt, smallInt, smallIntNew } from "../core/value";
import { raiseNoMemory } from "./errors";
import { limbsShiftLeft, limbsShiftRight, limbsBitLength } from "../core/limbs";
import {
  bigAlloc, bigFinish, readMagnitude, magnitudeAt, magnitudeLength, magnitudeNegative,
  BIG_LIMBS_MAX,
} from "./bignum";
import { intFromI64 } from "./int";
import { OP_AND, OP_OR } from "./type";

/** Room for the magnitudes of two small ints. */
const SCRATCH: usize = memory.data(16, 8);

/** v << bits of a plain int. Raises MemoryError. */
export function bigShiftLeft(v: Value, bits: u64): Value {
  if (isSmallInt(v)) {
    const n = smallInt(v);
    if (n == 0) return v;
    if (bits < 63 && n << <i64>bits >> <i64>bits == n) return intFromI64(n << <i64>bits);
  }
  readMagnitude(v, SCRATCH);
  const at = magnitudeAt, length = magnitudeLength, negative = magnitudeNegative;
  const skip = bits >> 5;
  if (skip > BIG_LIMBS_MAX) return raiseNoMemory(0xffffffff);
  const b = bigAlloc(<u64>length + skip + 1);
  if (changetype<usize>(b) == 0) return RAISED;
  const to = b.limbs() + (<usize>skip << 2);
  memory.fill(b.limbs(), 0, <usize>skip << 2);
  store<u32>(to + (<usize>length << 2), limbsShiftLeft(to, at, length, <u32>bits & 31));
  return bigFinish(b, negative);
}
/** v >> bits of a plain int, rounding down. Raises MemoryError. */
export function bigShiftRight(v: Value, bits: u64): Value {
  if (isSmallInt(v)) return smallIntNew(bits > 63 ? smallInt(v) >> 63 : smallInt(v) >> <i64>bits);
  readMagnitude(v, SCRATCH);
  const at = magnitudeAt, length = magnitudeLength, negative = magnitudeNegative;
  const skip = bits >> 5;
  if (skip >= <u64>length) return smallIntNew(negative ? -1 : 0);
  const left = length - <u32>skip, from = at + (<usize>skip << 2), shift = <u32>bits & 31;
  const b = bigAlloc(<u64>left + 1);
  if (changetype<usize>(b) == 0) return RAISED;
  const to = b.limbs();
  limbsShiftRight(to, from, left, shift);
  store<u32>(to + (<usize>left << 2), 0);
  if (negative) {
    let lost = (load<u32>(from) & ((<u32>1 << shift) - 1)) != 0;
    for (let p = at; !lost && p < from; p += 4) lost = load<u32>(p) != 0;
    if (lost) {
      for (let p = to; ; p += 4) {
        const x = load<u32>(p) + 1;
        store<u32>(p, x);
        if (x != 0) break;
      }
    }
  }
  return bigFinish(b, negative);
}
/** a op b of plain ints, op OP_AND, OP_OR or OP_XOR. Raises MemoryError. */
export function bigBitwise(op: i32, a: Value, b: Value): Value {
  readMagnitude(a, SCRATCH);
  const x = magnitudeAt, xn = magnitudeLength, xNegative = magnitudeNegative;
  readMagnitude(b, SCRATCH + 8);
  const y = magnitudeAt, yn = magnitudeLength, yNegative = magnitudeNegative;
  const n = (xn > yn ? xn : yn) + 1;
  const r = bigAlloc(n);
  if (changetype<usize>(r) == 0) return RAISED;
  const to = r.limbs();
  const xFlip: u64 = xNegative ? 0xffffffff : 0, yFlip: u64 = yNegative ? 0xffffffff : 0;
  const negative = op == OP_AND ? xNegative && yNegative : op == OP_OR ? xNegative || yNegative
    : xNegative != yNegative;
  const rFlip: u64 = negative ? 0xffffffff : 0;
  let xCarry = xFlip & 1, yCarry = yFlip & 1, rCarry = rFlip & 1;
  for (let i: u32 = 0; i < n; i++) {
    const offset = <usize>i << 2;
    xCarry += (i < xn ? <u64>load<u32>(x + offset) : 0) ^ xFlip;
    yCarry += (i < yn ? <u64>load<u32>(y + offset) : 0) ^ yFlip;
    const z = op == OP_AND ? xCarry & yCarry : op == OP_OR ? xCarry | yCarry : xCarry ^ yCarry;
    rCarry += (z & 0xffffffff) ^ rFlip;
    store<u32>(to + offset, <u32>rCarry);
    xCarry >>= 32;
    yCarry >>= 32;
    rCarry >>= 32;
  }
  return bigFinish(r, negative);
}
/** int.bit_length(v). Unit: bits. */
export function intBitLength(v: Value): u64 {
  readMagnitude(v, SCRATCH);
  return limbsBitLength(magnitudeAt, magnitudeLength);
}
/** int.bit_count(v): ones in the magnitude. */
export function intBitCount(v: Value): u64 {
  readMagnitude(v, SCRATCH);
  let n: u64 = 0;
  for (let i: u32 = 0; i < magnitudeLength; i++)
    n += popcnt<u32>(load<u32>(magnitudeAt + (<usize>i << 2)));
  return n;
}
/** Zeros at the low end of the magnitude; 0 for 0. Unit: bits. */
export function intTrailingZeros(v: Value): u64 {
  readMagnitude(v, SCRATCH);
  for (let i: u32 = 0; i < magnitudeLength; i++) {
    const x = load<u32>(magnitudeAt + (<usize>i << 2));
    if (x != 0) return (<u64>i << 5) + ctz<u32>(x);
  }
  return 0;
}
