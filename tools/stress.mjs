// npm run test:stress: what runs Python runs with a collection at every safepoint and freed memory
// filled, so that a value that nothing keeps alive shows at once (tests/runner/stress-hook.mjs).
// Takes some ten minutes.
//
//   npm run test:stress -- [--only REGEX] [--again] [--timeout SECONDS]
//
// Each file in a process of its own, and within a time. What has passed with this build of the core
// is not run again unless --again says so: a run that was broken off goes on. Ends with `N passed,
// N failed`.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { programs } from "../tests/snapshots/programs.mjs";
import { ROOT } from "./suites.mjs";

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    again: { type: "boolean", default: false },
    timeout: { type: "string", default: "180" },
  },
});
const STATE = join(ROOT, "build/stress.json");
const HOOK = join(ROOT, "tests/runner/stress-hook.mjs");
/** Tests of the host in which milliseconds count. */
const NOT_UNDER_STRESS = /host\/asyncio/;

/** Files below a folder, relative to the project, sorted. */
function filesBelow(folder, ending) {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.name.startsWith("_")) return [];
    return entry.isDirectory() ? filesBelow(path, ending) : entry.name.endsWith(ending) ? [path]
      : [];
  });
}
/** [{ name, args }]: what to run, with arguments of node. It fails by its exit code, and for
 *  programs by what it prints. */
function jobs() {
  const engine = `${process.execPath} tests/runner/stress-command.mjs`;
  return [
    ...["lang", "builtins", "objects", "modules", "limits", "differences"].flatMap((folder) =>
      filesBelow(`tests/${folder}`, ".py"))
      .map((file) =>
        ({ name: file, args: ["tests/run-python.mjs", "--engine", engine, "--timeout",
          values.timeout, file] })),
    ...programs().map(({ name }) =>
      ({ name, silent: true, args: ["tests/runner/stress-program.mjs", name] })),
    ...filesBelow("tests/host", ".test.mjs")
      .map((file) =>
        ({ name: file, share: 100, hooked: true, args: ["--test-reporter=tap", file] })),
    ...programs().map(({ name }) => ({
      name: `snapshots of ${name}`,
      hooked: true,
      args: ["tests/snapshots/pauses.mjs", "--pauses", "5", "--stressed", "--programs", name],
    })),
  ];
}

const key = createHash("sha256").update(readFileSync(join(ROOT, "dist/krait.wasm"))).digest("hex");
let state = existsSync(STATE) ? JSON.parse(readFileSync(STATE, "utf8")) : {};
if (state.key !== key || values.again) state = { key, passed: [] };
const passedBefore = new Set(state.passed);
const wanted = new RegExp(values.only);

let passed = 0, failed = 0;
for (const { name, args, silent, hooked, share = 1000 } of jobs()) {
  if (!wanted.test(name) || NOT_UNDER_STRESS.test(name)) continue;
  if (!passedBefore.has(name)) {
    const run = spawnSync(process.execPath, args, {
      cwd: ROOT, encoding: "utf8", timeout: 1000 * Number(values.timeout) + 5000,
      killSignal: "SIGKILL", maxBuffer: 64 << 20,
      env: {
        ...process.env,
        KRAIT_STRESS_TIMEOUT: String(1000 * Number(values.timeout) - 5000),
        KRAIT_STRESS_SHARE: String(share),
        ...(hooked ? { NODE_OPTIONS: `--import ${HOOK}` } : {}),
      },
    });
    if (run.status !== 0 || silent && run.stdout !== "") {
      failed++;
      const why = run.error?.code === "ETIMEDOUT" ? "not done in time" : run.stdout + run.stderr;
      console.log(`FAIL ${name}\n  ${why.trim().split("\n").slice(-40).join("\n  ")}`);
      continue;
    }
    state.passed.push(name);
    mkdirSync(join(ROOT, "build"), { recursive: true });
    writeFileSync(STATE, JSON.stringify(state));
  }
  passed++;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
