// An instance on a host of one's own: the core with its imports, engine and border, and what is set
// before the first program.
//
// The command begins here: load.ts, for all others, adds streams, files in memory and snapshots.
import { type BorderOptions, Border } from "../border/border.js";
import { guardCallbacks } from "../border/callbacks.js";
import { type CoreExports, UNLIMITED, passTexts } from "./core.js";
import { Engine } from "./engine.js";
import { LoadError } from "./errors.js";
import { type Host, createImports } from "./imports.js";
import { Limits } from "./limits.js";
import { OpenFiles } from "./open_files.js";
import type { LoadOptions } from "./options.js";
import { probeStack } from "./stack.js";

const HEAP_LIMIT = 64 << 20;
const STRANGE = "this module is not krait.wasm, or of another version";

/** What an instance reaches of the world, but for what the engine does itself. @internal */
export type HostParts = Omit<Host, "poll" | "fault" | "pending">;
/** @internal */
export interface StreamWaits {
  input(): Promise<void> | undefined;
  output?(): Promise<void> | undefined;
  idle?(): Promise<void> | undefined;
  close?(): void;
  sleep?(ms: number): Promise<void> | void;
}

/** What an instance is made of, before it is configured. @internal */
export interface Instance { core: CoreExports; engine: Engine; border: Border; open: OpenFiles }
/** @internal */
export interface InstanceSettings {
  /** What Python does with JavaScript objects: border/imports.ts. */
  ffi(border: Border): WebAssembly.ModuleImports;
  /** How values look, for another API. */
  look?: Pick<BorderOptions, "style" | "waits">;
  /** The exports to be used, for a core that may fail; giveUp: to be called then. */
  guard?: ((core: CoreExports, giveUp: () => void) => CoreExports) | undefined;
}

/** Makes an instance. @throws {LoadError} if the module is another, or there is no memory for one
 *  more instance. @internal */
export function instantiate(
  module: WebAssembly.Module, parts: HostParts, streams: StreamWaits, options: Omit<LoadOptions,
  "wasm">,
  { ffi, look, guard }: InstanceSettings,
): Instance {
  let core: CoreExports | undefined;
  const host: Host = {
    ...parts, poll: () => engine.poll(), fault: (error) => engine.fault(error),
    pending: () => engine.pending,
  };
  const open = new OpenFiles(host.files),
    border = new Border({ ...options, ...look } as BorderOptions);
  const imports =
    { ...guardCallbacks(border,
      createImports(host, open, () => core!.memory.buffer, (frames) => probeStack(core!, frames))),
        ffi: ffi(border) };
  try {
    core = new WebAssembly.Instance(module, imports).exports as unknown as CoreExports;
  } catch (error) {
    const { message } = error as Error;
    throw new LoadError(error instanceof RangeError ? `no memory for another instance: ${message}`
      : `${STRANGE}: ${message}`,
      { cause: error });
  }
  if (!(core.memory instanceof WebAssembly.Memory && typeof core.borderTraits === "function"))
    throw new LoadError(STRANGE);
  if (guard) core = guard(core, () => engine.dispose());
  const { close, ...waits } = streams;
  const engine = new Engine(core, border, {
    ticks: parts.ticks,
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
  return { core, engine, border, open };
}
/** What may be other than in the run that a snapshot was made of. @internal */
export function setLimits(core: CoreExports,
    { stackLimit, callLimits, isatty: tty }: Omit<LoadOptions, "wasm">): void {
  core.setCallFuel(new Limits(callLimits ?? {}).fuel ?? UNLIMITED);
  if (stackLimit !== undefined) core.setStackLimit(Math.min(stackLimit, 1 << 20));
  if (tty === undefined) return;
  const { stdin = false, stdout = false, stderr = false } = typeof tty === "boolean"
    ? { stdin: tty, stdout: tty, stderr: tty } : tty;
  core.setTerminals(Number(stdin) | Number(stdout) << 1 | Number(stderr) << 2);
}

/** Gives a new instance what a program finds in it. @internal */
export function configure(core: CoreExports, options: Omit<LoadOptions, "wasm">): void {
  core.configure(heapBytes(options.heapLimit));
  const pass = (text: string, to: (at: number, bytes: number) => void) => {
    const [at, bytes] = passTexts(core, text) as [number, number];
    to(at, bytes);
  };
  for (const argument of options.args ?? []) pass(argument, core.addArgument);
  for (const entry of options.path ?? ["/", "/lib"]) pass(entry, core.addPath);
  for (const [name, value] of Object.entries(options.env ?? {}))
    pass(`${name}=${value}`, core.addEnvironment);
  if (options.directory) pass(options.directory, core.setDirectory);
}
/** Unit: bytes. @internal */
export const heapBytes = (limit = HEAP_LIMIT): number => Math.min(limit, 0xffff0000);

/** Local time minus UTC at `seconds` since 1970, as the host has it. Unit: seconds. */
export function zoneOffset(seconds: number): number {
  const minutes = new Date(seconds * 1000).getTimezoneOffset();
  return Number.isNaN(minutes) ? 0 : -minutes * 60;
}

/** Waits without giving the event loop a turn; where the host forbids to sleep (a page), by looking
 *  at the clock. */
export function blockHere(ms: number): void {
  if (ms <= 0) return;
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  } catch {
    const end = performance.now() + ms;
    while (performance.now() < end);
  }
}
