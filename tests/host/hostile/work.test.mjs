// Built-in operations charge fuel for their work: with eight times as much to do, each uses a good
// share of what it should in addition. So a limit of fuel is a limit of time, too. `node
// tests/host/hostile/work.test.mjs PART` shows time and fuel of the operations whose names contain
// PART: to find what charges too little.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "../../../dist/index.js";
import { MODULES, QUICK, operations } from "./work.mjs";

/** Least fuel that one more of `unit` costs: of bytes that are copied, of items that are looked at,
 *  of digits. */
const SHARE = { bytes: 1 / 200, items: 1 / 16, digits: 1 / 400 };
const SIZES = { bytes: 20_000, items: 3_000, digits: 2_000 };
const WRONG = /^(Type|Attribute|Name|Syntax)Error$/;

const open = async () => {
  const py = await load({ heapLimit: 256 << 20, stdout() {} });
  py.run(`import ${MODULES}`);
  return py;
};
/** Does an operation with operands of size `n`. Returns {fuel, ms, raised: the name of an
 *  exception's type, or undefined}. */
function measure(py, op, n) {
  py.run(`n = ${n}\n${op.operands}\ndef op():\n    global x, y\n    try:\n        ${op.body}\n    except Exception as e: return type(e).__name__`);
  py.run("op()");
  py.run(op.operands);
  const before = py.fuelUsed, began = performance.now();
  const raised = py.run("op()", { timeoutMs: 20_000 });
  return { fuel: Number(py.fuelUsed - before), ms: performance.now() - began,
    raised: raised ?? undefined };
}

const part = process.env.NODE_TEST_CONTEXT ? undefined : process.argv[2];
if (part !== undefined) {
  const py = await open();
  for (const op of operations().filter(({ name }) => name.includes(part))) {
    const n = SIZES[op.unit] * 4, few = measure(py, op, n), many = measure(py, op, 8 * n);
    const ns = (many.ms - few.ms) * 1e6 / (many.fuel - few.fuel);
    console.log(
      `${ns.toFixed(0).padStart(8)} ns a unit, ${many.ms.toFixed(2)} ms, ${few.fuel} -> ${many.fuel}: ${op.name} ${many.raised ?? ""}`);
  }
} else {
  test("what does eight times the work uses more fuel", async () => {
    const py = await open();
    const all = operations(), cheap = [];
    let measured = 0;
    for (const op of all) {
      if (QUICK.has(op.name) || QUICK.has(op.body)) continue;
      const n = SIZES[op.unit], few = measure(py, op, n);
      // Not for this type.
      if (WRONG.test(few.raised)) continue;
      const many = measure(py, op, 8 * n);
      measured++;
      if (many.fuel - few.fuel < 7 * n * SHARE[op.unit])
        cheap.push(`${op.name}: ${few.fuel} -> ${many.fuel}`);
    }
    assert.deepEqual(cheap, []);
    assert.ok(measured > 900, `${measured}`);
  });
}
