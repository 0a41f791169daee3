// Runs the units of the core (tests/units, as-pect) and sums them up as `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./suites.mjs";

// as-pect's own script starts this one in a child and passes its output through a pipe that loses
// errors.
const SCRIPT = join(ROOT, "node_modules/@as-pect/cli/lib/test.js");
const run =
  spawnSync(process.execPath,
    ["--experimental-wasi-unstable-preview1", SCRIPT, "--no-logo", "--summary",
  ...process.argv.slice(2)], { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26 });
// An uncaught error shows a line of a minified package: megabytes long.
const output = (run.stdout + run.stderr).split("\n").map((line) => line.slice(0, 400));
let passed = 0, all = 0;
for (const line of output) {
  const tally = /Pass: (\d+) \/ (\d+)/.exec(line);
  if (!tally) continue;
  passed += Number(tally[1]);
  all += Number(tally[2]);
}
let failed = all - passed;
if (run.status !== 0 && failed === 0) failed = 1;
if (failed > 0) console.log(output.join("\n"));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
