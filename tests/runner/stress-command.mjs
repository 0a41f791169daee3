// Runs one file as `krait FILE` does, under the collector's stress (stress-hook.mjs): the engine of
// npm run test:stress. A process a file, so that one that hangs or traps harms no other. Time in
// which it should end: KRAIT_STRESS_TIMEOUT, ms.
import "./stress-hook.mjs";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const { default: engine } = await import("./krait-engine.mjs");
const path = resolve(process.argv[2]);
const stdin = readFileSync(0, "utf8");
// Programs that sleep must not see how slow they are: while they run the clock goes slowly.
let waited = 0;
const clock = {
  now: () => (Date.now() + waited) / 1000,
  ticks: () => waited + performance.now() / 1000,
  wait: (ms) => { waited += ms; },
};
const timeout = Number(process.env.KRAIT_STRESS_TIMEOUT ?? 60_000);
const result = await engine.run(path, { directory: process.cwd(), stdin, timeout, clock });
process.stdout.write(result.stdout);
process.stderr.write(result.stderr);
process.exitCode = result.code;
