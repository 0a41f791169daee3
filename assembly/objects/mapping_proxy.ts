// mappingproxy: the read-only view of a class's dict (`C.__dict__`), and any other mapping in
// types.MappingProxyType.
import { Value, RAISED, NOT_HANDLED } from "../core/value";
import { Header, TYPE_BYTES, isExactly } from "../heap/header";
import { objectNew } from "./object_new";
import { markValue } from "../heap/collector";
import { Args } from "./args";
import { Text } from "./text";
import { OBJECT_TYPE, CMP_EQ, CMP_NE, TYPE_MAPPING } from "./type";
import { typeBegin } from "./builder";
import { getItem, lengthOf, containsItem, getIter, compareValues } from "./protocol";
import { callValue } from "./hooks";
import { getAttr } from "./attributes";
import { S_get, S_keys, S_values, S_items, S_copy } from "./names";

export const MAPPING_PROXY_TYPE: usize = memory.data(TYPE_BYTES, 16);
@unmanaged export class MappingProxy extends Header {
  mapping: Value;
}
/** A view of `mapping`. Raises MemoryError. */
export function mappingProxyNew(mapping: Value): Value {
  const p = changetype<MappingProxy>(objectNew(MAPPING_PROXY_TYPE, offsetof<MappingProxy>()));
  if (changetype<usize>(p) == 0) return RAISED;
  p.mapping = mapping;
  return <u64>changetype<usize>(p);
}
@inline function inside(v: Value): Value { return changetype<MappingProxy>(<usize>v).mapping; }
function proxyMark(address: usize): void { markValue(changetype<MappingProxy>(address).mapping); }
function proxy_construct(args: Args, n: i32): Value { return mappingProxyNew(args.at(1)); }
function proxy_subscr(v: Value, key: Value): Value { return getItem(inside(v), key); }
function proxy_length(v: Value): i64 { return lengthOf(inside(v)); }
function proxy_contains(v: Value, item: Value): i32 { return containsItem(inside(v), item); }
function proxy_iter(v: Value): Value { return getIter(inside(v)); }
function proxy_repr(v: Value, out: Text): bool {
  return out.format("mappingproxy(%r)", inside(v));
}
function proxy_compare(op: i32, left: Value, right: Value): Value {
  if (op != CMP_EQ && op != CMP_NE) return NOT_HANDLED;
  return compareValues(op, isExactly(left, MAPPING_PROXY_TYPE) ? inside(left) : left,
    isExactly(right, MAPPING_PROXY_TYPE) ? inside(right) : right);
}
/** get, keys, values, items, copy: those of the mapping. */
function call(args: Args, n: i32, name: usize): Value {
  const f = getAttr(inside(args.at(0)), <u64>name);
  return f == RAISED ? RAISED : callValue(f, args.from(1), n - 1);
}
function proxy_get(args: Args, n: i32): Value { return call(args, n, S_get); }
function proxy_keys(args: Args, n: i32): Value { return call(args, n, S_keys); }
function proxy_values(args: Args, n: i32): Value { return call(args, n, S_values); }
function proxy_items(args: Args, n: i32): Value { return call(args, n, S_items); }
function proxy_copy(args: Args, n: i32): Value { return call(args, n, S_copy); }

export function mappingProxyInstall(): void {
  const t = typeBegin(MAPPING_PROXY_TYPE, "mappingproxy", OBJECT_TYPE, proxyMark);
  const type = t.type();
  t.flag(TYPE_MAPPING);
  t.construct(proxy_construct, 1, 1);
  type.subscr = proxy_subscr.index;
  type.length = proxy_length.index;
  type.contains = proxy_contains.index;
  type.iter = proxy_iter.index;
  type.repr = proxy_repr.index;
  type.compare = proxy_compare.index;
  t.method("get", proxy_get, 1, 2);
  t.method("keys", proxy_keys, 0, 0);
  t.method("values", proxy_values, 0, 0);
  t.method("items", proxy_items, 0, 0);
  t.method("copy", proxy_copy, 0, 0);
}
