// What lies compressed in the core until its first use (assembly/heap/compressed.ts): texts of
// errors, frozen code; and dicts of built-in types, which lie there as lists
// (assembly/objects/module_list.ts). Waking must not fail for want of memory, and be possible before
// and after a restore.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { inflateRawSync } from "node:zlib";
import { KraitError, PythonError, SnapshotError, loadSync } from "../../dist/index.js";
import { compress } from "../../tools/compress.mjs";
import { packPairs } from "../../tools/pairs.mjs";
import { seal } from "../fuzz/forge.mjs";

const module =
  new WebAssembly.Module(readFileSync(new URL("../../dist/krait.wasm", import.meta.url)));
/** A function that fills the heap. */
const FILL = `
kept = []
def fill():
    for n in (65536, 4096, 256, 16):
        try:
            while True:
                kept.append(bytearray(n))
        except MemoryError:
            pass`;
const FAIL = "try:\n  [][3]\nexcept IndexError as e:\n  text = str(e)\ntext";

test("the first error of an instance has its text, also in a full heap", () => {
  const py = loadSync(module, { heapLimit: 1 << 20 });
  const source = `${FILL}
fill()
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

/** Objects of types whose dicts nothing has looked at yet. */
const KINDS = `
import array, collections, io, os, random, re, struct, time
kinds = [array.array, collections.deque, collections.OrderedDict, io.StringIO, io.FileIO,
    io.TextIOWrapper, type(re.compile("")), type(re.match("", "")), struct.Struct, time.struct_time,
    complex, memoryview, frozenset, slice, property, bytearray, type(iter({})), ExceptionGroup]
`;
const NAMES = "'; '.join([f'{t.__module__} {t.__name__} {dir(t)}' for t in kinds])";
const USES = `
a = array.array("i", [1, 2])
a.append(3)
d = collections.deque([1, 2])
d.rotate(1)
s = io.StringIO("abc")
used = [a.tolist(), list(d), s.read(), re.match("(a)b", "abc").group(1), struct.Struct("<h").size,
    time.gmtime(0).tm_year, (1j).imag, memoryview(b"ab").tobytes(), slice(1, 5).indices(3)]`;

test("types wake alike before and after a snapshot, and are in it when they are awake", () => {
  const clock = { now: () => 1, ticks: () => 5 };
  const load = (snapshot) => loadSync(module, { snapshot, clock });
  const first = load();
  first.run(KINDS);
  const asleep = first.snapshot(), names = first.run(NAMES), awake = first.snapshot();
  assert.match(names, /array array \[.*'fromlist'.*\]/);
  assert.match(names, /builtins memoryview \[.*'tobytes'.*\]/);
  assert.ok(awake.length > asleep.length);
  for (const snapshot of [asleep, awake]) {
    const again = load(snapshot);
    assert.deepEqual(again.snapshot(), snapshot);
    assert.equal(again.run(NAMES), names);
    again.run(USES);
    assert.equal(again.run("repr(used)"),
      "[[1, 2, 3], [2, 1], 'abc', 'a', 2, 1970, 1.0, b'ab', (1, 3, 1)]");
  }
});

test("types wake in a full heap and under heap_lock", () => {
  const py = loadSync(module, { heapLimit: 4 << 20 });
  py.run(KINDS);
  const source = `
import micropython
${FILL}
def asks():
    return (hasattr(frozenset, "union") and hasattr(memoryview, "tobytes")
        and hasattr(complex, "conjugate") and hasattr(array.array, "fromlist"))
fill()
full = asks()
kept.clear()
micropython.heap_lock()
locked = hasattr(collections.deque, "rotate") and hasattr(io.StringIO, "getvalue")
micropython.heap_unlock()
full and locked`;
  assert.equal(py.run(source), true);
  assert.equal(py.run("array.array('b', [1]).tolist()[0]"), 1);
});

test("the first use of a type uses the fuel of any other use", () => {
  const py = loadSync(module), uses = [];
  for (let i = 0; i < 2; i++) {
    const task = py.start("(1j).conjugate()\nfrozenset().union()\nb''.hex()\nslice(1).indices(2)");
    let steps = 0;
    while (task.step({ fuel: 1 }).status === "out-of-fuel") steps++;
    uses.push(steps);
  }
  assert.equal(uses[1], uses[0]);
});

test("truncated and forged snapshots of types asleep and awake end in typed errors", () => {
  const HEADER_BYTES = 40;
  const py = loadSync(module);
  py.run(KINDS);
  const snapshots = [py.snapshot()];
  py.run(NAMES);
  snapshots.push(py.snapshot());
  let state = 12345;
  const random = (n) => (state = Math.imul(state, 1664525) + 1013904223 >>> 0) % n;
  for (const bytes of snapshots) {
    for (const length of [bytes.length - 1, bytes.length >> 1, HEADER_BYTES, 7])
      assert.throws(() => loadSync(module, { snapshot: bytes.slice(0, length) }), SnapshotError);
    const body = new Uint8Array(inflateRawSync(bytes.subarray(HEADER_BYTES)));
    for (let trial = 0; trial < 60; trial++) {
      const forged = body.slice();
      for (let changes = 1 + random(3); changes > 0; changes--)
        forged[20 + random(body.length - 20)] ^= 1 << random(8);
      const deadline = Date.now() + 5000;
      try {
        const again = loadSync(module, { snapshot: seal(bytes.slice(0, HEADER_BYTES), forged),
          heapLimit: 4 << 20, shouldInterrupt: () => Date.now() > deadline });
        again.run(NAMES, { fuel: 100_000, timeoutMs: 1000 });
        again.dispose();
      } catch (error) {
        if (!(error instanceof KraitError || error instanceof PythonError)) throw error;
      }
    }
  }
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

/** What packPairs() packed, expanded as tools/pairs.mjs says. */
function expandedPairs(packed) {
  const expansions = Array.from({ length: 256 }, (_, byte) => [byte]), [escape, rules] = packed;
  let at = 2;
  for (const end = 2 + 3 * rules; at < end; at += 3) {
    const [byte, first, second] = packed.subarray(at, at + 3);
    expansions[byte] = [...expansions[first], ...expansions[second]];
    assert.ok(expansions[byte].length <= 8);
  }
  let bytes = 0, shift = 0, next;
  do { next = packed[at++]; bytes |= (next & 127) << shift; shift += 7; } while (next > 127);
  assert.equal(at + bytes, packed.length);
  const out = [];
  while (at < packed.length) {
    const byte = packed[at++];
    if (byte === escape) out.push(packed[at++]); else out.push(...expansions[byte]);
  }
  return Uint8Array.from(out);
}

test("the packer of what every start expands loses nothing, and packs", () => {
  const random = (n, most) => Uint8Array.from({ length: n }, (_, i) => (i * i * 7919 >> 5) % most);
  const text = readFileSync(new URL(import.meta.url)), all = random(5000, 256);
  for (const data of [[], [0], Array(1000).fill(7), random(3000, 9), all, text, [...text, ...all]])
    assert.deepEqual(expandedPairs(packPairs(Uint8Array.from(data))), Uint8Array.from(data));
  assert.ok(packPairs(text).length < 0.7 * text.length);
});
