// Krait: one Python, with a memory of its own.
import type { MemoryFileSystem } from "../fs/memory.js";
import { type CoreExports, MODE, RESULT, START, passTexts } from "./core.js";
import type { Debugger } from "./debugger.js";
import type { Engine } from "./engine.js";
import { KraitError, OptionError, SnapshotError } from "./errors.js";
import type { LimitOptions } from "./limits.js";
import type { Snapshots } from "./snapshot.js";
import { Task } from "./task.js";

/** A Python value as JavaScript has it. ints beyond Number.MAX_SAFE_INTEGER are bigint. */
export type PlainValue = null | boolean | number | bigint | string;

export interface StartOptions {
  /** Name in tracebacks. Default: `<stdin>`. */
  filename?: string;
  /** Runs the program in a namespace of its own, in which these names are set. Default: `__main__`, which all programs of the
   *  instance share. */
  globals?: Record<string, PlainValue | undefined>;
  /** Lets `await`, `async for` and `async with` stand outside of functions. Default: false; `runAsync` sets it. */
  topLevelAwait?: boolean;
}
export interface RunOptions extends StartOptions, LimitOptions {}

/** Sizes of an instance. Unit: bytes. */
export interface MemoryUse {
  /** What counts against `heapLimit`, in whole pages of 64 KiB: objects, and garbage not yet collected. */
  heapUsed: number;
  /** The most that `heapUsed` has been. */
  heapPeak: number;
  heapLimit: number;
  /** The instance's whole Wasm memory. What was never written costs address space only. */
  wasmBytes: number;
}

export class Krait implements Disposable {
  #engine: Engine;
  #snapshots: () => Snapshots;
  /** Tasks that were unfinished in the snapshot from which the instance was made, by rising {@link Task.id}; otherwise
   *  empty. */
  readonly tasks: readonly Task[];
  /** The program's files, for the host to read and write; undefined if `load` was given a filesystem. */
  readonly files: MemoryFileSystem | undefined;

  /** @internal */
  constructor(engine: Engine, files: MemoryFileSystem | undefined, snapshots: () => Snapshots) {
    this.#engine = engine;
    this.#snapshots = snapshots;
    this.files = files;
    this.tasks = engine.restoredTasks();
  }

  /**
   * Runs a program to its end and gives the value of its last expression (null if it has none). Other values
   * than None, bool, int, float and str come as their `repr`. `time.sleep` blocks; see {@link runAsync}.
   * @throws {PythonError} what the program does not catch
   * @throws {FuelError} when its fuel is used up; the error's task can go on
   * @throws {TimeoutError} after `timeoutMs`, {@link AbortError} when the signal is aborted: the program has been ended
   * @throws {WaitError} if it waits for input that is a promise, or for a host function that is; the error's task can go on
   */
  run(code: string, options: RunOptions = {}): PlainValue {
    return this.start(code, options).runHere(options);
  }

  /** As {@link run}, but waits (time, input, host functions) leave the event loop free, and `await` may stand outside of
   *  functions. */
  async runAsync(code: string, options: RunOptions = {}): Promise<PlainValue> {
    return this.start(code, { topLevelAwait: true, ...options }).run(options);
  }

  /**
   * Makes a program ready to be run step by step. Any number of tasks can be unfinished; those that are not ended are given up
   * when JavaScript has forgotten them.
   * @throws {PythonError} SyntaxError
   */
  start(code: string, options: StartOptions = {}): Task {
    const { core } = this.#engine;
    if (typeof code !== "string") throw new OptionError("code", "a program is a string");
    if (options.globals !== undefined) this.#newGlobals(core, options.globals);
    const texts = passTexts(core, code, options.filename ?? "<stdin>");
    const [source, sourceBytes, name, nameBytes] = texts as [number, number, number, number];
    const flags = START.lastValue | (options.topLevelAwait ? START.topLevelAwait : 0);
    return this.begin((core) => core.start(source, sourceBytes, name, nameBytes, MODE.exec, flags));
  }

  /**
   * This instance as bytes, for the option `snapshot` of `load`: its modules, files and unfinished tasks, in the middle of an
   * expression or of a sleep. Nothing changes here; the program may go on in both.
   * @throws {SnapshotError} if something cannot be kept: a program that runs just now, or waits for an answer of the
   *   host; an open file without a position. The message names it
   */
  snapshot(): Uint8Array {
    const fault = this.#engine.snapshotFault();
    if (fault !== undefined) throw new SnapshotError(fault);
    return this.#snapshots().take();
  }

  /** KeyboardInterrupt in the tasks that run or whose `run` waits; nothing if there are none. */
  interrupt(): void {
    const inner = this.#engine.active.at(-1)?.task;
    inner?.interrupt();
    for (const task of this.#engine.driven) if (task !== inner) task.interrupt();
  }

  /** Settles when the sinks `stdout` and `stderr` have taken everything that was printed: those that give promises may be
   *  behind when a run has ended. */
  async flush(): Promise<void> {
    const { waits } = this.#engine;
    for (let rest = waits.idle?.(); rest; rest = waits.idle?.()) await rest;
  }

  /** Breakpoints, and stops at exceptions. */
  get debugger(): Debugger { return this.#engine.debugger; }

  /** What the instance takes. */
  get memory(): MemoryUse {
    const { core } = this.#engine;
    return {
      heapUsed: core.heapUsed() >>> 0,
      heapPeak: core.heapPeak() >>> 0,
      heapLimit: core.heapLimit() >>> 0,
      wasmBytes: core.memory.buffer.byteLength,
    };
  }
  /** Fuel that all tasks have used since the instance was made. */
  get fuelUsed(): bigint { return this.#engine.core.fuelUsed(); }

  /** Gives the memory back; unfinished tasks are given up. Safe to call twice, and from a function that a program calls. */
  dispose(): void { this.#engine.dispose(); }
  [Symbol.dispose](): void { this.dispose(); }

  /** For the command line and tests. @internal */
  get core(): CoreExports { return this.#engine.core; }
  /** Starts in another way than `start` does. @internal */
  begin(start: (core: CoreExports) => number): Task {
    const id = start(this.#engine.core);
    if (id === 0) throw this.#engine.error(0);
    return new Task(this.#engine, id);
  }

  /** Sets a global of `__main__` to a str. @internal */
  setGlobal(name: string, value: string): void {
    const { core } = this.#engine;
    const [at, nameBytes, , valueBytes] = passTexts(core, name, value) as [number, number, number, number];
    core.setGlobal(at, nameBytes, valueBytes);
  }

  /** Makes the namespace of the next program. */
  #newGlobals(core: CoreExports, globals: NonNullable<StartOptions["globals"]>): void {
    if (typeof globals !== "object") throw new OptionError("globals", "not an object");
    let made = core.newGlobals();
    for (const [name, value] of Object.entries(globals)) {
      if (value === undefined) continue;
      const [kind, number, text] = plain(name, value);
      const [at, nameBytes, , textBytes] = passTexts(core, name, text) as [number, number, number, number];
      made &&= core.putGlobal(at, nameBytes, kind, number, textBytes);
    }
    if (!made) throw new KraitError("no memory for the program's globals");
  }
}

/** A value as putGlobal takes it. */
function plain(name: string, value: PlainValue): [kind: number, number: number, text: string] {
  if (value === null) return [RESULT.none, 0, ""];
  switch (typeof value) {
    case "boolean": return [value ? RESULT.true : RESULT.false, 0, ""];
    case "bigint": return [RESULT.int, 0, String(value)];
    case "number":
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? [RESULT.int, 0, String(value)] : [RESULT.float, value, ""];
    case "string": return [RESULT.str, 0, value];
    default: throw new OptionError("globals", `${name}: a ${typeof value} cannot be passed`);
  }
}
