// FileSystem: what a Python program's files are made of. Memory, a folder of the host, or several
// mounted.
//
// Everything is synchronous, and nothing throws for what a program may do wrong: functions return
// -errno (a number below zero) instead. Paths are absolute ("/lib/x.py") and hold no "." or "..".

/** Error numbers, as on Linux. */
export const ERRNO = {
  EPERM: 1, ENOENT: 2, EIO: 5, EBADF: 9, EAGAIN: 11, EACCES: 13, EEXIST: 17, EXDEV: 18, ENODEV: 19,
  ENOTDIR: 20, EISDIR: 21, EINVAL: 22, EMFILE: 24, ENOSPC: 28, ESPIPE: 29, EROFS: 30, EPIPE: 32,
  ENAMETOOLONG: 36, ENOSYS: 38, ENOTEMPTY: 39, ELOOP: 40,
} as const;

/** Flags of `open`, to be or-ed. The same numbers stand in assembly/host.ts. */
export const OPEN = { read: 1, write: 2, create: 4, truncate: 8, append: 16,
  exclusive: 32 } as const;

export const DIRECTORY_MODE = 0x4000;
export const FILE_MODE = 0x8000;

/** What is known about a file. */
export interface FileStat {
  /** Kind and permissions, as st_mode. */
  mode: number;
  inode: number;
  /** Unit: bytes. */
  size: number;
  /** Unit: seconds since 1970-01-01 UTC. */
  accessed: number;
  modified: number;
  changed: number;
}

export interface DirectoryEntry {
  name: string;
  mode: number;
  inode: number;
  size: number;
}

/** An open file with its position. */
export interface OpenFile {
  /** Fills `into` from the position on. Returns the bytes read, 0 at the end, or -errno. */
  read(into: Uint8Array): number;
  /** Writes all of `from`. Returns its length or -errno. */
  write(from: Uint8Array): number;
  /** whence: 0 from the beginning, 1 from here, 2 from the end. Returns the new position or
   *  -errno. */
  seek(offset: number, whence: number): number;
  /** Cuts, or lengthens with zeros. Returns 0 or -errno. */
  truncate(bytes: number): number;
  /** Returns 0 or -errno. */
  close(): number;
}

export interface FileSystem {
  open(path: string, flags: number): OpenFile | number;
  stat(path: string): FileStat | number;
  list(path: string): DirectoryEntry[] | number;
  mkdir(path: string): number;
  remove(path: string): number;
  rmdir(path: string): number;
  rename(from: string, to: string): number;
}

/** "/a/b/c" -> "/a/b", "/a" -> "/". */
export function parentOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash <= 0 ? "/" : path.slice(0, slash);
}
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
/** An absolute path without ".", ".." and doubled slashes; relative paths begin at `base`. */
export function normalize(path: string, base = "/"): string {
  const parts: string[] = [];
  for (const part of (path.startsWith("/") ? path : `${base}/${path}`).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}
