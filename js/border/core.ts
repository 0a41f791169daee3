// The exports of krait.wasm that the border uses: assembly/program/border.ts and border_ops.ts. All
// addresses are bytes in the core's memory; a *place* is the address of a value, 8 bytes.

export interface BorderExports {
  readonly memory: WebAssembly.Memory;
  /** Address of the words that INFO names. */
  borderInfo(): number;
  /** A buffer of at least this many bytes, valid until the next call of the core. */
  scratch(bytes: number): number;
  /** A handle for the value at a place, above 0; 0: no memory. */
  borderHold(place: number): number;
  borderDrop(handle: number): void;
  /** Handles that are held. */
  borderHeld(): number;
  /** Goes back to so many calls that are going on, after one was left by an error of JavaScript. */
  borderRecover(depth: number): void;
  /** Most fuel of each call outside of tasks (UNLIMITED: no limit). */
  setCallFuel(fuel: bigint): void;
  /** Calls a value with those at `row`. 0: the result lies in the row; 1: the exception; 4: it was
   *  ended for want of fuel. */
  borderCall(callee: number, row: number, count: number, keywords: number): number;
  /** The same with an attribute of the value in the first place, with those behind it; `name`:
   *  address of an interned str. */
  borderCallMethod(name: number, row: number, count: number, keywords: number): number;
  /** Make values at a place. 0: MemoryError lies there. */
  borderStr(place: number, at: number, bytes: number): number;
  borderBytes(place: number, at: number, bytes: number): number;
  borderFloat(place: number, value: number): number;
  borderInt(place: number, at: number, limbs: number, negative: number): number;
  borderObject(place: number, index: number, callable: number): number;
  /** A KIND; details lie in the words at INFO.out. */
  borderKind(address: number): number;
  /** TRAITS. */
  borderTraits(address: number): number;
  /** SHAPE; details as above. */
  borderItems(address: number): number;
  borderBuffer(address: number): number;
  /** Carries out an OP. 0: done; 1: raised; 2: nothing of the kind; 3: what the op says; 4: as
   *  above. */
  borderDo(op: number, row: number): number;
  /** Reads the exception in the first of 8 places: see EXCEPTION. */
  borderDescribe(row: number): void;
  /** What a task ended with, to a place. 0: result; 1: exception; 2: it goes on. */
  borderTask(task: number, place: number): number;
  /** JavaScript objects that Python holds. */
  jsHeld(): number;
}

/** Words at borderInfo(). */
export const INFO = {
  row: 0, rowValues: 1, out: 2, result: 3, none: 4, true: 5, false: 6, undefined: 7, text: 8,
  textBytes: 9,
  jsTable: 10,
} as const;

/** Answers of the `ffi` imports; assembly/host.ts has the same numbers. */
export const FFI = { done: 0, raised: 1, missing: 2, pending: 3, class: 4 } as const;
export const ASK = {
  str: 0, repr: 1, truth: 2, length: 3, iter: 4, names: 5, token: 6, asyncIter: 7, enter: 8,
} as const;
export const PERFORM = {
  contains: 0, exit: 1, answer: 2, toPython: 3, toJs: 4, proxy: 5, asyncNext: 6, typeof: 7,
  instanceof: 8, counts: 9,
  asyncExit: 10, bytes: 11, callAsync: 12, drop: 13,
} as const;

export const KIND = { object: 0, int: 1, big: 2, float: 3, str: 4, bytes: 5, js: 6 } as const;
export const SHAPE = { none: 0, sequence: 1, dict: 2, set: 3 } as const;
/** Bytes of an entry of a dict or set: key, value, hash. */
export const ENTRY_BYTES = 24;

export const OP = {
  getAttr: 0, setAttr: 1, deleteAttr: 2, getItem: 3, setItem: 4, deleteItem: 5, contains: 6,
  length: 7, iter: 8, next: 9,
  repr: 10, str: 11, builtin: 12, typeName: 13, truth: 14, equal: 15, newList: 16, append: 17,
  newDict: 18, newSet: 19,
  add: 20, toTuple: 21, view: 22, import: 23, globals: 24, jsError: 25, error: 26, task: 27,
  intern: 28, namespace: 29, getMember: 30, jsErrorArgs: 31,
} as const;

/** Places that borderDescribe fills. */
export const EXCEPTION = {
  type: 0, text: 1, formatted: 2, frames: 3, args: 4, code: 5, jsError: 6, cause: 7, places: 8,
} as const;

/** Exceptions that OP.error makes. */
export const ERROR = {
  TypeError: 0, RuntimeError: 1, RecursionError: 2, StopAsyncIteration: 3, MemoryError: 4,
  ImportError: 5,
  KeyboardInterrupt: 6, IndexError: 7,
} as const;

export const TRAIT = {
  callable: 1, iterable: 2, iterator: 4, subscriptable: 8, assignable: 16, container: 32, sized: 64,
  awaitable: 128,
  asyncIterable: 256, buffer: 512, class: 1024, exception: 2048, mapping: 4096, generator: 8192,
  context: 16384,
  sequence: 32768,
} as const;
