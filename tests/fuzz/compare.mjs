// npm run fuzz:compare -- [--seconds N] [--programs N] [--seed N] [--areas A,B] [--only N]: random programs run by Krait and
// by CPython, whose outputs must be the same.
//
// The kind `cpython` of main.mjs does so with short programs written by Python; these are longer and follow the control flow.
// Each file of areas/ makes programs of one kind: operations on numbers, formats, regular expressions, class hierarchies ...
// Programs come in batches, one process of python3 for each. Exceptions are compared by type: Krait's messages are its own. What is different is
// printed with the program's number: `--areas A --seed S --only N` runs that one alone and prints both outputs.
// Ends with `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadSync } from "../../dist/index.js";
import { Random } from "./random.mjs";

const { values: options } = parseArgs({
  options: {
    seconds: { type: "string", default: "20" },
    seed: { type: "string", default: "20261122" },
    areas: { type: "string" },
    only: { type: "string" },
    programs: { type: "string", default: "1000000000" },
  },
});
const HERE = new URL("./", import.meta.url);
/** Programs that one process of python3 runs. */
const BATCH = 100;
/** What a program may use: the generators make none that need it. */
const FUEL = 20_000_000;
/** Programs told in full; of more only their numbers are. */
const TOLD = 12;

const names = options.areas?.split(",")
  ?? readdirSync(new URL("areas/", HERE)).filter((file) => file.endsWith(".area.mjs")).map((file) => file.slice(0, -9)).sort();
const areas = await Promise.all(names.map(async (name) => [name, (await import(new URL(`areas/${name}.area.mjs`, HERE))).program]));
const module = new WebAssembly.Module(readFileSync(new URL("../../dist/krait.wasm", HERE)));
const seed = Number(options.seed), end = Date.now() + Number(options.seconds) * 1000;
let passed = 0, failed = 0;

/** Program `number`: its area's name and its text. */
function programOf(number) {
  const [name, program] = areas[number % areas.length];
  const random = new Random(seed * 7919 + number * 104729);
  for (let i = 0; i < 5; i++) random.int(2);                  // the first numbers of near seeds are alike
  return { number, name, text: program(random) };
}
function byReference(texts) {
  const { stdout, stderr, status } = spawnSync("python3", [fileURLToPath(new URL("reference.py", HERE))], {
    input: JSON.stringify(texts), encoding: "utf8", maxBuffer: 1 << 28, env: { ...process.env, PYTHONHASHSEED: "0", PYTHONWARNINGS: "ignore" },
  });
  if (status !== 0) throw new Error(`the reference failed: ${stderr}`);
  return JSON.parse(stdout);
}
function byKrait(text) {
  let printed = "";
  const python = loadSync(module, { heapLimit: 64 << 20, stdout: (part) => { printed += part; } });
  try {
    python.run(text, { filename: "program.py", fuel: FUEL });
  } catch (error) {
    printed += `ends with ${error.type ?? error}\n`;
  } finally {
    python.dispose();
  }
  return printed;
}
/** The first line in which two outputs differ, with the statement that printed it where lines say their case's number. */
function difference(text, expected, actual) {
  const wanted = expected.split("\n"), got = actual.split("\n");
  const at = wanted.findIndex((line, i) => line !== got[i]);
  const line = at < 0 ? wanted.length : at;
  const number = /^(\d+):/.exec(wanted[line] ?? "")?.[1];
  const source = number === undefined ? "" : text.split("\n").find((statement) => statement.startsWith(`show(${number},`)) ?? "";
  return `    ${source}\n    CPython: ${wanted[line]}\n    Krait:   ${got[line]}`;
}

if (spawnSync("python3", ["--version"]).status !== 0) {
  console.log("NOT RUN: python3 is missing, so there is nothing to compare with");
  console.log("0 passed, 0 failed");
  process.exit(0);
}
const first = Number(options.only ?? 0), count = options.only === undefined ? BATCH : 1;
for (let from = first; Date.now() < end && failed < 200 && from - first < Number(options.programs); from += BATCH) {
  const programs = Array.from({ length: count }, (_, i) => programOf(from + i));
  const expected = byReference(programs.map(({ text }) => text));
  programs.forEach(({ number, name, text }, i) => {
    const actual = byKrait(text);
    if (options.only !== undefined) console.log(`${text}\n---- CPython\n${expected[i]}---- Krait\n${actual}`);
    if (actual === expected[i]) passed++;
    else if (++failed <= TOLD) console.log(`${name} ${number}:\n${difference(text, expected[i], actual)}`);
    else console.log(`${name} ${number}`);
  });
  if (options.only !== undefined) break;
}
console.log(`seed ${seed}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
