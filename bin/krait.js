#!/usr/bin/env node
// The command `krait`: js/cli/main.ts, built into dist/. A CommonJS script (bin/package.json): Node starts those sooner.
// What is loaded of Node costs time, too: node:module would be a millisecond for what `module.constructor` gives.
const fs = require("node:fs");
const { resolve } = require("node:path");

/** An error of this program itself, not of the Python program: the message alone, the stack if one asks for it. */
function fail(error) {
  const text = process.env.KRAIT_STACK ? error?.stack : error?.message;
  try { fs.writeSync(2, `krait: ${text ?? error}\n`); } catch { /* nobody listens */ }
  process.exit(1);
}
process.on("uncaughtException", fail);

/**
 * Loads the command. What V8 makes of it is kept and taken up by later runs, which saves a sixth of their time: by Node, from
 * version 22 on, before that here. The file lies beside the command, so that only who may change that can change it; where
 * nothing can be written, there is none. NODE_DISABLE_COMPILE_CACHE forbids both.
 * Returns the command's exports, and what is to be called at the end of a run.
 */
function load(path) {
  const Module = module.constructor;
  if (parseInt(process.versions.node) >= 22 || process.env.NODE_DISABLE_COMPILE_CACHE) {
    Module.enableCompileCache?.();
    return { command: require(path), keep() {} };
  }
  const { Script } = require("node:vm");
  const source = fs.readFileSync(path, "latin1");          // ASCII; it begins with a hash of what it is
  const file = `${path}.${source.slice(2, 18)}-${process.version}-${process.arch}.cache`;
  let cachedData;
  try { cachedData = fs.readFileSync(file); } catch { /* the first run */ }
  const script = new Script(`(function (exports, require) {${source}\n})`, { filename: path, cachedData });
  const loaded = { id: path, filename: path, loaded: true, exports: {}, children: [], paths: [] };
  require.cache[path] = loaded;                            // for the parts that it loads later
  script.runInThisContext()(loaded.exports, Module.createRequire(path));
  const keep = () => {
    const part = `${file}.${process.pid}`;
    try {
      const to = fs.openSync(part, "wx", 0o644);
      fs.writeSync(to, script.createCachedData());
      fs.closeSync(to);
      fs.renameSync(part, file);
    } catch { /* it cannot be written here */ }
  };
  return { command: loaded.exports, keep: cachedData && !script.cachedDataRejected ? () => {} : keep };
}

try {
  // The core is compiled in the background while the host is loaded here.
  const core = WebAssembly.compile(fs.readFileSync(resolve(__dirname, "../dist/krait.wasm")));
  core.catch(() => {});                                    // main tells
  const { command, keep } = load(resolve(__dirname, "../dist/cli.cjs"));
  command.main(process.argv.slice(2), core).then((code) => {
    if (command.ran()) keep();
    process.exit(code);
  }, fail);
} catch (error) {
  fail(error);
}
