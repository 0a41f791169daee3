// How Python's objects look to JavaScript in the API of MicroPython's WebAssembly port: functions
// are plain functions, other objects are proxies whose properties are attributes, or, of dicts, the
// items.
import type { PythonError } from "../host/errors.js";
import { MISSING } from "../border/border.js";
import { OP, TRAIT } from "../border/core.js";
import { type Handler, type ProxyStyle, awaitValue, iterate, proxied } from "../border/proxy.js";
import { toJs } from "../border/convert.js";

/** Numbers below are upstream's own. */
const FIRST_REF = 3;

/** What a proxy of a Python object is made of; `instanceof` and `toJs` for users. */
export class PyProxy {
  /** Tells the objects apart. */
  readonly _ref: number;
  constructor(ref: number) { this._ref = ref; }
  /** Lists and tuples as arrays, dicts as objects, bytes as Uint8Array; other values as they
   *  are. */
  static toJs(value: unknown): unknown {
    const handler = proxied(value);
    return handler ? toJs(handler, {}) : value;
  }
}
/** Proxies of what can be awaited. */
export class PyProxyThenable extends PyProxy {}

/** Python code has been called: tasks of asyncio may be due. */
export class MicroPythonStyle implements ProxyStyle {
  #refs = FIRST_REF;
  /** False while the interpreter makes its own objects. */
  counting = false;
  readonly errorArgs = true;
  readonly #called: () => void;

  constructor(called: () => void) { this.#called = called; }

  describe(object: unknown, number: number): string | undefined {
    if (object === globalThis) return "<module 'js'>";
    return typeof object === "symbol" ? undefined : `<JsProxy ${number}>`;
  }
  error(error: PythonError): void { error.message = error.formatted; }

  make(handler: Handler, callable: boolean): object {
    const ref = this.counting ? this.#refs++ : 0;
    if (!callable)
      return new Proxy(handler.can(TRAIT.awaitable) ? new PyProxyThenable(ref) : new PyProxy(ref),
        traps(handler));
    const called = this.#called;
    const obj = (...args: unknown[]): unknown => {
      while (args.length > 0 && args.at(-1) === undefined) args.pop();
      const result = handler.call(args);
      called();
      // An async function begins at once, and is a promise.
      const behind = proxied(result);
      return behind && isCoroutine(behind) ? awaitValue(behind) : result;
    };
    Object.defineProperty(obj, "name", { value: "obj" });
    return Object.assign(obj, { _ref: ref });
  }
}

const isDict = (handler: Handler): boolean => handler.can(TRAIT.mapping);
const isCoroutine = (handler: Handler): boolean =>
  handler.border.on(OP.typeName, handler.address()) === "coroutine";

function traps(handler: Handler): ProxyHandler<PyProxy> {
  const { border } = handler;
  const read = (key: string): unknown =>
    (isDict(handler) ? border.on(OP.getItem, handler.address(), key) : handler.attribute(key));
  const keys = (): string[] => {
    if (!isDict(handler)) return handler.ownKeys();
    return [...iterate(handler)].filter((key) => typeof key === "string");
  };
  /** Runs an assignment; false: Python refuses it. */
  const attempt = (change: () => void): boolean => {
    try {
      change();
      return true;
    } catch (error) {
      if ((error as PythonError).type === "AttributeError" || (error as PythonError).type
        === "KeyError") return false;
      throw error;
    }
  };
  return {
    get(target, key) {
      if (key === "_ref") return target._ref;
      if (key === Symbol.iterator)
        return handler.can(TRAIT.iterable) ? () => iterate(handler) : undefined;
      if (key === "then") {
        if (!handler.can(TRAIT.awaitable))
          return isDict(handler) ? undefined : orUndefined(read(key));
        return (done?: (value: unknown) => unknown, failed?: (error: unknown) => unknown) =>
          awaitValue(handler).then(done, failed);
      }
      if (typeof key === "symbol") return Reflect.get(target, key);
      const value = read(key);
      if (value !== MISSING) return value;
      return key === "toString" ? () => border.on(OP.str, handler.address()) : undefined;
    },
    has(_target, key) {
      if (typeof key === "symbol") return key === Symbol.iterator && handler.can(TRAIT.iterable);
      return read(key) !== MISSING;
    },
    set(_target, key, value) {
      if (typeof key === "symbol") return false;
      return attempt(() => {
        if (isDict(handler)) border.on(OP.setItem, handler.address(), key, value);
        else border.attribute(OP.setAttr, handler.address(), key, value);
      });
    },
    deleteProperty(_target, key) {
      if (typeof key === "symbol") return false;
      return attempt(() => {
        if (isDict(handler)) border.on(OP.deleteItem, handler.address(), key);
        else border.attribute(OP.deleteAttr, handler.address(), key);
      });
    },
    ownKeys: keys,
    getOwnPropertyDescriptor(_target, key) {
      if (typeof key === "symbol") return undefined;
      const value = read(key);
      return value === MISSING ? undefined : { configurable: true, enumerable: true, writable: true,
        value };
    },
  };
}
const orUndefined = (value: unknown): unknown => (value === MISSING ? undefined : value);
