// Engine: the core of one instance, and the turns that tasks have on it. What Krait, Task and the
// border share.
import type { Border } from "../border/border.js";
import type { PyValue } from "../border/proxy.js";
import { Values } from "../border/values.js";
import type { MemoryFileSystem } from "../fs/memory.js";
import { type CoreExports, EVENT } from "./core.js";
import { Debugger } from "./debugger.js";
import { DisposedError, KraitError, PythonError } from "./errors.js";
import { type CallLimits, type LimitOptions, Limits } from "./limits.js";
import { probeStack } from "./stack.js";
import { PendingAnswers } from "./pending.js";
import { Task } from "./task.js";
import { decodeUtf8 } from "./utf8.js";

/** What an instance needs to wait; made by load(). */
export interface Waits {
  ticks(): number;
  /** Waits here, without giving the event loop a turn. True: the program is to be interrupted. */
  block(ms: number): boolean;
  /** Waits with the clock that the options gave; undefined: there is none, timers do. */
  sleep?: (ms: number) => Promise<void> | void;
  /** Input that is being waited for; undefined: none. */
  input(): Promise<void> | undefined;
  /** Settles when there is room for output; undefined: there is. */
  output(): Promise<void> | undefined;
  /** Settles when the sinks have taken all output; undefined: they have. */
  idle?(): Promise<void> | undefined;
  /** Lets streams go. */
  close(): void;
  /** The option of this name. */
  shouldInterrupt?: (() => boolean) | undefined;
}

/** Texts of programs that are kept. */
const SOURCES = 16;
export class Engine {
  /** setFuelBeyond of the turn that goes on. */
  #beyond = 0n;
  #core: CoreExports | undefined;
  readonly waits: Waits;
  readonly pending = new PendingAnswers();
  readonly debugger = new Debugger(this);
  /** Tasks that are having their turn, the innermost last. */
  readonly active: { task: Task; limits: Limits }[] = [];
  /** Tasks whose `run` is going on. */
  readonly driven = new Set<Task>();
  /** What a host function threw that could not tell the core. */
  #fault: { error: unknown } | undefined;
  /** What a stream of the options threw last, until an OSError tells. */
  #streamError: unknown;
  /** Bounds of the call of Python that goes on outside of runs. */
  #call: Limits | undefined;
  /** Forgets tasks that JavaScript has forgotten. */
  #forgotten: FinalizationRegistry<number> | undefined;

  /** Values between JavaScript and Python. */
  readonly border: Border;
  readonly values: Values;
  /** Texts of programs that were started, by file name: for tracebacks. */
  readonly sources = new Map<string, string>();
  memoryFiles: MemoryFileSystem | undefined;

  constructor(core: CoreExports, border: Border, waits: Waits, callLimits: CallLimits | undefined) {
    this.#core = core;
    this.waits = waits;
    this.border = border;
    border.attach(core, this.pending, {
      runTask: (id) => new Task(this, id).run(callLimits),
      sourceLine: (file, line) => this.#sourceLine(file, line),
      callBegins: () =>
        (callLimits && this.active.length === 0 ? this.#call = new Limits(callLimits) : undefined),
      callEnds: () => { this.#call = undefined; },
    });
    this.values = new Values(border);
  }
  #sourceLine(file: string, line: number): string | undefined {
    const bytes = this.sources.has(file) ? undefined : this.memoryFiles?.readFile(file);
    const text = bytes ? decodeUtf8(bytes) : this.sources.get(file);
    return text?.split("\n", line)[line - 1];
  }
  /** Keeps the text of a program for tracebacks. */
  noteSource(file: string, text: string): void {
    this.sources.delete(file);
    if (this.sources.size >= SOURCES) this.sources.delete(this.sources.keys().next().value!);
    this.sources.set(file, text);
  }

  /** @throws {DisposedError} */
  get core(): CoreExports {
    if (!this.#core) throw new DisposedError("this Krait has been disposed of");
    return this.#core;
  }
  get disposed(): boolean { return this.#core === undefined; }

  /** What the core asks at looks and in long natives: EVENT bits. */
  poll(): number {
    if (!this.#core || this.#fault) return EVENT.stop;
    const wanted = this.#bounds?.check(performance.now()) ?? 0;
    return this.waits.shouldInterrupt?.() ? wanted | EVENT.interrupt : wanted;
  }
  /** A function of the host threw: the program ends, and its turn throws this. */
  fault(error: unknown): void {
    this.#fault ??= { error };
    const turn = this.active.at(-1);
    if (turn && this.#core) this.#core.abandon(turn.task.id);
  }
  streamError(error: unknown): void { this.#streamError = error; }

  /** The limits of a run, inside those of the run or call that called the host function in which it
   *  is. */
  limits(options: LimitOptions): Limits { return new Limits(options, this.#bounds); }
  /** What bounds what runs now. */
  get #bounds(): Limits | undefined { return this.active.at(-1)?.limits ?? this.#call; }

  /** A program is not begun, and does not go on, unless so much of JavaScript's stack is left as
   *  natives use until they look themselves: an overflow inside of the core would leave it in the
   *  middle of something. @throws {RangeError} the engine's */
  probeStack(): void { probeStack(this.core); }
  /** Gives a task its turn, after `border.check`. Returns a STATUS. @throws what a host function
   *  threw; DisposedError */
  turn(task: Task, fuel: bigint, beyond: bigint, limits: Limits): number {
    const core = this.core;
    this.probeStack();
    this.active.push({ task, limits });
    const outer = this.#beyond;
    let status: number;
    try {
      core.setFuelBeyond(this.#beyond = beyond);
      status = core.run(task.id, fuel);
      core.setFuelBeyond(outer);
    } catch (error) {
      // The core is no longer in a state to go on from.
      if (error instanceof DisposedError || error instanceof KraitError && this.disposed)
        throw error;
      // If that was for want of stack, there is none to clear up with.
      this.#core = undefined;
      queueMicrotask(() => this.#letGo());
      throw new KraitError(
        `the core has failed: ${error instanceof Error ? error.message : String(error)}`,
        { cause: error });
    } finally {
      this.#beyond = outer;
      this.active.pop();
    }
    if (!this.#core) throw new DisposedError("this Krait was disposed of while the program ran");
    const fault = this.#fault;
    if (fault) {
      this.#fault = undefined;
      throw fault.error;
    }
    return status;
  }

  /** A task's result. */
  result(id: number): PyValue { return this.values.taskResult(id); }
  /** The exception that ended a task; of 0: why the last start failed. */
  error(id: number): Error {
    const error = this.values.taskError(id);
    if (this.#streamError !== undefined && error instanceof PythonError && error.type === "OSError")
      {
      error.cause = this.#streamError;
      this.#streamError = undefined;
    }
    return error;
  }

  /** The tasks that the core has, of a snapshot. */
  restoredTasks(): Task[] {
    const { core } = this;
    const tasks: Task[] = [];
    for (let id = 1; id <= core.taskCount(); id++) {
      if (core.taskExists(id)) tasks.push(new Task(this, id, core.taskStatus(id)));
    }
    return tasks;
  }
  /** What stands against a snapshot; undefined: nothing. @throws {DisposedError} */
  snapshotFault(): string | undefined {
    if (this.disposed) throw new DisposedError("this Krait has been disposed of");
    if (this.active.length > 0 || this.border.depth > 0) {
      return "a program is running: take snapshots when it has paused, waits or has ended";
    }
    const label = this.pending.firstLabel();
    return label === undefined ? undefined : `a program waits for an answer of the host: ${label}`;
  }
  /** Has `id` given up when `task` is forgotten. */
  watch(task: Task, id: number): void {
    if (typeof FinalizationRegistry !== "function") return;
    if (!this.#forgotten) {
      // Only weakly: the registry must not keep what it is to free.
      const engine = new WeakRef(this);
      this.#forgotten = new FinalizationRegistry((id) => {
        // A core that has failed (it came from a forged snapshot) must not end the process here.
        try { engine.deref()?.release(id); } catch { engine.deref()?.dispose(); }
      });
    }
    this.#forgotten.register(task, id, task);
  }
  /** Gives a task up and forgets it. */
  release(id: number, task?: Task): void {
    if (task) this.#forgotten?.unregister(task);
    this.#core?.abandon(id);
  }

  /** Gives the memory back. What runs ends when it comes back from the host. */
  dispose(): void {
    const core = this.#core;
    if (!core) return;
    this.#core = undefined;
    for (const { task } of this.active) {
      // A core that has failed does nothing any more.
      try { core.abandon(task.id); } catch { break; }
    }
    this.#letGo();
  }
  #letGo(): void {
    this.pending.clear();
    this.border.dispose();
    for (const task of [...this.driven]) task.disposed();
    this.waits.close();
  }
}
