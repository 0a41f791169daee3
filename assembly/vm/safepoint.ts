// Safepoints: where the interpreter looks at events, counts fuel, collects, and gives the host its turn.
//
// Fuel is counted one unit a call and a jump back, exactly. The budget in linear memory is the part of the fuel
// that may be used before the interpreter looks again (a slice); what is left beyond it stands here.
import { Value, RAISED, NOTHING } from "../core/value";
import { EVENTS, BUDGET, EVENT_COLLECT, EVENT_INTERRUPT, EVENT_CALLBACKS, EVENT_FUEL, EVENT_PAUSE, eventsPending,
  clearEvent, takeHeldBudget, takeChargedFuel } from "../heap/events";
import { collect } from "../heap/collector";
import { addPackHook } from "../heap/pack";
import { raise, exceptionNew, raiseValue, KeyboardInterrupt, RuntimeError } from "../objects/errors";
import { emptyTuple } from "../objects/tuple";
import { maySuspend, waitKind, WAIT_TIME, WAIT_HOST, WAIT_STDIN, setResumed } from "../objects/hooks";

/** Why a run was given up; what run() tells the host. */
export const STATUS_DONE: i32 = 0;
export const STATUS_RAISED: i32 = 1;
export const STATUS_WAIT_TIME: i32 = 2;
export const STATUS_WAIT_HOST: i32 = 3;
export const STATUS_OUT_OF_FUEL: i32 = 4;
export const STATUS_PAUSED: i32 = 5;
export const STATUS_REENTER: i32 = 6;
export const STATUS_WAIT_STDIN: i32 = 7;
/** Used inside: one of the three waits. */
export const STATUS_WAIT: i32 = -1;

export let exitStatus: i32 = STATUS_DONE;
export function setExitStatus(status: i32): void { exitStatus = status; }

/** Safepoints between two looks, while V8 may still be about to replace run() by optimised code, and after. */
const SLICE_COLD: i64 = 2000;
const SLICE_WARM: i64 = 100000;
/** Looks until the code counts as warm. */
const COLD_LOOKS: i32 = 400;
let looks: i32 = 0;

/** Fuel beyond the present slice. */
let fuelLeft: i64 = i64.MAX_VALUE;
/** Size of the present slice. */
let slice: i64 = 0;
/** All fuel used since the instance was made. */
let fuelUsedTotal: i64 = 0;

/** What has been used of the slice is taken off, the rest given back. */
function endSlice(): void {
  const used = slice - takeHeldBudget() - <i64>load<i32>(EVENTS, BUDGET);
  fuelLeft -= used;
  fuelUsedTotal += used;
  slice = 0;
  store<i32>(EVENTS, 0, BUDGET);
}
function beginSlice(): void {
  slice = looks < COLD_LOOKS ? SLICE_COLD : SLICE_WARM;
  const left = inCallbacks ? fuelLeft + CALLBACK_DEBT : fuelLeft;
  if (slice > left) slice = left < 0 ? 0 : left;
  store<i32>(EVENTS, <i32>slice, BUDGET);
}
/** The host gives so much fuel for a run; a debt of the last run is taken off it. */
export function giveFuel(fuel: i64): void {
  endSlice();
  const debt = fuelLeft < 0 ? fuelLeft : 0;
  fuelLeft = fuel > i64.MAX_VALUE / 2 ? i64.MAX_VALUE / 2 : fuel + debt;
  beginSlice();
}
/** Units used since the instance was made, to the unit. */
export function fuelUsed(): i64 {
  endSlice();
  beginSlice();
  return fuelUsedTotal;
}

/** For a snapshot: how the run was cut into slices leaves no trace. */
function settleFuel(): void {
  endSlice();
  if (fuelLeft > 0) fuelLeft = 0;
  looks = 0;
}
/** At boot. */
export function safepointInit(): void { addPackHook(settleFuel); }

/** Test builds: collect at every look, and look at every safepoint. */
export let stress: bool = false;
export function setStress(on: bool): void { stress = on; }

/** What runs callbacks, nested: program/callbacks.ts. False with an exception pending. */
let callbacksFn: () => bool = noCallbacks;
function noCallbacks(): bool { return true; }
export function installCallbacks(f: () => bool): void { callbacksFn = f; }
let inCallbacks: bool = false;
/** Callbacks cannot be suspended. They may use so much more fuel than the host gave; the next run pays for it. */
const CALLBACK_DEBT: i64 = 1000000;

/** The budget is used up, the frames are written back. 0: go on; 1: an exception is pending; 2: the run is given
 *  up (exitStatus). */
export function safepoint(): i32 {
  endSlice();
  looks++;
  const events = eventsPending();
  if (events & EVENT_FUEL) {
    const charged = <i64>takeChargedFuel();
    fuelLeft -= charged;
    fuelUsedTotal += charged;
  }
  if (events & EVENT_COLLECT || stress) collect();
  beginSlice();
  // One unit, so that a call that is carried out again after the look gets past it.
  if (stress) { slice = 1; store<i32>(EVENTS, 1, BUDGET); }
  if (events & EVENT_INTERRUPT) {
    clearEvent(EVENT_INTERRUPT);
    raiseInterrupt();
    return 1;
  }
  if (events & EVENT_PAUSE && maySuspend) {
    clearEvent(EVENT_PAUSE);
    exitStatus = STATUS_PAUSED;
    return 2;
  }
  if (eventsPending() & EVENT_CALLBACKS && !inCallbacks) {
    clearEvent(EVENT_CALLBACKS);
    inCallbacks = true;
    const ok = callbacksFn();
    inCallbacks = false;
    if (!ok) return 1;
  }
  if (fuelLeft <= (inCallbacks ? -CALLBACK_DEBT : 0)) {
    if (!maySuspend) { raise(RuntimeError, "out of fuel inside a call made by a built-in function"); return 1; }
    exitStatus = STATUS_OUT_OF_FUEL;
    return 2;
  }
  return 0;
}
export function raiseInterrupt(): Value {
  const e = exceptionNew(KeyboardInterrupt, emptyTuple());
  return e == RAISED ? RAISED : raiseValue(e);
}
/** A native waits. False with an exception pending: inside a nested run it may not. */
export function exitWith(status: i32): bool {
  if (!maySuspend) {
    raise(RuntimeError, "cannot wait inside a call made by a built-in function");
    return false;
  }
  exitStatus = status != STATUS_WAIT ? status
    : waitKind == WAIT_TIME ? STATUS_WAIT_TIME : waitKind == WAIT_HOST ? STATUS_WAIT_HOST : STATUS_WAIT_STDIN;
  return true;
}
