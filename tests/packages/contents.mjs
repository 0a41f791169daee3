// What is in the package: the right files, sound exports, types that resolve, no surprises.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { ROOT } from "./pack.mjs";
import { same } from "./report.mjs";
import { output } from "./runtimes.mjs";

/** Files that may be in the tarball. */
const WANTED = [
  /^(package\.json|README\.md|LICENSE|bin\/(krait\.js|package\.json))$/, /^dist\/krait\.wasm$/,
  /^dist\/[\w.]+\.c?js(\.map)?$/,
  /^dist\/types\/[\w/]+\.d\.ts$/,
];
/** Unit: bytes. */
const HOST_LIMIT_BROTLI = 40 << 10;

/** @param {import("./report.mjs").Tally} tally */
export async function testContents(tally, project, { files, tarball }) {
  const home = join(project, "node_modules/krait");
  const manifest = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const read = (name) => readFileSync(join(home, name), "utf8");

  await tally.check("only the files that belong there", () => {
    same(files.map((f) => f.path).filter((path) => !WANTED.some((form) => form.test(path))), []);
  });
  await tally.check("every export names files that are there, types first", () => {
    const there = new Set(files.map((f) => `./${f.path}`));
    for (const [entry, target] of Object.entries(manifest.exports)) {
      if (typeof target === "string") {
        same(there.has(target), true, `${entry}: ${target}`);
        continue;
      }
      same(Object.keys(target)[0], "types", `${entry}: first condition`);
      same(Object.keys(target).at(-1), "default", `${entry}: last condition`);
      for (const file of Object.values(target)) same(there.has(file), true, `${entry}: ${file}`);
    }
  });
  await tally.check("one URL of the core, and nothing of Node, where a page loads it", () => {
    const scripts = files.map((f) => f.path).filter((path) => /^dist\/\w+\.js$/.test(path));
    const urls =
      scripts.flatMap((path) =>
        read(path).match(/new URL\(["']\.\/krait\.wasm["'],\s*import\.meta\.url\)/g) ?? []);
    same(urls.length, 1, "literals");
    for (const entry of ["browser", "workerd", "core", "worker", "worker_thread", "inline"]) {
      for (const path of reached(read, `dist/${entry}.js`)) {
        same(/["']node:|\bprocess\.|\brequire\(/.test(read(path)), false,
          `${path}, reached from ${entry}, uses Node`);
      }
    }
  });
  await tally.check("no maps lead nowhere", () => {
    for (const { path } of files.filter((f) => /^dist\/\w+\.js$/.test(f.path))) {
      const map = /\/\/# sourceMappingURL=(.*)/.exec(read(path))?.[1];
      if (map) same(files.some((f) => f.path === `dist/${map}`), true, `${path}: ${map}`);
    }
  });
  await tally.check("publint", async () => {
    const { messages } = await publint({
      level: "suggestion", strict: true,
      pack: { tarball: new Uint8Array(readFileSync(tarball)).buffer },
    });
    same(messages.map((message) => formatMessage(message, manifest)), []);
  });
  await tally.check("are the types wrong", async () => {
    // krait is a package of modules only: Node's old resolution and require() do not count.
    const { code, out } = await output(process.execPath,
      [join(ROOT, "node_modules/@arethetypeswrong/cli/dist/index.js"), tarball, "--profile",
        "esm-only", "--format", "ascii",
        "--no-emoji", "--no-color"], project);
    if (code !== 0) throw new Error(out);
  });
  for (const resolution of ["bundler", "nodenext"]) {
    await tally.check(`its types serve a strict project (${resolution})`, async () => {
      const { code, out } =
        await output(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "--noEmit",
        "--strict", "--exactOptionalPropertyTypes", "--target", "es2022", "--lib",
        "es2022,dom,esnext.disposable",
        "--module", resolution === "bundler" ? "preserve" : "nodenext", "--moduleResolution",
        resolution,
        "uses.ts"], project);
      if (code !== 0) throw new Error(out);
    });
  }
  await tally.check("the host is small", () => {
    const small = (data) =>
      brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    const scripts = reached(read, "dist/browser.js").reduce((sum, path) => sum + small(read(path)),
      0);
    const core = small(readFileSync(join(home, "dist/krait.wasm")));
    console.log(`size, brotli: host ${scripts}, core ${core}, together ${scripts + core} bytes; `
      + `tarball ${readFileSync(tarball).length} bytes in ${files.length} files`);
    if (scripts > HOST_LIMIT_BROTLI)
      throw new Error(`${scripts} bytes, more than ${HOST_LIMIT_BROTLI}`);
  });
}

/** All scripts that a script imports, itself included. */
function reached(read, first) {
  const found = new Set([first]);
  for (const path of found) {
    for (const [, to] of read(path).slice(0,
      200_000).matchAll(/(?:from|import)\s*\(?["']\.\/(\w+\.js)["']/g)) found.add(`dist/${to}`);
  }
  return [...found];
}
