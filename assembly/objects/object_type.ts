// object: the base of all classes, and what every object can do.
import { Value, RAISED, NOTHING, isObject, smallIntNew } from "../core/value";
import { Header, typeOf } from "../heap/header";
import { cellBytes, PAGE_KINDS, PAGE_FOREIGN } from "../heap/allocator";
import { objectNew } from "./object_new";
import { TypeObject, OBJECT_TYPE, TYPE_HEAP, TYPE_META, TYPE_SLOTS_ONLY } from "./type";
import { raise, raiseWith, raiseFormat, TypeError } from "./errors";
import { Args } from "./args";
import { textNew } from "./text";
import { TableObject, tableGetName } from "./table";
import { TypeBuilder, typeBegin, NO_MARK } from "./builder";
import { NativeFunction } from "./native";
import { NONE, TRUE, FALSE, NOT_IMPLEMENTED, boolValue } from "./singletons";
import { intFromI64 } from "./int";
import { reprOf, truth } from "./protocol";
import { tailCall, tailArg } from "./hooks";
import { toHelper, argsToHelper } from "./frozen";
import { object_format } from "./format";
import { typeLookup } from "./type_lookup";
import { callSpecial, defaultRepr, isObjectDefault } from "./instance";
import { attributeFindPlain, attributeName, boundValue } from "./attributes";
import {
  foundValue, foundSelf, foundCount, findArgs, FIND_VALUE, FIND_METHOD, FIND_GETTER, STORE_SETTER,
  STORE_DONE,
} from "./attribute_found";
import { attributeStorePlain } from "./attribute_store";
import { isType } from "./type_class";
import { instanceNew, instanceSetClass } from "./shape";
import { InstanceObject, ShapeObject, isInstance } from "./instance_layout";
import { attributeNames } from "./dir";
import { S___init__, S___new__, S___eq__, S___init_subclass__ } from "./names";

/** object.__new__(cls, ...): arguments are refused unless the class has an __init__ of its own. */
function object_new(args: Args, n: i32): Value {
  const cls = args.at(0);
  if (!isType(cls))
    return raiseWith(TypeError, "object.__new__(X): X is not a type object (%t)", cls);
  const t = changetype<TypeObject>(<usize>cls);
  if (n > 1) {
    if (!isObjectDefault(typeLookup(<usize>cls, S___new__))) {
      return raise(TypeError,
        "object.__new__() takes exactly one argument (the type to instantiate)");
    }
    if (isObjectDefault(typeLookup(<usize>cls, S___init__))) {
      return raiseWith(TypeError, "%s() takes no arguments", t.name);
    }
  }
  if (<usize>cls == OBJECT_TYPE) return plainObject();
  if (!(t.typeFlags & TYPE_HEAP) || t.native != 0 || t.typeFlags & TYPE_META) {
    return raiseFormat(TypeError, "object.__new__(%s) is not safe, use %s.__new__()",
      t.name, t.native != 0 ? changetype<TypeObject>(t.native).name : t.name);
  }
  return instanceNew(<usize>cls);
}
/** object(): 16 bytes with nothing but an identity. */
export function plainObject(): Value {
  const o = changetype<Header>(objectNew(OBJECT_TYPE, 16));
  if (changetype<usize>(o) == 0) return RAISED;
  return <u64>changetype<usize>(o);
}
/** object.__init__(self, ...): arguments are refused unless the class has a __new__ of its own. */
function object_init(args: Args, n: i32): Value {
  if (n > 1) {
    const t = typeOf(args.at(0));
    if (!isObjectDefault(typeLookup(t, S___init__))) {
      return raise(TypeError,
        "object.__init__() takes exactly one argument (the instance to initialize)");
    }
    if (isObjectDefault(typeLookup(t, S___new__))) {
      return raiseWith(TypeError,
        "%s.__init__() takes exactly one argument (the instance to initialize)",
        changetype<TypeObject>(t).name);
    }
  }
  return NONE;
}
function object_repr(args: Args, n: i32): Value {
  const out = textNew();
  defaultRepr(args.at(0), out);
  return out.finish();
}
function object_str(args: Args, n: i32): Value { return reprOf(args.at(0)); }
function object_hash(args: Args, n: i32): Value { return intFromI64(<i64>(args.at(0) >> 4)); }
function object_eq(args: Args, n: i32): Value {
  return args.at(0) == args.at(1) ? TRUE : NOT_IMPLEMENTED;
}
function object_ne(args: Args, n: i32): Value {
  const f = typeLookup(typeOf(args.at(0)), S___eq__);
  if (isObjectDefault(f)) return args.at(0) == args.at(1) ? FALSE : NOT_IMPLEMENTED;
  const r = callSpecial(f, args.at(0), 1, args.at(1), NOTHING);
  if (r == RAISED || r == NOT_IMPLEMENTED) return r;
  const yes = truth(r);
  return yes < 0 ? RAISED : boolValue(yes == 0);
}
function object_order(args: Args, n: i32): Value { return NOT_IMPLEMENTED; }
/** Hands over to what attributeFind found. */
export function nativeFindResult(kind: i32): Value {
  if (kind == FIND_VALUE) return foundValue;
  if (kind == FIND_METHOD) return boundValue(foundValue, foundSelf);
  if (kind != FIND_GETTER) return RAISED;
  return tailFound();
}
/** Calls foundValue with its arguments in the native's place. */
export function tailFound(): Value {
  for (let i = 0; i < foundCount; i++) tailArg(i, load<u64>(findArgs() + (<usize>i << 3)));
  return tailCall(foundValue, foundCount);
}
function object_getattribute(args: Args, n: i32): Value {
  const name = attributeName(args.at(1));
  return name == RAISED ? RAISED : nativeFindResult(attributeFindPlain(args.at(0), <usize>name));
}
function storeResult(v: Value, nameGiven: Value, value: Value): Value {
  const name = attributeName(nameGiven);
  if (name == RAISED) return RAISED;
  const kind = attributeStorePlain(v, <usize>name, value);
  return kind == STORE_SETTER ? tailFound() : kind == STORE_DONE ? NONE : RAISED;
}
function object_setattr(args: Args, n: i32): Value {
  return storeResult(args.at(0), args.at(1), args.at(2));
}
function object_delattr(args: Args, n: i32): Value {
  return storeResult(args.at(0), args.at(1), NOTHING);
}
function object_dir(args: Args, n: i32): Value { return attributeNames(args.at(0)); }
function object_initSubclass(args: Args, n: i32): Value {
  const kwargs = args.at(n);
  if (kwargs == NOTHING || changetype<TableObject>(<usize>kwargs).used == 0) return NONE;
  const name = changetype<TypeObject>(<usize>args.at(0)).name;
  return raiseWith(TypeError, "%s.__init_subclass__() takes no keyword arguments", name);
}
function object_subclasshook(args: Args, n: i32): Value { return NOT_IMPLEMENTED; }
function object_sizeof(args: Args, n: i32): Value { return intFromI64(objectBytes(args.at(0))); }
function reduced(self: Value, protocol: Value): Value {
  const native = isObject(self) ? changetype<TypeObject>(typeOf(self)).native : typeOf(self);
  return toHelper("_reduce", self, protocol, <u64>(native == 0 ? OBJECT_TYPE : native));
}
function object_reduceEx(args: Args, n: i32): Value { return reduced(args.at(0), args.at(1)); }
function object_reduce(args: Args, n: i32): Value { return reduced(args.at(0), smallIntNew(-1)); }
function object_getstate(args: Args, n: i32): Value { return argsToHelper("_getstate", args, 1); }
function object_class(self: Value): Value { return <u64>typeOf(self); }
/** v.__class__ = C, where both classes lay their instances out alike. */
function object_setClass(self: Value, v: Value): bool {
  if (v == NOTHING) { raise(TypeError, "can't delete __class__ attribute"); return false; }
  if (!isType(v)) {
    raiseWith(TypeError, "__class__ must be set to a class, not '%t' object", v);
    return false;
  }
  const from = changetype<TypeObject>(typeOf(self)), to = changetype<TypeObject>(<usize>v);
  if (!isInstance(self) || !(to.typeFlags & TYPE_HEAP) || to.typeFlags & TYPE_META) {
    raise(TypeError,
      "__class__ assignment only supported for mutable types or ModuleType subclasses");
    return false;
  }
  if (from.native != to.native || !sameSlots(from, to)) {
    raiseFormat(TypeError, "__class__ assignment: '%s' object layout differs from '%s'",
      to.name, from.name);
    return false;
  }
  return instanceSetClass(changetype<InstanceObject>(<usize>self), <usize>v);
}
/** Both classes have the same names in __slots__, and both or none a __dict__. */
function sameSlots(a: TypeObject, b: TypeObject): bool {
  let s = changetype<ShapeObject>(a.rootShape), t = changetype<ShapeObject>(b.rootShape);
  if (s.count != t.count || (a.typeFlags ^ b.typeFlags) & TYPE_SLOTS_ONLY) return false;
  while (s.count != 0) {
    if (s.name != t.name) return false;
    s = changetype<ShapeObject>(s.parent);
    t = changetype<ShapeObject>(t.parent);
  }
  return true;
}
/** Memory that a value takes itself. Unit: bytes. */
export function objectBytes(v: Value): i64 {
  if (!isObject(v)) return 8;
  return load<u8>(PAGE_KINDS + (<usize>v >> 16)) == PAGE_FOREIGN ? 16 : <i64>cellBytes(<usize>v);
}
/** Says of a native that it is a method of object (isObjectDefault). */
function owned(t: TypeBuilder, name: usize): void {
  const v = tableGetName(changetype<TableObject>(t.type().dict), name);
  changetype<NativeFunction>(<usize>v).owner = OBJECT_TYPE;
}

export function objectInstall(): void {
  const t = typeBegin(OBJECT_TYPE, "object", 0, NO_MARK);
  t.staticDef("__new__", object_new, "*args,**");
  owned(t, S___new__);
  t.def("__init__", object_init, "*args,**");
  t.method("__repr__", object_repr, 0, 0);
  t.method("__str__", object_str, 0, 0);
  t.method("__hash__", object_hash, 0, 0);
  t.method("__eq__", object_eq, 1, 1);
  t.method("__ne__", object_ne, 1, 1);
  t.method("__lt__", object_order, 1, 1);
  t.method("__le__", object_order, 1, 1);
  t.method("__gt__", object_order, 1, 1);
  t.method("__ge__", object_order, 1, 1);
  t.method("__format__", object_format, 1, 1);
  t.method("__getattribute__", object_getattribute, 1, 1);
  t.method("__setattr__", object_setattr, 2, 2);
  t.method("__delattr__", object_delattr, 1, 1);
  t.method("__dir__", object_dir, 0, 0);
  t.method("__reduce_ex__", object_reduceEx, 1, 1);
  t.method("__reduce__", object_reduce, 0, 0);
  t.method("__getstate__", object_getstate, 0, 0);
  t.method("__sizeof__", object_sizeof, 0, 0);
  t.classDef("__init_subclass__", object_initSubclass, "**");
  t.classMethod("__subclasshook__", object_subclasshook, 1, 1);
  owned(t, S___init_subclass__);
  t.attributeSet("__class__", object_class, object_setClass);
}
