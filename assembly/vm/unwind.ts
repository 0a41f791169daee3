// Unwinding: from a pending exception to the handler that takes it, frame by frame.
import { Value, RAISED, NOTHING, END } from "../core/value";
import { isExactly, typeOf } from "../heap/header";
import { EVENTS, BUDGET, eventsPending, EVENT_STOP } from "../heap/events";
import { rootsMark, keep, release } from "../heap/roots";
import { takePending, pendingException, raiseValue, raise, raised, raiseFormat, exceptionPart,
  isSubtype, exceptionNew, ExceptionObject,
  StopIteration, StopAsyncIteration, GeneratorExit, RuntimeError,
  AttributeError } from "../objects/errors";
import { tupleOf1 } from "../objects/tuple";
import { NONE } from "../objects/singletons";
import { strLiteral, internStr } from "../objects/str";
import { modulesDict } from "../objects/module";
import { TableObject, tableDelete } from "../objects/table";
import { FunctionObject } from "../objects/function";
import { typeLookup } from "../objects/attributes";
import { TupleObject } from "../objects/tuple";
import { RegisterCode, HANDLER_ROW, HANDLER_BEGIN, HANDLER_END, HANDLER_TARGET, HANDLER_REGISTER,
  HANDLER_KEEP,
  lineOf } from "./register_code";
import { Frame, FRAME, ci, setCi, frame, K_ROOT, K_FOR, K_IMPORT, WATCHED } from "./frames";
import { NESTED, callObject } from "./calls";
import { setNestedResult } from "./interpreter";
import { deliverEnd, stopValue, generatorKind, RELOAD } from "./resume";
import { literalOf } from "../objects/text";
import { CodeObject, CODE_FROZEN } from "../bytecode/code";
import { addTraceback } from "./traceback";
import { watchedLeft } from "./debug";
import { GeneratorObject, generatorFinish, AsyncStep, ASYNC_STEP_TYPE, GENERATOR_TYPE,
  RESUME_CLOSE } from "./generator";

/** Sets the context of an exception newly raised while `handled` is being handled. */
function setContext(exception: Value, handled: Value): void {
  if (handled == NOTHING || handled == exception) return;
  const e = exceptionPart(exception);
  if (changetype<usize>(e) == 0 || e.context != NOTHING) return;
  // No cycles: if the new exception is among the contexts of the handled one, that link is cut.
  let at = handled;
  for (let i = 0; i < 1000 && at != NOTHING; i++) {
    const part = exceptionPart(at);
    if (changetype<usize>(part) == 0) break;
    if (part.context == exception) { part.context = NOTHING; break; }
    at = part.context;
  }
  e.context = handled;
}

/** Finds the handler of the pending exception, leaving frames that have none. The running frame's
 *  pc is behind the instruction that raised. fresh: newly raised there (else raised again: no new
 *  traceback entry for this frame). True: the running frame goes on at its pc. False: a nested run,
 *  or the program, ends with it pending. */
export function unwind(fresh: bool): bool {
  let exception = pendingException();
  if (fresh) setContext(exception, frame().handled);
  while (true) {
    const f = frame();
    if (f.code != 0) {
      const r = changetype<RegisterCode>(f.code);
      const at = <u32>((f.pc - r.instructions) >> 3) - 1;
      if (fresh && !isFrozen(f)) addTraceback(exception, r.code, lineOf(r, at));
      for (let i = stopping() ? 0 : r.handlerCount; i != 0; i--) {
        const row = r.handlers + <usize>(i - 1) * HANDLER_ROW;
        if (at < load<u32>(row, HANDLER_BEGIN) || at >= load<u32>(row, HANDLER_END)) continue;
        takePending();
        store<u64>(f.fp + (<usize>load<u32>(row, HANDLER_REGISTER) << 3), exception);
        store<u64>(f.fp + (<usize>load<u32>(row, HANDLER_KEEP) << 3), exception);
        f.handled = exception;
        const target = load<u32>(row, HANDLER_TARGET);
        // Only in damaged .mpy files: a jump back, which counts, so that no loop is without end.
        if (target <= at) store<i32>(EVENTS, load<i32>(EVENTS, BUDGET) - 1, BUDGET);
        f.pc = r.instructions + (<usize>target << 3);
        return true;
      }
    }
    if (f.kind & WATCHED) { f.kind &= ~WATCHED; watchedLeft(false, 0); }
    if (f.kind == K_ROOT) {
      if (f.generator != 0) generatorFinish(changetype<GeneratorObject>(f.generator));
      setNestedResult(RAISED);
      return false;
    }
    fresh = true;
    const kind = f.kind;
    setCi(ci - FRAME);
    if (f.generator != 0) {
      const g = changetype<GeneratorObject>(f.generator);
      generatorFinish(g);
      const type = typeOf(exception);
      const step = isExactly(f.extra, ASYNC_STEP_TYPE), stop = isSubtype(type, StopIteration);
      // What is written as a generator in frozen code is none in CPython: there StopIteration
      // passes.
      let ends = stop && f.extra != END && isExactly(<u64>f.generator, GENERATOR_TYPE)
        && isFrozen(f);
      if (step) {
        const s = changetype<AsyncStep>(<usize>f.extra);
        s.state = 2;
        ends = s.mode == <u32>RESUME_CLOSE && isSubtype(type, GeneratorExit);
      }
      if (ends) {
        takePending();
        if (deliverEnd(kind, step ? NONE : stopValue(exception)) != RELOAD) return false;
        if (!raised()) return true;
        exception = pendingException();
        continue;
      }
      if (f.extra == END && isSubtype(type, GeneratorExit)) {
        takePending();
        if (kind & NESTED) { setNestedResult(NONE); return false; }
        const caller = frame();
        store<u64>(caller.fp + (<usize>(load<u64>(caller.pc - 8) >> 45) & 0x7fff8), NONE);
        return true;
      }
      if (stop || (step && isSubtype(type, StopAsyncIteration))) {
        exception = replaceStop(exception, g, stop);
      }
    } else if ((kind & 0xff) == K_FOR && isSubtype(typeOf(exception), StopIteration)
        && !(kind & NESTED)) {
      takePending();
      const caller = frame();
      caller.pc += <usize>((<i32>(<i64>load<u64>(caller.pc - 8) >> 48)) << 3);
      return true;
    } else if ((kind & 0xff) == K_IMPORT) {
      forgetModule(f.extra);
    }
    if (kind & NESTED) { setNestedResult(RAISED); return false; }
  }
}
function isFrozen(f: Frame): bool {
  return (changetype<CodeObject>(changetype<RegisterCode>(f.code).code).codeFlags & CODE_FROZEN)
    != 0;
}
/** The host ends the program: no handler of it counts. */
function stopping(): bool { return (eventsPending() & EVENT_STOP) != 0; }
/** StopIteration may not leave a generator: RuntimeError takes its place. */
export function replaceStop(exception: Value, g: GeneratorObject, stop: bool): Value {
  takePending();
  raiseFormat(RuntimeError, "%l raised %l", generatorKind(g),
    literalOf(stop ? "StopIteration" : "StopAsyncIteration"));
  const fresh = pendingException();
  const e = exceptionPart(fresh);
  e.cause = exception;
  e.context = exception;
  e.suppress = 1;
  return fresh;
}
/** A module whose body raised, or could not be run, is taken out of sys.modules. An exception is
 *  pending. */
export function forgetModule(name: Value): void {
  if (name == NOTHING) return;
  const pending = takePending();
  tableDelete(changetype<TableObject>(<usize>modulesDict), name);
  takePending();
  raiseValue(pending);
}
