// set, frozenset: slots and methods of Python's `set` and `frozenset`. Operations: set.ts; table:
// table.ts. Behaviour: docs.python.org/3/library/stdtypes.html#set-types-set-frozenset.
import { Value, RAISED, NOTHING, NOT_HANDLED } from "../core/value";
import { isExactly } from "../heap/header";
import { rootsMark, keep, release } from "../heap/roots";
import { chargeScan } from "../heap/events";
import {
  orderHolds, OBJECT_TYPE, HASH_NONE, TYPE_INIT_FILLS, CMP_EQ, CMP_NE, CMP_GT, CMP_GE, OP_OR,
  OP_AND,
  OP_XOR, OP_SUB, OP_INPLACE,
} from "./type";
import { raise, raiseArg, raised, raiseFormat, TypeError, KeyError } from "./errors";
import { Args } from "./args";
import { typeBegin, TypeBuilder } from "./builder";
import { literalOf, Text } from "./text";
import { tupleNew } from "./tuple";
import {
  TableObject, SET_TYPE, FROZENSET_TYPE, ENTRY, ENTRY_HASH, tableNew, tableRemove, tableClear,
  tableCopy, tableMark,
} from "./table";
import { internLiteral } from "./str";
import { NONE, boolValue } from "./singletons";
import { reprInto, reprEnter, reprLeave } from "./protocol";
import { tableIterNew, handOver, runsPython, SET_ITER_TYPE } from "./iterators";
import {
  setPart, setAdd, setFind, setUpdate, setSubtract, setToggle, setIntersection, setIsDisjoint,
  setIsSubset, setFrom,
  setBinary, setDifference,
} from "./set";
import { enterNative, leaveNative } from "./hooks";
import { toHelper } from "./frozen";
import { mix64 } from "../core/hash";

@inline function tableAt(v: Value): TableObject { return changetype<TableObject>(<usize>v); }
/** FROZENSET_TYPE for a frozenset, else SET_TYPE: the type of results. */
@inline function typeFor(v: Value): usize {
  return isExactly(v, FROZENSET_TYPE) ? FROZENSET_TYPE : SET_TYPE;
}

// ---- slots ----

function set_length(v: Value): i64 { return tableAt(v).used; }
function set_truth(v: Value): i32 { return <i32>(tableAt(v).used != 0); }
function set_iter(v: Value): Value { return tableIterNew(SET_ITER_TYPE, tableAt(v)); }
function set_contains(v: Value, item: Value): i32 {
  const e = setFind(tableAt(v), item);
  return raised() ? -1 : <i32>(e != 0);
}
/** Comparison means subset. A safepoint. Depth-limited. */
function set_compare(op: i32, left: Value, right: Value): Value {
  const a = changetype<TableObject>(setPart(left)), b = changetype<TableObject>(setPart(right));
  if (changetype<usize>(a) == 0 || changetype<usize>(b) == 0) return NOT_HANDLED;
  const unequal = op == CMP_NE;
  if (!orderHolds(unequal ? CMP_EQ : op, a.used, b.used)) return boolValue(unequal);
  if (!enterNative()) return RAISED;
  const r = op == CMP_GT || op == CMP_GE ? setIsSubset(b, a) : setIsSubset(a, b);
  leaveNative();
  return r < 0 ? RAISED : boolValue((r == 1) != unequal);
}
function set_binary(op: i32, left: Value, right: Value): Value {
  const plain = op & (OP_INPLACE - 1);
  if (plain != OP_OR && plain != OP_AND && plain != OP_XOR && plain != OP_SUB) return NOT_HANDLED;
  const a = setPart(left), b = setPart(right);
  if (a == 0 || b == 0) return NOT_HANDLED;
  if (op == plain) return setBinary(op, <u64>a, <u64>b);
  if (isExactly(<u64>a, FROZENSET_TYPE)) return NOT_HANDLED;
  const t = changetype<TableObject>(a);
  let ok: bool;
  if (plain == OP_OR) ok = setUpdate(t, <u64>b);
  else if (plain == OP_SUB) ok = setSubtract(t, <u64>b);
  else if (plain == OP_XOR) ok = setToggle(t, <u64>b);
  else ok = intersectInPlace(t, <u64>b);
  return ok ? left : RAISED;
}
/** t &= items of `v`. */
function intersectInPlace(t: TableObject, v: Value): bool {
  const r = setIntersection(t, v, SET_TYPE);
  if (r == RAISED) return false;
  takeOver(t, tableAt(r));
  return true;
}
/** Gives the contents of `from` to `t`. */
function takeOver(t: TableObject, from: TableObject): void {
  tableClear(t);
  t.entries = from.entries;
  t.index = from.index;
  t.indexMask = from.indexMask;
  t.room = from.room;
  t.filled = from.filled;
  t.used = from.used;
  t.head = from.head;
  t.flags = from.flags;
  from.entries = 0;
  from.index = 0;
  from.room = 0;
  from.filled = 0;
  from.used = 0;
  from.head = 0;
}
/** Independent of the order of the items. */
function frozenset_hash(v: Value): i64 {
  const t = tableAt(v);
  let h: u64 = <u64>t.used * 0x9e3779b97f4a7c15;
  chargeScan(t.filled);
  const end = t.entries + <usize>t.filled * ENTRY;
  for (let e = t.entries; e < end; e += ENTRY) {
    if (load<u64>(e) != NOTHING) {
      h += <u64>mix64(<u64>load<u32>(e, ENTRY_HASH) + 0x632be59bd9b4e019) * 0xff51afd7ed558ccd;
    }
  }
  // 60 bits, so that a subclass's hash, which goes through an int, is the same.
  return <i64>((h ^ h >> 29) & 0x0fffffffffffffff);
}
function set_repr(v: Value, out: Text): bool {
  const t = tableAt(v), frozen = isExactly(v, FROZENSET_TYPE);
  if (t.used == 0) { out.literal(frozen ? "frozenset()" : "set()"); return true; }
  if (!reprEnter(v)) { out.literal(frozen ? "frozenset(...)" : "set(...)"); return true; }
  out.literal(frozen ? "frozenset({" : "{");
  let ok = true, first = true;
  const base = rootsMark();
  for (let n: u32 = 0; n < t.filled && ok; n++) {
    const item = load<u64>(t.entries + <usize>n * ENTRY);
    if (item == NOTHING) continue;
    keep(item);
    if (!first) out.literal(", ");
    first = false;
    ok = reprInto(item, out);
    release(base);
  }
  out.literal(frozen ? "})" : "}");
  reprLeave();
  return ok;
}

// ---- methods ----

/** True if one of the arguments behind self must be iterated by Python: then handOverMethod does
 *  the work. */
function mustHandOver(args: Args, n: i32): bool {
  for (let i = 1; i < n; i++) if (runsPython(args.at(i))) return true;
  return false;
}
/** Calls self.name(*args) again with every argument turned into a list, by a helper. */
function handOverMethod(args: Args, n: i32, name: string): Value {
  const rest = tupleNew(changetype<usize>(args.from(1)), n - 1);
  if (rest == RAISED) return RAISED;
  return toHelper("_set_method", args.at(0), internLiteral(name), rest);
}
function set_add(args: Args, n: i32): Value {
  return setAdd(tableAt(args.at(0)), args.at(1)) ? NONE : RAISED;
}
function set_remove(args: Args, n: i32): Value {
  const t = tableAt(args.at(0));
  const e = setFind(t, args.at(1));
  if (raised()) return RAISED;
  if (e == 0) return raiseArg(KeyError, args.at(1));
  tableRemove(t, e);
  return NONE;
}
function set_discard(args: Args, n: i32): Value {
  const t = tableAt(args.at(0));
  const e = setFind(t, args.at(1));
  if (raised()) return RAISED;
  if (e != 0) tableRemove(t, e);
  return NONE;
}
/** Takes the oldest item. */
function set_pop(args: Args, n: i32): Value {
  const t = tableAt(args.at(0));
  if (t.used == 0) return raise(KeyError, "pop from an empty set");
  let e = t.entries + <usize>t.head * ENTRY;
  while (load<u64>(e) == NOTHING) e += ENTRY;
  const item = load<u64>(e);
  tableRemove(t, e);
  return item;
}
function set_clear(args: Args, n: i32): Value {
  tableClear(tableAt(args.at(0)));
  return NONE;
}
function set_copy(args: Args, n: i32): Value {
  return tableCopy(tableAt(args.at(0)), typeFor(args.at(0)));
}
function frozenset_copy(args: Args, n: i32): Value { return args.at(0); }

function set_union(args: Args, n: i32): Value {
  if (mustHandOver(args, n)) return handOverMethod(args, n, "union");
  const r = tableCopy(tableAt(args.at(0)), typeFor(args.at(0)));
  return r == RAISED ? RAISED : withEach(r, args, n, 0) ? r : RAISED;
}
/** Unites (what 0) or subtracts (1) every argument behind self. Keeps `r`. */
function withEach(r: Value, args: Args, n: i32, what: i32): bool {
  const base = rootsMark();
  keep(r);
  let ok = true;
  for (let i = 1; i < n && ok; i++) {
    ok = what == 0 ? setUpdate(tableAt(r), args.at(i)) : setSubtract(tableAt(r), args.at(i));
  }
  release(base);
  return ok;
}
function set_update(args: Args, n: i32): Value {
  if (mustHandOver(args, n)) return handOverMethod(args, n, "update");
  return withEach(args.at(0), args, n, 0) ? NONE : RAISED;
}
function set_difference(args: Args, n: i32): Value {
  if (mustHandOver(args, n)) return handOverMethod(args, n, "difference");
  const type = typeFor(args.at(0));
  if (n == 2) return setDifference(tableAt(args.at(0)), args.at(1), type);
  const r = tableCopy(tableAt(args.at(0)), type);
  return r == RAISED ? RAISED : withEach(r, args, n, 1) ? r : RAISED;
}
function set_difference_update(args: Args, n: i32): Value {
  if (mustHandOver(args, n)) return handOverMethod(args, n, "difference_update");
  return withEach(args.at(0), args, n, 1) ? NONE : RAISED;
}
/** self & all arguments, of the given type. */
function intersectAll(args: Args, n: i32, type: usize): Value {
  if (n == 1) return tableCopy(tableAt(args.at(0)), type);
  const base = rootsMark();
  let r = args.at(0);
  for (let i = 1; i < n && r != RAISED; i++) {
    r = setIntersection(tableAt(r), args.at(i), type);
    keep(r);
  }
  release(base);
  return r;
}
function set_intersection(args: Args, n: i32): Value {
  if (mustHandOver(args, n)) return handOverMethod(args, n, "intersection");
  return intersectAll(args, n, typeFor(args.at(0)));
}
function set_intersection_update(args: Args, n: i32): Value {
  if (mustHandOver(args, n)) return handOverMethod(args, n, "intersection_update");
  const r = intersectAll(args, n, SET_TYPE);
  if (r == RAISED) return RAISED;
  takeOver(tableAt(args.at(0)), tableAt(r));
  return NONE;
}
function set_symmetric_difference(args: Args, n: i32): Value {
  if (mustHandOver(args, n)) return handOverMethod(args, n, "symmetric_difference");
  const r = tableCopy(tableAt(args.at(0)), typeFor(args.at(0)));
  if (r == RAISED) return RAISED;
  const base = rootsMark();
  keep(r);
  const ok = setToggle(tableAt(r), args.at(1));
  release(base);
  return ok ? r : RAISED;
}
function set_symmetric_difference_update(args: Args, n: i32): Value {
  if (mustHandOver(args, n)) return handOverMethod(args, n, "symmetric_difference_update");
  return setToggle(tableAt(args.at(0)), args.at(1)) ? NONE : RAISED;
}
function set_isdisjoint(args: Args, n: i32): Value {
  if (mustHandOver(args, n)) return handOverMethod(args, n, "isdisjoint");
  const r = setIsDisjoint(tableAt(args.at(0)), args.at(1));
  return r < 0 ? RAISED : boolValue(r == 1);
}
/** issubset (down) and issuperset of any iterable. */
function related(args: Args, n: i32, down: bool): Value {
  const base = rootsMark();
  const a = tableAt(args.at(0));
  let b = setPart(args.at(1));
  if (b == 0) {
    b = <usize>setFrom(args.at(1), SET_TYPE);
    if (b == 0) return RAISED;
    keep(<u64>b);
  }
  const r = down ? setIsSubset(a, changetype<TableObject>(b))
    : setIsSubset(changetype<TableObject>(b), a);
  release(base);
  return r < 0 ? RAISED : boolValue(r == 1);
}
function set_issubset(args: Args, n: i32): Value {
  if (mustHandOver(args, n)) return handOverMethod(args, n, "issubset");
  return related(args, n, true);
}
function set_issuperset(args: Args, n: i32): Value {
  if (mustHandOver(args, n)) return handOverMethod(args, n, "issuperset");
  return related(args, n, false);
}

function tooMany(name: string, n: i32): Value {
  return raiseFormat(TypeError, "%l expected at most 1 argument, got %d", literalOf(name), n);
}
/** set([iterable]): fills at once for set itself; an instance of a subclass is filled by
 *  __init__. */
function set_new(args: Args, n: i32): Value {
  if (args.at(0) != <u64>SET_TYPE || n == 1) return tableNew(SET_TYPE);
  if (n > 2) return tooMany("set", n - 1);
  if (handOver(args.at(1))) {
    return toHelper("_set", args.at(1));
  }
  return setFrom(args.at(1), SET_TYPE);
}
function set_init(args: Args, n: i32): Value {
  tableClear(tableAt(args.at(0)));
  return n == 1 ? NONE : set_update(args, n);
}
/** frozenset([iterable]); a frozenset itself comes back as it is. */
function frozenset_new(args: Args, n: i32): Value {
  if (n == 1) return tableNew(FROZENSET_TYPE);
  const v = args.at(1);
  if (args.at(0) == <u64>FROZENSET_TYPE) {
    if (isExactly(v, FROZENSET_TYPE)) return v;
    if (handOver(v)) {
      return toHelper("_frozenset", v);
    }
  }
  return setFrom(v, FROZENSET_TYPE);
}

/** What set and frozenset share. */
function common(type: usize, name: string): TypeBuilder {
  const t = typeBegin(type, name, OBJECT_TYPE, tableMark);
  const s = t.type();
  s.length = set_length.index;
  s.truth = set_truth.index;
  s.contains = set_contains.index;
  s.iter = set_iter.index;
  s.compare = set_compare.index;
  s.binary = set_binary.index;
  s.repr = set_repr.index;
  t.method("union", set_union, 0, -1);
  t.method("intersection", set_intersection, 0, -1);
  t.method("difference", set_difference, 0, -1);
  t.method("symmetric_difference", set_symmetric_difference, 1, 1);
  t.method("isdisjoint", set_isdisjoint, 1, 1);
  t.method("issubset", set_issubset, 1, 1);
  t.method("issuperset", set_issuperset, 1, 1);
  return t;
}
export function setInstall(): void {
  const t = common(SET_TYPE, "set");
  t.flag(TYPE_INIT_FILLS);
  t.construct(set_new, 0, -1);
  t.type().hash = HASH_NONE;
  t.method("__init__", set_init, 0, 1);
  t.method("add", set_add, 1, 1);
  t.method("remove", set_remove, 1, 1);
  t.method("discard", set_discard, 1, 1);
  t.method("pop", set_pop, 0, 0);
  t.method("clear", set_clear, 0, 0);
  t.method("copy", set_copy, 0, 0);
  t.method("update", set_update, 0, -1);
  t.method("intersection_update", set_intersection_update, 0, -1);
  t.method("difference_update", set_difference_update, 0, -1);
  t.method("symmetric_difference_update", set_symmetric_difference_update, 1, 1);
  const f = common(FROZENSET_TYPE, "frozenset");
  f.construct(frozenset_new, 0, 1);
  f.type().hash = frozenset_hash.index;
  f.method("copy", frozenset_copy, 0, 0);
}
