// npm run bench: compares engines on the programs in benchmarks/. What it measures:
// benchmarks/README.md.
//
// Engines take turns: in each round every program runs once on every engine, in a process of its
// own, so that a slow minute of the machine hits all engines alike. Medians over the rounds are
// reported.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { runChild } from "./child.mjs";
import { ENGINE_NAMES, MICROPYTHON_VARIABLE, engineNamed } from "./engines/index.mjs";
import { findPrograms } from "./programs.mjs";
import { complaints, report, summarize } from "./report.mjs";
import { short } from "./table.mjs";

/** A run longer than this is not repeated in its process. Unit: ms. */
const LONG_RUN = 1500;
/** Further instances in one process, when starting is measured. */
const INSTANCES = 10;

const USAGE = `usage: npm run bench -- [options]
  --engines A,B      of ${ENGINE_NAMES.join(", ")}; name@path for another build
  --programs A,B     by name (default: all)
  --rounds N         (default 5)
  --repeat N         runs in one process: the first and the last are reported (default 2)
  --size SIZE|SMALL  which constant of the programs (default SIZE)
  --micropython CMD  a native MicroPython (or the variable ${MICROPYTHON_VARIABLE})
  --timeout SECONDS  for one process (default 120)
  --no-startup       don't measure starting
  --markdown         print Markdown, for docs/benchmarks.md
  --json FILE        write all measurements`;

const OPTIONS = {
  engines: { type: "string" },
  programs: { type: "string", default: "" },
  rounds: { type: "string", default: "5" },
  repeat: { type: "string", default: "2" },
  size: { type: "string", default: "SIZE" },
  micropython: { type: "string" },
  timeout: { type: "string", default: "120" },
  "no-startup": { type: "boolean", default: false },
  markdown: { type: "boolean", default: false },
  json: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
};

const listOf = (text) => text.split(",").filter((part) => part !== "");
const note = (text) => process.stderr.write(`${text}\n`);

/** The engines asked for that are there; says which are not. */
function chooseEngines(text) {
  const engines = listOf(text ?? ENGINE_NAMES.join(",")).map(engineNamed);
  for (const { name } of engines.filter(({ version }) => version === undefined)) {
    note(`no ${name} here: left out`);
  }
  return engines.filter(({ version }) => version !== undefined);
}

/** `list`, beginning at item `start`. */
function rotated(list, start) {
  const at = start % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}

/** Runs one program once on one engine and notes the outcome in `entry`. */
async function measure(engine, program, entry, { size, repeat, timeout }) {
  const args = [program.file, size, String(repeat), String(LONG_RUN)];
  let outcome = await runChild(engine.program(args, entry.attempt), { timeout });
  while (outcome.error?.includes("MemoryError") && entry.attempt + 1 < engine.attempts) {
    entry.attempt += 1;
    outcome = await runChild(engine.program(args, entry.attempt), { timeout });
  }
  if (outcome.result) entry.results.push(outcome.result);
  else entry.errors.push(outcome.error);
}

/** All rounds of some programs. An engine that failed in a program is not tried again. */
async function measureAll(engines, programs, options) {
  const table = programs.map((program) => ({
    ...program,
    engines: Object.fromEntries(engines.map(({ name }) => (
      [name, { results: [], errors: [], attempt: 0 }]))),
  }));
  for (let round = 0; round < options.rounds; round += 1) {
    for (const program of table) {
      for (const engine of rotated(engines, round)) {
        const entry = program.engines[engine.name];
        if (entry.errors.length === 0) await measure(engine, program, entry, options);
      }
      const times = engines.map(({ name }) => {
        const { results, errors } = program.engines[name];
        return `${name} ${errors.length ? "FAILED" : short(summarize(results.slice(-1)).cpu)}`;
      });
      note(`round ${round + 1}  ${program.name.padEnd(16)} ${times.join("  ")}`);
    }
  }
  return table.map(({ name, engines: byEngine }) => ({ name, engines: byEngine }));
}

/** How long it takes to print hi: from a new process, and where possible in a running one. */
async function measureStartUp(engines, { rounds, timeout }) {
  const times = Object.fromEntries(engines.map(({ name }) => [name, { spawn: [], total: [] }]));
  for (let round = 0; round < rounds; round += 1) {
    for (const engine of rotated(engines, round)) {
      const outcome = await runChild(engine.hello(), { timeout, needsResult: false });
      if (outcome.error) {
        note(`FAILED print('hi') on ${engine.name}: ${outcome.error}`);
        continue;
      }
      times[engine.name].spawn.push(outcome.firstOutput);
      times[engine.name].total.push(outcome.total);
      const warm = engine.warm && await runChild(engine.warm(INSTANCES), { timeout });
      if (!warm?.result) continue;
      (times[engine.name].first ??= []).push(warm.result.first);
      (times[engine.name].again ??= []).push(...warm.result.again);
    }
  }
  return times;
}

async function main() {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (values.micropython) process.env[MICROPYTHON_VARIABLE] = values.micropython;
  const options = {
    size: values.size,
    rounds: Number(values.rounds),
    repeat: Number(values.repeat),
    timeout: Number(values.timeout) * 1000,
  };
  const engines = chooseEngines(values.engines);
  if (engines.length === 0) throw new Error("no engine to measure");
  const { programs, limits } = findPrograms(listOf(values.programs));
  const data = {
    date: new Date().toISOString().slice(0, 10),
    ...options,
    engines: engines.map(({ name, version }) => ({ name, version })),
    programs: await measureAll(engines, programs, options),
    limits: await measureAll(engines, limits, { ...options, repeat: 1 }),
    startUp: values["no-startup"] ? undefined : await measureStartUp(engines, options),
  };
  if (values.json) writeFileSync(values.json, `${JSON.stringify(data, null, 1)}\n`);
  process.stdout.write(report(data, values));
  return complaints([...data.programs, ...data.limits]).length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`bench: ${error.message}`);
  process.exitCode = 2;
}
