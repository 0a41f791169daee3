// Options of load() whose functions throw or give nonsense: an error that says so, and an instance
// that goes on.
import assert from "node:assert/strict";
import test from "node:test";
import { KraitError, WaitError } from "../../../dist/index.js";
import { open } from "./attack.mjs";

const trap = () => { throw new Error("trap"); };
const BROKEN = {
  stdout: [trap, () => Promise.reject(new Error("sink")), () => 5],
  stdin: [trap, () => 5, () => ({}), () => Promise.reject(new Error("source"))],
  shouldInterrupt: [() => ({})],
  random: [trap, () => 5],
  clock: [{ now: () => 1, ticks: trap }, { now: () => "x", ticks: () => NaN },
    { now: () => 1e300, ticks: () => -Infinity },
    { now: () => 1n, ticks: () => ({}) },
    { now: () => 1, ticks: () => performance.now(), zoneOffset: () => "west" }],
  files: [{ open: () => ({}), stat: () => ({}) }, { open: () => 5, stat: () => "x", list: () => 7 },
    { open: () => ({ read: () => 1e9, write: () => -1e9, close: trap, seek: () => NaN }),
      stat: () => ({ mode: "x" }), list: () => [null], remove: trap }],
};
const USES = ["input()", "time.time()", "time.ticks_ms()", "time.sleep(0.001)", "time.localtime()",
  "os.listdir()", "random.random()", "random.seed()",
  "os.urandom(8)", "open('a').read()", "open('a', 'w').write('x')", "os.stat('a')",
  "os.remove('a')", "__import__('nothing')", "print('x')",
  "sys.stdout.flush()"];

for (const [option, values] of Object.entries(BROKEN)) {
  values.forEach((value, i) => test(`${option} that does not work, ${i}`, async () => {
    for (const use of USES) {
      let py;
      try {
        py = await open({ [option]: value });
      } catch (error) {
        assert.ok(error instanceof KraitError, `${use}: ${error.stack}`);
        continue;
      }
      const source = `import os, random, sys, time\n${use}\nfor i in range(1000): pass`;
      for (const run of [() => py.run(source), () => py.runAsync(source, { timeoutMs: 2000 })]) {
        try {
          await run();
        } catch (error) {
          // A callback's own error comes out as it is, or as the cause of an OSError.
          assert.ok(!/core has failed/.test(error.message), `${use}: ${error.stack}`);
          if (error instanceof WaitError) error.task.abandon();
        }
      }
      if (option !== "shouldInterrupt") assert.equal(py.run("1 + 2"), 3, use);
      py.dispose();
    }
  }));
}
