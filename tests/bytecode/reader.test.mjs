// Reader: what it refuses, with which words; and that no damage to a file makes it trap.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { start, root } from "./build.mjs";

const SOURCE = `
import sys
def f(a, b=1, *args, c=2, **kw):
    x = [a, 2.5, "a str of some length", b"bytes", (1, None, ...), 100000000000000000000, 2j]
    def g(): return a
    try:
        for i in range(3):
            with x as y:
                if i: break
    except ValueError as e:
        print(e, end="")
    finally:
        pass
    return g
class A(f):
    def m(self): yield super().m()
`;
const INCOMPATIBLE = /^ValueError: \('incompatible .mpy file',\)$/;

test("headers", () => {
  const krait = start();
  const { output } = krait.compile(SOURCE);
  const changed = (at, value) => {
    const copy = Buffer.from(output);
    copy[at] = value;
    return krait.rewrite(copy);
  };
  assert.match(changed(0, 0x4e).text, INCOMPATIBLE);
  assert.match(changed(1, 5).text, INCOMPATIBLE);
  assert.match(changed(1, 7).text, INCOMPATIBLE);
  assert.match(changed(3, 64).text, INCOMPATIBLE);
  assert.match(changed(2, 2 << 2).text, /^ValueError: \('native code in .mpy unsupported',\)$/);
  assert.ok(changed(2, 3).ok, "a sub-version without architecture does not matter");
  assert.match(krait.rewrite(Buffer.alloc(0)).text, INCOMPATIBLE);
  assert.match(krait.rewrite(Buffer.from("not a file at all")).text, INCOMPATIBLE);
});

test("native code is refused", () => {
  const krait = start();
  for (const kind of [1, 2, 3]) {
    const file =
      Buffer.from([0x4d, 6, 0, 31, 1, 0, 4, 0x61, 0x62, 0, (2 << 3) | kind, 0x51, 0x63, 0]);
    assert.match(krait.rewrite(file).text, INCOMPATIBLE, `kind ${kind}`);
  }
});

test("private opcodes are refused", () => {
  const krait = start();
  const { output } = krait.compile("x = f'{a}{b}'", 0);
  assert.match(krait.rewrite(output).text, INCOMPATIBLE);
});

test("files that end early", () => {
  const krait = start();
  const { output } = krait.compile(SOURCE);
  for (let n = 0; n < output.length; n++) {
    assert.match(krait.rewrite(output.subarray(0, n)).text, INCOMPATIBLE,
      `${n} of ${output.length} bytes`);
  }
  assert.match(krait.rewrite(Buffer.concat([output, Buffer.from([0])])).text, INCOMPATIBLE,
    "one byte more");
});

test("files with damaged bytes", () => {
  const krait = start();
  const { output } = krait.compile(SOURCE);
  for (let i = 0; i < output.length; i++) {
    for (const value of [0, 1, 0x7f, 0x80, 0xff, output[i] ^ 1, output[i] ^ 0x10,
        (output[i] + 1) & 255]) {
      const copy = Buffer.from(output);
      copy[i] = value;
      const r = krait.rewrite(copy);
      if (!r.ok) assert.match(r.text, /^(ValueError|MemoryError)/, `byte ${i} = ${value}`);
      else assert.ok(krait.listFile(copy).ok);
    }
  }
});

test("files of random bytes", () => {
  const krait = start();
  let seed = 12345;
  const random = () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) >>> 16;
  for (let i = 0; i < 3000; i++) {
    const file =
      Buffer.from([0x4d, 6, 0, 31, ...Array.from({ length: random() % 80 }, () => random() & 255)]);
    krait.rewrite(file);
  }
});

test("the benchmarks, read and listed", () => {
  const krait = start();
  const { output } = krait.compile(readFileSync(join(root, "benchmarks/programs/richards.py")));
  const listing = krait.listFile(output).text;
  assert.match(listing,
    /^File test.py, code block '<module>' \(descriptor: [0-9a-f]{8}, bytecode @[0-9a-f]{8} \d+ bytes\)/);
  assert.equal(listing.match(/code block/g).length, listing.match(/\(N_STATE \d+\)/g).length);
});
