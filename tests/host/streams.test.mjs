// Standard input and output: Web Streams (backpressure, ends, errors), functions, isatty.
import assert from "node:assert/strict";
import test from "node:test";
import { DisposedError, load } from "../../dist/index.js";

const later = (ms, value) => new Promise((done) => { setTimeout(() => done(value), ms); });
const decode = (chunks) => chunks.map((chunk) => new TextDecoder().decode(chunk)).join("");
const asyncOf = (...chunks) =>
  new ReadableStream({ start(c) { for (const chunk of chunks) c.enqueue(chunk); c.close(); } });

test("a ReadableStream is standard input: texts and bytes, cut anywhere, to its end", async () => {
  const bytes = new TextEncoder().encode("zwei Ä\ndrei");
  const cut = bytes.indexOf(0xc3) + 1;                       // in the middle of a character
  const py = await load({ stdin: asyncOf("eins\n", bytes.slice(0, cut), "", bytes.slice(cut)) });
  assert.deepEqual((await py.runAsync(`
import sys
lines = [input(), sys.stdin.readline(), sys.stdin.readline(), sys.stdin.read(), sys.stdin.readline()]
try:
    input()
except EOFError:
    lines.append("EOF")
lines`)).toJs(), ["eins", "zwei Ä\n", "drei", "", "", "EOF"]);
});

test("a ReadableStream is read only as far as programs ask", async () => {
  let pulled = 0;
  const stdin = new ReadableStream({ pull(c) { c.enqueue(`line ${++pulled}\n`); } },
    { highWaterMark: 0 });
  const py = await load({ stdin });
  assert.equal(pulled, 0);
  assert.equal(await py.runAsync("input()"), "line 1");
  assert.equal(pulled, 1);
  assert.equal(await py.runAsync("input() + input()"), "line 2line 3");
  assert.equal(pulled, 3);
  assert.equal(stdin.locked, true);
  py.dispose();
  assert.equal(stdin.locked, false);
  const reader = stdin.getReader();
  assert.equal((await reader.read()).value, "line 4\n");
});

test("a ReadableStream that fails is an OSError, whose cause is the failure; later input is the end or more", async () => {
  const failure = new Error("the line broke");
  let step = 0;
  const stdin =
    new ReadableStream({ pull(c) { if (step++ === 0) c.enqueue("one\n"); else c.error(failure); } },
      { highWaterMark: 0 });
  const py = await load({ stdin });
  assert.equal(await py.runAsync("input()"), "one");
  await assert.rejects(py.runAsync("input()"), (e) => e.type === "OSError" && e.cause === failure);
  assert.equal(await py.runAsync("try:\n    input()\nexcept OSError as e:\n    r = e.errno\nr"), 5);
  // A function may fail once and go on.
  const answers = [() => { throw failure; }, async () => { throw failure; }, () => "fine\n",
    () => null];
  const other = await load({ stdin: () => answers.shift()() });
  for (let i = 0; i < 2; i++)
    await assert.rejects(other.runAsync("input()"),
      (e) => e.type === "OSError" && e.cause === failure);
  assert.equal(await other.runAsync("input()"), "fine");
  await assert.rejects(other.runAsync("input()"), { type: "EOFError" });
});

test("a stream that belongs to someone else: OSError, and the instance goes on", async () => {
  const stdin = asyncOf("x\n"), stdout = new WritableStream();
  stdin.getReader();
  stdout.getWriter();
  const py = await load({ stdin, stdout });
  await assert.rejects(py.runAsync("input()"),
    (e) => e.type === "OSError" && e.cause instanceof TypeError);
  await assert.rejects(py.runAsync("import sys\nprint('x')\nsys.stdout.flush()"),
    (e) => e.type === "OSError" && e.cause instanceof TypeError);
  assert.equal(py.run("1 + 1"), 2);
});

test("a WritableStream takes bytes; a program that prints faster than it drains waits", async () => {
  const chunks = [];
  let most = 0, written = 0, taken = 0, release;
  const closed = new Promise((done) => { release = done; });
  const stdout =
    new WritableStream(
      { async write(chunk) { await closed; chunks.push(chunk); taken += chunk.length; } },
    new ByteLengthQueuingStrategy({ highWaterMark: 16384 }));
  const py =
    await load({ stdout,
      modules: { host: { note(n) { written = n; most = Math.max(most, n - taken); } } } });
  const task =
    py.start(
      "import host\nfor i in range(1, 2001):\n    print('x' * 999)\n    host.note(i * 1000)\ni");
  const run = task.run();
  // While the sink takes nothing, the program comes to a stop.
  for (let still = 0; still < 20; still++) {
    if (task.waitsFor !== "output") still = 0;
    await later(1);
  }
  const stopped = written;
  await later(20);
  assert.equal(written, stopped);
  assert.ok(stopped > 0 && stopped < 400_000, `${stopped} bytes ahead`);
  release();
  assert.equal(await run, 2000);
  await py.flush();
  assert.equal(decode(chunks), `${"x".repeat(999)}\n`.repeat(2000));
  assert.ok(most < 400_000, `${most} bytes ahead`);
  assert.equal(stdout.locked, true);
  py.dispose();
  await later(1);
  assert.equal(stdout.locked, false);
  await stdout.close();
});

test("a program that waits for room is interrupted, stepped, and given up", async () => {
  const py = await load({ stdout: () => new Promise(() => {}) });
  const source =
    "try:\n    while True: print('x' * 1000)\nexcept KeyboardInterrupt:\n    r = 'caught'\nr";
  const task = py.start(source);
  let step;
  do step = task.step({ fuel: 1000 }); while (step.status === "out-of-fuel");
  assert.deepEqual(step, { status: "waiting", waitsFor: "output" });
  assert.deepEqual(task.step(), { status: "waiting", waitsFor: "output" });
  task.interrupt();
  assert.equal(task.step().status, "done");
  assert.equal(task.result, "caught");
  await assert.rejects(py.runAsync("while True: print('y' * 1000)", { timeoutMs: 20 }),
    { name: "TimeoutError" });
  const run = py.runAsync("while True: print('z' * 1000)");
  setTimeout(() => py.dispose(), 5);
  await assert.rejects(run, DisposedError);
});

test("a WritableStream that fails is an OSError, whose cause is the failure", async () => {
  const failure = new Error("no one listens");
  const stdout = new WritableStream({ write() { throw failure; } });
  const py = await load({ stdout });
  await assert
    .rejects(py
    .runAsync(
      "import sys, time\nfor i in range(100):\n    print('x')\n    sys.stdout.flush()\n    time.sleep(0.001)"),
    (e) => e.type === "OSError" && e.cause === failure);
  assert.equal(py.run("1 + 1"), 2);
  // A function that throws, once.
  let fails = true;
  const out = [];
  const other =
    await load({ stdout: (t) => { if (fails) { fails = false; throw failure; } out.push(t); } });
  assert.throws(() => other.run("import sys\nprint('lost')\nsys.stdout.flush()"),
    (e) => e.type === "OSError" && e.cause === failure);
  other.run("print('kept')");
  assert.deepEqual(out, ["kept\n"]);
});

test("a closed WritableStream", async () => {
  const stdout = new WritableStream();
  await stdout.close();
  const py = await load({ stdout });
  await assert
    .rejects(py
    .runAsync(
      "import sys, time\nfor i in range(100):\n    print('x')\n    sys.stdout.flush()\n    time.sleep(0.001)"),
    { type: "OSError" });
  assert.equal(py.run("1 + 1"), 2);
});

test("two instances print to one sink, two tasks read from one source, in turns", async () => {
  const out = [];
  const lines = ["a\n", "b\n", "c\n", "d\n"];
  const options = { stdout: async (t) => { await later(1); out.push(t); },
    stdin: () => later(1, lines.shift() ?? null) };
  const [a, b] = [await load(options), await load(options)];
  const read = "[input(), input()]";
  const got =
    await Promise.all([a.runAsync("for i in range(5): print('a')"),
      b.runAsync("for i in range(5): print('b')"),
    a.start(read).run(), a.start(read).run()]);
  await Promise.all([a.flush(), b.flush()]);
  assert.equal(out.join("").split("").sort().join("").trim(), "aaaaabbbbb");
  assert.deepEqual(got.slice(2).flatMap((list) => list.toJs()).sort(), ["a", "b", "c", "d"]);
});

test("output of whole characters, whatever the program writes", async () => {
  const out = [];
  const py = await load({ stdout: (t) => { out.push(t); } });
  py.run("import sys\nfor byte in 'aé日🙂'.encode():\n    sys.stdout.buffer.write(bytes([byte]))\n    sys.stdout.flush()");
  assert.deepEqual(out, ["a", "é", "日", "🙂"]);
  const raw = [];
  const bytes = await load({ stderr: { bytes: (chunk) => { raw.push(...chunk); } } });
  bytes.run("import sys\nsys.stderr.buffer.write(b'\\xff\\x00\\xc3')");
  assert.deepEqual(raw, [255, 0, 195]);
});

test("isatty says what the option says", async () => {
  const ask = "import sys\n''.join('ny'[s.isatty()] for s in (sys.stdin, sys.stdout, sys.stderr))";
  for (const [isatty, want] of [[undefined, "nnn"], [false, "nnn"], [true, "yyy"],
    [{ stdout: true }, "nyn"],
    [{ stdin: true, stderr: true }, "yny"], [{}, "nnn"]]) {
    const py = await load({ isatty });
    assert.equal(py.run(ask), want);
    // The new instance's option counts, not the snapshot's.
    assert.equal((await load({ snapshot: py.snapshot(), isatty: { stderr: true } })).run(ask),
      "nny");
  }
});

test("a byte order mark that a program prints is a character like others, also at the beginning of a piece", async () => {
  const pieces = [];
  const py = await load({ stdout: (text) => { pieces.push(text); } });
  py.run("import sys\nsys.stdout.write('\\ufeffa')\nsys.stdout.write('\\ufeff')");
  assert.equal(pieces.join(""), "\ufeffa\ufeff");
});
