// Krait: one Python, with a memory of its own.
import type { MemoryFileSystem } from "../fs/memory.js";
import type { ToPythonOptions } from "../border/convert.js";
import type { PyProxy, PyValue } from "../border/proxy.js";
import type { Scope } from "../border/scope.js";
import type { HeldCounts } from "../border/values.js";
import { type CoreExports, MODE, START, passTexts } from "./core.js";
import type { Debugger } from "./debugger.js";
import type { Engine } from "./engine.js";
import { OptionError, SnapshotError } from "./errors.js";
import type { LimitOptions } from "./limits.js";
import type { Snapshots } from "./snapshot.js";
import { Task } from "./task.js";

/** A Python value without proxies, as the debugger shows it: other objects are their `repr`. ints
 *  beyond Number.MAX_SAFE_INTEGER are bigint. */
export type PlainValue = null | boolean | number | bigint | string;

export interface StartOptions {
  /** Name in tracebacks. Default: `<stdin>`. */
  filename?: string;
  /** Runs the program in a namespace of its own, in which these names are set; a proxy of a dict:
   *  in that. Default: `__main__`, which all programs of the instance share. */
  globals?: Record<string, unknown> | PyProxy;
  /** Lets `await`, `async for` and `async with` stand outside of functions. Default: false;
   *  `runAsync` sets it. */
  topLevelAwait?: boolean;
}
export interface RunOptions extends StartOptions, LimitOptions {}

/** Sizes of an instance. Unit: bytes. */
export interface MemoryUse {
  /** What counts against `heapLimit`, in whole pages of 64 KiB: objects, and garbage not yet
   *  collected. */
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
  /** Tasks that were unfinished in the snapshot from which the instance was made, by rising
   *  {@link Task.id}; otherwise empty. */
  readonly tasks: readonly Task[];
  /** The program's files, for the host to read and write; undefined if `load` was given a
   *  filesystem. */
  readonly files: MemoryFileSystem | undefined;

  /** @internal */
  constructor(engine: Engine, files: MemoryFileSystem | undefined, snapshots: () => Snapshots) {
    this.#engine = engine;
    this.#snapshots = snapshots;
    this.files = files;
    this.tasks = engine.restoredTasks();
  }

  /**
   * Runs a program to its end and gives the value of its last expression (null if it has none):
   * numbers, strings, booleans, null and bytes as JavaScript's own, other objects as
   * {@link PyProxy}. `time.sleep` blocks; see {@link runAsync}.
   * @throws {PythonError} what the program does not catch
   * @throws {FuelError} when its fuel is used up; the error's task can go on
   * @throws {TimeoutError} after `timeoutMs`, {@link AbortError} when the signal is aborted: the
   *   program has been ended
   * @throws {WaitError} if it waits for input that is a promise, or for a host function that is;
   *   the error's task can go on
   */
  run<T = PyValue>(code: string, options: RunOptions = {}): T {
    const task = this.start(code, options);
    try {
      return task.runHere(options) as T;
    } finally {
      if (task.status === "ready") task.abandon();          // it could not be begun
    }
  }

  /** As {@link run}, but waits (time, input, host functions) leave the event loop free, and `await`
   *  may stand outside of functions. */
  async runAsync<T = PyValue>(code: string, options: RunOptions = {}): Promise<T> {
    const task = this.start(code, { topLevelAwait: true, ...options });
    try {
      return await task.run(options) as T;
    } finally {
      if (task.status === "ready") task.abandon();
    }
  }

  /**
   * Makes a program ready to be run step by step. Any number of tasks can be unfinished; those that
   * are not ended are given up when JavaScript has forgotten them.
   * @throws {PythonError} SyntaxError
   */
  start(code: string, options: StartOptions = {}): Task {
    const { core } = this.#engine;
    if (typeof code !== "string") throw new OptionError("code", "a program is a string");
    const { filename = "<stdin>" } = options;
    if (typeof filename !== "string") throw new OptionError("filename", "not a string");
    this.#engine.probeStack();
    if (options.globals !== undefined) this.#engine.values.useGlobals(options.globals);
    const texts = passTexts(core, code, filename);
    const [source, sourceBytes, name, nameBytes] = texts as [number, number, number, number];
    this.#engine.noteSource(filename, code);
    const flags = START.lastValue | (options.topLevelAwait ? START.topLevelAwait : 0);
    return this.begin((core) => core.start(source, sourceBytes, name, nameBytes, MODE.exec, flags));
  }

  /** The globals of `__main__`: `get`, `set`, `has`, `delete`. */
  get globals(): PyProxy { return this.#engine.values.globals; }
  /** A copy of a JavaScript value as Python's own objects: arrays as lists, plain objects and Maps
   *  as dicts, Sets as sets. */
  toPython<T = PyValue>(value: unknown, options?: ToPythonOptions): T {
    return this.#engine.values.toPython(value, options) as T;
  }
  /** Imports a module and gives it. */
  pyimport(name: string): PyProxy { return this.#engine.values.pyimport(name); }
  /** Adds a module to those of the option `modules`, or replaces one that no program has imported
   *  yet. */
  defineModule(name: string, module: object): void {
    this.#engine.values.defineModule(name, module);
  }
  /**
   * Runs `body`, and at its end releases the proxies that were handed out while it ran, but for
   * those it keeps: `py.scope((scope) => scope.keep(proxy))`. If it returns a promise, they are
   * released when that settles; what is handed out after the first `await` is not the scope's.
   */
  scope<T>(body: (scope: Scope) => T): T { return this.#engine.values.scope(body); }
  /** What JavaScript and Python hold of each other: to find leaks. */
  get held(): HeldCounts { return this.#engine.values.held; }

  /**
   * This instance as bytes, for the option `snapshot` of `load`: its modules, files and unfinished
   * tasks, in the middle of an expression or of a sleep. Nothing changes here; the program may go
   * on in both.
   * @throws {SnapshotError} if something cannot be kept: a program that runs just now, or waits for
   *   an answer of the host; an open file without a position. The message names it
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

  /** Settles when the sinks `stdout` and `stderr` have taken everything that was printed: those
   *  that give promises may be behind when a run has ended. */
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

  /** Gives the memory back; unfinished tasks are given up. Safe to call twice, and from a function
   *  that a program calls. */
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
    const [at, nameBytes, , valueBytes] = passTexts(core, name, value) as [number, number, number,
      number];
    core.setGlobal(at, nameBytes, valueBytes);
  }
}
