// The debugger's part in the VM: where a program stops, by breakpoints, steps and exceptions.
//
// Running code pays nothing: an instruction at which something may be to do has the bit PATCHED in
// its op, which the interpreter does not know and brings here (hit); if the program is not to stop
// it then carries out the instruction without the bit. Only first instructions of lines are
// patched. Which lines those are says the line table (register_code.ts): a row begins wherever the
// line changes and at the top of every loop.
//
// What is patched: lines with breakpoints, always; while a step is being made, all lines of the
// functions in which it may end: those on the stack, and for a step into calls everything that is
// not frozen. New register code is looked at when it is made (noteTranslated).
//
// A step ends like this. The frame it began in is *watched* (a bit in its record's kind). The next
// line in that frame ends it as CPython's tracing would: when the line is another one, or control
// went back. If the frame is left by return or yield, the program stops in its caller, behind the
// call; if by an exception, at the next line below it.
//
// In nested runs (a native calling Python) a program cannot stop: breakpoints there are passed over
// and counted.
import { Value, NOTHING } from "../core/value";
import { freeRaw, resizeRaw } from "../heap/allocator";
import { addRootMarker, markRaw, markValue } from "../heap/collector";
import { CodeObject } from "../bytecode/code";
import { StrObject } from "../objects/str";
import { typeOf } from "../heap/header";
import { maySuspend } from "../objects/hooks";
import { takePending, pendingException, isSubtype, StopIteration, StopAsyncIteration, GeneratorExit,
  KeyboardInterrupt,
  SystemExit } from "../objects/errors";
import { RegisterCode, PATCHED, lineOf } from "./register_code";
import { FRAME, ci, frame, firstRecord, Frame, WATCHED } from "./frames";
import { codeCount, codeAt } from "./globals";
import { fileOf } from "./traceback";
import { isCaught } from "./debug_caught";
import { STATUS_BREAKPOINT, setExitStatus } from "./safepoint";

// ---- breakpoints ----

@unmanaged class Breakpoint {
  /** File name as it was compiled, an interned str. */
  file: Value;
  /** CodeObject of an expression; NOTHING: no condition. */
  condition: Value;
  /** The expression, a str. */
  source: Value;
  id: u32;
  /** The line asked for. */
  line: u32;
  /** The line that it stands on: the first with code from `line` on; 0: not known yet (nothing of
   *  the file compiled). */
  actual: u32;
  /** The same, while it is being found. */
  found: u32;
}
const BREAKPOINT: usize = offsetof<Breakpoint>();
let breakpoints: usize = 0;
let breakpointCount: u32 = 0;
let breakpointRoom: u32 = 0;
let lastId: u32 = 0;
function breakpointAt(i: u32): Breakpoint {
  return changetype<Breakpoint>(breakpoints + <usize>i * BREAKPOINT);
}

// ---- what is known of a task ----

@unmanaged class Stepping {
  task: i32;
  /** STEP_*. */
  mode: u32;
  /** The watched frame's record. */
  ci: usize;
  /** The line looked at last in that frame, and its instruction. */
  line: u32;
  pc: usize;
  /** The watched frame was left. */
  left: u32;
  /** An instruction that is not looked at when it is reached next, in the frame of this record: the
   *  program stopped there, or it is carried out again. */
  skipCi: usize;
  skipPc: usize;
  /** REASON_* of the last stop, and the breakpoint's id. */
  reason: u32;
  breakpoint: u32;
  /** The line at which the task stopped, if its frame's pc is behind it already (it came back from
   *  a call, or raised); 0: the pc says it. */
  behind: u32;
  /** Where a breakpoint was reached last: frame, instruction. */
  passCi: usize;
  passPc: usize;
  spare: u32;
  /** The exception that is to be raised when the program goes on; NOTHING. */
  held: Value;
}
const STEPPING: usize = offsetof<Stepping>();
if (offsetof<Stepping>() > 96) ERROR("NOTHING_KNOWN is too small");
let states: usize = 0;
let stateCount: u32 = 0;
let stateRoom: u32 = 0;
function stateNumber(i: u32): Stepping {
  return changetype<Stepping>(states + <usize>i * STEPPING);
}

export const STEP_NONE: u32 = 0;
export const STEP_INTO: u32 = 1;
export const STEP_OVER: u32 = 2;
export const STEP_OUT: u32 = 3;

export const REASON_NONE: u32 = 0;
export const REASON_BREAKPOINT: u32 = 1;
export const REASON_STEP: u32 = 2;
export const REASON_EXCEPTION: u32 = 3;

/** RegisterCode.patched. */
const PATCHES_NONE: u32 = 0;
const PATCHES_BREAKPOINTS: u32 = 1;
const PATCHES_ALL: u32 = 2;

/** The task that runs, or is looked at. */
let task: i32 = 0;
export function setDebugTask(id: i32): void { task = id; }
/** The present task goes on: what was said about its stop holds no more. */
export function noteResumed(): void {
  if (stepsPatched) unpatchSteps();
  const s = state(false);
  if (changetype<usize>(s) == 0) return;
  s.reason = REASON_NONE;
  s.behind = 0;
}
/** There are breakpoints, or a step is being made: new code is looked at. */
let active: bool = false;
/** Some code is patched altogether: for a step that is being made, or was. */
let stepsPatched: bool = false;
/** A step into calls is being made: new code is patched altogether. */
let intoAll: bool = false;
/** 0: exceptions do not stop; 1: those that nobody will catch; 2: all. */
export let stopOnException: u32 = 0;
export function setStopOnException(which: u32): void { stopOnException = which; }
/** Breakpoints passed in nested runs, where a program cannot stop. */
export let skippedHits: u32 = 0;
/** What evaluates a condition: program/debug.ts. */
type ConditionFn = (code: Value) => bool;
function always(code: Value): bool { return true; }
let conditionFn: ConditionFn = always;

export function debugInit(condition: ConditionFn): void {
  conditionFn = condition;
  addRootMarker(markDebug);
}
function markDebug(): void {
  markRaw(breakpoints);
  for (let i: u32 = 0; i < breakpointCount; i++) {
    markValue(breakpointAt(i).file);
    markValue(breakpointAt(i).condition);
    markValue(breakpointAt(i).source);
  }
  markRaw(states);
  for (let i: u32 = 0; i < stateCount; i++) markValue(stateNumber(i).held);
}

/** What is known of a task of which nothing is: all 0. */
const NOTHING_KNOWN: usize = memory.data(96, 8);
/** The present task's state, to be read. */
function known(): Stepping {
  const s = state(false);
  return changetype<usize>(s) == 0 ? changetype<Stepping>(NOTHING_KNOWN) : s;
}
/** The present task's state; 0: none, and with `make` no memory. */
function state(make: bool): Stepping {
  for (let i: u32 = 0; i < stateCount; i++) if (stateNumber(i).task == task) return stateNumber(i);
  if (!make) return changetype<Stepping>(0);
  if (stateCount == stateRoom) {
    const room: u32 = stateRoom == 0 ? 2 : stateRoom * 2;
    const fresh = resizeRaw(states, stateCount * STEPPING, room * STEPPING);
    if (fresh == 0) return changetype<Stepping>(0);
    states = fresh;
    stateRoom = room;
  }
  const s = stateNumber(stateCount++);
  memory.fill(changetype<usize>(s), 0, STEPPING);
  s.task = task;
  return s;
}
/** A task is over or given up. */
export function forgetTask(id: i32): void {
  for (let i: u32 = 0; i < stateCount; i++) {
    if (stateNumber(i).task != id) continue;
    stateCount--;
    memory.copy(changetype<usize>(stateNumber(i)), changetype<usize>(stateNumber(stateCount)),
      STEPPING);
    if (stepsPatched) unpatchSteps();
    return;
  }
}

// ---- patching ----

/** Code of the library that is frozen into the core: steps pass over it. */
function isFrozen(r: RegisterCode): bool {
  const file = changetype<StrObject>(<usize>fileOf(r.code));
  return file.lengthBytes > 8 && load<u64>(file.data) == 0x206e657a6f72663c;      // "<frozen "
}
/** The number of the breakpoint (from 1) on instruction `index`, after `from`; 0: none. */
function breakpointOn(r: RegisterCode, index: u32, from: u32): u32 {
  const file = fileOf(r.code);
  for (let i = from; i < breakpointCount; i++) {
    const b = breakpointAt(i);
    if (b.file != file) continue;
    const line = b.actual != 0 ? b.actual : b.line;
    for (let k = rowOf(r, index); k < r.lineCount; k++) {
      const row = r.lines + (<usize>k << 3);
      if (load<u32>(row) != index) break;
      if (load<u32>(row, 4) == line) return i + 1;
    }
  }
  return 0;
}
/** The first row of the line table that begins at instruction `index` or later. */
function rowOf(r: RegisterCode, index: u32): u32 {
  let low: u32 = 0, high = r.lineCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (load<u32>(r.lines + (<usize>middle << 3)) < index) low = middle + 1; else high = middle;
  }
  return low;
}
/** Patches what is to be patched in `r`: with `all` every line, else those with breakpoints. */
function patch(r: RegisterCode, all: bool): void {
  let any = false;
  // Without line numbers (-O3) there is nothing to stop at.
  if (changetype<CodeObject>(r.code).linesLength == 0) return;
  for (let k: u32 = 0; k < r.lineCount; k++) {
    const index = load<u32>(r.lines + (<usize>k << 3));
    if (index >= r.count) continue;
    const at = r.instructions + (<usize>index << 3), op = <u32>load<u16>(at);
    const on = all || breakpointOn(r, index, 0) != 0;
    if (on) any = true;
    store<u16>(at, <u16>(on ? op | PATCHED : op & ~PATCHED));
  }
  r.patched = !any ? PATCHES_NONE : all ? PATCHES_ALL : PATCHES_BREAKPOINTS;
}
/** Register code was made: it gets the patches that it needs. */
export function noteTranslated(r: RegisterCode): void {
  if (!active) return;
  if (intoAll && !isFrozen(r)) patch(r, true);
  else if (breakpointCount != 0) patch(r, false);
}
/** Breakpoints came, went or moved. */
function repatchBreakpoints(): void {
  active = breakpointCount != 0 || stepping();
  for (let i: u32 = 0; i < codeCount(); i++) {
    const r = codeAt(i);
    if (r.patched != PATCHES_ALL && (breakpointCount != 0 || r.patched != PATCHES_NONE))
      patch(r, false);
  }
}
/** No step of this task is being made any more: only breakpoints stay, unless another task makes a
 *  step. */
function unpatchSteps(): void {
  if (stepping()) return;
  intoAll = false;
  stepsPatched = false;
  active = breakpointCount != 0;
  for (let i: u32 = 0; i < codeCount(); i++)
    if (codeAt(i).patched == PATCHES_ALL) patch(codeAt(i), false);
}
/** Number of instructions that are patched, for tests. */
export function patchedCount(): i32 {
  let n = 0;
  for (let i: u32 = 0; i < codeCount(); i++) {
    const r = codeAt(i);
    for (let at = r.instructions; at < r.instructions + (<usize>r.count << 3); at += 8) {
      if (load<u16>(at) & PATCHED) n++;
    }
  }
  return n;
}
function stepping(): bool {
  for (let i: u32 = 0; i < stateCount; i++) if (stateNumber(i).mode != STEP_NONE) return true;
  return false;
}

// ---- the host's requests ----

/** Adds a breakpoint. file: an interned str; condition: a CodeObject or NOTHING, and its source.
 *  Returns its id, 0: no memory. */
export function addBreakpoint(file: Value, line: u32, condition: Value, source: Value): u32 {
  if (breakpointCount == breakpointRoom) {
    const room: u32 = breakpointRoom == 0 ? 4 : breakpointRoom * 2;
    const fresh = resizeRaw(breakpoints, breakpointCount * BREAKPOINT, room * BREAKPOINT);
    if (fresh == 0) return 0;
    breakpoints = fresh;
    breakpointRoom = room;
  }
  const b = breakpointAt(breakpointCount++);
  b.file = file;
  b.condition = condition;
  b.source = source;
  b.id = ++lastId;
  b.line = line;
  b.actual = b.found = 0;
  return b.id;
}
/** Removes a breakpoint; id 0: all. */
export function removeBreakpoint(id: u32): void {
  let kept: u32 = 0;
  for (let i: u32 = 0; i < breakpointCount; i++) {
    if (id == 0 || breakpointAt(i).id == id) continue;
    if (kept != i)
      memory.copy(changetype<usize>(breakpointAt(kept)), changetype<usize>(breakpointAt(i)),
        BREAKPOINT);
    kept++;
  }
  breakpointCount = kept;
  if (kept == 0) { freeRaw(breakpoints); breakpoints = 0; breakpointRoom = 0; }
  repatchBreakpoints();
}
function breakpointOf(id: u32): Breakpoint {
  for (let i: u32 = 0; i < breakpointCount; i++)
    if (breakpointAt(i).id == id) return breakpointAt(i);
  return changetype<Breakpoint>(0);
}
/** The line on which a breakpoint stands, 0: not known yet; with `asked` the line asked for; -1:
 *  there is no such one. */
export function breakpointLine(id: u32, asked: bool): i32 {
  const b = breakpointOf(id);
  return changetype<usize>(b) == 0 ? -1 : <i32>(asked ? b.line : b.actual);
}
/** Its file, or with `source` its condition; NOTHING: none. */
export function breakpointText(id: u32, source: bool): Value {
  const b = breakpointOf(id);
  return changetype<usize>(b) == 0 ? NOTHING : source ? b.source : b.file;
}
/** The id of the first breakpoint made after `id`; 0: there is none. */
export function nextBreakpoint(id: u32): u32 {
  for (let i: u32 = 0; i < breakpointCount; i++)
    if (breakpointAt(i).id > id) return breakpointAt(i).id;
  return 0;
}
export function hasBreakpoints(): bool { return breakpointCount != 0; }

// Finding the lines of breakpoints: placeBegin, placeLine for every line that counts, placeEnd. A
// file that is compiled anew puts its breakpoints where its lines are now.
let placeNew: u32 = 0;
/** id: the breakpoint to be placed; 0: all. */
export function placeBegin(id: u32): void { placeNew = id; }
/** `line` of `file` has code. */
export function placeLine(file: Value, line: u32): void {
  for (let i: u32 = 0; i < breakpointCount; i++) {
    const b = breakpointAt(i);
    if (b.file != file || (placeNew != 0 && b.id != placeNew) || line < b.line) continue;
    if (b.found == 0 || line < b.found) b.found = line;
  }
}
export function placeEnd(): void {
  for (let i: u32 = 0; i < breakpointCount; i++) {
    const b = breakpointAt(i);
    if (b.found != 0) b.actual = b.found;
    b.found = 0;
  }
  repatchBreakpoints();
}

/** The present task begins a step when it goes on. STEP_NONE: it runs on; a step not yet ended is
 *  dropped. False: no memory. */
export function beginStep(mode: u32): bool {
  const s = state(mode != STEP_NONE);
  if (changetype<usize>(s) == 0) return mode == STEP_NONE;
  unwatch(s);
  s.mode = STEP_NONE;
  if (mode == STEP_NONE) { unpatchSteps(); return true; }
  const f = frame();
  const alone = !stepping();
  // A program that has not begun has no line yet to step over.
  if (f.code == 0 && mode == STEP_OVER) mode = STEP_INTO;
  s.mode = mode;
  s.ci = ci;
  s.left = 0;
  if (f.code != 0) {
    const r = changetype<RegisterCode>(f.code);
    const index = <u32>((f.pc - r.instructions) >> 3);
    s.line = s.behind != 0 ? s.behind : lineOf(r, index);
    s.pc = f.pc;
    f.kind |= WATCHED;
  }
  active = stepsPatched = true;
  intoAll = mode == STEP_INTO || !alone;
  for (let i: u32 = 0; i < codeCount(); i++) {
    const r = codeAt(i);
    if (!intoAll) { if (r.patched == PATCHES_ALL) patch(r, false); }
    else if (r.patched != PATCHES_ALL && !isFrozen(r)) patch(r, true);
  }
  if (intoAll) return true;
  for (let at = ci; at > firstRecord(); at -= FRAME) {
    const code = changetype<Frame>(at).code;
    if (code == 0) continue;
    const r = changetype<RegisterCode>(code);
    if (r.patched != PATCHES_ALL && !isFrozen(r)) patch(r, true);
  }
  return true;
}
function unwatch(s: Stepping): void {
  if (s.mode != STEP_NONE && !s.left && s.ci <= ci && s.ci > firstRecord()) {
    changetype<Frame>(s.ci).kind &= ~WATCHED;
  }
}
/** Of the last stop of the present task. */
export function stopReason(): u32 { return known().reason; }
export function stopBreakpoint(): u32 { return known().breakpoint; }
/** The line at which the present task stopped; 0: the pc of its frame, the next instruction, says
 *  it. */
export function stoppedLine(): u32 { return known().behind; }
/** The exception at which the present task has stopped; NOTHING. */
export function heldException(): Value { return known().held; }

// ---- what the interpreter tells ----

/** The program stops: the run is given up. behind: Stepping.behind. */
function stop(s: Stepping, reason: u32, behind: u32): void {
  unwatch(s);
  s.mode = STEP_NONE;
  s.reason = reason;
  s.behind = behind;
  s.breakpoint = 0;
  s.skipCi = 0;
  setExitStatus(STATUS_BREAKPOINT);
}
/** The instruction at `pc` of the running frame, whose pc is written back, is patched. True: the
 *  program stops before it; else it is carried out. May run Python code (a condition). */
export function hit(pc: usize): bool {
  let s = known();
  if (s.skipPc == pc && s.skipCi == ci) { s.skipCi = 0; return false; }
  const r = changetype<RegisterCode>(frame().code);
  const index = <u32>((pc - r.instructions) >> 3);
  let reason = REASON_NONE, id: u32 = 0;
  for (let n = breakpointOn(r, index, 0); n != 0; n = breakpointOn(r, index, n)) {
    if (!maySuspend) { skippedHits++; return false; }
    s = state(true);
    if (changetype<usize>(s) == 0) return false;
    const further = s.passCi == ci && s.passPc >= r.instructions && s.passPc < pc
      && lineOf(r, <u32>((s.passPc - r.instructions) >> 3)) == lineOf(r, index);
    s.passCi = ci;
    s.passPc = pc;
    // A part of the line further on: the same visit of it.
    if (further) break;
    const condition = breakpointAt(n - 1).condition;
    id = breakpointAt(n - 1).id;
    if (condition != NOTHING && !conditionFn(condition)) continue;
    reason = REASON_BREAKPOINT;
    break;
  }
  if (!maySuspend) return false;
  s = state(reason != REASON_NONE);
  if (changetype<usize>(s) == 0) return false;
  if (reason == REASON_NONE) {
    if (!endsStep(s, r, index, pc)) return false;
    reason = REASON_STEP;
    id = 0;
  }
  stop(s, reason, 0);
  s.breakpoint = id;
  s.skipCi = ci;
  s.skipPc = pc;
  return true;
}
/** True if the step being made ends at the line that begins at instruction `index`. */
function endsStep(s: Stepping, r: RegisterCode, index: u32, pc: usize): bool {
  if (s.mode == STEP_NONE || isFrozen(r)) return false;
  if (ci > s.ci || (ci == s.ci && s.left)) return s.mode == STEP_INTO;
  if (ci < s.ci) return true;
  if (s.mode == STEP_OUT) return false;
  const line = lineOf(r, index);
  if (line != s.line || pc <= s.pc) return true;
  s.pc = pc;
  return false;
}
/** The instruction at `pc` of the running frame will be carried out again: that is no new visit of
 *  its line. */
export function again(pc: usize): void {
  if (!(load<u16>(pc) & PATCHED)) return;
  const s = state(true);
  if (changetype<usize>(s) == 0) return;
  s.skipCi = ci;
  s.skipPc = pc;
}
/** Line of the call that the frame at `caller` is making. */
export function callLine(caller: Frame): u32 {
  if (caller.code == 0) return 0;
  const r = changetype<RegisterCode>(caller.code);
  return lineOf(r, <u32>((caller.pc - r.instructions) >> 3) - 1);
}
/** The watched frame was left, by return or yield if `ended` is true, else by an exception; its
 *  caller, whose call stood on `line`, is the running frame. True: the program stops there. */
export function watchedLeft(ended: bool, line: u32): bool {
  const s = known();
  if (s.mode == STEP_NONE) return false;
  s.left = 1;
  if (!ended || !maySuspend) return false;
  const f = frame();
  if (f.code == 0) return false;
  if (isFrozen(changetype<RegisterCode>(f.code))) {
    // A helper called it: the step goes on until that returns.
    f.kind |= WATCHED;
    s.ci = ci;
    s.left = 0;
    return false;
  }
  stop(s, REASON_STEP, line);
  return true;
}
/** The watched generator yields for the one that delegates to it: that is the one to be left
 *  next. */
export function moveWatch(): void {
  const s = state(false);
  if (changetype<usize>(s) != 0) s.ci -= FRAME;
}
/** An exception is pending that was raised where the running frame is. True: the program stops,
 *  keeping it. */
export function stopsAtRaise(): bool {
  if (stopOnException == 0 || !maySuspend || frame().code == 0) return false;
  const type = typeOf(pendingException());
  // Who ends a program need not hear of it.
  if (isSubtype(type, KeyboardInterrupt) || isSubtype(type, SystemExit)) return false;
  if (stopOnException == 1 ? isCaught(type)
    : isSubtype(type, StopIteration) || isSubtype(type, StopAsyncIteration)
    || isSubtype(type, GeneratorExit)) return false;
  const s = state(true);
  if (changetype<usize>(s) == 0) return false;
  stop(s, REASON_EXCEPTION, callLine(frame()));
  s.held = takePending();
  return true;
}
/** The exception to be raised now that the present task goes on; NOTHING: none. */
export function takeHeld(): Value {
  const s = known();
  if (s.held == NOTHING || !maySuspend) return NOTHING;
  const e = s.held;
  s.held = NOTHING;
  return e;
}
