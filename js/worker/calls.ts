// What a page and its worker may call of each other, and what of the options goes over.
import type { LoadOptions } from "../host/load.js";
import type { RunOptions } from "../host/krait.js";
import type { InputChunk } from "../host/streams.js";

/** Options that are data, and so can be sent. */
export interface ThreadOptions
  extends Pick<LoadOptions, "args" | "directory" | "env" | "heapLimit" | "path"> {
  wasm?: WebAssembly.Module | BufferSource | string;
  files?: Record<string, string | Uint8Array>;
  /** Whether there is something to read; else standard input is at its end. */
  stdin: boolean;
}
export type ThreadRunOptions = Omit<RunOptions, "signal">;

/** What the worker offers. A run is known by a number that the caller chooses. */
export interface WorkerCalls {
  load(options: ThreadOptions): void;
  run(run: number, code: string, options: ThreadRunOptions): unknown;
  /** KeyboardInterrupt in one run; without a number, in all. */
  interrupt(run?: number): void;
  readFile(path: string): Uint8Array;
  writeFile(path: string, contents: string | Uint8Array): void;
}

/** What the page offers. */
export interface PageCalls {
  /** Takes output; answered when the sink has taken it. stream: 1 stdout, 2 stderr. */
  output(stream: number, chunk: Uint8Array): void;
  input(): Promise<InputChunk>;
}
