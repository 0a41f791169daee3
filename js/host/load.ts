// Making an instance: the core's imports from the options, and what is set before the first
// program. The public `load` is in js/entries: each entry of the package knows where its host finds
// the core.
import { type BorderOptions } from "../border/border.js";
import { createFfi } from "../border/imports.js";
import { objectsPart } from "../border/saved.js";
import { type CoreLocation, compileCore, ownCore } from "./compile.js";
import { type CoreExports } from "./core.js";
import { LoadError, OptionError, SnapshotError } from "./errors.js";
import { guardCore } from "./guarded_core.js";
import { type SavedParts, ShiftedClocks, filesPart, savedTrees } from "./host_state.js";
import { PENDING } from "./imports.js";
import {
  type HostParts, type StreamWaits, blockHere, configure, heapBytes, instantiate, setLimits,
  zoneOffset,
} from "./instance.js";
import { Krait } from "./krait.js";
import { type LoadOptions, checkOptions } from "./options.js";
import { OwnFiles } from "./own_files.js";
import { type OpenSnapshot, openSnapshot, restoreSnapshot, snapshotsOf } from "./snapshot.js";
import { InputQueue, OutputQueue } from "./streams.js";

/** `load` of an entry. @internal */
export async function loadAt(location: CoreLocation, options: LoadOptions): Promise<Krait> {
  checkOptions(options);
  return make(await coreAt(location, options.wasm), options);
}
/** The compiled core that an entry, or the option `wasm`, names. @internal */
export function coreAt(location: CoreLocation,
    wasm?: LoadOptions["wasm"]): Promise<WebAssembly.Module> {
  return wasm === undefined ? ownCore(location) : compileCore(wasm, location.readFile);
}

/**
 * Makes a Python from a compiled core, at once.
 * @throws {LoadError} if the module is another, or there is no memory for one more instance
 * @throws {OptionError} naming an option that makes no sense
 * @throws {SnapshotError} if the option `snapshot` cannot be gone on from
 */
export function loadSync(module: WebAssembly.Module, options: Omit<LoadOptions,
    "wasm"> = {}): Krait {
  checkOptions(options);
  if (!(module instanceof WebAssembly.Module))
    throw new LoadError("loadSync takes a WebAssembly.Module");
  return make(module, options);
}
/** A number of the option `clock`. Waits would never end by one that is none. */
function said(value: unknown, name: string): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new OptionError("clock",
    `${name}() gave ${typeof value === "number" ? value : `a value of type ${typeof value}`}, not a finite number`);
}
/** The same without checks. look: how values look, for another API. @internal */
export function make(
  module: WebAssembly.Module, options: Omit<LoadOptions, "wasm">, look: Pick<BorderOptions,
  "style" | "waits"> = {},
): Krait {
  const snapshot = options.snapshot && openSnapshot(module, options.snapshot);
  const own = new OwnFiles(options, snapshot && savedTrees(snapshot));
  const report = (error: unknown) => engine.streamError(error);
  const input = new InputQueue(options.stdin, report);
  const outputs = [new OutputQueue(options.stdout, report),
    new OutputQueue(options.stderr, report)] as const;
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
    processTicks: clock ? () => said(clock.processTicks ? clock.processTicks() : clock.ticks(),
      "ticks") : () => performance.now(),
    zoneOffset: clock?.zoneOffset ? (seconds) => said(clock.zoneOffset!(seconds), "zoneOffset")
      : zoneOffset,
    block: (ms) => {
      if (clock?.wait) void clock.wait(ms); else blockHere(ms);
      return false;
    },
    random: random ? (into) => random(into) : (into) => { fillRandom(into); },
    files: own.all,
  };
  const streams: StreamWaits = {
    input: () => input.waiting,
    output: () => outputs[0].drained ?? outputs[1].drained,
    idle: () => outputs[0].idle ?? outputs[1].idle,
    close: () => { for (const stream of [input, ...outputs]) stream.close(); },
    ...(clock?.wait && { sleep: (ms: number) => clock.wait!(ms) }),
  };
  const clocks = new ShiftedClocks(parts);
  const shifted = {
    ...parts, ticks: () => clocks.ticks(), processTicks: () => clocks.processTicks(),
    block: (ms: number) => {
      const before = parts.ticks(), interrupted = parts.block(ms);
      // By a clock that stands still no wait would ever end.
      if (parts.ticks() === before) clocks.pass(ms);
      return interrupted;
    },
  };
  const { core, engine, border, open } = instantiate(module, shifted, streams, options,
    { ffi: createFfi, look, guard: snapshot && guardCore });
  engine.memoryFiles = own.root;
  const saved: SavedParts = {
    clocks: clocks.part, files: filesPart(open, own), input: input.part, stdout: outputs[0].part,
    stderr: outputs[1].part,
    objects: objectsPart(border),
  };
  const restored = snapshot !== undefined;
  try {
    if (snapshot) restore(core, saved, snapshot, options);
    else configure(core, options);
    setLimits(core, options);
    return new Krait(engine, own.root, () => snapshotsOf(module, engine.core, saved, restored));
  } catch (error) {
    if (!restored || !engine.disposed) throw error;
    throw new SnapshotError("the snapshot is damaged", { cause: error });
  }
}

/** Gives a new instance the state of a snapshot; what the options say besides counts more. */
function restore(
  core: CoreExports, parts: SavedParts, snapshot: OpenSnapshot, options: Omit<LoadOptions, "wasm">,
): void {
  const image = core.memory.buffer.byteLength, limit = options.heapLimit;
  // Memory grows in steps, and is never given back: twice the limit is what a program of that limit
  // can have taken.
  const most = limit === undefined ? Infinity : image + 2 * heapBytes(limit) + (8 << 20);
  restoreSnapshot(core, parts, snapshot, most);
  if (limit !== undefined) core.configure(heapBytes(limit));
}

/** `crypto.getRandomValues` gives at most 65,536 bytes at a time. */
function fillRandom(into: Uint8Array): void {
  for (let at = 0; at < into.length; at += 65536)
    crypto.getRandomValues(into.subarray(at, at + 65536));
}

