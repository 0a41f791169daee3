// Exceptions across the border: what Python raises as a PythonError, what JavaScript throws as a
// JsException.
import { DisposedError, PythonError, type TracebackEntry, pythonError } from "../host/errors.js";
import type { Border } from "./border.js";
import { ERROR, EXCEPTION, OP } from "./core.js";
import { isReference } from "./objects.js";
import { proxied } from "./proxy.js";

/** How far causes of causes are followed. */
const CAUSES = 10;
const SYNTAX_ERRORS = new Set(["SyntaxError", "IndentationError", "TabError"]);

export class Exceptions {
  readonly #border: Border;
  constructor(border: Border) { this.#border = border; }

  /** The error for the exception in a place. */
  read(place: number): Error {
    try {
      return this.#pythonError(this.#border.addressAt(place), CAUSES);
    } catch (error) {
      // The stack is full: that goes further out, where there is more of it.
      if (isStackOverflow(error)) throw error;
      // Not even that could be made.
      return error instanceof PythonError || error instanceof DisposedError ? error
        : new PythonError("RuntimeError", `the error could not be read: ${String(error)}`, [], "");
    }
  }
  #pythonError(exception: number, causes: number): PythonError {
    const border = this.#border;
    const row = border.take(EXCEPTION.places + 1);
    const last = row + EXCEPTION.places;
    try {
      border.putAddress(exception, last);
      border.putAddress(exception, row);
      border.describe(row);
      const read = (place: number): unknown => border.fromPlace(row + place);
      const type = read(EXCEPTION.type) as string;
      const text = read(EXCEPTION.text) as string | null ?? "";
      const formatted = read(EXCEPTION.formatted) as string | null ?? `${type}: ${text}\n`;
      const exitCode = type === "SystemExit" ? exitCodeOf(read(EXCEPTION.code)) : undefined;
      const frames = this.#frames(row + EXCEPTION.frames);
      // A SyntaxError says where in its text.
      const trace = SYNTAX_ERRORS.has(type)
        ? pythonError(formatted).traceback.map((f) => this.#withSource(f)) : frames;
      const error = new PythonError(type, text, trace, formatted, exitCode);
      const args = border.items(border.addressAt(row + EXCEPTION.args)).map((place) =>
        border.fromPlace(place));
      error.adopt(border.proxies.handOut(exception), args);
      if (!border.isConstant(border.addressAt(row + EXCEPTION.jsError)))
        error.cause = read(EXCEPTION.jsError);
      else if (causes > 0 && !border.isConstant(border.addressAt(row + EXCEPTION.cause))) {
        error.cause = this.#pythonError(border.addressAt(row + EXCEPTION.cause), causes - 1);
      }
      border.style?.error(error);
      return error;
    } finally {
      border.give(row);
    }
  }
  #frames(place: number): TracebackEntry[] {
    const border = this.#border;
    const address = border.addressAt(place);
    if (border.isConstant(address)) return [];
    return border.items(address).map((entry) => {
      const [file, line, name] =
        border.items(border.addressAt(entry)).map((p) => border.fromPlace(p)) as [string, number,
          string];
      return this.#withSource({ file, line, name });
    });
  }
  #withSource(entry: TracebackEntry): TracebackEntry {
    const source = this.#border.host?.sourceLine(entry.file, entry.line)?.trim();
    return source === undefined ? entry : { ...entry, source };
  }

  /** Puts an exception of the core's own. */
  make(type: number, message: string, place: number): void {
    const border = this.#border;
    const row = border.take(2);
    try {
      border.toPlace(type, row);
      border.putText(message, row + 1);
      border.operate(OP.error, row);
      border.putAddress(border.addressAt(row), place);
    } finally {
      border.give(row);
    }
  }
  /** Puts the exception that Python gets for something thrown in JavaScript. */
  put(thrown: unknown, place: number): void {
    const border = this.#border;
    if (thrown instanceof PythonError) {
      const python = thrown.pyException && proxied(thrown.pyException as object);
      if (python && python.border === border && python.isLive) {
        border.putAddress(python.address(), place);
        return;
      }
    }
    if (isStackOverflow(thrown)) {
      this.make(ERROR.RecursionError, "maximum recursion depth exceeded", place);
      return;
    }
    const row = border.take(3);
    try {
      const [name, message] = describeError(thrown);
      if (isReference(thrown)) border.putJs(thrown, row, border.defaultFlags);
      else border.toPlace(thrown, row);
      border.putText(name, row + 1);
      border.putText(message, row + 2);
      border.operate(border.style?.errorArgs ? OP.jsErrorArgs : OP.jsError, row);
      border.putAddress(border.addressAt(row), place);
    } finally {
      border.give(row);
    }
  }
}

/** The exit code that SystemExit(code) asks for: of 8 bits, 255 for a larger int. */
function exitCodeOf(code: unknown): number {
  if (typeof code === "number") return code & 255;
  return code === null ? 0 : typeof code === "bigint" ? 255 : 1;
}

/** True for what engines throw when the stack is full. */
export function isStackOverflow(thrown: unknown): boolean {
  try {
    return thrown instanceof RangeError && /call stack/i.test(thrown.message)
      || thrown instanceof Error && thrown.name === "InternalError"
      && /recursion/.test(thrown.message);
  } catch (error) {
    // Looking needs some of the stack, too.
    return error instanceof RangeError;
  }
}
/** Name and message of whatever was thrown; reading them may throw, too. */
function describeError(thrown: unknown): [string, string] {
  try {
    if (thrown instanceof Error) return [String(thrown.name), String(thrown.message)];
    if (typeof thrown === "object" && thrown !== null && "message" in thrown) {
      return [String((thrown as { name?: unknown }).name ?? "Error"), String(thrown.message)];
    }
    return ["Error", String(thrown)];
  } catch {
    return ["Error", "an error that cannot be read"];
  }
}
