// The bytes of a snapshot: a header that says what it is and is true only of unchanged bytes, and a
// compressed body.
//
//  0          8         12            28            32         40
//  | KRAITSNP | version | fingerprint | body, bytes | checksum | body, deflated ...
//
//  body:  0       4          8          12           16       20
//         | pages | globals, | ranges,  | words,     | state, | globals, ranges, words (js/host/packer.ts), state, blobs ...
//         |       | bytes    | bytes    | bytes      | bytes  |
//
// Numbers are little-endian, u32 but for the checksum (two u32). State is JSON; its `blobs` gives
// the lengths of the blobs. Sizes are checked before anything is allocated by them. A snapshot is
// code: its checksum keeps out accidents, not a forger.
import { deflate, inflate } from "./deflate.js";
import { SnapshotError } from "./errors.js";
import { decodeUtf8 } from "./utf8.js";
import { snapshotVersion } from "./version.js";

const MAGIC = "KRAITSNP";
const FINGERPRINT_BYTES = 16;
const HEADER_BYTES = 40;
const CHECKSUM_AT = 32;
const BODY_HEADER_BYTES = 20;
/** Deflate makes at most so many bytes of one. */
const DEFLATE_MOST = 1032;
/** Bodies larger than this are compressed in haste: half the time, a twentieth more. Unit:
 *  bytes. */
const LARGE = 128 << 10;
const HASTY = 4, THOROUGH = 32;

/** Memory and globals of a packed instance. */
export interface PackedCore {
  /** Size of the memory. Unit: Wasm pages of 64 KiB. */
  pages: number;
  /** Globals that differ from the image: rows of u16 number and 8 bytes. */
  globals: Uint8Array;
  /** Which words of 8 bytes differ from the image: pairs of LEB128 numbers, words skipped and words
   *  given. */
  ranges: Uint8Array;
  words: Uint8Array;
}
/** What the host saves besides: JSON, and bytes that it names by their index. */
export interface SavedState {
  state: unknown;
  blobs: Uint8Array[];
}

export function encodeSnapshot(fingerprint: Uint8Array, core: PackedCore,
    host: SavedState): Uint8Array {
  const state =
    new TextEncoder()
      .encode(JSON.stringify({ state: host.state, blobs: host.blobs.map((b) => b.length) }));
  const parts = [core.globals, core.ranges, core.words, state, ...host.blobs];
  const body =
    new Uint8Array(BODY_HEADER_BYTES + parts.reduce((sum, part) => sum + part.length, 0));
  const numbers = new DataView(body.buffer);
  [core.pages, core.globals.length, core.ranges.length, core.words.length, state.length]
    .forEach((n, i) => numbers.setUint32(4 * i, n, true));
  let at = BODY_HEADER_BYTES;
  for (const part of parts) {
    body.set(part, at);
    at += part.length;
  }
  const packed = deflate(body, body.length > LARGE ? HASTY : THOROUGH);
  const bytes = new Uint8Array(HEADER_BYTES + packed.length);
  const header = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(MAGIC));
  header.setUint32(8, snapshotVersion, true);
  bytes.set(fingerprint, 12);
  header.setUint32(28, body.length, true);
  bytes.set(packed, HEADER_BYTES);
  checksum(bytes).forEach((n, i) => header.setUint32(CHECKSUM_AT + 4 * i, n, true));
  return bytes;
}

/**
 * Takes a snapshot apart.
 * @param fingerprint  of the krait.wasm that is to go on with it
 * @throws {SnapshotError} if it is none, damaged, or of another build or version
 */
export function decodeSnapshot(bytes: Uint8Array, fingerprint: Uint8Array): PackedCore
    & SavedState {
  if (bytes.length < HEADER_BYTES || decodeUtf8(bytes.subarray(0, 8)) !== MAGIC) {
    throw new SnapshotError("these bytes are no snapshot");
  }
  const header = new DataView(bytes.buffer, bytes.byteOffset);
  const version = header.getUint32(8, true);
  if (version !== snapshotVersion) {
    throw new SnapshotError(
      `a snapshot of format ${version}: this krait reads format ${snapshotVersion}`);
  }
  const [a, b] = checksum(bytes);
  if (header.getUint32(CHECKSUM_AT, true) !== a || header.getUint32(CHECKSUM_AT + 4, true) !== b) {
    throw new SnapshotError("the snapshot is damaged: its checksum does not fit");
  }
  if (bytes.subarray(12, 12 + FINGERPRINT_BYTES).some((byte, i) => byte !== fingerprint[i])) {
    throw new SnapshotError("the snapshot is of another build of krait.wasm");
  }
  const length = header.getUint32(28, true), packed = bytes.subarray(HEADER_BYTES);
  if (length < BODY_HEADER_BYTES || length > packed.length * DEFLATE_MOST) throw damaged();
  let body: Uint8Array;
  try {
    body = inflate(packed, length);
  } catch {
    throw damaged();
  }
  const numbers = new DataView(body.buffer, body.byteOffset);
  const [pages, ...lengths] = [0, 4, 8, 12, 16].map((at) => numbers.getUint32(at, true)) as [number,
    ...number[]];
  let at = BODY_HEADER_BYTES;
  const take = (count: number): Uint8Array => {
    if (!(count >= 0 && count <= body.length - at)) throw damaged();
    at += count;
    return body.subarray(at - count, at);
  };
  const [globals, ranges, words, json] = lengths.map(take) as [Uint8Array, Uint8Array, Uint8Array,
    Uint8Array];
  let saved: { state: unknown; blobs: number[] };
  try {
    saved = JSON.parse(decodeUtf8(json));
    return { pages, globals, ranges, words, state: saved.state, blobs: saved.blobs.map(take) };
  } catch {
    throw damaged();
  }
}
export const damaged = (): SnapshotError => new SnapshotError("the snapshot is damaged");

/** What the build wrote into the module's custom section `krait`: 16 bytes. @throws {SnapshotError}
 *  if there is none */
export function fingerprintOf(module: WebAssembly.Module): Uint8Array {
  const section = WebAssembly.Module.customSections(module, "krait")[0];
  if (section?.byteLength !== FINGERPRINT_BYTES)
    throw new SnapshotError("this krait.wasm has no fingerprint");
  return new Uint8Array(section);
}

/** Two numbers made of all bytes but the checksum's own. A change within four bytes always changes
 *  both. */
function checksum(bytes: Uint8Array): [number, number] {
  const aligned = bytes.byteOffset & 3 ? bytes.slice() : bytes;
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
  let a = 0x811c9dc5 ^ bytes.length, b = 0x9e3779b9;
  const add = (word: number) => {
    a = Math.imul(a ^ word, 0x01000193);
    a ^= a >>> 15;
    b = Math.imul(b ^ word, 0x85ebca6b);
    b = (b << 13) | (b >>> 19);
  };
  for (let i = 0; i < words.length; i++)
    if (i < CHECKSUM_AT >> 2 || i >= HEADER_BYTES >> 2) add(words[i]!);
  for (let i = words.length << 2; i < bytes.length; i++) add(aligned[i]!);
  return [a >>> 0, b >>> 0];
}
