// Attributes: finding, setting and deleting them, on any value.
//
// Two ways in:
//  * getAttr, getAttrOptional, setAttr give the result; properties and __getattr__ written in
//    Python run
//    nested. For natives.
//  * attributeFind and attributeStore never call Python functions: they say what is to be called.
//    For the
//    interpreter, which pushes a frame. They also say what an inline cache needs.
// Names are interned strs (internStr); results stay valid until the next safepoint.
// Behaviour: docs.python.org/3/howto/descriptor.html.
import { Value, RAISED, NOTHING } from "../core/value";
import { typeOf, klassOf, isExactly } from "../heap/header";
import {
  TypeObject, TYPE_TYPE, TYPE_HEAP, TYPE_META, TYPE_HAS_GETATTRIBUTE, TYPE_HAS_GETATTR,
  TYPE_DATA_DESCRIPTOR, TYPE_BINDS, TYPE_SLOTS_ONLY, TYPE_EXCEPTION,
} from "./type";
import {
  raised, catchPending, exceptionPart, ExceptionObject, AttributeError, TypeError, pendingException,
  raiseValue, exceptionNew, raiseWith, raiseFormat,
} from "./errors";
import { literalOf } from "./text";
import { STR_TYPE, internStr, emptyStr } from "./str";
import { TableObject, dictNew, tableFindName, tableGetName, ENTRY_VALUE } from "./table";
import { InstanceObject, ShapeObject, SHAPE_DICT, isInstance } from "./instance_layout";
import { shapeFind, instanceDict, shapeOf, slotAddress } from "./shape";
import { PartialObject, LRU_CACHE_TYPE, isPartialType } from "./partial";
import { FunctionObject, FUNCTION_TYPE } from "./function";
import { typeQualname } from "./instance";
import { boundMethodNew } from "./bound_method";
import {
  NativeFunction, NATIVE_TYPE, NATIVE_CLASS, NATIVE_STATIC, GetSet, GETSET_TYPE, boundNativeNew,
} from "./native";
import {
  PROPERTY_TYPE, PropertyObject, STATIC_METHOD_TYPE, CLASS_METHOD_TYPE, WrappedMethod, MEMBER_TYPE,
  MemberObject,
} from "./property";
import { SLOT_WRAPPER_TYPE } from "./slot_wrappers";
import { MODULE_TYPE, ModuleObject } from "./module";
import { SUPER_TYPE, SuperObject, superWord, fillSuper } from "./super";
import { exceptionAttribute } from "./exceptions";
import { exceptionSetField } from "./exception_fields";
import { typeFindWord, typeLookup } from "./type_lookup";
import { methodSelf } from "./method_self";
import { payloadOf } from "./protocol";
import { NONE } from "./singletons";
import { callRow } from "./hooks";
import { frozenHelper } from "./frozen";
import { emptyTuple } from "./tuple";
import { addRootMarker, markValue } from "../heap/collector";
import {
  S___getattribute__, S___getattr__, S___get__, S___dict__, S___doc__, S___module__, S___name__,
  S___class__, S_builtins, S_name, S_obj,
} from "./names";
import {
  FIND_MISSING, FIND_VALUE, FIND_METHOD, FIND_GETTER, STORE_DONE, STORE_SETTER, foundValue,
  foundSelf, foundCount, CACHE_TYPE, CACHE_MODULE, cacheAt, findArgs, value, method, getter1,
  getter2, getter3, setFoundCount, missing, cacheNone, cacheWord, cacheMoved, cacheClass, cacheAsk,
  cacheSlotOf,
} from "./attribute_found";
import { TUPLE_GETTER_TYPE } from "./tuple_getter";
import { attributeStore } from "./attribute_store";
export { typeLookup } from "./type_lookup";

// ---- finding ----

/** Finds v.name without running Python. Returns FIND_*; see there. */
export function attributeFind(v: Value, name: usize): i32 {
  const type = changetype<TypeObject>(typeOf(v));
  if (!(type.typeFlags & (TYPE_HAS_GETATTRIBUTE | TYPE_HAS_GETATTR)))
    return attributeFindPlain(v, name);
  let kind: i32;
  if (type.typeFlags & TYPE_HAS_GETATTRIBUTE) {
    cacheNone();
    kind = getter2(typeLookup(changetype<usize>(type), S___getattribute__), v, <u64>name);
  } else {
    kind = attributeFindPlain(v, name);
  }
  if (!(type.typeFlags & TYPE_HAS_GETATTR) || kind == FIND_VALUE || kind == FIND_METHOD)
    return kind;
  const fallback = typeLookup(changetype<usize>(type), S___getattr__);
  if (kind == FIND_MISSING) {
    return catchPending(AttributeError) ? getter2(fallback, v, <u64>name) : FIND_MISSING;
  }
  return withFallback(fallback, v, name);
}
/** A getter whose AttributeError leads to __getattr__: the frozen helper _get_or does it. */
function withFallback(fallback: Value, v: Value, name: usize): i32 {
  const helper = frozenHelper("_get_or");
  if (helper == RAISED) return FIND_MISSING;
  const args = findArgs(), getter = foundValue, count = foundCount;
  memory.copy(args + 32, args, <usize>count << 3);
  store<u64>(args, getter, 24);
  getter3(helper, fallback, v, name);
  setFoundCount(count + 4);
  cacheNone();
  return FIND_GETTER;
}
/** As attributeFind, but __getattribute__ and __getattr__ of the class are passed over: what
 *  object.__getattribute__ does. */
export function attributeFindPlain(v: Value, name: usize): i32 {
  cacheNone();
  const t = typeOf(v), type = changetype<TypeObject>(t);
  if (type.typeFlags & TYPE_META) return classFind(v, name, type);
  if (t == MODULE_TYPE) return moduleFind(v, name);
  if (t == SUPER_TYPE) return superFind(v, name);
  if (type.getattr != 0) return answer(call_indirect<Value>(type.getattr, v, <u64>name));
  const word = typeFindWord(t, name);
  const d = word == 0 ? NOTHING : load<u64>(word);
  if (isDataDescriptor(d) && describesGet(d)) return bind(d, word, v, type);
  // the object's own attributes
  let cacheable = true, dict: usize = 0;
  if (isInstance(v)) {
    const o = changetype<InstanceObject>(<usize>v), shape = changetype<ShapeObject>(o.klass);
    if (shape.flags & SHAPE_DICT) {
      dict = o.overflow;
    } else {
      const slot = shapeFind(shape, name);
      if (slot >= 0) {
        const own = load<u64>(slotAddress(<usize>v, shape, slot));
        if (own != NOTHING) {
          cacheSlotOf(o.klass, slot);
          return value(own);
        }
      }
    }
  } else if (mayHaveDict(t)) {
    cacheable = false;
    dict = ownDict(v);
  }
  if (dict != 0) {
    cacheable = false;
    const own = tableGetName(changetype<TableObject>(dict), name);
    if (own != NOTHING) return value(own);
  }
  if (d != NOTHING) {
    const kind = bind(d, word, v, type);
    if (!cacheable) cacheNone();
    return kind;
  }
  const special = specialAttribute(v, name, type);
  if (special != NOTHING) return value(special);
  return raised() ? missing() : raiseNoAttribute(v, name);
}
/** Attributes that every object has without their lying anywhere: __dict__, __doc__, __module__. */
function specialAttribute(v: Value, name: usize, type: TypeObject): Value {
  if (name == S___dict__) return dictOf(v);
  if (name == S___doc__) return NONE;
  if (type.typeFlags & TYPE_EXCEPTION && !(type.typeFlags & TYPE_META)) {
    const field = exceptionAttribute(v, name);
    if (field != NOTHING) return field;
  }
  if (name == S___module__ && (type.typeFlags & TYPE_HEAP) == 0) return <u64>S_builtins;
  return NOTHING;
}
/** The dict of a value's own attributes: made if need be, instances go over to keeping theirs in
 *  it. NOTHING without exception: it has none; RAISED with MemoryError pending. */
export function dictOf(v: Value): Value {
  if (isInstance(v)) {
    return changetype<TypeObject>(typeOf(v)).typeFlags & TYPE_SLOTS_ONLY ? NOTHING
      : instanceDict(changetype<InstanceObject>(<usize>v));
  }
  const dict = ownDict(v);
  if (dict != 0) return <u64>dict;
  const t = typeOf(v);
  if (!mayHaveDict(t)) return NOTHING;
  const made = dictNew();
  if (made == RAISED) return RAISED;
  if (t == FUNCTION_TYPE) changetype<FunctionObject>(<usize>v).dict = <usize>made;
  else if (isPartialType(t)) changetype<PartialObject>(<usize>v).dict = <usize>made;
  else changetype<ExceptionObject>(<usize>v).fields = <usize>made;
  return made;
}
/** A descriptor's answer. */
function answer(r: Value): i32 { return r == RAISED ? missing() : value(r); }
/** DictObject of a built-in value's own attributes, 0: none (yet). Not for instances and
 *  classes. */
function ownDict(v: Value): usize {
  const t = typeOf(v);
  if (t == FUNCTION_TYPE) return changetype<FunctionObject>(<usize>v).dict;
  if (t == MODULE_TYPE) return changetype<ModuleObject>(<usize>v).dict;
  if (isPartialType(t)) return changetype<PartialObject>(<usize>v).dict;
  if (changetype<TypeObject>(t).typeFlags & TYPE_EXCEPTION)
    return changetype<ExceptionObject>(<usize>v).fields;
  return 0;
}
export function mayHaveDict(type: usize): bool {
  return type == FUNCTION_TYPE || isPartialType(type)
    || (changetype<TypeObject>(type).typeFlags & (TYPE_EXCEPTION | TYPE_HEAP)) == TYPE_EXCEPTION;
}
/** True if `d`, found on a type, goes before the object's own attributes. */
@inline export function isDataDescriptor(d: Value): bool {
  return (changetype<TypeObject>(typeOf(d)).typeFlags & TYPE_DATA_DESCRIPTOR) != 0;
}
/** Not a class with __set__ or __delete__ only: such descriptors let the object's own attribute be
 *  read. */
@inline function describesGet(d: Value): bool {
  const t = changetype<TypeObject>(typeOf(d));
  return !(t.typeFlags & TYPE_HEAP) || t.descriptorGet != 0 || t.native != 0;
}
/** The built-in type that says how `d` binds: its own, or for an instance of a subclass of
 *  property, staticmethod or classmethod that type. */
export function bindingType(d: Value, t: TypeObject): usize {
  return t.typeFlags & TYPE_HEAP && t.native != 0 && !isObjectWithGet(d, t) ? t.native
    : changetype<usize>(t);
}
/** The class of `d` has a __get__ written in Python. */
function isObjectWithGet(d: Value, t: TypeObject): bool {
  const get = typeLookup(changetype<usize>(t), S___get__);
  return isExactly(get, FUNCTION_TYPE);
}
/** What v.name is when `d` (in the word at `word`) was found on the type. */
function bind(d: Value, word: usize, v: Value, type: TypeObject): i32 {
  cacheClass(v, type, word);
  if (isExactly(d, FUNCTION_TYPE)) return method(d, v);
  const dt = changetype<TypeObject>(typeOf(d)), t = bindingType(d, dt);
  if (t == NATIVE_TYPE) {
    const f = changetype<NativeFunction>(<usize>d);
    if (f.flags & NATIVE_STATIC || (f.owner == 0 && !(f.flags & NATIVE_CLASS))) return value(d);
    if (!(f.flags & NATIVE_CLASS)) return method(d, v);
    cacheNone();
    return method(d, <u64>changetype<usize>(type));
  }
  if (t == SLOT_WRAPPER_TYPE || t == LRU_CACHE_TYPE) return method(d, v);
  if (t == PROPERTY_TYPE) {
    const p = changetype<PropertyObject>(payloadOf(d, PROPERTY_TYPE));
    if (p.fget == NOTHING) return propertyLacks(p, v, "getter");
    cacheMoved(changetype<usize>(p) + offsetof<PropertyObject>("fget"));
    return getter1(p.fget, v);
  }
  if (t == STATIC_METHOD_TYPE) {
    cacheMoved(payloadOf(d, t) + offsetof<WrappedMethod>("function"));
    return value(load<u64>(cacheAt));
  }
  if (t == GETSET_TYPE) {
    cacheNone();
    const g = changetype<GetSet>(<usize>d);
    const self = methodSelf(g.owner, v, g.name);
    return answer(self == RAISED ? RAISED : call_indirect<Value>(g.get, self));
  }
  if (t == MEMBER_TYPE) return memberFind(changetype<MemberObject>(<usize>d), v);
  if (t == CLASS_METHOD_TYPE) {
    cacheNone();
    return classMethod(load<u64>(payloadOf(d, t) + offsetof<WrappedMethod>("function")),
      changetype<usize>(type));
  }
  if (dt.descriptorGet == 0) return value(d);
  const kind = askDescriptor(d, dt, v, changetype<usize>(type));
  if (t == TUPLE_GETTER_TYPE && kind == FIND_VALUE) {
    cacheClass(v, type, word);
    cacheAsk();
  }
  return kind;
}
/** What the __get__ of `d` answers. object NOTHING: on the class. */
function askDescriptor(d: Value, dt: TypeObject, object: Value, type: usize): i32 {
  cacheNone();
  if (!(dt.typeFlags & TYPE_HEAP))
    return answer(call_indirect<Value>(dt.descriptorGet, d, object, type));
  return getter3(typeLookup(changetype<usize>(dt), S___get__), d, object == NOTHING ? NONE : object,
    <u64>type);
}
/** As bind, of what `word` holds; a cache may keep nothing. */
function bindUncached(word: usize, v: Value, type: TypeObject): i32 {
  const kind = bind(load<u64>(word), word, v, type);
  cacheNone();
  return kind;
}
/** How a special method `f`, found on the class of `v`, is to be called: as attributeFind. */
export function bindSpecial(f: Value, v: Value): i32 {
  return bind(f, 0, v, changetype<TypeObject>(typeOf(v)));
}
/** A classmethod's function, found on `type`: bound to it; descriptors inside are asked for the
 *  class. */
function classMethod(fn: Value, type: usize): i32 {
  const t = changetype<TypeObject>(typeOf(fn));
  return t.typeFlags & TYPE_BINDS || t.descriptorGet != 0 || bindingType(fn, t) == PROPERTY_TYPE
    ? bind(fn, 0, <u64>type, changetype<TypeObject>(type)) : method(fn, <u64>type);
}
function memberFind(m: MemberObject, v: Value): i32 {
  cacheNone();
  const at = memberAddress(m, v);
  if (at == 0) return missing();
  const own = load<u64>(at);
  return own == NOTHING ? raiseNoAttribute(v, <usize>m.name) : value(own);
}
/** Address of the slot of a name of __slots__ in `v`; 0 with TypeError pending. Sets the cache. */
export function memberAddress(m: MemberObject, v: Value): usize {
  const slot = isInstance(v) ? shapeFind(shapeOf(v), <usize>m.name) : -1;
  if (slot < 0) {
    methodSelf(m.owner, v, m.name);
    if (!raised()) raiseNoAttribute(v, <usize>m.name);
    return 0;
  }
  const shape = shapeOf(v);
  if (!(shape.flags & SHAPE_DICT)) {
    cacheSlotOf(changetype<usize>(shape), slot);
  }
  return slotAddress(<usize>v, shape, slot);
}

/** C.name for a class C with metaclass `meta`. */
function classFind(v: Value, name: usize, meta: TypeObject): i32 {
  const type = changetype<TypeObject>(<usize>v);
  const metaWord = typeFindWord(changetype<usize>(meta), name);
  const metaValue = metaWord == 0 ? NOTHING : load<u64>(metaWord);
  const word = isDataDescriptor(metaValue) ? 0 : typeFindWord(<usize>v, name);
  if (word != 0) {
    const kind = bindOnClass(load<u64>(word), word, type);
    if (changetype<usize>(meta) != TYPE_TYPE) cacheNone();
    return kind;
  }
  if (metaValue != NOTHING) return bindUncached(metaWord, v, meta);
  return noAttribute("type object '%s' has no attribute '%s'", type.name, v, name);
}
/** What C.name is when `d` was found on C or a base. */
function bindOnClass(d: Value, word: usize, type: TypeObject): i32 {
  cacheWord(CACHE_TYPE, changetype<usize>(type), type.version, word);
  if (isExactly(d, FUNCTION_TYPE)) return value(d);
  const dt = changetype<TypeObject>(typeOf(d)), t = bindingType(d, dt);
  if (t == NATIVE_TYPE) {
    const flags = changetype<NativeFunction>(<usize>d).flags;
    return (flags & (NATIVE_CLASS | NATIVE_STATIC)) == NATIVE_CLASS
      ? method(d, <u64>changetype<usize>(type)) : value(d);
  }
  if (t == STATIC_METHOD_TYPE) {
    cacheMoved(payloadOf(d, t) + offsetof<WrappedMethod>("function"));
    return value(load<u64>(cacheAt));
  }
  if (t == CLASS_METHOD_TYPE) {
    cacheMoved(payloadOf(d, t) + offsetof<WrappedMethod>("function"));
    const kind = classMethod(load<u64>(cacheAt), changetype<usize>(type));
    if (kind != FIND_METHOD) cacheNone();
    return kind;
  }
  if (t == PROPERTY_TYPE || dt.descriptorGet == 0) return value(d);
  return askDescriptor(d, dt, NOTHING, changetype<usize>(type));
}

function moduleFind(v: Value, name: usize): i32 {
  const dict = changetype<TableObject>(changetype<ModuleObject>(<usize>v).dict);
  const e = tableFindName(dict, name);
  if (e != 0) {
    cacheWord(CACHE_MODULE, changetype<usize>(dict), dict.version, e + ENTRY_VALUE);
    return value(load<u64>(cacheAt));
  }
  const word = typeFindWord(MODULE_TYPE, name);
  if (word != 0) return bindUncached(word, v, changetype<TypeObject>(MODULE_TYPE));
  if (name == S___dict__) return value(<u64>changetype<usize>(dict));
  if (name == S___doc__) return value(NONE);
  const hook = tableGetName(dict, S___getattr__);
  if (hook != NOTHING) return getter1(hook, <u64>name);
  const own = payloadOf(tableGetName(dict, S___name__), STR_TYPE);
  return noAttribute("module '%s' has no attribute '%s'", own == 0 ? emptyStr() : own, v, name);
}
function superFind(v: Value, name: usize): i32 {
  const s = changetype<SuperObject>(<usize>v);
  const word = name == S___class__ ? 0 : superWord(s, name);
  if (word == 0) {
    const own = typeFindWord(SUPER_TYPE, name);
    return own == 0 ? raiseNoAttribute(v, name)
      : bind(load<u64>(own), own, v, changetype<TypeObject>(SUPER_TYPE));
  }
  const type = changetype<TypeObject>(s.selfType);
  if (s.self != <u64>s.selfType) return bindUncached(word, s.self, type);
  const kind = bindOnClass(load<u64>(word), word, type);
  cacheNone();
  return kind;
}
/** super(cls, self).name without making the super object (opcode LOAD_SUPER_METHOD). Returns
 *  FIND_*. Raises TypeError if self is no instance or subclass of cls. */
export function superAttributeFind(cls: Value, self: Value, name: usize): i32 {
  cacheNone();
  const s = changetype<SuperObject>(SCRATCH_SUPER);
  if (!fillSuper(s, cls, self)) return missing();
  return superFind(<u64>SCRATCH_SUPER, name);
}
/** A super object that lives for one look-up. */
const SCRATCH_SUPER: usize = memory.data(32, 16);

// ---- messages ----

/** The caller only wants to know whether there is such an attribute: no message need be made. */
let quiet: bool = false;
/** The AttributeError of quiet look-ups. */
let spareError: Value = NOTHING;
/** attributeFind for those who will swallow the AttributeError (hasattr, getattr with a
 *  default). */
export function attributeFindQuietly(v: Value, name: usize): i32 {
  quiet = true;
  const kind = attributeFind(v, name);
  quiet = false;
  return kind;
}
/** Raises AttributeError of a template, made of `shown` and the name, with its attributes `name`
 *  and `obj`; the spare one in a quiet look-up. Returns FIND_MISSING. */
function noAttribute(template: string, shown: u64, v: Value, name: usize): i32 {
  missing();
  if (quiet) { raiseValue(spareError); return FIND_MISSING; }
  raiseFormat(AttributeError, template, shown, name);
  const e = exceptionPart(pendingException());
  if (klassOf(changetype<usize>(e)) == AttributeError) {
    exceptionSetField(e, S_name, name) && exceptionSetField(e, S_obj, v);
  }
  return FIND_MISSING;
}
/** Raises AttributeError "'T' object has no attribute 'x'". Returns FIND_MISSING (STORE_FAILED). */
export function raiseNoAttribute(v: Value, name: usize): i32 {
  return noAttribute("'%t' object has no attribute '%s'", v, v, name);
}
/** Raises AttributeError: a property has no getter, setter or deleter (`what`). Returns
 *  FIND_MISSING. */
export function propertyLacks(p: PropertyObject, v: Value, what: string): i32 {
  const type = typeQualname(changetype<TypeObject>(typeOf(v)));
  if (p.name == NOTHING)
    raiseFormat(AttributeError, "property of '%s' object has no %l", type, literalOf(what));
  else raiseFormat(AttributeError, "property '%s' of '%s' object has no %l", p.name, type,
    literalOf(what));
  cacheNone();
  return missing();
}

// ---- with Python run nested ----

/** The value of a FIND_METHOD: a new bound method (or bound native). Raises MemoryError. */
export function boundValue(fn: Value, self: Value): Value {
  return isExactly(fn, NATIVE_TYPE) || isExactly(fn, SLOT_WRAPPER_TYPE) ? boundNativeNew(fn, self)
    : boundMethodNew(fn, self);
}
/** The value of what attributeFind found. Runs Python nested for a getter. */
export function findResult(kind: i32): Value {
  if (kind == FIND_VALUE) return foundValue;
  if (kind == FIND_METHOD) return boundValue(foundValue, foundSelf);
  return kind == FIND_GETTER ? callFound() : RAISED;
}
/** Calls foundValue with its arguments, nested. */
function callFound(): Value { return callRow(foundValue, findArgs(), foundCount); }
/** v.name; name an interned str. Raises AttributeError and what descriptors raise. May run
 *  Python. */
export function getAttr(v: Value, name: Value): Value {
  return findResult(attributeFind(v, <usize>name));
}
/** As getAttr, but NOTHING without exception if there is no such attribute (AttributeError
 *  swallowed); RAISED with raised() for other errors. */
export function getAttrOptional(v: Value, name: Value): Value {
  const r = findResult(attributeFindQuietly(v, <usize>name));
  if (r == RAISED) catchPending(AttributeError);
  return r;
}
/** v.name = value; value NOTHING: del v.name. False with an exception pending. May run Python. */
export function setAttr(v: Value, name: Value, value: Value): bool {
  const kind = attributeStore(v, <usize>name, value);
  return kind == STORE_SETTER ? callFound() != RAISED : kind == STORE_DONE;
}
/** `name` as an interned str. Raises TypeError (not a str), MemoryError. */
export function attributeName(name: Value): Value {
  const s = payloadOf(name, klassOf(S___name__));
  if (s != 0) return internStr(<u64>s);
  return raiseWith(TypeError, "attribute name must be string, not '%t'", name);
}
function markFound(): void {
  // At a safepoint they have been copied.
  memory.fill(findArgs(), 0, 64);
  markValue(spareError);
}
/** At boot, when exceptions can be made. */
export function attributesInit(): void {
  addRootMarker(markFound);
  spareError = exceptionNew(AttributeError, emptyTuple());
}
