// Values across the border: plain ones, containers, buffers, functions, classes, iteration,
// conversions.
import assert from "node:assert/strict";
import test from "node:test";
import { readFileSync } from "node:fs";
import { DisposedError, PyFloat, PythonError, isPyProxy, loadSync } from "../../dist/index.js";

const module =
  new WebAssembly.Module(readFileSync(new URL("../../dist/krait.wasm", import.meta.url)));
function open(options = {}) {
  const out = { text: "" };
  const py =
    loadSync(module, { stdout: (t) => { out.text += t; }, stderr: (t) => { out.text += t; },
      ...options });
  return { py, out };
}
const { py } = open();
py.run("def same(x): return x\ndef kind(x): return type(x).__name__\ndef show(x): return repr(x)");
const { same, kind, show } = { same: py.globals.get("same"), kind: py.globals.get("kind"),
  show: py.globals.get("show") };

test("plain values go there and back unchanged", () => {
  const big = 2n ** 200n + 12345n;
  for (const value of [0, 1, -1, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), -(2 ** 31) - 1, 2 ** 32, 2 ** 52,
    -(2 ** 52), 2 ** 52 + 1,
    Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 0.5, -0.5, 1e300, -1e-300, 5e-324, Infinity,
    -Infinity, true, false, null,
    "", "a", "a".repeat(1000), "é", "日本", "😀".repeat(100), "\0x", "\ufeffbom", big, -big,
    2n ** 53n, 2n ** 62n, 2n ** 63n, -(2n ** 63n)]) {
    assert.equal(same(value), value);
  }
  assert.ok(Object.is(same(-0), -0));
  assert.ok(Number.isNaN(same(NaN)));
  assert.equal(same(undefined), null);
  assert.equal(same(5n), 5);
});
test("ints and floats stay what they are", () => {
  assert.equal(kind(1), "int");
  assert.equal(kind(1.5), "float");
  assert.equal(kind(2 ** 53), "float");
  assert.equal(kind(2n ** 53n), "int");
  assert.equal(kind(new PyFloat(3)), "float");
  assert.equal(show(new PyFloat(3)), "3.0");
  assert.equal(kind(true), "bool");
});
test("lone surrogates pass", () => {
  for (const text of ["\ud800", "a\udc00b", "\udc00\ud800", "x".repeat(50) + "\ud83d",
      "😀\ud83d😀"]) {
    assert.equal(same(text), text);
  }
  assert.equal(py.run("'a\\ud800b'"), "a\ud800b");
  assert.equal(py.run("len('x')"), 1);
});
test("bytes and typed arrays are copied", () => {
  const bytes = py.run("bytes(range(256))");
  assert.ok(bytes instanceof Uint8Array);
  assert.deepEqual([...bytes], Array.from({ length: 256 }, (_, i) => i));
  assert.equal(show(Uint8Array.of(1, 2, 255)), "b'\\x01\\x02\\xff'");
  assert.equal(show(new Uint8Array([7, 8]).buffer), "b'\\x07\\x08'");
  py.run("def items(v): return v.format + ' ' + repr(list(v))");
  const items = py.globals.get("items");
  assert.equal(items(Float64Array.of(1.5, -2)), "d [1.5, -2.0]");
  assert.equal(items(Int16Array.of(-1, 300)), "h [-1, 300]");
  assert.equal(items(Uint32Array.of(2 ** 32 - 1)), "I [4294967295]");
  assert.equal(items(BigInt64Array.of(-5n)), "q [-5]");
  assert.equal(items(Uint8ClampedArray.of(5)), "B [5]");
});
test("containers come as proxies, the same object as the same proxy", () => {
  const list = py.run("the_list = [1, 'x', [2]]\nthe_list");
  assert.ok(isPyProxy(list));
  assert.equal(list.type, "list");
  assert.equal(list.length, 3);
  assert.equal(list.get(0), 1);
  assert.equal(list.get(-1).get(0), 2);
  assert.equal(list.get(7), undefined);
  list.set(0, 10);
  assert.ok(list.has(10));
  assert.ok(!list.has(11));
  assert.equal(list.delete(0), true);
  assert.equal(list.delete(99), false);
  list.append("end");
  assert.equal(py.run("the_list"), list);
  assert.equal(py.run("repr(the_list)"), "['x', [2], 'end']");
  assert.deepEqual([...list].map((x) => (isPyProxy(x) ? x.toJs() : x)), ["x", [2], "end"]);
  assert.equal(String(list), "['x', [2], 'end']");
  const dict = py.run("the_dict = {'a': 1, (1, 2): 'tuple'}\nthe_dict");
  assert.equal(dict.get("a"), 1);
  assert.equal(dict.get("zz"), undefined);
  assert.equal(dict.get(py.run("(1, 2)")), "tuple");
  dict.set("u", undefined);
  assert.equal(py.run("the_dict['u'] is None"), true);
  assert.deepEqual([...py.run("{'k': 5}.items()")].map((x) => x.toJs()), [["k", 5]]);
  assert.equal(same(list), list);
  assert.equal(py.run("lambda a, b: a is b")(list, list), true);
});
test("copies: toJs and toPython", () => {
  assert.deepEqual(py.run("[1, (2, 3), {'a': {4}, 'b': b'x'}, None, True, 1.5, 'é']").toJs(),
    [1, [2, 3], { a: new Set([4]), b: Uint8Array.of(120) }, null, true, 1.5, "é"]);
  assert.deepEqual(py.run("{1: 'a', (1, 2): 'b'}").toJs({ dicts: "map" }),
    new Map([[1, "a"], [[1, 2], "b"]]));
  assert.throws(() => py.run("{(1, 2): 'b'}").toJs(), TypeError);
  assert.deepEqual(Object.keys(py.run("{'__proto__': 1}").toJs()), ["__proto__"]);
  const shallow = py.run("[[1], 2]").toJs({ depth: 1 });
  assert.ok(isPyProxy(shallow[0]));
  const cycle = py.run("c = [1]\nc.append(c)\nc").toJs();
  assert.equal(cycle[1], cycle);
  assert.deepEqual(py.run("range(3)").toJs(), [0, 1, 2]);
  assert.deepEqual(py.run("(x * x for x in range(3))").toJs(), [0, 1, 4]);
  const made = py.toPython({ a: [1, new Map([["k", null]]), new Set([1])], b: "x", n: 2n ** 70n });
  assert.equal(made.repr(), `{'a': [1, {'k': None}, {1}], 'b': 'x', 'n': ${2n ** 70n}}`);
  const loop = []; loop.push(loop);
  const back = py.toPython(loop);
  assert.equal(back.get(0), back);
  assert.equal(py.toPython([[1]], { depth: 1 }).get(0)[0], 1);
  assert.equal(py.toPython(5), 5);
});
test("functions with keyword arguments, defaults, this", () => {
  const f =
    py.run("def f(a, b=2, *rest, c=3, **kw): return repr((a, b, rest, c, sorted(kw.items())))\nf");
  assert.equal(f(1), "(1, 2, (), 3, [])");
  assert.equal(f.callKwargs(1, { c: "x", z: [1].length }), "(1, 2, (), 'x', [('z', 1)])");
  assert.equal(f(1, 2, 3, 4), "(1, 2, (3, 4), 3, [])");
  assert.throws(() => f(), { type: "TypeError" });
  const who = py.run("lambda self, x: self.name + str(x)").captureThis();
  assert.equal({ name: "obj", who }.who(3), "obj3");
  assert.equal(f(...Array(300).fill(0)).length > 300, true);
  assert.equal(typeof f, "function");
  assert.deepEqual([1, 2].map(py.run("lambda x, i, a: x + i")), [1, 3]);
});
test("classes and instances", () => {
  const C = py.run(`
class C:
    shared = 5
    def __init__(self, x): self.x = x
    def double(self): return self.x * 2
    def __len__(self): return 3
    def __contains__(self, v): return v == self.x
    def __getitem__(self, k): return k + 1
C`);
  const c = new C(4);
  assert.equal(c.double(), 8);
  assert.equal(c.x, 4);
  c.x = 10;
  assert.equal(c.double(), 20);
  assert.equal(c.length, 3);
  assert.ok(c.has(10));
  assert.equal(c.get(1), 2);
  assert.ok("x" in c && !("y" in c));
  assert.equal(c.y, undefined);
  delete c.x;
  assert.equal(c.getAttr("x"), undefined);
  assert.throws(() => c.double(), { type: "AttributeError" });
  assert.equal(C.shared, 5);
  assert.equal(c.double, c.double);
  assert.ok(C(1).equals(C(1)) === false);
  assert.equal(py.run("1 == 1.0"), true);
  assert.equal(`${new C(1)}`.startsWith("<"), true);
});
test("iteration both ways", () => {
  const numbers = py.run(`
log = []
def numbers():
    try:
        for i in range(5):
            got = yield i
            if got: log.append(got)
    finally:
        log.append('closed')
numbers`);
  const seen = [];
  for (const n of numbers()) { seen.push(n); if (n === 2) break; }
  assert.deepEqual(seen, [0, 1, 2]);
  assert.deepEqual(py.run("log").toJs(), ["closed"]);
  const it = numbers();
  assert.deepEqual(it.next(), { done: false, value: 0 });
  assert.deepEqual(it.next("sent"), { done: false, value: 1 });
  assert.deepEqual([...it], [2, 3, 4]);
  assert.deepEqual(py.run("log").toJs(), ["closed", "sent", "closed"]);
  py.globals.set("js_iter", { *[Symbol.iterator]() { yield 1; yield "b"; } });
  assert.equal(py.run("repr(list(js_iter))"), "[1, 'b']");
  assert.equal(py.run("repr([x + 1 for x in same_array])", { globals: { same_array: [1, 2] } }),
    "[2, 3]");
  py.globals.set("m", new Map([["k", 1], ["l", 2]]));
  assert.equal(py.run("repr((list(m), len(m), m['k'], 'k' in m, 'z' in m, bool(m)))"),
    "(['k', 'l'], 2, 1, True, False, True)");
});
test("JavaScript objects in Python", () => {
  class Point { constructor(x) { this.x =
    x; } move(d) { this.x += d; return this; } get twice() { return this.x * 2; } }
  const p = new Point(3), list = [1, 2, 3, 4];
  const g = { p, list, plain: { a: 1, from: 2 }, f: (...args) => args.length, Point,
    sym: Symbol("s") };
  const run = (code) => py.run(code, { globals: g });
  assert.equal(run("p.x"), 3);
  assert.equal(run("p.move(2) is p"), true);
  assert.equal(p.x, 5);
  assert.equal(run("p.twice"), 10);
  assert.equal(run("p.z = 'new'\np.z"), "new");
  run("del p.z");
  assert.ok(!("z" in p));
  assert.throws(() => run("p.nothing"), { type: "AttributeError" });
  assert.equal(run("p"), p);
  assert.equal(run("p.move == p.move"), true);
  assert.equal(run("list[-1]"), 4);
  assert.deepEqual(run("list[1:3]"), [2, 3]);
  assert.deepEqual(run("list[::-1]"), [4, 3, 2, 1]);
  assert.throws(() => run("list[9]"), { type: "IndexError" });
  run("list[0] = 'x'\ndel list[1]");
  assert.deepEqual(list, ["x", 3, 4]);
  assert.equal(run("'x' in list, len(list)").toJs()[1], 3);
  assert.equal(run("plain['a'] + plain.a + plain.from_"), 4);
  assert.throws(() => run("plain['zz']"), { type: "KeyError" });
  assert.equal(run("'a' in plain"), true);
  assert.equal(run("repr(sorted(plain))"), "['a', 'from']");
  assert.equal(run("f(1, 2, k=3)"), 3);
  assert.equal(run("Point(8).x + Point.new(1).x"), 9);
  assert.equal(run("callable(f), callable(p)").repr(), "(True, False)");
  assert.equal(run("sym"), g.sym);
  assert.equal(run("from jsffi import JsProxy\nisinstance(p, JsProxy) and isinstance(f, JsProxy)"),
    true);
  assert.equal(run("repr(plain.to_py())"), "{'a': 1, 'from': 2}");
  assert.equal(run("p.typeof"), "object");
  assert.match(run("repr(p)"), /JsProxy Point/);
  assert.deepEqual(run("import jsffi\njsffi.to_js({'a': [1]})"), { a: [1] });
  assert.equal(run("import jsffi\njsffi.instanceof(p, Point)"), true);
  assert.equal(run("d = {p: 1}\nd[p]"), 1);
});
test("buffers are views", () => {
  py.run("data = bytearray(b'abc')");
  const view = py.globals.get("data").getBuffer();
  assert.equal(view.format, "B");
  view.data[0] = 65;
  assert.equal(py.run("bytes(data)")[0], 65);
  assert.throws(() => py.run("data.append(1)"), { type: "BufferError" });
  py.run("big = [bytearray(1 << 20) for i in range(20)]");
  assert.equal(view.data[1], 98);
  view.release();
  view.release();
  assert.throws(() => view.data, DisposedError);
  py.run("data.append(1)\nbig = None");
  const floats = py.run("import array\narray.array('d', [1.5, 2.5])").getBuffer();
  assert.deepEqual([...floats.data], [1.5, 2.5]);
  floats.release();
  assert.equal(py.run("[1]").getBuffer, undefined);
});
test("with, both ways", () => {
  py.run(`
class M:
    def __init__(self): self.log = []
    def __enter__(self): self.log.append('in'); return 7
    def __exit__(self, t, v, tb): self.log.append(t.__name__ if t else None); return t is ValueError
m = M()`);
  const m = py.globals.get("m");
  assert.equal(m.with((x) => x + 1), 8);
  assert.throws(() => m.with(() => { throw new RangeError("js"); }), RangeError);
  assert.equal(m.with(() => py.run("raise ValueError('swallowed')")), undefined);
  assert.deepEqual(m.log.toJs(), ["in", null, "in", "JsException", "in", "ValueError"]);
  let closed = 0;
  py.globals.set("r", { [Symbol.dispose]() { closed++; } });
  assert.equal(py.run("with r as x:\n    y = x is r\ny"), true);
  assert.equal(closed, 1);
});
test("errors both ways", () => {
  const boom = py.run("def inner(): raise ValueError('bad', 3)\ndef boom(): inner()\nboom",
    { filename: "boom.py" });
  try {
    boom();
    assert.fail();
  } catch (error) {
    assert.ok(error instanceof PythonError);
    assert.equal(error.type, "ValueError");
    assert.equal(error.text, "('bad', 3)");
    assert.deepEqual(error.args, ["bad", 3]);
    assert.deepEqual(error.traceback.map(({ name, source }) => [name, source]),
      [["boom", "def boom(): inner()"], ["inner", "def inner(): raise ValueError('bad', 3)"]]);
    assert.equal(error.pyException.type, "ValueError");
  }
  const thrown = new TypeError("from js");
  py.globals.set("thrower", () => { throw thrown; });
  assert.equal(py.run(`
from jsffi import JsException
try:
    thrower()
except JsException as e:
    caught = e
caught.name + '|' + caught.message + '|' + str(caught)`), "TypeError|from js|TypeError: from js");
  assert.equal(py.run("caught.js_error"), thrown);
  assert.throws(() => py.run("thrower()"), (e) => e.type === "JsException" && e.cause === thrown);
  assert.throws(() =>
    py.run("try:\n    1/0\nexcept Exception as e:\n    raise KeyError('k') from e"),
    (e) => e.type === "KeyError" && e.cause.type === "ZeroDivisionError");
  // A Python exception passes through JavaScript as the same object.
  py.globals.set("through", (f) => f());
  assert.equal(py
    .run("x = ValueError('one')\ndef r(): raise x\ntry:\n    through(r)\nexcept ValueError as e:\n    ok = e is x\nok"), true);
  for (const odd of [undefined, null, 5, "text", {}, Symbol("s"),
      { get message() { throw new Error("no"); } }]) {
    py.globals.set("odd", () => { throw odd; });
    assert.throws(() => py.run("odd()"), { type: "JsException" });
  }
});

test("what an object calls its length is one only if it can be one", () => {
  const lengths = [3, -1, NaN, 1e20, 2.5, "4"].map((length) => ({ length }));
  const py = loadSync(module, { modules: { host: { lengths, odd: new Proxy([1, 2], {
    get: (target, key) => (key === "length" ? -5 : Reflect.get(target, key)),
  }) } } });
  const found = py.run("import host\n[len(x) for x in host.lengths]").toJs();
  assert.deepEqual(found, [3, 1, 1, 1, 1, 1]);
  assert.throws(() => py.run("len(host.odd)"), { type: "TypeError" });
  py.dispose();
});
