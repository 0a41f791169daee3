// The import group `ffi`: what Python does with JavaScript objects. The twin of the part `ffi` of
// assembly/host.ts.
//
// Objects come by their number, values as addresses of places. Whatever JavaScript throws becomes a
// Python exception; nothing is ever thrown through the core's frames.
import { DisposedError, PythonError } from "../host/errors.js";
import type { Border } from "./border.js";
import { toJs, toPython } from "./convert.js";
import { ASK, ERROR, FFI, PERFORM } from "./core.js";
import { MISSING } from "./guard.js";
import { HostModule } from "./modules.js";
import { OBJECT, isReference } from "./objects.js";
import { proxied, type PyProxy } from "./proxy.js";

/** Thrown where a mapping or list has no such key; where an asynchronous iterator ends. */
class PythonSide extends Error {
  constructor(readonly exception: number, message: string) { super(message); }
}
/** Words that are no identifiers in Python: `obj.from_` is `from`. */
const KEYWORDS =
  new Set((
    "False None True and as assert async await break class continue def del elif else except finally for from "
  + "global if import in is lambda nonlocal not or pass raise return try while with yield").split(
    " "));

type Indexable = { [key: PropertyKey]: unknown };
type Method = (...args: unknown[]) => unknown;

/** Arrays and what is like them: elements by number, a length. */
function isArrayLike(object: object): object is { length: number; [i: number]: unknown } {
  return Array.isArray(object) || ArrayBuffer.isView(object) && !(object instanceof DataView);
}
/** Something to wait for. */
function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (typeof value === "object" && value !== null || typeof value === "function")
    && typeof (value as { then?: unknown }).then === "function";
}
function callOf(object: object, key: PropertyKey): Method | undefined {
  const method = (object as Indexable)[key];
  return typeof method === "function" ? (...args) => Reflect.apply(method, object, args) as unknown
    : undefined;
}

export function createFfi(border: Border): Record<string, (...args: number[]) => number | void> {
  const { objects } = border;

  /** Says that something was thrown. */
  function fail(thrown: unknown): number {
    try {
      put(thrown);
    } catch (error) {
      // Without a result it is RecursionError: the stack is full here, or the instance is gone.
      border.clearResult();
      if (error instanceof PythonError) retry(error);
    }
    return FFI.raised;
  }
  function retry(error: PythonError): void {
    try { border.exceptions.put(error, border.resultPlace); } catch { border.clearResult(); }
  }
  function put(thrown: unknown): void {
    if (border.disposed) return;
    if (thrown instanceof PythonSide)
      border.exceptions.make(thrown.exception, thrown.message, border.resultPlace);
    else border.exceptions.put(thrown, border.resultPlace);
  }
  /** Gives a result. */
  function give(value: unknown, flags: number, part: boolean): number {
    if (border.disposed) throw new DisposedError("this Krait has been disposed of");
    border.toPlace(value, border.resultPlace, flags, part);
    return FFI.done;
  }
  /** Gives what a function returned, or the token of what it promised. */
  function answer(value: unknown, flags: number, f: Method): number {
    if (typeof value === "number") return give(value, flags, false);
    if ((flags & OBJECT.waits) !== 0 && isReference(value) && !proxied(value) && isThenable(value))
      {
      give(border.pending.add(value, f.name), flags, false);
      return FFI.pending;
    }
    return give(value, flags & OBJECT.waits, false);
  }
  const objectAt = (number: number): object => Object(objects.at(number)) as object;
  /** The `this` of a method: what a module stands for. */
  const selfAt = (number: number): unknown => {
    const object = objects.at(number);
    if (border.style && object === globalThis) return undefined;
    return object instanceof HostModule ? object.self : object;
  };
  function values(at: number, count: number): unknown[] {
    const list = new Array<unknown>(count);
    for (let i = 0, place = at >>> 3; i < count; i++, place++) list[i] = border.fromPlace(place);
    return list;
  }
  /** The values at `at`, and an object of the keyword arguments behind them. */
  function allArguments(at: number, count: number, keywords: number): unknown[] {
    const list = values(at, count);
    if (keywords !== 0) {
      const proxy = border.proxies.handOut(keywords | 0);
      const options = toJs(proxied(proxy)!, { depth: 1 });
      proxied(proxy)!.dispose();
      list.push(options);
    }
    return list;
  }
  function nameAt(at: number, bytes: number, object: object): string {
    const name = border.text(at, bytes);
    if (name.charCodeAt(name.length - 1) === 95 && KEYWORDS.has(name.slice(0, -1))
      && !border.access.has(object, name)) return name.slice(0, -1);
    return name;
  }
  /** A member of a module or object; FFI.missing. */
  function member(number: number, at: number, bytes: number): number {
    const object = objects.at(number);
    const flags = objects.flags(number) & OBJECT.waits;
    if (object instanceof HostModule) {
      const name = border.text(at, bytes), sub = object.submodules.get(name);
      if (sub) {
        border.putJs(sub, border.resultPlace, flags);
        return FFI.done;
      }
      return object.source ? giveMember(border.access.get(object.source, name), flags)
        : FFI.missing;
    }
    const target = Object(object) as object;
    const value = border.access.get(target, nameAt(at, bytes, target));
    // Most often a method that was called before.
    const known = typeof value === "function" ? objects.find(value) : 0;
    if (known !== 0 && (objects.flags(known) & OBJECT.plain) !== 0) {
      border.putKnown(known, value, border.resultPlace);
      return (objects.flags(known) & OBJECT.class) !== 0 ? FFI.class : FFI.done;
    }
    return isAdmitted(value) ? giveMember(value, flags) : FFI.missing;
  }
  /** It is there and may be handed to Python. */
  function isAdmitted(value: unknown): boolean {
    return value !== MISSING
      && (!isReference(value) || objects.find(value) !== 0 || border.access.admits(value));
  }
  function giveMember(value: unknown, flags: number): number {
    if (value === MISSING) return FFI.missing;
    const status = give(value, flags, true);
    return typeof value === "function" && (objects.flags(objects.find(value)) & OBJECT.class) !== 0
      ? FFI.class : status;
  }
  function assign(number: number, at: number, bytes: number, place: number): number {
    const object = objects.at(number);
    if (object instanceof HostModule) return FFI.missing;
    const target = Object(object) as object, name = nameAt(at, bytes, target);
    const done = place === 0 ? border.access.has(target, name) && border.access.delete(target, name)
      : border.access.set(target, name, border.fromPlace(place >>> 3));
    return done ? FFI.done : FFI.missing;
  }

  // ---- items ----

  /** The number of an element; below 0 from the end. */
  function elementOf(array: { length: number }, key: unknown): number {
    if (typeof key !== "number" || !Number.isInteger(key))
      throw new TypeError("indices must be integers");
    const index = key < 0 ? key + array.length : key;
    if (index < 0 || index >= array.length)
      throw new PythonSide(ERROR.IndexError, "index out of range");
    return index;
  }
  /** The elements that a Python slice names, in a new array. */
  function slice(array: ArrayLike<unknown>, key: PyProxy): unknown[] {
    const indices = key.indices(array.length) as PyProxy;
    const [start, stop, step] = toJs(proxied(indices)!, {}) as [number, number, number];
    proxied(indices)!.dispose();
    proxied(key)!.dispose();
    const list: unknown[] = [];
    for (let i = start; step > 0 ? i < stop : i > stop; i += step) list.push(array[i]);
    return list;
  }
  function keyName(key: unknown): PropertyKey | undefined {
    return typeof key === "string" || typeof key === "symbol" ? key : typeof key === "number"
      ? String(key) : undefined;
  }
  function item(number: number, keyAt: number): number {
    const object = objectAt(number), key = border.fromPlace(keyAt >>> 3);
    const flags = objects.flags(number) & OBJECT.waits;
    if (isArrayLike(object)) {
      const isSlice = proxied(key)?.border === border && (key as PyProxy).type === "slice";
      if (isSlice) return give(slice(object, key as PyProxy), flags, true);
      return give(object[elementOf(object, key)], flags, true);
    }
    if (object instanceof Map)
      return object.has(key) ? give(object.get(key), flags, true) : FFI.missing;
    const name = keyName(key);
    if (name === undefined || object instanceof HostModule) return FFI.missing;
    const value = border.access.get(object, name);
    return isAdmitted(value) ? give(value, flags, true) : FFI.missing;
  }
  function setItem(number: number, keyAt: number, valueAt: number): number {
    const object = objectAt(number), key = border.fromPlace(keyAt >>> 3);
    if (isArrayLike(object)) {
      const index = elementOf(object, key);
      if (valueAt !== 0) object[index] = border.fromPlace(valueAt >>> 3);
      else if (Array.isArray(object)) object.splice(index, 1);
      else throw new TypeError("items of a typed array cannot be deleted");
      return FFI.done;
    }
    if (object instanceof Map) {
      if (valueAt === 0) return object.delete(key) ? FFI.done : FFI.missing;
      object.set(key, border.fromPlace(valueAt >>> 3));
      return FFI.done;
    }
    const name = keyName(key);
    if (name === undefined || object instanceof HostModule)
      throw new TypeError("this object takes no items");
    if (valueAt !== 0) {
      if (!border.access.set(object, name, border.fromPlace(valueAt >>> 3)))
        throw new TypeError("this item cannot be set");
      return FFI.done;
    }
    return border.access.has(object, name) && border.access.delete(object, name) ? FFI.done
      : FFI.missing;
  }
  function contains(object: object, value: unknown): boolean {
    if (Array.isArray(object)) return object.includes(value);
    if (object instanceof Set || object instanceof Map) return object.has(value);
    if (isArrayLike(object)) return Array.prototype.includes.call(object, value);
    if (object instanceof HostModule)
      return typeof value === "string" && namesOf(object).includes(value);
    const name = keyName(value);
    return name !== undefined && border.access.has(object, name);
  }

  // ---- questions ----

  /** What can be a length: an object may say anything. */
  const isLength = (n: unknown): n is number => Number.isSafeInteger(n) && (n as number) >= 0;
  function lengthOf(object: object): number | undefined {
    if (typeof object === "function") return undefined;
    if (isArrayLike(object)) return isLength(object.length) ? object.length : undefined;
    if (object instanceof Map || object instanceof Set) return object.size;
    if (object instanceof ArrayBuffer) return object.byteLength;
    const { length, size } = object as { length?: unknown; size?: unknown };
    if (isLength(length)) return length;
    if (isLength(size)) return size;
    return isPlain(object) ? Object.keys(object).length : undefined;
  }
  const isPlain = (object: object): boolean => {
    const prototype: unknown = Object.getPrototypeOf(object);
    return prototype === Object.prototype || prototype === null;
  };
  function iteratorOf(object: object): unknown {
    if (object instanceof Map) return object.keys();
    const make = callOf(object, Symbol.iterator);
    if (make) return make();
    if (callOf(object, "next")) return object;
    return isPlain(object) ? Object.keys(object)[Symbol.iterator]() : undefined;
  }
  function namesOf(object: object): string[] {
    if (!(object instanceof HostModule)) return border.access.names(object);
    return [...new Set([...object.submodules.keys(),
      ...(object.source ? border.access.names(object.source) : [])])].sort();
  }
  function describe(object: unknown): string {
    if (object instanceof HostModule) return `<module '${object.name}' of the host>`;
    if (typeof object === "function") return `<JsProxy function ${object.name || "anonymous"}>`;
    if (typeof object === "symbol") return `<JsProxy ${String(object)}>`;
    if (object instanceof Error) return `<JsProxy ${String(object)}>`;
    const size = lengthOf(object as object);
    const name = Object.prototype.toString.call(object).slice(8, -1);
    const own: unknown = name === "Object" ? (object as Indexable)["constructor"] : undefined;
    const shown = typeof own === "function" && own.name !== "" ? own.name : name;
    return `<JsProxy ${shown}${size === undefined ? "" : `(${size})`}>`;
  }
  function textOf(object: unknown): string {
    if (object instanceof HostModule || typeof object === "symbol") return describe(object);
    // The text of a function is its source, which is nobody's business.
    if (typeof object === "function" && !Object.hasOwn(object, "toString")) return describe(object);
    const text = (object as { toString?: unknown }).toString;
    return typeof text === "function" ? String(object) : describe(object);
  }
  function ask(number: number, question: number): number {
    const object = objectAt(number), flags = objects.flags(number) & OBJECT.waits;
    switch (question) {
      case ASK.str:
        return give(border.style?.describe(objects.at(number), number)
          ?? textOf(objects.at(number)), 0, false);
      case ASK.repr:
        return give(border.style?.describe(objects.at(number), number)
          ?? describe(objects.at(number)), 0, false);
      case ASK.truth:
        return give(isArrayLike(object) || object instanceof Map || object instanceof Set
        ? lengthOf(object) !== 0 : true, 0, false);
      case ASK.length: {
        const length = object instanceof HostModule ? undefined : lengthOf(object);
        return length === undefined ? FFI.missing : give(length, 0, false);
      }
      case ASK.iter: {
        const iterator = object instanceof HostModule ? undefined : iteratorOf(object);
        return iterator === undefined ? FFI.missing : give(iterator, flags, true);
      }
      case ASK.names: return putCopy(namesOf(object));
      case ASK.token:
        return isThenable(object) ? give(border.pending.add(object, labelOf(object)), 0, false)
          : FFI.missing;
      case ASK.asyncIter: {
        const make = callOf(object, Symbol.asyncIterator) ?? callOf(object, Symbol.iterator);
        return make ? give(make(), flags, true) : FFI.missing;
      }
      default: {
        const closes = callOf(object, Symbol.dispose) ?? callOf(object, Symbol.asyncDispose);
        return closes ? give(objects.at(number), flags, true) : FFI.missing;
      }
    }
  }
  function next(number: number): number {
    // Called as a method, which V8 can inline: an item costs a third less.
    const iterator = objectAt(number) as Iterator<unknown>;
    if (typeof iterator.next !== "function") throw new TypeError("this object is no iterator");
    const result = iterator.next();
    if (!isReference(result))
      throw new TypeError(`an iterator gave ${String(result)}, not an object`);
    return result.done ? FFI.missing : give(result.value, objects.flags(number) & OBJECT.waits,
      false);
  }
  function putCopy(value: unknown): number {
    const row = border.take(1);
    try {
      toPython(border, value, row, Infinity);
      border.putAddress(border.addressAt(row), border.resultPlace);
    } finally {
      border.give(row);
    }
    return FFI.done;
  }
  const labelOf = (object: unknown): string =>
    (typeof object === "function" ? object.name || "a function" : "a promise");

  // ---- actions ----

  function perform(what: number, at: number, count: number): number {
    if (what === PERFORM.answer) return takeAnswer(border.fromPlace(at >>> 3) as number);
    if (what === PERFORM.drop) {
      border.pending.drop(border.fromPlace(at >>> 3) as number);
      return give(null, 0, false);
    }
    if (what === PERFORM.proxy) {
      const address = border.addressAt(at >>> 3);
      const value = border.fromPlace(at >>> 3);
      if (proxied(value)?.border !== border) return give(value, 0, true);
      border.putJs(border.proxies.handOut(address), border.resultPlace, border.defaultFlags);
      proxied(value)!.dispose();
      return FFI.done;
    }
    if (what === PERFORM.counts) return putCopy([border.held, border.core.jsHeld()]);
    const [first, second, ...rest] = values(at, count);
    const object = Object(first) as object;
    switch (what) {
      case PERFORM.contains: return give(contains(object, second), 0, false);
      case PERFORM.exit: {
        const close = callOf(object, Symbol.dispose);
        if (!close) throw new TypeError("this object has to be left by `async with`");
        close();
        return give(null, 0, false);
      }
      case PERFORM.asyncExit: {
        const close = callOf(object, Symbol.asyncDispose) ?? callOf(object, Symbol.dispose);
        if (!close) throw new TypeError("this object is no context manager");
        const closed = (async () => { await close(); })();
        return give(border.pending.add(closed, "the end of a with block"), 0, false);
      }
      case PERFORM.asyncNext: {
        const step = callOf(object, "next");
        if (!step) throw new TypeError("this object is no asynchronous iterator");
        const item = (async () => {
          const result = await step() as IteratorResult<unknown>;
          if (result.done) throw new PythonSide(ERROR.StopAsyncIteration, "");
          return result.value;
        })();
        return give(border.pending.add(item, "an asynchronous iterator"), 0, false);
      }
      case PERFORM.toPython: {
        const row = border.take(1);
        try {
          toPython(border, first, row, depthOf(second));
          border.copyPlace(row, border.resultPlace);
        } finally {
          border.give(row);
        }
        return FFI.done;
      }
      case PERFORM.toJs: {
        const h = proxied(first);
        const value = h?.border === border ? toJs(h, { depth: depthOf(second) }) : first;
        if (h?.border === border) h.dispose();
        if (isReference(value) && !proxied(value))
          border.putJs(value, border.resultPlace, border.defaultFlags);
        else border.toPlace(value, border.resultPlace);
        return FFI.done;
      }
      case PERFORM.typeof:
        return give(first instanceof HostModule ? "object" : typeof first, 0, false);
      case PERFORM.instanceof:
        if (typeof second !== "function")
          throw new TypeError("instanceof wants a JavaScript class");
        return give(first instanceof second, 0, false);
      case PERFORM.bytes:
        if (!(first instanceof ArrayBuffer) && !ArrayBuffer.isView(first))
          throw new TypeError("this object has no bytes");
        return give(ArrayBuffer.isView(first)
          ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength) : first, 0, false);
      default: {
        if (typeof first !== "function")
          throw new TypeError("call_async wants a JavaScript function");
        const result: unknown =
          Reflect.apply(first, undefined, second === undefined ? rest : [second, ...rest]);
        border.putJs(Promise.resolve(result), border.resultPlace, border.defaultFlags);
        return FFI.done;
      }
    }
  }
  const depthOf = (depth: unknown): number =>
    (typeof depth === "number" && depth >= 0 ? depth : Infinity);
  function takeAnswer(token: number): number {
    if (!border.pending.isSettled(token)) return FFI.pending;
    const settled = border.pending.take(token);
    if (!settled) throw new PythonSide(ERROR.RuntimeError, "the answer was given up");
    if ("error" in settled) return fail(settled.error);
    return give(settled.value, border.defaultFlags, false);
  }

  /** Makes an import of a function: what it throws is raised. */
  const safe = <A extends number[]>(body: (...args: A) => number) => (...args: A): number => {
    try {
      return body(...args);
    } catch (error) {
      try { return fail(error); } catch { return FFI.raised; }
    }
  };
  return {
    call: (number, self, at, count, keywords) => {
      try {
        const f = objects.at(number!) as Method;
        const flags = objects.flags(number!);
        const args = keywords === 0 ? values(at!, count!) : allArguments(at!, count!, keywords!);
        if ((flags & OBJECT.class) !== 0)
          return give(Reflect.construct(f, args), flags & OBJECT.waits, true);
        return answer(f.apply(self === 0 ? undefined : selfAt(self!), args), flags, f);
      } catch (error) {
        // The stack may be too full even for that.
        try { return fail(error); } catch { return FFI.raised; }
      }
    },
    construct: safe((number: number, at: number, count: number, keywords: number) =>
      give(Reflect.construct(objects.at(number) as Method, allArguments(at, count, keywords)),
        objects.flags(number) & OBJECT.waits,
        true)),
    get: safe(member),
    set: safe(assign),
    getItem: safe(item),
    setItem: safe(setItem),
    ask: safe(ask),
    next: safe(next),
    perform: safe(perform),
    module: safe((at: number, bytes: number) => {
      const name = border.text(at, bytes);
      if (name === "js" && border.js !== false) {
        const js = border.js === true ? globalThis : border.chosenJs();
        border.putJs(js, border.resultPlace, 0);
        return FFI.done;
      }
      const module = border.modules.find(name);
      if (!module) return FFI.missing;
      border.putJs(module, border.resultPlace, border.defaultFlags);
      return FFI.done;
    }),
    release: (number) => objects.release(number!),
  } as Record<string, (...args: number[]) => number | void>;
}
