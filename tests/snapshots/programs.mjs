// What the tests of snapshots run: the benchmarks, made short, and the examples; and how, with a
// clock of their own.
import { readFileSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { loadSync } from "../../dist/index.js";

const ROOT = new URL("../../", import.meta.url);
const ownModule = new WebAssembly.Module(readFileSync(new URL("dist/krait.wasm", ROOT)));
export { ownModule as module };

/** [{ name, source, args, input }], sorted. */
export function programs() {
  const files = (folder) =>
    readdirSync(new URL(folder, ROOT)).filter((file) => file.endsWith(".py")).sort();
  const read = (folder, file) => readFileSync(new URL(`${folder}${file}`, ROOT), "utf8");
  return [
    ...files("benchmarks/programs/").map((file) => {
      const source = read("benchmarks/programs/", file);
      const small = /^SMALL = ([\d_]+)/m.exec(source)[1].replaceAll("_", "");
      return { name: `benchmarks/${basename(file, ".py")}`, source, args: [file, small] };
    }),
    ...files("examples/").map((file) => ({
      name: `examples/${basename(file, ".py")}`, source: read("examples/", file), args: [file],
    })),
  ];
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * An instance in a world that is the same for every run: time passes only while the program waits,
 * and what is random is not. `world.out` is what it has printed, `world.granted` the fuel it was
 * given to use up. `begun`: where its clock stands at first, in ms.
 */
export function open({ module = ownModule, args = [], files, snapshot, begun = 0, ...options } =
    {}) {
  const world = { out: "", ticks: begun, granted: 0 };
  world.py = loadSync(module, {
    args, snapshot, files, ...options,
    stdout: (text) => { world.out += text; },
    stderr: (text) => { world.out += text; },
    clock: { now: () => 1_700_000_000, ticks: () => world.ticks, zoneOffset: () => 0 },
    random: (into) => { into.fill(7); },
  });
  return world;
}

/** All fuel used in an instance. */
export const fuelUsed = (world) => Number(world.py.fuelUsed ?? world.py.core.fuelUsed());
/** The unfinished task of a restored instance. */
export const restoredTask = (world) =>
  (world.py.tasks ? world.py.tasks[0] : world.py.begin(() => 0));

/**
 * Runs on to the end, or until so much fuel has been given in all. Returns true at the end; an
 * exception is printed. What a step uses beyond its fuel is taken off the next: however fuel is cut
 * up, the same sum leads to the same point.
 * @param {number} [until]  fuel, counted since the program began
 * @param {() => number} [slice]  fuel of the next step
 */
export function runUntil(world, task, until = Infinity, slice = () => Infinity) {
  try {
    while (until > world.granted) {
      const fuel = Math.min(until - world.granted, slice());
      const step = task.step(fuel === Infinity ? {} : { fuel });
      if (step.status === "done") return true;
      world.granted = step.status === "out-of-fuel" ? world.granted + fuel : fuelUsed(world);
      if (step.status === "waiting" && step.waitsFor === "time") world.ticks += step.waitMs;
      else if (step.status === "waiting") throw new Error(`waits for ${step.waitsFor}`);
    }
    return false;
  } catch (error) {
    if (error.name !== "PythonError") throw error;
    world.out += error.formatted;
    return true;
  }
}
