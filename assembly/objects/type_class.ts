// Making classes: what `type.__new__` does. C3 linearisation, layout, __slots__, hooks of the new
// class. Behaviour: docs.python.org/3/reference/datamodel.html#customizing-class-creation, PEP
// 3115, PEP 487.
import { Value, RAISED, NOTHING, isObject } from "../core/value";
import { typeOf, isExactly } from "../heap/header";
import { objectZeroed } from "./object_new";
import { addWeakHook, isMarked, markValue } from "../heap/collector";
import { rootsMark, keep, release } from "../heap/roots";
import {
  TypeObject, TYPE_TYPE, OBJECT_TYPE, TYPE_HEAP, TYPE_META, TYPE_EXCEPTION, TYPE_FINAL,
  TYPE_SLOTS_ONLY, TYPE_WEAK, typeMark,
  nextTypeVersion, firstStaticType,
} from "./type";
import { INT_TYPE } from "../heap/header";
import {
  raise, isSubtype, raiseWith, raiseFormat, takePending, pendingException, ExceptionObject,
  TypeError, ValueError, RuntimeError,
} from "./errors";
import { textNew } from "./text";
import { StrObject, internStr } from "./str";
import { BYTES_TYPE } from "./bytes";
import { TupleObject, TUPLE_TYPE, emptyTuple, tupleOf1, tupleNew } from "./tuple";
import { ListObject, listNew, listOf, listAppend } from "./list";
import {
  TableObject, DICT_TYPE, tableCopy, tableFindName, tableGetName, tableSetName, tableRemove,
  tableNext, tableEntry,
  entryKey, entryValue, ENTRY_VALUE,
} from "./table";
import { NONE } from "./singletons";
import { strPart } from "./protocol";
import { callTail, callWithKeywords, currentGlobals, tailArg } from "./hooks";
import { Args } from "./args";
import { typeLookup, findAlong } from "./type_lookup";
import { classFillSlots } from "./type_change";
import { shapeInitClass, slotNames, instanceMark } from "./shape";
import { sequenceJoined, tupleFrom } from "./sequence";
import { callHelper, helperResult } from "./frozen";
import { ShapeObject } from "./instance_layout";
import { memberNew, wrappedMethodNew, WrappedMethod, STATIC_METHOD_TYPE,
  CLASS_METHOD_TYPE } from "./property";
import { isFunction } from "./function";
import { CELL_TYPE, CellObject } from "./cell";
import { isObjectDefault, callSpecial } from "./instance";
import {
  S___new__, S___init_subclass__, S___class_getitem__, S___eq__, S___hash__, S___slots__,
  S___dict__, S___weakref__,
  S___doc__, S___module__, S___qualname__, S___name__, S___set_name__, S___classcell__, S_mro,
} from "./names";

/** True for classes: instances of `type` or of a metaclass. */
export function isType(v: Value): bool {
  return isObject(v) && (changetype<TypeObject>(typeOf(v)).typeFlags & TYPE_META) != 0;
}
@inline function typeAtIndex(t: TupleObject, i: u32): TypeObject {
  return changetype<TypeObject>(<usize>t.at(i));
}

// ---- metaclass ----

/** The metaclass of a class with these bases (a TupleObject of types), at least `meta`. Raises
 *  TypeError for a conflict: returns 0. */
export function metaclassFor(meta: usize, bases: TupleObject): usize {
  let winner = meta;
  for (let i: u32 = 0; i < bases.length; i++) {
    const t = typeOf(bases.at(i));
    if (isSubtype(winner, t)) continue;
    if (!isSubtype(t, winner)) {
      raise(TypeError,
        "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases");
      return 0;
    }
    winner = t;
  }
  return winner;
}

// ---- method resolution order ----

/** C3: merges the mros of the bases and the list of bases. `type` is the new class, first in the
 *  result. Raises TypeError. A safepoint: the arguments must be kept by the caller. */
export function mroCompute(type: Value, bases: TupleObject): Value {
  if (bases.length != 1) return helperResult("_merge_mro", type, <u64>changetype<usize>(bases));
  const row = tupleOf1(type);
  return row == RAISED ? RAISED : sequenceJoined(row, <u64>typeAtIndex(bases, 0).mro);
}

// ---- layout ----

/** Number of slots that __slots__ of a class and its bases take. */
function slotCount(t: TypeObject): u32 {
  return t.rootShape == 0 ? 0 : changetype<ShapeObject>(t.rootShape).count;
}
/** The class that a class has its last slots from, 0 if it has none: classes with the same one go
 *  together. */
function slotGiver(t: TypeObject): usize {
  const mro = changetype<TupleObject>(t.mro), count = slotCount(t);
  if (count == 0) return 0;
  // a metaclass may leave anything out of the order
  let giver = t;
  for (let i: u32 = 0; i < mro.length; i++)
    if (slotCount(typeAtIndex(mro, i)) == count) giver = typeAtIndex(mro, i);
  return changetype<usize>(giver);
}
/** The base whose layout the new class extends; 0 with TypeError pending. Sets bestNative. */
function bestBase(bases: TupleObject): usize {
  let best = typeAtIndex(bases, 0), slots: TypeObject = best, giver = slotGiver(best);
  bestNative = 0;
  for (let i: u32 = 0; i < bases.length; i++) {
    const b = typeAtIndex(bases, i);
    if (b.typeFlags & TYPE_FINAL) {
      raiseWith(TypeError, "type '%s' is not an acceptable base type", b.name);
      return 0;
    }
    let clash = false;
    if (b.native != 0 && b.native != bestNative) {
      if (bestNative == 0 || isSubtype(b.native, bestNative)) { bestNative = b.native; best = b; }
      else if (!isSubtype(bestNative, b.native)
        && !(b.typeFlags & TYPE_EXCEPTION && best.typeFlags & TYPE_EXCEPTION)) clash = true;
    }
    const other = slotGiver(b);
    if (other != 0 && (giver == 0 || !isSubtype(giver, other))) {
      if (giver == 0 || isSubtype(other, giver)) { slots = b; giver = other; } else clash = true;
    }
    if (clash) { raise(TypeError, "multiple bases have instance lay-out conflict"); return 0; }
  }
  slotBase = changetype<usize>(slots);
  return changetype<usize>(bestNative == 0 && slotCount(slots) != 0 ? slots : best);
}
let bestNative: usize = 0;
let slotBase: usize = 0;

// ---- __slots__ ----

/** An interned name as it is inside a class of this name: `__x` becomes `_Class__x`, interned too.
 *  RAISED: MemoryError. */
export function mangle(name: Value, cls: Value): Value {
  const s = changetype<StrObject>(<usize>name), c = changetype<StrObject>(<usize>cls);
  const n = s.lengthBytes;
  if (n < 3 || load<u16>(s.data) != 0x5f5f || load<u16>(s.data + n - 2) == 0x5f5f) return name;
  // A dotted name of an import stays as it is.
  for (let i: u32 = 0; i < n; i++) if (load<u8>(s.data + i) == 46) return name;
  let skip: u32 = 0;
  while (skip < c.lengthBytes && load<u8>(c.data + skip) == 0x5f) skip++;
  if (skip == c.lengthBytes) return name;
  const t = textNew();
  t.byte(0x5f);
  t.bytes(c.data + skip, c.lengthBytes - skip);
  t.str(name);
  const v = t.finish();
  return v == RAISED ? RAISED : internStr(v);
}
// ---- the class ----

/** A new class, as type.__new__(meta, name, bases, namespace, **kwargs) makes it. name: a
 *  StrObject; bases: a TupleObject; namespace: a DictObject, which is copied; kwargs: a dict or
 *  NOTHING. Raises TypeError, ValueError and what __set_name__, __init_subclass__, mro() raise. A
 *  safepoint: the arguments must be kept by the caller. */
export function classNew(meta: usize, name: Value, bases: Value, namespace: usize,
    kwargs: Value): Value {
  const base = rootsMark();
  const r = classMake(meta, name, bases, namespace, kwargs);
  release(base);
  return r;
}
function classMake(meta: usize, name: Value, basesGiven: Value, namespace: usize,
    kwargs: Value): Value {
  let basesValue = basesGiven;
  if (changetype<TupleObject>(<usize>basesValue).length == 0)
    basesValue = tupleOf1(<u64>OBJECT_TYPE);
  if (basesValue == RAISED) return RAISED;
  keep(basesValue);
  const bases = changetype<TupleObject>(<usize>basesValue);
  for (let i: u32 = 0; i < bases.length; i++)
    if (!isType(bases.at(i))) return raise(TypeError, "bases must be types");
  const best = bestBase(bases);
  if (best == 0) return RAISED;
  const native = bestNative, slotsFrom = changetype<TypeObject>(slotBase);
  const dictValue = tableCopy(changetype<TableObject>(namespace), DICT_TYPE);
  if (dictValue == RAISED) return RAISED;
  keep(dictValue);
  const dict = changetype<TableObject>(<usize>dictValue);
  // ---- the type object
  const t = changetype<TypeObject>(objectZeroed(meta, offsetof<TypeObject>()));
  if (changetype<usize>(t) == 0) return RAISED;
  const self = <u64>changetype<usize>(t);
  t.self = <u32>changetype<usize>(t);
  t.name = name;
  t.dict = <usize>dictValue;
  t.bases = <usize>basesValue;
  t.base = best;
  t.native = native;
  t.version = nextTypeVersion();
  t.typeFlags = TYPE_HEAP;
  for (let i: u32 = 0; i < bases.length; i++)
    t.typeFlags |= typeAtIndex(bases, i).typeFlags & (TYPE_EXCEPTION | TYPE_META);
  t.mark = t.typeFlags & TYPE_META ? typeMark.index : instanceMark.index;
  keep(self);
  // ---- what the namespace says about the class
  const qualname = tableGetName(dict, S___qualname__);
  if (qualname != NOTHING) {
    const q = strPart(qualname);
    if (changetype<usize>(q) == 0)
      return raiseWith(TypeError, "type __qualname__ must be a str, not %t", qualname);
    t.qualname = changetype<usize>(q);
    tableRemove(dict, tableFindName(dict, S___qualname__));
  }
  if (tableFindName(dict, S___module__) == 0) {
    const globals = currentGlobals();
    const module = globals == NOTHING ? NOTHING
      : tableGetName(changetype<TableObject>(<usize>globals), S___name__);
    if (module != NOTHING && !tableSetName(dict, S___module__, module)) return RAISED;
  }
  let cell: Value = NOTHING;
  const cellEntry = tableFindName(dict, S___classcell__);
  if (cellEntry != 0) {
    cell = load<u64>(cellEntry, ENTRY_VALUE);
    tableRemove(dict, cellEntry);
    if (!isExactly(cell, CELL_TYPE))
      return raiseWith(TypeError, "__classcell__ must be a nonlocal cell, not %t", cell);
  }
  if (!wrapFunction(dict, S___new__, STATIC_METHOD_TYPE) || !wrapFunction(dict, S___init_subclass__,
    CLASS_METHOD_TYPE)
    || !wrapFunction(dict, S___class_getitem__, CLASS_METHOD_TYPE)) return RAISED;
  if (tableFindName(dict, S___eq__) != 0 && tableFindName(dict, S___hash__) == 0
    && !tableSetName(dict, S___hash__, NONE)) return RAISED;
  // ---- slots
  if (!makeSlots(t, dict, bases, slotsFrom)) return RAISED;
  if (tableFindName(dict, S___doc__) == 0 && !tableSetName(dict, S___doc__, NONE)) return RAISED;
  // ---- the order
  const mro = meta == TYPE_TYPE || typeLookup(meta, S_mro) == typeLookup(TYPE_TYPE, S_mro)
    ? mroCompute(self, bases) : customMro(self, meta, bases);
  if (mro == RAISED) return RAISED;
  t.mro = <usize>mro;
  classFillSlots(t);
  for (let i: u32 = 0; i < bases.length; i++)
    if (!addSubclass(typeAtIndex(bases, i), self)) return RAISED;
  if (cell != NOTHING) changetype<CellObject>(<usize>cell).content = self;
  // ---- hooks
  if (!callSetNames(self, changetype<TableObject>(namespace)) || !callInitSubclass(self, t, kwargs))
    return RAISED;
  return self;
}
/** A metaclass' own mro(): nested. */
function customMro(self: Value, meta: usize, bases: TupleObject): Value {
  const t = changetype<TypeObject>(<usize>self);
  const plain = mroCompute(self, bases);
  if (plain == RAISED) return RAISED;
  t.mro = <usize>plain;
  const r = callSpecial(typeLookup(meta, S_mro), self, 0, NOTHING, NOTHING);
  if (r == RAISED) return RAISED;
  const row = tupleFrom(r);
  if (row == RAISED) return RAISED;
  const classes = changetype<TupleObject>(<usize>row);
  for (let i: u32 = 0; i < classes.length; i++) {
    if (!isType(classes.at(i)))
      return raiseWith(TypeError, "mro() returned a non-class ('%t')", classes.at(i));
  }
  return row;
}
/** A plain function under this name becomes a staticmethod or classmethod. */
function wrapFunction(dict: TableObject, name: usize, type: usize): bool {
  const e = tableFindName(dict, name);
  if (e == 0 || !isFunction(load<u64>(e, ENTRY_VALUE))) return true;
  const w = wrappedMethodNew(type, load<u64>(e, ENTRY_VALUE));
  if (w == RAISED) return false;
  store<u64>(e, w, ENTRY_VALUE);
  return true;
}
/** Gives the class its root shape and the descriptors of its __slots__. */
function makeSlots(t: TypeObject, dict: TableObject, bases: TupleObject, from: TypeObject): bool {
  if (t.typeFlags & TYPE_META) return true;
  const inherited = from.rootShape == 0 ? changetype<TupleObject>(<usize>emptyTuple())
    : slotNames(changetype<ShapeObject>(from.rootShape));
  if (changetype<usize>(inherited) == 0) return false;
  let row = <u64>changetype<usize>(inherited);
  keep(row);
  const slots = tableGetName(dict, S___slots__);
  let only = slots != NOTHING, weak = t.native != INT_TYPE && t.native != TUPLE_TYPE
    && t.native != BYTES_TYPE;
  if (only) {
    // its names, mangled, behind the inherited ones; __dict__ and __weakref__ are none
    const all = listOf(inherited.items(), inherited.length);
    if (all == RAISED) return false;
    keep(all);
    tailArg(0, slots);
    tailArg(1, t.name);
    tailArg(2, <u64>changetype<usize>(dict));
    tailArg(3, all);
    if (callHelper("_slot_names", 4) == RAISED || callTail() == RAISED) return false;
    const names = changetype<ListObject>(<usize>all);
    let count: u32 = 0;
    weak = false;
    for (let i: u32 = 0; i < names.length; i++) {
      const name = internStr(names.at(i));
      if (name == RAISED) return false;
      if (<usize>name == S___dict__) only = false;
      else if (<usize>name == S___weakref__) weak = true;
      else names.set(count++, name);
    }
    row = tupleNew(names.items, count);
    if (row == RAISED) return false;
    if (t.typeFlags & TYPE_EXCEPTION) only = false;
    for (let i: u32 = 0; i < bases.length; i++) {
      const b = typeAtIndex(bases, i);
      if (b.typeFlags & TYPE_HEAP && !(b.typeFlags & TYPE_SLOTS_ONLY)) only = false;
    }
    if (count > inherited.length && (t.native == INT_TYPE || t.native == TUPLE_TYPE)) {
      raiseWith(TypeError, "nonempty __slots__ not supported for subtype of '%s'",
        changetype<TypeObject>(t.base).name);
      return false;
    }
  }
  const names = changetype<TupleObject>(<usize>row);
  for (let i = inherited.length; i < names.length; i++) {
    const name = names.at(i), m = memberNew(changetype<usize>(t), name);
    if (m == RAISED || !tableSetName(dict, <usize>name, m)) return false;
  }
  if (only) t.typeFlags |= TYPE_SLOTS_ONLY;
  if (weak) t.typeFlags |= TYPE_WEAK;
  return shapeInitClass(changetype<usize>(t), names, only);
}
/** Adds to a base's list of direct subclasses. */
export function addSubclass(t: TypeObject, sub: Value): bool {
  if (t.subclasses == 0) {
    const v = listNew(2);
    if (v == RAISED) return false;
    t.subclasses = <usize>v;
  }
  return listAppend(changetype<ListObject>(t.subclasses), sub);
}
/** Weak hook: classes that died leave the lists of their bases. */
function dropDeadSubclasses(): void {
  for (let t = firstStaticType(); t != 0; t = changetype<TypeObject>(t).nextStatic)
    prune(changetype<TypeObject>(t));
}
function prune(t: TypeObject): void {
  const l = changetype<ListObject>(t.subclasses);
  if (changetype<usize>(l) == 0) return;
  let kept: u32 = 0;
  for (let i: u32 = 0; i < l.length; i++) {
    const v = l.at(i);
    if (!isMarked(<usize>v)) continue;
    l.set(kept++, v);
    if (changetype<TypeObject>(<usize>v).typeFlags & TYPE_HEAP)
      prune(changetype<TypeObject>(<usize>v));
  }
  l.length = kept;
}
function markSubclasses(): void {
  for (let t = firstStaticType(); t != 0; t = changetype<TypeObject>(t).nextStatic)
    markBelow(changetype<TypeObject>(t));
}
function markBelow(t: TypeObject): void {
  const l = changetype<ListObject>(t.subclasses);
  if (changetype<usize>(l) == 0) return;
  for (let i: u32 = 0; i < l.length; i++) {
    markValue(l.at(i));
    if (changetype<TypeObject>(<usize>l.at(i)).typeFlags & TYPE_HEAP)
      markBelow(changetype<TypeObject>(<usize>l.at(i)));
  }
}
export function typeClassInit(): void { addWeakHook(dropDeadSubclasses, markSubclasses); }

/** Calls __set_name__(cls, name) of the values that have it. */
function callSetNames(cls: Value, namespace: TableObject): bool {
  const base = rootsMark();
  let ok = true;
  for (let n = tableNext(namespace, 0); n >= 0 && ok; n = tableNext(namespace, n + 1)) {
    const e = tableEntry(namespace, n);
    const v = entryValue(e), name = entryKey(e);
    if (!isObject(v)) continue;
    const f = typeLookup(typeOf(v), S___set_name__);
    if (f == NOTHING || callSpecial(f, v, 2, cls, name) != RAISED) continue;
    ok = false;
    const cause = takePending();
    keep(cause);
    raiseFormat(RuntimeError, "Error calling __set_name__ on '%t' instance %r in '%n'", v, name,
      cls);
    if (typeOf(pendingException()) == RuntimeError) {
      const raisedNow = changetype<ExceptionObject>(<usize>pendingException());
      raisedNow.cause = raisedNow.context = cause;
      raisedNow.suppress = 1;
    }
  }
  release(base);
  return ok;
}
/** Calls super().__init_subclass__(**kwargs) for the new class. */
function callInitSubclass(cls: Value, t: TypeObject, kwargs: Value): bool {
  const word = findAlong(changetype<TupleObject>(t.mro), 1, S___init_subclass__);
  if (word == 0) return true;
  const f = load<u64>(word);
  const more = kwargs != NOTHING && changetype<TableObject>(<usize>kwargs).used != 0;
  if (isObjectDefault(f)) {
    if (more) raiseWith(TypeError, "%s.__init_subclass__() takes no keyword arguments", t.name);
    return !more;
  }
  const fn = isExactly(f, CLASS_METHOD_TYPE) ? changetype<WrappedMethod>(<usize>f).function : f;
  const base = rootsMark();
  keep(fn);
  const row = keep(cls);
  const r = callWithKeywords(fn, changetype<Args>(row), 1, kwargs);
  release(base);
  return r != RAISED;
}
