// What the core asks of its host: the twin of assembly/host.ts, function by function.
import { type FileStat, type FileSystem, type OpenFile, ERRNO } from "../fs/filesystem.js";
import type { PendingAnswers } from "./pending.js";
import type { OpenFiles } from "./open_files.js";
import { decodeUtf8 } from "./utf8.js";

/** "Cannot answer now": the program suspends. The same number stands in assembly/host.ts. */
export const PENDING = -1000;

/** What an instance reaches of the world. Functions may throw: the core sees an error of input and
 *  output, or the program is ended (`fault`). */
export interface Host {
  /** What is wanted of the running program: EVENT bits of core.ts. */
  poll(): number;
  /** A function threw that has no way to say so to the core: the program is to be ended. */
  fault(error: unknown): void;
  /** Answers owed to the program. */
  pending(): PendingAnswers;
  /** Takes output. stream: 1 stdout, 2 stderr. `bytes` must be used or copied at once. Returns how
   *  many bytes were taken (at least 1), or -errno. */
  write(stream: number, bytes: Uint8Array): number;
  /** Gives input into `into`: the bytes given, 0 at the end, or PENDING. */
  read(into: Uint8Array): number;
  /** Seconds since 1970. */
  now(): number;
  /** A clock that never goes back. Unit: ms. */
  ticks(): number;
  /** Processor time used. Unit: ms. */
  processTicks(): number;
  /** Local time minus UTC. Unit: seconds. */
  zoneOffset(seconds: number): number;
  /** Waits here for at most `ms`. Returns true if the program is to be interrupted. */
  block(ms: number): boolean;
  /** Fills with random bytes fit for secrets. */
  random(into: Uint8Array): void;
  files: FileSystem;
}

/** Entries of a directory as fsListTake writes them. */
const ENTRY_HEADER = 24;

/** The import object. `memory()` is asked at each call: memory grows. `probe`: takes so many
 *  frames of the stack. */
export function createImports(host: Host, open: OpenFiles, memory: () => ArrayBuffer,
    probe: (frames: number) => void): WebAssembly.Imports {
  // An exception must not pass through the core's frames, which would never be left properly.
  const guard = <A extends unknown[], T>(otherwise: T, f: (...args: A) => T) => (...args: A): T => {
    try {
      return f(...args);
    } catch (error) {
      host.fault(error);
      return otherwise;
    }
  };
  const guardIo = <A extends unknown[]>(f: (...args: A) => number) => (...args: A): number => {
    try {
      return f(...args);
    } catch {
      return -ERRNO.EIO;
    }
  };
  let listing: { name: Uint8Array; mode: number; inode: number; size: number }[] = [];
  const bytes = (at: number, length: number) => new Uint8Array(memory(), at >>> 0, length >>> 0);
  const encoder = new TextEncoder();
  const text = (at: number, length: number) => decodeUtf8(bytes(at, length));
  const floats = (at: number, values: number[]) => {
    const view = new DataView(memory());
    values.forEach((value, i) => view.setFloat64((at >>> 0) + 8 * i, value, true));
    return 0;
  };
  const file = <T>(number: number, act: (f: OpenFile) => T): T | number => open.use(number, act);
  const fs: Record<string, (...args: number[]) => number | void> = {
    open: (at: number, length: number, flags: number) => open.open(text(at, length), flags),
    read: (number: number, at: number, length: number) =>
      file(number, (f) => f.read(bytes(at, length))),
    write: (number: number, at: number, length: number) =>
      file(number, (f) => f.write(bytes(at, length))),
    seek: (number: number, offset: number, whence: number) =>
      file(number, (f) => f.seek(offset, whence)),
    truncate: (number: number, size: number) => file(number, (f) => f.truncate(size)),
    close: (number: number) => open.close(number),
    stat: (at: number, length: number, to: number) => {
      const stat = host.files.stat(text(at, length));
      return typeof stat === "number" ? stat : floats(to, statFields(stat));
    },
    statvfs: (at: number, length: number, to: number) => {
      const stat = host.files.stat(text(at, length));
      return typeof stat === "number" ? stat : floats(to, [4096, 4096, 0, 0, 0, 0, 0, 0, 0, 255]);
    },
    list: (at: number, length: number) => {
      const entries = host.files.list(text(at, length));
      if (typeof entries === "number") return entries;
      listing = entries.map((entry) => ({ ...entry, name: encoder.encode(entry.name) }));
      return listing.reduce((sum, entry) => sum + ENTRY_HEADER + entry.name.length, 0);
    },
    listTake: (to: number) => {
      const view = new DataView(memory());
      let at = to >>> 0;
      for (const { name, mode, inode, size } of listing) {
        view.setUint32(at, mode, true);
        view.setFloat64(at + 4, inode, true);
        view.setFloat64(at + 12, size, true);
        view.setUint32(at + 20, name.length, true);
        bytes(at + ENTRY_HEADER, name.length).set(name);
        at += ENTRY_HEADER + name.length;
      }
      listing = [];
    },
    mkdir: (at: number, length: number) => host.files.mkdir(text(at, length)),
    remove: (at: number, length: number) => host.files.remove(text(at, length)),
    rmdir: (at: number, length: number) => host.files.rmdir(text(at, length)),
    rename: (from: number, fromLength: number, to: number, toLength: number) =>
      host.files.rename(text(from, fromLength), text(to, toLength)),
  };
  return {
    task: {
      poll: guard(0, () => host.poll()),
      stack: (frames: number) => {
        try {
          probe(frames);
          return 1;
        } catch {
          // RangeError, or another name for it: the stack is too small.
          return 0;
        }
      },
      watch: (token: number) => { host.pending().watch(token); },
      settled: () => host.pending().nextSettled(),
      drop: (token: number) => { host.pending().drop(token); },
    },
    io: {
      write: guardIo((stream: number, at: number, length: number) =>
        host.write(stream, bytes(at, length))),
      read: guardIo((at: number, length: number) => {
        // Not straight into the memory: what gives input may call Python, and the memory grow.
        const input = new Uint8Array(Math.min(length >>> 0, 65536));
        const count = host.read(input);
        if (count > 0) bytes(at, count).set(input.subarray(0, count));
        return count;
      }),
    },
    time: {
      now: guard(0, () => host.now()),
      ticks: guard(0, () => host.ticks()),
      process: guard(0, () => host.processTicks()),
      offset: guard(0, (seconds: number) => host.zoneOffset(seconds)),
      block: guard(1, (ms: number) => (host.block(ms) ? 1 : 0)),
    },
    random: {
      seed: guard(0n, () => {
        const seed = new BigUint64Array(1);
        host.random(new Uint8Array(seed.buffer));
        return seed[0]!;
      }),
      bytes: guard(undefined, (at: number, length: number) => {
        // A copy: the function may keep what it is given, or be asynchronous by mistake.
        const random = new Uint8Array(length >>> 0);
        host.random(random);
        bytes(at, length).set(random);
      }),
    },
    fs: Object.fromEntries(Object.entries(fs).map(([name, f]) =>
      [name, guardIo(f as (...args: number[]) => number)])),
  };
}

/** In the order of os.stat(): mode, inode, device, links, uid, gid, size, times. */
const statFields = (s: FileStat): number[] =>
  [s.mode, s.inode, 0, 1, 0, 0, s.size, s.accessed, s.modified, s.changed];
