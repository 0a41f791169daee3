// method: a Python function bound to its first argument.
import { Value, RAISED, NOTHING, NOT_HANDLED } from "../core/value";
import { Header, TYPE_BYTES, isExactly } from "../heap/header";
import { objectNew } from "./object_new";
import { markValue } from "../heap/collector";
import { raised } from "./errors";
import { Args } from "./args";
import { Text } from "./text";
import { OBJECT_TYPE, TYPE_FINAL, CMP_EQ, CMP_NE } from "./type";
import { typeBegin } from "./builder";
import { boolValue } from "./singletons";
import { GetSet, GETSET_TYPE, NATIVE_TYPE, boundNativeNew } from "./native";
import { SLOT_WRAPPER_TYPE } from "./slot_wrappers";
import { strPart, hashValue, valuesEqual } from "./protocol";
import { getAttr, getAttrOptional } from "./attributes";
import { typeFindWord } from "./type_lookup";
import { S___doc__, S___qualname__ } from "./names";

export const BOUND_METHOD_TYPE: usize = memory.data(TYPE_BYTES, 16);

@unmanaged export class BoundMethod extends Header {
  /** Mostly a FunctionObject; any callable is possible (types.MethodType). */
  function: Value;
  self: Value;
}

/** `function` bound to self. Raises MemoryError. */
export function boundMethodNew(fn: Value, self: Value): Value {
  const b = changetype<BoundMethod>(objectNew(BOUND_METHOD_TYPE, offsetof<BoundMethod>()));
  if (changetype<usize>(b) == 0) return RAISED;
  b.function = fn;
  b.self = self;
  return <u64>changetype<usize>(b);
}
/** mark slot. */
export function boundMethodMark(address: usize): void {
  markValue(changetype<BoundMethod>(address).function);
  markValue(changetype<BoundMethod>(address).self);
}

function part(v: Value): BoundMethod { return changetype<BoundMethod>(<usize>v); }
function method_construct(args: Args, n: i32): Value {
  return boundMethodNew(args.at(1), args.at(2));
}
function method_function(self: Value): Value { return part(self).function; }
function method_self(self: Value): Value { return part(self).self; }
/** What the type itself has goes first, then the attributes of the function. */
function method_getattr(v: Value, name: Value): Value {
  const word = typeFindWord(BOUND_METHOD_TYPE, <usize>name);
  if (word == 0 || <usize>name == S___doc__) return getAttr(part(v).function, name);
  const found = load<u64>(word);
  if (isExactly(found, GETSET_TYPE))
    return call_indirect<Value>(changetype<GetSet>(<usize>found).get, v);
  return isExactly(found, NATIVE_TYPE) || isExactly(found, SLOT_WRAPPER_TYPE)
    ? boundNativeNew(found, v) : found;
}
function method_compare(op: i32, left: Value, right: Value): Value {
  if (op != CMP_EQ && op != CMP_NE || !isExactly(left, BOUND_METHOD_TYPE)
      || !isExactly(right, BOUND_METHOD_TYPE)) {
    return NOT_HANDLED;
  }
  const a = part(left), b = part(right);
  if (a.self != b.self) return boolValue(op == CMP_NE);
  const same = valuesEqual(a.function, b.function);
  return same < 0 ? RAISED : boolValue((same == 1) == (op == CMP_EQ));
}
function method_hash(v: Value): i64 {
  const h = hashValue(part(v).function);
  return h ^ <i64>(part(v).self >> 4) * 1000003;
}
function method_repr(v: Value, out: Text): bool {
  const f = part(v).function;
  out.literal("<bound method ");
  const name = getAttrOptional(f, <u64>S___qualname__);
  if (raised()) return false;
  if (name != NOTHING && changetype<usize>(strPart(name)) != 0)
    out.str(<u64>changetype<usize>(strPart(name)));
  else out.literal("?");
  return out.format(" of %r>", part(v).self);
}

export function boundMethodInstall(): void {
  const t = typeBegin(BOUND_METHOD_TYPE, "method", OBJECT_TYPE, boundMethodMark);
  t.flag(TYPE_FINAL);
  const type = t.type();
  t.construct(method_construct, 2, 2);
  type.getattr = method_getattr.index;
  type.compare = method_compare.index;
  type.hash = method_hash.index;
  type.repr = method_repr.index;
  t.attribute("__func__", method_function);
  t.attribute("__self__", method_self);
}
