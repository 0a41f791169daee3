// Counts what runs: makes tools/hot.txt, the list of functions that tools/shrink.mjs makes fast at
// the cost of room, each with the functions that it calls so often that they may be inlined there.
//
//   node tools/profile.mjs          after a release build, when the core has changed much (the build says so)
//
// A core in which every function, every call and every turn of a loop counts runs the programs of
// benchmarks/, twice: the second time shows what runs when all is compiled. The counts are the same each time.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { frozenModules } from "./frozen.mjs";
import { makeImage } from "./image.mjs";
import { removeUnused, withoutTrivial } from "./shrink.mjs";
import {
  EXPORT_KIND, Reader, SECTION, TYPE, constant, exportSection, functionNames, globalSection,
  putSection, readBodies, readExports, readGlobals, readImports, readModule, u32, writeBodies,
  writeModule,
} from "./wasm/binary.mjs";
import { CALL, LOOP, visitBody } from "./wasm/code.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** The programs; those that do a bit of everything count half. */
const PROGRAMS = { "benchmarks/programs": 1, "benchmarks/limits": 0.5, "benchmarks/profile": 0.5 };
/** Of all calls and turns of loops in one of the programs: so much makes a function hot. */
const SHARE = 5 / 10_000;
/** The same for the calls that one function does of another, for each byte that they cost if they
 *  are inlined. With half of it the core is 3 KB larger and 1-2 % faster; with 5 / 100_000 it is
 *  5 KB smaller, and closures, exceptions, json and dijkstra are a tenth slower. */
const SHARE_PER_BYTE = 2 / 100_000;
/** What a call takes, and the least that inlining costs. Unit: bytes. */
const CALL_BYTES = 8, LEAST_BYTES = 4;
/** Never hot: what runs once for each piece of code, and half of all that runs at a start. 1 MB of
 *  Python is compiled in 50 ms, not in 40; that is 4 KB. */
const NEVER_HOT =
  /^assembly\/(compiler\/|bytecode\/decoder|program\/image|vm\/(analysis|block_exits|counting_loops|decode\/|emit|opcode_steps|translat|values))/;
/** Not counted in that sum: it would hide all others. */
const LOOP_FUNCTION = "assembly/vm/interpreter/run";
const HEADER = `# Made by tools/profile.mjs (node tools/profile.mjs, after a release build): do not edit.
# Functions that run much in the programs of benchmarks/, and behind each those that it calls often.
`;
/** Name of a counter, before its number. */
const COUNTER = "calls";

const GLOBAL_GET = 0x23, GLOBAL_SET = 0x24, I64_CONST = 0x42, I64_ADD = 0x7c;

/** A module with a counter, an exported global, for each of its functions and for each pair of one
 *  that calls and one that is called; and what they count: [{ caller, called, least }]: names,
 *  without `called` all calls of `caller` and its loops' turns; least: the share that makes it hot. */
function counting(bytes) {
  const sections = readModule(bytes);
  const names = functionNames(sections), imports = readImports(sections).length,
    globals = readGlobals(sections), bodies = readBodies(sections);
  const counters = bodies.map((_, i) => ({ caller: names.get(imports + i), least: SHARE }));
  const counted = bodies.map((body, i) => {
    const numbers = new Map();
    return countedBody(body, globals.length + i, (called) => {
      if (called < imports) return undefined;
      if (!numbers.has(called)) {
        numbers.set(called, counters.length);
        counters.push({ caller: names.get(imports + i), called: names.get(called), least: 0 });
      }
      const number = numbers.get(called);
      counters[number].least += SHARE_PER_BYTE
        * Math.max(LEAST_BYTES, bodies[called - imports].length - CALL_BYTES);
      return globals.length + number;
    });
  });
  const counter = { type: TYPE.i64, mutable: true, init: constant(TYPE.i64, 0) };
  const exported = counters.map((_, i) =>
    ({ name: COUNTER + i, kind: EXPORT_KIND.global, index: globals.length + i }));
  let out = putSection(sections, SECTION.code, writeBodies(counted));
  out = putSection(out, SECTION.global, globalSection([...globals, ...counters.map(() => counter)]));
  out = putSection(out, SECTION.export, exportSection([...readExports(sections), ...exported]));
  return { bytes: writeModule(out), counters };
}
/** A body that adds 1 to a global at its begin and at every turn of a loop, and to that of
 *  globalOf(called) before each call. */
function countedBody(body, global, globalOf) {
  const add = (to) =>
    Uint8Array.from([GLOBAL_GET, ...u32(to), I64_CONST, 1, I64_ADD, GLOBAL_SET, ...u32(to)]);
  const parts = [];
  let copied = 0;
  const addAt = (at, to) => { parts.push(body.subarray(copied, at), add(to)); copied = at; };
  visitBody(body, (op, r) => {
    if (parts.length === 0) addAt(r.at - 1, global);
    if (op === LOOP) addAt(r.at + 1, global);                    // behind the loop's type
    if (op !== CALL) return;
    const to = globalOf(new Reader(body, r.at).u32());
    if (to !== undefined) addAt(r.at - 1, to);
  });
  return Buffer.concat([...parts, body.subarray(copied)]);
}

/** The image of a counting core; and its counters. */
function countingImage() {
  const file = (path) => readFileSync(join(ROOT, path));
  let counters;
  const shrink = (bytes) => {
    const result = counting(withoutTrivial(bytes));
    counters = result.counters;
    return result.bytes;
  };
  const image = makeImage(file("build/raw.wasm"), frozenModules(join(ROOT, "assembly/frozen")),
    { moved: file("build/moved.wasm"), optimizer: { removeUnused, shrink } });
  return { image, counters };
}

/** The host keeps its instance to itself: it is taken where it is made. */
let core;
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(module, imports) { super(module, imports); core = this.exports; }
};

const { image, counters } = countingImage();
const wasm = await WebAssembly.compile(image);
const { load } = await import(join(ROOT, "dist/index.js"));

/** A counting instance: { run, counts() }: what its counters say so far. */
async function open() {
  const py = await load({ wasm, stdout: () => {} });
  const globals = counters.map((_, i) => core[COUNTER + i]);
  return { run: (source) => py.run(source),
    counts: () => globals.map((global) => Number(global.value)) };
}
/** The counts of starting, and of a first line. */
async function countsOfStart() {
  const py = await open();
  py.run("print(1)");
  return py.counts();
}
/** The counts of the second run of a program. */
async function countsOf(file) {
  const py = await open();
  const run = () => py.run("run(prepare(SMALL) if 'prepare' in globals() else SMALL)");
  py.run("__name__ = 'program'");
  py.run(readFileSync(file, "utf8"));
  run();
  const before = py.counts();
  run();
  return py.counts().map((n, i) => n - before[i]);
}

/** Of each function that runs much those that it calls often. */
const hot = new Map();
function note(name, weight, counts) {
  const total = counts.reduce((sum, n, i) =>
    (counters[i].called || counters[i].caller === LOOP_FUNCTION ? sum : sum + n), 0);
  counts.forEach((n, i) => {
    const { caller, called, least } = counters[i];
    if (NEVER_HOT.test(caller) || weight * n < least * total) return;
    if (!hot.has(caller)) hot.set(caller, new Set());
    if (called && !NEVER_HOT.test(called)) hot.get(caller).add(called);
  });
  console.log(`${name}: ${total} calls and turns`);
}
note("start", 0.5, await countsOfStart());
for (const [folder, weight] of Object.entries(PROGRAMS)) {
  for (const name of readdirSync(join(ROOT, folder)).filter((f) => f.endsWith(".py")).sort()) {
    note(basename(name, ".py"), weight, await countsOf(join(ROOT, folder, name)));
  }
}
hot.delete(LOOP_FUNCTION);
const lines = [...hot].map(([name, called]) => [name, ...[...called].sort()].join(" ")).sort();
writeFileSync(join(ROOT, "tools/hot.txt"), `${HEADER}${lines.join("\n")}\n`);
console.log(`tools/hot.txt: ${hot.size} of ${new Set(counters.map((c) => c.caller)).size} functions, `
  + `${[...hot.values()].reduce((sum, called) => sum + called.size, 0)} pairs`);
