// Runs all examples and compares what they print with examples/expected/, which CPython wrote.
//
// Options: --engine CMD (a command that runs a file; default: this project's krait), --update (write
// the files anew, with python3). Exit code 1 if an example prints something else.
import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const EXAMPLES = fileURLToPath(new URL(".", import.meta.url));
const KRAIT = `${process.execPath} ${join(EXAMPLES, "..", "bin", "krait.js")}`;
/** Time for one example. Unit: ms. They take a second at most. */
const TIMEOUT = 20_000;

/** Names of the examples, without ".py". */
export function exampleNames() {
  return readdirSync(EXAMPLES).filter((file) => file.endsWith(".py"))
    .map((file) => basename(file, ".py")).sort();
}

/** What an example should print. */
export function expectedOutput(name) {
  return readFileSync(join(EXAMPLES, "expected", `${name}.txt`), "utf8");
}

/** What an example prints on an engine, and what it says if it fails. Its input is empty. */
export function runExample(name, engine = KRAIT) {
  const [command, ...args] = [...engine.split(" "), join(EXAMPLES, `${name}.py`)];
  return new Promise((done) => {
    const child = execFile(command, args, { timeout: TIMEOUT }, (error, stdout, stderr) => {
      done({ stdout, error: error ? stderr.trim() || error.message : undefined });
    });
    child.stdin.end();
  });
}

/** The first line in which two texts differ, as a message, or undefined. */
function firstDifference(got, want) {
  const [a, b] = [got.split("\n"), want.split("\n")];
  const line = b.findIndex((text, i) => text !== a[i]);
  if (line < 0 && a.length === b.length) return undefined;
  const at = line < 0 ? b.length : line;
  return `line ${at + 1}: ${JSON.stringify(a[at])}, expected ${JSON.stringify(b[at])}`;
}

async function main() {
  const { values } = parseArgs({
    options: { engine: { type: "string" }, update: { type: "boolean", default: false } },
  });
  let failed = 0;
  for (const name of exampleNames()) {
    const { stdout, error } = await runExample(name, values.update ? "python3" : values.engine);
    if (values.update) {
      if (error) throw new Error(`${name}: ${error}`);
      mkdirSync(join(EXAMPLES, "expected"), { recursive: true });
      writeFileSync(join(EXAMPLES, "expected", `${name}.txt`), stdout);
      continue;
    }
    const wrong = error ?? firstDifference(stdout, expectedOutput(name));
    if (wrong === undefined) continue;
    failed += 1;
    console.log(`${name}: ${wrong}`);
  }
  if (!values.update) console.log(`${exampleNames().length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main();
