// The page's side: Krait in a worker. What would block a page never does, as nothing runs in it.
import { DisposedError, KraitError, LoadError } from "../host/errors.js";
import type { PlainValue, RunOptions } from "../host/krait.js";
import type { LoadOptions } from "../host/load.js";
import { type InputSource, outputWriter } from "../host/streams.js";
import type { PageCalls, ThreadOptions, WorkerCalls } from "./calls.js";
import { type Calls, type Port, Remote } from "./remote.js";

/** Those options of `load` that can be sent to a worker. */
export interface WorkerLoadOptions
  extends Pick<LoadOptions, "args" | "directory" | "env" | "heapLimit" | "path" | "stderr" | "stdin" | "stdout"> {
  /** The core: a compiled module, its bytes, or where it is. Default: the `krait.wasm` of this package. */
  wasm?: WebAssembly.Module | BufferSource | URL | string;
  /** The program's files: path -> contents. */
  files?: Record<string, string | Uint8Array>;
  /** Makes the worker, of a module that imports `krait/worker/thread`. Default: the one of this package. */
  worker?: () => Worker;
}

/** How a run in a worker may be stopped. */
export interface WorkerRunOptions extends RunOptions {
  /** Interrupts the run (KeyboardInterrupt in Python). */
  signal?: AbortSignal;
}

/** A worker of any kind. @internal */
export interface Thread extends Port {
  terminate(): void;
  /** Called when the worker dies by itself. */
  onEnd(take: (error: Error) => void): void;
  /** Whether the worker keeps the process alive (Node). */
  hold(on: boolean): void;
}

/** One Python in a worker of its own. */
export class WorkerKrait implements Disposable {
  #thread: Thread;
  #worker: Remote<WorkerCalls>;
  #lastRun = 0;

  /** @internal */
  constructor(thread: Thread, options: WorkerLoadOptions) {
    this.#thread = thread;
    this.#worker = new Remote<WorkerCalls>(thread, pageCalls(options) as unknown as Calls);
    thread.onEnd((error) => this.#worker.end(
      error instanceof KraitError ? error : new KraitError(`the worker ended: ${error.message}`, { cause: error })));
  }

  /** @internal */
  load(options: WorkerLoadOptions): Promise<void> { return this.#call("load", threadOptions(options)); }

  /**
   * Runs a program in `__main__` to its end and gives the value of its last expression.
   * @throws {PythonError} what the program does not catch
   * @throws {DisposedError} if the worker is terminated meanwhile
   */
  async run(code: string, options: WorkerRunOptions = {}): Promise<PlainValue> {
    const { signal, ...rest } = options;
    const run = ++this.#lastRun;
    const stop = () => { this.#call("interrupt", run).catch(() => {}); };
    const result = this.#call("run", run, code, rest);
    if (signal?.aborted) stop();
    else signal?.addEventListener("abort", stop);
    try {
      return await result as PlainValue;
    } finally {
      signal?.removeEventListener("abort", stop);
    }
  }
  /** The same: in a worker all runs are asynchronous. */
  runAsync(code: string, options: WorkerRunOptions = {}): Promise<PlainValue> { return this.run(code, options); }

  /** KeyboardInterrupt in all programs that run or wait, also in one that loops without end. */
  interrupt(): void { this.#call("interrupt").catch(() => {}); }

  /** Contents of one of the program's files. @throws {KraitError} if there is none */
  readFile(path: string): Promise<Uint8Array> { return this.#call("readFile", path); }
  /** Makes or replaces a file of the program. Folders on the way to it are made. */
  writeFile(path: string, contents: string | Uint8Array): Promise<void> {
    return this.#call("writeFile", path, contents);
  }

  /** Ends the worker where it is. What still waits fails with DisposedError. Safe to call twice. */
  terminate(): void {
    this.#worker.end(new DisposedError("this worker has been terminated"));
    this.#thread.terminate();
  }
  /** As terminate. */
  dispose(): void { this.terminate(); }
  [Symbol.dispose](): void { this.terminate(); }

  async #call<K extends keyof WorkerCalls & string>(
    name: K, ...args: Parameters<WorkerCalls[K]>
  ): Promise<Awaited<ReturnType<WorkerCalls[K]>>> {
    this.#thread.hold(true);
    try {
      return await this.#worker.call(name, ...args);
    } finally {
      if (this.#worker.pending === 0) this.#thread.hold(false);
    }
  }
}

/** `load` of an entry. @internal */
export async function loadIn(start: () => Thread, options: WorkerLoadOptions): Promise<WorkerKrait> {
  let python: WorkerKrait;
  try {
    python = new WorkerKrait(start(), options);
  } catch (error) {
    throw new LoadError(`no worker can be started here: ${(error as Error).message}`, { cause: error });
  }
  try {
    await python.load(options);
  } catch (error) {
    python.terminate();
    throw error;
  }
  return python;
}

function threadOptions(options: WorkerLoadOptions): ThreadOptions {
  const { args, directory, env, files, heapLimit, path, stdin, wasm } = options;
  const given = { args, directory, env, files, heapLimit, path, wasm: absolute(wasm) };
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { ...set, stdin: stdin !== undefined };
}

/** A worker's own address is another: what is relative is so to the page. */
function absolute(wasm: WorkerLoadOptions["wasm"]): ThreadOptions["wasm"] {
  if (typeof wasm === "string" && typeof location === "object") return new URL(wasm, location.href).href;
  return wasm instanceof URL ? wasm.href : wasm;
}

function pageCalls(options: WorkerLoadOptions): PageCalls {
  const writers = [outputWriter(options.stdout), outputWriter(options.stderr)] as const;
  const source: InputSource | undefined = options.stdin;
  return {
    output: (stream, chunk) => writers[stream === 2 ? 1 : 0](chunk),
    input: async () => (source ? source() : null),
  };
}
