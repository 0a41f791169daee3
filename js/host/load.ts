// Making an instance: the core's imports from the options, and what is set before the first program.
// The public `load` is in js/entries: each entry of the package knows where its host finds the core.
import { guardCore } from "./guarded_core.js";
import { Border, type BorderOptions } from "../border/border.js";
import { createFfi, guardCallbacks } from "../border/imports.js";
import { objectsPart } from "../border/saved.js";
import { type CoreLocation, compileCore, ownCore } from "./compile.js";
import { type CoreExports, UNLIMITED, passTexts } from "./core.js";
import { Engine } from "./engine.js";
import { LoadError, OptionError, SnapshotError } from "./errors.js";
import { type SavedParts, ShiftedClocks, filesPart, savedTrees } from "./host_state.js";
import { type Host, PENDING, createImports } from "./imports.js";
import { Krait } from "./krait.js";
import { Limits } from "./limits.js";
import { OpenFiles } from "./open_files.js";
import { type LoadOptions, checkOptions } from "./options.js";
import { OwnFiles } from "./own_files.js";
import { type OpenSnapshot, openSnapshot, restoreSnapshot, snapshotsOf } from "./snapshot.js";
import { InputQueue, OutputQueue } from "./streams.js";

const HEAP_LIMIT = 64 << 20;
const STRANGE = "this module is not krait.wasm, or of another version";

/** `load` of an entry. @internal */
export async function loadAt(location: CoreLocation, options: LoadOptions): Promise<Krait> {
  checkOptions(options);
  return make(await coreAt(location, options.wasm), options);
}
/** The compiled core that an entry, or the option `wasm`, names. @internal */
export function coreAt(location: CoreLocation, wasm?: LoadOptions["wasm"]): Promise<WebAssembly.Module> {
  return wasm === undefined ? ownCore(location) : compileCore(wasm, location.readFile);
}

/**
 * Makes a Python from a compiled core, at once.
 * @throws {LoadError} if the module is another, or there is no memory for one more instance
 * @throws {OptionError} naming an option that makes no sense
 * @throws {SnapshotError} if the option `snapshot` cannot be gone on from
 */
export function loadSync(module: WebAssembly.Module, options: Omit<LoadOptions, "wasm"> = {}): Krait {
  checkOptions(options);
  if (!(module instanceof WebAssembly.Module)) throw new LoadError("loadSync takes a WebAssembly.Module");
  return make(module, options);
}
/** A number of the option `clock`. Waits would never end by one that is none. */
function said(value: unknown, name: string): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new OptionError("clock", `${name}() gave ${typeof value === "number" ? value : `a value of type ${typeof value}`}, not a finite number`);
}
/** The same without checks. look: how values look, for another API. @internal */
export function make(
  module: WebAssembly.Module, options: Omit<LoadOptions, "wasm">, look: Pick<BorderOptions, "style" | "waits"> = {},
): Krait {
  const snapshot = options.snapshot && openSnapshot(module, options.snapshot);
  const own = new OwnFiles(options, snapshot && savedTrees(snapshot));
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
    now: clock ? () => said(clock.now(), "now") : () => Date.now() / 1000,
    ticks: clock ? () => said(clock.ticks(), "ticks") : () => performance.now(),
    processTicks: clock ? () => said(clock.processTicks ? clock.processTicks() : clock.ticks(), "ticks") : () => performance.now(),
    zoneOffset: clock?.zoneOffset ? (seconds) => said(clock.zoneOffset!(seconds), "zoneOffset") : zoneOffset,
    block: (ms) => {
      if (clock?.wait) void clock.wait(ms); else blockHere(ms);
      return false;
    },
    random: random ? (into) => random(into) : (into) => { fillRandom(into); },
    files: own.all,
  };
  const streams: StreamWaits = {
    parts: { input: input.part, stdout: outputs[0].part, stderr: outputs[1].part },
    input: () => input.waiting,
    output: () => outputs[0].drained ?? outputs[1].drained,
    idle: () => outputs[0].idle ?? outputs[1].idle,
    close: () => { for (const stream of [input, ...outputs]) stream.close(); },
    ...(clock?.wait && { sleep: (ms: number) => clock.wait!(ms) }),
  };
  const { engine, python } = instantiate(module, parts, streams, options, own, snapshot, look);
  return python;
}

/** What an instance reaches of the world, but for what the engine does itself. @internal */
export type HostParts = Omit<Host, "poll" | "fault" | "pending">;
/** @internal */
export interface StreamWaits {
  /** What streams have to keep. */
  parts?: SavedParts;
  input(): Promise<void> | undefined;
  output?(): Promise<void> | undefined;
  idle?(): Promise<void> | undefined;
  close?(): void;
  sleep?(ms: number): Promise<void> | void;
}

/** Makes an instance on a host of one's own. @internal */
export function instantiate(
  module: WebAssembly.Module, parts: HostParts, streams: StreamWaits, options: Omit<LoadOptions, "wasm">,
  own?: OwnFiles, snapshot?: OpenSnapshot, look: Pick<BorderOptions, "style" | "waits"> = {},
): { engine: Engine; python: Krait } {
  let core: CoreExports | undefined;
  const host: Host = {
    ...parts, poll: () => engine.poll(), fault: (error) => engine.fault(error), pending: () => engine.pending,
  };
  const clocks = new ShiftedClocks(host), open = new OpenFiles(host.files);
  const shifted = { ...host, ticks: () => clocks.ticks(), processTicks: () => clocks.processTicks() };
  const border = new Border({ ...options, ...look } as BorderOptions);
  const imports = {
    ...guardCallbacks(border, createImports(shifted, open, () => core!.memory.buffer)), ffi: createFfi(border),
  };
  try {
    core = new WebAssembly.Instance(module, imports).exports as unknown as CoreExports;
  } catch (error) {
    const { message } = error as Error;
    throw new LoadError(error instanceof RangeError ? `no memory for another instance: ${message}` : `${STRANGE}: ${message}`,
      { cause: error });
  }
  if (!(core.memory instanceof WebAssembly.Memory && typeof core.borderTraits === "function")) throw new LoadError(STRANGE);
  if (snapshot) core = guardCore(core, () => engine.dispose());
  const { parts: streamParts, close, ...waits } = streams;
  const engine = new Engine(core, border, {
    ticks: shifted.ticks,
    block: parts.block,
    output: () => undefined,
    ...waits,
    close: () => {
      // What outlives the instance may hold these functions, and must not hold its memory.
      core = undefined;
      close?.();
    },
    shouldInterrupt: options.shouldInterrupt,
  }, options.callLimits);
  engine.memoryFiles = own?.root;
  const saved: SavedParts = { clocks: clocks.part, files: filesPart(open, own), ...streamParts, objects: objectsPart(border) };
  const restored = snapshot !== undefined;
  try {
    if (snapshot) restore(core, saved, snapshot, options);
    else configure(core, options);
    setLimits(core, options);
    return { engine, python: new Krait(engine, own?.root, () => snapshotsOf(module, engine.core, saved, restored)) };
  } catch (error) {
    if (!restored || !engine.disposed) throw error;
    throw new SnapshotError("the snapshot is damaged", { cause: error });
  }
}
/** What may be other than in the run that a snapshot was made of. */
function setLimits(core: CoreExports, { stackLimit, callLimits, isatty: tty }: Omit<LoadOptions, "wasm">): void {
  core.setCallFuel(new Limits(callLimits ?? {}).fuel ?? UNLIMITED);
  if (stackLimit !== undefined) core.setStackLimit(Math.min(stackLimit, 1 << 20));
  if (tty === undefined) return;
  const { stdin = false, stdout = false, stderr = false } = typeof tty === "boolean" ? { stdin: tty, stdout: tty, stderr: tty } : tty;
  core.setTerminals(Number(stdin) | Number(stdout) << 1 | Number(stderr) << 2);
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
  core: CoreExports, parts: SavedParts, snapshot: OpenSnapshot, options: Omit<LoadOptions, "wasm">,
): void {
  const image = core.memory.buffer.byteLength, limit = options.heapLimit;
  // Memory grows in steps, and is never given back: twice the limit is what a program of that limit can have taken.
  const most = limit === undefined ? Infinity : image + 2 * heapBytes(limit) + (8 << 20);
  restoreSnapshot(core, parts, snapshot, most);
  if (limit !== undefined) core.configure(heapBytes(limit));
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
