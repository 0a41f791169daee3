// FS: the files of an instance by the names that Emscripten's filesystem has.
import { DIRECTORY_MODE, ERRNO, FILE_MODE, type FileStat, OPEN,
  normalize } from "../fs/filesystem.js";
import type { MemoryFileSystem } from "../fs/memory.js";

/** What a function of FS throws. */
export class ErrnoError extends Error {
  override name = "ErrnoError";
  readonly errno: number;
  constructor(errno: number, path: string) {
    const name = Object.entries(ERRNO).find(([, number]) => number === errno)?.[0]
      ?? `errno ${errno}`;
    super(`${name}: ${path}`);
    this.errno = errno;
  }
}

/** Files of the program, kept in memory. Paths are absolute, or relative to `cwd`. */
export class Files {
  readonly #files: MemoryFileSystem;
  #directory = "/";
  constructor(files: MemoryFileSystem) { this.#files = files; }

  cwd(): string { return this.#directory; }
  chdir(path: string): void {
    const at = this.#path(path);
    if (!this.isDir(this.stat(at).mode)) throw new ErrnoError(ERRNO.ENOTDIR, path);
    this.#directory = at;
  }
  mkdir(path: string): void { this.#check(this.#files.mkdir(this.#path(path)), path); }
  /** Makes a directory and those above it. */
  mkdirTree(path: string): void {
    const parts = this.#path(path).split("/").filter(Boolean);
    for (let n = 1; n <= parts.length; n++) {
      const part = `/${parts.slice(0, n).join("/")}`;
      if (typeof this.#files.stat(part) === "number") this.mkdir(part);
    }
  }
  writeFile(path: string, data: string | ArrayBufferView): void {
    const at = this.#path(path);
    const bytes = typeof data === "string" ? new TextEncoder().encode(data)
      : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const file = this.#files.open(at, OPEN.write | OPEN.create | OPEN.truncate);
    if (typeof file === "number") throw new ErrnoError(-file, path);
    this.#check(file.write(bytes), path);
    file.close();
  }
  readFile(path: string, options: { encoding: "utf8" }): string;
  readFile(path: string, options?: { encoding?: "binary" }): Uint8Array;
  readFile(path: string, { encoding = "binary" }: { encoding?: "utf8" | "binary" } = {}): string
      | Uint8Array {
    const at = this.#path(path);
    const stat = this.stat(at);
    if (this.isDir(stat.mode)) throw new ErrnoError(ERRNO.EISDIR, path);
    const bytes = this.#files.readFile(at)!.slice();
    return encoding === "utf8" ? new TextDecoder().decode(bytes) : bytes;
  }
  /** Names in a directory, with `.` and `..`. */
  readdir(path: string): string[] {
    const list = this.#files.list(this.#path(path));
    if (typeof list === "number") throw new ErrnoError(-list, path);
    return [".", "..", ...list.map(({ name }) => name)];
  }
  stat(path: string): {
      mode: number; size: number; ino: number; atime: Date; mtime: Date; ctime: Date } {
    const stat = this.#files.stat(this.#path(path));
    if (typeof stat === "number") throw new ErrnoError(-stat, path);
    const time = (seconds: number): Date => new Date(seconds * 1000);
    const { mode, size, inode, accessed, modified, changed } = stat as FileStat;
    return { mode, size, ino: inode, atime: time(accessed), mtime: time(modified),
      ctime: time(changed) };
  }
  isDir(mode: number): boolean { return (mode & 0xf000) === DIRECTORY_MODE; }
  isFile(mode: number): boolean { return (mode & 0xf000) === FILE_MODE; }
  analyzePath(path: string): { exists: boolean; path: string; name: string; error: number } {
    const at = this.#path(path), stat = this.#files.stat(at);
    const exists = typeof stat !== "number";
    return { exists, path: exists ? at : "", name: exists ? at.split("/").at(-1)! : "",
      error: exists ? 0 : -stat };
  }
  rename(from: string, to: string): void {
    this.#check(this.#files.rename(this.#path(from), this.#path(to)), from);
  }
  unlink(path: string): void { this.#check(this.#files.remove(this.#path(path)), path); }
  rmdir(path: string): void { this.#check(this.#files.rmdir(this.#path(path)), path); }

  #path(path: string): string { return normalize(path, this.#directory); }
  #check(result: number, path: string): void {
    if (result < 0) throw new ErrnoError(-result, path);
  }
}
