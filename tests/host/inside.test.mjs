// Programs, calls and evaluations inside of each other: nothing that stands still is changed by
// what runs on top of it.
import assert from "node:assert/strict";
import test from "node:test";
import { KraitError, load } from "../../dist/index.js";

const SETUP = `
import h
def f(n):
    a = [n, n + 1]
    b = {"k": [n] * 3}
    r = h.act(n)
    assert a == [n, n + 1] and b == {"k": [n] * 3}, (a, b)
    return a[1] + r
def deep(n, d):
    local = (n, d)
    r = deep(n, d - 1) if d else f(n)
    assert local == (n, d)
    return r
def gen(n):
    for i in range(n):
        yield f(i)`;
/** Fills the heap with garbage and collects, deep in calls. */
const BUSY =
  "import gc\ndef g(n): return g(n - 1) if n else gc.collect()\nx = [[i] for i in range(2000)]\ng(30)\nlen(x)";

test("a function that JavaScript calls may call JavaScript that runs programs", async () => {
  let act;
  const py = await load({ modules: { h: { act: (n) => act(n) } } });
  py.run(SETUP);
  const deep = py.globals.get("deep"), gen = py.globals.get("gen");
  act = (n) => py.run(BUSY) + py.run(`${n} * 2`);
  assert.equal(deep(5, 0), 2016);
  assert.equal(deep(5, 40), 2016);
  assert.deepEqual([...gen(3)], [2001, 2004, 2007]);
  // Runs in calls in runs in calls.
  let left = 10;
  act = (n) =>
    (left-- > 0 ? py.run(`deep(${n + 1}, 3)`, { globals: py.globals.get("deep").__globals__ }) : 0);
  assert.equal(deep(0, 2), 66);
  // The inner run fails.
  act = () => { try { return py.run("def z(): 1 / 0\nz()"); } catch (
    error) { return error.traceback.length; } };
  assert.equal(deep(1, 5), 4);
});

test("so with unfinished tasks below, which go on afterwards", async () => {
  let act = () => 0;
  const py = await load({ modules: { h: { act: (n) => act(n) } } });
  py.run(SETUP);
  const deep = py.globals.get("deep");
  const start = (n) =>
    py.start(
      `def walk(n):\n    local = [n]\n    for i in range(50): pass\n    if n: walk(n - 1)\n    assert local == [n]\n    return n\nwalk(${n})`, { globals: {} });
  const [a, b, c] = [start(20), start(30), start(40)];
  for (const task of [a, b, c]) assert.equal(task.step({ fuel: 500 }).status, "out-of-fuel");
  // The task whose frames lie on the stack (c), another, a new one, and none are stepped in the
  // middle of a call.
  const acts = [() => c.step({ fuel: 50 }), () => a.step({ fuel: 50 }),
    () => { c.step({ fuel: 10 }); a.step({ fuel: 10 }); b.step({ fuel: 10 }); },
    () => py.run(BUSY), () => py.start("while True: pass").step({ fuel: 10 }),
    () => assert.throws(() => c.stack, KraitError), () => c.step({ fuel: 50 })];
  for (const each of acts) {
    act = () => { each(); return 1; };
    assert.equal(deep(1, 10), 3);
    py.run("import gc\ngc.collect()");
  }
  // One is given up in the middle of a call, that which lies below it.
  c.step({ fuel: 10 });
  act = () => { c.abandon(); return py.run("1"); };
  assert.equal(deep(1, 10), 3);
  act = () => { b.step({ fuel: 10 }); b.abandon(); return 1; };
  assert.equal(deep(1, 10), 3);
  assert.equal(await a.run(), 20);
  // A task that runs to its end in a call, from wherever it stood.
  const last = start(25);
  last.step({ fuel: 300 });
  act = () => { while (last.step({ fuel: 100 }).status !== "done"); return last.result; };
  assert.equal(deep(1, 3), 27);
  assert.ok(py.snapshot().length > 0);
});

test("so with evaluations of the debugger", async () => {
  let act = () => 0;
  const py = await load({ modules: { h: { act: (n) => act(n) } } });
  py.run(SETUP);
  const task =
    py.start(
      "def walk(n):\n    local = [n]\n    for i in range(50): pass\n    if n: walk(n - 1)\n    return local[0]\nwalk(20)", { globals: py.globals });
  task.step({ fuel: 300 });
  const { line } = task.stack[0];
  const other = py.start("for i in range(1000): pass\n7", { globals: {} });
  act = () => py.run(BUSY) + (other.step({ fuel: 10 }).status === "out-of-fuel" ? 1 : 0);
  assert.equal(task.evaluate("deep(n, 5)"), task.stack[0].locals.n + 1 + 2001);
  assert.equal(task.stack[0].line, line);
  act = () => { assert.throws(() => task.stack, KraitError); return 0; };
  assert.equal(task.evaluate("deep(1, 5)"), 2);
  assert.equal(await task.run(), 20);
  assert.equal(await other.run(), 7);
});

test("so with finalizers, callbacks, conversions and results", async () => {
  const seen = [];
  const py =
    await load(
      { modules: { h: { act: (n) => py.run(BUSY) * 0 + n,
        note: (x) => { seen.push(x, py.run("1")); } } } });
  py.run(SETUP);
  py.run("import micropython\nclass D:\n    def __del__(self): h.note('del')\nclass R:\n    def __repr__(self): return 'R' + str(f(1))\n    def __hash__(self): return f(2)\n    __len__ = lambda self: f(3)");
  assert.equal(py.run("R()").repr(), "R3");
  assert.equal(py.run("len({R(): 1})"), 1);
  assert.equal(py.run("R()").length, 7);
  const make = py.run("def make(): D()\nmake");
  make();
  py.run("import gc\ngc.collect()");
  py.globals.get("micropython").schedule((x) => { seen.push(x); return py.run(BUSY); },
    "scheduled");
  py.run("pass");
  assert.deepEqual(seen, ["del", 1, "scheduled"]);
  assert.throws(() =>
    py.run("class E(Exception):\n    def __str__(self): return str(f(5))\nraise E()"),
    { text: "11" });
});

test("any nesting of steps, runs, calls and evaluations gives what they give alone", async () => {
  // Programs whose results are known, driven at random from inside of each other.
  let seed = 4711;
  const random = (n) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % n;
  let depth = 0, actions = 0;
  const tasks = [];
  const finish = (task) => { assert.equal(task.result, task.wanted, task.source); };
  const begin = (n) => {
    const source = `work(${n})`;
    const task = py.start(source, { globals: py.globals });
    Object.assign(task, { wanted: n * (n + 1) / 2, source });
    tasks.push(task);
    return task;
  };
  const act = () => {
    if (depth > 8 || actions > 3000) return 0;
    depth++;
    actions++;
    try {
      const n = 1 + random(12), task = tasks[random(tasks.length)];
      switch (random(7)) {
        case 0: assert.equal(py.run(`work(${n})`), n * (n + 1) / 2); break;
        case 1: assert.equal(work(n), n * (n + 1) / 2); break;
        case 2: begin(n).step({ fuel: 1 + random(100) }); break;
        case 3:
          if (task && task.status !== "running" && !task.ended)
            task.step({ fuel: 1 + random(200) });
          break;
        case 4: if (task && random(5) === 0 && task.status !== "running") task.abandon(); break;
        case 5:
          if (depth === 1 && task?.status === "out-of-fuel" && task.stack.length > 0)
            assert.equal(task.evaluate(`work(${n})`), n * (n + 1) / 2);
          break;
        default: py.run("import gc\ngc.collect()");
      }
      for (let i = tasks.length - 1; i >= 0; i--) {
        if (tasks[i].status === "done") finish(tasks[i]);
        if (tasks[i].ended) tasks.splice(i, 1);
      }
    } finally {
      depth--;
    }
    return 0;
  };
  const py = await load({ modules: { h: { act } } });
  py.run("import h\ndef work(n):\n    local = [n, [n] * 3, str(n)]\n    if n == 0: return 0\n    h.act()\n    r = work(n - 1) + n\n    assert local == [n, [n] * 3, str(n)]\n    return r");
  const work = py.globals.get("work");
  while (actions < 3000) { act(); }
  for (const task of tasks) {
    if (task.ended) continue;
    assert.equal(await task.run(), task.wanted, task.source);
  }
});
