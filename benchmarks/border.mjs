// What a call across the border costs, there and back, with numbers: krait against the npm build of MicroPython, in the
// same run. Usage: npm run bench:border (after a release build).
import { readFileSync } from "node:fs";
import { loadSync } from "../dist/index.js";
import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";

const CALLS = 200_000, ROUNDS = 7;
const PROGRAM = `
def add(a, b): return a + b
def loop(n, f):
    i = 0
    while i < n:
        f(i, 1)
        i += 1
def empty(n):
    i = 0
    while i < n:
        i += 1
`;
/** Best of some rounds. Unit: ns a call. */
function best(run, rounds = ROUNDS) {
  let least = Infinity;
  for (let i = 0; i < rounds; i++) {
    const begin = performance.now();
    run();
    least = Math.min(least, performance.now() - begin);
  }
  return least / CALLS * 1e6;
}
function measure(globals) {
  const add = globals.get("add"), loop = globals.get("loop"), empty = globals.get("empty");
  const inJs = (a, b) => a + b;
  let sum = 0;
  return {
    "JavaScript to Python, ints": () => best(() => { for (let i = 0; i < CALLS; i++) sum += add(i, 1); }),
    "JavaScript to Python, floats": () => best(() => { for (let i = 0; i < CALLS; i++) sum += add(i + 0.5, 1.5); }),
    "Python to JavaScript, ints": () => best(() => loop(CALLS, inJs)) - best(() => empty(CALLS)),
  };
}
const krait = loadSync(new WebAssembly.Module(readFileSync(new URL("../dist/krait.wasm", import.meta.url))));
krait.run(PROGRAM);
const micropython = await loadMicroPython({ heapsize: 16 << 20 });
micropython.runPython(PROGRAM);
const ours = measure(krait.globals), theirs = measure(micropython.globals);
console.log("| a call and its answer | krait, ns | npm MicroPython, ns |\n| --- | --- | --- |");
for (const name of Object.keys(ours)) console.log(`| ${name} | ${ours[name]().toFixed(0)} | ${theirs[name]().toFixed(0)} |`);
