// The exports of a core that goes on from a snapshot.
//
// A snapshot is code, and its checksum no signature: one that was forged may hold a state that the
// core cannot be in. A trap is then no error of ours, and must not reach the caller as one: the
// instance is given up, with a typed error.
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
  const guard = (f: (...args: unknown[]) => unknown) => (...args: unknown[]): unknown => {
    if (failure) throw failure;
    try {
      return f(...args);
    } catch (error) {
      if (!isTrap(error)) throw error;
      failure = new KraitError(`the core has failed: ${(error as Error).message}`,
        { cause: error });
      giveUp();
      throw failure;
    }
  };
  return Object.fromEntries(Object.entries(core).map(([name, value]) => (
    // Of stackProbe an overflow is an answer.
    [name, typeof value === "function" && name !== "stackProbe"
      ? guard(value as (...args: unknown[]) => unknown) : value]
  ))) as unknown as CoreExports;
}
