// Builds everything that lies in build/ and dist/, leaving out what has not changed.
//
//   node tools/build.mjs            release: laid out by tools/link.mjs, optimised by tools/shrink.mjs
//   node tools/build.mjs --fast     asc -O1: for development
//   node tools/build.mjs --names    keeps the functions' names in krait.wasm, for profiles and stack traces
//
// Steps: generated files -> build/raw.wasm (asc) -> dist/krait.wasm (the booted image,
// tools/image.mjs) -> dist/*.js and dist/types (tsc, rollup) -> the files that hold the core too
// (tools/inline.mjs). A step is skipped if the hash of its inputs is the one of its last run.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync,
  writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeImage } from "./image.mjs";
import { INLINE_FILES, inlineCore } from "./inline.mjs";
import { removeUnused, shrink } from "./shrink.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const STAMPS = join(ROOT, "build/stamps.json");
/** Where static data begins in the second compilation, which shows what is an address
 *  (tools/link.mjs). */
const MOVED_BASE = 1 << 20;

const modes = { fast: process.argv.includes("--fast"), names: process.argv.includes("--names") };
const log = (text) => process.stderr.write(`${text}\n`);

/** The steps in order. inputs: files and folders; key: what else the result depends on; outputs
 *  must exist. */
const STEPS = [
  {
    name: "generated files",
    inputs: ["tools/generate.mjs", "tools/generators", "assembly"],
    outputs: ["assembly/modules/index.ts"],
    run: () => node("tools/generate.mjs"),
  },
  {
    name: "core",
    inputs: ["assembly", "asconfig.json", "package-lock.json", "tools/asc-calls.mjs"],
    filter: (path) => /\.ts$|\.json$|\.mjs$/.test(path),
    key: modes.fast ? "fast" : "release",
    outputs: modes.fast ? ["build/raw.wasm"] : ["build/raw.wasm", "build/moved.wasm",
      "build/inline.json"],
    run: () => {
      const asc = ["node_modules/assemblyscript/bin/asc.js", "--target",
        modes.fast ? "fast" : "release",
        ...(modes.fast ? [] : ["--transform", "./tools/asc-calls.mjs"]),
        ...(modes.fast && !modes.names ? [] : ["--debug"])];
      node(...asc);
      if (!modes.fast)
        node(...asc, "--memoryBase", String(MOVED_BASE), "--outFile", "build/moved.wasm");
    },
  },
  {
    name: "image",
    inputs: ["build/raw.wasm", "assembly/frozen", "tools/image.mjs", "tools/link.mjs",
      "tools/shrink.mjs", "tools/hot.txt",
      "tools/records.mjs", "tools/compress.mjs", "tools/frozen.mjs", "tools/minify.mjs",
      "tools/wasm"],
    key: `${modes.fast ? "fast" : "release"}${modes.names ? " names" : ""}`,
    outputs: ["dist/krait.wasm", "build/mode"],
    run: () => {
      mkdirSync(join(ROOT, "dist"), { recursive: true });
      const [raw, frozen, image] =
        ["build/raw.wasm", "assembly/frozen", "dist/krait.wasm"].map((p) => join(ROOT, p));
      const release = modes.fast ? {} : { moved: readFileSync(join(ROOT, "build/moved.wasm")),
        optimizer: optimizer() };
      const bytes = writeImage(raw, frozen, image, { names: modes.names, ...release });
      writeFileSync(join(ROOT, "build/mode"), modes.fast ? "fast" : modes.names ? "names"
        : "release");
      log(`dist/krait.wasm: ${bytes.length} bytes (${statSync(raw).size} before booting)`);
    },
  },
  {
    name: "host",
    inputs: ["js", "tsconfig.json", "rollup.config.mjs", "package.json"],
    outputs: ["dist/index.js", "dist/node.js", "dist/cli.cjs",
      ...INLINE_FILES.map((name) => `build/${name}`)],
    run: () => {
      rmSync(join(ROOT, "dist/types"), { recursive: true, force: true });
      node("node_modules/typescript/bin/tsc");
      node("node_modules/rollup/dist/bin/rollup", "--config", "rollup.config.mjs", "--silent");
    },
  },
  {
    name: "inline",
    inputs: ["dist/krait.wasm", "tools/inline.mjs", ...INLINE_FILES.map((name) => `build/${name}`)],
    outputs: INLINE_FILES.map((name) => `dist/${name}`),
    run: () => inlineCore(ROOT),
  },
];

/** What a release build does to the booted module (tools/image.mjs). */
function optimizer() {
  const listed = new Set(JSON.parse(readFileSync(join(ROOT, "build/inline.json"), "utf8")));
  return { removeUnused, shrink: (bytes, options) => shrink(bytes, { ...options, listed }) };
}

/** Runs a script of this project with its output on stderr: stdout belongs to the program that is
 *  started. */
function node(...args) {
  execFileSync(process.execPath, args, { cwd: ROOT, stdio: ["ignore", 2, 2] });
}

/** All files at or below a path, sorted, relative to the project. */
function filesBelow(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesBelow(join(path, entry.name)));
}

function hashOf(step) {
  const hash = createHash("sha256").update(step.key ?? "");
  for (const path of step.inputs.flatMap(filesBelow).filter(step.filter ?? (() => true))) {
    hash.update(path).update("\0").update(readFileSync(join(ROOT, path))).update("\0");
  }
  return hash.digest("hex");
}

/** Brings everything up to date. Throws if a step fails. */
export function build() {
  mkdirSync(join(ROOT, "build"), { recursive: true });
  const stamps = existsSync(STAMPS) ? JSON.parse(readFileSync(STAMPS, "utf8")) : {};
  for (const step of STEPS) {
    const hash = hashOf(step);
    if (stamps[step.name] === hash && step.outputs.every((path) => existsSync(join(ROOT, path))))
      continue;
    const began = Date.now();
    step.run();
    // A step may write its own inputs (generated files): what counts is how they are now.
    stamps[step.name] = hashOf(step);
    writeFileSync(STAMPS, `${JSON.stringify(stamps, null, 2)}\n`);
    log(`${step.name}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    build();
  } catch (error) {
    if (error.status === undefined) throw error;          // a child has said what is wrong
    process.exitCode = 1;
  }
}
