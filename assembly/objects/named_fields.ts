// Tuples whose items have names: sys.version_info, sys.implementation ...
//
// Each kind is a class derived from tuple, made when its module is first imported.
import { Value, RAISED, NOTHING } from "../core/value";
import { Header, TYPE_BYTES } from "../heap/header";
import { objectNew } from "./object_new";
import { rootsMark, keep, release } from "../heap/roots";
import { Args } from "./args";
import { textNew } from "./text";
import { StrObject, internLiteral, strSliceBytes, internStr } from "./str";
import { TupleObject, TUPLE_TYPE, tupleOf1, tupleNew } from "./tuple";
import { ListObject, listNew, listAppend } from "./list";
import { TableObject, dictNew, tableSetName, tableGetName } from "./table";
import { TypeObject, TYPE_TYPE, OBJECT_TYPE, TYPE_FINAL } from "./type";
import { typeBegin, NO_MARK } from "./builder";
import { nativeNew, NativeFunction, NATIVE_RAW_SELF } from "./native";
import { typeOf } from "../heap/header";
import { payloadOf } from "./protocol";
import { classNew } from "./type_class";
import { typeLookup } from "./type_lookup";
import { typeDict } from "./module_list";
import { instanceNew } from "./shape";
import { InstanceObject } from "./instance_layout";
import { S___repr__, S___module__ } from "./names";

/** The descriptor of a named item. */
export const FIELD_TYPE: usize = memory.data(TYPE_BYTES, 16);
@unmanaged export class FieldObject extends Header {
  index: u32;
  spare: u32;
}
/** The descriptor of item `index`. Raises MemoryError. */
export function fieldNew(index: u32): Value {
  const f = changetype<FieldObject>(objectNew(FIELD_TYPE, offsetof<FieldObject>()));
  if (changetype<usize>(f) == 0) return RAISED;
  f.index = index;
  f.spare = 0;
  return <u64>changetype<usize>(f);
}
/** descriptorGet slot. */
function field_get(descriptor: Value, object: Value, type: usize): Value {
  const t = object == NOTHING ? 0 : payloadOf(object, TUPLE_TYPE);
  const index = changetype<FieldObject>(<usize>descriptor).index;
  return t == 0 || index >= changetype<TupleObject>(t).length ? descriptor
    : changetype<TupleObject>(t).at(index);
}
/** name(a=1, b=2) */
function named_repr(args: Args, n: i32): Value {
  const self = args.at(0), type = changetype<TypeObject>(typeOf(self));
  const fields =
    changetype<TupleObject>(<usize>typeLookup(changetype<usize>(type),
      <usize>internLiteral("_fields")));
  const row = changetype<TupleObject>(payloadOf(self, TUPLE_TYPE));
  const t = textNew();
  const base = rootsMark();
  keep(t.value());
  const module = tableGetName(typeDict(type), S___module__);
  if (module != NOTHING) { t.str(module); t.literal("."); }
  t.str(type.name);
  t.literal("(");
  let ok = true;
  for (let i: u32 = 0; i < row.length && i < fields.length && ok; i++) {
    ok = t.format(i != 0 ? ", %s=%r" : "%s=%r", fields.at(i), row.at(i));
  }
  t.literal(")");
  release(base);
  if (ok) return t.finish();
  t.drop();
  return RAISED;
}
/** A new class of named tuples. fields: names with blanks between them. module: its __module__.
 *  Raises MemoryError. */
export function namedClass(module: string, name: string, fields: string): Value {
  const dictValue = dictNew(), names = listNew(8), text = internLiteral(fields);
  if (dictValue == RAISED || names == RAISED || text == RAISED) return RAISED;
  const base = rootsMark();
  keep(dictValue); keep(names); keep(text);
  const dict = changetype<TableObject>(<usize>dictValue), s = changetype<StrObject>(<usize>text);
  let from: u32 = 0;
  for (let i: u32 = 0; i <= s.lengthBytes; i++) {
    if (i < s.lengthBytes && load<u8>(s.data + i) != 32) continue;
    const field = internStr(strSliceBytes(s, from, i));
    listAppend(changetype<ListObject>(<usize>names), field);
    tableSetName(dict, <usize>field, fieldNew(changetype<ListObject>(<usize>names).length - 1));
    from = i + 1;
  }
  const l = changetype<ListObject>(<usize>names);
  tableSetName(dict, <usize>internLiteral("_fields"), tupleNew(l.items, l.length));
  tableSetName(dict, S___module__, internLiteral(module));
  const repr = nativeNew(<u64>S___repr__, named_repr.index, 0, 0, TUPLE_TYPE);
  changetype<NativeFunction>(<usize>repr).flags |= NATIVE_RAW_SELF;
  tableSetName(dict, S___repr__, repr);
  const r = classNew(TYPE_TYPE, internLiteral(name), tupleOf1(<u64>TUPLE_TYPE), <usize>dictValue,
    NOTHING);
  release(base);
  return r;
}
/** A named tuple of class `cls` with these items, a TupleObject. Raises MemoryError. */
export function namedNew(cls: Value, items: Value): Value {
  if (cls == RAISED || items == RAISED) return RAISED;
  const v = instanceNew(<usize>cls);
  if (v != RAISED) changetype<InstanceObject>(<usize>v).native = items;
  return v;
}
export function namedFieldsInstall(): void {
  const t = typeBegin(FIELD_TYPE, "tuplegetter", OBJECT_TYPE, NO_MARK);
  t.flag(TYPE_FINAL);
  t.type().descriptorGet = field_get.index;
}
