// Making an instance: the core's imports from the options, and what is set before the first program.
// The public `load` is in js/entries: each entry of the package knows where its host finds the core.
import type { FileSystem } from "../fs/filesystem.js";
import { MemoryFileSystem } from "../fs/memory.js";
import { MountedFileSystem } from "../fs/mounts.js";
import { type CoreLocation, compileCore, ownCore } from "./compile.js";
import { type CoreExports, passTexts } from "./core.js";
import { Engine } from "./engine.js";
import { LoadError, OptionError } from "./errors.js";
import { type SavedPart, type SavedParts, ShiftedClocks, filesPart } from "./host_state.js";
import { type Host, PENDING, createImports } from "./imports.js";
import { Krait } from "./krait.js";
import { OpenFiles } from "./open_files.js";
import { type FileTree, type LoadOptions, checkOptions, isFileSystem, isMount } from "./options.js";
import { restoreSnapshot, snapshotsOf } from "./snapshot.js";
import { InputQueue, OutputQueue } from "./streams.js";

const HEAP_LIMIT = 64 << 20;

/** `load` of an entry. @internal */
export async function loadAt(location: CoreLocation, options: LoadOptions): Promise<Krait> {
  checkOptions(options);
  const { wasm } = options;
  return loadSync(await (wasm === undefined ? ownCore(location) : compileCore(wasm, location.readFile)), options);
}

/**
 * Makes a Python from a compiled core, at once.
 * @throws {LoadError} if the module is another
 * @throws {OptionError} naming an option that makes no sense
 */
export function loadSync(module: WebAssembly.Module, options: Omit<LoadOptions, "wasm"> = {}): Krait {
  checkOptions(options);
  if (!(module instanceof WebAssembly.Module)) throw new LoadError("loadSync takes a WebAssembly.Module");
  const memoryFiles = isFileSystem(options.files) ? undefined : memoryOf(options.files, options, "files");
  const report = (error: unknown) => engine.streamError(error);
  const input = new InputQueue(options.stdin, report);
  const outputs = [new OutputQueue(options.stdout, report), new OutputQueue(options.stderr, report)] as const;
  const { clock, random } = options;
  const parts: HostParts = {
    write: (stream, bytes) => {
      const output = outputs[stream === 2 ? 1 : 0];
      const taken = output.write(bytes);
      if (output.full) engine.core.waitOutput();
      return taken;
    },
    read: (into) => input.read(into) ?? PENDING,
    now: clock ? () => clock.now() : () => Date.now() / 1000,
    ticks: clock ? () => clock.ticks() : () => performance.now(),
    processTicks: clock ? () => (clock.processTicks ? clock.processTicks() : clock.ticks()) : () => performance.now(),
    zoneOffset: clock?.zoneOffset ? (seconds) => clock.zoneOffset!(seconds) : zoneOffset,
    block: (ms) => {
      if (clock?.wait) void clock.wait(ms); else blockHere(ms);
      return false;
    },
    random: random ? (into) => random(into) : (into) => { fillRandom(into); },
    files: withMounts(memoryFiles ?? options.files as FileSystem, options),
  };
  const streams: StreamWaits = {
    part: input.part,
    input: () => input.waiting,
    output: () => outputs[0].drained ?? outputs[1].drained,
    idle: () => outputs[0].idle ?? outputs[1].idle,
    close: () => { for (const stream of [input, ...outputs]) stream.close(); },
    ...(clock?.wait && { sleep: (ms: number) => clock.wait!(ms) }),
  };
  const { engine, python } = instantiate(module, parts, streams, options, memoryFiles);
  return python;
}

/** What an instance reaches of the world, but for what the engine does itself. @internal */
export type HostParts = Omit<Host, "poll" | "fault" | "pending">;
/** @internal */
export interface StreamWaits {
  /** Input that was given and not yet read. */
  part?: SavedPart;
  input(): Promise<void> | undefined;
  output?(): Promise<void> | undefined;
  idle?(): Promise<void> | undefined;
  close?(): void;
  sleep?(ms: number): Promise<void> | void;
}

/** Makes an instance on a host of one's own. @internal */
export function instantiate(
  module: WebAssembly.Module, parts: HostParts, streams: StreamWaits, options: Omit<LoadOptions, "wasm">,
  memoryFiles?: MemoryFileSystem,
): { engine: Engine; python: Krait } {
  let core: CoreExports | undefined;
  const host: Host = {
    ...parts, poll: () => engine.poll(), fault: (error) => engine.fault(error), pending: () => engine.pending,
  };
  const clocks = new ShiftedClocks(host), open = new OpenFiles(host.files);
  const shifted = { ...host, ticks: () => clocks.ticks(), processTicks: () => clocks.processTicks() };
  const imports = createImports(shifted, open, () => core!.memory.buffer);
  try {
    core = new WebAssembly.Instance(module, imports).exports as unknown as CoreExports;
  } catch (error) {
    throw new LoadError(`this module is not krait.wasm, or of another version: ${(error as Error).message}`);
  }
  const { part, ...waits } = streams;
  const engine = new Engine(core, {
    ticks: shifted.ticks,
    block: parts.block,
    output: () => undefined,
    close: () => {},
    ...waits,
    shouldInterrupt: options.shouldInterrupt,
  });
  const saved = { clocks: clocks.part, files: filesPart(open, memoryFiles), ...part && { input: part } };
  if (options.snapshot) restore(module, core, saved, options, memoryFiles);
  else configure(core, options);
  if (options.stackLimit !== undefined) core.setStackLimit(Math.min(options.stackLimit, 1 << 20));
  const tty = options.isatty;
  if (tty !== undefined) {
    const { stdin = false, stdout = false, stderr = false } = typeof tty === "boolean" ? { stdin: tty, stdout: tty, stderr: tty } : tty;
    core.setTerminals(Number(stdin) | Number(stdout) << 1 | Number(stderr) << 2);
  }
  return { engine, python: new Krait(engine, memoryFiles, snapshotsOf(module, core, saved)) };
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

function memoryOf(tree: FileTree | undefined, options: LoadOptions, name: string): MemoryFileSystem {
  try {
    return new MemoryFileSystem(tree, options.clock ? () => options.clock!.now() : undefined);
  } catch (error) {
    throw new OptionError(name, (error as Error).message);
  }
}
/** The whole tree: the option `files` with `mounts` in it. */
function withMounts(root: FileSystem, options: LoadOptions): FileSystem {
  const mounts = Object.entries(options.mounts ?? {});
  if (mounts.length === 0) return root;
  const all = new MountedFileSystem();
  all.mount("/", root);
  for (const [point, mount] of mounts) {
    const { files, readOnly } = isMount(mount) ? mount : { files: mount };
    all.mount(point, isFileSystem(files) ? files : memoryOf(files as FileTree, options, "mounts"), { readOnly: readOnly ?? false });
  }
  return all;
}

/** `crypto.getRandomValues` gives at most 65,536 bytes at a time. */
function fillRandom(into: Uint8Array): void {
  for (let at = 0; at < into.length; at += 65536) crypto.getRandomValues(into.subarray(at, at + 65536));
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
