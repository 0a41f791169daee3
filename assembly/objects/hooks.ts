// Hooks: functions of higher layers that objects need (calling Python, importing), installed at
// boot.
//
// Also the two words a native may return in place of a result: TAIL_CALL and WAIT.
import { noteDone } from "../heap/running";
import { chargeFuel, chargeStep, chargeWork, requestEvent, EVENT_FUEL } from "../heap/events";
import { Value, RAISED, NOTHING, TAIL_CALL, WAIT } from "../core/value";
import { rootsMark, keep, keepMany, release } from "../heap/roots";
import { markValue, addRootMarker } from "../heap/collector";
import { stackHasRoom } from "../host";
import { Args } from "./args";
import { Text } from "./text";
import { raise, interrupted, RecursionError } from "./errors";

type CallFn = (callee: Value, args: Args, n: i32, kwargs: Value) => Value;
function notInstalled(callee: Value, args: Args, n: i32, kwargs: Value): Value {
  return unreachable();
}
let callFn: CallFn = notInstalled;
/** Called once at boot by vm/calls.ts. */
export function installCall(f: CallFn): void { callFn = f; }

/** Calls a Python value with `n` positional arguments (kept by the caller: on the roots stack or in
 *  a frame) and waits for the result (a nested run, if it is a Python function). A safepoint.
 *  Raises what it raises. */
export function callValue(callee: Value, args: Args, n: i32): Value {
  return callFn(callee, args, n, NOTHING);
}
/** The same with a dict of keyword arguments (NOTHING: none). */
export function callWithKeywords(callee: Value, args: Args, n: i32, kwargs: Value): Value {
  return callFn(callee, args, n, kwargs);
}
/** callee() to callee(a, b, c). A safepoint. They keep their arguments. */
export function call0(callee: Value): Value {
  return callKept(callee, 0, NOTHING, NOTHING, NOTHING);
}
export function call1(callee: Value, a: Value): Value {
  return callKept(callee, 1, a, NOTHING, NOTHING);
}
export function call2(callee: Value, a: Value, b: Value): Value {
  return callKept(callee, 2, a, b, NOTHING);
}
export function call3(callee: Value, a: Value, b: Value, c: Value): Value {
  return callKept(callee, 3, a, b, c);
}
function callKept(callee: Value, n: i32, a: Value, b: Value, c: Value): Value {
  const base = rootsMark();
  keep(callee);
  const row = keep(a);
  keep(b); keep(c);
  const r = callFn(callee, changetype<Args>(row), n, NOTHING);
  release(base);
  return r;
}
/** Calls a Python value with the `n` arguments at `row`, which the callee of this need not keep. A
 *  safepoint. */
export function callRow(callee: Value, row: usize, n: i32): Value {
  const base = rootsMark();
  keep(callee);
  const to = keepMany(n);
  memory.copy(to, row, <usize>n << 3);
  const r = callFn(callee, changetype<Args>(to), n, NOTHING);
  release(base);
  return r;
}

/** Many steps were made (chargeStep, chargeSteps, isDue). False with KeyboardInterrupt pending when
 *  the host asked for it. */
export function stepsTaken(): bool {
  requestEvent(EVENT_FUEL);
  return !interrupted();
}

// ---- depth of native recursion ----

/** How deep natives that recurse (repr, ==, hash, nested runs, the parser) may go. Unit: levels of
 *  natives that only walk over data. Bounded by the Wasm stack: 984 KiB in V8, of which hosts and
 *  JavaScript want their part. Measured in code that V8 has not optimised: 170 to 660 bytes a level
 *  of data, 1100 to 2100 bytes a nested run with what leads to it. */
export const NATIVE_DEPTH_MAX: i32 = 1000;
/** What a nested run counts. */
const NESTED_LEVELS: i32 = 3;
let nativeDepth: i32 = 0;

// What the host's stack has room for is not known: programs may be begun, and functions called,
// from deep inside of JavaScript. So at the first FREE_LEVELS, and whenever as many as AT_ONCE have
// been added, the host is asked for room for a good deal more (stackHas). Below so much less depth
// as that it is asked again, for then what has been looked at may be in use by others.
const FREE_LEVELS: i32 = 8;
const AT_ONCE: i32 = 8;
/** The depth at which the host is asked next, and the one below which that comes down. */
let stackLimit: i32 = FREE_LEVELS;
let stackFloor: i32 = 0;
function limitStack(limit: i32): void {
  stackLimit = limit < NATIVE_DEPTH_MAX ? limit : NATIVE_DEPTH_MAX;
  stackFloor = stackLimit - 2 * AT_ONCE;
}
/** Frames (stackHasRoom) of twenty levels of natives at least. */
export const ENOUGH_FRAMES: i32 = 300;
/** True if the host's stack has room for so many frames. */
export function stackHas(frames: i32): bool {
  chargeWork(300);
  return stackHasRoom(frames);
}
/** True if natives may go `levels` deeper than stackLimit allows; else RecursionError is
 *  pending. */
function mayGoDeeper(levels: i32): bool {
  if (nativeDepth + levels <= NATIVE_DEPTH_MAX && stackHas(ENOUGH_FRAMES)) {
    limitStack(nativeDepth + AT_ONCE);
    return true;
  }
  raise(RecursionError, "maximum recursion depth exceeded");
  return false;
}
/** Enters a native that makes a nested run. As enterNative. */
export function enterNested(): bool {
  if (nativeDepth >= stackLimit - NESTED_LEVELS && !mayGoDeeper(NESTED_LEVELS + 1)) return false;
  nativeDepth += NESTED_LEVELS;
  return true;
}
export function leaveNested(): void {
  nativeDepth -= NESTED_LEVELS;
  if (nativeDepth < stackFloor) limitStack(nativeDepth + AT_ONCE);
  noteDone();
}
/** Enters a native that recurses over user data or runs Python. False with RecursionError pending:
 *  too deep; with KeyboardInterrupt: data that hold the same parts again and again may take for
 *  ever, so it can be interrupted here. */
export function enterNative(): bool {
  if (chargeStep() && !stepsTaken()) return false;
  if (nativeDepth >= stackLimit && !mayGoDeeper(1)) return false;
  nativeDepth++;
  return true;
}
export function leaveNative(): void {
  if (--nativeDepth < stackFloor) limitStack(nativeDepth + AT_ONCE);
}
export function nativeDepthNow(): i32 { return nativeDepth; }
/** The host has come in, or gets control back: nothing is known of its stack. */
export function setNativeDepth(depth: i32): void {
  nativeDepth = depth;
  limitStack(depth + FREE_LEVELS);
}

// ---- "call this in my place" ----

/** What a native that returned TAIL_CALL wants called: callee, argument count, arguments. */
const TAIL_ARGS: usize = memory.data(8 * 8, 16);
let tailCallee: Value = NOTHING;
let tailCount: i32 = 0;
/** Asks the interpreter to call `callee` with the arguments set by tailArg in this native's place,
 *  its result becoming the native's. Natives write `return tailCall(f, 1)`. At most 8 arguments. */
export function tailCall(callee: Value, n: i32): Value {
  tailCallee = callee;
  tailCount = n;
  return TAIL_CALL;
}
export function tailArg(i: i32, v: Value): void { store<u64>(TAIL_ARGS + (<usize>i << 3), v); }
export function takeTailCallee(): Value { const f = tailCallee; tailCallee = NOTHING; return f; }
export function tailArgCount(): i32 { return tailCount; }
export function tailArgs(): Args { return changetype<Args>(TAIL_ARGS); }
/** Calls what tailCall() set, nested, for a native whose callee answered TAIL_CALL. A safepoint. */
export function callTail(): Value { return callRow(takeTailCallee(), TAIL_ARGS, tailCount); }

/** Returned by a native: "call tailCallee in my place, then give its result to the finisher". */
export const TAIL_THEN: Value = 0x24;
/** Gets the state and the callee's result, which are kept; its own result (a Value or RAISED)
 *  becomes the native's. */
type Finisher = (state: Value, result: Value) => Value;
let thenFinisher: u32 = 0;
let thenState: Value = NOTHING;
/** Natives write `return tailThen(f, 1, finish, state)` after tailArg. The callee is a Python
 *  function. */
export function tailThen(callee: Value, n: i32, finisher: Finisher, state: Value): Value {
  tailCall(callee, n);
  thenFinisher = finisher.index;
  thenState = state;
  return TAIL_THEN;
}
export function takeThenFinisher(): u32 { return thenFinisher; }
export function takeThenState(): Value { const s = thenState; thenState = NOTHING; return s; }

// ---- waiting ----

/** What a native that returned WAIT waits for: WAIT_TIME until `waitUntil`; WAIT_HOST for the
 *  host's answer; WAIT_STDIN for input; WAIT_ANY for the first of several. When resumed the native
 *  is called again with the same arguments. */
export const WAIT_TIME: i32 = 1;
export const WAIT_HOST: i32 = 2;
export const WAIT_STDIN: i32 = 3;
/** The first of several things: waitAny. */
export const WAIT_ANY: i32 = 4;
/** What else ends a WAIT_ANY: input has something; the host has an answer to any token. */
export const WAKE_INPUT: u32 = 1;
export const WAKE_HOST: u32 = 2;
export let waitKind: i32 = 0;
/** Unit: milliseconds of the host's monotonic clock. */
export let waitUntil: f64 = 0;
/** For WAIT_ANY: the interests, WAKE_*. */
export let waitToken: i32 = 0;
/** Suspends the program until the clock reaches `untilMs`. Natives write `return waitTime(t)`. */
export function waitTime(untilMs: f64): Value {
  waitKind = WAIT_TIME;
  waitUntil = untilMs;
  return WAIT;
}
/** Suspends the program until the host answers `token`. */
export function waitHost(token: i32): Value {
  waitKind = WAIT_HOST;
  waitToken = token;
  return WAIT;
}
/** Suspends the program until standard input has something. */
export function waitStdin(): Value { waitKind = WAIT_STDIN; return WAIT; }
/** Sets a wait back to what it was. */
export function setWait(kind: i32, until: f64, token: i32): void {
  waitKind = kind;
  waitUntil = until;
  waitToken = token;
}
/** Suspends the program until the first of several things: the clock reaches `untilMs` (Infinity:
 *  no such time), or one of `interests` (WAKE_*) comes to pass. */
export function waitAny(untilMs: f64, interests: u32): Value {
  waitKind = WAIT_ANY;
  waitUntil = untilMs;
  waitToken = <i32>interests;
  return WAIT;
}
/** The native being called is called again because what it waited for came to pass. */
let resumed: bool = false;
export function setResumed(yes: bool): void { resumed = yes; }
/** True once after a wait: a native that returned WAIT asks this first when it is called again. */
export function takeResumed(): bool { const r = resumed; resumed = false; return r; }
/** True while the innermost run is the host's own: a native may suspend. In nested runs it must
 *  not. */
export let maySuspend: bool = true;
export function setMaySuspend(yes: bool): void { maySuspend = yes; }

/** The `import` hook: __import__(name, globals, level). Installed by vm/imports.ts. */
type ImportFn = (name: Value, globals: Value, level: i32) => Value;
function noImport(name: Value, globals: Value, level: i32): Value { return unreachable(); }
let importFn: ImportFn = noImport;
export function installImport(f: ImportFn): void { importFn = f; }
/** Imports a module by its full name (a str) and returns the module named. A safepoint. */
export function importModule(name: Value, globals: Value, level: i32): Value {
  return importFn(name, globals, level);
}

/** The compiler hook: source text to a code object. mode: 0 exec, 1 eval, 2 single. Installed by
 *  compiler. */
type CompileFn = (at: usize, bytes: u32, filename: Value, mode: i32, options: u32) => Value;
function noCompile(at: usize, bytes: u32, filename: Value, mode: i32, options: u32): Value {
  return unreachable();
}
let compileFn: CompileFn = noCompile;
export function installCompile(f: CompileFn): void { compileFn = f; }
/** Compiles UTF-8 source to a code object (bytecode/code.ts). Raises SyntaxError, IndentationError,
 *  MemoryError. Charges for long ones. */
export function compileSource(at: usize, bytes: u32, filename: Value, mode: i32): Value {
  if (bytes > 256) chargeFuel(<u64>bytes << 3);
  return compileFn(at, bytes, filename, mode, 0);
}
/** Options of compileFrozen: always this one; functions of the module are built-in functions. */
export const COMPILE_FROZEN: u32 = 0x10;
export const COMPILE_BUILTINS: u32 = 0x20;
/** Compiles a piece of frozen Python: neither listings nor the debugger hear of it, the program's
 *  optimisation level does not count, and it charges no fuel, since it may happen anywhere, at the
 *  first use. Raises MemoryError. */
export function compileFrozen(at: usize, bytes: u32, filename: Value, options: u32): Value {
  return compileFn(at, bytes, filename, 0, COMPILE_FROZEN | options);
}

/** Called with every code object that compileWith makes: for the debugger. */
let compiledFn: (code: Value) => void = nobodyAsks;
function nobodyAsks(code: Value): void {}
export function installCompiled(f: (code: Value) => void): void { compiledFn = f; }
export function noteCompiled(code: Value): void { compiledFn(code); }

function markHooks(): void {
  markValue(tailCallee);
  markValue(thenState);
  // At a safepoint they have been taken.
  memory.fill(TAIL_ARGS, 0, 64);
}
export function hooksInit(): void { addRootMarker(markHooks); }

/** Empties all inline caches of attributes. Installed by the VM; called when a class changes in a
 *  way that the caches' own guards do not see (objects/attributes.ts). */
let flushFn: () => void = nothingToFlush;
function nothingToFlush(): void {}
export function installFlushCaches(f: () => void): void { flushFn = f; }
export function flushCaches(): void { flushFn(); }

/** How often callbacks (micropython.schedule, finalizers) were run: what a native is about to wait
 *  for may have come by one. */
export let callbackRounds: u32 = 0;
export function noteCallbacks(): void { callbackRounds++; }

/** Which program of the host runs: a number above 0 that no other gets; 0: none. And whether one is
 *  still unfinished. Installed by program/tasks.ts. */
type ProgramFn = (number: i32) => i32;
function noProgram(number: i32): i32 { return 0; }
let programFn: ProgramFn = noProgram;
export function installProgram(f: ProgramFn): void { programFn = f; }
export function runningProgram(): i32 { return programFn(0); }
export function programIsUnfinished(number: i32): bool {
  return number != 0 && programFn(number) != 0;
}

// ---- what only the VM knows about the running frames ----

/** One question about the innermost Python frame: see FRAME_*. Installed by the VM. */
type FrameFn = (question: i32) => Value;
function noFrame(question: i32): Value { return NOTHING; }
let frameFn: FrameFn = noFrame;
export function installFrame(f: FrameFn): void { frameFn = f; }
/** The globals dict; NOTHING: no Python code runs. */
export const FRAME_GLOBALS: i32 = 0;
/** The dict for locals(): of a namespace its own, of a function a new one. NOTHING: no Python code
 *  runs. */
export const FRAME_LOCALS: i32 = 1;
/** (class, first argument) for super() without arguments, a tuple; NOTHING: there is none. */
export const FRAME_SUPER: i32 = 2;
/** The exception that is being handled; NOTHING: none. */
export const FRAME_EXCEPTION: i32 = 3;
export function currentGlobals(): Value { return frameFn(FRAME_GLOBALS); }
export function currentLocals(): Value { return frameFn(FRAME_LOCALS); }
export function superArguments(): Value { return frameFn(FRAME_SUPER); }
export function handledException(): Value { return frameFn(FRAME_EXCEPTION); }

/** Running code objects: exec, eval, class bodies. Installed by the VM. runCode(code, globals,
 *  locals): a function-like call as a native's result: may return TAIL_CALL. */
type RunCodeFn = (code: Value, globals: Value, locals: Value) => Value;
function noRun(code: Value, globals: Value, locals: Value): Value { return unreachable(); }
let runCodeFn: RunCodeFn = noRun;
export function installRunCode(f: RunCodeFn): void { runCodeFn = f; }
/** Runs a code object with these dicts (locals may be any mapping) in the place of the calling
 *  native: natives write `return runCode(...)`. The result is what the code returns. */
export function runCode(code: Value, globals: Value, locals: Value): Value {
  return runCodeFn(code, globals, locals);
}

/** Class bodies. Installed by the VM. */
type RunBodyFn = (body: Value, namespace: Value) => Value;
function noRunBody(body: Value, namespace: Value): Value { return unreachable(); }
let runBodyFn: RunBodyFn = noRunBody;
export function installRunBody(f: RunBodyFn): void { runBodyFn = f; }
/** Runs the function `body` (a FunctionObject without arguments, its code a class body) with
 *  `namespace`, a dict or any mapping, as its locals, in the place of the calling native: `return
 *  runBody(...)`. The result is what the body returns: None or its __class__ cell. */
export function runBody(body: Value, namespace: Value): Value { return runBodyFn(body, namespace); }
/** A function without arguments that runs a module's, class body's or exec's code in these dicts;
 *  locals NOTHING: the globals. Natives hand it to tailCall or tailThen. Raises MemoryError. */
type BodyFn = (code: usize, globals: Value, locals: Value) => Value;
function noBody(code: usize, globals: Value, locals: Value): Value { return unreachable(); }
let bodyFn: BodyFn = noBody;
export function installBody(f: BodyFn): void { bodyFn = f; }
export function bodyFunction(code: usize, globals: Value, locals: Value): Value {
  return bodyFn(code, globals, locals);
}

/** micropython.opt_level(): 0 to 3, for the compiler. */
export let optLevel: i32 = 0;
export function setOptLevel(level: i32): void { optLevel = level < 0 ? 0 : level > 3 ? 3 : level; }

/** The text of an uncaught exception. Installed by the VM. */
type TraceFn = (exception: Value, out: Text, outer: bool) => bool;
function noTrace(exception: Value, out: Text, outer: bool): bool { return false; }
let traceFn: TraceFn = noTrace;
export function installTracebackText(f: TraceFn): void { traceFn = f; }
/** Appends an exception as it is shown when nobody catches it: traceback, type, message. False with
 *  an exception pending (raised by the exception's __str__). outer: sys.tracebacklimit leaves the
 *  outermost frames, else the innermost. */
export function tracebackText(exception: Value, out: Text, outer: bool = false): bool {
  return traceFn(exception, out, outer);
}
