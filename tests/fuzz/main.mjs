// npm run fuzz -- [--seconds N] [--count N] [--seed N] [--kinds A,B] [--stress]: random and damaged
// input until the time is up, or so many programs have been run.
//
// Kinds (default: the first three in turn; worker.mjs): `programs` of a grammar, `damaged` test
// files, `natives` called with objects that disturb them (natives.py), `forge`d snapshots, damaged
// `mpy` files, `border`: values and proxies. What programs print is compare.mjs's matter. They run
// in a worker, so that one that hangs is found and the rest goes on. Whatever a program is, the
// core may not trap and must give control back within its fuel; afterwards the instance must still
// work. Prints the seed and number of what fails: `--kinds K --seed S --only N` runs that one
// alone. Ends with `N passed, N failed`.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { FAILED, NUMBER, PASSED } from "./progress.mjs";

const { values: options } = parseArgs({
  options: {
    seconds: { type: "string", default: "20" },
    seed: { type: "string", default: "20261122" },
    count: { type: "string" },
    only: { type: "string" },
    kinds: { type: "string", default: "programs,damaged,natives" },
    stress: { type: "boolean", default: false },
  },
});
/** A program that runs for so long hangs. Unit: ms. */
const PATIENCE = 20_000;

mkdirSync(fileURLToPath(new URL("../../build/fuzz", import.meta.url)), { recursive: true });
const progress = new Int32Array(new SharedArrayBuffer(16));
const end = Date.now() + Number(options.seconds) * 1000;

/** Runs programs from number `from` on. Resolves with the number of one that hangs, or -1 when the
 *  time is up. */
function runFrom(from) {
  return new Promise((done) => {
    progress[NUMBER] = from;
    const worker = new Worker(new URL("worker.mjs", import.meta.url),
      { workerData: { options, from, progress, end } });
    let last = from, since = Date.now();
    const stop = (number) => { clearInterval(timer); worker.terminate().then(() => done(number)); };
    const timer = setInterval(() => {
      if (progress[NUMBER] !== last) { last = progress[NUMBER]; since = Date.now(); }
      if (Date.now() - since > PATIENCE) stop(last);
    }, 200);
    worker.on("error", (error) => { console.log(error); progress[FAILED]++; stop(-1); });
    worker.on("exit", () => { if (progress[NUMBER] === -1) stop(-1); });
  });
}

for (let next = Number(options.only ?? 0); next >= 0;) {
  const stuck = await runFrom(next);
  if (stuck < 0) break;
  progress[FAILED]++;
  console.log(`program ${stuck} of seed ${options.seed}: hangs`);
  next = options.only === undefined && Date.now() < end ? stuck + 1 : -1;
}
console.log(`seed ${options.seed}`);
console.log(`${progress[PASSED]} passed, ${progress[FAILED]} failed`);
process.exitCode = progress[FAILED] > 0 ? 1 : 0;
