// The installed package in Node, Deno and Bun: each runs hosts/run.mjs.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./pack.mjs";
import { same } from "./report.mjs";

const bin = (name) => join(ROOT, "node_modules/.bin", name);
/** How each runtime runs a script. */
const RUNTIMES = {
  node: { command: process.execPath, args: [] },
  deno: { command: bin("deno"), args: ["run", "--cached-only", "--allow-read", "--allow-write",
    "--allow-env"] },
  bun: { command: bin("bun"), args: ["--no-install"] },
};
const COMMAND = "node_modules/krait/bin/krait.js";
const ENTRIES = [".", "inline", "core", "node", "worker", "stack"];
/** Unit: ms. */
const TIMEOUT = 60_000;

/** @returns {Promise<{code: number | null, out: string}>}  what a command prints */
export function output(command, args, cwd) {
  return new Promise((done) => {
    const child =
      spawn(command, args,
        { cwd, stdio: ["ignore", "pipe", "pipe"], timeout: TIMEOUT, killSignal: "SIGKILL" });
    let out = "";
    child.stdout.on("data", (chunk) => { out += chunk; });
    child.stderr.on("data", (chunk) => { out += chunk; });
    child.on("error", (error) => done({ code: null, out: String(error) }));
    child.on("close", (code) => done({ code, out }));
  });
}

/** The command of the installed package. */
async function testCommand(tally, project) {
  await tally.check("npx krait", async () => {
    const krait = (...args) => output(join(project, "node_modules/.bin/krait"), args, project);
    const { version } =
      JSON.parse(readFileSync(join(project, "node_modules/krait/package.json"), "utf8"));
    same(await krait("-c", "print(6 * 7)"), { code: 0, out: "42\n" });
    same(await krait("--version"), { code: 0, out: `Krait ${version}\n` });
    same((await krait("-c", "raise SystemExit(3)")).code, 3);
  });
}

/** @param {import("./report.mjs").Tally} tally */
export async function testRuntimes(tally, project) {
  await testCommand(tally, project);
  for (const [name, { command, args }] of Object.entries(RUNTIMES)) {
    const works = existsSync(command) && (await output(command, ["--version"], project)).code === 0;
    if (!works) { tally.skip(name, `${command} does not run here (npm ci installs it)`); continue; }
    await tally.check(`${name}: the command`, async () => {
      same(await output(command, [...args, COMMAND, "-c", "print(6 * 7)"], project),
        { code: 0, out: "42\n" });
      same((await output(command, [...args, COMMAND, "-c", "raise SystemExit(3)"], project)).code,
        3);
    });
    const { out } = await output(command, [...args, "run.mjs", ...ENTRIES], project);
    const line = out.split("\n").find((text) => text.startsWith("\u0001"));
    if (!line) { tally.add(name, out); continue; }
    for (const [entry, report] of Object.entries(JSON.parse(line.slice(1))))
      tally.take(`${name} ${entry}`, report);
  }
}
