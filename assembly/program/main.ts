// The program: compiling what the host starts, in which namespace, and the texts of results.
// Running: tasks.ts.
import { Value, RAISED, NOTHING } from "../core/value";
import { allocRaw, freeRaw, cellBytes, refusedBytes, clearRefused,
  setReserve } from "../heap/allocator";
import { frozenRoom } from "../heap/compressed";
import { eventsPending, EVENT_COLLECT } from "../heap/events";
import { collect, markValue, markRaw, addRootMarker } from "../heap/collector";
import { addPackHook } from "../heap/pack";
import { rootsMark, keep, release } from "../heap/roots";
import { StrObject, strNew, internStr } from "../objects/str";
import { TableObject, tableSetName } from "../objects/table";
import { ModuleObject, moduleNew, modulesDict } from "../objects/module";
import { bodyFunction, installFrame, FRAME_GLOBALS, FRAME_LOCALS,
  FRAME_EXCEPTION } from "../objects/hooks";
import { takePending, MemoryError, catchPending } from "../objects/errors";
import { textNew } from "../objects/text";
import { addFrozen } from "../objects/frozen";
import { S___main__ } from "../objects/names";
import { compileWith } from "../compiler/compile";
import { frame } from "../vm/frames";
import { formatException } from "../vm/traceback";
import { localsOf } from "../vm/locals";
import { taskNew, failureOf, runningTask } from "./tasks";
import { debugInit } from "./debug";

/** The module that programs run in. */
let mainModule: Value = NOTHING;
/** Why the last start() failed; NOTHING: it did not. */
let failure: Value = NOTHING;
/** Namespace of the next program, a dict; NOTHING: __main__'s. */
let nextGlobals: Value = NOTHING;
/** A buffer for texts that pass the border. */
let scratchCell: usize = 0;

function markMain(): void {
  markValue(mainModule);
  markValue(failure);
  markValue(nextGlobals);
  markRaw(scratchCell);
  markValue(kept);
}
export function mainInit(): void {
  addRootMarker(markMain);
  installFrame(frameHook);
  addPackHook(clearScratch);
  debugInit();
  makeMain();
}
function clearScratch(): void {
  if (scratchCell != 0) memory.fill(scratchCell, 0, cellBytes(scratchCell));
}
/** Makes a fresh __main__. */
function makeMain(): void {
  mainModule = moduleNew(<u64>S___main__);
  tableSetName(changetype<TableObject>(<usize>modulesDict), S___main__, mainModule);
}
/** Globals of __main__, a dict. */
export function mainGlobals(): Value {
  return <u64>changetype<ModuleObject>(<usize>mainModule).dict;
}

/** Address of at least `bytes` bytes that the host may fill; valid until the next call. 0: no
 *  memory. */
export function scratch(bytes: u32): usize {
  if (scratchCell != 0 && cellBytes(scratchCell) >= bytes) return scratchCell;
  freeRaw(scratchCell);
  scratchCell = allocRaw(bytes < 1024 ? 1024 : bytes);
  return scratchCell;
}

/** The next program runs in this dict. */
export function setNextGlobals(dict: Value): void { nextGlobals = dict; }
export function nextGlobalsNow(): Value { return nextGlobals; }

/** Compiles a program and makes a task of it. Texts are UTF-8. mode and options:
 *  compiler/compile.ts. Returns the task's id, or 0: SyntaxError or MemoryError (errorOf(0)). */
export function start(at: usize, bytes: u32, nameAt: usize, nameBytes: u32, mode: i32,
    options: u32): i32 {
  failure = NOTHING;
  setReserve(true);
  const name = strNew(nameAt, nameBytes);
  setReserve(false);
  const id = name == RAISED ? 0 : begin(at, bytes, name, mode, options);
  nextGlobals = NOTHING;
  if (id == 0) failure = takePending();
  return id;
}
function begin(at: usize, bytes: u32, name: Value, mode: i32, options: u32): i32 {
  // Nothing runs: a collection is safe here, and after a program that filled the heap there may be
  // no other way.
  const idle = runningTask() == 0;
  if (idle && (refusedBytes != 0 || eventsPending() & EVENT_COLLECT)) collectWith(name);
  setReserve(true);
  let code = compileWith(at, bytes, name, mode, options);
  if (code == RAISED && idle && catchPending(MemoryError)) {
    collectWith(name);
    code = compileWith(at, bytes, name, mode, options);
  }
  let id = 0;
  if (code != RAISED) {
    const f = bodyFunction(<usize>code, nextGlobals == NOTHING ? mainGlobals() : nextGlobals,
      NOTHING);
    if (f != RAISED) id = taskNew(f);
  }
  setReserve(false);
  return id;
}
/** Collects while nothing but `name` is in use. */
function collectWith(name: Value): void {
  const base = rootsMark();
  keep(name);
  clearRefused();
  collect();
  release(base);
}

/** Where the last text asked for lies, and its length in bytes. */
export let textAt: usize = 0;
export let textLength: u32 = 0;
/** Leaves a str for the host; false (and nothing left) for RAISED, whose exception is dropped. */
export function giveText(s: Value): bool {
  if (s == RAISED) { takePending(); textAt = 0; textLength = 0; return false; }
  kept = s;
  textAt = changetype<StrObject>(<usize>s).data;
  textLength = changetype<StrObject>(<usize>s).lengthBytes;
  return true;
}
/** Keeps that text alive. */
let kept: Value = NOTHING;
/** Leaves what the exception of the last start prints. At build time: hosts ask by the border. */
export function startError(): void {
  const t = textNew();
  formatException(failure, t, 0);
  giveText(t.finish());
}
/** The exception that ended a task; of 0: why the last start failed. NOTHING: none. */
export function errorOf(id: i32): Value { return id == 0 ? failure : failureOf(id); }

/** Takes the source of frozen/NAME.py into the core, at build time; fresh: it begins an area
 *  (heap/compressed.ts); tools/image.mjs has seen to it that it can be compiled. */
export function freeze(nameAt: usize, nameBytes: u32, at: usize, bytes: u32, kind: u32): void {
  const room = frozenRoom(bytes, (kind & 1) != 0);
  memory.copy(room, at, bytes);
  addFrozen(internStr(strNew(nameAt, nameBytes)), room, kind & 2 ? 0 : bytes);
  clearScratch();
  freeRaw(scratchCell);
  scratchCell = 0;
}

// ---- questions of natives about the running frame ----

function frameHook(question: i32): Value {
  if (question == FRAME_EXCEPTION) return frame().handled;
  const f = frame();
  if (f.code == 0) return NOTHING;
  if (question == FRAME_GLOBALS) return <u64>f.globals;
  if (question == FRAME_LOCALS) return f.locals != 0 ? <u64>f.locals : localsOf(f);
  return NOTHING;
}
