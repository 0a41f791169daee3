// Many instances alive at once (argument: how many): each runs, keeps its own state, and waits with
// a paused program; then all are disposed of, while JavaScript still holds them.
import { loadSync } from "../../../dist/index.js";
import { readFileSync } from "node:fs";
import { report, usage } from "./report.mjs";

const MANY = Number(process.argv[2]);
const core =
  new WebAssembly.Module(readFileSync(new URL("../../../dist/krait.wasm", import.meta.url)));
const before = await usage();
const crowd = [];
let fault;
try {
  for (let i = 0; i < MANY; i++) {
    const py = loadSync(core);
    const task = py.start("total = 0\nfor k in range(1000): total += k + i\ntotal",
      { globals: { i } });
    task.step({ fuel: 200 });
    py.run(`import math\nmath.mine = mine = {'number': ${i}}`);
    crowd.push({ py, task });
  }
} catch (error) { fault = String(error); }
const alive = await usage();
/** Instances whose state is not their own. */
const wrong = [];
crowd.forEach(({ py, task }, i) => {
  if (task.status !== "out-of-fuel") wrong.push(`${i}: ${task.status}`);
  task.step({ fuel: 1_000_000 });
  const mine = py.run("mine['number'] += 1\nmath.mine['number']");
  if (task.result !== 499_500 + 1000 * i || mine !== i + 1)
    wrong.push(`${i}: ${task.result}, ${mine}`);
});
for (const { py } of crowd) py.dispose();
report({ count: crowd.length, fault, wrong: wrong.slice(0, 5), before, alive,
  disposed: await usage(), kept: crowd.length });
