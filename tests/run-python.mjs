// Runs the Python test files under tests/ on an engine and compares what they print with what they
// say they print. Format of the files, options and engines: tests/README.md.
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { difference, parseExpectations } from "./runner/expectations.mjs";
import { subprocessEngine } from "./runner/subprocess-engine.mjs";

const TESTS = dirname(fileURLToPath(import.meta.url));
const FOLDERS = ["lang", "builtins", "objects", "modules", "limits", "differences"];
const DEFAULT_ENGINE = `node ${join(TESTS, "..", "bin", "krait.js")}`;
/** Time for one file. Unit: ms. All take far less; a loop without end must not hold us up. */
const TIMEOUT = 20_000;

const USAGE = `usage: node tests/run-python.mjs [options] [FILE or FOLDER ...]
  --engine CMD      command that runs a file, or the path of an engine module (.mjs)
  --only REGEX      only files whose path under tests/ matches
  --jobs N          so many files at a time (default 2)
  --timeout SEC     time for one file (default ${TIMEOUT / 1000})
  --list-failures   print only the paths of the files that fail`;

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      engine: { type: "string", default: DEFAULT_ENGINE },
      only: { type: "string", default: "" },
      jobs: { type: "string", default: "2" },
      timeout: { type: "string" },
      "list-failures": { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const engine = await openEngine(values.engine);
  const wanted = new RegExp(values.only);
  const roots = positionals.length > 0 ? positionals.map((p) => resolve(p))
    : FOLDERS.map((folder) => join(TESTS, folder));
  const files = (await Promise.all(roots.map(findTests))).flat()
    .filter((file) => wanted.test(relative(TESTS, file)));
  const timeout = values.timeout === undefined ? TIMEOUT : Number(values.timeout) * 1000;
  const results = await runAll(engine, files, Number(values.jobs) || 1, timeout);
  await engine.close?.();
  report(results, values["list-failures"]);
  const passed = results.some((r) => r.state === "passed");
  return passed && results.every((r) => r.state !== "failed") ? 0 : 1;
}

/** A path that ends with .mjs is an engine module, anything else a command. */
async function openEngine(text) {
  if (!text.endsWith(".mjs") || text.includes(" ")) return subprocessEngine(text);
  const module = await import(pathToFileURL(resolve(text)).href);
  return module.default;
}

/**
 * All test files at or below a path, sorted. Names that begin with "_" are modules for tests.
 * @returns {Promise<string[]>} absolute paths
 */
async function findTests(path) {
  if (path.endsWith(".py")) return [path];
  const entries = await readdir(path, { withFileTypes: true }).catch((error) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const found = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith("_")) continue;
    const inner = join(path, entry.name);
    if (entry.isDirectory()) found.push(...await findTests(inner));
    else if (entry.name.endsWith(".py")) found.push(inner);
  }
  return found;
}

async function runAll(engine, files, jobs, timeout) {
  const results = new Array(files.length);
  let next = 0;
  const worker = async () => {
    while (next < files.length) {
      const index = next++;
      results[index] = await runOne(engine, files[index], timeout);
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  return results;
}

async function runOne(engine, file, timeout) {
  const name = relative(TESTS, file);
  const expected = parseExpectations(await readFile(file, "utf8"));
  const reason = expected.skip.get(engine.name);
  if (reason !== undefined) return { name, state: "skipped", text: reason };
  const directory = expected.needsDirectory ? await mkdtemp(join(tmpdir(), "python-test-"))
    : dirname(file);
  try {
    const run = await engine.run(file, { directory, stdin: expected.stdin, timeout });
    const text = difference(expected, run);
    return { name, state: text === undefined ? "passed" : "failed", text };
  } finally {
    if (expected.needsDirectory) await rm(directory, { recursive: true, force: true });
  }
}

function report(results, listOnly) {
  const count = (state) => results.filter((r) => r.state === state).length;
  for (const result of results) {
    if (result.state !== "failed") continue;
    if (listOnly) console.log(result.name);
    else console.log(`FAIL ${result.name}\n  ${result.text.replaceAll("\n", "\n  ")}`);
  }
  const skipped = count("skipped");
  const tail = skipped > 0 ? `, ${skipped} skipped` : "";
  console.log(`${count("passed")} passed, ${count("failed")} failed${tail}`);
}

process.exitCode = await main();
