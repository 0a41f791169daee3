// npm run fuzz:compare -- [--seconds N] [--programs N] [--seed N] [--areas A,B] [--only N]
// [--minimize]: random programs run by Krait and by CPython (the python3 in the path), whose
// outputs must be the same.
//
// Each file of areas/ makes programs of one kind: operations on numbers, formats, regular
// expressions, class hierarchies ... (`program(random)` returns a text; areas/cases.mjs has what
// they share.) Exceptions are compared by type: Krait's messages are its own. Programs share
// instances of Krait; one that fails is run again in an instance of its own, and told otherwise if
// it then passes. What is different is printed with the program's number: `--areas A --seed S
// --only N` runs that one alone and prints both outputs, `--minimize` also prints the shortest
// program that shows the difference. Ends with `N passed, N failed`.
import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { minimize } from "./minimize.mjs";
import { Random } from "./random.mjs";
import { hasReference, Reference, Subject } from "./reference.mjs";

const { values: options } = parseArgs({
  options: {
    seconds: { type: "string", default: "20" },
    seed: { type: "string", default: "20261122" },
    areas: { type: "string" },
    only: { type: "string" },
    programs: { type: "string", default: "1000000000" },
    minimize: { type: "boolean", default: false },
  },
});
const HERE = new URL("./", import.meta.url);
/** Programs that are given out at once. */
const BATCH = 100;
/** Programs told in full; of more only their numbers are. */
const TOLD = 12;
/** Time for the search for a shorter program. Unit: ms. */
const MINIMIZING = 60_000;

if (!hasReference()) {
  console.log("NOT RUN: python3 is missing, so there is nothing to compare with");
  console.log("0 passed, 0 failed");
  process.exit(0);
}
const names = options.areas?.split(",")
  ?? readdirSync(new URL("areas/", HERE)).filter((file) => file.endsWith(".area.mjs")).map((file) =>
    file.slice(0, -9)).sort();
const areas =
  await Promise
    .all(names.map(async (name) =>
      [name, (await import(new URL(`areas/${name}.area.mjs`, HERE))).program]));
const seed = Number(options.seed), end = Date.now() + Number(options.seconds) * 1000;
const reference = new Reference(), subject = new Subject();
let passed = 0, failed = 0;

/** Program `number`: its area's name and its text. The same for any list of areas in which it has
 *  that place. */
function programOf(number) {
  const [name, program] = areas[number % areas.length];
  const random = new Random(seed * 7919 + Math.floor(number / areas.length) * 104729 + 1);
  // the first numbers of near seeds are alike
  for (let i = 0; i < 5; i++) random.int(2);
  return { number: Math.floor(number / areas.length), name, text: program(random) };
}
/** The first line in which two outputs differ, with the statement that printed it where lines say
 *  their case's number. */
function difference(text, expected, actual) {
  const wanted = (expected ?? "does not end").split("\n"), got = (actual ?? "hangs").split("\n");
  const at = wanted.findIndex((line, i) => line !== got[i]);
  const line = at < 0 ? wanted.length : at;
  const number = /^(\d+):/.exec(wanted[line] ?? "")?.[1];
  const source = number === undefined ? ""
    : text.split("\n").find((statement) => statement.startsWith(`show(${number},`)) ?? "";
  return `    ${source}\n    CPython: ${wanted[line]}\n    Krait:   ${got[line]}`;
}
/** Errors that a program gets by losing lines: they must not take the place of what was wrong. */
const BY_LOSS = ["SyntaxError", "IndentationError", "NameError", "UnboundLocalError"];

/** The shortest program found whose outputs differ, with both. */
async function shortest(text, expected) {
  const both = async (some) =>
    [(await reference.run([some]))[0], (await subject.run([some], true))[0]];
  const text2 = await minimize(text, async (some) => {
    const [wanted, got] = await both(some);
    return wanted !== null && wanted !== got
      && !BY_LOSS.some((name) => wanted.includes(name) && !expected.includes(name));
  }, Date.now() + MINIMIZING);
  return told(text2, ...await both(text2));
}
const told = (text, expected, actual) => `${text}\n---- CPython\n${expected}---- Krait\n${actual}`;

/** Tells of a program whose outputs differ. */
async function tell({ number, name, text }, expected, inCompany) {
  failed++;
  const [alone] = await subject.run([text], true);
  const company = alone === expected ? " (only after the programs before it)" : "";
  console.log(`${name} ${number}${company}`);
  if (failed <= TOLD) console.log(difference(text, expected, company ? inCompany : alone));
  if (options.minimize && !company && expected !== null)
    console.log(`${await shortest(text, expected)}`);
}

const single = options.only !== undefined;
const first = single ? Number(options.only) * areas.length : 0, count = single ? 1 : BATCH;
for (let from = first; Date.now() < end && failed < 200
    && from - first < Number(options.programs); from += BATCH) {
  const programs = Array.from({ length: count }, (_, i) => programOf(from + i));
  const texts = programs.map(({ text }) => text);
  const [expected, actual] = await Promise.all([reference.run(texts), subject.run(texts, single)]);
  if (single) console.log(told(texts[0], expected[0], actual[0]));
  for (const [i, program] of programs.entries()) {
    if (expected[i] === actual[i]) passed++;
    else await tell(program, expected[i], actual[i]);
  }
  if (single) break;
}
reference.end();
subject.end();
console.log(`seed ${seed}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
