// What catches everything, and what refuses to close, is stopped all the same.
import assert from "node:assert/strict";
import test from "node:test";
import { FuelError, PythonError, TimeoutError } from "../../../dist/index.js";
import { attack, open, programs } from "./attack.mjs";

const sources = programs("programs_stubborn.txt");
for (const [what, options] of [["time", { timeoutMs: 20 }],
    ["fuel", { fuel: 200_000, timeoutMs: 2000 }]]) {
  test(`programs that catch everything end with their ${what}`, async () => {
    await Promise.all(sources.map(async (source) => {
      const py = await open();
      const error = await attack(py, source, options);
      assert.ok(error instanceof TimeoutError || error instanceof FuelError
        || error instanceof PythonError, `${error}: ${source}`);
      py.dispose();
    }));
  });
}

test("and by steps, interrupted in the middle, when they are given up", async () => {
  for (const source of sources) {
    const py = await open();
    const task = py.start(source, { globals: {} });
    try {
      for (let i = 0; i < 3 && !task.ended; i++) {
        task.step({ fuel: 20_000, timeoutMs: 20 });
        task.interrupt();
      }
    } catch (error) {
      assert.ok(error instanceof TimeoutError || error instanceof FuelError
        || error instanceof PythonError, `${error}: ${source}`);
    }
    task.abandon();
    assert.equal(py.run("1 + 2"), 3, source);
    py.dispose();
  }
});
