// Args: the arguments of a native function, a row of values in memory.
//
// A native is `(args: Args, n: i32) => Value`, n the number of positional arguments (self
// included). They stay alive through the call (the caller's frame or roots stack holds them), and
// the row may be read until the native returns, also after a safepoint. How keyword arguments
// arrive depends on the signature that the native was registered with: objects/builder.ts.
import { Value } from "../core/value";

@unmanaged export class Args {
  /** Argument `i`; NOTHING if it was left out (natives with a signature only). */
  @inline at(i: i32): Value { return load<u64>(changetype<usize>(this) + (<usize>i << 3)); }
  @inline set(i: i32, v: Value): void { store<u64>(changetype<usize>(this) + (<usize>i << 3), v); }
  /** The row without its first `i` arguments. */
  @inline from(i: i32): Args { return changetype<Args>(changetype<usize>(this) + (<usize>i << 3)); }
}

/** A built-in function. Returns its result, RAISED, TAIL_CALL or WAIT. */
export type NativeFn = (args: Args, n: i32) => Value;
