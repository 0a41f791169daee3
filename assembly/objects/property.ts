// property, staticmethod, classmethod, and the descriptors of __slots__. attributes.ts knows their
// layouts.
import { Value, RAISED, NOTHING } from "../core/value";
import { Header, TYPE_BYTES, isExactly, typeOf } from "../heap/header";
import { objectNew } from "./object_new";
import { markValue, markObject } from "../heap/collector";
import { raise, TypeError } from "./errors";
import { Args } from "./args";
import { OBJECT_TYPE, TYPE_DATA_DESCRIPTOR, TYPE_BINDS, TYPE_FINAL } from "./type";
import { TypeBuilder, typeBegin } from "./builder";
import { NONE } from "./singletons";
import { getAttr, boundValue } from "./attributes";
import { S___doc__, S___name__, S___qualname__, S___module__ } from "./names";
import { FunctionObject, FUNCTION_TYPE, functionDoc } from "./function";
import { tailCall, tailArg, callWithKeywords } from "./hooks";

export const PROPERTY_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const STATIC_METHOD_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const CLASS_METHOD_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const MEMBER_TYPE: usize = memory.data(TYPE_BYTES, 16);

@unmanaged export class PropertyObject extends Header {
  /** Functions; NOTHING: none. */
  fget: Value;
  fset: Value;
  fdel: Value;
  /** NOTHING: that of fget. */
  doc: Value;
  /** Set by __set_name__, a str; NOTHING: not known. */
  name: Value;
}
/** staticmethod and classmethod. */
@unmanaged export class WrappedMethod extends Header {
  function: Value;
}
/** The descriptor of a name in __slots__. The slot is found through the instance's shape. */
@unmanaged export class MemberObject extends Header {
  /** The class whose __slots__ has it. */
  owner: usize;
  spare: u32;
  /** Interned str. */
  name: Value;
}

// ---- property ----

function propertyMark(address: usize): void {
  const p = changetype<PropertyObject>(address);
  markValue(p.fget);
  markValue(p.fset);
  markValue(p.fdel);
  markValue(p.doc);
  markValue(p.name);
}
/** A new property; NOTHING for what is missing. Raises MemoryError. */
export function propertyNew(fget: Value, fset: Value, fdel: Value, doc: Value): Value {
  const p = changetype<PropertyObject>(objectNew(PROPERTY_TYPE, offsetof<PropertyObject>()));
  if (changetype<usize>(p) == 0) return RAISED;
  p.fget = fget;
  p.fset = fset;
  p.fdel = fdel;
  p.doc = doc;
  p.name = NOTHING;
  return <u64>changetype<usize>(p);
}
function given(v: Value): Value { return v == NONE ? NOTHING : v; }
function property_construct(args: Args, n: i32): Value {
  return propertyNew(given(args.at(1)), given(args.at(2)), given(args.at(3)), args.at(4));
}
@inline function part(v: Value): PropertyObject { return changetype<PropertyObject>(<usize>v); }
function orNone(v: Value): Value { return v == NOTHING ? NONE : v; }
function property_fget(self: Value): Value { return orNone(part(self).fget); }
function property_fset(self: Value): Value { return orNone(part(self).fset); }
function property_fdel(self: Value): Value { return orNone(part(self).fdel); }
function property_doc(self: Value): Value {
  const p = part(self);
  if (p.doc != NOTHING) return p.doc;
  return isExactly(p.fget, FUNCTION_TYPE) ? functionDoc(changetype<FunctionObject>(<usize>p.fget))
    : NONE;
}
function property_setDoc(self: Value, v: Value): bool { part(self).doc = v; return true; }
/** A copy with one function replaced: which 0 fget, 1 fset, 2 fdel. */
function replaced(self: Value, f: Value, which: i32): Value {
  const p = part(self);
  const v = propertyNew(which == 0 ? given(f) : p.fget, which == 1 ? given(f) : p.fset,
    which == 2 ? given(f) : p.fdel, p.doc);
  if (v != RAISED) part(v).name = p.name;
  return v;
}
function property_getter(args: Args, n: i32): Value { return replaced(args.at(0), args.at(1), 0); }
function property_setter(args: Args, n: i32): Value { return replaced(args.at(0), args.at(1), 1); }
function property_deleter(args: Args, n: i32): Value { return replaced(args.at(0), args.at(1), 2); }
function property_setName(args: Args, n: i32): Value {
  part(args.at(0)).name = args.at(2);
  return NONE;
}
function property_get(args: Args, n: i32): Value {
  const p = part(args.at(0));
  if (args.at(1) == NONE) return args.at(0);
  if (p.fget == NOTHING) return raise(TypeError, "property has no getter");
  tailArg(0, args.at(1));
  return tailCall(p.fget, 1);
}
function property_set(args: Args, n: i32): Value {
  const p = part(args.at(0));
  if (p.fset == NOTHING) return raise(TypeError, "property has no setter");
  tailArg(0, args.at(1));
  tailArg(1, args.at(2));
  return tailCall(p.fset, 2);
}
function property_delete(args: Args, n: i32): Value {
  const p = part(args.at(0));
  if (p.fdel == NOTHING) return raise(TypeError, "property has no deleter");
  tailArg(0, args.at(1));
  return tailCall(p.fdel, 1);
}

// ---- staticmethod, classmethod ----

function wrappedMark(address: usize): void {
  markValue(changetype<WrappedMethod>(address).function);
}
/** A staticmethod or classmethod (type: which) of `function`. Raises MemoryError. */
export function wrappedMethodNew(type: usize, fn: Value): Value {
  const w = changetype<WrappedMethod>(objectNew(type, offsetof<WrappedMethod>()));
  if (changetype<usize>(w) == 0) return RAISED;
  w.function = fn;
  return <u64>changetype<usize>(w);
}
function staticmethod_construct(args: Args, n: i32): Value {
  return wrappedMethodNew(STATIC_METHOD_TYPE, args.at(1));
}
function classmethod_construct(args: Args, n: i32): Value {
  return wrappedMethodNew(CLASS_METHOD_TYPE, args.at(1));
}
function wrapped_func(self: Value): Value {
  return changetype<WrappedMethod>(<usize>self).function;
}
/** __get__(object, type=None) */
function wrapped_get(args: Args, n: i32): Value {
  const self = args.at(0), fn = wrapped_func(self);
  if (isExactly(self, STATIC_METHOD_TYPE)) return fn;
  return boundValue(fn, n > 2 && args.at(2) != NONE ? args.at(2) : <u64>typeOf(args.at(1)));
}
/** __name__, __doc__ ... of the function inside. */
function wrapped_name(self: Value): Value { return getAttr(wrapped_func(self), <u64>S___name__); }
function wrapped_qualname(self: Value): Value {
  return getAttr(wrapped_func(self), <u64>S___qualname__);
}
function wrapped_doc(self: Value): Value { return getAttr(wrapped_func(self), <u64>S___doc__); }
function wrapped_module(self: Value): Value {
  return getAttr(wrapped_func(self), <u64>S___module__);
}
/** A staticmethod can be called as it is. */
function staticmethod_call(callee: Value, args: Args, n: i32, kwargs: Value): Value {
  return callWithKeywords(wrapped_func(callee), args, n, kwargs);
}

// ---- members of __slots__ ----

function memberMark(address: usize): void {
  markObject(changetype<MemberObject>(address).owner);
  markValue(changetype<MemberObject>(address).name);
}
/** The descriptor of a slot. Raises MemoryError. */
export function memberNew(owner: usize, name: Value): Value {
  const m = changetype<MemberObject>(objectNew(MEMBER_TYPE, offsetof<MemberObject>()));
  if (changetype<usize>(m) == 0) return RAISED;
  m.owner = owner;
  m.spare = 0;
  m.name = name;
  return <u64>changetype<usize>(m);
}
function member_name(self: Value): Value { return changetype<MemberObject>(<usize>self).name; }

export function propertyInstall(): void {
  const p = typeBegin(PROPERTY_TYPE, "property", OBJECT_TYPE, propertyMark);
  p.flag(TYPE_DATA_DESCRIPTOR);
  p.constructDef(property_construct, "fget=,fset=,fdel=,doc=");
  p.attribute("fget", property_fget);
  p.attribute("fset", property_fset);
  p.attribute("fdel", property_fdel);
  p.attributeSet("__doc__", property_doc, property_setDoc);
  p.method("getter", property_getter, 1, 1);
  p.method("setter", property_setter, 1, 1);
  p.method("deleter", property_deleter, 1, 1);
  p.method("__set_name__", property_setName, 2, 2);
  p.method("__get__", property_get, 1, 2);
  p.method("__set__", property_set, 2, 2);
  p.method("__delete__", property_delete, 1, 1);

  const s = typeBegin(STATIC_METHOD_TYPE, "staticmethod", OBJECT_TYPE, wrappedMark);
  s.construct(staticmethod_construct, 1, 1);
  s.type().call = staticmethod_call.index;
  s.flag(TYPE_BINDS);
  wrappedAttributes(s);
  const c = typeBegin(CLASS_METHOD_TYPE, "classmethod", OBJECT_TYPE, wrappedMark);
  c.construct(classmethod_construct, 1, 1);
  c.flag(TYPE_BINDS);
  wrappedAttributes(c);

  const m = typeBegin(MEMBER_TYPE, "member_descriptor", OBJECT_TYPE, memberMark);
  m.flag(TYPE_DATA_DESCRIPTOR | TYPE_FINAL);
  m.attribute("__name__", member_name);
}
function wrappedAttributes(t: TypeBuilder): void {
  t.method("__get__", wrapped_get, 1, 2);
  t.attribute("__func__", wrapped_func);
  t.attribute("__wrapped__", wrapped_func);
  t.attribute("__name__", wrapped_name);
  t.attribute("__qualname__", wrapped_qualname);
  t.attribute("__doc__", wrapped_doc);
  t.attribute("__module__", wrapped_module);
}
