// Writes objects of the booted core as records: each as what differs from the last one of its kind.
//
// assembly/program/image.ts describes the form, names the places where objects lie, and reads the
// records at every start.
import { u32 } from "./wasm/binary.mjs";

/** Codes of a word: n & 3. */
const SAME = 0, DIFFERENCE = 1, NEAR = 2, INDEX = 3;
/** Codes in place of differences: the address of the record, and of the last one. */
const OWN_ADDRESS = 1, LAST_ADDRESS = 5;
/** Code of a word that has no other: it stands behind it, in numbers of 16 bits. */
const WHOLE = 9;
/** Differences beyond this have no code. Unit: of the number that stands for a signed one. */
const LARGEST = 2 ** 29;
/** What image.ts has room for. */
const MOST_CONTEXTS = 64, MOST_PAGES = 128;
/** Bytes of an entry of a dict, where its value and its hash are in it, and where natives and
 *  getsets have their names. */
const ENTRY = 24, ENTRY_VALUE = 8, ENTRY_HASH = 16, NAME = 24;
/** Codes of entries: n & 3. */
const RECORD = 0, NATIVES = 1, GETSETS = 2, NAMED = 3;

const zigzag = (n) => (n < 0 ? -2 * n - 1 : 2 * n);
/** The difference of two words as a signed number. */
const difference = (a, b) => (a - b) | 0;
const bytesOf = (n) => (n < 1 << 7 ? 1 : n < 1 << 14 ? 2 : n < 1 << 21 ? 3 : n < 1 << 28 ? 4 : 5);

/**
 * @param {Uint8Array} memory  is zeroed where there are records and strs
 * @param {{at: number, bytes: number, count: number}[]} rows places where objects of one size lie
 *   behind each other, and entries of dicts; cells that are zero hold none
 * @param {{str: number, native: number, getSet: number}} types
 * @returns {number[]} groups and entries, as image.ts reads them
 */
export function writeRecords(memory, rows, types) {
  const words = new Uint32Array(memory.buffer, memory.byteOffset, memory.length >> 2);
  const cells = [];
  for (const { at, bytes, count } of rows.filter((r) => r.bytes !== ENTRY)) {
    for (let i = 0, address = at; i < count; i++, address += bytes) {
      if (words[address >> 2] !== 0)
        cells.push({ at: address, bytes,
          record: words.slice(address >> 2, (address + bytes) >> 2) });
    }
  }
  const strs =
    cells.filter(({ record }) => record[0] === types.str && record.slice(1).every((w) => w === 0));
  const writer = new Writer(new Set(strs.map((c) => c.at)));
  for (const { at, bytes, record } of inOrder(cells.filter((c) => !strs.includes(c)), types))
    writer.add(at, bytes, record);
  const groups = writer.groupBytes();
  const entries = entryBytes(words, rows.filter((r) => r.bytes === ENTRY), cells, types, writer);
  for (const { at, bytes } of cells) memory.fill(0, at, at + bytes);
  for (const { at, bytes, count } of rows)
    if (bytes === ENTRY) memory.fill(0, at, at + bytes * count);
  return [...groups, ...entries];
}

/** Types by address (tools/link.mjs lays them out behind each other), then kind by kind, natives
 *  last: what stands between them in their pages is there by then, and is passed over. */
function inOrder(cells, types) {
  const kinds = new Map();
  for (const cell of cells) {
    const kind = cell.record[0];
    if (!kinds.has(kind)) kinds.set(kind, []);
    kinds.get(kind).push(cell);
  }
  const rank = (kind) => (kind === types.native ? 2 : kind === types.getSet ? 1 : 0);
  const [first, ...others] = kinds.keys();
  return [
    ...kinds.get(first).sort((a, b) => a.at - b.at),
    ...others.sort((a, b) => rank(a) - rank(b)).flatMap((kind) => kinds.get(kind)),
  ];
}

/** The entries of dicts. */
function entryBytes(words, rows, cells, types, writer) {
  const out = [];
  const objects = { [types.native]: { code: NATIVES, list: [] },
    [types.getSet]: { code: GETSETS, list: [] } };
  for (const { at, bytes, record } of cells)
    objects[record[0]]?.list.push({ at, bytes, name: record[NAME / 4] });
  const places =
    new Map(Object.values(objects).flatMap((kind) =>
      kind.list.map((o, i) => [o.at, { ...o, kind, i }])));
  for (const kind of Object.values(objects)) kind.next = undefined;
  for (const { at, count } of rows) {
    let last = new Uint32Array(4), run;
    for (let i = 0; i < count; i++) {
      const e = (at + ENTRY * i) >> 2, record = words.slice(e, e + ENTRY_HASH / 4);
      if (words[e + ENTRY_HASH / 4] !== 0)
        throw new Error("an entry of a dict that has kept its hash");
      const value = record[ENTRY_VALUE / 4], place = record[1] === 0 && record[3] === 0
        ? places.get(value) : undefined;
      if (!place || place.name !== record[0]) {
        run = undefined;
        out.push(RECORD, ...writer.recordBytes(record, last));
        last = record;
        continue;
      }
      if (place.kind.next === value) {
        if (run?.code !== place.kind.code) {
          run = { code: place.kind.code, count: 0 };
          out.push(run);
        }
        run.count++;
      } else {
        run = undefined;
        out.push(NAMED, ...writer.recordBytes(Uint32Array.of(value), Uint32Array.of(0)));
      }
      const next = place.kind.list[place.i + 1];
      // The next one is looked for cell by cell, so in the same page.
      place.kind.next = next && next.at >> 16 === value >> 16 ? next.at : undefined;
    }
  }
  return out.flatMap((n) => (typeof n === "number" ? [n] : u32(n.count * 4 + n.code)));
}

class Writer {
  /** @param {Set<number>} occupied  addresses of cells that are there already */
  constructor(occupied) {
    this.occupied = occupied;
    /** Groups: { count, context, isNew, bytes, gap, codes }. */
    this.groups = [];
    this.contexts = new Map();
    this.near = new Array(MOST_PAGES).fill(0);
    this.lastIndex = 0;
    this.end = 0;
  }

  add(address, bytes, record) {
    const kind = `${record[0]} ${bytes}`;
    let context = this.contexts.get(kind);
    const isNew = !context;
    if (isNew) {
      context = { number: this.contexts.size, last: new Uint32Array(record.length) };
      this.contexts.set(kind, context);
      if (context.number >= MOST_CONTEXTS) throw new Error("too many kinds of objects");
    }
    let group = this.groups.at(-1);
    if (isNew || group.context !== context.number || !this.#follows(address, bytes)) {
      group = { count: 0, context: context.number, isNew, bytes, gap: (address - this.end) / 8,
        codes: [] };
      this.groups.push(group);
    }
    group.count++;
    group.codes.push(...this.#codes(record, context.last, address, context.at));
    context.last = record;
    context.at = address;
    this.end = address + bytes;
    this.occupied.add(address);
  }
  /** Between the end of the last record and `address` there are only cells that are passed over. */
  #follows(address, bytes) {
    if (address < this.end || address >> 16 !== (this.end - 1) >> 16) return false;
    for (let cell = this.end; cell < address; cell += bytes)
      if (!this.occupied.has(cell)) return false;
    return (address - this.end) % bytes === 0;
  }

  #codes(record, last, at = -1, lastAt = -1) {
    return Array.from(record, (word, i) => (
      word === last[i] ? SAME : word === at ? OWN_ADDRESS : word === lastAt ? LAST_ADDRESS
        : this.#code(word, last[i])));
  }
  /** The number for a word, given the same word of the last record. */
  #code(word, last) {
    const choices = [];
    const page = word >>> 16;
    if (page < MOST_PAGES && (word - this.near[page]) % 16 === 0 && word > 64) {
      choices.push((zigzag((word - this.near[page]) / 16) * MOST_PAGES + page) * 4 + NEAR);
    }
    for (const [kind, from, more] of [[INDEX, this.lastIndex, 0], [DIFFERENCE, last, 2]]) {
      const n = zigzag(difference(word, from)) + more;
      if (n < LARGEST) choices.push(n * 4 + kind);
    }
    if (choices.length === 0) return { whole: word };
    const best = choices.reduce((a, b) => (bytesOf(b) < bytesOf(a) ? b : a));
    if ((best & 3) === NEAR) this.near[page] = word;
    if ((best & 3) === INDEX) this.lastIndex = word;
    return best;
  }

  /** A record by itself. */
  recordBytes(record, last) {
    const out = [];
    withRuns(this.#codes(record, last), (n) => out.push(...numbers(n)));
    return out;
  }
  groupBytes() {
    const out = [];
    const starts = new Map();
    let at = 0;
    for (const group of this.groups) {
      starts.set(at, group);
      at += group.codes.length;
    }
    // Equal words in a row may go on in the next group.
    withRuns(this.groups.flatMap((g) => g.codes), (n) => out.push(...numbers(n)), (i) => {
      const group = starts.get(i);
      if (!group) return;
      out.push(...u32(group.count), ...u32(group.context));
      if (group.isNew) out.push(...u32(group.bytes / 8));
      out.push(...u32(zigzag(group.gap)));
    });
    return [...out, 0];
  }
}

const numbers = (code) => (code.whole === undefined ? u32(code)
  : [...u32(WHOLE), ...u32(code.whole & 0xffff), ...u32(code.whole >>> 16)]);

/** Puts the codes, of SAME in a row only the first, with their number; before each code tells its
 *  place. */
function withRuns(codes, put, before = () => {}) {
  let skip = 0;
  for (let i = 0; i < codes.length; i++) {
    before(i);
    if (skip > 0) { skip--; continue; }
    if (codes[i] === SAME) while (codes[i + 1 + skip] === SAME) skip++;
    put(codes[i] === SAME ? skip * 4 + SAME : codes[i]);
  }
}
