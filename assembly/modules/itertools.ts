// itertools: the iterators that are native; the rest is frozen Python: assembly/frozen/itertools.py
// runs in this module's dict after install.
import { ModuleBuilder } from "../objects/module_list";
import {
  PRODUCT_TYPE, PERMUTATIONS_TYPE, COMBINATIONS_TYPE, COMBINATIONS_REPLACED_TYPE,
} from "../objects/combinatorics";
import { COUNT_TYPE, REPEAT_TYPE } from "../objects/count_repeat";

export function install(m: ModuleBuilder): void {
  m.type(COUNT_TYPE);
  m.type(REPEAT_TYPE);
  m.type(PRODUCT_TYPE);
  m.type(PERMUTATIONS_TYPE);
  m.type(COMBINATIONS_TYPE);
  m.type(COMBINATIONS_REPLACED_TYPE);
}
