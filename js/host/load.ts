// load: makes an instance. Async when the Wasm module must be fetched or compiled, else loadSync.
// The public `load` is in js/entries: each entry of the package knows where its host finds the core.
import type { FileSystem } from "../fs/filesystem.js";
import { MemoryFileSystem } from "../fs/memory.js";
import { type CoreLocation, type WasmSource, compileCore, ownCore } from "./compile.js";
import { type CoreExports, passTexts } from "./core.js";
import { LoadError } from "./errors.js";
import { type Host, PENDING, createImports } from "./imports.js";
import { type SavedPart, type SavedParts, ShiftedClocks, filesPart } from "./host_state.js";
import { Krait } from "./krait.js";
import { OpenFiles } from "./open_files.js";
import { restoreSnapshot, snapshotsOf } from "./snapshot.js";
import { type BytesSink, type InputSource, type OutputSink, InputQueue, outputWriter } from "./streams.js";

export interface LoadOptions {
  /** The core: a compiled module, its bytes, or where it is. Default: the `krait.wasm` of this package. */
  wasm?: WasmSource | Promise<WasmSource>;
  /** What {@link Krait.snapshot} gave: the new instance goes on from there. `args`, `path`, `env` and `directory` are then
   *  those of the snapshot; `files` are written over its files. A snapshot is code: load only what you made. */
  snapshot?: Uint8Array;
  /** Largest Python heap. Unit: bytes. Default: 64 MiB. Beyond it Python raises MemoryError. */
  heapLimit?: number;
  /** Take what the program prints. Default: it is dropped. */
  stdout?: OutputSink | BytesSink;
  stderr?: OutputSink | BytesSink;
  /** Gives what the program reads. Default: it is at its end at once. */
  stdin?: InputSource;
  /** sys.argv. Default: empty. */
  args?: string[];
  /** sys.path. Default: `/` and `/lib` of the program's files. */
  path?: string[];
  /** os.environ and os.getenv. Default: empty. */
  env?: Record<string, string>;
  /** The program's files: path -> contents, kept in memory; or a filesystem. */
  files?: Record<string, string | Uint8Array> | FileSystem;
  /** The program's current directory. Default: `/`. */
  directory?: string;
  /** Clocks. Default: the host's. */
  clock?: Clock;
  /** Fills with random bytes. Default: `crypto.getRandomValues`. */
  random?: (into: Uint8Array) => void;
  /** Polled every few milliseconds of a run; true raises KeyboardInterrupt. Example: `() => Date.now() > deadline`. */
  shouldInterrupt?: () => boolean;
}

export interface Clock {
  /** Seconds since 1970-01-01 UTC. */
  now(): number;
  /** Never goes back. Unit: ms. */
  ticks(): number;
  /** Processor time used. Unit: ms. Default: as ticks. */
  processTicks?(): number;
  /** Local time minus UTC at `seconds` since 1970. Unit: seconds. Default: the host's time zone. */
  zoneOffset?(seconds: number): number;
}

const HEAP_LIMIT = 64 << 20;

/** `load` of an entry. @internal */
export async function loadAt(location: CoreLocation, options: LoadOptions): Promise<Krait> {
  const { wasm } = options;
  return loadSync(await (wasm === undefined ? ownCore(location) : compileCore(wasm, location.readFile)), options);
}

/**
 * Makes a Python from a compiled core, at once.
 * @throws {LoadError} if the module is another
 */
export function loadSync(module: WebAssembly.Module, options: Omit<LoadOptions, "wasm"> = {}): Krait {
  const memoryFiles = isFileSystem(options.files) ? undefined
    : new MemoryFileSystem(options.files, options.clock ? () => options.clock!.now() : undefined);
  const input = new InputQueue(options.stdin);
  const clock = options.clock;
  const writers = [outputWriter(options.stdout), outputWriter(options.stderr)] as const;
  const host: Host = {
    write: (stream, bytes) => {
      writers[stream === 2 ? 1 : 0](bytes);
      return bytes.length;
    },
    read: (into) => {
      const count = input.read(into);
      return count < 0 ? PENDING : count;
    },
    now: clock ? () => clock.now() : () => Date.now() / 1000,
    ticks: clock ? () => clock.ticks() : () => performance.now(),
    processTicks: clock ? () => (clock.processTicks ?? clock.ticks)() : () => performance.now(),
    zoneOffset: clock?.zoneOffset ? (seconds) => clock.zoneOffset!(seconds) : zoneOffset,
    block: (ms) => {
      if (!clock) blockHere(ms);
      return options.shouldInterrupt?.() ?? false;
    },
    random: options.random ?? ((into) => { crypto.getRandomValues(into); }),
    files: memoryFiles ?? options.files as FileSystem,
  };
  return instantiate(module, host, input, options, memoryFiles);
}

/** Makes an instance on a host of one's own. @internal */
export function instantiate(
  module: WebAssembly.Module, host: Host, input: { readonly waiting: Promise<void> | undefined; readonly part?: SavedPart },
  options: Omit<LoadOptions, "wasm">, memoryFiles?: MemoryFileSystem,
): Krait {
  let core: CoreExports | undefined;
  const clocks = new ShiftedClocks(host), open = new OpenFiles(host.files);
  const shifted = { ...host, ticks: () => clocks.ticks(), processTicks: () => clocks.processTicks() };
  const imports = createImports(shifted, open, () => core!.memory.buffer);
  try {
    core = new WebAssembly.Instance(module, imports).exports as unknown as CoreExports;
  } catch (error) {
    throw new LoadError(`this module is not krait.wasm, or of another version: ${(error as Error).message}`);
  }
  const parts = { clocks: clocks.part, files: filesPart(open, memoryFiles), ...input.part && { input: input.part } };
  if (options.snapshot) restore(module, core, parts, options, memoryFiles);
  else configure(core, options);
  const waits = {
    ticks: shifted.ticks,
    block: host.block,
    input: () => input.waiting,
    ...(options.shouldInterrupt && { shouldInterrupt: options.shouldInterrupt }),
  };
  return new Krait(core, waits, memoryFiles, snapshotsOf(module, core, parts));
}

/** Gives a new instance what a program finds in it. */
function configure(core: CoreExports, options: Omit<LoadOptions, "wasm">): void {
  core.configure(heapBytes(options.heapLimit));
  const pass = (text: string, to: (at: number, bytes: number) => void) => {
    const [at, bytes] = passTexts(core, text) as [number, number];
    to(at, bytes);
  };
  for (const argument of options.args ?? []) pass(argument, core.addArgument);
  for (const entry of options.path ?? ["/", "/lib"]) pass(entry, core.addPath);
  for (const [name, value] of Object.entries(options.env ?? {})) pass(`${name}=${value}`, core.addEnvironment);
  if (options.directory) pass(options.directory, core.setDirectory);
}
const heapBytes = (limit = HEAP_LIMIT): number => Math.min(limit, 0xffff0000);

/** Gives a new instance the state of a snapshot; what the options say besides counts more. */
function restore(
  module: WebAssembly.Module, core: CoreExports, parts: SavedParts, options: Omit<LoadOptions, "wasm">,
  memoryFiles: MemoryFileSystem | undefined,
): void {
  const image = core.memory.buffer.byteLength, limit = options.heapLimit;
  // Memory grows in steps, and is never given back: twice the limit is what a program of that limit can have taken.
  const most = limit === undefined ? Infinity : image + 2 * heapBytes(limit) + (8 << 20);
  restoreSnapshot(module, core, parts, options.snapshot!, most);
  if (limit !== undefined) core.configure(heapBytes(limit));
  if (!memoryFiles || !options.files) return;
  for (const [path, contents] of Object.entries(options.files)) memoryFiles.writeFile(path, contents);
}

function isFileSystem(files: LoadOptions["files"]): files is FileSystem {
  return typeof files?.open === "function";
}
/** Local time minus UTC at `seconds` since 1970, as the host has it. Unit: seconds. */
export function zoneOffset(seconds: number): number {
  const minutes = new Date(seconds * 1000).getTimezoneOffset();
  return Number.isNaN(minutes) ? 0 : -minutes * 60;
}

/** Waits without giving the event loop a turn; where the host forbids to sleep (a page), by looking at the clock. */
export function blockHere(ms: number): void {
  if (ms <= 0) return;
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  } catch {
    const end = performance.now() + ms;
    while (performance.now() < end);
  }
}
