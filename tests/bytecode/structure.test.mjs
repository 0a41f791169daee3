// Structure of all code: operands in range, one stack depth at every instruction, no unreachable
// code in code that runs here, files that survive being read and written again.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { start, pythonFiles, root, PURE, HERE, level } from "./build.mjs";
import { readMpy, checkCode } from "./mpy.mjs";
import { opcodes, unary, binary } from "../../assembly/bytecode/opcodes.table.mjs";

const files = ["tests", "benchmarks", "examples"].flatMap(pythonFiles);

for (const [name, options] of [["pure", PURE], ["to be run here", HERE],
    ["with -O3", HERE | level(3)]]) {
  test(`code ${name} is well-formed`, () => {
    const krait = start();
    let checked = 0;
    for (const file of files) {
      const r = krait.compile(readFileSync(join(root, file)), options);
      if (!r.ok) continue;
      const { code } = readMpy(r.output);
      assert.doesNotThrow(() => checkCode(code, options !== PURE), file);
      checked++;
    }
    assert.ok(checked > 200, `${checked} files`);
  });
}

test("files are the same after reading and writing", () => {
  const krait = start();
  for (const file of files) {
    const r = krait.compile(readFileSync(join(root, file)));
    if (!r.ok) continue;
    const again = krait.rewrite(r.output);
    assert.ok(again.ok, `${file}: ${again.text}`);
    assert.ok(again.output.equals(r.output), file);
  }
});

test("every opcode is in a listing of a program of this folder", () => {
  const krait = start();
  const seen = new Set();
  const collect = (code) => {
    for (const { name } of code.instructions) seen.add(name);
    code.children.forEach(collect);
  };
  for (const file of pythonFiles("tests/bytecode/programs")) {
    for (const options of [PURE, HERE]) {
      const r = krait.compile(readFileSync(join(root, file)), options);
      if (r.ok) collect(readMpy(r.output).code);
      else assert.notEqual(options, HERE, `${file}: ${r.text}`);
    }
  }
  // WIDE is a prefix, and shows in the length of the jump.
  const wide = krait.compile("while a:\n" + "  b = c(d)\n".repeat(6000), HERE);
  assert.ok(wide.ok, wide.text);
  const { code } = readMpy(wide.output);
  if (code.instructions.some(({ name, offset, next }) =>
    name.includes("JUMP") && next - offset === 6)) seen.add("WIDE");
  checkCode(code, true);
  const all =
    opcodes.filter(([code]) => code < 0x70).map(([, name]) => name.replace("_FAST_N", "_FAST"))
    .concat(unary.map(([name]) => `UNARY_${name}`), binary.map(([name]) => `BINARY_${name}`));
  assert.deepEqual(all.filter((name) => !seen.has(name)), []);
});

test("too long for a file, not for us", () => {
  const krait = start();
  const source = "while a:\n" + "  b = c(d)\n".repeat(6000);
  assert.match(krait.compile(source, PURE).text, /^RuntimeError: \('bytecode overflow',\)/);
});
