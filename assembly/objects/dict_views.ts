// dict_keys, dict_values, dict_items: live views of a dict, the first and last with the operations
// of sets. Behaviour: docs.python.org/3/library/stdtypes.html#dictionary-view-objects.
import { Value, RAISED, NOTHING, END, NOT_HANDLED } from "../core/value";
import { Header, TYPE_BYTES, isExactly } from "../heap/header";
import { objectNew } from "./object_new";
import { markValue } from "../heap/collector";
import { rootsMark, keep, release } from "../heap/roots";
import {
  orderHolds, OBJECT_TYPE, HASH_NONE, TYPE_FINAL, CMP_EQ, CMP_NE, CMP_GT, CMP_GE, OP_OR, OP_AND,
  OP_XOR, OP_SUB,
} from "./type";
import { raised } from "./errors";
import { Args } from "./args";
import { typeBegin, TypeBuilder } from "./builder";
import { Text } from "./text";
import { TupleObject, TUPLE_TYPE } from "./tuple";
import { TableObject, tableGet, SET_TYPE, FROZENSET_TYPE } from "./table";
import { tableAt } from "./dict";
import { dict_contains } from "./dict_methods";
import { mappingProxyNew } from "./mapping_proxy";
import { boolValue } from "./singletons";
import { payloadOf, lengthOf, containsItem, getIter, iterNext, reprInto, reprEnter,
  reprLeave } from "./protocol";
import { itemsEqual } from "./sequence";
import {
  tableIterNew, DICT_KEY_ITER_TYPE, DICT_VALUE_ITER_TYPE, DICT_ITEM_ITER_TYPE,
  DICT_REVERSE_KEY_ITER_TYPE,
  DICT_REVERSE_VALUE_ITER_TYPE, DICT_REVERSE_ITEM_ITER_TYPE,
} from "./iterators";
import { setFrom, setBinary, setIsDisjoint } from "./set";

export const DICT_KEYS_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const DICT_VALUES_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const DICT_ITEMS_TYPE: usize = memory.data(TYPE_BYTES, 16);

//  0      4      8     16
//  |klass |flags |dict |
@unmanaged export class ViewObject extends Header {
  /** The TableObject whose entries are seen. */
  dict: Value;
}
/** A view of the given type on a dict. Raises MemoryError. */
export function viewNew(type: usize, dict: Value): Value {
  const view = changetype<ViewObject>(objectNew(type, offsetof<ViewObject>()));
  if (changetype<usize>(view) == 0) return RAISED;
  view.dict = dict;
  return <u64>changetype<usize>(view);
}
function viewMark(address: usize): void { markValue(changetype<ViewObject>(address).dict); }
@inline function tableOf(v: Value): TableObject {
  return tableAt(changetype<ViewObject>(<usize>v).dict);
}

function view_length(v: Value): i64 { return tableOf(v).used; }
function dict_keys_iter(v: Value): Value { return tableIterNew(DICT_KEY_ITER_TYPE, tableOf(v)); }
function dict_values_iter(v: Value): Value {
  return tableIterNew(DICT_VALUE_ITER_TYPE, tableOf(v));
}
function dict_items_iter(v: Value): Value { return tableIterNew(DICT_ITEM_ITER_TYPE, tableOf(v)); }
function dict_keys_reversed(args: Args, n: i32): Value {
  return tableIterNew(DICT_REVERSE_KEY_ITER_TYPE, tableOf(args.at(0)));
}
function dict_values_reversed(args: Args, n: i32): Value {
  return tableIterNew(DICT_REVERSE_VALUE_ITER_TYPE, tableOf(args.at(0)));
}
function dict_items_reversed(args: Args, n: i32): Value {
  return tableIterNew(DICT_REVERSE_ITEM_ITER_TYPE, tableOf(args.at(0)));
}
function dict_keys_contains(v: Value, key: Value): i32 {
  return dict_contains(changetype<ViewObject>(<usize>v).dict, key);
}
function dict_items_contains(v: Value, item: Value): i32 {
  const pair = changetype<TupleObject>(payloadOf(item, TUPLE_TYPE));
  if (changetype<usize>(pair) == 0 || pair.length != 2) return 0;
  const found = tableGet(tableOf(v), pair.at(0));
  return found == NOTHING ? (raised() ? -1 : 0) : itemsEqual(found, pair.at(1));
}
/** dict_keys([...]): the items that the view's iterator gives. A safepoint. */
function viewRepr(v: Value, out: Text, name: string): bool {
  if (!reprEnter(v)) { out.literal("..."); return true; }
  out.literal(name);
  out.literal("([");
  const base = rootsMark();
  const it = getIter(v);
  let ok = it != RAISED;
  if (ok) {
    keep(it);
    for (let first = true; ; first = false) {
      const item = iterNext(it);
      if (item == END) break;
      ok = item != RAISED;
      if (!ok) break;
      if (!first) out.literal(", ");
      ok = reprInto(item, out);
      if (!ok) break;
    }
  }
  release(base);
  out.literal("])");
  reprLeave();
  return ok;
}
function dict_keys_repr(v: Value, out: Text): bool { return viewRepr(v, out, "dict_keys"); }
function dict_values_repr(v: Value, out: Text): bool { return viewRepr(v, out, "dict_values"); }
function dict_items_repr(v: Value, out: Text): bool { return viewRepr(v, out, "dict_items"); }

/** True for what views compare with: sets, frozensets and views of keys and items. */
function isSetLike(v: Value): bool {
  return isExactly(v, DICT_KEYS_TYPE) || isExactly(v, DICT_ITEMS_TYPE)
    || payloadOf(v, SET_TYPE) != 0 || payloadOf(v, FROZENSET_TYPE) != 0;
}
/** Every item of `a` is in `b`: 1, 0, -1. A safepoint. */
function allIn(a: Value, b: Value): i32 {
  const base = rootsMark();
  const it = getIter(a);
  let result = -1;
  if (it != RAISED) {
    keep(it);
    while (true) {
      const item = iterNext(it);
      if (item == RAISED) break;
      if (item == END) { result = 1; break; }
      const slot = keep(item);
      result = containsItem(b, item);
      release(slot);
      if (result != 1) break;
    }
  }
  release(base);
  return result;
}
function view_compare(op: i32, left: Value, right: Value): Value {
  if (!isSetLike(left) || !isSetLike(right)) return NOT_HANDLED;
  const m = lengthOf(left), n = lengthOf(right);
  if (raised()) return RAISED;
  const unequal = op == CMP_NE;
  if (!orderHolds(unequal ? CMP_EQ : op, m, n)) return boolValue(unequal);
  const r = op == CMP_GT || op == CMP_GE ? allIn(right, left) : allIn(left, right);
  return r < 0 ? RAISED : boolValue((r == 1) != unequal);
}
/** | & ^ - of a view and any iterable, on either side: a set. A safepoint. */
function view_binary(op: i32, left: Value, right: Value): Value {
  if (op != OP_OR && op != OP_AND && op != OP_XOR && op != OP_SUB) return NOT_HANDLED;
  const base = rootsMark();
  let result = RAISED;
  const a = setFrom(left, SET_TYPE);
  if (a != RAISED) {
    keep(a);
    const b = setFrom(right, SET_TYPE);
    if (b != RAISED) {
      keep(b);
      result = setBinary(op, a, b);
    }
  }
  release(base);
  return result;
}
function view_isdisjoint(args: Args, n: i32): Value {
  const base = rootsMark();
  let result = RAISED;
  const a = setFrom(args.at(0), SET_TYPE);
  if (a != RAISED) {
    keep(a);
    const r = setIsDisjoint(tableAt(a), args.at(1));
    if (r >= 0) result = boolValue(r == 1);
  }
  release(base);
  return result;
}

function view_mapping(self: Value): Value {
  return mappingProxyNew(changetype<ViewObject>(<usize>self).dict);
}
function viewType(type: usize, name: string, iter: (v: Value) => Value,
    repr: (v: Value, out: Text) => bool): TypeBuilder {
  const t = typeBegin(type, name, OBJECT_TYPE, viewMark);
  t.flag(TYPE_FINAL);
  t.type().length = view_length.index;
  t.type().iter = iter.index;
  t.type().repr = repr.index;
  t.attribute("mapping", view_mapping);
  return t;
}
function setLike(t: TypeBuilder): void {
  t.type().compare = view_compare.index;
  t.type().binary = view_binary.index;
  t.type().hash = HASH_NONE;
  t.method("isdisjoint", view_isdisjoint, 1, 1);
}
export function dictViewsInstall(): void {
  const keys = viewType(DICT_KEYS_TYPE, "dict_keys", dict_keys_iter, dict_keys_repr);
  keys.type().contains = dict_keys_contains.index;
  keys.method("__reversed__", dict_keys_reversed, 0, 0);
  setLike(keys);
  const values = viewType(DICT_VALUES_TYPE, "dict_values", dict_values_iter, dict_values_repr);
  values.method("__reversed__", dict_values_reversed, 0, 0);
  const items = viewType(DICT_ITEMS_TYPE, "dict_items", dict_items_iter, dict_items_repr);
  items.type().contains = dict_items_contains.index;
  items.method("__reversed__", dict_items_reversed, 0, 0);
  setLike(items);
}
