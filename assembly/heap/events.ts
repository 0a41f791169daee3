// Events that the interpreter looks at between instructions, and its budget, in linear memory.
//
// The host may set EVENT_INTERRUPT from outside (the word's address is exported), the allocator
// asks for a collection, natives charge fuel. At a safepoint the interpreter counts the budget down
// by one, and looks at events only when it is used up; requesting an event uses it up.

/** Address of the event word, u32; the budget, i32, lies behind it. */
export const EVENTS: usize = memory.data(16, 16);
/** Offset of the budget: how many safepoints the interpreter passes before it looks at events and
 *  fuel. */
export const BUDGET: usize = 4;
/** Budget taken away by requestEvent, so that the interpreter looks at the next safepoint. */
let held: i64 = 0;

/** The allocator asks for a collection. */
export const EVENT_COLLECT: u32 = 1;
/** KeyboardInterrupt is to be raised. */
export const EVENT_INTERRUPT: u32 = 2;
/** Finalisers or scheduled callbacks wait to be run. */
export const EVENT_CALLBACKS: u32 = 4;
/** A native has charged fuel (chargedFuel). */
export const EVENT_FUEL: u32 = 8;
/** The host wants run() to return (pause). */
export const EVENT_PAUSE: u32 = 16;
/** The host wants the program ended: while this is set, no handler of the program sees an
 *  exception. */
export const EVENT_STOP: u32 = 32;
/** The host's buffer for output is full: run() returns, to be called again when it has drained. */
export const EVENT_OUTPUT: u32 = 64;
/** What the host may ask for when it is polled. */
const EVENTS_OF_HOST: u32 = EVENT_INTERRUPT | EVENT_PAUSE | EVENT_STOP;

export function requestEvent(event: u32): void {
  store<u32>(EVENTS, load<u32>(EVENTS) | event);
  const budget = load<i32>(EVENTS, BUDGET);
  if (budget > 0) {
    held += budget;
    store<i32>(EVENTS, 0, BUDGET);
  }
}
/** The same, but the interpreter passes `units` safepoints first, if it has fuel for them. */
export function requestEventLater(event: u32, units: i32): void {
  requestEvent(event);
  if (<i64>units > held) units = <i32>held;
  held -= units;
  store<i32>(EVENTS, load<i32>(EVENTS, BUDGET) + units, BUDGET);
}
/** What requestEvent took away. Called by the interpreter at a safepoint. */
export function takeHeldBudget(): i64 {
  const units = held;
  held = 0;
  return units;
}
export function clearEvent(event: u32): void { store<u32>(EVENTS, load<u32>(EVENTS) & ~event); }
@inline export function eventsPending(): u32 { return load<u32>(EVENTS); }

/** Work done by natives since the interpreter last looked. Unit: fuel (one is about an
 *  instruction). */
export let chargedFuel: u64 = 0;
/** Charges `units` of fuel for work that a native does. About one unit for 10 ns of work. */
export function chargeFuel(units: u64): void { chargedFuel += units; requestEvent(EVENT_FUEL); }
/** Charges one unit, off the budget: however fuel is cut into slices, a program pauses where the
 *  sum is used up. True once in 1024 units: the caller then requests EVENT_FUEL and tests for an
 *  interrupt. */
@inline export function chargeStep(): bool {
  const left = load<i32>(EVENTS, BUDGET) - 1;
  store<i32>(EVENTS, left, BUDGET);
  return (left & 1023) == 0;
}
/** Charges `n` units. True if that passes a multiple of 1024: as for chargeStep. */
@inline export function chargeSteps(n: u32): bool {
  const before = load<i32>(EVENTS, BUDGET), left = before - <i32>n;
  store<i32>(EVENTS, left, BUDGET);
  return before >> 10 != left >> 10;
}
/** What steps have used beyond the budget is charged, so that the budget stays a small number. */
export function settleSteps(): void {
  const budget = load<i32>(EVENTS, BUDGET);
  if (budget < 0) {
    chargedFuel += <u64>-<i64>budget;
    store<i32>(EVENTS, 0, BUDGET);
  }
}
/** Charges `units`, off the budget. For work whose end is in sight; a loop that does much of it
 *  asks isDue(). */
export function chargeWork(units: u32): void {
  let left = load<i32>(EVENTS, BUDGET) - <i32>units;
  if (left < -MUCH) {
    // What is left makes isDue, chargeStep and chargeSteps say so at once.
    chargedFuel += <u64>(-DUE - left);
    left = -DUE;
  }
  store<i32>(EVENTS, left, BUDGET);
}
/** Units: at most some ten milliseconds of work. */
const MUCH: i32 = 1 << 20;
const DUE: i32 = 1023;
/** Charges for bytes that are copied, compared or searched many at a time: one unit for 64. */
export function chargeBytes(bytes: usize): void { if (bytes >= 512) chargeWork(<u32>(bytes >> 6)); }
/** Charges for bytes or items that are looked at one by one: one unit for 8. */
export function chargeScan(count: usize): void { if (count >= 64) chargeWork(<u32>(count >> 3)); }
/** True if natives have used so much beyond the budget that a loop should see whether it is to stop
 *  (stepsTaken). */
@inline export function isDue(): bool { return load<i32>(EVENTS, BUDGET) <= -DUE; }
/** What of the budget is left, for putBudget. */
export function budgetNow(): i32 { return load<i32>(EVENTS, BUDGET); }
/** Takes back what has been charged off the budget since: for work that is done only where it is
 *  done first. */
export function putBudget(budget: i32): void { store<i32>(EVENTS, budget, BUDGET); }
/** Takes what was charged. Called by the interpreter. */
export function takeChargedFuel(): u64 {
  const units = chargedFuel;
  chargedFuel = 0;
  clearEvent(EVENT_FUEL);
  return units;
}
/** Asks the host what it wants: EVENT_* bits, or 0. Installed at boot (host.ts). */
let pollFn: () => i32 = nobody;
function nobody(): i32 { return 0; }
export function installPoll(f: () => i32): void { pollFn = f; }
/** Asks the host, which may have reached a deadline, and requests the events it names. At looks and
 *  in long natives. */
export function pollHost(): void {
  const wanted = <u32>pollFn() & EVENTS_OF_HOST;
  if (wanted != 0) requestEvent(wanted);
}
/** What has been used of the interpreter's budget `slice`. */
export function usedOf(slice: i64): i64 {
  return slice - held - <i64>load<i32>(EVENTS, BUDGET) + <i64>chargedFuel;
}
/** Ends the program if its fuel was used up long ago. Installed by vm/safepoint.ts. */
let drainFn: () => void = nothingToDrain;
function nothingToDrain(): void {}
export function installDrain(f: () => void): void { drainFn = f; }
/** True when a long native should stop with KeyboardInterrupt: it tests this every few thousand
 *  steps. */
export function interruptRequested(): bool {
  pollHost();
  drainFn();
  return (load<u32>(EVENTS) & (EVENT_INTERRUPT | EVENT_STOP)) != 0;
}
