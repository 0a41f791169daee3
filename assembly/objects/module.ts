// module: Python's module objects, and the register of built-in modules.
import { Value, RAISED, NOTHING } from "../core/value";
import { Header, TYPE_BYTES } from "../heap/header";
import { objectNew } from "./object_new";
import { markObject, markValue, addRootMarker } from "../heap/collector";
import { internLiteral } from "./str";
import { TableObject, dictNew, tableSetName, tableGetName, tableFindName } from "./table";
import { ModuleBuilder, listBegin, fillModule } from "./module_list";
import { smallIntNew, smallInt, isSmallInt } from "../core/value";
import { S___name__, S_builtins } from "./names";

export const MODULE_TYPE: usize = memory.data(TYPE_BYTES, 16);

@unmanaged export class ModuleObject extends Header {
  /** DictObject: the module's globals. */
  dict: usize;
  spare: u32;
}
export function moduleMark(address: usize): void {
  markObject(changetype<ModuleObject>(address).dict);
}

/** A new module with a dict that has only __name__. Raises MemoryError. */
export function moduleNew(name: Value): Value {
  const dict = dictNew();
  if (dict == RAISED) return RAISED;
  if (!tableSetName(changetype<TableObject>(<usize>dict), S___name__, name)) return RAISED;
  const m = changetype<ModuleObject>(objectNew(MODULE_TYPE, offsetof<ModuleObject>()));
  if (changetype<usize>(m) == 0) return RAISED;
  m.dict = <usize>dict;
  return <u64>changetype<usize>(m);
}

/** Name (interned str) -> small int: where its list is (module_list.ts); of those that the build
 *  has filled, the module. */
let registered: Value = NOTHING;
/** sys.modules: name -> module. */
export let modulesDict: Value = NOTHING;
function markModules(): void { markValue(registered); markValue(modulesDict); }
export function modulesInit(): void {
  registered = dictNew();
  modulesDict = dictNew();
  addRootMarker(markModules);
}
/** Makes a built-in module known under `name`; the builder takes what it offers. At build time. */
export function moduleBegin(name: string): ModuleBuilder {
  const key = internLiteral(name), list = listBegin(0, key);
  tableSetName(changetype<TableObject>(<usize>registered), <usize>key, smallIntNew(list));
  return changetype<ModuleBuilder>(list);
}
/** The same of a module that every program has: it is the same again when a program has cleared
 *  sys.modules. */
export function moduleForGood(name: usize): ModuleBuilder {
  const m = moduleNew(<u64>name);
  tableSetName(changetype<TableObject>(<usize>registered), name, m);
  tableSetName(changetype<TableObject>(<usize>modulesDict), name, m);
  return changetype<ModuleBuilder>(listBegin(changetype<ModuleObject>(<usize>m).dict, NOTHING));
}
/** True if there is a built-in module of this name (interned str). */
export function isBuiltinModule(name: usize): bool {
  return tableFindName(changetype<TableObject>(<usize>registered), name) != 0;
}
/** The table of built-in modules' names, for `help('modules')` and sys.builtin_module_names. */
export function builtinModuleNames(): TableObject {
  return changetype<TableObject>(<usize>registered);
}
/** The module of this name (interned str) in sys.modules; else the built-in one, filled and put
 *  there. NOTHING: there is none. Raises MemoryError. */
export function builtinModule(name: usize): Value {
  const loaded = tableGetName(changetype<TableObject>(<usize>modulesDict), name);
  return loaded != NOTHING ? loaded : isBuiltinModule(name) ? builtinModuleAs(name, name) : NOTHING;
}
/** Fills a built-in module and puts it into sys.modules as `key` (interned str). Raises
 *  MemoryError. */
export function builtinModuleAs(key: usize, name: usize): Value {
  const modules = changetype<TableObject>(<usize>modulesDict);
  // A program may clear sys.modules; sys.path and the streams must outlive that.
  const known = tableGetName(changetype<TableObject>(<usize>registered), name);
  const m = isSmallInt(known) ? moduleNew(<u64>name) : known;
  if (m == RAISED) return RAISED;
  const dict = changetype<TableObject>(changetype<ModuleObject>(<usize>m).dict);
  if (m != known && !fillModule(<usize>smallInt(known), dict)) return RAISED;
  return tableSetName(modules, key, m) ? m : RAISED;
}
/** DictObject of the module builtins. */
export function builtinsDict(): usize {
  return changetype<ModuleObject>(<usize>builtinModule(S_builtins)).dict;
}
