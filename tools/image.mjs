// Makes the booted image: a Wasm module whose memory and globals are those after boot().
//
// build/raw.wasm is instantiated once, boots, compiles the frozen Python modules, and is written again with
// the state it then has: data segments hold the memory's non-zero ranges, the mutable globals begin with the values
// they had. Starting is then instantiating (docs/design.md section 11). All mutable state must be in memory or
// in globals; so every mutable global is exported (g0, g1 ...), which is also what snapshots read and write.
import { readFileSync, writeFileSync, readdirSync } from "node:fs";
import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import {
  SECTION, EXPORT_KIND, readModule, writeModule, readImports, readGlobals, readExports,
  globalSection, exportSection, memorySection, dataSection, constant,
} from "./wasm/binary.mjs";

/** Exports that only the build calls. */
const BUILD_ONLY = new Set(["boot", "freeze", "zeroDead"]);
/** Zero bytes in a row that are worth a new data segment, whose header takes up to 10. Unit: bytes. */
const GAP = 16;

/**
 * Boots a module and returns the image.
 * @param {Uint8Array} raw       what asc wrote
 * @param {{name: string, source: Uint8Array}[]} frozen  Python modules to compile in, in this order
 * @param {{names?: boolean}} options  names: keep the functions' names (for profiles)
 */
export function makeImage(raw, frozen, { names = false } = {}) {
  const sections = readModule(raw);
  const globals = readGlobals(sections);
  const exports = readExports(sections);
  for (const [index, g] of globals.entries()) {
    if (g.mutable) exports.push({ name: `g${index}`, kind: EXPORT_KIND.global, index });
  }
  const open = replace(sections, SECTION.export, exportSection(exports));
  const instance = new WebAssembly.Instance(new WebAssembly.Module(writeModule(open)), stubImports(sections));
  boot(instance.exports, frozen);
  instance.exports.collect();
  instance.exports.zeroDead();

  const memory = new Uint8Array(instance.exports.memory.buffer);
  const booted = globals.map((g, index) => (g.mutable
    ? { ...g, init: constant(g.type, instance.exports[`g${index}`].value) } : g));
  let image = sections.filter((s) => s.id !== SECTION.start && s.id !== SECTION.dataCount
    && (names || s.id !== SECTION.custom));
  image = replace(image, SECTION.memory, memorySection(memory.length / 65536));
  image = replace(image, SECTION.global, globalSection(booted));
  image = replace(image, SECTION.export, exportSection(exports.filter((e) => !BUILD_ONLY.has(e.name))));
  image = replace(image, SECTION.data, dataSection(nonZeroRanges(memory)));
  return writeModule(image);
}

const replace = (sections, id, bytes) => (sections.some((s) => s.id === id)
  ? sections.map((s) => (s.id === id ? { id, bytes } : s)) : [...sections, { id, bytes }]);

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

/** The parts of memory that are not zero, as data segments. */
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
      if (next >= memory.length || next - end > GAP) break;
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

/** What tells two builds apart: a hash of the image, in hexadecimal. */
export const fingerprint = (image) => createHash("sha256").update(image).digest("hex").slice(0, 16);

/** Writes the image of `rawFile` to `imageFile`. */
export function writeImage(rawFile, frozenFolder, imageFile, options) {
  const image = makeImage(readFileSync(rawFile), frozenModules(frozenFolder), options);
  writeFileSync(imageFile, image);
  return image;
}
