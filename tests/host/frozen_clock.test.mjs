// Hosts whose clock stands still while code runs (Cloudflare's workers): a run gives the event loop its turns nevertheless.
// In a process of its own, as a failure would be a loop that nothing ends.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";

const PROGRAM = `
import assert from "node:assert/strict";
import { load } from "krait";
const now = performance.now();
performance.now = () => now;
const python = await load();
let turns = 0;
const turn = () => {
  turns++;
  if (turns === 5) python.interrupt(); else setImmediate(turn);
};
setImmediate(turn);
await assert.rejects(python.runAsync("n = 0\\nwhile True: n += 1"), { type: "KeyboardInterrupt" });
assert.equal(turns, 5);
await assert.rejects(python.runAsync("while True: pass", { fuel: 12_000_000 }), { name: "FuelError" });
assert.equal(python.fuelUsed > 12_000_000n, true);
`;

test("a loop is interrupted where the clock stands still", () => {
  const run = spawnSync(process.execPath, ["--input-type=module", "-e", PROGRAM],
    { cwd: new URL("../..", import.meta.url), encoding: "utf8", timeout: 30_000, killSignal: "SIGKILL" });
  assert.equal(run.signal, null, "it goes on without end");
  assert.equal(run.status, 0, run.stderr);
});
