// Task: a program that is run step by step, or to its end while the event loop goes on.
import { EVENT, STATUS, UNLIMITED, WAKE } from "./core.js";
import { type Debugger, type StackFrame, type Step, type Stop, orderStep, stackOf,
  stopOf } from "./debugger.js";
import type { Engine } from "./engine.js";
import { DisposedError, FuelError, KraitError, WaitError } from "./errors.js";
import { type LimitOptions, Limits } from "./limits.js";
import { type PyValue, awaitable, awaitingTask } from "../border/proxy.js";

/**
 * * `ready`: not begun
 * * `running`: it has its turn (and has called a host function)
 * * `out-of-fuel`, `paused`: it can go on at any time
 * * `waiting`: see {@link Task.waitsFor}
 * * `breakpoint`: the debugger has stopped it: see {@link Task.stop}; it can go on at any time
 * * `done`: it has a {@link Task.result}
 * * `raised`: it ended with an exception
 * * `stopped`: it was ended from outside: given up, out of time, aborted
 */
export type TaskStatus = "ready" | "running" | "out-of-fuel" | "paused" | "waiting" | "breakpoint"
  | "done" | "raised"
  | "stopped";
/** What a program waits for: a time, input, the answer of a host function, room for its output;
 *  `events`: the first of several things (select.poll, the event loop of asyncio). */
export type WaitsFor = "time" | "input" | "host" | "output" | "events";

export interface TaskStep {
  status: TaskStatus;
  /** What a waiting program waits for. */
  waitsFor?: WaitsFor;
  /** For time and events: how long from now at most. Unit: ms. */
  waitMs?: number;
  /** Where the debugger has stopped it, and why. */
  stop?: Stop;
}

/** Time after which `run` lets the event loop have a turn, about. Unit: ms. */
const SLICE_MS = 12;
/** Results that are awaited one after the other, before the event loop gets a turn. */
const TURNS_AT_ONCE = 100;
/** Most fuel of a slice: some hosts (workerd) stop the clock while code runs. */
const SLICE_FUEL = 5_000_000n;
/** How often shouldInterrupt is asked while a program waits. Unit: ms. */
const POLL_MS = 20;
/** Longest time that timers can wait. Unit: ms. */
const TIMER_MAX = 0x7fffffff;

const WAITS: Partial<Record<number, WaitsFor>> = {
  [STATUS.waitTime]: "time", [STATUS.waitStdin]: "input", [STATUS.waitHost]: "host",
  [STATUS.waitOutput]: "output",
  [STATUS.waitAny]: "events",
};

export class Task implements Disposable {
  #engine: Engine;
  #id: number;
  #status: TaskStatus = "ready";
  #waitsFor: WaitsFor | undefined;
  /** For events: the host's activity before the wait. */
  #activity = 0;
  /** The wait is over whatever the clock says: its timer rang, or the program is to be
   *  interrupted. */
  #awake = false;
  #result: PyValue | undefined;
  #error: Error | undefined;
  #fuelUsed = 0n;
  /** Number of turns it has had. */
  #turns = 0;
  /** onStop of the debugger is being called by a run. */
  #telling = false;
  /** `run` in progress. */
  #run: Promise<PyValue> | undefined;
  /** What awaits the result; undefined: nothing, or that is done. */
  #awaiting: Task | undefined;
  /** What comes of that. */
  #answer: Answer | undefined;
  /** Asked to pause: `run` waits until this is called. */
  #release: (() => void) | undefined;
  #held: Promise<void> | undefined;
  /** Ends a wait of `run` early. */
  #wake: (() => void) | undefined;

  /** status: what the core says of it. @internal */
  constructor(engine: Engine, id: number, status: number = STATUS.ready) {
    this.#engine = engine;
    this.#id = id;
    this.#stands(status);
    engine.watch(this, id);
  }

  /** A number above 0 that no other unfinished task of the instance has. It is the same in what a
   *  snapshot is restored to. */
  get id(): number { return this.#id; }
  get status(): TaskStatus { return this.#status; }
  /** What a waiting program waits for; undefined: it does not wait. */
  get waitsFor(): WaitsFor | undefined {
    return this.#status === "waiting" ? this.#waitsFor : undefined;
  }
  /** The value of the program's last expression; undefined before it is done. */
  get result(): PyValue | undefined { return this.#result; }
  /** Why it ended, if it is `raised` or `stopped`. */
  get error(): Error | undefined { return this.#error; }
  /** True when nothing of it runs any more. */
  get ended(): boolean { return this.#status === "done" || this.#error !== undefined; }
  /** Fuel used so far, exactly: the same program uses the same. */
  get fuelUsed(): bigint {
    return this.ended || this.#engine.disposed ? this.#fuelUsed
      : BigInt(this.#engine.core.taskFuel(this.#id));
  }

  /**
   * Goes on for at most `fuel` (about one unit a call or a jump back in a loop; default: no limit),
   * or until the program ends, or waits. A program whose wait is not over stays where it is. Of a
   * program that is done nothing happens.
   *
   * A built-in function that calls Python (`sorted` of objects with `__lt__`) cannot be paused: the
   * program goes on until it has returned, and what it used is taken off the next step's fuel.
   * @throws {PythonError} what the program does not catch
   * @throws {FuelError} without a task, if such a call used more than 4,000,000 units beyond its
   *   fuel
   */
  step(options: LimitOptions = {}): TaskStep {
    if (this.#status === "done") return { status: "done" };
    const limits = this.#engine.limits(options);
    this.resume();
    this.#turn(limits, limits.fuel);
    return this.#report();
  }

  /**
   * Goes on to the end, giving the event loop a turn every few milliseconds and while the program
   * waits. Several calls share one run, whose limits are those of the first. Any number of tasks
   * can run at once.
   * @throws {PythonError} what the program does not catch
   * @throws {FuelError} when `fuel` is used up: `run` can be called again
   * @throws {TimeoutError} after `timeoutMs`, {@link AbortError} when the signal is aborted: the
   *   program has been ended
   * @throws {DisposedError} if the task was given up, or its instance disposed of
   */
  run(options: LimitOptions = {}): Promise<PyValue> {
    return this.#run ??= this.#runAll(options).finally(() => { this.#run = undefined; });
  }

  /** Lets a run stop at its next safepoint and wait for {@link resume}; a step returns. Waits for
   *  nothing. */
  pause(): void {
    this.#awaiting?.pause();
    if (this.ended || this.#held) return;
    this.#hold();
    if (this.#status === "running") this.#engine.core.pause();
    else if (this.#status === "out-of-fuel") this.#status = "paused";
    this.#wake?.();
  }
  #hold(): void { this.#held ??= new Promise((done) => { this.#release = done; }); }
  /** Lets a paused run, or one that the debugger has stopped, go on. */
  resume(): void {
    this.#awaiting?.resume();
    this.#held = undefined;
    this.#release?.();
  }

  // ---- debugging: docs/embedding.md, "Debugging" ----

  /** Python's frames, innermost first; empty before the program has begun and after its end. */
  get stack(): StackFrame[] { return stackOf(this.#engine, this); }
  /** Why and where the debugger has stopped the program; undefined: it has not. */
  get stop(): Stop | undefined {
    return this.#status === "breakpoint" ? stopOf(this.#engine, this) : undefined;
  }
  /** The instance's debugger. */
  get breakpoints(): Debugger { return this.#engine.debugger; }
  /** Evaluates an expression in a frame: {@link StackFrame.evaluate}. @param frame 0: the
   *  innermost */
  evaluate(code: string, frame = 0): PyValue {
    const at = this.stack[frame];
    if (!at) throw new KraitError("the program has no such frame");
    return at.evaluate(code);
  }
  /**
   * Goes on to the next line, wherever it is: also in a function that is called. If a `run` is in
   * progress, that goes on, and this returns at once; else the program is stepped here, until it
   * stops or `step` would return.
   */
  stepInto(options: LimitOptions = {}): TaskStep { return this.#stepBy("into", options); }
  /** The same to the next line of this function, or of its caller. */
  stepOver(options: LimitOptions = {}): TaskStep { return this.#stepBy("over", options); }
  /** The same until this function returns or yields: stops in its caller. */
  stepOut(options: LimitOptions = {}): TaskStep { return this.#stepBy("out", options); }
  /** Changes with every turn. @internal */
  get moment(): number { return this.#turns; }
  #stepBy(step: Step, options: LimitOptions): TaskStep {
    if (this.#status === "done") return { status: "done" };
    if (this.#error) throw this.#error;
    orderStep(this.#engine, this, step);
    if (!this.#run && !this.#telling) return this.step(options);
    this.resume();
    return this.#report();
  }
  /** A run has come to a stop. */
  #tell(): void {
    const { onStop } = this.#engine.debugger;
    if (!onStop) return;
    this.#telling = true;
    try {
      onStop(this, stopOf(this.#engine, this));
    } catch (error) {
      this.resume();
      throw error;
    } finally {
      this.#telling = false;
    }
  }

  /** KeyboardInterrupt in the program, at its next safepoint or where it waits. */
  interrupt(): void {
    this.#awaiting?.interrupt();
    if (this.ended || this.#engine.disposed) return;
    this.#engine.core.interrupt(this.#id);
    this.#wakeUp();
  }

  /** Ends the program where it is: nothing of it runs any more, not even `finally`. Safe to call
   *  twice. */
  abandon(): void {
    this.#awaiting?.abandon();
    if (!this.ended) this.#end("stopped", new DisposedError("the task has been given up"));
  }
  dispose(): void { this.abandon(); }
  [Symbol.dispose](): void { this.abandon(); }

  /**
   * Settles when a waiting program can go on (or is interrupted); at once if it does not wait. For
   * loops of `step` of one's own.
   */
  async wait(): Promise<void> {
    if (this.#status === "waiting" && !this.#over()) await this.#sleep(Infinity);
  }

  /** Runs to the end without giving the event loop a turn. For `Krait.run`. @internal */
  runHere(options: LimitOptions): PyValue {
    const limits = this.#engine.limits(options);
    let left = limits.fuel;
    while (true) {
      const before = this.fuelUsed;
      this.#turn(limits, left);
      if (left !== undefined) left -= this.fuelUsed - before;
      switch (this.#status) {
        case "done": return this.#result!;
        case "out-of-fuel": throw new FuelError("the run's fuel is used up", this);
        case "waiting": this.#block(limits); break;
        case "breakpoint": this.#tell(); break;
        default:
      }
    }
  }
  /** The instance has been disposed of. @internal */
  disposed(): void {
    if (!this.ended) this.#end("stopped", new DisposedError("this Krait has been disposed of"));
  }

  // ---- one turn ----

  /** Runs until something happens, and notes what. Throws what ended the program. `beyond`: fuel
   *  for later turns. */
  #turn(limits: Limits, fuel: bigint | undefined, beyond = 0n): void {
    if (this.#error) throw this.#error;
    if (this.#status === "running")
      throw new KraitError("this task is running: it has called the function that steps it");
    const { core } = this.#engine;
    const wanted = limits.check(performance.now());
    if (wanted & EVENT.stop) this.#fail("stopped", limits.error!);
    if (wanted & EVENT.interrupt) {
      if (this.#status === "ready") this.#fail("stopped", limits.error!);
      this.interrupt();
    }
    if (this.#status === "waiting" && !this.#over()) return;
    if (fuel !== undefined && fuel <= 0n) { this.#status = "out-of-fuel"; return; }
    this.#engine.border.check();
    const before = this.#status, awake = this.#awake;
    this.#status = "running";
    this.#turns++;
    this.#awake = false;
    let status: number;
    try {
      status = this.#engine.turn(this, fuel ?? UNLIMITED, beyond, limits);
    } catch (error) {
      if (!this.#error)
        this.#end("stopped", error instanceof Error ? error
          : new KraitError(String(error), { cause: error }));
      throw error;
    }
    if (status === STATUS.noMemory || status === STATUS.tooDeep) {
      this.#status = before;
      this.#awake = awake;
      throw new KraitError(status === STATUS.tooDeep
        ? "too many programs and calls are going on inside of each other"
        : "no memory to put another task aside: give one of them up");
    }
    // The task may have been given up meanwhile, by a host function it called.
    if (this.#error) { this.#engine.release(this.#id); throw this.#error; }
    this.#fuelUsed = BigInt(core.taskFuel(this.#id));
    switch (status) {
      case STATUS.done:
        if (limits.error) this.#fail("stopped", limits.error);
        this.#result = this.#engine.result(this.#id);
        this.#end("done");
        return;
      case STATUS.raised: {
        const error = this.#engine.error(this.#id);
        // A run inside of this one may have been ended by the limits of this.
        limits.check(performance.now());
        if (!limits.error) this.#fail("raised", error);
        limits.error.cause ??= error;
        this.#fail("stopped", limits.error);
      }
      case STATUS.stopped:
        this.#fail("stopped", limits.error ?? new DisposedError("the task has been given up"));
      case STATUS.stoppedFuel:
        this.#fail("stopped", new FuelError("the fuel was used up inside a built-in function"));
      default: this.#stands(status);
    }
  }
  /** Notes how an unfinished task stands. */
  #stands(status: number): void {
    this.#waitsFor = WAITS[status];
    this.#activity = this.#engine.pending.activity;
    this.#status = this.#waitsFor ? "waiting" : status === STATUS.ready ? "ready"
      : status === STATUS.outOfFuel ? "out-of-fuel" : status === STATUS.breakpoint ? "breakpoint"
      : "paused";
  }
  #fail(status: TaskStatus, error: Error): never {
    this.#end(status, error);
    throw error;
  }
  #end(status: TaskStatus, error?: Error): void {
    if (!this.#engine.disposed) this.#fuelUsed = BigInt(this.#engine.core.taskFuel(this.#id));
    if (this.#waitsFor === "host" && this.#status === "waiting" && !this.#engine.disposed) {
      this.#engine.pending.drop(this.#engine.core.waitTokenOf(this.#id));
    }
    this.#status = status;
    this.#error = error;
    this.#engine.release(this.#id, this);
    this.#release?.();
    this.#wakeUp();
  }
  #report(): TaskStep {
    const step: TaskStep = { status: this.#status };
    if (this.waitsFor) step.waitsFor = this.waitsFor;
    if (step.waitsFor === "time" || step.waitsFor === "events") step.waitMs = this.#waitMs();
    if (step.status === "breakpoint") step.stop = stopOf(this.#engine, this);
    return step;
  }

  // ---- waiting ----

  #waitMs(): number {
    return Math.max(0, this.#engine.core.waitUntilMs(this.#id) - this.#engine.waits.ticks());
  }
  /** What it waits for has come. */
  #over(): boolean {
    if (this.#awake) return true;
    const { waits, pending, core } = this.#engine;
    switch (this.#waitsFor) {
      case "time": return this.#waitMs() <= 0;
      case "input": return waits.input() === undefined;
      case "output": return waits.output() === undefined;
      case "events": return this.#waitMs() <= 0 || pending.activity !== this.#activity
        || (core.waitTokenOf(this.#id) & WAKE.input) !== 0 && waits.input() === undefined;
      default: return pending.isSettled(core.waitTokenOf(this.#id));
    }
  }
  #wakeUp(): void {
    this.#awake = true;
    this.#wake?.();
  }
  /** Waits until `until` (ms of performance.now()), until #wake, and for what the program waits for
   *  unless it is `held`. */
  #sleep(until: number, held?: Promise<void>): Promise<void> {
    return new Promise((done) => {
      const timers: ReturnType<typeof setTimeout>[] = [];
      const others = this.#wake;
      const wake = () => {
        timers.forEach(clearTimeout);
        clearInterval(poll);
        this.#wake = undefined;
        done();
        others?.();
      };
      this.#wake = wake;
      // Held programs are interrupted by whoever holds them.
      const poll = this.#engine.waits.shouldInterrupt && !held ? setInterval(() => this.#poll(),
        POLL_MS) : undefined;
      const wakeIn = (ms: number, what: () => void) => {
        timers.push(setTimeout(what, Math.min(Math.max(0, ms), TIMER_MAX)));
      };
      if (until !== Infinity) wakeIn(until - performance.now(), wake);
      if (held) { void held.then(wake); return; }
      const arrived = () => { this.#awake = true; wake(); };
      const { waits } = this.#engine;
      if (this.#waitsFor === "time" || this.#waitsFor === "events") {
        const ms = this.#waitMs();
        if (ms === Infinity) { /* Only the other things end it. */ }
        else if (waits.sleep) void Promise.resolve(waits.sleep(ms)).then(arrived, arrived);
        else wakeIn(ms, ms > TIMER_MAX ? wake : arrived);
        if (this.#waitsFor === "time") return;
      }
      const arrival = this.#arrival();
      if (arrival) void arrival.then(arrived, arrived); else arrived();
    });
  }
  /** Asks the option shouldInterrupt in the middle of a wait. */
  #poll(): void {
    try {
      if (this.#engine.waits.shouldInterrupt!()) this.interrupt();
    } catch (error) {
      // As when it throws while the program runs.
      if (!this.ended)
        this.#end("stopped", error instanceof Error ? error
          : new KraitError(String(error), { cause: error }));
    }
  }
  /** Settles when what it waits for has come; undefined: it has. */
  #arrival(): Promise<void> | undefined {
    const { waits, pending, core } = this.#engine;
    if (this.#waitsFor === "input") return waits.input();
    if (this.#waitsFor === "events") {
      const input = core.waitTokenOf(this.#id) & WAKE.input ? waits.input() : undefined;
      return input ? Promise.race([input, pending.nextActivity()]) : pending.nextActivity();
    }
    return this.#waitsFor === "output" ? waits.output()
      : pending.promise(core.waitTokenOf(this.#id));
  }
  /** Waits without giving the event loop a turn. @throws {WaitError} for what only comes by the
   *  event loop */
  #block(limits: Limits): void {
    const { waits } = this.#engine;
    if (this.#waitsFor === "output") { this.#awake = true; return; }
    const timed = this.#waitsFor === "time" || this.#waitsFor === "events"
      && this.#waitMs() !== Infinity;
    if (!timed) {
      throw new WaitError(
        `the program waits for ${this.#waitsFor === "input" ? "input" : "an answer of the host"}: `
        + "use runAsync, or go on with this error's task", this);
    }
    const ms = Math.max(0, Math.min(this.#waitMs(), limits.next - performance.now()));
    if (waits.sleep) {
      if (waits.sleep(ms))
        throw new WaitError("the clock's `wait` gives a promise: use runAsync", this);
      this.#awake = true;
      return;
    }
    if (waits.block(Math.min(ms, 20))) this.interrupt();
  }

  // ---- running to the end ----

  async #runAll(options: LimitOptions): Promise<PyValue> {
    if (this.#error) throw this.#error;
    const isDone = this.#status === "done";
    if (isDone && !this.#awaiting) return this.#result!;
    const limits = this.#engine.limits(options);
    const left = isDone ? limits.fuel : await this.#drive(limits, limits.fuel);
    return this.#awaiting || awaitable(this.#result) ? await this.#awaitResult(limits, left)
      : this.#result!;
  }
  /** Whoever gets a result that can be awaited from a promise, awaits it. So that is done here,
   *  inside of the limits, and again for what comes of it. */
  async #awaitResult(limits: Limits, left: bigint | undefined): Promise<PyValue> {
    const { promise, known, failed } = this.#answer ??= new Answer();
    let last: Task = this.#awaiting ?? this;
    try {
      for (let turns = 1; ; turns++) {
        if (!last.ended) left = await last.#drive(limits, left);
        const h = awaitable(last.#result);
        if (!h || h.awaited) {
          known(h ? h.awaited : last.#result!);
          this.#awaiting = undefined;
          return await promise;
        }
        h.awaited = promise;
        last = this.#awaiting = new Task(this.#engine, awaitingTask(h.border, h.address()));
        if (turns % TURNS_AT_ONCE === 0) await eventLoopTurn();
      }
    } catch (error) {
      // The next run goes on.
      if (error instanceof FuelError && error.task) throw new FuelError(error.message, this);
      this.#awaiting = undefined;
      failed(error);
      throw error;
    }
  }
  /** Runs to the end. Returns the fuel that is left. */
  async #drive(limits: Limits, left: bigint | undefined): Promise<bigint | undefined> {
    const onAbort = () => this.#wake?.();
    limits.signal?.addEventListener("abort", onAbort);
    this.#engine.driven.add(this);
    try {
      while (true) {
        while (this.#held && !this.ended && !limits.due())
          await this.#sleep(limits.next, this.#held);
        limits.sliceEnd = performance.now() + SLICE_MS;
        const before = this.fuelUsed;
        this.#turn(limits, left === undefined || left > SLICE_FUEL ? SLICE_FUEL : left,
          left === undefined ? UNLIMITED : left > SLICE_FUEL ? left - SLICE_FUEL : 0n);
        if (left !== undefined) left -= this.fuelUsed - before;
        switch (this.#status as TaskStatus) {
          case "done": return left;
          case "out-of-fuel":
            if (left !== undefined && left <= 0n)
              throw new FuelError("the run's fuel is used up", this);
            this.#status = "paused";
            await eventLoopTurn();
            break;
          case "waiting": await this.#sleep(limits.next); break;
          case "breakpoint":
            if (this.#engine.debugger.onStop) this.#hold();
            this.#tell();
            break;
          default: if (!this.#held) await eventLoopTurn();
        }
      }
    } finally {
      limits.signal?.removeEventListener("abort", onAbort);
      this.#engine.driven.delete(this);
    }
  }
}

/** A promise, and what settles it. */
class Answer {
  known!: (value: PyValue | Promise<unknown>) => void;
  failed!: (error: unknown) => void;
  readonly promise = new Promise<PyValue>((done, fail) => {
    this.known = done as (value: unknown) => void;
    this.failed = fail;
  });
  // Who has asked for it hears of it.
  constructor() { this.promise.catch(() => undefined); }
}

/** Gives timers, signals and I/O a turn, as soon as the host can. */
function eventLoopTurn(): Promise<void> {
  return new Promise((done) => {
    if (typeof setImmediate === "function") { setImmediate(done); return; }
    if (typeof MessageChannel !== "function") { setTimeout(done, 0); return; }
    // Browsers hold timers back; a message channel does not.
    const channel = new MessageChannel();
    channel.port1.onmessage = () => { channel.port1.close(); done(); };
    channel.port2.postMessage(0);
  });
}
