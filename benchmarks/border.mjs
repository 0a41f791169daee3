// What crossing the border costs, there and back: krait against the npm build of MicroPython, in
// the same run. Usage: npm run bench:border [-- --only TEXT] [--krait FILE]... (after a release
// build; FILE: another build's index.js)
//
// Every row is a loop of CALLS operations, or of fewer; for loops in Python the time of an empty loop is taken
// off. The engines take turns, and the best round of each counts.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";

const { values: options } = parseArgs({ options: {
  only: { type: "string", default: "" },
  krait: { type: "string", multiple: true,
    default: [new URL("../dist/index.js", import.meta.url).pathname] },
  rounds: { type: "string", default: "7" },
  npm: { type: "boolean", default: true },
}, allowNegative: true });

const CALLS = 100_000;
/** Of what the npm build keeps for ever: it takes the longer the more there is. */
const FEW_CALLS = 2000;
const PROGRAM = `
def add(a, b): return a + b
class Point:
    dispose = None
    def __init__(self, x): self.x = x
    def plus(self, n): return self.x + n
point = Point(5)
numbers = list(range(1000))
table = {"a": 1, "b": 2}

def empty(n):
    i = 0
    while i < n:
        i += 1
def call(n, f):
    i = 0
    while i < n:
        f(i, 1)
        i += 1
def call_text(n, f):
    i = 0
    while i < n:
        f("some text", 1)
        i += 1
def call_method(n, o):
    i = 0
    while i < n:
        o.plus(i)
        i += 1
def read(n, o):
    i = 0
    while i < n:
        o.x
        i += 1
def write(n, o):
    i = 0
    while i < n:
        o.x = i
        i += 1
def get_item(n, a):
    i = 0
    while i < n:
        a[7]
        i += 1
def set_item(n, a):
    i = 0
    while i < n:
        a[7] = i
        i += 1
def iterate(n, a):
    i = 0
    while i < n:
        for x in a:
            i += 1
def iterate_range(n):
    i = 0
    a = range(1000)
    while i < n:
        for x in a:
            i += 1
`;
class JsPoint {
  constructor(x) { this.x = x; }
  plus(n) { return this.x + n; }
}
const TO_PYTHON = "JavaScript to Python", TO_JS = "Python to JavaScript";
/** Rows: direction, operation, and what makes a run of CALLS of them, from an engine's globals; how
 *  many it makes if not CALLS. In Python: [run, the name of the loop that is taken off]. */
const ROWS = [
  [TO_PYTHON, "call, ints", (py, add = py("add")) =>
    () => { for (let i = 0; i < CALLS; i++) add(i, 1); }],
  [TO_PYTHON, "call, floats", (py, add = py("add")) =>
    () => { for (let i = 0; i < CALLS; i++) add(i + 0.5, 1.5); }],
  [TO_PYTHON, "call, strings", (py, add = py("add")) =>
    () => { for (let i = 0; i < CALLS; i++) add("some ", "text"); }],
  [TO_PYTHON, "call by an array's forEach",
    (py, add = py("add"), array = new Array(1000).fill(1)) =>
    () => { for (let i = 0; i < CALLS; i += 1000) array.forEach((x) => add(x, 1)); }],
  [TO_PYTHON, "method of an instance", (py, p = py("point")) =>
    () => { for (let i = 0; i < CALLS; i++) p.plus(i); }],
  [TO_PYTHON, "make an instance, drop it", (py, make = py("Point")) =>
    () => { for (let i = 0; i < FEW_CALLS; i++) make(i).dispose?.(); }, FEW_CALLS],
  [TO_PYTHON, "read an attribute", (py, p = py("point")) =>
    () => { for (let i = 0; i < CALLS; i++) p.x; }],
  [TO_PYTHON, "set an attribute", (py, p = py("point")) =>
    () => { for (let i = 0; i < CALLS; i++) p.x = i; }],
  [TO_PYTHON, "read a dict", (py, dict = py("table")) =>
    () => { for (let i = 0; i < CALLS; i++) dict.get("b"); }],
  [TO_PYTHON, "iterate over a list", (py, list = py("numbers")) =>
    () => { for (let i = 0; i < CALLS; i += 1000) for (const x of list) x; }],
  [TO_JS, "call, ints", (py, loop = py("call")) => [() => loop(CALLS, (a, b) => a + b)]],
  [TO_JS, "call, floats", (py, loop = py("call")) => [() => loop(CALLS, (a, b) => a + b + 0.5)]],
  [TO_JS, "call, strings", (py, loop = py("call_text")) => [() => loop(CALLS, (a, b) => a)]],
  [TO_JS, "call that makes an object", (py, loop = py("call")) =>
    [() => loop(CALLS, (x) => ({ x }))]],
  [TO_JS, "method of an instance", (py, loop = py("call_method")) =>
    [() => loop(CALLS, new JsPoint(5))]],
  [TO_JS, "method of a plain object", (py, loop = py("call_method")) =>
    [() => loop(CALLS, { plus: (n) => n + 1 })]],
  [TO_JS, "read an attribute", (py, loop = py("read")) => [() => loop(CALLS, new JsPoint(5))]],
  [TO_JS, "read an attribute, an object", (py, loop = py("read")) =>
    [() => loop(CALLS, { x: {} })]],
  [TO_JS, "set an attribute", (py, loop = py("write")) => [() => loop(CALLS, new JsPoint(5))]],
  [TO_JS, "read an array", (py, loop = py("get_item")) =>
    [() => loop(CALLS, new Array(10).fill(1))]],
  [TO_JS, "set an array's item", (py, loop = py("set_item")) =>
    [() => loop(CALLS, new Array(10).fill(1))]],
  [TO_JS, "iterate over an array", (py, loop = py("iterate")) =>
    [() => loop(CALLS, new Array(1000).fill(1)), "iterate_range"]],
];

function best(run, least, calls = CALLS) {
  const begin = performance.now();
  run();
  return Math.min(least, (performance.now() - begin) / calls * 1e6);
}
const engines = [];
for (const file of options.krait) {
  const { loadSync } = await import(pathToFileURL(file));
  const krait =
    loadSync(new WebAssembly.Module(readFileSync(new URL("krait.wasm", pathToFileURL(file)))));
  krait.run(PROGRAM);
  engines.push({ name: options.krait.length > 1 ? file : "krait",
    get: (name) => krait.globals.get(name) });
}
if (options.npm) {
  const micropython = await loadMicroPython({ heapsize: 16 << 20 });
  micropython.runPython(PROGRAM);
  engines.push({ name: "npm MicroPython", get: (name) => micropython.globals.get(name) });
}
console.log(
  `| ns each | ${engines.map((e) => e.name).join(" | ")} |\n|---|${"---:|".repeat(engines.length)}`);
for (let i = 0; i < 3; i++)
  for (const { get } of engines) best(() => get("call")(CALLS, (a, b) => a + b));
for (const [direction, operation, make, calls] of ROWS) {
  const name = `${direction}: ${operation}`;
  if (!name.includes(options.only)) continue;
  const runs = engines.map(({ get }) => {
    const run = make(get), inPython = Array.isArray(run);
    return { run: inPython ? run[0] : run, empty: inPython ? get(run[1] ?? "empty") : undefined,
      least: Infinity, less: Infinity };
  });
  for (let round = 0; round < Number(options.rounds); round++) {
    for (const r of runs) {
      try {
        r.least = best(r.run, r.least, calls);
      } catch (error) {
        // Not offered: the engine's own kind of error, thrown again in every round.
        r.least = NaN;
      }
      r.less = r.empty ? best(() => r.empty(CALLS), r.less) : 0;
    }
  }
  const shown = ({ least, less }) => Number.isNaN(least) ? "-" : (least - less).toFixed(0);
  console.log(`| ${name} | ${runs.map(shown).join(" | ")} |`);
}
