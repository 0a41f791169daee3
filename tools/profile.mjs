// Counts what runs: makes tools/hot.txt, the list of functions that tools/shrink.mjs makes fast at
// the cost of room.
//
//   node tools/profile.mjs          after a release build, when the core has changed much (the build says so)
//
// A core in which every function and every turn of a loop counts runs the programs of benchmarks/,
// twice: the second time shows what runs when all is compiled. The counts are the same each time.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { frozenModules } from "./frozen.mjs";
import { makeImage } from "./image.mjs";
import { removeUnused } from "./shrink.mjs";
import {
  EXPORT_KIND, SECTION, TYPE, constant, exportSection, functionNames, globalSection, putSection,
  readBodies, readExports,
  readGlobals, readImports, readModule, u32, writeBodies, writeModule,
} from "./wasm/binary.mjs";
import { LOOP, visitBody } from "./wasm/code.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PROGRAMS = ["benchmarks/programs", "benchmarks/limits", "benchmarks/profile"];
/** Of all calls and turns of loops in one of the programs: so much makes a function hot. Half of it
 *  is as fast, and 5 KB larger; with twice as much, calls of closures and exceptions are a tenth
 *  slower. */
const SHARE = 3 / 10_000;
/** Never hot: what runs once for each piece of code, and half of all that runs at a start. 1 MB of
 *  Python is compiled in 50 ms, not in 40; that is 4 KB. */
const NEVER_HOT =
  /^assembly\/(compiler\/|bytecode\/decoder|program\/image|vm\/(analysis|block_exits|counting_loops|decode\/|emit|opcode_steps|translat|values))/;
/** Not counted in that sum: it would hide all others. */
const LOOP_FUNCTION = "assembly/vm/interpreter/run";
/** Name of a counter, before its number. */
const COUNTER = "calls";

const GLOBAL_GET = 0x23, GLOBAL_SET = 0x24, I64_CONST = 0x42, I64_ADD = 0x7c;

/** A module with a counter, an exported global, for each of its functions; and the functions'
 *  names. */
function counting(bytes) {
  const sections = readModule(bytes);
  const names = functionNames(sections), imports = readImports(sections).length,
    globals = readGlobals(sections);
  const bodies = readBodies(sections).map((body, i) => counted(body, globals.length + i)),
    numbers = [...bodies.keys()];
  const counter = { type: TYPE.i64, mutable: true, init: constant(TYPE.i64, 0) };
  const exported =
    numbers.map((i) =>
      ({ name: COUNTER + i, kind: EXPORT_KIND.global, index: globals.length + i }));
  let out = putSection(sections, SECTION.code, writeBodies(bodies));
  out = putSection(out, SECTION.global, globalSection([...globals, ...numbers.map(() => counter)]));
  out = putSection(out, SECTION.export, exportSection([...readExports(sections), ...exported]));
  return { bytes: writeModule(out), names: numbers.map((i) => names.get(imports + i)) };
}
/** A body that adds 1 to a global at its begin and at every turn of a loop. */
function counted(body, global) {
  const add =
    Uint8Array.from([GLOBAL_GET, ...u32(global), I64_CONST, 1, I64_ADD, GLOBAL_SET,
      ...u32(global)]);
  const parts = [];
  let copied = 0;
  const addAt = (at) => { parts.push(body.subarray(copied, at), add); copied = at; };
  visitBody(body, (op, r) => {
    if (parts.length === 0) addAt(r.at - 1);
    if (op === LOOP) addAt(r.at + 1);                    // behind the loop's type
  });
  return Buffer.concat([...parts, body.subarray(copied)]);
}

/** The image of a counting core; and its functions' names. */
function countingImage() {
  const file = (path) => readFileSync(join(ROOT, path));
  let names;
  const shrink = (bytes) => {
    const result = counting(bytes);
    names = result.names;
    return result.bytes;
  };
  const image = makeImage(file("build/raw.wasm"), frozenModules(join(ROOT, "assembly/frozen")),
    { moved: file("build/moved.wasm"), optimizer: { removeUnused, shrink } });
  return { image, names };
}

/** The host keeps its instance to itself: it is taken where it is made. */
let core;
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(module, imports) { super(module, imports); core = this.exports; }
};

const { image, names } = countingImage();
const wasm = await WebAssembly.compile(image);
const { load } = await import(join(ROOT, "dist/index.js"));

/** A counting instance: { run, counts() }: how often each function ran so far, and its loops
 *  turned. */
async function open() {
  const py = await load({ wasm, stdout: () => {} });
  const globals = names.map((_, i) => core[COUNTER + i]);
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

const hot = new Set();
function note(name, counts) {
  const total = counts.reduce((sum, n, i) => (names[i] === LOOP_FUNCTION ? sum : sum + n), 0);
  counts.forEach((n, i) => {
    if (n >= SHARE * total && !NEVER_HOT.test(names[i])) hot.add(names[i]);
  });
  console.log(`${name}: ${total} calls and turns`);
}
note("start", await countsOfStart());
for (const folder of PROGRAMS) {
  for (const name of readdirSync(join(ROOT, folder)).filter((f) => f.endsWith(".py")).sort()) {
    note(basename(name, ".py"), await countsOf(join(ROOT, folder, name)));
  }
}
writeFileSync(join(ROOT, "tools/hot.txt"), `${[...hot].sort().join("\n")}\n`);
console.log(`tools/hot.txt: ${hot.size} of ${names.length} functions`);
