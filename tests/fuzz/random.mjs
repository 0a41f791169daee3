// Random numbers that a seed repeats (xorshift32).
export class Random {
  #state;
  constructor(seed) { this.#state = (seed | 0) || 1; }
  /** 0 <= n < below. */
  int(below) {
    let x = this.#state;
    x ^= x << 13; x ^= x >>> 17; x ^= x << 5;
    this.#state = x;
    return (x >>> 0) % below;
  }
  pick(list) { return list[this.int(list.length)]; }
  chance(percent) { return this.int(100) < percent; }
}
