// npm run size: what the package's main entry weighs, and whether that is within its limits.
//
// Counted: krait.wasm, and all JavaScript that importing dist/index.js loads, each file compressed
// by itself with brotli 11. Only for release builds; others pass. Ends with `N passed, N failed`.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { readModule, SECTION } from "./wasm/binary.mjs";

const DIST = fileURLToPath(new URL("../dist/", import.meta.url));
const MODE = fileURLToPath(new URL("../build/mode", import.meta.url));

/** Limits a little above what is reached, so that growth is noticed, and what is aimed at. Unit:
 *  bytes. */
const LIMITS = {
  "krait.wasm": { limit: 450_000, goal: 450_000 },
  "core and host, brotli": { limit: 260_500, goal: 200_000 },
};

const brotli = (bytes) => brotliCompressSync(bytes, { params: {
  [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24,
  [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
} }).length;

/** A module of dist/ and all that it imports at once. */
function loaded(name, files = new Set()) {
  if (files.has(name)) return files;
  files.add(name);
  for (const [, next] of readFileSync(join(DIST, name),
    "utf8").matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) loaded(next, files);
  return files;
}

const wasm = readFileSync(join(DIST, "krait.wasm"));
const scripts = [...loaded("index.js")].map((name) => readFileSync(join(DIST, name)));
const wasmBrotli = brotli(wasm), hostBrotli = scripts.reduce((sum, bytes) => sum + brotli(bytes),
  0);
for (const { id, bytes } of readModule(wasm)) {
  const name = Object.keys(SECTION).find((key) => SECTION[key] === id);
  if (bytes.length > 1000) console.log(`  ${name}: ${bytes.length} bytes, ${brotli(bytes)} brotli`);
}
console.log(
  `  krait.wasm: ${wasm.length} bytes, ${wasmBrotli} brotli; JavaScript: ${hostBrotli} brotli`);

const sizes = { "krait.wasm": wasm.length, "core and host, brotli": wasmBrotli + hostBrotli };
const mode = existsSync(MODE) ? readFileSync(MODE, "utf8") : "";
let failed = 0;
for (const [name, { limit, goal }] of Object.entries(LIMITS)) {
  const tooLarge = mode === "release" && sizes[name] > limit;
  if (tooLarge) failed++;
  console.log(
    `${name}: ${sizes[name]} of ${limit} bytes, goal ${goal}${tooLarge ? ": too large" : ""}`);
}
if (mode !== "release") console.log("no release build: nothing to hold it against");
console.log(`${Object.keys(LIMITS).length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
