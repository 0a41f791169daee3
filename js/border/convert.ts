// Copies of whole structures: Python's containers as JavaScript's own objects, and back.
import { type Border, MISSING } from "./border.js";
import { ENTRY_BYTES, OP, SHAPE, TRAIT } from "./core.js";
import { type Handler, proxied } from "./proxy.js";

export interface ToJsOptions {
  /** How many levels of containers are copied; what lies deeper comes as proxies. Default: all. */
  depth?: number;
  /** What a dict becomes: an object, whose keys must be str or numbers; or a Map. Default:
   *  "object". */
  dicts?: "object" | "map";
}
export interface ToPythonOptions {
  /** How many levels are copied; what lies deeper comes as JsProxy. Default: all. */
  depth?: number;
}

/** The copy of what is behind a proxy: list and tuple as arrays, dict, set and frozenset as Set;
 *  other iterables as arrays; all else is the proxy itself. */
export function toJs(h: Handler, { depth = Infinity, dicts = "object" }: ToJsOptions): unknown {
  const { border } = h;
  const address = h.address();
  if (border.core.borderItems(address) !== SHAPE.none) {
    return new Copier(border, dicts === "map").container(address, depth);
  }
  const wanted = depth > 0 && h.can(TRAIT.iterable) && !h.can(TRAIT.class | TRAIT.exception);
  if (!wanted) return h.proxy;
  // One without an end must meet the limits of a call, and of the heap.
  const list = proxied(border.callBuiltin("list", h.proxy))!;
  try {
    return new Copier(border, dicts === "map").container(list.address(), depth);
  } finally {
    list.dispose();
  }
}

class Copier {
  /** Copies that are begun or done, by address: cycles and shared parts stay what they are. */
  #done = new Map<number, unknown>();
  constructor(private readonly border: Border, private readonly maps: boolean) {}

  /** What is still to be put into copies: they may be nested as deep as they like. */
  #work: (() => void)[] = [];

  /** The copy of a container. */
  container(address: number, depth: number): unknown {
    const copy = this.#container(address, depth);
    for (let fill = this.#work.pop(); fill; fill = this.#work.pop()) fill();
    return copy;
  }
  #object(address: number, depth: number): unknown {
    const plain = this.border.plainObject(address);
    if (plain !== MISSING) return plain;
    return depth > 0 ? this.#container(address, depth) : this.border.proxies.handOut(address);
  }
  /** A copy that is still to be filled. */
  #container(address: number, depth: number): unknown {
    const { border } = this;
    const done = this.#done.get(address);
    if (done !== undefined) return done;
    if (depth <= 0) return border.proxies.handOut(address);
    const shape = border.core.borderItems(address);
    if (shape === SHAPE.none) return border.proxies.handOut(address);
    const first = border.out(0), count = border.out(1);
    if (shape === SHAPE.sequence) {
      const list: unknown[] = [];
      this.#done.set(address, list);
      this.#work.push(() => {
        for (let i = 0; i < count; i++) list.push(this.#value((first >> 3) + i, depth - 1));
      });
      return list;
    }
    const keys = Array.from({ length: count }, (_, i) => (first + i * ENTRY_BYTES) >> 3)
      .filter((place) => this.#isUsed(place));
    if (shape === SHAPE.set) {
      const set = new Set<unknown>();
      this.#done.set(address, set);
      this.#work.push(() => { for (const place of keys) set.add(this.#value(place, depth - 1)); });
      return set;
    }
    return this.#dict(address, keys, depth);
  }
  #dict(address: number, keys: number[], depth: number): unknown {
    if (this.maps) {
      const map = new Map<unknown, unknown>();
      this.#done.set(address, map);
      this.#work.push(() => {
        for (const place of keys)
          map.set(this.#value(place, depth - 1), this.#value(place + 1, depth - 1));
      });
      return map;
    }
    const object: Record<string, unknown> = {};
    this.#done.set(address, object);
    this.#work.push(() => { this.#fill(object, keys, depth); });
    return object;
  }
  #fill(object: Record<string, unknown>, keys: number[], depth: number): void {
    for (const place of keys) {
      const key = this.#value(place, 0);
      if (typeof key !== "string" && typeof key !== "number" && typeof key !== "bigint") {
        throw new TypeError('a dict with such keys cannot be an object: use { dicts: "map" }');
      }
      // Also if it is "__proto__".
      Object.defineProperty(object, String(key),
        { value: this.#value(place + 1, depth - 1), configurable: true, enumerable: true,
          writable: true });
    }
  }
  #isUsed(place: number): boolean {
    const { words } = this.border;
    return words[place * 2] !== 0 || words[place * 2 + 1] !== 0;
  }
  /** The copy of the value in a place. Nothing here runs Python, so places stay where they are. */
  #value(place: number, depth: number): unknown {
    const { border } = this;
    const low = border.addressAt(place);
    if ((low & 7) !== 0) return border.fromPlace(place);
    const value = border.isConstant(low) ? border.fromPlace(place) : this.#object(low, depth);
    return value;
  }
}

/** Puts the copy of a JavaScript value: arrays as lists, Maps and plain objects as dicts, Sets as
 *  sets; all else as it always passes. */
export function toPython(border: Border, value: unknown, place: number, depth: number): void {
  copyIn(border, value, place, depth, new Map());
}
function copyIn(border: Border, value: unknown, place: number, depth: number, done: Map<object,
    number>): void {
  if (typeof value !== "object" || value === null || depth <= 0 || proxied(value)) {
    border.toPlace(value, place);
    return;
  }
  const known = done.get(value);
  if (known !== undefined) { border.putAddress(known, place); return; }
  const op = Array.isArray(value) ? OP.newList : value instanceof Set ? OP.newSet
    : value instanceof Map || isPlain(value) ? OP.newDict : undefined;
  if (op === undefined) { border.toPlace(value, place); return; }
  const row = border.take(3);
  try {
    border.operate(op, row);
    const container = border.addressAt(row);
    border.putAddress(container, place);
    done.set(value, container);
    if (op === OP.newDict) {
      const entries = value instanceof Map ? value.entries() : Object.entries(value);
      for (const [key, item] of entries as Iterable<[unknown, unknown]>) {
        copyIn(border, key, row + 1, depth - 1, done);
        copyIn(border, item, row + 2, depth - 1, done);
        border.putAddress(container, row);
        border.operate(OP.setItem, row);
      }
      return;
    }
    for (const item of value as Iterable<unknown>) {
      copyIn(border, item, row + 1, depth - 1, done);
      border.putAddress(container, row);
      border.operate(op === OP.newList ? OP.append : OP.add, row);
    }
  } finally {
    border.give(row);
  }
}
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
