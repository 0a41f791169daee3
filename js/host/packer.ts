// Packer: memory and globals of an instance as what differs from the booted image, and back.
//
// What a snapshot stores is made in another instance of the same module, into which the instance's
// state is copied: there the core zeroes what is dead (assembly/heap/pack.ts), and there the image
// lies for comparison. So taking a snapshot leaves no trace in the instance that it is taken of.
//
//  the packing instance's memory:
//  0              room       image          out
//  | the copy ... | work ... | the image ...| what was found ...
import type { CoreExports } from "./core.js";
import { SnapshotError } from "./errors.js";
import { type PackedCore, damaged } from "./snapshot_format.js";

/** Exports of the core that packing needs. */
export type PackableCore = Pick<CoreExports,
  "memory" | "globalsBytes" | "saveGlobals" | "loadGlobals" | "pack" | "packCount"
  | "packRangeBytes" | "packDelta" | "unpack" | "jsHolds">;

const PAGE = 65536;
/** A row of packed globals: number, value. Unit: bytes. */
const ROW = 10;
/** Working space: mark bits, 512 bytes a page, and a stack for marking, as much as a sixteenth of
 *  the memory. */
const workPages = (pages: number): number => Math.ceil(pages / 128) + (pages >> 4) + 4;

/** The values of the mutable globals, 8 bytes each. Memory is as before, afterwards. */
function readGlobals(core: PackableCore): Uint8Array {
  const bytes = new Uint8Array(core.memory.buffer, 0, core.globalsBytes.value as number);
  const before = bytes.slice();
  bytes.fill(0);
  core.saveGlobals(0);
  const values = bytes.slice();
  bytes.set(before);
  return values;
}
function writeGlobals(core: PackableCore, values: Uint8Array): void {
  const bytes = new Uint8Array(core.memory.buffer, 0, values.length);
  const before = bytes.slice();
  bytes.set(values);
  core.loadGlobals(0);
  bytes.set(before);
}

export class Packer {
  #core: PackableCore;
  #imageGlobals: Uint8Array;
  #imageBytes: number;
  /** Memory that can be packed. Unit: pages. */
  #room: number;
  #work: number;

  constructor(module: WebAssembly.Module, pages: number) {
    this.#core = instantiateIdle(module);
    const { memory } = this.#core;
    this.#imageGlobals = readGlobals(this.#core);
    this.#imageBytes = memory.buffer.byteLength;
    this.#room = Math.max(pages, this.#imageBytes / PAGE);
    this.#work = workPages(this.#room);
    memory.grow(this.#room + this.#work);
    new Uint8Array(memory.buffer).copyWithin(this.#imageAt, 0, this.#imageBytes);
  }
  get #imageAt(): number { return (this.#room + this.#work) * PAGE; }
  fits(pages: number): boolean { return pages <= this.#room; }

  pack(core: PackableCore): Packing {
    const { memory } = this.#core, bytes = core.memory.buffer.byteLength;
    new Uint8Array(memory.buffer).set(new Uint8Array(core.memory.buffer));
    writeGlobals(this.#core, readGlobals(core));
    this.#core.pack(this.#room * PAGE, this.#work * PAGE);
    const wordBytes = this.#core.packCount(this.#imageAt, this.#imageBytes, bytes) >>> 0;
    const rangeBytes = this.#core.packRangeBytes() >>> 0;
    const out = this.#imageAt + this.#imageBytes, end = out + rangeBytes + wordBytes;
    if (end > memory.buffer.byteLength)
      memory.grow(Math.ceil((end - memory.buffer.byteLength) / PAGE));
    this.#core.packDelta(this.#imageAt, this.#imageBytes, bytes, out);
    const found = new Uint8Array(memory.buffer, out, rangeBytes + wordBytes).slice();
    const packed = {
      pages: bytes / PAGE,
      globals: this.#packGlobals(),
      ranges: found.subarray(0, rangeBytes),
      words: found.subarray(rangeBytes),
    };
    return { packed, holds: (number) => this.#core.jsHolds(number) !== 0 };
  }
  #packGlobals(): Uint8Array {
    const values = readGlobals(this.#core), rows: number[] = [];
    for (let at = 0; at < values.length; at += 8) {
      const value = values.subarray(at, at + 8);
      if (value.some((byte, i) => byte !== this.#imageGlobals[at + i]))
        rows.push((at >> 3) & 255, at >> 11, ...value);
    }
    return Uint8Array.from(rows);
  }
}

/** An instance that nothing will run in. */
function instantiateIdle(module: WebAssembly.Module): PackableCore {
  const imports: Record<string, Record<string, () => never>> = {};
  for (const { module: group, name } of WebAssembly.Module.imports(module)) {
    (imports[group] ??= {})[name] =
      () => { throw new Error(`packing calls the host: ${group}.${name}`); };
  }
  return new WebAssembly.Instance(module, imports).exports as unknown as PackableCore;
}

/** Packers are some megabytes each: kept as long as nobody needs the memory. */
const packers = new WeakMap<WebAssembly.Module, WeakRef<Packer>>();

/** What packCore gives. holds: whether Python, and not only its garbage, has the JavaScript object
 *  with this number; to be asked before anything else is packed. */
export interface Packing { packed: PackedCore; holds: (number: number) => boolean }

/**
 * Packs an instance in which nothing runs. restored: it goes on from a snapshot, which may have
 * been forged, and gets a packer of its own: what is packed wrongly may leave that in a state in
 * which others would be packed wrongly, too.
 * @throws {SnapshotError} if there is no memory for it, or its state is one that cannot be
 */
export function packCore(module: WebAssembly.Module, core: PackableCore,
    restored: boolean): Packing {
  const pages = core.memory.buffer.byteLength / PAGE;
  let packer = restored ? undefined : packers.get(module)?.deref();
  try {
    if (!packer?.fits(pages)) {
      packer = new Packer(module, pages);
      if (!restored) packers.set(module, new WeakRef(packer));
    }
    return packer.pack(core);
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError)
      throw new SnapshotError(`the core has failed: ${error.message}`, { cause: error });
    if (!(error instanceof RangeError)) throw error;
    throw new SnapshotError(`no memory to make the snapshot: ${error.message}`);
  }
}

/**
 * Gives a new instance the state that was packed.
 * @throws {SnapshotError} if it cannot be that of such an instance, or there is no memory for it.
 *   The instance is not to be used then
 */
export function unpackCore(core: PackableCore,
    { pages, globals, ranges, words }: PackedCore): void {
  const more = pages - core.memory.buffer.byteLength / PAGE;
  if (more < 0 || pages > PAGE) throw damaged();
  try {
    core.memory.grow(more);
  } catch {
    throw new SnapshotError(`no memory for a snapshot of ${pages * PAGE} bytes`);
  }
  const memory = new Uint8Array(core.memory.buffer);
  let at = 0, from = 0, to = 0;
  const number = (): number => {
    let n = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = ranges[at++];
      if (byte === undefined || unit > 2 ** 28) throw damaged();
      n += (byte & 127) * unit;
      if (byte < 128) return n;
    }
  };
  while (at < ranges.length) {
    to += 8 * number();
    const bytes = 8 * number();
    if (to + bytes > memory.length || from + bytes > words.length) throw damaged();
    memory.set(words.subarray(from, from + bytes), to);
    from += bytes;
    to += bytes;
  }
  const values = readGlobals(core);
  for (let row = 0; row < globals.length; row += ROW) {
    const index = globals[row]! | globals[row + 1]! << 8,
      value = globals.subarray(row + 2, row + ROW);
    if (8 * index >= values.length || value.length !== 8) throw damaged();
    values.set(value, 8 * index);
  }
  writeGlobals(core, values);
  let sound: number;
  try {
    sound = core.unpack();
  } catch {
    throw damaged();
  }
  if (sound === 0) throw damaged();
}
