// Attributes: finding, setting and deleting them, on any value.
//
// Two ways in:
//  * getAttr, getAttrOptional, setAttr give the result; properties and __getattr__ written in Python run
//    nested. For natives.
//  * attributeFind and attributeStore never call Python functions: they say what is to be called. For the
//    interpreter, which pushes a frame. They also say what an inline cache needs.
// Names are interned strs (internStr); results stay valid until the next safepoint.
// Behaviour: docs.python.org/3/howto/descriptor.html.
import { Value, RAISED, NOTHING, isObject } from "../core/value";
import { typeOf, klassOf, isExactly } from "../heap/header";
import { rootsMark, keep, release } from "../heap/roots";
import {
  TypeObject, TYPE_TYPE, TYPE_HEAP, TYPE_META, TYPE_HAS_GETATTRIBUTE, TYPE_HAS_GETATTR, TYPE_HAS_SETATTR,
  TYPE_HAS_DELATTR, TYPE_DATA_DESCRIPTOR, TYPE_SLOTS_ONLY, TYPE_EXCEPTION,
} from "./type";
import {
  raiseText, raised, catchPending, exceptionPart, ExceptionObject, AttributeError, TypeError,
  pendingException, raiseValue, exceptionNew, raise, raiseWith, raiseFormat,
} from "./errors";
import { Text, textNew, literalOf } from "./text";
import { internStr } from "./str";
import {
  TableObject, dictNew, tableFindName, tableGetName, tableSetName, tableRemove, ENTRY_VALUE, DICT_TYPE,
} from "./table";
import { InstanceObject, ShapeObject, SHAPE_DICT, isInstance } from "./instance_layout";
import { shapeFind, shapeAdd, instanceAdd, instanceDict, instanceSetDict, shapeOf, slotAddress } from "./shape";
import { PartialObject, PARTIAL_TYPE } from "./partial";
import { FunctionObject, FUNCTION_TYPE } from "./function";
import { boundMethodNew } from "./bound_method";
import {
  NativeFunction, NATIVE_TYPE, NATIVE_CLASS, NATIVE_STATIC, GetSet, GETSET_TYPE, boundNativeNew,
} from "./native";
import {
  PROPERTY_TYPE, PropertyObject, STATIC_METHOD_TYPE, CLASS_METHOD_TYPE, WrappedMethod, MEMBER_TYPE, MemberObject,
} from "./property";
import { SLOT_WRAPPER_TYPE } from "./slot_wrappers";
import { MODULE_TYPE, ModuleObject } from "./module";
import { SUPER_TYPE, SuperObject, superWord, fillSuper } from "./super";
import { exceptionAttribute } from "./exceptions";
import { exceptionSetField } from "./exception_fields";
import { typeFindWord, typeLookup } from "./type_lookup";
import { typeSetAttribute } from "./type_change";
import { methodSelf } from "./method_self";
import { payloadOf } from "./protocol";
import { NONE } from "./singletons";
import { Args } from "./args";
import { callValue } from "./hooks";
import { helpersReady, frozenHelper } from "./frozen";
import { emptyTuple } from "./tuple";
import { addRootMarker, markValue, markValues } from "../heap/collector";
import {
  S___getattribute__, S___getattr__, S___setattr__, S___delattr__, S___get__, S___set__, S___delete__,
  S___dict__, S___doc__, S___module__, S___name__, S___class__, S_builtins, S_name, S_obj,
} from "./names";
export { typeLookup } from "./type_lookup";

// ---- results of attributeFind ----

/** An exception is pending (AttributeError, or what a native descriptor raised). */
export const FIND_MISSING: i32 = 0;
/** foundValue is the value. */
export const FIND_VALUE: i32 = 1;
/** A function found on the type (or a class method) that binds: foundValue is the function, foundSelf its first
 *  argument. For a call there is no need to make a bound object; boundValue() makes it. The function may be a
 *  FunctionObject, a NativeFunction, a slot wrapper, or any callable (in a classmethod). */
export const FIND_METHOD: i32 = 2;
/** The value is what calling foundValue with the `foundCount` arguments at findArgs() returns (a property's getter,
 *  __get__, __getattr__, __getattribute__). foundValue is callable, mostly a FunctionObject. */
export const FIND_GETTER: i32 = 3;

// ---- results of attributeStore ----

/** An exception is pending. */
export const STORE_FAILED: i32 = 0;
/** Done. */
export const STORE_DONE: i32 = 1;
/** To be done by calling foundValue with the `foundCount` arguments at findArgs(); the result is ignored. */
export const STORE_SETTER: i32 = 2;

/** What was found: the value, the function, or the function to call. */
export let foundValue: Value = NOTHING;
/** FIND_METHOD: the first argument. */
export let foundSelf: Value = NOTHING;
/** FIND_GETTER, STORE_SETTER: number of arguments at findArgs(); at most 8. */
export let foundCount: i32 = 0;

// ---- what an inline cache may keep, set by attributeFind and attributeStore ----

/** Nothing: look up each time. */
export const CACHE_NONE: i32 = 0;
/** For objects whose klass (first word) is cacheKlass, a shape: the value is in slot `cacheSlot` (slotAddress in
 *  shape.ts). If the slot holds NOTHING the slow path must be taken (an unset name of __slots__). */
export const CACHE_SLOT: i32 = 1;
/** For objects whose klass (first word: shape or type) is cacheKlass, while the version of their type is
 *  cacheVersion: the same kind of result (FIND_VALUE, FIND_METHOD with foundSelf the object itself, or FIND_GETTER
 *  with the object as only argument), and the value or function is in the word at cacheAt. */
export const CACHE_CLASS: i32 = 2;
/** For the object cacheKlass itself, a class whose metaclass is `type`, while its version is cacheVersion: the
 *  value (FIND_VALUE) or function (FIND_METHOD, foundSelf: the class) is in the word at cacheAt. */
export const CACHE_TYPE: i32 = 3;
/** For a module whose dict is cacheKlass, while that dict's version is cacheVersion: the value is in the word at
 *  cacheAt. For attributeStore: is to be put there. */
export const CACHE_MODULE: i32 = 4;
/** attributeStore only: an object whose klass is cacheKlass gets klass cacheNewShape and the value in its new slot
 *  cacheSlot, which is inside the instance (cacheSlot < inlineSlots). */
export const CACHE_ADD: i32 = 5;

// Shapes, types and modules held by a cache must be kept alive or the cache emptied at a collection. A CACHE_SLOT
// or CACHE_ADD needs no version: when a class gets a data descriptor or __setattr__ ... after instances were made,
// flushCaches() (hooks.ts) empties all inline caches.
export let cacheKind: i32 = CACHE_NONE;
export let cacheKlass: usize = 0;
export let cacheVersion: u32 = 0;
/** Address of a word (u64) with the value or function. */
export let cacheAt: usize = 0;
export let cacheSlot: u32 = 0;
export let cacheNewShape: usize = 0;

const FIND_ARGS: usize = memory.data(8 * 8, 16);
/** Address of the arguments of a getter or setter. Copied by the caller before anything else is looked up. */
export function findArgs(): usize { return FIND_ARGS; }
@inline function setArg(i: i32, v: Value): void { store<u64>(FIND_ARGS + (<usize>i << 3), v); }

function value(v: Value): i32 { foundValue = v; return FIND_VALUE; }
function method(fn: Value, self: Value): i32 { foundValue = fn; foundSelf = self; return FIND_METHOD; }
function getter1(fn: Value, a: Value): i32 {
  foundValue = fn;
  foundCount = 1;
  setArg(0, a);
  return FIND_GETTER;
}
function getter2(fn: Value, a: Value, b: Value): i32 {
  getter1(fn, a);
  setArg(1, b);
  foundCount = 2;
  return FIND_GETTER;
}
function getter3(fn: Value, a: Value, b: Value, c: Value): i32 {
  getter2(fn, a, b);
  setArg(2, c);
  foundCount = 3;
  return FIND_GETTER;
}
function missing(): i32 { foundValue = NOTHING; return FIND_MISSING; }
@inline function cacheClass(v: Value, type: TypeObject, at: usize): void {
  cacheKind = CACHE_CLASS;
  cacheKlass = isObject(v) ? klassOf(<usize>v) : changetype<usize>(type);
  cacheVersion = type.version;
  cacheAt = at;
}

// ---- finding ----

/** Finds v.name without running Python. Returns FIND_*; see there. */
export function attributeFind(v: Value, name: usize): i32 {
  const type = changetype<TypeObject>(typeOf(v));
  if (!(type.typeFlags & (TYPE_HAS_GETATTRIBUTE | TYPE_HAS_GETATTR))) return attributeFindPlain(v, name);
  let kind: i32;
  if (type.typeFlags & TYPE_HAS_GETATTRIBUTE) {
    cacheKind = CACHE_NONE;
    kind = getter2(typeLookup(changetype<usize>(type), S___getattribute__), v, <u64>name);
  } else {
    kind = attributeFindPlain(v, name);
  }
  if (!(type.typeFlags & TYPE_HAS_GETATTR) || kind == FIND_VALUE || kind == FIND_METHOD) return kind;
  const fallback = typeLookup(changetype<usize>(type), S___getattr__);
  if (kind == FIND_MISSING) {
    return catchPending(AttributeError) ? getter2(fallback, v, <u64>name) : FIND_MISSING;
  }
  return withFallback(fallback, v, name);
}
/** A getter whose AttributeError leads to __getattr__: the frozen helper _get_or does it. */
function withFallback(fallback: Value, v: Value, name: usize): i32 {
  if (!helpersReady()) return FIND_GETTER;
  for (let i = foundCount - 1; i >= 0; i--) setArg(i + 4, load<u64>(FIND_ARGS + (<usize>i << 3)));
  setArg(0, fallback);
  setArg(1, v);
  setArg(2, <u64>name);
  setArg(3, foundValue);
  foundValue = frozenHelper("_get_or");
  foundCount += 4;
  cacheKind = CACHE_NONE;
  return FIND_GETTER;
}
/** As attributeFind, but __getattribute__ and __getattr__ of the class are passed over: what
 *  object.__getattribute__ does. */
export function attributeFindPlain(v: Value, name: usize): i32 {
  cacheKind = CACHE_NONE;
  const t = typeOf(v), type = changetype<TypeObject>(t);
  if (type.typeFlags & TYPE_META) return classFind(v, name, type);
  if (t == MODULE_TYPE) return moduleFind(v, name);
  if (t == SUPER_TYPE) return superFind(v, name);
  if (type.getattr != 0) {
    const r = call_indirect<Value>(type.getattr, v, <u64>name);
    return r == RAISED ? missing() : value(r);
  }
  const word = typeFindWord(t, name);
  const d = word == 0 ? NOTHING : load<u64>(word);
  if (d != NOTHING && isDataDescriptor(d) && describesGet(d)) return bind(d, word, v, type);
  // the object's own attributes
  let cacheable = true;
  if (isInstance(v)) {
    const o = changetype<InstanceObject>(<usize>v), shape = changetype<ShapeObject>(o.klass);
    if (shape.flags & SHAPE_DICT) {
      cacheable = false;
      const own = tableGetName(changetype<TableObject>(o.overflow), name);
      if (own != NOTHING) return value(own);
    } else {
      const slot = shapeFind(shape, name);
      if (slot >= 0) {
        const own = load<u64>(slotAddress(<usize>v, shape, slot));
        if (own != NOTHING) {
          cacheKind = CACHE_SLOT;
          cacheKlass = o.klass;
          cacheSlot = slot;
          return value(own);
        }
      }
    }
  } else {
    const dict = ownDict(v);
    if (dict != 0) {
      cacheable = false;
      const own = tableGetName(changetype<TableObject>(dict), name);
      if (own != NOTHING) return value(own);
    } else if (mayHaveDict(t)) {
      cacheable = false;
    }
  }
  if (d != NOTHING) {
    const kind = bind(d, word, v, type);
    if (!cacheable) cacheKind = CACHE_NONE;
    return kind;
  }
  const special = specialAttribute(v, name, type);
  if (special != NOTHING) return value(special);
  if (!raised()) raiseNoAttribute(v, name);
  return missing();
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
/** The dict of a value's own attributes: made if need be, instances go over to keeping theirs in it. NOTHING
 *  without exception: it has none; RAISED with MemoryError pending. */
export function dictOf(v: Value): Value {
  if (isInstance(v)) {
    return changetype<TypeObject>(typeOf(v)).typeFlags & TYPE_SLOTS_ONLY ? NOTHING
      : instanceDict(changetype<InstanceObject>(<usize>v));
  }
  if (!isObject(v)) return NOTHING;
  const dict = ownDict(v);
  if (dict != 0) return <u64>dict;
  const t = typeOf(v);
  if (!mayHaveDict(t)) return NOTHING;
  const made = dictNew();
  if (made == RAISED) return RAISED;
  if (t == FUNCTION_TYPE) changetype<FunctionObject>(<usize>v).dict = <usize>made;
  else if (t == PARTIAL_TYPE) changetype<PartialObject>(<usize>v).dict = <usize>made;
  else changetype<ExceptionObject>(<usize>v).fields = <usize>made;
  return made;
}
/** DictObject of a built-in value's own attributes, 0: none (yet). Not for instances and classes. */
function ownDict(v: Value): usize {
  if (!isObject(v)) return 0;
  const t = klassOf(<usize>v);
  if (t == FUNCTION_TYPE) return changetype<FunctionObject>(<usize>v).dict;
  if (t == MODULE_TYPE) return changetype<ModuleObject>(<usize>v).dict;
  if (t == PARTIAL_TYPE) return changetype<PartialObject>(<usize>v).dict;
  if (changetype<TypeObject>(t).typeFlags & TYPE_EXCEPTION) return changetype<ExceptionObject>(<usize>v).fields;
  return 0;
}
function mayHaveDict(type: usize): bool {
  return type == FUNCTION_TYPE || type == PARTIAL_TYPE || (changetype<TypeObject>(type).typeFlags & (TYPE_EXCEPTION | TYPE_HEAP)) == TYPE_EXCEPTION;
}
/** True if `d`, found on a type, goes before the object's own attributes. */
@inline function isDataDescriptor(d: Value): bool {
  return isObject(d) && (changetype<TypeObject>(typeOf(d)).typeFlags & TYPE_DATA_DESCRIPTOR) != 0;
}
/** Not a class with __set__ or __delete__ only: such descriptors let the object's own attribute be read. */
@inline function describesGet(d: Value): bool {
  const t = changetype<TypeObject>(typeOf(d));
  return !(t.typeFlags & TYPE_HEAP) || t.descriptorGet != 0 || t.native != 0;
}
/** The built-in type that says how `d` binds: its own, or for an instance of a subclass of property,
 *  staticmethod or classmethod that type. */
function bindingType(d: Value, t: TypeObject): usize {
  return t.typeFlags & TYPE_HEAP && t.native != 0 && !isObjectWithGet(d, t) ? t.native : changetype<usize>(t);
}
/** The class of `d` has a __get__ written in Python. */
function isObjectWithGet(d: Value, t: TypeObject): bool {
  const get = typeLookup(changetype<usize>(t), S___get__);
  return isExactly(get, FUNCTION_TYPE);
}
/** What v.name is when `d` (in the word at `word`) was found on the type. */
function bind(d: Value, word: usize, v: Value, type: TypeObject): i32 {
  if (isExactly(d, FUNCTION_TYPE)) { cacheClass(v, type, word); return method(d, v); }
  if (!isObject(d)) { cacheClass(v, type, word); return value(d); }
  const dt = changetype<TypeObject>(typeOf(d)), t = bindingType(d, dt);
  if (t == NATIVE_TYPE) {
    const f = changetype<NativeFunction>(<usize>d);
    if (f.flags & NATIVE_STATIC || (f.owner == 0 && !(f.flags & NATIVE_CLASS))) {
      cacheClass(v, type, word);
      return value(d);
    }
    if (f.flags & NATIVE_CLASS) return method(d, <u64>changetype<usize>(type));
    cacheClass(v, type, word);
    return method(d, v);
  }
  if (t == SLOT_WRAPPER_TYPE) { cacheClass(v, type, word); return method(d, v); }
  if (t == PROPERTY_TYPE) {
    const p = changetype<PropertyObject>(payloadOf(d, PROPERTY_TYPE));
    if (p.fget == NOTHING) return propertyLacks(p, v, "' object has no getter");
    cacheClass(v, type, changetype<usize>(p) + offsetof<PropertyObject>("fget"));
    return getter1(p.fget, v);
  }
  if (t == GETSET_TYPE) {
    const g = changetype<GetSet>(<usize>d);
    const self = methodSelf(g.owner, v, g.name);
    const r = self == RAISED ? RAISED : call_indirect<Value>(g.get, self);
    return r == RAISED ? missing() : value(r);
  }
  if (t == MEMBER_TYPE) return memberFind(changetype<MemberObject>(<usize>d), v);
  if (t == STATIC_METHOD_TYPE) {
    const at = payloadOf(d, t) + offsetof<WrappedMethod>("function");
    cacheClass(v, type, at);
    return value(load<u64>(at));
  }
  if (t == CLASS_METHOD_TYPE) {
    return classMethod(load<u64>(payloadOf(d, t) + offsetof<WrappedMethod>("function")), changetype<usize>(type));
  }
  if (dt.descriptorGet != 0) {
    if (!(dt.typeFlags & TYPE_HEAP)) {
      const r = call_indirect<Value>(dt.descriptorGet, d, v, changetype<usize>(type));
      return r == RAISED ? missing() : value(r);
    }
    return getter3(typeLookup(changetype<usize>(dt), S___get__), d, v, <u64>changetype<usize>(type));
  }
  cacheClass(v, type, word);
  return value(d);
}
/** How a special method `f`, found on the class of `v`, is to be called: as attributeFind. */
export function bindSpecial(f: Value, v: Value): i32 {
  return bind(f, 0, v, changetype<TypeObject>(typeOf(v)));
}
/** A classmethod's function, found on `type`: bound to it; descriptors inside are asked for the class. */
function classMethod(fn: Value, type: usize): i32 {
  const t = typeOf(fn);
  if (t == PROPERTY_TYPE) return getter1(changetype<PropertyObject>(<usize>fn).fget, <u64>type);
  return method(fn, <u64>type);
}
function memberFind(m: MemberObject, v: Value): i32 {
  const at = memberAddress(m, v);
  if (at == 0) return missing();
  const own = load<u64>(at);
  if (own == NOTHING) { raiseNoAttribute(v, <usize>m.name); return missing(); }
  return value(own);
}
/** Address of the slot of a name of __slots__ in `v`; 0 with TypeError pending. Sets the cache. */
function memberAddress(m: MemberObject, v: Value): usize {
  const slot = isInstance(v) ? shapeFind(shapeOf(v), <usize>m.name) : -1;
  if (slot < 0) {
    methodSelf(m.owner, v, m.name);
    if (!raised()) raiseNoAttribute(v, <usize>m.name);
    return 0;
  }
  const shape = shapeOf(v);
  if (!(shape.flags & SHAPE_DICT)) {
    cacheKind = CACHE_SLOT;
    cacheKlass = changetype<usize>(shape);
    cacheSlot = slot;
  }
  return slotAddress(<usize>v, shape, slot);
}

/** C.name for a class C with metaclass `meta`. */
function classFind(v: Value, name: usize, meta: TypeObject): i32 {
  const type = changetype<TypeObject>(<usize>v);
  const metaWord = typeFindWord(changetype<usize>(meta), name);
  const metaValue = metaWord == 0 ? NOTHING : load<u64>(metaWord);
  if (metaValue != NOTHING && isDataDescriptor(metaValue)) {
    const kind = bind(metaValue, metaWord, v, meta);
    cacheKind = CACHE_NONE;
    return kind;
  }
  const word = typeFindWord(<usize>v, name);
  if (word != 0) {
    const kind = bindOnClass(load<u64>(word), word, type);
    if (changetype<usize>(meta) != TYPE_TYPE) cacheKind = CACHE_NONE;
    return kind;
  }
  if (metaValue != NOTHING) {
    const kind = bind(metaValue, metaWord, v, meta);
    cacheKind = CACHE_NONE;
    return kind;
  }
  if (missQuietly()) return FIND_MISSING;
  const t = textNew();
  t.format("type object '%s' has no attribute '%s'", type.name, name);
  raiseAttributeError(t, v, name);
  return missing();
}
/** What C.name is when `d` was found on C or a base. */
function bindOnClass(d: Value, word: usize, type: TypeObject): i32 {
  cacheKind = CACHE_TYPE;
  cacheKlass = changetype<usize>(type);
  cacheVersion = type.version;
  cacheAt = word;
  if (!isObject(d) || isExactly(d, FUNCTION_TYPE)) return value(d);
  const dt = changetype<TypeObject>(typeOf(d)), t = bindingType(d, dt);
  if (t == NATIVE_TYPE) {
    const flags = changetype<NativeFunction>(<usize>d).flags;
    return (flags & (NATIVE_CLASS | NATIVE_STATIC)) == NATIVE_CLASS ? method(d, <u64>changetype<usize>(type)) : value(d);
  }
  if (t == STATIC_METHOD_TYPE) {
    cacheAt = payloadOf(d, t) + offsetof<WrappedMethod>("function");
    return value(load<u64>(cacheAt));
  }
  if (t == CLASS_METHOD_TYPE) {
    cacheAt = payloadOf(d, t) + offsetof<WrappedMethod>("function");
    const kind = classMethod(load<u64>(cacheAt), changetype<usize>(type));
    if (kind != FIND_METHOD) cacheKind = CACHE_NONE;
    return kind;
  }
  if (t == PROPERTY_TYPE || t == GETSET_TYPE || t == MEMBER_TYPE || t == SLOT_WRAPPER_TYPE || dt.descriptorGet == 0) {
    return value(d);
  }
  cacheKind = CACHE_NONE;
  if (!(dt.typeFlags & TYPE_HEAP)) {
    const r = call_indirect<Value>(dt.descriptorGet, d, NOTHING, changetype<usize>(type));
    return r == RAISED ? missing() : value(r);
  }
  return getter3(typeLookup(changetype<usize>(dt), S___get__), d, NONE, <u64>changetype<usize>(type));
}

function moduleFind(v: Value, name: usize): i32 {
  const dict = changetype<TableObject>(changetype<ModuleObject>(<usize>v).dict);
  const e = tableFindName(dict, name);
  if (e != 0) {
    cacheKind = CACHE_MODULE;
    cacheKlass = changetype<usize>(dict);
    cacheVersion = dict.version;
    cacheAt = e + ENTRY_VALUE;
    return value(load<u64>(cacheAt));
  }
  const word = typeFindWord(MODULE_TYPE, name);
  if (word != 0) {
    const kind = bind(load<u64>(word), word, v, changetype<TypeObject>(MODULE_TYPE));
    cacheKind = CACHE_NONE;
    return kind;
  }
  if (name == S___dict__) return value(<u64>changetype<usize>(dict));
  if (name == S___doc__) return value(NONE);
  const hook = tableGetName(dict, S___getattr__);
  if (hook != NOTHING) return getter1(hook, <u64>name);
  if (missQuietly()) return FIND_MISSING;
  const t = textNew();
  t.literal("module '");
  const own = tableGetName(dict, S___name__);
  if (payloadOf(own, klassOf(name)) != 0) t.str(own);
  t.format("' has no attribute '%s'", name);
  raiseAttributeError(t, v, name);
  return missing();
}
function superFind(v: Value, name: usize): i32 {
  const s = changetype<SuperObject>(<usize>v);
  const word = name == S___class__ ? 0 : superWord(s, name);
  if (word == 0) {
    const own = typeFindWord(SUPER_TYPE, name);
    if (own != 0) return bind(load<u64>(own), own, v, changetype<TypeObject>(SUPER_TYPE));
    raiseNoAttribute(v, name);
    return missing();
  }
  const kind = s.self == <u64>s.selfType
    ? bindOnClass(load<u64>(word), word, changetype<TypeObject>(s.selfType))
    : bind(load<u64>(word), word, s.self, changetype<TypeObject>(s.selfType));
  cacheKind = CACHE_NONE;
  return kind;
}
/** super(cls, self).name without making the super object (opcode LOAD_SUPER_METHOD). Returns FIND_*. Raises
 *  TypeError if self is no instance or subclass of cls. */
export function superAttributeFind(cls: Value, self: Value, name: usize): i32 {
  cacheKind = CACHE_NONE;
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
/** In a quiet look-up: makes the spare AttributeError pending. */
function missQuietly(): bool {
  if (!quiet) return false;
  raiseValue(spareError);
  foundValue = NOTHING;
  return true;
}
/** attributeFind for those who will swallow the AttributeError (hasattr, getattr with a default). */
export function attributeFindQuietly(v: Value, name: usize): i32 {
  quiet = true;
  const kind = attributeFind(v, name);
  quiet = false;
  return kind;
}
/** Raises AttributeError "'T' object has no attribute 'x'". */
export function raiseNoAttribute(v: Value, name: usize): void {
  if (missQuietly()) return;
  const t = textNew();
  t.format("'%t' object has no attribute '%s'", v, name);
  raiseAttributeError(t, v, name);
}
/** Raises AttributeError(text) with its attributes `name` and `obj`. */
function raiseAttributeError(text: Text, v: Value, name: usize): void {
  raiseText(AttributeError, text);
  const e = exceptionPart(pendingException());
  if (klassOf(changetype<usize>(e)) == AttributeError) exceptionSetField(e, S_name, <u64>name) && exceptionSetField(e, S_obj, v);
}
function propertyLacks(p: PropertyObject, v: Value, after: string): i32 {
  const t = textNew();
  t.literal("property ");
  if (p.name != NOTHING) { t.literal("'"); t.str(p.name); t.literal("' "); }
  t.format("of '%t%l", v, literalOf(after));
  raiseText(AttributeError, t);
  return missing();
}

// ---- storing ----

/** Sets v.name = value (NOTHING: deletes) without running Python. Returns STORE_*. */
export function attributeStore(v: Value, name: usize, value: Value): i32 {
  const type = changetype<TypeObject>(typeOf(v));
  if (value != NOTHING && type.typeFlags & TYPE_HAS_SETATTR) {
    cacheKind = CACHE_NONE;
    return getter3(typeLookup(changetype<usize>(type), S___setattr__), v, <u64>name, value) - FIND_GETTER + STORE_SETTER;
  }
  if (value == NOTHING && type.typeFlags & TYPE_HAS_DELATTR) {
    cacheKind = CACHE_NONE;
    return getter2(typeLookup(changetype<usize>(type), S___delattr__), v, <u64>name) - FIND_GETTER + STORE_SETTER;
  }
  return attributeStorePlain(v, name, value);
}
/** As attributeStore, but __setattr__ and __delattr__ of the class are passed over: what object.__setattr__ does. */
export function attributeStorePlain(v: Value, name: usize, value: Value): i32 {
  cacheKind = CACHE_NONE;
  const t = typeOf(v), type = changetype<TypeObject>(t);
  if (t == MODULE_TYPE) return moduleStore(v, name, value);
  if (type.setattr != 0) return done(call_indirect<bool>(type.setattr, v, <u64>name, value));
  const word = typeFindWord(t, name);
  if (word != 0 && isDataDescriptor(load<u64>(word))) return descriptorStore(load<u64>(word), v, name, value);
  if (type.typeFlags & TYPE_META) return done(typeSetAttribute(<usize>v, name, value));
  if (isInstance(v)) return instanceStore(v, name, value, type);
  if (name == S___dict__ || !mayHaveDict(t)) return refuse(v, name, word != 0);
  const dict = dictOf(v);
  if (dict == RAISED) return STORE_FAILED;
  return tableStore(changetype<TableObject>(<usize>dict), v, name, value);
}
@inline function done(ok: bool): i32 { return ok ? STORE_DONE : STORE_FAILED; }
/** Sets or deletes in a dict of attributes. */
function tableStore(dict: TableObject, v: Value, name: usize, value: Value): i32 {
  if (value != NOTHING) return done(tableSetName(dict, name, value));
  const e = tableFindName(dict, name);
  if (e == 0) { raiseNoAttribute(v, name); return STORE_FAILED; }
  tableRemove(dict, e);
  return STORE_DONE;
}
function moduleStore(v: Value, name: usize, value: Value): i32 {
  const dict = changetype<TableObject>(changetype<ModuleObject>(<usize>v).dict);
  const kind = tableStore(dict, v, name, value);
  if (kind != STORE_DONE || value == NOTHING) return kind;
  cacheKind = CACHE_MODULE;
  cacheKlass = changetype<usize>(dict);
  cacheVersion = dict.version;
  cacheAt = tableFindName(dict, name) + ENTRY_VALUE;
  return STORE_DONE;
}
function instanceStore(v: Value, name: usize, value: Value, type: TypeObject): i32 {
  const o = changetype<InstanceObject>(<usize>v), shape = changetype<ShapeObject>(o.klass);
  if (name == S___dict__) return replaceDict(o, type, v, value);
  if (type.typeFlags & TYPE_SLOTS_ONLY) return refuse(v, name, typeFindWord(changetype<usize>(type), name) != 0);
  if (shape.flags & SHAPE_DICT) return tableStore(changetype<TableObject>(o.overflow), v, name, value);
  const slot = shapeFind(shape, name);
  if (value == NOTHING) {
    if (slot < 0) { raiseNoAttribute(v, name); return STORE_FAILED; }
    const dict = instanceDict(o);
    return dict == RAISED ? STORE_FAILED : tableStore(changetype<TableObject>(<usize>dict), v, name, NOTHING);
  }
  if (slot >= 0) {
    store<u64>(slotAddress(<usize>v, shape, slot), value);
    cacheKind = CACHE_SLOT;
    cacheKlass = changetype<usize>(shape);
    cacheSlot = slot;
    return STORE_DONE;
  }
  const next = shapeAdd(shape, name);
  if (next == 0) {
    if (raised()) return STORE_FAILED;
    const dict = instanceDict(o);
    return dict == RAISED ? STORE_FAILED : done(tableSetName(changetype<TableObject>(<usize>dict), name, value));
  }
  if (!instanceAdd(o, shape, changetype<ShapeObject>(next), value)) return STORE_FAILED;
  if (shape.count < shape.inlineSlots) {
    cacheKind = CACHE_ADD;
    cacheKlass = changetype<usize>(shape);
    cacheNewShape = next;
    cacheSlot = shape.count;
  }
  return STORE_DONE;
}
/** o.__dict__ = value. */
function replaceDict(o: InstanceObject, type: TypeObject, v: Value, value: Value): i32 {
  if (type.typeFlags & TYPE_SLOTS_ONLY) { raiseNoAttribute(v, S___dict__); return STORE_FAILED; }
  if (value == NOTHING) {
    const fresh = dictNew();
    return done(fresh != RAISED && instanceSetDict(o, <usize>fresh));
  }
  const dict = payloadOf(value, DICT_TYPE);
  if (dict == 0) {
    raiseWith(TypeError, "__dict__ must be set to a dictionary, not a '%t'", value);
    return STORE_FAILED;
  }
  return done(instanceSetDict(o, dict));
}
/** The class has a data descriptor of this name. */
function descriptorStore(d: Value, v: Value, name: usize, value: Value): i32 {
  const dt = changetype<TypeObject>(typeOf(d)), t = bindingType(d, dt);
  if (t == PROPERTY_TYPE && !(dt.typeFlags & TYPE_HEAP && isExactly(typeLookup(changetype<usize>(dt), S___set__), FUNCTION_TYPE))) {
    const p = changetype<PropertyObject>(payloadOf(d, PROPERTY_TYPE));
    const f = value == NOTHING ? p.fdel : p.fset;
    if (f == NOTHING) {
      propertyLacks(p, v, value == NOTHING ? "' object has no deleter" : "' object has no setter");
      return STORE_FAILED;
    }
    if (value == NOTHING) getter1(f, v); else getter2(f, v, value);
    return STORE_SETTER;
  }
  if (t == GETSET_TYPE) {
    const g = changetype<GetSet>(<usize>d);
    if (g.set == 0) return notWritable(v, name);
    const self = methodSelf(g.owner, v, g.name);
    return done(self != RAISED && call_indirect<bool>(g.set, self, value));
  }
  if (t == MEMBER_TYPE) {
    const at = memberAddress(changetype<MemberObject>(<usize>d), v);
    if (at == 0) return STORE_FAILED;
    if (value == NOTHING && load<u64>(at) == NOTHING) { raiseNoAttribute(v, name); return STORE_FAILED; }
    if (value == NOTHING) cacheKind = CACHE_NONE;
    store<u64>(at, value);
    return STORE_DONE;
  }
  if (!(dt.typeFlags & TYPE_HEAP)) {
    if (dt.descriptorSet == 0) return notWritable(v, name);
    return done(call_indirect<bool>(dt.descriptorSet, d, v, value));
  }
  const f = typeLookup(changetype<usize>(dt), value == NOTHING ? S___delete__ : S___set__);
  if (f == NOTHING) {
    raise(AttributeError, value == NOTHING ? "__delete__" : "__set__");
    return STORE_FAILED;
  }
  if (value == NOTHING) getter2(f, d, v); else getter3(f, d, v, value);
  return STORE_SETTER;
}
function notWritable(v: Value, name: usize): i32 {
  raiseFormat(AttributeError, "attribute '%s' of '%t' objects is not writable", name, v);
  return STORE_FAILED;
}
/** The object has no room for attributes. */
function refuse(v: Value, name: usize, onType: bool): i32 {
  if (!onType) { raiseNoAttribute(v, name); return STORE_FAILED; }
  raiseFormat(AttributeError, "'%t' object attribute '%s' is read-only", v, name);
  return STORE_FAILED;
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
function callFound(): Value {
  const base = rootsMark(), fn = foundValue, n = foundCount;
  keep(fn);
  for (let i = 0; i < n; i++) keep(load<u64>(FIND_ARGS + (<usize>i << 3)));
  const r = callValue(fn, changetype<Args>(base + 8), n);
  release(base);
  return r;
}
/** v.name; name an interned str. Raises AttributeError and what descriptors raise. May run Python. */
export function getAttr(v: Value, name: Value): Value { return findResult(attributeFind(v, <usize>name)); }
/** As getAttr, but NOTHING without exception if there is no such attribute (AttributeError swallowed);
 *  RAISED with raised() for other errors. */
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
  markValues(FIND_ARGS, 8);
  markValue(spareError);
}
/** At boot, when exceptions can be made. */
export function attributesInit(): void {
  addRootMarker(markFound);
  spareError = exceptionNew(AttributeError, emptyTuple());
}
