// The exports of krait.wasm, as assembly/index.ts makes them, and passing text to and from its memory.

/** What `run` of the core says. */
export const STATUS = {
  done: 0,
  raised: 1,
  /** Waits until `waitUntilMs()`. */
  waitTime: 2,
  /** Waits for an answer of the host. */
  waitHost: 3,
  outOfFuel: 4,
  paused: 5,
  /** To be called again at once: V8 replaces code only where it is entered (docs/design.md section 8). */
  reenter: 6,
  /** Waits for standard input. */
  waitStdin: 7,
} as const;

/** How `start` compiles: a program, an expression, one interactive statement. */
export const MODE = { exec: 0, eval: 1, single: 2 } as const;

/** options of `start`, as in assembly/compiler/compile.ts. */
export const START = {
  /** The value of a program whose last statement is an expression is its result. */
  lastValue: 2,
  /** The source is the bytes of a file, in which a `coding` comment counts. */
  bytes: 4,
} as const;

/** Fuel without end. */
export const UNLIMITED = 2n ** 62n;

/** What `resultKind` says about the result of a program. */
export const RESULT = { none: 0, false: 1, true: 2, int: 3, float: 4, str: 5, other: 6 } as const;

export interface CoreExports {
  readonly memory: WebAssembly.Memory;
  /** Address and length (bytes, UTF-8) of the text that resultString and errorText left. */
  readonly textAt: WebAssembly.Global;
  readonly textLength: WebAssembly.Global;
  /** heapLimit: bytes. Once, before the first program. */
  configure(heapLimit: number): void;
  /** Address of a buffer of at least this many bytes, valid until the next call of the core. */
  scratch(bytes: number): number;
  /** Append to sys.argv, to sys.path, and `NAME=value` to os.environ. */
  addArgument(at: number, bytes: number): void;
  addPath(at: number, bytes: number): void;
  addEnvironment(at: number, bytes: number): void;
  /** Optimisation level of the compiler, as `-O`. */
  setOptLevel(level: number): void;
  /** From 2 on, the bytecode of all that is compiled is listed on standard output. */
  setVerbose(level: number): void;
  /** Current directory of the program. */
  setDirectory(at: number, bytes: number): void;
  /** Sets a global of `__main__` to a str: name and value lie behind each other at `at`. */
  setGlobal(at: number, nameBytes: number, valueBytes: number): void;
  /** Compiles and makes ready to run in `__main__`. 0: ready; 1: an exception (errorText). */
  start(source: number, sourceBytes: number, name: number, nameBytes: number, mode: number, options: number): number;
  /** Runs for at most `fuel` (UNLIMITED: no limit). Returns a STATUS. */
  run(fuel: bigint): number;
  /** Runs the finalizers (`__del__`) of all that is left, when nothing runs any more. */
  finalize(): void;
  /** Gives up the program that runs. */
  abandon(): void;
  /** Unit: ms of the clock that the host's time.ticks gives. */
  waitUntilMs(): number;
  /** KeyboardInterrupt is raised at the next safepoint, or out of what the program waits for. */
  interrupt(): void;
  /** Fuel used since the instance was made. */
  fuelUsed(): bigint;
  /** A RESULT. */
  resultKind(): number;
  resultNumber(): number;
  /** Leaves `str(result)` in textAt. 0 if that raised. */
  resultString(): number;
  /** Leaves the traceback of the exception that ended the program. 0 if there is none. */
  errorText(): number;
  /** What SystemExit asks for; -1: the exception is none. */
  exitCode(): number;
  /** Bytes that saveGlobals writes. */
  readonly globalsBytes: WebAssembly.Global;
  /** Writes the core's globals, with the memory all its state, to memory at an address; a multiple of 8. */
  saveGlobals(at: number): void;
  /** Sets the globals to what saveGlobals wrote. */
  loadGlobals(at: number): void;
  /** For snapshots; see js/host/packer.ts. */
  pack(work: number, workBytes: number): void;
  packCount(image: number, imageBytes: number, bytes: number): number;
  packRangeBytes(): number;
  packDelta(image: number, imageBytes: number, bytes: number, to: number): void;
  unpack(): number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Puts texts into the core's memory. Returns [address, bytes] of each, valid until the next call of the core. */
export function passTexts(core: CoreExports, ...texts: (string | Uint8Array)[]): number[] {
  const parts = texts.map((text) => (typeof text === "string" ? encoder.encode(text) : text));
  let at = core.scratch(parts.reduce((sum, part) => sum + part.length, 0));
  const memory = new Uint8Array(core.memory.buffer);
  return parts.flatMap((part) => {
    memory.set(part, at);
    at += part.length;
    return [at - part.length, part.length];
  });
}
/** The text that the core left. */
export function leftText(core: CoreExports): string {
  const at = core.textAt.value >>> 0, length = core.textLength.value >>> 0;
  return decoder.decode(new Uint8Array(core.memory.buffer, at, length));
}
