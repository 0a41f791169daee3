// Programs that are paused, snapshotted and restored again and again print what they print without,
// and use the same fuel.
//
//   node tests/snapshots/pauses.mjs [--pauses N] [--seed N] [--programs A,B] [--stressed]
//
// Each program runs once as it is, and once with N pauses at random points of its fuel: at each it
// is snapshotted and goes on in a new instance, whose own snapshot must be the one it was made of.
// Two more runs pass the same points without being restored, one of them in slices of random sizes:
// same state, same bytes. --stressed: under tests/runner/stress-hook.mjs, where slices make other
// collections and so other bytes.
import { parseArgs } from "node:util";
import { fuelUsed, open, programs, randomNumbers, restoredTask, runUntil } from "./programs.mjs";

const { values } = parseArgs({
  options: {
    pauses: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    programs: { type: "string", default: "" },
    stressed: { type: "boolean", default: false },
  },
});
const pauses = Number(values.pauses);
const names = values.programs.split(",").filter(Boolean);

/** Messages about what differs. */
function check({ source, args }, random) {
  const begin = (options) => {
    const world = open({ args, ...options });
    return { world, task: world.py.start(source, { filename: args[0] }) };
  };
  const plain = begin();
  runUntil(plain.world, plain.task);
  const all = fuelUsed(plain.world);
  const points = Array.from({ length: pauses }, () => 1 + Math.floor(random() * (all - 1)))
    .sort((a, b) => a - b);

  const stopped = begin(), sliced = begin();
  let now = begin();
  const wrong = [];
  let largest = 0, ended = false;
  for (const point of points) {
    ended = runUntil(now.world, now.task, point);
    const others = [
      runUntil(stopped.world, stopped.task, point),
      runUntil(sliced.world, sliced.task, point, () => 1 + Math.floor(random() ** 8 * 100_000)),
    ];
    if (others.includes(!ended)) wrong.push(`at ${point} one run has ended and another has not`);
    if (ended || others.includes(!ended)) break;
    const snapshot = now.world.py.snapshot();
    largest = Math.max(largest, snapshot.length);
    if (!values.stressed && !same(stopped.world.py.snapshot(), sliced.world.py.snapshot()))
      wrong.push(`at ${point} slices leave a trace`);
    const next = open({ snapshot, begun: now.world.ticks });
    Object.assign(next, { out: now.world.out, granted: now.world.granted });
    if (!same(next.py.snapshot(), snapshot)) wrong.push(`at ${point} restoring leaves a trace`);
    now = { world: next, task: restoredTask(next) };
  }
  if (!ended) runUntil(now.world, now.task);
  const { out } = now.world;
  if (out !== plain.world.out)
    wrong.push(`printed ${JSON.stringify(out)}, not ${JSON.stringify(plain.world.out)}`);
  if (fuelUsed(now.world) !== all) wrong.push(`used ${fuelUsed(now.world)} fuel, not ${all}`);
  return { wrong, all, largest };
}
const same = (a, b) => Buffer.compare(a, b) === 0;

let passed = 0, failed = 0;
for (const [i, program] of programs().entries()) {
  if (names.length > 0 && !names.some((name) => program.name.includes(name))) continue;
  const { wrong, all, largest } = check(program, randomNumbers(Number(values.seed) * 1000 + i));
  if (process.env.VERBOSE) console.log(program.name, all, largest);
  if (wrong.length === 0) { passed++; continue; }
  failed++;
  console.log(`${program.name} (seed ${values.seed}):\n  ${wrong.slice(0, 5).join("\n  ")}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
