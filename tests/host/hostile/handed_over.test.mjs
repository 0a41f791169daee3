// What a program hands over must not keep the host for ever. Awaited: only what Python can await
// has a `then`, and what a run gives that can be awaited is awaited inside of the run's limits. Copied: an
// iterable is read in one call.
import assert from "node:assert/strict";
import test from "node:test";
import { AbortError, FuelError, TimeoutError } from "../../../dist/index.js";
import { isOneOf, open } from "./attack.mjs";

/** Objects that look as if they were promises. */
const NO_PROMISES = {
  "a method": "class T:\n    def then(self, *a): pass\nT()",
  "a method that fails": "class T:\n    then = lambda *a: 1 / 0\nT()",
  "a property": "class T:\n    @property\n    def then(self):\n        while True: pass\nT()",
  "__getattr__": "class T:\n    def __getattr__(self, n):\n        while True: pass\nT()",
  "__getattribute__": "class T:\n    def __getattribute__(self, n):\n        while True: pass\nT()",
  "a class": "class T:\n    @staticmethod\n    def then(*a): pass\nT",
  "a metaclass": "class M(type):\n    def then(self, *a): pass\nclass T(metaclass=M): pass\nT",
  "a module": "import sys\nsys.then = print\nsys",
  "a function": "def f(): pass\nf.then = print\nf",
};
test("objects with an attribute `then` are no promises", async () => {
  const py = await open({ modules: { h: { same: async (x) => x } } });
  for (const [name, source] of Object.entries(NO_PROMISES)) {
    const value = await py.runAsync(source);
    assert.equal(value.then, undefined, name);
    assert.ok(!("then" in value), name);
    assert.equal(await Promise.resolve(value), value, name);
    assert.equal((await py.start(source).run()).then, undefined, name);
    // Through a function of the host.
    py.run(source.replace(/\n(.*)$/, "\nobject_ = $1"));
    assert.equal(await py.runAsync("import h\nh.same(object_) is object_"), true, name);
    value.dispose();
  }
  const [, method] = py.run(`${NO_PROMISES["a method"]}\n(1, T().then)`);
  assert.equal(typeof method, "function");
  assert.equal(typeof py.run("T()").getAttr("then"), "function");
});

/** What is awaited without end. */
const ENDLESS = {
  "a loop": "async def f():\n    while True: pass\nf()",
  "a sleep": "import asyncio\nasync def f(): await asyncio.sleep(1000)\nf()",
  "a loop in __await__": "class A:\n    def __await__(self):\n        while True: pass\nA()",
  "an iterator without end":
    "class A:\n    def __await__(self):\n        while True: yield\nA()",
  "a result that can be awaited, again and again": "async def f(): return f()\nf()",
};
for (const [name, source] of Object.entries(ENDLESS)) {
  test(`results that are awaited without end: ${name}`, async () => {
    const py = await open();
    await assert.rejects(py.runAsync(source, { timeoutMs: 50 }), TimeoutError);
    await assert.rejects(py.start(source).run({ timeoutMs: 50 }), TimeoutError);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 20);
    await assert.rejects(py.runAsync(source, { signal: stop.signal }), AbortError);
    const task = py.start(source);
    setTimeout(() => task.interrupt(), 20);
    await assert.rejects(task.run(), { type: "KeyboardInterrupt" });
    assert.equal(py.run("1 + 2"), 3);
  });
}
/** What is iterated without end, or nearly. */
const LONG = {
  iterable: "class I:\n    def __iter__(self):\n        while True: yield 1\nI()",
  "sequence of __getitem__": "class I:\n    def __len__(self): return 2 ** 60\n    def __getitem__(self, i): return i\nI()",
  generator: "def g():\n    while True: yield 1\ng()",
  range: "range(10 ** 12)",
  map: "import itertools\nmap(abs, itertools.count())",
};
test("copies of what has no end meet the limits of calls, or of the heap", async () => {
  const limited = await open({ callLimits: { fuel: 100_000, timeoutMs: 1000 } });
  const free = await open();
  for (const [name, source] of Object.entries(LONG)) {
    for (const copy of [(value) => value.toJs(), JSON.stringify]) {
      const ends = (e) => isOneOf(e, FuelError, TimeoutError, "MemoryError", "OverflowError");
      assert.throws(() => copy(limited.run(source)), ends, name);
      assert.throws(() => copy(free.run(source)), ends, name);
    }
    assert.equal(limited.run("1 + 2") + free.run("1 + 2"), 6);
  }
  // A container's own iteration does not count.
  const source = "class L(list):\n    def __iter__(self):\n        while True: yield 1\nL([1, [2]])";
  assert.deepEqual(free.run(source).toJs(), [1, [2]]);
});
test("the fuel of a run is that of its result, too; the next run goes on", async () => {
  const py = await open();
  const source = "async def f():\n    for i in range(10_000): pass\n    return i\nf()";
  const task = py.start(source);
  await assert.rejects(task.run({ fuel: 1000 }), (e) => e instanceof FuelError && e.task === task);
  await assert.rejects(task.run({ fuel: 1000 }), FuelError);
  assert.equal(await task.run(), 9999);
  assert.equal(await task.run(), 9999);
  assert.equal(await task.result, 9999);
  await assert.rejects(py.runAsync(source.replace("pass", "1 / 0")), { type: "ZeroDivisionError" });
});
test("a task that has been given up awaits nothing", async () => {
  const py = await open();
  const task = py.start(ENDLESS["a loop"]);
  setTimeout(() => task.abandon(), 20);
  await assert.rejects(task.run(), { name: "DisposedError" });
  const other = py.start(ENDLESS["a loop"]);
  setTimeout(() => py.dispose(), 20);
  await assert.rejects(other.run(), { name: "DisposedError" });
});
