// Writes the dicts of built-in types as lists (objects/module_list.ts), when the core has booted: at
// build time. typeDict() makes them again at their first use.
//
// Types that many programs use have lists that are not compressed: to expand the others takes
// longer than to read them, but no longer than to import the modules that most of them belong to.
import { firstPage } from "../heap/allocator";
import {
  AREA_LISTS, AREA_STREAMS, AREA_MODULE_TYPES, AREA_TYPES, AREA_QSTRS,
} from "../heap/compressed";
import { IO_BASE_TYPE } from "../modules/io/base";
import { staticQstrsSleep } from "../bytecode/static_qstrs";
import { GENERATOR_TYPE } from "../vm/generator";
import { INT_TYPE, FLOAT_TYPE } from "../heap/header";
import { listBegin, listsDone, putAttribute } from "../objects/module_list";
import { TypeObject, TYPE_TYPE, OBJECT_TYPE, firstStaticType } from "../objects/type";
import {
  TableObject, DICT_TYPE, SET_TYPE, tableGetName, tableNext, tableEntry, entryKey, entryValue,
} from "../objects/table";
import { NativeFunction, NATIVE_TYPE, nativeNew } from "../objects/native";
import { BaseException, isSubtype } from "../objects/errors";
import { BYTES_TYPE, BYTEARRAY_TYPE } from "../objects/bytes";
import { STREAM_TYPE } from "../objects/std_stream";
import { STR_TYPE } from "../objects/str";
import { LIST_TYPE } from "../objects/list";
import { TUPLE_TYPE, TupleObject } from "../objects/tuple";
import { FUNCTION_TYPE } from "../objects/function";
import { S___module__ } from "../objects/names";
import { NOTHING } from "../core/value";

/** Which lists a type's is among: an area, or 0. */
function areaOf(type: usize, dict: TableObject): usize {
  if (dict.used == 0 || type == OBJECT_TYPE || type == TYPE_TYPE || type == INT_TYPE
    || type == FLOAT_TYPE || type == STR_TYPE || type == BYTES_TYPE || type == BYTEARRAY_TYPE || type == LIST_TYPE
    || type == TUPLE_TYPE || type == DICT_TYPE || type == SET_TYPE || type == FUNCTION_TYPE
    || type == GENERATOR_TYPE || type == NATIVE_TYPE || type == BaseException) return 0;
  return type == STREAM_TYPE || isSubtype(type, IO_BASE_TYPE) ? AREA_STREAMS
    : tableGetName(dict, S___module__) != NOTHING ? AREA_MODULE_TYPES : AREA_TYPES;
}
/** Makes lists of the dicts of all static types and of static qstrs, and drops orders and bases that
 *  follow from the first base: image.ts makes them again. */
export function typesToLists(): void {
  listsDone(AREA_LISTS);
  putTypes(0);
  putTypes(AREA_STREAMS);
  putTypes(AREA_MODULE_TYPES);
  putTypes(AREA_TYPES);
  staticQstrsSleep();
  listsDone(AREA_QSTRS);
  for (let type = firstStaticType(); type != 0; type = changetype<TypeObject>(type).nextStatic) {
    const t = changetype<TypeObject>(type);
    if (changetype<TupleObject>(t.bases).length == 1) t.mro = t.bases = 0;
  }
}
function putTypes(area: usize): void {
  const none = listBegin(0, NOTHING);
  for (let type = firstStaticType(); type != 0; type = changetype<TypeObject>(type).nextStatic) {
    const t = changetype<TypeObject>(type), dict = changetype<TableObject>(t.dict);
    if (t.dict < <usize>firstPage << 16 || areaOf(type, dict) != area) continue;
    t.dict = dict.used == 0 ? none : listBegin(0, NOTHING);
    for (let n = tableNext(dict, 0); n >= 0; n = tableNext(dict, n + 1))
      putAttribute(type, entryKey(tableEntry(dict, n)), entryValue(tableEntry(dict, n)), area == 0);
    if (t.construct != 0) t.construct = copyOf(changetype<NativeFunction>(t.construct));
  }
  listsDone(area);
}
const COPIED: i32 = -2;
/** The same native again: those that stay lie behind each other then (tools/records.mjs). Types may
 *  share one, which notes its copy. */
function copyOf(f: NativeFunction): usize {
  if (f.max == COPIED) return f.owner;
  const copy = changetype<NativeFunction>(<usize>nativeNew(f.name, f.fn, f.min, f.max, f.owner));
  copy.flags = f.flags;
  copy.params = f.params;
  copy.keywordOnly = f.keywordOnly;
  f.max = COPIED;
  f.owner = changetype<usize>(copy);
  return f.owner;
}
