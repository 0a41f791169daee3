// Makes the booted image: a Wasm module whose memory and globals are those after boot().
//
// build/raw.wasm is instantiated once, boots, takes in frozen Python, and is written again with the
// state it then has: a data segment holds the memory's non-zero pieces, packed, the mutable globals
// begin with the values they had. Starting is then instantiating (docs/design.md section 11): the
// start function puts the segment into memory and wakes the core, which expands it
// (assembly/program/image.ts).
//
// All mutable state is in memory or in globals; the image has two functions that write all mutable
// globals to memory and read them from there, for snapshots (to export each would cost 0.4 ms at
// every start).
import { readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import {
  Reader, SECTION, EXPORT_KIND, TYPE, readModule, writeModule, readImports, readGlobals,
  readExports,
  globalSection, exportSection, memorySection, passiveData, customSection, constant, addFunctions,
  putSection, u32,
} from "./wasm/binary.mjs";
import { walkCode } from "./wasm/code.mjs";
import { link } from "./link.mjs";
import { copyGlobals, placeData } from "./wasm/image_code.mjs";
import { writeRecords } from "./records.mjs";
import { compress } from "./compress.mjs";
import { packPairs } from "./pairs.mjs";
import { checkHelpers, frozenModules } from "./frozen.mjs";

/** Exports that only the build calls. */
const BUILD_ONLY = new Set(["boot", "bootEnd", "freeze", "clearBuffers", "zeroDead", "sleep",
  "startError"]);
/** Zero bytes in a row that are left inside a piece of data: to list two pieces instead takes about
 *  3. Unit: bytes. */
const GAP = 6;
/** As in assembly/heap/compressed.ts: areas, the first one of frozen Python, room for what is
 *  compressed. */
const AREAS = 15, FIRST_FROZEN = 7, STREAM_BYTES = 52 << 10;
/** More than the lists that lie in memory while an instance starts take. Unit: bytes. */
const MOST_LISTS = 256 << 10;
/** Longer pieces are streams of compressed areas. Unit: bytes. */
const MOST_PACKED = 8 << 10;
/**
 * Boots a module and returns the image.
 * @param {Uint8Array} raw       what asc wrote
 * @param {{name: string, source: Uint8Array, fresh: boolean}[]} frozen Python to take in, in this
 *   order (frozen.mjs)
 * @param {{names?: boolean, moved?: Uint8Array, optimizer?: object}} options names: keep the
 *   functions' names (for profiles); moved, optimizer: for a release, what asc wrote for another
 *   memoryBase (link.mjs), and shrink.mjs
 */
export function makeImage(raw, frozen, { names = false, moved, optimizer } = {}) {
  checkFrozen(raw, frozen);
  if (!optimizer) return imageOf(readModule(raw), frozen, names);
  const { bytes, literals, seldom } = link(raw, moved, (module) => {
    const { sections, memory, asleep } = booted(readModule(module), frozen);
    return { memory, types: asleep.staticTypes,
      constants: constantsOf(optimizer.removeUnused(writeModule(sections))) };
  });
  return imageOf(readModule(bytes), frozen, names, { literals, seldom, optimizer });
}

function imageOf(raw, frozen, names, release) {
  let { sections, memory, asleep } = booted(raw, frozen);
  if (release) {
    sections = readModule(release.optimizer.shrink(writeModule(sections), { names }));
    zeroUnused(memory, release.literals, constantsOf(writeModule(sections)));
  }
  compressAreas(memory, asleep.areas, release?.seldom);
  sections = withState(sections, memory, asleep).filter((s) => names || s.id !== SECTION.custom);
  return writeModule([...sections,
    customSection("krait", Buffer.from(fingerprint(writeModule(sections)), "hex"))]);
}

/** The integers in a module's code, each with how often it is there: constants, offsets of memory
 *  accesses, uses of globals that never change. */
function constantsOf(bytes) {
  const sections = readModule(bytes), found = new Map();
  const note = (n) => found.set(n, (found.get(n) ?? 0) + 1);
  const globals = readGlobals(sections);
  const valueOf = ({ type, init }) =>
    (type === TYPE.i32 && init[0] === 0x41 ? Number(new Reader(init, 1).signed()) : undefined);
  walkCode(sections, sections, (n) => { note(n); return n; }, (index) => {
    if (!globals[index].mutable) note(valueOf(globals[index]));
  });
  for (const global of globals) note(valueOf(global));
  found.delete(undefined);
  return found;
}

/** Adds what makes a module the image: the data, the start function, access to the globals. */
function withState(sections, memory, asleep) {
  const exports = readExports(sections);
  const globals = readGlobals(sections);
  const mutable = globals.map((g, index) => ({ ...g, index })).filter((g) => g.mutable);
  const wake = exports.find((e) => e.name === "wake").index;
  const data = packData(memory, asleep);
  let bytes;
  const added = addFunctions(sections, (first) => {
    const copy = copyGlobals(mutable, first + 1);
    bytes = copy.bytes;
    return [placeData({ ...data, next: wake }), ...copy.functions];
  });
  const size = { type: TYPE.i32, mutable: false, init: constant(TYPE.i32, bytes) };
  let out = putSection(added.sections, SECTION.global, globalSection([...globals, size]));
  out = putSection(out, SECTION.export, exportSection([
    ...exports.filter((e) => e.name !== "wake"),
    { name: "globalsBytes", kind: EXPORT_KIND.global, index: globals.length },
    { name: "saveGlobals", kind: EXPORT_KIND.function, index: added.first + 1 },
    { name: "loadGlobals", kind: EXPORT_KIND.function, index: added.first + 2 },
  ]));
  out = putSection(out, SECTION.start, Uint8Array.from(u32(added.first)));
  out = putSection(out, SECTION.dataCount, Uint8Array.of(1));
  return putSection(out, SECTION.data, passiveData(data.bytes));
}

/** What placeData needs to know, and the bytes of its segment. */
function packData(memory, { rows, types, strs, furtherStrs }) {
  // Where the lists lie until the core is awake: the largest room between what is not zero, in the
  // VM stack.
  const all = nonZeroRanges(memory);
  const begins = all.map(({ at, bytes }) => at + bytes.length);
  const rooms = all.slice(1).map(({ at }, i) => ({ at: begins[i], bytes: at - begins[i] }));
  const room = rooms.reduce((a, b) => (b.bytes > a.bytes ? b : a));
  if (room.bytes < MOST_LISTS) throw new Error("no room in memory for the lists");
  const records = writeRecords(memory, rows, types);
  // What is compressed already goes where it belongs as it is.
  const pieces = nonZeroRanges(memory), isPlain = ({ bytes }) => bytes.length > MOST_PACKED;
  const plain = pieces.filter(isPlain), placed = [];
  let end = 0;
  for (const { at, bytes } of pieces.filter((piece) => !isPlain(piece))) {
    placed.push(...u32(at - end), ...u32(bytes.length), ...bytes);
    end = at + bytes.length;
  }
  placed.push(0, 0);
  const lists = [placed, strs, [...records, ...furtherStrs]].map((list) => packPairs(list));
  return { bytes: Buffer.concat([...plain.map(({ bytes }) => bytes), ...lists]), pieces: plain,
    listAt: room.at + 16, listBytes: lists.reduce((sum, { length }) => sum + length, 0) };
}

/** Boots: the memory, and the module without data and without what only boot needs, its globals
 *  beginning with the values they then have. */
function booted(raw, frozen) {
  const globals = readGlobals(raw), exports = readExports(raw);
  const all =
    globals.flatMap((g, index) =>
      (g.mutable ? [{ name: `g${index}`, kind: EXPORT_KIND.global, index }] : []));
  const open = writeModule(putSection(raw, SECTION.export, exportSection([...exports, ...all])));
  const core = new WebAssembly.Instance(new WebAssembly.Module(open), stubImports(raw)).exports;
  boot(core, frozen);
  core.bootEnd();
  core.collect();
  core.clearBuffers();
  core.zeroDead();
  const at = core.sleep();
  const memory = new Uint8Array(core.memory.buffer);
  const asleep = takeAsleep(memory, at);
  const values =
    globals.map((g, i) => (g.mutable ? { ...g, init: constant(g.type, core[`g${i}`].value) } : g));
  let sections =
    raw.filter(({ id }) => ![SECTION.start, SECTION.data, SECTION.dataCount].includes(id));
  sections = putSection(sections, SECTION.memory, memorySection(memory.length / 65536));
  sections = putSection(sections, SECTION.global, globalSection(values));
  sections = putSection(sections, SECTION.export,
    exportSection(exports.filter((e) => !BUILD_ONLY.has(e.name))));
  return { sections, memory, asleep };
}

/** Takes what sleep() has left out of memory: { rows, types, areas, strs, furtherStrs }
 *  (assembly/program/image.ts). */
function takeAsleep(memory, at) {
  const words = new DataView(memory.buffer);
  const word = (i) => words.getUint32(at + 4 * i, true);
  const [count, bytes, furtherBytes, str, native, getSet, areas, streams] =
    [0, 1, 2, 3, 4, 5, 6, 7].map(word);
  const rows = Array.from({ length: count }, (_, i) =>
    ({ at: word(9 + 3 * i), bytes: word(10 + 3 * i), count: word(11 + 3 * i) }));
  const from = at + 36 + 12 * count, middle = from + bytes, end = middle + furtherBytes;
  const asleep = {
    rows, types: { str, native, getSet },
    // (the list of types begins with the last one)
    staticTypes: rows.filter((r) => r.count === 1 && r.bytes === rows[0].bytes).map((r) => r.at)
      .reverse(), areas: { at: areas, streams },
    strs: memory.slice(from, middle), furtherStrs: memory.slice(middle, end),
  };
  memory.fill(0, at, end);
  return asleep;
}

/** Compresses what stands in areas of memory until it is asked for (assembly/heap/compressed.ts).
 *  texts: the first area. */
function compressAreas(memory, { at, streams }, texts) {
  const words = new Uint32Array(memory.buffer);
  if (texts) words.set([texts.at, texts.end - texts.at], at >> 2);
  let to = streams, first;
  for (let row = at >> 2; row < (at >> 2) + 4 * AREAS; row += 4) {
    const [from, bytes] = words.subarray(row, row + 2);
    if (bytes === 0) continue;
    const area = (row - (at >> 2)) / 4, isFrozen = area >= FIRST_FROZEN;
    const packed = compress(memory.slice(from, from + bytes), { byKind: isFrozen, after: first });
    const { stream } = packed;
    if (area === FIRST_FROZEN) first = packed;
    if (to + stream.length > streams + STREAM_BYTES)
      throw new Error("no room for compressed areas");
    memory.fill(0, from, from + bytes);
    memory.set(stream, to);
    words[row + 2] = to;
    to += stream.length;
  }
}

/** Zeroes the literals and function objects that neither the code, by a constant, nor the memory
 *  points at. */
function zeroUnused(memory, objects, constants) {
  const used = new Set([...constants.keys()].map((n) => n >>> 0));
  for (const word of new Uint32Array(memory.buffer)) used.add(word);
  for (const { at, end } of objects) {
    // A constant may point behind the last character, or at a field: any address in the object
    // keeps it.
    let live = false;
    for (let a = at; a <= end && !live; a++) live = used.has(a);
    if (!live) memory.fill(0, at, end);
  }
}

/** Every import, refusing to be called: boot asks the host nothing, but whether it is to stop, and
 *  whether there is stack. */
const ANSWERS = { poll: 0, stack: 1 };
function stubImports(sections) {
  const imports = {};
  for (const { module, name } of readImports(sections)) {
    imports[module] ??= {};
    imports[module][name] = (...args) => {
      if (`${module}.${name}` === "env.abort")
        throw new Error(`abort at line ${args[2]}:${args[3]}`);
      if (module === "task" && name in ANSWERS) return ANSWERS[name];
      throw new Error(`boot calls the host: ${module}.${name}`);
    };
  }
  return imports;
}

/** Writes a name and a source to the core: addresses and lengths of both. */
function given(core, name, source) {
  const nameBytes = new TextEncoder().encode(name),
    at = core.scratch(nameBytes.length + source.length);
  new Uint8Array(core.memory.buffer, at).set(nameBytes);
  new Uint8Array(core.memory.buffer, at + nameBytes.length).set(source);
  return [at, nameBytes.length, at + nameBytes.length, source.length];
}
/** Compiles frozen Python, in a core that is then thrown away. Throws if there is an error in
 *  it. */
function checkFrozen(raw, frozen) {
  const core = new WebAssembly.Instance(new WebAssembly.Module(raw),
    stubImports(readModule(raw))).exports;
  core.boot();
  for (const { name, source } of frozen) {
    const [nameAt, nameBytes, at, bytes] = given(core, `frozen/${name}.py`, source);
    if (core.start(at, bytes, nameAt, nameBytes, 0, 0) !== 0) continue;
    core.startError();
    throw new Error(Buffer.from(core.memory.buffer, core.textAt.value,
      core.textLength.value).toString());
  }
  checkHelpers(frozen);
}

function boot(core, frozen) {
  core.boot();
  for (const { name, source, fresh, functions } of frozen)
    core.freeze(...given(core, name, source), (fresh ? 1 : 0) | (functions ? 2 : 0));
}

/** The parts of memory that are not zero: [{ at, bytes }]. */
function nonZeroRanges(memory) {
  const segments = [];
  const words = new BigUint64Array(memory.buffer, 0, memory.length >> 3);
  const nextNonZero = (from) => {
    let at = from;
    while (at & 7) { if (memory[at]) return at; at++; }
    let word = at >> 3;
    while (word < words.length && words[word] === 0n) word++;
    at = word << 3;
    while (at < memory.length && !memory[at]) at++;
    return at;
  };
  let at = nextNonZero(0);
  while (at < memory.length) {
    let end = at + 1, next = at;
    for (;;) {
      while (end < memory.length && memory[end]) end++;
      next = nextNonZero(end);
      if (next >= memory.length || next - end >= GAP) break;
      end = next + 1;
    }
    segments.push({ at, bytes: memory.slice(at, end) });
    at = next;
  }
  return segments;
}

/** What tells two builds apart: a hash of 16 bytes, in hexadecimal. The image carries it in its
 *  custom section `krait`, where the host finds it: a snapshot is of one build
 *  (js/host/snapshot_format.ts). */
const fingerprint = (image) => createHash("sha256").update(image).digest("hex").slice(0, 32);

/** Writes the image of `rawFile` to `imageFile`. */
export function writeImage(rawFile, frozenFolder, imageFile, options) {
  const image = makeImage(readFileSync(rawFile), frozenModules(frozenFolder), options);
  writeFileSync(imageFile, image);
  return image;
}
