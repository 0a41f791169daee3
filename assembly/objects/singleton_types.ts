// NoneType, ellipsis, NotImplementedType; and the module type.
import { Value, RAISED, NOTHING } from "../core/value";
import { Args } from "./args";
import { Text } from "./text";
import { OBJECT_TYPE, TYPE_FINAL } from "./type";
import { typeBegin, NO_MARK } from "./builder";
import { raiseWith, TypeError } from "./errors";
import {
  NONE, NONE_TYPE, ELLIPSIS, ELLIPSIS_TYPE, NOT_IMPLEMENTED, NOT_IMPLEMENTED_TYPE,
} from "./singletons";
import { MODULE_TYPE, ModuleObject, moduleMark, moduleNew } from "./module";
import { TableObject, tableGetName, tableSetName } from "./table";
import { strPart } from "./protocol";
import { S___name__, S___doc__, S___file__ } from "./names";

function none_repr(v: Value, out: Text): bool { out.literal("None"); return true; }
function none_truth(v: Value): i32 { return 0; }
function none_construct(args: Args, n: i32): Value { return NONE; }
function ellipsis_repr(v: Value, out: Text): bool { out.literal("Ellipsis"); return true; }
function ellipsis_construct(args: Args, n: i32): Value { return ELLIPSIS; }
function notImplemented_repr(v: Value, out: Text): bool {
  out.literal("NotImplemented");
  return true;
}
function notImplemented_construct(args: Args, n: i32): Value { return NOT_IMPLEMENTED; }

function module_construct(args: Args, n: i32): Value {
  const name = strPart(args.at(1));
  if (changetype<usize>(name) == 0) {
    return raiseWith(TypeError, "module() argument 'name' must be str, not %t", args.at(1));
  }
  const m = moduleNew(<u64>changetype<usize>(name));
  if (m == RAISED) return RAISED;
  const doc = args.at(2) == NOTHING ? NONE : args.at(2);
  return tableSetName(changetype<TableObject>(changetype<ModuleObject>(<usize>m).dict), S___doc__,
    doc) ? m : RAISED;
}
function module_repr(v: Value, out: Text): bool {
  const dict = changetype<TableObject>(changetype<ModuleObject>(<usize>v).dict);
  const name = tableGetName(dict, S___name__), file = tableGetName(dict, S___file__);
  const shown = name != NOTHING ? changetype<usize>(strPart(name)) : 0;
  const place = file != NOTHING ? changetype<usize>(strPart(file)) : 0;
  if (shown == 0) out.literal("<module '?");
  else out.format("<module '%s", shown);
  return out.format(place == 0 ? "' (built-in)>" : "' from '%s'>", place);
}

export function singletonTypesInstall(): void {
  const n = typeBegin(NONE_TYPE, "NoneType", OBJECT_TYPE, NO_MARK);
  n.flag(TYPE_FINAL);
  n.construct(none_construct, 0, 0);
  n.type().repr = none_repr.index;
  n.type().truth = none_truth.index;
  const e = typeBegin(ELLIPSIS_TYPE, "ellipsis", OBJECT_TYPE, NO_MARK);
  e.flag(TYPE_FINAL);
  e.construct(ellipsis_construct, 0, 0);
  e.type().repr = ellipsis_repr.index;
  const i = typeBegin(NOT_IMPLEMENTED_TYPE, "NotImplementedType", OBJECT_TYPE, NO_MARK);
  i.flag(TYPE_FINAL);
  i.construct(notImplemented_construct, 0, 0);
  i.type().repr = notImplemented_repr.index;
  const m = typeBegin(MODULE_TYPE, "module", OBJECT_TYPE, moduleMark);
  m.flag(TYPE_FINAL);
  m.constructDef(module_construct, "name,doc=");
  m.type().repr = module_repr.index;
}
