// What looking up or setting an attribute comes to: values, functions to be called, and what an
// inline cache may keep.
//
// Set by attributes.ts and attribute_store.ts; valid until the next safepoint.
import { Value, NOTHING, isObject } from "../core/value";
import { klassOf } from "../heap/header";
import { TypeObject } from "./type";

// ---- results of attributeFind ----

/** An exception is pending (AttributeError, or what a native descriptor raised). */
export const FIND_MISSING: i32 = 0;
/** foundValue is the value. */
export const FIND_VALUE: i32 = 1;
/** A function found on the type (or a class method) that binds: foundValue is the function,
 *  foundSelf its first argument. For a call there is no need to make a bound object; boundValue()
 *  makes it. The function may be a FunctionObject, a NativeFunction, a slot wrapper, or any
 *  callable (in a classmethod). */
export const FIND_METHOD: i32 = 2;
/** The value is what calling foundValue with the `foundCount` arguments at findArgs() returns (a
 *  property's getter, __get__, __getattr__, __getattribute__). foundValue is callable, mostly a
 *  FunctionObject. */
export const FIND_GETTER: i32 = 3;

/** In caches only: the value is what the native descriptor's __get__ answers for the object. */
export const FIND_ASK: i32 = 4;

// ---- results of attributeStore ----

/** An exception is pending. */
export const STORE_FAILED: i32 = 0;
/** Done. */
export const STORE_DONE: i32 = 1;
/** To be done by calling foundValue with the `foundCount` arguments at findArgs(); the result is
 *  ignored. */
export const STORE_SETTER: i32 = 2;

/** What was found: the value, the function, or the function to call. */
export let foundValue: Value = NOTHING;
/** FIND_METHOD: the first argument. */
export let foundSelf: Value = NOTHING;
/** FIND_GETTER, STORE_SETTER: number of arguments at findArgs(); at most 8. */
export let foundCount: i32 = 0;

// ---- what an inline cache may keep, set by attributeFind and attributeStore ----

/** Nothing: look up each time. */
export const CACHE_NONE: i32 = 0;
/** For objects whose klass (first word) is cacheKlass, a shape: the value is in slot `cacheSlot`
 *  (slotAddress in shape.ts). If the slot holds NOTHING the slow path must be taken (an unset name
 *  of __slots__). */
export const CACHE_SLOT: i32 = 1;
/** For objects whose klass (first word: shape or type) is cacheKlass, while the version of their
 *  type is cacheVersion: the same kind of result (FIND_VALUE, FIND_METHOD with foundSelf the object
 *  itself, or FIND_GETTER with the object as only argument), and the value or function is in the
 *  word at cacheAt. */
export const CACHE_CLASS: i32 = 2;
/** For the object cacheKlass itself, a class whose metaclass is `type`, while its version is
 *  cacheVersion: the value (FIND_VALUE) or function (FIND_METHOD, foundSelf: the class) is in the
 *  word at cacheAt. */
export const CACHE_TYPE: i32 = 3;
/** For a module whose dict is cacheKlass, while that dict's version is cacheVersion: the value is
 *  in the word at cacheAt. For attributeStore: is to be put there. */
export const CACHE_MODULE: i32 = 4;
/** attributeStore only: an object whose klass is cacheKlass gets klass cacheNewShape and the value
 *  in its new slot cacheSlot, which is inside the instance (cacheSlot < inlineSlots). */
export const CACHE_ADD: i32 = 5;

/** As CACHE_CLASS, with FIND_ASK for what attributeFind returned. */
export const CACHE_ASK: i32 = 6;

// Shapes, types and modules held by a cache must be kept alive or the cache emptied at a
// collection. A CACHE_SLOT or CACHE_ADD needs no version: when a class gets a data descriptor or
// __setattr__ ... after instances were made, flushCaches() (hooks.ts) empties all inline caches.
export let cacheKind: i32 = CACHE_NONE;
export let cacheKlass: usize = 0;
export let cacheVersion: u32 = 0;
/** Address of a word (u64) with the value or function. */
export let cacheAt: usize = 0;
export let cacheSlot: u32 = 0;
export let cacheNewShape: usize = 0;

const FIND_ARGS: usize = memory.data(8 * 8, 16);
/** Address of the arguments of a getter or setter. Copied by the caller before anything else is
 *  looked up. */
export function findArgs(): usize { return FIND_ARGS; }
@inline function setArg(i: i32, v: Value): void { store<u64>(FIND_ARGS + (<usize>i << 3), v); }

export function value(v: Value): i32 { foundValue = v; return FIND_VALUE; }
export function method(fn: Value, self: Value): i32 {
  foundValue = fn;
  foundSelf = self;
  return FIND_METHOD;
}
export function getter1(fn: Value, a: Value): i32 {
  foundValue = fn;
  foundCount = 1;
  setArg(0, a);
  return FIND_GETTER;
}
export function getter2(fn: Value, a: Value, b: Value): i32 {
  getter1(fn, a);
  setArg(1, b);
  foundCount = 2;
  return FIND_GETTER;
}
export function getter3(fn: Value, a: Value, b: Value, c: Value): i32 {
  getter2(fn, a, b);
  setArg(2, c);
  foundCount = 3;
  return FIND_GETTER;
}
/** More arguments than those of getter1 to getter3 stand at findArgs(). */
export function setFoundCount(n: i32): void { foundCount = n; }
export function missing(): i32 { foundValue = NOTHING; return FIND_MISSING; }
/** Nothing may be kept. */
export function cacheNone(): void { cacheKind = CACHE_NONE; }
/** The word at `at` holds while a version does: CACHE_CLASS, CACHE_TYPE, CACHE_MODULE. */
export function cacheWord(kind: i32, klass: usize, version: u32, at: usize): void {
  cacheKind = kind;
  cacheKlass = klass;
  cacheVersion = version;
  cacheAt = at;
}
/** The word holds a native descriptor that is to be asked each time. */
export function cacheAsk(): void { cacheKind = CACHE_ASK; }
/** The value or function is in the word at `at` after all. */
export function cacheMoved(at: usize): void { cacheAt = at; }
export function cacheClass(v: Value, type: TypeObject, at: usize): void {
  cacheWord(CACHE_CLASS, isObject(v) ? klassOf(<usize>v) : changetype<usize>(type), type.version,
    at);
}
export function cacheSlotOf(klass: usize, slot: u32): void {
  cacheKind = CACHE_SLOT;
  cacheKlass = klass;
  cacheSlot = slot;
}
export function cacheAdd(klass: usize, next: usize, slot: u32): void {
  cacheKind = CACHE_ADD;
  cacheKlass = klass;
  cacheNewShape = next;
  cacheSlot = slot;
}
