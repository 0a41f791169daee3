// The border, from the host's side: how JavaScript reads, makes, keeps and calls Python values.
//
// Values pass in *rows*: 8 bytes each, in linear memory. The host codes ints and floats itself
// (js/border/words.ts) and asks for all else, so that a call with numbers is one call of the core
// without anything in between. Rows that the host fills lie in ROW, which is a root; what it keeps
// for longer has a *handle*, an entry of a table that is a root. Every function that may run Python
// is an *entry*: it notes the state of the VM, so that an error which JavaScript throws through the
// core's frames (its stack is full) can be got over: borderRecover.
import { Value, RAISED, NOTHING, isSmallInt, smallInt, smallIntNew } from "../core/value";
import { typeOf } from "../heap/header";
import { resizeRaw, cellBytes, setReserve } from "../heap/allocator";
import { addRootMarker, collect, markRaw, markValues } from "../heap/collector";
import { addPackHook } from "../heap/pack";
import { eventsPending, EVENT_COLLECT, EVENT_CALLBACKS } from "../heap/events";
import { rootsMark, release } from "../heap/roots";
import { Args } from "../objects/args";
import {
  takePending, raise, raised, pendingException, isSubtype, MemoryError, RecursionError,
} from "../objects/errors";
import { callWithKeywords, nativeDepthNow, setNativeDepth, maySuspend,
  setMaySuspend } from "../objects/hooks";
import { NONE_AT, TRUE_AT, FALSE_AT } from "../objects/singletons";
import { StrObject, STR_TYPE, STR_ASCII, strNew } from "../objects/str";
import { BYTES_TYPE, bytesNew } from "../objects/bytes";
import { Bignum, bigAlloc, bigFinish } from "../objects/bignum";
import { intPart, isBignum } from "../objects/int";
import { floatNew, floatPart, toF64 } from "../objects/float";
import { payloadOf, reprDepthNow, setReprDepth } from "../objects/protocol";
import {
  JsObject, jsObject, isJsObject, jsReleaseDead, JS_PROXY_TYPE, JS_FUNCTION_TYPE, JS_TABLE,
} from "../objects/js_objects";
import { JS_UNDEFINED_AT } from "../objects/js_proxy";
import { FFI_RESULT } from "../host";
import { ci, setCi } from "../vm/frames";
import { callbacksNow, forgetCallbacks, OVERDRAFT } from "../vm/safepoint";
import { hostCallBegin, hostCallEnd, mayGoInside, goInside, comeOut, INSIDE_LEVELS } from "./tasks";

/** Room for rows. Unit: values. */
const ROW_VALUES: u32 = 4096;
const ROW: usize = memory.data(8 * 4096, 16);
/** Where questions are answered: OUT_WORDS of u32, then a double. */
const OUT: usize = memory.data(48, 16);
export function borderOut(): usize { return OUT; }
/** What the host has to know of the core's memory; js/border/core.ts reads it in this order. */
const INFO: usize = memory.data(48, 16);

/** Where the host writes short strings. */
const TEXT: usize = memory.data(1536, 16);
const TEXT_BYTES: u32 = 1536;

/** Address of INFO. */
export function borderInfo(): usize {
  store<u32>(INFO, <u32>ROW);
  store<u32>(INFO, ROW_VALUES, 4);
  store<u32>(INFO, <u32>OUT, 8);
  store<u32>(INFO, <u32>FFI_RESULT, 12);
  store<u32>(INFO, <u32>NONE_AT, 16);
  store<u32>(INFO, <u32>TRUE_AT, 20);
  store<u32>(INFO, <u32>FALSE_AT, 24);
  store<u32>(INFO, <u32>JS_UNDEFINED_AT, 28);
  store<u32>(INFO, <u32>TEXT, 32);
  store<u32>(INFO, TEXT_BYTES, 36);
  store<u32>(INFO, <u32>JS_TABLE, 40);
  return INFO;
}

// ---- handles ----

/** Raw cell of Values by handle; of a free handle the next free one as a small int. */
let handles: usize = 0;
let handleRoom: u32 = 0;
let handleFree: u32 = 0;
let handlesUsed: u32 = 0;

/** A handle, above 0, for the value at `at`; 0: no memory. */
export function borderHold(at: usize): u32 {
  if (handleFree == 0) {
    const room = handleRoom == 0 ? 64 : handleRoom * 2;
    setReserve(true);
    const fresh = resizeRaw(handles, <usize>handleRoom << 3, <usize>room << 3);
    setReserve(false);
    if (fresh == 0) return 0;
    handles = fresh;
    const now = <u32>(cellBytes(fresh) >> 3);
    // Handle 0 is none.
    for (let i = now; i > handleRoom && i > 1; i--) {
      store<u64>(handles + (<usize>(i - 1) << 3), smallIntNew(handleFree));
      handleFree = i - 1;
    }
    if (handleRoom == 0) store<u64>(handles, NOTHING);
    handleRoom = now;
  }
  const handle = handleFree;
  const entry = handles + (<usize>handle << 3);
  handleFree = <u32>smallInt(load<u64>(entry));
  store<u64>(entry, load<u64>(at));
  handlesUsed++;
  return handle;
}
export function borderDrop(handle: u32): void {
  store<u64>(handles + (<usize>handle << 3), smallIntNew(handleFree));
  handleFree = handle;
  handlesUsed--;
}
/** Python values that JavaScript holds. */
export function borderHeld(): u32 { return handlesUsed; }
/** Forgets all handles, and what lies in rows: in a copy of an instance nobody has them. */
function borderForget(): void {
  handleFree = 0;
  for (let i = handleRoom; i > 1; i--) {
    store<u64>(handles + (<usize>(i - 1) << 3), smallIntNew(handleFree));
    handleFree = i - 1;
  }
  handlesUsed = 0;
  memory.fill(ROW, 0, <usize>ROW_VALUES << 3);
  entries = 0;
}
function markBorder(): void {
  markRaw(handles);
  markValues(handles, handleRoom);
  markValues(ROW, ROW_VALUES);
}
/** Short strings on their way are of no use later; limits are the host's. */
function clearText(): void {
  memory.fill(TEXT, 0, TEXT_BYTES);
  callFuel = i64.MAX_VALUE / 2;
}
export function borderInit(): void {
  addRootMarker(markBorder);
  addPackHook(clearText);
  addPackHook(borderForget);
}

// ---- entries ----

//  | ci | roots | nativeDepth | maySuspend | reprDepth | fuel given |
const ENTRIES: usize = memory.data(24 * 256, 8);
const ENTRIES_MAX: u32 = 256;
let entries: u32 = 0;
@inline function entryAt(i: u32): usize { return ENTRIES + <usize>i * 24; }

/** Fuel of a call that belongs to no task, besides the overdraft of nested runs. */
let callFuel: i64 = i64.MAX_VALUE / 2;
/** Limits such calls to so much fuel each. */
export function setCallFuel(fuel: i64): void { callFuel = fuel - OVERDRAFT; }

/** Begins an entry that calls Python. As enter; there may be fewer of them (tasks.ts), so that some
 *  are left to read the error. */
export function enterCall(): bool {
  if (mayGoInside()) return enter();
  raise(RecursionError, "maximum recursion depth exceeded");
  return false;
}
/** Begins an entry. False with RecursionError pending: too many are nested. */
export function enter(): bool { return enterFor(callFuel); }
/** The same with so much fuel, if no task runs. */
export function enterFor(fuel: i64): bool {
  if (entries == ENTRIES_MAX) {
    raise(RecursionError, "maximum recursion depth exceeded");
    return false;
  }
  goInside();
  const e = entryAt(entries++);
  store<u32>(e, <u32>ci);
  store<u32>(e, <u32>rootsMark(), 4);
  store<i32>(e, nativeDepthNow(), 8);
  store<u32>(e, maySuspend ? 1 : 0, 12);
  store<i32>(e, reprDepthNow(), 16);
  store<i32>(e, hostCallBegin(fuel), 20);
  setMaySuspend(false);
  setNativeDepth(nativeDepthNow() + INSIDE_LEVELS);
  // All that lives is in frames, rows and handles: what natives do at calls of Python holds here.
  if (eventsPending() & (EVENT_COLLECT | EVENT_CALLBACKS)) tidy();
  return true;
}
function tidy(): void {
  if (eventsPending() & EVENT_COLLECT) collect();
  // Finalizers in Python wait for a safepoint.
  jsReleaseDead();
}
/** Ends an entry with `r`, RAISED if an exception is pending: puts it into the row. 0: done; 1:
 *  raised; 4: ended for want of fuel. */
export function leave(r: Value, row: usize): i32 {
  const e = entryAt(entries - 1), outermost = load<i32>(e, 20) != 0;
  let failed = r == RAISED && raised();
  store<u64>(row, failed ? takePending() : r);
  // Callbacks (micropython.schedule, finalizers) are not to wait until a program runs.
  if (outermost && eventsPending() & EVENT_CALLBACKS && !callbacksNow()) {
    store<u64>(row, takePending());
    failed = true;
  }
  entries--;
  comeOut(1);
  setNativeDepth(load<i32>(e, 8));
  setMaySuspend(load<u32>(e, 12) != 0);
  return outermost && hostCallEnd(1) ? 4 : failed ? 1 : 0;
}
/** After JavaScript threw through the core: the state is that of before entry `depth`, counted from
 *  0. */
export function borderRecover(depth: u32): void {
  if (depth >= entries) return;
  const e = entryAt(depth);
  comeOut(entries - depth);
  entries = depth;
  forgetCallbacks();
  takePending();
  setCi(load<u32>(e));
  release(load<u32>(e, 4));
  setNativeDepth(load<i32>(e, 8));
  setMaySuspend(load<u32>(e, 12) != 0);
  setReprDepth(load<i32>(e, 16));
  if (load<i32>(e, 20) != 0) hostCallEnd(1);
}

// ---- calls ----

/** Calls the value at address `callee` with n values at `row`; keywords: a dict lies behind them.
 *  The result (0) or the exception (1) is put into the first place of the row. An entry. */
export function borderCall(callee: usize, row: usize, n: i32, keywords: bool): i32 {
  if (!enterCall()) { store<u64>(row, takePending()); return 1; }
  const r = callWithKeywords(<u64>callee, changetype<Args>(row), n,
    keywords ? load<u64>(row + (<usize>n << 3)) : NOTHING);
  return leave(r, row);
}

// ---- making values: into the place at `to`; false: MemoryError lies there ----

function put(to: usize, v: Value): bool {
  if (v != RAISED) { store<u64>(to, v); return true; }
  store<u64>(to, takePending());
  return false;
}
/** Where memory ran out: collects, if that is safe here. True: it may be tried again. */
function again(v: Value): bool {
  if (v != RAISED || !isSubtype(typeOf(pendingException()), MemoryError)) return false;
  takePending();
  collect();
  return true;
}
/** A str of well-formed UTF-8 (surrogates allowed). */
export function borderStr(to: usize, at: usize, bytes: u32): bool {
  const v = strNew(at, bytes);
  return put(to, again(v) ? strNew(at, bytes) : v);
}
/** A bytes object. */
export function borderBytes(to: usize, at: usize, bytes: u32): bool {
  const v = bytesNew(at, bytes);
  return put(to, again(v) ? bytesNew(at, bytes) : v);
}
/** A float of any double. */
export function borderFloat(to: usize, x: f64): bool {
  const v = floatNew(x);
  return put(to, again(v) ? floatNew(x) : v);
}
/** An int of `limbs` u32 at `at`, least significant first. */
export function borderInt(to: usize, at: usize, limbs: u32, negative: bool): bool {
  let b = bigAlloc(limbs);
  if (changetype<usize>(b) == 0 && again(RAISED)) b = bigAlloc(limbs);
  if (changetype<usize>(b) == 0) return put(to, RAISED);
  memory.copy(b.limbs(), at, <usize>limbs << 2);
  return put(to, bigFinish(b, negative));
}
/** The JsProxy of the host's object `index`; callable: a function. */
export function borderObject(to: usize, index: u32, callable: bool): bool {
  const type = callable ? JS_FUNCTION_TYPE : JS_PROXY_TYPE;
  const v = jsObject(index, type);
  return put(to, again(v) ? jsObject(index, type) : v);
}

// ---- reading values ----

/** What a value is to JavaScript. js/border/core.ts has the same numbers. */
const KIND_OBJECT: i32 = 0;
const KIND_INT: i32 = 1;
const KIND_BIG: i32 = 2;
const KIND_FLOAT: i32 = 3;
const KIND_STR: i32 = 4;
const KIND_BYTES: i32 = 5;
const KIND_JS: i32 = 6;

/** Says what the object at address `v` is, and leaves in OUT how to read it: an int, address and
 *  count of limbs and 1 if negative; a float, the double behind the words; str and bytes, address
 *  and length in bytes, and 1 if ASCII; a JavaScript object, its number and that of its `this`. Not
 *  for small ints, inline floats, None, True, False. */
export function borderKind(v: usize): i32 {
  const value = <u64>v, type = typeOf(value);
  if (isJsObject(value)) {
    const o = changetype<JsObject>(v);
    return leaves(KIND_JS, o.index, o.self == 0 ? 0 : changetype<JsObject>(o.self).index, 0);
  }
  const isStr = type == STR_TYPE;
  const text = isStr || type == BYTES_TYPE ? v : payloadOf(value, STR_TYPE);
  if (text != 0) return textKind(changetype<StrObject>(text), type == BYTES_TYPE);
  const bytes = payloadOf(value, BYTES_TYPE);
  if (bytes != 0) return textKind(changetype<StrObject>(bytes), true);
  const number = intPart(value);
  if (number != NOTHING) {
    if (isBignum(number)) {
      const b = changetype<Bignum>(<usize>number);
      return leaves(KIND_BIG, <u32>b.limbs(), b.length, <u32>b.negative());
    }
    store<u64>(OUT, number);
    return KIND_INT;
  }
  if (floatPart(value) != NOTHING) {
    store<f64>(OUT, toF64(floatPart(value)), 32);
    return KIND_FLOAT;
  }
  return KIND_OBJECT;
}
function textKind(s: StrObject, bytes: bool): i32 {
  return leaves(bytes ? KIND_BYTES : KIND_STR, <u32>s.data, s.lengthBytes, s.flags & STR_ASCII);
}
/** Leaves three words in OUT. Returns `kind`. */
export function leaves(kind: i32, first: u32, second: u32, third: u32): i32 {
  store<u32>(OUT, first);
  store<u32>(OUT, second, 4);
  store<u32>(OUT, third, 8);
  return kind;
}
