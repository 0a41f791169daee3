// Runs a benchmark, made short, or an example as it is and then under the collector's stress: same
// output, same fuel. Argument: its name, as in tests/snapshots/programs.mjs. A line on stdout says
// what differs.
import { fuelUsed, open, programs, runUntil } from "../snapshots/programs.mjs";

const { source, args } = programs().find(({ name }) => name === process.argv[2]);
function run() {
  const world = open({ args });
  runUntil(world, world.py.start(source, { filename: args[0] }));
  const result = { out: world.out, fuel: fuelUsed(world) };
  world.py.dispose();
  return result;
}
const plain = run();
await import("./stress-hook.mjs");
const stressed = run();
if (stressed.out !== plain.out)
  console.log(`printed ${JSON.stringify(stressed.out)}, not ${JSON.stringify(plain.out)}`);
if (stressed.fuel !== plain.fuel) console.log(`used ${stressed.fuel} fuel, not ${plain.fuel}`);
