// Ctrl-C, also while the program is inside one long built-in operation (a regular expression, a
// huge power).
//
// Then the event loop gets no turn, and Node tells of signals only by it. A thread of its own could
// not listen to signals either, but `vm` can end a script on SIGINT in any thread: so, once the
// main thread has been busy for a while, a worker is started that waits in such a script, counts
// the signals in shared memory and sends them on.
import type { Worker } from "node:worker_threads";
import { workerThreads } from "./built_in.js";

/** Without a turn of the event loop for so long, the worker is started. Unit: ms. */
const BUSY_MS = 100;
/** How often a turn is noticed. Unit: ms. */
const TURN_MS = 25;

const WATCH = `
const { workerData, parentPort } = require("node:worker_threads");
const { Script } = require("node:vm");
const counter = new Int32Array(workerData);
globalThis.wait = () => Atomics.wait(counter, 1, 0);
const script = new Script("wait()");
while (true) {
  try {
    script.runInThisContext({ breakOnSigint: true });
  } catch {
    parentPort.postMessage(Atomics.add(counter, 0, 1) + 1);
  }
}`;

export class InterruptWatch {
  /** Signals that the worker has seen; a word that nobody changes, for it to wait at. */
  #counter = new Int32Array(new SharedArrayBuffer(8));
  #worker: Worker | undefined;
  /** Signals that the program has been told of. */
  #told = 0;
  #lastTurn = performance.now();
  #interrupt: () => void;

  /** @param interrupt called by the event loop for each signal that `interrupted` has not told
  /**   of */
  constructor(interrupt: () => void) {
    this.#interrupt = interrupt;
    process.on("SIGINT", interrupt);
    // Not before the first turn: the first timer of a process takes a millisecond, and short
    // programs end without one.
    setImmediate(() => { setInterval(() => { this.#lastTurn = performance.now(); },
      TURN_MS).unref(); }).unref();
  }

  /** True once after a signal. To be called now and then while the event loop gets no turn. */
  interrupted(): boolean {
    if (!this.#worker) {
      if (performance.now() - this.#lastTurn > BUSY_MS) this.#start();
      return false;
    }
    return this.#tell(Atomics.load(this.#counter, 0));
  }
  #tell(count: number): boolean {
    if (count <= this.#told) return false;
    this.#told = count;
    return true;
  }
  #start(): void {
    this.#worker =
      new (workerThreads().Worker)(WATCH, { eval: true, workerData: this.#counter.buffer });
    this.#worker.on("message", (count: number) => { if (this.#tell(count)) this.#interrupt(); });
    this.#worker.on("error", () => { /* no threads: signals come by the event loop as before */ });
    this.#worker.unref();
  }
}
