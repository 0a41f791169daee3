// Compresses what lies in the core until its first use (assembly/heap/compressed.ts expands it, and
// describes the form).
//
// Matches and literals are chosen by dynamic programming over the prices that the last pass's
// models ended with; five passes are enough. The models are computed exactly as the reader does.

/** As in compressed.ts. */
const FLAGS = 0, AGAIN = 4, NUMBERS = 8, NUMBER_KEYS = 480, LITERAL = 2432;
const CONTEXTS = [0, 0x100ff, 0x2e0ff], CELL_BITS = 16, SPREAD = 0x9e3779b1;
const FASTEST = 17, MOST_COUNT = 11;
const KIND = { length: 3, lengthAgain: 4, offset: (length) => Math.min(length, 4) - 2 };
/** Longest match, and how many earlier places are looked at for one. */
const LONGEST = 400, MOST_PLACES = 3000;
const PASSES = 5;
/** Farthest place of a kind that a match may come from: the reader goes there step by step. */
const MOST_BACK = 512;

const float = new Float32Array(1), floatBits = new Int32Array(float.buffer);
/** The probability, of 65536, for a logarithm of odds. */
function probability(odds) {
  floatBits[0] = 0x3f800000 - (odds << 2);
  return Math.trunc(Math.fround(65504 / Math.fround(1 + float[0]))) + 16;
}

/** The adaptive models: cells that say what is to be added to the logarithm of odds, with a
 *  count. */
class Models {
  #at = new Int32Array(CONTEXTS.length);
  constructor() { this.cells = new Int32Array(1 << CELL_BITS); }
  copy() { return Object.assign(new Models(), { cells: this.cells.slice() }); }
  /** Probability of a 1, of 65536. recent: the bytes before, the last one lowest. */
  of(key, recent) {
    let odds = 0;
    for (let i = 0; i < CONTEXTS.length; i++) {
      const context = (recent | 0x30000) & CONTEXTS[i];
      this.#at[i] = Math.imul(context << 12 | key, SPREAD) >>> (32 - CELL_BITS);
      odds += this.cells[this.#at[i]];
    }
    return probability(odds);
  }
  learn(key, recent, bit) {
    const error = (bit << 16) - this.of(key, recent);
    // The reader has read all three before it writes one, and two may be the same cell.
    const cells = Array.from(this.#at, (at) => this.cells[at]);
    cells.forEach((cell, i) => {
      const count = cell & 15;
      this.cells[this.#at[i]] = cell + (error * (FASTEST - count) & -16)
        + (count < MOST_COUNT ? 1 : 0);
    });
  }
}

/** Goes through the bits of a stream: `code(key, recent, bit)` for each. recent: bytes before the
 *  step. */
class Coder {
  constructor(code) { this.code = code; }
  flag(state, recent, isMatch) { this.code(FLAGS + state, recent, isMatch); }
  again(recent, isAgain) { this.code(AGAIN, recent, isAgain); }
  number(kind, recent, value) {
    const base = NUMBERS + kind * NUMBER_KEYS, bits = 31 - Math.clz32(value);
    for (let i = 0; i < bits; i++) this.code(base + i, recent, 1);
    this.code(base + bits, recent, 0);
    for (let i = bits - 1, known = 1; i >= 0; i--) {
      const bit = (value >> i) & 1;
      this.code(base + 24 * (bits + 1) + (known < 8 ? known : 8 + i), recent, bit);
      known = known << 1 | bit;
    }
  }
  literal(byte, recent) {
    for (let i = 7, known = 1; i >= 0; i--) {
      const bit = (byte >> i) & 1;
      this.code(LITERAL + known, recent, bit);
      known = known << 1 | bit;
    }
  }
}
/** The two bytes before a place, 0 where there are none. */
const recentAt = ({ data, begin }, at) =>
  (at > begin + 1 ? data[at - 2] << 8 : 0) | (at > begin ? data[at - 1] : 0);

/** Steps of a stream: { offset, length }, offset 0: a literal. `seen(at, length)` is called before
 *  each step. */
function walk(text, steps, coder, seen = () => {}) {
  const { data, begin, numberOf } = text;
  let at = begin, state = 0, last = 0;
  for (const { offset, length } of steps) {
    const recent = recentAt(text, at);
    seen(at, length);
    coder.flag(state, recent, offset === 0 ? 0 : 1);
    if (offset === 0) {
      coder.literal(data[at], recent);
    } else {
      const isAgain = offset === last;
      if ((state & 1) === 0) coder.again(recent, isAgain ? 1 : 0);
      coder.number(isAgain ? KIND.lengthAgain : KIND.length, recent, length - 1);
      if (!isAgain) coder.number(KIND.offset(length), recent, numberOf(at, offset));
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
  what(new Coder((key, recent, bit) => { sum += price(models.of(key, recent), bit); }));
  return sum;
}
/** A function of two numbers and the bytes before, computed once for each. */
function memo(f) {
  const known = new Map();
  return (a, b, recent) => {
    const contexts = recent & 0xe0ff, key = (a * 1024 + b) * 65536 + contexts;
    if (!known.has(key)) known.set(key, f(a, b, contexts));
    return known.get(key);
  };
}

/** The cheapest steps at given prices. */
function parse(text, found, models, literalPrice) {
  const { data, begin, numberOf } = text;
  const flag = memo((state, isMatch, recent) =>
    priceOf(models, (c) => c.flag(state, recent, isMatch)));
  const again = memo((isAgain, _, recent) => priceOf(models, (c) => c.again(recent, isAgain)));
  const number = memo((n, kind, recent) => priceOf(models, (c) => c.number(kind, recent, n)));
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
    const state = states[i], last = lasts[i], cost = costs[i], recent = recentAt(text, i);
    offer(i + 1, cost + flag(state, 0, recent) + literalPrice[i], { offset: 0, length: 1 }, last,
      state << 1);
    const match = cost + flag(state, 1, recent), afterMatch = (state & 1) === 1;
    const put = (o, n) => {
      const isAgain = o === last;
      offer(i + n, match + (afterMatch ? 0 : again(isAgain ? 1 : 0, 0, recent))
        + number(n - 1, isAgain ? KIND.lengthAgain : KIND.length, recent)
        + (isAgain ? 0 : number(numberOf(i, o), KIND.offset(n), recent)),
        { offset: o, length: n }, o, state << 1 | 1);
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

/** What the models say after a pass, and what each byte would have cost as a literal. */
function survey(text, steps) {
  const models = text.models.copy(), literals = new Float64Array(text.data.length);
  const coder = new Coder((key, recent, bit) => models.learn(key, recent, bit));
  walk(text, steps, coder, (at, length) => {
    for (let i = at; i < at + length; i++) {
      literals[i] = priceOf(models, (c) => c.literal(text.data[i], recentAt(text, i)));
    }
  });
  return { models, literals };
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
  walk(text, steps, new Coder((key, recent, bit) => {
    const bound = (range >>> 16) * models.of(key, recent);
    models.learn(key, recent, bit);
    if (bit) range = bound; else { low += bound; range -= bound; }
    if (low >= 2 ** 32) { low -= 2 ** 32; carry(); }
    for (; range < 2 ** 24; range = range * 256) shift();
  }));
  for (let i = 0; i < 4; i++) shift();
  return { stream: Uint8Array.from(out), models };
}
