// krait/micropython: the API of MicroPython's WebAssembly port.
import assert from "node:assert/strict";
import test from "node:test";
import { loadMicroPython } from "../../dist/micropython.js";

async function open(options = {}) {
  const lines = [];
  const mp =
    await loadMicroPython({ stdout: (line) => { lines.push(line); },
      stderr: (line) => { lines.push(`! ${line}`); }, ...options });
  return { mp, lines };
}
const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });

test("runPython: output by lines, no value, indented programs, errors with the traceback as message", async () => {
  const { mp, lines } = await open();
  assert.equal(mp.runPython("print(1)\nprint('a', end='')\nprint('b')\n1 + 1"), null);
  mp.runPython("\n    x = 5\n    if x:\n        print(x)\n");
  assert.deepEqual(lines, ["1", "ab", "5"]);
  assert.throws(() => mp.runPython("1/0"),
    (error) => error.name === "PythonError" && error.type === "ZeroDivisionError"
    && error.message
    === 'Traceback (most recent call last):\n  File "<stdin>", line 1, in <module>\nZeroDivisionError: division by zero\n');
});

test("globals, values, functions both ways", async () => {
  const { mp, lines } = await open();
  mp.globals.set("n", 2 ** 40);
  mp.globals.set("f", (a, b) => [a, b]);
  mp.runPython(
    "print(n + 1, f(1, b=2)[1].b)\ndef g(*a):\n    return len(a)\nclass C:\n    x = 1\nc = C()\nd = {'a': 1}");
  assert.deepEqual(lines, ["1099511627777 2"]);
  assert.equal(mp.globals.get("n"), 2 ** 40);
  assert.equal(mp.globals.get("no such name"), null);
  assert.equal(mp.globals.get("g")(1, undefined, undefined), 1);
  const c = mp.globals.get("c"), d = mp.globals.get("d");
  assert.deepEqual([c.x, c.y, "x" in c, "y" in c, Object.keys(c)],
    [1, undefined, true, false, ["x"]]);
  c.y = 2;
  delete c.y;
  assert.throws(() => { "use strict"; mp.globals.get("d").z.z; }, TypeError);
  assert.deepEqual([d.a, d.b, Object.keys(d), [...d]], [1, undefined, ["a"], ["a"]]);
  d.b = 2;
  mp.runPython("print(d)");
  assert.equal(lines.at(-1), "{'a': 1, 'b': 2}");
  assert.ok(c instanceof mp.PyProxy);
  assert.deepEqual(mp.PyProxy.toJs(d), { a: 1, b: 2 });
  assert.equal(mp.globals.get("c"), c);
  mp.globals.delete("c");
  assert.equal(mp.globals.get("c"), null);
});

test("modules, files, the module js", async () => {
  const { mp, lines } = await open();
  mp.registerJsModule("host", { add: (a, b) => a + b });
  mp.FS.mkdirTree("/lib/deep");
  mp.FS.writeFile("/lib/m.py", "import host\nvalue = host.add(1, 2)");
  assert.equal(mp.pyimport("m").value, 3);
  assert.deepEqual(mp.FS.readdir("/lib"), [".", "..", "deep", "m.py"]);
  assert.match(mp.FS.readFile("/lib/m.py", { encoding: "utf8" }), /^import host/);
  assert.throws(() => mp.FS.readFile("/nothing"), { name: "ErrnoError", errno: 2 });
  mp.FS.unlink("/lib/m.py");
  assert.equal(mp.FS.analyzePath("/lib/m.py").exists, false);
  mp.runPython("import js\nprint(js.Math.max(1, 3), js.Array.new(3).length)");
  assert.equal(lines.at(-1), "3 3");
  assert.throws(() => mp.runPython("js.no_such_name"), { type: "AttributeError" });
  assert.throws(() => mp.pyimport("no_such_module"), { type: "ModuleNotFoundError" });
});

test("promises and asyncio: tasks go on by themselves", async () => {
  const { mp, lines } = await open();
  globalThis.later = (value) => pause(5).then(() => value);
  try {
    assert.equal(await mp.runPythonAsync("import js\nprint(await js.later(7))"), null);
    mp.runPython(`
import asyncio
async def work(n):
    await asyncio.sleep(0.002)
    print("work", n, await js.later(n))
async def double(x):
    await asyncio.sleep(0)
    return x * 2
t = asyncio.create_task(work(1))
print("made")`);
    for (let i = 0; i < 200 && lines.length < 3; i++) await pause(5);
    assert.deepEqual(lines, ["7", "made", "work 1 1"]);
    assert.equal(await mp.globals.get("double")(4), 8);
    await assert.rejects(mp.runPythonAsync("await asyncio.sleep(0)\nraise ValueError('x')"),
      { type: "ValueError" });
  } finally {
    delete globalThis.later;
  }
});

test("the prompt, character by character", async () => {
  const bytes = [];
  const { mp } = await open({ stdout: (chunk) => { bytes.push(...chunk); }, linebuffer: false });
  mp.replInit();
  const type = (text) => [...text].map((char) => mp.replProcessChar(char.charCodeAt(0)));
  type("1 + 12\b\r");
  type("for i in range(2):\rprint('i', i)\r\x7f\x7f\x7f\x7f\r");
  type("1/0\r");
  type("\x05a = 3\rprint(a)\r\x04");
  assert.equal(type("\x04").at(-1), true);
  const text = Buffer.from(bytes).toString();
  for (const part of [">>> 1 + 12\b", "\n2\n>>> ", "i 0\ni 1\n", "ZeroDivisionError", "paste mode",
      "\n3\n"]) {
    assert.ok(text.includes(part), `${JSON.stringify(part)} in ${JSON.stringify(text)}`);
  }
});

test("instances stand apart, and read their own input", async () => {
  const input = [..."typed\n"].map((char) => char.charCodeAt(0));
  const a = await open({ stdin: () => input.shift() ?? null }), b = await open();
  a.mp.runPython("v = input()");
  b.mp.runPython("v = 'b'");
  assert.deepEqual([a.mp.globals.get("v"), b.mp.globals.get("v")], ["typed", "b"]);
});

test("the arguments of a JsException are the error, its name and its message", async () => {
  const { mp, lines } = await open();
  mp.registerJsModule("m", { fail: (x) => { throw x; } });
  const error = new RangeError("far");
  mp.runPython(
    "import m\ndef f(x):\n    try: m.fail(x)\n    except Exception as e:\n        print(type(e.args[0]).__name__, e.args[1:])\n        return e.args[0]");
  assert.equal(mp.globals.get("f")(error), error);
  mp.globals.get("f")(5);
  assert.deepEqual(lines, ["JsProxy ('RangeError', 'far')", "int ('Error', '5')"]);
});
