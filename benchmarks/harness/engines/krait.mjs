// Krait, built, in a Node process.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const BUILT = new URL("../../../dist/index.js", import.meta.url);

/** An instance. `path`: another build's index.js, or "". heapLimit: bytes; the default if left
 *  out. */
export async function open(path, stdout, heapLimit) {
  const { load } = await import(path || BUILT.href);
  const py = await load({ stdout, heapLimit });
  return { run: (source) => py.run(source, { filename: "program.py" }) };
}

/** The version of what open() loads, or undefined if it has not been built. */
export function version(path) {
  const file = path || fileURLToPath(BUILT);
  if (!existsSync(file)) return undefined;
  const manifest = new URL("../../../package.json", import.meta.url);
  return `Krait ${JSON.parse(readFileSync(manifest, "utf8")).version}${path ? ` (${path})` : ""}`;
}
