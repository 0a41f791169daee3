// What Python may reach of a JavaScript object: its properties, by two rules.
//
// *Open* (option `js: true`): everything, as JavaScript has it.
// *Guarded* (all else): own and inherited members, but nothing that leads from an object to the
// language itself: not `constructor`, `__proto__` and the like, not what Object.prototype and
// Function.prototype offer, no `prototype` of a function, and never one of the values below,
// wherever it comes from. So a program gets what it was given, and no way to make code out of text.

const AsyncFunction: unknown = (async () => {}).constructor;
const GeneratorFunction: unknown = (function* () {}).constructor;
const AsyncGeneratorFunction: unknown = (async function* () {}).constructor;

/** Values that give the whole of JavaScript to whoever holds one of them. */
const POWERFUL = new Set<unknown>([
  globalThis, Function, AsyncFunction, GeneratorFunction, AsyncGeneratorFunction, eval, Object,
  Reflect,
  Proxy, Object.prototype, Function.prototype,
]);
for (const name of ["window", "self", "frames", "parent", "top", "global"]) {
  // In a frame of another origin even looking fails.
  try { POWERFUL.add((globalThis as Record<string, unknown>)[name]);
  } catch { /* not ours to give */ }
}
POWERFUL.delete(undefined);

/** True for a value that guarded programs never get. */
export function isPowerful(value: unknown): boolean {
  if (POWERFUL.has(value)) return true;
  // The same values of another frame or context.
  if (typeof value === "function") {
    const name = ownName(value);
    return name !== undefined && /^(Async)?(Generator)?Function$/.test(name)
      && /\[native code\]/.test(sourceOf(value));
  }
  return false;
}
const sourceOf = (f: object): string => Function.prototype.toString.call(f);
function ownName(f: object): string | undefined {
  const name: unknown = Object.getOwnPropertyDescriptor(f, "name")?.value;
  return typeof name === "string" ? name : undefined;
}

const HIDDEN = new Set([
  "constructor", "__proto__", "__defineGetter__", "__defineSetter__", "__lookupGetter__",
  "__lookupSetter__",
]);
const HIDDEN_IN_FUNCTIONS = new Set(["prototype", "caller", "arguments", "call", "apply", "bind"]);

/** True for the prototype of all objects, or of all functions, of any realm. */
function isRoot(holder: object): boolean {
  if (holder === Object.prototype || holder === Function.prototype) return true;
  return Object.hasOwn(holder, "constructor") && Object.hasOwn(holder, "hasOwnProperty")
    || typeof holder === "function" && Object.hasOwn(holder, Symbol.hasInstance);
}

/** There is nothing of the kind: no such attribute or key, the end. */
export const MISSING: unique symbol = Symbol("missing");

export interface Access {
  has(object: object, name: PropertyKey): boolean;
  /** The value; MISSING: there is none to see. */
  get(object: object, name: PropertyKey): unknown;
  /** False: it cannot be set. */
  set(object: object, name: PropertyKey, value: unknown): boolean;
  delete(object: object, name: PropertyKey): boolean;
  /** Names of what there is to see, sorted. */
  names(object: object): string[];
  /** False: this value is not handed to Python. */
  admits(value: unknown): boolean;
}

type Members = Record<PropertyKey, unknown>;

export const open: Access = {
  has: (object, name) => name in object,
  get: (object, name) => (name in object ? (object as Members)[name] : MISSING),
  set: (object, name, value) => Reflect.set(object, name, value),
  delete: (object, name) => Reflect.deleteProperty(object, name),
  names: (object) => namesOf(object, () => true),
  admits: () => true,
};

/** The object on the prototype chain that has a visible property of this name. */
function holderOf(object: object, name: PropertyKey): object | undefined {
  if (HIDDEN.has(name as string) || typeof object === "function"
    && HIDDEN_IN_FUNCTIONS.has(name as string)) return undefined;
  // Where a program stood in the host's files is not its business.
  if (name === "stack" && object instanceof Error) return undefined;
  for (let at: object | null = object; at !== null; at = Object.getPrototypeOf(at) as object | null)
    {
    if (Object.hasOwn(at, name)) return isRoot(at) ? undefined : at;
  }
  return undefined;
}

export const guarded: Access = {
  has: (object, name) => holderOf(object, name) !== undefined,
  get: (object, name) => (holderOf(object, name) ? (object as Members)[name] : MISSING),
  set: (object, name, value) => {
    if (HIDDEN.has(name as string) || typeof object === "function"
      && HIDDEN_IN_FUNCTIONS.has(name as string)) return false;
    return Reflect.set(object, name, value);
  },
  delete: (object, name) => Object.hasOwn(object, name) && holderOf(object, name) !== undefined
    && Reflect.deleteProperty(object, name),
  names: (object) => namesOf(object, (name) => holderOf(object, name) !== undefined),
  admits: (value) => !isPowerful(value),
};

function namesOf(object: object, wanted: (name: string) => boolean): string[] {
  const names = new Set<string>();
  for (let at: object | null = object; at !== null; at = Object.getPrototypeOf(at) as object | null)
    {
    for (const name of Object.getOwnPropertyNames(at)) if (wanted(name)) names.add(name);
  }
  return [...names].sort();
}

/** True for ES classes and built-in constructors that want `new`. */
export function isClass(f: unknown): boolean {
  if (typeof f !== "function" || CONVERTERS.has(f)) return false;
  return Object.getOwnPropertyDescriptor(f, "prototype")?.writable === false;
}
/** Built-in functions that also are classes, but are called to convert. */
const CONVERTERS = new Set<unknown>([String, Number, Boolean, BigInt, Symbol]);
