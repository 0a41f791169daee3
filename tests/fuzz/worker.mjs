// The part of the fuzz test that runs programs: a worker of main.mjs. Where it is stands in shared
// memory.
import { readFileSync, readdirSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { workerData } from "node:worker_threads";
import * as border from "./border.mjs";
import * as forge from "./forge.mjs";
import * as mpy from "./mpy.mjs";
import { mutate } from "./mutations.mjs";
import { Natives } from "./natives.mjs";
import { randomProgram } from "./programs.mjs";
import { FAILED, NUMBER, PASSED } from "./progress.mjs";
import { Random } from "./random.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const { loadSync, PythonError } =
  await import(new URL("../../dist/index.js", import.meta.url).href);

const { options, from, progress, end } = workerData;
const values = options;
/** What a program may use. Natives charge by their work. */
const FUEL = 200_000;
/** Time in which that much fuel must be used up, even on a slow machine. Unit: ms. */
const PATIENCE = 10_000;
/** Programs that one instance runs: what one leaves behind meets the next. */
const PER_INSTANCE = 50;

const module = new WebAssembly.Module(readFileSync(join(ROOT, "dist/krait.wasm")));
const texts = testFiles(join(ROOT, "tests")).map((file) => readFileSync(file, "utf8"));
const seed = Number(values.seed);
const FOLDER = join(ROOT, "build/fuzz");
let python;

/** Python files whose pieces are used. Those of limits/ are slow on purpose. */
function testFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "limits" ? [] : testFiles(path);
    return entry.name.endsWith(".py") && folder !== join(ROOT, "tests") ? [path] : [];
  });
}
function fresh() {
  python?.dispose();
  python = loadSync(module, { heapLimit: 16 << 20, stdin: () => null, clock: fakeClock() });
  if (values.stress) python.core.stress(1);
}
/** A clock that jumps over every wait. */
function fakeClock() {
  let now = 0;
  return { now: () => 1.7e9 + now / 1000, ticks: () => (now += 50), zoneOffset: () => 0 };
}

function report(kind, wrong) {
  let where = kind;
  if (source !== undefined) {
    where = join(FOLDER, `${seed}-${number}.py`);
    writeFileSync(where, source);
  }
  writeSync(1,
    `number ${number} of seed ${seed} (${where}): ${wrong.split("\n").slice(0, 12).join("\n    ").slice(0, 2000)}\n`);
}

/** Runs one program. Returns what went wrong, or undefined. */
function trial(source) {
  const began = Date.now();
  try {
    const task = python.start(source);
    let left = FUEL;
    for (let step = 0; step < 200 && task.status !== "done" && left > 0; step++) {
      const { status } = task.step({ fuel: left });
      left = FUEL - Number(task.fuelUsed);
      if (status === "waiting") left -= 1000;
    }
    task.abandon();
  } catch (error) {
    if (!(error instanceof PythonError)) return `${error.stack ?? error}`;
  }
  const took = Date.now() - began;
  if (took > PATIENCE) return `took ${took} ms`;
  try {
    const check = python.run("6 * 7");
    return check === 42 ? undefined : `afterwards 6 * 7 is ${check}`;
  } catch (error) {
    return `afterwards: ${error.message}`;
  }
}

/** name -> (random) => what went wrong, or undefined. */
const natives = new Natives(module);
const KINDS = {
  programs: (random) => ofSource(randomProgram(random)),
  damaged: (random) => ofSource(mutate(texts, random)),
  natives: (random) => natives.trial(random),
  forge: forge.trial,
  mpy: mpy.trial,
  border: border.trial,
};
let source, number;
/** What one program leaves behind meets the next. */
function ofSource(text) {
  source = text;
  if (number % PER_INSTANCE === 0 || !python) fresh();
  const wrong = trial(source);
  if (wrong !== undefined) fresh();
  return wrong;
}

const kinds = values.kinds.split(",");
if (kinds.includes("mpy")) await mpy.prepare();
for (number = from; Date.now() < end && number < Number(values.count ?? Infinity); number++) {
  progress[NUMBER] = number;
  const random = new Random(seed * 7919 + number * 104729);
  // the first numbers of near seeds are alike
  for (let i = 0; i < 5; i++) random.int(2);
  source = undefined;
  const kind = kinds[number % kinds.length];
  const wrong = KINDS[kind](random);
  if (wrong === undefined) progress[PASSED]++;
  else {
    progress[FAILED]++;
    report(kind, wrong);
  }
  if (values.only !== undefined || progress[FAILED] >= 20) break;
}
progress[NUMBER] = -1;
