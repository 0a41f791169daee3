// Powers of ten as 128-bit mantissas, for reading and writing doubles.
//
// 10^k = mantissa * 2^e, the mantissa's top bit set and the rest cut off ("floor"): exact for k =
// 0..55, else too small by less than 1 in its lowest bit. The table is made at the first use by
// exact arithmetic (some
// 0.1 ms), so that it costs nothing in the file.
import { mulHigh } from "./wide";
import { limbsMulSmall, limbsDivSmall, limbsTrim } from "./limbs";

export const POWER_MIN: i32 = -343;
export const POWER_MAX: i32 = 325;
const COUNT: i32 = 669;
/** For each power: low 64 bits, high 64 bits. */
const TABLE: usize = memory.data(16 * 669, 16);
/** Room for the exact powers of five: 40 limbs. */
const WORK: usize = memory.data(4 * 44, 16);

/** High and low half of the mantissa of 10^k. */
@inline export function powerHigh(k: i32): u64 {
  return load<u64>(TABLE + (<usize>(k - POWER_MIN) << 4), 8);
}
@inline export function powerLow(k: i32): u64 {
  return load<u64>(TABLE + (<usize>(k - POWER_MIN) << 4));
}
/** True if the mantissa of 10^k is exact. */
@inline export function powerExact(k: i32): bool { return <u32>k <= 55; }
/** e in 10^k = mantissa * 2^e: floor(k * log2(10)) - 127. */
@inline export function powerExponent(k: i32): i32 { return (k * 1741647 >> 19) - 127; }

/** Below timesPower's result: the next 64 bits, and the last. */
export let productMid: u64 = 0;
export let productLow: u64 = 0;
/** The top 64 of the 192 bits of m times the mantissa of 10^k. The table must be there. */
export function timesPower(m: u64, k: i32): u64 {
  const h = powerHigh(k), l = powerLow(k), carry = mulHigh(m, l), mid = m * h + carry;
  productLow = m * l;
  productMid = mid;
  return mulHigh(m, h) + <u64>(mid < carry);
}

/** Drops the table: the next use makes it again. */
export function clearPowers(): void { memory.fill(TABLE, 0, 16 * COUNT); }
/** Makes the table if it is not there yet. To be called before powerHigh and powerLow. */
@inline export function needPowers(): void { if (load<u64>(TABLE, 8) == 0) makePowers(); }
function makePowers(): void {
  memory.fill(WORK, 0, 4 * 44);
  store<u32>(WORK, 1);
  let n: u32 = 1;
  for (let k = 0; k <= POWER_MAX; k++) {
    put(k, n);
    const over = limbsMulSmall(WORK, WORK, n, 5, 0);
    if (over != 0) { store<u32>(WORK + (<usize>n << 2), over); n++; }
  }
  // 2^1279 divided by 5 again and again: floor of a floor is the floor of the whole
  memory.fill(WORK, 0, 4 * 44);
  n = 40;
  store<u32>(WORK + 4 * 39, 0x80000000);
  for (let k = -1; k >= POWER_MIN; k--) {
    limbsDivSmall(WORK, WORK, n, 5);
    n = limbsTrim(WORK, n);
    put(k, n);
  }
}
/** The top 128 bits of the n limbs in WORK become entry k. */
function put(k: i32, n: u32): void {
  let high: u64 = 0, low: u64 = 0;
  const shift = <u64>clz<u32>(load<u32>(WORK + (<usize>(n - 1) << 2)));
  high = limb(n, 1) << 32 | limb(n, 2);
  low = limb(n, 3) << 32 | limb(n, 4);
  if (shift != 0) {
    high = high << shift | low >> (64 - shift);
    low = low << shift | limb(n, 5) >> (32 - shift);
  }
  const at = TABLE + (<usize>(k - POWER_MIN) << 4);
  store<u64>(at, low);
  store<u64>(at, high, 8);
}
/** The i-th limb from the top; 0 below the lowest. */
function limb(n: u32, i: u32): u64 {
  return i > n ? 0 : <u64>load<u32>(WORK + (<usize>(n - i) << 2));
}
if (COUNT != POWER_MAX - POWER_MIN + 1) ERROR("powers_of_ten: COUNT");
