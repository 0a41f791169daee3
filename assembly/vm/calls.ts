// Calls: of Python functions (push a frame), natives, types, bound methods and other callables.
//
// callObject does all of it for the interpreter and for natives alike. It returns a Value, RAISED,
// or a marker: PUSHED (a frame was pushed: run it), RESUME, WAIT. callValue, the hook for natives,
// carries markers out in a nested run.
import { noteDone } from "../heap/running";
import { Value, RAISED, NOTHING, TAIL_CALL, WAIT, isObject } from "../core/value";
import { copyWords, clearWords } from "../core/memory";
import { typeOf, isExactly } from "../heap/header";
import { EVENTS, BUDGET } from "../heap/events";
import { lockDepth, setLockDepth } from "../heap/allocator";
import { rootsMark, keep, keepMany, release, rootsRoom } from "../heap/roots";
import { Args } from "../objects/args";
import { CodeObject, CODE_GENERATOR, CODE_COROUTINE, CODE_ASYNC_GENERATOR } from "../bytecode/code";
import { FunctionObject, FUNCTION_TYPE, BUILTIN_TYPE, functionNew } from "../objects/function";
import { functionCompiled } from "../objects/frozen";
import { BoundMethod, BOUND_METHOD_TYPE } from "../objects/bound_method";
import {
  NativeFunction, NATIVE_TYPE, BOUND_NATIVE_TYPE, VARARGS, NATIVE_KWARGS,
} from "../objects/native";
import {
  TypeObject, TYPE_TYPE, OBJECT_TYPE, TYPE_HEAP, TYPE_META, HASH_NONE, typeObjectOf,
} from "../objects/type";
import { isInstance } from "../objects/instance_layout";
import { classNewFunction, classInitFunction, classCreate,
  initResult } from "../objects/type_object";
import { nativeSelf } from "../objects/method_self";
import { typeLookup, getAttr } from "../objects/attributes";
import { STR_TYPE, internStr } from "../objects/str";
import { TupleObject } from "../objects/tuple";
import {
  TableObject, dictNew, tableSetName, tableEntry, entryKey, entryValue, tableFindName, tableCopy,
  DICT_TYPE,
} from "../objects/table";
import {
  raise, raised, isSubtype, TypeError, RecursionError, RuntimeError, raiseWith, raiseFormat,
} from "../objects/errors";
import { NONE } from "../objects/singletons";
import { enterNested, leaveNested, installCall, takeTailCallee, tailArgCount, tailArgs, TAIL_THEN,
  takeThenFinisher, takeThenState, maySuspend, setMaySuspend, installBody,
  installRunBody, installRunCode, tailCall } from "../objects/hooks";
import { S___call__ } from "../objects/names";
import { translate } from "./translator";
import { RegisterCode } from "./register_code";
import { Frame, FRAME, ci, setCi, frame, stackLimit, recordLimit, K_CALL, K_INIT, K_SEND,
  K_THEN } from
  "./frames";
import { bindArguments, wrongCount } from "./binding";
import {
  GENERATOR_REGISTERS, generatorNew, RESUME, resumeTarget, resumeValue, resumeMode, RESUME_SEND,
} from "./generator";
import { resume } from "./resume";
import { execute, nestedResult, setNestedResult } from "./interpreter";
import { nestedOver } from "./safepoint";

/** A frame was pushed for the call. Low bits 100: no Python value. */
export const PUSHED: Value = 0x34;
/** Added to a kind: the result ends a nested run. */
export const NESTED: u32 = 0x100;
/** FunctionObject.flags: a body: `dict` is the namespace it runs in. */
export const FUNCTION_BODY: u32 = 0x100;

/** True for the words that a call may return besides Values. */
@inline export function isMarker(v: Value): bool { return (v & 7) == 4 || v == 0; }

/** Pushes a frame for `r` with registers at `fp`; the argument registers are filled. */
export function pushFrame(f: FunctionObject, r: RegisterCode, fp: usize, kind: u32,
    extra: Value): void {
  const caller = frame();
  const at = ci + FRAME;
  const c = changetype<Frame>(at);
  c.pc = r.instructions;
  c.fp = fp;
  c.code = changetype<usize>(r);
  c.kind = kind;
  c.function = changetype<usize>(f);
  c.globals = f.globals;
  c.locals = f.flags & FUNCTION_BODY ? f.dict : 0;
  c.generator = 0;
  c.handled = caller.handled;
  c.extra = extra;
  c.top = fp + (<usize>r.frameSize << 3);
  c.finisher = 0;
  setCi(at);
}
/** True if a frame of `r` at `fp` fits; else false with RecursionError pending. */
export function frameFits(r: RegisterCode, fp: usize): bool {
  if (fp + (<usize>r.frameSize << 3) <= stackLimit && ci + FRAME <= recordLimit) return true;
  raise(RecursionError, "maximum recursion depth exceeded");
  return false;
}

/** Counts a call that the interpreter's fast paths do not make. Who runs the pushed frame looks
 *  whether that was the last. */
@inline function countCall(): void { store<i32>(EVENTS, load<i32>(EVENTS, BUDGET) - 1, BUDGET); }

/** Calls a Python function: pushes its frame (PUSHED), or makes its generator. A unit of fuel.
 *  inPlace: the row lies on top of the VM stack and may become the callee's registers. */
export function callFunction(f: FunctionObject, args: usize, n: u32, nkw: u32, kwargs: Value,
  kind: u32,
  extra: Value, inPlace: bool): Value {
  countCall();
  let c = changetype<CodeObject>(f.code);
  let r = changetype<RegisterCode>(c.registerCode);
  if (changetype<usize>(r) == 0) {
    r = firstCall(f);
    if (changetype<usize>(r) == 0) return RAISED;
    c = changetype<CodeObject>(f.code);
  }
  if (c.codeFlags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR)) {
    const g = generatorNew(f, r);
    if (changetype<usize>(g) == 0) return RAISED;
    const registers = changetype<usize>(g) + GENERATOR_REGISTERS;
    if (!bindArguments(f, r, registers, args, n, nkw, kwargs)) return RAISED;
    putCells(f, r, registers);
    return <u64>changetype<usize>(g);
  }
  // A generator's registers are not on the VM stack.
  let fp = args;
  if (!inPlace || args > stackLimit) fp = frame().top;
  if (!frameFits(r, fp)) return RAISED;
  if (n == r.plainArguments && nkw == 0 && kwargs == NOTHING) {
    if (fp != args) copyWords(fp, args, <usize>n);
  } else if (!bindArguments(f, r, fp, args, n, nkw, kwargs)) {
    return RAISED;
  }
  putCells(f, r, fp);
  const bound = r.argumentRegisters + r.freeVariables;
  if (r.locals > bound) clearWords(fp + (<usize>bound << 3), <usize>(r.locals - bound));
  pushFrame(f, r, fp, kind, extra);
  return PUSHED;
}
/** Translates the code of a function that is called for the first time; a frozen one may not even be
 *  compiled. 0 with an exception pending. */
function firstCall(f: FunctionObject): RegisterCode {
  // A locked heap is locked for the program only.
  const locked = lockDepth;
  if (locked != 0) setLockDepth(0);
  const r = functionCompiled(f) ? translate(changetype<CodeObject>(f.code))
    : changetype<RegisterCode>(0);
  if (locked != 0) setLockDepth(locked);
  return r;
}
/** The closure's cells lie behind the arguments. */
export function putCells(f: FunctionObject, r: RegisterCode, fp: usize): void {
  if (r.freeVariables != 0 && f.closure != 0) {
    memory.copy(fp + (<usize>r.argumentRegisters << 3), changetype<TupleObject>(f.closure).items(),
      <usize>r.freeVariables << 3);
  }
}

/** Calls any value. `args`: n positional values, nkw pairs; the word below args may be overwritten
 *  (it holds the callee). kwargs: a dict or NOTHING. */
export function callObject(callee: Value, args: usize, n: u32, nkw: u32, kwargs: Value, kind: u32,
  extra: Value,
  inPlace: bool): Value {
  const base = rootsMark();
  let result: Value = RAISED;
  // The word below the row is still free.
  let below = true;
  while (true) {
    const type = (callee & 7) == 0 ? typeOf(callee) : 0;
    if (callee == NOTHING) { result = raise(TypeError, "object is not callable"); break; }
    if (type == FUNCTION_TYPE || type == BUILTIN_TYPE) {
      result = callFunction(changetype<FunctionObject>(<usize>callee), args, n, nkw, kwargs, kind,
        extra, inPlace);
      break;
    }
    if (!below && type != NATIVE_TYPE) {
      args = copyRow(args, n, nkw);
      if (args == 0) { result = RAISED; break; }
      inPlace = false;
      below = true;
    }
    let self: Value = NOTHING;
    if (type == NATIVE_TYPE) {
      result = callNative(changetype<NativeFunction>(<usize>callee), args, n, nkw, kwargs);
    } else if (type == BOUND_METHOD_TYPE || type == BOUND_NATIVE_TYPE) {
      // Both hold function and self in the same places.
      self = changetype<BoundMethod>(<usize>callee).self;
      callee = changetype<BoundMethod>(<usize>callee).function;
    } else if (type != 0 && changetype<TypeObject>(type).typeFlags & TYPE_META) {
      result = callType(changetype<TypeObject>(<usize>callee), args, n, nkw, kwargs, kind, inPlace);
    } else if (type != 0 && isInstance(callee)) {
      const f = typeLookup(type, S___call__);
      if (f == NOTHING || f == NONE) { result = notCallable(callee); break; }
      if (isExactly(f, FUNCTION_TYPE) || isExactly(f, NATIVE_TYPE)) {
        self = callee;
        callee = f;
      } else {
        callee = getAttr(callee, <u64>S___call__);
        if (callee == RAISED) { result = RAISED; break; }
        // __call__ may be an instance whose class has this __call__.
        if (!rootsRoom(1)) {
          result = raise(RecursionError, "maximum recursion depth exceeded");
          break;
        }
        keep(callee);
        continue;
      }
    } else {
      const t = typeObjectOf(callee);
      if (t.call == 0) { result = notCallable(callee); break; }
      const dict = keywordDict(args, n, nkw, kwargs);
      if (dict == RAISED && raised()) { result = RAISED; break; }
      keep(dict);
      result = call_indirect<Value>(t.call, callee, changetype<Args>(args), <i32>n, dict);
    }
    if (self != NOTHING) {
      args -= 8;
      n++;
      below = false;
      store<u64>(args, self);
      continue;
    }
    // what a native left to do
    if (result == TAIL_THEN) { result = callThen(kind); break; }
    if (result != TAIL_CALL) break;
    callee = takeTailCallee();
    keep(callee);
    nkw = 0;
    kwargs = NOTHING;
    n = <u32>tailArgCount();
    args = copyRow(changetype<usize>(tailArgs()), n, 0);
    if (args == 0) { result = RAISED; break; }
    inPlace = false;
    below = true;
  }
  release(base);
  return result;
}
/** A copy of a row on the roots stack, with a free word below. */
function copyRow(args: usize, n: u32, nkw: u32): usize {
  if (!rootsRoom(<i32>(n + 2 * nkw) + 2)) { raise(RecursionError, "too many arguments"); return 0; }
  const row = keepMany(<i32>(n + 2 * nkw) + 1) + 8;
  copyWords(row, args, <usize>(n + 2 * nkw));
  return row;
}
/** Carries out TAIL_THEN: calls, then the finisher. `kind`: what becomes of its result. A Value,
 *  RAISED or PUSHED. */
export function callThen(kind: u32): Value {
  const base = rootsMark();
  const callee = takeTailCallee(), state = takeThenState(), finisher = takeThenFinisher();
  keep(callee);
  keep(state);
  const n = <u32>tailArgCount(), row = copyRow(changetype<usize>(tailArgs()), n, 0);
  let r = row == 0 ? RAISED
    : callFunction(changetype<FunctionObject>(<usize>callee), row, n, 0, NOTHING,
      K_THEN | kind & NESTED, state, false);
  if (r == PUSHED) {
    frame().finisher = finisher | kind << 16;
  } else if (r != RAISED) {
    // A generator was made.
    keep(r);
    r = call_indirect<Value>(finisher, state, r);
  }
  release(base);
  return r;
}
function notCallable(v: Value): Value {
  return raiseWith(TypeError, "'%t' object is not callable", v);
}
/** Keyword pairs and a dict as one dict; NOTHING if there are none. RAISED with an exception
 *  pending. */
function keywordDict(args: usize, n: u32, nkw: u32, kwargs: Value): Value {
  if (nkw == 0) return kwargs;
  const d = kwargs == NOTHING ? dictNew() : tableCopy(changetype<TableObject>(<usize>kwargs),
    DICT_TYPE);
  if (d == RAISED) return RAISED;
  for (let i: u32 = 0; i < nkw; i++) {
    const pair = args + (<usize>(n + 2 * i) << 3);
    if (!addKeyword(d, load<u64>(pair), load<u64>(pair, 8))) return RAISED;
  }
  return d;
}
/** A keyword, interned. RAISED with TypeError or MemoryError pending. */
function keywordName(name: Value): Value {
  return isExactly(name, STR_TYPE) ? internStr(name) : raise(TypeError, "keywords must be strings");
}
/** Adds a keyword argument to a dict of them. False with TypeError or MemoryError pending. */
export function addKeyword(d: Value, name: Value, v: Value): bool {
  name = keywordName(name);
  if (name == RAISED) return false;
  const t = changetype<TableObject>(<usize>d);
  if (tableFindName(t, <usize>name) != 0) {
    raiseWith(TypeError, "got multiple values for keyword argument '%s'", name);
    return false;
  }
  return tableSetName(t, <usize>name, v);
}

// ---- natives ----

/** Calls a native with the row of arguments; how they arrive: objects/native.ts. */
export function callNative(f: NativeFunction, args: usize, n: u32, nkw: u32, kwargs: Value): Value {
  let self: Value = NOTHING, payload: Value = NOTHING;
  let skip: u32 = 0;
  if (f.owner != 0) {
    if (n == 0) return raiseWith(TypeError, "unbound method %s() needs an argument", f.name);
    self = load<u64>(args);
    payload = nativeSelf(f, self);
    if (payload == RAISED) return RAISED;
    store<u64>(args, payload);
    skip = 1;
  } else if (f.flags & 2) {                     // NATIVE_CLASS: the class is not counted
    if (n == 0) return raiseWith(TypeError, "%s() needs a class", f.name);
    skip = 1;
  }
  const given = <i32>(n - skip);
  let result: Value;
  if (f.params == 0) {
    if (nkw != 0 || (kwargs != NOTHING && changetype<TableObject>(<usize>kwargs).used != 0)) {
      return raiseWith(TypeError, "%s() takes no keyword arguments", f.name);
    }
    if (given < f.min || (f.max != VARARGS && given > f.max))
      return wrongCount(f.name, f.min, f.max, given);
    result = call_indirect<Value>(f.fn, changetype<Args>(args), <i32>n);
  } else if (nkw == 0 && kwargs == NOTHING && f.max != VARARGS && given >= f.min
      && f.keywordOnly >> 16 == 0) {
    result = callPositional(f, args, n, skip);
  } else {
    result = callSigned(f, args, n, skip, nkw, kwargs);
  }
  // A method that returns its self: the instance. Values (str, tuple ...) are given out as they
  // are.
  if (payload != self && result == payload && isObject(payload)) {
    const hash = changetype<TypeObject>(typeOf(payload)).hash;
    if (hash == 0 || hash == HASH_NONE) return self;
  }
  return result;
}
/** A native with a signature that is given enough positional arguments and nothing else: missing
 *  slots are NOTHING. */
function callPositional(f: NativeFunction, args: usize, n: u32, skip: u32): Value {
  const params = changetype<TupleObject>(f.params).length;
  const positional = params - (f.keywordOnly & 0xffff);
  if (n - skip > positional) {
    return wrongCount(f.name, f.min, f.max, <i32>(n - skip));
  }
  if (!rootsRoom(<i32>(skip + params) + 1)) return raise(RecursionError, "too many arguments");
  const base = rootsMark();
  const row = keepMany(<i32>(skip + params) + 1);
  copyWords(row, args, <usize>n);
  const result = call_indirect<Value>(f.fn, changetype<Args>(row), <i32>(skip + positional));
  release(base);
  return result;
}
/** A native with a signature: gives every parameter its slot. */
function callSigned(f: NativeFunction, args: usize, n: u32, skip: u32, nkw: u32,
    kwargs: Value): Value {
  const params = changetype<TupleObject>(f.params);
  const keywordOnly = f.keywordOnly & 0xffff;
  const positional = params.length - keywordOnly;
  const given = n - skip;
  if (f.max != VARARGS && given > positional) return wrongCount(f.name, f.min, f.max, <i32>given);
  const slots = f.max == VARARGS ? (given > positional ? given : positional) : positional;
  const base = rootsMark();
  const room = skip + slots + keywordOnly + 1;
  if (!rootsRoom(<i32>room)) return raise(RecursionError, "too many arguments");
  const row = keepMany(<i32>room);
  copyWords(row, args, <usize>n);
  const first = row + (<usize>skip << 3);
  const count = f.max == VARARGS ? given : slots;      // where the keyword-only slots begin
  let extra: Value = NOTHING;
  let ok = true;
  const fromDict = kwargs != NOTHING ? changetype<TableObject>(<usize>kwargs).filled : 0;
  for (let i: u32 = 0; ok && i < nkw + fromDict; i++) {
    let name: Value, value: Value;
    if (i < nkw) {
      const pair = args + (<usize>(n + 2 * i) << 3);
      name = load<u64>(pair);
      value = load<u64>(pair, 8);
    } else {
      const e = tableEntry(changetype<TableObject>(<usize>kwargs), i - nkw);
      name = entryKey(e);
      value = entryValue(e);
      if (name == NOTHING) continue;
    }
    name = keywordName(name);
    if (name == RAISED) { ok = false; break; }
    let k: u32 = 0;
    while (k < params.length && params.at(k) != name) k++;
    if (k < params.length) {
      const at = first + (<usize>(k < positional ? k : count + k - positional) << 3);
      if (load<u64>(at) != NOTHING && (k >= positional || k < given)) {
        raiseWith(TypeError, "argument given twice: '%s'", name);
        ok = false;
      }
      store<u64>(at, value);
    } else if (f.flags & NATIVE_KWARGS) {
      if (extra == NOTHING) { extra = dictNew(); if (extra == RAISED) { ok = false; break; } }
      ok = tableSetName(changetype<TableObject>(<usize>extra), <usize>name, value);
    } else {
      raiseFormat(TypeError, "%s() got an unexpected keyword argument '%s'", f.name, name);
      ok = false;
    }
  }
  let result: Value = RAISED;
  if (ok) {
    if (f.flags & NATIVE_KWARGS) store<u64>(first + (<usize>(count + keywordOnly) << 3), extra);
    for (let i: u32 = 0; ok && i < <u32>f.min; i++) {
      if (load<u64>(first + (<usize>i << 3)) == NOTHING) {
        wrongCount(f.name, f.min, f.max, <i32>given);
        ok = false;
      }
    }
    for (let i: u32 = 0; ok && i < keywordOnly; i++) {
      if ((f.keywordOnly >> 16 & 1 << i) != 0 && load<u64>(first + (<usize>(count + i) << 3))
          == NOTHING) {
        raiseWith(TypeError, "missing required keyword argument: '%s'", params.at(positional + i));
        ok = false;
      }
    }
    if (ok) result = call_indirect<Value>(f.fn, changetype<Args>(row), <i32>(skip + count));
  }
  release(base);
  return result;
}
// ---- types ----

/** Calls a type: makes an instance. */
function callType(t: TypeObject, args: usize, n: u32, nkw: u32, kwargs: Value, kind: u32,
    inPlace: bool): Value {
  const self = <u64>changetype<usize>(t);
  const meta = typeOf(self);
  if (meta != TYPE_TYPE) {
    const f = typeLookup(meta, S___call__);
    if (f != NOTHING && isExactly(f, FUNCTION_TYPE)) {
      args -= 8;
      store<u64>(args, self);
      return callFunction(changetype<FunctionObject>(<usize>f), args, n + 1, nkw, kwargs, kind,
        NOTHING, inPlace);
    }
  }
  return makeInstance(t, args, n, nkw, kwargs, kind, inPlace);
}
/** type.__call__: __new__, then __init__ (in a frame, if it is a Python function). */
export function makeInstance(t: TypeObject, args: usize, n: u32, nkw: u32, kwargs: Value, kind: u32,
  inPlace: bool): Value {
  const cls = changetype<usize>(t), self = <u64>cls;
  if (cls == TYPE_TYPE && n == 1 && nkw == 0 && kwargs == NOTHING)
    return <u64>typeOf(load<u64>(args));
  if (!(t.typeFlags & TYPE_HEAP) && cls != TYPE_TYPE && cls != OBJECT_TYPE) {
    if (t.construct == 0) return raiseWith(TypeError, "cannot create '%s' instances", t.name);
    if (!inPlace || args > stackLimit) {
      const row = copyRow(args - 8, n + 1, nkw);
      if (row == 0) return RAISED;
      args = row + 8;
    }
    store<u64>(args - 8, self);
    return callNative(changetype<NativeFunction>(t.construct), args - 8, n + 1, nkw, kwargs);
  }
  const base = rootsMark();
  const create = classNewFunction(cls);
  let instance: Value;
  if (create == NOTHING) {
    const dict = keywordDict(args, n, nkw, kwargs);
    if (dict == RAISED && raised()) return RAISED;
    keep(dict);
    instance = classCreate(cls, changetype<Args>(args), <i32>n, dict);
  } else {
    instance = callWith(create, self, args, n, nkw, kwargs);
  }
  if (isMarker(instance)) {
    release(base);
    return instance == RAISED ? RAISED : carryOut(instance);
  }
  const init = isSubtype(typeOf(instance), cls) ? classInitFunction(typeOf(instance)) : NOTHING;
  if (init == NOTHING) { release(base); return instance; }
  if (isExactly(init, FUNCTION_TYPE)) {
    // self takes the callee's place below the arguments.
    if (!inPlace) {
      args = copyRow(args - 8, n + 1, nkw) + 8;
      if (args == 8) { release(base); return RAISED; }
    }
    store<u64>(args - 8, instance);
    const plain = (kind & 0xff) == K_CALL;
    keep(instance);
    let r = callFunction(changetype<FunctionObject>(<usize>init), args - 8, n + 1, nkw, kwargs,
      K_INIT | (plain ? kind & NESTED : NESTED), instance, inPlace);
    if (r == PUSHED && !plain) r = runNested();
    else if (!isMarker(r)) r = raiseWith(TypeError, "__init__() should return None, not '%t'", r);
    release(base);
    return r;
  }
  keep(instance);
  const r = callWith(init, instance, args, n, nkw, kwargs);
  release(base);
  if (r == RAISED || !initResult(r)) return RAISED;
  return instance;
}
/** Calls with a copy of the row, `first` in front of it, and waits for the result, in a nested run
 *  if need be. */
function callWith(callee: Value, first: Value, args: usize, n: u32, nkw: u32, kwargs: Value): Value {
  if (!enterNested()) return RAISED;
  const base = rootsMark();
  keep(callee);
  const row = copyRow(args - 8, n + 1, nkw);
  let r: Value = RAISED;
  if (row != 0) {
    store<u64>(row, first);
    r = carryOut(callObject(callee, row, n + 1, nkw, kwargs, K_CALL | NESTED, NOTHING, false));
  }
  release(base);
  leaveNested();
  return r;
}

/** Makes the call that tailCall() asked for. As callObject. */
function callAsked(kind: u32): Value {
  const base = rootsMark();
  const callee = takeTailCallee();
  keep(callee);
  const n = <u32>tailArgCount();
  const row = copyRow(changetype<usize>(tailArgs()), n, 0);
  const r = row == 0 ? RAISED : callObject(callee, row, n, 0, NOTHING, kind, NOTHING, false);
  release(base);
  return r;
}
/** The same from the running frame: a Value, RAISED, PUSHED or, for K_CALL, RESUME. */
export function callTail(kind: u32): Value {
  const r = callAsked(kind);
  return isMarker(r) && r != PUSHED && r != RAISED && (r != RESUME || kind != K_CALL) ? carryOut(r)
    : r;
}

// ---- nested runs ----

/** Runs the frame just pushed (its kind has NESTED) to its end. Returns its result, or RAISED. */
export function runNested(): Value {
  const could = maySuspend;
  setMaySuspend(false);
  execute();
  noteDone();
  setMaySuspend(could);
  if (could) nestedOver();
  const r = nestedResult;
  setNestedResult(NOTHING);
  return r;
}
/** Carries out what callObject returned, in a nested run if need be. */
export function carryOut(r: Value): Value {
  while (isMarker(r) && r != RAISED) {
    if (r == PUSHED) return runNested();
    if (r == RESUME) return resumeNested();
    if (r == TAIL_CALL) { r = callAsked(K_CALL | NESTED); continue; }
    if (r == TAIL_THEN) { r = callThen(NESTED); continue; }
    if (r == WAIT)
      return raise(RuntimeError, "cannot wait inside a call made by a built-in function");
    return RAISED;
  }
  return r;
}
/** Resumes the generator asked for by RESUME and runs it until it yields or ends: the value;
 *  StopIteration raised at its end. */
function resumeNested(): Value {
  const r = resume(resumeTarget, resumeValue, resumeMode, K_SEND | NESTED);
  return r == PUSHED ? runNested() : r;
}
/** The `next` slot of generators. */
export function generatorNextSlot(v: Value): Value {
  if (!enterNested()) return RAISED;
  let r = resume(v, NONE, RESUME_SEND, K_SEND | NESTED);
  if (r == PUSHED) r = runNested();
  leaveNested();
  return r;
}

/** The hook for natives: objects/hooks.ts, callValue. */
function callHook(callee: Value, args: Args, n: i32, kwargs: Value): Value {
  if (!enterNested()) return RAISED;
  const base = rootsMark();
  keep(callee);
  const row = copyRow(changetype<usize>(args), <u32>n, 0);
  const r = row == 0 ? RAISED
    : carryOut(callObject(callee, row, <u32>n, 0, kwargs, K_CALL | NESTED, NOTHING, false));
  release(base);
  leaveNested();
  return r;
}

/** hooks.ts, runBody. */
function runBodyHook(fn: Value, namespace: Value): Value {
  const f = changetype<FunctionObject>(<usize>fn);
  const b = bodyNew(f.code, f.globals, f.closure, namespace);
  return b == RAISED ? RAISED : tailCall(b, 0);
}
/** A function that runs `code` in `namespace`. RAISED with MemoryError pending. */
function bodyNew(code: usize, globals: usize, closure: usize, namespace: Value): Value {
  const f = functionNew(code, globals, 0, 0, closure);
  if (f == RAISED) return RAISED;
  changetype<FunctionObject>(<usize>f).flags |= FUNCTION_BODY;
  changetype<FunctionObject>(<usize>f).dict = <usize>namespace;
  return f;
}
/** hooks.ts, runCode. */
function runCodeHook(code: Value, globals: Value, locals: Value): Value {
  const f = bodyHook(<usize>code, globals, locals);
  return f == RAISED ? RAISED : tailCall(f, 0);
}
/** A function that runs a body in given dicts: hooks.ts, bodyFunction. */
function bodyHook(code: usize, globals: Value, locals: Value): Value {
  return bodyNew(code, <usize>globals, 0, locals == NOTHING ? globals : locals);
}
export function callsInit(): void {
  installCall(callHook);
  installBody(bodyHook);
  installRunBody(runBodyHook);
  installRunCode(runCodeHook);
}
