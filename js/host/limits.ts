// The bounds of one run: its time, its AbortSignal, its slice; and how a program that passes them
// is ended.
//
// First it gets a KeyboardInterrupt, so that its `finally` blocks and `with` statements run. If it
// has not ended after the grace, it is stopped: nothing of it runs any more.
import { EVENT, UNLIMITED } from "./core.js";
import { AbortError, OptionError, TimeoutError } from "./errors.js";

export interface LimitOptions {
  /** Most fuel to use (about one unit a call or a jump back in a loop). Default: no limit. Beyond
   *  it: {@link FuelError}, from where the program can go on. */
  fuel?: number | bigint;
  /** Longest time, waits included. Unit: ms. Default: no limit. Beyond it the program is ended:
   *  {@link TimeoutError}. */
  timeoutMs?: number;
  /** Ends the program when aborted: {@link AbortError}. */
  signal?: AbortSignal;
}

/** Bounds of each call of Python by JavaScript outside of runs. */
export type CallLimits = Pick<LimitOptions, "fuel" | "timeoutMs">;

/** From the KeyboardInterrupt until the program is stopped. Unit: ms. */
const GRACE_MS = 250;

export class Limits {
  readonly fuel: bigint | undefined;
  readonly signal: AbortSignal | undefined;
  readonly #timeoutMs: number;
  /** Unit: ms of performance.now(). */
  readonly #deadline: number;
  /** The run of the program that called the host function in which this run is; undefined: none. */
  readonly #outer: Limits | undefined;
  /** When the present slice ends: the event loop is to have a turn. Infinity: never. */
  sliceEnd = Infinity;
  #error: Error | undefined;
  #stopAt = Infinity;

  /** @throws {OptionError} for a limit that is none */
  constructor(options: LimitOptions, outer?: Limits) {
    const { fuel, timeoutMs, signal } = options;
    if (fuel !== undefined && !(typeof fuel === "bigint" ? fuel >= 0n : Number.isInteger(fuel)
        && fuel >= 0)) {
      throw new OptionError("fuel", `${String(fuel)} is no whole number from 0 on`);
    }
    if (timeoutMs !== undefined && !(typeof timeoutMs === "number" && timeoutMs >= 0)) {
      throw new OptionError("timeoutMs", `${String(timeoutMs)} is no number from 0 on`);
    }
    if (signal !== undefined && typeof signal?.aborted !== "boolean")
      throw new OptionError("signal", "not an AbortSignal");
    this.fuel = fuel === undefined ? undefined : fuel > UNLIMITED ? UNLIMITED : BigInt(fuel);
    this.signal = signal;
    this.#timeoutMs = timeoutMs ?? Infinity;
    this.#deadline = timeoutMs === undefined ? Infinity : performance.now() + timeoutMs;
    this.#outer = outer;
  }

  /** Why the run is being ended; undefined: it is not. */
  get error(): Error | undefined { return this.#error; }
  /** When something is to happen next. Unit: ms of performance.now(); Infinity: never. */
  get next(): number { return this.#error ? this.#stopAt : this.#deadline; }

  /** True if `check` has something to say at once. */
  due(): boolean {
    return performance.now() >= this.next || (!this.#error && this.signal?.aborted === true);
  }
  /** What is wanted of the program now: EVENT bits. Interrupts once, when a limit is passed. */
  check(now: number): number {
    if (this.#outer?.passed(now)) {
      this.#error ??= this.#outer.#reason(now);
      return EVENT.stop;
    }
    if (this.#error) return now >= this.#stopAt ? EVENT.stop : 0;
    if (this.passed(now)) {
      this.#error = this.#reason(now);
      this.#stopAt = now + GRACE_MS;
      return EVENT.interrupt;
    }
    return now >= this.sliceEnd ? EVENT.pause : 0;
  }
  /** True if this run, or one further out, is over its limits. */
  passed(now: number): boolean {
    return now >= this.#deadline || this.signal?.aborted === true
      || this.#outer?.passed(now) === true;
  }
  #reason(now: number): Error {
    if (this.#outer?.passed(now)) return this.#outer.#reason(now);
    return this.signal?.aborted ? new AbortError(this.signal.reason)
      : new TimeoutError(`the program took longer than ${this.#timeoutMs} ms`);
  }
}
