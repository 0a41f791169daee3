// A stack of JavaScript that has little room left (tests/packages/stack.mjs): in the main thread,
// and in a worker with a smaller one. The suite `packages` does the same in other hosts.
import test from "node:test";
import { Worker, isMainThread, parentPort } from "node:worker_threads";
import * as krait from "../../../dist/index.js";
import { digAll, stack } from "../../packages/stack.mjs";

if (isMainThread) {
  test("at the end of JavaScript's stack", async () => {
    const { results } = await stack(krait);
    for (const { name, error } of results) if (error) throw new Error(`${name}: ${error}`);
  });

  test("the same in a worker with half of it", async () => {
    const worker = new Worker(new URL(import.meta.url), { resourceLimits: { stackSizeMb: 0.5 } });
    await new Promise((done, fail) => {
      worker.once("message", done);
      worker.once("error", fail);
    });
    await worker.terminate();
  });
} else {
  parentPort.postMessage(await digAll(krait, {}, 97));
}
