// Snapshots: an instance as bytes, and an instance from bytes (docs/embedding.md, "Snapshots").
//
// The core's part is in packer.ts, the host's in host_state.ts, the bytes in snapshot_format.ts.
import { SnapshotError } from "./errors.js";
import { type SavedParts, restoreHost, saveHost } from "./host_state.js";
import { type PackableCore, packCore, unpackCore } from "./packer.js";
import { type PackedCore, type SavedState, decodeSnapshot, encodeSnapshot,
  fingerprintOf } from "./snapshot_format.js";

/** Unit: bytes. */
const PAGE = 65536;

/** What an instance needs for snapshots; made by load(). @internal */
export interface Snapshots {
  /** @throws {SnapshotError} naming what cannot be kept */
  take(): Uint8Array;
}

/** Snapshots of an instance in which nothing runs. restored: it goes on from one itself. */
export function snapshotsOf(module: WebAssembly.Module, core: PackableCore, parts: SavedParts,
    restored: boolean): Snapshots {
  return {
    take: () => {
      const { packed, holds } = packCore(module, core, restored);
      return encodeSnapshot(fingerprintOf(module), packed, saveHost(parts, holds));
    },
  };
}

/** A snapshot that has been found sound. */
export type OpenSnapshot = PackedCore & SavedState;

/** Opens a snapshot. @throws {SnapshotError} if it is none, damaged, or of another build */
export function openSnapshot(module: WebAssembly.Module, snapshot: Uint8Array): OpenSnapshot {
  return decodeSnapshot(snapshot, fingerprintOf(module));
}
/**
 * Gives a new instance the state of a snapshot.
 * @param mostBytes  memory that it may take
 * @throws {SnapshotError} the instance is not to be used then
 */
export function restoreSnapshot(core: PackableCore, parts: SavedParts, saved: OpenSnapshot,
    mostBytes: number): void {
  if (saved.pages * PAGE > mostBytes) {
    throw new SnapshotError(
      `the snapshot needs ${saved.pages * PAGE} bytes of memory, more than heapLimit allows`);
  }
  unpackCore(core, saved);
  restoreHost(parts, saved);
}
