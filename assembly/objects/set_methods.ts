// set, frozenset: slots and methods of Python's `set` and `frozenset`. Operations: set.ts; table:
// table.ts. Behaviour: docs.python.org/3/library/stdtypes.html#set-types-set-frozenset.
import { Value, RAISED, NOTHING, NOT_HANDLED, TAIL_CALL } from "../core/value";
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
import { swapContents } from "./object_new";
import { NONE, boolValue } from "./singletons";
import { reprInto, reprEnter, reprLeave } from "./protocol";
import { tableIterNew, handOver, runsPython, SET_ITER_TYPE } from "./iterators";
import {
  setPart, setAdd, setFind, setUpdate, setSubtract, setToggle, setIntersection, setIsDisjoint,
  setIsSubset, setFrom, setBinary,
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
  return change(plain, changetype<TableObject>(a), <u64>b) ? left : RAISED;
}
/** t op= items of `v`. op: OP_OR, OP_AND, OP_XOR or OP_SUB. */
function change(op: i32, t: TableObject, v: Value): bool {
  return op == OP_OR ? setUpdate(t, v) : op == OP_SUB ? setSubtract(t, v)
    : op == OP_XOR ? setToggle(t, v) : intersectInPlace(t, v);
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
  t.flags = from.flags;
  swapContents(changetype<usize>(t), changetype<usize>(from));
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
/** Takes args.at(1) out: remove, which raises KeyError if it is not in, and discard. */
function takeOut(args: Args, must: bool): Value {
  const t = tableAt(args.at(0));
  const e = setFind(t, args.at(1));
  if (raised()) return RAISED;
  if (e != 0) tableRemove(t, e);
  else if (must) return raiseArg(KeyError, args.at(1));
  return NONE;
}
function set_remove(args: Args, n: i32): Value { return takeOut(args, true); }
function set_discard(args: Args, n: i32): Value { return takeOut(args, false); }
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

/** self op every argument behind it, as a new set. op: OP_*; name: of the method. */
function combined(args: Args, n: i32, op: i32, name: string): Value {
  if (mustHandOver(args, n)) return handOverMethod(args, n, name);
  const self = args.at(0);
  const r = n == 1 ? tableCopy(tableAt(self), typeFor(self)) : setBinary(op, self, args.at(1));
  return r != RAISED && changeEach(op, r, args, 2, n) ? r : RAISED;
}
/** r op= every argument from number `i` on. Keeps `r`. */
function changeEach(op: i32, r: Value, args: Args, i: i32, n: i32): bool {
  const base = rootsMark();
  keep(r);
  let ok = true;
  for (; i < n && ok; i++) ok = change(op, tableAt(r), args.at(i));
  release(base);
  return ok;
}
/** The same in place. */
function changed(args: Args, n: i32, op: i32, name: string): Value {
  if (mustHandOver(args, n)) return handOverMethod(args, n, name);
  return changeEach(op, args.at(0), args, 1, n) ? NONE : RAISED;
}
function set_union(args: Args, n: i32): Value { return combined(args, n, OP_OR, "union"); }
function set_update(args: Args, n: i32): Value { return changed(args, n, OP_OR, "update"); }
function set_difference(args: Args, n: i32): Value {
  return combined(args, n, OP_SUB, "difference");
}
function set_difference_update(args: Args, n: i32): Value {
  return changed(args, n, OP_SUB, "difference_update");
}
function set_intersection(args: Args, n: i32): Value {
  return combined(args, n, OP_AND, "intersection");
}
/** All at once: what raises leaves the set as it was. */
function set_intersection_update(args: Args, n: i32): Value {
  const r = combined(args, n, OP_AND, "intersection_update");
  if (r == RAISED || r == TAIL_CALL) return r;
  takeOver(tableAt(args.at(0)), tableAt(r));
  return NONE;
}
function set_symmetric_difference(args: Args, n: i32): Value {
  return combined(args, n, OP_XOR, "symmetric_difference");
}
function set_symmetric_difference_update(args: Args, n: i32): Value {
  return changed(args, n, OP_XOR, "symmetric_difference_update");
}
/** How a set relates to any iterable: what isdisjoint, issubset and issuperset ask. */
const DISJOINT: i32 = 0;
const SUBSET: i32 = 1;
const SUPERSET: i32 = 2;
function related(args: Args, n: i32, how: i32, name: string): Value {
  if (mustHandOver(args, n)) return handOverMethod(args, n, name);
  const base = rootsMark();
  const a = tableAt(args.at(0));
  let b = setPart(args.at(1)), r = -1;
  if (how == DISJOINT) {
    r = setIsDisjoint(a, args.at(1));
  } else {
    if (b == 0) b = <usize>setFrom(args.at(1), SET_TYPE);
    keep(<u64>b);
    if (b != 0) r = how == SUBSET ? setIsSubset(a, changetype<TableObject>(b))
      : setIsSubset(changetype<TableObject>(b), a);
  }
  release(base);
  return r < 0 ? RAISED : boolValue(r == 1);
}
function set_isdisjoint(args: Args, n: i32): Value {
  return related(args, n, DISJOINT, "isdisjoint");
}
function set_issubset(args: Args, n: i32): Value { return related(args, n, SUBSET, "issubset"); }
function set_issuperset(args: Args, n: i32): Value {
  return related(args, n, SUPERSET, "issuperset");
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
