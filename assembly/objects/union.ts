// `int | str` (types.UnionType) and `list[int]` (types.GenericAlias): what annotations are made of.
import { Value, RAISED, NOT_HANDLED, isObject } from "../core/value";
import { Header, TYPE_BYTES, typeOf, isExactly } from "../heap/header";
import { objectNew } from "./object_new";
import { sequenceJoined } from "./sequence";
import { markValue, markObject } from "../heap/collector";
import { Text } from "./text";
import { TupleObject, TUPLE_TYPE, tupleNew, tupleOf1 } from "./tuple";
import { TypeObject, TYPE_META, OBJECT_TYPE, OP_OR, CMP_EQ, CMP_NE, TYPE_FINAL } from "./type";
import { typeBegin } from "./builder";
import { NONE, NONE_TYPE, ELLIPSIS, boolValue } from "./singletons";
import { reprInto, payloadOf, compareValues } from "./protocol";
import { Args } from "./args";
import { callWithKeywords } from "./hooks";
import { getAttr } from "./attributes";
import { typeNameInto } from "./instance";
import { S___origin__, S___args__, S___class__ } from "./names";

export const UNION_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const ALIAS_TYPE: usize = memory.data(TYPE_BYTES, 16);

@unmanaged export class UnionObject extends Header {
  /** TupleObject of classes and aliases, without repetitions. */
  args: usize;
  spare: u32;
}
@unmanaged export class AliasObject extends Header {
  /** The class. */
  origin: Value;
  /** TupleObject. */
  args: Value;
}
function unionMark(address: usize): void { markObject(changetype<UnionObject>(address).args); }
function aliasMark(address: usize): void {
  markValue(changetype<AliasObject>(address).origin);
  markValue(changetype<AliasObject>(address).args);
}

// ---- unions ----

/** True for what may stand in a union: a class, None, a union, an alias. */
function mayJoin(v: Value): bool {
  return v == NONE || isExactly(v, UNION_TYPE) || isExactly(v, ALIAS_TYPE)
    || isObject(v) && (changetype<TypeObject>(typeOf(v)).typeFlags & TYPE_META) != 0;
}
/** binary slot of `type`, unions and aliases: left | right. */
export function unionOf(op: i32, left: Value, right: Value): Value {
  if (op != OP_OR || !mayJoin(left) || !mayJoin(right)) return NOT_HANDLED;
  if (left == NONE && right == NONE) return NOT_HANDLED;
  const a = partsOf(left), b = partsOf(right);
  if (a == RAISED || b == RAISED) return RAISED;
  const all = sequenceJoined(a, b);
  if (all == RAISED) return RAISED;
  // each of them once
  const row = changetype<TupleObject>(<usize>all);
  let count: u32 = 0;
  for (let i: u32 = 0; i < row.length; i++) {
    if (isAmong(row.at(i), row, count)) continue;
    row.set(count, row.at(i));
    count++;
  }
  if (count == 1) return row.at(0);
  const args = tupleNew(row.items(), count);
  const u = changetype<UnionObject>(objectNew(UNION_TYPE, offsetof<UnionObject>()));
  if (changetype<usize>(u) == 0 || args == RAISED) return RAISED;
  u.args = <usize>args;
  return <u64>changetype<usize>(u);
}
/** What a value brings into a union, a tuple. Raises MemoryError. */
function partsOf(v: Value): Value {
  return isExactly(v, UNION_TYPE) ? union_args(v) : tupleOf1(v == NONE ? <u64>NONE_TYPE : v);
}
/** True if the very `v` is one of the first `count` items. */
function isAmong(v: Value, row: TupleObject, count: u32): bool {
  for (let i: u32 = 0; i < count; i++) if (row.at(i) == v) return true;
  return false;
}
/** A class as annotations write it. */
function partInto(v: Value, out: Text): bool {
  if (v == <u64>NONE_TYPE) { out.literal("None"); return true; }
  if (v == ELLIPSIS) { out.literal("..."); return true; }
  if (isObject(v) && changetype<TypeObject>(typeOf(v)).typeFlags & TYPE_META) {
    typeNameInto(<usize>v, out);
    return true;
  }
  return reprInto(v, out);
}
/** Appends classes with a separator between them. */
function partsInto(args: Value, separator: string, out: Text): bool {
  const parts = changetype<TupleObject>(<usize>args);
  for (let i: u32 = 0; i < parts.length; i++) {
    if (i != 0) out.literal(separator);
    if (!partInto(parts.at(i), out)) return false;
  }
  return true;
}
function union_repr(v: Value, out: Text): bool { return partsInto(union_args(v), " | ", out); }
function union_compare(op: i32, left: Value, right: Value): Value {
  if (op != CMP_EQ && op != CMP_NE || !isExactly(left, UNION_TYPE) || !isExactly(right, UNION_TYPE))
    return NOT_HANDLED;
  const a = changetype<TupleObject>(changetype<UnionObject>(<usize>left).args);
  const b = changetype<TupleObject>(changetype<UnionObject>(<usize>right).args);
  let same = a.length == b.length;
  for (let i: u32 = 0; i < a.length && same; i++) same = isAmong(a.at(i), b, b.length);
  return boolValue(same == (op == CMP_EQ));
}
function union_args(self: Value): Value { return <u64>changetype<UnionObject>(<usize>self).args; }

// ---- aliases ----

/** GenericAlias(origin, key). */
function alias_new(args: Args, n: i32): Value { return aliasNew(args.at(1), args.at(2)); }
/** origin[key]. Raises MemoryError. */
export function aliasNew(origin: Value, key: Value): Value {
  const args = payloadOf(key, TUPLE_TYPE) != 0 ? key : tupleOf1(key);
  const a = changetype<AliasObject>(objectNew(ALIAS_TYPE, offsetof<AliasObject>()));
  if (changetype<usize>(a) == 0 || args == RAISED) return RAISED;
  a.origin = origin;
  a.args = args;
  return <u64>changetype<usize>(a);
}
@inline function alias(v: Value): AliasObject { return changetype<AliasObject>(<usize>v); }
function alias_repr(v: Value, out: Text): bool {
  if (!partInto(alias(v).origin, out)) return false;
  out.literal("[");
  if (!partsInto(alias(v).args, ", ", out)) return false;
  if (changetype<TupleObject>(<usize>alias(v).args).length == 0) out.literal("()");
  out.literal("]");
  return true;
}
function alias_compare(op: i32, left: Value, right: Value): Value {
  if (op != CMP_EQ && op != CMP_NE || !isExactly(left, ALIAS_TYPE) || !isExactly(right, ALIAS_TYPE))
    return NOT_HANDLED;
  if (alias(left).origin != alias(right).origin) return boolValue(op == CMP_NE);
  return compareValues(op, alias(left).args, alias(right).args);
}
function alias_call(callee: Value, args: Args, n: i32, kwargs: Value): Value {
  return callWithKeywords(alias(callee).origin, args, n, kwargs);
}
/** Other attributes are those of the class. */
function alias_getattr(v: Value, name: Value): Value {
  if (<usize>name == S___origin__) return alias(v).origin;
  if (<usize>name == S___args__) return alias(v).args;
  if (<usize>name == S___class__) return <u64>ALIAS_TYPE;
  return getAttr(alias(v).origin, name);
}
function alias_entries(args: Args, n: i32): Value { return tupleOf1(alias(args.at(0)).origin); }

export function unionInstall(): void {
  const u = typeBegin(UNION_TYPE, "UnionType", OBJECT_TYPE, unionMark);
  u.flag(TYPE_FINAL);
  u.type().repr = union_repr.index;
  u.type().binary = unionOf.index;
  u.type().binaryMask = 1 << OP_OR;
  u.type().compare = union_compare.index;
  u.attribute("__args__", union_args);
  const a = typeBegin(ALIAS_TYPE, "GenericAlias", OBJECT_TYPE, aliasMark);
  a.construct(alias_new, 2, 2);
  a.flag(TYPE_FINAL);
  a.type().repr = alias_repr.index;
  a.type().binary = unionOf.index;
  a.type().compare = alias_compare.index;
  a.type().call = alias_call.index;
  a.type().getattr = alias_getattr.index;
  a.method("__mro_entries__", alias_entries, 1, 1);
}
