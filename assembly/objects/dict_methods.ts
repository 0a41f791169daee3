// dict: slots and methods of Python's `dict`. Table: table.ts; operations for others: dict.ts;
// views: dict_views.ts.
//
// Keys' __eq__ and __hash__ may run Python code that changes the dict: loops count by entry numbers
// and read the table anew. Behaviour: docs.python.org/3/library/stdtypes.html#dict. Differs:
// subclasses' __missing__ is called by the instance's own subscript (objects/instance.ts).
import { Value, RAISED, NOTHING, NOT_HANDLED } from "../core/value";
import { chargeStep } from "../heap/events";
import { rootsMark, keep, release } from "../heap/roots";
import {
  OBJECT_TYPE, HASH_NONE, TYPE_INIT_FILLS, TYPE_MAPPING, CMP_EQ, CMP_NE,
} from "./type";
import { raise, raiseArg, raiseFormat, TypeError, KeyError } from "./errors";
import { Args } from "./args";
import { typeBegin } from "./builder";
import { literalOf, Text } from "./text";
import { tupleOf2 } from "./tuple";
import {
  TableObject, DICT_TYPE, ENTRY, ENTRY_VALUE, ENTRY_HASH, dictNew, tableHash, hashFailed, tableFind,
  searchFailed, tableInsert, tableSet, tableRemove, tableClear, tableCopy, tableMark,
} from "./table";
import { tableAt, dictGetItem, dictDelItem, dictMerge, dictUpdate, plainDict } from "./dict";
import { dict_binary } from "./dict_kinds";
import { NONE, boolValue } from "./singletons";
import { payloadOf, getIter, iterNext, setItem, reprEnter, reprLeave } from "./protocol";
import { itemsEqual } from "./sequence";
import {
  tableIterNew, handOver, DICT_KEY_ITER_TYPE, DICT_REVERSE_KEY_ITER_TYPE,
} from "./iterators";
import { viewNew, DICT_KEYS_TYPE, DICT_VALUES_TYPE, DICT_ITEMS_TYPE } from "./dict_views";
import { tailArg, enterNative, leaveNative, stepsTaken } from "./hooks";
import { callHelper, toHelper } from "./frozen";
import { END } from "../core/value";

// ---- slots ----

function dict_length(v: Value): i64 { return tableAt(v).used; }
function dict_truth(v: Value): i32 { return <i32>(tableAt(v).used != 0); }
function dict_setSubscr(v: Value, key: Value, item: Value): bool {
  return item == NOTHING ? dictDelItem(v, key) : tableSet(tableAt(v), key, item);
}
/** key in dict: 1, 0, -1. */
export function dict_contains(v: Value, key: Value): i32 {
  const hash = tableHash(key);
  if (hashFailed) return -1;
  const e = tableFind(tableAt(v), key, hash);
  return searchFailed ? -1 : <i32>(e != 0);
}
function dict_iter(v: Value): Value { return tableIterNew(DICT_KEY_ITER_TYPE, tableAt(v)); }

/** 1: the same keys with equal values, in any order; 0; -1: an exception is pending. A safepoint.
 *  Depth-limited. */
export function dictsEqual(a: TableObject, b: TableObject): i32 {
  if (a == b) return 1;
  if (a.used != b.used) return 0;
  if (!enterNative()) return -1;
  const base = rootsMark();
  let result = 1;
  for (let n: u32 = 0; n < a.filled; n++) {
    const e = a.entries + <usize>n * ENTRY;
    const key = load<u64>(e), value = load<u64>(e, ENTRY_VALUE);
    if (key == NOTHING) continue;
    if (chargeStep() && !stepsTaken()) { result = -1; break; }
    keep(key); keep(value);
    const other = tableFind(b, key, load<u32>(e, ENTRY_HASH));
    result = searchFailed ? -1 : other == 0 ? 0 : itemsEqual(value, load<u64>(other, ENTRY_VALUE));
    release(base);
    if (result != 1) break;
  }
  leaveNative();
  return result;
}
/** compare slot: only == and != are known. */
export function dict_compare(op: i32, left: Value, right: Value): Value {
  if (op != CMP_EQ && op != CMP_NE) return NOT_HANDLED;
  const a = payloadOf(left, DICT_TYPE), b = payloadOf(right, DICT_TYPE);
  if (a == 0 || b == 0) return NOT_HANDLED;
  const same = dictsEqual(changetype<TableObject>(a), changetype<TableObject>(b));
  return same < 0 ? RAISED : boolValue((same == 1) == (op == CMP_EQ));
}
/** repr of any dict: {key: value, ...}. */
export function dict_repr(v: Value, out: Text): bool {
  if (!reprEnter(v)) { out.literal("{...}"); return true; }
  const ok = entriesInto(tableAt(v), out, "{", "%r: %r", "}");
  reprLeave();
  return ok;
}
/** Appends the entries, each by `template`, with commas between, inside `open` and `close`. False
 *  with an exception pending. */
export function entriesInto(t: TableObject, out: Text, open: string, template: string,
    close: string): bool {
  out.literal(open);
  let ok = true, first = true;
  const base = rootsMark();
  for (let n: u32 = 0; n < t.filled && ok; n++) {
    const e = t.entries + <usize>n * ENTRY;
    const key = load<u64>(e), value = load<u64>(e, ENTRY_VALUE);
    if (key == NOTHING) continue;
    keep(key); keep(value);
    if (!first) out.literal(", ");
    first = false;
    ok = out.format(template, key, value);
    release(base);
  }
  out.literal(close);
  return ok;
}

// ---- methods ----

function dict_get(args: Args, n: i32): Value {
  const hash = tableHash(args.at(1));
  if (hashFailed) return RAISED;
  const e = tableFind(tableAt(args.at(0)), args.at(1), hash);
  if (e != 0) return load<u64>(e, ENTRY_VALUE);
  return searchFailed ? RAISED : n > 2 ? args.at(2) : NONE;
}
/** The second argument; NOTHING: not given. */
function defaultOf(args: Args, n: i32): Value { return n > 2 ? args.at(2) : NOTHING; }
export function dict_setdefault(args: Args, n: i32): Value {
  const t = tableAt(args.at(0)), key = args.at(1);
  const hash = tableHash(key);
  if (hashFailed) return RAISED;
  const e = tableFind(t, key, hash);
  if (e != 0) return load<u64>(e, ENTRY_VALUE);
  if (searchFailed) return RAISED;
  let value = defaultOf(args, n);
  if (value == NOTHING) value = NONE;
  return tableInsert(t, key, hash, value) != 0 ? value : RAISED;
}
export function dict_pop(args: Args, n: i32): Value {
  const t = tableAt(args.at(0)), key = args.at(1), other = defaultOf(args, n);
  // An empty dict does not ask for the hash, as in CPython.
  if (t.used == 0) return other != NOTHING ? other : raiseArg(KeyError, key);
  const hash = tableHash(key);
  if (hashFailed) return RAISED;
  const e = tableFind(t, key, hash);
  if (e != 0) {
    const value = load<u64>(e, ENTRY_VALUE);
    tableRemove(t, e);
    return value;
  }
  return searchFailed ? RAISED : other != NOTHING ? other : raiseArg(KeyError, key);
}
/** Takes an entry out as a tuple (key, value): the last one, or the first. Raises KeyError
 *  `message`. */
export function dictPopEntry(t: TableObject, last: bool, message: string): Value {
  if (t.used == 0) return raise(KeyError, message);
  let e: usize;
  if (last) {
    e = t.entries + <usize>(t.filled - 1) * ENTRY;
    while (load<u64>(e) == NOTHING) e -= ENTRY;
  } else {
    e = t.entries + <usize>t.head * ENTRY;
    while (load<u64>(e) == NOTHING) e += ENTRY;
  }
  const r = tupleOf2(load<u64>(e), load<u64>(e, ENTRY_VALUE));
  if (r != RAISED) tableRemove(t, e);
  return r;
}
function dict_popitem(args: Args, n: i32): Value {
  return dictPopEntry(tableAt(args.at(0)), true, "popitem(): dictionary is empty");
}
function dict_clear(args: Args, n: i32): Value {
  tableClear(tableAt(args.at(0)));
  return NONE;
}
function dict_copy(args: Args, n: i32): Value { return tableCopy(tableAt(args.at(0)), DICT_TYPE); }
function dict_keys(args: Args, n: i32): Value { return viewNew(DICT_KEYS_TYPE, args.at(0)); }
function dict_values(args: Args, n: i32): Value { return viewNew(DICT_VALUES_TYPE, args.at(0)); }
function dict_items(args: Args, n: i32): Value { return viewNew(DICT_ITEMS_TYPE, args.at(0)); }
function dict_reversed(args: Args, n: i32): Value {
  return tableIterNew(DICT_REVERSE_KEY_ITER_TYPE, tableAt(args.at(0)));
}

/** d.update(other, **kwargs) and then `result`. `other` NOTHING: only the keywords. Hands over to a
 *  helper for what runs Python. */
export function dictFill(d: Value, other: Value, kwargs: Value, result: Value): Value {
  if (other != NOTHING) {
    if (plainDict(other) == 0 && handOver(other)) {
      tailArg(0, d);
      tailArg(1, other);
      tailArg(2, kwargs == NOTHING ? NONE : kwargs);
      tailArg(3, result);
      return callHelper("_dict_update", 4);
    }
    const base = rootsMark();
    keep(d);
    const ok = dictUpdate(d, other);
    release(base);
    if (!ok) return RAISED;
  }
  if (kwargs != NOTHING && !dictMerge(tableAt(d), tableAt(kwargs))) return RAISED;
  return result;
}
/** Raises TypeError: dict, update ... got `n` arguments beside self. */
export function tooMany(name: string, n: i32): Value {
  return raiseFormat(TypeError, "%l expected at most 1 argument, got %d", literalOf(name), n);
}
/** Signature "*args,**": d.update([other], **kwargs). */
function dict_update(args: Args, n: i32): Value {
  if (n > 2) return tooMany("update", n - 1);
  return dictFill(args.at(0), n > 1 ? args.at(1) : NOTHING, args.at(n), NONE);
}
/** Signature "*args,**". Fills at once for dict itself; an instance of a subclass is filled by
 *  __init__. */
function dict_new(args: Args, n: i32): Value {
  const d = dictNew();
  if (d == RAISED || args.at(0) != <u64>DICT_TYPE) return d;
  if (n > 2) return tooMany("dict", n - 1);
  return dictFill(d, n > 1 ? args.at(1) : NOTHING, args.at(n), d);
}
/** dict.fromkeys(iterable[, value]), on the class. A safepoint. */
export function dict_fromkeys(args: Args, n: i32): Value {
  const cls = args.at(0), iterable = args.at(1);
  let value = defaultOf(args, n);
  if (value == NOTHING) value = NONE;
  if (cls != <u64>DICT_TYPE || handOver(iterable)) {
    return toHelper("_dict_fromkeys", cls, iterable, value);
  }
  const base = rootsMark();
  const d = dictNew();
  let result = RAISED;
  if (d != RAISED) {
    keep(d);
    const it = getIter(iterable);
    if (it != RAISED) {
      keep(it);
      while (true) {
        const key = iterNext(it);
        if (key == END) { result = d; break; }
        if (key == RAISED) break;
        const slot = keep(key);
        const ok = setItem(d, key, value);
        release(slot);
        if (!ok) break;
      }
    }
  }
  release(base);
  return result;
}

export function dictInstall(): void {
  const t = typeBegin(DICT_TYPE, "dict", OBJECT_TYPE, tableMark);
  t.flag(TYPE_INIT_FILLS | TYPE_MAPPING);
  t.constructDef(dict_new, "*args,**");
  const s = t.type();
  s.length = dict_length.index;
  s.truth = dict_truth.index;
  s.subscr = dictGetItem.index;
  s.setSubscr = dict_setSubscr.index;
  s.contains = dict_contains.index;
  s.iter = dict_iter.index;
  s.compare = dict_compare.index;
  s.binary = dict_binary.index;
  s.repr = dict_repr.index;
  s.hash = HASH_NONE;
  t.def("__init__", dict_update, "*args,**");
  t.def("update", dict_update, "*args,**");
  t.method("get", dict_get, 1, 2);
  t.method("setdefault", dict_setdefault, 1, 2);
  t.method("pop", dict_pop, 1, 2);
  t.method("popitem", dict_popitem, 0, 0);
  t.method("clear", dict_clear, 0, 0);
  t.method("copy", dict_copy, 0, 0);
  t.method("keys", dict_keys, 0, 0);
  t.method("values", dict_values, 0, 0);
  t.method("items", dict_items, 0, 0);
  t.method("__reversed__", dict_reversed, 0, 0);
  t.classMethod("fromkeys", dict_fromkeys, 1, 2);
}
