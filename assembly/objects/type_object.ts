// type: the class of classes. Calling a class, attributes of classes, isinstance and issubclass.
import { typeDict } from "./module_list";
import { Value, RAISED, NOTHING, isObject } from "../core/value";
import { typeOf, isExactly } from "../heap/header";
import { rootsMark, keep, release } from "../heap/roots";
import { TypeObject, TYPE_TYPE, OBJECT_TYPE, TYPE_HEAP, TYPE_META, TYPE_HAS_GETATTRIBUTE, typeMark,
  OP_OR } from "./type";
import { raise, raised, isSubtype, raiseWith, raiseFormat, TypeError } from "./errors";
import { Args } from "./args";
import { literalOf, Text } from "./text";
import { StrObject } from "./str";
import { TupleObject, TUPLE_TYPE, tupleNew, emptyTuple } from "./tuple";
import { ListObject, listNew, listOf } from "./list";
import { TableObject, DICT_TYPE, dictNew, tableCopy, tableGetName,
  tableSetName } from "./table";
import { NONE, boolValue } from "./singletons";
import { typeBegin } from "./builder";
import { strPart, payloadOf, truth } from "./protocol";
import { call1, tailArg, enterNative, leaveNative } from "./hooks";
import { callHelper } from "./frozen";
import { typeLookup, typeFindWord, typeChanged } from "./type_lookup";
import { typeSetAttribute, typeRefill } from "./type_change";
import { isType, classNew, metaclassFor, mroCompute, addSubclass } from "./type_class";
import { callSpecial, callWithSelf, isObjectDefault, typeNameInto, typeQualname } from "./instance";
import { getAttrOptional } from "./attributes";
import { TYPE_CALLABLE, slotWrapperWord } from "./slot_wrappers";
import { SLOT_COUNT, slotName } from "./slots";
import { instanceNew } from "./shape";
import { plainObject } from "./object_type";
import { isInstance } from "./instance_layout";
import { isFunction } from "./function";
import { WrappedMethod, STATIC_METHOD_TYPE } from "./property";
import { mappingProxyNew } from "./mapping_proxy";
import { UNION_TYPE, UnionObject, unionOf, aliasNew } from "./union";
import {
  S___new__, S___init__, S___doc__, S___module__, S_builtins, S___instancecheck__, S___class__,
  S___subclasscheck__, S___class_getitem__, S___annotations__,
} from "./names";

@inline function typePart(v: Value): TypeObject { return changetype<TypeObject>(<usize>v); }

// ---- calling a class ----

/** The function of __new__ of a class: what is inside its staticmethod. */
function newFunction(cls: usize): Value {
  const f = typeLookup(cls, S___new__);
  return isExactly(f, STATIC_METHOD_TYPE) ? changetype<WrappedMethod>(<usize>f).function : f;
}
/** The Python function that is __new__ of the class, to be called with the class and the arguments;
 *  NOTHING: classCreate does the work. For the interpreter's call of classes. */
export function classNewFunction(cls: usize): Value {
  const f = newFunction(cls);
  return isFunction(f) ? f : NOTHING;
}
/** What must be called after a new object of class `cls` was made, with it and the arguments: a
 *  function (mostly a FunctionObject; its result must be None). NOTHING: nothing. */
export function classInitFunction(cls: usize): Value {
  const f = typeLookup(cls, S___init__);
  return f == NOTHING || isObjectDefault(f) ? NOTHING : f;
}
/** Makes an object of class `cls` where classNewFunction gave NOTHING: without __init__. args:
 *  without the class. Raises TypeError. May run Python (never for plain classes). */
export function classCreate(cls: usize, args: Args, n: i32, kwargs: Value): Value {
  const t = changetype<TypeObject>(cls);
  const f = newFunction(cls);
  if (isObjectDefault(f)) {
    if (n != 0 || kwargs != NOTHING && changetype<TableObject>(<usize>kwargs).used != 0) {
      if (isObjectDefault(typeLookup(cls, S___init__)))
        return raiseWith(TypeError, "%s() takes no arguments", t.name);
    }
    return cls == OBJECT_TYPE ? plainObject() : instanceNew(cls);
  }
  if (f == NOTHING) return raiseWith(TypeError, "cannot create '%s' instances", t.name);
  return callWithSelf(f, <u64>cls, args, n, kwargs);
}
/** Raises TypeError if __init__ returned something. */
export function initResult(r: Value): bool {
  if (r == NONE) return true;
  raiseWith(TypeError, "__init__() should return None, not '%t'", r);
  return false;
}
/** call slot of `type`: callee(*args, **kwargs) for a class. May return TAIL_CALL. */
export function type_call(callee: Value, args: Args, n: i32, kwargs: Value): Value {
  const cls = <usize>callee, t = changetype<TypeObject>(cls);
  if (cls == TYPE_TYPE && n == 1 && kwargs == NOTHING) return <u64>typeOf(args.at(0));
  if (!(t.typeFlags & TYPE_HEAP) && cls != TYPE_TYPE && cls != OBJECT_TYPE) {
    if (t.construct == 0) return raiseWith(TypeError, "cannot create '%s' instances", t.name);
    return callWithSelf(<u64>t.construct, callee, args, n, kwargs);
  }
  if (!enterNative()) return RAISED;
  const base = rootsMark();
  keep(callee);
  const create = classNewFunction(cls);
  const object = create != NOTHING ? callWithSelf(create, callee, args, n, kwargs)
    : classCreate(cls, args, n, kwargs);
  let r = object;
  if (object != RAISED && isSubtype(typeOf(object), cls)) {
    const init = classInitFunction(typeOf(object));
    if (init != NOTHING) {
      keep(object);
      if (isFunction(init)) {
        r = initByHelper(object, init, args, n, kwargs);
      } else {
        const done = callWithSelf(init, object, args, n, kwargs);
        if (done == RAISED || !initResult(done)) r = RAISED;
      }
    }
  }
  release(base);
  leaveNative();
  return r;
}
/** Hands __init__ over to a helper, so that it runs stackless. */
function initByHelper(object: Value, init: Value, args: Args, n: i32, kwargs: Value): Value {
  const row = tupleNew(changetype<usize>(args), n);
  if (row == RAISED) return RAISED;
  const words = kwargs == NOTHING ? dictNew() : kwargs;
  if (words == RAISED) return RAISED;
  tailArg(0, object);
  tailArg(1, init);
  tailArg(2, row);
  tailArg(3, words);
  return callHelper("_init", 4);
}

// ---- type.__new__, __init__, __prepare__ ----

/** type.__new__(meta, name, bases, namespace, **kwargs), type(x). */
function type_new(args: Args, n: i32): Value {
  const meta = args.at(0), kwargs = args.at(4);
  if (!isType(meta))
    return raiseWith(TypeError, "type.__new__(X): X is not a type object (%t)", meta);
  if (args.at(2) == NOTHING && args.at(3) == NOTHING && kwargs == NOTHING && args.at(1) != NOTHING
      && <usize>meta == TYPE_TYPE) {
    return <u64>typeOf(args.at(1));
  }
  if (args.at(1) == NOTHING || args.at(2) == NOTHING || args.at(3) == NOTHING) {
    return raise(TypeError, "type() takes 1 or 3 arguments");
  }
  const name = strPart(args.at(1));
  if (changetype<usize>(name) == 0) {
    return raiseWith(TypeError, "type.__new__() argument 1 must be str, not %t", args.at(1));
  }
  const bases = payloadOf(args.at(2), TUPLE_TYPE);
  if (bases == 0)
    return raiseWith(TypeError, "type.__new__() argument 2 must be tuple, not %t", args.at(2));
  const dict = payloadOf(args.at(3), DICT_TYPE);
  if (dict == 0)
    return raiseWith(TypeError, "type.__new__() argument 3 must be dict, not %t", args.at(3));
  const winner = metaclassFor(<usize>meta, changetype<TupleObject>(bases));
  if (winner == 0) return RAISED;
  const make = newFunction(winner);
  return winner != <usize>meta && make != newFunction(TYPE_TYPE)
    ? callWithSelf(make, <u64>winner, args.from(1), 3, kwargs)
    : classNew(winner, <u64>changetype<usize>(name), <u64>bases, dict, kwargs);
}
function type_init(args: Args, n: i32): Value { return NONE; }
function type_prepare(args: Args, n: i32): Value { return dictNew(); }

// ---- attributes ----

function type_name(self: Value): Value { return typePart(self).name; }
function requireHeap(self: Value, name: string): bool {
  const t = typePart(self);
  if (t.typeFlags & TYPE_HEAP) return true;
  raiseFormat(TypeError, "cannot set '%l' attribute of immutable type '%s'",
    literalOf(name), t.name);
  return false;
}
/** The str that becomes `name` of a class; 0 with TypeError pending. */
function newName(self: Value, v: Value, name: string): StrObject {
  if (!requireHeap(self, name)) return changetype<StrObject>(0);
  const given = v == NOTHING ? NONE : v, s = strPart(given);
  if (changetype<usize>(s) == 0) {
    raiseFormat(TypeError, "can only assign string to type.%l, not '%t'", literalOf(name), given);
  }
  return s;
}
function type_setName(self: Value, v: Value): bool {
  const s = newName(self, v, "__name__");
  if (changetype<usize>(s) == 0) return false;
  // The qualified name stays what it was.
  if (typePart(self).qualname == 0) typePart(self).qualname = <usize>typePart(self).name;
  typePart(self).name = <u64>changetype<usize>(s);
  return true;
}
function type_qualname(self: Value): Value { return typeQualname(typePart(self)); }
function type_setQualname(self: Value, v: Value): bool {
  const s = newName(self, v, "__qualname__");
  if (changetype<usize>(s) == 0) return false;
  typePart(self).qualname = changetype<usize>(s);
  return true;
}
function type_module(self: Value): Value {
  const t = typePart(self);
  const v = tableGetName(typeDict(t), S___module__);
  return v != NOTHING ? v : <u64>S_builtins;
}
function type_setModule(self: Value, v: Value): bool {
  return typeSetAttribute(<usize>self, S___module__, v);
}
function type_doc(self: Value): Value {
  const v = tableGetName(typeDict(typePart(self)), S___doc__);
  if (v == NOTHING) return NONE;
  // a property or the like called __doc__ describes instances
  return isObject(v) && typePart(<u64>typeOf(v)).descriptorGet > 1
    ? call_indirect<Value>(typePart(<u64>typeOf(v)).descriptorGet, v, NOTHING, <usize>self) : v;
}
function type_setDoc(self: Value, v: Value): bool {
  return requireHeap(self, "__doc__") && typeSetAttribute(<usize>self, S___doc__, v);
}
function type_bases(self: Value): Value {
  const t = typePart(self);
  return t.bases == 0 ? emptyTuple() : <u64>t.bases;
}
/** C.__bases__ = (...): a new order for the class and its subclasses; the layout must stay the
 *  same. */
function type_setBases(self: Value, v: Value): bool {
  if (!requireHeap(self, "__bases__")) return false;
  const t = typePart(self);
  const bases = v == NOTHING ? 0 : payloadOf(v, TUPLE_TYPE);
  if (bases == 0 || changetype<TupleObject>(bases).length == 0) {
    raise(TypeError, "can only assign non-empty tuple to __bases__");
    return false;
  }
  const row = changetype<TupleObject>(bases);
  let native: usize = 0;
  for (let i: u32 = 0; i < row.length; i++) {
    if (!isType(row.at(i))) {
      raise(TypeError, "__bases__ must be tuple of classes");
      return false;
    }
    if (isSubtype(<usize>row.at(i), <usize>self)) {
      raise(TypeError, "a __bases__ item causes an inheritance cycle");
      return false;
    }
    const b = typePart(row.at(i));
    if (b.native != 0) native = b.native;
  }
  if (native != t.native) {
    raise(TypeError, "__bases__ assignment: object layout differs");
    return false;
  }
  const oldMro = t.mro, oldBases = t.bases;
  t.bases = bases;
  t.base = <usize>row.at(0);
  const base = rootsMark();
  keep(<u64>oldMro); keep(<u64>oldBases);
  if (!reorder(t)) { t.bases = oldBases; t.mro = oldMro; release(base); return false; }
  release(base);
  for (let i: u32 = 0; i < row.length; i++)
    if (!addSubclass(typePart(row.at(i)), self)) return false;
  typeChanged(<usize>self);
  typeRefill(<usize>self);
  return true;
}
/** A safepoint. */
function reorder(t: TypeObject): bool {
  const mro = mroCompute(<u64>changetype<usize>(t), changetype<TupleObject>(t.bases));
  if (mro == RAISED) return false;
  t.mro = <usize>mro;
  const l = changetype<ListObject>(t.subclasses);
  if (changetype<usize>(l) == 0) return true;
  for (let i: u32 = 0; i < l.length; i++) if (!reorder(typePart(l.at(i)))) return false;
  return true;
}
function type_base(self: Value): Value {
  const t = typePart(self);
  return t.base == 0 ? NONE : <u64>t.base;
}
function type_mroAttribute(self: Value): Value { return <u64>typePart(self).mro; }
function type_mro(args: Args, n: i32): Value {
  const t = typePart(args.at(0));
  const mro = t.typeFlags & TYPE_HEAP ? mroCompute(args.at(0), changetype<TupleObject>(t.bases))
    : <u64>t.mro;
  if (mro == RAISED) return RAISED;
  const row = changetype<TupleObject>(<usize>mro);
  return listOf(row.items(), row.length);
}
/** Of a built-in type a copy, with the special methods that nothing has asked for yet. */
function type_dict(self: Value): Value {
  const t = typePart(self);
  if (t.typeFlags & TYPE_HEAP) return mappingProxyNew(<u64>t.dict);
  const all = tableCopy(typeDict(t), DICT_TYPE);
  if (all == RAISED) return RAISED;
  for (let slot = 1; slot < SLOT_COUNT; slot++) {
    const word = slotWrapperWord(t, slot);
    if (word != 0 && !tableSetName(changetype<TableObject>(<usize>all), slotName(slot),
      load<u64>(word))) return RAISED;
  }
  return mappingProxyNew(all);
}
function type_annotations(self: Value): Value {
  const dict = typeDict(typePart(self));
  const v = tableGetName(dict, S___annotations__);
  if (v != NOTHING) return v;
  const made = dictNew();
  return made == RAISED || !tableSetName(dict, S___annotations__, made) ? RAISED : made;
}
function type_setAnnotations(self: Value, v: Value): bool {
  return typeSetAttribute(<usize>self, S___annotations__, v);
}
function type_subclasses(args: Args, n: i32): Value {
  const l = changetype<ListObject>(typePart(args.at(0)).subclasses);
  return changetype<usize>(l) == 0 ? listNew(0) : listOf(l.items, l.length);
}
function type_repr(v: Value, out: Text): bool {
  out.literal("<class '");
  typeNameInto(<usize>v, out);
  out.literal("'>");
  return true;
}
/** X | Y. */
function type_binary(op: i32, left: Value, right: Value): Value { return unionOf(op, left, right); }
/** C[key]: __class_getitem__, or an alias for built-in containers. */
function type_subscr(v: Value, key: Value): Value {
  const f = getAttrOptional(v, <u64>S___class_getitem__);
  if (f == RAISED) {
    if (raised()) return RAISED;
    const t = typePart(v);
    if (!(t.typeFlags & TYPE_HEAP) || t.native != 0) return aliasNew(v, key);
    return raiseWith(TypeError, "type '%s' is not subscriptable", t.name);
  }
  return call1(f, key);
}
function type_instancecheck(args: Args, n: i32): Value {
  return boolValue(isSubtype(typeOf(args.at(1)), <usize>args.at(0)));
}
function type_subclasscheck(args: Args, n: i32): Value {
  if (!isType(args.at(1))) return raise(TypeError, "issubclass() arg 1 must be a class");
  return boolValue(isSubtype(<usize>args.at(1), <usize>args.at(0)));
}

/** callable(v). */
export function isCallable(v: Value): bool {
  const t = typePart(<u64>typeOf(v));
  return t.call != 0 || (t.unaryMask & TYPE_CALLABLE) != 0;
}

// ---- isinstance, issubclass ----

/** isinstance(v, cls). cls: a class, a union, or a tuple of such. -1 with an exception pending. May
 *  run Python. */
export function isInstanceOf(v: Value, cls: Value): i32 { return classCheck(v, cls, true); }
/** issubclass(v, cls). -1 with an exception pending. May run Python. */
export function isSubclassOf(v: Value, cls: Value): i32 { return classCheck(v, cls, false); }
function classCheck(v: Value, cls: Value, instance: bool): i32 {
  if (isObject(cls)) {
    const row = payloadOf(cls, TUPLE_TYPE);
    if (row != 0) return anyOf(v, changetype<TupleObject>(row), instance);
    if (isExactly(cls, UNION_TYPE)) {
      return anyOf(v, changetype<TupleObject>(changetype<UnionObject>(<usize>cls).args), instance);
    }
    const meta = typeOf(cls);
    if (typePart(<u64>meta).typeFlags & TYPE_HEAP) {
      const f = typeLookup(meta, instance ? S___instancecheck__ : S___subclasscheck__);
      if (f != NOTHING && isFunction(f)) {
        const r = callSpecial(f, cls, 1, v, NOTHING);
        return r == RAISED ? -1 : truth(r);
      }
    }
    if (isType(cls)) {
      if (instance) return isSubtype(typeOf(v), <usize>cls) ? 1 : claims(v, cls);
      if (isType(v)) return <i32>isSubtype(<usize>v, <usize>cls);
      raise(TypeError, "issubclass() arg 1 must be a class");
      return -1;
    }
  }
  raise(TypeError, instance ? "isinstance() arg 2 must be a type, a tuple of types, or a union"
    : "issubclass() arg 2 must be a class, a tuple of classes, or a union");
  return -1;
}
/** An instance whose class says, in a property or __getattribute__, that its __class__ is another.
 *  -1 with an exception pending. */
function claims(v: Value, cls: Value): i32 {
  if (!isInstance(v)) return 0;
  if (!(typePart(<u64>typeOf(v)).typeFlags & TYPE_HAS_GETATTRIBUTE)
    && typeFindWord(typeOf(v), S___class__) == typeFindWord(OBJECT_TYPE, S___class__)) return 0;
  const c = getAttrOptional(v, <u64>S___class__);
  if (c == RAISED) return raised() ? -1 : 0;
  return <i32>(isType(c) && isSubtype(<usize>c, <usize>cls));
}
function anyOf(v: Value, row: TupleObject, instance: bool): i32 {
  if (!enterNative()) return -1;
  const base = rootsMark();
  keep(v); keep(<u64>changetype<usize>(row));
  let r = 0;
  for (let i: u32 = 0; i < row.length && r == 0; i++) r = classCheck(v, row.at(i), instance);
  release(base);
  leaveNative();
  return r;
}

export function typeInstall(): void {
  const t = typeBegin(TYPE_TYPE, "type", OBJECT_TYPE, typeMark);
  const type = t.type();
  t.flag(TYPE_META);
  type.call = type_call.index;
  type.repr = type_repr.index;
  type.binary = type_binary.index;
  type.binaryMask = 1 << OP_OR;
  type.subscr = type_subscr.index;
  t.staticDef("__new__", type_new, "cls,name=,bases=,dict=,/,**");
  t.def("__init__", type_init, "*args,**");
  t.classDef("__prepare__", type_prepare, "*args,**");
  t.attributeSet("__name__", type_name, type_setName);
  t.attributeSet("__qualname__", type_qualname, type_setQualname);
  t.attributeSet("__module__", type_module, type_setModule);
  t.attributeSet("__doc__", type_doc, type_setDoc);
  t.attributeSet("__bases__", type_bases, type_setBases);
  t.attributeSet("__annotations__", type_annotations, type_setAnnotations);
  t.attribute("__base__", type_base);
  t.attribute("__mro__", type_mroAttribute);
  t.attribute("__dict__", type_dict);
  t.method("mro", type_mro, 0, 0);
  t.method("__subclasses__", type_subclasses, 0, 0);
  t.method("__instancecheck__", type_instancecheck, 1, 1);
  t.method("__subclasscheck__", type_subclasscheck, 1, 1);
}
