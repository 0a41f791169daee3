// Values as they lie in the core's memory: two words of 32 bits, low one first
// (assembly/core/value.ts).
//
//   ...1  int of 63 bits        ..10  float, rotated        .000  address of an object

/** Memory of one double and its words. */
const DOUBLE = new Float64Array(1);
const WORDS = new Int32Array(DOUBLE.buffer);
/** Added to the high word of a double before it is rotated. */
const BIAS = 0x10000000;

/** True if `low` is of an int. */
export const isInt = (low: number): boolean => (low & 1) !== 0;
/** True if `low` is of a float that lies in the value itself. */
export const isFloat = (low: number): boolean => (low & 3) === 2;

/** The int of two words: a number where that is exact, else a bigint. */
export function readInt(low: number, high: number): number | bigint {
  if (high >= -0x400000 && high <= 0x3fffff) {
    const value = high * 0x80000000 + (low >>> 1);
    if (value >= Number.MIN_SAFE_INTEGER) return value;
  }
  return BigInt(high) * 0x80000000n + BigInt(low >>> 1);
}
/** The float of two words. */
export function readFloat(low: number, high: number): number {
  WORDS[0] = low >>> 3 | high << 29;
  WORDS[1] = (high >>> 3 | low << 29) - BIAS;
  return DOUBLE[0]!;
}
/** Writes a safe integer. */
export function writeInt(words: Int32Array, at: number, value: number): void {
  if ((value | 0) === value) {
    words[at] = value << 1 | 1;
    words[at + 1] = value >> 31;
    return;
  }
  const high = Math.floor(value / 0x80000000);
  words[at] = (value - high * 0x80000000) << 1 | 1;
  words[at + 1] = high;
}
/** Writes a double, if it can lie in a value itself. */
export function writeFloat(words: Int32Array, at: number, value: number): boolean {
  DOUBLE[0] = value;
  const low = WORDS[0]!, high = WORDS[1]! + BIAS | 0;
  const first = low << 3 | high >>> 29;
  if ((first & 3) !== 2) return false;
  words[at] = first;
  words[at + 1] = high << 3 | low >>> 29;
  return true;
}
/** The magnitude of a bigint as words of 32 bits, least significant first. */
export function bigWords(value: bigint): Uint32Array {
  const digits = (value < 0n ? -value : value).toString(16);
  const words = new Uint32Array(Math.ceil(digits.length / 8));
  for (let i = 0, end = digits.length; end > 0; i++, end -= 8) {
    words[i] = parseInt(digits.slice(Math.max(0, end - 8), end), 16);
  }
  return words;
}
/** The bigint of a sign and words. */
export function bigOf(words: Uint32Array, negative: boolean): bigint {
  let digits = "0x";
  for (let i = words.length - 1; i >= 0; i--) digits += words[i]!.toString(16).padStart(8, "0");
  const value = BigInt(digits);
  return negative ? -value : value;
}
