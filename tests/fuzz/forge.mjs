// Forged snapshots: the contents changed, the checksum right again. A snapshot is code, and may
// make a program do anything that a program can do; but it must not end the process, hang, or break
// other instances: what the host gets is a value or a typed error.
//
//   node tests/fuzz/forge.mjs [--seconds N] [--seed N] [--only N]
//
// Runs in this thread: under main.mjs a worker, which finds what hangs. Ends with `N passed, N
// failed`.
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { KraitError, PythonError } from "../../dist/index.js";
import { open } from "../snapshots/programs.mjs";

const HEADER_BYTES = 40, CHECKSUM_AT = 32;

/** Programs that are paused after so much fuel. */
const PROGRAMS = [
  ["def f(n):\n  for i in range(n): yield i\nprint(sum(f(1000)))", 300],
  ["class P:\n  def __init__(self, x): self.x = x\n  def __eq__(self, o): return self.x == o.x\n"
    + "d = {str(i): [P(i), i * 1.5, 10 ** i] for i in range(20)}\nimport re, json\nm = re.compile('(a+)b')\nx = 0\n"
    + "while x < 500:\n  x += 1\n  try:\n    assert x % 7, d\n  except AssertionError as e: y = e\nprint(json.dumps(list(d))[:20], m.match('aab').group(1))", 400],
  ["import asyncio, io\nasync def a(n):\n  for i in range(n): await asyncio.sleep(0.001)\n  return n\n"
    + "async def main():\n  print(await asyncio.gather(a(3), a(5)))\nf = open('/x.txt', 'w')\nf.write('hello')\nasyncio.run(main())\nf.close()", 500],
  ["import collections, array\nD = collections.deque(range(9), 5)\nv = memoryview(bytearray(b'abc'))\nclass Del:\n  def __del__(self): pass\n"
    + "def deep(n): return [n, deep(n - 1)] if n else [Del()]\nx = deep(50)\nwith open('/y', 'wb') as f:\n  for i in range(200): f.write(bytes(v))\nprint(D, x[0])", 150],
  ["", 1],
];

let bases;
/** Snapshots, inflated: { head, body }. */
function snapshots() {
  return bases ??= PROGRAMS.map(([source, fuel]) => {
    const world = open({ heapLimit: 4 << 20 });
    const task = world.py.start(source);
    task.step({ fuel });
    const bytes = world.py.snapshot();
    world.py.dispose();
    const length = new DataView(bytes.buffer).getUint32(28, true);
    return { head: bytes.slice(0, HEADER_BYTES),
      body: new Uint8Array(inflateRawSync(bytes.subarray(HEADER_BYTES))) };
  });
}

/** A snapshot with this body and a right checksum; as js/host/snapshot_format.ts makes it. */
export function seal(head, body) {
  const packed = deflateRawSync(body, { level: 1 });
  const bytes = new Uint8Array(HEADER_BYTES + packed.length), header = new DataView(bytes.buffer);
  bytes.set(head);
  header.setUint32(28, body.length, true);
  bytes.set(packed, HEADER_BYTES);
  let a = 0x811c9dc5 ^ bytes.length, b = 0x9e3779b9;
  const add = (word) => {
    a = Math.imul(a ^ word, 0x01000193);
    a ^= a >>> 15;
    b = Math.imul(b ^ word, 0x85ebca6b);
    b = (b << 13) | (b >>> 19);
  };
  const words = new Uint32Array(bytes.buffer, 0, bytes.length >> 2);
  for (let i = 0; i < words.length; i++)
    if (i < CHECKSUM_AT >> 2 || i >= HEADER_BYTES >> 2) add(words[i]);
  for (let i = words.length << 2; i < bytes.length; i++) add(bytes[i]);
  header.setUint32(CHECKSUM_AT, a, true);
  header.setUint32(CHECKSUM_AT + 4, b, true);
  return bytes;
}

/** A changed copy of a body. */
function damage(body, random) {
  const copy = body.slice(), view = new DataView(copy.buffer);
  const [globals, ranges, words] = [4, 8, 12].map((at) => view.getUint32(at, true));
  // Mostly memory's words; else globals, ranges, the host's state, the header.
  const parts = [[20 + globals + ranges, words], [20, globals], [20 + globals, ranges],
    [20 + globals + ranges + words, body.length - 20 - globals - ranges - words], [0, 20]];
  for (let changes = 1 + random.int(random.chance(20) ? 40 : 4); changes > 0; changes--) {
    const [begin, length] = parts[random.chance(60) ? 0 : random.chance(40) ? 1 : random.int(5)];
    if (length === 0) continue;
    const at = begin + random.int(length);
    switch (random.int(6)) {
      case 0: copy[at] ^= 1 << random.int(8); break;
      case 1: copy[at] = random.int(256); break;
      case 2:
        if (at + 4 <= copy.length)
          view.setUint32(at & ~3,
            random.pick([0, 1, 0xffffffff, 0x7fffffff, 0x80000000, 16, random.int(1 << 30)]), true);
        break;
      case 3:
        if (at + 4 <= copy.length)
          view.setUint32(at & ~3, view.getUint32(at & ~3, true) + random.int(64) - 32, true);
        break;
      case 4: {
        const from = begin + random.int(length),
          n = Math.min(1 + random.int(24), begin + length - Math.max(at, from));
        copy.copyWithin(at, from, from + n);
        break;
      }
      default: {
        const n = Math.min(8, begin + length - at);
        copy.fill(random.chance(50) ? 0 : 255, at, at + n);
      }
    }
  }
  return copy;
}

/** What of errors a caller may meet. Others are bugs. */
const typed = (error) => error instanceof KraitError || error instanceof PythonError;

/** One forged snapshot, loaded and used in every way. Returns what is wrong, or undefined. */
export function trial(random) {
  const { head, body } = random.pick(snapshots());
  const snapshot = seal(head, damage(body, random));
  const deadline = Date.now() + 3000;
  let world;
  const attempt = (what) => {
    try { what(); } catch (error) { if (!typed(error)) throw error; }
  };
  try {
    attempt(() => {
      world = open({ snapshot, heapLimit: 4 << 20, shouldInterrupt: () => Date.now() > deadline,
        stdin: () => null });
    });
    if (!world) return undefined;
    const { py } = world;
    attempt(() => {
      for (const task of py.tasks) {
        for (let i = 0; i < 5; i++) {
          attempt(() => task.step({ fuel: 20_000, timeoutMs: 1000 }));
          if (task.ended) break;
          world.ticks += 1000;
        }
        attempt(() => task.stack);
        attempt(() => task.stack.map((frame) => frame.variables()));
      }
    });
    for (const code of ["[x for x in dir()]", "import gc; gc.collect()", "repr(globals())[:99]",
        "6 * 7"]) {
      attempt(() => py.run(code, { fuel: 50_000, timeoutMs: 1000 }));
    }
    attempt(() => py.snapshot());
    attempt(() => py.memory);
    attempt(() => py.globals.get("d"));
    attempt(() => py.tasks.forEach((task) => task.abandon()));
    if (Date.now() > deadline + 2000) return `took ${Date.now() - deadline + 3000} ms`;
  } catch (error) {
    return `${error?.stack ?? error}`;
  } finally {
    try { world?.py.dispose(); } catch (error) { return `dispose: ${error.stack}`; }
  }
  return undefined;
}
