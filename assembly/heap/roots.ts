// The roots stack: values that a native keeps alive while Python code may run (STYLE.md section 7).
//
//   const base = rootsMark();
//   keep(a); keep(b);
//   ... calls that may run Python ...
//   release(base);          // one exit, one release
import { Value } from "../core/value";
import { clearWords } from "../core/memory";

/** Room of the roots stack. Unit: values. */
const ROOTS_MAX: usize = 32768;
/** What natives keep that nest NATIVE_DEPTH_MAX deep and keep no number chosen by the program fits
 *  in here. */
const RESERVE: usize = 8192;
const ROOTS: usize = memory.data(8 * 32768, 16);
/** First free slot. */
let top: usize = ROOTS;

/** The present height of the roots stack, for release(). */
export function rootsMark(): usize { return top; }
/** Keeps `v` alive until release(). Returns the address of its slot, which may be overwritten. */
export function keep(v: Value): usize {
  const slot = top;
  if (slot >= ROOTS + (ROOTS_MAX << 3)) unreachable();
  store<u64>(slot, v);
  top = slot + 8;
  return slot;
}
/** Reserves `count` slots filled with NOTHING; returns the address of the first. */
export function keepMany(count: i32): usize {
  const slot = top, bytes = <usize>count << 3;
  if (slot + bytes > ROOTS + (ROOTS_MAX << 3)) unreachable();
  clearWords(slot, count);
  top = slot + bytes;
  return slot;
}
/** True if `count` more values fit. Natives that keep a number chosen by the program ask first. */
export function rootsRoom(count: i32): bool {
  return top + (<usize>count << 3) <= ROOTS + ((ROOTS_MAX - RESERVE) << 3);
}
/** Drops all that was kept since `base` was taken. */
export function release(base: usize): void { top = base; }

/** Zeroes what lies above the top (pack.ts). */
export function rootsRest(): void { memory.fill(top, 0, ROOTS + (ROOTS_MAX << 3) - top); }

/** Begin and end of the kept values, for the collector. */
export function rootsBegin(): usize { return ROOTS; }
export function rootsEnd(): usize { return top; }
