// What goes on while a program waits: shouldInterrupt, interrupts in every kind of wait, callbacks,
// aborts, and host functions that answer late, never, or after nobody asks any more.
import assert from "node:assert/strict";
import test from "node:test";
import { AbortError, DisposedError, load } from "../../dist/index.js";

const later = (ms, value) => new Promise((done) => { setTimeout(() => done(value), ms); });
const never = () => new Promise(() => {});
const collect = async (options = {}) => {
  const out = { text: "", errors: "" };
  const py =
    await load({ stdout: (t) => { out.text += t; }, stderr: (t) => { out.errors += t; },
      ...options });
  return { py, out };
};

/** Programs that wait for ever, by what they wait for; each prints what it caught. */
const WAITS = {
  sleep: ["import time", "time.sleep(1000)"],
  input: ["", "input()"],
  "sys.stdin": ["import sys", "sys.stdin.read()"],
  "a host function": ["import host", "host.never()"],
  "select.poll of a time": ["import select", "select.poll().poll(1000000)"],
  "select.poll of stdin": [
    "import select, sys\np = select.poll()\np.register(sys.stdin, select.POLLIN)", "p.poll()"],
  "select.select": ["import select, sys", "select.select([sys.stdin], [], [])"],
  "asyncio.run": ["import asyncio", "asyncio.run(asyncio.sleep(1000))"],
  "an event of asyncio": ["import asyncio", "asyncio.run(asyncio.Event().wait())"],
  "a task of asyncio": [
    "import asyncio\nasync def main():\n    await asyncio.gather(asyncio.sleep(1000), asyncio.sleep(2000))", "asyncio.run(main())"],
  "a stream of asyncio": ["import asyncio, sys",
    "asyncio.run(asyncio.StreamReader(sys.stdin).read(1))"],
  "a promise in asyncio": ["import asyncio, host\nasync def main():\n    await host.promise",
    "asyncio.run(main())"],
  "await of a time": ["import asyncio", "await asyncio.sleep(1000)"],
  "await of a promise": ["import host", "await host.promise"],
  "await of a task": ["import asyncio", "await asyncio.create_task(asyncio.sleep(1000))"],
  "a loop": ["", "while True: pass"],
  "a loop of prints": ["", "while True: print(end='')"],
};
/** A world in which every wait lasts for ever. `inside(f, ms)` calls f so long after the program that
 *  is started next has entered its `try`, however slow it is on its way there. */
function hanging() {
  let begun;
  const entered = () => { begun?.(); };
  return {
    inside(f, ms = 5) { begun = () => { begun = undefined; setTimeout(f, ms); }; },
    options: { stdin: never, modules: { host: { never, entered, promise: { then() {} } } } },
  };
}
const catching = ([before, wait]) => `${before}
import host
try:
    host.entered()
    ${wait}
except KeyboardInterrupt:
    r = "caught"
finally:
    print("finally", end="")
r`;

for (const [name, code] of Object.entries(WAITS)) {
  test(`${name}: interrupted by interrupt(), shouldInterrupt, a signal and a timeout; given up`, async () => {
    const source = catching(code);
    const { inside, options } = hanging();
    const { py, out } = await collect(options);
    // Before it begins, in the middle, and twice.
    const early = py.start(`for i in range(2): pass\n${source}`,
      { topLevelAwait: true, globals: {} });
    early.interrupt();
    await assert.rejects(early.run(), { type: "KeyboardInterrupt" });
    const task = py.start(source, { topLevelAwait: true, globals: {} });
    inside(() => task.interrupt());
    assert.equal(await task.run(), "caught");
    const uncaught = py.runAsync(code.join("\n"), { globals: {} });
    setTimeout(() => py.interrupt(), 5);
    await assert.rejects(uncaught, { type: "KeyboardInterrupt" });
    assert.equal(out.text, "finally");
    // By steps: what waits is interrupted without waiting on.
    const stepped = py.start(source, { topLevelAwait: true, globals: {} });
    let { status } = stepped.step({ fuel: 5000 });
    assert.ok(status === "waiting" || status === "out-of-fuel", status);
    stepped.interrupt();
    while (!stepped.ended) ({ status } = stepped.step({ fuel: 5000 }));
    assert.equal(stepped.result, "caught");

    const controller = new AbortController();
    inside(() => controller.abort("enough"));
    await assert.rejects(py.runAsync(source, { globals: {}, signal: controller.signal }),
      (e) => e instanceof AbortError && e.reason === "enough");
    await assert.rejects(py.runAsync(code.join("\n"), { globals: {}, timeoutMs: 5 }),
      { name: "TimeoutError" });

    const given = py.start(source, { topLevelAwait: true, globals: {} });
    inside(() => given.abandon());
    const run = given.run();
    await assert.rejects(run, DisposedError);
    assert.equal(out.text, "finally".repeat(3));

    let armed = false, asked = 0;
    const asking = hanging();
    asking.inside(() => { armed = true; }, 0);
    const polled =
      await collect({ ...asking.options, shouldInterrupt: () => armed && ++asked === 3 });
    assert.equal(await polled.py.runAsync(source, { globals: {} }), "caught");
    const leaving = hanging();
    const { py: gone } = await collect(leaving.options);
    leaving.inside(() => gone.dispose());
    await assert.rejects(gone.runAsync(source, { globals: {} }), DisposedError);
    for (const each of [py, polled.py]) assert.equal(each.run("1 + 1"), 2);
  });
}

test("a shouldInterrupt that throws ends the program that waits with its error", async () => {
  const refusal = new Error("refused");
  let armed = false;
  const { py } =
    await collect({ shouldInterrupt: () => { if (armed) throw refusal; return false; } });
  const run = py.runAsync("import time\ntime.sleep(1000)");
  armed = true;
  await assert.rejects(run, (e) => e === refusal);
  armed = false;
  assert.equal(py.run("1 + 1"), 2);
});

test("answers that come after the program was interrupted, aborted or given up are dropped", async () => {
  const asked = [];
  const { py } =
    await collect(
      { modules: { host: { ask: () =>
        new Promise((done, failed) => { asked.push({ done, failed }); }) } } });
  const unhandled = [];
  const note = (error) => unhandled.push(error);
  process.on("unhandledRejection", note);
  for (const answer of ["done", "failed"]) {
    for (const end of ["interrupt", "abandon"]) {
      const task = py.start("import host\nhost.ask()");
      const run = assert.rejects(task.run());
      while (asked.length === 0) await later(1);
      task[end]();
      await run;
      asked.shift()[answer](new Error("too late"));
    }
    const controller = new AbortController();
    const aborted =
      assert.rejects(py.runAsync("import host\nhost.ask()", { signal: controller.signal }),
        AbortError);
    while (asked.length === 0) await later(1);
    controller.abort();
    await aborted;
    asked.shift()[answer](new Error("too late"));
  }
  await later(5);
  process.off("unhandledRejection", note);
  assert.deepEqual(unhandled, []);
  const last = py.runAsync("host.ask()");
  await later(1);
  asked.shift().done("in time");
  assert.equal(await last, "in time");
  // Nothing is owed any more: a snapshot could not be taken otherwise.
  assert.ok(py.snapshot().length > 0);
});

test("an AbortSignal that is aborted already: nothing of the program runs", async () => {
  const { py, out } = await collect();
  const options = { signal: AbortSignal.abort(new RangeError("no")) };
  const source = "print('ran')\nwhile True: pass";
  assert.throws(() => py.run(source, options),
    (e) => e instanceof AbortError && e.cause instanceof RangeError);
  await assert.rejects(py.runAsync(source, options), AbortError);
  const task = py.start(source);
  assert.throws(() => task.step(options), AbortError);
  assert.equal(out.text, "");
  assert.equal(py.run("1 + 1"), 2);
});

test("callbacks run while a program sleeps, and when it has ended", async () => {
  const { py, out } = await collect();
  // Scheduled just before the wait.
  const source =
    "import micropython, time\nmicropython.schedule(print, 'before the sleep')\ntime.sleep(0.01)\nprint('slept')";
  await py.runAsync(source);
  py.run(source);
  assert.equal(out.text, "before the sleep\nslept\n".repeat(2));
  // As the last thing that a program does.
  out.text = "";
  py.run("micropython.schedule(print, 'at the end')");
  assert.equal(out.text, "at the end\n");
  await assert
    .rejects(py
    .runAsync(
      "micropython.schedule(print, 'after an error')\nmicropython.schedule(print, 'twice')\n1 / 0"),
    { type: "ZeroDivisionError" });
  assert.equal(out.text, "at the end\nafter an error\ntwice\n");
  // By JavaScript, while a program sleeps, and while none runs.
  out.text = "";
  const tell = py.run("def tell(x): micropython.schedule(print, x)\ntell");
  const sleeper = py.runAsync("time.sleep(0.03)\nprint('awake')");
  await later(5);
  tell("in the middle");
  assert.equal(out.text, "in the middle\n");
  await sleeper;
  tell("idle");
  assert.equal(out.text, "in the middle\nawake\nidle\n");
  // By another program.
  out.text = "";
  const second = py.runAsync("time.sleep(0.02)\nprint('second')");
  await py.runAsync("micropython.schedule(print, 'from the first')\n5");
  await second;
  assert.equal(out.text, "from the first\nsecond\n");
});

test("callbacks that fail are told of; those that are interrupted interrupt the program that waits", async () => {
  const { py, out } = await collect();
  assert.equal(await py
    .runAsync(
      "import micropython, time\nmicropython.schedule(lambda x: 1 / x, 0)\ntime.sleep(0.001)\n'ok'"), "ok");
  assert.match(out.errors, /ZeroDivisionError/);
  assert.equal(await py.runAsync(`
def stop(x): raise KeyboardInterrupt
micropython.schedule(stop, 0)
try:
    time.sleep(1000)
except KeyboardInterrupt:
    r = "interrupted"
r`), "interrupted");
  // One that schedules itself lets the program go on, and endless ones are ended with the run.
  assert.equal(await py
    .runAsync(
      "def again(x): micropython.schedule(again, x)\nagain(0)\ntime.sleep(0.005)\n'went on'"),
        "went on");
  py.run("def spin(x):\n  while True: pass");
  assert.throws(() => py.run("micropython.schedule(spin, 0)", { timeoutMs: 5 }),
    { name: "TimeoutError" });
  assert.throws(() => py.run("micropython.schedule(spin, 0)", { fuel: 1000 }),
    { name: "FuelError" });
  assert.equal(py.run("1 + 1"), 2);
});

test("dispose() runs nothing of Python: neither finalizers nor what sys.atexit was given; by hand they run", async () => {
  const program = `
import sys, gc
class Noisy:
    def __del__(self): print("finalized", end=" ")
noisy = Noisy()
sys.atexit(lambda: print("at exit", end=" "))
kept = open("notes.txt", "w")
kept.write("text")`;
  const silent = await collect();
  silent.py.run(program);
  silent.py.dispose();
  assert.equal(silent.out.text, "");
  const { py, out } = await collect();
  py.run(program);
  py.run("f = sys.atexit(None)\nif f: f()\nkept.close()\nnoisy = None\ngc.collect()");
  assert.equal(out.text, "at exit finalized ");
  assert.equal(new TextDecoder().decode(py.files.readFile("/notes.txt")), "text");
  py.dispose();
});

test("functions of functools' caches can wait, however they are called", async () => {
  const { py, out } = await collect();
  const task = py.start(`
import time
from functools import cache, lru_cache
def slow(x, *rest, k=0):
    time.sleep(0.001)
    return x + k
class C:
    m = lru_cache(slow)
    p = property(cache(lambda self: slow(5)))
    __call__ = cache(lambda self: slow(6))
@lru_cache(2)
class Made:
    def __init__(self):
        slow(7)
cached = cache(slow)
print(cached(1), cached(1, k=2), cached(*range(12)), C().p, C()(), type(Made()).__name__)
print(list(map(cached, [1, 2, 3])), sorted([3, 1], key=cached), cached.cache_info().misses)`);
  let waits = 0;
  for (let r = task.step(); r.status !== "done"; r = task.step()) {
    assert.equal(r.status, "waiting");
    waits++;
    await later(2);
  }
  assert.equal(out.text, "1 3 0 5 6 Made\n[1, 2, 3] [1, 3] 5\n");
  assert.ok(waits >= 8, `waited ${waits} times`);
});
