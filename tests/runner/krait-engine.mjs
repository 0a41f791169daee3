// Engine that runs each test file in an instance of its own in this process: as `krait FILE` would,
// without the start of a process.
import { dirname } from "node:path";
import { readFileSync } from "node:fs";

const DIST = new URL("../../dist/", import.meta.url);
const { loadSync, MountedFileSystem, PythonError } = await import(new URL("index.js", DIST).href);
const { NodeDirectory } = await import(new URL("node.js", DIST).href);
const module = new WebAssembly.Module(readFileSync(new URL("krait.wasm", DIST)));

/** A program that does not stop when it is asked to. */
class Stuck extends Error {}

/** clock: as in the options of load. */
async function run(path, { directory, stdin, timeout, clock }) {
  let stdout = "", stderr = "", left = stdin || null;
  let asked = 0;
  const deadline = Date.now() + timeout;
  const files = new MountedFileSystem();
  for (const folder of [dirname(path), directory]) files.mount(folder, new NodeDirectory(folder));
  const python = loadSync(module, {
    files, directory,
    args: [path],
    ...(clock ? { clock } : {}),
    path: [dirname(path)],
    env: process.env,
    stdout: (text) => { stdout += text; },
    stderr: (text) => { stderr += text; },
    stdin: () => { const text = left; left = null; return text; },
    shouldInterrupt: () => {
      if (Date.now() <= deadline) return false;
      if (++asked > 100) throw new Stuck("does not end");
      return true;
    },
  });
  python.setGlobal("__file__", path);
  let code = 0;
  try {
    python.run(readFileSync(path, "utf8"), { filename: path });
  } catch (error) {
    if (error instanceof PythonError) {
      code = error.exitCode ?? 1;
      if (error.exitCode === undefined) stderr += error.formatted;
    } else {
      code = -1;
      stderr += `\ninternal error: ${error.stack ?? error}`;
    }
  }
  // What the command line does at its end.
  try { python.run("(__import__('sys').atexit(None) or int)()"); } catch (error) {
    stderr += error.formatted ?? error.stack;
  }
  python.dispose();
  return { stdout, stderr, code, timedOut: asked > 0 };
}

export default { name: "krait", run };
