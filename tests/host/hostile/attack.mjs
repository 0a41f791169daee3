// What the tests of this folder share: hostile programs, and what must hold after each of them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { KraitError, PythonError, load } from "../../../dist/index.js";

/** Heap of the instances. Unit: bytes. */
export const HEAP = 4 << 20;
export const open = (options = {}) => load({ heapLimit: HEAP, ...options });

/** The programs of a file: `###` stands before each. */
export function programs(name) {
  const text = readFileSync(new URL(name, import.meta.url), "utf8");
  return text.split(/^###\n/m).slice(1).map((program) => program.trimEnd());
}

/** What is not to happen, whatever was thrown: an error that is none of Krait's, a core that has
 *  failed. */
export function checkThrown(error, source) {
  assert.ok(error === undefined || error instanceof KraitError, `${source}\n${error?.stack}`);
  for (let e = error; e instanceof Error; e = e.cause) {
    assert.ok(!(e instanceof WebAssembly.RuntimeError) && !/core has failed/.test(e.message),
      `${source}\n${e.stack}`);
  }
}
/** Runs a hostile program in a namespace of its own; then the instance must be as good as before.
 *  Returns what was thrown. */
export async function attack(py, source, options = {}) {
  let error;
  const began = performance.now();
  try {
    const result = await py.runAsync(source, { globals: {}, ...options });
    result?.[Symbol.dispose]?.();
  } catch (e) {
    error = e;
  }
  checkThrown(error, source);
  error?.task?.abandon();
  assert.equal(py.run("1 + 2"), 3, source);
  const took = performance.now() - began;
  if (process.env.HOSTILE_SLOW && took > 300) console.log(`${took | 0} ms, ${error}: ${source}`);
  return error;
}
/** True if `error` is one of these: names of Python's exceptions, classes of Krait's errors. */
export function isOneOf(error, ...types) {
  return types.some((type) =>
    (typeof type === "string" ? error instanceof PythonError && error.type === type
      : error instanceof type));
}
