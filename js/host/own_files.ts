// The files that belong to a program: the trees that the options `files` and `mounts` give.
// Filesystems that they give belong to the host.
import { type FileSystem, type OpenFile } from "../fs/filesystem.js";
import { MemoryFile, MemoryFileSystem, type SavedMemoryFiles } from "../fs/memory.js";
import { MountedFileSystem } from "../fs/mounts.js";
import { OptionError } from "./errors.js";
import { type FileTree, type LoadOptions, isFileSystem, isMount } from "./options.js";

/** Unit: bytes. */
const FILES_LIMIT = 64 << 20;

/** A tree in a snapshot. */
export interface SavedTree { point: string; readOnly: boolean; files: SavedMemoryFiles }

interface Own {
  system: MemoryFileSystem;
  readOnly: boolean;
  /** What the options gave. */
  tree: FileTree | undefined;
}

export class OwnFiles {
  /** By mount point; "/" is `files`. */
  #own = new Map<string, Own>();
  /** All that the program sees. */
  readonly all: FileSystem;

  /**
   * @param saved trees of the snapshot that is to be restored: they are there whether or not the
   *   options name them
   * @throws {OptionError} if a tree has a file where it has a directory
   */
  constructor(options: Pick<LoadOptions, "files" | "mounts" | "filesLimit" | "clock">,
      saved: SavedTree[] = []) {
    const { files, filesLimit = FILES_LIMIT, clock } = options;
    const now = clock ? () => clock.now() : undefined;
    const make =
        (point: string, tree: FileTree | undefined, readOnly: boolean): MemoryFileSystem => {
      try {
        const system = new MemoryFileSystem(tree, now, filesLimit);
        this.#own.set(point, { system, readOnly, tree });
        return system;
      } catch (error) {
        throw new OptionError(point === "/" ? "files" : "mounts", (error as Error).message);
      }
    };
    const root = isFileSystem(files) ? files : make("/", files, false);
    const mounts = new Map(Object.entries(options.mounts ?? {}));
    const others = saved.filter(({ point }) => point !== "/" && !mounts.has(point));
    if (mounts.size + others.length === 0) {
      this.all = root;
      return;
    }
    const all = new MountedFileSystem();
    all.mount("/", root);
    for (const [point, mount] of mounts) {
      const { files, readOnly = false } = isMount(mount) ? mount : { files: mount };
      all.mount(point, isFileSystem(files) ? files : make(point, files, readOnly), { readOnly });
    }
    for (const { point, readOnly } of others)
      all.mount(point, make(point, undefined, readOnly), { readOnly });
    this.all = all;
  }

  /** The tree of `files`; undefined: the options gave a filesystem. */
  get root(): MemoryFileSystem | undefined { return this.#own.get("/")?.system; }
  /** Where a file belongs that is open; undefined: to the host. */
  pointOf(file: OpenFile): { point: string; inode: number } | undefined {
    if (!(file instanceof MemoryFile)) return undefined;
    for (const [point, { system }] of this.#own)
      if (file.system === system) return { point, inode: file.inode };
    return undefined;
  }
  /** Opens a file of a snapshot again. Returns -errno if it is not there. */
  reopen(point: string, inode: number, flags: number): OpenFile | number | undefined {
    return this.#own.get(point)?.system.reopen(inode, flags);
  }

  /** @param open  all open files */
  save(blobs: Uint8Array[], open: OpenFile[]): SavedTree[] {
    return [...this.#own].map(([point, { system, readOnly }]) => {
      const files =
        open.filter((file): file is MemoryFile =>
          file instanceof MemoryFile && file.system === system);
      return { point, readOnly, files: system.save(blobs, files) };
    });
  }
  /** Puts back the trees of a snapshot, and over them what the options give. */
  restore(saved: SavedTree[], blobs: Uint8Array[]): void {
    for (const { point, files } of saved) {
      const own = this.#own.get(point);
      if (!own) continue;
      own.system.restore(files, blobs);
      for (const [path, contents] of Object.entries(own.tree ?? {}))
        own.system.writeFile(path, contents);
    }
  }
  /** No more files will be opened again. */
  restored(): void { for (const { system } of this.#own.values()) system.restored(); }
}
