// The test suites and how each is run. tools/test.mjs runs them all; a suite is a script whose last
// line of the form `N passed, N failed` counts.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** name -> arguments of node. Order: what is quick and general first. */
export const SUITES = {
  check: ["tools/check.mjs"],
  size: ["tools/size.mjs"],
  units: ["tools/units.mjs"],
  host: ["tools/host-tests.mjs"],
  packages: ["tests/packages/main.mjs"],
  python: ["tests/run-python.mjs", "--engine", "tests/runner/krait-engine.mjs"],
  examples: ["examples/check.mjs"],
  benchmarks: ["benchmarks/harness/check.mjs", "--engine", "krait"],
  snapshots: ["tests/snapshots/pauses.mjs", "--pauses", "4"],
  fuzz: ["tests/fuzz/main.mjs", "--seconds", "15"],
  compare: ["tests/fuzz/compare.mjs", "--seconds", "150", "--programs", "1200"],
};
/** Time for a suite. Unit: ms. A hang must not hold up the rest. */
const TIMEOUT = 600_000;
const TALLY = /^(\d+) passed, (\d+) failed/;

/** Runs a suite, showing its output. @returns {Promise<{passed: number, failed: number}>} */
export function runSuite(args, env = process.env) {
  return new Promise((done) => {
    const child =
      spawn(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "inherit"] });
    let out = "";
    let late = false;
    const timer = setTimeout(() => { late = true; child.kill("SIGKILL"); }, TIMEOUT);
    child.stdout.on("data", (chunk) => { out += chunk; process.stdout.write(chunk); });
    child.on("close", (code) => {
      clearTimeout(timer);
      const lines = out.split("\n").filter((line) => TALLY.test(line));
      const tally = lines.length > 0 ? TALLY.exec(lines.at(-1)) : undefined;
      if (late) console.log(`not done after ${TIMEOUT / 1000} s`);
      if (!tally) { done({ passed: 0, failed: 1 }); return; }
      const [passed, failed] = [Number(tally[1]), Number(tally[2])];
      done({ passed, failed: failed === 0 && (code !== 0 || late) ? 1 : failed });
    });
  });
}
