// Builtin functions on iterators: iter next aiter anext. Those on whole iterables:
// objects/aggregates.ts.
import { Value, RAISED, NOTHING, END } from "../core/value";
import { typeOf } from "../heap/header";
import { NONE } from "../objects/singletons";
import { Args } from "../objects/args";
import { raise, raiseArgs, catchPending, raiseWith, TypeError,
  StopIteration } from "../objects/errors";
import { emptyTuple } from "../objects/tuple";
import { TypeObject } from "../objects/type";
import { NONE } from "../objects/singletons";
import { getIter, iterStep } from "../objects/protocol";
import { tailCall, tailArg } from "../objects/hooks";
import { toHelper } from "../objects/frozen";
import { callableIterNew, runsPython } from "../objects/iterators";
import { isCallable } from "../objects/type_object";
import { nextMethod } from "../objects/instance_methods";
import { callSpecial, specialMethod } from "../objects/instance";
import { getAttr } from "../objects/attributes";
import { isGenerator, resumeSet, RESUME_SEND } from "../vm/generator";
import { ModuleBuilder } from "../objects/module_list";
import { S___next__, S___aiter__, S___anext__ } from "../objects/names";

/** iter(iterable), iter(callable, sentinel). */
function builtin_iter(args: Args, n: i32): Value {
  if (n == 1) return getIter(args.at(0));
  if (!isCallable(args.at(0))) return raise(TypeError, "iter(v, w): v must be callable");
  return callableIterNew(args.at(0), args.at(1));
}
/** next(iterator[, default]). */
function builtin_next(args: Args, n: i32): Value {
  const it = args.at(0), type = changetype<TypeObject>(typeOf(it));
  if (type.next == 0) return raiseWith(TypeError, "'%t' object is not an iterator", it);
  if (n == 1 && isGenerator(it)) return resumeSet(it, NONE, RESUME_SEND);
  // generators and iterators written in Python are advanced by the interpreter
  if (runsPython(it)) {
    const f = nextMethod(it);
    if (n == 1 && f != NOTHING) {
      tailArg(0, it);
      return tailCall(f, 1);
    }
    const step = getAttr(it, <u64>S___next__);
    if (step == RAISED) return RAISED;
    return n == 1 ? tailCall(step, 0) : toHelper("_next_or", step, args.at(1));
  }
  const v = iterStep(it);
  if (n == 1) return v == END ? raiseArgs(StopIteration, emptyTuple()) : v;
  return v == END || (v == RAISED && catchPending(StopIteration)) ? args.at(1) : v;
}
/** aiter(async iterable). */
function builtin_aiter(args: Args, n: i32): Value {
  const f = specialMethod(args.at(0), S___aiter__);
  if (f == NOTHING || f == NONE)
    return raiseWith(TypeError, "'%t' object is not an async iterable", args.at(0));
  const it = callSpecial(f, args.at(0), 0, NOTHING, NOTHING);
  if (it == RAISED || specialMethod(it, S___anext__) != NOTHING) return it;
  return raiseWith(TypeError, "aiter() returned not an async iterator of type '%t'", it);
}
/** anext(async iterator[, default]): an awaitable. */
function builtin_anext(args: Args, n: i32): Value {
  const f = specialMethod(args.at(0), S___anext__);
  if (f == NOTHING || f == NONE)
    return raiseWith(TypeError, "'%t' object is not an async iterator", args.at(0));
  const step = callSpecial(f, args.at(0), 0, NOTHING, NOTHING);
  if (step == RAISED || n == 1) return step;
  return toHelper("_anext_or", step, args.at(1));
}

export function iterationInstall(m: ModuleBuilder): void {
  m.fn("iter", builtin_iter, 1, 2);
  m.fn("next", builtin_next, 1, 2);
  m.fn("aiter", builtin_aiter, 1, 1);
  m.fn("anext", builtin_anext, 1, 2);
}
