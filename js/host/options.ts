// The options of load, and that they make sense.
import { type FileSystem, normalize } from "../fs/filesystem.js";
import type { WasmSource } from "./compile.js";
import { OptionError } from "./errors.js";
import { type CallLimits, Limits } from "./limits.js";
import type { Input, Output } from "./streams.js";

/** Files kept in memory: path -> contents. Directories are made as needed. */
export type FileTree = Record<string, string | Uint8Array>;

export interface LoadOptions {
  /** The core: a compiled module, its bytes, or where it is. Default: the `krait.wasm` of this
   *  package. */
  wasm?: WasmSource | Promise<WasmSource>;
  /** What {@link Krait.snapshot} gave: the new instance goes on from there. `args`, `path`, `env`
   *  and `directory` are then those of the snapshot; `files` are written over its files. A snapshot
   *  is code: load only what you made. */
  snapshot?: Uint8Array;
  /** Largest Python heap. Unit: bytes. Default: 64 MiB. Beyond it Python raises MemoryError. At
   *  least 1 MiB is given; small objects may take a sixteenth and 512 KiB more, so that a program
   *  can clear up. */
  heapLimit?: number;
  /** Largest stack of Python calls. Unit: bytes, 16 KiB to 1 MiB. Default: 1 MiB, which is about
   *  14,000 calls. Beyond it Python raises RecursionError. */
  stackLimit?: number;
  /** Most fuel, and time, of each call of Python by JavaScript that is in no run: a call of a
   *  proxy, the reading of a property, a step of an iteration. Default: no limits. Beyond them
   *  {@link FuelError}, {@link TimeoutError}. */
  callLimits?: CallLimits;
  /** Take what programs print: a function, or a stream. A program that prints faster than a promise
   *  or stream takes it waits (but for `run`, which cannot). Default: it is dropped. */
  stdout?: Output;
  stderr?: Output;
  /** Gives what programs read: a function, a stream, or a text. Default: it is at its end at
   *  once. */
  stdin?: Input;
  /** What `isatty()` of the streams says. Default: false. */
  isatty?: boolean | { stdin?: boolean; stdout?: boolean; stderr?: boolean };
  /** sys.argv. Default: empty. */
  args?: string[];
  /** sys.path. Default: `/` and `/lib` of the program's files. */
  path?: string[];
  /** os.environ and os.getenv. Default: empty. */
  env?: Record<string, string>;
  /** The program's files: path -> contents, kept in memory; or a filesystem. */
  files?: FileTree | FileSystem;
  /** How much a program may add to files in memory: then OSError, no space left. Unit: bytes.
   *  Default: 64 MiB. Each tree of `files` and `mounts` has a limit of its own; what the options
   *  give does not count. */
  filesLimit?: number;
  /** More filesystems, or files, by the directory where they are to be seen. */
  mounts?: Record<string, FileSystem | FileTree | Mount>;
  /** The program's current directory. Default: `/`. */
  directory?: string;
  /** Clocks. Default: the host's. */
  clock?: Clock;
  /** Fills with random bytes. Default: `crypto.getRandomValues`. */
  random?: (into: Uint8Array) => void;
  /** Modules that programs can import: name -> object with their members. Dots in names make
   *  submodules. Functions that return promises look synchronous to Python: the program waits. */
  modules?: Record<string, object>;
  /** The module `js`: true: all of globalThis; a list: these names of it. Default: false, there is
   *  none. */
  js?: boolean | readonly string[];
  /** Polled every few milliseconds of a run, also while it waits; true raises KeyboardInterrupt.
   *  Example: `() => Date.now() > deadline`. */
  shouldInterrupt?: () => boolean;
}

export interface Mount {
  files: FileSystem | FileTree;
  /** The program can only read. Default: false. */
  readOnly?: boolean;
}

export interface Clock {
  /** Seconds since 1970-01-01 UTC. */
  now(): number;
  /** Never goes back. Unit: ms. If it stands still while the program waits in `run`, what was
   *  waited counts nevertheless. */
  ticks(): number;
  /** Processor time used. Unit: ms. Default: as ticks. */
  processTicks?(): number;
  /** Local time minus UTC at `seconds` since 1970. Unit: seconds. Default: the host's time zone. */
  zoneOffset?(seconds: number): number;
  /** Lets `ms` pass, as `ticks` counts, for `time.sleep`: at once, or when a promise settles.
   *  Default: the host's timers. */
  wait?(ms: number): void | Promise<void>;
}

type Check = (value: unknown) => string | undefined;

const number: Check = (v) =>
  (typeof v === "number" && v >= 0 ? undefined : "not a number of bytes");
const text: Check = (v) => (typeof v === "string" ? undefined : "not a string");
const texts: Check = (v) =>
  (Array.isArray(v) && v.every((item) => typeof item === "string") ? undefined
    : "not an array of strings");
const callable: Check = (v) => (typeof v === "function" ? undefined : "not a function");
const object: Check = (v) => (typeof v === "object" && v !== null ? undefined : "not an object");
const textsByName: Check = (v) => object(v)
  ?? (Object.values(v as object).every((item) => typeof item === "string") ? undefined
    : "its values are not all strings");
const output: Check = (v) =>
  (typeof v === "function" || has(v, "bytes") || has(v, "getWriter") ? undefined
  : "not a function, { bytes: function } or WritableStream");
const input: Check = (v) =>
  (typeof v === "function" || typeof v === "string" || has(v, "getReader") ? undefined
  : "not a function, ReadableStream or string");
const files: Check = (v) => object(v) ?? (isFileSystem(v) ? undefined : treeFault(v as FileTree));
const CHECKS: Record<string, Check> = {
  wasm: () => undefined,
  snapshot: (v) => (v instanceof Uint8Array ? undefined : "not a Uint8Array"),
  heapLimit: number,
  stackLimit: number,
  callLimits: (v) => object(v) ?? limitsFault(v as CallLimits),
  stdout: output,
  stderr: output,
  stdin: input,
  isatty: (v) => (typeof v === "boolean" ? undefined : object(v)),
  args: texts,
  path: texts,
  env: textsByName,
  files,
  filesLimit: number,
  mounts: (v) => object(v) ?? Object.entries(v as object).map(([point, m]) => mountFault(point, m))
    .find(Boolean),
  directory: text,
  clock: (v) =>
    (has(v, "now") && has(v, "ticks") ? undefined : "needs the functions now and ticks"),
  random: callable,
  modules: (v) => object(v) ?? Object.entries(v as object).map(([name, m]) => moduleFault(name, m))
    .find(Boolean),
  js: (v) => (typeof v === "boolean" ? undefined : texts(v)),
  shouldInterrupt: callable,
};

/** @throws {OptionError} naming the first option that makes no sense, or is none */
export function checkOptions(options: object): void {
  if (typeof options !== "object" || options === null)
    throw new OptionError("options", "not an object");
  for (const [name, value] of Object.entries(options)) {
    const check = Object.hasOwn(CHECKS, name) ? CHECKS[name] : undefined;
    if (!check) throw new OptionError(name, "there is no such option");
    const fault = value === undefined ? undefined : check(value);
    if (fault !== undefined) throw new OptionError(name, fault);
  }
}
function limitsFault(limits: CallLimits): string | undefined {
  const strange = Object.keys(limits).find((name) => name !== "fuel" && name !== "timeoutMs");
  if (strange !== undefined) return `there is no limit ${strange}`;
  try {
    new Limits(limits);
  } catch (error) {
    return (error as Error).message;
  }
  return undefined;
}
function moduleFault(name: string, module: unknown): string | undefined {
  if (!name.split(".").every((part) => /^[\p{ID_Start}_]\p{ID_Continue}*$/u.test(part)))
    return `${name} is no name of a module`;
  return typeof module === "function" ? undefined : object(module) && `${name}: ${object(module)}`;
}
function has(value: unknown, name: string): boolean {
  return typeof (value as Record<string, unknown> | null | undefined)?.[name] === "function";
}
export function isFileSystem(value: unknown): value is FileSystem {
  return has(value, "open") && has(value, "stat");
}
function treeFault(tree: FileTree): string | undefined {
  const wrong =
    Object.entries(tree).find(([, v]) => typeof v !== "string" && !(v instanceof Uint8Array));
  return wrong && `${wrong[0]} is neither a string nor a Uint8Array`;
}
function mountFault(point: string, mount: unknown): string | undefined {
  if (normalize(point) !== point || point === "/")
    return `${point} is no absolute path of a directory below /`;
  const inner = isMount(mount) ? mount.files : mount;
  const fault = files(inner);
  return fault && `${point}: ${fault}`;
}
/** A Mount, not a tree that has a file called `files`. */
export function isMount(value: unknown): value is Mount {
  const inner = (value as Mount | undefined)?.files;
  return typeof inner === "object" && !(inner instanceof Uint8Array) && !isFileSystem(value);
}
