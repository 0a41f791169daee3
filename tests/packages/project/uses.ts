// Uses each entry as a strict TypeScript project does. Only checked, never run.
import { type Krait, type LoadOptions, PythonError, type Task, load, loadSync, version } from "krait";
import { load as loadCore } from "krait/core";
import { load as loadInline } from "krait/inline";
import { load as loadWorker, type WorkerKrait } from "krait/worker";
import wasm from "krait/wasm";

const options: LoadOptions = { heapLimit: 1 << 20, stdout: (text: string) => { text.trim(); } };
const python: Krait = await load(options);
const task: Task = python.start("1");
const status: string = task.step({ fuel: 100 }).status;
const module: WebAssembly.Module = wasm;
loadSync(module).dispose();
await loadCore({ wasm: module });
// @ts-expect-error: krait/core has no core of its own
await loadCore({});
await loadInline();
const worker: WorkerKrait = await loadWorker({ heapLimit: 1 << 20 });
const value: unknown = await worker.run("1", { signal: new AbortController().signal });
try { python.run("x"); } catch (error) {
  if (error instanceof PythonError) error.traceback.map(({ line }) => line + 1);
}
export { status, value, version };
