// Shapes: which attribute of an instance has which slot; making instances. Layouts:
// instance_layout.ts.
//
// A class has a root shape; setting a further attribute goes to a child shape (its transition).
// Names of __slots__ have their slots already in the root shape, NOTHING in the slot until they are
// set. How many slots lie inside an instance is learned: the class starts with few, and whenever an
// instance needs more, instances made later have more room. Instances with very many attributes,
// and those whose __dict__ was taken, keep their attributes in a dict (SHAPE_DICT); slots of
// __slots__ stay inside.
import { Header } from "../heap/header";
import { Value, RAISED, NOTHING, smallInt, smallIntNew } from "../core/value";
import { copyWords } from "../core/memory";
import { klassOf, isExactly } from "../heap/header";
import { allocObject, freeRaw } from "../heap/allocator";
import { objectZeroed, rawNew } from "./object_new";
import { watchObject } from "../heap/finalizers";
import { markObject, markRaw, markValue, markValues } from "../heap/collector";
import { raiseNoMemory, raiseFormat, takePending, TypeError } from "./errors";
import { textNew, literalOf } from "./text";
import { STR_TYPE } from "./str";
import { S___abstractmethods__ } from "./names";
import { TableObject, dictNew, tableFindName, tableSetName, tableGetName, tableNext, tableEntry,
  entryKey, ENTRY_VALUE } from "./table";
import { TupleObject, tupleAlloc } from "./tuple";
import { TypeObject, OBJECT_TYPE, TYPE_HAS_DEL, TYPE_ABSTRACT } from "./type";
import { typeBegin } from "./builder";
import { ShapeObject, InstanceObject, INSTANCE_SLOTS, SHAPE_TYPE,
  SHAPE_DICT } from "./instance_layout";

/** Inline slots of a new class. With the header 48 bytes. */
const INLINE_FIRST: u32 = 3;
/** Largest number of inline slots: an instance is at most 320 bytes. */
const INLINE_MAX: u32 = 37;
/** Instances with more attributes keep them in a dict: a chain of shapes costs memory for each. */
const ATTRIBUTES_MAX: u32 = 96;
/** Most transitions from one shape; beyond it instances use a dict (attribute names made by a
 *  program). */
const TRANSITIONS_MAX: u32 = 256;
/** Shapes with more attributes have a table. */
const TABLE_FROM: u32 = 6;

/** ShapeObject.flags: shapeFind has been asked once. */
const SHAPE_SEARCHED: u32 = 2;

/** Address of slot `slot` (u64) of an instance with shape `shape`, which must have that slot. */
@inline export function slotAddress(instance: usize, shape: ShapeObject, slot: u32): usize {
  return slot < shape.inlineSlots ? instance + INSTANCE_SLOTS + (<usize>slot << 3)
    : changetype<InstanceObject>(instance).overflow + 8 + (<usize>(slot - shape.inlineSlots) << 3);
}

function shapeNew(type: usize, parent: usize, name: usize, count: u32,
    inlineSlots: u32): ShapeObject {
  const s = changetype<ShapeObject>(objectZeroed(SHAPE_TYPE, offsetof<ShapeObject>()));
  if (changetype<usize>(s) == 0) return s;
  s.type = <u32>type;
  s.parent = parent;
  s.name = name;
  s.count = count;
  s.inlineSlots = inlineSlots;
  return s;
}
/** The chain of shapes that new instances of a class begin with: slots for `names` (a TupleObject
 *  of interned strs, 0: none), room for `inlineSlots`. Returns 0 with MemoryError pending. */
function rootChain(type: usize, names: TupleObject, inlineSlots: u32): usize {
  let s = shapeNew(type, 0, 0, 0, inlineSlots);
  if (changetype<usize>(names) == 0) return changetype<usize>(s);
  for (let i: u32 = 0; i < names.length && changetype<usize>(s) != 0; i++) {
    s = shapeNew(type, changetype<usize>(s), <usize>names.at(i), i + 1, inlineSlots);
  }
  return changetype<usize>(s);
}
/** Gives a class its root shape. names: all __slots__ of it and its bases. False with MemoryError
 *  pending. */
export function shapeInitClass(type: usize, names: TupleObject, onlySlots: bool): bool {
  const count = changetype<usize>(names) == 0 ? 0 : names.length;
  const root = rootChain(type, names, onlySlots ? count : count + INLINE_FIRST);
  changetype<TypeObject>(type).rootShape = root;
  return root != 0;
}
/** The names of a root shape's slots, in their order. 0 with MemoryError pending. */
export function slotNames(root: ShapeObject): TupleObject {
  const names = tupleAlloc(root.count);
  if (changetype<usize>(names) == 0) return names;
  for (let s = root; s.count != 0; s = changetype<ShapeObject>(s.parent))
    names.set(s.count - 1, <u64>s.name);
  return names;
}
/** An instance needed more than `shape` has room for: the next ones get more. */
function learn(shape: ShapeObject): void {
  const t = changetype<TypeObject>(<usize>shape.type);
  const root = changetype<ShapeObject>(t.rootShape);
  if (root.inlineSlots != shape.inlineSlots || root.inlineSlots >= INLINE_MAX) return;
  let inlineSlots = root.inlineSlots + (root.inlineSlots >> 1) + 1;       // 3 5 8 13 20 31 37
  if (inlineSlots > INLINE_MAX) inlineSlots = INLINE_MAX;
  const names = slotNames(root);
  const last = changetype<usize>(names) == 0 ? 0 : rootChain(shape.type, names, inlineSlots);
  if (last != 0) t.rootShape = last;
}

/** Slot of `name` in instances of this shape; -1: there is none. Not for the dict part of
 *  SHAPE_DICT. */
export function shapeFind(shape: ShapeObject, name: usize): i32 {
  if (shape.count > TABLE_FROM) {
    // At the second search: most shapes are only passed through while __init__ runs.
    if (shape.table == 0 && shape.flags & SHAPE_SEARCHED) makeTable(shape);
    shape.flags |= SHAPE_SEARCHED;
    if (shape.table != 0) {
      const v = tableGetName(changetype<TableObject>(shape.table), name);
      return v == NOTHING ? -1 : <i32>smallInt(v);
    }
  }
  for (let s = shape; s.count != 0; s = changetype<ShapeObject>(s.parent)) {
    if (s.name == name) return <i32>s.count - 1;
  }
  return -1;
}
/** Fills shape.table; without memory it stays 0, and no exception is left pending. */
function makeTable(shape: ShapeObject): void {
  const v = dictNew();
  if (v == RAISED) { takePending(); return; }
  const t = changetype<TableObject>(<usize>v);
  for (let s = shape; s.count != 0; s = changetype<ShapeObject>(s.parent)) {
    if (!tableSetName(t, s.name, smallIntNew(<i64>s.count - 1))) { takePending(); return; }
  }
  shape.table = <usize>v;
}
/** The shape with one attribute more. 0: the instance must go over to a dict (too many
 *  attributes). */
export function shapeAdd(shape: ShapeObject, name: usize): usize {
  if (shape.count >= ATTRIBUTES_MAX) return 0;
  if (shape.transitions == 0) {
    const v = dictNew();
    if (v == RAISED) return 0;
    shape.transitions = <usize>v;
  }
  const t = changetype<TableObject>(shape.transitions);
  const e = tableFindName(t, name);
  if (e != 0) return <usize>load<u64>(e, ENTRY_VALUE);
  if (t.used >= TRANSITIONS_MAX) return 0;
  const s = shapeNew(shape.type, changetype<usize>(shape), name, shape.count + 1,
    shape.inlineSlots);
  if (changetype<usize>(s) == 0 || !tableSetName(t, name, <u64>changetype<usize>(s))) return 0;
  return changetype<usize>(s);
}
/** mark slot of shapes. */
function shapeMark(address: usize): void {
  const s = changetype<ShapeObject>(address);
  markObject(s.type);
  markObject(s.parent);
  markObject(s.name);
  markObject(s.transitions);
  markObject(s.table);
  markObject(s.dictShape);
}

// ---- instances ----

/** Raises TypeError with what is in __abstractmethods__, a frozenset (modules abc and
 *  type_change.ts see to that). */
function abstractError(t: TypeObject): Value {
  const names =
    changetype<TableObject>(<usize>tableGetName(changetype<TableObject>(t.dict),
      S___abstractmethods__));
  const out = textNew();
  for (let i = tableNext(names, 0); i >= 0; i = tableNext(names, <u32>i + 1)) {
    const name = entryKey(tableEntry(names, <u32>i));
    if (!isExactly(name, STR_TYPE)) continue;
    if (out.length != 0) out.literal(", ");
    out.str(name);
  }
  const list = out.finish();
  return list == RAISED ? RAISED
    : raiseFormat(TypeError, "Can't instantiate abstract class %s with abstract method%l %s",
    t.name, literalOf(names.used == 1 ? "" : "s"), list);
}
/** A new instance of a Python class, without attributes; native: NOTHING. Raises MemoryError. */
export function instanceNew(type: usize): Value {
  if (changetype<TypeObject>(type).typeFlags & TYPE_ABSTRACT)
    return abstractError(changetype<TypeObject>(type));
  const shape = changetype<ShapeObject>(changetype<TypeObject>(type).rootShape);
  if (changetype<usize>(shape) == 0) {                // object(): no attributes, no shape
    const plain = changetype<Header>(allocObject(16));
    if (changetype<usize>(plain) == 0) return raiseNoMemory(16);
    plain.klass = type;
    plain.flags = 0;
    return <u64>changetype<usize>(plain);
  }
  const bytes = INSTANCE_SLOTS + (<usize>shape.inlineSlots << 3);
  const o = changetype<InstanceObject>(allocObject(bytes));
  if (changetype<usize>(o) == 0) return raiseNoMemory(<u32>bytes);
  o.klass = changetype<usize>(shape);
  o.flags = 0;
  o.overflow = 0;
  o.spare = 0;
  o.native = NOTHING;
  for (let i: u32 = 0; i < shape.count; i++) {
    store<u64>(changetype<usize>(o) + INSTANCE_SLOTS + (<usize>i << 3), NOTHING);
  }
  if (changetype<TypeObject>(type).typeFlags & TYPE_HAS_DEL && !watchObject(changetype<usize>(o))) {
    return raiseNoMemory(<u32>bytes);
  }
  return <u64>changetype<usize>(o);
}
/** mark slot of all classes made in Python. */
export function instanceMark(address: usize): void {
  const o = changetype<InstanceObject>(address);
  const shape = changetype<ShapeObject>(o.klass);
  markValue(o.native);
  const inside = shape.count < shape.inlineSlots ? shape.count : shape.inlineSlots;
  markValues(address + INSTANCE_SLOTS, inside);
  if (o.overflow == 0) return;
  if (shape.flags & SHAPE_DICT) { markObject(o.overflow); return; }
  markRaw(o.overflow);
  if (shape.count > inside) markValues(o.overflow + 8, shape.count - inside);
}
/** Makes room for slot `slot` outside the instance. False with MemoryError pending. */
function reserveOverflow(o: InstanceObject, shape: ShapeObject, slot: u32): bool {
  const index = slot - shape.inlineSlots;
  const room: u32 = o.overflow == 0 ? 0 : <u32>load<u64>(o.overflow);
  if (index < room) return true;
  const more: u32 = index < 3 ? 3 : index * 2 + 1;
  const fresh = rawNew(8 + (<usize>more << 3));
  if (fresh == 0) return false;
  store<u64>(fresh, more);
  if (o.overflow != 0) copyWords(fresh + 8, o.overflow + 8, <usize>room);
  freeRaw(o.overflow);
  o.overflow = fresh;
  return true;
}
/** Gives an instance with shape `shape` the attribute that `newShape` (from shapeAdd) adds. False
 *  with MemoryError pending. */
export function instanceAdd(o: InstanceObject, shape: ShapeObject, newShape: ShapeObject,
    value: Value): bool {
  const slot = shape.count;
  if (slot >= shape.inlineSlots) {
    if (slot == shape.inlineSlots) learn(shape);
    if (!reserveOverflow(o, shape, slot)) return false;
  }
  o.klass = changetype<usize>(newShape);
  store<u64>(slotAddress(changetype<usize>(o), newShape, slot), value);
  return true;
}
/** The dict of an instance's attributes: from now on it keeps them there (SHAPE_DICT). Raises
 *  MemoryError. */
export function instanceDict(o: InstanceObject): Value {
  const shape = changetype<ShapeObject>(o.klass);
  if (shape.flags & SHAPE_DICT) return <u64>o.overflow;
  const root = rootOf(shape);
  if (root.dictShape == 0) {
    const s = shapeNew(shape.type, root.parent, root.name, root.count, root.inlineSlots);
    if (changetype<usize>(s) == 0) return RAISED;
    s.flags = SHAPE_DICT;
    root.dictShape = changetype<usize>(s);
  }
  const v = dictNew();
  if (v == RAISED) return RAISED;
  if (!collect(o, shape, root.count, changetype<TableObject>(<usize>v))) return RAISED;
  if (o.overflow != 0) freeRaw(o.overflow);
  o.overflow = <usize>v;
  o.klass = root.dictShape;
  return v;
}
/** Puts the attributes from slot `from` on into a dict, in order. */
function collect(o: InstanceObject, shape: ShapeObject, from: u32, dict: TableObject): bool {
  if (shape.count <= from) return true;
  if (!collect(o, changetype<ShapeObject>(shape.parent), from, dict)) return false;
  const v = load<u64>(slotAddress(changetype<usize>(o), shape, shape.count - 1));
  return v == NOTHING || tableSetName(dict, shape.name, v);
}
/** The shape that instances of this shape began with. */
function rootOf(shape: ShapeObject): ShapeObject {
  const slots = changetype<ShapeObject>(changetype<TypeObject>(<usize>shape.type).rootShape).count;
  let s = shape;
  while (s.count > slots) s = changetype<ShapeObject>(s.parent);
  return s;
}
/** Replaces an instance's attributes by this DictObject. False with MemoryError pending. */
export function instanceSetDict(o: InstanceObject, dict: usize): bool {
  if (instanceDict(o) == RAISED) return false;
  o.overflow = dict;
  return true;
}
/** Moves an instance to another class with the same layout (`__class__` assignment). False with
 *  MemoryError pending. */
export function instanceSetClass(o: InstanceObject, type: usize): bool {
  const shape = changetype<ShapeObject>(o.klass);
  const root = changetype<ShapeObject>(changetype<TypeObject>(type).rootShape);
  // Same inline room: walk the new class's transitions. Otherwise its attributes go into a dict.
  const old = rootOf(shape);
  if (!(shape.flags & SHAPE_DICT) && root.inlineSlots == shape.inlineSlots) {
    const s = replay(shape, old, root);
    if (s != 0) { o.klass = s; return true; }
  }
  if (instanceDict(o) == RAISED) return false;
  // A dict shape of the new class with this object's room inside.
  const s = shapeNew(type, old.parent, old.name, old.count, old.inlineSlots);
  if (changetype<usize>(s) == 0) return false;
  s.flags = SHAPE_DICT;
  o.klass = changetype<usize>(s);
  return true;
}
function replay(shape: ShapeObject, from: ShapeObject, to: ShapeObject): usize {
  if (shape == from) return changetype<usize>(to);
  const parent = replay(changetype<ShapeObject>(shape.parent), from, to);
  return parent == 0 ? 0 : shapeAdd(changetype<ShapeObject>(parent), shape.name);
}
/** Shape of an instance. */
@inline export function shapeOf(v: Value): ShapeObject {
  return changetype<ShapeObject>(klassOf(<usize>v));
}

export function shapeInstall(): void {
  typeBegin(SHAPE_TYPE, "shape", OBJECT_TYPE, shapeMark);
}
