// Engine that runs each test file in an instance of its own in this process: as `krait FILE` would, without the
// start of a process. KRAIT_STRESS=1: collects at every safepoint and fills freed memory.
import { dirname } from "node:path";
import { readFileSync } from "node:fs";

const DIST = new URL("../../dist/", import.meta.url);
const { loadSync, MountedFileSystem, PythonError } = await import(new URL("index.js", DIST).href);
const { NodeDirectory } = await import(new URL("node.js", DIST).href);
const module = new WebAssembly.Module(readFileSync(new URL("krait.wasm", DIST)));
const stress = process.env.KRAIT_STRESS === "1";
/** Slack for files that are slow on purpose when everything is collected all the time. */
const PATIENCE = stress ? 20 : 1;

/** A program that does not stop when it is asked to. */
class Stuck extends Error {}

async function run(path, { directory, stdin, timeout }) {
  let stdout = "", stderr = "", left = stdin || null;
  let asked = 0;
  const deadline = Date.now() + timeout * PATIENCE;
  const files = new MountedFileSystem();
  for (const folder of [dirname(path), directory]) files.mount(folder, new NodeDirectory(folder));
  const python = loadSync(module, {
    files, directory,
    args: [path],
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
  if (stress) python.core.stress(true);
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
  try { python.run("(__import__('sys').atexit(None) or int)()"); } catch (error) { stderr += error.formatted ?? error.stack; }
  python.dispose();
  return { stdout, stderr, code, timedOut: asked > 0 };
}

export default { name: "krait", run };
