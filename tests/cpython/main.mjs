// npm run test:cpython: CPython's own tests (Lib/test of a python3 on this machine) on Krait,
// compared with what is known not to pass (expected.txt). Nothing of CPython's is in this project:
// unittest and test.support are stand-ins of ours (lib/).
//
//   npm run test:cpython -- [--lib FOLDER] [--jobs N] [--only REGEX] [--seconds N] [--verbose]
//                           [--update] [MODULE ...]
//
// --lib: the library folder that holds test/; default: that of the python3 in the path. MODULE:
// test_list, test_json.test_dump, ...; default: all of the expectations. --only: tests whose names
// (`Class.test`) match; --verbose shows what they print, and tracebacks. --seconds: time for a test.
// --update writes the expectations. Each module runs in a process of its own (child.mjs); a test
// that ends or hangs it counts as failed, and the others go on. Last line: `N passed, N failed`,
// where failed is what was not expected.
import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { differences, expectation, read, slow, write } from "./expected.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lib: { type: "string" },
    jobs: { type: "string", default: "2" },
    only: { type: "string", default: "" },
    seconds: { type: "string", default: "30" },
    verbose: { type: "boolean", default: false },
    update: { type: "boolean", default: false },
  },
});
const CHILD = fileURLToPath(new URL("child.mjs", import.meta.url));
const NAMES = fileURLToPath(new URL("names.py", import.meta.url));
const seconds = Number(values.seconds);

/** @returns {{version: string, library: string, names: Record<string, string>}} */
function python() {
  const run = spawnSync("python3", [NAMES, ...(values.lib ? [values.lib] : [])],
    { encoding: "utf8", maxBuffer: 16 << 20 });
  if (run.status === 0) return JSON.parse(run.stdout);
  console.error(`no python3 with its tests: ${run.error?.message ?? run.stderr.trim()}`);
  process.exit(2);
}
const { version, library, names } = python();

/**
 * Runs a module's tests but for `skip` until they end or the process does.
 * @returns {Promise<{ended: boolean, begun?: string, why: string}>} the test that was begun last,
 *   if the process ended in it
 */
function pass(name, skip, results) {
  return new Promise((resolve) => {
    const options = { library, names, skip, only: values.only, seconds, verbose: values.verbose };
    const child = spawn(process.execPath, [CHILD, name, JSON.stringify(options)],
      { stdio: ["ignore", "pipe", values.verbose ? "inherit" : "pipe"] });
    let begun, ended = false, late = false, rest = "", errors = "", timer;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => { late = true; child.kill("SIGKILL"); }, 1000 * seconds + 15_000);
    };
    wait();
    child.stdout.on("data", (chunk) => {
      wait();
      const lines = (rest + chunk).split("\n");
      rest = lines.pop();
      for (const line of lines) {
        const [event, test, state, text] = JSON.parse(line);
        if (event === "begin") begun = test;
        if (event === "end") results.set(test, { state, text });
        if (event === "done") ended = true;
      }
    });
    child.stderr?.on("data", (chunk) => { errors = (errors + chunk).slice(-2000); });
    child.on("close", () => {
      clearTimeout(timer);
      const line = /^\w*(Error|Exception).*$/m.exec(errors)?.[0] ?? errors.trim().slice(-100);
      resolve({ ended, begun, why: late ? "not done in time" : `ended the process: ${line}` });
    });
  });
}

/** Runs a module, again without the test that ended the process, until all have run. */
async function runModule(name, expected) {
  const results = new Map();
  const skip = slow(expected);
  for (let tries = 0; tries < 30; tries++) {
    const { ended, begun, why } = await pass(name, [...skip, ...results.keys()], results);
    if (ended) break;
    results.set(begun ?? "import", { state: "fail", text: why });
    if (begun === undefined || begun === "import") break;
  }
  return results;
}

const expectations = read();
if (expectations.version !== version)
  console.log(`expectations are those of ${expectations.version}, this is ${version}`);
const modules = positionals.length > 0 ? positionals : [...expectations.modules.keys()];
const NONE = { passed: 0, known: new Map() };
let next = 0, passed = 0, failed = 0, known = 0, skipped = 0;
async function worker() {
  while (next < modules.length) {
    const name = modules[next++];
    const expected = expectations.modules.get(name) ?? NONE;
    const results = await runModule(name, expected);
    const states = [...results.values()].map(({ state }) => state);
    const count = (state) => states.filter((s) => s === state).length;
    const lines = differences(expected, results)
      .filter((line) => !values.only || / (fails|passes)\b/.test(line));
    passed += count("pass");
    skipped += count("skip");
    failed += lines.length;
    known += states.length - count("pass") - count("skip");
    if (lines.length > 0) console.log(`${name}\n  ${lines.join("\n  ")}`);
    if (values.update) expectations.modules.set(name, expectation(expected, results));
  }
}
await Promise.all(Array.from({ length: Number(values.jobs) || 1 }, worker));
if (values.update && !values.only) write({ ...expectations, version });
console.log(`${known} do not pass, ${skipped} are skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 && !values.update ? 1 : 0;
