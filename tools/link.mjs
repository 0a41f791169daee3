// Lays out the core's static data anew, and packs its string literals, before the core is booted
// (release builds).
//
// asc gives every literal, every `memory.data` and every function object an address in the order in
// which it meets them, and writes literals as UTF-16 with a header of 20 bytes. Here the data that
// a running core looks at comes to lie together: what is not zero first, by how often the code
// names it (short addresses are short in the code), then literals at one byte a character, then
// those that are seldom read, then zero buffers, then what only boot needs. That halves the pages a
// start touches. The image keeps what is seldom read compressed (assembly/heap/compressed.ts).
//
// What is an address is known from compiling twice, at two places of memory: constants that differ
// by just that distance are addresses. Literals are read by four functions of asc's library; they
// get new bodies (literalReader).
import { Reader, SECTION, TYPE, readModule, writeModule, readImports, readData, constant, u32,
  vector, memorySection,
  activeData, replaceBodies, functionNames, putSection } from "./wasm/binary.mjs";
import { walkCode } from "./wasm/code.mjs";
import { literalReader } from "./wasm/image_code.mjs";

/** asc's class number of String, and bytes of its object header. A function object's payload:
 *  index, environment. */
const STRING_CLASS = 2, HEADER = 20, FUNCTION_BYTES = 8;
/** Literals that are seldom read: messages, all that has words, and names of opcodes. Other names
 *  and formats are shorter. */
const isSeldomRead = (text) => / |[A-Z]_[A-Z]/.test(text) && text.length >= 12;
/** Called before these are read. */
const WAKE = "assembly/heap/compressed/wakeTexts";
/** Where static data begins: Binaryen may take every `a + b` with a constant b below it for an
 *  offset (tools/shrink.mjs). */
const FIRST = 1024;
/** Addresses below take two bytes in the code. */
const SHORT_ADDRESSES = 8192;

/**
 * A piece of static data: { at, bytes, kind, refs, to, skip, text }. kind: "literal", "function" or
 * "data"; refs: how often the code names it; to: its new address; skip: bytes of its begin that are
 * left out.
 */
function staticPieces(sections) {
  return readData(sections).map(({ at, bytes }) => ({ at, bytes, kind: kindOf(bytes), refs: 0 }));
}
function kindOf(bytes) {
  if (bytes.length < HEADER) return "data";
  const [size, a, b, klass, payload] =
    new Uint32Array(Uint8Array.from(bytes.subarray(0, HEADER)).buffer);
  const isObject = a === 0 && b === 0 && size + 4 === bytes.length && payload + 16 <= size
    && payload + 32 > size;
  if (!isObject) return "data";
  return klass === STRING_CLASS ? "literal" : payload === FUNCTION_BYTES ? "function" : "data";
}

/**
 * @param {Uint8Array} raw      what asc wrote
 * @param {Uint8Array} moved    the same program compiled with its static data further up
 * @param {(raw: Uint8Array) => {memory: Uint8Array, constants: Map<number, number>, types:
 *   number[]}} probe boots a module: memory afterwards; the integers in what is left of its code,
 *   each with how often it is there; where built-in types lie, as they were made
 * @returns {{bytes: Uint8Array, literals: {at: number, end: number}[], seldom: {at: number, end:
 *   number}}} literals: where literals and function objects lie now; seldom: where those that are
 *   seldom read
 */
export function link(raw, moved, probe) {
  let sections = readModule(raw);
  const other = readModule(moved), others = readData(other);
  const pieces = staticPieces(sections);
  const distance = others[0].at - pieces[0].at;
  if (distance & 15
      || pieces
      .some((p, i) => others[i].at !== p.at + distance || others[i].bytes.length !== p.bytes.length)) {
    throw new Error("the two modules' data differ");
  }
  const find = pieceFinder(pieces);
  const { memory, constants, types } = probe(raw);
  const isAddress = (a, b) => b - a === distance;
  // First walk: what is an address. Most are values of globals that never change.
  const addresses = new Set();
  const note = (a, b) => { if (isAddress(a, b)) addresses.add(a); return a; };
  walkCode(sections, other, note);
  fixGlobals(sections, other, note);
  for (const [n, times] of constants) {
    const piece = addresses.has(n) ? find(n) : undefined;
    if (piece) piece.refs += times;
  }
  const { end, seldom } = layOut(pieces, memory, usedPieces(pieces, find, memory, constants),
    types.map(find));
  const oldEnd = pieces.at(-1).at + pieces.at(-1).bytes.length;
  const relocate = (address) => {
    const piece = find(address);
    if (!piece && address >= oldEnd) return end;
    if (!piece) throw new Error(`an address between pieces: ${address}`);
    const offset = address - piece.at;
    if (piece.kind !== "data" && offset !== HEADER)
      throw new Error(`an address inside a literal: ${address}`);
    return piece.to + offset - piece.skip;
  };
  const fix = (a, b) => (isAddress(a, b) ? relocate(a) : a);
  sections = putSection(sections, SECTION.code, walkCode(sections, other, fix));
  sections = putSection(sections, SECTION.global, fixGlobals(sections, other, fix));
  sections = putSection(sections, SECTION.memory, memorySection(Math.ceil(end / 65536)));
  sections = putSection(sections, SECTION.data, activeData(movedPieces(pieces, others, fix)));
  sections = replaceBodies(sections, literalReaders(sections, seldom));
  const literals =
    pieces.filter((p) => p.kind !== "data").map((p) =>
      ({ at: p.to, end: p.to + contents(p).length }));
  return { bytes: writeModule(sections), literals, seldom };
}

/** address -> piece that holds it; undefined: none does. */
function pieceFinder(pieces) {
  return (address) => {
    let low = 0, high = pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pieces[middle].at <= address) low = middle + 1; else high = middle;
    }
    const piece = pieces[low - 1];
    return piece && address < piece.at + piece.bytes.length ? piece : undefined;
  };
}

/** The literals and function objects that the booted core can still look at. */
function usedPieces(pieces, find, memory, constants) {
  const used = new Set();
  const note = (n) => used.add(find(n));
  for (const n of constants.keys()) note(n >>> 0);
  for (const word of new Uint32Array(memory.buffer, memory.byteOffset, memory.length >> 2))
    note(word);
  return used;
}

/** What is named most comes first. Among what has addresses of one length, the types come last and
 *  behind each other, as they were made: that makes their records short (records.mjs). */
function inOrder(hot, types) {
  const weight = (p) => p.refs / p.bytes.length;
  const byWeight = hot.toSorted((a, b) => weight(b) - weight(a));
  const near = [];
  let at = FIRST;
  for (const piece of byWeight) {
    at += (piece.bytes.length + 15) & ~15;
    if (at > SHORT_ADDRESSES) break;
    near.push(piece);
  }
  return [near, byWeight.slice(near.length)].flatMap((part) =>
    [...part.filter((p) => !types.includes(p)), ...types.filter((p) => part.includes(p))]);
}

/** Gives every piece its new address. Returns the end of all, and where literals that are seldom
 *  read lie. */
function layOut(pieces, memory, used, types) {
  const isZero = ({ at, bytes }) => memory.subarray(at, at + bytes.length).every((b) => b === 0);
  const groups = { hot: [], literals: [], seldom: [], zero: [], boot: [] };
  for (const piece of pieces) {
    piece.skip = piece.kind === "data" ? 0 : HEADER;
    if (piece.kind === "data") (isZero(piece) ? groups.zero : groups.hot).push(piece);
    else if (!used.has(piece)) groups.boot.push(piece);
    else (piece.kind === "literal" && isSeldomRead(textOf(piece)) ? groups.seldom : groups.literals)
      .push(piece);
  }
  groups.hot = inOrder(groups.hot, types);
  groups.zero.sort((a, b) => a.bytes.length - b.bytes.length);
  // Texts that begin alike are compressed better next to each other.
  const texts = new Map(groups.seldom.map((p) => [p, textOf(p)]));
  groups.seldom.sort((a, b) => (texts.get(a) < texts.get(b) ? -1 : 1));
  let at = FIRST;
  for (const piece of [...groups.hot, ...groups.literals, ...groups.seldom, ...groups.zero,
      ...groups.boot]) {
    // Data keeps its alignment; a function object's two words want one of 4; a literal wants none.
    if (piece.kind === "data") at += (piece.at - at) & 15;
    else if (piece.kind === "function") at = (at + 3) & ~3;
    piece.to = at;
    at += contents(piece).length;
  }
  const last = groups.seldom.at(-1);
  return { end: (at + 15) & ~15,
    seldom: { at: groups.seldom[0].to, end: last.to + contents(last).length } };
}

const payloadOf = ({ bytes }) =>
  bytes.subarray(HEADER, HEADER + new DataView(bytes.buffer, bytes.byteOffset).getUint32(16, true));
const textOf = (piece) => new TextDecoder("utf-16le").decode(payloadOf(piece));

/** What stands at the new place: of a literal its bytes and a zero, of a function object its
 *  payload. */
function contents(piece) {
  if (piece.kind === "data") return piece.bytes;
  if (piece.kind === "function") return payloadOf(piece);
  const text = textOf(piece);
  if (text.includes("\0")) throw new Error(`a literal with a NUL: ${JSON.stringify(text)}`);
  return new TextEncoder().encode(`${text}\0`);
}

function movedPieces(pieces, others, fix) {
  return pieces.map((piece, i) => {
    const bytes = Uint8Array.from(contents(piece));
    if (piece.kind !== "literal") {
      const view = new DataView(bytes.buffer),
        a = new DataView(piece.bytes.buffer, piece.bytes.byteOffset + piece.skip);
      const b = new DataView(others[i].bytes.buffer, others[i].bytes.byteOffset + piece.skip);
      for (let k = 0; k + 4 <= bytes.length; k += 4)
        view.setUint32(k, fix(a.getUint32(k, true), b.getUint32(k, true)), true);
    }
    return { at: piece.to, bytes };
  });
}

/** The global section with addresses in initial values relocated. */
function fixGlobals(sections, other, fix) {
  const a = new Reader(sections.find((s) => s.id === SECTION.global).bytes);
  const b = new Reader(other.find((s) => s.id === SECTION.global).bytes);
  const out = [];
  for (let left = (b.u32(), a.u32()); left > 0; left--) {
    const type = a.byte(), mutable = a.byte();
    b.byte();
    b.byte();
    const from = a.constantExpression(), to = b.constantExpression();
    const isInt = type === TYPE.i32 || type === TYPE.i64;
    const value = isInt ? new Reader(from, 1).signed() : 0,
      moved = isInt ? new Reader(to, 1).signed() : 0;
    const fixed = isInt && from[0] !== 0x23 ? fix(Number(value), Number(moved)) : Number(value);
    out.push([type, mutable, ...(fixed === Number(value) ? from : constant(type, fixed))]);
  }
  return Uint8Array.from(vector(out));
}

/** New bodies for the functions that read literals: [{ index, code }]. Refuses a core that reads
 *  them otherwise. */
function literalReaders(sections, seldom) {
  const names = functionNames(sections);
  const imports = readImports(sections).length;
  const wake = [...names].find(([, name]) => name === WAKE)[0];
  const bodies = [];
  for (const [index, name] of names) {
    // (@varargs: fills in defaults and calls the one of that name)
    if (!name.startsWith("~lib/string/") || name.endsWith("@varargs")) continue;
    const body = literalReader(name, seldom, wake);
    if (!body)
      throw new Error(
        `${name} reads literals: tools/link.mjs does not know how (use length and charCodeAt)`);
    bodies.push({ index: index - imports, ...body });
  }
  return bodies;
}
