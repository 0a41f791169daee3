// Our pure code against the official compiler of the npm package (MicroPython v1.19): the same
// program, function by function, for every test program, benchmark and example that it accepts.
//
// Compared is the code that can be reached: v1.19 keeps dead code, newer writers and ours leave it
// out. Where the programs differ for a reason, the file is listed below with it.
import { test } from "node:test";
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { start, pythonFiles, root } from "./build.mjs";
import { readMpy, showReachable } from "./mpy.mjs";

const NEWER = "v1.20 and newer emit it as we do";
const CONSTANTS = "v1.19 does not take this constant's truth for known";
const KNOWN_NAME =
  "a str that mpy-cross happens to know as a name is pushed as one, whatever its length";
const ASYNC_GENERATOR =
  "has an asynchronous generator, which we refuse and mpy-cross makes something else of";
const differences = {
  "tests/lang/async/async_for.py": `async for keeps its iterator on the stack, not in a local: ${NEWER}`,
  "tests/lang/async/messages_name_kind.py": ASYNC_GENERATOR,
  "tests/lang/async/stop_iteration_inside.py": ASYNC_GENERATOR,
  "tests/lang/expressions/boolean_operators.py": CONSTANTS,
  "tests/lang/expressions/walrus_in_comprehension.py": `names that a comprehension binds in the module are globals: ${NEWER}`,
  "tests/lang/functions/call_unpacking.py": "f(k=1, *a): we evaluate positional arguments first, as CPython does",
  "tests/lang/generators/comprehension_kinds.py": CONSTANTS,
  "tests/lang/import/missing_name.py": KNOWN_NAME,
  "tests/lang/statements/annotations.py": KNOWN_NAME,
  "tests/lang/statements/assert.py": CONSTANTS,
  "tests/lang/statements/if_elif_else.py": CONSTANTS,
  "benchmarks/programs/nbody.py": "mpy-cross writes some floats with a wrong last digit",
};

/** The package's compiler; its loader takes files only where there is no fetch. */
function mpyCross() {
  const require = createRequire(join(root, "package.json"));
  globalThis.fetch = undefined;
  process.setMaxListeners(0);
  const { compile } = require("@pybricks/mpy-cross-v6");
  const wasm = require.resolve("@pybricks/mpy-cross-v6/build/mpy-cross-v6.wasm");
  return async (source) => {
    try { return await compile("x.py", source, undefined, wasm); } catch { return { status: 1 }; }
  };
}

test("the same programs as mpy-cross", async () => {
  const cross = mpyCross(), krait = start();
  krait.setName("x.py");
  let same = 0;
  const bad = [], stale = [];
  for (const file of ["tests/lang", "benchmarks", "examples"].flatMap(pythonFiles)) {
    const source = readFileSync(join(root, file), "utf8");
    const theirs = await cross(source);
    if (theirs.status !== 0) continue;
    const ours = krait.compile(source);
    const equal = ours.ok && showReachable(readMpy(theirs.mpy).code)
      === showReachable(readMpy(ours.output).code);
    if (equal) same++;
    if (equal && differences[file]) stale.push(file);
    if (!equal && !differences[file]) bad.push(ours.ok ? file : `${file}: ${ours.text}`);
  }
  assert.deepEqual(bad, [], "differ without a reason");
  assert.deepEqual(stale, [], "do not differ any more");
  assert.ok(same > 200, `only ${same} programs were compared`);
});
