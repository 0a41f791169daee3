// Debugging: breakpoints, conditions, the stack with its variables, evaluation, stops at
// exceptions, snapshots.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { KraitError, OptionError, PythonError, loadSync } from "../../dist/index.js";

const module =
  new WebAssembly.Module(readFileSync(new URL("../../dist/krait.wasm", import.meta.url)));
const FILE = "program.py";
/** An instance, its debugger, and what it prints. */
function open(options = {}) {
  const out = [];
  const python = loadSync(module, { stdout: (text) => out.push(text), ...options });
  const debug = python.debugger;
  return { python, debug, out, start: (source) => python.start(source, { filename: FILE }) };
}
const brk = (debug, line, condition) =>
  debug.add({ file: FILE, line, ...(condition && { condition }) });
/** Runs to the end or a limit of stops, noting what `note` gives at each. */
function stops(task, note = ({ stop }) => stop.line, most = 1000) {
  const seen = [];
  for (let at = task.step(); at.status === "breakpoint" && seen.length < most; at = task.step())
    seen.push(note(task, at));
  return seen;
}

test("a breakpoint in a loop is hit each time, with the locals of the time", () => {
  const { debug, start } = open();
  const b = brk(debug, 4);
  assert.equal(b.verified, false);
  const task =
    start("def f(n):\n  total = 0\n  for i in range(n):\n    total += i\n  return total\nf(4)\n");
  assert.equal(b.line, 4);
  const seen = stops(task, ({ stack: [frame], stop }) => {
    assert.equal(stop.reason, "breakpoint");
    assert.equal(stop.breakpoint.id, b.id);
    assert.equal(stop.name, "f");
    return { ...frame.locals };
  });
  assert.deepEqual(seen, [0, 1, 2, 3].map((i) => ({ n: 4, total: [0, 0, 1, 3][i], i })));
  assert.equal(task.result, 6);
});

test("a line without code moves to the next that has some", () => {
  const { debug, start } = open();
  const source =
    "x = 1\n\n# nothing\ntry:\n  pass\n  x = 2\nexcept ValueError:\n  x = 3\ndef f():\n  '''doc'''\n  return 1\n";
  const place = [2, 3, 4, 5, 10, 12].map((line) => brk(debug, line));
  const task = start(source);
  assert.deepEqual(place.map((b) => b.line), [6, 6, 6, 6, 11, undefined]);
  assert.deepEqual(place.map((b) => b.requested), [2, 3, 4, 5, 10, 12]);
  assert.deepEqual(stops(task), [6]);
  // Code that is there already.
  const other = open();
  const begun = other.start(source);
  assert.deepEqual([2, 10, 7].map((line) => brk(other.debug, line).line), [6, 11, 7]);
  assert.deepEqual(stops(begun), [6]);
  // A function not yet called, whose module is forgotten.
  const late = open();
  late.python.run("def g():\n\n  y = 1\n  return y", { filename: FILE });
  assert.equal(brk(late.debug, 2).line, 3);
  assert.deepEqual(stops(late.start("g()")), [3]);
});

test("breakpoints in functions, methods, class bodies, generators, comprehensions, other files", () => {
  const { python, debug } =
    open({ files: { "/lib/helper.py": "def half(x):\n    return x // 2\n" } });
  const source = ["import helper",                      // 1
    "class A:", "  x = [n * 2 for n in range(2)]", "", "  def m(self):", "    return helper.half(9)",     // 2-6
    "def g():", "  yield 1", "  yield 2", "for v in g(): pass", "A().m()"].join("\n");
  for (const line of [3, 6, 9]) brk(debug, line);
  debug.add({ file: "/lib/helper.py", line: 2 });
  const task = python.start(source, { filename: FILE });
  const seen = stops(task, ({ stop }) => `${stop.file} ${stop.name} ${stop.line}`);
  assert.deepEqual(seen,
    ["A 3", "<listcomp> 3", "<listcomp> 3", "<listcomp> 3", "g 9", "m 6"].map((s) => `${FILE} ${s}`)
    .concat("/lib/helper.py half 2"));
});

test("conditions", () => {
  const { debug, start } = open();
  brk(debug, 3, "i % 2 and all(i >= k for k in range(i))");
  const task = start("def f(n):\n  for i in range(n):\n    x = i\nf(6)\n");
  assert.deepEqual(stops(task, ({ stack }) => stack[0].locals.i), [1, 3, 5]);
  assert.throws(() => brk(debug, 3, "1 +"),
    (error) => error instanceof PythonError && error.type === "SyntaxError");
  assert.throws(() => debug.add({ file: FILE, line: 0 }), OptionError);
  assert.equal(debug.breakpoints.length, 1);
  assert.equal(debug.breakpoints[0].condition, "i % 2 and all(i >= k for k in range(i))");
  // One that raises stops; one that does not end stops, too, and harms nobody.
  debug.clear();
  brk(debug, 2, "nowhere");
  assert.deepEqual(stops(start("x = 1\ny = 2\n")), [2]);
  debug.clear();
  brk(debug, 2, "[x for x in iter(int, 1)]");
  assert.deepEqual(stops(start("x = 1\ny = 2\n")), [2]);
});

test("conditions cost no fuel, nor do stops and questions", () => {
  const source = "def f(n):\n  for i in range(n):\n    x = i\nf(20)\nfor i in [1, 2, 3]:\n  f(i)\n";
  const plain = open();
  const free = plain.start(source);
  stops(free);
  const { debug, start } = open();
  brk(debug, 3, "sum(range(100)) and i % 5 == 0");
  const task = start(source);
  const seen = stops(task, ({ stack: [frame] }) => frame.evaluate("sum(range(1000))"));
  assert.equal(seen.length, 7);
  assert.equal(task.fuelUsed, free.fuelUsed);
});

test("removal while the program runs", () => {
  const { debug, start } = open();
  const b = brk(debug, 2);
  const task = start("for i in range(5):\n  x = i\n");
  assert.equal(task.step().stop.line, 2);
  assert.equal(task.step().stop.line, 2);
  assert.equal(debug.remove(b), true);
  assert.equal(debug.remove(b), false);
  assert.equal(b.verified, false);
  assert.equal(task.step().status, "done");
  brk(debug, 1);
  assert.equal(debug.remove({ file: FILE, line: 1 }), true);
  assert.deepEqual(debug.breakpoints, []);
});

test("the stack: frames, recursion, generators, cells, class bodies", () => {
  const { debug, start } = open();
  brk(debug, 4);
  const task =
    start(["def outer(a):", "  c = a + 1", "  def inner(b, *rest, **kw):", "    d = c + b",
      "    return d",
    "  return inner", "def gen(n):", "  for i in range(n):", "    yield outer(i)(2, 3, k=4)",
    "class K:",
    "  z = 'x'", "  w = list(gen(1))"].join("\n"));
  task.step();
  // Helpers of the library are frames, too.
  const own = task.stack.filter(({ file }) => !file.startsWith("<frozen "));
  assert.deepEqual(own.map(({ name, line, file }) => [name, line, file]), [
    ["inner", 4, FILE], ["gen", 9, FILE], ["K", 12, FILE], ["<module>", 10, FILE]]);
  const [inner, gen] = task.stack;
  const { rest, kw, ...plain } = inner.locals;
  assert.deepEqual(plain, { c: 1, b: 2 });
  assert.deepEqual([rest.toJs(), kw.toJs()], [[3], { k: 4 }]);
  assert.deepEqual({ ...gen.locals }, { n: 1, i: 0 });
  const body = own[2];
  assert.equal(body.locals.z, "x");
  assert.equal(body.locals.__qualname__, "K");
  assert.equal(inner.globals.gen.__name__, "gen");
  assert.deepEqual(inner.variables().find(({ name }) => name === "rest"),
    { name: "rest", type: "tuple", text: "(3,)" });
  assert.throws(() => { task.step(); void inner.locals; }, KraitError);
  assert.deepEqual(task.stack, []);
});

test("variables whose repr raises, does not end, or is long", () => {
  const { debug, start } = open();
  brk(debug, 8);
  const task =
    start(["class Bad:", "  def __repr__(self): return 1 / 0", "class Slow:",
      "  def __repr__(self):",
    "    while True: pass", "a, b = Bad(), Slow()", "c = 'y' * 1000", "d = 1"].join("\n"));
  task.step();
  const shown = Object.fromEntries(task.stack[0].variables().map(({ name, text }) => [name, text]));
  assert.equal(shown.a, "<repr raised ZeroDivisionError>");
  assert.match(shown.b, /^<repr raised /);
  assert.equal(shown.c, `'${"y".repeat(199)}...`);
  assert.equal(task.step().status, "done");
});

test("evaluation: expressions, statements, assignments, errors", () => {
  const { python, debug, start } = open();
  brk(debug, 4);
  const task =
    start(["def f(a, b):", "  t = a * b", "  k = lambda: t", "  return t + k()", "n = f(6, 7)",
      "n"].join("\n"));
  task.step();
  assert.equal(task.evaluate("t"), 42);
  assert.deepEqual(task.evaluate("[a + i for i in range(b - 4)]").toJs(), [6, 7, 8]);
  assert.equal(task.evaluate("(lambda: a + b)()"), 13);
  assert.equal(task.evaluate("x = 5\nx * 2"), 10);
  assert.equal(task.evaluate("f.__name__", 1), "f");
  assert.equal(python.run("2 + 2"), 4);
});

test("evaluation changes variables; what it raises does not reach the program", () => {
  const { debug, start } = open();
  brk(debug, 4);
  const task =
    start(["def f(a, b):", "  t = a * b", "  k = lambda: t", "  return a + k()", "n = f(6, 7)",
      "n"].join("\n"));
  task.step();
  task.evaluate("a = 100");
  task.evaluate("t = 1000");
  task.evaluate("global n\nn = 3");
  assert.deepEqual([task.stack[0].locals.a, task.stack[0].locals.t, task.stack[1].locals.n],
    [100, 1000, 3]);
  assert.throws(() => task.evaluate("1 / 0"),
    (error) => error instanceof PythonError && error.type === "ZeroDivisionError");
  assert.throws(() => task.evaluate("1 +"),
    (error) => error instanceof PythonError && error.type === "SyntaxError");
  assert.throws(() => task.evaluate("while True: pass"), PythonError);
  assert.throws(() => task.evaluate("a", 7), KraitError);
  assert.equal(task.step().status, "done");
  assert.equal(task.result, 1100);
});

test("a breakpoint inside a nested run is passed over and counted", () => {
  const { debug, start } = open();
  brk(debug, 4);
  const task = start(["class A:", "  def __init__(self, n): self.n = n", "  def __lt__(self, o):",
    "    return self.n < o.n", "x = sorted([A(2), A(1), A(3)])", "y = A(1) < A(2)"].join("\n"));
  // The comparison of the last line is no nested run.
  assert.deepEqual(stops(task, ({ stack }) => stack[1].line), [6]);
  assert.ok(debug.skipped >= 2);
});

test("stops at exceptions", () => {
  const source = ["import json", "def f():", "  raise KeyError('k')", "def guarded(types):",
    "  try:", "    f()",
    "  except types: pass", "try:", "  f()", "except (IndexError, KeyError): pass", "try:", "  f()",
    "finally:", "  x = 1"].join("\n");
  const at = ({ stop, stack }) =>
    `${stop.reason} ${stop.exception} ${stop.line} ${stack.at(-1).line}`;
  const first = open();
  assert.equal(first.debug.breakOnException, "none");
  first.debug.breakOnException = "all";
  const seen = [];
  const task = first.start(source);
  assert.throws(() => {
    for (let s = task.step(); s.status === "breakpoint"; s = task.step()) seen.push(at(task));
  },
    (error) => error instanceof PythonError && error.type === "KeyError" && error.traceback.length
      === 2);
  assert.deepEqual(seen, ["exception KeyError: 'k' 3 9", "exception KeyError: 'k' 3 12"]);
  const second = open();
  second.debug.breakOnException = "uncaught";
  const other = second.start(source);
  assert.equal(other.step().status, "breakpoint");
  assert.equal(at(other), "exception KeyError: 'k' 3 12");
  assert.equal(other.stack[0].line, 3);
  // A step from there goes to the finally block.
  assert.equal(other.stepOver().stop.line, 14);
  assert.throws(() => other.step(), PythonError);
  assert.throws(() => { second.debug.breakOnException = "some"; }, OptionError);
});

test("who ends a program need not hear of it: SystemExit, KeyboardInterrupt", () => {
  const { debug, start } = open();
  debug.breakOnException = "all";
  assert.throws(() => start("import sys\nsys.exit(3)").step(), (error) => error.exitCode === 3);
  const task = start("while True: pass");
  task.step({ fuel: 100 });
  task.interrupt();
  assert.throws(() => task.step(), { type: "KeyboardInterrupt" });
});

test("a deep stack", () => {
  const { debug, start } = open();
  brk(debug, 2, "n == 0");
  const task = start("def f(n):\n  return n and f(n - 1)\nf(5000)\n");
  task.step();
  const { stack } = task;
  assert.equal(stack.length, 5002);
  assert.deepEqual([stack[0].locals.n, stack[4999].locals.n, stack[5001].name],
    [0, 4999, "<module>"]);
  assert.equal(task.stepOut().stop.line, 2);
  assert.equal(task.stack[0].locals.n, 1);
  debug.clear();
  assert.equal(task.step().status, "done");
});

test("foretold handlers: names, modules' attributes, tuples in variables, chains, bare except", () => {
  const wrap = (clause) =>
    `import json\nT = (OSError, ValueError)\ndef f(x):\n  E = ValueError\n  try: int(x)\n  ${clause}\nf('z')\n`;
  const stopsFor = (source) => {
    const { debug, start } = open();
    debug.breakOnException = "uncaught";
    const task = start(source);
    let seen = 0;
    try { for (let s = task.step(); s.status === "breakpoint"; s = task.step()) seen++;
    } catch { /* it ends so */ }
    return seen;
  };
  for (const clause of ["except ValueError: pass", "except E: pass", "except T: pass",
    "except: pass", "except Exception as e: pass",
    "except KeyError: pass\n  except (TypeError, ValueError): pass",
    "except json.JSONDecodeError: pass\n  except E: pass",
    "except* ValueError: pass"]) {
    assert.equal(stopsFor(wrap(clause)), 0, clause);
  }
  for (const clause of ["except KeyError: pass", "except (KeyError, OSError): pass",
    "except json.JSONDecodeError: pass", "finally: pass",
    "except KeyError: pass\n  except IndexError: pass"]) {
    assert.equal(stopsFor(wrap(clause)), 1, clause);
  }
  assert.equal(
    stopsFor("def g():\n  yield 1\nfor x in g(): pass\nlist(map(int, ['1']))\nnext(iter([]), 0)\n"),
    0);
  assert.equal(stopsFor("next(iter([]))"), 1);
});

test("pause, then look", () => {
  const { python, start } = open();
  const task = start("def spin(n):\n  while True:\n    n += 1\nspin(0)\n");
  assert.equal(task.step({ fuel: 1000 }).status, "out-of-fuel");
  assert.deepEqual(task.stack.map(({ name, line }) => [name, line]),
    [["spin", 3], ["<module>", 4]]);
  assert.ok(task.stack[0].locals.n > 900);
  const at = task.stepOver();
  assert.equal(at.stop.line, 3);
  const waiting = python.start("import time\ndef f():\n  time.sleep(\n    100)\nf()\n",
    { filename: "w" });
  assert.equal(waiting.step().status, "waiting");
  assert.deepEqual(waiting.stack.map(({ name, line }) => [name, line]),
    [["f", 3], ["<module>", 5]]);
  assert.equal(waiting.evaluate("1 + 1"), 2);
  assert.equal(waiting.waitsFor, "time");
  assert.deepEqual(task.stack.map(({ name }) => name), ["spin", "<module>"]);
});

test("several tasks: each has its own steps and stops", () => {
  const { debug, start } = open();
  const source = "def f(n):\n  a = n\n  b = n\n  return a + b\nf(1)\nf(2)\n";
  const one = start(source), two = start(source);
  brk(debug, 3);
  one.step();
  two.step();
  assert.deepEqual([one.stop.line, two.stop.line], [3, 3]);
  two.step();
  assert.deepEqual([one.stack[0].locals.n, two.stack[0].locals.n], [1, 2]);
  assert.equal(one.stepOver().stop.line, 4);
  assert.equal(two.stepOut().stop.line, 6);
  assert.equal(one.stepOut().stop.line, 5);
  assert.equal(two.step().status, "done");
  assert.equal(one.stepOver().stop.line, 6);
  one.abandon();
  debug.clear();
  assert.equal(start(source).step().status, "done");
});

test("run calls onStop and waits; Krait.run goes on", async () => {
  const { python, debug, start } = open();
  brk(debug, 2);
  const lines = [];
  const source = "for i in range(3):\n  x = i\nx";
  assert.equal(python.run(source, { filename: FILE }), 2);
  debug.onStop = (task, stop) => { lines.push([stop.line, task.stack[0].locals.i]); };
  assert.equal(python.run(source, { filename: FILE }), 2);
  assert.deepEqual(lines.splice(0), [[2, 0], [2, 1], [2, 2]]);
  debug.onStop = (task, stop) => {
    lines.push(stop.line);
    setTimeout(() => { if (lines.length === 1) task.stepOver(); else task.resume(); }, 1);
  };
  assert.equal(await start(source).run(), 2);
  assert.deepEqual(lines, [2, 1, 2, 2]);
  debug.onStop = undefined;
  assert.equal(await start(source).run(), 2);
  debug.onStop = () => { throw new Error("mine"); };
  await assert.rejects(start(source).run(), /mine/);
});

test("interrupting and giving up a stopped program", () => {
  const { python, debug, start } = open();
  brk(debug, 3);
  const task =
    start("try:\n  x = 0\n  x = 1\nexcept KeyboardInterrupt:\n  x = 2\nfor i in range(3): pass\nx");
  task.step();
  const other =
    start("try:\n  x = 0\n  x = 1\n  while True: pass\nexcept KeyboardInterrupt:\n  x = 2\nx");
  other.step();
  other.interrupt();
  assert.equal(other.step().status, "done");
  assert.equal(other.result, 2);
  task.abandon();
  assert.deepEqual(task.stack, []);
  assert.equal(python.run("1"), 1);
});

test("a snapshot of a stopped program keeps breakpoints, the step and the exception", () => {
  const { python, debug, start } = open();
  brk(debug, 3, "n > 1");
  debug.breakOnException = "all";
  const task =
    start("def f(n):\n  a = n\n  b = n\n  return a + b\nf(1)\nf(2)\ntry:\n  1 / 0\nexcept ZeroDivisionError:\n  c = 3\nc");
  task.step();
  assert.equal(task.stack[0].locals.n, 2);
  const again = loadSync(module, { snapshot: python.snapshot() });
  assert.deepEqual(again.debugger.breakpoints.map(({ line, condition, file }) =>
    [line, condition, file]), [[3, "n > 1", FILE]]);
  const [copy] = again.tasks;
  assert.equal(copy.status, "breakpoint");
  assert.equal(copy.stop.reason, "breakpoint");
  assert.equal(copy.stack[0].locals.n, 2);
  assert.equal(copy.stepOver().stop.line, 4);
  assert.equal(copy.step().stop.reason, "exception");
  const third = loadSync(module, { snapshot: again.snapshot() });
  assert.equal(third.tasks[0].stop.exception, "ZeroDivisionError: division by zero");
  assert.equal(third.tasks[0].step().status, "done");
  assert.equal(third.tasks[0].result, 3);
  assert.equal(task.step().stop.reason, "exception");
});

test("no instruction is patched while nobody debugs, and none stays so", () => {
  const { python, debug, start } = open();
  const source = "def fib(n):\n  return n if n < 2 else fib(n - 1) + fib(n - 2)\nfib(16)\n";
  const patched = () => python.core.debugPatched();
  start(source).step();
  assert.equal(patched(), 0);
  const b = brk(debug, 2);
  assert.equal(patched(), 1);
  const task = start(source);
  task.step();
  task.stepInto();
  assert.ok(patched() > 2);
  debug.remove(b);
  assert.equal(task.step().status, "done");
  assert.equal(patched(), 0);
  const other = start(source);
  other.stepInto();
  other.abandon();
  assert.equal(patched(), 0);
});

test("without line numbers (-O3) nothing stops", () => {
  const { python, debug, start } = open();
  python.core.setOptLevel(3);
  const b = brk(debug, 2);
  const task = start("x = 1\ny = 2\n");
  assert.equal(b.verified, false);
  assert.equal(task.stepInto().status, "done");
});

test("stepping through stopped programs under collection at every safepoint", () => {
  const { python, debug, start } = open();
  python.core.stress(1);
  brk(debug, 3, "len([n for k in range(3)]) == 3");
  const task =
    start("def f(n):\n  text = 'a' * n\n  return [text] * n\nfor i in range(4):\n  f(i)\n");
  const seen =
    stops(task, ({ stack: [frame] }) => frame.variables().map(({ text }) => text).join());
  assert.deepEqual(seen, ["0,''", "1,'a'", "2,'aa'", "3,'aaa'"]);
});
