// bignum: quotient and remainder of magnitudes: long division for short divisors, Burnikel and
// Ziegler's recursive division above ("Fast recursive division", MPI-I-98-1-022).
import { allocRaw, freeRaw } from "../heap/allocator";
import { raiseNoMemory, raised } from "./errors";
import {
  limbsAdd, limbsSub, limbsTrim, limbsCompare, limbsBitLength, limbsShiftLeft, limbsShiftRight,
  limbsDivide,
  limbsDivSmall,
} from "../core/limbs";
import { bigMul, bigWork } from "./bignum_mul";

/** From this length of divisor and quotient on the recursive method is faster (measured). Unit:
 *  limbs. */
const RECURSIVE: u32 = 80;

/** Divides u by v, v not 0, top limbs not 0. q (0: not wanted) has room for un - vn + 1 limbs if un
 *  >= vn, r (0: not wanted) for vn limbs; all of it is written. Needs un >= vn. False with
 *  MemoryError or KeyboardInterrupt pending. */
export function bigDivide(q: usize, r: usize, u: usize, un: u32, v: usize, vn: u32): bool {
  if (vn == 1) {
    if (un > 4096 && !bigWork(un)) return false;
    if (q == 0) {
      const scratch = allocRaw(<usize>un << 2);
      if (scratch == 0) { raiseNoMemory(un << 2); return false; }
      store<u32>(r, limbsDivSmall(scratch, u, un, load<u32>(v)));
      freeRaw(scratch);
      return true;
    }
    const rest = limbsDivSmall(q, u, un, load<u32>(v));
    if (r != 0) store<u32>(r, rest);
    return true;
  }
  if (vn >= RECURSIVE && un - vn >= RECURSIVE) return divideRecursive(q, r, u, un, v, vn);
  const shift = clz<u32>(load<u32>(v + (<usize>(vn - 1) << 2)));
  const room = allocRaw(<usize>(un + 1 + vn) << 2);
  if (room == 0) { raiseNoMemory((un + 1 + vn) << 2); return false; }
  const divisor = room + (<usize>(un + 1) << 2);
  store<u32>(room + (<usize>un << 2), limbsShiftLeft(room, u, un, shift));
  limbsShiftLeft(divisor, v, vn, shift);
  const steps = <u64>(un - vn + 1) * vn;
  const ok = steps < 4096 || bigWork(steps);
  if (ok) {
    limbsDivide(q, room, un, divisor, vn);
    if (r != 0) limbsShiftRight(r, room, vn, shift);
  }
  freeRaw(room);
  return ok;
}

/** Blocks of n limbs, n = (a short length) * 2^k, so that halving works k times. */
function divideRecursive(q: usize, r: usize, u: usize, un: u32, v: usize, vn: u32): bool {
  let levels: u32 = 0;
  while ((vn >> levels) >= RECURSIVE) levels++;
  const n = ((vn + (<u32>1 << levels) - 1) >> levels) << levels;
  const shift = (<u64>n << 5) - limbsBitLength(v, vn);
  const skip = <u32>(shift >> 5), bits = <u32>shift & 31;
  // one more bit than u's, so that the topmost block is below the divisor
  const blocks = (un + skip + n) / n, total = blocks * n;
  const bytes = (2 * <u64>total + n) << 2;
  const room = bytes < 0xfffffff0 ? allocRaw(<usize>bytes) : 0;
  if (room == 0) { raiseNoMemory(<u32>bytes); return false; }
  const divisor = room + (<usize>total << 2), scratch = divisor + (<usize>n << 2);
  const quotient = scratch + (<usize>n << 2);
  memory.fill(room, 0, <usize>total << 2);
  store<u32>(room + (<usize>(skip + un) << 2),
    limbsShiftLeft(room + (<usize>skip << 2), u, un, bits));
  memory.fill(divisor, 0, <usize>skip << 2);
  limbsShiftLeft(divisor + (<usize>skip << 2), v, vn, bits);
  let ok = true;
  for (let i = <i32>blocks - 2; ok && i >= 0; i--) {
    const at = <usize>i * n << 2;
    ok = divide2by1(quotient + at, room + at, divisor, n, scratch);
  }
  if (ok) {
    if (q != 0) {
      const want = un - vn + 1, have = total - n;
      memory.copy(q, quotient, <usize>(want < have ? want : have) << 2);
      if (want > have) memory.fill(q + (<usize>have << 2), 0, <usize>(want - have) << 2);
    }
    if (r != 0) limbsShiftRight(r, room + (<usize>skip << 2), vn, bits);
  }
  freeRaw(room);
  return ok;
}
/** u (2n limbs, the upper n below v) by v (n limbs, top bit set): n limbs of quotient; the
 *  remainder stays in u's lower n limbs, the upper ones become 0. */
function divide2by1(q: usize, u: usize, v: usize, n: u32, scratch: usize): bool {
  if (n < RECURSIVE || (n & 1) != 0) {
    // limbsDivide wants one limb above: 2n - 1 limbs and the top one
    limbsDivide(q, u, 2 * n - 1, v, n);
    return bigWork(<u64>n * n);
  }
  const half = n >> 1, offset = <usize>half << 2;
  return divide3by2(q + offset, u + offset, v, half, scratch) && divide3by2(q, u, v, half, scratch);
}
/** u (3h limbs) by v (2h limbs): h limbs of quotient; the remainder stays in u's lower 2h limbs. */
function divide3by2(q: usize, u: usize, v: usize, h: u32, scratch: usize): bool {
  const offset = <usize>h << 2, v1 = v + offset, top = u + (offset << 1);
  const t = limbsTrim(top, h), w = limbsTrim(v1, h);
  if (limbsCompare(top, t, v1, w) < 0) {
    if (!divide2by1(q, u + offset, v1, h, scratch)) return false;
  } else {
    // the quotient's limbs are all ones; u1 - q * v1 = u1 + v1 - v1 * B^h, and the upper part is v1
    memory.fill(q, 0xff, offset);
    limbsSub(top, top, h, v1, h);
    store<u32>(top, load<u32>(top) + limbsAdd(u + offset, u + offset, h, v1, h));
  }
  if (!bigMul(scratch, q, h, v, h)) return false;
  let below = limbsSub(u, u, 3 * h, scratch, 2 * h);
  while (below != 0) {
    decrement(q, h);
    below -= limbsAdd(u, u, 3 * h, v, 2 * h);
  }
  return true;
}
function decrement(at: usize, n: u32): void {
  for (let i: u32 = 0; i < n; i++) {
    const x = load<u32>(at + (<usize>i << 2));
    store<u32>(at + (<usize>i << 2), x - 1);
    if (x != 0) return;
  }
}
