// What JavaScript does with Python values besides calling them: one entry (program/border.ts) for
// each operation.
//
// Operands lie in the row, the object first; the result is put into its first place.
// js/border/core.ts has the same numbers.
import { Value, RAISED, NOTHING, END, TAIL_CALL, smallIntNew, smallInt } from "../core/value";
import { typeOf, isExactly } from "../heap/header";
import { rootsMark, keep, release } from "../heap/roots";
import { setReserve } from "../heap/allocator";
import {
  raise, raised, raiseNoMemory, catchPending, takePending, isSubtype, exceptionPart, SystemExit,
  exceptionNew, LookupError, RuntimeError, TypeError, AttributeError,
  RecursionError, ImportError, StopAsyncIteration, MemoryError, KeyboardInterrupt, IndexError,
} from "../objects/errors";
import { TypeObject, typeObjectOf, TYPE_META, TYPE_HEAP, CMP_EQ } from "../objects/type";
import {
  getAttrOptional, setAttr, attributeFind, attributeFindQuietly, findResult,
} from "../objects/attributes";
import { foundSelf, foundValue, FIND_METHOD } from "../objects/attribute_found";
import {
  getItem, setItem, containsItem, lengthOf, getIter, iterNext, reprOf, strOf, truth, compareValues,
  payloadOf,
} from "../objects/protocol";
import { typeLookup } from "../objects/type_lookup";
import { isCallable } from "../objects/type_object";
import { boolValue, NONE } from "../objects/singletons";
import { StrObject, internStr } from "../objects/str";
import { ListObject, LIST_TYPE, listNew, listAppend } from "../objects/list";
import { TupleObject, TUPLE_TYPE, tupleNew, tupleOf1, tupleOf3 } from "../objects/tuple";
import { TableObject, DICT_TYPE, SET_TYPE, FROZENSET_TYPE, dictNew, tableNew,
  tableGetName } from "../objects/table";
import { builtinsDict } from "../objects/module";
import { setAdd } from "../objects/set";
import { memoryviewNew } from "../objects/memoryview";
import { Buffer, tryBuffer } from "../objects/buffer";
import { tracebackText, importModule, callWithKeywords, nativeDepthNow,
  setNativeDepth } from "../objects/hooks";
import { textNew } from "../objects/text";
import { frozenHelper } from "../objects/frozen";
import { exceptionField, exceptionSetField } from "../objects/exception_fields";
import { JS_EXCEPTION } from "../objects/js_objects";
import { Args } from "../objects/args";
import { FunctionObject, functionNew } from "../objects/function";
import { TracebackObject, TRACEBACK_TYPE, fileOf } from "../vm/traceback";
import { CodeObject } from "../bytecode/code";
import { GENERATOR_TYPE, COROUTINE_TYPE, ASYNC_GENERATOR_TYPE } from "../vm/generator";
import {
  S___await__, S___aiter__, S___enter__, S___exit__, S_message, S_name, S_js_error, S_code,
} from "../objects/names";
import { mainGlobals, setNextGlobals, nextGlobalsNow, errorOf } from "./main";
import { newGlobals } from "./session";
import { taskNew, resultOf } from "./tasks";
import { enter, enterFor, enterCall, leave, borderOut, leaves } from "./border";

const GET_ATTR: i32 = 0;
const SET_ATTR: i32 = 1;
const DELETE_ATTR: i32 = 2;
const GET_ITEM: i32 = 3;
const SET_ITEM: i32 = 4;
const DELETE_ITEM: i32 = 5;
const CONTAINS: i32 = 6;
const LENGTH: i32 = 7;
const ITER: i32 = 8;
const NEXT: i32 = 9;
const REPR: i32 = 10;
const STR: i32 = 11;
const BUILTIN: i32 = 12;
const TYPE_NAME: i32 = 13;
const TRUTH: i32 = 14;
const EQUAL: i32 = 15;
const NEW_LIST: i32 = 16;
const APPEND: i32 = 17;
const NEW_DICT: i32 = 18;
const NEW_SET: i32 = 19;
const ADD: i32 = 20;
const TO_TUPLE: i32 = 21;
const VIEW: i32 = 22;
const IMPORT: i32 = 23;
const GLOBALS: i32 = 24;
const JS_ERROR: i32 = 25;
const ERROR: i32 = 26;
const TASK: i32 = 27;
const INTERN: i32 = 28;
const NAMESPACE: i32 = 29;
const GET_MEMBER: i32 = 30;
const JS_ERROR_ARGS: i32 = 31;

/** Carries out an operation. 0: done; 1: raised, the exception is the result; 2: there is nothing
 *  of the kind (no such attribute or key, the end of an iterator); 3: GET_MEMBER: the attribute is
 *  a method of the object itself; 4: ended for want of fuel. */
export function borderDo(op: i32, row: usize): i32 {
  const python = op <= EQUAL || op == ADD || op == TO_TUPLE || op == IMPORT;
  if (!(python ? enterCall() : enter())) { store<u64>(row, takePending()); return 1; }
  const object = load<u64>(row);
  const r = operate(op, object, load<u64>(row, 8), load<u64>(row, 16));
  const status = leave(r == END || r == TAIL_CALL ? NONE : r, row);
  return status != 0 ? status : r == END ? 2 : r == TAIL_CALL ? 3 : 0;
}
/** Calls an attribute, whose interned name lies at `name`, of the object in the first place of the
 *  row with the n values behind. As borderCall. */
export function borderCallMethod(name: usize, row: usize, n: i32, keywords: bool): i32 {
  if (!enterCall()) { store<u64>(row, takePending()); return 1; }
  const dict = keywords ? load<u64>(row + 8 + (<usize>n << 3)) : NOTHING;
  const kind = attributeFind(load<u64>(row), name);
  let r: Value;
  if (kind == FIND_METHOD) {
    store<u64>(row, foundSelf);
    r = callWithKeywords(foundValue, changetype<Args>(row), n + 1, dict);
  } else {
    const f = findResult(kind);
    r = f == RAISED ? RAISED : callWithKeywords(f, changetype<Args>(row + 8), n, dict);
  }
  return leave(r, row);
}
/** An attribute; END: there is none; TAIL_CALL, as a mark: a method of the object itself, which is
 *  not made. */
function member(object: Value, name: Value): Value {
  const kind = attributeFindQuietly(object, <usize>name);
  if (kind == FIND_METHOD && foundSelf == object) return TAIL_CALL;
  const r = findResult(kind);
  return r == RAISED && catchPending(AttributeError) ? END : r;
}
function operate(op: i32, a: Value, b: Value, c: Value): Value {
  switch (op) {
    case GET_ATTR: {
      const name = internStr(b);
      if (name == RAISED) return RAISED;
      const v = getAttrOptional(a, name);
      return v == NOTHING && !raised() ? END : v;
    }
    case GET_MEMBER: return member(a, b);
    case SET_ATTR: case DELETE_ATTR: {
      const name = internStr(b);
      return name != RAISED && setAttr(a, name, op == SET_ATTR ? c : NOTHING) ? NONE : RAISED;
    }
    case GET_ITEM: {
      const v = getItem(a, b);
      return v == RAISED && catchPending(LookupError) ? END : v;
    }
    case SET_ITEM: return setItem(a, b, c) ? NONE : RAISED;
    case DELETE_ITEM:
      return setItem(a, b, NOTHING) ? NONE : catchPending(LookupError) ? END : RAISED;
    case CONTAINS: { const r = containsItem(a, b); return r < 0 ? RAISED : boolValue(r != 0); }
    case LENGTH: { const n = lengthOf(a); return n < 0 ? RAISED : smallIntNew(n); }
    case ITER: return getIter(a);
    case NEXT: return iterNext(a);
    case REPR: return reprOf(a);
    case STR: return strOf(a);
    case BUILTIN: return builtin(a);
    case TYPE_NAME: return typeObjectOf(a).name;
    case TRUTH: { const r = truth(a); return r < 0 ? RAISED : boolValue(r != 0); }
    case EQUAL: { const r = compareValues(CMP_EQ, a, b); return r; }
    case NEW_LIST: return listNew(0);
    case APPEND: return listAppend(changetype<ListObject>(<usize>a), b) ? a : RAISED;
    case NEW_DICT: return dictNew();
    case NEW_SET: return tableNew(SET_TYPE);
    case ADD: return setAdd(changetype<TableObject>(<usize>a), b) ? a : RAISED;
    case TO_TUPLE: {
      const l = changetype<ListObject>(<usize>a);
      return tupleNew(l.items, l.length);
    }
    case VIEW: return memoryviewNew(a);
    case IMPORT: return importModule(a, mainGlobals(), 0);
    case GLOBALS: return mainGlobals();
    case JS_ERROR: case JS_ERROR_ARGS: return jsException(a, b, c, op == JS_ERROR_ARGS);
    case ERROR: {
      const args = tupleOf1(b);
      return args == RAISED ? RAISED : exceptionNew(errorType(<i32>smallInt(a)), args);
    }
    case INTERN: return internStr(a);
    case NAMESPACE: return namespace(a);
    case TASK: return task(a, b, c);
    default: return raise(RuntimeError, "unknown operation");
  }
}
/** A function or class of the module builtins; END: there is none of this name. */
function builtin(name: Value): Value {
  const key = internStr(name);
  if (key == RAISED) return RAISED;
  const v = tableGetName(changetype<TableObject>(builtinsDict()), <usize>key);
  return v == NOTHING ? END : v;
}
/** Exceptions that the host makes by number. */
function errorType(number: i32): usize {
  switch (number) {
    case 0: return TypeError;
    case 1: return RuntimeError;
    case 2: return RecursionError;
    case 3: return StopAsyncIteration;
    case 4: return MemoryError;
    case 5: return ImportError;
    case 6: return KeyboardInterrupt;
    default: return IndexError;
  }
}
/** The dict in which the next program that is started runs: the one given; None: a new one. */
function namespace(given: Value): Value {
  let dict = given;
  if (given == NONE) {
    if (!newGlobals()) return raiseNoMemory(0);
    dict = nextGlobalsNow();
  }
  if (!isExactly(dict, DICT_TYPE)) return raise(TypeError, "globals must be a dict");
  setNextGlobals(dict);
  return dict;
}
/** The JsException of an object. Its only argument is "name: message"; `all`: its arguments are
 *  those of this function. */
function jsException(object: Value, name: Value, message: Value, all: bool): Value {
  let args: Value;
  if (all) {
    args = tupleOf3(object, name, message);
  } else {
    const t = textNew();
    t.str(name);
    if (changetype<StrObject>(<usize>message).lengthBytes != 0) {
      t.literal(": ");
      t.str(message);
    }
    const text = t.finish();
    args = text == RAISED ? RAISED : tupleOf1(text);
  }
  const v = args == RAISED ? RAISED : exceptionNew(JS_EXCEPTION, args);
  if (v == RAISED) return RAISED;
  const e = exceptionPart(v);
  return exceptionSetField(e, S_name, name) && exceptionSetField(e, S_message, message)
    && exceptionSetField(e, S_js_error, object) ? v : RAISED;
}
/** Levels of natives that reading an exception may take beyond the limit. */
const READING_LEVELS: i32 = 40;
/** Reads the exception in the first place of the row. Leaves there and in the places behind: name
 *  of its type, str(), what it prints uncaught, where it passed through (a list of (file, line,
 *  function), outermost first), args, what SystemExit carries as code, the JavaScript object of a
 *  JsException, __cause__. What cannot be had is None. */
export function borderDescribe(row: usize): void {
  // What an endless __str__ may use is the overdraft of nested runs: nobody could interrupt it.
  if (!enterFor(0)) { takePending(); return; }
  // An exception that says that memory, or the stack, is full must be readable.
  setReserve(true);
  const depth = nativeDepthNow();
  setNativeDepth(depth > READING_LEVELS ? depth - READING_LEVELS : 0);
  const v = load<u64>(row), type = typeOf(v), e = exceptionPart(v);
  const base = rootsMark();
  keep(v);
  for (let i: usize = 0; i < 8; i++) store<u64>(row + (i << 3), NONE);
  store<u64>(row, typeObjectOf(v).name);
  have(row, 1, strOf(v));
  have(row, 2, traceback(v));
  have(row, 3, frames(v));
  store<u64>(row, e.args, 32);
  if (isSubtype(type, SystemExit)) have(row, 5, getAttrOptional(v, <u64>S_code));
  const object = exceptionField(e, S_js_error);
  if (object != NOTHING) store<u64>(row, object, 48);
  if (e.cause != NOTHING) store<u64>(row, e.cause, 56);
  release(base);
  setReserve(false);
  leave(load<u64>(row), row);
}
/** Puts what was read; nothing if reading raised. */
function have(row: usize, place: usize, v: Value): void {
  if (v == RAISED) takePending();
  else store<u64>(row + (place << 3), v);
}
/** What an uncaught exception prints. */
function traceback(exception: Value): Value {
  const t = textNew();
  const base = rootsMark();
  keep(exception); keep(t.value());
  const ok = tracebackText(exception, t);
  release(base);
  return ok ? t.finish() : RAISED;
}
/** A list of (file, line, function), outermost first: where an exception passed through. */
function frames(exception: Value): Value {
  const list = listNew(8), e = exceptionPart(exception);
  if (list == RAISED || changetype<usize>(e) == 0) return list;
  for (let t = e.traceback; t != NOTHING && isExactly(t, TRACEBACK_TYPE);) {
    const entry = changetype<TracebackObject>(<usize>t);
    const row = tupleOf3(fileOf(entry.code), smallIntNew(entry.line),
      changetype<CodeObject>(entry.code).name);
    if (row == RAISED || !listAppend(changetype<ListObject>(<usize>list), row)) return RAISED;
    t = entry.next;
  }
  return list;
}

// ---- tasks ----

/** A task that calls f(*args, **keywords), or takes f itself if args is None, and, if that is
 *  awaitable, awaits it. Its id. */
function task(f: Value, args: Value, keywords: Value): Value {
  const found = frozenHelper("_js_task"), helper = changetype<FunctionObject>(<usize>found);
  if (found == RAISED) return RAISED;
  const defaults = tupleOf3(f, args, keywords);
  if (defaults == RAISED) return RAISED;
  const entry = functionNew(helper.code, helper.globals, <usize>defaults, 0, 0);
  if (entry == RAISED) return RAISED;
  const id = taskNew(entry);
  return id == 0 ? RAISED : smallIntNew(id);
}
/** Puts what a task (0: the last start) ended with to `to`. 0: its result; 1: the exception that
 *  ended it; 2: it has not ended. */
export function borderTask(id: i32, to: usize): i32 {
  const result = resultOf(id);
  if (result != NOTHING) { store<u64>(to, result); return 0; }
  const failure = errorOf(id);
  if (failure == NOTHING) { store<u64>(to, NONE); return 2; }
  store<u64>(to, failure);
  return 1;
}

// ---- what an object is ----

const CALLABLE: u32 = 1;
const ITERABLE: u32 = 2;
const ITERATOR: u32 = 4;
const SUBSCRIPTABLE: u32 = 8;
const ASSIGNABLE: u32 = 16;
const CONTAINER: u32 = 32;
const SIZED: u32 = 64;
const AWAITABLE: u32 = 128;
const ASYNC_ITERABLE: u32 = 256;
const BUFFER: u32 = 512;
const CLASS: u32 = 1024;
const EXCEPTION: u32 = 2048;
const MAPPING: u32 = 4096;
const GENERATOR: u32 = 8192;
const CONTEXT: u32 = 16384;
const SEQUENCE: u32 = 32768;

/** What can be done with the object at address `v`: bits as above. Runs no Python. */
export function borderTraits(v: usize): u32 {
  const value = <u64>v, type = typeOf(value), t = changetype<TypeObject>(type);
  let bits: u32 = 0;
  if (isCallable(value)) bits |= CALLABLE;
  if (t.iter != 0 || t.subscr != 0 && t.typeFlags & TYPE_HEAP) bits |= ITERABLE;
  if (t.next != 0 && t.iter != 0) bits |= ITERATOR | ITERABLE;
  if (t.subscr != 0) bits |= SUBSCRIPTABLE;
  if (t.setSubscr != 0) bits |= ASSIGNABLE;
  if (t.contains != 0) bits |= CONTAINER;
  if (t.length != 0) bits |= SIZED;
  if (type == COROUTINE_TYPE || typeLookup(type, S___await__) != NOTHING) bits |= AWAITABLE;
  if (typeLookup(type, S___aiter__) != NOTHING) bits |= ASYNC_ITERABLE;
  if (typeLookup(type, S___enter__) != NOTHING && typeLookup(type, S___exit__) != NOTHING)
    bits |= CONTEXT;
  if (t.buffer != 0) bits |= BUFFER;
  if (t.typeFlags & TYPE_META) bits |= CLASS;
  if (changetype<usize>(exceptionPart(value)) != 0) bits |= EXCEPTION;
  if (payloadOf(value, DICT_TYPE) != 0) bits |= MAPPING;
  if (payloadOf(value, LIST_TYPE) != 0 || payloadOf(value, TUPLE_TYPE) != 0) bits |= SEQUENCE;
  if (type == GENERATOR_TYPE || type == ASYNC_GENERATOR_TYPE) bits |= GENERATOR;
  return bits;
}

const SHAPE_NONE: i32 = 0;
const SHAPE_SEQUENCE: i32 = 1;
const SHAPE_DICT: i32 = 2;
const SHAPE_SET: i32 = 3;
/** Where the items of a list, tuple, dict or set lie: 1: OUT holds the address of Values in a row
 *  and their number; 2, 3: the address and number of entries of 24 bytes, key and value first; key
 *  0: no entry. 0: it is none of these. */
export function borderItems(v: usize): i32 {
  const value = <u64>v;
  const list = payloadOf(value, LIST_TYPE);
  if (list != 0) {
    const l = changetype<ListObject>(list);
    return leaves(SHAPE_SEQUENCE, <u32>l.items, l.length, 0);
  }
  const tuple = payloadOf(value, TUPLE_TYPE);
  if (tuple != 0) {
    const t = changetype<TupleObject>(tuple);
    return leaves(SHAPE_SEQUENCE, <u32>t.items(), t.length, 0);
  }
  const dict = payloadOf(value, DICT_TYPE);
  const set = dict != 0 ? 0 : payloadOf(value, SET_TYPE);
  const table = dict != 0 ? dict : set != 0 ? set : payloadOf(value, FROZENSET_TYPE);
  if (table == 0) return SHAPE_NONE;
  const t = changetype<TableObject>(table);
  return leaves(dict != 0 ? SHAPE_DICT : SHAPE_SET, <u32>t.entries, t.filled, 0);
}
/** Where the bytes of a bytes-like object lie: OUT holds address, length in bytes, type code of an
 *  item, its size, and 1 if read-only. 0: it has none. */
export function borderBuffer(v: usize): i32 {
  const out = borderOut();
  const ok = tryBuffer(<u64>v, changetype<Buffer>(out), false);
  if (raised()) takePending();
  return ok ? 1 : 0;
}
