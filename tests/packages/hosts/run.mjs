// Copied beside an installed krait and run by Node, Deno and Bun: prints what conformance says as
// one line of JSON.
//
//   RUNTIME run.mjs [entry ...]      entries: . core inline worker node stack
import { conformance } from "./conformance.mjs";
import { stack } from "./stack.mjs";
import { nodeFiles } from "./node_files.mjs";
import { worker } from "./worker.mjs";

const before = Object.getOwnPropertyNames(globalThis).sort().join();
const modules = {
  ".": async () => conformance(await import("krait")),
  inline: async () => conformance(await import("krait/inline")),
  core: async () => {
    const { readFileSync } = await import("node:fs");
    const wasm =
      new WebAssembly
        .Module(readFileSync(new URL("./node_modules/krait/dist/krait.wasm", import.meta.url)));
    return conformance(await import("krait/core"), { wasm });
  },
  node: async () => nodeFiles(await import("krait/node"), await import("krait")),
  stack: async () => stack(await import("krait")),
  worker: async () => worker(await import("krait/worker")),
};
const report = {};
const [, , ...entries] = process.argv;
for (const entry of entries) report[entry] = await modules[entry]();
// Importing and using krait adds nothing to the global object.
const after = Object.getOwnPropertyNames(globalThis).sort().join();
report.globals =
  { results: [{ name: "no new globals", ...(after !== before && { error: after }) }] };
console.log(`\u0001${JSON.stringify(report)}`);
process.exit(0);
