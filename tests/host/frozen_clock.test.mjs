// Hosts whose clock stands still while code runs (Cloudflare's workers): a run gives the event loop its turns nevertheless.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "../../dist/index.js";

test("a loop is interrupted where the clock stands still", async () => {
  const now = performance.now();
  performance.now = () => now;
  try {
    const python = await load();
    let turns = 0;
    const turn = () => {
      turns++;
      if (turns === 5) python.interrupt(); else setImmediate(turn);
    };
    setImmediate(turn);
    await assert.rejects(python.runAsync("n = 0\nwhile True: n += 1"), { type: "KeyboardInterrupt" });
    assert.equal(turns, 5);
    await assert.rejects(python.runAsync("while True: pass", { fuel: 12_000_000 }), { name: "FuelError" });
    assert.equal(python.fuelUsed > 12_000_000n, true);
  } finally {
    delete performance.now;
  }
});
