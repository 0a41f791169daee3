// Makes the booted image: a Wasm module whose memory and globals are those after boot().
//
// build/raw.wasm is instantiated once, boots, compiles the frozen Python modules, and is written again with
// the state it then has: a data segment holds the memory's non-zero pieces, the mutable globals begin with the values
// they had. Starting is then instantiating (docs/design.md section 11): the start function puts the pieces where they
// belong and wakes the core (assembly/program/image.ts). Thousands of active segments would take a third more room.
//
// All mutable state is in memory or in globals; the image has two functions that write all mutable globals to memory and
// read them from there, for snapshots (to export each would cost 0.4 ms at every start).
import { readFileSync, writeFileSync, readdirSync } from "node:fs";
import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import {
  SECTION, EXPORT_KIND, TYPE, readModule, writeModule, readImports, readGlobals, readExports,
  readData, globalSection, exportSection, memorySection, passiveData, customSection, constant, addFunctions,
  putSection, u32,
} from "./wasm/binary.mjs";
import { saveGlobals, loadGlobals, placeData } from "./wasm/image_code.mjs";

/** Exports that only the build calls. */
const BUILD_ONLY = new Set(["boot", "freeze", "clearBuffers", "zeroDead", "sleep"]);
/** Zero bytes in a row that are left inside a piece of data: to list two pieces instead takes about 3. Unit: bytes. */
const GAP = 6;
/** asc's class number of String, and the payload of a function object: its index and its environment. */
const STRING_CLASS = 2, FUNCTION_BYTES = 8;

/**
 * Boots a module and returns the image.
 * @param {Uint8Array} raw       what asc wrote
 * @param {{name: string, source: Uint8Array}[]} frozen  Python modules to compile in, in this order
 * @param {{names?: boolean, shrink?: Function}} options  names: keep the functions' names (for profiles);
 *   shrink: optimises the code once it has booted (tools/shrink.mjs)
 */
export function makeImage(raw, frozen, { names = false, shrink } = {}) {
  let sections = readModule(raw);
  const { memory, globals } = bootedState(sections, frozen);
  const literals = staticObjects(sections);
  sections = sections.filter((s) => s.id !== SECTION.start && s.id !== SECTION.data && s.id !== SECTION.dataCount);
  sections = putSection(sections, SECTION.memory, memorySection(memory.length / 65536));
  sections = putSection(sections, SECTION.global, globalSection(globals));
  let exports = readExports(sections).filter((e) => !BUILD_ONLY.has(e.name));
  sections = putSection(sections, SECTION.export, exportSection(exports));
  if (shrink) {
    const { bytes, constants } = shrink(writeModule(sections), { names });
    sections = readModule(bytes);
    zeroUnused(memory, literals, constants);
    exports = readExports(sections);
  }
  sections = withState(sections, exports, memory).filter((s) => names || s.id !== SECTION.custom);
  return writeModule([...sections, customSection("krait", Buffer.from(fingerprint(writeModule(sections)), "hex"))]);
}

/** Adds what makes a module the image: the data, the start function, access to the globals. */
function withState(sections, exports, memory) {
  const globals = readGlobals(sections);
  const mutable = globals.map((g, index) => ({ ...g, index })).filter((g) => g.mutable);
  const wake = exports.find((e) => e.name === "wake").index;
  const data = packData(memory);
  const added = addFunctions(sections, [saveGlobals(mutable), loadGlobals(mutable), placeData({ ...data, next: wake })]);
  const size = { type: TYPE.i32, mutable: false, init: constant(TYPE.i32, 8 * mutable.length) };
  let out = putSection(added.sections, SECTION.global, globalSection([...globals, size]));
  out = putSection(out, SECTION.export, exportSection([
    ...exports.filter((e) => e.name !== "wake"),
    { name: "globalsBytes", kind: EXPORT_KIND.global, index: globals.length },
    { name: "saveGlobals", kind: EXPORT_KIND.function, index: added.first },
    { name: "loadGlobals", kind: EXPORT_KIND.function, index: added.first + 1 },
  ]));
  out = putSection(out, SECTION.start, Uint8Array.from(u32(added.first + 2)));
  out = putSection(out, SECTION.dataCount, Uint8Array.of(1));
  return putSection(out, SECTION.data, passiveData(data.bytes));
}

/** The segment that placeData reads, and its layout. */
function packData(memory) {
  const pieces = nonZeroRanges(memory);
  const list = [];
  let at = 0, free = { at: 0, bytes: 0 };
  for (const { at: from, bytes } of pieces) {
    if (from - at > free.bytes) free = { at, bytes: from - at };
    list.push(...u32(from - at), ...u32(bytes.length));
    at = from + bytes.length;
  }
  list.push(0, 0);
  const listAt = free.at + 16;
  if (list.length > free.bytes - 16) throw new Error("no room in memory for the list of pieces");
  const bytes = Buffer.concat([...pieces.map((p) => p.bytes), Uint8Array.from(list)]);
  return { bytes, listAt, listBytes: list.length, pieceBytes: bytes.length - list.length };
}

/** Boots: the memory, and the globals with the values they then have as their initial ones. */
function bootedState(sections, frozen) {
  const globals = readGlobals(sections);
  const exports = readExports(sections);
  for (const [index, g] of globals.entries()) {
    if (g.mutable) exports.push({ name: `g${index}`, kind: EXPORT_KIND.global, index });
  }
  const open = writeModule(putSection(sections, SECTION.export, exportSection(exports)));
  const core = new WebAssembly.Instance(new WebAssembly.Module(open), stubImports(sections)).exports;
  boot(core, frozen);
  core.collect();
  core.clearBuffers();
  core.zeroDead();
  core.sleep();
  return {
    memory: new Uint8Array(core.memory.buffer),
    globals: globals.map((g, index) => (g.mutable ? { ...g, init: constant(g.type, core[`g${index}`].value) } : g)),
  };
}

/**
 * String literals and function objects in asc's static data: [{ at, end }], addresses. asc writes each as a data segment
 * that begins with the runtime's header of 20 bytes: | size | 0 | 0 | class | bytes of payload |.
 */
function staticObjects(sections) {
  const found = [];
  for (const { at, bytes } of readData(sections)) {
    if (bytes.length < 20) continue;
    const [size, a, b, klass, payload] = new Uint32Array(Uint8Array.from(bytes.subarray(0, 20)).buffer);
    const isHeader = a === 0 && b === 0 && size + 4 === bytes.length && payload + 16 <= size && payload + 32 > size;
    if (isHeader && (klass === STRING_CLASS || payload === FUNCTION_BYTES)) {
      found.push({ at, end: at + 20 + payload });
    }
  }
  return found;
}

/** Zeroes the static objects that neither the code, by a constant, nor the memory points at, and the headers of others. */
function zeroUnused(memory, objects, constants) {
  const used = new Set([...constants].map((n) => n >>> 0));
  for (const word of new Uint32Array(memory.buffer)) used.add(word);
  for (const { at, end } of objects) {
    // A constant may point behind the last character, or at a field: any address in the object keeps it.
    let live = false;
    for (let a = at; a <= end && !live; a++) live = used.has(a);
    memory.fill(0, at, live ? at + 16 : end);
  }
}

/** Every import, refusing to be called: boot asks the host nothing. Output is let through, for debugging. */
function stubImports(sections) {
  const imports = {};
  for (const { module, name } of readImports(sections)) {
    imports[module] ??= {};
    imports[module][name] = (...args) => {
      if (`${module}.${name}` === "env.abort") throw new Error(`abort at line ${args[2]}:${args[3]}`);
      throw new Error(`boot calls the host: ${module}.${name}`);
    };
  }
  return imports;
}

function boot(core, frozen) {
  core.boot();
  for (const { name, source } of frozen) {
    const nameBytes = new TextEncoder().encode(name);
    const at = core.scratch(nameBytes.length + source.length);
    new Uint8Array(core.memory.buffer, at).set(nameBytes);
    new Uint8Array(core.memory.buffer, at + nameBytes.length).set(source);
    if (core.freeze(at, nameBytes.length, at + nameBytes.length, source.length) !== 0) {
      core.errorText();
      const text = new Uint8Array(core.memory.buffer, core.textAt.value, core.textLength.value);
      throw new Error(`frozen module ${name}:\n${new TextDecoder().decode(text)}`);
    }
  }
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

/** The frozen modules of a folder, helpers first. */
export function frozenModules(folder) {
  const order = (file) => (file === "helpers.py" ? 0 : 1);
  return readdirSync(folder).filter((f) => f.endsWith(".py"))
    .sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1))
    .map((file) => ({ name: basename(file, ".py"), source: readFileSync(join(folder, file)) }));
}

/** What tells two builds apart: a hash of 16 bytes, in hexadecimal. The image carries it in its custom section `krait`,
 *  where the host finds it: a snapshot is of one build (js/host/snapshot_format.ts). */
const fingerprint = (image) => createHash("sha256").update(image).digest("hex").slice(0, 32);

/** Writes the image of `rawFile` to `imageFile`. */
export function writeImage(rawFile, frozenFolder, imageFile, options) {
  const image = makeImage(readFileSync(rawFile), frozenModules(frozenFolder), options);
  writeFileSync(imageFile, image);
  return image;
}
