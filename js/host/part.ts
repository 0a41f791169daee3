// A part of what the host keeps for a program (host_state.ts).

/** Something that the host keeps for a program. */
export interface SavedPart {
  /**
   * JSON; bytes go to `blobs`, and their index into the JSON.
   * @param holds whether Python, and not only its garbage, has the JavaScript object with this
   *   number
   * @throws {SnapshotError} if it cannot be kept
   */
  save(blobs: Uint8Array[], holds: (number: number) => boolean): unknown;
  /** Takes up what save() gave, in a new instance. */
  restore(saved: unknown, blobs: Uint8Array[]): void;
}
/** A class that is a part, without the casts. */
export function part<T>(
  save: (blobs: Uint8Array[], holds: (number: number) => boolean) => T,
  restore: (saved: T, blobs: Uint8Array[]) => void,
): SavedPart {
  return { save, restore: (saved, blobs) => restore(saved as T, blobs) };
}
