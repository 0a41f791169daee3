// Setting and deleting attributes, on any value. Results and what a cache may keep:
// attribute_found.ts.
import { Value, RAISED, NOTHING } from "../core/value";
import { typeOf, isExactly } from "../heap/header";
import {
  TypeObject, TYPE_HEAP, TYPE_META, TYPE_HAS_SETATTR, TYPE_HAS_DELATTR, TYPE_SLOTS_ONLY,
} from "./type";
import { raised, AttributeError, TypeError, raise, raiseWith, raiseFormat } from "./errors";
import {
  TableObject, dictNew, tableFindName, tableSetName, tableRemove, ENTRY_VALUE, DICT_TYPE,
} from "./table";
import { InstanceObject, ShapeObject, SHAPE_DICT, isInstance } from "./instance_layout";
import {
  shapeFind, shapeAdd, instanceAdd, instanceDict, instanceSetDict, slotAddress,
} from "./shape";
import { FunctionObject, FUNCTION_TYPE } from "./function";
import { GetSet, GETSET_TYPE } from "./native";
import { PROPERTY_TYPE, PropertyObject, MEMBER_TYPE, MemberObject } from "./property";
import { MODULE_TYPE, ModuleObject } from "./module";
import { typeFindWord, typeLookup } from "./type_lookup";
import { typeSetAttribute } from "./type_change";
import { methodSelf } from "./method_self";
import { payloadOf } from "./protocol";
import { S___setattr__, S___delattr__, S___set__, S___delete__, S___dict__ } from "./names";
import {
  FIND_GETTER, STORE_FAILED, STORE_DONE, STORE_SETTER, CACHE_MODULE, getter1, getter2, getter3,
  cacheNone,
  cacheWord, cacheSlotOf, cacheAdd,
} from "./attribute_found";
import {
  raiseNoAttribute, propertyLacks, dictOf, mayHaveDict, isDataDescriptor, bindingType,
  memberAddress,
} from "./attributes";

/** Sets v.name = value (NOTHING: deletes) without running Python. Returns STORE_*. */
export function attributeStore(v: Value, name: usize, value: Value): i32 {
  const type = changetype<TypeObject>(typeOf(v));
  if (value != NOTHING && type.typeFlags & TYPE_HAS_SETATTR) {
    cacheNone();
    return getter3(typeLookup(changetype<usize>(type), S___setattr__), v, <u64>name,
      value) - FIND_GETTER + STORE_SETTER;
  }
  if (value == NOTHING && type.typeFlags & TYPE_HAS_DELATTR) {
    cacheNone();
    return getter2(typeLookup(changetype<usize>(type), S___delattr__), v,
      <u64>name) - FIND_GETTER + STORE_SETTER;
  }
  return attributeStorePlain(v, name, value);
}
/** As attributeStore, but __setattr__ and __delattr__ of the class are passed over: what
 *  object.__setattr__ does. */
export function attributeStorePlain(v: Value, name: usize, value: Value): i32 {
  cacheNone();
  const t = typeOf(v), type = changetype<TypeObject>(t);
  if (t == MODULE_TYPE) return moduleStore(v, name, value);
  if (type.setattr != 0) return done(call_indirect<bool>(type.setattr, v, <u64>name, value));
  const word = typeFindWord(t, name);
  if (word != 0 && isDataDescriptor(load<u64>(word)))
    return descriptorStore(load<u64>(word), v, name, value);
  if (type.typeFlags & TYPE_META) return done(typeSetAttribute(<usize>v, name, value));
  if (isInstance(v)) return instanceStore(v, name, value, type);
  if (name == S___dict__ && t == FUNCTION_TYPE && value != NOTHING) {
    const own = payloadOf(value, DICT_TYPE);
    if (own != 0) { changetype<FunctionObject>(<usize>v).dict = own; return STORE_DONE; }
    raise(TypeError, "__dict__ must be set to a dictionary");
    return STORE_FAILED;
  }
  if (name == S___dict__ || !mayHaveDict(t)) return refuse(v, name, word != 0);
  const dict = dictOf(v);
  if (dict == RAISED) return STORE_FAILED;
  return tableStore(changetype<TableObject>(<usize>dict), v, name, value);
}
@inline function done(ok: bool): i32 { return <i32>ok; }
/** Sets or deletes in a dict of attributes. */
function tableStore(dict: TableObject, v: Value, name: usize, value: Value): i32 {
  if (value != NOTHING) return done(tableSetName(dict, name, value));
  const e = tableFindName(dict, name);
  if (e == 0) return raiseNoAttribute(v, name);
  tableRemove(dict, e);
  return STORE_DONE;
}
function moduleStore(v: Value, name: usize, value: Value): i32 {
  const dict = changetype<TableObject>(changetype<ModuleObject>(<usize>v).dict);
  const kind = tableStore(dict, v, name, value);
  if (kind != STORE_DONE || value == NOTHING) return kind;
  cacheWord(CACHE_MODULE, changetype<usize>(dict), dict.version,
    tableFindName(dict, name) + ENTRY_VALUE);
  return STORE_DONE;
}
function instanceStore(v: Value, name: usize, value: Value, type: TypeObject): i32 {
  const o = changetype<InstanceObject>(<usize>v), shape = changetype<ShapeObject>(o.klass);
  if (name == S___dict__) return replaceDict(o, type, v, value);
  if (type.typeFlags & TYPE_SLOTS_ONLY)
    return refuse(v, name, typeFindWord(changetype<usize>(type), name) != 0);
  if (shape.flags & SHAPE_DICT)
    return tableStore(changetype<TableObject>(o.overflow), v, name, value);
  const slot = shapeFind(shape, name);
  if (value == NOTHING) {
    if (slot < 0) return raiseNoAttribute(v, name);
    const dict = instanceDict(o);
    return dict == RAISED ? STORE_FAILED : tableStore(changetype<TableObject>(<usize>dict), v, name,
      NOTHING);
  }
  if (slot >= 0) {
    store<u64>(slotAddress(<usize>v, shape, slot), value);
    cacheSlotOf(changetype<usize>(shape), slot);
    return STORE_DONE;
  }
  const next = shapeAdd(shape, name);
  if (next == 0) {
    if (raised()) return STORE_FAILED;
    const dict = instanceDict(o);
    return dict == RAISED ? STORE_FAILED
      : done(tableSetName(changetype<TableObject>(<usize>dict), name, value));
  }
  if (!instanceAdd(o, shape, changetype<ShapeObject>(next), value)) return STORE_FAILED;
  if (shape.count < shape.inlineSlots) {
    cacheAdd(changetype<usize>(shape), next, shape.count);
  }
  return STORE_DONE;
}
/** o.__dict__ = value. */
function replaceDict(o: InstanceObject, type: TypeObject, v: Value, value: Value): i32 {
  if (type.typeFlags & TYPE_SLOTS_ONLY) return raiseNoAttribute(v, S___dict__);
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
  if (t == PROPERTY_TYPE
      && !(dt.typeFlags & TYPE_HEAP && isExactly(typeLookup(changetype<usize>(dt), S___set__), FUNCTION_TYPE))) {
    const p = changetype<PropertyObject>(payloadOf(d, PROPERTY_TYPE));
    const f = value == NOTHING ? p.fdel : p.fset;
    if (f == NOTHING) {
      propertyLacks(p, v, value == NOTHING ? "deleter" : "setter");
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
    if (value == NOTHING && load<u64>(at) == NOTHING) return raiseNoAttribute(v, name);
    if (value == NOTHING) cacheNone();
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
  if (!onType) return raiseNoAttribute(v, name);
  raiseFormat(AttributeError, "'%t' object attribute '%s' is read-only", v, name);
  return STORE_FAILED;
}
