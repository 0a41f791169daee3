// The exports of a core that goes on from a snapshot.
//
// A snapshot is code, and its checksum no signature: one that was forged may hold a state that the
// core cannot be in. A trap is then no error of ours, and must not reach the caller as one: the
// instance is given up, with a typed error.
//
// The same holds for what it answers: a text that does not lie in memory.
import type { CoreExports } from "./core.js";
import { KraitError } from "./errors.js";

/** True for what a core throws that has failed: not for what a host function threw. */
function isTrap(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError
    && /call stack/.test(error.message);
}

/**
 * The same exports; one that traps throws a {@link KraitError}, and after it all do.
 * @param giveUp  called once, when one has trapped
 */
export function guardCore(core: CoreExports, giveUp: () => void): CoreExports {
  let failure: KraitError | undefined;
  const fail = (cause: Error): KraitError => {
    failure = new KraitError(`the core has failed: ${cause.message}`, { cause });
    giveUp();
    return failure;
  };
  const { memory, textAt, textLength } = core;
  const guard = (f: (...args: unknown[]) => unknown) => (...args: unknown[]): unknown => {
    if (failure) throw failure;
    try {
      return f(...args);
    } catch (error) {
      if (!isTrap(error)) throw error;
      throw fail(error as Error);
    }
  };
  const guarded = Object.fromEntries(Object.entries(core).map(([name, value]) => (
    // Of stackProbe an overflow is an answer.
    [name, typeof value === "function" && name !== "stackProbe"
      ? guard(value as (...args: unknown[]) => unknown) : value]
  )));
  // Whoever reads a text asks for its length last.
  const length = {
    get value(): number {
      const bytes = textLength.value as number;
      if ((textAt.value >>> 0) + (bytes >>> 0) > memory.buffer.byteLength)
        throw fail(new Error("its text does not lie in memory"));
      return bytes;
    },
  };
  return { ...guarded, textLength: length } as unknown as CoreExports;
}
