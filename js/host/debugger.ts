// The debugger of an instance: breakpoints, and what a program that has stopped shows.
//
// The core holds all state (assembly/vm/debug.ts), so that a snapshot keeps it; the classes here
// look at it.
import { type CoreExports, leftText, passTexts } from "./core.js";
import type { Engine } from "./engine.js";
import { KraitError, OptionError, pythonError } from "./errors.js";
import type { PyValue } from "../border/proxy.js";
import type { Task } from "./task.js";

export interface BreakpointOptions {
  /** Name of the file as it was, or will be, compiled: the option `filename` of `start`, or the
   *  path that `import` found. */
  file: string;
  /** From 1. */
  line: number;
  /** A Python expression, evaluated in the frame: the program stops if it is true, or raises. */
  condition?: string;
}
/** Exceptions at which programs stop: those that no handler will take, or all. */
export type BreakOnException = "none" | "uncaught" | "all";

/** Why a program has stopped, and where. */
export interface Stop {
  reason: "breakpoint" | "step" | "exception";
  file: string;
  line: number;
  /** Name of the function; `<module>` outside of all. */
  name: string;
  /** Of a stop at a breakpoint. */
  breakpoint?: Breakpoint;
  /** Of a stop at an exception: `Type: message`. It is raised when the program goes on. */
  exception?: string;
}

/** A variable as text, for lists of variables. */
export interface Variable {
  name: string;
  /** Name of the value's type. */
  type: string;
  /** `repr(value)`, cut to 200 characters. */
  text: string;
}

const STEPS = { none: 0, into: 1, over: 2, out: 3 } as const;
/** How a program goes on. */
export type Step = keyof typeof STEPS;
const REASONS = ["", "breakpoint", "step", "exception"] as const;
const EXCEPTIONS: readonly BreakOnException[] = ["none", "uncaught", "all"];
/** Longest repr of a {@link Variable}. Unit: characters. */
const TEXT_MAX = 200;

/** A place where programs stop. */
export class Breakpoint {
  #engine: Engine;
  readonly id: number;
  readonly file: string;
  /** The line asked for. */
  readonly requested: number;
  readonly condition: string | undefined;

  /** @internal */
  constructor(engine: Engine, id: number) {
    const { core } = engine;
    this.#engine = engine;
    this.id = id;
    core.debugText(id, 0);
    this.file = leftText(core);
    this.requested = core.debugLine(id, 1);
    this.condition = core.debugText(id, 1) ? leftText(core) : undefined;
  }
  /**
   * The line where it stands: the first with code from the one asked for on. Undefined: not known,
   * since nothing of the file has been compiled yet, or nothing from this line on has code.
   */
  get line(): number | undefined {
    const line = this.#engine.core.debugLine(this.id, 0);
    return line > 0 ? line : undefined;
  }
  /** True if programs can stop there. */
  get verified(): boolean { return this.line !== undefined; }
}

/** Breakpoints of an instance; they hold for all its tasks. */
export class Debugger {
  #engine: Engine;
  /**
   * Called when a program that is driven by `run` stops. With `Task.run` and `Krait.runAsync` it
   * waits there until `resume` or a step is called (here or later); with `Krait.run` it goes on
   * when this returns. If it is not set, such programs do not stop; those driven by `Task.step` do.
   */
  onStop: ((task: Task, stop: Stop) => void) | undefined;

  /** @internal */
  constructor(engine: Engine) { this.#engine = engine; }

  /** All breakpoints, in the order they were made. */
  get breakpoints(): Breakpoint[] {
    const { core } = this.#engine;
    const all: Breakpoint[] = [];
    for (let id = core.debugNext(0); id > 0; id = core.debugNext(id))
      all.push(new Breakpoint(this.#engine, id));
    return all;
  }
  /**
   * Adds a breakpoint; also before its file is compiled, and while programs run. On a line without
   * code it stands on the next one that has some: {@link Breakpoint.line}.
   * @throws {PythonError} SyntaxError in the condition
   */
  add({ file, line, condition = "" }: BreakpointOptions): Breakpoint {
    if (typeof file !== "string") throw new OptionError("file", "not a string");
    if (!Number.isSafeInteger(line) || line < 1 || line > 0x7fffffff)
      throw new OptionError("line", "not a line number");
    const { core } = this.#engine;
    const [at, fileBytes, , conditionBytes] = passTexts(core, file, condition) as [number, number,
      number, number];
    const id = core.debugAdd(at, fileBytes, conditionBytes, line);
    if (id === 0) throw pythonError(leftText(core));
    return new Breakpoint(this.#engine, id);
  }
  /** Removes a breakpoint, or those of a place. True if there was one. */
  remove(which: Breakpoint | { file: string; line: number }): boolean {
    const gone = this.breakpoints.filter((b) => (which instanceof Breakpoint ? b.id === which.id
      : b.file === which.file && (b.requested === which.line || b.line === which.line)));
    for (const { id } of gone) this.#engine.core.debugRemove(id);
    return gone.length > 0;
  }
  /** Removes all breakpoints. */
  clear(): void { this.#engine.core.debugRemove(0); }

  /** Exceptions at which programs stop, where they are raised. Default: "none". */
  get breakOnException(): BreakOnException {
    return EXCEPTIONS[this.#engine.core.debugExceptionsNow()]!;
  }
  set breakOnException(which: BreakOnException) {
    const number = EXCEPTIONS.indexOf(which);
    if (number < 0) throw new OptionError("breakOnException", "not none, uncaught or all");
    this.#engine.core.debugExceptions(number);
  }
  /**
   * How often a breakpoint was passed where a program cannot stop: in Python code that a built-in
   * function calls and waits for, such as `__lt__` in `sorted`.
   */
  get skipped(): number { return this.#engine.core.debugSkipped(); }
}

/** A frame of a program that stands still. Valid until the program goes on. */
export class StackFrame {
  #engine: Engine;
  #task: Task;
  #index: number;
  #moment: number;
  readonly file: string;
  /** The line that is about to be carried out, or whose call has not returned. Always 1 in code
   *  compiled with -O3. */
  readonly line: number;
  /** Name of the function; `<module>` outside of all. */
  readonly name: string;

  /** @internal */
  constructor(engine: Engine, task: Task, index: number) {
    const { core } = engine;
    this.#engine = engine;
    this.#task = task;
    this.#index = index;
    this.#moment = task.moment;
    this.line = core.debugFrameLine(index);
    this.file = core.debugFrameText(index, 0) ? leftText(core) : "";
    this.name = core.debugFrameText(index, 1) ? leftText(core) : "";
  }
  /** Locals, with cells and free variables; of a class body or module its namespace. Objects come
   *  as proxies. */
  get locals(): Record<string, PyValue> { return this.#values(0); }
  get globals(): Record<string, PyValue> { return this.#values(1); }
  /** The same as text: for lists of variables. */
  variables(scope: "locals" | "globals" = "locals"): Variable[] {
    const core = this.#core();
    const count = core.debugVariables(this.#index, scope === "globals" ? 1 : 0);
    return Array.from({ length: Math.max(0, count) }, (_, n) => ({
      name: text(core, n, 0), type: text(core, n, 1), text: text(core, n, 2, TEXT_MAX),
    }));
  }
  /**
   * Evaluates an expression, or carries out statements (the value of the last counts), as if they
   * stood in this frame. An assignment to a variable of the frame changes it.
   * @throws {PythonError} what it raises; the program is not touched by it
   */
  evaluate(code: string): PyValue {
    const core = this.#core();
    const [at, bytes] = passTexts(core, code) as [number, number];
    if (core.debugEvaluate(this.#index, at, bytes) === 0) throw pythonError(leftText(core));
    return value(this.#engine, 0);
  }
  #values(scope: number): Record<string, PyValue> {
    const core = this.#core();
    const count = core.debugVariables(this.#index, scope);
    const all = Object.create(null) as Record<string, PyValue>;
    for (let n = 0; n < count; n++) all[text(core, n, 0)] = value(this.#engine, n);
    return all;
  }
  #core(): CoreExports {
    if (this.#task.moment !== this.#moment)
      throw new KraitError("the program has gone on: ask its stack again");
    look(this.#engine, this.#task);
    return this.#engine.core;
  }
}

/** Text about variable `n` of the core's last answer. */
function text(core: CoreExports, n: number, what: number, most = 0): string {
  return core.debugVariableText(n, what, most) ? leftText(core) : "";
}
/** Variable `n` of the core's last answer. */
function value(engine: Engine, n: number): PyValue {
  return engine.border.fromPlace((engine.core.debugVariableSlot(n) >>> 0) / 8) as PyValue;
}

/** Makes a task the one that the core's questions are about. */
function look(engine: Engine, task: Task): void {
  if (engine.core.debugTask(task.id) === 0) {
    throw new KraitError(
      "another task is running: a program's stack can be looked at when it stands still");
  }
}
/** Frames of a task, innermost first; none if it has not begun or has ended. @internal */
export function stackOf(engine: Engine, task: Task): StackFrame[] {
  if (task.ended) return [];
  look(engine, task);
  return Array.from({ length: engine.core.debugDepth() },
    (_, index) => new StackFrame(engine, task, index));
}
/** Says how a task goes on when it has its next turn. @internal */
export function orderStep(engine: Engine, task: Task, step: Step): void {
  look(engine, task);
  if (engine.core.debugStep(STEPS[step]) === 0) throw new KraitError("no memory for a step");
}
/** Why a task has stopped. @internal */
export function stopOf(engine: Engine, task: Task): Stop {
  look(engine, task);
  const { core } = engine;
  const { file, line, name } = new StackFrame(engine, task, 0);
  const reason = REASONS[core.debugReason()] || "step";
  const stop: Stop = { reason, file, line, name };
  if (reason === "breakpoint") stop.breakpoint = new Breakpoint(engine, core.debugBreakpoint());
  if (reason === "exception" && core.debugException()) stop.exception = leftText(core);
  return stop;
}
