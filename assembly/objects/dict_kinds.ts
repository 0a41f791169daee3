// defaultdict and OrderedDict: built-in kinds of dict. Both are tables; the first has a factory
// behind its fields. Behaviour: docs.python.org/3/library/collections.html.
import { Value, RAISED, NOTHING, NOT_HANDLED } from "../core/value";
import { TYPE_BYTES, typeOf } from "../heap/header";
import { objectZeroed } from "./object_new";
import { markValue } from "../heap/collector";
import { rootsMark, keep, release } from "../heap/roots";
import { TYPE_INIT_FILLS, TYPE_MAPPING, CMP_EQ, OP_OR, OP_INPLACE } from "./type";
import { raise, raised, raiseArg, raiseWith, TypeError, KeyError } from "./errors";
import { Args } from "./args";
import { typeBegin } from "./builder";
import { Text } from "./text";
import {
  TableObject, DICT_TYPE, ENTRY_VALUE, tableNew, tableHash, hashFailed, tableFind,
  tableGet, searchFailed, tableInsert, tableInsertFront, tableRemove, tableSet, tableMark,
} from "./table";
import { tableAt, dictMerge, dictUpdate } from "./dict";
import {
  dictFill, dictPopEntry, dict_compare, dict_repr, entriesInto, dict_pop, dict_setdefault,
  dict_fromkeys, tooMany,
} from "./dict_methods";
import { compareAsLists, listFrom } from "./sequence";
import { NONE, boolValue } from "./singletons";
import { payloadOf, reprInto, reprEnter, reprLeave, truth } from "./protocol";
import { call0, tailArg, tailCall } from "./hooks";
import { isCallable } from "./type_object";

export const DEFAULTDICT_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const ORDEREDDICT_TYPE: usize = memory.data(TYPE_BYTES, 16);

//  0 ... 40       48
//  |table |factory|
@unmanaged export class DefaultDictObject extends TableObject {
  /** None, or what is called for a missing key. */
  factory: Value;
}
@inline function defaultDictAt(v: Value): DefaultDictObject {
  return changetype<DefaultDictObject>(<usize>v);
}

// ---- defaultdict ----

/** A new, empty defaultdict. Raises MemoryError. */
function defaultDictNew(factory: Value): Value {
  const d =
    changetype<DefaultDictObject>(objectZeroed(DEFAULTDICT_TYPE, offsetof<DefaultDictObject>()));
  if (changetype<usize>(d) == 0) return RAISED;
  d.factory = factory;
  return <u64>changetype<usize>(d);
}
function defaultDictMark(address: usize): void {
  tableMark(address);
  markValue(changetype<DefaultDictObject>(address).factory);
}
/** d[key]; a missing key gets what the factory returns. A safepoint. */
function defaultdict_subscr(v: Value, key: Value): Value {
  const found = tableGet(tableAt(v), key);
  return found != NOTHING || raised() ? found : missing(v, key);
}
function missing(v: Value, key: Value): Value {
  const factory = defaultDictAt(v).factory;
  if (factory == NONE) return raiseArg(KeyError, key);
  const base = rootsMark();
  keep(v); keep(key);
  let value = call0(factory);
  if (value != RAISED) {
    keep(value);
    if (!tableSet(tableAt(v), key, value)) value = RAISED;
  }
  release(base);
  return value;
}
function defaultdict_missing(args: Args, n: i32): Value { return missing(args.at(0), args.at(1)); }
function defaultdict_repr(v: Value, out: Text): bool {
  out.literal("defaultdict(");
  if (!reprEnter(v)) { out.literal("..., ...)"); return true; }
  const ok = reprInto(defaultDictAt(v).factory, out);
  reprLeave();
  if (!ok) return false;
  out.literal(", ");
  if (!dict_repr(v, out)) return false;
  out.literal(")");
  return true;
}
/** A copy with the same factory. */
function defaultDictCopy(v: Value): Value {
  const d = defaultDictNew(defaultDictAt(v).factory);
  return d != RAISED && dictMerge(tableAt(d), tableAt(v)) ? d : RAISED;
}
function defaultdict_copy(args: Args, n: i32): Value { return defaultDictCopy(args.at(0)); }
/** The operators of all kinds of dict. a | b is of the kind of the operand that is no plain dict,
 *  the left one's of two. */
export function dict_binary(op: i32, left: Value, right: Value): Value {
  const a = payloadOf(left, DICT_TYPE);
  if (op == OP_OR + OP_INPLACE)
    return a == 0 ? NOT_HANDLED : dictUpdate(<u64>a, right) ? left : RAISED;
  const b = payloadOf(right, DICT_TYPE);
  if (op != OP_OR || a == 0 || b == 0) return NOT_HANDLED;
  const kind = typeOf(left) == DICT_TYPE ? b : a, type = typeOf(<u64>kind);
  const r = type == DEFAULTDICT_TYPE ? defaultDictNew(changetype<DefaultDictObject>(kind).factory)
    : tableNew(type);
  return mergeInto(mergeInto(r, a), b);
}
/** `r` with the entries of the table at `b` too; RAISED if it is that or if an exception is
 *  raised. */
function mergeInto(r: Value, b: usize): Value {
  if (r == RAISED) return RAISED;
  const base = keep(r);
  const ok = dictMerge(tableAt(r), changetype<TableObject>(b));
  release(base);
  return ok ? r : RAISED;
}
function defaultdict_factory(self: Value): Value { return defaultDictAt(self).factory; }
function defaultdict_setFactory(self: Value, v: Value): bool {
  defaultDictAt(self).factory = v == NOTHING ? NONE : v;
  return true;
}
/** Signature "*args,**". Fills at once for defaultdict itself. */
function defaultdict_new(args: Args, n: i32): Value {
  const d = defaultDictNew(NONE);
  return d == RAISED || args.at(0) != <u64>DEFAULTDICT_TYPE ? d : defaultDictFill(d, args, n, d);
}
/** __init__ of a class derived from defaultdict. Signature "*args,**". */
function defaultdict_init(args: Args, n: i32): Value {
  return defaultDictFill(args.at(0), args, n, NONE);
}
/** (self, [factory[, other]], **kwargs): sets the factory, then updates `d`, then `result`. */
function defaultDictFill(d: Value, args: Args, n: i32, result: Value): Value {
  if (n > 1) {
    if (args.at(1) != NONE && !isCallable(args.at(1)))
      return raise(TypeError, "first argument must be callable or None");
    defaultDictAt(d).factory = args.at(1);
  }
  if (n > 3) return tooMany("dict", n - 2);
  return dictFill(d, n > 2 ? args.at(2) : NOTHING, args.at(n), result);
}

// ---- OrderedDict ----

/** The argument last=True as a truth, -1 with an exception pending. */
function lastOf(v: Value): i32 { return v == NOTHING ? 1 : truth(v); }
/** OrderedDict.move_to_end(key, last=True). Raises KeyError. */
function ordereddict_move_to_end(args: Args, n: i32): Value {
  const t = tableAt(args.at(0)), key = args.at(1);
  const last = lastOf(args.at(2));
  if (last < 0) return RAISED;
  const hash = tableHash(key);
  if (hashFailed) return RAISED;
  const e = tableFind(t, key, hash);
  if (e == 0) return searchFailed ? RAISED : raiseArg(KeyError, key);
  const own = load<u64>(e), value = load<u64>(e, ENTRY_VALUE);
  tableRemove(t, e);
  const at = last ? tableInsert(t, own, hash, value) : tableInsertFront(t, own, hash, value);
  return at != 0 ? NONE : RAISED;
}
/** OrderedDict.popitem(last=True). */
function ordereddict_popitem(args: Args, n: i32): Value {
  const last = lastOf(args.at(1));
  if (last < 0) return RAISED;
  return dictPopEntry(tableAt(args.at(0)), last != 0, "dictionary is empty");
}
/** Two OrderedDicts are equal only in the same order. */
function ordereddict_compare(op: i32, left: Value, right: Value): Value {
  const r = dict_compare(op, left, right);
  if (r != boolValue(op == CMP_EQ)) return r;
  const ordered = compareAsLists(op, payloadOf(left, ORDEREDDICT_TYPE),
    payloadOf(right, ORDEREDDICT_TYPE), listFrom);
  return ordered == NOT_HANDLED ? r : ordered;
}
function ordereddict_repr(v: Value, out: Text): bool {
  if (tableAt(v).used == 0) { out.literal("OrderedDict()"); return true; }
  if (!reprEnter(v)) { out.literal("..."); return true; }
  const ok = entriesInto(tableAt(v), out, "OrderedDict([", "(%r, %r)", "])");
  reprLeave();
  return ok;
}
/** self.__class__(self) */
function ordereddict_copy(args: Args, n: i32): Value {
  tailArg(0, args.at(0));
  return tailCall(<u64>typeOf(args.at(0)), 1);
}
/** OrderedDict([other], **kwargs): signature "*args,**". */
function ordereddict_new(args: Args, n: i32): Value {
  const d = tableNew(ORDEREDDICT_TYPE);
  if (d == RAISED || args.at(0) != <u64>ORDEREDDICT_TYPE) return d;
  if (n > 2) {
    return raiseWith(TypeError, "expected at most 1 arguments, got %d", n - 1);
  }
  return dictFill(d, n > 1 ? args.at(1) : NOTHING, args.at(n), d);
}

export function dictKindsInstall(): void {
  const t = typeBegin(DEFAULTDICT_TYPE, "defaultdict", DICT_TYPE, defaultDictMark);
  t.flag(TYPE_INIT_FILLS | TYPE_MAPPING);
  t.constructDef(defaultdict_new, "*args,**");
  t.type().subscr = defaultdict_subscr.index;
  t.type().repr = defaultdict_repr.index;
  t.type().binary = dict_binary.index;
  t.def("__init__", defaultdict_init, "*args,**");
  t.method("__missing__", defaultdict_missing, 1, 1);
  t.method("copy", defaultdict_copy, 0, 0);
  t.method("__copy__", defaultdict_copy, 0, 0);
  t.attributeSet("default_factory", defaultdict_factory, defaultdict_setFactory);
  const o = typeBegin(ORDEREDDICT_TYPE, "OrderedDict", DICT_TYPE, tableMark);
  o.flag(TYPE_INIT_FILLS | TYPE_MAPPING);
  o.constructDef(ordereddict_new, "*args,**");
  o.type().repr = ordereddict_repr.index;
  o.type().compare = ordereddict_compare.index;
  o.type().binary = dict_binary.index;
  o.def("move_to_end", ordereddict_move_to_end, "key,last=");
  o.def("popitem", ordereddict_popitem, "last=");
  o.def("pop", dict_pop, "key,default=");
  o.def("setdefault", dict_setdefault, "key,default=");
  o.classDef("fromkeys", dict_fromkeys, "iterable,value=");
  o.rawMethod("copy", ordereddict_copy, 0, 0);
}
