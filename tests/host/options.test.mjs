// Options: what makes no sense is an OptionError that names the option; stackLimit; unknown
// options.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { OptionError, load, loadSync } from "../../dist/index.js";

const module =
  new WebAssembly.Module(readFileSync(new URL("../../dist/krait.wasm", import.meta.url)));
const refused = (name) => (error) => {
  assert.ok(error instanceof OptionError, String(error));
  assert.equal(error.option, name);
  assert.ok(error.message.startsWith(`option ${name}: `), error.message);
  return true;
};

/** Values that make no sense, by option. */
const WRONG = {
  snapshot: ["text", new ArrayBuffer(8), [1, 2]],
  heapLimit: ["1", -1, NaN, null, 1n],
  stackLimit: ["1", -1, NaN, null],
  stdout: ["text", 5, {}, null, { bytes: 5 }],
  stderr: [true, [], { write() {} }],
  stdin: [5, {}, null, new Uint8Array(1)],
  isatty: [5, "yes", null],
  args: ["text", [1], {}, null],
  path: ["text", ["/", null]],
  env: ["text", { A: 1 }, { A: null }, null],
  files: ["text", { "/x": 5 }, { "/x": [1] }, null],
  mounts: ["text", { "relative": {} }, { "/": {} }, { "/a/../b": {} }, { "/a": 5 },
    { "/a": { files: 5 } }, { "/a": { "/x": 5 } }, null],
  directory: [5, null],
  clock: [{}, { now: () => 0 }, { ticks: () => 0 }, () => 0, null],
  random: [5, {}, null],
  modules: [5, { db: 5 }, { "no-name": {} }, { "a..b": {} }, { "": {} }, { "1a": {} }, { db: null },
    null],
  js: [5, "Math", [1], {}, null],
  shouldInterrupt: [true, {}, null],
};

test("load and loadSync refuse every option that makes no sense", async () => {
  for (const [name, values] of Object.entries(WRONG)) {
    for (const value of values) {
      await assert.rejects(load({ [name]: value }), refused(name), `${name}: ${String(value)}`);
      assert.throws(() => loadSync(module, { [name]: value }), refused(name));
    }
  }
  for (const name of ["heaplimit", "Stdout", "timeoutMs", "constructor", "__proto__x", ""]) {
    await assert.rejects(load({ [name]: 1 }), refused(name));
    assert.throws(() => loadSync(module, { [name]: undefined }), refused(name));
  }
  for (const options of [null, 5, "text"]) {
    await assert.rejects(load(options), refused("options"));
    assert.throws(() => loadSync(module, options), refused("options"));
  }
  // undefined is as if the option was not there.
  const nothing = Object.fromEntries(Object.keys(WRONG).map((name) => [name, undefined]));
  assert.equal((await load(nothing)).run("1 + 1"), 2);
});

test("what runs are given is looked at before anything runs", async () => {
  let ran = 0;
  const py = await load({ modules: { host: { ran: () => { ran++; } } } });
  const code = "import host\nhost.ran()";
  const wrong = {
    fuel: [-1, 1.5, NaN, Infinity, "1", -1n, null, {}],
    timeoutMs: [-1, NaN, "1", null, 1n],
    signal: [{}, true, null, new AbortController()],
    globals: [5, "x"],
    filename: [5, {}, null],
  };
  for (const [name, values] of Object.entries(wrong)) {
    for (const value of values) {
      const options = { [name]: value };
      assert.throws(() => py.run(code, options), refused(name), `${name}: ${String(value)}`);
      await assert.rejects(py.runAsync(code, options), refused(name));
      if (name === "globals" || name === "filename") {
        assert.throws(() => py.start(code, options), refused(name));
      } else {
        const task = py.start(code);
        assert.throws(() => task.step(options), refused(name));
        await assert.rejects(task.run(options), refused(name));
        assert.throws(() => task.stepInto(options), refused(name));
        // The task is what it was.
        assert.equal(task.status, "ready");
        task.abandon();
      }
    }
  }
  for (const source of [5, null, undefined, {}, new Uint8Array(2)]) {
    assert.throws(() => py.run(source), refused("code"));
    await assert.rejects(py.runAsync(source), refused("code"));
    assert.throws(() => py.start(source), refused("code"));
  }
  assert.equal(ran, 0);
  py.run(code, { fuel: 1000n, timeoutMs: 1e9, signal: new AbortController().signal, globals: {},
    filename: "f.py" });
  assert.equal(ran, 1);
});

test("stackLimit bounds the calls, and the instance goes on; beyond 1 MiB it is 1 MiB", async () => {
  const depth = (py) =>
    py.run("def f(n):\n    global deepest\n    deepest = n\n    return f(n + 1)\ntry:\n    f(1)\nexcept RecursionError:\n    pass\ndeepest");
  const depths = [];
  for (const stackLimit of [16 << 10, 64 << 10, 256 << 10, 1 << 20]) {
    const py = await load({ stackLimit });
    depths.push(depth(py));
    assert.equal(depth(py), depths.at(-1));
    // What is not a plain call has the same bound.
    for (const code of ["class A:\n    def __getattr__(s, n): return getattr(s, n + 'x')\nA().a",
      "def g():\n    yield from g()\nlist(g())",
      "class B:\n    def __add__(s, o): return s + o\nB() + 1",
      "f = lambda: sorted([1, 2], key=lambda x: f())\nf()"]) {
      assert.throws(() => py.run(code), { type: "RecursionError" }, code);
    }
    assert.equal(py.run("1 + 1"), 2);
  }
  for (let i = 1; i < depths.length; i++) {
    const ratio = depths[i] / depths[i - 1];
    assert.ok(ratio > 3.5 && ratio < 6, `${depths}`);
  }
  assert.equal(depth(await load({ stackLimit: 100 << 20 })), depths[3]);
  assert.equal(depth(await load()), depths[3]);
  // Less than 16 KiB is that.
  assert.equal(depth(await load({ stackLimit: 0 })), depths[0]);
});

test("heapLimit: at least 1 MiB, at most what is asked for", async () => {
  for (const heapLimit of [0, 1 << 20, 3 << 20]) {
    for (const item of ["bytes(10000)", "bytes(100)", "[]"]) {
      const py = await load({ heapLimit });
      assert.equal(py.memory.heapLimit, Math.max(heapLimit, 1 << 20));
      assert.equal(py.memory.heapPeak, py.memory.heapUsed);
      // A sixteenth and 512 KiB for small cells; two pages, in which the error is described when
      // all else is full.
      const most = py.memory.heapLimit + (py.memory.heapLimit >> 4) + (512 << 10) + (128 << 10);
      assert.throws(() => py.run(`x = []\nwhile True: x.append(${item})`), { type: "MemoryError" });
      assert.ok(py.memory.heapPeak > py.memory.heapLimit >> 1 && py.memory.heapPeak <= most,
        `${item}: ${py.memory.heapPeak}`);
      assert.equal(py.run("x = None\nlen(bytes(500000))"), 500000);
    }
  }
});
