// Answers that the host owes to waiting programs: promises, by the number ("token") that the core
// waits for.
//
// A host function that returns a promise puts it here and tells the core to wait for the token. The
// task awaits `promise(token)`, goes on, and the native that waited, called again, takes the
// answer. A program that is interrupted or given up never takes it: `drop` forgets it.

/** What became of a promise. */
export type Answer = { value: unknown } | { error: unknown };

interface Entry {
  readonly label: string;
  /** Settles with the promise, never rejects. */
  readonly settled: Promise<void>;
  /** Undefined until the promise has settled. */
  answer: Answer | undefined;
  /** Its settling is to be told by `nextSettled`. */
  watched: boolean;
}

/** Tokens are ints of the core: they begin again after this one. */
const TOKEN_MAX = 0x7fffffff;

export class PendingAnswers {
  #entries = new Map<number, Entry>();
  #last = 0;
  /** Watched tokens that have settled. */
  #settled: number[] = [];
  #activity = 0;
  #waiting: { promise: Promise<void>; done: () => void } | undefined;

  /** How many answers are owed or not yet taken. */
  get size(): number { return this.#entries.size; }

  /**
   * Notes a promise (anything with `then`). Returns its token, above 0.
   * @param label  what is waited for, for messages: `db.query`
   */
  add(promise: PromiseLike<unknown>, label: string): number {
    do this.#last = this.#last === TOKEN_MAX ? 1 : this.#last + 1;
    while (this.#entries.has(this.#last));
    // A foreign `then` may call back at once or throw: Promise.resolve sees to both.
    const settled = Promise.resolve(promise).then(
      (value) => { entry.answer = { value }; },
      (error: unknown) => { entry.answer = { error }; },
    ).then(() => { if (entry.watched && this.#entries.get(token) === entry) this.#tell(token); });
    const entry: Entry = { label, settled, answer: undefined, watched: false };
    const token = this.#last;
    this.#entries.set(token, entry);
    return token;
  }

  // ---- the event loop of asyncio: waiting for any of many ----

  /** From now on the token's settling is activity, and `nextSettled` names it. */
  watch(token: number): void {
    const entry = this.#entries.get(token);
    if (!entry || entry.answer) this.#tell(token); else entry.watched = true;
  }
  /** A watched token that has settled and was not yet named; 0: none. */
  nextSettled(): number { return this.#settled.shift() ?? 0; }
  /** Rises with everything that a program waiting for the host's activity may wait for. */
  get activity(): number { return this.#activity; }
  /** JavaScript has called Python: what a program waits for may have come. */
  notify(): void {
    this.#activity++;
    this.#waiting?.done();
    this.#waiting = undefined;
  }
  /** Settles at the next activity. */
  nextActivity(): Promise<void> {
    if (!this.#waiting) {
      let done!: () => void;
      const promise = new Promise<void>((resolve) => { done = resolve; });
      this.#waiting = { promise, done };
    }
    return this.#waiting.promise;
  }
  /** What the first of the answers is that are owed or not yet taken; undefined: there are none. */
  firstLabel(): string | undefined {
    for (const { label } of this.#entries.values()) return label;
    return undefined;
  }
  #tell(token: number): void {
    this.#settled.push(token);
    this.notify();
  }

  /** Settles when the answer is there. Never rejects; of an unknown token it is settled. */
  promise(token: number): Promise<void> {
    return this.#entries.get(token)?.settled ?? Promise.resolve();
  }

  /** True once `take` has something to give (or the token is unknown: nothing will come). */
  isSettled(token: number): boolean {
    const entry = this.#entries.get(token);
    return entry === undefined || entry.answer !== undefined;
  }

  /** The answer, which is then forgotten; undefined if it is not there yet, or the token is
   *  unknown. */
  take(token: number): Answer | undefined {
    const answer = this.#entries.get(token)?.answer;
    if (answer) this.#entries.delete(token);
    return answer;
  }

  /** Forgets a promise whose program was interrupted or given up; its answer is dropped. */
  drop(token: number): void { this.#entries.delete(token); }

  /** What the token waits for; undefined: unknown. */
  label(token: number): string | undefined { return this.#entries.get(token)?.label; }

  /** Forgets all. */
  clear(): void {
    this.#entries.clear();
    this.#settled = [];
    this.notify();
  }
}
