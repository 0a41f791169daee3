// Runs programs in Krait for reference.mjs: for each a message with what it printed.
import { readFileSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import { loadSync, PythonError } from "../../dist/index.js";

/** What a program may use: the generators make none that need it. */
const FUEL = 20_000_000;
/** Programs that one instance runs: what one leaves behind meets the next. */
const PER_INSTANCE = 20;

const module =
  new WebAssembly.Module(readFileSync(new URL("../../dist/krait.wasm", import.meta.url)));
let python, ran = 0, printed = "";

function run(text, alone) {
  if (alone || ran++ % PER_INSTANCE === 0) fresh();
  printed = "";
  try {
    python.run(text, { filename: "program.py", fuel: FUEL, globals: { __name__: "__main__" } });
  } catch (error) {
    printed += `ends with ${error.type ?? error.stack}\n`;
    if (!(error instanceof PythonError)) ran = 0;
  }
  if (alone) ran = 0;
  return printed;
}
function fresh() {
  python?.dispose();
  python =
    loadSync(module,
      { heapLimit: 64 << 20, stdout: (part) => { printed += part; }, stderr: () => {} });
}
parentPort.on("message", ({ texts, alone }) => {
  for (const text of texts) parentPort.postMessage(run(text, alone));
});
