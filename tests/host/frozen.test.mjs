// Frozen Python (assembly/objects/frozen.ts): compiled at its first use, wherever that is, and as
// if it had always been there.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { loadSync } from "../../dist/index.js";
import { frozenModules } from "../../tools/frozen.mjs";
import { makeImage } from "../../tools/image.mjs";
import { minify } from "../../tools/minify.mjs";

const module =
  new WebAssembly.Module(readFileSync(new URL("../../dist/krait.wasm", import.meta.url)));
const folder = fileURLToPath(new URL("../../assembly/frozen", import.meta.url));

/** Fuel that a program uses in a fresh instance, stepped in slices. */
function fuelOf(source, slice = 1_000_000) {
  const py = loadSync(module), task = py.start(source);
  let used = 0;
  for (;;) {
    const step = task.step({ fuel: slice });
    if (step.status !== "out-of-fuel") { assert.equal(step.status, "done"); return used; }
    used++;
  }
}

test("the first use of a helper uses the fuel of any other use", () => {
  const py = loadSync(module), uses = [];
  for (let i = 0; i < 3; i++) {
    const task = py.start("sum(x for x in range(10))\nsorted([3, 1], key=abs)\nclass A:\n  pass");
    let steps = 0;
    while (task.step({ fuel: 1 }).status === "out-of-fuel") steps++;
    uses.push(steps);
  }
  assert.ok(uses[0] > 10);
  assert.deepEqual(uses, [uses[0], uses[0], uses[0]]);
});

test("an import uses the same fuel in every instance, cut into slices or not, restored or not", () => {
  const source =
    "import asyncio, collections\nclass A:\n  pass\nx = list(map(str, (i for i in range(20))))";
  const counts = [fuelOf(source, 1), fuelOf(source, 1)];
  const py = loadSync(module), task = py.start(source);
  let steps = 0;
  for (; steps < 60; steps++) assert.equal(task.step({ fuel: 1 }).status, "out-of-fuel");
  const again = loadSync(module, { snapshot: py.snapshot() }), [resumed] = again.tasks;
  while (resumed.step({ fuel: 1 }).status === "out-of-fuel") steps++;
  assert.deepEqual(counts, [steps, steps]);
});

test("a helper that there was no memory for works later", () => {
  const py = loadSync(module, { heapLimit: 1 << 20 });
  py.run(`
kept = []
numbers = [3, -1, 2]
def fill():
    for n in (65536, 4096, 256, 64, 32, 16):
        try:
            while True:
                kept.append(bytearray(n))
        except MemoryError:
            pass
def generate():
    yield 1
    yield 2
def use():
    failed = 0
    for f in (lambda: sum(generate()), lambda: numbers.sort(key=abs), lambda: max(generate()), lambda: next(generate(), 0)):
        try:
            f()
        except MemoryError:
            failed += 1
    return failed
fill()`);
  const failed = py.run("failed = use()\nkept.clear()\nfailed");
  assert.ok(failed >= 0 && failed <= 4);
  assert.equal(py.run("use()"), 0);
  assert.deepEqual([...py.run("tuple(numbers)")], [-1, 2, 3]);
});

test("an import that there was no memory for works later, and leaves no half of a module", () => {
  const py = loadSync(module, { heapLimit: 1 << 20 });
  const outcome = py.run(`
import sys
kept = []
for n in (65536, 4096, 256, 64):
    try:
        while True:
            kept.append(bytearray(n))
    except MemoryError:
        pass
outcome = "imported"
try:
    import asyncio
except MemoryError:
    outcome = "no memory" if "asyncio" not in sys.modules else "half"
kept.clear()
outcome`);
  assert.match(outcome, /^(imported|no memory)$/);
  assert.equal(py.run("import asyncio\nasync def f():\n  return 5\nasyncio.run(f())"), 5);
});

test("helpers are made deep in recursion and in nested runs", () => {
  const py = loadSync(module);
  assert.equal(py.run(`
class Deep:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        if self.n:
            return Deep(self.n - 1) == other
        return sum(x for x in (1, 2)) == 3 and max((x for x in (4, 5)), key=abs) == 5 and sorted({2: 1}, key=lambda x: -x) == [2]
[Deep(60)] == [Deep(0)]`), true);
  assert.match(py.run(`
class Endless:
    def __repr__(self):
        return repr([Endless()]) + "".join(x for x in "ab")
text = ""
try:
    repr(Endless())
except RecursionError as e:
    text = str(e)
text`), /recursion/);
  assert.equal(py.run("','.join(x for x in 'ab')"), "a,b");
});

test("helpers and modules do not see the program's optimisation level, and have neither lines nor names of locals", () => {
  const py = loadSync(module);
  assert.equal(py.run(`
import micropython
micropython.opt_level(3)
import functools, bisect
code = functools.reduce.__code__
repr((code.co_varnames, code.co_firstlineno, code.co_filename, functools.reduce.__name__, functools.wraps.__qualname__))`),
  "((), 0, '<frozen functools>', 'reduce', 'wraps')");
  assert.equal(py.run("(bisect.insort.__name__, repr(bisect.bisect_left))[1]"),
    "<built-in function bisect_left>");
});

test("minify keeps what programs can see", () => {
  const source = [
    "# a comment", "x = 1  # another", "def f(first, *rest, key = None, **more):",
    '    """Text # here."""', "    total = first + len(rest)",
    "    for item in rest :", "        total += item", "    def inner():", "        nonlocal total",
    "        total = total + 1",
    "    inner()", "    if total > 3:",
    "        return dict(total=total, item=[item for item in rest])",
    "    return f'{total} {first}'", "",
    "", "class C (object):", "    attribute = 'a  b'", "    def method(self, value=1e5):",
    "        result = self.attribute, value",
    "        return result", "",
  ].join("\n");
  assert.equal(minify(source, "x.py"), [
    "x=1", "def f(first,*rest,key=None,**more):", " total=first+len(rest)",
    " for a in rest:total+=a",
    " def inner():", "  nonlocal total", "  total=total+1", " inner()",
    " if total>3:return dict(total=total,item=[a for a in rest])",
    " return f'{total} {first}'", "class C(object):", " attribute='a  b'",
    " def method(self,value=1e5):",
    "  a=self.attribute,value", "  return a", "",
  ].join("\n"));
  assert.throws(() => minify("x = 1; y = 2\n", "x.py"), /two statements/);
  assert.throws(() => minify("x = ?\n", "x.py"), /no token/);
});

test("minify gives the same for what is short already", () => {
  const all = frozenModules(folder);
  assert.equal(all.length, readdirSync(folder).filter((file) => file.endsWith(".py")).length);
  for (const { name, source } of all)
    assert.equal(minify(source.toString(), name), source.toString());
});

test("a build says what is wrong in frozen Python", () => {
  const raw = readFileSync(new URL("../../build/raw.wasm", import.meta.url));
  const bad = { name: "bad", source: Buffer.from("y = 1\nx = (\n"), fresh: false };
  assert.throws(() => makeImage(raw, [bad]),
    /File "frozen\/bad\.py", line 2\nSyntaxError: '\(' was never closed/);
});
