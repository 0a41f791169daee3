// The bounds of a run: grace after a timeout, fuel that is given again, signals, `using`; two
// instances and one host.
import assert from "node:assert/strict";
import test from "node:test";
import ts from "typescript";
import * as krait from "../../dist/index.js";

const { AbortError, DisposedError, FuelError, TimeoutError, load } = krait;
const open = async (options = {}) => {
  const out = { text: "" };
  return { out, py: await load({ stdout: (t) => { out.text += t; }, ...options }) };
};

test("a program that is out of time gets a KeyboardInterrupt, and time to clear up", async () => {
  const { py, out } = await open();
  const source =
    "import time\ntry:\n    while True: pass\nfinally:\n    time.sleep(0.02)\n    print('cleared up', end=' ')";
  assert.throws(() => py.run(source, { timeoutMs: 5 }),
    (e) => e instanceof TimeoutError && e.cause.type === "KeyboardInterrupt");
  await assert.rejects(py.runAsync(source, { timeoutMs: 5 }),
    (e) => e instanceof TimeoutError && /5 ms/.test(e.message));
  assert.equal(out.text, "cleared up cleared up ");
  // What it returns then is not a result.
  const caught = "try:\n    while True: pass\nexcept KeyboardInterrupt:\n    r = 'done'\nr";
  await assert.rejects(py.runAsync(caught, { timeoutMs: 5 }), TimeoutError);
  assert.throws(() => py.run(caught, { signal: AbortSignal.timeout(0), timeoutMs: 5 }),
    TimeoutError);
});

test("after the grace nothing of it runs any more: not finally, not except", async () => {
  const { py, out } = await open();
  const stubborn = [
    "while True:\n    try:\n        while True: pass\n    except BaseException: print('caught', end=' ')",
    "import time\ndef f():\n    try:\n        while True: pass\n    finally:\n        f()\nf()",
    "import time\nwhile True:\n    try:\n        time.sleep(1000)\n    except BaseException: print('caught', end=' ')",
    "class Key:\n    def __lt__(self, other):\n        while True:\n            try:\n                while True: pass\n            except BaseException: pass\nsorted([Key(), Key()])",
    "def g():\n    while True:\n        try: yield\n        except BaseException: pass\nfor x in g(): pass",
    "class D:\n    def __del__(self):\n        while True:\n            try:\n                while True: pass\n            except BaseException: pass\nimport gc\nd = D()\nd = None\ngc.collect()\nwhile True: pass",
  ];
  for (const source of stubborn) {
    for (const run of [(o) => py.run(source, o), (o) => py.runAsync(source, o)]) {
      let error;
      try { await run({ timeoutMs: 5 }); } catch (e) { error = e; }
      assert.ok(error instanceof TimeoutError || error instanceof FuelError, `${source}: ${error}`);
      const { text } = out;
      assert.equal(py.run("1 + 1"), 2, source);
      assert.equal(out.text, text);
    }
  }
  // An interrupt alone is the program's to catch; a second one, too. abandon() is not.
  const task = py.start(stubborn[0]);
  const run = task.run();
  for (let i = 0; i < 3; i++) {
    await new Promise((done) => { setTimeout(done, 5); });
    task.interrupt();
  }
  assert.equal(task.status !== "raised", true);
  task.abandon();
  await assert.rejects(run, DisposedError);
});

test("what a host function throws after the timeout, or when aborted, is told as the cause", async () => {
  const controller = new AbortController();
  const { py } =
    await open({ modules: { h: { abort: () => { controller.abort("by itself"); } } } });
  await assert.rejects(py.runAsync("import h\nh.abort()\nwhile True: pass",
    { signal: controller.signal }),
    (e) => e instanceof AbortError && e.reason === "by itself" && e.cause === "by itself");
  assert.equal(py.run("1 + 1"), 2);
});

test("out of fuel is gone on from: by run, by step, with a limit and without, as often as need be", async () => {
  const { py } = await open();
  const source = "n = 0\nfor i in range(5000): n += i\nn";
  const whole = py.start(source);
  whole.step();
  let error, rounds = 0;
  try { py.run(source, { fuel: 100 }); } catch (e) { error = e; }
  while (!error.task.ended) {
    assert.ok(error instanceof FuelError);
    rounds++;
    const { task } = error;
    assert.equal(task.status, "out-of-fuel");
    error = rounds % 2 ? await task.run({ fuel: 777 }).then(() => ({ task }), (e) => e)
      : (task.step({ fuel: 333n }), new FuelError("", task));
  }
  assert.equal(error.task.result, 12497500);
  assert.equal(error.task.fuelUsed, whole.fuelUsed);
  assert.ok(rounds > 5);
  // No fuel at all: nothing runs.
  const none = py.start("ran = True");
  assert.equal(none.step({ fuel: 0 }).status, "out-of-fuel");
  assert.throws(() => py.run("ran"), { type: "NameError" });
  assert.equal(none.step({ fuel: 10 }).status, "done");
  assert.throws(() => py.run("1", { fuel: 0n }), FuelError);
  // Fuel in the middle of asyncio and of a wait.
  const looping =
    py.start(
      "import asyncio\nasync def f(n):\n    for i in range(n): await asyncio.sleep(0)\n    return n\nasyncio.run(asyncio.gather(f(50), f(60)))[1]");
  assert.throws(() => py.run("1 +", { fuel: 5 }), { type: "SyntaxError" });
  let steps = 0;
  while (looping.step({ fuel: 50 }).status !== "done") steps++;
  assert.equal(looping.result, 60);
  assert.ok(steps > 5);
});

test("programs that run inside of each other end with the outer one's time and signal", async () => {
  let inner;
  const { py } =
    await open(
      { modules: { h: { run: () => { try { py.run("while True: pass"); } catch (e) { inner =
        e; throw e; } } } } });
  await assert.rejects(py.runAsync("import h\nh.run()", { timeoutMs: 10 }), TimeoutError);
  assert.ok(inner instanceof TimeoutError);
  assert.equal(py.run("1 + 1"), 2);
});

test("`using` gives instances, tasks and proxies back", async () => {
  const source = `
    export async function use({ load }) {
      const seen: unknown[] = [];
      let task, proxy, inner;
      {
        using py = await load();
        seen.push(py);
        {
          using list = py.run("x = [1, 2]\\nx");
          using stepped = py.start("while True: pass");
          stepped.step({ fuel: 100 });
          proxy = list; task = stepped;
          seen.push(list.length);
        }
        seen.push(task.status, py.held.pythonObjects);
        try { proxy.length; } catch (error) { seen.push(error.name); }
        try { using error = (() => { try { py.run("1 / 0"); } catch (e) { return e; } })(); inner = error.pyException; seen.push(error.type); } catch (e) { seen.push(e); }
        try { inner.args; } catch (error) { seen.push(error.name); }
      }
      try { seen[0].run("1"); } catch (error) { seen.push(error.name); }
      return seen.slice(1);
    }`;
  const { outputText } =
    ts.transpileModule(source,
      { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 } });
  const { use } = await import(`data:text/javascript,${encodeURIComponent(outputText)}`);
  assert.deepEqual(await use(krait),
    [2, "stopped", 0, "DisposedError", "ZeroDivisionError", "DisposedError", "DisposedError"]);
});

test("two instances with the same host objects: each has its own view, errors and waits do not mix", async () => {
  const shared = { count: 0, list: [1, 2], add(n) { this.count += n; return this.count; },
    fail() { throw new RangeError("shared"); },
    later: (x) => new Promise((done) => { setTimeout(() => done(x), 2); }),
    call: (f, ...a) => f(...a) };
  const modules = { shared };
  const [a, b] = [(await open({ modules })).py, (await open({ modules })).py];
  for (const py of [a, b])
    py.run("import shared\nmine = shared.list\ndef f(x): return shared.add(x)");
  assert.equal(a.run("f(1)") + b.run("f(10)"), 12);
  assert.equal(a.run("shared.count"), 11);
  assert.equal(a.globals.get("mine"), b.globals.get("mine"));
  // A function of one, given to the other, runs in its own.
  b.globals.set("other", a.globals.get("f"));
  a.run("who = 'a'\ndef tell(): return who");
  b.run("who = 'b'");
  b.globals.set("tell", a.globals.get("tell"));
  assert.equal(b.run("tell()"), "a");
  assert.equal(b.run("other(100)"), 111);
  assert.deepEqual(await Promise.all([a.runAsync("shared.later('a')"),
    b.runAsync("shared.later('b')"), a.runAsync("shared.later('c')")]), ["a", "b", "c"]);
  for (const py of [a, b])
    assert.throws(() => py.run("shared.fail()"),
      (e) => e.type === "JsException" && e.cause instanceof RangeError);
  // An exception of one in the other: an error of JavaScript's.
  b.globals.set("bad", a.run("def bad(): raise KeyError('from a')\nbad"));
  assert.equal(b
    .run("try:\n    bad()\nexcept Exception as e:\n    r = type(e).__name__ + ' ' + e.name\nr"),
      "JsException PythonError");
  a.dispose();
  assert.throws(() => b.run("tell()"), (e) => e.cause instanceof DisposedError);
  assert.equal(b.run("shared.count"), 111);
  assert.equal(b.run("f(1)"), 112);
});

test("proxies after their release, and after their instance: DisposedError, whatever is done with them", async () => {
  const { py } = await open();
  const make = () => ({
    list: py.run("[1, 2]"), dict: py.run("{'a': 1}"), f: py.run("lambda *a, **k: a"),
    it: py.run("iter([1])"), gen: py.run("def g(): yield 1\ng()"),
    cls: py.run("class A: x = 1\nA"), obj: py.run("A()"), buf: py.run("bytearray(b'abc')"),
    co: py.run("async def c(): return 1\nc()"),
  });
  const uses = {
    list: [(p) => p.length, (p) => p.get(0), (p) => p.set(0, 1), (p) => [...p], (p) => p.toJs(),
      (p) => p.append(3), (p) => p.repr(), (p) => p.has(1), (p) => p.delete(0)],
    dict: [(p) => p.get("a"), (p) => p.toJs(), (p) => [...p.keys()],
      (p) => "items" in p && p.items()],
    f: [(p) => p(), (p) => p.callKwargs({ a: 1 }), (p) => p.callAsync(), (p) => p.__name__],
    it: [(p) => p.next(), (p) => [...p]],
    gen: [(p) => p.next(), (p) => p.throw(new Error("x")), (p) => p.return(1)],
    cls: [(p) => new p(), (p) => p(), (p) => p.x],
    obj: [(p) => p.x, (p) => { p.y = 1; }, (p) => { delete p.y; }, (p) => p.getAttr("x"),
      (p) => Object.keys(p)],
    buf: [(p) => p.getBuffer(), (p) => p.toJs()], co: [(p) => p.then((x) => x)],
  };
  const refuses = async (f, what) => {
    let error;
    try { await f(); } catch (e) { error = e; }
    assert.ok(error instanceof DisposedError, `${what}: ${error}`);
  };
  const released = make(), left = make();
  for (const proxy of Object.values(released)) proxy.dispose();
  for (const [name, all] of Object.entries(uses))
    for (const use of all) await refuses(() => use(released[name]), `${name}: ${use}`);
  for (const proxy of Object.values(released)) {
    await refuses(() => py.globals.set("x", proxy), "as a value");
    await refuses(() => py.run("1", { globals: { x: proxy } }), "as a global");
    proxy.dispose();
  }
  assert.equal(py.run("1 + 1"), 2);
  const buffer = left.buf.getBuffer();
  py.dispose();
  for (const [name, all] of Object.entries(uses))
    for (const use of all) await refuses(() => use(left[name]), `${name}: ${use}`);
  for (const proxy of Object.values(left)) proxy.dispose();
  buffer.dispose?.();
});

test("a program that fills the heap and catches every MemoryError is interrupted all the same", async () => {
  const fill =
    "x = []\nwhile True:\n    try:\n        while True: x.append(bytes(1000))\n    except MemoryError: pass";
  const endless = ["x = []\nwhile True:\n    a = type('A', (), {})()\n    a.x = x\n    x.append(a)",
    "list(zip(iter(int, 1)))", "list(map(str, iter(int, 1)))"];
  const py = await krait.load({ heapLimit: 8 << 20 });
  for (const source of endless)
    await assert.rejects(py.runAsync(source, { globals: {} }), { type: "MemoryError" });
  for (let i = 0; i < 3; i++) {
    const task = py.start(fill, { globals: {} });
    task.step({ fuel: 300_000 });
    assert.equal(task.status, "out-of-fuel");
    task.interrupt();
    assert.throws(() => task.step({ fuel: 300_000 }), { type: "KeyboardInterrupt" });
    assert.equal(py.run("1 + 1"), 2);
  }
  py.dispose();
});

test("an exception whose __str__ has no end is told without its text", async () => {
  const py = await krait.load();
  for (const body of ["while True: pass", "for i in range(10 ** 12): pass",
      "while True:\n            try:\n                while True: pass\n            except: pass"])
        {
    const source =
      `class Endless(Exception):\n    def __str__(self):\n        ${body}\nraise Endless()`;
    assert.throws(() => py.run(source), { type: "Endless" });
    await assert.rejects(py.runAsync(source, { timeoutMs: 10_000 }), { type: "Endless" });
    assert.throws(() => py.start(source).step({ fuel: 100_000 }), { type: "Endless" });
    assert.equal(py.run("1 + 1"), 2);
  }
  py.dispose();
});

test("a built-in function may use all the fuel that a run has, over many turns of the event loop", async () => {
  const py = await krait.load();
  const long = "sum(range(150_000_000)) == 11249999925000000";
  assert.equal(await py.runAsync(long), true);
  assert.equal(await py.runAsync(long, { fuel: 1_000_000_000 }), true);
  await assert.rejects(py.runAsync(long, { fuel: 1_000_000 }), krait.FuelError);
  py.dispose();
});

test("so may what a built-in function calls, and the run ends with its limit all the same", async () => {
  const py = await krait.load();
  const sort =
    "class Key:\n    def __init__(self, n): self.n = n\n    def __lt__(self, other):\n        for i in range(2_000_000): pass\n"
    + "        return self.n < other.n\nlen(sorted([Key(i) for i in range(10)]))";
  const whole = py.start(sort, { globals: {} });
  assert.equal(await whole.run(), 10);
  assert.ok(whole.fuelUsed > 18_000_000n);
  assert.equal(await py.runAsync(sort, { globals: {}, fuel: 19_000_000 }), 10);
  assert.equal(py.run(sort, { globals: {}, fuel: 19_000_000 }), 10);
  // Beyond its limit it may use the overdraft: so it has its task, and owes what it used.
  const error = await py.runAsync(sort + "\nfor i in range(10): 'after'\n'after'",
    { globals: {}, fuel: 17_000_000 }).catch((e) => e);
  assert.ok(error instanceof krait.FuelError);
  assert.equal(error.task.fuelUsed > 18_000_000n, true);
  assert.equal(error.task.step({ fuel: 1000 }).status, "out-of-fuel");
  assert.equal(await error.task.run(), "after");
  for (const run of ["run", "runAsync"]) {
    const dry = await (async () => py[run](sort, { globals: {}, fuel: 10_000_000 }))().catch((e) =>
      e);
    assert.ok(dry instanceof krait.FuelError && dry.task === undefined, `${run}: ${dry}`);
  }
  assert.equal(py.run("1 + 1"), 2);
  py.dispose();
});
