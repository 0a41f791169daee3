// Runs one benchmark program on an engine that lives in a Node process and prints what it measured.
//
// Arguments: engine module, its path option (or ""), program file, SIZE or SMALL, number of
// measured runs, limit in ms. Does what driver.py does, with the same last line; the clocks are
// read outside Python. The first run of SMALL makes V8 compile what it compiles lazily; nothing
// else is warmed up.
import { readFileSync } from "node:fs";
import { CLOCK, measured, peakKib } from "../clock.mjs";

const [engineFile, path, programFile, sizeName, repeat, limit] = process.argv.slice(2);
const { open } = await import(engineFile);

let output = "";
const vm = await open(path, (text) => { output += text; });

/** What `expression` prints as. */
function printed(expression) {
  output = "";
  vm.run(`print(${expression})`);
  return output.trimEnd();
}

const source = readFileSync(programFile, "utf8");
vm.run("__name__ = 'program'");
const load = measured(() => vm.run(source));
const prepare = printed("'prepare' in globals()") === "True" ? "prepare" : "";
vm.run(`import gc\nrun(${prepare}(SMALL))`);
const runs = [];
const results = new Set();
while (runs.length < Number(repeat) && (runs.length === 0 || runs.at(-1).cpu < Number(limit))) {
  vm.run(`_state = ${prepare}(${sizeName})\ngc.collect()`);
  runs.push(measured(() => vm.run("_result = run(_state)")));
  vm.run("_state = None");
  results.add(printed("_result"));
}
if (results.size !== 1) throw new Error(`runs differ: ${[...results].join(" / ")}`);
const [checksum] = results;
const result = { clock: CLOCK, load, runs, checksum, peakKib: peakKib() };
console.log(`@result ${JSON.stringify(result)}`);
process.exit(0);
