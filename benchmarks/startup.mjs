// How long the beginning takes: the command against bare Node, a first result in a process that
// runs, a restored snapshot. Everything that is compared runs by turns, and what is told are
// differences and minima too: on a machine that others use,
// medians alone say little. Usage: npm run bench:startup [-- --rounds 30 --command FILE]   (another build's bin/krait.js)
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadSync } from "../dist/core.js";
import { median } from "./harness/statistics.mjs";

const { values: options } = parseArgs({ options: {
  rounds: { type: "string", default: "30" },
  command: { type: "string", multiple: true, default: [] },
} });
const rounds = Number(options.rounds);
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const ms = (number) => number.toFixed(2);

// ---- processes ----

const folder = mkdtempSync(join(tmpdir(), "krait-startup-"));
const empty = join(folder, "empty.cjs");
writeFileSync(empty, "");
/** What is started, by name; the first is what the others are measured against. */
const commands = { "bare Node": [empty], "krait -c": [at("../bin/krait.js"), "-c", "print('hi')"] };
for (const path of options.command) commands[path] = [path, "-c", "print('hi')"];

/** Wall time from starting a process to its end. Unit: ms. */
function timeOf(args) {
  const begin = performance.now();
  const { status, stderr } =
    spawnSync(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  if (status !== 0) throw new Error(`${args.join(" ")}: ${stderr}`);
  return performance.now() - begin;
}
const walls = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
for (let round = -1; round < rounds; round++) {            // one to fill caches
  for (const [name, args] of Object.entries(commands)) {
    const wall = timeOf(args);
    if (round >= 0) walls[name].push(wall);
  }
}
rmSync(folder, { recursive: true });

console.log(`print('hi'), ${rounds} rounds by turns; wall time of the process, ms\n`);
console.log(
  "| command | least | median | more than bare Node, of the least | median of the differences |\n|---|---:|---:|---:|---:|");
const [bare] = Object.values(walls);
for (const [name, list] of Object.entries(walls)) {
  const differences = list.map((wall, i) => wall - bare[i]);
  console.log(
    `| ${name} | ${ms(Math.min(...list))} | ${ms(median(list))} | ${ms(Math.min(...list) - Math.min(...bare))} | ${ms(median(differences))} |`);
}

// ---- instances ----

const module = new WebAssembly.Module(readFileSync(at("../dist/krait.wasm")));
const times = { "instantiated": [], "configured": [], "first result": [], "all three": [],
  "small snapshot restored": [] };

/** The time of the bare instantiation inside the last load. Unit: ms. */
let instantiated = 0;
const { Instance } = WebAssembly;
WebAssembly.Instance = function (...args) {
  const begin = performance.now();
  const instance = new Instance(...args);
  instantiated = performance.now() - begin;
  return instance;
};
function firstResult() {
  const begin = performance.now();
  const py = loadSync(module);
  const loaded = performance.now();
  py.run("1 + 1");
  const end = performance.now();
  py.dispose();
  return { "instantiated": instantiated, "configured": loaded - begin - instantiated,
    "first result": end - loaded, "all three": end - begin };
}
console.log(
  `\nthe first instance of this process: ${ms(firstResult()["all three"])} ms to its first result`);

const py = loadSync(module);
const task = py.start("x = 0\nwhile True: x += 1");
task.step({ fuel: 1000 });
const snapshot = py.snapshot();
py.dispose();
for (let round = 0; round < rounds * 10; round++) {
  for (const [name, time] of Object.entries(firstResult())) times[name].push(time);
  const begin = performance.now();
  const restored = loadSync(module, { snapshot });
  times["small snapshot restored"].push(performance.now() - begin);
  restored.dispose();
}
console.log(
  `\na further instance, ${rounds * 10} rounds; wall time, ms (a snapshot of ${snapshot.length} bytes)\n`);
console.log("| what | least | median |\n|---|---:|---:|");
for (const [name, list] of Object.entries(times)) {
  const warm = list.slice(10);
  console.log(`| ${name} | ${ms(Math.min(...warm))} | ${ms(median(warm))} |`);
}
