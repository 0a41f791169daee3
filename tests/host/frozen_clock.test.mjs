// Hosts whose clock stands still while code runs (Cloudflare's workers): a run gives the event loop
// its turns nevertheless. In a process of its own, as a failure would be a loop that nothing ends.
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
    { cwd: new URL("../..", import.meta.url), encoding: "utf8", timeout: 30_000,
      killSignal: "SIGKILL" });
  assert.equal(run.signal, null, "it goes on without end");
  assert.equal(run.status, 0, run.stderr);
});

const WAITS = `
import assert from "node:assert/strict";
import { load } from "krait";
for (const wait of [undefined, () => {}]) {
  const clock = { now: () => 5, ticks: () => 7, ...(wait && { wait }) };
  const python = await load({ clock });
  assert.equal(python.run("import time\\\\nt = time.ticks_ms()\\\\ntime.sleep(0.05)\\\\ntime.ticks_ms() - t >= 50 or time.ticks_ms() == t"), true);
  // In a call that a built-in function makes nothing can be suspended.
  assert.equal(python.run("sorted([2, 1], key=lambda x: time.sleep(0.02) or x)[0]"), 1);
  assert.equal(await python.runAsync("time.sleep(0.02)\\\\n3"), 3);
}
`;
test("waits end by a clock that stands still", () => {
  const run =
    spawnSync(process.execPath, ["--input-type=module", "-e", WAITS.replaceAll("\\\\n", "\\n")],
    { cwd: new URL("../..", import.meta.url), encoding: "utf8", timeout: 30_000,
      killSignal: "SIGKILL" });
  assert.equal(run.signal, null, "it waits without end");
  assert.equal(run.status, 0, run.stderr);
});
