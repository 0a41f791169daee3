// The npm build of MicroPython, @micropython/micropython-webassembly-pyscript, in a Node process.
import { createRequire } from "node:module";

const PACKAGE = "@micropython/micropython-webassembly-pyscript";

/** An instance with default options. `path`: another copy's micropython.mjs, or "". */
export async function open(path, stdout) {
  const { loadMicroPython } = await import(path || PACKAGE);
  const vm = await loadMicroPython({ stdout: (line) => stdout(`${line}\n`), linebuffer: true });
  return { run: (source) => vm.runPython(source) };
}

/** The version of what open() loads, or undefined if it is not installed. */
export function version(path) {
  if (path) return path;
  try {
    const manifest = createRequire(import.meta.url)(`${PACKAGE}/package.json`);
    return `MicroPython ${manifest.version} for WebAssembly from npm`;
  } catch {
    return undefined;
  }
}
