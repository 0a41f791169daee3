// npm run bench:growth: compares how the time of basic operations grows with size, on krait and
// CPython.
//
// The operations and their sizes stand in benchmarks/growth/. Every operation runs in a process
// of its own, engine after engine. An engine's growth is its time per element at the largest size
// that all engines reached, divided by its best time per element at a smaller size: about 1 for
// what is linear. Krait is flagged where it grows more than WORSE times as much as CPython does
// and also takes longer there, where it gave up at a smaller size, and where it fails.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runChild } from "./child.mjs";
import { MICROPYTHON_VARIABLE, engineNamed } from "./engines/index.mjs";
import { short, table } from "./table.mjs";

const FOLDER = fileURLToPath(new URL("../growth", import.meta.url));
/** Says how to measure; every other file there holds operations. */
const MEASURE = "measure.py";
/** Caches and noise alone make factors of up to about this between 10^3 and 10^6 elements. */
const WORSE = 3;

const USAGE = `usage: npm run bench:growth -- [options]
  --engines A,B      the first is judged against the second (default krait,cpython)
  --only TEXT        only operations whose name contains this
  --micropython CMD  a native MicroPython (or the variable ${MICROPYTHON_VARIABLE})
  --timeout SECONDS  for one operation (default 120)
  --markdown         print Markdown
  --json FILE        write all measurements`;

const OPTIONS = {
  engines: { type: "string", default: "krait,cpython" },
  only: { type: "string", default: "" },
  micropython: { type: "string" },
  timeout: { type: "string", default: "120" },
  markdown: { type: "boolean", default: false },
  json: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
};

/** The operations: name and file. */
function findOperations() {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".py") && file !== MEASURE);
  return files.sort().flatMap((name) => {
    const file = join(FOLDER, name);
    return [...readFileSync(file, "utf8").matchAll(/^@operation\("([^"]+)"/gm)]
      .map((match) => ({ name: match[1], file }));
  });
}

/** Time per element by size, in ns, and an error if it ended badly. */
async function measure(engine, { name, file }, timeout) {
  const command = engine.growth([join(FOLDER, MEASURE), file, name]);
  const { out, error } = await runChild(command, { timeout, needsResult: false });
  const lines = [...(out ?? "").matchAll(/^@size (\d+) (\d+)$/gm)];
  return { sizes: Object.fromEntries(lines.map(([, n, ps]) => [n, Number(ps) / 1000])), error };
}

const largest = ({ sizes }) => Math.max(0, ...Object.keys(sizes).map(Number));

/** Time per element at `size`, relative to the best at smaller sizes. NaN where there are none. */
function growth({ sizes }, size) {
  const smaller = Object.keys(sizes).map(Number).filter((n) => n < size).map((n) => sizes[n]);
  return smaller.length > 0 ? sizes[size] / Math.min(...smaller) : NaN;
}

/** What is wrong with `tested` beside `reference`, or "ok". */
function verdict(tested, reference) {
  if (tested.error) return "FAILED";
  if (largest(tested) < largest(reference)) return `SLOW, gave up at ${largest(tested)}`;
  const size = Math.min(largest(tested), largest(reference));
  const worse = growth(tested, size) / Math.max(1, growth(reference, size));
  const slower = tested.sizes[size] > reference.sizes[size];
  return slower && worse > WORSE ? `GROWS ${short(worse)} times` : "ok";
}

/** "12.3 12.5 13.0" for sizes upwards. */
const series = ({ sizes }) => Object.keys(sizes).map(Number).sort((a, b) => a - b)
  .map((n) => short(sizes[n])).join(" ");

async function main() {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (values.micropython) process.env[MICROPYTHON_VARIABLE] = values.micropython;
  const engines = values.engines.split(",").map(engineNamed);
  const missing = engines.filter(({ version }) => version === undefined);
  if (missing.length > 0) throw new Error(`no ${missing.map(({ name }) => name).join(", ")} here`);
  const [tested, reference = tested] = engines;
  const timeout = Number(values.timeout) * 1000;
  const measurements = {};
  for (const operation of findOperations().filter(({ name }) => name.includes(values.only))) {
    const { name } = operation;
    const by = {};
    for (const engine of engines) by[engine.name] = await measure(engine, operation, timeout);
    measurements[name] = by;
    const times = engines.map((engine) => `${engine.name} ${series(by[engine.name])}`).join("; ");
    process.stderr.write(`${name}: ${times}: ${verdict(by[tested.name], by[reference.name])}\n`);
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(measurements, null, 1)}\n`);
  const heading = ["ns per element, from 10^3 elements",
    ...engines.flatMap(({ name }) => [name, "growth"]), "verdict"];
  const rows = Object.entries(measurements).map(([name, by]) => {
    const size = Math.min(...Object.values(by).map(largest));
    return [name, ...engines.flatMap((e) => [series(by[e.name]), short(growth(by[e.name], size))]),
      verdict(by[tested.name], by[reference.name])];
  });
  console.log(table([heading, ...rows], values.markdown));
  for (const [name, by] of Object.entries(measurements)) {
    for (const { name: engine } of engines) {
      if (by[engine].error) console.log(`FAILED ${name} on ${engine}: ${by[engine].error}`);
    }
  }
  const bad = rows.filter((row) => row.at(-1) !== "ok").length;
  const good = `${rows.length - bad} of ${rows.length}`;
  console.log(`\n${good} operations grow no worse than on ${reference.name}`);
  return bad > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`bench:growth: ${error.message}`);
  process.exitCode = 2;
}
