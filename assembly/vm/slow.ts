// What instructions do off the fast path: calls in general, iteration, building, unpacking,
// functions.
import { doneAt } from "../heap/running";
import {
  Value, RAISED, NOTHING, END, WAIT, TAIL_CALL, isSmallInt, smallInt, smallIntNew,
} from "../core/value";
import { typeOf, isExactly } from "../heap/header";
import { EVENTS, BUDGET, EVENT_FUEL, requestEventLater } from "../heap/events";
import { collect } from "../heap/collector";
import { refusedBytes, clearRefused, lockDepth, setLockDepth } from "../heap/allocator";
import { rootsMark, keep, release } from "../heap/roots";
import { CodeObject } from "../bytecode/code";
import { FunctionObject, FUNCTION_TYPE, functionNew } from "../objects/function";
import { cellNew } from "../objects/cell";
import { sliceNew } from "../objects/slice";
import { ListObject, LIST_TYPE, listNew, listOf, listAppend } from "../objects/list";
import { TupleObject, TUPLE_TYPE, tupleNew } from "../objects/tuple";
import {
  TableObject, dictNew, tableNew, SET_TYPE, DICT_TYPE, tableResize, tableNext,
  tableEntry, entryKey, entryValue,
} from "../objects/table";
import { setAdd as setAddItem, setUpdate } from "../objects/set";
import { dictUpdate, dictSetItem } from "../objects/dict";
import { listExtend, listFrom } from "../objects/sequence";
import {
  raise, raiseType, raised, pendingException, takePending, raiseValue, isSubtype, exceptionPart,
  catchPending, raiseWith, raiseFormat, TypeError, ValueError, UnboundLocalError, NameError,
  RuntimeError, MemoryError, BufferError, BaseException, StopIteration,
} from "../objects/errors";
import { STR_TYPE, emptyStr, strOfInt } from "../objects/str";
import { literalOf } from "../objects/text";
import { joinStrings } from "../objects/str_split";
import { Args } from "../objects/args";
import { NONE, FALSE, boolValue } from "../objects/singletons";
import { indexValue } from "../objects/int";
import {
  getIter, iterNext, iterStep, truth, binaryOp, compareValues, containsItem, setItem, strOf, reprOf,
} from "../objects/protocol";
import { typeLookup, getAttr, getAttrOptional } from "../objects/attributes";
import { typeObjectOf, TypeObject, OP_ADD, CMP_LT, CMP_GT, TYPE_META, TYPE_HEAP, TYPE_TYPE,
  OBJECT_TYPE } from "../objects/type";
import { NativeFunction } from "../objects/native";
import { isInstance } from "../objects/instance_layout";
import { formatValue, asciiOf } from "../objects/format";
import { call0, call1, enterNative, leaveNative, TAIL_THEN } from "../objects/hooks";
import {
  S___enter__, S___exit__, S___iter__, S___next__, S___setitem__, S___delitem__, S___await__,
  S___aiter__, S___anext__, S___aenter__, S___aexit__, S_send, S_keys,
} from "../objects/names";
import { BlockObject, BYTEARRAY_TYPE } from "../objects/bytes";
import { Op } from "./ops";
import { RegisterCode, OP_MASK } from "./register_code";
import {
  Frame, FRAME, ci, setCi, frame, K_CALL, K_FOR, K_YIELD_FROM, K_DROP, K_ITER, K_EXIT,
} from "./frames";
import { PUSHED, addKeyword, callObject, callNative, callTail, callThen, carryOut,
  FUNCTION_BODY } from "./calls";
import { RESUME_SEND, isGenerator, ASYNC_STEP_TYPE, COROUTINE_TYPE } from "./generator";
import { resume, suspend, stopValue } from "./resume";
import { pushCall1, pushCall2, pushCall3, pythonMethod } from "./operators";
import { exceptionOf } from "./generator";
import { again } from "./debug";

// ---- safepoints ----

/** recount() was the last to ask for a safepoint. */
let recounted: bool = false;
export function takeRecounted(): bool { const r = recounted; recounted = false; return r; }
/** The instruction will be carried out again: its unit is counted then. */
export function recount(marker: Value): Value {
  recounted = true;
  store<i32>(EVENTS, load<i32>(EVENTS, BUDGET) + 1, BUDGET);
  return marker;
}
let retriedPc: usize = 0;
/** A safepoint: what was retried has succeeded, or is just about to be; or it has called Python,
 *  which it notes itself. */
export function forgetRetry(): void { if (frame().pc + 8 != retriedPc) retriedPc = 0; }
/** The heap limit refused a large allocation, or a dead memoryview still pins what was to be
 *  resized: one collection and, unless the instruction has already done something, one retry. True:
 *  go on at the frame's pc, which is set back. */
export function retryAfterCollection(): bool {
  if (refusedBytes == 0) return false;
  clearRefused();
  if (!isExactly(pendingException(), MemoryError) && !isExactly(pendingException(), BufferError))
    return false;
  const pc = frame().pc;
  if (retriedPc == pc) { retriedPc = 0; return false; }
  const e = takePending();
  const base = keep(e);
  collect();
  release(base);
  if (doneAt == <u32>pc) { raiseValue(e); return false; }
  retriedPc = pc;
  frame().pc = pc - 8;
  again(pc - 8);
  requestEventLater(EVENT_FUEL, 1);
  return true;
}

// ---- calls ----

/** Pushes the frame of a plain call. Returns the constants. */
@inline export function enter(f: FunctionObject, r: RegisterCode, fp: usize, top: usize): usize {
  const caller = frame(), at = ci + FRAME;
  const c = changetype<Frame>(at);
  c.fp = fp;
  c.code = changetype<usize>(r);
  c.kind = K_CALL;
  c.function = changetype<usize>(f);
  c.globals = f.globals;
  c.locals = f.flags & FUNCTION_BODY ? f.dict : 0;
  c.generator = 0;
  c.handled = caller.handled;
  // The record may have been another call's: the collector must not follow what that left here.
  c.extra = NOTHING;
  c.top = top;
  setCi(at);
  return r.pool;
}
/** Call and CallMethod in general. A Value or a marker. */
export function call(w: u64, fp: usize): Value {
  const base = fp + (<usize>(w >> 13) & 0x7fff8);
  let n = <u32>(w >> 32) & 0xff;
  const nkw = <u32>(w >> 40) & 0xff;
  const callee = load<u64>(base), self = load<u64>(base, 8);
  let args = base + 8;
  if ((w & 0xffff) == <u64>Op.CallMethod) { if (self == NOTHING) args += 8; else n++; }
  let r: Value;
  if (nkw == 0 && isExactly(callee, TYPE_TYPE)
      && plainConstructor(changetype<TypeObject>(<usize>callee)) != 0) {
    // The class takes the word below the arguments.
    store<u64>(args - 8, callee);
    const construct = plainConstructor(changetype<TypeObject>(<usize>callee));
    r = nativeLeft(callNative(changetype<NativeFunction>(construct), args - 8, n + 1, 0, NOTHING),
      w, fp);
  } else {
    r = callObject(callee, args, n, nkw, NOTHING, K_CALL, NOTHING, true);
  }
  if (r == WAIT) {
    // The instruction is carried out again: what the call overwrote comes back.
    store<u64>(base, callee);
    if ((w & 0xffff) == <u64>Op.CallMethod) store<u64>(base, self, 8);
  }
  return r;
}
/** The constructor of a built-in type that is called without more ado; 0: none. */
function plainConstructor(t: TypeObject): usize {
  const type = changetype<usize>(t);
  return (t.typeFlags & TYPE_HEAP) != 0 || type == TYPE_TYPE || type == OBJECT_TYPE ? 0
    : t.construct;
}
/** Call and CallMethod of a native, without keywords. */
export function native(f: NativeFunction, w: u64, fp: usize): Value {
  const base = fp + (<usize>(w >> 13) & 0x7fff8), n = <u32>(w >> 32) & 0xff;
  if ((w & 0xffff) == <u64>Op.Call) return callNative(f, base + 8, n, 0, NOTHING);
  const self = load<u64>(base, 8);
  if (self == NOTHING) return callNative(f, base + 16, n, 0, NOTHING);
  const r = callNative(f, base + 8, n + 1, 0, NOTHING);
  // The call is made again: it overwrote self.
  if (r == WAIT) store<u64>(base, self, 8);
  return r;
}
/** What a native called by the fast path left to do. */
export function nativeLeft(marker: Value, w: u64, fp: usize): Value {
  if (marker == TAIL_CALL) return callTail(K_CALL);
  return marker == TAIL_THEN ? callThen(K_CALL) : marker;
}
/** Calls with * and ** (CallVarKw, CallMethodVarKw) and CallEx. */
export function callSpread(w: u64, fp: usize): Value {
  const base = rootsMark();
  const at = fp + (<usize>(w >> 13) & 0x7fff8);
  const op = <i32>(w & 0xffff);
  const callee = load<u64>(at);
  // One list with a free place in front, where a self can go.
  const list = listNew(8);
  if (list == RAISED) return RAISED;
  keep(list);
  const l = changetype<ListObject>(<usize>list);
  listAppend(l, NONE);
  let kwargs: Value = NOTHING;
  let row = at + 8;
  if (op == Op.CallMethodVarKw || (op == Op.CallEx && (w >> 32 & 1) != 0)) {
    const self = load<u64>(row);
    row += 8;
    if (self != NOTHING && !listAppend(l, self)) { release(base); return RAISED; }
  }
  let ok = true;
  if (op == Op.CallEx) {
    ok = listExtend(l, load<u64>(row));
    kwargs = load<u64>(row, 8);
  } else {
    const n = <u32>(w >> 32) & 0xff, nkw = <u32>(w >> 40) & 0xff;
    const stars = load<u64>(row + (<usize>(n + 2 * nkw) << 3));
    const map = isSmallInt(stars) ? <u64>smallInt(stars) : 0;
    for (let i: u32 = 0; ok && i < n; i++) {
      const v = load<u64>(row + (<usize>i << 3));
      ok = i < 64 && (map >> i & 1) != 0 ? spread(l, v) : listAppend(l, v);
    }
    if (ok && nkw != 0) {
      kwargs = dictNew();
      ok = kwargs != RAISED;
      keep(kwargs);
      for (let i: u32 = 0; ok && i < nkw; i++) {
        const pair = row + (<usize>(n + 2 * i) << 3);
        const name = load<u64>(pair), v = load<u64>(pair, 8);
        ok = name == NOTHING ? mergeKeywords(kwargs, v) : addKeyword(kwargs, name, v);
      }
    }
  }
  let r: Value = RAISED;
  if (ok) {
    // The row must not move while it is read: the list is not seen by anyone else.
    r = callObject(callee, l.items + 8, l.length - 1, 0, kwargs, K_CALL, NOTHING, false);
  }
  release(base);
  return r;
}
/** False with TypeError pending: no iterable. message: its text, with %t. */
function isIterable(v: Value, message: string): bool {
  const t = typeObjectOf(v);
  if (t.iter != 0 || t.subscr != 0) return true;
  raiseWith(TypeError, message, v);
  return false;
}
function spread(l: ListObject, v: Value): bool {
  return isIterable(v, "Value after * must be an iterable, not %t") && listExtend(l, v);
}
/** True if `v` has keys(); else false with an exception pending. message: TypeError's, with %t. */
function isMapping(v: Value, message: string): bool {
  if (getAttrOptional(v, <u64>S_keys) != NOTHING) return true;
  if (!raised()) raiseWith(TypeError, message, v);
  return false;
}
/** **v of a call. */
function mergeKeywords(d: Value, v: Value): bool {
  if (isExactly(v, DICT_TYPE)) {
    const t = changetype<TableObject>(<usize>v);
    for (let i = tableNext(t, 0); i >= 0; i = tableNext(t, <u32>i + 1)) {
      const e = tableEntry(t, i);
      if (!addKeyword(d, entryKey(e), entryValue(e))) return false;
    }
    return true;
  }
  const copy = dictNew();
  if (copy == RAISED) return false;
  if (!isMapping(v, "argument after ** must be a mapping, not %t")) return false;
  const base = rootsMark();
  keep(copy);
  const ok = dictUpdate(copy, v) && mergeKeywords(d, copy);
  release(base);
  return ok;
}

// ---- names ----

export function unbound(name: Value): Value {
  if (name == NONE) return raise(UnboundLocalError, "local variable referenced before assignment");
  return raiseWith(UnboundLocalError,
    "cannot access local variable '%s' where it is not associated with a value", name);
}
/** The cell in register `r` is empty: a free variable's, or one of the function's own. */
export function unboundFree(name: Value, r: u32): Value {
  const code = changetype<RegisterCode>(frame().code);
  if (name != NONE && r - code.argumentRegisters >= code.freeVariables) return unbound(name);
  if (name == NONE)
    return raise(NameError, "free variable referenced before assignment in enclosing scope");
  return raiseWith(NameError,
    "cannot access free variable '%s' where it is not associated with a value in enclosing scope",
    name);
}
export function makeCell(v: Value): Value { return cellNew(v); }

// ---- operators ----

export function containsTruth(item: Value, container: Value): i32 {
  return containsItem(container, item);
}
export function contains(item: Value, container: Value, negated: bool): Value {
  const t = containsItem(container, item);
  return t < 0 ? RAISED : boolValue((t != 0) != negated);
}
/** A counting loop whose counter or limit is no small int. 1: another pass, 0: over, -1. */
export function loopSlow(w: u64, fp: usize, limit: Value, data: u64): i32 {
  const at = fp + (<usize>(w >> 13) & 0x7fff8);
  const step = <i64>(data << 16) >> 48;
  const next = binaryOp(OP_ADD, load<u64>(at), smallIntNew(step));
  if (next == RAISED) return -1;
  store<u64>(at, next);
  const r = compareValues(step > 0 ? CMP_LT : CMP_GT, next, limit);
  const t = r == RAISED ? -1 : truth(r);
  if (t > 0) store<u64>(fp + (<usize>(data >> 13) & 0x7fff8), next);
  return t;
}
/** NONE: done; else a marker. */
export function storeSubscr(v: Value, key: Value, item: Value): Value {
  if (isExactly(v, DICT_TYPE)) return dictSetItem(v, key, item) ? NONE : RAISED;
  if (isSmallInt(key) && isSmallInt(item) && isExactly(v, BYTEARRAY_TYPE)) {
    const b = changetype<BlockObject>(<usize>v);
    if (<u64>smallInt(key) < <u64>b.lengthBytes && <u64>smallInt(item) < 256) {
      store<u8>(b.data + <usize>smallInt(key), <u8>smallInt(item));
      return NONE;
    }
  }
  if (isInstance(v)) {
    const f = pythonMethod(v, S___setitem__);
    if (f != NOTHING) return drop(pushCall3(f, v, key, item, K_DROP, NOTHING));
  }
  return setItem(v, key, item) ? NONE : RAISED;
}
export function deleteSubscr(v: Value, key: Value): Value {
  if (isInstance(v)) {
    const f = pythonMethod(v, S___delitem__);
    if (f != NOTHING) return drop(pushCall2(f, v, key, K_DROP, NOTHING));
  }
  return setItem(v, key, NOTHING) ? NONE : RAISED;
}
function drop(r: Value): Value { return r == PUSHED || r == RAISED ? r : NONE; }

// ---- iteration ----

/** iter(v) for GetIter: a Value or a marker. */
export function getIterSlow(v: Value): Value {
  if (isInstance(v)) {
    const f = pythonMethod(v, S___iter__);
    if (f != NOTHING) return pushCall1(f, v, K_ITER, NOTHING);
  }
  if (isExactly(v, COROUTINE_TYPE) || isExactly(v, ASYNC_STEP_TYPE)) return v;
  // As in MicroPython, a loop over a list or the like needs no heap.
  const locked = lockDepth;
  if (locked == 0) return getIter(v);
  setLockDepth(0);
  const it = getIter(v);
  setLockDepth(locked);
  return it;
}
/** The next item of generator `v` in a for loop. */
export function resumeFor(v: Value): Value {
  const r = resume(v, NONE, RESUME_SEND, K_FOR);
  if (r != RAISED) return r;
  return catchPending(StopIteration) ? END : RAISED;
}
/** The next item of any iterator in a for loop: a Value, END or a marker. */
export function forSlow(v: Value): Value {
  if (isInstance(v)) {
    const f = pythonMethod(v, S___next__);
    if (f != NOTHING) return pushCall1(f, v, K_FOR, NOTHING);
  }
  return iterNext(v);
}
/** True if what is pending says that an iterator is exhausted: the running frame's pc is then
 *  behind its for loop. */
export function endsLoop(): bool {
  const f = frame();
  if (f.code == 0 || f.pc == changetype<RegisterCode>(f.code).instructions) return false;
  const word = load<u64>(f.pc - 8);
  if (<i32>(<u32>word & OP_MASK) != Op.ForIter || !catchPending(StopIteration)) return false;
  f.pc += <usize>((<i32>(<i64>word >> 48)) << 3);
  return true;
}
/** A `next` slot asked for a call in its place (map, filter ...), in a for loop: a Value, END or a
 *  marker. */
export function forTail(): Value {
  const r = callTail(K_FOR);
  return r == RAISED && catchPending(StopIteration) ? END : r;
}
/** Check: kind 0: the int that bounds a counting loop; 1: the asynchronous iterator of an async
 *  for; 2: the manager of an async with. */
export function checkValue(v: Value, kind: i32): Value {
  if (kind == 0) return isSmallInt(v) ? v : indexValue(v);
  if (kind == 2) {
    const enters = typeLookup(typeOf(v), S___aenter__) != NOTHING;
    if (enters && typeLookup(typeOf(v), S___aexit__) != NOTHING) return v;
    return raiseFormat(TypeError,
      "'%t' object does not support the asynchronous context manager protocol%l", v,
      literalOf(enters ? " (missed __aexit__ method)" : ""));
  }
  const f = typeLookup(typeOf(v), S___aiter__);
  if (f == NOTHING) {
    return raiseWith(TypeError, "'async for' requires an object with __aiter__ method, got %t", v);
  }
  const m = getAttr(v, <u64>S___aiter__);
  const it = m == RAISED ? RAISED : call0(m);
  if (it == RAISED || typeLookup(typeOf(it), S___anext__) != NOTHING) return it;
  return raiseWith(TypeError,
    "'async for' received an object from __aiter__ that does not implement __anext__: %t", it);
}
/** GetAwaitable. orIterator: of code from a file, where await looks like yield from. */
export function getAwaitable(v: Value, orIterator: bool): Value {
  if (orIterator && typeLookup(typeOf(v), S___await__) == NOTHING) return getIterSlow(v);
  if (isGenerator(v) || isExactly(v, ASYNC_STEP_TYPE)) return v;
  if (isInstance(v)) {
    const f = pythonMethod(v, S___await__);
    if (f != NOTHING) return pushCall1(f, v, K_ITER, NOTHING);
  }
  if (typeLookup(typeOf(v), S___await__) != NOTHING) {
    const m = getAttr(v, <u64>S___await__);
    return m == RAISED ? RAISED : call0(m);
  }
  if (!isInstance(v) && typeObjectOf(v).next != 0) return getIter(v);
  return raiseWith(TypeError, "object %t can't be used in 'await' expression", v);
}
/** YieldFrom: NONE: the delegate is done, go on; else a marker. */
export function yieldFrom(w: u64, fp: usize): Value {
  const toSend = load<u64>(fp + (<usize>(w >> 13) & 0x7fff8));
  const at = fp + (<usize>(w >> 29) & 0x7fff8);
  const it = load<u64>(at);
  if (isGenerator(it) || isExactly(it, ASYNC_STEP_TYPE)) {
    const r = resume(it, toSend, RESUME_SEND, K_YIELD_FROM);
    if (r != RAISED) return r;
  } else {
    let v: Value;
    if (toSend == NONE) {
      v = iterStep(it);
      if (v == END) { store<u64>(at, NONE); return NONE; }
    } else {
      v = getAttr(it, <u64>S_send);
      if (v != RAISED) v = call1(v, toSend);
    }
    if (v != RAISED) return suspend(w, v, fp, true);
  }
  if (!isSubtype(typeOf(pendingException()), StopIteration)) return RAISED;
  store<u64>(at, stopValue(takePending()));
  return NONE;
}

// ---- building ----

export function buildList(items: usize, n: u32): Value { return listOf(items, n); }
export function buildSet(items: usize, n: u32): Value {
  const v = tableNew(SET_TYPE);
  if (v == RAISED) return RAISED;
  const base = rootsMark();
  keep(v);
  let ok = true;
  for (let i: u32 = 0; ok && i < n; i++)
    ok = setAddItem(changetype<TableObject>(<usize>v), load<u64>(items + (<usize>i << 3)));
  release(base);
  return ok ? v : RAISED;
}
export function buildMap(room: u32): Value {
  const d = dictNew();
  if (d != RAISED && room > 4 && !tableResize(changetype<TableObject>(<usize>d), room))
    return RAISED;
  return d;
}
export function buildSlice(at: usize, n: u32): Value {
  return sliceNew(load<u64>(at), load<u64>(at, 8), n == 3 ? load<u64>(at, 16) : NONE);
}
export function storeMap(d: Value, key: Value, v: Value): bool { return dictSetItem(d, key, v); }
export function setAdd(s: Value, v: Value): bool {
  return setAddItem(changetype<TableObject>(<usize>s), v);
}
/** ListExtend, SetUpdate, DictMerge. */
export function extend(op: i32, to: Value, v: Value, n: u32): bool {
  if (op == Op.ListExtend) return spread(changetype<ListObject>(<usize>to), v);
  if (op == Op.SetUpdate) return setUpdate(changetype<TableObject>(<usize>to), v);
  if (n == 1) return mergeKeywords(to, v);
  return (isExactly(v, DICT_TYPE) || isMapping(v, "'%t' object is not a mapping"))
    && dictUpdate(to, v);
}
function wrongLength(tooMany: bool, want: u32, have: i64): bool {
  if (tooMany) raiseWith(ValueError, "too many values to unpack (expected %d)", want);
  else raiseFormat(ValueError, "not enough values to unpack (expected %d, got %d)", want, have);
  return false;
}
const NOT_UNPACKED = "cannot unpack non-iterable %t object";
/** The n items of v to a[n-1] ... a[0]. */
export function unpack(a: usize, v: Value, n: u32): bool {
  if (isExactly(v, TUPLE_TYPE) || isExactly(v, LIST_TYPE)) {
    const tuple = isExactly(v, TUPLE_TYPE);
    const length = tuple ? changetype<TupleObject>(<usize>v).length
      : changetype<ListObject>(<usize>v).length;
    const items = tuple ? changetype<TupleObject>(<usize>v).items()
      : changetype<ListObject>(<usize>v).items;
    if (length != n) return wrongLength(length > n, n, length);
    // The source may be one of the registers written; it is read first.
    let to = a + (<usize>n << 3);
    for (let at = items; to > a; at += 8) { to -= 8; store<u64>(to, load<u64>(at)); }
    return true;
  }
  if (!isIterable(v, NOT_UNPACKED)) return false;
  const base = rootsMark();
  keep(v);
  const it = getIter(v);
  let ok = it != RAISED;
  keep(it);
  for (let i: u32 = 0; ok && i <= n; i++) {
    const x = iterNext(it);
    if (x == RAISED) { ok = false; break; }
    if (x == END) {
      if (i < n) ok = wrongLength(false, n, i);
      break;
    }
    if (i == n) { ok = wrongLength(true, n, 0); break; }
    store<u64>(a + (<usize>(n - 1 - i) << 3), x);
  }
  release(base);
  return ok;
}
/** Unpacks what lies at `a`, with a star: `left` items before it, `right` after it. */
export function unpackEx(a: usize, right: u32, left: u32): bool {
  const v = load<u64>(a);
  if (!isIterable(v, NOT_UNPACKED)) return false;
  const base = rootsMark();
  keep(v);
  const list = listFrom(v);
  release(base);
  if (list == RAISED) return false;
  const l = changetype<ListObject>(<usize>list);
  if (l.length < left + right) {
    raiseFormat(ValueError, "not enough values to unpack (expected at least %d, got %d)",
      left + right, l.length);
    return false;
  }
  const rest = listOf(l.items + (<usize>left << 3), l.length - left - right);
  if (rest == RAISED) return false;
  for (let i: u32 = 0; i < right; i++) store<u64>(a + (<usize>i << 3), l.at(l.length - 1 - i));
  store<u64>(a + (<usize>right << 3), rest);
  for (let i: u32 = 0; i < left; i++) store<u64>(a + (<usize>(right + left - i) << 3), l.at(i));
  return true;
}

// ---- functions ----

function child(n: u32): usize {
  const code = changetype<CodeObject>(changetype<RegisterCode>(frame().code).code);
  return <usize>changetype<TupleObject>(code.children).at(n);
}
export function makeFunction(n: u32, a: usize, defaults: u32): Value {
  const d = defaults ? <usize>load<u64>(a) : 0, kd = defaults ? <usize>load<u64>(a, 8) : 0;
  return functionNew(child(n), frame().globals, d, kd, 0);
}
export function makeClosure(n: u32, a: usize, c: u32): Value {
  const defaults = (c & 0x8000) != 0, count = c & 0x7fff;
  const first = a + (defaults ? 16 : 0);
  const cells = count == 0 ? load<u64>(first) : tupleNew(first, count);
  if (cells == RAISED) return RAISED;
  return functionNew(child(n), frame().globals, defaults ? <usize>load<u64>(a) : 0,
    defaults ? <usize>load<u64>(a, 8) : 0, <usize>cells);
}

// ---- exceptions ----

/** EndFinally finds neither None nor the number of an exit: an exception, or, in code of a damaged
 *  file, anything. */
export function raiseAgain(v: Value): bool {
  if (exceptionPart(v)) { raiseValue(v); return true; }
  raise(RuntimeError, "invalid bytecode");
  return false;
}
/** Makes `v`, an exception or a class of them, pending. cause: what it is raised from, or
 *  NOTHING. */
export function raiseObject(v: Value, cause: Value): void {
  const base = rootsMark();
  keep(cause);
  const e = exceptionOf(v, NOTHING, "exceptions must derive from BaseException");
  if (e != RAISED) {
    keep(e);
    if (cause != NOTHING && cause != NONE)
      cause = exceptionOf(cause, NOTHING, "exception causes must derive from BaseException");
    if (!raised()) {
      if (cause != NOTHING) {
        const part = exceptionPart(e);
        part.cause = cause;
        part.suppress = 1;
      }
      raiseValue(e);
    }
  }
  release(base);
}
/** raise without operand: the exception being handled, again. False: there is none (RuntimeError
 *  pending). */
export function raiseLast(): bool {
  const e = frame().handled;
  if (e == NOTHING) { raise(RuntimeError, "No active exception to reraise"); return false; }
  raiseValue(e);
  return true;
}
/** exception matches class or tuple of classes: True, False, or RAISED. */
export function exceptionMatch(e: Value, cls: Value): Value {
  if (isExactly(cls, TUPLE_TYPE)) {
    const t = changetype<TupleObject>(<usize>cls);
    if (!enterNative()) return RAISED;
    let r = FALSE;
    for (let i: u32 = 0; i < t.length && r == FALSE; i++) r = exceptionMatch(e, t.at(i));
    leaveNative();
    return r;
  }
  if (!isClass(cls) || !isSubtype(<usize>cls, BaseException)) {
    return raise(TypeError,
      "catching classes that do not inherit from BaseException is not allowed");
  }
  if (!exceptionPart(e))
    return boolValue(e == cls || (isClass(e) && isSubtype(<usize>e, <usize>cls)));
  return boolValue(isSubtype(typeOf(e), <usize>cls));
}
function isClass(v: Value): bool {
  return (v & 7) == 0 && (typeObjectOf(v).typeFlags & TYPE_META) != 0;
}
/** What is being handled is again the exception in register a, or the caller's. 0x7fff8: no
 *  register. */
export function endHandler(fp: usize, a: usize): void {
  const e = a == 0x7fff8 ? NOTHING : load<u64>(fp + a);
  frame().handled = e != NOTHING ? e : changetype<Frame>(ci - FRAME).handled;
}

// ---- with ----

/** The pair (function, self or nothing) of a special method into `a`. */
function specialPair(v: Value, name: usize, a: usize, what: string): bool {
  const f = typeLookup(typeOf(v), name);
  if (f == NOTHING) {
    raiseType(TypeError, "'", v, what);
    return false;
  }
  if (isExactly(f, FUNCTION_TYPE)) {
    store<u64>(a, f);
    store<u64>(a, v, 8);
    return true;
  }
  const m = getAttr(v, <u64>name);
  if (m == RAISED) return false;
  store<u64>(a, m);
  store<u64>(a, NOTHING, 8);
  return true;
}
/** a: the manager. a, a+1: __exit__; a+2, a+3: __enter__. */
export function setupWith(a: usize): bool {
  const manager = load<u64>(a);
  if (!specialPair(manager, S___enter__, a + 16,
    "' object does not support the context manager protocol")) return false;
  return specialPair(manager, S___exit__, a,
    "' object does not support the context manager protocol (missed __exit__ method)");
}
/** Calls __exit__. A Value for register a, or a marker. */
export function withCleanup(a: usize): Value {
  const exit = load<u64>(a), self = load<u64>(a, 8), x = load<u64>(a, 16);
  const base = rootsMark();
  keep(NOTHING);
  let row = base + 8, n: u32 = 3;
  if (self != NOTHING) { keep(self); n = 4; }
  const part = exceptionPart(x);
  if (part) {
    keep(<u64>typeOf(x));
    keep(x);
    keep(part.traceback == NOTHING ? NONE : part.traceback);
  } else {
    keep(NONE);
    keep(NONE);
    keep(NONE);
  }
  let r = callObject(exit, row, n, 0, NOTHING, K_EXIT, NOTHING, false);
  release(base);
  if (r == PUSHED) return r;
  r = carryOut(r);
  if (r == RAISED) return RAISED;
  if (!part) return x;
  const t = truth(r);
  return t < 0 ? RAISED : t ? NONE : x;
}

// ---- text ----

/** FormatValue: value at `at`, spec behind it if flags & 4; conversion flags & 3. */
export function formatField(at: usize, flags: u32): Value {
  let v = load<u64>(at);
  const conversion = flags & 3;
  if (conversion == 1) v = strOf(v);
  else if (conversion == 2) v = reprOf(v);
  else if (conversion == 3) v = asciiOf(v);
  if (v == RAISED) return RAISED;
  if (!(flags & 4)) {
    if (isExactly(v, STR_TYPE)) return v;
    return isSmallInt(v) ? strOfInt(smallInt(v)) : formatValue(v, emptyStr());
  }
  const base = rootsMark();
  keep(v);
  const r = formatValue(v, load<u64>(at, 8));
  release(base);
  return r;
}
export function buildString(at: usize, n: u32): Value {
  return n == 0 ? emptyStr() : joinStrings(changetype<Args>(at), n);
}
export { putCells } from "./calls";
export { importName, importFrom, importStar } from "./imports";
export { match, exceptStar } from "./patterns";
