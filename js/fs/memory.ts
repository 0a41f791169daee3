// A filesystem in memory: what a program has by default.
import {
  type DirectoryEntry, type FileStat, type FileSystem, type OpenFile,
  DIRECTORY_MODE, ERRNO, FILE_MODE, OPEN, nameOf, normalize, parentOf,
} from "./filesystem.js";

interface Node {
  inode: number;
  /** Unit: seconds since 1970. */
  modified: number;
  /** A directory's entries; undefined for a file. */
  entries?: Map<string, Node>;
  /** A file's bytes: the first `size` of `data`. */
  data: Uint8Array;
  size: number;
  /** Directories and open files that hold it: without any it is gone. */
  holders: number;
}
/** What a file or directory takes besides its bytes, about. */
const NODE_BYTES = 256;
const EMPTY = new Uint8Array(0);

/** A file or directory in a snapshot. */
export interface SavedNode {
  inode: number;
  modified: number;
  /** A directory's entries: names and inodes. */
  entries?: [string, number][];
  /** A file's bytes: index of its blob. */
  blob?: number;
}
/** The first node is the root. */
export interface SavedMemoryFiles { inodes: number; nodes: SavedNode[]; used?: number }

export class MemoryFileSystem implements FileSystem {
  #root: Node;
  #inodes = 0;
  #now: () => number;
  /** The files of the snapshot that is being restored, by inode. */
  #restored: Map<number, Node> | undefined;
  /** What the program's own files take. Below 0: it has removed more than it made. Unit: bytes. */
  #used = 0;
  readonly #limit: number;

  /**
   * @param files  path -> contents; directories are made as needed
   * @param now    clock for file times. Unit: seconds since 1970
   * @param limit how much more the files may take by what the program does: then there is no space
   *   left. Unit: bytes
   */
  constructor(files: Record<string, string | Uint8Array> = {}, now = () => Date.now() / 1000,
      limit = Infinity) {
    this.#now = now;
    this.#limit = limit;
    this.#root = this.#node(true);
    for (const [path, contents] of Object.entries(files)) this.writeFile(path, contents);
  }

  /** Writes a whole file, making the directories above it. @throws {TypeError} if one of them is a
   *  file. */
  writeFile(path: string, contents: string | Uint8Array): void {
    const full = normalize(path);
    let at = this.#root;
    const parts = full.split("/").slice(1);
    const name = parts.pop()!;
    for (const part of parts) {
      let below = at.entries!.get(part);
      if (!below) at.entries!.set(part, below = this.#node(true));
      if (!below.entries) throw new TypeError(`${path}: ${part} is a file`);
      at = below;
    }
    const file = at.entries!.get(name) ?? this.#node(false);
    if (name === "" || file.entries) throw new TypeError(`${path} is a directory`);
    file.data = typeof contents === "string" ? new TextEncoder().encode(contents)
      : contents.slice();
    file.size = file.data.length;
    file.modified = this.#now();
    at.entries!.set(name, file);
  }
  /** The contents of a file; undefined: there is none. */
  readFile(path: string): Uint8Array | undefined {
    const node = this.#find(normalize(path));
    return typeof node === "number" || node.entries ? undefined : node.data.slice(0, node.size);
  }

  open(path: string, flags: number): OpenFile | number {
    let node = this.#find(path);
    if (typeof node !== "number" && flags & OPEN.exclusive) return -ERRNO.EEXIST;
    if (node === -ERRNO.ENOENT && flags & OPEN.create) node = this.#create(path, false);
    if (typeof node === "number") return node;
    if (node.entries) return -ERRNO.EISDIR;
    if (flags & OPEN.truncate) {
      this.take(-node.size);
      node.data = EMPTY;
      node.size = 0;
      node.modified = this.#now();
    }
    return new MemoryFile(this, node, flags, this.#now);
  }
  stat(path: string): FileStat | number {
    const node = this.#find(path);
    if (typeof node === "number") return node;
    const time = node.modified;
    return { mode: modeOf(node), inode: node.inode, size: node.size, accessed: time, modified: time,
      changed: time };
  }
  list(path: string): DirectoryEntry[] | number {
    const node = this.#find(path);
    if (typeof node === "number") return node;
    if (!node.entries) return -ERRNO.ENOTDIR;
    return [...node.entries].map(([name, below]) => (
      { name, mode: modeOf(below), inode: below.inode, size: below.size }));
  }
  mkdir(path: string): number {
    const node = this.#create(path, true);
    return typeof node === "number" ? node : 0;
  }
  remove(path: string): number {
    const node = this.#find(path);
    if (typeof node === "number") return node;
    if (node.entries) return -ERRNO.EISDIR;
    this.#remove(path, node);
    return 0;
  }
  rmdir(path: string): number {
    const node = this.#find(path);
    if (typeof node === "number") return node;
    if (!node.entries) return -ERRNO.ENOTDIR;
    if (node === this.#root) return -ERRNO.EINVAL;
    if (node.entries.size > 0) return -ERRNO.ENOTEMPTY;
    this.#remove(path, node);
    return 0;
  }
  rename(from: string, to: string): number {
    const node = this.#find(from);
    if (typeof node === "number") return node;
    if (node === this.#root || to.startsWith(`${from}/`)) return -ERRNO.EINVAL;
    const above = this.#find(parentOf(to));
    if (typeof above === "number") return above;
    if (!above.entries) return -ERRNO.ENOTDIR;
    const old = above.entries.get(nameOf(to));
    if (old === node) return 0;
    if (old?.entries && !node.entries) return -ERRNO.EISDIR;
    if (old && !old.entries && node.entries) return -ERRNO.ENOTDIR;
    if (old?.entries && old.entries.size > 0) return -ERRNO.ENOTEMPTY;
    if (old) this.#remove(to, old);
    this.#directory(from).delete(nameOf(from));
    above.entries.set(nameOf(to), node);
    return 0;
  }
  /** Files are to take so many bytes more. False: there is no space for them. */
  take(bytes: number): boolean {
    if (bytes > 0 && this.#used + bytes > this.#limit) return false;
    this.#used += bytes;
    return true;
  }
  /** One that held a file or directory does so no more. */
  letGo(node: Node): void {
    if (--node.holders === 0) this.take(-node.size - NODE_BYTES);
  }

  /**
   * All files, for a snapshot. Bytes go to `blobs`.
   * @param open  open files: those that have been removed meanwhile are saved, too
   */
  save(blobs: Uint8Array[], open: MemoryFile[]): SavedMemoryFiles {
    const nodes: SavedNode[] = [], seen = new Set<Node>();
    const add = (node: Node): void => {
      if (seen.has(node)) return;
      seen.add(node);
      const { inode, modified, entries } = node;
      if (entries) {
        nodes.push({ inode, modified,
          entries: [...entries].map(([name, below]) => [name, below.inode]) });
        for (const below of entries.values()) add(below);
      } else {
        nodes.push({ inode, modified, blob: blobs.push(node.data.slice(0, node.size)) - 1 });
      }
    };
    add(this.#root);
    for (const file of open) add(file.node);
    return { inodes: this.#inodes, nodes, used: this.#used };
  }
  /** Makes the files those of a snapshot. @throws {TypeError} if `saved` cannot be one's */
  restore({ inodes, nodes, used = 0 }: SavedMemoryFiles, blobs: Uint8Array[]): void {
    const made = new Map<number, Node>();
    for (const { inode, modified, entries, blob } of nodes) {
      const data = entries ? EMPTY : blobs[blob!]!.slice();
      made.set(inode,
        { inode, modified, data, size: data.length, holders: 0,
          ...(entries && { entries: new Map() }) });
    }
    for (const { inode, entries } of nodes) {
      for (const [name, below] of entries ?? []) {
        const node = made.get(below);
        if (!node) throw new TypeError(`no file ${below}`);
        node.holders++;
        made.get(inode)!.entries!.set(name, node);
      }
    }
    const root = made.get(nodes[0]!.inode)!;
    if (!root.entries) throw new TypeError("no root");
    this.#root = root;
    this.#used = used;
    this.#inodes = inodes;
    this.#restored = made;
  }
  /** Opens a file of a snapshot again, by its inode. */
  reopen(inode: number, flags: number): OpenFile | number {
    const node = this.#restored?.get(inode);
    return node && !node.entries ? new MemoryFile(this, node, flags, this.#now) : -ERRNO.ENOENT;
  }
  /** No more files will be opened by reopen(). */
  restored(): void { this.#restored = undefined; }

  #node(directory: boolean): Node {
    const node: Node = { inode: ++this.#inodes, modified: this.#now(), data: EMPTY, size: 0,
      holders: 1 };
    if (directory) node.entries = new Map();
    return node;
  }
  #find(path: string): Node | number {
    let node = this.#root;
    for (const part of path.split("/")) {
      if (part === "") continue;
      if (!node.entries) return -ERRNO.ENOTDIR;
      const below = node.entries.get(part);
      if (!below) return -ERRNO.ENOENT;
      node = below;
    }
    return node;
  }
  /** The directory that holds `path`, which exists. */
  #directory(path: string): Map<string, Node> {
    return (this.#find(parentOf(path)) as Node).entries!;
  }
  #remove(path: string, node: Node): void {
    this.#directory(path).delete(nameOf(path));
    this.letGo(node);
  }
  #create(path: string, directory: boolean): Node | number {
    const above = this.#find(parentOf(path));
    if (typeof above === "number") return above;
    if (!above.entries) return -ERRNO.ENOTDIR;
    const name = nameOf(path);
    if (name === "" || above.entries.has(name)) return -ERRNO.EEXIST;
    if (!this.take(NODE_BYTES)) return -ERRNO.ENOSPC;
    const node = this.#node(directory);
    above.entries.set(name, node);
    above.modified = this.#now();
    return node;
  }
}

const modeOf = (node: Node): number => (node.entries ? DIRECTORY_MODE | 0o777 : FILE_MODE | 0o666);

/** An open file of MemoryFileSystem. */
export class MemoryFile implements OpenFile {
  #node: Node;
  #position = 0;
  #flags: number;
  #now: () => number;

  constructor(readonly system: MemoryFileSystem, node: Node, flags: number, now: () => number) {
    this.#node = node;
    this.#flags = flags;
    this.#now = now;
    node.holders++;
  }
  /** The file itself, for a snapshot. */
  get node(): Node { return this.#node; }
  get inode(): number { return this.#node.inode; }
  read(into: Uint8Array): number {
    if (!(this.#flags & OPEN.read)) return -ERRNO.EBADF;
    const { data, size } = this.#node;
    const count = Math.max(0, Math.min(into.length, size - this.#position));
    into.set(data.subarray(this.#position, this.#position + count));
    this.#position += count;
    return count;
  }
  write(from: Uint8Array): number {
    if (!(this.#flags & OPEN.write)) return -ERRNO.EBADF;
    if (this.#flags & OPEN.append) this.#position = this.#node.size;
    const end = this.#position + from.length;
    const error = this.#reserve(end);
    if (error < 0) return error;
    this.#node.data.set(from, this.#position);
    this.#position = end;
    this.#node.size = Math.max(this.#node.size, end);
    this.#node.modified = this.#now();
    return from.length;
  }
  seek(offset: number, whence: number): number {
    const base = whence === 1 ? this.#position : whence === 2 ? this.#node.size : 0;
    if (whence < 0 || whence > 2 || base + offset < 0) return -ERRNO.EINVAL;
    return (this.#position = base + offset);
  }
  truncate(bytes: number): number {
    if (!(this.#flags & OPEN.write) || bytes < 0) return -ERRNO.EINVAL;
    const error = this.#reserve(bytes);
    if (error < 0) return error;
    if (bytes < this.#node.size) {
      this.#node.data.fill(0, bytes, this.#node.size);
      this.system.take(bytes - this.#node.size);
    }
    this.#node.size = bytes;
    return 0;
  }
  close(): number {
    this.system.letGo(this.#node);
    return 0;
  }

  /** Makes room for `bytes` in all. What lies between the size and the room is zero. */
  #reserve(bytes: number): number {
    const { data, size } = this.#node;
    if (bytes > 0x7fffffff || bytes > size && !this.system.take(bytes - size)) return -ERRNO.ENOSPC;
    if (bytes <= data.length) return 0;
    const fresh = new Uint8Array(Math.max(bytes, Math.min(data.length * 2, 0x7fffffff), 64));
    fresh.set(data.subarray(0, size));
    this.#node.data = fresh;
    return 0;
  }
}
