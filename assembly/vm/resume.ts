// Resuming generators, and what becomes of a frame's result (deliver): the continuations of the
// interpreter.
import { replaceStop } from "./unwind";
import { Value, RAISED, NOTHING, END } from "../core/value";
import { isExactly, typeOf } from "../heap/header";
import { rootsMark, keep, release } from "../heap/roots";
import {
  raise, raiseValue, raised, takePending, pendingException, isSubtype, exceptionNew, TypeError,
  ValueError, RuntimeError, StopIteration, StopAsyncIteration, GeneratorExit, RecursionError,
  exceptionPart, raiseWith, raiseFormat,
} from "../objects/errors";
import { literalOf } from "../objects/text";
import { emptyTuple, tupleOf1, TupleObject } from "../objects/tuple";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons";
import { typeObjectOf } from "../objects/type";
import { truth } from "../objects/protocol";
import { getAttrOptional } from "../objects/attributes";
import { call0, call1 } from "../objects/hooks";
import { internLiteral } from "../objects/str";
import { S_throw } from "../objects/names";
import { Op } from "./ops";
import { OP_MASK } from "./register_code";
import { again, callLine, watchedLeft, moveWatch } from "./debug";
import {
  Frame, FRAME, ci, setCi, frame, recordLimit, K_CALL, K_A, K_DROP, K_INIT, K_ROOT, K_OPERATOR,
  K_JUMP, K_FOR, K_YIELD_FROM, K_EXIT, K_IMPORT, K_THEN, K_ITER, K_METHOD, WATCHED,
} from "./frames";
import { GeneratorObject, GENERATOR_REGISTERS, GENERATOR_NEW, GENERATOR_SUSPENDED,
  GENERATOR_RUNNING,
  GENERATOR_DONE, generatorFinish, isGenerator, AsyncStep, ASYNC_STEP_TYPE, GENERATOR_TYPE,
  COROUTINE_TYPE,
  RESUME, RESUME_SEND, RESUME_THROW, RESUME_CLOSE } from "./generator";
import { PUSHED, NESTED, FUNCTION_BODY } from "./calls";
import { operatorRest, compareRest } from "./operators";
import { setNestedResult } from "./interpreter";
import { setExitStatus, STATUS_YIELDED } from "./safepoint";
import { FunctionObject } from "../objects/function";

/** deliver's answers, as results of an instruction. */
/** Go on with the frame that is now the running one; if an exception is pending, raise it there. */
export const RELOAD: Value = 0x4c;
/** The nested run, or the program, is over: interpreter.ts, nestedResult. */
export const EXIT: Value = 0x54;
/** The debugger stops the program here: the run is given up. */
export const BREAK: Value = 0x7c;

/** Resumes generator, coroutine or asynchronous step `v`. PUSHED: its frame runs (if an exception
 *  is pending, it is raised inside). A Value or RAISED: nothing was pushed (StopIteration,
 *  ValueError ...). */
export function resume(v: Value, value: Value, mode: i32, kind: u32): Value {
  let g: GeneratorObject;
  const step = isExactly(v, ASYNC_STEP_TYPE);
  if (step) {
    const s = changetype<AsyncStep>(<usize>v);
    if (s.state == 2)
      return raise(RuntimeError, "cannot reuse already awaited asynchronous generator step");
    if (s.state == 0) {
      if (mode == RESUME_THROW) { s.state = 2; return raiseValue(value); }
      s.state = 1;
      value = s.value;
      mode = s.mode;
    }
    g = changetype<GeneratorObject>(<usize>s.generator);
  } else {
    g = changetype<GeneratorObject>(<usize>v);
  }
  if (g.state == GENERATOR_RUNNING) {
    return raise(ValueError, step ? "asynchronous generator already running"
      : "generator already executing");
  }
  const unstarted = g.state == GENERATOR_NEW;
  if (unstarted) {
    if (mode == RESUME_SEND) {
      if (value != NONE)
        return raiseFormat(TypeError, "can't send non-None value to a just-started %l",
          generatorKind(g));
    } else {
      generatorFinish(g);
    }
  }
  if (g.state == GENERATOR_DONE) {
    if (isExactly(v, COROUTINE_TYPE) && mode != RESUME_CLOSE && !unstarted)
      return raise(RuntimeError, "cannot reuse already awaited coroutine");
    if (mode == RESUME_SEND) {
      if (step) changetype<AsyncStep>(<usize>v).state = 2;
      return stop(step ? StopAsyncIteration : StopIteration);
    }
    if (mode == RESUME_CLOSE || (step && !unstarted)) return step ? stop(StopIteration) : NONE;
    if (unstarted && isSubtype(typeOf(value), StopIteration)) {
      raiseValue(value);
      replaceStop(value, g, true);
      return RAISED;
    }
    return raiseValue(value);
  }
  if (ci + FRAME > recordLimit) return raise(RecursionError, "maximum recursion depth exceeded");
  const caller = frame(), at = ci + FRAME;
  const c = changetype<Frame>(at);
  c.pc = g.pc;
  c.fp = changetype<usize>(g) + GENERATOR_REGISTERS;
  c.code = g.code;
  c.kind = kind;
  c.function = g.function;
  c.globals = g.globals;
  const f = changetype<FunctionObject>(g.function);
  c.locals = f.flags & FUNCTION_BODY ? f.dict : 0;
  c.generator = changetype<usize>(g);
  c.handled = g.handled != NOTHING ? g.handled : caller.handled;
  c.extra = step ? v : mode == RESUME_CLOSE ? END : NOTHING;
  c.top = caller.top;
  c.finisher = 0;
  setCi(at);
  const first = g.state == GENERATOR_NEW;
  g.state = GENERATOR_RUNNING;
  if (g.pending != NOTHING) {
    value = g.pending;
    g.pending = NOTHING;
    mode = RESUME_THROW;
  }
  if (mode == RESUME_SEND) {
    if (!first) store<u64>(c.fp + g.sendOffset, value);
    return PUSHED;
  }
  // The saved pc of a delegating frame is its YieldFrom; of others, the instruction after their
  // Yield.
  if (<i32>load<u8>(c.pc) == Op.YieldFrom && g.delegate != NOTHING)
    return throwInto(g.delegate, value, mode);
  raiseValue(value);
  return PUSHED;
}
function stop(type: usize): Value {
  const e = exceptionNew(type, emptyTuple());
  return e == RAISED ? RAISED : raiseValue(e);
}
/** An exception is thrown into the running frame, which delegates to `inner`: inner gets it
 *  first. */
function throwInto(inner: Value, value: Value, mode: i32): Value {
  const base = rootsMark();
  keep(value);
  keep(inner);
  if (mode == RESUME_CLOSE || isSubtype(typeOf(value), GeneratorExit)) {
    // The inner one is closed, then this frame gets the exception.
    const close = getAttrOptional(inner, internLiteral("close"));
    if (close != NOTHING) call0(close);
    release(base);
    if (!raised()) raiseValue(value);
    return PUSHED;
  }
  if (isGenerator(inner) || isExactly(inner, ASYNC_STEP_TYPE)) {
    release(base);
    // Its own frame goes on top of this one; the answer comes to this frame's YieldFrom. If it has
    // none, its exception is pending: raised in this frame.
    frame().pc += 8;
    resume(inner, value, mode, K_YIELD_FROM);
    return PUSHED;
  }
  const thrower = getAttrOptional(inner, <u64>S_throw);
  if (thrower == NOTHING) {
    release(base);
    if (!raised()) raiseValue(value);
    return PUSHED;
  }
  keep(thrower);
  const r = call1(thrower, value);
  release(base);
  const f = frame();
  const w = load<u64>(f.pc);
  f.pc += 8;
  if (r == RAISED) {
    if (!isSubtype(typeOf(pendingException()), StopIteration)) return PUSHED;
    store<u64>(f.fp + (<usize>(w >> 29) & 0x7fff8), stopValue(takePending()));
    return PUSHED;
  }
  // It yielded: this frame yields the same; resume() was to push, so yield from here.
  const left = suspend(w, r, f.fp, true);
  return left == BREAK ? RELOAD : left;
}
/** The value of a StopIteration. */
export function stopValue(e: Value): Value {
  const part = exceptionPart(e);
  if (changetype<usize>(part) == 0) return NONE;
  const args = changetype<TupleObject>(<usize>part.args);
  return args.length == 0 ? NONE : args.at(0);
}

/** The running frame, a generator's, yields `value` at instruction `w` (Yield or YieldFrom;
 *  `delegating`: the latter), its pc being behind it. */
export function suspend(w: u64, value: Value, fp: usize, delegating: bool): Value {
  while (true) {
    const f = frame();
    const g = changetype<GeneratorObject>(f.generator);
    g.pc = delegating ? f.pc - 8 : f.pc;
    g.sendOffset = <u32>(w >> 13) & 0x7fff8;
    g.state = GENERATOR_SUSPENDED;
    g.delegate = delegating ? load<u64>(f.fp + (<usize>(w >> 29) & 0x7fff8)) : NOTHING;
    const watched = (f.kind & WATCHED) != 0;
    if (watched) f.kind &= ~WATCHED;
    const kind = f.kind, extra = f.extra;
    setCi(ci - FRAME);
    const caller = frame();
    const line = watched ? callLine(caller) : 0;
    g.handled = f.handled != caller.handled ? f.handled : NOTHING;
    // An asynchronous generator's own yield ends the step that resumed it.
    if (!delegating && (w >> 32 & 1) != 0 && isExactly(extra, ASYNC_STEP_TYPE)) {
      changetype<AsyncStep>(<usize>extra).state = 2;
      if (changetype<AsyncStep>(<usize>extra).mode == <u32>RESUME_CLOSE)
        return ignoredExit(g, kind);
      const answer = deliverEnd(kind, value);
      return watched ? leaveWatched(answer, line) : answer;
    }
    if (extra == END) return ignoredExit(g, kind);
    let answer = EXIT;
    if (kind & NESTED) {
      setNestedResult(value);
    } else if (kind == K_ROOT) {
      setExitStatus(STATUS_YIELDED);
    } else {
      const word = load<u64>(caller.pc - 8);
      if (kind == K_YIELD_FROM) {
        // What it delegates for yields at once: that is the frame that is left then.
        if (watched) { caller.kind |= WATCHED; moveWatch(); }
        w = word;
        delegating = true;
        continue;
      }
      // else K_SEND
      store<u64>(caller.fp + (<usize>(word >> (kind == K_FOR ? 29 : 45)) & 0x7fff8), value);
      answer = RELOAD;
    }
    return watched ? leaveWatched(answer, line) : answer;
  }
}
/** A generator that was to end has yielded. */
function ignoredExit(g: GeneratorObject, kind: u32): Value {
  raiseFormat(RuntimeError, "%l ignored GeneratorExit", generatorKind(g));
  return nestedError(kind);
}
/** What a generator is called in messages: a literal for raiseFormat. */
export function generatorKind(g: GeneratorObject): u64 {
  return literalOf(g.klass == GENERATOR_TYPE ? "generator" : g.klass == COROUTINE_TYPE ? "coroutine"
    : "async generator");
}
/** A frame that the debugger watches was left, with this answer; its caller's call stood on
 *  `line`. */
function leaveWatched(answer: Value, line: u32): Value {
  return watchedLeft(answer == RELOAD && !raised(), line) ? BREAK : answer;
}
/** An exception is pending for whoever waits for a frame of this kind. */
function nestedError(kind: u32): Value {
  if (kind & NESTED) { setNestedResult(RAISED); return EXIT; }
  return RELOAD;
}
/** A step or generator is over with `value` as result, for a resumer of this kind (its frame runs
 *  again). */
export function deliverEnd(kind: u32, value: Value): Value {
  if (kind == K_ROOT) { setNestedResult(value); return EXIT; }
  const caller = frame();
  const word = caller.pc == 0 ? 0 : load<u64>(caller.pc - 8);   // 0: the host has called
  switch (kind & 0xff) {
    case K_FOR:
      if (kind & NESTED) break;
      jump(caller, word);
      return RELOAD;
    case K_YIELD_FROM:
      store<u64>(caller.fp + (<usize>(word >> 29) & 0x7fff8), value);
      if (caller.generator) changetype<GeneratorObject>(caller.generator).delegate = NOTHING;
      return RELOAD;
    default:
  }
  const args = value == NONE ? emptyTuple() : tupleOf1(value);
  const e = args == RAISED ? RAISED : exceptionNew(StopIteration, args);
  if (e != RAISED) raiseValue(e);
  return nestedError(kind);
}
/** Takes the jump of a conditional instruction. */
function jump(f: Frame, word: u64): void { f.pc += <usize>((<i32>(<i64>word >> 48)) << 3); }

/** A frame other than a plain call's returned `value`; it has been left, its caller is the running
 *  frame. `left`: the record that was left. */
export function deliver(left: Frame, value: Value): Value {
  if (left.kind & WATCHED) {
    left.kind &= ~WATCHED;
    const line = callLine(frame());
    return leaveWatched(deliver(left, value), line);
  }
  let kind = left.kind;
  if (left.generator != 0) {
    const g = changetype<GeneratorObject>(left.generator);
    generatorFinish(g);
    const extra = left.extra;
    if (isExactly(extra, ASYNC_STEP_TYPE)) {
      const s = changetype<AsyncStep>(<usize>extra);
      s.state = 2;
      if (s.mode == <u32>RESUME_CLOSE) return deliverEnd(kind, NONE);
      stop(StopAsyncIteration);
      return nestedError(kind);
    }
    if (extra != END) return deliverEnd(kind, value);
    // close(): a return is as good as GeneratorExit
    value = NONE;
  }
  const caller = frame();
  const word = caller.pc == 0 ? 0 : load<u64>(caller.pc - 8);
  switch (kind & 0xff) {
    case K_INIT:
      if (value != NONE) {
        raiseWith(TypeError, "__init__() should return None, not '%t'", value);
        return nestedError(kind);
      }
      value = left.extra;
      break;
    case K_THEN: {
      const base = keep(value), finisher = left.finisher;
      keep(left.extra);
      kind = finisher >> 16;
      value = call_indirect<Value>(finisher & 0xffff, left.extra, value);
      release(base);
      if (value == RAISED) return nestedError(kind);
      break;
    }
    default:
  }
  if (kind & NESTED || kind == K_ROOT) { setNestedResult(value); return EXIT; }
  // Where in the instruction the number of the result's register stands, in bits.
  let place: u64 = 13;
  switch (kind) {
    case K_A: break;
    case K_DROP: return RELOAD;
    case K_METHOD:
      store<u64>(caller.fp + (<usize>(word >> 13) & 0x7fff8), NOTHING, 8);
      break;
    case K_FOR: place = 29; break;
    case K_OPERATOR:
      if (value == NOT_IMPLEMENTED) {
        value = operatorRest(caller, word, <i32>left.extra);
        if (value == RAISED) return RELOAD;
      }
      break;
    case K_JUMP: {
      let t: i32;
      if (value == NOT_IMPLEMENTED) t = compareRest(caller, word);
      else t = truth(value);
      if (t < 0) return RELOAD;
      if ((t != 0) == jumpSense(<i32>(<u32>word & OP_MASK))) jump(caller, word);
      return RELOAD;
    }
    case K_ITER:
      if (typeObjectOf(value).next == 0) {
        raiseWith(TypeError, <i32>(<u32>word & OP_MASK) == Op.GetAwaitable
          ? "__await__() returned non-iterator of type '%t'"
          : "iter() returned non-iterator of type '%t'", value);
        return RELOAD;
      }
      break;
    case K_EXIT: {
      const x = load<u64>(caller.fp + (<usize>(word >> 13) & 0x7fff8), 16);
      const t = exceptionPart(x) ? truth(value) : 0;
      if (t < 0) return RELOAD;
      value = t ? NONE : x;
      break;
    }
    case K_IMPORT:
      caller.pc -= 8;
      again(caller.pc);
      return RELOAD;
    default: place = 45;                                  // K_CALL, K_INIT
  }
  store<u64>(caller.fp + (<usize>(word >> place) & 0x7fff8), value);
  return RELOAD;
}
/** The truth on which a conditional jump jumps. */
export function jumpSense(op: i32): bool {
  const compared = <u32>(op - Op.JumpLt);
  return compared < 24 ? compared % 12 < 6 : op == Op.JumpIn || op == Op.JumpTrue;
}
