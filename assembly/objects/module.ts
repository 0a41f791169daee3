// module: Python's module objects, and the register of built-in modules.
import { Value, RAISED, NOTHING } from "../core/value";
import { Header, TYPE_BYTES } from "../heap/header";
import { allocObject } from "../heap/allocator";
import { markObject, markValue, addRootMarker } from "../heap/collector";
import { raiseNoMemory } from "./errors";
import { internLiteral } from "./str";
import { TableObject, dictNew, tableSetName, tableGetName, tableFindName } from "./table";
import { ModuleBuilder } from "./builder";
import { smallIntNew, smallInt, isSmallInt } from "../core/value";
import { S___name__, S_builtins } from "./names";

export const MODULE_TYPE: usize = memory.data(TYPE_BYTES, 16);

@unmanaged export class ModuleObject extends Header {
  /** DictObject: the module's globals. */
  dict: usize;
  spare: u32;
}
export function moduleMark(address: usize): void { markObject(changetype<ModuleObject>(address).dict); }

/** A new module with a dict that has only __name__. Raises MemoryError. */
export function moduleNew(name: Value): Value {
  const dict = dictNew();
  if (dict == RAISED) return RAISED;
  if (!tableSetName(changetype<TableObject>(<usize>dict), S___name__, name)) return RAISED;
  const m = changetype<ModuleObject>(allocObject(offsetof<ModuleObject>()));
  if (changetype<usize>(m) == 0) return raiseNoMemory(offsetof<ModuleObject>());
  m.klass = MODULE_TYPE;
  m.flags = 0;
  m.dict = <usize>dict;
  return <u64>changetype<usize>(m);
}

/** Name (interned str) -> small int: table index of the install function; of those that boot has installed, the module. */
let registered: Value = NOTHING;
/** sys.modules: name -> module. */
export let modulesDict: Value = NOTHING;
/** For the build: table indices of install functions that boot has called, u32 each; 0 ends them. */
const INSTALLED: usize = memory.data(4 * 8, 16);
let installed: usize = 0;
export function installedAt(): usize { return INSTALLED; }
function markModules(): void { markValue(registered); markValue(modulesDict); }
export function modulesInit(): void {
  registered = dictNew();
  modulesDict = dictNew();
  addRootMarker(markModules);
}
/** Makes a built-in module known under `name`. At boot. */
export function registerModule(name: string, install: (m: ModuleBuilder) => void): void {
  tableSetName(changetype<TableObject>(<usize>registered), <usize>internLiteral(name), smallIntNew(install.index));
}
/** True if there is a built-in module of this name (interned str). */
export function isBuiltinModule(name: usize): bool {
  return tableFindName(changetype<TableObject>(<usize>registered), name) != 0;
}
/** The table of built-in modules' names, for `help('modules')` and sys.builtin_module_names. */
export function builtinModuleNames(): TableObject { return changetype<TableObject>(<usize>registered); }
/** The module of this name (interned str) in sys.modules; else the built-in one, filled and put there. NOTHING: there is
 *  none. Raises MemoryError. */
export function builtinModule(name: usize): Value {
  const loaded = tableGetName(changetype<TableObject>(<usize>modulesDict), name);
  return loaded != NOTHING ? loaded : isBuiltinModule(name) ? builtinModuleAs(name, name) : NOTHING;
}
/** Fills a built-in module and puts it into sys.modules as `key` (interned str). Raises MemoryError. */
export function builtinModuleAs(key: usize, name: usize): Value {
  const modules = changetype<TableObject>(<usize>modulesDict);
  // A program may clear sys.modules; sys.path and the streams must outlive that.
  const install = tableGetName(changetype<TableObject>(<usize>registered), name);
  if (!isSmallInt(install)) return tableSetName(modules, key, install) ? install : RAISED;
  const m = moduleNew(<u64>name);
  if (m == RAISED || !tableSetName(modules, key, m)) return RAISED;
  call_indirect<void>(<u32>smallInt(install), changetype<ModuleBuilder>(changetype<ModuleObject>(<usize>m).dict));
  return m;
}
/** Installs a built-in module for good: it is the same again when a program has cleared sys.modules. At build time. */
export function installForGood(name: usize): void {
  const t = changetype<TableObject>(<usize>registered);
  store<u32>(INSTALLED + (installed++ << 2), <u32>smallInt(tableGetName(t, name)));
  tableSetName(t, name, builtinModule(name));
}
/** DictObject of the module builtins. */
export function builtinsDict(): usize {
  return changetype<ModuleObject>(<usize>builtinModule(S_builtins)).dict;
}
