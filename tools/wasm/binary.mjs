// Reading and writing the sections of a Wasm module, as far as the build needs it
// (tools/image.mjs).
//
// A module is a list of { id, bytes }; sections that are not asked about are passed on untouched.
// Format: webassembly.github.io/spec/core/binary.

export const SECTION = {
  custom: 0, type: 1, import: 2, function: 3, table: 4, memory: 5, global: 6, export: 7, start: 8,
  element: 9, code: 10, data: 11, dataCount: 12,
};
export const EXPORT_KIND = { function: 0, table: 1, memory: 2, global: 3 };
export const TYPE = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c };
const MAGIC = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const END = 0x0b;

/** A position in bytes, read forward. */
export class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  byte() { return this.bytes[this.at++]; }
  u32() {
    let result = 0, shift = 0;
    while (true) {
      const b = this.byte();
      result += (b & 0x7f) * 2 ** shift;
      if (b < 0x80) return result;
      shift += 7;
    }
  }
  /** A signed LEB128 number, as BigInt. */
  signed() {
    let result = 0n, shift = 0n;
    while (true) {
      const b = this.byte();
      result |= BigInt(b & 0x7f) << shift;
      shift += 7n;
      if (b < 0x80) return b & 0x40 ? result - (1n << shift) : result;
    }
  }
  take(count) {
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }
  text() { return new TextDecoder().decode(this.take(this.u32())); }
  done() { return this.at >= this.bytes.length; }
  /** The bytes of a constant expression, with its end. */
  constantExpression() {
    const from = this.at;
    while (true) {
      const op = this.byte();
      if (op === END) return this.bytes.subarray(from, this.at);
      // i32.const i64.const global.get
      if (op === 0x41 || op === 0x42 || op === 0x23) this.u32();
      else if (op === 0x43) this.at += 4;                                // f32.const
      else if (op === 0x44) this.at += 8;                                // f64.const
      else throw new Error(`constant expression with opcode 0x${op.toString(16)}`);
    }
  }
}

/** An unsigned LEB128 number. */
export function u32(n) {
  const out = [];
  do {
    const low = n % 128;
    n = Math.floor(n / 128);
    out.push(n ? low | 0x80 : low);
  } while (n);
  return out;
}

/** A signed LEB128 number (a BigInt). */
export function signed(n) {
  const out = [];
  while (true) {
    const low = Number(n & 0x7fn);
    n >>= 7n;
    if ((n === 0n && !(low & 0x40)) || (n === -1n && low & 0x40)) return [...out, low];
    out.push(low | 0x80);
  }
}

/** A vector's count and its entries, each a list of bytes. */
export const vector = (entries) => [...u32(entries.length), ...entries.flat()];
/** A name: its length and its UTF-8 bytes. */
export const utf8 = (s) => {
  const bytes = new TextEncoder().encode(s);
  return [...u32(bytes.length), ...bytes];
};

/** `<type>.const value; end`. i32 and i64 as number or BigInt. */
export function constant(type, value) {
  if (type === TYPE.i32) return [0x41, ...signed(BigInt.asIntN(32, BigInt(value))), END];
  if (type === TYPE.i64) return [0x42, ...signed(BigInt.asIntN(64, BigInt(value))), END];
  const view = new DataView(new ArrayBuffer(8));
  if (type === TYPE.f32) view.setFloat32(0, value, true); else view.setFloat64(0, value, true);
  const bytes = [...new Uint8Array(view.buffer, 0, type === TYPE.f32 ? 4 : 8)];
  return [type === TYPE.f32 ? 0x43 : 0x44, ...bytes, END];
}

/** The sections of a module, in order. */
export function readModule(bytes) {
  if (MAGIC.some((b, i) => bytes[i] !== b)) throw new Error("not a Wasm module");
  const reader = new Reader(bytes, MAGIC.length);
  const sections = [];
  while (!reader.done()) {
    const id = reader.byte();
    sections.push({ id, bytes: reader.take(reader.u32()) });
  }
  return sections;
}
export function writeModule(sections) {
  const parts = [Uint8Array.from(MAGIC)];
  for (const { id, bytes } of sections)
    parts.push(Uint8Array.from([id, ...u32(bytes.length)]), bytes);
  return Buffer.concat(parts);
}
const payload = (sections, id) => sections.find((s) => s.id === id)?.bytes ?? Uint8Array.of(0);

/** [{ module, name, kind }] */
export function readImports(sections) {
  const r = new Reader(payload(sections, SECTION.import));
  const out = [];
  for (let left = r.u32(); left > 0; left--) {
    const module = r.text(), name = r.text(), kind = r.byte();
    if (kind !== EXPORT_KIND.function)
      throw new Error(`${module}.${name} is imported and is no function`);
    r.u32();
    out.push({ module, name, kind });
  }
  return out;
}

/** [{ type, mutable, init }] of the module's own globals (none may be imported). */
export function readGlobals(sections) {
  const r = new Reader(payload(sections, SECTION.global));
  const out = [];
  for (let left = r.u32(); left > 0; left--) {
    const type = r.byte(), mutable = r.byte() === 1;
    out.push({ type, mutable, init: r.constantExpression() });
  }
  return out;
}
export const globalSection = (globals) =>
  Uint8Array.from(vector(globals.map((g) => [g.type, g.mutable ? 1 : 0, ...g.init])));

/** [{ name, kind, index }] */
export function readExports(sections) {
  const r = new Reader(payload(sections, SECTION.export));
  const out = [];
  for (let left = r.u32(); left > 0; left--)
    out.push({ name: r.text(), kind: r.byte(), index: r.u32() });
  return out;
}
export const exportSection = (exports) =>
  Uint8Array.from(vector(exports.map((e) => [...utf8(e.name), e.kind, ...u32(e.index)])));

/** One memory of at least `pages`, without a largest size. */
export const memorySection = (pages) => Uint8Array.from([1, 0, ...u32(pages)]);

/** [{ at, bytes }] of the active segments. */
export function readData(sections) {
  const r = new Reader(payload(sections, SECTION.data));
  const out = [];
  for (let left = r.u32(); left > 0; left--) {
    if (r.u32() !== 0) throw new Error("a data segment that is not active");
    const at = new Reader(r.constantExpression(), 1).u32();
    out.push({ at, bytes: r.take(r.u32()) });
  }
  return out;
}

/** A section that engines pass over: { id, bytes }. */
export const customSection = (name, bytes) =>
  ({ id: SECTION.custom, bytes: Uint8Array.from([...utf8(name), ...bytes]) });

/** Appends entries to a section that is a vector; the section must be there. */
function append(sections, id, entries) {
  return sections.map((s) => {
    if (s.id !== id) return s;
    const r = new Reader(s.bytes), count = r.u32();
    return { id,
      bytes: Buffer.concat([Uint8Array.from(u32(count + entries.length)), s.bytes.subarray(r.at),
      Uint8Array.from(entries.flat())]) };
  });
}
const countOf = (sections, id) => new Reader(payload(sections, id)).u32();

/**
 * Adds functions to a module.
 * @param {(first: number) => {params: number[], results?: number[], locals?: [number, number][],
 *   code: number[]}[]} make gives the functions; first: index of the first, the others follow;
 *   params, results: TYPEs; locals: [count, TYPE]; code: without its end
 * @returns {{sections: object[], first: number}}
 */
export function addFunctions(sections, make) {
  const type = countOf(sections, SECTION.type);
  const first = readImports(sections).length + countOf(sections, SECTION.function);
  const functions = make(first);
  const bodies = functions.map((f) => {
    const bytes = bodyBytes(f);
    return [...u32(bytes.length), ...bytes];
  });
  let out =
    append(sections, SECTION.type,
      functions.map(({ params, results = [] }) =>
        [0x60, ...typeList(params), ...typeList(results)]));
  out = append(out, SECTION.function, functions.map((_, i) => u32(type + i)));
  return { sections: append(out, SECTION.code, bodies), first };
}
const typeList = (types) => vector(types.map((t) => [t]));
/** Puts a section where the format wants it, in place of the one that is there. */
export function putSection(sections, id, bytes) {
  // Data count (12) stands before code (10), else the order is that of the numbers; custom sections
  // may stand anywhere.
  const rank = (n) => (n === SECTION.dataCount ? SECTION.code - 0.5 : n);
  const others = sections.filter((s) => s.id !== id);
  const at = others.findLastIndex((s) => s.id !== SECTION.custom && rank(s.id) < rank(id)) + 1;
  return [...others.slice(0, at), { id, bytes }, ...others.slice(at)];
}
/** One passive segment. */
export const passiveData = (bytes) =>
  Buffer.concat([Uint8Array.from([1, 1, ...u32(bytes.length)]), bytes]);
/** Active segments: [{ at, bytes }]. */
export function activeData(segments) {
  const parts = [Uint8Array.from(u32(segments.length))];
  for (const { at, bytes } of segments) {
    parts.push(Uint8Array.from([0, ...constant(TYPE.i32, at), ...u32(bytes.length)]), bytes);
  }
  return Buffer.concat(parts);
}
/** index -> name of a module's functions, from its name section. */
export function functionNames(sections) {
  const names = new Map();
  for (const { bytes } of sections.filter((s) => s.id === SECTION.custom)) {
    const r = new Reader(bytes);
    if (r.text() !== "name") continue;
    while (!r.done()) {
      const part = r.byte(), size = r.u32(), end = r.at + size;
      if (part === 1) for (let left = r.u32(); left > 0; left--) names.set(r.u32(), r.text());
      r.at = end;
    }
  }
  return names;
}
/** The bodies of a module's own functions. */
export const readBodies = (sections) => entries(sections, SECTION.code, (r) => r.take(r.u32()));
/** The code section with these bodies. */
export const writeBodies = (bodies) => Buffer.concat([Uint8Array.from(u32(bodies.length)),
  ...bodies.flatMap((body) => [Uint8Array.from(u32(body.length)), body])]);
/** Of each of the module's own functions the number of its type. */
export const readFunctionTypes = (sections) => entries(sections, SECTION.function, (r) => r.u32());
/** What stands in the table: [{ offset, functions }]; offset: a constant expression. */
export const readElements = (sections) => entries(sections, SECTION.element, (r) => {
  if (r.u32() !== 0) throw new Error("elements of a kind that asc does not write");
  return { offset: r.constantExpression(),
    functions: Array.from({ length: r.u32() }, () => r.u32()) };
});
export const elementSection = (elements) =>
  Uint8Array.from(vector(elements.map((e) => [0, ...e.offset, ...vector(e.functions.map(u32))])));
function entries(sections, id, read) {
  const r = new Reader(payload(sections, id));
  return Array.from({ length: r.u32() }, () => read(r));
}
/** A name section of index -> name of functions. */
export function namesSection(names) {
  const list =
    vector([...names].sort(([a], [b]) => a - b).map(([index, name]) =>
      [...u32(index), ...utf8(name)]));
  return customSection("name", [1, ...u32(list.length), ...list]);
}
/** The module with other names for its functions, and no names of anything else. */
export function renamed(sections, rename) {
  const names = new Map([...functionNames(sections)].map(([index, name]) => [index, rename(name)]));
  return [...sections.filter((s) => s.id !== SECTION.custom), namesSection(names)];
}
/** The module without names. */
export const unnamed = (sections) => sections.filter((s) => s.id !== SECTION.custom);
/** The code section with some functions' bodies replaced: [{ index, locals, code }]; index: among
 *  the module's own functions; the rest as for addFunctions. */
export function replaceBodies(sections, bodies) {
  const r = new Reader(payload(sections, SECTION.code));
  const count = r.u32();
  const parts = [Uint8Array.from(u32(count))];
  for (let i = 0; i < count; i++) {
    const old = r.take(r.u32());
    const body = bodies.find((b) => b.index === i);
    const bytes = body ? bodyBytes(body) : old;
    parts.push(Uint8Array.from(u32(bytes.length)), Uint8Array.from(bytes));
  }
  return putSection(sections, SECTION.code, Buffer.concat(parts));
}
const bodyBytes = ({ locals = [], code }) =>
  [...vector(locals.map(([count, t]) => [...u32(count), t])), ...code, END];
