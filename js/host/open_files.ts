// The files that a program has open, by the numbers the core knows them by.
import { type FileSystem, type OpenFile, ERRNO, OPEN } from "../fs/filesystem.js";
import { SnapshotError } from "./errors.js";
import type { OwnFiles } from "./own_files.js";

interface Entry { file: OpenFile; path: string; flags: number }

/** An open file in a snapshot. */
export interface SavedOpenFile {
  number: number;
  path: string;
  flags: number;
  /** Unit: bytes. */
  position: number;
  /** Which file of which of the program's own trees it is; absent: one of the host's, to be opened
   *  again. */
  own?: { point: string; inode: number };
}
export interface SavedOpenFiles { last: number; files: SavedOpenFile[] }

/** Flags with which a file is opened again: it is there, and keeps its contents. */
const AGAIN = ~(OPEN.create | OPEN.truncate | OPEN.exclusive);

export class OpenFiles {
  #files = new Map<number, Entry>();
  /** 0 to 2 are the standard streams. */
  #last = 2;
  #system: FileSystem;
  constructor(system: FileSystem) { this.#system = system; }

  /** Opens a file. Returns its number, or -errno. */
  open(path: string, flags: number): number {
    const file = this.#system.open(path, flags);
    if (typeof file === "number") return file;
    this.#files.set(++this.#last, { file, path, flags });
    return this.#last;
  }
  /** Lets `act` act on an open file. Returns its result, or -EBADF. */
  use<T>(number: number, act: (file: OpenFile) => T): T | number {
    const entry = this.#files.get(number);
    return entry ? act(entry.file) : -ERRNO.EBADF;
  }
  close(number: number): number {
    const result = this.use(number, (file) => file.close());
    this.#files.delete(number);
    return result;
  }
  all(): OpenFile[] { return [...this.#files.values()].map(({ file }) => file); }

  /** @throws {SnapshotError} if a file has no position that one can come back to */
  save(trees: OwnFiles | undefined): SavedOpenFiles {
    const files = [...this.#files].map(([number, { file, path, flags }]) => {
      const position = file.seek(0, 1);
      if (position < 0)
        throw new SnapshotError(
          `the open file '${path}' has no position: close it before a snapshot`);
      const own = trees?.pointOf(file);
      return { number, path, flags, position, ...own && { own } };
    });
    return { last: this.#last, files };
  }
  /**
   * Opens the files of a snapshot again.
   * @param trees  the program's own files, already restored
   * @throws {SnapshotError} if a file of the host cannot be opened
   */
  restore({ last, files }: SavedOpenFiles, trees: OwnFiles | undefined): void {
    for (const { number, path, flags, position, own } of files) {
      const file = (own && trees?.reopen(own.point, own.inode, flags)) ?? this.#system.open(path,
        flags & AGAIN);
      if (typeof file === "number")
        throw new SnapshotError(
          `the open file '${path}' cannot be opened again: ${errorName(file)}`);
      if (file.seek(position, 0) !== position)
        throw new SnapshotError(`the open file '${path}' has changed`);
      this.#files.set(number, { file, path, flags });
    }
    this.#last = last;
  }
  /** Closes what is open. */
  closeAll(): void {
    for (const { file } of this.#files.values()) file.close();
    this.#files.clear();
  }
}
const errorName = (negative: number): string =>
  Object.entries(ERRNO).find(([, number]) => number === -negative)?.[0] ?? `error ${-negative}`;
