// Compresses what lies in the core until its first use (assembly/heap/compressed.ts expands it, and
// describes the form).
//
// Matches and literals are chosen by dynamic programming over the prices that the last pass's
// models ended with; three passes are enough. The models are computed in integers exactly as the
// reader does.

/** As in compressed.ts. */
const FLAGS = 0, AGAIN = 4, NUMBERS = 8, NUMBER_CELLS = 480, ORDER0 = 2432, ORDER1 = 2688,
  CELLS = ORDER1 + 65536;
const MOST_COUNT = 15;
const KIND = { length: 3, lengthAgain: 4, offset: (length) => Math.min(length, 4) - 2 };
/** Longest match, and how many earlier places are looked at for one. */
const LONGEST = 400, MOST_PLACES = 3000;
const PASSES = 3;
/** Farthest place of a kind that a match may come from: the reader goes there step by step. */
const MOST_BACK = 512;

/** The adaptive models: cells of probability (of a 1, of 4096) and count. */
class Models {
  constructor() {
    this.p = new Uint16Array(CELLS).fill(2048);
    this.n = new Uint8Array(CELLS);
  }
  copy() {
    return Object.assign(Object.create(Models.prototype), { p: this.p.slice(), n: this.n.slice() });
  }
  learn(cell, bit) {
    const n = this.n[cell];
    const shift = n < 1 ? 1 : n < 3 ? 2 : n < 10 ? 3 : n < MOST_COUNT ? 4 : 5;
    this.p[cell] = Math.max(1, this.p[cell] + (((bit ? 4095 : 0) - this.p[cell]) >> shift));
    if (n < MOST_COUNT) this.n[cell] = n + 1;
  }
  /** Probability of a 1, of 65536: of one cell; of a literal's bit. */
  of(cell) { return this.p[cell] << 4; }
  mixed(a, b) {
    const n = this.n[b];
    return this.of(b) + ((this.of(a) - this.of(b)) >> (n < 2 ? 1 : n < 5 ? 2 : 3));
  }
}

/** Goes through the bits of a stream: `code(probability, bit)` for each. */
class Coder {
  constructor(code, models = new Models()) {
    this.code = code;
    this.models = models;
  }
  #bit(cell, bit) {
    this.code(this.models.of(cell), bit);
    this.models.learn(cell, bit);
  }
  flag(state, isMatch) { this.#bit(FLAGS + state, isMatch); }
  again(isAgain) { this.#bit(AGAIN, isAgain); }
  number(kind, value) {
    const base = NUMBERS + kind * NUMBER_CELLS, bits = 31 - Math.clz32(value);
    for (let i = 0; i < bits; i++) this.#bit(base + i, 1);
    this.#bit(base + bits, 0);
    for (let i = bits - 1, known = 1; i >= 0; i--) {
      const bit = (value >> i) & 1;
      this.#bit(base + 24 * (bits + 1) + (known < 8 ? known : 8 + i), bit);
      known = known << 1 | bit;
    }
  }
  literal(byte, previous) {
    for (let i = 7, known = 1; i >= 0; i--) {
      const bit = (byte >> i) & 1, a = ORDER0 + known, b = ORDER1 + (previous << 8 | known);
      this.code(this.models.mixed(a, b), bit);
      this.models.learn(a, bit);
      this.models.learn(b, bit);
      known = known << 1 | bit;
    }
  }
}

/** Steps of a stream: { offset, length }, offset 0: a literal. `seen(i)` is called with the coder
 *  before each step. */
function walk({ data, begin, numberOf }, steps, coder, seen = () => {}) {
  let at = begin, state = 0, last = 0;
  for (const { offset, length } of steps) {
    seen(at, length);
    coder.flag(state, offset === 0 ? 0 : 1);
    if (offset === 0) {
      coder.literal(data[at], at > begin ? data[at - 1] : 0);
    } else {
      const isAgain = offset === last;
      if ((state & 1) === 0) coder.again(isAgain ? 1 : 0);
      coder.number(isAgain ? KIND.lengthAgain : KIND.length, length - 1);
      if (!isAgain) coder.number(KIND.offset(length), numberOf(at, offset));
      last = offset;
    }
    state = (state << 1 | (offset === 0 ? 0 : 1)) & 3;
    at += length;
  }
}

/** What a match's offset is counted in: as in compressed.ts, bytes, or places that are of the same
 *  kind by the two bytes before them. Of the latter only they are offered. */
function counting(data, begin, byKind) {
  if (!byKind) return { numberOf: (at, offset) => offset, isOffered: () => true };
  const counts = new Uint32Array(256);
  let before = 0, last = 0;
  const places = Array.from(data, (byte, at) => {
    if (at === begin) before = last = 0;
    const kind = last & 127 | (before > 64 ? 128 : 0);
    [before, last] = [last, byte];
    return { kind, index: counts[kind]++ };
  });
  return {
    numberOf: (at, offset) => places[at].index - places[at - offset].index,
    isOffered: (at, from) => places[at].kind === places[from].kind
      && places[at].index - places[from].index <= MOST_BACK,
  };
}

/** The matches at each place: [offset, length], longer ones further away. None goes on from before
 *  `begin` to behind it. */
function matches({ data, begin, isOffered }) {
  const heads = new Map(), previous = new Int32Array(data.length);
  return Array.from(data, (_, i) => {
    const found = [];
    if (i + 1 >= data.length) return found;
    const key = data[i] << 8 | data[i + 1], most = Math.min(LONGEST, data.length - i);
    let best = 1;
    for (let j = heads.get(key) ?? -1, left = MOST_PLACES; j >= 0 && left > 0; j = previous[j],
        left--) {
      let length = 2;
      const end = j < begin ? Math.min(most, begin - j) : most;
      while (length < end && data[j + length] === data[i + length]) length++;
      if (length > end || !isOffered(i, j)) continue;
      if (length > best) { found.push([i - j, length]); best = length; }
    }
    previous[i] = heads.get(key) ?? -1;
    heads.set(key, i);
    return found;
  });
}

const price = (p, bit) => -Math.log2((bit ? p : 65536 - p) / 65536);
/** What coding something would cost, with models as they are. Unit: bits. */
function priceOf(models, what) {
  let sum = 0;
  const coder = new Coder((p, bit) => { sum += price(p, bit); });
  coder.models = Object.assign(Object.create(Models.prototype), models, { learn: () => {} });
  what(coder);
  return sum;
}
function memo(f) {
  const known = new Map();
  return (a, b) => {
    const key = a * 65536 + b;
    if (!known.has(key)) known.set(key, f(a, b));
    return known.get(key);
  };
}

/** The cheapest steps at given prices. */
function parse({ data, begin, numberOf }, found, models, literalPrice) {
  const flag = memo((state, isMatch) => priceOf(models, (c) => c.flag(state, isMatch)));
  const again = memo((isAgain) => priceOf(models, (c) => c.again(isAgain)));
  const length = memo((kind, n) => priceOf(models, (c) => c.number(kind, n - 1)));
  const offset = memo((n, kind) => priceOf(models, (c) => c.number(kind, n)));
  const end = data.length;
  const costs = new Float64Array(end + 1).fill(Infinity), from = new Array(end + 1);
  const lasts = new Int32Array(end + 1), states = new Uint8Array(end + 1);
  costs[begin] = 0;
  const offer = (at, cost, step, last, state) => {
    if (cost >= costs[at]) return;
    costs[at] = cost;
    from[at] = step;
    lasts[at] = last;
    states[at] = state & 3;
  };
  for (let i = begin; i < end; i++) {
    const state = states[i], last = lasts[i], cost = costs[i];
    offer(i + 1, cost + flag(state, 0) + literalPrice[i], { offset: 0, length: 1 }, last,
      state << 1);
    const match = cost + flag(state, 1), afterMatch = (state & 1) === 1;
    const put = (o, n) => {
      const isAgain = o === last;
      offer(i + n,
        match + (afterMatch ? 0 : again(isAgain ? 1 : 0)) + length(isAgain ? KIND.lengthAgain
          : KIND.length, n)
        + (isAgain ? 0 : offset(numberOf(i, o), KIND.offset(n))), { offset: o, length: n }, o, state << 1 | 1);
    };
    if (last > 0 && !afterMatch) {
      const stop = i - last < begin ? Math.min(end, begin + last) : end;
      for (let n = 0; i + n < stop && n < LONGEST && data[i + n] === data[i + n - last];)
        if (++n >= 2) put(last, n);
    }
    let n = 2;
    for (const [o, longest] of found[i]) {
      // Right after a match the same offset again would have been a longer match.
      for (; n <= longest; n++) if (o !== last) put(o, n);
    }
  }
  const steps = [];
  for (let at = end; at > begin; at -= from[at].length) steps.push(from[at]);
  return steps.reverse();
}

/** Every match of some length. */
function firstSteps(found, begin) {
  const steps = [];
  for (let at = begin; at < found.length; at += steps.at(-1).length) {
    const [offset, length] = found[at].at(-1) ?? [0, 0];
    steps.push(length < 4 ? { offset: 0, length: 1 } : { offset, length });
  }
  return steps;
}

function literalPrice(models, byte, previous) {
  let sum = 0;
  for (let known = 1; known < 256;) {
    const i = 31 - Math.clz32(known), bit = (byte >> (7 - i)) & 1;
    sum += price(models.mixed(ORDER0 + known, ORDER1 + (previous << 8 | known)), bit);
    known = known << 1 | bit;
  }
  return sum;
}

/** What the models say after a pass, and what each byte would have cost as a literal. */
function survey(text, steps) {
  const { data, begin, models } = text;
  const coder = new Coder(() => {}, models.copy()), literals = new Float64Array(data.length);
  walk(text, steps, coder, (at, length) => {
    for (let i = at; i < at + length; i++) {
      literals[i] = literalPrice(coder.models, data[i], i > begin ? data[i - 1] : 0);
    }
  });
  return { models: coder.models, literals };
}

/**
 * @param {Uint8Array} wanted
 * @param {{byKind?: boolean, after?: {wanted: Uint8Array, models: Models}}} options byKind: offsets
 *   are counted by kind of place; after: what compress() said of the area that is expanded right
 *   before, and thought to stand before it
 * @returns {{stream: Uint8Array, wanted: Uint8Array, models: Models}}  stream: what compressed.ts
 *   expands; the number of bytes is not in it
 */
export function compress(wanted, { byKind = false, after } = {}) {
  const begin = after?.wanted.length ?? 0, data = Uint8Array.from([...after?.wanted ?? [],
    ...wanted]);
  const text = { data, begin, models: after?.models ?? new Models(),
    ...counting(data, begin, byKind) };
  const found = matches(text);
  let steps = firstSteps(found, begin), best;
  for (let pass = 0; pass < PASSES; pass++) {
    const { models, literals } = survey(text, steps);
    steps = parse(text, found, models, literals);
    const out = encode(text, steps);
    if (!best || out.stream.length < best.stream.length) best = out;
  }
  return { ...best, wanted };
}

/** A range coder: the interval begins at `low`, a number below 2^40 whose highest bit is the
 *  carry. */
function encode(text, steps) {
  const out = [], models = text.models.copy();
  let low = 0, range = 0xffffffff;
  const carry = () => { for (let i = out.length - 1; ++out[i] === 256; i--) out[i] = 0; };
  const shift = () => {
    out.push(Math.floor(low / 2 ** 24));
    low = (low % 2 ** 24) * 256;
  };
  walk(text, steps, new Coder((p, bit) => {
    const bound = (range >>> 16) * p;
    if (bit) range = bound; else { low += bound; range -= bound; }
    if (low >= 2 ** 32) { low -= 2 ** 32; carry(); }
    for (; range < 2 ** 24; range = range * 256) shift();
  }, models));
  for (let i = 0; i < 4; i++) shift();
  return { stream: Uint8Array.from(out), models };
}
