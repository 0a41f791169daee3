// Tasks: programs that were begun and have not been forgotten. Any number of them may be
// unfinished; they take turns.
//
// The frames of one task lie on the VM stack; those of the others are put aside, in a cell each,
// until they are run again: the used part of both stacks is copied out and, to the same addresses,
// back in. So a switch costs what the task's depth is, and a task that is run again and again costs
// nothing. A host function that a task calls may run another task: the caller's frames are put
// aside meanwhile.
import { Value, RAISED, NOTHING } from "../core/value";
import { allocRaw, freeRaw, resizeRaw, cellBytes, lockDepth, setLockDepth,
  setReserve } from "../heap/allocator";
import { requestEvent, clearEvent, eventsPending, EVENT_INTERRUPT, EVENT_PAUSE, EVENT_STOP,
  EVENT_OUTPUT,
  EVENT_CALLBACKS } from "../heap/events";
import { markValue, markRaw, addRootMarker } from "../heap/collector";
import { rootsMark, keep, release } from "../heap/roots";
import { NONE } from "../objects/singletons";
import { FunctionObject } from "../objects/function";
import { takePending, pendingException, raiseValue, raiseInterrupt,
  raiseNoMemory } from "../objects/errors";
import { installProgram, setMaySuspend, maySuspend, setNativeDepth, nativeDepthNow, setResumed,
  setWait, waitKind, waitUntil,
  waitToken, WAIT_HOST, stackHas, ENOUGH_FRAMES } from "../objects/hooks";
import { reprReset } from "../objects/protocol";
import { Frame, FRAME, ci, setCi, frame, framesReset, firstRecord, stackBegin, stackTop, markFrame,
  K_ROOT } from "../vm/frames";
import { callFunction, PUSHED } from "../vm/calls";
import { isGenerator, RESUME_SEND } from "../vm/generator";
import { resume } from "../vm/resume";
import { setDebugTask, noteResumed, forgetTask } from "../vm/debug";
import { execute, nestedResult, setNestedResult } from "../vm/interpreter";
import { unwind } from "../vm/unwind";
import { giveFuel, takeFuel, fuelBeyond, fuelUsed, exitStatus, setExitStatus, takeStopStatus,
  STATUS_DONE, STATUS_RAISED,
  STATUS_WAIT_TIME, STATUS_WAIT_HOST, STATUS_WAIT_STDIN, STATUS_WAIT_ANY, STATUS_OUT_OF_FUEL,
  STATUS_PAUSED, STATUS_YIELDED, STATUS_NO_MEMORY,
  STATUS_STOPPED, STATUS_STOPPED_FUEL, STATUS_TOO_DEEP, callbacksNow,
} from "../vm/safepoint";
import { flushAll, hostDrop } from "../host";

/** What is known of a task: a raw cell. */
@unmanaged class Task {
  /** What was returned by the last run of it: STATUS_*; -1: it has not begun, -2: it is running. */
  status: i32;
  /** TASK_*. */
  flags: u32;
  /** Raw cell with its records, then its part of the VM stack; 0: they lie where they belong, or
   *  there are none. */
  saved: usize;
  /** Unit: bytes. */
  savedRecords: u32;
  savedStack: u32;
  /** What is begun: a function without arguments; once begun, of a program that is a coroutine,
   *  that. */
  entry: Value;
  /** What it ended with; NOTHING: it has not ended, or it raised. */
  result: Value;
  /** The exception that ended it; NOTHING: none. */
  failure: Value;
  /** Fuel used. */
  used: i64;
  /** Fuel used beyond what was given: 0 or less. */
  debt: i64;
  /** Tells it from all others there were. */
  serial: i32;
  /** What it waits for: hooks.ts. */
  waitKind: i32;
  /** For WAIT_ANY: the interests. */
  waitToken: i32;
  waitUntil: f64;
  /** micropython.heap_lock(): how often the heap is locked while it runs. */
  locked: i32;
}
/** It waits: its instruction is to be carried out again. */
const TASK_WAITED: u32 = 1;
/** KeyboardInterrupt is to be raised when it is run. */
const TASK_INTERRUPT: u32 = 2;
/** It is a coroutine: `entry` is resumed when no frame of it is on a stack. */
const TASK_COROUTINE: u32 = 4;
/** It is to end as soon as it may. */
const TASK_STOP: u32 = 8;

const NOT_BEGUN: i32 = -1;
const RUNNING: i32 = -2;

/** Raw cell of u32: the task's address by id - 1; of a free id, the next free one << 1 | 1. */
let table: usize = 0;
let tableLength: u32 = 0;
let firstFree: u32 = 0;
/** The task whose frames lie on the VM stack; 0: none. */
let onStack: i32 = 0;
/** The task that runs; 0: none. */
let running: i32 = 0;
/** Runs and calls of Python that are going on, inside of each other through functions of the host.
 *  Each takes up to 4 KiB of the Wasm stack, and with JavaScript's own frames half of it must
 *  suffice. */
const INSIDE_MAX: u32 = 128;
/** What each of them counts besides what it calls, in levels of natives (hooks.ts). */
export const INSIDE_LEVELS: i32 = 3;
let inside: u32 = 0;
// What a call uses of the stack until natives look (hooks.ts), and the host's functions between two
// calls, is looked for whenever so many calls more go on; below twice as many fewer, again.
const INSIDE_AT_ONCE: u32 = 4;
/** The number of calls at which the host's stack is looked at next. */
let insideLimit: u32 = INSIDE_AT_ONCE;
/** False: no other one may be begun. */
export function mayGoInside(): bool {
  if (inside < insideLimit) return true;
  if (inside >= INSIDE_MAX || !stackHas(ENOUGH_FRAMES)) return false;
  insideLimit = min(inside + INSIDE_AT_ONCE, INSIDE_MAX);
  return true;
}
export function goInside(): void { inside++; }
export function comeOut(levels: u32): void {
  inside -= levels;
  if (inside + 2 * INSIDE_AT_ONCE < insideLimit) insideLimit = inside + INSIDE_AT_ONCE;
}

/** Fuel used by all when the running task was charged last. */
let charged: i64 = 0;

function entryAt(id: i32): usize { return table + (<usize>(id - 1) << 2); }
/** The task of an id; 0: there is none. */
function taskOf(id: i32): Task {
  if (id < 1 || <u32>id > tableLength) return changetype<Task>(0);
  const at = <usize>load<u32>(entryAt(id));
  return changetype<Task>(at & 1 ? 0 : at);
}
function exists(t: Task): bool { return changetype<usize>(t) != 0; }

let lastSerial: i32 = 0;
/** For hooks.ts: of 0, the serial of the running task or 0; else 1 if the task of that serial is
 *  unfinished, or 0. */
function programHook(serial: i32): i32 {
  if (serial == 0) {
    const t = taskOf(running);
    return exists(t) ? t.serial : 0;
  }
  for (let id = 1; <u32>id <= tableLength; id++) {
    const t = taskOf(id);
    if (exists(t) && t.serial == serial) return isOver(t) ? 0 : 1;
  }
  return 0;
}
/** A task that will call `entry`. Returns its id, or 0 with MemoryError pending. */
export function taskNew(entry: Value): i32 {
  const t = changetype<Task>(allocRaw(offsetof<Task>()));
  if (!exists(t)) { raiseNoMemory(<u32>offsetof<Task>()); return 0; }
  let id = <i32>firstFree;
  if (id == 0) {
    if (table == 0 || <usize>tableLength << 2 >= cellBytes(table)) {
      const fresh = resizeRaw(table, <usize>tableLength << 2,
        tableLength < 16 ? 64 : <usize>tableLength << 3);
      if (fresh == 0) { freeRaw(changetype<usize>(t)); raiseNoMemory(tableLength << 3); return 0; }
      table = fresh;
    }
    id = <i32>++tableLength;
  } else {
    firstFree = load<u32>(entryAt(id)) >> 1;
  }
  store<u32>(entryAt(id), <u32>changetype<usize>(t));
  memory.fill(changetype<usize>(t), 0, offsetof<Task>());
  t.status = NOT_BEGUN;
  t.serial = ++lastSerial;
  t.entry = entry;
  return id;
}
function markTasks(): void {
  markRaw(table);
  for (let id = 1; <u32>id <= tableLength; id++) {
    const t = taskOf(id);
    if (!exists(t)) continue;
    markRaw(changetype<usize>(t));
    markValue(t.entry);
    markValue(t.result);
    markValue(t.failure);
    if (t.saved != 0) markSaved(t.saved, t.savedRecords);
  }
  if (callSaved != 0) markSaved(callSaved, callRecords);
}
function markSaved(cell: usize, records: u32): void {
  markRaw(cell);
  const moved = cell + records - stackBegin();
  for (let at = cell; at < cell + records; at += FRAME) markFrame(changetype<Frame>(at), moved);
}
export function tasksInit(): void {
  addRootMarker(markTasks);
  installProgram(programHook);
}

// ---- switching ----

/** Bytes of records and of the VM stack that copyOut copied. */
let copiedRecords: u32 = 0;
let copiedStack: u32 = 0;
/** A raw cell with the used part of both stacks; 0: there is no memory for it. */
function copyOut(): usize {
  const records = ci + FRAME - firstRecord(), values = stackTop() - stackBegin();
  setReserve(true);
  const cell = allocRaw(records + values);
  setReserve(false);
  if (cell == 0) return 0;
  memory.copy(cell, firstRecord(), records);
  memory.copy(cell + records, stackBegin(), values);
  copiedRecords = <u32>records;
  copiedStack = <u32>values;
  return cell;
}
/** Copies them back and frees the cell. */
function copyIn(cell: usize, records: u32, values: u32): void {
  memory.copy(firstRecord(), cell, records);
  memory.copy(stackBegin(), cell + records, values);
  setCi(firstRecord() + records - FRAME);
  freeRaw(cell);
}
/** Puts the frames on the VM stack aside. False: there is no memory for it. */
function putAside(): bool {
  const t = taskOf(onStack);
  if (!exists(t)) { onStack = 0; framesReset(); return true; }
  const cell = copyOut();
  if (cell == 0) return false;
  t.saved = cell;
  t.savedRecords = copiedRecords;
  t.savedStack = copiedStack;
  onStack = 0;
  framesReset();
  return true;
}
/** Puts the frames of `id` where they belong; the VM stack is free. */
function bringBack(id: i32): void {
  const t = taskOf(id);
  onStack = id;
  if (t.saved == 0) { framesReset(); return; }
  copyIn(t.saved, t.savedRecords, t.savedStack);
  t.saved = 0;
}
/** A call of the host's outside of tasks is going on, on top of what the stack holds, and has
 *  called the host, which runs a task: its frames are put aside, and the task below them is left as
 *  it was. False: there is no memory for it. */
function putCallAside(): bool {
  const from = ci, cell = copyOut(), records = copiedRecords, values = copiedStack;
  if (cell == 0) return false;
  setCi(callCi);
  if (onStack != 0 && !putAside()) { setCi(from); freeRaw(cell); return false; }
  callSaved = cell;
  callRecords = records;
  callStack = values;
  return true;
}
/** Puts them back; what lies below them is of no use any more. */
function bringCallBack(): void {
  copyIn(callSaved, callRecords, callStack);
  callSaved = 0;
  stale = true;
}
/** Charges the running task what was used since the last time. */
function charge(): void {
  const now = fuelUsed();
  const t = taskOf(running);
  if (exists(t)) t.used += now - charged;
  charged = now;
}

// ---- running ----

/** Runs a task with so much fuel (units; see safepoint.ts), less its debt. Returns a STATUS_*; -2:
 *  it is running already; -1: there is no such task. */
export function run(id: i32, fuel: i64): i32 {
  const t = taskOf(id);
  if (!exists(t)) return -1;
  if (t.status == RUNNING || isOver(t)) return t.status;
  if (fuel + t.debt <= 0) {
    // All of it goes to the debt.
    t.debt += fuel;
    t.status = STATUS_OUT_OF_FUEL;
    return STATUS_OUT_OF_FUEL;
  }
  if (!mayGoInside()) return STATUS_TOO_DEEP;
  const inCall = running == 0 && hostCalls != 0;
  if (inCall) {
    if (!putCallAside()) return STATUS_NO_MEMORY;
  } else if (onStack != id && onStack != 0 && !putAside()) {
    return STATUS_NO_MEMORY;
  }
  goInside();
  // What belongs to the task that called the host, which now calls this.
  charge();
  const outer = running, outerFuel = takeFuel(), could = maySuspend;
  const base = rootsMark(), depth = nativeDepthNow(), pending = takePending();
  const outerEvents = eventsPending() & (EVENT_INTERRUPT | EVENT_PAUSE | EVENT_STOP | EVENT_OUTPUT);
  keep(pending);
  clearEvent(outerEvents);
  if (onStack != id) bringBack(id);
  running = id;
  t.status = RUNNING;
  setDebugTask(id);
  noteResumed();
  setMaySuspend(true);
  if (outer != 0 || inCall) setNativeDepth(depth + INSIDE_LEVELS);
  const status = runHere(t, fuel);
  flushAll();
  t.status = status;
  if (isOver(t)) {
    forget(t, id);
    framesReset();
    onStack = 0;
  }
  charge();
  running = outer;
  release(base);
  setNativeDepth(depth);
  setMaySuspend(could);
  setResumed(false);
  giveFuel(outerFuel);
  comeOut(1);
  if (outer == 0 && !inCall) {
    reprReset();
    setLockDepth(0);
  } else {
    if (onStack != 0 && !putAside()) {
      // It cannot be kept: it ends here.
      t.status = STATUS_RAISED;
      raiseNoMemory(0);
      t.failure = takePending();
      forget(t, id);
      onStack = 0;
    }
    if (inCall) {
      bringCallBack();
    } else {
      bringBack(outer);
      setDebugTask(outer);
      if (taskOf(outer).flags & TASK_STOP) requestEvent(EVENT_STOP);
    }
    if (outerEvents != 0) requestEvent(outerEvents);
    if (pending != NOTHING) raiseValue(pending);
    setExitStatus(-1);
  }
  return t.status;
}
/** Runs the task whose frames lie on the VM stack. Returns what becomes its status. */
function runHere(t: Task, fuel: i64): i32 {
  giveFuel(fuel > i64.MAX_VALUE / 2 ? i64.MAX_VALUE / 2 : fuel + t.debt);
  setExitStatus(-1);
  const interrupted = (t.flags & TASK_INTERRUPT) != 0, waited = (t.flags & TASK_WAITED) != 0;
  t.flags &= ~(TASK_INTERRUPT | TASK_WAITED);
  let ended = false;
  if (ci == firstRecord()) {
    ended = !enter(t);
    if (interrupted) requestEvent(EVENT_INTERRUPT);
  } else if (interrupted && waited) {
    // What it waits for is given up: the exception is raised where it waits.
    if (t.waitKind == WAIT_HOST) hostDrop(t.waitToken);
    frame().pc += 8;
    raiseInterrupt();
    ended = !unwind(true);
  } else {
    setResumed(waited);
    if (interrupted) requestEvent(EVENT_INTERRUPT);
  }
  const outerLocked = lockDepth;
  setLockDepth(t.locked);
  if (!ended) execute();
  t.locked = lockDepth;
  setLockDepth(outerLocked);
  const status = exitStatus;
  if (eventsPending() & EVENT_CALLBACKS) callBack(t, status);
  // What was used of the fuel for later turns is no debt: the host takes it off.
  const left = takeFuel() + fuelBeyond;
  t.debt = left < 0 ? left : 0;
  const events = eventsPending();
  clearEvent(EVENT_INTERRUPT | EVENT_PAUSE | EVENT_OUTPUT);
  if (status >= 0) {
    // Asked for too late to be seen.
    if (events & EVENT_STOP && status != STATUS_STOPPED) return takeStopStatus();
    if (events & EVENT_INTERRUPT) t.flags |= TASK_INTERRUPT;
    if (isWait(status)) {
      t.flags |= TASK_WAITED;
      t.waitKind = waitKind;
      t.waitToken = waitToken;
      t.waitUntil = waitUntil;
      // It is not to wait first.
      if (events & EVENT_INTERRUPT) return STATUS_PAUSED;
    }
    return status;
  }
  if (events & EVENT_STOP) {
    const stopped = takeStopStatus();
    if (nestedResult == RAISED) { takePending(); return stopped; }
  }
  if (nestedResult == RAISED) {
    t.failure = takePending();
    return STATUS_RAISED;
  }
  t.result = nestedResult;
  return STATUS_DONE;
}
function isWait(status: i32): bool {
  return status == STATUS_WAIT_TIME || status == STATUS_WAIT_HOST || status == STATUS_WAIT_STDIN
    || status == STATUS_WAIT_ANY;
}
/** A program that waits or has ended may have left callbacks (micropython.schedule, finalizers)
 *  behind, which are not to wait for its next safepoint: they run now, nested, with its fuel. */
function callBack(t: Task, status: i32): void {
  const kind = waitKind, until = waitUntil, token = waitToken;
  if (status < 0) {
    if (nestedResult == RAISED) t.failure = pendingException(); else t.result = nestedResult;
  } else if (!isWait(status)) {
    return;
  }
  const failure = takePending();
  setMaySuspend(false);
  // KeyboardInterrupt of a callback is the program's, if that goes on.
  if (!callbacksNow() && takePending() != NOTHING && status >= 0) requestEvent(EVENT_INTERRUPT);
  setMaySuspend(true);
  if (status < 0) {
    const stopped = (eventsPending() & EVENT_STOP) != 0;
    setNestedResult(stopped || failure != NOTHING ? RAISED : t.result);
    t.result = NOTHING;
    t.failure = NOTHING;
    if (stopped) raiseInterrupt(); else if (failure != NOTHING) raiseValue(failure);
  }
  setExitStatus(status);
  setWait(kind, until, token);
}
/** Begins, or resumes a coroutine. False: it ended at once, with nestedResult. */
function enter(t: Task): bool {
  let r: Value;
  const entry = t.entry;
  if (t.flags & TASK_COROUTINE) {
    r = resume(entry, NONE, RESUME_SEND, K_ROOT);
  } else {
    setReserve(true);
    r = callFunction(changetype<FunctionObject>(<usize>entry), 0, 0, 0, NOTHING, K_ROOT, NOTHING,
      false);
    setReserve(false);
    t.entry = NOTHING;
    if (r != PUSHED && r != RAISED && isGenerator(r)) {
      t.entry = r;
      t.flags |= TASK_COROUTINE;
      r = resume(r, NONE, RESUME_SEND, K_ROOT);
    }
  }
  if (r == PUSHED) return true;
  setNestedResult(r);
  return false;
}
function isOver(t: Task): bool {
  const s = t.status;
  return s == STATUS_DONE || s == STATUS_RAISED || s == STATUS_STOPPED || s == STATUS_STOPPED_FUEL;
}

/** Forgets a task: its id may be given to another one. One that is running, having called the host,
 *  ends when it goes on (STATUS_STOPPED) and is to be abandoned again then. Returns 1 in that case,
 *  else 0. */
export function abandon(id: i32): i32 {
  const t = taskOf(id);
  if (!exists(t)) return 0;
  if (t.status == RUNNING) {
    t.flags |= TASK_STOP;
    if (id == running) requestEvent(EVENT_STOP);
    return 1;
  }
  if (onStack == id) {
    onStack = 0;
    if (hostCalls != 0) stale = true; else framesReset();
  }
  forget(t, id);
  freeRaw(changetype<usize>(t));
  store<u32>(entryAt(id), firstFree << 1 | 1);
  firstFree = <u32>id;
  return 0;
}
/** KeyboardInterrupt in a task, at its next safepoint or where it waits. */
export function interrupt(id: i32): void {
  const t = taskOf(id);
  if (!exists(t)) return;
  if (id == running) requestEvent(EVENT_INTERRUPT); else t.flags |= TASK_INTERRUPT;
}
/** run() of the task that runs returns STATUS_PAUSED at the next safepoint. */
export function pause(): void { if (running != 0) requestEvent(EVENT_PAUSE); }
/** The host has more output than it likes: run() returns STATUS_WAIT_OUTPUT at the next
 *  safepoint. */
export function waitOutput(): void { if (running != 0) requestEvent(EVENT_OUTPUT); }

// ---- what the host may ask ----

/** The highest id in use; with taskStatus, all tasks can be found. */
export function taskCount(): i32 { return <i32>tableLength; }
/** What the last run of it returned (STATUS_*); -1: not begun, or there is no such task; -2: it is
 *  running. */
export function taskStatus(id: i32): i32 {
  const t = taskOf(id);
  return exists(t) ? t.status : NOT_BEGUN;
}
/** True if there is a task of this id. */
export function taskExists(id: i32): bool { return exists(taskOf(id)); }
/** Fuel that a task has used. Of the running one: until its last turn began. */
export function taskFuel(id: i32): i64 {
  const t = taskOf(id);
  return exists(t) ? t.used : 0;
}
/** Unit: ms of the host's monotonic clock. */
export function waitUntilMs(id: i32): f64 {
  const t = taskOf(id);
  return exists(t) ? t.waitUntil : 0;
}
/** The token of what a task waits for (STATUS_WAIT_HOST), or WAKE_* of what may end its wait
 *  (STATUS_WAIT_ANY). */
export function waitTokenOf(id: i32): i32 {
  const t = taskOf(id);
  return exists(t) ? t.waitToken : 0;
}
/** What a task ended with: a Value; NOTHING: it has not ended, or it raised. */
export function resultOf(id: i32): Value {
  const t = taskOf(id);
  return exists(t) ? t.result : NOTHING;
}
/** The exception that ended a task; NOTHING: none. */
export function failureOf(id: i32): Value {
  const t = taskOf(id);
  return exists(t) ? t.failure : NOTHING;
}
/** The id of the task that runs; 0: none. */
export function runningTask(): i32 { return running; }

/** Brings a task's frames to the VM stack, to be looked at. False: it has none, another one is
 *  running, or there is no memory. */
export function showTask(id: i32): bool {
  const t = taskOf(id);
  if (!exists(t)) return false;
  if (hostCalls != 0 && running == 0) return false;
  if (onStack != id) {
    if (running != 0 || (onStack != 0 && !putAside())) return false;
    bringBack(id);
  }
  setDebugTask(id);
  return true;
}

// ---- calls from the host ----

/** Before the host calls Python directly, not by a task: such a call, nested in whatever the stack
 *  holds, uses the running task's fuel; if none runs, it gets `fuel` and the overdraft of nested
 *  runs. The result is for hostCallEnd. */
export function hostCallBegin(fuel: i64): i32 {
  if (isInside()) return 0;
  beginCall();
  couldBefore = maySuspend;
  setMaySuspend(false);
  giveFuel(fuel);
  return 1;
}
/** Calls from the host, outside of tasks, that are going on. */
let hostCalls: i32 = 0;
let couldBefore: bool = true;
/** The record below those of the call; where they are put aside while it runs tasks. */
let callCi: usize = 0;
let callSaved: usize = 0;
let callRecords: u32 = 0;
let callStack: u32 = 0;
/** Below the call lie copies of a task's frames that have been put aside. */
let stale: bool = false;
/** Python is called from outside of tasks, on top of what the stack holds; does not nest. */
export function beginCall(): void {
  hostCalls++;
  callCi = ci;
}
export function endCall(): void {
  hostCalls--;
  if (!stale) return;
  stale = false;
  framesReset();
}
/** True if such a call, or a task, is going on. */
export function isInside(): bool { return running != 0 || hostCalls != 0; }
/** True if the call was ended because its fuel was used up. */
export function hostCallEnd(begun: i32): bool {
  if (begun == 0) return false;
  endCall();
  setMaySuspend(couldBefore);
  takeFuel();
  const dry = takeStopStatus() == STATUS_STOPPED_FUEL;
  clearEvent(EVENT_INTERRUPT | EVENT_PAUSE | EVENT_OUTPUT);
  flushAll();
  return dry;
}

/** Drops what a task that is over does not need. */
function forget(t: Task, id: i32): void {
  forgetTask(id);
  freeRaw(t.saved);
  t.saved = 0;
  t.entry = NOTHING;
}
