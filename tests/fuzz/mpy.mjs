// Damaged .mpy files: the verifier refuses them, or they run safely. What MicroPython's own
// compiler makes is damaged, code that is refused least of all: single bytes, numbers, pieces.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { KraitError, PythonError, loadSync } from "../../dist/index.js";

const require = createRequire(import.meta.url);
const { compile } = require("@pybricks/mpy-cross-v6");
const cross = require.resolve("@pybricks/mpy-cross-v6/build/mpy-cross-v6.wasm");
const module =
  new WebAssembly.Module(readFileSync(new URL("../../dist/krait.wasm", import.meta.url)));

const SOURCES = [
  "x = 1\ndef f(a, *b, k=2, **c):\n    return [a, b, k, c, x]\ny = f(1, 2, 3, z=4)\n",
  "class A:\n    def __init__(self, v): self.v = v\n    def m(self): yield self.v; yield from [1, 2]\nclass B(A):\n    def m(self):\n"
    + "        for x in super().m(): yield (x, [y for y in range(x) if y % 2])\nz = list(B(5).m())\n",
  "def f(n):\n    t = 0\n    for i in range(n):\n        try:\n            if i % 3 == 0: raise ValueError(i)\n            t += i\n"
    + "            if i > 50: break\n        except (ValueError, KeyError) as e:\n            t -= e.args[0]\n        finally:\n"
    + "            t += 1\n        while t > 1000: t //= 2; continue\n    else: t = -1\n    return t\nr = [f(k) for k in (3, 30, 100)]\n",
  "def outer(a, b=2.5):\n    c = {'k': a, b: (1, None, ..., 2.5)}\n    def inner(*args):\n        nonlocal a\n        a += len(args)\n"
    + "        return lambda x: (x, a, c[b], '%d' % a)\n    return inner\ng = outer(1)(1, 2, 3)(4)\ndel outer\n"
    + "assert g, 'no'\nimport sys as s\nfrom math import *\nh = not (sin(1) < 2 <= 3) or g[0] is None\nl = [1, 2, 3]; a, *b = l\n",
  "class C:\n    def __enter__(self): return self\n    def __exit__(self, *a): return True\ndef w():\n    with C() as a, C() as b:\n"
    + "        for i in range(3):\n            with C():\n                if i == 1: return (yield i)\n                raise KeyError\nq = list(w())\n"
    + "s = {1, 2} | {3}\nd = {'a': 1}\nm = -(~5) ** 2 % 7 << 3\ndef k(*, a, b=1): return a + b\nn = k(a=1, **{'b': 2})\n",
];
let files;
/** To be awaited before the first trial. */
export async function prepare() {
  // It would fetch its own Wasm by a path, which Node's fetch does not take.
  delete globalThis.fetch;
  files = await Promise.all(SOURCES.map(async (source, i) => {
    const { mpy } = await compile(`m${i}.py`, source, undefined, cross);
    return Uint8Array.from(mpy);
  }));
}

let python, count = 0;
function fresh() {
  python?.dispose();
  python = loadSync(module, { heapLimit: 8 << 20, stdin: () => null });
  count = 0;
}
function damaged(random) {
  let bytes = random.pick(files).slice();
  for (let changes = 1 + random.int(3); changes > 0; changes--) {
    const at = 4 + random.int(bytes.length - 4);
    switch (random.int(7)) {
      case 0: bytes[at] ^= 1 << random.int(8); break;
      case 1: bytes[at] = random.int(256); break;
      case 2: bytes[at] += random.int(9) - 4; break;
      case 3: {
        const from = 4 + random.int(bytes.length - 4);
        bytes.copyWithin(at, from, from + 1 + random.int(12));
        break;
      }
      case 4:
        bytes[at] =
          random.pick([0, 127, 128, 255, 0x42, 0x43, 0x44, 0x47, 0x48, 0x4a, 0x5b, 0x63, 0x66,
            0x67]);
        break;
      case 5: {
        const other = random.int(bytes.length);
        const t = bytes[at];
        bytes[at] = bytes[other];
        bytes[other] = t;
        break;
      }
      default: {
        const n = random.int(5);
        bytes = Uint8Array
          .from([...bytes.subarray(0, at), ...bytes.subarray(Math.min(bytes.length, at + n))]);
      }
    }
    if (bytes.length < 12) return bytes;
  }
  return bytes;
}

/** One damaged file, imported and its functions called. Returns what went wrong, or undefined. */
export function trial(random) {
  if (!python || count++ > 50) fresh();
  const bytes = damaged(random), name = `m${count}`;
  const fail = (error) => {
    fresh();
    return `${error.stack ?? error}\nfile: ${Buffer.from(bytes).toString("hex")}`;
  };
  try {
    python.files.writeFile(`/${name}.mpy`, bytes);
    const task =
      python.start(
        `import ${name}, gc\nfor n in dir(${name}):\n  v = getattr(${name}, n)\n  for a in ((), (1,), (1, 2)):\n`
      + "    try:\n      if callable(v): list(v(*a)), repr(v)\n    except Exception as e: repr(e)\ngc.collect()");
    for (let i = 0; i < 3 && !task.ended; i++) task.step({ fuel: 20_000, timeoutMs: 3000 });
    task.abandon();
  } catch (error) {
    if (!(error instanceof PythonError)
      && !(error instanceof KraitError && !/failed/.test(error.message))) return fail(error);
  }
  try {
    if (python.run("import sys\nsys.modules.clear()\n6 * 7") !== 42)
      return fail(new Error("afterwards"));
  } catch (error) {
    return fail(error);
  }
  return undefined;
}
