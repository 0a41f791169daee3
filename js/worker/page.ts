// The page's side: Krait in a worker. What would block a page never does, as nothing runs in it.
import { AbortError, DisposedError, KraitError, LoadError } from "../host/errors.js";
import type { RunOptions } from "../host/krait.js";
import type { FileTree, LoadOptions } from "../host/options.js";
import { type InputChunk, InputQueue, OutputQueue } from "../host/streams.js";
import { DATA_OPTIONS, type DataOptions, type ModuleShape, type PageCalls, type ThreadOptions,
  type WorkerCalls } from "./calls.js";
import { type Calls, type Port, Remote } from "./remote.js";

/** Those options of `load` that can be sent to a worker. */
export interface WorkerLoadOptions extends DataOptions, Pick<LoadOptions,
    "stderr" | "stdin" | "stdout"> {
  /** The core: a compiled module, its bytes, or where it is. Default: the `krait.wasm` of this
   *  package. */
  wasm?: WebAssembly.Module | BufferSource | URL | string;
  /** The program's files: path -> contents. */
  files?: FileTree;
  /** As `load` of krait has it. The functions run in the page: to Python they wait for their
   *  answer. What they get and give is copied. */
  modules?: Record<string, object>;
  /** Makes the worker, of a module that imports `krait/worker/thread`. Default: the one of this
   *  package. */
  worker?: () => Worker;
}

/** What a worker can send of a Python value: dicts are Maps; objects without a counterpart are
 *  their `repr`. */
export type ClonedValue = null | undefined | boolean | number | bigint | string | Uint8Array
  | ClonedValue[] | Set<ClonedValue>
  | Map<ClonedValue, ClonedValue>;

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
      error instanceof KraitError ? error : new KraitError(`the worker ended: ${error.message}`,
        { cause: error })));
  }

  /** @internal */
  load(options: WorkerLoadOptions): Promise<void> {
    return this.#call("load", threadOptions(options));
  }

  /**
   * Runs a program to its end and gives the value of its last expression. `await` may stand outside
   * of functions.
   * @throws {PythonError} what the program does not catch
   * @throws {FuelError}, {@link TimeoutError}, {@link AbortError} when a limit is passed: the
   *   program has been ended
   * @throws {DisposedError} if the worker is terminated meanwhile
   */
  async run(code: string, options: RunOptions = {}): Promise<ClonedValue> {
    const { signal, ...rest } = options;
    if (signal?.aborted) throw new AbortError(signal.reason);
    const run = ++this.#lastRun;
    const stop = () => { this.#call("abort", run).catch(() => {}); };
    signal?.addEventListener("abort", stop);
    try {
      return await this.#call("run", run, code, rest) as ClonedValue;
    } catch (error) {
      throw error instanceof AbortError && signal ? new AbortError(signal.reason) : error;
    } finally {
      signal?.removeEventListener("abort", stop);
    }
  }
  /** The same: in a worker all runs are asynchronous. */
  runAsync(code: string, options: RunOptions = {}): Promise<ClonedValue> {
    return this.run(code, options);
  }

  /** KeyboardInterrupt in all programs that run or wait, also in one that loops without end. */
  interrupt(): void { this.#call("interrupt").catch(() => {}); }

  /** The instance as bytes, for the option `snapshot` of any `load`. @throws {SnapshotError} */
  snapshot(): Promise<Uint8Array> { return this.#call("snapshot"); }

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
export async function loadIn(start: () => Thread,
    options: WorkerLoadOptions): Promise<WorkerKrait> {
  let python: WorkerKrait;
  try {
    python = new WorkerKrait(start(), options);
  } catch (error) {
    throw new LoadError(`no worker can be started here: ${(error as Error).message}`,
      { cause: error });
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
  const { files, modules, stdin, wasm } = options;
  const sent: ThreadOptions = { input: stdin !== undefined };
  for (const name of DATA_OPTIONS)
    if (options[name] !== undefined) Object.assign(sent, { [name]: options[name] });
  if (files) sent.files = files;
  if (modules)
    sent.modules =
      Object.fromEntries(Object.entries(modules).map(([name, m]) => [name, shapeOf(m)]));
  if (wasm) sent.wasm = absolute(wasm);
  return sent;
}

/** Objects whose members are looked at one by one. */
function isNamespace(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
function shapeOf(source: object): ModuleShape {
  const shape: ModuleShape = { data: {}, functions: [], inner: {} };
  for (const [name, member] of Object.entries(source)) {
    if (typeof member === "function") shape.functions.push(name);
    else if (isNamespace(member)) shape.inner[name] = shapeOf(member);
    else shape.data[name] = member;
  }
  return shape;
}
/** Calls a function of the modules. Only own members are reached: the worker runs code that need
 *  not be trusted. */
function callHost(modules: Record<string, object>, path: string[], args: unknown[]): unknown {
  let self: unknown, found: unknown = modules;
  for (const name of path) {
    self = found;
    if (typeof self !== "object" || self === null || !Object.hasOwn(self, name)) found = undefined;
    else found = (self as Record<string, unknown>)[name];
  }
  if (typeof found !== "function") throw new KraitError(`no function ${path.join(".")}`);
  return Reflect.apply(found, self, args);
}

/** A worker's own address is another: what is relative is so to the page. */
function absolute(wasm: NonNullable<WorkerLoadOptions["wasm"]>): NonNullable<ThreadOptions[
    "wasm"]> {
  if (typeof wasm === "string" && typeof location === "object")
    return new URL(wasm, location.href).href;
  return wasm instanceof URL ? wasm.href : wasm;
}

/** Longest piece of input that is sent at a time. Unit: bytes. */
const INPUT_CHUNK = 16 << 10;

function pageCalls(options: WorkerLoadOptions): PageCalls {
  let fault: unknown;
  const report = (error: unknown) => { fault = error; };
  const outputs = [new OutputQueue(options.stdout, report),
    new OutputQueue(options.stderr, report)] as const;
  const input = new InputQueue(options.stdin, report);
  return {
    output: async (stream, chunk) => {
      const output = outputs[stream === 2 ? 1 : 0];
      if (output.write(chunk) < 0) throw fault;
      for (let rest = output.idle; rest; rest = output.idle) await rest;
    },
    input: async (): Promise<InputChunk> => {
      const into = new Uint8Array(INPUT_CHUNK);
      while (true) {
        const count = input.read(into);
        if (count === undefined) { await input.waiting; continue; }
        if (count < 0) throw fault;
        return count === 0 ? null : into.slice(0, count);
      }
    },
    host: async (path, args) => callHost(options.modules ?? {}, path, args),
  };
}
