// Several tasks of one instance: taking turns, being paused, interrupted, given up; calls from
// inside their turns.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const { loadSync, DisposedError, FuelError, KraitError, WaitError } =
  await import("../../dist/index.js");
const module =
  new WebAssembly.Module(readFileSync(new URL("../../dist/krait.wasm", import.meta.url)));

function open(options = {}) {
  const out = { text: "" };
  const python = loadSync(module, { stdout: (text) => { out.text += text; }, ...options });
  return { python, out };
}
const until =
  async (condition) => { while (!condition()) await new Promise((done) => { setTimeout(done, 1); });
  };

test("tasks take turns wherever they stand", () => {
  const { python } = open();
  // Recursion, a generator, a handler that is being run, a with block: each in the middle of
  // something.
  const source = (n) => `
def deep(d):
    local = [d, ${n}]
    if d == 0:
        for i in range(20): local.append(i)
        return ${n}
    result = deep(d - 1)
    assert local == [d, ${n}], local
    return result
def count(n):
    for i in range(n): yield i * ${n}
class Manager:
    def __enter__(self): return ${n}
    def __exit__(self, *a): return True
total = 0
for i in count(10):
    try:
        if i % 2: raise ValueError(i)
        total += i
    except ValueError as e:
        with Manager() as m: total += e.args[0] + m * 0 + deep(20 + ${n}) - ${n}
        with Manager(): 1 / 0
total`;
  const tasks = Array.from({ length: 40 }, (_, n) => python.start(source(n), { globals: {} }));
  let fuel = 1, rounds = 0;
  while (tasks.some((task) => task.status !== "done")) {
    for (const task of tasks) task.step({ fuel: 1 + (fuel = (fuel * 31 + 7) % 97) });
    if (++rounds % 10 === 0) python.run("import gc; gc.collect()");
  }
  assert.deepEqual(tasks.map((task) => task.result), tasks.map((_, n) => 45 * n));
  assert.ok(rounds > 10);
});

test("the same program uses the same fuel, however it is cut", () => {
  const source = `
class Key:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return self.n < other.n
    def __hash__(self): return self.n % 7
    def __eq__(self, other): return self.n == other.n
keys = [Key(i * 7919 % 100) for i in range(100)]
def walk(n): return n if n < 2 else walk(n - 1) + walk(n - 2)
repr((len(set(keys)), sorted(keys)[3].n, walk(12), 3 ** 2000 % 1000, "x".join(map(str, range(50))).count("x")))`;
  const used = (fuel) => {
    const { python } = open();
    const task = python.start(source);
    let steps = 0;
    while (task.step({ fuel }).status !== "done") steps++;
    assert.equal(task.result, "(100, 3, 144, 1, 49)");
    return { fuel: task.fuelUsed, steps };
  };
  const whole = used(2n ** 60n);
  assert.equal(whole.steps, 0);
  for (const fuel of [1, 2, 7, 100, 500]) {
    const cut = used(fuel);
    assert.equal(cut.fuel, whole.fuel);
    assert.ok(cut.steps > 0);
  }
});

test("a thousand unfinished tasks", () => {
  const { python } = open({ heapLimit: 32 << 20 });
  const tasks = Array.from({ length: 1000 }, (_, n) =>
    python.start(`def f(d, n):\n    if d: return f(d - 1, n)\n    while True: n += 1\nf(5, ${n})`,
      { globals: {} }));
  for (let round = 0; round < 3; round++)
    for (const task of tasks) assert.equal(task.step({ fuel: 50 }).status, "out-of-fuel");
  for (const task of tasks) task.abandon();
  const before = python.memory.heapUsed;
  for (let n = 0; n < 1000; n++) {
    const task = python.start("while True: pass", { globals: {} });
    task.step({ fuel: 10 });
    task.abandon();
  }
  python.run("import gc; gc.collect()");
  assert.ok(python.memory.heapUsed <= before, `${python.memory.heapUsed} after ${before}`);
  assert.equal(python.run("6 * 7"), 42);
});

test("runs of several tasks go on at once", async () => {
  const { python, out } =
    open({ stdin: () => new Promise((done) => { setTimeout(done, 20, "Ada\n"); }) });
  const sources = [
    "import time\nfor i in range(5):\n    print('a', end='')\n    time.sleep(0.01)\n'slept'",
    "n = 0\nwhile n < 300000: n += 1\nn",
    "'Hi ' + input()",
  ];
  const results =
    await Promise.all(sources.map((source) => python.start(source, { globals: {} }).run()));
  assert.deepEqual(results, ["slept", 300000, "Hi Ada"]);
  assert.equal(out.text, "aaaaa");
});

test("a run is shared by those who ask for it", async () => {
  const { python } = open();
  const task = python.start("import time\ntime.sleep(0.01)\n7");
  const first = task.run();
  assert.equal(task.run(), first);
  assert.equal(await first, 7);
  assert.equal(await task.run(), 7);
  assert.deepEqual(task.step(), { status: "done" });
  assert.equal(task.ended, true);
});

test("interrupts reach a program wherever it is", async () => {
  const { python } = open({ stdin: () => new Promise(() => {}) });
  const waits = ["import time\ntime.sleep(100)", "input()", "import sys\nsys.stdin.readline()",
    "while True: pass"];
  for (const wait of waits) {
    const source =
      wait.replace(/(.*)$/, "try:\n    $1\nexcept KeyboardInterrupt:\n    r = 'caught'\nr");
    const task = python.start(source, { globals: {} });
    setTimeout(() => task.interrupt(), 5);
    assert.equal(await task.run(), "caught", wait);
    const other = python.start(wait, { globals: {} });
    setTimeout(() => python.interrupt(), 5);
    await assert.rejects(other.run(), (error) => {
      assert.equal(error.type, "KeyboardInterrupt");
      assert.equal(error.traceback[0].line, wait.split("\n").length);
      return true;
    });
    assert.equal(other.status, "raised");
  }
  // Before it begins, between two steps, and one that stands aside.
  const task = python.start("try:\n    while True: pass\nexcept KeyboardInterrupt: r = 1\nr",
    { globals: {} });
  task.step({ fuel: 100 });
  const idle = python.start("5", { globals: {} });
  task.interrupt();
  assert.equal(idle.step().status, "done");
  assert.equal(task.step().status, "done");
  assert.equal(task.result, 1);
});

test("a run can be held", async () => {
  const { python, out } = open();
  const task = python.start("n = 0\nwhile True:\n    n += 1\n    if n % 1000 == 0: print(n)");
  const run = task.run();
  const ended = assert.rejects(run, DisposedError);
  await until(() => out.text !== "");
  task.pause();
  await new Promise((done) => { setTimeout(done, 30); });
  assert.equal(task.status, "paused");
  const { text } = out;
  await new Promise((done) => { setTimeout(done, 30); });
  assert.equal(out.text, text);
  task.resume();
  await until(() => out.text !== text);
  task.abandon();
  assert.equal(task.status, "stopped");
  await ended;
  assert.throws(() => task.step(), DisposedError);
  // Held before it waits: its time passes, but it does not go on.
  const sleeper = python.start("import time\ntime.sleep(0.005)\n3");
  const slept = sleeper.run();
  sleeper.pause();
  await new Promise((done) => { setTimeout(done, 30); });
  assert.equal(sleeper.ended, false);
  sleeper.resume();
  assert.equal(await slept, 3);
});

test("waits are seen by who steps", async () => {
  const { python } = open({ stdin: () => new Promise((done) => { setTimeout(done, 10, "x\n"); }) });
  const task = python.start("import time\ntime.sleep(0.02)\ninput()");
  const step = task.step();
  assert.equal(step.status, "waiting");
  assert.equal(step.waitsFor, "time");
  assert.ok(step.waitMs > 0 && step.waitMs <= 20);
  assert.equal(task.step().waitsFor, "time");
  await task.wait();
  assert.deepEqual(task.step(), { status: "waiting", waitsFor: "input" });
  await task.wait();
  assert.equal(task.step().status, "done");
  assert.equal(task.result, "x");
});

test("what a program calls may run programs", () => {
  const seen = [];
  let python;
  const tell = (text) => {
    if (text.startsWith("run ")) seen.push(python.run(text.slice(4)));
    else if (text.startsWith("step")) seen.push(other.step({ fuel: 100 }).status);
    else if (text.startsWith("self")) assert.throws(() => task.step(), KraitError);
    else if (text.startsWith("fuel")) {
      try { python.run("while True: pass", { fuel: 100 }); } catch (error) {
        seen.push(error.name, error.task.status);
      }
    } else if (text.startsWith("deep ")) {
      const n = Number(text.slice(5));
      if (n > 0) python.run(`import host\nhost.tell('deep ${n - 1}')`, { globals: {} });
    }
  };
  ({ python } = open({ modules: { host: { tell } } }));
  const other =
    python.start("def f(n):\n    return f(n - 1) if n else 8\nfor i in range(100): f(50)\nf(3)",
      { globals: {} });
  const task = python.start(`
import host
def tell(text):
    a = [1, 2, 3]
    host.tell(text)
    return a
def f(n):
    if n: return f(n - 1)
    tell("run repr([x * 2 for x in range(3)])")
    for i in range(3): tell("step")
    tell("self")
    tell("fuel")
    tell("deep 20")
    return tell("run 1 + 1")
repr(f(30))`, { globals: {} });
  task.step();
  assert.equal(task.result, "[1, 2, 3]");
  assert.deepEqual(seen, ["[0, 2, 4]", "out-of-fuel", "out-of-fuel", "out-of-fuel", "FuelError",
    "out-of-fuel", 2]);
  assert.equal(other.step().status, "done");
  assert.equal(other.result, 8);
});

test("too deep calls through the host are an exception", () => {
  let deepest = 0;
  const source = (n) => `import host\nhost.again(${n})`;
  const errors = [];
  const again = (n) => {
    deepest = n;
    try { python.run(source(n + 1), { globals: {} }); } catch (error) {
      errors.push(error);
      throw error;
    }
  };
  const { python } = open({ modules: { host: { again } } });
  assert.throws(() => python.run(source(1)), KraitError);
  assert.ok(deepest >= 20 && deepest < 1000, `${deepest} deep`);
  assert.ok(errors.length > 0 && errors.every((error) => error instanceof KraitError),
    errors[0]?.stack);
  assert.equal(python.run("1 + 1"), 2);
});

test("a program can be given up, and its instance disposed of, from inside", async () => {
  for (const how of ["abandon", "dispose"]) {
    let task;
    const { python } =
      { python: loadSync(module,
        { stdout: () => { how === "abandon" ? task.abandon() : python.dispose(); } }) };
    const source =
      "import sys\ntry:\n    print('x')\n    sys.stdout.flush()\n    n = 0\n    while True: n += 1\nfinally:\n    print('never')";
    task = python.start(source);
    await assert.rejects(task.run(), DisposedError);
    assert.equal(task.status, "stopped");
    if (how === "dispose") assert.throws(() => python.run("1"), DisposedError);
    else assert.equal(python.run("1 + 1"), 2);
  }
  // From the outside, while it waits.
  const { python } = open();
  const waiting = python.runAsync("import time\ntime.sleep(100)");
  const rejected = assert.rejects(waiting, DisposedError);
  await new Promise((done) => { setTimeout(done, 5); });
  python.dispose();
  await rejected;
});

test("calls by built-in functions overdraw the fuel, and are ended at last", () => {
  const { python } = open();
  const task = python.start(`
class Key:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return self.n < other.n
keys = sorted([Key(i * i * i * 7 % 1009) for i in range(1000)])
same = keys == sorted(keys, key=lambda k: k.n)
for i in range(1000): pass
same`);
  let steps = 0, most = 0n, before = 0n;
  while (task.step({ fuel: 100 }).status !== "done") {
    steps++;
    if (task.fuelUsed - before > most) most = task.fuelUsed - before;
    before = task.fuelUsed;
  }
  assert.equal(task.result, true);
  assert.ok(most > 1000n, "one step sorted");
  assert.ok(BigInt(steps) >= task.fuelUsed / 100n - 2n, "which later steps paid for");
  const endless = python.start(`
class Endless:
    def __eq__(self, other):
        while True:
            try:
                while True: pass
            except BaseException: pass
Endless() in [1]`);
  assert.throws(() => endless.step({ fuel: 100 }),
    (error) => error instanceof FuelError && error.task === undefined);
  assert.equal(endless.status, "stopped");
  assert.equal(python.run("1 + 1"), 2);
});

test("a heap that is full does not keep tasks from taking turns", () => {
  const { python } = open({ heapLimit: 2 << 20 });
  const deep = "def f(n):\n    if n: return f(n - 1)\n    while True: pass\nf(2000)";
  const first = python.start(deep, { globals: {} });
  first.step({ fuel: 5000 });
  assert.throws(() => python.run("x = []\nwhile True: x.append([])", { globals: {} }),
    { type: "MemoryError" });
  for (let i = 0; i < 20; i++) {
    const task = python.start(deep, { globals: {} });
    assert.equal(task.step({ fuel: 5000 }).status, "out-of-fuel");
    assert.equal(first.step({ fuel: 100 }).status, "out-of-fuel");
    task.abandon();
  }
  assert.equal(python.run("1 + 1"), 2);
});

test("what only comes by the event loop is refused by run, and can be gone on with", async () => {
  const { python } = open({ stdin: () => Promise.resolve("Ada\n") });
  let task;
  assert.throws(() => python.run("'Hi ' + input()"),
    (error) => error instanceof WaitError && (task = error.task) !== undefined);
  assert.equal(await task.run(), "Hi Ada");
});

test("a namespace of one's own", () => {
  const { python } = open();
  const globals = { none: null, yes: true, int: 2 ** 53 - 1, big: 2n ** 70n, negative: -5n,
    float: 0.5, zero: -0, text: "é", gone: undefined };
  assert.equal(python.run("repr((none, yes, int, big, negative, float, zero, text, __name__))",
    { globals }),
    "(None, True, 9007199254740991, 1180591620717411303424, -5, 0.5, -0.0, 'é', '__main__')");
  python.run("x = 1");
  assert.throws(() => python.run("x", { globals: {} }), { type: "NameError" });
  assert.equal(python.run("text", { globals }), "é");
  assert.throws(() => python.run("text"), { type: "NameError" });
  assert.throws(() => python.run("1", { globals: 5 }), { option: "globals" });
});
