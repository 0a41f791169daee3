// weakref: which built-in types can be held weakly (as in CPython), and what is native of it. The
// rest is frozen Python: assembly/frozen/weakref.py runs in this module's dict. Classes made by
// Python: objects/type_class.ts.
import { ModuleBuilder } from "../objects/module_list";
import { TypeObject, TYPE_TYPE, TYPE_WEAK } from "../objects/type";
import { weakref_getweakrefs, weakref_link, weakref_shared } from "../objects/weak";
import { FUNCTION_TYPE } from "../objects/function";
import { BOUND_METHOD_TYPE } from "../objects/bound_method";
import { NATIVE_TYPE, BOUND_NATIVE_TYPE } from "../objects/native";
import { SET_TYPE, FROZENSET_TYPE } from "../objects/table";
import { ARRAY_TYPE } from "../objects/bytes";
import { DEQUE_TYPE } from "../objects/deque";
import { ORDEREDDICT_TYPE } from "../objects/dict_kinds";
import { MEMORYVIEW_TYPE } from "../objects/memoryview";
import { MODULE_TYPE } from "../objects/module";
import { PARTIAL_TYPE, LRU_CACHE_TYPE } from "../objects/partial";
import { JS_PROXY_TYPE } from "../objects/js_objects";
import { GENERATOR_TYPE, COROUTINE_TYPE, ASYNC_GENERATOR_TYPE } from "../vm/generator";
import { IO_BASE_TYPE } from "./io/base";
import { PATTERN_TYPE } from "./re/objects";

function allow(type: usize): void { changetype<TypeObject>(type).typeFlags |= TYPE_WEAK; }

export function install(m: ModuleBuilder): void {
  allow(TYPE_TYPE);
  allow(FUNCTION_TYPE);
  allow(BOUND_METHOD_TYPE);
  allow(NATIVE_TYPE);
  allow(BOUND_NATIVE_TYPE);
  allow(SET_TYPE);
  allow(FROZENSET_TYPE);
  allow(ARRAY_TYPE);
  allow(DEQUE_TYPE);
  allow(ORDEREDDICT_TYPE);
  allow(MEMORYVIEW_TYPE);
  allow(MODULE_TYPE);
  allow(PARTIAL_TYPE);
  allow(LRU_CACHE_TYPE);
  allow(JS_PROXY_TYPE);
  allow(GENERATOR_TYPE);
  allow(COROUTINE_TYPE);
  allow(ASYNC_GENERATOR_TYPE);
  allow(IO_BASE_TYPE);
  allow(PATTERN_TYPE);
  m.fn("_link", weakref_link, 3, 4);
  m.fn("_shared", weakref_shared, 2, 2);
  m.fn("getweakrefs", weakref_getweakrefs, 1, 1);
}
