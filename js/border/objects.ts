// The JavaScript objects that Python holds: a number for each, the same as long as Python has it.

/** What is noted about an object. Bits. */
export const OBJECT = {
  /** It is a class: called without `new`, it makes an object all the same. */
  class: 1,
  /** Promises that its functions return are waited for. */
  waits: 2,
  /** It passes to Python as this number and nothing else: no proxy of a Python object, no bytes, no
   *  {@link PyFloat}. */
  plain: 4,
} as const;

export class JsObjects {
  /** By number; 0 is nothing. */
  #objects: unknown[] = [undefined];
  #flags: number[] = [0];
  #numbers = new Map<unknown, number>();
  #free: number[] = [];

  /** Objects held. */
  get size(): number { return this.#numbers.size; }
  /** All objects with their numbers. */
  entries(): IterableIterator<[unknown, number]> { return this.#numbers.entries(); }

  /** The number of an object; 0: it has none. */
  find(object: unknown): number { return this.#numbers.get(object) ?? 0; }
  /** Gives an object a number, above 0. */
  add(object: unknown, flags: number): number {
    const number = this.#free.pop() ?? this.#objects.length;
    this.put(number, object, flags);
    return number;
  }
  /** Gives an object that number: after a snapshot was loaded. */
  put(number: number, object: unknown, flags: number): void {
    while (this.#objects.length < number) {
      this.#free.push(this.#objects.length);
      this.#objects.push(undefined);
      this.#flags.push(0);
    }
    this.#objects[number] = object;
    this.#flags[number] = flags;
    this.#numbers.set(object, number);
  }
  at(number: number): unknown { return this.#objects[number]; }
  flags(number: number): number { return this.#flags[number]!; }

  /** Python has forgotten the object. */
  release(number: number): void {
    const object = this.#objects[number];
    if (this.#numbers.get(object) !== number) return;
    this.#numbers.delete(object);
    this.#objects[number] = undefined;
    this.#free.push(number);
  }
  clear(): void {
    this.#objects = [undefined];
    this.#flags = [0];
    this.#numbers.clear();
    this.#free = [];
  }
}

/** Values that have a number in the table of objects. */
export function isReference(value: unknown): boolean {
  return typeof value === "object" && value !== null || typeof value === "function"
    || typeof value === "symbol";
}
