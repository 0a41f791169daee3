// The worker's side: a Krait that another thread drives. Programs run in slices, so that messages (an interrupt, an
// answer) are heard while Python loops.
import { KraitError, LoadError } from "../host/errors.js";
import type { Krait } from "../host/krait.js";
import type { LoadOptions } from "../host/load.js";
import type { Task } from "../host/task.js";
import type { PageCalls, WorkerCalls } from "./calls.js";
import { type Calls, type Port, Remote } from "./remote.js";

/** Output is sent at once beyond this, else when the program's slice ends. Unit: bytes. */
const CHUNK = 16 << 10;

/** Serves one page. `load` is that of the entry for this host. */
export function serve(port: Port, load: (options: LoadOptions) => Promise<Krait>): void {
  let python: Krait | undefined;
  const tasks = new Map<number, Task>();
  const loaded = (): Krait => {
    if (!python) throw new KraitError("nothing is loaded");
    return python;
  };
  const mine: WorkerCalls = {
    load: async ({ stdin, ...options }) => {
      if (python) throw new LoadError("this worker has its Python already");
      const outputs = [1, 2].map((stream) => new Output((chunk) => page.call("output", stream, chunk)));
      python = await load({
        ...options,
        stdout: { bytes: (chunk) => outputs[0]!.take(chunk) },
        stderr: { bytes: (chunk) => outputs[1]!.take(chunk) },
        ...(stdin && { stdin: () => page.call("input") }),
      } as LoadOptions);
    },
    run: async (run, code, options) => {
      const task = loaded().start(code, options);
      tasks.set(run, task);
      try {
        return await task.run();
      } finally {
        tasks.delete(run);
      }
    },
    interrupt: (run) => {
      if (run !== undefined) tasks.get(run)?.interrupt();
      else for (const task of tasks.values()) task.interrupt();
    },
    readFile: (path) => {
      const contents = loaded().files!.readFile(path);
      if (!contents) throw new KraitError(`no file ${path}`);
      return contents;
    },
    writeFile: (path, contents) => { loaded().files!.writeFile(path, contents); },
  };
  const page = new Remote<PageCalls>(port, mine as unknown as Calls);
}

/** Gathers what a program prints into fewer messages. */
class Output {
  #send: (chunk: Uint8Array) => Promise<void>;
  #parts: Uint8Array[] = [];
  #bytes = 0;
  constructor(send: (chunk: Uint8Array) => Promise<void>) { this.#send = send; }

  take(chunk: Uint8Array): void {
    // The promise's job runs when the slice that prints is over.
    if (this.#bytes === 0) queueMicrotask(() => this.#flush());
    this.#parts.push(chunk);
    this.#bytes += chunk.length;
    if (this.#bytes >= CHUNK) this.#flush();
  }
  #flush(): void {
    if (this.#bytes === 0) return;
    const all = new Uint8Array(this.#bytes);
    let at = 0;
    for (const part of this.#parts) { all.set(part, at); at += part.length; }
    this.#parts = [];
    this.#bytes = 0;
    void this.#send(all);
  }
}
