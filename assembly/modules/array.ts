// array: the module of array.array (objects/array_type.ts).
import { ModuleBuilder } from "../objects/module_list";
import { ARRAY_TYPE } from "../objects/bytes";
import { strLiteral } from "../objects/str";

export function install(m: ModuleBuilder): void {
  m.type(ARRAY_TYPE);
  m.constant("ArrayType", <u64>ARRAY_TYPE);
  m.constant("typecodes", strLiteral("bBuhHiIlLqQfd"));
}
