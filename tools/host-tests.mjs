// Runs the tests of the host (tests/**/*.test.mjs) with node:test and sums them up as `N passed, N
// failed`.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./suites.mjs";

/** All test files below a folder, sorted. */
function testFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : testFiles(path);
    return entry.name.endsWith(".test.mjs") ? [path] : [];
  });
}
const only = process.argv[2];
const files = testFiles(join(ROOT, "tests")).filter((file) => !only || file.includes(only));
const run = spawnSync(process.execPath, ["--test", "--test-reporter=tap", ...files],
  { cwd: ROOT, encoding: "utf8" });
const count = (word) => Number(new RegExp(`^# ${word} (\\d+)`, "m").exec(run.stdout)?.[1] ?? 0);
const failed = count("fail") + count("cancelled");
if (failed > 0 || run.status !== 0) {
  // Only what failed, with its diagnostics.
  const lines = run.stdout.split("\n");
  let inFailure = false;
  for (const line of lines) {
    if (/^\s*(not )?ok /.test(line)) inFailure = /^\s*not ok /.test(line);
    if (inFailure) console.log(line);
  }
  console.log(run.stderr);
}
console.log(`${count("pass")} passed, ${failed || (run.status === 0 ? 0 : 1)} failed`);
process.exitCode = run.status ?? 1;
