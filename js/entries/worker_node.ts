// krait/worker in Node, on worker_threads.
import { Worker } from "node:worker_threads";
import { type Thread, type WorkerKrait, type WorkerLoadOptions, loadIn } from "../worker/page.js";
import { webThread } from "../worker/web.js";

export * from "../worker/public.js";

/** As in entries/worker.ts, where the types of this entry come from. */
export function load(options: WorkerLoadOptions = {}): Promise<WorkerKrait> {
  return loadIn(() => (options.worker ? webThread(options.worker()) : ownThread()), options);
}

function ownThread(): Thread {
  const worker = new Worker(new URL("./worker_thread_node.js", import.meta.url));
  return {
    post: (message) => worker.postMessage(message),
    listen: (take) => { worker.on("message", take); },
    terminate: () => { void worker.terminate(); },
    onEnd: (take) => {
      worker.on("error", take);
      worker.on("exit", (code) => take(new Error(`exit code ${code}`)));
    },
    hold: (on) => { worker[on ? "ref" : "unref"](); },
  };
}
