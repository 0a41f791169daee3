// Natives called with objects that disturb them (natives.py), with a collection at every safepoint
// while they run.
import { readFileSync } from "node:fs";
import { PythonError, loadSync } from "../../dist/index.js";

const PRELUDE = readFileSync(new URL("natives.py", import.meta.url), "utf8");
/** Trials that one instance runs. */
const PER_INSTANCE = 100;
const FUEL = 2500;
/** Time for one. A call that loops inside a native may use 4,000,000 units more than its fuel.
 *  Unit: ms. */
const PATIENCE = 1500;
/** Collections at every safepoint; what goes on longer is collected more and more seldom. */
const LOOKS = 300;

export class Natives {
  #module;
  #python;
  #count = 0;
  #looks = 0;
  #stressed = 0;
  #deadline = Infinity;
  constructor(module) { this.#module = module; }

  #fresh() {
    this.#python?.dispose();
    this.#deadline = Infinity;
    let now = 0;
    this.#python = loadSync(this.#module, {
      heapLimit: 16 << 20,
      stdin: () => null,
      clock: { now: () => 1.7e9 + now / 1000, ticks: () => (now += 50), zoneOffset: () => 0 },
      modules: { fuzzing: { stress: (on) => this.#stress(on) } },
      shouldInterrupt: () => {
        if (this.#stressed && ++this.#looks > LOOKS) this.#python.core.stress(this.#looks >> 3);
        return Date.now() > this.#deadline;
      },
    });
    this.#python.run(PRELUDE, { filename: "natives.py" });
    this.#count = 0;
  }
  #stress(on) {
    this.#looks = 0;
    this.#stressed = on;
    this.#python.core.stress(on);
  }
  /** What went wrong, or undefined. */
  trial(random) {
    const number = random.int(1 << 30);
    if (!this.#python || this.#count++ >= PER_INSTANCE) this.#fresh();
    this.#deadline = Date.now() + PATIENCE;
    try {
      const task = this.#python.start(`trial(${number})`);
      if (task.step({ fuel: FUEL }).status !== "done") task.abandon();
      this.#stress(0);
      return undefined;
    } catch (error) {
      // Exceptions that are no Exception may pass: GeneratorExit, KeyboardInterrupt of ours.
      if (error instanceof PythonError && error.type !== "Poisoned" || error.name === "FuelError")
        return undefined;
      this.#python = undefined;
      return `trial(${number}): ${error.stack}`;
    }
  }
}
