// Web workers as threads (pages, workers, Deno, Bun).
import { LoadError } from "../host/errors.js";
import type { Port } from "./remote.js";
import type { Thread } from "./page.js";

/** A worker, seen by the one who made it. */
export function webThread(worker: Worker): Thread {
  return {
    post: (message) => worker.postMessage(message),
    listen: (take) => { worker.onmessage = (event) => take(event.data); },
    terminate: () => worker.terminate(),
    onEnd: (take) => {
      worker.onerror = (event) =>
        take(new LoadError((event as ErrorEvent).message || "its module cannot be loaded"));
    },
    // Bun's workers hold the process as Node's do.
    hold: (on) => { (worker as unknown as Partial<NodeHold>)[on ? "ref" : "unref"]?.(); },
  };
}
interface NodeHold { ref(): void; unref(): void }

/** The page, seen by its worker. */
export function webPort(): Port {
  return {
    post: (message) => (postMessage as (message: unknown) => void)(message),
    listen: (take) => {
      addEventListener("message", (event) => take((event as MessageEvent).data));
    },
  };
}
