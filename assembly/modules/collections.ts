// collections: deque, defaultdict, OrderedDict; the rest (namedtuple, Counter, ChainMap ...) is
// frozen Python: assembly/frozen/collections.py runs in this module's dict after install.
import { ModuleBuilder } from "../objects/module_list";
import { DEQUE_TYPE } from "../objects/deque";
import { DEFAULTDICT_TYPE, ORDEREDDICT_TYPE } from "../objects/dict_kinds";
import { TUPLE_GETTER_TYPE } from "../objects/tuple_getter";

export function install(m: ModuleBuilder): void {
  m.type(DEQUE_TYPE);
  m.type(DEFAULTDICT_TYPE);
  m.type(ORDEREDDICT_TYPE);
  m.type(TUPLE_GETTER_TYPE);
}
