// Loads and disposes of instances, one after the other; reports what the process uses after a few
// and after many (arguments: the two counts). Each one is left as untidily as a user may leave it:
// proxies, an unfinished program, one that sleeps, objects of JavaScript in its hands.
import { loadSync } from "../../../dist/index.js";
import { readFileSync } from "node:fs";
import { report, turn, usage } from "./report.mjs";

const [few, many] = process.argv.slice(2).map(Number);
const core =
  new WebAssembly.Module(readFileSync(new URL("../../../dist/krait.wasm", import.meta.url)));
/** What ended otherwise than by its instance's end. */
const odd = [];

function live(i) {
  const py =
    loadSync(core, { modules: { host: { make: () => ({ data: new Uint8Array(1000) }) } },
      stdout: () => {} });
  const list =
    py.run(`import host, json\nclass Point: pass\nmade = [host.make() for i in range(10)]\nx = [${i}] * 20000\nprint(i)\nx`,
    { globals: { i } });
  if (list.get(-1) !== i) throw new Error(`instance ${i}: ${list.get(-1)}`);
  py.start("n = 0\nwhile True: n += 1").step({ fuel: 500 });
  const sleeper = py.start("import time\ntime.sleep(1000)").run();
  sleeper.then(() => odd.push("the sleeper woke"), (error) => {
    if (error.name !== "DisposedError") odd.push(String(error));
  });
  py.globals.set("f", () => py);
  py.dispose();
}
const after = {};
for (let i = 1; i <= many; i++) {
  live(i);
  if (i % 10 === 0) await turn();
  if (i === few || i === many) after[i] = await usage();
}
report({ after, odd: [...new Set(odd)] });
