// functools: partial and the object of a cache; the rest is frozen Python: assembly/frozen/functools.py runs in this module's
// dict after install.
import { ModuleBuilder } from "../objects/module_list";
import { PARTIAL_TYPE, LRU_CACHE_TYPE } from "../objects/partial";

export function install(m: ModuleBuilder): void {
  m.type(PARTIAL_TYPE);
  m.type(LRU_CACHE_TYPE);
}
