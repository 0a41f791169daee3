// Krait: one Python, with a memory of its own.
import type { MemoryFileSystem } from "../fs/memory.js";
import { type CoreExports, MODE, RESULT, START, STATUS, UNLIMITED, leftText, passTexts } from "./core.js";
import { DisposedError, KraitError, WaitError, pythonError } from "./errors.js";
import type { Snapshots } from "./snapshot.js";
import { Task } from "./task.js";

/** A Python value as JavaScript has it. ints beyond Number.MAX_SAFE_INTEGER are bigint. */
export type PlainValue = null | boolean | number | bigint | string;

export interface RunOptions {
  /** Name in tracebacks. Default: `<stdin>`. */
  filename?: string;
}

/** What an instance needs to wait; made by load(). @internal */
export interface Waits {
  ticks(): number;
  block(ms: number): boolean;
  /** Input that is being waited for. */
  input(): Promise<void> | undefined;
  /** Polled between slices of a run. */
  shouldInterrupt?: () => boolean;
}

/** Fuel between two looks at shouldInterrupt: some milliseconds. */
const SLICE = 1_000_000n;

export class Krait implements Disposable {
  #core: CoreExports | undefined;
  #waits: Waits;
  #snapshots: Snapshots;
  #task: Task | undefined;
  /** The program's files, for the host to read and write; undefined if `load` was given a filesystem. */
  readonly files: MemoryFileSystem | undefined;

  /** @internal */
  constructor(core: CoreExports, waits: Waits, files: MemoryFileSystem | undefined, snapshots: Snapshots) {
    this.#core = core;
    this.#snapshots = snapshots;
    this.#waits = waits;
    this.files = files;
  }

  /**
   * Runs a program in `__main__` to its end and gives the value of its last expression (null if it has none). Other values
   * than None, bool, int, float and str come as their `repr`. `time.sleep` blocks; see {@link runAsync}.
   * @throws {PythonError} what the program does not catch
   * @throws {WaitError} if it waits for input that is a promise
   */
  run(code: string, options: RunOptions = {}): PlainValue {
    const task = this.start(code, options);
    while (true) {
      const step = task.step();
      if (step.status === "done") return task.result!;
      if (step.status === "waiting") {
        if (step.waitsFor !== "time") {
          this.abandon();
          throw new WaitError(`the program waits for ${step.waitsFor}: use runAsync`);
        }
        const left = step.waitMs!;
        if (this.#waits.block(Math.min(left, 20))) task.interrupt();
      }
    }
  }

  /** As {@link run}, but waits (time, input) leave the event loop free. */
  async runAsync(code: string, options: RunOptions = {}): Promise<PlainValue> {
    return this.start(code, options).run();
  }

  /**
   * Makes a program ready to be run step by step. One task at a time can be unfinished.
   * @throws {PythonError} SyntaxError
   */
  start(code: string, options: RunOptions = {}): Task {
    const core = this.#live();
    this.#free();
    const texts = passTexts(core, code, options.filename ?? "<stdin>");
    const [source, sourceBytes, name, nameBytes] = texts as [number, number, number, number];
    const status = core.start(source, sourceBytes, name, nameBytes, MODE.exec, START.lastValue);
    if (status !== 0) throw this.#error(core);
    return this.#begin();
  }

  /**
   * This instance as bytes, for the option `snapshot` of `load`: its modules, files and unfinished tasks, in the middle of an
   * expression or of a sleep. Nothing changes here; the program may go on in both.
   * @throws {SnapshotError} if something cannot be kept: a program that runs just now, or waits for an answer of the
   *   host; an open file without a position. The message names it
   */
  snapshot(): Uint8Array {
    this.#live();
    return this.#snapshots.take();
  }

  /** KeyboardInterrupt in the program that runs or waits; nothing if there is none. */
  interrupt(): void { this.#task?.interrupt(); }

  /** Gives the memory back. Safe to call twice. */
  dispose(): void {
    this.#core = undefined;
    this.#task = undefined;
  }
  [Symbol.dispose](): void { this.dispose(); }

  /** For the command line. @internal */
  get core(): CoreExports { return this.#live(); }
  /** For the command line: starts in another way than `start` does. @internal */
  begin(start: (core: CoreExports) => number): Task {
    const core = this.#live();
    this.#free();
    if (start(core) !== 0) throw this.#error(core);
    return this.#begin();
  }

  /** Sets a global of `__main__` to a str. @internal */
  setGlobal(name: string, value: string): void {
    const core = this.#live();
    const [at, nameBytes, , valueBytes] = passTexts(core, name, value) as [number, number, number, number];
    core.setGlobal(at, nameBytes, valueBytes);
  }

  #begin(): Task {
    const task: Task = new Task({
      advance: (fuel) => this.#advance(fuel),
      waitMs: () => Math.max(0, this.#live().waitUntilMs() - this.#waits.ticks()),
      input: () => this.#waits.input(),
      interrupt: () => this.#live().interrupt(),
      result: () => this.#result(),
      error: () => this.#error(this.#live()),
      finished: () => { this.#task = undefined; },
    });
    this.#task = task;
    return task;
  }
  /** Gives up the unfinished task, if there is one, where it is: nothing of it runs any more. */
  abandon(): void {
    this.#live().abandon();
    this.#task = undefined;
  }
  #live(): CoreExports {
    if (!this.#core) throw new DisposedError("this Krait has been disposed of");
    return this.#core;
  }
  #free(): void {
    if (this.#task) throw new KraitError("another program of this instance is not finished");
  }
  /** Runs for at most `fuel` (undefined: no limit). Returns a STATUS, but not `reenter`. */
  #advance(fuel: bigint | undefined): number {
    const core = this.#live();
    const { shouldInterrupt } = this.#waits;
    const end = fuel === undefined ? UNLIMITED : core.fuelUsed() + fuel;
    while (true) {
      const left = end - core.fuelUsed();
      if (left <= 0n) return STATUS.outOfFuel;
      const slice = shouldInterrupt && left > SLICE ? SLICE : left;
      const status = core.run(slice);
      if (status === STATUS.reenter) continue;
      if (status !== STATUS.outOfFuel) return status;
      if (shouldInterrupt?.()) core.interrupt();
    }
  }
  #result(): PlainValue {
    const core = this.#live();
    const kind = core.resultKind();
    if (kind === RESULT.none) return null;
    if (kind === RESULT.true || kind === RESULT.false) return kind === RESULT.true;
    if (kind === RESULT.float) return core.resultNumber();
    if (core.resultString() === 0) return "<unprintable>";
    const text = leftText(core);
    if (kind !== RESULT.int) return text;
    const number = Number(text);
    return Number.isSafeInteger(number) ? number : BigInt(text);
  }
  #error(core: CoreExports): Error {
    const code = core.exitCode();
    core.errorText();
    return pythonError(leftText(core), code < 0 ? undefined : code);
  }
}
