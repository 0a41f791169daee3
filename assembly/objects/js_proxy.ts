// JsProxy, JsFunction, JsMethod: the types of JavaScript objects in Python. Their slots ask the
// host.
//
// Attributes are the object's properties; where it has none of a name, what the type itself offers
// counts: to_py(), new(), typeof. Names with two underscores at both ends are Python's own and
// never asked of the object. A function that is an attribute remembers its object (JsMethod): that
// is its `this` when called. Items are elements of arrays, values of maps, properties of other
// objects. docs/embedding.md has the whole list.
import { Value, RAISED, NOTHING, END, NOT_HANDLED, smallInt } from "../core/value";
import { Header, TYPE_BYTES, isExactly, typeOf } from "../heap/header";
import { addRootMarker, markValue } from "../heap/collector";
import { rootsMark, keep, release } from "../heap/roots";
import { flushOut,
  FFI_DONE, FFI_CLASS, FFI_RAISED, FFI_MISSING, FFI_PENDING, ffiCall, ffiConstruct, ffiGet, ffiSet,
  ffiGetItem,
  ffiSetItem, ffiAsk, ffiNext, ffiPerform, FFI_ASK_STR, FFI_ASK_REPR, FFI_ASK_TRUTH, FFI_ASK_LENGTH,
  FFI_ASK_ITER,
  FFI_ASK_NAMES, FFI_ASK_TOKEN, FFI_ASK_ASYNC_ITER, FFI_ASK_ENTER, FFI_DO_CONTAINS, FFI_DO_EXIT,
  FFI_DO_ANSWER,
  FFI_DO_TO_PYTHON, FFI_DO_ASYNC_NEXT, FFI_DO_TYPEOF, FFI_DO_ASYNC_EXIT, FFI_DO_BYTES, FFI_DO_DROP,
} from "../host";
import { Args } from "./args";
import {
  raise, raiseArg, Exception, AttributeError, TypeError, KeyError, RuntimeError, exceptionMark,
  raiseWith,
} from "./errors";
import { Text } from "./text";
import { StrObject, internLiteral } from "./str";
import { OBJECT_TYPE, TYPE_FINAL, CMP_EQ, CMP_NE, TYPE_EXCEPTION } from "./type";
import { typeBegin, NO_MARK } from "./builder";
import { modulesDict } from "./module";
import { NONE, TRUE, boolValue } from "./singletons";
import { GetSet, GETSET_TYPE, NATIVE_TYPE, boundNativeNew, nativeNew } from "./native";
import { SLOT_WRAPPER_TYPE } from "./slot_wrappers";
import { typeFindWord } from "./type_lookup";
import { RUNS_PYTHON_ALWAYS } from "./iterators";
import { waitHost, maySuspend } from "./hooks";
import {
  JsObject, JS_PROXY_TYPE, JS_FUNCTION_TYPE, JS_METHOD_TYPE, JS_EXCEPTION, jsObjectMark,
  jsMethodMark,
  isJsObject, jsMethod, takeFfiResult, raiseFfi,
} from "./js_objects";
import { toHelper } from "./frozen";

@inline function object(v: Value): JsObject { return changetype<JsObject>(<usize>v); }
@inline function index(v: Value): u32 { return changetype<JsObject>(<usize>v).index; }

/** The result that goes with a status. */
function result(status: i32): Value { return status == FFI_RAISED ? raiseFfi() : takeFfiResult(); }
/** Does an action with the values at `args`. */
function perform(what: i32, args: Args, n: i32): Value {
  return result(ffiPerform(what, changetype<usize>(args), n));
}

// ---- attributes ----

/** __xxx__: never asked of the object. */
function isOwn(s: StrObject): bool {
  const n = s.lengthBytes;
  return n > 4 && load<u16>(s.data) == 0x5f5f && load<u16>(s.data + n - 2) == 0x5f5f;
}
function js_getattr(v: Value, name: Value): Value {
  const s = changetype<StrObject>(<usize>name);
  if (!isOwn(s)) {
    const base = rootsMark();
    keep(v); keep(name);
    const status = ffiGet(index(v), s.data, s.lengthBytes);
    release(base);
    if (status == FFI_RAISED) return raiseFfi();
    if (status == FFI_CLASS) return takeFfiResult();
    if (status == FFI_DONE) {
      const found = takeFfiResult();
      return isExactly(found, JS_FUNCTION_TYPE) ? jsMethod(object(found), <usize>v) : found;
    }
  }
  return typeAttribute(v, name);
}
/** What the type offers. */
function typeAttribute(v: Value, name: Value): Value {
  const word = typeFindWord(typeOf(v), <usize>name);
  const found = word == 0 ? NOTHING : load<u64>(word);
  if (found == NOTHING) {
    return raiseWith(AttributeError, "JavaScript object has no attribute '%s'", name);
  }
  if (isExactly(found, GETSET_TYPE))
    return call_indirect<Value>(changetype<GetSet>(<usize>found).get, v);
  return isExactly(found, NATIVE_TYPE) || isExactly(found, SLOT_WRAPPER_TYPE)
    ? boundNativeNew(found, v) : found;
}
function js_setattr(v: Value, name: Value, value: Value): bool {
  const s = changetype<StrObject>(<usize>name);
  const base = rootsMark();
  keep(v); keep(name);
  const at = keep(value);
  const status = ffiSet(index(v), s.data, s.lengthBytes, value == NOTHING ? 0 : at);
  release(base);
  if (status == FFI_RAISED) { raiseFfi(); return false; }
  if (status == FFI_MISSING) {
    raiseWith(AttributeError, "JavaScript object has no attribute '%s'", name);
    return false;
  }
  return true;
}

// ---- items ----

function js_subscr(v: Value, key: Value): Value {
  const base = rootsMark();
  keep(v);
  const status = ffiGetItem(index(v), keep(key));
  release(base);
  if (status == FFI_MISSING) return raiseArg(KeyError, key);
  if (status == FFI_RAISED) return raiseFfi();
  return takeFfiResult();
}
function js_setSubscr(v: Value, key: Value, item: Value): bool {
  const base = rootsMark();
  keep(v);
  const at = keep(key), to = keep(item);
  const status = ffiSetItem(index(v), at, item == NOTHING ? 0 : to);
  release(base);
  if (status == FFI_MISSING) { raiseArg(KeyError, key); return false; }
  if (status == FFI_RAISED) { raiseFfi(); return false; }
  return true;
}
function js_contains(v: Value, item: Value): i32 {
  const base = rootsMark();
  const at = keep(v);
  keep(item);
  const r = perform(FFI_DO_CONTAINS, changetype<Args>(at), 2);
  release(base);
  return r == RAISED ? -1 : <i32>(r == TRUE);
}
function js_length(v: Value): i64 {
  const status = ask(v, FFI_ASK_LENGTH);
  if (status == FFI_RAISED) { raiseFfi(); return -1; }
  if (status == FFI_MISSING) {
    raiseWith(TypeError, "object of type '%t' has no len()", v);
    return -1;
  }
  return smallInt(takeFfiResult());
}
/** Asks, keeping the object. */
function ask(v: Value, question: i32): i32 {
  const base = rootsMark();
  keep(v);
  const status = ffiAsk(index(v), question);
  release(base);
  return status;
}
function js_truth(v: Value): i32 {
  const r = result(ask(v, FFI_ASK_TRUTH));
  return r == RAISED ? -1 : <i32>(r == TRUE);
}
function js_iter(v: Value): Value {
  const status = ask(v, FFI_ASK_ITER);
  return status == FFI_MISSING ? raiseWith(TypeError, "'%t' object is not iterable", v)
    : result(status);
}
function js_next(v: Value): Value {
  const base = rootsMark();
  keep(v);
  const status = ffiNext(index(v));
  release(base);
  return status == FFI_MISSING ? END : result(status);
}

// ---- text, comparison ----

function textOf(v: Value, out: Text, question: i32): bool {
  const r = result(ask(v, question));
  if (r == RAISED) return false;
  out.str(r);
  return true;
}
function js_repr(v: Value, out: Text): bool { return textOf(v, out, FFI_ASK_REPR); }
function js_str(v: Value, out: Text): bool { return textOf(v, out, FFI_ASK_STR); }
/** Two methods are equal if function and this are; all else is equal if it is the same object. */
function js_compare(op: i32, left: Value, right: Value): Value {
  if (op != CMP_EQ && op != CMP_NE || !isJsObject(left) || !isJsObject(right)) return NOT_HANDLED;
  const a = object(left), b = object(right);
  return boolValue((a.index == b.index && a.self == b.self) == (op == CMP_EQ));
}
function js_hash(v: Value): i64 { return <i64>index(v) * 2654435761 + 97; }

// ---- calls ----

function js_call(callee: Value, args: Args, n: i32, kwargs: Value): Value {
  const f = object(callee);
  const self = f.self == 0 ? 0 : changetype<JsObject>(f.self).index;
  // What was printed before is seen before what the function shows.
  flushOut();
  const status = ffiCall(f.index, self, changetype<usize>(args), n, <usize>kwargs);
  if (status == FFI_DONE) return takeFfiResult();
  if (status == FFI_RAISED) return raiseFfi();
  // The answer comes later. The helper's frame holds the token while the program waits.
  return toHelper("_js_wait", waiter, takeFfiResult());
}
/** The native `wait(token)`, as a value. */
let waiter: Value = NOTHING;
/** wait(token): the answer that the host owes. Called again when it is there. */
function js_wait(args: Args, n: i32): Value {
  const token = args.at(0);
  const status = ffiPerform(FFI_DO_ANSWER, changetype<usize>(args), 1);
  if (status != FFI_PENDING) return result(status);
  if (!maySuspend) {
    if (ffiPerform(FFI_DO_DROP, changetype<usize>(args), 1) == FFI_DONE) takeFfiResult();
    return raise(RuntimeError,
      "cannot wait for JavaScript here: a built-in function, or JavaScript, waits for this call");
  }
  return waitHost(<i32>smallInt(token));
}
/** new(...): the object that JavaScript's `new` makes. */
function js_new(args: Args, n: i32): Value {
  const kwargs = args.at(n);
  flushOut();
  return result(ffiConstruct(index(args.at(0)), changetype<usize>(args) + 8, n - 1, <usize>kwargs));
}
function js_toPy(args: Args, n: i32): Value {
  return perform(FFI_DO_TO_PYTHON, args, args.at(1) == NOTHING ? 1 : 2);
}
function js_bytes(args: Args, n: i32): Value { return perform(FFI_DO_BYTES, args, 1); }
function js_typeof(self: Value): Value {
  const base = rootsMark();
  const r = perform(FFI_DO_TYPEOF, changetype<Args>(keep(self)), 1);
  release(base);
  return r;
}
function js_dir(args: Args, n: i32): Value { return result(ask(args.at(0), FFI_ASK_NAMES)); }

// ---- await, async for, with ----

/** __await__: what a promise answers. Without a running asyncio loop the whole program waits. */
function js_await(args: Args, n: i32): Value {
  const status = ask(args.at(0), FFI_ASK_TOKEN);
  if (status == FFI_MISSING)
    return raiseWith(TypeError, "object %t can't be used in 'await' expression", args.at(0));
  if (status == FFI_RAISED) return raiseFfi();
  return awaitToken(takeFfiResult());
}
function awaitToken(token: Value): Value {
  if (token == RAISED) return RAISED;
  return toHelper("_js_await", waiter, token, modulesDict);
}
function js_aiter(args: Args, n: i32): Value {
  const status = ask(args.at(0), FFI_ASK_ASYNC_ITER);
  return status == FFI_MISSING
    ? raiseWith(TypeError, "'async for' requires an asynchronous iterable, got %t", args.at(0))
    : result(status);
}
/** __anext__: at the end the answer is StopAsyncIteration, raised. */
function js_anext(args: Args, n: i32): Value {
  return awaitToken(perform(FFI_DO_ASYNC_NEXT, args, 1));
}
function js_enter(args: Args, n: i32): Value {
  const status = ask(args.at(0), FFI_ASK_ENTER);
  return status == FFI_MISSING
    ? raiseWith(TypeError, "'%t' object does not support the context manager protocol", args.at(0))
    : result(status);
}
function js_exit(args: Args, n: i32): Value {
  return perform(FFI_DO_EXIT, args, 1) == RAISED ? RAISED : NONE;
}
function js_aenter(args: Args, n: i32): Value {
  const r = js_enter(args, n);
  if (r == RAISED) return RAISED;
  return toHelper("_js_ready", r);
}
function js_aexit(args: Args, n: i32): Value {
  return awaitToken(perform(FFI_DO_ASYNC_EXIT, args, 1));
}

function slots(type: usize, name: string, base: usize): void {
  const t = typeBegin(type, name, base, type == JS_METHOD_TYPE ? jsMethodMark : jsObjectMark);
  t.flag(TYPE_FINAL);
  const s = t.type();
  s.getattr = js_getattr.index;
  s.setattr = js_setattr.index;
  s.subscr = js_subscr.index;
  s.setSubscr = js_setSubscr.index;
  s.contains = js_contains.index;
  s.length = js_length.index;
  s.truth = js_truth.index;
  s.iter = js_iter.index;
  s.next = js_next.index;
  s.runsPython = RUNS_PYTHON_ALWAYS;
  s.repr = js_repr.index;
  s.str = js_str.index;
  s.compare = js_compare.index;
  s.hash = js_hash.index;
  if (type != JS_PROXY_TYPE) {
    s.call = js_call.index;
    t.rawDef("new", js_new, "*args,**");
    return;
  }
  t.rawDef("to_py", js_toPy, "depth=");
  t.rawMethod("__bytes__", js_bytes, 0, 0);
  t.attribute("typeof", js_typeof);
  t.rawMethod("__dir__", js_dir, 0, 0);
  t.rawMethod("__await__", js_await, 0, 0);
  t.rawMethod("__aiter__", js_aiter, 0, 0);
  t.rawMethod("__anext__", js_anext, 0, 0);
  t.rawMethod("__enter__", js_enter, 0, 0);
  t.rawMethod("__exit__", js_exit, 3, 3);
  t.rawMethod("__aenter__", js_aenter, 0, 0);
  t.rawMethod("__aexit__", js_aexit, 3, 3);
}
/** Builds the types. After the exceptions. */
export function jsProxyInstall(): void {
  slots(JS_PROXY_TYPE, "JsProxy", OBJECT_TYPE);
  slots(JS_FUNCTION_TYPE, "JsProxy", JS_PROXY_TYPE);
  slots(JS_METHOD_TYPE, "JsProxy", JS_FUNCTION_TYPE);
  typeBegin(JS_EXCEPTION, "JsException", Exception, exceptionMark).flag(TYPE_EXCEPTION);
  const u = typeBegin(JS_UNDEFINED_TYPE, "undefined", OBJECT_TYPE, NO_MARK);
  u.flag(TYPE_FINAL);
  u.type().repr = undefined_repr.index;
  u.type().truth = undefined_truth.index;
  changetype<Header>(JS_UNDEFINED_AT).klass = JS_UNDEFINED_TYPE;
  waiter = nativeNew(internLiteral("_wait"), js_wait.index, 1, 1, 0);
  addRootMarker(markWaiter);
}

/** JavaScript's undefined, where a program wants to hand over that and not null (None). */
export const JS_UNDEFINED_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const JS_UNDEFINED_AT: usize = memory.data(16, 16);
export const JS_UNDEFINED: Value = <u64>JS_UNDEFINED_AT;
function undefined_repr(v: Value, out: Text): bool { out.literal("undefined"); return true; }
function undefined_truth(v: Value): i32 { return 0; }

function markWaiter(): void { markValue(waiter); }
