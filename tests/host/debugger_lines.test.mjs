// Stepping through every kind of statement: the stops are those of CPython's tracing.
//
// tests/host/debugger/NAME.stops is what trace.py printed there (checked again where there is a
// CPython 3.11). A line with the comment `no stop` has no code of its own here (`try:`, `pass`,
// constants ...): docs/embedding.md, "Debugging". `no stop on yield`: a generator that delegates is
// not stopped in when the inner one yields. `no stop on return`: the return becomes an exception.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { loadSync } from "../../dist/index.js";

const module =
  new WebAssembly.Module(readFileSync(new URL("../../dist/krait.wasm", import.meta.url)));
const folder = join(dirname(fileURLToPath(import.meta.url)), "debugger");
const names = readdirSync(folder).filter((name) => name.endsWith(".stops")).map((name) =>
  name.slice(0, -6));
const read = (name) => readFileSync(join(folder, name), "utf8");

/** The stops of stepping into everything, as trace.py writes them. */
function stops(source, step = "stepInto", filename = "program.py") {
  const task = loadSync(module).start(source, { filename });
  const seen = [];
  for (let at = task.stepInto(); at.status === "breakpoint"; at = task[step]()) {
    assert.equal(at.stop.reason, "step");
    assert.equal(at.stop.file, filename);
    seen.push(`${at.stop.name} ${at.stop.line}`);
    assert.ok(seen.length < 5000, "no end");
  }
  assert.equal(task.status, "done");
  return seen;
}

for (const name of names) {
  test(`stops in ${name}.py`, () => {
    const source = read(`${name}.py`);
    const lines = source.split("\n");
    const expected = read(`${name}.stops`).trim().split("\n").filter((stop) => {
      const [, line, returned, yielded] = stop.split(" ");
      const mark = /# no stop( on \w+)?$/.exec(lines[line - 1]);
      return !mark
        || (mark[1] !== undefined
        && mark[1] !== (yielded ? " on yield" : returned && " on return"));
    }).map((stop) => stop.replace(/ <.*/, ""));
    assert.deepEqual(stops(source), expected);
  });
}

test("the expectations are CPython's", (t) => {
  const python = (...args) => spawnSync("python3", args, { encoding: "utf8", cwd: folder });
  if (!/^3\.11/.test(python("-c", "import sys; print(sys.version)").stdout ?? "")) {
    t.skip("no CPython 3.11");
    return;
  }
  for (const name of names) {
    const { stdout, stderr } = python("trace.py", `${name}.py`);
    assert.equal(stdout, read(`${name}.stops`), `${name}: ${stderr}`);
  }
});

test("the same under collection at every safepoint", () => {
  const source = read("generators.py");
  const python = loadSync(module);
  python.core.stress(1);
  const task = python.start(source, { filename: "program.py" });
  let count = 0;
  for (let at = task.stepInto(); at.status === "breakpoint"; at = task.stepInto()) count++;
  assert.equal(count, stops(source).length);
});

test("loops on one line stop once each time round", () => {
  assert.deepEqual(stops("n = 3\nwhile n: n -= 1\n").slice(0, 2), ["<module> 1", "<module> 2"]);
  for (const source of ["n = 3\nwhile n: n -= 1\nn", "for i in [1, 2, 3]: i\n1 + 1",
      "for i in range(3): n = i\nn"]) {
    const count = stops(source).length;
    assert.ok(count >= 4 && count <= 6, `${source}: ${count}`);
  }
});

test("steps over calls, and out of them", () => {
  const source = "def f(n):\n  if n:\n    f(n - 1)\n  return n\nf(2)\nx = f(0) + f(1)\n";
  assert.deepEqual(stops(source, "stepOver"), ["<module> 1", "<module> 5", "<module> 6"]);
  const task = loadSync(module).start(source);
  const at = (step) => {
    const { stop } = task[step]();
    return stop && `${stop.name} ${stop.line} ${task.stack.length}`;
  };
  assert.equal(at("stepOver"), "<module> 1 1");
  assert.equal(at("stepInto"), "<module> 5 1");
  assert.equal(at("stepInto"), "f 2 2");
  assert.equal(at("stepInto"), "f 3 2");
  assert.equal(at("stepInto"), "f 2 3");
  assert.equal(at("stepOver"), "f 3 3");
  assert.equal(at("stepOver"), "f 4 3");
  assert.equal(at("stepOver"), "f 3 2");           // returned
  assert.equal(at("stepOut"), "<module> 5 1");
  assert.equal(at("stepInto"), "<module> 6 1");
  assert.equal(at("stepInto"), "f 2 2");
  assert.equal(at("stepOut"), "<module> 6 1");     // in the middle of the line
  assert.equal(at("stepInto"), "f 2 2");           // the second call of the line
  assert.equal(at("stepOut"), "<module> 6 1");
  assert.equal(at("stepOver"), undefined);
  assert.equal(task.status, "done");
});

test("steps out of a function that raises stop where that is handled", () => {
  const task = loadSync(module).start(
    "def g(): \n  1 / 0\ndef f():\n  g()\n  return 2\ntry:\n  f()\nexcept ZeroDivisionError:\n  x = 1\n");
  let at;
  do at = task.stepInto(); while (at.stop.name !== "g");
  at = task.stepOut();
  assert.deepEqual([at.stop.name, at.stop.line], ["<module>", 8]);
  at = task.stepOut();
  assert.equal(at.status, "done");
});

test("a step that waits or runs out of fuel is still being made", () => {
  const python = loadSync(module);
  const task = python.start("def f():\n  for i in range(1000): pass\nf()\nx = 1\n");
  task.stepOver();
  assert.equal(task.stepOver().stop.line, 3);
  assert.equal(task.stepOver({ fuel: 100 }).status, "out-of-fuel");
  let steps = 1, at;
  while ((at = task.step({ fuel: 100 })).status === "out-of-fuel") steps++;
  assert.ok(steps >= 9 && steps <= 10);
  assert.equal(at.stop.line, 4);
});

test("steps pass over the library that is frozen into the core", () => {
  const task =
    loadSync(module).start("def key(x):\n  return -x\ny = sorted([1, 2, 3], key=key)\nz = 1\n",
      { filename: "p" });
  const seen = [];
  for (let at = task.stepInto(); at.status === "breakpoint"; at = task.stepInto()) {
    assert.equal(at.stop.file, "p");
    seen.push(at.stop.line);
  }
  assert.deepEqual(seen.filter((line) => line !== 2),
    [1, 3, ...seen.filter((line) => line === 3).slice(1), 4]);
});
