// bignum: products of magnitudes: school method for short ones, Karatsuba's above.
//
// Long work charges fuel and stops when an interrupt is requested: then the functions return false
// with KeyboardInterrupt pending.
import { Value, RAISED } from "../core/value";
import { allocRaw, freeRaw } from "../heap/allocator";
import { rawNew } from "./object_new";
import { chargeFuel, interruptRequested, clearEvent, EVENT_INTERRUPT } from "../heap/events";
import { raise, raiseNoMemory, raised, KeyboardInterrupt } from "./errors";
import { limbsAdd, limbsSub, limbsMul, limbsSquare, limbsTrim, limbsCompare } from "../core/limbs";

/** From this length on Karatsuba's method is faster (measured). Unit: limbs. */
const KARATSUBA: u32 = 40;
/** The same for squares. */
const KARATSUBA_SQUARE: u32 = 64;
/** Products longer than this look for interrupts. Unit: limbs. */
const LONG: u32 = 512;

/** Charges fuel for `steps` limb products, and tests for an interrupt: false with KeyboardInterrupt
 *  pending. */
export function bigWork(steps: u64): bool {
  chargeFuel(steps >> 3);
  if (!interruptRequested()) return !raised();
  if (!raised()) {
    clearEvent(EVENT_INTERRUPT);
    raise(KeyboardInterrupt, "");
  }
  return false;
}

/** dst = a * b; dst has an + bn limbs and overlaps neither. False with MemoryError or
 *  KeyboardInterrupt pending. */
export function bigMul(dst: usize, a: usize, an: u32, b: usize, bn: u32): bool {
  if (an < bn) {
    const t = a; a = b; b = t;
    const n = an; an = bn; bn = n;
  }
  if (bn < KARATSUBA) {
    if (an > 4096 && !bigWork(<u64>an * bn)) return false;
    limbsMul(dst, a, an, b, bn);
    return true;
  }
  const bytes = (4 * <u64>bn + 256) << 2;
  const scratch = bytes < 0xfffffff0 ? allocRaw(<usize>bytes) : 0;
  if (scratch == 0) { raiseNoMemory(<u32>bytes); return false; }
  let ok = true;
  if (an == bn) {
    karatsuba(dst, a, b, an, scratch);
    ok = !raised();
  } else {
    ok = mulUneven(dst, a, an, b, bn, scratch);
  }
  freeRaw(scratch);
  return ok;
}
/** an > bn: b times each piece of bn limbs of a. */
function mulUneven(dst: usize, a: usize, an: u32, b: usize, bn: u32, scratch: usize): bool {
  const piece = rawNew(<usize>bn << 3);
  if (piece == 0) return false;
  memory.fill(dst, 0, <usize>(an + bn) << 2);
  let ok = true;
  for (let i: u32 = 0; ok && i < an; i += bn) {
    const n = an - i < bn ? an - i : bn, to = dst + (<usize>i << 2), from = a + (<usize>i << 2);
    if (n == bn) { karatsuba(piece, from, b, bn, scratch); ok = !raised(); }
    else ok = bigMul(piece, b, bn, from, n);
    if (ok) limbsAdd(to, to, an + bn - i, piece, n + bn);
  }
  freeRaw(piece);
  return ok;
}
/** dst = a * a; dst has 2n limbs. False with MemoryError or KeyboardInterrupt pending. */
export function bigSquare(dst: usize, a: usize, n: u32): bool {
  if (n < KARATSUBA_SQUARE) { limbsSquare(dst, a, n); return true; }
  const bytes = (4 * <u64>n + 256) << 2;
  const scratch = bytes < 0xfffffff0 ? allocRaw(<usize>bytes) : 0;
  if (scratch == 0) { raiseNoMemory(<u32>bytes); return false; }
  karatsubaSquare(dst, a, n, scratch);
  freeRaw(scratch);
  return !raised();
}

/** |x - y|, both of n limbs (y's upper ones missing: yn), into dst. Returns true if y > x. */
function difference(dst: usize, x: usize, n: u32, y: usize, yn: u32): bool {
  const xt = limbsTrim(x, n), yt = limbsTrim(y, yn);
  const swap = limbsCompare(x, xt, y, yt) < 0;
  if (swap) limbsSub(dst, y, yt, x, xt); else limbsSub(dst, x, xt, y, yt);
  const used = swap ? yt : xt;
  memory.fill(dst + (<usize>used << 2), 0, <usize>(n - used) << 2);
  return swap;
}
/** dst += z0 + z2 -+ p at limb `low`, the last step of Karatsuba; z0 and z2 are in dst already,
 *  `sum` is room for 2 * low + 1 limbs. */
function combine(dst: usize, n: u32, low: u32, high: u32, p: usize, subtract: bool,
    sum: usize): void {
  const twice = 2 * low;
  let over = limbsAdd(sum, dst, twice, dst + (<usize>twice << 2), 2 * high);
  if (subtract) over -= limbsSub(sum, sum, twice, p, twice);
  else over += limbsAdd(sum, sum, twice, p, twice);
  store<u32>(sum + (<usize>twice << 2), over);
  const to = dst + (<usize>low << 2), room = 2 * n - low;
  limbsAdd(to, to, room, sum, limbsTrim(sum, twice + 1));
}
/** dst = a * b, both of n limbs. scratch: 4n + 256 limbs. Stops early when an exception is
 *  pending. */
function karatsuba(dst: usize, a: usize, b: usize, n: u32, scratch: usize): void {
  if (n < KARATSUBA) { limbsMul(dst, a, n, b, n); return; }
  if (n >= LONG && !bigWork(n)) return;
  if (n < 2 * LONG) chargeFuel(n);
  const high = n >> 1, low = n - high, offset = <usize>low << 2;
  const minusA = difference(dst, a, low, a + offset, high);
  const minusB = difference(dst + offset, b, low, b + offset, high);
  const p = scratch, rest = scratch + (offset << 1);
  karatsuba(p, dst, dst + offset, low, rest);
  karatsuba(dst, a, b, low, rest);
  karatsuba(dst + (offset << 1), a + offset, b + offset, high, rest);
  combine(dst, n, low, high, p, minusA == minusB, rest);
}
function karatsubaSquare(dst: usize, a: usize, n: u32, scratch: usize): void {
  if (n < KARATSUBA_SQUARE) { limbsSquare(dst, a, n); return; }
  if (n >= LONG && !bigWork(n)) return;
  if (n < 2 * LONG) chargeFuel(n);
  const high = n >> 1, low = n - high, offset = <usize>low << 2;
  difference(dst, a, low, a + offset, high);
  const p = scratch, rest = scratch + (offset << 1);
  karatsubaSquare(p, dst, low, rest);
  karatsubaSquare(dst, a, low, rest);
  karatsubaSquare(dst + (offset << 1), a + offset, high, rest);
  combine(dst, n, low, high, p, true, rest);
}
