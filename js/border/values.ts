// What Krait offers of the border: globals, conversions, scopes, counts.
import type { Border } from "./border.js";
import { type ToPythonOptions, toPython } from "./convert.js";
import { OP, TRAIT } from "./core.js";
import { KraitError, OptionError } from "../host/errors.js";
import { type PyProxy, type PyValue, isPyProxy, proxied } from "./proxy.js";
import type { Scope } from "./scope.js";

/** What JavaScript and Python hold of each other. */
export interface HeldCounts {
  /** Python objects that proxies in JavaScript keep alive. */
  pythonObjects: number;
  /** JavaScript objects that Python keeps alive. */
  jsObjects: number;
  /** Promises that programs wait for. */
  promises: number;
}

export class Values {
  #globals: PyProxy | undefined;
  constructor(private readonly border: Border) {}

  /** The globals of `__main__`. @throws {KraitError} if they are no dict: a forged snapshot */
  get globals(): PyProxy {
    const { border } = this;
    border.check();
    if (this.#globals) return this.#globals;
    const row = border.take(1);
    try {
      border.operate(OP.globals, row);
      const proxy = border.fromPlace(row) as PyProxy;
      if (!proxied(proxy)?.can(TRAIT.mapping))
        throw new KraitError("the core has failed: __main__ has no globals");
      // It is the instance's own: disposing of it has no effect.
      return this.#globals = proxy;
    } finally {
      border.give(row);
    }
  }
  /** A copy of a JavaScript value as Python's own objects. */
  toPython(value: unknown, { depth = Infinity }: ToPythonOptions = {}): PyValue {
    const { border } = this;
    border.check();
    const row = border.take(1);
    try {
      toPython(border, value, row, depth);
      return border.fromPlace(row);
    } finally {
      border.give(row);
    }
  }
  /** Imports a module, as `import name` does, and gives it. */
  pyimport(name: string): PyProxy {
    const { border } = this;
    border.check();
    const row = border.take(1);
    try {
      border.putText(name, row);
      border.operate(OP.import, row);
      return border.fromPlace(row) as PyProxy;
    } finally {
      border.give(row);
    }
  }
  /** The next program runs in this namespace. */
  useGlobals(globals: object): void {
    const { border } = this;
    border.check();
    if (typeof globals !== "object" && !isPyProxy(globals))
      throw new OptionError("globals", "not an object");
    const row = border.take(4);
    try {
      border.toPlace(isPyProxy(globals) ? globals : null, row);
      border.operate(OP.namespace, row);
      if (isPyProxy(globals)) return;
      const dict = border.addressAt(row);
      for (const [name, value] of Object.entries(globals as Record<string, unknown>)) {
        if (value === undefined) continue;
        border.putAddress(dict, row + 1);
        border.putText(name, row + 2);
        border.toPlace(value, row + 3);
        border.operate(OP.setItem, row + 1);
      }
    } finally {
      border.give(row);
    }
  }
  defineModule(name: string, module: object): void {
    this.border.check();
    this.border.modules.define(name, module);
  }
  scope<T>(body: (scope: Scope) => T): T { return this.border.scopes.run(body); }

  get held(): HeldCounts {
    const { border } = this;
    border.check();
    // The globals do not count: they are there anyway.
    return {
      pythonObjects: border.held - (this.#globals ? 1 : 0),
      jsObjects: border.core.jsHeld(),
      promises: border.pending.size,
    };
  }

  // ---- what tasks end with ----

  /** The value that a task ended with. */
  taskResult(id: number): PyValue {
    return this.#ofTask(id, (place) => this.border.fromPlace(place));
  }
  /** The error that a task ended with. */
  taskError(id: number): Error {
    return this.#ofTask(id, (place) => this.border.exceptions.read(place)) as Error;
  }
  #ofTask(id: number, read: (place: number) => unknown): unknown {
    const { border } = this;
    const row = border.take(1);
    try {
      border.core.borderTask(id, row << 3);
      return read(row);
    } finally {
      border.give(row);
    }
  }
}
