// What `step({ fuel })` costs: programs run whole, in slices, and two at a time in slices by turns,
// in the same process and by turns, so that the ratios hold on a busy machine. Usage: npm run
// bench:steps [-- --fuel 10000 --rounds 9 --programs a,b]
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadSync } from "../dist/index.js";

const { values: options } = parseArgs({ options: {
  fuel: { type: "string", default: "10000" },
  rounds: { type: "string", default: "9" },
  programs: { type: "string",
    default: "fib,mandelbrot,nbody,sieve,word_count,richards,hash64,generators,exceptions" },
} });
const fuel = Number(options.fuel), rounds = Number(options.rounds);
const module = new WebAssembly.Module(readFileSync(new URL("../dist/krait.wasm", import.meta.url)));

/** CPU time of a run, without the garbage of those before. Unit: ms. */
function cpu(py, run) {
  py.run("import gc; gc.collect()");
  const begin = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}
const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];

console.log(`slices of ${fuel} fuel, ${rounds} rounds; medians of CPU time\n`);
console.log(
  "| program | whole, ms | slices | ratio | two by turns, ratio | a slice more, us |\n|---|---:|---:|---:|---:|---:|");
const logs = [0, 0];
const programs = options.programs.split(",");
for (const name of programs) {
  const py = loadSync(module);
  py.run(readFileSync(new URL(`programs/${name}.py`, import.meta.url),
    "utf8").replace(/if __name__[^]*/, ""));
  let slices = 0;
  const finish = (tasks) => {
    slices = 0;
    while (tasks.length > 0) {
      tasks = tasks.filter((task) => { slices++; return task.step({ fuel }).status !== "done"; });
    }
  };
  const whole = () => { py.run("run(SIZE)"); };
  const sliced = () => finish([py.start("run(SIZE)")]);
  const turns = () => finish([py.start("run(SIZE)"), py.start("run(SIZE)")]);
  for (const run of [whole, sliced, whole, turns]) run();
  const times = [[], [], []];
  let count = 0;
  for (let i = 0; i < rounds; i++) {
    times[0].push(cpu(py, whole));
    times[1].push(cpu(py, sliced));
    count = slices;
    times[2].push(cpu(py, turns) / 2);
  }
  const [all, parts, two] = times.map(median);
  logs[0] += Math.log(parts / all);
  logs[1] += Math.log(two / all);
  console.log(
    `| ${name} | ${all.toFixed(1)} | ${count} | ${(parts / all).toFixed(3)} | ${(two / all).toFixed(3)} | `
    + `${((parts - all) * 1000 / count).toFixed(2)} |`);
  py.dispose();
}
const mean = (log) => Math.exp(log / programs.length).toFixed(3);
console.log(`| geometric mean | | | ${mean(logs[0])} | ${mean(logs[1])} | |`);
