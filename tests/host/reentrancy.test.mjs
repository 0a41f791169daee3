// JavaScript called by Python calls Python, and so on: to the limit, which is one for all ways
// there are, and beyond.
import assert from "node:assert/strict";
import test from "node:test";
import { KraitError, PythonError, load } from "../../dist/index.js";

/** Runs and calls that may be going on inside of each other: INSIDE_MAX of
 *  assembly/program/tasks.ts. */
const MOST = 128;

let modules = 0;
/** Ways from a host function back into Python. Each makes a Python program that goes down, calling
 *  `again(n)` of JavaScript, which goes down further. `again` is set by the test. */
const WAYS = {
  "a run": { setup: "import h", down: (py, n) => py.run(`h.again(${n + 1})`) },
  "a run in a namespace of its own": { down: (py, n) =>
    py.run(`import h\nh.again(${n + 1})`, { globals: {} }) },
  "a step": { setup: "import h",
    down: (py, n) => {
      const task = py.start(`h.again(${n + 1})`);
      task.step();
      return task.result;
    } },
  "a call": { setup: "import h\ndef f(n): return h.again(n)",
    down: (py, n) => py.globals.get("f")(n + 1) },
  "a call with keywords": { setup: "import h\ndef f(*, n): return h.again(n)",
    down: (py, n) => py.globals.get("f").callKwargs({ n: n + 1 }) },
  "a method": { setup: "import h\nclass A:\n  def m(self, n): return h.again(n)\na = A()",
    down: (py, n) => py.globals.get("a").m(n + 1) },
  "a class": { setup: "import h\nclass A:\n  def __init__(self, n): self.r = h.again(n)",
    down: (py, n) => new (py.globals.get("A"))(n + 1).r },
  "an attribute": {
    setup: "import h\nclass A:\n  @property\n  def x(self): return h.again(-1)\na = A()",
    down: (py) => py.globals.get("a").x, counted: true },
  "an assignment": {
    setup: "import h\nclass A:\n  def __setattr__(self, k, v): h.again(v)\na = A()",
    down: (py, n) => { py.globals.get("a").x = n + 1; return 0; } },
  "an item": { setup: "import h\nclass A:\n  def __getitem__(self, n): return h.again(n)\na = A()",
    down: (py, n) => py.globals.get("a").get(n + 1) },
  "in": { setup: "import h\nclass A:\n  def __contains__(self, n): return h.again(n) == 0\na = A()",
    down: (py, n) => (py.globals.get("a").has(n + 1) ? 0 : 1) },
  "an iteration": {
    setup: "import h\nclass A:\n  def __iter__(self):\n    yield h.again(-1)\na = A()",
    down: (py) => [...py.globals.get("a")][0], counted: true },
  "a context": {
    setup: "import h\nclass A:\n  def __enter__(self): return h.again(-1)\n  def __exit__(self, *a): pass\na = A()",
    down: (py) => py.globals.get("a").with((x) => x), counted: true },
  "repr": { setup: "import h\nclass A:\n  def __repr__(self): return str(h.again(-1))\na = A()",
    down: (py) => Number(py.globals.get("a").repr()), counted: true },
  "a sort in a sort": { setup: "import h\ndef f(n): return sorted([n], key=h.again)[0] * 0",
    down: (py, n) => py.globals.get("f")(n + 1) },
  "an import": { setup: "import h, sys", down: (py, n) => {
    const name = `m${modules++}`;
    py.files.writeFile(`/${name}.py`, `import h\nh.again(${n + 1})`);
    py.pyimport(name);
    return 0;
  } },
};

for (const [name, { setup = "", down, counted }] of Object.entries(WAYS)) {
  test(`${name}: as deep as the limit allows, an exception beyond, and the instance goes on`, async () => {
    let deepest = 0, depth = 0, most = Infinity, bottom = () => 0;
    const errors = [];
    const again = (n) => {
      depth++;
      deepest = Math.max(deepest, depth);
      try {
        return depth >= most ? bottom() : down(py, counted ? depth : n);
      } catch (error) {
        errors.push(error);
        throw error;
      } finally {
        depth--;
      }
    };
    const py = await load({ modules: { h: { again } } });
    if (setup) py.run(setup);
    // Well inside.
    most = 20;
    assert.equal(again(0), 0);
    assert.equal(deepest, 20);
    // Beyond: three times, always alike.
    most = Infinity;
    const seen = [];
    for (let i = 0; i < 3; i++) {
      deepest = 0;
      errors.length = 0;
      assert.throws(() => again(0), (e) => e instanceof PythonError && e.type === "RecursionError"
        || e instanceof KraitError, name);
      assert.ok(errors.every((e) => e instanceof KraitError),
        String(errors.find((e) => !(e instanceof KraitError))));
      seen.push(deepest);
      assert.equal(py.run("1 + 1"), 2);
    }
    assert.ok(seen[0] > 30 && seen[0] <= MOST + 1, `${seen}`);
    assert.equal(new Set(seen).size, 1, `${seen}`);
    // At the last level that is allowed there is still room to work.
    most = Math.floor(seen[0] / 2);
    bottom = () => py.run("len(repr([[x] * 20 for x in range(50)]) + str(10 ** 500)) and 0");
    assert.equal(again(0), 0);
    assert.equal(py.held.jsObjects <= 5, true, `${py.held.jsObjects}`);
  });
}

test("the ways count together", async () => {
  const ways = ["a run", "a call", "an attribute", "an item"];
  let depth = 0, deepest = 0;
  const again = (n) => {
    depth++;
    deepest = Math.max(deepest, depth);
    try { return WAYS[ways[depth % ways.length]].down(py, n); } finally { depth--; }
  };
  const py = await load({ modules: { h: { again } } });
  py.run("import h\ndef f(n): return h.again(n)\nclass A:\n  @property\n  def x(self): return h.again(0)\n  def __getitem__(self, n): return h.again(n)\na = A()");
  for (let i = 0; i < 3; i++) {
    deepest = 0;
    assert.throws(() => again(0), KraitError);
    assert.ok(deepest > 60 && deepest <= MOST + 1, `${deepest}`);
  }
  assert.equal(py.run("1 + 1"), 2);
});

test("a guest that catches what stops it, at every level, comes to an end", async () => {
  const { py, out } = await (async () => {
    const out = [];
    return { py: await load({ stdout: (t) => { out.push(t); },
      modules: { h: { call: (f, ...a) => f(...a),
        run: (code) => py_.run(code, { globals: {} }) } } }), out };
  })();
  const py_ = py;
  py.run(`
import h
def dig(n):
    try:
        return h.call(dig, n + 1)
    except BaseException:
        try:
            return h.call(lambda: n)
        except BaseException:
            return n
bottom = dig(0)
print(bottom > 30, end="")`, { fuel: 10_000_000 });
  assert.equal(out.join(""), "True");
  const code = "import h\ntry:\n    r = h.run(CODE)\nexcept BaseException:\n    r = 1\nr";
  assert.equal(py
    .run(`CODE = ${JSON.stringify(code)}\nimport builtins\nbuiltins.CODE = CODE\n${code}`), 1);
  assert.equal(py.run("1 + 1"), 2);
});

test("a full stack of JavaScript is an exception, wherever Python is used then", async () => {
  const py = await load({ modules: { h: { deep: function deep() { return deep() + 1; } } } });
  py.run("import h\ndef f(): return 1\nclass A: x = 5\na = A()");
  const f = py.globals.get("f"), a = py.globals.get("a");
  const uses = [() => py.run("1"), () => f(), () => a.x, () => a.repr(), () => py.start("1").step(),
    () => py.globals.get("f"),
    () => { py.globals.set("y", [1, "text"]); }, () => py.snapshot()];
  for (const use of uses) {
    const names = new Set();
    const dig = () => {
      try { dig(); } catch (error) { if (!(error instanceof RangeError)) throw error; }
      try { use(); } catch (error) { names.add(error.constructor.name); }
    };
    dig();
    assert.ok([...names].every((n) => ["RangeError", "PythonError", "KraitError",
      "SnapshotError"].includes(n)), `${use}: ${[...names]}`);
    assert.equal(py.run("1 + 1"), 2, String(use));
    assert.equal(f(), 1);
    assert.equal(a.x, 5);
  }
  assert.equal(py.run("try:\n    h.deep()\nexcept RecursionError:\n    r = 'caught'\nr"), "caught");
});
