// The JavaScript API: values, output, errors, tasks, waits, instances.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { DisposedError, LoadError, PythonError, WaitError, load,
  loadSync } from "../../dist/index.js";

const bytes = readFileSync(new URL("../../dist/krait.wasm", import.meta.url));
const module = new WebAssembly.Module(bytes);
/** An instance that keeps what it prints. */
function open(options = {}) {
  const out = { stdout: "", stderr: "" };
  const python = loadSync(module, {
    stdout: (text) => { out.stdout += text; }, stderr: (text) => { out.stderr += text;
    }, ...options,
  });
  return { python, out };
}

test("the last expression is the value", () => {
  const { python } = open();
  assert.equal(python.run("1 + 2"), 3);
  assert.equal(python.run("x = 5"), null);
  assert.equal(python.run("x"), 5);
  assert.equal(python.run("'a' * 3"), "aaa");
  assert.equal(python.run("2 ** 53 - 1"), Number.MAX_SAFE_INTEGER);
  assert.equal(python.run("2 ** 100"), 2n ** 100n);
  assert.equal(python.run("-2 ** 63"), -(2n ** 63n));
  assert.equal(python.run("0.1"), 0.1);
  assert.equal(python.run("float('nan')"), NaN);
  assert.equal(python.run("1 > 2"), false);
  assert.equal(python.run("None"), null);
  assert.deepEqual(python.run("[1, 'x']").toJs(), [1, "x"]);
  assert.equal(python.run(""), null);
});

test("load takes bytes, a module, a URL", async () => {
  for (const wasm of [bytes, module, new URL("../../dist/krait.wasm", import.meta.url), undefined])
    {
    const python = await load(wasm === undefined ? {} : { wasm });
    assert.equal(python.run("6 * 7"), 42);
  }
  await assert.rejects(load({ wasm: new Uint8Array(8) }), LoadError);
  await assert.rejects(load({ wasm: new URL("file:///nowhere.wasm") }), LoadError);
});

test("output comes whole and in order", () => {
  const { python, out } = open();
  python.run("print('é', end='')\nfor i in range(5000): print(i)\nprint('日🙂' * 5000)");
  const lines = out.stdout.split("\n");
  assert.equal(lines[0], "é0");
  assert.equal(lines[4999], "4999");
  assert.equal(lines[5000], "日🙂".repeat(5000));
  python.run("import sys\nsys.stderr.write('bad')");
  assert.equal(out.stderr, "bad");
});

test("errors carry type, message and frames", () => {
  const { python } = open();
  assert.throws(() => python.run("def f(): return 1 / 0\nf()", { filename: "p.py" }), (error) => {
    assert.ok(error instanceof PythonError);
    assert.equal(error.type, "ZeroDivisionError");
    assert.equal(error.text, "division by zero");
    assert.deepEqual(error.traceback.map((t) => [t.file, t.line]), [["p.py", 2], ["p.py", 1]]);
    assert.match(error.formatted, /^Traceback \(most recent call last\):\n/);
    return true;
  });
  assert.throws(() => python.run("x = = 1"), { type: "SyntaxError" });
  assert.throws(() => python.run("import sys; sys.exit(3)"),
    (e) => e.type === "SystemExit" && e.exitCode === 3);
  assert.equal(python.run("1"), 1);
});

test("a task runs on a budget, and is resumable", () => {
  const { python } = open();
  const task = python.start("n = 0\nwhile n < 100000: n += 1\nn");
  let steps = 0;
  while (task.step({ fuel: 1000 }).status !== "done") steps++;
  assert.equal(task.result, 100000);
  assert.ok(steps >= 90 && steps <= 110, `${steps} steps`);
});

test("the same program uses the same fuel", () => {
  const used = () => {
    const { python } = open();
    python.run("def f(n): return n if n < 2 else f(n - 1) + f(n - 2)\nf(15)\nsorted(range(1000))");
    return python.fuelUsed;
  };
  assert.equal(used(), used());
});

test("interrupts end loops and waits", async () => {
  const { python } = open();
  const task = python.start("while True: pass");
  setTimeout(() => task.interrupt(), 30);
  await assert.rejects(task.run(), { type: "KeyboardInterrupt" });
  const sleeper = python.start("import time\ntime.sleep(100)\nprint('not reached')");
  setTimeout(() => sleeper.interrupt(), 30);
  await assert.rejects(sleeper.run(), { type: "KeyboardInterrupt" });
  const deadline = Date.now() + 50;
  const other = open({ shouldInterrupt: () => Date.now() > deadline });
  assert.throws(() => other.python.run("while True: pass"), { type: "KeyboardInterrupt" });
});

test("sleep and input suspend", async () => {
  const lines = ["Ada\n", null];
  const { python, out } =
    open({ stdin: () => new Promise((done) => { setTimeout(() => done(lines.shift()), 5); }) });
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  const value =
    await python
      .runAsync("import time\ntime.sleep(0.05)\nname = input('? ')\nprint('Hi', name)\nlen(name)");
  clearInterval(timer);
  assert.equal(value, 3);
  assert.equal(out.stdout, "? Hi Ada\n");
  assert.ok(turns > 5, `${turns} turns of the event loop`);
  await assert.rejects(python.runAsync("input()"), { type: "EOFError" });
  const other = open({ stdin: () => new Promise(() => {}) });
  assert.throws(() => other.python.run("input()"), WaitError);
  assert.equal(other.python.run("1"), 1);
});

test("files live in memory", () => {
  const { python } = open({ files: { "/lib/tool.py": "value = 7", "data.txt": "one\ntwo\n" } });
  assert.equal(python.run("import tool\ntool.value"), 7);
  assert.equal(python.run("open('data.txt').read()"), "one\ntwo\n");
  python.run("import os\nos.mkdir('d')\nwith open('d/new.txt', 'w') as f: f.write('é')");
  assert.equal(new TextDecoder().decode(python.files.readFile("/d/new.txt")), "é");
  assert.throws(() => python.run("open('/none')"), { type: "FileNotFoundError" });
});

test("arguments, environment, clock and random numbers are given", () => {
  const { python } = open({
    args: ["prog", "é"], env: { HOME: "/h" }, directory: "/",
    clock: { now: () => 86400.5, ticks: () => 1000, zoneOffset: () => 3600 },
    random: (into) => into.fill(7),
  });
  assert.equal(python.run("import sys, os, time\nsys.argv[1] + os.getenv('HOME')"), "é/h");
  assert.equal(python.run("time.time()"), 86400.5);
  assert.equal(python.run("time.localtime()[3]"), 1);
  assert.equal(python.run("os.urandom(2) == b'\\x07\\x07'"), true);
});

test("the heap limit holds, and the instance goes on", () => {
  const { python } = open({ heapLimit: 4 << 20 });
  assert.throws(() => python.run("x = []\nwhile True: x.append('a' * 1000)"),
    { type: "MemoryError" });
  python.run("x = None");
  assert.equal(python.run("len([0] * 1000)"), 1000);
  assert.ok(python.core.memory.buffer.byteLength < 16 << 20);
});

test("instances are separate; a disposed one says so", () => {
  const a = open(), b = open();
  a.python.run("x = 1");
  assert.throws(() => b.python.run("x"), { type: "NameError" });
  a.python.dispose();
  a.python.dispose();
  assert.throws(() => a.python.run("1"), DisposedError);
});

test("a wait that is over, or was given up, leaves nothing behind for the next", async () => {
  const wanted = [];
  const { python, out } = open({ stdin: () => new Promise((done) => { wanted.push(done); }) });
  const first = python.runAsync("input('first? ')");
  setTimeout(() => python.interrupt(), 10);
  await assert.rejects(first, { type: "KeyboardInterrupt" });
  const second =
    python.runAsync(
      "import sys, time\ntext = input('second? ')\nsys.stdin.readline()\nbefore = time.ticks_ms()\n"
    + "time.sleep(0.05)\n(text, time.ticks_ms() - before >= 45, input('third? ')) == ('Ada', True, 'Bob')");
  for (const line of ["Ada\n", "x\n", "Bob\n"]) {
    while (wanted.length === 0) await new Promise((done) => { setTimeout(done, 1); });
    wanted.shift()(line);
  }
  assert.equal(await second, true);
  assert.equal(out.stdout, "first? second? third? ");
});
