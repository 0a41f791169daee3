// abc: what assembly/frozen/abc.py, which runs in this module's dict, needs of types.
import { Value, RAISED, NOTHING } from "../core/value";
import { isExactly } from "../heap/header";
import { Args } from "../objects/args";
import { TypeObject, TYPE_HEAP, TYPE_SEQUENCE, TYPE_MAPPING } from "../objects/type";
import { isType } from "../objects/type_class";
import { raise, TypeError } from "../objects/errors";
import { typeLookup } from "../objects/attributes";
import { STR_TYPE, internStr } from "../objects/str";
import { ListObject } from "../objects/list";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons";
import { ModuleBuilder } from "../objects/module_list";

/** _special(type, name: str): what special methods of its instances are looked up as;
 *  NotImplemented: none. */
function abc_special(args: Args, n: i32): Value {
  if (!isType(args.at(0)) || !isExactly(args.at(1), STR_TYPE))
    return raise(TypeError, "a type and a str");
  const name = internStr(args.at(1));
  if (name == RAISED) return RAISED;
  const v = typeLookup(<usize>args.at(0), <usize>name);
  return v == NOTHING ? NOT_IMPLEMENTED : v;
}
/** _match_as(class, type): `case [...]` and `case {...}` match instances of the class, and of its
 *  subclasses, if they do those of the type. */
function abc_match_as(args: Args, n: i32): Value {
  if (!isType(args.at(0)) || !isType(args.at(1))) return raise(TypeError, "two types");
  const t = changetype<TypeObject>(<usize>args.at(0)),
    flags = changetype<TypeObject>(<usize>args.at(1)).typeFlags;
  if (t.typeFlags & TYPE_HEAP) matchAs(t, flags & (TYPE_SEQUENCE | TYPE_MAPPING));
  return NONE;
}
function matchAs(t: TypeObject, flags: u32): void {
  if ((t.typeFlags & flags) == flags) return;
  t.typeFlags |= flags;
  const list = changetype<ListObject>(t.subclasses);
  if (changetype<usize>(list) == 0) return;
  for (let i: u32 = 0; i < list.length; i++)
    matchAs(changetype<TypeObject>(<usize>list.at(i)), flags);
}

export function install(m: ModuleBuilder): void {
  m.fn("_special", abc_special, 2, 2);
  m.fn("_match_as", abc_match_as, 2, 2);
}
