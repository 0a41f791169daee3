// What lies compressed in the core until its first use (assembly/heap/compressed.ts): texts of
// errors, frozen code. Waking must need no memory of the heap, leave no trace in snapshots, and be
// possible again after a restore.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { loadSync } from "../../dist/index.js";
import { compress } from "../../tools/compress.mjs";

const module =
  new WebAssembly.Module(readFileSync(new URL("../../dist/krait.wasm", import.meta.url)));
const FAIL = "try:\n  [][3]\nexcept IndexError as e:\n  text = str(e)\ntext";

test("the first error of an instance has its text, also in a full heap", () => {
  const py = loadSync(module, { heapLimit: 1 << 20 });
  const source = `
kept = []
def fill(n):
    try:
        while True:
            kept.append(bytearray(n))
    except MemoryError:
        pass
for n in (65536, 4096, 256, 16):
    fill(n)
try:
    [][3]
except (IndexError, MemoryError) as e:
    text = str(e)
kept.clear()
text`;
  assert.match(py.run(source), /^(list index out of range|memory allocation failed.*)$/);
  assert.equal(py.run(FAIL), "list index out of range");
});

test("what is awake is not in snapshots, and wakes again after a restore", () => {
  const clock = { now: () => 1, ticks: () => 5 };
  const used = loadSync(module, { clock });
  used.run("import functools\nfunctools.reduce(lambda a, b: a + b, [1, 2])");
  const size = used.snapshot().length;
  used.run(FAIL);
  const snapshot = used.snapshot();
  assert.ok(snapshot.length - size < 2000, `${snapshot.length} bytes, ${size} before`);
  const again = loadSync(module, { snapshot, clock });
  assert.deepEqual(again.snapshot(), snapshot);
  // One function of the module has run before, another has not.
  assert.equal(again
    .run("import functools\nfunctools.reduce(lambda a, b: a * b, [3, 4]) + functools.cmp_to_key(lambda a, b: 0)(1).obj"), 13);
  assert.equal(again.run(FAIL), "list index out of range");
  assert.equal(again.run("sorted([2, -3, 1], key=abs)[0]"), 1);
});

test("frozen code paused in the middle goes on after a restore", () => {
  const py = loadSync(module),
    task = py
      .start("from functools import reduce\ntotal = reduce(lambda a, b: a + b, range(1000))");
  for (let i = 0; i < 20; i++) assert.equal(task.step({ fuel: 100 }).status, "out-of-fuel");
  const again = loadSync(module, { snapshot: py.snapshot() });
  const [resumed] = again.tasks;
  assert.equal(resumed.step({ fuel: 10_000_000 }).status, "done");
  assert.equal(again.run("total"), 499_500);
});

test("compression is worth it", () => {
  const text =
    new TextEncoder()
      .encode("expected %s, got %s\0".repeat(3)
      + "list index out of range\0tuple index out of range\0");
  const { stream } = compress(text);
  assert.ok(stream.length < text.length * 0.7, `${stream.length} of ${text.length}`);
  const more = compress(text, { byKind: true, after: compress(text, { byKind: true }) }).stream;
  assert.ok(more.length < stream.length * 0.2, `${more.length} of ${stream.length}`);
});
