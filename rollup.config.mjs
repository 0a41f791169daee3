// Bundles what tsc made of js/ (build/js) into dist/: the entries of the package and the command line.
//
// Everything lies in one folder, so that `new URL("./krait.wasm", import.meta.url)` (js/host/location.ts) holds for each
// file. A new entry: a file in js/entries/, a line in `entries` here, a line in package.json's `exports`.
// Output is minified with source maps.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { minify } from "terser";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

/** js/host/version.ts holds a placeholder. */
const insertVersion = {
  name: "insert-version",
  transform: (code, id) => (id.endsWith("/host/version.js") ? { code: code.replace("__VERSION__", version), map: null } : null),
};

/** An import of the core stays one, of the file beside. */
const importCore = {
  name: "import-core",
  resolveId: (id) => (id === "krait/wasm" ? { id: "./krait.wasm", external: true } : null),
};

/** What earlier builds left. */
const clean = {
  name: "clean",
  buildStart: () => {
    for (const name of readdirSync("dist")) if (/\.(c?js(\.map)?|cache)$/.test(name) && !/^inline|iife/.test(name)) rmSync(`dist/${name}`);
  },
};

/** Tables of numbers that several chunks use (js/border/core.ts): the numbers stand where their names do. */
const inlineTables = {
  name: "inline-tables",
  transform: async (code) => {
    const tables = await import(new URL("build/js/border/core.js", import.meta.url));
    return { code: code.replace(/\b(OP|TRAIT)\.(\w+)/g, (name, table, key) => String(tables[table][key] ?? name)), map: null };
  },
};

/** Takes up the source maps of tsc, so that those of dist/ lead to js/. */
const sourceMaps = {
  name: "source-maps",
  load: (id) => (id.includes("/build/js/")
    ? { code: readFileSync(id, "utf8"), map: JSON.parse(readFileSync(`${id}.map`, "utf8")) } : null),
};

const minifier = {
  name: "minify",
  renderChunk: async (code, chunk, { format, sourcemap }) => {
    const { code: small, map } = await minify(code, {
      module: format === "es",
      toplevel: format === "cjs",
      keep_classnames: true,
      ecma: 2022,
      compress: { passes: 2 },
      format: {
        ascii_only: true,                                  // one byte a character, also in V8
        // bin/krait.js keeps what V8 makes of the command by this name.
        ...(format === "cjs" && { preamble: `/*${createHash("sha256").update(code).digest("hex").slice(0, 16)}*/` }),
      },
      sourceMap: sourcemap ? { asObject: true } : false,
    });
    return { code: small, map: map ?? null };
  },
};

const entry = (name) => `build/js/entries/${name}.js`;
const entries = Object.fromEntries([
  "index", "browser", "workerd", "core", "node", "worker", "worker_node", "worker_thread", "worker_thread_node", "micropython",
  "micropython_browser",
].map((name) => [name, entry(name)]));
/** What entries share, by file. */
const CHUNKS = [
  ["common", /\/build\/js\/host\/(errors|part|streams|version)\.js$/],
  ["krait", /\/build\/js\/(host\/(?!location)|fs\/(?!node)|index\.js)/],
  ["directory", /\/js\/fs\/node/],
];
const shared = (id) => CHUNKS.find(([, files]) => files.test(id))?.[0];

/** Node loads 1 ms of modules at the first use of its `performance`. */
const PERFORMANCE = `const performance = (() => {
  const now = () => { const [seconds, rest] = process.hrtime(); return seconds * 1e3 + rest / 1e6; };
  return { now, timeOrigin: Date.now() - now() };
})();`;

const CLI = "build/js/cli/main.js";
/** Parts of the command that js/cli loads with `require`, by file. */
const LATER = { ffi: "build/js/border/imports.js" };
const loadedLater = {
  name: "loaded-later",
  buildStart() {
    for (const [name, id] of Object.entries(LATER)) {
      this.emitFile({ type: "chunk", id, fileName: `${name}.cjs`, implicitlyLoadedAfterOneOf: [CLI] });
    }
  },
};

export default [
  {
    input: entries,
    external: /^node:/,
    makeAbsoluteExternalsRelative: false,
    plugins: [clean, importCore, insertVersion, inlineTables, sourceMaps, minifier],
    output: {
      dir: "dist", format: "es", sourcemap: true, entryFileNames: "[name].js", chunkFileNames: "[name].js", manualChunks: shared,
      generatedCode: "es2015", hoistTransitiveImports: false,
    },
  },
  {
    // The command: CommonJS, which Node loads in half the time of modules; what few runs need are files by themselves.
    input: { cli: CLI },
    preserveEntrySignatures: "allow-extension",
    external: /^node:/,
    plugins: [loadedLater, insertVersion, inlineTables, sourceMaps, minifier],
    output: {
      dir: "dist", format: "cjs", sourcemap: true, entryFileNames: "[name].cjs", chunkFileNames: "[name].cjs", generatedCode: "es2015",
      intro: PERFORMANCE, interop: "esModule",
    },
  },
  {
    // One file: as a module, and as a plain script for pages without a server, which may not load modules.
    // tools/inline.mjs puts the core into them.
    input: entry("inline"),
    plugins: [insertVersion, inlineTables, minifier],
    output: [
      { file: "build/inline.js", format: "es" },
      { file: "build/krait.iife.js", format: "iife", name: "krait", generatedCode: "es2015" },
    ],
  },
];
