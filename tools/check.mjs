// npm run check: everything that can be said about the source without running it.
//
// Types of js/, layers, generated files, one case an instruction, headers and notes. Warnings (long
// files and lines) do not fail. Ends with `N passed, N failed`, one for each kind of check.
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkLayers } from "./check-layers.mjs";
import { checkOpcodes, checkStyle } from "./check-style.mjs";
import { frozenModules, missingHelpers } from "./frozen.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"],
  { cwd: ROOT, encoding: "utf8" }).split("\n").filter(Boolean);

/** Output of a script of the project if it fails, as messages. */
function script(...args) {
  const run = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
  return run.status === 0 ? [] : [(run.stdout + run.stderr).trim()];
}
const style = checkStyle(ROOT, files);
const checks = {
  types: () => script(join(ROOT, "node_modules/typescript/bin/tsc"), "--noEmit"),
  layers: () => checkLayers(ROOT, files),
  "generated files": () => script("tools/generate.mjs", "--check"),
  instructions: () => checkOpcodes(ROOT),
  "frozen helpers": () => missingHelpers(frozenModules(join(ROOT, "assembly/frozen")),
    files.filter((f) => /^assembly\/.*\.ts$/.test(f)).map((f) =>
      readFileSync(join(ROOT, f), "utf8")).join("\n")),
  style: () => style.wrong,
};
let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  const messages = await check();
  if (messages.length === 0) continue;
  failed++;
  console.log(`${name}:\n  ${messages.join("\n").replaceAll("\n", "\n  ")}`);
}
if (process.argv.includes("--warnings")) console.log(style.warnings.join("\n"));
else if (style.warnings.length > 0)
  console.log(`${style.warnings.length} warnings (--warnings lists them)`);
console.log(`${Object.keys(checks).length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
