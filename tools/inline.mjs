// Puts the core, compressed and in base 64, into the files that hold everything: build/inline.js
// and build/krait.iife.js become dist/inline.js and dist/krait.iife.js.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";

/** As in js/entries/inline_core.ts. */
const PLACE = "__CORE__";
/** Names of the files, the same in build/ and in dist/. */
export const INLINE_FILES = ["inline.js", "krait.iife.js"];

/** @param root  folder of the project */
export function inlineCore(root) {
  const core = deflateRawSync(readFileSync(join(root, "dist/krait.wasm")),
    { level: 9 }).toString("base64");
  for (const name of INLINE_FILES) {
    const code = readFileSync(join(root, "build", name), "utf8");
    if (code.split(PLACE).length !== 2)
      throw new Error(`build/${name}: ${PLACE} must stand there once`);
    writeFileSync(join(root, "dist", name), code.replace(PLACE, core));
  }
}
