// Builds tests/bytecode/entry.ts to build/bytecode-test.wasm (when a source is newer) and gives the
// tests a handle.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const wasm = join(root, "build/bytecode-test.wasm");

function newest(folder) {
  let time = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const t = entry.isDirectory() ? newest(path) : statSync(path).mtimeMs;
    if (t > time) time = t;
  }
  return time;
}
function build() {
  const sources = Math.max(newest(join(root, "assembly")),
    statSync(join(root, "tests/bytecode/entry.ts")).mtimeMs);
  if (existsSync(wasm) && statSync(wasm).mtimeMs > sources) return;
  mkdirSync(join(root, "build"), { recursive: true });
  execFileSync(process.execPath,
    [join(root, "node_modules/assemblyscript/bin/asc.js"), "tests/bytecode/entry.ts",
    "--config", "none", "--runtime", "stub", "--exportTable", "--disableWarning", "201", "-O1",
    "-o", wasm],
  { cwd: root, stdio: "inherit" });
}

// options of compileWith
export const PURE = 1, RETURN_LAST = 2, HERE = 0;
export const level = (n) => 0x80 | (n << 8);

/** A fresh instance of the core with its compiler. */
export function start() {
  build();
  const module = new WebAssembly.Module(readFileSync(wasm));
  const imports = {};
  for (const { module: group, name, kind } of WebAssembly.Module.imports(module)) {
    imports[group] ??= {};
    if (kind === "function")
      imports[group][name] =
        (...args) => {
          if (name === "abort") throw new Error(`abort ${args}`);
          // There is always room on the stack.
          return name === "stack" ? 1 : 0;
        };
  }
  const { exports: core } = new WebAssembly.Instance(module, imports);
  core.init();
  const put = (bytes) => {
    const at = core.inputRoom(bytes.length);
    if (at === 0) throw new Error("no room for the input");
    new Uint8Array(core.memory.buffer, at, bytes.length).set(bytes);
    return bytes.length;
  };
  const call = (name, input, ...args) => {
    const n = put(typeof input === "string" ? Buffer.from(input) : input);
    const ok = core[name](n, ...args) >= 0;
    const output =
      Buffer.from(Buffer.from(core.memory.buffer, core.outputAt(), core.outputLength()));
    core.collectAll();
    return { ok, output, text: output.toString() };
  };
  return {
    core,
    setName(name) { core.setName(put(Buffer.from(name))); },
    /** Source to the bytes of a .mpy file. */
    compile: (source, options = PURE, mode = 0) => call("compileToMpy", source, mode, options),
    /** Source to code that is thrown away: the exception's text, or "". */
    check: (source, options = HERE, mode = 0) => call("compileOnly", source, mode, options),
    listing: (source, options = PURE) => call("compileAndList", source, 0, options),
    rewrite: (bytes) => call("rewrite", bytes),
    listFile: (bytes) => call("list", bytes),
  };
}

/** All files below a folder of the project that end in `.py`. */
export function pythonFiles(folder) {
  const out = [];
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) out.push(...pythonFiles(path));
    else if (path.endsWith(".py")) out.push(path);
  }
  return out.sort();
}
