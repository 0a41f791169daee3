// The program: what the host starts, runs in slices, and asks for results.
import { Value, RAISED, NOTHING, isSmallInt, smallInt } from "../core/value";
import { typeOf, isExactly } from "../heap/header";
import { allocRaw, freeRaw, cellBytes, setLockDepth, refusedBytes, clearRefused, setReserve } from "../heap/allocator";
import { requestEvent, eventsPending, EVENT_COLLECT, EVENT_INTERRUPT, EVENT_PAUSE } from "../heap/events";
import { collect, markValue, markRaw, addRootMarker } from "../heap/collector";
import { addPackHook } from "../heap/pack";
import { rootsMark, keep, release, rootsBegin } from "../heap/roots";
import { StrObject, STR_TYPE, strNew, internStr, strLiteral } from "../objects/str";
import { TupleObject } from "../objects/tuple";
import { TableObject, dictNew, tableSetName, tableGetName } from "../objects/table";
import { ModuleObject, moduleNew, modulesDict } from "../objects/module";
import { FunctionObject } from "../objects/function";
import { CodeObject, CodeContext } from "../bytecode/code";
import { NONE } from "../objects/singletons";
import { bodyFunction, setMaySuspend, setNativeDepth, installFrame, installTracebackText, setResumed, FRAME_GLOBALS, FRAME_LOCALS,
  FRAME_EXCEPTION } from "../objects/hooks";
import { pendingException, takePending, raised, raise, raiseValue, exceptionPart, isSubtype, SystemExit, BaseException, MemoryError,
  catchPending } from "../objects/errors";
import { textNew, Text } from "../objects/text";
import { reprReset, reprOf, strOf } from "../objects/protocol";
import { setHelpers } from "../objects/frozen";
import { cellNew, CellObject, CELL_TYPE } from "../objects/cell";
import { S___main__, S___name__, S_builtins } from "../objects/names";
import { compileWith } from "../compiler/compile";
import { builtinModule } from "../objects/module";
import { Frame, FRAME, ci, frame, framesReset, framesEmpty, K_ROOT, K_CALL } from "../vm/frames";
import { callFunction, PUSHED, NESTED, runNested, carryOut } from "../vm/calls";
import { execute, nestedResult, setNestedResult } from "../vm/interpreter";
import { giveFuel, exitStatus, setExitStatus, STATUS_DONE, STATUS_RAISED, STATUS_WAIT_TIME, STATUS_WAIT_HOST,
  STATUS_WAIT_STDIN } from "../vm/safepoint";
import { RegisterCode } from "../vm/register_code";
import { formatException } from "../vm/traceback";
import { packModule } from "../bytecode/packed";
import { freezeModule } from "../vm/imports";
import { flushAll } from "../host";

/** The module that programs run in. */
let mainModule: Value = NOTHING;
/** Result of the last program that ended: a Value; NOTHING: none, or it raised. */
let result: Value = NOTHING;
/** The exception that ended the last program; NOTHING: none. */
let failure: Value = NOTHING;
/** A buffer for texts that pass the border. */
let scratchCell: usize = 0;
let waited: bool = false;

function markMain(): void {
  markValue(mainModule);
  markValue(result);
  markValue(failure);
  markRaw(scratchCell);
  markValue(kept);
}
export function mainInit(): void {
  addRootMarker(markMain);
  installFrame(frameHook);
  installTracebackText(tracebackHook);
  addPackHook(clearScratch);
  makeMain();
}
function clearScratch(): void {
  if (scratchCell != 0) memory.fill(scratchCell, 0, cellBytes(scratchCell));
}
function tracebackHook(exception: Value, out: Text): bool {
  formatException(exception, out, 0);
  return true;
}
/** Makes a fresh __main__. */
function makeMain(): void {
  mainModule = moduleNew(<u64>S___main__);
  tableSetName(changetype<TableObject>(<usize>modulesDict), S___main__, mainModule);
}
/** Globals of __main__, a dict. */
export function mainGlobals(): Value { return <u64>changetype<ModuleObject>(<usize>mainModule).dict; }

/** Address of at least `bytes` bytes that the host may fill; valid until the next call. 0: no memory. */
export function scratch(bytes: u32): usize {
  if (scratchCell != 0 && cellBytes(scratchCell) >= bytes) return scratchCell;
  freeRaw(scratchCell);
  scratchCell = allocRaw(bytes < 1024 ? 1024 : bytes);
  return scratchCell;
}

/** Compiles a program and makes it ready to run in __main__. Texts are UTF-8. mode and options: compiler/compile.ts.
 *  Returns 0, or 1: SyntaxError or MemoryError (errorText). A program that is still running is given up. */
export function start(at: usize, bytes: u32, nameAt: usize, nameBytes: u32, mode: i32, options: u32): i32 {
  abandon();
  result = NOTHING;
  failure = NOTHING;
  setReserve(true);
  const name = strNew(nameAt, nameBytes);
  setReserve(false);
  if (name == RAISED) return fail();
  // Nothing runs: a collection is safe here, and after a program that filled the heap there may be no other way.
  if (refusedBytes != 0 || eventsPending() & EVENT_COLLECT) collectWith(name);
  setReserve(true);
  let code = compileWith(at, bytes, name, mode, options);
  if (code == RAISED && catchPending(MemoryError)) {
    collectWith(name);
    code = compileWith(at, bytes, name, mode, options);
  }
  const begun = code != RAISED && ready(code);
  setReserve(false);
  return begun ? 0 : fail();
}
/** Collects while nothing but `name` is in use. */
function collectWith(name: Value): void {
  const base = rootsMark();
  keep(name);
  clearRefused();
  collect();
  release(base);
}
/** Pushes the frame of a program's code. */
function ready(code: Value): bool {
  const f = bodyFunction(<usize>code, mainGlobals(), NOTHING);
  if (f == RAISED) return false;
  return callFunction(changetype<FunctionObject>(<usize>f), 0, 0, 0, NOTHING, K_ROOT, NOTHING, false) == PUSHED;
}
function fail(): i32 {
  failure = takePending();
  return 1;
}
/** Gives up whatever runs. */
export function abandon(): void {
  takePending();
  setLockDepth(0);
  framesReset();
  release(rootsBegin());
  setNativeDepth(0);
  reprReset();
  setMaySuspend(true);
  waited = false;
  setResumed(false);
}

/** Runs the program with so much fuel (units; see safepoint.ts). Returns a STATUS_*. */
export function run(fuel: i64): i32 {
  if (framesEmpty()) return failure != NOTHING ? STATUS_RAISED : STATUS_DONE;
  giveFuel(fuel);
  setExitStatus(-1);
  setResumed(waited);
  waited = false;
  execute();
  flushAll();
  const status = exitStatus;
  if (status >= 0) {
    waited = status == STATUS_WAIT_TIME || status == STATUS_WAIT_HOST || status == STATUS_WAIT_STDIN;
    return status;
  }
  if (nestedResult == RAISED) {
    failure = takePending();
    abandon();
    return STATUS_RAISED;
  }
  result = nestedResult;
  abandon();
  return STATUS_DONE;
}
/** KeyboardInterrupt at the next safepoint. */
export function interrupt(): void { requestEvent(EVENT_INTERRUPT); }
/** run() returns STATUS_PAUSED at the next safepoint. */
export function pause(): void { requestEvent(EVENT_PAUSE); }

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
/** repr() of the result; 0 if it is None or there is none, or its repr raised. */
export function resultText(): i32 {
  if (result == NOTHING || result == NONE) return 0;
  return giveText(reprOf(result)) ? 1 : 0;
}
/** The program's result; 0: none. */
export function resultValue(): Value { return result; }
/** What the exception that ended the program prints. */
export function errorText(): i32 {
  if (failure == NOTHING) return 0;
  // A heap that the program left full must not keep the host from saying so.
  setReserve(true);
  const t = textNew();
  formatException(failure, t, 0);
  const given = giveText(t.finish());
  setReserve(false);
  return given ? 1 : 0;
}
/** The exception that ended the program; 0: none. */
export function errorValue(): Value { return failure; }
/** Exit code if the program ended by SystemExit: its int & 255, 0 for None, 1 for anything else, which errorText's
 *  message names. -1: not SystemExit. */
export function exitCode(): i32 {
  if (failure == NOTHING || !isSubtype(typeOf(failure), SystemExit)) return -1;
  const args = changetype<TupleObject>(<usize>exceptionPart(failure).args);
  if (args.length == 0 || args.at(0) == NONE) return 0;
  return isSmallInt(args.at(0)) ? <i32>(smallInt(args.at(0)) & 255) : 1;
}

/** Compiles a module written in Python into the core (at build time): frozen/NAME.py. helpers is run at once. Returns
 *  0, or 1: errorText. */
export function freeze(nameAt: usize, nameBytes: u32, at: usize, bytes: u32): i32 {
  const failed = freezeSource(nameAt, nameBytes, at, bytes);
  // The source is not to be part of the image.
  freeRaw(scratchCell);
  scratchCell = 0;
  return failed;
}
function freezeSource(nameAt: usize, nameBytes: u32, at: usize, bytes: u32): i32 {
  abandon();
  failure = NOTHING;
  const name = internStr(strNew(nameAt, nameBytes));
  const t = textNew();
  t.literal("<frozen ");
  t.str(name);
  t.literal(">");
  const code = compileWith(at, bytes, t.finish(), 0, 0);
  if (code == RAISED) return fail();
  if (name != internStr(strLiteral("helpers"))) return packModule(code) && freezeModule(name, code) ? 0 : fail();
  const dict = dictNew();
  tableSetName(changetype<TableObject>(<usize>dict), S___name__, name);
  // Helpers are at hand as soon as they are defined: classes in the file need one.
  setHelpers(dict);
  const f = bodyFunction(<usize>code, dict, NOTHING);
  if (callFunction(changetype<FunctionObject>(<usize>f), 0, 0, 0, NOTHING, K_CALL | NESTED, NOTHING, false) != PUSHED) return fail();
  return runNested() != RAISED && packModule(code) ? 0 : fail();
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
/** A new dict of a function's bound locals. */
function localsOf(f: Frame): Value {
  const d = dictNew();
  if (d == RAISED) return RAISED;
  const r = changetype<RegisterCode>(f.code), code = changetype<CodeObject>(r.code);
  if (code.localNames == 0) return d;
  const names = changetype<TupleObject>(code.localNames);
  const free = r.freeVariables, args = r.argumentRegisters;
  for (let i: u32 = 0; i < names.length; i++) {
    if (!isExactly(names.at(i), STR_TYPE)) continue;
    const register = i < free ? args + i : i < free + args ? i - free : i;
    let v = load<u64>(f.fp + (<usize>register << 3));
    if (v != NOTHING && isExactly(v, CELL_TYPE)) v = changetype<CellObject>(<usize>v).content;
    if (v == NOTHING) continue;
    if (!tableSetName(changetype<TableObject>(<usize>d), <usize>names.at(i), v)) return RAISED;
  }
  return d;
}
