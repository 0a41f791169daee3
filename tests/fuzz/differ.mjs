// Programs of differ.py: Krait must print what CPython prints. An area is a kind of the fuzz test.
import { spawnSync } from "node:child_process";
import { writeSync } from "node:fs";
import { fileURLToPath } from "node:url";

const { loadSync, PythonError } = await import(new URL("../../dist/index.js", import.meta.url).href);
const GENERATOR = fileURLToPath(new URL("differ.py", import.meta.url));
/** Programs that one process of CPython makes. */
const BATCH = 40;
const FUEL = 3_000_000;
/** Programs that one instance runs. */
const PER_INSTANCE = 20;

export const AREAS = ["format", "struct", "re", "json", "numbers", "str", "bytes", "slices", "sorting", "dicts", "exceptions",
  "generators", "async", "classes", "match", "scopes"];
let missing = false;

/** One area: trial() runs the next program, and returns what differs, or undefined. */
export class Differ {
  #area; #seed; #module; #next = 0; #batch = []; #python; #out = ""; #ran = 0;
  source;
  constructor(area, seed, module) { [this.#area, this.#seed, this.#module] = [area, seed, module]; }

  /** `only`: the program of that number. */
  trial(only) {
    if (missing) return undefined;
    if (only !== undefined) [this.#next, this.#batch] = [only, []];
    if (this.#batch.length === 0) this.#fetch(only === undefined ? BATCH : 1);
    if (this.#batch.length === 0) return undefined;
    const [source, expected] = this.#batch.shift();
    if (expected === null) return undefined;
    this.source = source;
    const printed = this.#run(source);
    if (printed === expected) return undefined;
    const number = this.#next - this.#batch.length - 1;
    const [got, want] = [printed.split("\n"), expected.split("\n")];
    const line = got.findIndex((text, i) => text !== want[i]);
    return `${this.#area} ${number}, line ${line + 1} of the output: ${JSON.stringify(got[line])}, CPython: ${JSON.stringify(want[line])}`;
  }
  #fetch(count) {
    const args = [GENERATOR, this.#area, `${this.#seed}`, `${this.#next}`, `${count}`];
    const made = spawnSync("python3", args, { encoding: "utf8", maxBuffer: 1 << 28, env: { ...process.env, PYTHONIOENCODING: "utf-8" } });
    if (made.error || made.status !== 0) {
      missing = true;
      writeSync(1, `NOT COMPARED WITH CPYTHON: python3 is missing or failed: ${made.error?.message ?? made.stderr}\n`);
      return;
    }
    this.#batch = JSON.parse(made.stdout);
    this.#next += count;
  }
  #run(source) {
    if (this.#ran++ % PER_INSTANCE === 0 || !this.#python) {
      this.#python?.dispose();
      this.#python = loadSync(this.#module, { stdout: (text) => { this.#out += text; }, stderr: () => {} });
    }
    this.#out = "";
    try {
      this.#python.run(source, { globals: { __name__: "__main__" }, fuel: FUEL, filename: "program" });
    } catch (error) {
      this.#out += `ends with ${error instanceof PythonError ? error.type : error.stack}\n`;
      if (!(error instanceof PythonError)) this.#python = undefined;
    }
    return this.#out;
  }
}
