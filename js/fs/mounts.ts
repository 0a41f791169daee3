// Several filesystems in one tree. What is not below a mount point does not exist.
import {
  type DirectoryEntry, type FileStat, type FileSystem, type OpenFile, DIRECTORY_MODE, ERRNO, OPEN,
  parentOf,
} from "./filesystem.js";

interface Mount {
  /** "/" or "/a/b". */
  point: string;
  system: FileSystem;
  readOnly: boolean;
}

export class MountedFileSystem implements FileSystem {
  /** Longest mount point first. */
  #mounts: Mount[] = [];

  /** Shows `system` at `point`; what was mounted at the same point is hidden. */
  mount(point: string, system: FileSystem, options: { readOnly?: boolean } = {}): void {
    this.#mounts = this.#mounts.filter((m) => m.point !== point);
    this.#mounts.push({ point, system, readOnly: options.readOnly ?? false });
    this.#mounts.sort((a, b) => b.point.length - a.point.length);
  }
  /** The mount points. */
  points(): string[] { return this.#mounts.map((m) => m.point); }

  open(path: string, flags: number): OpenFile | number {
    const at = this.#mountOf(path);
    if (!at)
      return flags & OPEN.create ? -ERRNO.EACCES : this.#leads(path) ? -ERRNO.EISDIR
        : -ERRNO.ENOENT;
    if (at.readOnly && flags & (OPEN.write | OPEN.create | OPEN.truncate)) return -ERRNO.EROFS;
    return at.system.open(inside(at, path), flags);
  }
  stat(path: string): FileStat | number {
    const at = this.#mountOf(path);
    const found = at ? at.system.stat(inside(at, path)) : -ERRNO.ENOENT;
    if (typeof found === "number" && this.#leads(path)) {
      return { mode: DIRECTORY_MODE | 0o555, inode: 0, size: 0, accessed: 0, modified: 0,
        changed: 0 };
    }
    return found;
  }
  list(path: string): DirectoryEntry[] | number {
    const at = this.#mountOf(path);
    const found = at ? at.system.list(inside(at, path)) : -ERRNO.ENOENT;
    const names = this.#below(path);
    if (names.size === 0) return found;
    const entries = typeof found === "number" ? [] : found;
    for (const { name } of entries) names.delete(name);
    for (const name of names)
      entries.push({ name, mode: DIRECTORY_MODE | 0o555, inode: 0, size: 0 });
    return entries;
  }
  mkdir(path: string): number { return this.#change(path, (system, inner) => system.mkdir(inner)); }
  remove(path: string): number {
    return this.#change(path, (system, inner) => system.remove(inner));
  }
  rmdir(path: string): number { return this.#change(path, (system, inner) => system.rmdir(inner)); }
  rename(from: string, to: string): number {
    const source = this.#mountOf(from), target = this.#mountOf(to);
    if (!source) return -ERRNO.ENOENT;
    if (!target) return -ERRNO.EACCES;
    if (source !== target) return -ERRNO.EXDEV;
    return this.#change(from, (system, inner) => system.rename(inner, inside(target, to)));
  }

  #change(path: string, change: (system: FileSystem, inner: string) => number): number {
    const at = this.#mountOf(path);
    if (!at)
      return this.#leads(path) ? -ERRNO.EEXIST : this.#leads(parentOf(path)) ? -ERRNO.EACCES
        : -ERRNO.ENOENT;
    if (at.readOnly) return -ERRNO.EROFS;
    return change(at.system, inside(at, path));
  }
  #mountOf(path: string): Mount | undefined {
    return this.#mounts.find(({ point }) => point === "/" || path === point
      || path.startsWith(`${point}/`));
  }
  /** Names directly below `path` on the way to mount points. */
  #below(path: string): Set<string> {
    const prefix = path === "/" ? "/" : `${path}/`;
    const names =
      this.#mounts.filter(({ point }) => point.length > prefix.length && point.startsWith(prefix))
      .map(({ point }) => point.slice(prefix.length).split("/")[0]!);
    return new Set(names);
  }
  /** True for a directory above a mount point (and for the root). */
  #leads(path: string): boolean { return path === "/" || this.#below(path).size > 0; }
}

function inside(at: Mount, path: string): string {
  if (at.point === "/") return path;
  return path === at.point ? "/" : path.slice(at.point.length);
}
