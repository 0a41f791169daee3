// functools: partial; the rest is frozen Python: assembly/frozen/functools.py runs in this module's
// dict after install.
import { ModuleBuilder } from "../objects/module_list";
import { PARTIAL_TYPE } from "../objects/partial";

export function install(m: ModuleBuilder): void {
  m.type(PARTIAL_TYPE);
}
