// One program at a time: run, stopped, paused, stepped, kept and brought back.
import { KraitError, PythonError, type Krait, load, type StackFrame, type Task } from "krait";

/** paused: stands at a line. ready, done, raised: nothing runs. */
export type RunState = "ready" | "running" | "waiting" | "paused" | "done" | "raised";

export interface RunnerHost {
  /** Takes output; a promise makes the program wait. */
  write(text: string): Promise<void> | undefined;
  /** Takes a traceback. */
  error(text: string): void;
  /** Says something that is not the program's. */
  note(text: string): void;
  /** A line of input; null at its end. */
  ask(): Promise<string | null>;
  /** Nobody waits for input any more. */
  cancelAsk(): void;
}

/** The name of the program in tracebacks and for breakpoints. */
const FILE = "main.py";
const HEAP_LIMIT = 64 << 20;

export class Runner {
  #host: RunnerHost;
  #python: Krait | undefined;
  #task: Task | undefined;
  #ended: RunState = "ready";
  #breakpoints: number[] = [];
  /** What Snapshot kept. */
  #kept: Uint8Array | undefined;
  /** Pause was asked for. Programs run in slices: whenever the page has its turn, they stand still. */
  #held = false;
  /** Stop was asked for: asked again, the program is ended at once. */
  #stopping = false;
  /** Rises with every program: what belongs to an older one is told apart. */
  #number = 0;

  constructor(host: RunnerHost) { this.#host = host; }

  get state(): RunState {
    const task = this.#task;
    if (!task) return this.#ended;
    if (this.#held || task.status === "breakpoint") return "paused";
    return task.status === "waiting" ? "waiting" : "running";
  }
  get hasSnapshot(): boolean { return this.#kept !== undefined; }
  /** Frames of the paused program, innermost first. */
  get frames(): StackFrame[] { return this.state === "paused" ? this.#task!.stack : []; }
  /** Changes whenever the paused program stands elsewhere. */
  get moment(): string { return `${this.#number} ${this.state} ${this.#stops} ${this.fuel} ${this.hasSnapshot}`; }
  /** How often it has stopped. */
  #stops = 0;
  get fuel(): bigint { return this.#task?.fuelUsed ?? this.#fuel; }
  #fuel = 0n;
  get heap(): { used: number; limit: number } {
    return { used: this.#python?.memory.heapUsed ?? 0, limit: HEAP_LIMIT };
  }

  /** Runs a program from its start; `stepping`: only to its first line. */
  async run(program: string, stepping = false): Promise<void> {
    const python = await this.#open();
    if (!python) return;
    try {
      this.#task = python.start(program, { filename: FILE });
    } catch (error) {
      this.#end(error);
      return;
    }
    if (stepping) {
      this.#task.stepInto();
      this.pause();
    }
    await this.#drive();
  }
  /** Goes back to the kept program: it stands where it stood. */
  async restore(): Promise<void> {
    const python = await this.#open(this.#kept);
    if (!python) return;
    this.#task = python.tasks[0];
    this.pause();
    await this.#drive();
  }
  /** Keeps the paused program. Returns the size of the snapshot in bytes. @throws {KraitError} */
  snapshot(): number {
    this.#kept = this.#python!.snapshot();
    return this.#kept.length;
  }

  /** KeyboardInterrupt, so that `finally` runs; the second time the program ends where it is. */
  stop(): void {
    const task = this.#task;
    if (!task) return;
    if (this.#stopping) {
      task.abandon();
      return;
    }
    this.#stopping = true;
    task.interrupt();
    this.resume();
  }
  pause(): void {
    if (!this.#task) return;
    this.#held = true;
    this.#task.pause();
  }
  resume(): void {
    this.#held = false;
    this.#task?.resume();
  }
  stepInto(): void { this.#step((task) => task.stepInto()); }
  stepOver(): void { this.#step((task) => task.stepOver()); }
  stepOut(): void { this.#step((task) => task.stepOut()); }

  set breakpoints(lines: number[]) {
    this.#breakpoints = lines;
    if (this.#python) this.#setBreakpoints(this.#python);
  }

  #step(how: (task: Task) => void): void {
    if (this.state !== "paused") return;
    this.#held = false;
    how(this.#task!);
  }
  #setBreakpoints(python: Krait): void {
    python.debugger.clear();
    for (const line of this.#breakpoints) python.debugger.add({ file: FILE, line });
  }
  /** A new instance in the place of the old one; undefined: yet another one was asked for meanwhile. */
  async #open(snapshot?: Uint8Array): Promise<Krait | undefined> {
    const number = ++this.#number;
    this.#task = undefined;
    this.#stopping = this.#held = false;
    this.#python?.dispose();
    this.#python = undefined;
    this.#host.cancelAsk();
    const python = await load({
      heapLimit: HEAP_LIMIT,
      stdout: (text) => this.#host.write(text),
      stderr: (text) => { this.#host.error(text); },
      stdin: () => this.#host.ask(),
      isatty: true,
      ...snapshot && { snapshot },
    });
    if (number !== this.#number) { python.dispose(); return undefined; }
    this.#python = python;
    // Programs that `run` drives stop only if someone wants to know of it; what the page shows it looks up by itself.
    python.debugger.onStop = () => { this.#stops++; };
    this.#setBreakpoints(python);
    return python;
  }
  async #drive(): Promise<void> {
    const task = this.#task, python = this.#python;
    if (!task || !python) return;
    let failure: unknown;
    try {
      await task.run();
    } catch (error) {
      failure = error;
    }
    // What it printed last is shown before what it ended with.
    await python.flush();
    if (task === this.#task) this.#end(failure);
  }
  #end(error?: unknown): void {
    this.#fuel = this.#task?.fuelUsed ?? 0n;
    this.#task = undefined;
    this.#held = false;
    this.#host.cancelAsk();
    this.#ended = error === undefined ? "done" : "raised";
    if (error instanceof PythonError) this.#host.error(error.formatted);
    else if (error instanceof KraitError) this.#host.note(error.message);
    else if (error !== undefined) throw error;
  }
}
