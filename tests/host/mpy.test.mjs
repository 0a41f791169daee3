// import of .mpy files: those that the official compiler makes (@pybricks/mpy-cross-v6) run; what
// is found first; damage.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import test from "node:test";
import { FuelError, loadSync, PythonError } from "../../dist/index.js";

const module =
  new WebAssembly.Module(readFileSync(new URL("../../dist/krait.wasm", import.meta.url)));
const require = createRequire(import.meta.url);
const wasm = require.resolve("@pybricks/mpy-cross-v6/build/mpy-cross-v6.wasm");
// The package's loader takes files only where there is no fetch.
const { fetch } = globalThis;
globalThis.fetch = undefined;
const { compile } = require("@pybricks/mpy-cross-v6");

async function mpy(source, name = "lib.py") {
  const { status, mpy: bytes } = await compile(name, source, undefined, wasm);
  assert.equal(status, 0);
  return bytes;
}
function krait(files) {
  const out = [];
  const python = loadSync(module, { files, stdout: (text) => out.push(text) });
  return { python, run: (code) => { out.length = 0; python.run(code); return out.join(""); } };
}
function error(run) {
  try { run(); } catch (e) {
    assert.ok(e instanceof PythonError, String(e.stack));
    return e.message;
  }
  return assert.fail("no exception");
}

test.after(() => { globalThis.fetch = fetch; });

test("a module, its names and its traceback", async () => {
  const lib =
    await mpy(
      "x = 1\ndef f(a, *b, k=2, **c):\n    return a, b, k, c\ndef g():\n    raise ValueError('g')\n");
  const { run } = krait({ "/lib/tool.mpy": lib });
  assert.equal(
    run("import tool\nprint(tool.x, tool.f(1, 2, k=3, z=4), tool.__name__, tool.__file__)"),
    "1 (1, (2,), 3, {'z': 4}) tool /lib/tool.mpy\n");
  assert.equal(error(() => run("tool.g()")), "ValueError: g");
});

test("classes, closures, generators, with, try", async () => {
  const lib = await mpy(`
class A:
    def __init__(self, n): self.n = n
    def __enter__(self): return self.n
    def __exit__(self, *a): self.left = a[0]; return True
    @property
    def twice(self): return self.n * 2
class B(A):
    def __init__(self, n): super().__init__(n + 1)
def counter():
    n = 0
    def up(by=1):
        nonlocal n
        n += by
        return n
    return up
def gen(n):
    for i in range(n):
        try:
            got = yield i
            if got: yield [got]
        finally:
            done.append(i)
done = []
def early():
    for i in [1, 2, 3]:
        with A(i) as v:
            try:
                if v == 2: return [v, i]
            finally:
                done.append("f")
`);
  const { run } = krait({ "/lib.mpy": lib });
  assert.equal(run(`
from lib import *
b = B(1)
with b as v: raise KeyError
up = counter()
g = gen(2)
print(v, b.left, b.twice, up(), up(5), next(g), g.send("x"), next(g), list(g), done, early(), done)`),
  "2 <class 'KeyError'> 4 1 6 0 ['x'] 1 [] [0, 1] [2, 2] [0, 1, 'f', 'f']\n".replace("[0, 1] [2",
    "[0, 1, 'f', 'f'] [2"));
});

test("its coroutines are awaited by coroutines of a source, and the other way round", async () => {
  const lib = await mpy(`
class Manager:
    async def __aenter__(self): await pause("in"); return 7
    async def __aexit__(self, *a): await pause(a[0] and a[0].__name__); return True
class Awaitable:
    def __init__(self, what): self.what = what
    def __iter__(self): return (yield self.what)
def pause(what): return Awaitable(what)
async def f(other):
    for i in range(3):
        async with Manager() as v:
            if i == 0: raise KeyError
            if i == 1: continue
            return v, await other
`);
  const { run } = krait({ "/lib.mpy": lib });
  assert.equal(run(`
import lib
class Wait:
    def __await__(self): return (yield "here")
async def mine(): return await Wait()
async def main(): return await lib.f(mine())
m, sent = main(), None
while True:
    try: print(m.send(sent), end=" "); sent = 5
    except StopIteration as e: print(e.value); break`), "in KeyError in None in here None (7, 5)\n");
});

test("NAME.py goes before NAME.mpy in a folder, folders go in the order of sys.path", async () => {
  const [a, b] = [await mpy("x = 'mpy'"), await mpy("x = 'init'")];
  const { run } = krait({
    "/both.py": "x = 'py'", "/both.mpy": a, "/lib/first.py": "x = 'late'", "/first.mpy": a,
    "/pkg/__init__.mpy": b,
    "/pkg/sub.mpy": await mpy("from . import x\nfrom .other import y\nz = x + y"),
    "/pkg/other.py": "y = '!'",
  });
  assert.equal(run(`
import both, first, pkg.sub
print(both.x, first.x, pkg.x, pkg.sub.z, pkg.__path__, pkg.sub.__package__)`), "py mpy init init! ['/pkg'] pkg\n");
});

test("native code and other versions are refused", async () => {
  const lib = await mpy("x = 1");
  const native = Uint8Array.from(lib), old = Uint8Array.from(lib);
  native[2] |= 6 << 2;
  old[1] = 5;
  const { run } =
    krait({ "/native.mpy": native, "/old.mpy": old, "/empty.mpy": new Uint8Array(0) });
  assert.equal(error(() => run("import native")), "ValueError: native code in .mpy unsupported");
  assert.equal(error(() => run("import old")), "ValueError: incompatible .mpy file");
  assert.equal(error(() => run("import empty")), "ValueError: incompatible .mpy file");
  assert.equal(run("import sys\nprint('native' in sys.modules, sys.implementation._mpy & 0xff)"),
    "False 6\n");
});

test("damaged files are refused or run: they never leave the machine", async () => {
  const lib = await mpy(`
import sys
def f(a, b=1, *args, c=2, **kw):
    def g(): return a
    try:
        for i in [1, 2]:
            with open as y:
                if i: break
    except ValueError as e: print(e, end="")
    finally: del kw
    return g, [x for x in args], {x: c for x in args}, (x for x in args)
class A(list):
    def m(self): yield from super().__iter__()
    async def n(self):
        async with A() as q: return q
for r in range(3): q, *w = "abc"
a = A(); a.x = 1; del a.x
for t in (lambda: f(1), lambda: f(1, 2, 3, **{'k': 1}), lambda: list(A([1]).m()), lambda: A().n().send(None)):
    try: print(len(t()))
    except Exception as e: print(type(e))
`);
  let { python } = krait({});
  const outcomes = { refused: 0, ended: 0 };
  for (let i = 4; i < lib.length; i++) {
    for (const value of [0, 0x53, 0x59, 0x5a, 0x81, lib[i] ^ 1, lib[i] ^ 0x10, (lib[i] + 1) & 255])
      {
      const copy = Uint8Array.from(lib);
      copy[i] = value;
      python.files.writeFile("/lib.mpy", copy);
      try {
        const task = python.start("import sys\nsys.modules.pop('lib', 0)\nimport lib");
        task.step({ fuel: 20000 });
        task.abandon();
        outcomes.ended++;
      } catch (e) {
        assert.ok(e instanceof PythonError, `byte ${i} = ${value}: ${e.stack}`);
        outcomes.refused++;
      }
    }
  }
  assert.ok(outcomes.refused > 100 && outcomes.ended > 100, JSON.stringify(outcomes));
  assert.equal(python.run("6 * 7"), 42);
});

/** A file in which the bytes `from` are changed to `to`, both in hexadecimal. */
async function damaged(source, from, to) {
  const bytes = Buffer.from(await mpy(source)), at = bytes.indexOf(Buffer.from(from, "hex"));
  assert.ok(at > 0, bytes.toString("hex"));
  bytes.write(to, at, "hex");
  return Uint8Array.from(bytes);
}

test("LOAD_NULL makes no item of a display", async () => {
  const { python } = krait({});
  const displays = [["x = {1, 2}", "81822d", "53822d"], ["x = [1, 2]", "81822b", "53822b"],
    ["x = [0][1:2]", "81822e", "53822e"],
    ["def f(a): return a, 2", "b0822a", "53822a"]];
  for (const [source, from, to] of displays) {
    python.files.writeFile("/lib.mpy", await damaged(source, from, to));
    assert.throws(() => python.run("import lib\nlib"), /incompatible .mpy file/, source);
  }
});

test("damaged code that goes back, wherever from, uses fuel", async () => {
  const { python } = krait({});
  // LOAD_CONST_NONE, END_FINALLY: there is no exit of number 0.
  python.files.writeFile("/exit.mpy", await damaged("try: pass\nfinally: pass\n", "515d", "805d"));
  assert.throws(() => python.run("import exit", { fuel: 1000 }), /invalid bytecode/);
  // The test of an except clause that does not match leads to its own beginning.
  python.files.writeFile("/match.mpy",
    await damaged("try: raise KeyError\nexcept ValueError: pass\n", "df4443", "df443a"));
  assert.throws(() => python.run("import match", { fuel: 1000 }), FuelError);
  assert.equal(python.run("6 * 7"), 42);
});
