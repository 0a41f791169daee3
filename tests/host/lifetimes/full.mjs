// Reserves all the memory that this process can, then loads an instance; reports how that fails.
import { loadSync } from "../../../dist/index.js";
import { readFileSync } from "node:fs";
import { report } from "./report.mjs";

const core =
  new WebAssembly.Module(readFileSync(new URL("../../../dist/krait.wasm", import.meta.url)));
const living = loadSync(core);
living.run("x = 41");
const memories = [];
let found = {};
try {
  for (;;) memories.push(new WebAssembly.Memory({ initial: 1, maximum: 65_536 }));
} catch { /* the address space is full; small gaps may be left */ }
try {
  const more = [];
  for (let i = 0; i < 1000; i++) more.push(loadSync(core));
} catch (error) { found = { name: error.name, message: error.message }; }
report({ ...found, other: living.run("x + 1"), memories: memories.length });
