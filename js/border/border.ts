// The border: values between one instance's memory and JavaScript.
//
// Ints and floats are coded here, word by word; everything else the core makes or explains
// (assembly/program/border.ts). Where values lie on their way: rows.ts. Exceptions: exceptions.ts.
import { DisposedError, FuelError, KraitError } from "../host/errors.js";
import type { Limits } from "../host/limits.js";
import type { PendingAnswers } from "../host/pending.js";
import { type BorderExports, ERROR, KIND, OP } from "./core.js";
import { Exceptions } from "./exceptions.js";
import { type Access, guarded, isClass, MISSING, open } from "./guard.js";
import { HostModule, HostModules } from "./modules.js";
import { JsObjects, OBJECT } from "./objects.js";
import { type ProxyStyle, Proxies, proxied } from "./proxy.js";
import { Rows } from "./rows.js";
import { Scopes } from "./scope.js";
import { decodeText, encodeText } from "./text.js";
import { bigOf, bigWords, isFloat, isInt, readFloat, readInt, writeFloat,
  writeInt } from "./words.js";

export interface BorderOptions {
  /** Modules that Python can import. */
  modules?: Record<string, object>;
  /** What the module `js` offers: everything, or these names of globalThis. Default: there is no
   *  such module. */
  js?: boolean | readonly string[];
  /** Promises that functions return are waited for, where the program can wait. Default: true. */
  waits?: boolean;
  /** How Python's objects look to JavaScript. Default: as PyProxy. */
  style?: ProxyStyle;
}

/** A number that becomes a float in Python even if it is whole. */
export class PyFloat {
  constructor(readonly value: number) {}
  valueOf(): number { return this.value; }
}

/** What an instance gives its border. */
export interface BorderHost {
  /** Makes a Task of the core's task with this id and runs it to its end. */
  runTask(id: number): Promise<unknown>;
  /** A line of a program's source, for tracebacks; undefined: not known. */
  sourceLine(file: string, line: number): string | undefined;
  /** A call of Python by JavaScript begins. What bounds it; undefined: nothing, or the run in which
   *  it is. */
  callBegins(): Limits | undefined;
  callEnds(): void;
}

/** Names of attributes that are kept as strs. */
const NAMES_KEPT = 1000;

export { MISSING };
/** An attribute is a method of the object itself. */
export const METHOD: unique symbol = Symbol("method");

export class Border extends Rows {
  readonly objects = new JsObjects();
  readonly modules: HostModules;
  readonly proxies: Proxies;
  readonly scopes = new Scopes();
  readonly exceptions = new Exceptions(this);
  pending!: PendingAnswers;
  readonly access: Access;
  readonly js: boolean | readonly string[];
  readonly waits: boolean;
  readonly style: ProxyStyle | undefined;
  /** Undefined before the instance is made, and after it was disposed of. */
  host: BorderHost | undefined;
  /** The program is in a callback of the host that must not call Python: output, input, clock,
   *  files. */
  busy = 0;
  /** Calls of the core that are going on. */
  depth = 0;
  /** Interned strs of attribute names. */
  #names = new Map<string, { address: number; handle: number }>();

  constructor(options: BorderOptions) {
    super();
    this.modules = new HostModules(options.modules);
    this.js = options.js ?? false;
    this.waits = options.waits ?? true;
    this.style = options.style;
    this.access = this.js === true ? open : guarded;
    this.proxies = new Proxies(this);
  }

  /** The module `js` of an allow-list: these names of globalThis, as they are when they are asked
   *  for. */
  chosenJs(): HostModule {
    if (this.#chosen) return this.#chosen;
    const source = Object.create(null) as object;
    for (const name of this.js as readonly string[]) {
      Object.defineProperty(source, name,
        { get: () => (globalThis as Record<string, unknown>)[name], enumerable: true });
    }
    return this.#chosen = new HostModule("js", source, globalThis);
  }
  #chosen: HostModule | undefined;

  /** The instance is there. */
  attach(core: BorderExports, pending: PendingAnswers, host: BorderHost): void {
    this.attachCore(core);
    this.pending = pending;
    this.host = host;
  }
  /** The instance is gone: all proxies are. */
  dispose(): void {
    this.detachCore();
    this.proxies.clear();
    this.objects.clear();
    this.#names.clear();
    this.host = undefined;
  }

  /** Throws if Python cannot be called now. */
  check(): void {
    if (this.disposed) throw new DisposedError("this Krait has been disposed of");
    if (this.busy !== 0) {
      throw new KraitError(
        "Python cannot be used from inside a callback for output, input, clock or files");
    }
  }

  // ---- from Python ----

  /** The JavaScript value of a place. live: parts of other objects, which are not copied. */
  fromPlace(place: number): unknown {
    if (this.words.length === 0) this.refresh();
    const low = this.words[place * 2]!;
    if (isInt(low)) return readInt(low, this.words[place * 2 + 1]!);
    if (isFloat(low)) return readFloat(low, this.words[place * 2 + 1]!);
    if (low === this.noneAt) return null;
    if (low === this.trueAt) return true;
    if (low === this.falseAt) return false;
    return this.fromObject(low);
  }
  /** The JavaScript value of an object. */
  fromObject(address: number): unknown {
    if (address === 0) throw new KraitError("the core has failed: there is no value");
    const plain = this.plainObject(address);
    return plain === MISSING ? this.proxies.handOut(address) : plain;
  }
  /** The same for values that JavaScript has, too; MISSING: it is none of them. */
  plainObject(address: number): unknown {
    if (address === this.undefinedAt) return undefined;
    const kind = this.core.borderKind(address);
    if (this.words.length === 0) this.refresh();
    if (kind === KIND.object) return MISSING;
    const out = this.outAt;
    const a = this.words[out]!, b = this.words[out + 1]!;
    switch (kind) {
      case KIND.str: return decodeText(this.bytes, a >>> 0, b >>> 0, this.words[out + 2] !== 0);
      case KIND.js: {
        const object = this.objects.at(a);
        return object instanceof HostModule ? object.value : object;
      }
      case KIND.bytes: return this.bytes.slice(a >>> 0, (a >>> 0) + (b >>> 0));
      case KIND.int: return readInt(a, b);
      case KIND.big:
        if ((a >>> 0) + (b >>> 0) * 4 > this.bytes.length || (a & 3) !== 0)
          throw new KraitError("the core has failed: its int does not lie in memory");
        return bigOf(new Uint32Array(this.core.memory.buffer, a, b), this.words[out + 2] !== 0);
      default: return new Float64Array(this.core.memory.buffer, out * 4 + 32, 1)[0];
    }
  }
  // ---- to Python ----

  /** Puts a JavaScript value into a place. flags: OBJECT.*, for objects that Python gets to know by
   *  it. part: it is a part of another object: arrays of bytes are not copied. */
  toPlace(value: unknown, place: number, flags = this.defaultFlags, part = false): void {
    if (this.words.length === 0) this.refresh();
    const words = this.words, at = place * 2;
    switch (typeof value) {
      case "number":
        if ((value | 0) === value && (value !== 0 || 1 / value > 0)) {
          words[at] = value << 1 | 1;
          words[at + 1] = value >> 31;
        } else if (Number.isSafeInteger(value) && value !== 0) {
          writeInt(words, at, value);
        } else {
          this.#putFloat(value, place);
        }
        return;
      case "string": this.putText(value, place); return;
      case "boolean":
        words[at] = value ? this.trueAt : this.falseAt;
        words[at + 1] = 0;
        return;
      case "undefined":
        words[at] = this.none;
        words[at + 1] = 0;
        return;
      case "bigint": this.#putBig(value, place); return;
      default:
        if (value === null) {
          words[at] = this.noneAt;
          words[at + 1] = 0;
          return;
        }
        this.#putObject(value as object, place, flags, part);
    }
  }
  /** What undefined becomes. */
  get none(): number { return this.undefinedIsNone ? this.noneAt : this.undefinedAt; }
  undefinedIsNone = true;
  get defaultFlags(): number { return this.waits ? OBJECT.waits : 0; }

  #putFloat(value: number, place: number): void {
    if (writeFloat(this.words, place * 2, value)) return;
    if (this.core.borderFloat(place << 3, value) === 0) throw this.exceptions.read(place);
  }
  #putBig(value: bigint, place: number): void {
    if (value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER) {
      writeInt(this.words, place * 2, Number(value));
      return;
    }
    const limbs = bigWords(value);
    const at = this.#buffer(limbs.byteLength, place);
    this.bytes.set(new Uint8Array(limbs.buffer), at);
    if (this.core.borderInt(place << 3, at, limbs.length, value < 0n ? 1 : 0) === 0)
      throw this.exceptions.read(place);
  }
  /** Puts a str. */
  putText(text: string, place: number): void {
    let at = this.textAt;
    const room = text.length * 3;
    if (room > this.textBytes) {
      at = this.#buffer(room, place);
    } else if (this.words.length === 0) {
      this.refresh();
    }
    if (this.core.borderStr(place << 3, at, encodeText(text, this.bytes, at)) === 0)
      throw this.exceptions.read(place);
  }
  #putBytes(bytes: Uint8Array, place: number): void {
    const at = this.#buffer(bytes.length, place);
    this.bytes.set(bytes, at);
    if (this.core.borderBytes(place << 3, at, bytes.length) === 0)
      throw this.exceptions.read(place);
  }
  /** A buffer of the core, until it is called again. */
  #buffer(bytes: number, place: number): number {
    const at = bytes > 0x7fffffff ? 0 : this.core.scratch(bytes) >>> 0;
    this.refresh();
    if (at === 0) {
      this.exceptions.make(ERROR.MemoryError, `memory allocation failed, allocating ${bytes} bytes`,
        place);
      throw this.exceptions.read(place);
    }
    return at;
  }
  #putObject(value: object, place: number, flags: number, part: boolean): void {
    const known = this.objects.find(value);
    if (known !== 0 && (this.objects.flags(known) & OBJECT.plain) !== 0) {
      this.putKnown(known, value, place);
      return;
    }
    const python = proxied(value);
    if (python && python.border === this) {
      this.putAddress(python.address(), place);
      return;
    }
    if (value instanceof PyFloat) { this.#putFloat(value.value, place); return; }
    const isBytes = value instanceof ArrayBuffer || ArrayBuffer.isView(value);
    if (!part && isBytes) {
      if (value instanceof Uint8Array) this.#putBytes(value, place);
      else if (value instanceof ArrayBuffer) this.#putBytes(new Uint8Array(value), place);
      else this.#putView(value, place);
      return;
    }
    this.putJs(value, place, isBytes || python ? flags : flags | OBJECT.plain);
  }
  /** The JsProxy of an object, a function or a symbol. */
  putJs(value: unknown, place: number, flags: number): void {
    const known = this.objects.find(value);
    if (known !== 0) {
      this.putKnown(known, value, place);
      return;
    }
    if (!this.access.admits(value))
      throw new TypeError("this object of JavaScript is not available to Python");
    const number = this.objects.add(value, flags | (isClass(value) ? OBJECT.class : 0));
    if (this.core.borderObject(place << 3, number, typeof value === "function" ? 1 : 0) !== 0)
      return;
    this.objects.release(number);
    throw this.exceptions.read(place);
  }
  /** The JsProxy of an object that has this number: the one that lives, or a new one. */
  putKnown(number: number, value: unknown, place: number): void {
    if (this.words.length === 0) this.refresh();
    const { words } = this, table = this.jsTable;
    if (number < words[table + 1]!) {
      const address = words[(words[table]! >>> 2) + number]!;
      // 1: it is dead, and the host is still to be told.
      if (address >>> 0 > 1) {
        words[place * 2] = address;
        words[place * 2 + 1] = 0;
        return;
      }
    }
    if (this.core.borderObject(place << 3, number, typeof value === "function" ? 1 : 0) === 0)
      throw this.exceptions.read(place);
  }
  /** Arrays of other items than bytes: a memoryview of a copy. */
  #putView(view: ArrayBufferView, place: number): void {
    const format = FORMATS.get(Object.prototype.toString.call(view).slice(8, -1));
    this.#putBytes(new Uint8Array(view.buffer, view.byteOffset, view.byteLength), place);
    if (!format) return;
    const row = this.take(2);
    try {
      this.putAddress(this.addressAt(place), row);
      this.operate(OP.view, row);
      this.putAddress(this.addressAt(row), place);
      this.putText(format, row + 1);
      this.#invoke(this.addressAt(place), "cast", row, 1);
      this.putAddress(this.addressAt(row), place);
    } finally {
      this.give(row);
    }
  }

  // ---- operations ----

  /** Carries out an OP on a row. False: there is nothing of the kind. Throws what it raises. */
  operate(op: number, row: number): boolean { return this.attempt(op, row) !== 2; }
  /** The same: 0 done, 2 nothing of the kind, 3 what the op says. */
  attempt(op: number, row: number): number {
    this.check();
    const limits = this.#begin(), depth = this.depth++;
    let status: number;
    try {
      status = this.core.borderDo(op, row << 3);
    } catch (error) {
      throw this.#crashed(error, depth);
    } finally {
      this.#end(depth, limits);
    }
    this.#settle(status, row, limits);
    return status;
  }
  /** Calls an object with the values of a row; the result is put into its first place. */
  enter(callee: number, row: number, count: number, keywords: boolean): void {
    this.check();
    const limits = this.#begin(), depth = this.depth++;
    let status: number;
    try {
      status = this.core.borderCall(callee, row << 3, count, keywords ? 1 : 0);
    } catch (error) {
      throw this.#crashed(error, depth);
    } finally {
      this.#end(depth, limits);
    }
    // An event loop that waits may have got something to do by the call.
    if (depth === 0) this.pending.notify();
    this.#settle(status, row, limits);
  }
  /** Calls a method of an object with the values behind the first place of a row; the result is put
   *  there. */
  #invoke(object: number, name: string, row: number, count: number, keywords = false): void {
    this.check();
    const nameAt = this.nameOf(name);
    const limits = this.#begin(), depth = this.depth++;
    let status: number;
    try {
      this.putAddress(object, row);
      status = this.core.borderCallMethod(nameAt, row << 3, count, keywords ? 1 : 0);
    } catch (error) {
      throw this.#crashed(error, depth);
    } finally {
      this.#end(depth, limits);
    }
    // An event loop that waits may have got something to do by the call.
    if (depth === 0) this.pending.notify();
    this.#settle(status, row, limits);
  }
  /** Reads the exception in the first of EXCEPTION.places places. Never ends for want of anything:
   *  see borderDescribe. */
  describe(row: number): void {
    const depth = this.depth++;
    try {
      this.core.borderDescribe(row << 3);
    } catch (error) {
      throw this.#crashed(error, depth);
    } finally {
      this.depth = depth;
    }
  }
  #begin(): Limits | undefined { return this.depth === 0 ? this.host!.callBegins() : undefined; }
  #end(depth: number, limits: Limits | undefined): void {
    this.depth = depth;
    if (limits) this.host?.callEnds();
  }
  /** A call is over. Throws why it was ended, or what Python raised. */
  #settle(status: number, row: number, limits: Limits | undefined): void {
    if (status === 4) throw new FuelError("the call's fuel is used up");
    // A run inside of the call may have been ended by its limits.
    if (status === 1) limits?.check(performance.now());
    if (limits?.error) {
      if (status === 1) limits.error.cause ??= this.exceptions.read(row);
      throw limits.error;
    }
    if (status === 1) throw this.exceptions.read(row);
  }
  /** An error of JavaScript came through the core: its state is put right. Returns what is to be
   *  thrown. */
  #crashed(error: unknown, depth: number): unknown {
    if (this.disposed)
      return error instanceof DisposedError ? error
        : new DisposedError("this Krait has been disposed of");
    this.core.borderRecover(depth);
    return error;
  }
  /** A run of a task was left by an error of JavaScript: see
   *  {@link BorderExports.borderRecover}. */
  recover(): void {
    if (!this.disposed) this.core.borderRecover(this.depth);
  }

  /** Calls a Python value. */
  call(callee: number, args: readonly unknown[], keywords?: Record<string, unknown>): unknown {
    const count = args.length;
    const row = this.top;
    try {
      this.#fill(args, count + 2);
      if (keywords) this.putKeywords(keywords, row + count);
      this.enter(callee, row, count, keywords !== undefined);
      return this.fromPlace(row);
    } finally {
      this.give(row);
    }
  }
  /** Calls a method of a Python value. */
  callMethod(object: number, name: string, args: readonly unknown[], keywords?: Record<string,
      unknown>): unknown {
    const count = args.length;
    const row = this.top;
    try {
      this.check();
      this.take(1);
      this.#fill(args, count + 2);
      if (keywords) this.putKeywords(keywords, row + 1 + count);
      this.#invoke(object, name, row, count, keywords !== undefined);
      return this.fromPlace(row);
    } finally {
      this.give(row);
    }
  }
  #fill(args: readonly unknown[], places: number): void {
    this.check();
    const row = this.take(places);
    for (let i = 0; i < args.length; i++) this.toPlace(args[i], row + i);
  }
  /** Puts a dict of keyword arguments. */
  putKeywords(keywords: Record<string, unknown>, place: number): void {
    const row = this.take(3);
    try {
      this.operate(OP.newDict, row);
      this.putAddress(this.addressAt(row), place);
      for (const [name, value] of Object.entries(keywords)) {
        this.putAddress(this.addressAt(place), row);
        this.toPlace(value, row + 2);
        this.putAddress(this.nameOf(name), row + 1);
        this.operate(OP.setItem, row);
      }
    } finally {
      this.give(row);
    }
  }

  /** An operation of an object with further operands. MISSING: there is nothing of the kind. */
  on(op: number, object: number, ...operands: unknown[]): unknown {
    this.check();
    const row = this.take(3);
    try {
      this.putAddress(object, row);
      for (let i = 0; i < operands.length; i++) this.toPlace(operands[i], row + 1 + i);
      return this.operate(op, row) ? this.fromPlace(row) : MISSING;
    } finally {
      this.give(row);
    }
  }
  /** The same with an attribute's name in the second place. */
  attribute(op: number, object: number, name: string, value?: unknown): unknown {
    this.check();
    const row = this.take(3);
    try {
      this.putAddress(object, row);
      this.putAddress(this.nameOf(name), row + 1);
      if (op === OP.setAttr) this.toPlace(value, row + 2);
      return this.attempt(op, row) === 2 ? MISSING : this.fromPlace(row);
    } finally {
      this.give(row);
    }
  }
  /** An attribute; MISSING; METHOD: it is a method of the object itself, which was not made for
   *  that. */
  member(object: number, name: string): unknown {
    this.check();
    const row = this.take(2);
    try {
      this.putAddress(object, row);
      this.putAddress(this.nameOf(name), row + 1);
      const status = this.attempt(OP.getMember, row);
      return status === 0 ? this.fromPlace(row) : status === 2 ? MISSING : METHOD;
    } finally {
      this.give(row);
    }
  }
  /** Address of the interned str of an attribute's name, which is kept for the next time. */
  nameOf(name: string): number {
    const known = this.#names.get(name);
    if (known) return known.address;
    this.check();
    const row = this.take(1);
    try {
      this.putText(name, row);
      this.operate(OP.intern, row);
      const address = this.addressAt(row);
      if (this.#names.size === NAMES_KEPT) {
        for (const { handle } of this.#names.values()) this.core.borderDrop(handle);
        this.#names.clear();
      }
      this.#names.set(name, { address, handle: this.hold(row) });
      return address;
    } finally {
      this.give(row);
    }
  }
  /** A handle for the value in a place: it lives until the core is told to drop it. */
  hold(place: number): number {
    const handle = this.core.borderHold(place << 3);
    if (handle === 0) throw new RangeError("no memory for another handle");
    return handle;
  }
  /** Python values that JavaScript holds by proxies. */
  get held(): number { return this.core.borderHeld() - this.#names.size; }

  /** A function or class of the module builtins. */
  builtin(name: string, place: number): void {
    this.putText(name, place);
    this.operate(OP.builtin, place);
  }
  /** `builtins.name(...args)`. */
  callBuiltin(name: string, ...args: unknown[]): unknown {
    this.check();
    const row = this.take(1);
    try {
      this.builtin(name, row);
      return this.call(this.addressAt(row), args);
    } finally {
      this.give(row);
    }
  }
}

/** Type codes of the struct module for the items of typed arrays. */
const FORMATS = new Map<string, string>([
  ["Int8Array", "b"], ["Uint8ClampedArray", "B"], ["Int16Array", "h"], ["Uint16Array", "H"],
  ["Int32Array", "i"],
  ["Uint32Array", "I"], ["BigInt64Array", "q"], ["BigUint64Array", "Q"], ["Float32Array", "f"],
  ["Float64Array", "d"],
  ["DataView", "B"],
]);
