// The types of native functions, and of the hidden objects of the core.
import { Value, NOT_HANDLED, isObject } from "../core/value";
import { typeOf } from "../heap/header";
import { OBJECT_TYPE, TypeObject, TYPE_FINAL, TYPE_BINDS, TYPE_DATA_DESCRIPTOR, TYPE_META, CMP_EQ,
  CMP_NE } from "./type";
import { Text, TEXT_TYPE, textMark, strFormat } from "./text";
import { typeBegin } from "./builder";
import {
  NativeFunction, NATIVE_TYPE, nativeMark, BoundNative, BOUND_NATIVE_TYPE, boundNativeMark, GetSet,
  GETSET_TYPE,
  getSetMark, boundNativeNew,
} from "./native";
import { SlotWrapper, SLOT_WRAPPER_TYPE } from "./slot_wrappers";
import { slotName } from "./slots";
import { isExactly } from "../heap/header";
import { NONE, boolValue } from "./singletons";
import { Args } from "./args";

function fn(v: Value): NativeFunction { return changetype<NativeFunction>(<usize>v); }
function native_name(self: Value): Value { return fn(self).name; }
function native_qualname(self: Value): Value {
  const f = fn(self);
  if (f.owner == 0) return f.name;
  return strFormat("%n.%s", f.owner, f.name);
}
function native_none(self: Value): Value { return NONE; }
function native_repr(v: Value, out: Text): bool {
  const f = fn(v);
  if (f.owner != 0) {
    out.format("<method '%s' of '%n' objects>", f.name, f.owner);
  } else {
    out.format("<built-in function %s>", f.name);
  }
  return true;
}
/** method.__get__(object, type). */
function native_get(args: Args, n: i32): Value {
  return args.at(1) == NONE || fn(args.at(0)).owner == 0 ? args.at(0)
    : boundNativeNew(args.at(0), args.at(1));
}

function bound(v: Value): BoundNative { return changetype<BoundNative>(<usize>v); }
function bound_name(self: Value): Value {
  const f = bound(self).fn;
  return isExactly(f, SLOT_WRAPPER_TYPE) ? <u64>slotName(changetype<SlotWrapper>(<usize>f).slot)
    : fn(f).name;
}
function bound_qualname(self: Value): Value {
  const b = bound(self);
  const isClass = isObject(b.self) && changetype<TypeObject>(typeOf(b.self)).typeFlags & TYPE_META;
  return strFormat("%n.%s", isClass ? <usize>b.self : typeOf(b.self), bound_name(self));
}
function bound_self(self: Value): Value { return bound(self).self; }
function bound_repr(v: Value, out: Text): bool {
  const b = bound(v);
  const wrapper = isExactly(b.fn, SLOT_WRAPPER_TYPE);
  return out.format(wrapper ? "<method-wrapper '%s' of %t object at 0x%p>"
    : "<built-in method %s of %t object at 0x%p>", bound_name(v), b.self, b.self);
}
function bound_compare(op: i32, left: Value, right: Value): Value {
  if (op != CMP_EQ && op != CMP_NE || !isExactly(left, BOUND_NATIVE_TYPE)
      || !isExactly(right, BOUND_NATIVE_TYPE)) {
    return NOT_HANDLED;
  }
  const a = bound(left), b = bound(right);
  return boolValue((a.fn == b.fn && a.self == b.self) == (op == CMP_EQ));
}
function bound_hash(v: Value): i64 {
  return <i64>(bound(v).fn >> 4) ^ <i64>(bound(v).self >> 4) * 1000003;
}

function getset_name(self: Value): Value { return changetype<GetSet>(<usize>self).name; }
function getset_owner(self: Value): Value { return <u64>changetype<GetSet>(<usize>self).owner; }
function getset_repr(v: Value, out: Text): bool {
  const g = changetype<GetSet>(<usize>v);
  out.format("<attribute '%s' of '%n' objects>", g.name, g.owner);
  return true;
}

export function nativeTypesInstall(): void {
  const f = typeBegin(NATIVE_TYPE, "builtin_function_or_method", OBJECT_TYPE, nativeMark);
  f.flag(TYPE_FINAL | TYPE_BINDS);
  f.type().repr = native_repr.index;
  f.attribute("__name__", native_name);
  f.attribute("__qualname__", native_qualname);
  f.attribute("__doc__", native_none);
  f.attribute("__self__", native_none);
  f.method("__get__", native_get, 1, 2);
  const b = typeBegin(BOUND_NATIVE_TYPE, "builtin_function_or_method", OBJECT_TYPE,
    boundNativeMark);
  b.flag(TYPE_FINAL);
  b.type().repr = bound_repr.index;
  b.type().compare = bound_compare.index;
  b.type().hash = bound_hash.index;
  b.attribute("__name__", bound_name);
  b.attribute("__qualname__", bound_qualname);
  b.attribute("__self__", bound_self);
  b.attribute("__doc__", native_none);
  const g = typeBegin(GETSET_TYPE, "getset_descriptor", OBJECT_TYPE, getSetMark);
  g.flag(TYPE_FINAL | TYPE_DATA_DESCRIPTOR);
  g.type().repr = getset_repr.index;
  g.attribute("__name__", getset_name);
  g.attribute("__objclass__", getset_owner);
  typeBegin(TEXT_TYPE, "text", OBJECT_TYPE, textMark);
}
