// Task: a program that is run step by step.
import { STATUS } from "./core.js";
import { WaitError } from "./errors.js";
import type { PlainValue } from "./krait.js";

export type TaskStatus = "ready" | "out-of-fuel" | "paused" | "waiting" | "done" | "raised";

export interface TaskStep {
  status: TaskStatus;
  /** What a waiting program waits for. */
  waitsFor?: "time" | "input" | "host";
  /** For time: how long from now. Unit: ms. */
  waitMs?: number;
}

/** What a task needs of its instance. @internal */
export interface TaskDriver {
  advance(fuel: bigint | undefined): number;
  waitMs(): number;
  input(): Promise<void> | undefined;
  interrupt(): void;
  result(): PlainValue;
  error(): Error;
  finished(): void;
}

/** Time after which `run` lets the event loop have a turn, about. Unit: ms. */
const SLICE_MS = 15;

export class Task {
  #driver: TaskDriver;
  #status: TaskStatus = "ready";
  #result: PlainValue | undefined;
  #error: Error | undefined;
  /** Ends a wait early. */
  #wake: (() => void) | undefined;

  /** @internal */
  constructor(driver: TaskDriver) { this.#driver = driver; }

  get status(): TaskStatus { return this.#status; }
  /** The value of the program's last expression; undefined before it is done. */
  get result(): PlainValue | undefined { return this.#result; }

  /**
   * Goes on for at most `fuel` (about an instruction of a loop or a call each; default: no limit), or until the program ends
   * or waits.
   * @throws {PythonError} what the program does not catch
   */
  step(options: { fuel?: number | bigint } = {}): TaskStep {
    if (this.#status === "done") return { status: "done" };
    if (this.#error) throw this.#error;
    const status = this.#driver.advance(options.fuel === undefined ? undefined : BigInt(options.fuel));
    switch (status) {
      case STATUS.done:
        this.#status = "done";
        this.#driver.finished();
        this.#result = this.#driver.result();
        return { status: "done" };
      case STATUS.raised:
        this.#status = "raised";
        this.#driver.finished();
        this.#error = this.#driver.error();
        throw this.#error;
      case STATUS.waitTime:
        this.#status = "waiting";
        return { status: "waiting", waitsFor: "time", waitMs: this.#driver.waitMs() };
      case STATUS.waitStdin:
        this.#status = "waiting";
        return { status: "waiting", waitsFor: "input" };
      case STATUS.waitHost:
        this.#status = "waiting";
        return { status: "waiting", waitsFor: "host" };
      default:
        this.#status = status === STATUS.outOfFuel ? "out-of-fuel" : "paused";
        return { status: this.#status };
    }
  }

  /** Goes on to the end, giving the event loop a turn every few milliseconds and while the program waits. */
  async run(): Promise<PlainValue> {
    let fuel = 200_000;
    while (true) {
      const before = performance.now();
      const step = this.step({ fuel });
      if (step.status === "done") return this.#result!;
      if (step.status === "waiting") { await this.#wait(step); continue; }
      const took = performance.now() - before;
      if (took < SLICE_MS / 2) fuel *= 2;
      else if (took > SLICE_MS * 2) fuel = Math.max(10_000, fuel >> 1);
      await eventLoopTurn();
    }
  }

  /** KeyboardInterrupt in the program, also where it waits. */
  interrupt(): void {
    this.#driver.interrupt();
    this.#wake?.();
  }

  #wait(step: TaskStep): Promise<void> {
    return new Promise((done, failed) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      this.#wake = () => {
        clearTimeout(timer);
        this.#wake = undefined;
        done();
      };
      if (step.waitsFor === "time") { timer = setTimeout(this.#wake, Math.min(step.waitMs!, 0x7fffffff)); return; }
      const input = step.waitsFor === "input" ? this.#driver.input() : undefined;
      if (input) input.then(this.#wake, failed);
      else failed(new WaitError(`nothing will end the wait for ${step.waitsFor}`));
    });
  }
}

/** Gives timers, signals and I/O a turn, as soon as the host can. */
const eventLoopTurn: () => Promise<void> = typeof setImmediate === "function"
  ? () => new Promise((done) => { setImmediate(done); })
  : messageTurn();

/** Browsers hold timers back; a message channel does not. */
function messageTurn(): () => Promise<void> {
  return () => new Promise((done) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => { channel.port1.close(); done(); };
    channel.port2.postMessage(0);
  });
}
