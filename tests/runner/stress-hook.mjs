// For `node --import`: every instance of the core collects at every safepoint and fills what is
// freed.
//
// Programs that run for long, or have large heaps, would take hours. So each instance has a
// schedule: at first every safepoint collects; when that has cost a share (KRAIT_STRESS_SHARE,
// default 1000 ms or so), about every second; after as much again about every fourth, and so on.
// Costs are reckoned from heap sizes and distances come from a seed (KRAIT_STRESS_SEED), so that a
// failure can be had again. KRAIT_STRESS_SHARE=0: every safepoint to the end, so that collections
// fall where they fall in every run; each instance reads it when it is made.

/** What a collection costs: for the booted core, and for each byte of the heap. Unit: ms. */
const COST = 0.25, COST_PER_BYTE = 0.7e-6;

/** When an instance collects next. */
class Schedule {
  #core;
  #share = Number(process.env.KRAIT_STRESS_SHARE ?? 1000) || Infinity;
  #spent = 0;
  #distance = 1;
  #state = Number(process.env.KRAIT_STRESS_SEED ?? 1) >>> 0;
  constructor(core) { this.#core = core; }
  /** Called when the core looks, and is about to collect. */
  next() {
    this.#spent += COST + COST_PER_BYTE * (this.#core.heapUsed() >>> 0);
    if (this.#spent > this.#share) {
      this.#spent -= this.#share;
      this.#distance *= 2;
    }
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    const safepoints = Math.ceil(this.#distance * (0.5 + this.#state / 2 ** 32));
    this.#core.stress(this.#distance === 1 ? 1 : safepoints);
  }
}

const { Instance } = WebAssembly;
WebAssembly.Instance = new Proxy(Instance, {
  construct(target, [module, imports]) {
    const group =
      Object.keys(imports ?? {}).find((name) => typeof imports[name].poll === "function");
    if (!group) return new target(module, imports);
    let schedule;
    const poll = () => {
      schedule?.next();
      return imports[group].poll();
    };
    const instance = new target(module, { ...imports, [group]: { ...imports[group], poll } });
    if (instance.exports.stress) {
      schedule = new Schedule(instance.exports);
      instance.exports.stress(1);
    }
    return instance;
  },
});
