// npm run bench:check: holds the checksums of all programs against benchmarks/expected.json.
//
// With --update, writes that file instead: what the engine says at both sizes. CPython is the
// authority, so update with no other engine.
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { runChild } from "./child.mjs";
import { MICROPYTHON_VARIABLE, engineNamed } from "./engines/index.mjs";
import { findPrograms } from "./programs.mjs";

const EXPECTED = new URL("../expected.json", import.meta.url);

const USAGE = `usage: npm run bench:check -- [options]
  --engine NAME      (default cpython)
  --programs A,B     by name (default: all)
  --size SIZE|SMALL  (default SMALL)
  --micropython CMD  a native MicroPython (or the variable ${MICROPYTHON_VARIABLE})
  --timeout SECONDS  for one program (default 120)
  --update           write expected.json`;

const OPTIONS = {
  engine: { type: "string", default: "cpython" },
  programs: { type: "string", default: "" },
  size: { type: "string", default: "SMALL" },
  micropython: { type: "string" },
  timeout: { type: "string", default: "120" },
  update: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
};

/** The checksum of one program as text. @throws {Error} if it fails. */
async function checksum(engine, program, size, timeout) {
  const args = [program.file, size, "1", "0"];
  let outcome;
  for (let attempt = 0; attempt < engine.attempts; attempt += 1) {
    outcome = await runChild(engine.program(args, attempt), { timeout });
    if (outcome.result) return outcome.result.checksum;
    if (!outcome.error.includes("MemoryError")) break;
  }
  throw new Error(outcome.error);
}

/** Compares, and prints what differs. Returns how many do. */
async function check(engine, programs, size, timeout) {
  const expected = JSON.parse(readFileSync(EXPECTED, "utf8"));
  let wrong = 0;
  for (const program of programs) {
    const want = expected[program.name]?.[size];
    const got = await checksum(engine, program, size, timeout)
      .catch((error) => `FAILED ${error.message}`);
    if (got === want) continue;
    wrong += 1;
    console.log(`${program.name}: ${got}\n  expected: ${want}`);
  }
  console.log(`${programs.length - wrong} passed, ${wrong} failed`);
  return wrong;
}

async function update(engine, programs, timeout) {
  const expected = {};
  for (const program of programs) {
    expected[program.name] = {
      SMALL: await checksum(engine, program, "SMALL", timeout),
      SIZE: await checksum(engine, program, "SIZE", timeout),
    };
  }
  writeFileSync(EXPECTED, `${JSON.stringify(expected, null, 1)}\n`);
}

async function main() {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (values.micropython) process.env[MICROPYTHON_VARIABLE] = values.micropython;
  const engine = engineNamed(values.engine);
  if (engine.version === undefined) throw new Error(`no ${engine.name} here`);
  const wanted = values.update ? [] : values.programs.split(",").filter((name) => name !== "");
  const found = findPrograms(wanted);
  const programs = [...found.programs, ...found.limits];
  const timeout = Number(values.timeout) * 1000;
  if (values.update) {
    await update(engine, programs, timeout);
    return 0;
  }
  return (await check(engine, programs, values.size, timeout)) > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`bench:check: ${error.message}`);
  process.exitCode = 2;
}
