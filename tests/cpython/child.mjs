// Runs one module of CPython's tests in an instance of Krait: a process of main.mjs. What comes of
// each test goes to stdout as a line of JSON, [event, test, state, text].
//
//   node tests/cpython/child.mjs MODULE '{"library", "names", "skip", "only", "seconds", "verbose"}'
//
// The tests see the library folder and our stand-ins (lib/) read-only, and an empty current
// directory, in memory.
import { readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MemoryFileSystem, loadSync } from "../../dist/index.js";
import { NodeDirectory } from "../../dist/node.js";

const [name, text] = process.argv.slice(2);
const { library, names, skip, only, seconds, verbose } = JSON.parse(text);
const HERE = fileURLToPath(new URL(".", import.meta.url));
/** Of js/fs/filesystem.ts: an error, a flag of open. */
const ENOENT = 2, READ = 1;

/** CPython's library, without modules that Krait has of its own, and with escapes by name
 *  (\N{BULLET}) as numbers. */
class Library extends NodeDirectory {
  #numbered = new MemoryFileSystem();
  /** Names of modules that are not to be seen. */
  hidden = new Set();
  #hides(path) { return this.hidden.has(/^\/([^/.]*)/.exec(path)[1]); }
  stat(path) { return this.#hides(path) ? -ENOENT : super.stat(path); }
  open(path, flags) {
    if (this.#hides(path)) return -ENOENT;
    if (flags === READ && path.endsWith(".py")) {
      let source = "";
      try { source = readFileSync(join(library, path), "latin1"); } catch { /* as below */ }
      if (source.includes("\\N{")) {
        const put = source.replaceAll(/(?<!\\)((?:\\\\)*)\\N\{([^}]+)\}/g,
          (all, before, called) => (names[called] ? before + escaped(names[called]) : all));
        const at = path.replaceAll("/", "_");
        const file = this.#numbered.open(`/${at}`, 2 | 4 | 8);
        file.write(Buffer.from(put, "latin1"));
        file.close();
        return this.#numbered.open(`/${at}`, READ);
      }
    }
    return super.open(path, flags);
  }
}
const escaped = (characters) => Array.from(characters, (c) =>
  `\\U${c.codePointAt(0).toString(16).padStart(8, "0")}`).join("");

const tell = (...values) => writeSync(1, `${JSON.stringify(values)}\n`);
const done = new Set(skip);
const wanted = new RegExp(only);
let deadline = Infinity;
const host = {
  verbose,
  ended_the_process: (label) => done.has(label),
  wants: (test) => !done.has(test) && wanted.test(test),
  begin(test) {
    deadline = Date.now() + 1000 * seconds;
    tell("begin", test);
  },
  end(test, state, text) {
    deadline = Infinity;
    tell("end", test, state, text);
  },
};
const shown = verbose ? (output) => { writeSync(2, output); } : undefined;
const files = new Library(library);
const core = readFileSync(new URL("../../dist/krait.wasm", import.meta.url));
const python = loadSync(new WebAssembly.Module(core), {
  heapLimit: 512 << 20,
  args: [name, name],
  path: ["/stand-ins", "/library"],
  files: {},
  directory: "/work",
  mounts: {
    "/work": {},
    "/stand-ins": { files: new NodeDirectory(join(HERE, "lib")), readOnly: true },
    "/library": { files, readOnly: true },
  },
  modules: { cpython_tests_host: host },
  stdout: shown,
  stderr: shown,
  shouldInterrupt: () => Date.now() > deadline,
});
files.hidden = new Set(python.run("import sys\n' '.join(sys.builtin_module_names)").split(" "));
python.run(readFileSync(join(HERE, "run.py"), "utf8"), { filename: "run.py" });
tell("done");
