// krait/worker where there are web workers: pages, workers, Deno, Bun.
import { type WorkerKrait, type WorkerLoadOptions, loadIn } from "../worker/page.js";
import { webThread } from "../worker/web.js";

export * from "../worker/public.js";

/**
 * Starts a worker and loads a Python in it.
 * @throws {LoadError} if the worker or the core cannot be had
 */
export function load(options: WorkerLoadOptions = {}): Promise<WorkerKrait> {
  return loadIn(() => webThread((options.worker ?? ownWorker)()), options);
}

function ownWorker(): Worker {
  if (typeof location === "object" && /^https?:/.test(import.meta.url)
    && new URL(import.meta.url).origin !== location.origin) return foreignWorker();
  return new Worker(new URL("./worker_thread.js", import.meta.url), { type: "module" });
}

/** From another origin (a content delivery network) no worker may be started; one that imports from
 *  there may. */
function foreignWorker(): Worker {
  const module = import.meta.url.replace(/[^/]*$/, "worker_thread.js");
  const url =
    URL.createObjectURL(new Blob([`import ${JSON.stringify(module)};`],
      { type: "text/javascript" }));
  return new Worker(url, { type: "module" });
}
