// What the host keeps for a program, as far as it belongs to the program: it goes into snapshots.
//
// A part that has something to keep is listed in `parts`, saves itself as JSON and blobs, and takes
// itself up again.
import { SnapshotError } from "./errors.js";
import type { Host } from "./imports.js";
import type { OpenFiles } from "./open_files.js";
import type { OwnFiles, SavedTree } from "./own_files.js";
import { type SavedPart, part } from "./part.js";
import { type SavedState, damaged } from "./snapshot_format.js";

export { type SavedPart, part } from "./part.js";

/** By name, in the order in which they are restored. */
export type SavedParts = Record<string, SavedPart>;

export function saveHost(parts: SavedParts, holds: (number: number) => boolean): SavedState {
  const blobs: Uint8Array[] = [];
  const state =
    Object.fromEntries(Object.entries(parts).map(([name, { save }]) => [name, save(blobs, holds)]));
  return { state, blobs };
}
/** @throws {SnapshotError} */
export function restoreHost(parts: SavedParts, { state, blobs }: SavedState): void {
  for (const [name, { restore }] of Object.entries(parts)) {
    try {
      restore((state as Record<string, unknown>)[name], blobs);
    } catch (error) {
      throw error instanceof SnapshotError ? error : damaged();
    }
  }
}

/** A host whose clocks go on where they stood in a snapshot: what sleeps, sleeps to the right
 *  moment. */
export class ShiftedClocks {
  #ticks = 0;
  #process = 0;
  #host: Pick<Host, "ticks" | "processTicks">;
  constructor(host: Pick<Host, "ticks" | "processTicks">) { this.#host = host; }

  ticks(): number { return this.#host.ticks() + this.#ticks; }
  processTicks(): number { return this.#host.processTicks() + this.#process; }
  /** So much has passed that the host's clock did not notice. Unit: ms. */
  pass(ms: number): void { this.#ticks += ms; }
  readonly part = part(
    () => ({ ticks: this.ticks(), process: this.processTicks() }),
    ({ ticks, process }) => {
      this.#ticks = ticks - this.#host.ticks();
      this.#process = process - this.#host.processTicks();
    },
  );
}

/** Files and what is open. own: the program's own; others are the host's and stay there. */
export function filesPart(open: OpenFiles, own: OwnFiles | undefined): SavedPart {
  return part(
    (blobs) => ({ open: open.save(own), own: own?.save(blobs, open.all()) ?? [] }),
    (saved, blobs) => {
      own?.restore(saved.own, blobs);
      open.restore(saved.open, own);
      own?.restored();
    },
  );
}
/** The trees that filesPart has saved. */
export function savedTrees(saved: SavedState): SavedTree[] {
  const { files } = (saved.state ?? {}) as { files?: { own?: SavedTree[] } };
  const trees = files?.own ?? [];
  if (!Array.isArray(trees) || !trees.every((tree) => typeof tree?.point === "string"))
    throw damaged();
  return trees;
}
