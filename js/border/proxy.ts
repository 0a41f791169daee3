// PyProxy: a Python object in JavaScript.
//
// A JavaScript Proxy whose handler knows the object's address, and a handle that keeps it alive.
// The same object has the same proxy as long as that lives. It counts how often it was handed out,
// and is released when it has been disposed of as often, or, as a net, when JavaScript has
// forgotten it (FinalizationRegistry). Methods of an object (`proxy.append`) have no handle until
// one is needed: they are looked up when they are called.
import { DisposedError, PythonError } from "../host/errors.js";
import type { Border } from "./border.js";
import { METHOD, MISSING } from "./border.js";
import { PyBuffer } from "./buffer.js";
import { type ToJsOptions, toJs } from "./convert.js";
import { OP, TRAIT } from "./core.js";

/** A Python value: plain ones as JavaScript has them, others as {@link PyProxy}, JavaScript's own
 *  as themselves. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type PyValue = any;

/** What every proxy of a Python object offers. Which of the optional methods are there follows from
 *  the object. */
export interface PyProxyMethods extends Disposable {
  /** Name of the object's type. */
  readonly type: string;
  /** An attribute, whatever its name; undefined: there is none. */
  getAttr<T = PyValue>(name: string): T | undefined;
  setAttr(name: string, value: unknown): void;
  deleteAttr(name: string): void;
  /** `object[key]`; undefined: there is no such key or index. */
  get<T = PyValue>(key: unknown): T | undefined;
  /** `object[key] = value`. */
  set(key: unknown, value: unknown): void;
  /** `del object[key]`. False: there was no such key. */
  delete(key: unknown): boolean;
  /** `value in object`. */
  has(value: unknown): boolean;
  /** `len(object)`. */
  readonly length: number;
  /** Calls with keyword arguments: the last argument holds them. */
  callKwargs<T = PyValue>(...args: [...unknown[], Record<string, unknown>]): T;
  /** Calls in a task of its own, which may wait (for time, input, promises); awaits the result if
   *  it is awaitable. */
  callAsync<T = PyValue>(...args: unknown[]): Promise<T>;
  /** A function that passes its `this` to Python as first argument. */
  captureThis(): (this: unknown, ...args: unknown[]) => PyValue;
  /** A copy in JavaScript's own objects. */
  toJs<T = PyValue>(options?: ToJsOptions): T;
  /** `repr(object)` and `str(object)`. */
  repr(): string;
  toString(): string;
  /** `a == b` as Python sees it. */
  equals(other: unknown): boolean;
  /** The bytes of a bytes-like object, without a copy. */
  getBuffer(): PyBuffer;
  /** Enters the context manager, runs `body` with what it gives, and leaves it. */
  with<T>(body: (value: PyValue) => T): T | undefined;
  /** Iterators: the next item; `value` is sent to a generator. */
  next(value?: unknown): IteratorResult<PyValue, PyValue>;
  [Symbol.iterator](): Iterator<PyValue>;
  [Symbol.asyncIterator](): AsyncIterator<PyValue>;
  /** Releases the object, once for each time that it was handed out. Later use throws
   *  {@link DisposedError}. */
  dispose(): void;
}
/** A Python object. Attributes are properties; a callable is called, a class also with `new`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type PyProxy =
  PyProxyMethods & { (...args: any[]): any; new (...args: any[]): any; [attribute: string]: any };

const INSPECT: unique symbol = Symbol.for("nodejs.util.inspect.custom") as never;

/** What is known of an object that has a proxy. */
interface Live {
  readonly border: Border;
  readonly address: number;
  readonly handle: number;
  /** The proxy: held while it is young, known weakly from then on. Both undefined: disposed of
   *  while it was young. */
  young: PyProxy | undefined;
  ref: WeakRef<PyProxy> | undefined;
}
/** So many young proxies there may be: a WeakRef and a registration cost more than all else about a
 *  proxy, and most are disposed of soon. */
const YOUNG = 64;
/** What is behind a proxy. */
export interface Proxied {
  readonly border: Border;
  readonly isLive: boolean;
  /** @throws {DisposedError} */
  address(): number;
}

/** How proxies look to JavaScript, if not as {@link PyProxy}: for another API. */
export interface ProxyStyle {
  /** The object for what a handler is behind. callable: it can be called. */
  make(handler: Handler, callable: boolean): object;
  /** repr and str of a JavaScript object in Python; undefined: as usual. */
  describe(object: unknown, number: number): string | undefined;
  /** Changes an error that Python raised, before JavaScript gets it. */
  error(error: PythonError): void;
  /** The arguments of a JsException are (object, name, message), not its text. */
  readonly errorArgs?: boolean;
}

const handlers = new WeakMap<object, Handler>();
/** What is behind a value, if it is a proxy of a Python object of any instance. */
export function proxied(value: unknown): Handler | undefined {
  return typeof value === "object" && value !== null || typeof value === "function"
    ? handlers.get(value) : undefined;
}
/** True for proxies of Python objects. */
export function isPyProxy(value: unknown): value is PyProxy { return proxied(value) !== undefined; }

/** Releases what JavaScript forgot. */
const forgotten = new FinalizationRegistry<Live>((live) => live.border.proxies.release(live));

/** The proxies of one instance. */
export class Proxies {
  readonly #border: Border;
  /** By address. */
  #live = new Map<number, Live>();
  /** Proxies that were made last; they grow old together, at the end of the job at the latest. */
  #young: Live[] = [];

  constructor(border: Border) { this.#border = border; }

  /** Objects with a handle. */
  get size(): number { return this.#live.size; }

  /** The proxy of an object, counted once more. */
  handOut(address: number): PyProxy {
    const live = this.#live.get(address);
    const known = live && (live.young ?? live.ref?.deref());
    if (known) {
      handlers.get(known)!.count++;
      this.#border.scopes.note(known);
      return known;
    }
    const traits = this.#border.core.borderTraits(address);
    const handler = new Handler(this.#border, address, traits);
    const proxy = makeProxy(handler, (traits & TRAIT.callable) !== 0);
    this.register(handler, proxy);
    this.#border.scopes.note(proxy);
    return proxy;
  }
  /** Gives the object of a new proxy its handle. */
  register(handler: Handler, proxy: PyProxy): void {
    const border = this.#border;
    const place = border.take(1);
    let handle: number;
    try {
      border.putAddress(handler.at, place);
      handle = border.hold(place);
    } finally {
      border.give(place);
    }
    const live: Live = { border, address: handler.at, handle, young: proxy, ref: undefined };
    this.#live.set(handler.at, live);
    handler.live = live;
    if (this.#young.length === 0) queueMicrotask(() => this.#age());
    else if (this.#young.length === YOUNG) this.#age();
    this.#young.push(live);
  }
  #age(): void {
    for (const live of this.#young) {
      if (!live.young) continue;
      live.ref = new WeakRef(live.young);
      forgotten.register(live.young, live, live);
      live.young = undefined;
    }
    this.#young = [];
  }
  /** Drops the handle of an object. */
  release(live: Live): void {
    if (live.young) live.young = undefined;
    else forgotten.unregister(live);
    if (this.#live.get(live.address) === live) this.#live.delete(live.address);
    if (!this.#border.disposed) this.#border.core.borderDrop(live.handle);
  }
  /** The instance is gone. */
  clear(): void {
    for (const live of this.#live.values()) forgotten.unregister(live);
    this.#young = [];
    this.#live.clear();
  }
}

function makeProxy(handler: Handler, callable: boolean): PyProxy {
  const { style } = handler.border;
  const proxy = style ? style.make(handler, callable) as PyProxy : makeOwn(handler, callable);
  handlers.set(proxy, handler);
  handler.proxy = proxy;
  return proxy;
}
function makeOwn(handler: Handler, callable: boolean): PyProxy {
  // A bound function can be called and constructed, and has no `prototype` that it could not hide.
  const target = (callable ? function () {}.bind(undefined) : {}) as { [INSPECT]?: unknown };
  // Node looks for this in what is behind a Proxy.
  target[INSPECT] = METHODS.get(INSPECT)!.call;
  return new Proxy(target, handler) as unknown as PyProxy;
}

export class Handler implements ProxyHandler<object>, Proxied {
  readonly border: Border;
  readonly traits: number;
  /** Address of the object; 0: a method that has not been looked up. */
  at: number;
  live: Live | undefined;
  /** How often it was handed out and not yet disposed of. */
  count = 1;
  disposed = false;
  /** Only the proxy itself leads to its handler, so neither keeps the other. */
  proxy!: PyProxy;
  /** Of a method: what is behind its object, and its name. */
  owner: Handler | undefined;
  name = "";
  /** Methods of this object that were handed out: they live as long as its proxy. */
  methods: Map<string, Handler> | undefined;
  /** The answer of an awaitable. */
  awaited: Promise<unknown> | undefined;

  constructor(border: Border, address: number, traits: number) {
    this.border = border;
    this.at = address;
    this.traits = traits;
  }
  get isLive(): boolean { return !this.disposed && !this.border.disposed; }
  can(trait: number): boolean { return (this.traits & trait) !== 0; }

  /** Throws if the proxy cannot be used any more. */
  check(): void {
    if (this.border.disposed) throw new DisposedError("this Krait has been disposed of");
    if (this.disposed)
      throw new DisposedError("this proxy of a Python object has been disposed of");
  }
  address(): number {
    this.check();
    if (this.at === 0) this.lookUp();
    return this.at;
  }
  /** A method needs its object after all. */
  lookUp(): void {
    const { border } = this;
    const place = border.take(2);
    try {
      border.putAddress(this.owner!.address(), place);
      border.putAddress(border.nameOf(this.name), place + 1);
      border.attempt(OP.getAttr, place);
      this.at = border.addressAt(place);
      border.proxies.register(this, this.proxy);
    } finally {
      border.give(place);
    }
  }
  call(args: readonly unknown[], keywords?: Record<string, unknown>): unknown {
    this.check();
    if (this.at === 0)
      return this.border.callMethod(this.owner!.address(), this.name, args, keywords);
    return this.border.call(this.at, args, keywords);
  }
  dispose(): void {
    if (this.disposed || --this.count > 0) return;
    this.disposed = true;
    const { live } = this;
    if (!live) return;
    this.live = undefined;
    this.border.proxies.release(live);
  }
  /** The attribute of this name; MISSING. */
  attribute(name: string): unknown {
    const value = this.border.member(this.address(), name);
    return value === METHOD ? this.method(name) : value;
  }
  method(name: string): PyProxy {
    const known = this.methods?.get(name);
    if (known && !known.disposed) return known.proxy;
    const handler = new Handler(this.border, 0, TRAIT.callable);
    handler.owner = this;
    handler.name = name;
    (this.methods ??= new Map()).set(name, handler);
    return makeProxy(handler, true);
  }

  // ---- traps ----

  get(_target: object, key: string | symbol): unknown {
    const method = METHODS.get(key);
    if (method && (method.traits === 0 || this.can(method.traits))) {
      return method.getter ? method.getter(this) : method.call;
    }
    if (typeof key === "symbol") return key === Symbol.toStringTag ? "PyProxy" : undefined;
    if (key === THEN) return undefined;
    const value = this.attribute(key);
    return value === MISSING ? undefined : value;
  }
  set(_target: object, key: string | symbol, value: unknown): boolean {
    if (typeof key === "symbol") return false;
    this.border.attribute(OP.setAttr, this.address(), key, value);
    return true;
  }
  deleteProperty(_target: object, key: string | symbol): boolean {
    if (typeof key === "symbol") return false;
    this.border.attribute(OP.deleteAttr, this.address(), key);
    return true;
  }
  has(_target: object, key: string | symbol): boolean {
    const method = METHODS.get(key);
    if (method && (method.traits === 0 || this.can(method.traits))) return true;
    return typeof key === "string" && key !== THEN && this.hasAttribute(key);
  }
  hasAttribute(name: string): boolean {
    const value = this.attribute(name);
    if (value === MISSING) return false;
    const python = proxied(value);
    if (python && python.border === this.border && python.at !== 0) python.dispose();
    return true;
  }
  /** What its `__dir__` says, as JavaScript allows it: each name once. */
  ownKeys(): string[] {
    const names = this.border.callBuiltin("dir", this.proxy) as PyProxy;
    const list = new Set(toJs(proxied(names)!, {}) as string[]);
    proxied(names)!.dispose();
    return [...list].filter((name) => !name.startsWith("__"));
  }
  getOwnPropertyDescriptor(target: object, key: string | symbol): PropertyDescriptor | undefined {
    if (typeof key === "symbol" || !this.hasAttribute(key)) return undefined;
    return { configurable: true, enumerable: true, writable: true, value: this.get(target, key) };
  }
  defineProperty(_target: object, key: string | symbol, descriptor: PropertyDescriptor): boolean {
    return "value" in descriptor && this.set(_target, key, descriptor.value);
  }
  getPrototypeOf(): object | null {
    return this.can(TRAIT.callable) ? Function.prototype : Object.prototype;
  }
  setPrototypeOf(): boolean { return false; }
  isExtensible(): boolean { return true; }
  preventExtensions(): boolean { return false; }
  apply(_target: object, _self: unknown, args: unknown[]): unknown { return this.call(args); }
  construct(_target: object, args: unknown[]): object {
    const made = this.call(args);
    if (typeof made === "object" && made !== null || typeof made === "function") return made;
    return Object(made) as object;
  }
}

// ---- the methods ----

interface Method {
  /** Which trait an object must have. 0: all have it. */
  traits: number;
  call: unknown;
  getter?: (handler: Handler) => unknown;
}
/** The attribute that makes an object a promise for JavaScript, which calls it whenever an async
 *  function gives the object away. Only what Python can await has it: otherwise any program could
 *  hand over what is never done. `getAttr` finds an attribute of this name. */
const THEN = "then";
/** What is behind `this` of a method. */
function behind(self: unknown): Handler {
  const handler = proxied(self);
  if (!handler) throw new TypeError("this method wants a proxy of a Python object as its this");
  return handler;
}
const METHODS = new Map<string | symbol, Method>();
function method(name: string | symbol, traits: number,
    call: (this: unknown, ...args: never[]) => unknown): void {
  METHODS.set(name, { traits, call });
}
function getter(name: string, traits: number, read: (handler: Handler) => unknown): void {
  METHODS.set(name, { traits, call: undefined, getter: read });
}
const missingIsUndefined = (value: unknown): unknown => (value === MISSING ? undefined : value);

getter("type", 0, (h) => h.border.on(OP.typeName, h.address()));
getter("length", TRAIT.sized, (h) => h.border.on(OP.length, h.address()));
method("getAttr", 0, function (name: string) {
  return missingIsUndefined(behind(this).attribute(name));
});
method("setAttr", 0, function (name: string, value: unknown) {
  const h = behind(this);
  h.border.attribute(OP.setAttr, h.address(), name, value);
});
method("deleteAttr", 0, function (name: string) {
  const h = behind(this);
  h.border.attribute(OP.deleteAttr, h.address(), name);
});
method("get", TRAIT.subscriptable, function (key: unknown) {
  const h = behind(this);
  return missingIsUndefined(h.border.on(OP.getItem, h.address(), key));
});
method("set", TRAIT.assignable, function (key: unknown, value: unknown) {
  const h = behind(this);
  h.border.on(OP.setItem, h.address(), key, value);
});
method("delete", TRAIT.assignable, function (key: unknown) {
  const h = behind(this);
  return h.border.on(OP.deleteItem, h.address(), key) !== MISSING;
});
method("has", TRAIT.container, function (value: unknown) {
  const h = behind(this);
  return h.border.on(OP.contains, h.address(), value);
});
method("callKwargs", TRAIT.callable, function (...args: unknown[]) {
  const keywords = args.pop();
  if (typeof keywords !== "object" || keywords === null)
    throw new TypeError("callKwargs: the last argument holds the keywords");
  return behind(this).call(args, keywords as Record<string, unknown>);
});
method("callAsync", TRAIT.callable, async function (...args: unknown[]) {
  const h = behind(this);
  return startTask(h.border, h.address(), args);
});
METHODS.set("call", { traits: TRAIT.callable, call: Function.prototype.call });
METHODS.set("apply", { traits: TRAIT.callable, call: Function.prototype.apply });
METHODS.set("bind", { traits: TRAIT.callable, call: Function.prototype.bind });
method("captureThis", TRAIT.callable, function () {
  const h = behind(this), proxy = this;
  return function (this: unknown, ...args: unknown[]): unknown {
    void proxy;
    return h.call([this, ...args]);
  };
});
method("toJs", 0, function (options?: ToJsOptions) { return toJs(behind(this), options ?? {}); });
method("repr", 0, function () {
  const h = behind(this);
  return h.border.on(OP.repr, h.address());
});
method("toString", 0, function () {
  const h = behind(this);
  return h.border.on(OP.str, h.address());
});
method("valueOf", 0, function () { return this; });
method("toJSON", 0, function () { return toJs(behind(this), {}); });
method("equals", 0, function (other: unknown) {
  const h = behind(this);
  const row = h.border.take(3);
  try {
    h.border.putAddress(h.address(), row);
    h.border.toPlace(other, row + 1);
    h.border.operate(OP.equal, row);
    h.border.operate(OP.truth, row);
    return h.border.fromPlace(row);
  } finally {
    h.border.give(row);
  }
});
method("getBuffer", TRAIT.buffer, function () {
  const h = behind(this);
  return new PyBuffer(h.border, h.address());
});
method("with", TRAIT.context, function (body: (value: unknown) => unknown) {
  return runWith(behind(this), body);
});
method("next", TRAIT.iterator, function (value?: unknown) {
  return nextItem(behind(this), value);
});
method(Symbol.iterator, TRAIT.iterable, function () { return iterate(behind(this)); });
method(Symbol.asyncIterator, TRAIT.asyncIterable, function () {
  return iterateAsync(behind(this));
});
method("then", TRAIT.awaitable,
    function (done?: (value: unknown) => unknown, failed?: (error: unknown) => unknown) {
  const h = behind(this);
  return awaitValue(h).then(done, failed);
});
method("catch", TRAIT.awaitable, function (failed: (error: unknown) => unknown) {
  return awaitValue(behind(this)).catch(failed);
});
method("finally", TRAIT.awaitable, function (last: () => void) {
  return awaitValue(behind(this)).finally(last);
});
method("dispose", 0, function () { behind(this).dispose(); });
method(Symbol.dispose, 0, function () { behind(this).dispose(); });
method(Symbol.toPrimitive, 0, function (hint: string) {
  const h = behind(this);
  if (hint === "number") return Number(h.border.callBuiltin("float", this));
  return h.border.on(OP.str, h.address());
});
method(INSPECT, 0, function () {
  const h = behind(this);
  if (!h.isLive) return "PyProxy (disposed)";
  try {
    return `PyProxy ${String(h.border.on(OP.repr, h.address()))}`;
  } catch {
    return `PyProxy <${String(h.border.on(OP.typeName, h.address()))}>`;
  }
});

/** Calls in a task. */
export function startTask(border: Border, callee: number,
    args: readonly unknown[]): Promise<unknown> {
  border.check();
  const row = border.take(4);
  let id: number;
  try {
    border.operate(OP.newList, row + 3);
    for (const arg of args) {
      border.putAddress(border.addressAt(row + 3), row);
      border.toPlace(arg, row + 1);
      border.operate(OP.append, row);
    }
    border.putAddress(border.addressAt(row + 3), row);
    border.operate(OP.toTuple, row);
    border.putAddress(border.addressAt(row), row + 1);
    border.operate(OP.newDict, row + 2);
    border.putAddress(callee, row);
    id = newTask(border, row);
  } finally {
    border.give(row);
  }
  return border.host!.runTask(id);
}
function newTask(border: Border, row: number): number {
  border.operate(OP.task, row);
  return border.fromPlace(row) as number;
}
/** A task that awaits an object: its number. */
export function awaitingTask(border: Border, address: number): number {
  border.check();
  const row = border.take(3);
  try {
    border.putAddress(address, row);
    border.toPlace(null, row + 1);
    border.toPlace(null, row + 2);
    return newTask(border, row);
  } finally {
    border.give(row);
  }
}
/** Awaits an object. */
function awaitObject(border: Border, address: number): Promise<unknown> {
  const task = awaitingTask(border, address);
  return border.host!.runTask(task);
}
/** The value of an awaitable, which is awaited once. */
export function awaitValue(h: Handler): Promise<unknown> {
  return h.awaited ??= (async () => awaitObject(h.border, h.address()))();
}
/** What is behind a proxy that can be awaited; undefined for other values. */
export function awaitable(value: unknown): Handler | undefined {
  const h = proxied(value);
  return h?.isLive && h.can(TRAIT.awaitable) ? h : undefined;
}

// ---- iteration ----

function nextItem(h: Handler, value: unknown): IteratorResult<unknown, unknown> {
  const { border } = h;
  if (value === undefined) {
    const item = border.on(OP.next, h.address());
    return item === MISSING ? { done: true, value: undefined } : { done: false, value: item };
  }
  try {
    return { done: false, value: border.callMethod(h.address(), "send", [value]) };
  } catch (error) {
    if (error instanceof PythonError && error.type === "StopIteration")
      return { done: true, value: error.args[0] };
    throw error;
  }
}
/** Goes through the items. Leaving early closes a generator. */
export function* iterate(h: Handler): Generator<unknown, void, unknown> {
  const { border } = h;
  const iterator = border.on(OP.iter, h.address()) as PyProxy;
  const behindIterator = proxied(iterator);
  if (!behindIterator || behindIterator.border !== border) {
    // A JavaScript iterator that Python gave back.
    yield* iterator as Iterable<unknown>;
    return;
  }
  let ended = false;
  try {
    while (true) {
      const item = border.on(OP.next, behindIterator.address());
      if (item === MISSING) break;
      yield item;
    }
    ended = true;
  } finally {
    if (!ended && behindIterator.isLive && behindIterator.can(TRAIT.generator)) {
      border.callMethod(behindIterator.address(), "close", []);
    }
    if (behindIterator.isLive) behindIterator.dispose();
  }
}
async function* iterateAsync(h: Handler): AsyncGenerator<unknown, void, unknown> {
  const { border } = h;
  const iterator = border.callMethod(h.address(), "__aiter__", []) as PyProxy;
  const inner = behind(iterator);
  try {
    while (true) {
      let item: unknown;
      try {
        const step = border.callMethod(inner.address(), "__anext__", []) as PyProxy;
        const promise = awaitObject(border, behind(step).address());
        behind(step).dispose();
        item = await promise;
      } catch (error) {
        if (error instanceof PythonError && error.type === "StopAsyncIteration") return;
        throw error;
      }
      yield item;
    }
  } finally {
    if (inner.isLive) inner.dispose();
  }
}

// ---- with ----

function runWith(h: Handler, body: (value: unknown) => unknown): unknown {
  const { border } = h;
  const value = border.callMethod(h.address(), "__enter__", []);
  let result: unknown;
  try {
    result = body(value);
  } catch (error) {
    return leaveWith(h, error);
  }
  if (result instanceof Promise) {
    return result.then(
      (given: unknown) => {
        border.callMethod(h.address(), "__exit__", [null, null, null]);
        return given;
      },
      (error: unknown) => leaveWith(h, error),
    );
  }
  border.callMethod(h.address(), "__exit__", [null, null, null]);
  return result;
}
/** Leaves with an error, which is thrown again unless the manager swallows it. */
function leaveWith(h: Handler, error: unknown): undefined {
  const { border } = h;
  if (!h.isLive) throw error;
  const swallowed = border.scopes.run(() => {
    const place = border.take(1);
    try {
      border.exceptions.put(error, place);
      const exception = border.fromPlace(place);
      const type = border.callBuiltin("type", exception);
      const trace = border.attribute(OP.getAttr, border.addressAt(place), "__traceback__");
      const answer = border.callMethod(h.address(), "__exit__", [type, exception, trace]);
      return border.callBuiltin("bool", answer);
    } finally {
      border.give(place);
    }
  });
  if (swallowed !== true) throw error;
  return undefined;
}
