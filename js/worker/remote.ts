// Calls between two threads by messages: each side has functions that the other may call. One
// message asks, one answers; errors of krait arrive as what they are.
import {
  AbortError, DisposedError, FuelError, KraitError, LoadError, OptionError, PythonError,
  SnapshotError, TimeoutError,
  type TracebackEntry,
} from "../host/errors.js";

/** A thread's end of a channel, the same for web workers and Node's threads. */
export interface Port {
  post(message: unknown): void;
  listen(take: (message: unknown) => void): void;
}

/** Functions by name; what they return may be a promise. Arguments and results are copied
 *  (structured clone). */
export type Calls = Record<string, (...args: never[]) => unknown>;

type Message =
  | { krait: "call"; id: number; name: string; args: unknown[] }
  | { krait: "answer"; id: number; value: unknown }
  | { krait: "error"; id: number; error: ErrorData };

interface Waiting {
  done(value: unknown): void;
  failed(error: Error): void;
}

/** What the other side offers: each function gives a promise. */
export class Remote<Theirs extends { [K in keyof Theirs]: (...args: never[]) => unknown }> {
  #port: Port;
  #mine: Calls;
  #waiting = new Map<number, Waiting>();
  #last = 0;
  #ended: Error | undefined;

  /** @param mine  what the other side may call */
  constructor(port: Port, mine: Calls) {
    this.#port = port;
    this.#mine = mine;
    port.listen((message) => { this.#take(message as Message); });
  }

  /** Calls that are not answered yet. */
  get pending(): number { return this.#waiting.size; }

  /** @throws what the function throws; what `end` was given */
  call<K extends keyof Theirs & string>(
    name: K, ...args: Parameters<Theirs[K]>
  ): Promise<Awaited<ReturnType<Theirs[K]>>> {
    return new Promise((done, failed) => {
      if (this.#ended) { failed(this.#ended); return; }
      const id = ++this.#last;
      this.#waiting.set(id, { done: done as (value: unknown) => void, failed });
      try {
        this.#port.post({ krait: "call", id, name, args } satisfies Message);
      } catch (error) {                                   // something that cannot be copied
        this.#waiting.delete(id);
        failed(error as Error);
      }
    });
  }

  /** No more answers: all that waits, and all later calls, fail with `error`. */
  end(error: Error): void {
    this.#ended ??= error;
    for (const { failed } of this.#waiting.values()) failed(this.#ended);
    this.#waiting.clear();
  }

  #take(message: Message): void {
    switch (message?.krait) {
      case "call":
        void this.#answer(message.id, message.name, message.args);
        return;
      case "answer":
        this.#settled(message.id)?.done(message.value);
        return;
      case "error":
        this.#settled(message.id)?.failed(errorFrom(message.error));
    }
  }
  #settled(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }
  async #answer(id: number, name: string, args: unknown[]): Promise<void> {
    try {
      if (!Object.hasOwn(this.#mine, name)) throw new KraitError(`no function ${name}`);
      const value = await this.#mine[name]!(...args as never[]);
      this.#port.post({ krait: "answer", id, value } satisfies Message);
    } catch (error) {                                     // also a value that cannot be copied
      this.#port.post({ krait: "error", id, error: errorData(error) } satisfies Message);
    }
  }
}

/** An error as a message carries it. */
interface ErrorData {
  name: string;
  message: string;
  /** OptionError: the option. */
  option?: string;
  python?: {
    type: string; text: string; traceback: TracebackEntry[]; formatted: string;
    exitCode: number | undefined };
}

function errorData(error: unknown): ErrorData {
  if (!(error instanceof Error)) return { name: "Error", message: String(error) };
  const data: ErrorData = { name: error.name, message: error.message };
  if (error instanceof OptionError) data.option = error.option;
  if (error instanceof PythonError) {
    const { type, text, traceback, formatted, exitCode } = error;
    data.python = { type, text, traceback, formatted, exitCode };
  }
  return data;
}

const CLASSES: Record<string, new (message: string) => Error> = {
  AbortError, DisposedError, FuelError, KraitError, LoadError, SnapshotError, TimeoutError,
  TypeError, RangeError,
};

function errorFrom({ name, message, option, python }: ErrorData): Error {
  if (python)
    return new PythonError(python.type, python.text, python.traceback, python.formatted,
      python.exitCode);
  if (option !== undefined)
    return new OptionError(option, message.replace(`option ${option}: `, ""));
  const made = new (CLASSES[name] ?? Error)(message);
  made.name = name;
  return made;
}
