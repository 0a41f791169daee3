// The code in README.md and docs/embedding.md does what it says: each block marked `js` is run as a
// module.
//
//   ```js         a module of its own, in which `krait` is this package
//   ```js more    goes on where the block before it ended: both are run as one module
//   ```js host    needs another host than Node: only its syntax is checked
//
// `// prints: TEXT` says what a block prints, line by line and in order. A block that has none may
// print anything.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** Below the package, so that `krait` is found by its own name. */
const FOLDER = join(ROOT, "build/docs");
const DOCUMENTS = ["README.md", "docs/embedding.md"];
/** Unit: ms. */
const TIMEOUT = 30_000;

/** @returns {{line: number, kind: string, code: string}[]} line: that of the block's first line of
/**   code */
function blocksOf(text) {
  const blocks = [];
  let block;
  text.split("\n").forEach((line, i) => {
    const fence = /^```(.*)$/.exec(line);
    if (!fence) { block?.lines.push(line); return; }
    if (block) { blocks.push(block); block = undefined; return; }
    block = { line: i + 2, kind: fence[1].trim(), lines: [] };
  });
  assert.equal(block, undefined, "a block without end");
  return blocks.filter(({ kind }) => kind.split(" ")[0] === "js")
    .map(({ line, kind, lines }) => ({ line, kind, code: lines.join("\n") }));
}

/** What a program prints and how it ends. */
function runModule(args) {
  return new Promise((done) => {
    const child =
      spawn(process.execPath, args,
        { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], timeout: TIMEOUT });
    const out = { stdout: "", stderr: "" };
    child.stdout.on("data", (chunk) => { out.stdout += chunk; });
    child.stderr.on("data", (chunk) => { out.stderr += chunk; });
    child.on("close", (code) => done({ code, ...out }));
  });
}

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
for (const document of DOCUMENTS) {
  let before = "";
  for (const { line, kind, code } of blocksOf(readFileSync(join(ROOT, document), "utf8"))) {
    const name = `${document}:${line}`;
    if (!["js", "js more", "js host"].includes(kind))
      throw new Error(`${name}: no kind of block: ${kind}`);
    const text = kind === "js more" ? `${before}\n${code}` : code;
    if (kind !== "js host") before = text;
    test(name, async () => {
      const file = join(FOLDER, `${name.replace(/\W/g, "_")}.mjs`);
      writeFileSync(file, text);
      const { code: exit, stdout, stderr } =
        await runModule(kind === "js host" ? ["--check", file] : [file]);
      assert.equal(exit, 0, `ends with ${exit}:\n${stdout}${stderr}`);
      const prints = [...text.matchAll(/\/\/ prints: ?(.*)$/gm)].map((match) => match[1]);
      if (prints.length > 0) assert.deepEqual(stdout.replace(/\n$/, "").split("\n"), prints);
    });
  }
}
