// Packs what the core expands at every start: pairs of bytes that are there often become one byte,
// again and again (byte pair encoding). Expanding is one step for each packed byte
// (assembly/program/image.ts, expandPairs), so it takes some 0.05 ms, where what compress.mjs makes
// would take 2.
//
//  packed:  escape, rules, (byte, first, second) * rules, bytes of the rest, rest
//           A byte with a rule stands for what its first and then its second one stand for, which
//           have their rules before it; at most LONGEST bytes. Behind the escape a byte stands for
//           itself.
import { u32 } from "./wasm/binary.mjs";

const LONGEST = 8;
/** How many bytes may get rules: each is tried. Bytes that are there seldom do, and need an escape
 *  from then on. */
const FREED = [48, 64, 80, 96, 112, 128, 144];
/** Occurrences from which a rule is worth its three bytes. */
const LEAST = 5;
/** Codes while rules are looked for: of a byte itself, of what cannot be part of a pair, of rules
 *  from here on. */
const ESCAPED = 256, RULES = 257, CODES = 512;

/** @param {Uint8Array} data @returns {Uint8Array} */
export function packPairs(data) {
  const counts = new Uint32Array(256);
  for (const byte of data) counts[byte]++;
  const seldomFirst = Array.from(counts.keys()).sort((a, b) => counts[a] - counts[b]);
  return FREED.map((n) => packWith(data, seldomFirst.slice(0, n)))
    .reduce((a, b) => (b.length < a.length ? b : a));
}

function packWith(data, [escape, ...free]) {
  const isFreed = new Uint8Array(256);
  for (const byte of [escape, ...free]) isFreed[byte] = 1;
  const rules = findRules(data, isFreed, free.length);
  const expansions = Array.from({ length: 256 }, (_, byte) => (isFreed[byte] ? [] : [byte]));
  const table = rules.flatMap(([first, second], i) => {
    const [a, b] = [first, second].map((code) => (code < RULES ? code : free[code - RULES]));
    expansions[free[i]] = [...expansions[a], ...expansions[b]];
    return [free[i], a, b];
  });
  const rest = fewest(data, expansions, isFreed, escape);
  return Uint8Array.from([escape, rules.length, ...table, ...u32(rest.length), ...rest]);
}

/** Pairs of codes, the most frequent ones first, each put in place of what it stands for before the
 *  next one is looked for. */
function findRules(data, isFreed, most) {
  let codes = Uint16Array.from(data, (byte) => (isFreed[byte] ? ESCAPED : byte));
  const lengths = new Uint8Array(CODES).fill(1), rules = [];
  lengths[ESCAPED] = LONGEST;
  while (rules.length < most) {
    const counts = new Uint32Array(CODES * CODES);
    let best = 0;
    for (let i = 1; i < codes.length; i++) {
      if (lengths[codes[i - 1]] + lengths[codes[i]] > LONGEST) continue;
      const pair = codes[i - 1] * CODES + codes[i];
      if (++counts[pair] > counts[best]) best = pair;
    }
    if (counts[best] < LEAST) break;
    const first = Math.floor(best / CODES), second = best % CODES, code = RULES + rules.length;
    lengths[code] = lengths[first] + lengths[second];
    rules.push([first, second]);
    let to = 0;
    for (let i = 0; i < codes.length; i++) {
      const isPair = codes[i] === first && codes[i + 1] === second;
      codes[to++] = isPair ? code : codes[i];
      if (isPair) i++;
    }
    codes = codes.subarray(0, to);
  }
  return rules;
}

/** The fewest bytes that stand for the data. */
function fewest(data, expansions, isFreed, escape) {
  const byFirst = Array.from({ length: 256 }, () => []);
  expansions.forEach((bytes, code) => { if (bytes.length > 0) byFirst[bytes[0]].push(code); });
  const costs = new Float64Array(data.length + 1), chosen = new Int16Array(data.length);
  for (let i = data.length - 1; i >= 0; i--) {
    costs[i] = 2 + costs[i + 1];
    chosen[i] = -1;
    for (const code of byFirst[data[i]]) {
      const bytes = expansions[code];
      if (1 + costs[i + bytes.length] < costs[i] && bytes.every((byte, k) => data[i + k] === byte))
        [costs[i], chosen[i]] = [1 + costs[i + bytes.length], code];
    }
  }
  const out = [];
  for (let i = 0; i < data.length; i += chosen[i] < 0 ? 1 : expansions[chosen[i]].length) {
    if (chosen[i] < 0) out.push(escape, data[i]); else out.push(chosen[i]);
  }
  return out;
}
