// Safepoints: where the interpreter looks at events, counts fuel, collects, and gives the host its
// turn.
//
// Fuel is counted one unit a call and a jump back, exactly. The budget in linear memory is the part
// of the fuel that may be used before the interpreter looks again (a slice); what is left beyond it
// stands here.
import { forgetRetry } from "./slow";
import { Value, RAISED, NOTHING } from "../core/value";
import { EVENTS, BUDGET, EVENT_COLLECT, EVENT_FUEL, EVENT_INTERRUPT, EVENT_CALLBACKS, EVENT_PAUSE,
  EVENT_STOP, EVENT_OUTPUT,
  eventsPending, requestEvent, requestEventLater, installDrain, usedOf, clearEvent, pollHost,
  takeHeldBudget, takeChargedFuel } from "../heap/events";
import { collect } from "../heap/collector";
import { addPackHook } from "../heap/pack";
import { raise, raiseInterrupt, RuntimeError } from "../objects/errors";
import { maySuspend, noteCallbacks, waitKind, WAIT_TIME, WAIT_HOST, WAIT_STDIN,
  setResumed } from "../objects/hooks";

/** Why a run was given up; what run() tells the host. */
export const STATUS_DONE: i32 = 0;
export const STATUS_RAISED: i32 = 1;
export const STATUS_WAIT_TIME: i32 = 2;
export const STATUS_WAIT_HOST: i32 = 3;
export const STATUS_OUT_OF_FUEL: i32 = 4;
export const STATUS_PAUSED: i32 = 5;
/** A coroutine that is the program gave the others their turn. */
export const STATUS_YIELDED: i32 = 6;
export const STATUS_WAIT_STDIN: i32 = 7;
/** Ended by EVENT_STOP; nothing of it runs any more. */
export const STATUS_STOPPED: i32 = 8;
/** Ended because its fuel was used up where it could not be suspended. */
export const STATUS_STOPPED_FUEL: i32 = 9;
/** The host's buffer for output is full. */
export const STATUS_WAIT_OUTPUT: i32 = 10;
/** It could not be begun or gone on with: there is no memory to put the other task's frames
 *  aside. */
export const STATUS_NO_MEMORY: i32 = 11;
/** The debugger stops the program. */
export const STATUS_BREAKPOINT: i32 = 12;
/** Waits for the first of several things. */
export const STATUS_WAIT_ANY: i32 = 13;
/** Not run: too many runs and calls are going on inside of each other. */
export const STATUS_TOO_DEEP: i32 = 14;
/** Used inside: one of the waits. */
export const STATUS_WAIT: i32 = -1;

export let exitStatus: i32 = STATUS_DONE;
export function setExitStatus(status: i32): void { exitStatus = status; }

/** Safepoints between two looks, while V8 may still be about to replace run() by optimised code,
 *  and after. */
const SLICE_COLD: i64 = 2000;
const SLICE_WARM: i64 = 100000;
/** Looks until the code counts as warm. */
const COLD_LOOKS: i32 = 400;
let looks: i32 = 0;

/** Units that the program gets before a callback that has scheduled itself runs again. */
export const UNITS_BETWEEN_CALLBACKS: i32 = 16;
/** Callbacks are run. */
let inCallbacks: bool = false;
/** Fuel beyond the present slice. */
let fuelLeft: i64 = i64.MAX_VALUE / 2;
/** Size of the present slice. */
let slice: i64 = 0;
/** All fuel used since the instance was made. */
let fuelUsedTotal: i64 = 0;

/** Fuel that a nested run, which cannot be paused, may use beyond what its task has: enough to sort
 *  200,000 objects with __lt__, and at most a second or two. What is used is a debt: it is taken
 *  off what the task gets next. */
export const OVERDRAFT: i64 = 4000000;
/** The same for a single native, which charges for its work but can be left only by an exception:
 *  some seconds. An endless one (sum of an endless iterator) is to come to an end where there is
 *  fuel, but no time to end it. */
const NATIVE_OVERDRAFT: i64 = 100000000;
function drain(): void {
  if (fuelLeft - usedOf(slice) > -NATIVE_OVERDRAFT - fuelBeyond) return;
  stoppedForFuel = true;
  requestEvent(EVENT_STOP);
}
/** Fuel that the running task has besides what this turn was given: for what cannot be paused where
 *  the turn ends. */
export let fuelBeyond: i64 = 0;
/** Called by the host before and after each turn of a task. */
export function setFuelBeyond(fuel: i64): void { fuelBeyond = fuel; }
/** EVENT_STOP was set because fuel was used up in a nested run, or in a native. */
let stoppedForFuel: bool = false;
/** The present slice is longer than what is left. */
let overdrawn: bool = false;
/** The outermost nested run is over: a program that has no fuel left is to pause at its next
 *  safepoint. */
export function nestedOver(): void {
  if (!overdrawn) return;
  endSlice();
  beginSlice();
}

/** What has been used of the slice is taken off, the rest given back; so is what natives
 *  charged. */
function endSlice(): void {
  const used = slice - takeHeldBudget() - <i64>load<i32>(EVENTS, BUDGET) + <i64>takeChargedFuel();
  fuelLeft -= used;
  fuelUsedTotal += used;
  slice = 0;
  store<i32>(EVENTS, 0, BUDGET);
}
function beginSlice(): void {
  slice = looks < COLD_LOOKS ? SLICE_COLD : SLICE_WARM;
  if (stress != 0) slice = stress;
  const left = maySuspend ? fuelLeft : fuelLeft + OVERDRAFT + fuelBeyond;
  if (slice > left) slice = left < 0 ? 0 : left;
  overdrawn = slice > fuelLeft;
  store<i32>(EVENTS, <i32>slice, BUDGET);
  if (eventsPending() & EVENT_CALLBACKS && !inCallbacks)
    requestEventLater(EVENT_CALLBACKS, UNITS_BETWEEN_CALLBACKS);
}
/** Gives so much fuel for a run. Returns what was left. */
export function giveFuel(fuel: i64): i64 {
  endSlice();
  const left = fuelLeft;
  fuelLeft = fuel;
  beginSlice();
  return left;
}
/** Takes the fuel that is left, below 0 if a run used more than it had: the interpreter has none
 *  afterwards. */
export function takeFuel(): i64 { return giveFuel(0); }
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
export function safepointInit(): void {
  addPackHook(settleFuel);
  installDrain(drain);
}

// Fuel for work that the debugger does while a program stands still: the program's is put aside.
let asideLeft: i64 = 0;
let asideTotal: i64 = 0;
let asideBeyond: i64 = 0;
let asideEvents: u32 = 0;
const REQUESTS: u32 = EVENT_INTERRUPT | EVENT_PAUSE | EVENT_STOP | EVENT_OUTPUT;
/** Puts the program's fuel and the host's requests aside, and gives `units` for the work. */
export function putFuelAside(units: i64): void {
  endSlice();
  asideLeft = fuelLeft;
  asideTotal = fuelUsedTotal;
  asideBeyond = fuelBeyond;
  asideEvents = eventsPending() & REQUESTS;
  clearEvent(REQUESTS);
  fuelLeft = units;
  fuelBeyond = 0;
  beginSlice();
}
/** The program's fuel and the requests count again. */
export function takeFuelBack(): void {
  endSlice();
  takeStopStatus();
  clearEvent(REQUESTS);
  fuelLeft = asideLeft;
  fuelUsedTotal = asideTotal;
  fuelBeyond = asideBeyond;
  beginSlice();
  if (asideEvents != 0) requestEvent(asideEvents);
}

/** Stress tests: collect at every look, and look at least so often. Unit: safepoints; 0: no such
 *  test. */
export let stress: i32 = 0;
export function setStress(safepoints: i32): void {
  stress = safepoints;
  // So that what runs now looks at its next safepoint.
  requestEvent(EVENT_FUEL);
}

/** What runs callbacks, nested: program/callbacks.ts. False with an exception pending. */
let callbacksFn: () => bool = noCallbacks;
function noCallbacks(): bool { return true; }
export function installCallbacks(f: () => bool): void { callbacksFn = f; }

/** Runs the callbacks that are due, nested. False with KeyboardInterrupt pending. */
export function callbacksNow(): bool {
  if (inCallbacks) return true;
  clearEvent(EVENT_CALLBACKS);
  inCallbacks = true;
  noteCallbacks();
  const ok = callbacksFn();
  inCallbacks = false;
  return ok;
}
/** The host has left them in the middle. */
export function forgetCallbacks(): void { inCallbacks = false; }

/** The budget is used up, the frames are written back. 0: go on; 1: an exception is pending; 2: the
 *  run is given up (exitStatus). */
export function safepoint(): i32 {
  endSlice();
  looks++;
  pollHost();
  const events = eventsPending();
  if (events & EVENT_COLLECT || stress != 0) collect();
  forgetRetry();
  beginSlice();
  if (events & EVENT_STOP) return stop();
  if (events & EVENT_INTERRUPT) {
    clearEvent(EVENT_INTERRUPT);
    raiseInterrupt();
    return 1;
  }
  if (eventsPending() & EVENT_CALLBACKS && !callbacksNow()) return 1;
  if (maySuspend) {
    if (events & EVENT_PAUSE) return leave(EVENT_PAUSE, STATUS_PAUSED);
    if (events & EVENT_OUTPUT) return leave(EVENT_OUTPUT, STATUS_WAIT_OUTPUT);
    if (fuelLeft <= 0) return leave(0, STATUS_OUT_OF_FUEL);
  } else if (fuelLeft <= -OVERDRAFT - fuelBeyond) {
    stoppedForFuel = true;
    requestEvent(EVENT_STOP);
    return stop();
  }
  return 0;
}
/** The run is given up for the host's reason. */
function leave(event: u32, status: i32): i32 {
  clearEvent(event);
  exitStatus = status;
  return 2;
}
/** The program is ended: at once, or out of nested runs by an exception that no handler sees
 *  (unwind.ts). */
function stop(): i32 {
  if (maySuspend) return leave(0, takeStopStatus());
  raiseInterrupt();
  // Should a native drop the exception: the next look comes at once.
  requestEvent(EVENT_STOP);
  return 1;
}
/** The STATUS_* of a run that EVENT_STOP ends; the event is taken back. */
export function takeStopStatus(): i32 {
  clearEvent(EVENT_STOP);
  const status = stoppedForFuel ? STATUS_STOPPED_FUEL : STATUS_STOPPED;
  stoppedForFuel = false;
  return status;
}
/** A native waits. False with an exception pending: inside a nested run it may not. */
export function exitWith(status: i32): bool {
  if (!maySuspend) {
    raise(RuntimeError, "cannot wait inside a call made by a built-in function");
    return false;
  }
  exitStatus = status != STATUS_WAIT ? status
    : waitKind == WAIT_TIME ? STATUS_WAIT_TIME : waitKind == WAIT_HOST ? STATUS_WAIT_HOST
    : waitKind == WAIT_STDIN ? STATUS_WAIT_STDIN : STATUS_WAIT_ANY;
  return true;
}
