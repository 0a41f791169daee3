// Whatever a program lets grow, it gets a MemoryError, and the instance gives the memory to the
// next.
import assert from "node:assert/strict";
import test from "node:test";
import { TimeoutError } from "../../../dist/index.js";
import { attack, isOneOf, open, programs } from "./attack.mjs";

test("what grows without end ends in MemoryError", async () => {
  const py = await open();
  for (const source of programs("programs_memory.txt")) {
    const error = await attack(py, source, { timeoutMs: 20_000 });
    // Some end by what they are built of: calls too deep, values too large.
    assert.ok(isOneOf(error, "MemoryError", "OverflowError", "RecursionError", "OSError",
      "SyntaxError", "ValueError"), `${error}: ${source}`);
  }
  assert.ok(py.memory.wasmBytes < 64 << 20, `${py.memory.wasmBytes}`);
});

test("so does a program that catches MemoryError again and again", async () => {
  const py = await open();
  for (const body of ["x.append(bytes(1000))", "x.append([])", "x = [x]", "x.append('%d' % len(x))",
      "x.append({1: 1})"]) {
    const source =
      `x = []\nwhile True:\n    try:\n        while True: ${body}\n    except MemoryError: pass`;
    assert.ok(isOneOf(await attack(py, source, { timeoutMs: 50 }), TimeoutError), source);
  }
  assert.ok(py.memory.wasmBytes < 64 << 20, `${py.memory.wasmBytes}`);
});
