// Which folder may import which: docs/design.md section 2 as data. An import that goes up fails
// `npm run check`.
import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** Layers of assembly/, each with those it may import (itself is always allowed). `host` is
 *  assembly/host.ts. */
const LAYERS = {
  core: [],
  heap: ["core"],
  host: ["core", "heap"],
  objects: ["core", "heap", "host"],
  bytecode: ["core", "heap", "objects"],
  compiler: ["core", "heap", "objects", "bytecode"],
  vm: ["core", "heap", "host", "objects", "bytecode"],
  modules: ["core", "heap", "host", "objects", "bytecode", "vm"],
  native: ["core", "heap", "objects", "bytecode", "vm"],
  program: ["core", "heap", "host", "objects", "bytecode", "compiler", "vm", "modules"],
};
/** Single imports that go up on purpose. */
const EXCEPTIONS = new Map([
  ["objects/function.ts", ["bytecode/code"]],       // a function is made of a code object
  ["objects/frozen.ts", ["bytecode/code"]],         // a helper is made of a code object, too
]);
/** Files that may import everything. */
const TOP = new Set(["index.ts", "boot.ts"]);
/** Layers of js/. */
const HOST_LAYERS = { fs: [], host: ["fs", "border"], border: ["host"], ffi: ["fs", "host"],
  machine: ["fs", "host"], remote: ["fs", "host"],
  worker: ["fs", "host", "border"], cli: ["fs", "host", "border", "ffi", "machine", "remote"],
  micropython: ["fs", "host", "border"],
  entries: ["fs", "host", "ffi", "machine", "remote", "worker", "micropython", "index"] };

const IMPORT = /(?:^|\n)\s*(?:import|export)\b[^"';]*?from\s+"(\.[^"]+)"|import\("(\.[^"]+)"\)/g;

function imports(root, folder, file) {
  const text = readFileSync(join(root, folder, file), "utf8");
  return [...text.matchAll(IMPORT)].map((m) => normalize(join(dirname(file), m[1] ?? m[2])));
}
const layerOf = (path) =>
  (path.includes("/") ? path.split("/")[0] : path.replace(/\.(ts|js)$/, ""));

/** Messages about imports that go up. files: paths relative to the project. */
export function checkLayers(root, files) {
  const wrong = [];
  for (const [folder, layers] of [["assembly", LAYERS], ["js", HOST_LAYERS]]) {
    for (const path of files.filter((f) => f.startsWith(`${folder}/`) && f.endsWith(".ts"))) {
      const file = path.slice(folder.length + 1);
      const layer = layerOf(file);
      if (TOP.has(file) || !(layer in layers)) continue;
      for (const target of imports(root, folder, file)) {
        const to = layerOf(target);
        if (to === layer || layers[layer].includes(to) || EXCEPTIONS.get(file)?.includes(target))
          continue;
        wrong.push(`${path} imports ${target}: ${layer} may not use ${to}`);
      }
    }
  }
  return wrong;
}
