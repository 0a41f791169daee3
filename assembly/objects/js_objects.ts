// JavaScript objects that Python holds: their layout, and the table that keeps them unique.
//
// The host numbers the objects that it hands over (js/border/objects.ts) and keeps each alive under
// its number until it is told that Python has forgotten it. Here a weak table leads from the number
// to the one JsObject that stands for it, so `is` holds for the same object. When the collector
// finds a JsObject dead, its number is noted and given back at the next safepoint (jsReleaseDead),
// outside the collector.
//
//  0      4      8      12    16      20
//  |klass |flags |index |self |target |0    the last two in a JsMethod only
import { noteDone } from "../heap/running";
import { Value, RAISED, NOTHING } from "../core/value";
import { Header, TYPE_BYTES } from "../heap/header";
import { resizeRaw, cellBytes } from "../heap/allocator";
import { objectNew } from "./object_new";
import { addRootMarker, addWeakHook, isMarked, markObject, markRaw,
  markValue } from "../heap/collector";
import { requestEvent, EVENT_CALLBACKS } from "../heap/events";
import { FFI_RESULT, ffiRelease } from "../host";
import { raise, raiseNoMemory, raiseValue, isSubtype, RecursionError } from "./errors";

/** Any JavaScript object. */
export const JS_PROXY_TYPE: usize = memory.data(TYPE_BYTES, 16);
/** A JavaScript function. Derives from JsProxy. */
export const JS_FUNCTION_TYPE: usize = memory.data(TYPE_BYTES, 16);
/** A JavaScript function that was an attribute of an object: its `this`. Derives from
 *  JsFunction. */
export const JS_METHOD_TYPE: usize = memory.data(TYPE_BYTES, 16);
/** An error that JavaScript threw. */
export const JS_EXCEPTION: usize = memory.data(TYPE_BYTES, 16);

@unmanaged export class JsObject extends Header {
  /** Its number in the host's table. */
  index: u32;
  /** JsMethod: the JsObject that is its `this`; else 0. */
  self: usize;
}
@unmanaged export class JsMethod extends JsObject {
  /** The JsObject of the function, which keeps the number alive. */
  target: usize;
  spare: u32;
}

/** Two words, which the host reads, too: address of a raw cell of u32, and how many these are. Each
 *  is, by number, the address of the JsObject; 0: none; DEAD: the host is still to be told. */
export const JS_TABLE: usize = memory.data(8, 8);
@inline function tableCell(): usize { return <usize>load<u32>(JS_TABLE); }
@inline function tableRoom(): u32 { return load<u32>(JS_TABLE, 4); }
/** Numbers in use, and dead ones among them that the host has not been told of. */
let held: u32 = 0;
let dead: u32 = 0;
const DEAD: u32 = 1;

/** JavaScript objects that Python holds. */
export function jsHeld(): u32 { return held - dead; }

@inline function entry(index: u32): usize { return tableCell() + (<usize>index << 2); }

/** The JsObject of the host's object `index`: the one that lives, or a new one. Raises
 *  MemoryError. */
export function jsObject(index: u32, type: usize): Value {
  const room = tableRoom();
  if (index >= room) {
    const more = index + (index >> 1) + 32;
    const fresh = resizeRaw(tableCell(), <usize>room << 2, <usize>more << 2);
    if (fresh == 0) return raiseNoMemory(more << 2);
    const now = <u32>(cellBytes(fresh) >> 2);
    memory.fill(fresh + (<usize>room << 2), 0, <usize>(now - room) << 2);
    store<u32>(JS_TABLE, <u32>fresh);
    store<u32>(JS_TABLE, now, 4);
  }
  const there = load<u32>(entry(index));
  if (there > DEAD) return <u64>there;
  const o = changetype<JsObject>(objectNew(type, offsetof<JsObject>()));
  if (changetype<usize>(o) == 0) return RAISED;
  o.index = index;
  o.self = 0;
  store<u32>(entry(index), <u32>changetype<usize>(o));
  if (there == DEAD) dead--;
  else held++;
  return <u64>changetype<usize>(o);
}
/** Function `f` with `self` as its this. Raises MemoryError. */
export function jsMethod(f: JsObject, self: usize): Value {
  const m = changetype<JsMethod>(objectNew(JS_METHOD_TYPE, offsetof<JsMethod>()));
  if (changetype<usize>(m) == 0) return RAISED;
  m.index = f.index;
  m.self = self;
  m.target = changetype<usize>(f);
  m.spare = 0;
  return <u64>changetype<usize>(m);
}
/** True for a JavaScript object of any kind. */
export function isJsObject(v: Value): bool {
  if ((v & 7) != 0 || v == NOTHING) return false;
  const klass = <usize>load<u32>(<usize>v);
  return klass == JS_PROXY_TYPE || klass == JS_FUNCTION_TYPE || klass == JS_METHOD_TYPE;
}

/** mark slots. */
export function jsObjectMark(address: usize): void {}
export function jsMethodMark(address: usize): void {
  markObject(changetype<JsMethod>(address).self);
  markObject(changetype<JsMethod>(address).target);
}
function markTable(): void {
  markRaw(tableCell());
  markValue(load<u64>(FFI_RESULT));
}
/** Weak hook: notes the dead. */
function sweepTable(): void {
  for (let i: u32 = 0; i < tableRoom(); i++) {
    const at = load<u32>(entry(i));
    if (at > DEAD && !isMarked(at)) {
      store<u32>(entry(i), DEAD);
      dead++;
    }
  }
  if (dead != 0) requestEvent(EVENT_CALLBACKS);
}
/** Tells the host of the objects that Python has forgotten. Outside the collector. */
export function jsReleaseDead(): void {
  for (let i: u32 = 0; dead != 0 && i < tableRoom(); i++) {
    if (load<u32>(entry(i)) != DEAD) continue;
    store<u32>(entry(i), 0);
    dead--;
    held--;
    ffiRelease(i);
  }
}
/** flags, in a packed copy: Python has the object, not only its garbage. */
const HELD: u32 = 1 << 31;
/** All that stand in the table, for a snapshot; notes which are reached without it. */
function markHeld(): void {
  for (let i: u32 = 0; i < tableRoom(); i++) {
    const at = <usize>load<u32>(entry(i));
    if (at <= DEAD) continue;
    const o = changetype<JsObject>(at);
    o.flags = isMarked(at) ? o.flags | HELD : o.flags & ~HELD;
  }
  for (let i: u32 = 0; i < tableRoom(); i++)
    if (load<u32>(entry(i)) > DEAD) markObject(load<u32>(entry(i)));
}
/** In a packed copy: 1 if Python has the host's object `index`. */
export function jsHolds(index: u32): i32 {
  if (index >= tableRoom() || load<u32>(entry(index)) <= DEAD) return 0;
  return changetype<JsObject>(<usize>load<u32>(entry(index))).flags & HELD ? 1 : 0;
}
export function jsObjectsInit(): void {
  addRootMarker(markTable);
  addWeakHook(sweepTable, markHeld);
}

// ---- results of the host ----

/** What the host left: taken, so that it is kept alive no longer. */
export function takeFfiResult(): Value {
  noteDone();
  const v = load<u64>(FFI_RESULT);
  store<u64>(FFI_RESULT, NOTHING);
  return v;
}
/** Makes the exception that the host left pending; if it could leave none, its stack is full.
 *  Returns RAISED. */
export function raiseFfi(): Value {
  const e = takeFfiResult();
  return e != NOTHING ? raiseValue(e)
    : raise(RecursionError, "maximum recursion depth exceeded in JavaScript");
}
/** The type of JavaScript object `v` is a JsFunction. */
export function isJsFunction(v: Value): bool {
  return isJsObject(v) && isSubtype(<usize>load<u32>(<usize>v), JS_FUNCTION_TYPE);
}
