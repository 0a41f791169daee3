// What goes on for ever in built-in functions ends with the run's time, and with its fuel.
import assert from "node:assert/strict";
import test from "node:test";
import { FuelError, TimeoutError } from "../../../dist/index.js";
import { attack, isOneOf, open, programs } from "./attack.mjs";

for (const [what, names, options, error] of [
  ["by time", ["programs_endless.txt", "programs_one_native.txt"], { timeoutMs: 40 }, TimeoutError],
  ["by fuel", ["programs_endless.txt"], { fuel: 100_000 }, FuelError],
]) {
  test(`endless work of built-in functions is ended ${what}, and in time`, async () => {
    const py = await open();
    for (const source of names.flatMap(programs)) {
      const began = process.cpuUsage();
      const thrown = await attack(py, source, options);
      assert.ok(isOneOf(thrown, error, "MemoryError"), `${thrown}: ${source}`);
      // Of the process, not of the clock: how busy the machine is does not count.
      const ms = process.cpuUsage(began).user / 1000;
      assert.ok(ms < 5000, `${ms} ms: ${source}`);
    }
  });
}
test("a built-in function that goes on by itself ends with its fuel, too", async () => {
  const py = await open();
  assert.ok(isOneOf(await attack(py, "sum(range(10 ** 15))", { fuel: 1000 }), FuelError));
});
test("and by what interrupts programs: shouldInterrupt, a signal", async () => {
  let asked = false;
  const py = await open({ shouldInterrupt: () => asked });
  for (const source of ["sum(iter(int, 1))", "max(iter(int, 1))",
      "sorted(range(1000), key=lambda x: sum(range(10 ** 9)))"]) {
    asked = true;
    await assert.rejects(py.runAsync(source, { globals: {}, timeoutMs: 10_000 }),
      { type: "KeyboardInterrupt" }, source);
    asked = false;
    const error = await attack(py, source, { signal: AbortSignal.timeout(20), timeoutMs: 100 });
    assert.ok(error?.name === "AbortError" || error instanceof TimeoutError, `${error}`);
  }
});
