// The errors that krait throws. All derive from KraitError.
import type { Task } from "./task.js";

/** Base of everything that krait throws by itself. */
export class KraitError extends Error {
  override name = "KraitError";
}

/** One line of a traceback: where a frame stood. */
export interface TracebackEntry {
  /** File name as it was compiled, such as `program.py`. */
  file: string;
  /** Line, from 1. */
  line: number;
  /** Name of the function; `<module>` outside of all. */
  name: string;
  /** The line's text, without indentation, if the host knows the file. */
  source?: string;
}

/** An exception that a Python program did not catch. */
export class PythonError extends KraitError {
  override name = "PythonError";
  /**
   * @param type       name of the exception's class, such as `ValueError`
   * @param text       its message, `str(exception)`; may be empty
   * @param traceback  frames, outermost first
   * @param formatted  the whole traceback as Python prints it, with a newline at the end
   * @param exitCode   for SystemExit: the exit code it asks for; else undefined
   */
  constructor(
    readonly type: string,
    readonly text: string,
    readonly traceback: TracebackEntry[],
    readonly formatted: string,
    readonly exitCode?: number,
  ) {
    super(text === "" ? type : `${type}: ${text}`);
  }

  #exception: Disposable | undefined;
  #args: readonly unknown[] = [];
  /** The exception itself, a `PyProxy`, kept alive by this error; undefined for errors of the
   *  compiler. An error of JavaScript that was not caught in Python is {@link cause}. */
  get pyException(): Disposable | undefined { return this.#exception; }
  /** `exception.args`: plain values as such, others as proxies. */
  get args(): readonly unknown[] { return this.#args; }
  /** @internal */
  adopt(exception: Disposable, args: readonly unknown[]): void {
    this.#exception = exception;
    this.#args = args;
  }
  /** Releases the exception at once, not when this error is forgotten. */
  [Symbol.dispose](): void { this.#exception?.[Symbol.dispose](); }
}

/** The core could not be loaded, or does not fit this host. */
export class LoadError extends KraitError {
  override name = "LoadError";
}

/** Something was used after it had been disposed of. */
export class DisposedError extends KraitError {
  override name = "DisposedError";
}

/** An option has a value that makes no sense. */
export class OptionError extends KraitError {
  override name = "OptionError";
  /** @param option  its name, such as `heapLimit` */
  constructor(readonly option: string, message: string) { super(`option ${option}: ${message}`); }
}

/** A program has to wait (for input, or for an answer of the host) and was run by a call that
 *  cannot. */
export class WaitError extends KraitError {
  override name = "WaitError";
  /** @param task  the program where it waits: `await error.task.run()` goes on */
  constructor(message: string, readonly task: Task) { super(message); }
}

/** A run used up its fuel. */
export class FuelError extends KraitError {
  override name = "FuelError";
  /**
   * @param task the program where it stands: `task.run({ fuel })`, `task.step({ fuel })` go on;
   *   undefined: it had to be ended, for it stood in a call that a built-in function made
   */
  constructor(message: string, readonly task?: Task) { super(message); }
}

/** A run took longer than its `timeoutMs`. The program has been ended. */
export class TimeoutError extends KraitError {
  override name = "TimeoutError";
}

/** The run's AbortSignal was aborted. The program has been ended. `cause` is the signal's
 *  reason. */
export class AbortError extends KraitError {
  override name = "AbortError";
  /** @param reason  the signal's */
  constructor(readonly reason: unknown) {
    super(reason instanceof Error ? reason.message : `the run was aborted: ${String(reason)}`,
      { cause: reason });
  }
}

/** A snapshot could not be made, or cannot be gone on with: the message says what stands against
 *  it. */
export class SnapshotError extends KraitError {
  override name = "SnapshotError";
}

const FRAME = /^ {2}File "(.*)", line (\d+)(?:, in (.*))?$/;

/** Takes a formatted traceback apart. The last exception of a chain counts. */
export function pythonError(formatted: string, exitCode?: number): PythonError {
  const lines = formatted.split("\n");
  const start = lines.lastIndexOf("Traceback (most recent call last):");
  const traceback: TracebackEntry[] = [];
  let at = start + 1;
  for (; at < lines.length; at++) {
    const match = FRAME.exec(lines[at]!);
    if (!match) break;
    traceback.push({ file: match[1]!, line: Number(match[2]), name: match[3] ?? "<module>" });
  }
  const rest = lines.slice(at).join("\n").replace(/\n$/, "");
  const match = /^([\w.]+)(?:: ([\s\S]*))?$/.exec(rest);
  return new PythonError(match?.[1] ?? rest, match?.[2] ?? "", traceback, formatted, exitCode);
}
