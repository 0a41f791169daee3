// Names and attributes off the fast path: looking up, and filling the inline caches.
import { Value, RAISED, NOTHING } from "../core/value";
import { copyWords } from "../core/memory";
import { isExactly, typeOf, klassOf } from "../heap/header";
import { addRootMarker, addWeakHook, isMarked, markObject, markRaw } from "../heap/collector";
import { addPackHook } from "../heap/pack";
import { resizeRaw } from "../heap/allocator";
import { TableObject, DICT_TYPE, tableFindName, tableSetName, tableRemove, ENTRY_VALUE,
  tableGetName } from "../objects/table";
import {
  raise, raised, catchPending, NameError, KeyError, exceptionPart, pendingException, raiseWith,
} from "../objects/errors";
import { exceptionSetField } from "../objects/exception_fields";
import { getItem, setItem } from "../objects/protocol";
import * as A from "../objects/attributes";
import * as F from "../objects/attribute_found";
import { attributeStore } from "../objects/attribute_store";
import { INSTANCE_SLOTS, ShapeObject } from "../objects/instance_layout";
import { slotAddress, shapeOf } from "../objects/shape";
import { keep, rootsMark, release } from "../heap/roots";
import { NONE } from "../objects/singletons";
import { CellObject } from "../objects/cell";
import { installFlushCaches } from "../objects/hooks";
import { builtinModule, ModuleObject, MODULE_TYPE } from "../objects/module";
import { TypeObject, typeObjectOf } from "../objects/type";
import { S_builtins, S___build_class__, S_name } from "../objects/names";
import { Op } from "./ops";
import { frame, K_A, K_METHOD, K_DROP } from "./frames";
import { PUSHED, callObject, carryOut, isMarker } from "./calls";
import { RegisterCode, CACHE_NAME, CACHE_KLASS, CACHE_OFFSET, CACHE_KIND, CACHE_VERSION, CACHE_AT,
  CACHE_SHAPE,
  CACHE_FOUND, GLOBAL_NAME, GLOBAL_VERSION, GLOBAL_ENTRY, GLOBAL_BUILTINS } from "./register_code";

/** The builtins module's dict. */
export let builtins: usize = 0;
function markBuiltins(): void { markObject(builtins); }
/** At boot, when the modules are registered. */
export function globalsInit(): void {
  const m = builtinModule(S_builtins);
  builtins = changetype<ModuleObject>(<usize>m).dict;
  addRootMarker(markBuiltins);
}

function undefined_(name: usize): Value {
  raiseWith(NameError, "name '%s' is not defined", <u64>name);
  const e = exceptionPart(pendingException());
  if (klassOf(changetype<usize>(e)) == NameError) exceptionSetField(e, S_name, <u64>name);
  return RAISED;
}
/** The value of a global or built-in name; fills the cache. `at`: the instruction, which becomes
 *  LoadGlobal or LoadBuiltin. */
export function loadGlobal(cache: usize, at: usize): Value {
  const v = lookUp(cache, frame().globals);
  if (v != RAISED) {
    const op: u32 = load<u32>(cache, GLOBAL_BUILTINS) == 0 ? Op.LoadGlobal : Op.LoadBuiltin;
    store<u8>(at, <u8>op);
  }
  return v;
}
function lookUp(cache: usize, globals: usize): Value {
  const name = <usize>load<u32>(cache, GLOBAL_NAME);
  const g = changetype<TableObject>(globals);
  let e = tableFindName(g, name);
  let inBuiltins: u32 = 0;
  if (e == 0) {
    const b = changetype<TableObject>(builtins);
    e = tableFindName(b, name);
    if (e == 0) return undefined_(name);
    inBuiltins = b.version;
  }
  store<u32>(cache, g.version, GLOBAL_VERSION);
  store<u32>(cache, <u32>e, GLOBAL_ENTRY);
  store<u32>(cache, inBuiltins, GLOBAL_BUILTINS);
  return load<u64>(e, ENTRY_VALUE);
}
export function storeGlobal(cache: usize, v: Value): bool {
  const g = changetype<TableObject>(frame().globals), name = <usize>load<u32>(cache, GLOBAL_NAME);
  if (!tableSetName(g, name, v)) return false;
  store<u32>(cache, g.version, GLOBAL_VERSION);
  store<u32>(cache, <u32>tableFindName(g, name), GLOBAL_ENTRY);
  store<u32>(cache, 0, GLOBAL_BUILTINS);
  return true;
}
export function deleteGlobal(name: Value): bool {
  const g = changetype<TableObject>(frame().globals);
  const e = tableFindName(g, <usize>name);
  if (e == 0) { undefined_(<usize>name); return false; }
  tableRemove(g, e);
  return true;
}
/** True if the frame's namespace is a plain dict. */
function plainLocals(): bool { return isExactly(<u64>frame().locals, DICT_TYPE); }
/** LoadName. */
export function loadName(cache: usize): Value {
  const f = frame();
  if (f.locals == f.globals || f.locals == 0) return lookUp(cache, f.globals);
  const name = <usize>load<u32>(cache, GLOBAL_NAME);
  const v = fromLocals(<u64>name);
  if (v != NOTHING || raised()) return v;
  const e = tableFindName(changetype<TableObject>(f.globals), name);
  if (e != 0) return load<u64>(e, ENTRY_VALUE);
  const b = tableGetName(changetype<TableObject>(builtins), name);
  return b != NOTHING ? b : undefined_(name);
}
/** The namespace's own value; NOTHING: none (or an exception is pending). */
function fromLocals(name: Value): Value {
  const locals = frame().locals;
  if (locals == 0) return NOTHING;
  if (plainLocals()) return tableGetName(changetype<TableObject>(locals), <usize>name);
  const v = getItem(<u64>locals, name);
  if (v == RAISED) catchPending(KeyError);
  return v;
}
export function storeName(cache: usize, v: Value): bool {
  const f = frame(), name = <usize>load<u32>(cache, GLOBAL_NAME);
  if (f.locals == f.globals || f.locals == 0) return storeGlobal(cache, v);
  if (plainLocals()) return tableSetName(changetype<TableObject>(f.locals), name, v);
  return setItem(<u64>f.locals, <u64>name, v);
}
export function deleteName(name: Value): bool {
  const f = frame();
  if (f.locals == 0) return deleteGlobal(name);
  if (plainLocals()) {
    const t = changetype<TableObject>(f.locals), e = tableFindName(t, <usize>name);
    if (e == 0) { undefined_(<usize>name); return false; }
    tableRemove(t, e);
    return true;
  }
  if (setItem(<u64>f.locals, name, NOTHING)) return true;
  if (catchPending(KeyError)) undefined_(<usize>name);
  return false;
}
export function loadClassDeref(name: Value, cell: Value): Value {
  const v = fromLocals(name);
  if (v != NOTHING || raised()) return v;
  const content = changetype<CellObject>(<usize>cell).content;
  return content != NOTHING ? content
    : raiseWith(NameError,
      "cannot access free variable '%s' where it is not associated with a value in enclosing scope",
      name);
}
export function loadBuildClass(): Value {
  const f = tableGetName(changetype<TableObject>(builtins), S___build_class__);
  return f != NOTHING ? f : raise(NameError, "__build_class__ not found");
}

// ---- attributes ----

/** Puts what attributeFind or attributeStore said into the cache. */
function fill(cache: usize, found: i32): void {
  let kind = F.cacheKind;
  if (kind == F.CACHE_ASK) {
    kind = F.CACHE_CLASS;
    found = F.FIND_ASK;
  }
  store<u32>(cache, 0, CACHE_KLASS);
  store<u32>(cache, 0, CACHE_OFFSET);
  store<u32>(cache, 0, CACHE_SHAPE);
  store<u32>(cache, 0, CACHE_FOUND);
  store<u32>(cache, kind, CACHE_KIND);
  if (kind == F.CACHE_NONE) return;
  store<u32>(cache, <u32>F.cacheKlass, CACHE_KLASS);
  store<u32>(cache, F.cacheVersion, CACHE_VERSION);
  store<u32>(cache, <u32>F.cacheAt, CACHE_AT);
  if (kind == F.CACHE_SLOT || kind == F.CACHE_ADD) {
    const shape = changetype<ShapeObject>(F.cacheKlass);
    if (F.cacheSlot < shape.inlineSlots) {
      store<u32>(cache, <u32>INSTANCE_SLOTS + (F.cacheSlot << 3), CACHE_OFFSET);
      if (kind == F.CACHE_ADD) store<u32>(cache, <u32>F.cacheNewShape, CACHE_SHAPE);
    } else if (kind == F.CACHE_ADD) {
      store<u32>(cache, 0, CACHE_KLASS);
    }
    store<u32>(cache, F.cacheSlot, CACHE_AT);
  } else {
    store<u32>(cache, found, CACHE_FOUND);
  }
}
// ---- the shared cache: what any site found for (klass, name), for sites that see several classes
// ----

const SHARED_ENTRIES: u32 = 2048;
/** Entries have the layout of a site's cache. */
const SHARED: usize = memory.data(32 * 2048, 16);
@inline function sharedEntry(klass: u32, name: u32): usize {
  return SHARED + (<usize>((klass >> 4 ^ (name >> 4) * 31) & (SHARED_ENTRIES - 1)) << 5);
}
/** The klass that caches know a value by: an int's or inline float's is its type. */
function klassWord(v: Value): u32 { return (v & 7) == 0 ? load<u32>(<usize>v) : <u32>typeOf(v); }
/** Fills a site's cache from the shared one. False: nothing is known for this object. */
function fromShared(v: Value, cache: usize): bool {
  const klass = klassWord(v), entry = sharedEntry(klass, load<u32>(cache, CACHE_NAME));
  if (load<u32>(entry, CACHE_KLASS) != klass || load<u32>(entry, CACHE_NAME) != load<u32>(cache,
    CACHE_NAME)) return false;
  copyWords(cache, entry, 4);
  return true;
}
/** A look-up's result for the shared cache: only what depends on the object's klass. */
function toShared(cache: usize): void {
  const kind = load<u32>(cache, CACHE_KIND);
  if (load<u32>(cache, CACHE_KLASS) == 0 || (kind != F.CACHE_SLOT && kind != F.CACHE_CLASS)) return;
  copyWords(sharedEntry(load<u32>(cache, CACHE_KLASS), load<u32>(cache, CACHE_NAME)), cache, 4);
}
/** The value in a slot outside the instance, or inside; NOTHING: the cache does not know, or it is
 *  unset. */
function slotValue(v: Value, cache: usize): Value {
  if ((v & 7) != 0 || load<u32>(cache, CACHE_KIND) != F.CACHE_SLOT
      || load<u32>(<usize>v) != load<u32>(cache, CACHE_KLASS)) {
    return NOTHING;
  }
  return load<u64>(slotAddress(<usize>v, shapeOf(v), load<u32>(cache, CACHE_AT)));
}

/** True if a CACHE_CLASS, _TYPE or _MODULE entry holds for `v`. */
function cacheHolds(v: Value, cache: usize): bool {
  const klass = <usize>load<u32>(cache, CACHE_KLASS), version = load<u32>(cache, CACHE_VERSION);
  if (klass == 0) return false;
  switch (load<u32>(cache, CACHE_KIND)) {
    case F.CACHE_CLASS:
      return klassWord(v) == klass && changetype<TypeObject>(typeOf(v)).version == version;
    case F.CACHE_TYPE: return v == <u64>klass && changetype<TypeObject>(klass).version == version;
    case F.CACHE_MODULE:
      return isExactly(v, MODULE_TYPE) && moduleDict(v) == klass
        && changetype<TableObject>(klass).version == version;
    default: return false;
  }
}
function moduleDict(v: Value): usize { return changetype<ModuleObject>(<usize>v).dict; }
/** v.name: a Value, RAISED or PUSHED. */
export function loadAttr(v: Value, cache: usize): Value {
  let slot = slotValue(v, cache);
  if (slot != NOTHING) return slot;
  if (!cacheHolds(v, cache) && fromShared(v, cache)) {
    slot = slotValue(v, cache);
    if (slot != NOTHING) return slot;
  }
  if (cacheHolds(v, cache)) {
    const x = load<u64>(load<u32>(cache, CACHE_AT));
    switch (load<u32>(cache, CACHE_FOUND)) {
      case F.FIND_VALUE: return x;
      case F.FIND_METHOD: return A.boundValue(x, v);
      case F.FIND_ASK: return call_indirect<Value>(typeObjectOf(x).descriptorGet, x, v, typeOf(v));
      default: {
        const row = keep(NOTHING) + 8;
        keep(v);
        keep(NOTHING);
        const r = callObject(x, row, 1, 0, NOTHING, K_A, NOTHING, false);
        release(row - 8);
        return settle(r);
      }
    }
  }
  const kind = A.attributeFind(v, <usize>load<u32>(cache, CACHE_NAME));
  fill(cache, kind);
  toShared(cache);
  switch (kind) {
    case F.FIND_VALUE: return F.foundValue;
    case F.FIND_METHOD: return A.boundValue(F.foundValue, F.foundSelf);
    case F.FIND_GETTER: return callFound(K_A);
    default: return RAISED;
  }
}
/** Calls what attributeFind or attributeStore asked for. */
function callFound(kind: u32): Value {
  const base = rootsMark();
  keep(NOTHING);
  const row = base + 8;
  for (let i = 0; i < F.foundCount; i++) keep(load<u64>(F.findArgs() + (<usize>i << 3)));
  const f = F.foundValue;
  keep(f);
  const r = callObject(f, row, <u32>F.foundCount, 0, NOTHING, kind, NOTHING, false);
  release(base);
  return settle(r);
}
/** Markers that the instruction cannot handle are carried out nested. */
function settle(r: Value): Value {
  return isMarker(r) && r != PUSHED && r != RAISED ? carryOut(r) : r;
}

/** The pair of LoadMethod into `a`. NONE: done; else a marker. */
export function loadMethod(v: Value, cache: usize, a: usize): Value {
  if (cacheHolds(v, cache) || (fromShared(v, cache) && cacheHolds(v, cache))) {
    const x = load<u64>(load<u32>(cache, CACHE_AT));
    const found = load<u32>(cache, CACHE_FOUND);
    if (found == F.FIND_VALUE || found == F.FIND_METHOD) {
      store<u64>(a, x);
      store<u64>(a, found == F.FIND_METHOD ? v : NOTHING, 8);
      return NONE;
    }
  }
  const kind = A.attributeFind(v, <usize>load<u32>(cache, CACHE_NAME));
  fill(cache, kind);
  toShared(cache);
  return pair(kind, a);
}
function pair(kind: i32, a: usize): Value {
  switch (kind) {
    case F.FIND_VALUE:
      store<u64>(a, F.foundValue);
      store<u64>(a, NOTHING, 8);
      return NONE;
    case F.FIND_METHOD: {
      const self = F.foundSelf;
      store<u64>(a, F.foundValue);
      store<u64>(a, self, 8);
      return NONE;
    }
    case F.FIND_GETTER: {
      const r = callFound(K_METHOD);
      if (r == RAISED || r == PUSHED) return r;
      store<u64>(a, r);
      store<u64>(a, NOTHING, 8);
      return NONE;
    }
    default: return RAISED;
  }
}
export function loadSuperMethod(cls: Value, self: Value, name: Value, a: usize): Value {
  return pair(A.superAttributeFind(cls, self, <usize>name), a);
}
/** v.name = value. NONE: done; else a marker. */
export function storeAttr(v: Value, cache: usize, value: Value): Value {
  if (slotValue(v, cache) != NOTHING) {
    store<u64>(slotAddress(<usize>v, shapeOf(v), load<u32>(cache, CACHE_AT)), value);
    return NONE;
  }
  const kind = attributeStore(v, <usize>load<u32>(cache, CACHE_NAME), value);
  fill(cache, 0);
  return stored(kind);
}
export function deleteAttr(v: Value, name: Value): Value {
  return stored(attributeStore(v, <usize>name, NOTHING));
}
function stored(kind: i32): Value {
  if (kind == F.STORE_DONE) return NONE;
  if (kind == F.STORE_FAILED) return RAISED;
  const r = callFound(K_DROP);
  return r == RAISED || r == PUSHED ? r : NONE;
}

// ---- emptying the caches ----

/** All living RegisterCodes (u32 addresses), for flushCaches. */
let all: usize = 0;
let allCount: u32 = 0;
let allRoom: u32 = 0;
export function noteCode(r: RegisterCode): bool {
  if (allCount == allRoom) {
    const room = allRoom == 0 ? 256 : allRoom << 1;
    const fresh = resizeRaw(all, <usize>allCount << 2, <usize>room << 2);
    if (fresh == 0) return false;
    all = fresh;
    allRoom = room;
  }
  store<u32>(all + (<usize>allCount << 2), <u32>changetype<usize>(r));
  allCount++;
  return true;
}
/** All register code that is alive, by number. */
export function codeCount(): u32 { return allCount; }
export function codeAt(i: u32): RegisterCode {
  return changetype<RegisterCode>(<usize>load<u32>(all + (<usize>i << 2)));
}
function flush(): void {
  for (let i: u32 = 0; i < allCount; i++) {
    const r = changetype<RegisterCode>(<usize>load<u32>(all + (<usize>i << 2)));
    for (let k: u32 = 0; k < r.cacheCount; k++) {
      const cache = r.pool + (<usize>load<u32>(r.cacheList + (<usize>k << 2)) << 3);
      store<u32>(cache, 0, CACHE_KLASS);
      store<u32>(cache, 0, CACHE_FOUND);
    }
  }
  memory.fill(SHARED, 0, 32 * SHARED_ENTRIES);
}
function clearShared(): void { memory.fill(SHARED, 0, 32 * SHARED_ENTRIES); }
function sweepAll(): void {
  markRaw(all);
  clearShared();                                     // its shapes may be dead
  let n: u32 = 0;
  for (let i: u32 = 0; i < allCount; i++) {
    const r = load<u32>(all + (<usize>i << 2));
    if (!isMarked(r)) continue;
    store<u32>(all + (<usize>n << 2), r);
    n++;
  }
  allCount = n;
}
function markAll(): void {
  markRaw(all);
  for (let i: u32 = 0; i < allCount; i++) markObject(load<u32>(all + (<usize>i << 2)));
}
export function cachesInit(): void {
  installFlushCaches(flush);
  addWeakHook(sweepAll, markAll);
  addPackHook(clearShared);
}
