// Generators, coroutines, asynchronous generators: functions whose frame is an object of its own.
//
// The natives here (send, throw, close, __next__) do not run the frame themselves: they return
// RESUME, and the interpreter that called them pushes the frame, so that no Wasm stack is used.
// Called from a native (iterNext on a generator) the same happens in a nested run: calls.ts.
import { Value, RAISED, NOTHING } from "../core/value";
import { clearWords } from "../core/memory";
import { Header, TYPE_BYTES, isExactly, typeOf } from "../heap/header";
import { allocObject } from "../heap/allocator";
import { objectNew } from "../objects/object_new";
import { markObject, markValue, markValues, packing } from "../heap/collector";
import { Args } from "../objects/args";
import { typeBegin, TypeBuilder } from "../objects/builder";
import { RUNS_PYTHON_ALWAYS } from "../objects/iterators";
import { OBJECT_TYPE, TYPE_TYPE, TYPE_FINAL } from "../objects/type";
import { raise, raised, raiseNoMemory, raiseValue, raiseFormat, raiseWith, TypeError, GeneratorExit,
  exceptionNew, isSubtype, exceptionPart, BaseException, RuntimeError } from "../objects/errors";
import { emptyTuple } from "../objects/tuple";
import { NONE, boolValue } from "../objects/singletons";
import { FunctionObject } from "../objects/function";
import { Text } from "../objects/text";
import { call0, call1 } from "../objects/hooks";
import { CodeObject, CODE_COROUTINE, CODE_ASYNC_GENERATOR } from "../bytecode/code";
import { RegisterCode, clearDead } from "./register_code";

export const GENERATOR_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const COROUTINE_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const ASYNC_GENERATOR_TYPE: usize = memory.data(TYPE_BYTES, 16);
/** What await drives for a step of an asynchronous generator (__anext__, asend, athrow, aclose). */
export const ASYNC_STEP_TYPE: usize = memory.data(TYPE_BYTES, 16);

@unmanaged export class GeneratorObject extends Header {
  /** RegisterCode. */
  code: usize;
  function: usize;
  globals: usize;
  /** GENERATOR_* state. */
  state: u32;
  /** Where it goes on. */
  pc: usize;
  /** Offset of the register that gets what is sent. Unit: bytes. */
  sendOffset: u32;
  /** What it is delegating to (yield from), for gi_yieldfrom; NOTHING. */
  delegate: Value;
  /** The exception it is handling while it is suspended; NOTHING. */
  handled: Value;
  /** pend_throw(): what is raised when it is next resumed; NOTHING. */
  pending: Value;
}
/** Where the registers begin. Unit: bytes. */
export const GENERATOR_REGISTERS: usize = 56;
if (offsetof<GeneratorObject>() > GENERATOR_REGISTERS) ERROR("GeneratorObject too large");

export const GENERATOR_NEW: u32 = 0;
export const GENERATOR_SUSPENDED: u32 = 1;
export const GENERATOR_RUNNING: u32 = 2;
export const GENERATOR_DONE: u32 = 3;

/** A suspended call of `f`, its registers still to be filled (they are nothing). 0 with MemoryError
 *  pending. */
export function generatorNew(f: FunctionObject, r: RegisterCode): GeneratorObject {
  const bytes = GENERATOR_REGISTERS + (<usize>r.frameSize << 3);
  const g = changetype<GeneratorObject>(allocObject(bytes));
  if (changetype<usize>(g) == 0) { raiseNoMemory(<u32>bytes); return g; }
  clearWords(changetype<usize>(g), bytes >> 3);
  const flags = changetype<CodeObject>(r.code).codeFlags;
  g.klass = flags & CODE_ASYNC_GENERATOR ? ASYNC_GENERATOR_TYPE : flags & CODE_COROUTINE
    ? COROUTINE_TYPE : GENERATOR_TYPE;
  g.code = changetype<usize>(r);
  g.function = changetype<usize>(f);
  g.globals = f.globals;
  g.pc = r.instructions;
  return g;
}
export function generatorMark(address: usize): void {
  const g = changetype<GeneratorObject>(address);
  markObject(g.code);
  markObject(g.function);
  markObject(g.globals);
  markValue(g.delegate);
  markValue(g.handled);
  markValue(g.pending);
  if (g.state == GENERATOR_SUSPENDED && !packing()) {
    // What it has yielded, too, lies in a register that nobody looks at again.
    const r = changetype<RegisterCode>(g.code), registers = address + GENERATOR_REGISTERS;
    clearDead(r, registers, g.pc, usize.MAX_VALUE, 0);
    if (g.sendOffset >= r.stackBase << 3) store<u64>(registers + g.sendOffset, NOTHING);
  }
  if (g.state != GENERATOR_DONE) {
    markValues(address + GENERATOR_REGISTERS, changetype<RegisterCode>(g.code).frameSize);
  }
}
/** True for generators and coroutines (objects whose frame can be resumed by next, send and yield
 *  from). */
export function isGenerator(v: Value): bool {
  return isExactly(v, GENERATOR_TYPE) || isExactly(v, COROUTINE_TYPE);
}

// ---- asking the interpreter to resume ----

/** Returned by a native: "resume resumeTarget in my place". Low bits 100: no Python value. */
export const RESUME: Value = 0x2c;
/** Put the value, continue. */
export const RESUME_SEND: i32 = 0;
/** Raise the value inside. */
export const RESUME_THROW: i32 = 1;
/** Raise GeneratorExit inside and expect it, or a return. */
export const RESUME_CLOSE: i32 = 2;
export let resumeTarget: Value = NOTHING;
export let resumeValue: Value = NOTHING;
export let resumeMode: i32 = 0;
export function resumeSet(target: Value, value: Value, mode: i32): Value {
  resumeTarget = target;
  resumeValue = value;
  resumeMode = mode;
  return RESUME;
}

/** The exception that throw(type, value, traceback) means; RAISED with TypeError pending. */
function thrown(args: Args, n: i32): Value {
  return exceptionOf(args.at(1), n > 2 ? args.at(2) : NOTHING,
    "exceptions must be classes or instances deriving from BaseException, not %t");
}
/** An exception: `type` itself, or what calling that class gives. Else RAISED with TypeError
 *  pending. wrong: its text, %t in it is the type of what should have been one. */
export function exceptionOf(type: Value, value: Value, wrong: string): Value {
  if (exceptionPart(type)) return type;
  if (isClass(type) && isSubtype(<usize>type, BaseException)) {
    if (exceptionPart(value)) return value;
    const e = value == NOTHING || value == NONE ? call0(type) : call1(type, value);
    return e == RAISED || exceptionPart(e) ? e
      : raiseFormat(TypeError,
        "calling %r should have returned an instance of BaseException, not %t", type, e);
  }
  return raiseWith(TypeError, wrong, type);
}
function isClass(v: Value): bool {
  return (v & 7) == 0 && v != 0 && isSubtype(typeOf(v), TYPE_TYPE);
}

function generator_send(args: Args, n: i32): Value {
  return resumeSet(args.at(0), args.at(1), RESUME_SEND);
}
function generator_next(args: Args, n: i32): Value {
  return resumeSet(args.at(0), NONE, RESUME_SEND);
}
function generator_throw(args: Args, n: i32): Value {
  const e = thrown(args, n);
  return e == RAISED ? RAISED : resumeSet(args.at(0), e, RESUME_THROW);
}
function generator_close(args: Args, n: i32): Value {
  const g = changetype<GeneratorObject>(<usize>args.at(0));
  if (g.state == GENERATOR_DONE) return NONE;
  if (g.state == GENERATOR_NEW) { generatorFinish(g); return NONE; }
  const e = exceptionNew(GeneratorExit, emptyTuple());
  return e == RAISED ? RAISED : resumeSet(args.at(0), e, RESUME_CLOSE);
}
/** Ends a generator: its frame refers to nothing any more. */
export function generatorFinish(g: GeneratorObject): void {
  g.state = GENERATOR_DONE;
  g.delegate = NOTHING;
  g.handled = NOTHING;
  clearWords(changetype<usize>(g) + GENERATOR_REGISTERS,
    changetype<RegisterCode>(g.code).frameSize);
}
function self_(v: Value): Value { return v; }
function selfArg(args: Args, n: i32): Value { return args.at(0); }

function generatorRepr(v: Value, out: Text): bool {
  const g = changetype<GeneratorObject>(<usize>v);
  const code = changetype<CodeObject>(changetype<RegisterCode>(g.code).code);
  return out.format("<%t object %s at 0x%p>",
    v, code.qualifiedName != NOTHING ? code.qualifiedName : code.name, v);
}
function generator_running(v: Value): Value {
  return boolValue(changetype<GeneratorObject>(<usize>v).state == GENERATOR_RUNNING);
}
function generator_name(v: Value): Value {
  return changetype<CodeObject>(
    changetype<RegisterCode>(changetype<GeneratorObject>(<usize>v).code).code).name;
}
function generator_qualname(v: Value): Value {
  const c =
    changetype<CodeObject>(
      changetype<RegisterCode>(changetype<GeneratorObject>(<usize>v).code).code);
  return c.qualifiedName != NOTHING ? c.qualifiedName : c.name;
}
function generator_code(v: Value): Value {
  return <u64>changetype<RegisterCode>(changetype<GeneratorObject>(<usize>v).code).code;
}
function generator_delegate(v: Value): Value {
  const d = changetype<GeneratorObject>(<usize>v).delegate;
  return d == NOTHING ? NONE : d;
}
/** pend_throw(exception): MicroPython's; raised when the generator is next resumed. */
function generator_pendThrow(args: Args, n: i32): Value {
  const g = changetype<GeneratorObject>(<usize>args.at(0));
  const old = g.pending;
  const e = args.at(1) == NONE ? NOTHING : thrown(args, 2);
  if (e == RAISED && raised()) return RAISED;
  g.pending = e;
  return old == NOTHING ? NONE : old;
}

function common(t: TypeBuilder, prefix: i32): void {
  t.flag(TYPE_FINAL);
  t.type().repr = generatorRepr.index;
  t.attribute("__name__", generator_name);
  t.attribute("__qualname__", generator_qualname);
  if (prefix == 0) {
    t.attribute("gi_running", generator_running);
    t.attribute("gi_code", generator_code);
    t.attribute("gi_yieldfrom", generator_delegate);
  } else if (prefix == 1) {
    t.attribute("cr_running", generator_running);
    t.attribute("cr_code", generator_code);
    t.attribute("cr_await", generator_delegate);
  } else {
    t.attribute("ag_running", generator_running);
    t.attribute("ag_code", generator_code);
  }
  if (prefix < 2) {
    t.method("send", generator_send, 1, 1);
    t.method("throw", generator_throw, 1, 3);
    t.method("close", generator_close, 0, 0);
    t.method("pend_throw", generator_pendThrow, 1, 1);
  }
}

// ---- asynchronous generators ----

@unmanaged export class AsyncStep extends Header {
  generator: Value;
  /** What is sent or thrown at the first step. */
  value: Value;
  mode: u32;
  /** 0: not yet begun, 1: begun, 2: over. */
  state: u32;
}
function asyncStepNew(generator: Value, value: Value, mode: i32): Value {
  const s = changetype<AsyncStep>(objectNew(ASYNC_STEP_TYPE, offsetof<AsyncStep>()));
  if (changetype<usize>(s) == 0) return RAISED;
  s.generator = generator;
  s.value = value;
  s.mode = mode;
  s.state = 0;
  return <u64>changetype<usize>(s);
}
function asyncStepMark(address: usize): void {
  markValue(changetype<AsyncStep>(address).generator);
  markValue(changetype<AsyncStep>(address).value);
}
function agen_anext(args: Args, n: i32): Value {
  return asyncStepNew(args.at(0), NONE, RESUME_SEND);
}
function agen_asend(args: Args, n: i32): Value {
  return asyncStepNew(args.at(0), args.at(1), RESUME_SEND);
}
function agen_athrow(args: Args, n: i32): Value {
  const e = thrown(args, n);
  return e == RAISED ? RAISED : asyncStepNew(args.at(0), e, RESUME_THROW);
}
function agen_aclose(args: Args, n: i32): Value {
  const e = exceptionNew(GeneratorExit, emptyTuple());
  return e == RAISED ? RAISED : asyncStepNew(args.at(0), e, RESUME_CLOSE);
}
/** What resuming the step's generator is given: sets resume*. RESUME, or RAISED with an exception
 *  pending. */
export function asyncStepResume(v: Value, sent: Value, mode: i32): Value {
  const s = changetype<AsyncStep>(<usize>v);
  if (s.state == 2) return raise(RuntimeError, "cannot reuse already awaited __anext__()/asend()");
  if (s.state == 0) {
    s.state = 1;
    if (mode == RESUME_THROW) { s.state = 2; return raiseValue(sent); }
    return resumeSet(v, s.value, s.mode);
  }
  return resumeSet(v, sent, mode);
}
function step_send(args: Args, n: i32): Value {
  return asyncStepResume(args.at(0), args.at(1), RESUME_SEND);
}
function step_next(args: Args, n: i32): Value {
  return asyncStepResume(args.at(0), NONE, RESUME_SEND);
}
function step_throw(args: Args, n: i32): Value {
  const e = thrown(args, n);
  return e == RAISED ? RAISED : asyncStepResume(args.at(0), e, RESUME_THROW);
}
function step_close(args: Args, n: i32): Value {
  changetype<AsyncStep>(<usize>args.at(0)).state = 2;
  return NONE;
}

/** nextSlot: what the `next` slot of generators does (a nested run): vm/calls.ts. */
export function generatorInstall(nextSlot: (v: Value) => Value): void {
  const g = typeBegin(GENERATOR_TYPE, "generator", OBJECT_TYPE, generatorMark);
  common(g, 0);
  g.type().iter = self_.index;
  g.type().next = nextSlot.index;
  g.type().runsPython = RUNS_PYTHON_ALWAYS;
  g.method("__next__", generator_next, 0, 0);
  g.method("__iter__", selfArg, 0, 0);
  const c = typeBegin(COROUTINE_TYPE, "coroutine", OBJECT_TYPE, generatorMark);
  common(c, 1);
  c.method("__await__", selfArg, 0, 0);
  c.method("__next__", generator_next, 0, 0);
  c.type().next = nextSlot.index;
  c.type().runsPython = RUNS_PYTHON_ALWAYS;
  const a = typeBegin(ASYNC_GENERATOR_TYPE, "async_generator", OBJECT_TYPE, generatorMark);
  common(a, 2);
  a.method("__aiter__", selfArg, 0, 0);
  a.method("__anext__", agen_anext, 0, 0);
  a.method("asend", agen_asend, 1, 1);
  a.method("athrow", agen_athrow, 1, 3);
  a.method("aclose", agen_aclose, 0, 0);
  const s = typeBegin(ASYNC_STEP_TYPE, "async_generator_asend", OBJECT_TYPE, asyncStepMark);
  s.flag(TYPE_FINAL);
  s.type().iter = self_.index;
  s.type().next = nextSlot.index;
  s.method("__await__", selfArg, 0, 0);
  s.method("__iter__", selfArg, 0, 0);
  s.method("__next__", step_next, 0, 0);
  s.method("send", step_send, 1, 1);
  s.method("throw", step_throw, 1, 3);
  s.method("close", step_close, 0, 0);
}
