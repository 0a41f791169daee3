// Attributes: finding, setting and deleting them, on any value.
//
// Two ways in:
//  * getAttr, getAttrOptional, setAttr give the result; properties and __getattr__ written in Python run
//    nested. For natives.
//  * attributeFind and attributeStore never call Python functions: they say what is to be called. For the
//    interpreter, which pushes a frame. They also say what an inline cache needs.
// Names are interned strs (internStr); results stay valid until the next safepoint.
import { Value, RAISED, NOTHING } from "../core/value";

// ---- results of attributeFind ----

/** An exception is pending (AttributeError, or what a native descriptor raised). */
export const FIND_MISSING: i32 = 0;
/** foundValue is the value. */
export const FIND_VALUE: i32 = 1;
/** A function found on the type (or a class method) that binds: foundValue is the function, foundSelf its first
 *  argument. For a call there is no need to make a bound object; boundValue() makes it. */
export const FIND_METHOD: i32 = 2;
/** The value is what calling foundValue with the `foundCount` arguments at findArgs() returns (a property's getter,
 *  __get__, __getattr__, __getattribute__). foundValue is callable, mostly a FunctionObject. */
export const FIND_GETTER: i32 = 3;

// ---- results of attributeStore ----

/** An exception is pending. */
export const STORE_FAILED: i32 = 0;
/** Done. */
export const STORE_DONE: i32 = 1;
/** To be done by calling foundValue with the `foundCount` arguments at findArgs(); the result is ignored. */
export const STORE_SETTER: i32 = 2;

/** What was found: the value, the function, or the function to call. */
export let foundValue: Value = NOTHING;
/** FIND_METHOD: the first argument. */
export let foundSelf: Value = NOTHING;
/** FIND_GETTER, STORE_SETTER: number of arguments at findArgs(); at most 6. */
export let foundCount: i32 = 0;

// ---- what an inline cache may keep, set by attributeFind and attributeStore ----

/** Nothing: look up each time. */
export const CACHE_NONE: i32 = 0;
/** For objects whose klass (first word) is cacheKlass, a shape: the value is in slot `cacheSlot` (slotAddress in
 *  shape.ts). If the slot holds NOTHING the slow path must be taken (an unset name of __slots__). */
export const CACHE_SLOT: i32 = 1;
/** For objects whose klass (first word: shape or type) is cacheKlass, while the version of their type is
 *  cacheVersion: the same kind of result (FIND_VALUE, FIND_METHOD with foundSelf the object itself, or FIND_GETTER
 *  with the object as only argument), and the value or function is in the word at cacheAt. */
export const CACHE_CLASS: i32 = 2;
/** For the object cacheKlass itself, a class whose metaclass is `type`, while its version is cacheVersion: the
 *  value (FIND_VALUE) or function (FIND_METHOD, foundSelf: the class) is in the word at cacheAt. */
export const CACHE_TYPE: i32 = 3;
/** For a module whose dict is cacheKlass, while that dict's version is cacheVersion: the value is in the word at
 *  cacheAt. For attributeStore: is to be put there. */
export const CACHE_MODULE: i32 = 4;
/** attributeStore only: an object whose klass is cacheKlass gets klass cacheNewShape and the value in its new slot
 *  cacheSlot, which is inside the instance (cacheSlot < inlineSlots). */
export const CACHE_ADD: i32 = 5;

// Shapes, types and modules held by a cache must be kept alive or the cache emptied at a collection. A CACHE_SLOT
// or CACHE_ADD needs no version: when a class gets a data descriptor or __setattr__ ... after instances were made,
// flushCaches() (hooks.ts) empties all inline caches.
export let cacheKind: i32 = CACHE_NONE;
export let cacheKlass: usize = 0;
export let cacheVersion: u32 = 0;
/** Address of a word (u64) with the value or function. */
export let cacheAt: usize = 0;
export let cacheSlot: u32 = 0;
export let cacheNewShape: usize = 0;

/** Address of the arguments of a getter or setter. Copied by the caller before anything else is looked up. */
export function findArgs(): usize { return unreachable(); }

/** Finds v.name without running Python. Returns FIND_*; see there. */
export function attributeFind(v: Value, name: usize): i32 { return unreachable(); }
/** Sets v.name = value (NOTHING: deletes) without running Python. Returns STORE_*. */
export function attributeStore(v: Value, name: usize, value: Value): i32 { return unreachable(); }
/** The value of a FIND_METHOD: a new bound method (or bound native). Raises MemoryError. */
export function boundValue(fn: Value, self: Value): Value { return unreachable(); }

/** v.name; name an interned str. Raises AttributeError and what descriptors raise. May run Python. */
export function getAttr(v: Value, name: Value): Value { return unreachable(); }
/** As getAttr, but NOTHING without exception if there is no such attribute (AttributeError swallowed);
 *  RAISED with raised() for other errors. */
export function getAttrOptional(v: Value, name: Value): Value { return unreachable(); }
/** v.name = value; value NOTHING: del v.name. False with an exception pending. May run Python. */
export function setAttr(v: Value, name: Value, value: Value): bool { return unreachable(); }
/** Looks `name` up on the type along its mro, without binding. NOTHING: not there. Runs no Python. */
export function typeLookup(type: usize, name: usize): Value { return unreachable(); }
