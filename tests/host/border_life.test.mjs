// The border under strain: lifetimes, leaks, promises, reentrancy, bad host functions, attempts to
// break out.
import assert from "node:assert/strict";
import test from "node:test";
import { readFileSync } from "node:fs";
import { DisposedError, KraitError, PythonError, WaitError, isPyProxy,
  loadSync } from "../../dist/index.js";

const module =
  new WebAssembly.Module(readFileSync(new URL("../../dist/krait.wasm", import.meta.url)));
function open(options = {}) {
  const out = { text: "" };
  const py = loadSync(module, { stdout: (t) => { out.text += t; }, ...options });
  return { py, out };
}
const later = (value, ms = 1) => new Promise((done) => { setTimeout(() => done(value), ms); });

test("dispose counts what was handed out; later use says so", () => {
  const { py } = open();
  const before = py.held.pythonObjects;
  const list = py.run("x = [1]\nx");
  assert.equal(py.globals.get("x"), list);
  list.dispose();
  assert.equal(list.length, 1);
  list.dispose();
  assert.throws(() => list.length, DisposedError);
  assert.throws(() => list.get(0), DisposedError);
  assert.throws(() => py.globals.set("y", list), DisposedError);
  list.dispose();
  assert.equal(py.held.pythonObjects, before);
  const again = py.globals.get("x");
  assert.notEqual(again, list);
  again[Symbol.dispose]();
  const other = py.run("[2]");
  py.dispose();
  assert.throws(() => other.get(0), DisposedError);
  assert.throws(() => py.globals, DisposedError);
});
test("methods: the same proxy each time, until it is disposed of or the attribute is another", () => {
  const { py } = open();
  const p = py.run("class P:\n  def name(self): return 'P'\np = P()\np");
  const name = p.name;
  assert.equal(p.name, name);
  assert.equal(name(), "P");
  name.dispose();
  assert.throws(() => name(), DisposedError);
  assert.notEqual(p.name, name);
  assert.equal(p.name(), "P");
  const kept = p.name;
  py.run("p.name = lambda: 'own'");
  assert.equal(p.name(), "own");
  assert.equal(kept(), "own");
  py.run("del p.name\nP.name = 5");
  assert.equal(p.name, 5);
  assert.throws(() => kept(), /TypeError/);
});
test("a job that makes many proxies", async () => {
  const { py } = open();
  const before = py.held.pythonObjects;
  const make = py.run("lambda i: [i]");
  const kept = Array.from({ length: 500 }, (_, i) => make(i));
  assert.equal(py.held.pythonObjects, before + 501);
  const same = py.toPython(kept);
  kept.forEach((list, i) => { assert.equal(same.get(i), list); list.dispose(); });
  await later(0);
  kept.forEach((list, i) => { assert.equal(list.get(0), i); list.dispose(); });
  assert.equal(py.held.pythonObjects, before + 2);
  same.dispose();
  make.dispose();
  assert.equal(py.held.pythonObjects, before);
});
test("scopes release what they handed out", async () => {
  const { py } = open();
  const before = py.held.pythonObjects;
  let inner;
  const kept = py.scope((scope) => {
    inner = py.run("[1]");
    py.scope(() => py.run("{}"));
    return scope.keep(py.run("[2]"));
  });
  assert.throws(() => inner.length, DisposedError);
  assert.equal(kept.get(0), 2);
  kept.dispose();
  assert.throws(() => py.scope(() => { inner = py.run("[3]"); throw new Error("x"); }), /x/);
  assert.throws(() => inner.length, DisposedError);
  await py.scope(async () => {
    inner = py.run("[4]");
    await later();
    assert.equal(inner.length, 1);
  });
  assert.throws(() => inner.length, DisposedError);
  assert.equal(py.held.pythonObjects, before);
});
test("objects that Python forgets are let go, and their numbers used again", () => {
  const { py } = open();
  const make = () => ({ a: [1, 2] });
  py.globals.set("make", make);
  const held = () => {
    py.run("import gc\ngc.collect()\nfor i in range(3): gc.collect()");
    return py.held.jsObjects;
  };
  const before = held();
  for (let i = 0; i < 5; i++) py.run("for i in range(2000):\n    o = make()\n    o.a[0]\no = None");
  assert.ok(held() - before < 5, `${held() - before} more`);
});
test("async functions of modules look synchronous", async () => {
  let calls = 0;
  const { py, out } = open({ modules: {
    db: { query: async (q) => { calls++; await later(); return { rows: [q, calls] }; },
      fail: async () => { await later(); throw new RangeError("late"); } },
    "pkg.sub.deep": { value: 42 },
  } });
  assert.equal(await py
    .runAsync("import db\nr = db.query('x')\nr.rows[0] + str(db.query('y').rows[1])"), "x2");
  await py.runAsync(
    "try:\n    db.fail()\nexcept Exception as e:\n    print(e)\nfrom pkg.sub import deep\nimport pkg.sub.deep as d\nprint(deep.value, d is deep)");
  assert.equal(out.text, "RangeError: late\n42 True\n");
  const all = await Promise.all([1, 2, 3, 4].map((n) => py.runAsync(`db.query(${n}).rows[0]`)));
  assert.deepEqual(all, [1, 2, 3, 4]);
  assert.throws(() => py.run("db.query(1)"), WaitError);
  // Where it cannot wait it says so, and nothing stays behind.
  await assert
    .rejects(py
    .runAsync(
      "sorted([3, 1, 2], key=lambda v: 0) and [].sort() or max([1, 2], key=lambda v: v)\nclass A:\n    def __lt__(s, o): return db.query(1)\nsorted([A(), A()])"),
    { type: "RuntimeError" });
  const f = py.run("def f(): return db.query(5).rows[0]\nf");
  assert.throws(() => f(), { type: "RuntimeError" });
  assert.equal(await f.callAsync(), 5);
  await later(0, 20);
});
test("await both ways", async () => {
  const { py } = open({ js: ["Promise"] });
  py.globals.set("p", later("answer"));
  assert.equal(await py.runAsync("await p"), "answer");
  const twice = py.run("async def twice(x): return x * 2\ntwice");
  assert.equal(await twice(21), 42);
  await assert.rejects(py.run("async def bad(): raise KeyError('k')\nbad")(), { type: "KeyError" });
  py.globals.set("wait", (ms) => later(ms, ms));
  const both = py.run("async def both(p): return (await p) + 1\nboth");
  assert.equal(await both(later(1)), 2);
  await assert.rejects(both(Promise.reject(new Error("rejected"))),
    (e) => e.cause.message === "rejected");
  assert.deepEqual(await py.runAsync("r = []\nasync for x in items: r.append(x)\nr", {
    globals: { items: (async function* () { yield 1; await later(); yield 2; })() } }).then((r) =>
      r.toJs()), [1, 2]);
  const steps = py.run("async def steps():\n    for i in range(3): yield i\nsteps");
  const seen = [];
  for await (const x of steps()) seen.push(x);
  assert.deepEqual(seen, [0, 1, 2]);
});
test("asyncio: awaiting a promise does not hold up the others", async () => {
  const { py, out } = open({ modules: { host: {} } });
  py.globals.set("slow", () => 0);
  await py.runAsync(`
import asyncio
async def a():
    print(await slow)
async def b():
    for i in range(3):
        print(i)
        await asyncio.sleep_ms(1)
async def main():
    await asyncio.gather(a(), b())
asyncio.run(main())`, { globals: { slow: later("slow", 500) } });
  assert.equal(out.text, "0\n1\n2\nslow\n");
});
test("JavaScript calls Python calls JavaScript, to the limit and not beyond", () => {
  const { py } = open();
  const f = py.run("def f(g, n): return n if n == 0 else g(f, g, n - 1)\nf");
  const g = (f, g, n) => f(g, n);
  assert.equal(f(g, 20), 0);
  assert.throws(() => f(g, 100000), { type: "RecursionError" });
  assert.equal(f(g, 20), 0);
  py.globals.set("deep", function deep() { return deep() + 1; });
  assert.equal(py.run("try:\n    deep()\nexcept RecursionError as e:\n    r = 'caught'\nr"),
    "caught");
  const inner = py.run("lambda: 1");
  let depth = 0;
  const recurse = () => { depth++; inner(); recurse(); };
  assert.throws(recurse, (e) => e instanceof RangeError || e instanceof KraitError);
  assert.ok(depth > 100);
});
test("a guest that recurses through JavaScript gets RecursionError, always the same", () => {
  const { py, out } =
    open({ modules: { h: { call: (f, ...a) => f(...a),
      map: (l, f) => [...l].map((x) => f(x)) } } });
  py.run(`
import h
def direct(n): return h.call(direct, n + 1)
def by_sort(n): return sorted([1, 2], key=lambda x: h.call(by_sort, n + 1))
def by_map(n): return h.map([n], by_map)
class R:
    def __repr__(self): return h.call(repr, R())
    def __eq__(self, other): return h.call(lambda: R() == other)
for f in (direct, by_sort, by_map, repr, lambda r: r == 1):
    for i in range(3):
        try:
            f(R() if f is repr or f.__name__ == '<lambda>' else 0)
        except RecursionError as e:
            print('caught')
print(h.call(lambda x: x + 1, 1))`);
  assert.equal(out.text, "caught\n".repeat(15) + "2\n");
});
test("host functions that misbehave", () => {
  const holder = {};
  const { py } = open({ modules: { bad: {
    nothing: () => undefined,
    proxy: () =>
      new Proxy({}, { get() { throw new Error("trap"); }, has() { throw new Error("trap"); },
        getPrototypeOf() { throw new Error("trap"); } }),
    revoked: () => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; },
    reenter: () => py.run("1 + 1"),
    thenable: () => ({ then: 5 }),
    dispose: () => { holder.py.dispose(); return 1; },
  } } });
  holder.py = py;
  assert.equal(py.run("import bad\nbad.nothing() is None"), true);
  assert.equal(py.run("bad.reenter()"), 2);
  for (const code of ["bad.proxy().x", "str(bad.proxy())", "bad.revoked().x", "len(bad.proxy())",
      "list(bad.proxy())", "bad.revoked()['x']"]) {
    assert.throws(() => py.run(code), PythonError, code);
  }
  assert.equal(py.run("bad.thenable().then"), 5);
  assert.throws(() =>
    py.run("try:\n    bad.dispose()\nexcept BaseException:\n    pass\nwhile True: pass"),
    DisposedError);
});
test("Python is not called from callbacks for output", () => {
  let error;
  const py = loadSync(module, { stdout: () => { try { py.run("1"); } catch (e) { error = e; } } });
  py.run("print('x')");
  assert.ok(error instanceof KraitError);
  assert.equal(py.run("2"), 2);
});
test("no way out of what a program was given", async () => {
  class Service { constructor() { this.name = "s"; } hello(x) { return `hello ${x}`; } }
  const { py } = open({ modules: { host: {
    f: (x) => x, arrow: () => 1, service: new Service(), Service, list: [1, 2], map: new Map(),
    date: new Date(), re: /x/,
    error: () => { throw new Error("e");
    }, promise: async () => 1, sloppy: new Function("return this"), gen: function* () { yield 1; },
    leak: () => globalThis, ctor: () => Function, reflect: () => Reflect,
    proto: () => Object.prototype,
    asyncCtor: () => (async () => {}).constructor, buffer: () => new Float64Array(2),
    symbol: Symbol.iterator,
  } } });
  assert.throws(() => py.run("import js"), (e) => /ImportError|ModuleNotFoundError/.test(e.type));
  py.run("import host");
  assert.equal(py.run("host.service.hello('x')"), "hello x");
  const things = ["host.f", "host.arrow", "host.service", "host.Service", "host.list", "host.map",
    "host.date", "host.re", "host.gen",
    "host.service.hello", "host.symbol", "host"];
  for (const thing of things) {
    for (const name of ["constructor", "__proto__", "prototype", "__defineGetter__",
      "__lookupGetter__", "call", "apply", "bind",
      "caller", "arguments", "hasOwnProperty", "isPrototypeOf"]) {
      if (thing === "host.map" && name === "x") continue;
      assert.throws(() => py.run(`${thing}.${name}`), PythonError, `${thing}.${name}`);
      assert.throws(() => py.run(`getattr(${thing}, '${name}')`), PythonError);
      if (thing !== "host.list")
        assert.throws(() => py.run(`${thing}['${name}']`), PythonError, `${thing}['${name}']`);
    }
    assert.throws(() => py.run(`${thing}.constructor.constructor('return globalThis')()`),
      PythonError);
  }
  for (const call of ["leak", "ctor", "reflect", "proto", "asyncCtor"]) {
    assert.throws(() => py.run(`r = host.${call}()\nif r is None: raise ValueError`), PythonError,
      call);
  }
  assert.throws(() => py.run("host.list.map(host.sloppy)[0]"), PythonError);
  assert.throws(() => py.run("host.service.__proto__ = 5"), PythonError);
  assert.throws(() => py.run("setattr(host.service, 'constructor', 5)"), PythonError);
  assert.throws(() => py.run("host.f = 5"), PythonError);
  assert.throws(() => py.run("host.Service.prototype = 5"), PythonError);
  assert.throws(() =>
    py.run("try:\n    host.error()\nexcept Exception as e:\n    e.js_error.constructor"),
    { type: "AttributeError" });
  assert.throws(() =>
    py.run("try:\n    host.error()\nexcept Exception as e:\n    e.js_error.stack"),
    { type: "AttributeError" });
  assert.ok(!py.run("dir(host.service)").toJs().some((n) => n === "constructor"));
  assert.equal(Object.prototype.polluted, undefined);
});
test("the module js, whole or chosen", () => {
  globalThis.kraitTest = { x: 5 };
  const whole = open({ js: true }).py;
  assert.equal(whole.run("import js\njs.kraitTest.x + js.Math.max(1, 2)"), 7);
  assert.equal(whole.run("js.Object.new().constructor == js.Object"), true);
  assert.deepEqual([...whole.run("js.Array.of(1, 2)")], [1, 2]);
  assert.ok(whole.run("js.Date.new(0)") instanceof Date);
  const some = open({ js: ["kraitTest", "Math"] }).py;
  assert.equal(some.run("from js import kraitTest, Math\nkraitTest.x + Math.abs(-1)"), 6);
  assert.throws(() => some.run("import js\njs.Object"), { type: "AttributeError" });
  assert.throws(() => some.run("import js\njs.globalThis"), { type: "AttributeError" });
  delete globalThis.kraitTest;
});
test("two instances do not mix", () => {
  const a = open().py, b = open().py;
  const list = a.run("x = [1]\nx");
  b.globals.set("foreign", list);
  assert.equal(b.run("foreign"), list);
  assert.ok(isPyProxy(list));
  assert.equal(b.run("type(foreign).__name__"), "JsProxy");
});
test("snapshots keep what comes from the host's modules, and refuse the rest by name", () => {
  const modules = (log) =>
    ({ db: { query: (x) => { log.push(x); return x + 1; }, sub: { k: 1 } } });
  const first = [], second = [];
  const { py } = open({ modules: modules(first) });
  const proxy = py.run("import db\nfrom db import query, sub\nx = query(1)\nkeep = [query]\nkeep");
  assert.equal(proxy.length, 1);
  const bytes = py.snapshot();
  const again = open({ modules: modules(second), snapshot: bytes }).py;
  assert.equal(again.run("keep[0](10) + db.query(20) + sub.k + x"), 35);
  assert.deepEqual([first, second], [[1], [10, 20]]);
  assert.equal(again.held.pythonObjects, 0);
  assert.throws(() => open({ snapshot: bytes }), { name: "SnapshotError" });
  py.globals.set("other", function stray() {});
  assert.throws(() => py.snapshot(), /stray/);
  py.run("other = None");
  py.snapshot();
});
