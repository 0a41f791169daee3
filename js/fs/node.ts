// A folder of the host as a filesystem (Node). Nothing outside the folder can be reached: links
// that lead out of it are refused (EACCES).
import * as fs from "node:fs";
import { join } from "node:path";
import {
  type DirectoryEntry, type FileStat, type FileSystem, type OpenFile, ERRNO, OPEN, nameOf, parentOf,
} from "./filesystem.js";

export class NodeDirectory implements FileSystem {
  /** The folder, links resolved. */
  #root: string;
  /** @param folder  path of an existing folder. @throws if there is none */
  constructor(folder: string) { this.#root = fs.realpathSync.native(folder); }

  open(path: string, flags: number): OpenFile | number {
    return attempt(() => {
      const real = this.#real(path);
      const { O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_EXCL } = fs.constants;
      const reads = flags & OPEN.read, writes = flags & OPEN.write;
      const mode = (reads && writes ? O_RDWR : writes ? O_WRONLY : O_RDONLY)
        | (flags & OPEN.create ? O_CREAT : 0) | (flags & OPEN.truncate ? O_TRUNC : 0)
        | (flags & OPEN.exclusive ? O_EXCL : 0);
      const descriptor = fs.openSync(real, mode, 0o666);
      if (fs.fstatSync(descriptor).isDirectory()) {
        fs.closeSync(descriptor);
        return -ERRNO.EISDIR;
      }
      return new NodeFile(descriptor, (flags & OPEN.append) !== 0);
    });
  }
  stat(path: string): FileStat | number {
    return attempt(() => {
      const s = fs.statSync(this.#real(path), { throwIfNoEntry: false });
      if (!s) return -ERRNO.ENOENT;
      return {
        mode: s.mode, inode: s.ino, size: s.size,
        accessed: s.atimeMs / 1000, modified: s.mtimeMs / 1000, changed: s.ctimeMs / 1000,
      };
    });
  }
  list(path: string): DirectoryEntry[] | number {
    return attempt(() => {
      const real = this.#real(path);
      return fs.readdirSync(real).map((name) => {
        const s = fs.lstatSync(join(real, name), { throwIfNoEntry: false });
        return { name, mode: s?.mode ?? 0, inode: s?.ino ?? 0, size: s?.size ?? 0 };
      });
    });
  }
  mkdir(path: string): number {
    return attempt(() => { fs.mkdirSync(this.#real(path)); return 0; });
  }
  remove(path: string): number {
    return attempt(() => { fs.unlinkSync(this.#beside(path)); return 0; });
  }
  rmdir(path: string): number {
    return attempt(() => { fs.rmdirSync(this.#beside(path)); return 0; });
  }
  rename(from: string, to: string): number {
    return attempt(() => { fs.renameSync(this.#beside(from), this.#beside(to)); return 0; });
  }

  /** The host's path with all links followed. @throws an errno-carrying error if it leads out */
  #real(path: string): string {
    const full = join(this.#root, path);
    let real: string;
    try {
      real = fs.realpathSync.native(full);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT" || path === "/") throw error;
      const beside = this.#beside(path);                  // to be made, or missing
      if (fs.lstatSync(beside, { throwIfNoEntry: false })) throw refused("EACCES");   // a link to nothing
      return beside;
    }
    return this.#checked(real);
  }
  /** The host's path with links followed but in its last part: for what acts on the entry
   *  itself. */
  #beside(path: string): string {
    const above = fs.realpathSync.native(join(this.#root, parentOf(path)));
    return join(this.#checked(above), nameOf(path));
  }
  #checked(real: string): string {
    if (this.#root === "/" || real === this.#root || real.startsWith(`${this.#root}/`)) return real;
    throw refused("EACCES");
  }
}

function refused(code: keyof typeof ERRNO): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}

/** Calls `f`; an error of the host's file functions becomes -errno. */
function attempt<T>(f: () => T): T | number {
  try {
    return f();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    // a path that the host cannot take (NUL in it)
    if (code.startsWith("ERR_")) return -ERRNO.EINVAL;
    return -(ERRNO[code as keyof typeof ERRNO] ?? ERRNO.EIO);
  }
}

class NodeFile implements OpenFile {
  #descriptor: number;
  #append: boolean;
  /** Unit: bytes. -1: not a file with positions (a pipe, a terminal): reads and writes go on from
   *  where it is. */
  #position: number;
  constructor(descriptor: number, append: boolean) {
    this.#descriptor = descriptor;
    this.#append = append;
    this.#position = fs.fstatSync(descriptor).isFile() ? 0 : -1;
  }
  read(into: Uint8Array): number {
    return attempt(() => {
      const count = fs.readSync(this.#descriptor, into, 0, into.length,
        this.#position < 0 ? null : this.#position);
      if (this.#position >= 0) this.#position += count;
      return count;
    });
  }
  write(from: Uint8Array): number {
    return attempt(() => {
      if (this.#append && this.#position >= 0) this.#position = fs.fstatSync(this.#descriptor).size;
      for (let done = 0; done < from.length;) {
        const position = this.#position < 0 ? null : this.#position;
        const count = fs.writeSync(this.#descriptor, from, done, from.length - done, position);
        done += count;
        if (this.#position >= 0) this.#position += count;
      }
      return from.length;
    });
  }
  seek(offset: number, whence: number): number {
    return attempt(() => {
      if (this.#position < 0) return -ERRNO.ESPIPE;
      const base = whence === 1 ? this.#position : whence === 2
        ? fs.fstatSync(this.#descriptor).size : 0;
      if (whence < 0 || whence > 2 || base + offset < 0) return -ERRNO.EINVAL;
      return (this.#position = base + offset);
    });
  }
  truncate(bytes: number): number {
    return attempt(() => { fs.ftruncateSync(this.#descriptor, bytes); return 0; });
  }
  close(): number {
    return attempt(() => { fs.closeSync(this.#descriptor); return 0; });
  }
}
