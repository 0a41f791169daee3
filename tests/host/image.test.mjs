// The booted image: its state is memory and globals, and nothing else.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { loadSync } from "../../dist/index.js";

const module =
  new WebAssembly.Module(readFileSync(new URL("../../dist/krait.wasm", import.meta.url)));

/** A Krait and the exports of its core. */
function open() {
  let core;
  const { Instance } = WebAssembly;
  WebAssembly.Instance = function catching(...args) {
    const instance = new Instance(...args);
    core = instance.exports;
    return instance;
  };
  try {
    return { krait: loadSync(module), core };
  } finally {
    WebAssembly.Instance = Instance;
  }
}

test("memory and globals carry an instance's state to another", () => {
  const from = open(), to = open();
  from.krait
    .run("import collections\nC = collections.Counter('abracadabra')\nclass K:\n  x = 40\nk = K()");
  const at = from.core.memory.buffer.byteLength;
  from.core.memory.grow(1);
  to.core.memory
    .grow((from.core.memory.buffer.byteLength - to.core.memory.buffer.byteLength) / 65536);
  assert.ok(from.core.globalsBytes.value > 0 && from.core.globalsBytes.value % 8 === 0);
  from.core.saveGlobals(at);
  new Uint8Array(to.core.memory.buffer).set(new Uint8Array(from.core.memory.buffer));
  to.core.loadGlobals(at);
  assert.equal(to.krait.run("k.x + C['a']"), 45);
  assert.equal(to.krait.run("[i * i for i in range(50_000)][-1]"), 49_999 ** 2);
  assert.equal(from.krait.run("k.x"), 40);
});

test("no mutable global is exported but the two that name a text", () => {
  const globals = WebAssembly.Module.exports(module).filter((e) => e.kind === "global").map((e) =>
    e.name);
  assert.deepEqual(globals.sort(), ["globalsBytes", "textAt", "textLength"]);
});
