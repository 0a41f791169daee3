// Natives called with objects that disturb them (natives.py), collecting at every safepoint. Each trial is a seed.
import { readFileSync } from "node:fs";

const PRELUDE = readFileSync(new URL("natives.py", import.meta.url), "utf8");

export default {
  text: PRELUDE,
  name: "natives",
  /** Programs that one instance runs: the same seed in another instance may meet another heap. */
  perInstance: 60,
  prepare(python) {
    python.run(PRELUDE, { filename: "natives.py" });
    python.core.stress(1);
  },
  source: (random) => {
    const seeds = Array.from({ length: 5 }, () => random.int(1 << 30));
    return seeds.map((seed) => `trial(${seed})\n`).join("");
  },
};
