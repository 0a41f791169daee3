// The exports of krait.wasm, as assembly/index.ts makes them, and passing text to and from its
// memory.

import type { BorderExports } from "../border/core.js";
import { decodeUtf8 } from "./utf8.js";

/** What `run` of the core says: how a task's turn ended. assembly/vm/safepoint.ts has the same
 *  numbers. */
export const STATUS = {
  done: 0,
  raised: 1,
  /** Waits until `waitUntilMs()`. */
  waitTime: 2,
  /** Waits for an answer of the host: `waitTokenOf()`. */
  waitHost: 3,
  outOfFuel: 4,
  paused: 5,
  /** The program is a coroutine and gave others their turn. */
  yielded: 6,
  /** Waits for standard input. */
  waitStdin: 7,
  /** Ended by the host. */
  stopped: 8,
  /** Ended because its fuel was used up where it could not be paused. */
  stoppedFuel: 9,
  /** Waits until the host has room for output again. */
  waitOutput: 10,
  /** Not run: no memory to put the task that lies on the stack aside. */
  noMemory: 11,
  /** The debugger has stopped it. */
  breakpoint: 12,
  /** Not run: too many runs and calls are going on inside of each other. */
  tooDeep: 14,
  /** Waits for the first of several things: a time, and WAKE bits that `waitTokenOf()` gives. */
  waitAny: 13,
  /** Not begun. */
  ready: -1,
  /** Not run: it is running, having called the host. */
  running: -2,
} as const;

/** What `task.poll` may ask for, as in assembly/heap/events.ts. */
export const EVENT = { interrupt: 2, pause: 16, stop: 32 } as const;

/** What may end a wait for several things besides time: assembly/objects/hooks.ts. */
export const WAKE = { input: 1, host: 2 } as const;

/** How `start` compiles: a program, an expression, one interactive statement. */
export const MODE = { exec: 0, eval: 1, single: 2 } as const;

/** options of `start`, as in assembly/compiler/compile.ts. */
export const START = {
  /** The value of a program whose last statement is an expression is its result. */
  lastValue: 2,
  /** The source is the bytes of a file, in which a `coding` comment counts. */
  bytes: 4,
  /** `await` may stand outside of functions: the program is then a coroutine. */
  topLevelAwait: 8,
} as const;

/** Fuel without end. */
export const UNLIMITED = 2n ** 62n;

export interface CoreExports extends BorderExports {
  readonly memory: WebAssembly.Memory;
  /** Address and length (bytes, UTF-8) of the text that was asked for last (giveText). */
  readonly textAt: WebAssembly.Global;
  readonly textLength: WebAssembly.Global;
  /** heapLimit: bytes. Once, before the first program. */
  configure(heapLimit: number): void;
  /** Bytes of the VM stack that may be used. Once, before the first program. */
  setStackLimit(bytes: number): void;
  /** Which streams are terminals: bits 0 to 2 for stdin, stdout, stderr. */
  setTerminals(bits: number): void;
  /** Address of a buffer of at least this many bytes, valid until the next call of the core. */
  scratch(bytes: number): number;
  /** Append to sys.argv, to sys.path, and `NAME=value` to os.environ. */
  addArgument(at: number, bytes: number): void;
  addPath(at: number, bytes: number): void;
  addEnvironment(at: number, bytes: number): void;
  /** Optimisation level of the compiler, as `-O`. */
  setOptLevel(level: number): void;
  /** From 2 on, the bytecode of all that is compiled is listed on standard output. */
  setVerbose(level: number): void;
  /** Current directory of the program. */
  setDirectory(at: number, bytes: number): void;
  /** Sets a global of `__main__` to a str: name and value lie behind each other at `at`. */
  setGlobal(at: number, nameBytes: number, valueBytes: number): void;
  /** Compiles and makes a task. Its id, above 0; 0: an exception (borderTask(0)). */
  start(source: number, sourceBytes: number, name: number, nameBytes: number, mode: number,
    options: number): number;
  /** Ctrl-C is to interrupt the program, as far as micropython.kbd_intr() has said. */
  keyboardInterrupts(): boolean | number;
  /** Takes so many frames of the stack, and comes back. */
  stackProbe(frames: number): void;
  /** What a program that has ended still wants, added. 1: sys.atexit was given a function; 2: a
   *  prompt (MICROPYINSPECT). */
  lastWishes(): number;
  /** Runs the finalizers (`__del__`) of all that is left, when nothing runs any more. */
  finalize(): void;
  /** Runs a task for at most `fuel` (UNLIMITED: no limit). Returns a STATUS; -1: there is no such
   *  task. */
  run(task: number, fuel: bigint): number;
  /** Forgets a task. 1: it is running and ends when it goes on; it is to be abandoned again
   *  then. */
  abandon(task: number): number;
  /** KeyboardInterrupt is raised at the next safepoint, or out of what the task waits for. */
  interrupt(task: number): void;
  /** The running task's `run` returns at the next safepoint: paused, or waiting for room for
   *  output. */
  pause(): void;
  waitOutput(): void;
  /** Highest id of a task; which there are; what their last turn ended with (-1: not begun). */
  taskCount(): number;
  taskExists(task: number): number;
  taskStatus(task: number): number;
  /** Fuel that a task has used; that all have used since the instance was made. */
  taskFuel(task: number): bigint;
  fuelUsed(): bigint;
  /** Unit: ms of the clock that the host's time.ticks gives. */
  waitUntilMs(task: number): number;
  waitTokenOf(task: number): number;
  /** Fuel that the task may have besides what `run` gives it now: built-in functions that take long
   *  may use it. */
  setFuelBeyond(fuel: bigint): void;
  /** Bytes that count against the heap limit, the most there ever were, and the limit. */
  heapUsed(): number;
  heapPeak(): number;
  heapLimit(): number;
  /** Bytes that saveGlobals writes. */
  readonly globalsBytes: WebAssembly.Global;
  /** Writes the core's globals, with the memory all its state, to memory at an address; a multiple
   *  of 8. */
  saveGlobals(at: number): void;
  /** Sets the globals to what saveGlobals wrote. */
  loadGlobals(at: number): void;
  /** The debugger: assembly/program/debug.ts. All but debugAdd to debugNext and the exceptions are
   *  about one task. */
  debugTask(task: number): number;
  debugAdd(at: number, fileBytes: number, conditionBytes: number, line: number): number;
  debugRemove(id: number): void;
  debugLine(id: number, asked: number): number;
  debugText(id: number, what: number): number;
  debugNext(id: number): number;
  debugExceptions(which: number): void;
  debugExceptionsNow(): number;
  debugSkipped(): number;
  debugStep(mode: number): number;
  debugReason(): number;
  debugBreakpoint(): number;
  debugException(): number;
  debugDepth(): number;
  debugFrameLine(index: number): number;
  debugFrameText(index: number, what: number): number;
  debugVariables(index: number, scope: number): number;
  debugVariableText(n: number, what: number, most: number): number;
  debugVariableSlot(n: number): number;
  debugEvaluate(index: number, at: number, bytes: number): number;
  /** For snapshots; see js/host/packer.ts. */
  pack(work: number, workBytes: number): void;
  packCount(image: number, imageBytes: number, bytes: number): number;
  packRangeBytes(): number;
  jsHolds(number: number): number;
  packDelta(image: number, imageBytes: number, bytes: number, to: number): void;
  unpack(): number;
}

const encoder = new TextEncoder();

/** Puts texts into the core's memory. Returns [address, bytes] of each, valid until the next call
 *  of the core. */
export function passTexts(core: CoreExports, ...texts: (string | Uint8Array)[]): number[] {
  const parts = texts.map((text) => (typeof text === "string" ? encoder.encode(text) : text));
  let at = core.scratch(parts.reduce((sum, part) => sum + part.length, 0));
  const memory = new Uint8Array(core.memory.buffer);
  return parts.flatMap((part) => {
    memory.set(part, at);
    at += part.length;
    return [at - part.length, part.length];
  });
}
/** The text that the core left. */
export function leftText(core: CoreExports): string {
  const at = core.textAt.value >>> 0, length = core.textLength.value >>> 0;
  return decodeUtf8(new Uint8Array(core.memory.buffer, at, length));
}
