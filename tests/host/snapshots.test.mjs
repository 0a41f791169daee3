// Snapshots: what they keep, what they refuse, and that damaged ones are refused.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import test from "node:test";
import { Worker } from "node:worker_threads";
import { KraitError, MemoryFileSystem, SnapshotError, loadSync } from "../../dist/index.js";
import { NodeDirectory } from "../../dist/node.js";
import { fuelUsed, module, open, restoredTask, runUntil } from "../snapshots/programs.mjs";

const HELPER = fileURLToPath(new URL("../snapshots/resume.mjs", import.meta.url));

/** A program paused after so much fuel. */
function paused(source, fuel, options) {
  const world = open(options);
  const task = world.py.start(source);
  runUntil(world, task, fuel);
  return { world, task };
}
/** What a restored instance prints to its end. */
function finish(world) {
  assert.equal(runUntil(world, restoredTask(world)), true);
  return world.out;
}

const GENERATORS = `
def squares(n):
    for i in range(n):
        yield i * i
def total(n):
    return sum([x for x in squares(n) if x % 3]) + len(str(2 ** n))
class Point:
    def __init__(self, x): self.x = x
    def __add__(self, other): return Point(self.x + other.x)
print([total(n) for n in range(30)], (Point(1) + Point(2)).x, {k: v for k, v in zip('abc', squares(3))})
`;

test("a program goes on in the middle of an expression", () => {
  const plain = open();
  runUntil(plain, plain.py.start(GENERATORS));
  const all = fuelUsed(plain);
  for (let fuel = 1; fuel < all; fuel += 23) {
    const { world, task } = paused(GENERATORS, fuel);
    // what comes after the last safepoint is not paused
    if (task.status === "done") break;
    const again = open({ snapshot: world.py.snapshot() });
    Object.assign(again, { out: world.out, granted: world.granted });
    assert.equal(finish(again), plain.out);
    assert.equal(fuelUsed(again), all);
  }
});

test("an idle instance keeps its variables, modules and functions", () => {
  const { py } = open({ args: ["a.py", "x"], env: { HOME: "/home" }, path: ["/modules"] });
  py.run("import json, sys, os, collections\nC = collections.namedtuple('C', 'a b')\nc = C(1, [2.5, 'x', 10**30])\ndef f(x): return x + c.a");
  const again = open({ snapshot: py.snapshot(), args: ["other"], env: { HOME: "/other" } }).py;
  assert.equal(again.run("f(41)"), 42);
  assert.equal(again.run("json.dumps([c.b[0], c.b[1], c.b[2] % 7])"), '[2.5, "x", 1]');
  assert.equal(again.run("repr([sys.argv, sys.path, os.getenv('HOME')])"),
    "[['a.py', 'x'], ['/modules'], '/home']");
});

test("taking a snapshot leaves no trace, and the same state gives the same bytes", (t) => {
  // Under npm run test:stress: where a collection falls decides where later objects lie.
  const { KRAIT_STRESS_SHARE } = process.env;
  if (KRAIT_STRESS_SHARE !== undefined) {
    process.env.KRAIT_STRESS_SHARE = "0";
    t.after(() => { process.env.KRAIT_STRESS_SHARE = KRAIT_STRESS_SHARE; });
  }
  const { world, task } = paused(GENERATORS, 500);
  const first = world.py.snapshot();
  assert.deepEqual(world.py.snapshot(), first);
  assert.deepEqual(paused(GENERATORS, 500).world.py.snapshot(), first);
  assert.deepEqual(open({ snapshot: first }).py.snapshot(), first);
  runUntil(world, task);
  const plain = open();
  runUntil(plain, plain.py.start(GENERATORS));
  assert.equal(world.out, plain.out);
  assert.equal(fuelUsed(world), fuelUsed(plain));
  assert.deepEqual(world.py.snapshot(), plain.py.snapshot());
});

test("the program goes on here, too, after a snapshot", () => {
  const { world, task } = paused(GENERATORS, 700);
  const snapshot = world.py.snapshot();
  runUntil(world, task);
  assert.equal(finish(open({ snapshot })), world.out);
});

test("a hundred instances from one snapshot do not touch each other", () => {
  const { world } =
    paused("d = {}\nfor i in range(100): d[i] = [i]\nx = 0\nwhile x < 50: x += 1\nprint(seed, sum(map(len, d.values())))", 120);
  const snapshot = world.py.snapshot();
  const forks = Array.from({ length: 100 }, () => open({ snapshot }));
  forks.forEach(({ py }, i) => { if (py.setGlobal) py.setGlobal("seed", String(i)); });
  forks.forEach((fork, i) => { if (i % 3 === 0) runUntil(fork, restoredTask(fork)); });
  forks.forEach((fork, i) => { if (i % 3 !== 0) runUntil(fork, restoredTask(fork)); });
  forks.forEach(({ out }, i) => assert.equal(out, `${i} 100\n`));
});

test("garbage does not count, and nothing is collected for a snapshot", () => {
  const { world } = paused("def f():\n  for i in range(8000): str(i) * 50\nf()\nwhile True: pass",
    100_000);
  if (process.env.KRAIT_STRESS_SHARE === undefined) assert.ok(world.py.memory.heapUsed > 2_000_000);
  assert.ok(world.py.snapshot().length < 8_000, `${world.py.snapshot().length} bytes`);
  const source =
    "import gc\nclass D:\n  def __del__(self): print('gone')\nD()\nfor i in range(100): pass\nprint('still', gc.collect() > 0)";
  const plain = open();
  runUntil(plain, plain.py.start(source));
  for (const fuel of [10, 50, 90]) {
    const { world } = paused(source, fuel);
    const again = open({ snapshot: world.py.snapshot() });
    assert.equal(world.out + finish(again), plain.out);
  }
});

test("a small program's snapshot is small", () => {
  const { world } = paused("def f(n):\n    for i in range(n): yield i\nprint(sum(f(1000)))", 300);
  assert.ok(world.py.snapshot().length < 10_000, `${world.py.snapshot().length} bytes`);
  assert.ok(open().py.snapshot().length < 8_000);
});

test("files, open files and removed ones", () => {
  const source = `
import os
os.mkdir('/d')
w = open('/d/out.txt', 'w')
w.write('one ')
r = open('/in.txt')
first = r.readline()
gone = open('/gone.bin', 'wb+')
gone.write(b'12345678')
gone.seek(2)
os.remove('/gone.bin')
a = open('/log', 'a')
for i in range(100): pass
w.write('two')
w.close()
a.write('more')
a.close()
print(first.strip(), r.read().strip(), gone.read(3), open('/d/out.txt').read(), open('/log').read(), os.listdir('/'))
print(os.stat('/in.txt')[1], os.stat('/in.txt')[8])
`;
  const files = { "/in.txt": "line 1\nline 2\n", "/log": "before " };
  const plain = open({ files });
  runUntil(plain, plain.py.start(source));
  const { world } = paused(source, 60, { files });
  assert.equal(world.out, "");
  const snapshot = world.py.snapshot();
  assert.equal(finish(open({ snapshot })), plain.out);
  const more = open({ snapshot, files: { "/new.txt": "new" } });
  finish(more);
  assert.equal(new TextDecoder().decode(more.py.files.readFile("/new.txt")), "new");
  assert.equal(new TextDecoder().decode(more.py.files.readFile("/d/out.txt")), "one two");
});

test("trees of mounts are the program's, filesystems are the host's", () => {
  const mounts =
    { "/data": { "a.txt": "one\ntwo\n" }, "/fixed": { files: { "b.txt": "b" }, readOnly: true } };
  const source =
    "f = open('/data/a.txt')\nf.readline()\nopen('/data/new', 'w').write('n')\nfor i in range(60): pass\n"
    + "import os\nprint(f.read().strip(), sorted(os.listdir('/data')), open('/fixed/b.txt').read())\n"
    + "try: open('/fixed/c', 'w')\nexcept OSError as e: print(e.errno)";
  const { world } = paused(source, 50, { mounts });
  const snapshot = world.py.snapshot();
  assert.equal(finish(open({ snapshot })), "two ['a.txt', 'new'] b\n30\n");
  assert.equal(finish(open({ snapshot, mounts })), "two ['a.txt', 'new'] b\n30\n");
  const instead = { "/fixed": new MemoryFileSystem({ "/b.txt": "other" }),
    "/data": { "more": "" } };
  assert.equal(finish(open({ snapshot, mounts: instead })), "two ['a.txt', 'more', 'new'] other\n");
});

test("files of the host are opened again by their path", () => {
  const folder = mkdtempSync(join(tmpdir(), "krait-"));
  try {
    writeFileSync(join(folder, "data.txt"), "first\nsecond\n");
    const source =
      "f = open('/data.txt')\nf.readline()\nfor i in range(100): pass\nprint(f.read().strip())";
    const { world } = paused(source, 50, { files: new NodeDirectory(folder) });
    const snapshot = world.py.snapshot();
    assert.equal(finish(open({ snapshot, files: new NodeDirectory(folder) })), "second\n");
    rmSync(join(folder, "data.txt"));
    assert.throws(() => open({ snapshot, files: new NodeDirectory(folder) }),
      (error) => error instanceof SnapshotError && /'\/data\.txt'.*ENOENT/.test(error.message));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("all unfinished tasks go on", async () => {
  const world = open();
  const count = (name) =>
    world.py.start(`x = []\nfor i in range(20): x.append(i)\nprint('${name}', sum(x))`,
      { globals: {} });
  const tasks = ["a", "b", "c", "d"].map(count);
  tasks[0].step({ fuel: 10 });
  tasks[1].step({ fuel: 15 });
  tasks[2].step();
  const sleeps = world.py.start("import time; time.sleep(0.01); print('e')");
  sleeps.step();
  assert.equal(world.out, "c 190\n");
  const again = open({ snapshot: world.py.snapshot() });
  const [a, b, d, e] = [tasks[0], tasks[1], tasks[3], sleeps].map((task) => {
    const same = again.py.tasks.find(({ id }) => id === task.id);
    assert.equal(same.status, task.status);
    assert.equal(same.fuelUsed, task.fuelUsed);
    return same;
  });
  assert.equal(again.py.tasks.length, 4);
  b.step();
  a.abandon();
  again.ticks += 10;
  await Promise.all([d.run(), e.run()]);
  // Under npm run test:stress d takes more than a turn of the event loop.
  assert.match(again.out, /^b 190\n(d 190\ne|e\nd 190)\n$/);
  assert.equal(again.py.run("1 + 1"), 2);
  assert.equal(open({ snapshot: again.py.snapshot() }).py.tasks.length, 0);
});

test("an event loop of asyncio goes on", async () => {
  const source = `
import asyncio
async def count(name, n):
    for i in range(n):
        await asyncio.sleep(1)
        print(name, i)
    return n
async def main():
    print(await asyncio.gather(count('a', 3), count('b', 2)))
asyncio.run(main())
`;
  const world = open();
  const task = world.py.start(source);
  assert.equal(task.step().waitsFor, "events");
  world.ticks += 1000;
  assert.equal(task.step().waitsFor, "events");
  assert.equal(world.out, "a 0\nb 0\n");
  const again = open({ snapshot: world.py.snapshot(), begun: 77 });
  const [same] = again.py.tasks;
  assert.equal(same.status, "waiting");
  for (let i = 0; i < 2; i++) { again.ticks += 1000; same.step(); }
  assert.equal(again.out, "a 1\nb 1\na 2\n[3, 2]\n");
  assert.equal(same.status, "done");
});

test("a sleep goes on for what is left of it", () => {
  const world = open({ begun: 5000 });
  const task =
    world.py.start(
      "import time\nt = time.ticks_ms()\ntime.sleep(10)\nprint(time.ticks_diff(time.ticks_ms(), t))");
  assert.deepEqual(task.step(), { status: "waiting", waitsFor: "time", waitMs: 10_000 });
  world.ticks += 4000;
  const again = open({ snapshot: world.py.snapshot(), begun: 123_456 });
  const step = restoredTask(again).step();
  assert.equal(step.waitsFor, "time");
  assert.equal(step.waitMs, 6000);
  assert.equal(finish(again), "10000\n");
});

test("input that was given and not read, and input that is waited for", async () => {
  const world = open({ stdin: () => "one\ntwo\n" });
  const task =
    world.py.start("print(input())\nfor i in range(50): pass\nprint(input())\nprint(input())");
  runUntil(world, task, 40);
  let asked = 0;
  const again =
    open({ snapshot: world.py.snapshot(), stdin: () => { asked++; return "three\n"; } });
  assert.equal(world.out + finish(again), "one\ntwo\nthree\n");
  assert.equal(asked, 1);

  const waiting = open({ stdin: () => new Promise(() => {}) });
  const step = waiting.py.start("print('got', input())").step();
  assert.equal(step.waitsFor, "input");
  const answered = open({ snapshot: waiting.py.snapshot(), stdin: () => "answer\n" });
  assert.equal(finish(answered), "got answer\n");
});

test("output that ends inside a character", () => {
  const { world } =
    paused("import sys\nsys.stdout.buffer.write(b'\\xe2\\x82')\nfor i in range(50): pass\nsys.stdout.buffer.write(b'\\xac')", 30);
  const again = open({ snapshot: world.py.snapshot() });
  assert.equal(world.out + finish(again), "€");
});

/** What another process or thread prints when it resumes a snapshot. */
function elsewhere(snapshot) {
  const folder = mkdtempSync(join(tmpdir(), "krait-"));
  try {
    writeFileSync(join(folder, "s"), snapshot);
    return JSON.parse(execFileSync(process.execPath, [HELPER, join(folder, "s")],
      { encoding: "utf8" }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
test("in another process, with the same fuel", () => {
  const { world, task } = paused(GENERATORS, 900);
  const snapshot = world.py.snapshot();
  runUntil(world, task);
  const { out, fuel, bytes } = elsewhere(snapshot);
  assert.equal(out, world.out);
  assert.equal(fuel, fuelUsed(world));
  assert.deepEqual(Buffer.from(bytes, "base64"), Buffer.from(open({ snapshot }).py.snapshot()));
});

test("in a worker thread", async () => {
  const { world, task } = paused(GENERATORS, 900);
  const worker = new Worker(HELPER, { workerData: { module, snapshot: world.py.snapshot() } });
  runUntil(world, task);
  const answer = await new Promise((done, failed) => {
    worker.on("message", done).on("error", failed);
  });
  assert.deepEqual(answer, { out: world.out, fuel: fuelUsed(world) });
});

test("heapLimit: the saved one, or the new one", () => {
  const { py } = open({ heapLimit: 8 << 20 });
  py.run("x = 1");
  const snapshot = py.snapshot();
  const fill =
    "try:\n  y = bytearray(20_000_000)\n  r = 'room'\nexcept MemoryError:\n  r = 'full'\nr";
  assert.equal(open({ snapshot }).py.run(fill), "full");
  assert.equal(open({ snapshot, heapLimit: 64 << 20 }).py.run(fill), "room");
  const large = open();
  large.py.run("x = bytearray(40_000_000)");
  assert.throws(() => open({ snapshot: large.py.snapshot(), heapLimit: 1 << 20 }), SnapshotError);
});

test("a running program cannot be snapshotted", () => {
  let error;
  const py =
    loadSync(module, { stdout: () => { try { py.snapshot(); } catch (e) { error = e; } } });
  py.run("print('x' * 10000)");
  assert.ok(error instanceof SnapshotError, String(error));
  assert.match(error.message, /running/);
  assert.ok(py.snapshot().length > 0);
});

test("what is no snapshot, damaged, or of another build", () => {
  const snapshot = open().py.snapshot();
  const refused = (bytes, message) => assert.throws(() => loadSync(module, { snapshot: bytes }),
    (error) => error instanceof SnapshotError && message.test(error.message));
  refused(new Uint8Array(0), /no snapshot/);
  refused(new TextEncoder().encode("print('hello')".repeat(10)), /no snapshot/);
  const wasm = readFileSync(new URL("../../dist/krait.wasm", import.meta.url));
  wasm[wasm.length - 1] ^= 1;                              // the fingerprint is the last section
  const other = new WebAssembly.Module(wasm);
  assert.throws(() => loadSync(other, { snapshot }),
    (error) => error instanceof SnapshotError && /another build/.test(error.message));
  const later = snapshot.slice();
  later[8]++;
  refused(later, /format 2/);
});

test("every byte of a snapshot altered, and every truncation, is refused", () => {
  const snapshot = paused("x = 0\nwhile True: x += 1", 100).world.py.snapshot();
  assert.ok(snapshot.length < 10_000);
  for (let i = 0; i < snapshot.length; i++) {
    const altered = snapshot.slice();
    altered[i] ^= 1 << (i & 7);
    assert.throws(() => loadSync(module, { snapshot: altered }), SnapshotError, `byte ${i}`);
    assert.throws(() => loadSync(module, { snapshot: snapshot.subarray(0, i) }), SnapshotError,
      `${i} bytes`);
  }
  assert.throws(() => loadSync(module, { snapshot: Uint8Array.from([...snapshot, 0]) }),
    SnapshotError);
  assert.equal(loadSync(module, { snapshot }).run("1 + 1"), 2);
});

test("JavaScript objects are found again by their path", async () => {
  const modulesOf = (name) => ({
    db: { query: (text) => `${name}: ${text}`, tables: { users: { size: 3, name } },
      Row: class Row { constructor(x) { this.x = x; } } },
    "tools.text": { upper: (text) => text.toUpperCase() },
  });
  const source =
    "import db, tools.text\nq = db.query\nusers = db.tables.users\nshout = tools.text.upper\nR = db.Row\n"
    + "for i in range(60): pass\nprint(q('one'), db.query('two'), users.name, users.size, shout('x'), R(5).x, users is db.tables.users)";
  const { world } = paused(source, 60, { modules: modulesOf("old") });
  assert.equal(world.out, "");
  const snapshot = world.py.snapshot();
  assert.equal(finish(open({ snapshot, modules: modulesOf("new") })),
    "new: one new: two new 3 X 5 True\n");
  assert.throws(() => open({ snapshot }),
    (error) => error instanceof SnapshotError && /needs db/.test(error.message));
  const { db, ...rest } = modulesOf("new");
  assert.throws(() =>
    open({ snapshot, modules: { ...rest, db: { tables: db.tables, Row: db.Row } } }),
    (error) => error instanceof SnapshotError && /needs db\.query/.test(error.message));
});

test("JavaScript objects that no module leads to are named; garbage does not count", () => {
  class Connection { send() { return [1, 2, 3]; } }
  const modules = { net: { connect: () => new Connection() } };
  const source =
    "import net\nc = net.connect()\nn = len(c.send())\nc = None\nx = 0\nfor i in range(60): x += i\nprint(n)";
  const early = paused(source, 20, { modules }).world;
  early.py.run("d = net.connect()");
  assert.throws(() => early.py.snapshot(),
    (error) => error instanceof SnapshotError && /Connection/.test(error.message));
  early.py.run("d = None\n1");
  assert.equal(finish(open({ snapshot: early.py.snapshot(), modules })), "3\n");
});

test("a program that waits for a promise is refused, and named", async () => {
  let answer;
  const modules = { db: { query: () => new Promise((done) => { answer = done; }) } };
  const world = open({ modules });
  const task = world.py.start("import db\nprint(db.query(1))");
  assert.equal(task.step().waitsFor, "host");
  assert.throws(() => world.py.snapshot(),
    (error) => error instanceof SnapshotError && /query/.test(error.message));
  answer("done");
  await task.run();
  assert.equal(world.out, "done\n");
  assert.ok(world.py.snapshot().length > 0);
});

test("Python objects that JavaScript has do not weigh on what is restored", () => {
  const { py } = open();
  py.run("class C: pass\nxs = [C() for i in range(100)]");
  const proxies = Array.from({ length: 100 }, (_, i) => py.run(`xs[${i}]`));
  const again = open({ snapshot: py.snapshot() }).py;
  assert.equal(again.run("len(xs)"), 100);
  assert.equal(again.core.borderHeld(), 0);
  for (const proxy of proxies) proxy.dispose();
});

test("a text of a forged snapshot that does not lie in memory gives the instance up with a typed error", () => {
  const name = "a_function_of_this_test_alone";
  const { world } = paused(`def ${name}():\n  while True: pass\n${name}()`, 200);
  const { py } = open({ snapshot: world.py.snapshot() });
  const task = py.tasks[0], { memory } = py.core;
  assert.equal(task.stack[0].name, name);
  const bytes = Buffer.from(memory.buffer);
  let found = 0;
  // Its length stands in the words before its bytes.
  for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) {
    for (let word = (at & ~3) - 24; word < at; word += 4) {
      if (bytes.readUInt32LE(word) !== name.length) continue;
      bytes.writeUInt32LE(0x7ffffff0, word);
      found++;
    }
  }
  assert.ok(found > 0);
  assert.throws(() => task.stack, { constructor: KraitError, message: /^the core has failed/ });
  assert.throws(() => py.run("1"), KraitError);
  py.dispose();
});

test("globals of a forged snapshot that are no dict are a typed error", () => {
  const { py } = open({ snapshot: open().py.snapshot() });
  py.core.borderTraits = () => 0;
  assert.throws(() => py.globals, { constructor: KraitError, message: /has no globals/ });
});
