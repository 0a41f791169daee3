// Answers that the host owes to waiting programs: promises, by the number ("token") that the core waits for.
//
// A host function that returns a promise puts it here and tells the core to wait for the token. The task awaits
// `promise(token)`, goes on, and the native that waited, called again, takes the answer. A program that is
// interrupted or given up never takes it: `drop` forgets it.

/** What became of a promise. */
export type Answer = { value: unknown } | { error: unknown };

interface Entry {
  readonly label: string;
  /** Settles with the promise, never rejects. */
  readonly settled: Promise<void>;
  /** Undefined until the promise has settled. */
  answer: Answer | undefined;
}

/** Tokens are ints of the core: they begin again after this one. */
const TOKEN_MAX = 0x7fffffff;

export class PendingAnswers {
  #entries = new Map<number, Entry>();
  #last = 0;

  /** How many answers are owed or not yet taken. */
  get size(): number { return this.#entries.size; }

  /**
   * Notes a promise (anything with `then`). Returns its token, above 0.
   * @param label  what is waited for, for messages: `db.query`
   */
  add(promise: PromiseLike<unknown>, label: string): number {
    do this.#last = this.#last === TOKEN_MAX ? 1 : this.#last + 1; while (this.#entries.has(this.#last));
    // A foreign `then` may call back at once or throw: Promise.resolve sees to both.
    const settled = Promise.resolve(promise).then(
      (value) => { entry.answer = { value }; },
      (error: unknown) => { entry.answer = { error }; },
    );
    const entry: Entry = { label, settled, answer: undefined };
    this.#entries.set(this.#last, entry);
    return this.#last;
  }

  /** Settles when the answer is there. Never rejects; of an unknown token it is settled. */
  promise(token: number): Promise<void> { return this.#entries.get(token)?.settled ?? Promise.resolve(); }

  /** True once `take` has something to give (or the token is unknown: nothing will come). */
  isSettled(token: number): boolean {
    const entry = this.#entries.get(token);
    return entry === undefined || entry.answer !== undefined;
  }

  /** The answer, which is then forgotten; undefined if it is not there yet, or the token is unknown. */
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
  clear(): void { this.#entries.clear(); }
}
