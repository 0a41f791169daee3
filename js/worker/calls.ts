// What a page and its worker may call of each other, and what of the options goes over.
import type { RunOptions } from "../host/krait.js";
import type { FileTree, LoadOptions } from "../host/options.js";
import type { InputChunk } from "../host/streams.js";

/** Options of `load` that are data, and so can be sent as they are. */
export type DataOptions = Pick<LoadOptions,
  "args" | "directory" | "env" | "heapLimit" | "isatty" | "js" | "path" | "snapshot"
    | "stackLimit">;
export const DATA_OPTIONS: readonly (keyof DataOptions)[] = [
  "args", "directory", "env", "heapLimit", "isatty", "js", "path", "snapshot", "stackLimit",
];
export interface ThreadOptions extends DataOptions {
  wasm?: WebAssembly.Module | BufferSource | string;
  files?: FileTree;
  modules?: Record<string, ModuleShape>;
  /** Whether there is something to read; else standard input is at its end. */
  input: boolean;
}
/** A module of the page, or an object in one: what can be sent of it, and the names of its
 *  functions. */
export interface ModuleShape {
  data: Record<string, unknown>;
  functions: string[];
  inner: Record<string, ModuleShape>;
}
export type ThreadRunOptions = Omit<RunOptions, "signal">;

/** What the worker offers. A run is known by a number that the caller chooses. */
export interface WorkerCalls {
  load(options: ThreadOptions): void;
  run(run: number, code: string, options: ThreadRunOptions): unknown;
  /** Ends one run, as its signal would. */
  abort(run: number): void;
  /** KeyboardInterrupt in all runs. */
  interrupt(): void;
  snapshot(): Uint8Array;
  readFile(path: string): Uint8Array;
  writeFile(path: string, contents: string | Uint8Array): void;
}

/** What the page offers. */
export interface PageCalls {
  /** Takes output; answered when the sink has taken it. stream: 1 stdout, 2 stderr. */
  output(stream: number, chunk: Uint8Array): Promise<void>;
  input(): Promise<InputChunk>;
  /** Calls a function of the option `modules`. path: the module's name, then names of members. */
  host(path: string[], args: unknown[]): Promise<unknown>;
}
