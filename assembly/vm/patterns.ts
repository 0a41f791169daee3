// The steps of match statements and of except*.
import { Value, RAISED, NOTHING, smallIntNew, smallInt } from "../core/value";
import { isExactly, INT_TYPE, FLOAT_TYPE } from "../heap/header";
import { rootsMark, keep, release } from "../heap/roots";
import { TypeObject, typeObjectOf, TYPE_SEQUENCE, TYPE_MAPPING, TYPE_META } from "../objects/type";
import { TupleObject, TUPLE_TYPE, tupleAlloc } from "../objects/tuple";
import { LIST_TYPE } from "../objects/list";
import {
  TableObject, DICT_TYPE, SET_TYPE, FROZENSET_TYPE, dictNew, tableGet, tableDelete,
} from "../objects/table";
import { containsItem, getItem, lengthOf, valuesEqual } from "../objects/protocol";
import { getAttrOptional } from "../objects/attributes";
import { isInstanceOf } from "../objects/type_object";
import { dictUpdate } from "../objects/dict";
import { raise, raised, isSubtype, raiseFormat, raiseWith, TypeError,
  ValueError } from "../objects/errors";
import { StrObject, STR_TYPE, internStr, strEquals } from "../objects/str";
import { NONE, boolValue } from "../objects/singletons";
import { groupSplit, groupReraise } from "../objects/exception_group";
import { frame } from "./frames";
import { S___match_args__ } from "../objects/names";
import { BYTES_TYPE, BYTEARRAY_TYPE } from "../objects/bytes";

/** typeFlags of the type, or of the built-in type it derives from. */
function flagsOf(v: Value): u32 {
  const t = typeObjectOf(v);
  return t.typeFlags | (t.native != 0 ? changetype<TypeObject>(t.native).typeFlags : 0);
}

/** Carries out step `k` on the registers from `at` on (docs/bytecode.md, MATCH). False: an
 *  exception is pending. */
export function match(at: usize, k: u32): bool {
  const v = load<u64>(at), second = load<u64>(at, 8);
  let r: Value;
  // Where the result goes. Unit: bytes.
  let place: usize = 8;
  switch (k) {
    case 0: r = boolValue((flagsOf(v) & TYPE_SEQUENCE) != 0); break;
    case 1: r = boolValue((flagsOf(v) & TYPE_MAPPING) != 0); break;
    case 2:
      r = matchKeys(v, changetype<TupleObject>(<usize>second));
      place = 16;
      break;
    case 3:
      r = matchClass(v, second, <u32>smallInt(load<u64>(at, 16)),
        changetype<TupleObject>(<usize>load<u64>(at, 24)));
      place = 0;
      break;
    case 4: {
      const n = lengthOf(v);
      r = n < 0 ? RAISED : smallIntNew(n);
      break;
    }
    default: r = rest(v, changetype<TupleObject>(<usize>second));
  }
  store<u64>(at + place, r);
  return r != RAISED;
}
/** The values under the keys, a tuple; None: one is missing. */
function matchKeys(v: Value, keys: TupleObject): Value {
  const n = keys.length;
  for (let i: u32 = 1; i < n; i++) {
    for (let j: u32 = 0; j < i; j++) {
      const same = valuesEqual(keys.at(i), keys.at(j));
      if (same < 0) return RAISED;
      if (!same) continue;
      return raiseWith(ValueError, "mapping pattern checks duplicate key (%r)", keys.at(i));
    }
  }
  const values = tupleAlloc(n);
  if (changetype<usize>(values) == 0) return RAISED;
  const base = rootsMark();
  keep(<u64>changetype<usize>(values));
  const d = isExactly(v, DICT_TYPE) ? <usize>v : 0;
  let result = <u64>changetype<usize>(values);
  for (let i: u32 = 0; i < n; i++) {
    let x: Value;
    if (d != 0) {
      x = tableGet(changetype<TableObject>(d), keys.at(i));
      if (x == NOTHING) { result = raised() ? RAISED : NONE; break; }
    } else {
      const has = containsItem(v, keys.at(i));
      if (has <= 0) { result = has < 0 ? RAISED : NONE; break; }
      x = getItem(v, keys.at(i));
      if (x == RAISED) { result = RAISED; break; }
    }
    values.set(i, x);
  }
  release(base);
  return result;
}
/** The attributes that a class pattern names, a tuple; None: no match. */
function matchClass(v: Value, cls: Value, positional: u32, names: TupleObject): Value {
  if ((cls & 7) != 0 || !(typeObjectOf(cls).typeFlags & TYPE_META))
    return raise(TypeError, "called match pattern must be a class");
  const is = isInstanceOf(v, cls);
  if (is <= 0) return is < 0 ? RAISED : NONE;
  const result = tupleAlloc(positional + names.length);
  if (changetype<usize>(result) == 0) return RAISED;
  const base = rootsMark();
  keep(<u64>changetype<usize>(result));
  let r = <u64>changetype<usize>(result);
  let done: u32 = 0;
  // __match_args__, if it gave the positions their names
  let named: Value = NOTHING;
  if (positional != 0) {
    const matchArgs = getAttrOptional(cls, <u64>S___match_args__);
    if (matchArgs == NOTHING && raised()) { release(base); return RAISED; }
    keep(matchArgs);
    if (matchArgs == NOTHING && positional == 1 && matchesItself(<usize>cls)) {
      result.set(0, v);
      done = 1;
    } else {
      if (matchArgs != NOTHING && !isExactly(matchArgs, TUPLE_TYPE)) {
        release(base);
        return raiseFormat(TypeError, "%n.__match_args__ must be a tuple (got %t)", cls, matchArgs);
      }
      const have: u32 = matchArgs == NOTHING ? 0 : changetype<TupleObject>(<usize>matchArgs).length;
      if (have < positional) {
        release(base);
        return raiseFormat(TypeError,
          have == 1 ? "%n() accepts %d positional sub-pattern (%d given)"
          : "%n() accepts %d positional sub-patterns (%d given)", cls, have, positional);
      }
      named = matchArgs;
    }
  }
  for (let i = done; i < positional + names.length; i++) {
    let name = i < positional ? changetype<TupleObject>(<usize>named).at(i)
      : names.at(i - positional);
    if (!isExactly(name, STR_TYPE)) {
      r = raise(TypeError, "__match_args__ elements must be strings");
      break;
    }
    if (named != NOTHING && firstNames(named, i < positional ? i : positional, name)) {
      r = raiseFormat(TypeError, "%n() got multiple sub-patterns for attribute %r", cls, name);
      break;
    }
    // strings inside a constant need not be interned
    name = internStr(name);
    const x = name == RAISED ? NOTHING : getAttrOptional(v, name);
    if (x == NOTHING) { r = raised() ? RAISED : NONE; break; }
    result.set(i, x);
  }
  release(base);
  return r;
}
/** Is `name` among the first `n` of a tuple of strings? Not strings: no. */
function firstNames(names: Value, n: u32, name: Value): bool {
  const t = changetype<TupleObject>(<usize>names);
  for (let i: u32 = 0; i < n; i++) {
    if (isExactly(t.at(i), STR_TYPE) && strEquals(changetype<StrObject>(<usize>t.at(i)),
      changetype<StrObject>(<usize>name))) return true;
  }
  return false;
}
/** Classes whose only positional sub-pattern is the object itself. */
function matchesItself(cls: usize): bool {
  return isSubtype(cls, INT_TYPE) || isSubtype(cls, FLOAT_TYPE) || isSubtype(cls, STR_TYPE)
    || isSubtype(cls, LIST_TYPE)
    || isSubtype(cls, TUPLE_TYPE) || isSubtype(cls, DICT_TYPE) || isSubtype(cls, SET_TYPE)
    || isSubtype(cls, FROZENSET_TYPE) || isSubtype(cls, BYTES_TYPE)
    || isSubtype(cls, BYTEARRAY_TYPE);
}
/** A dict of what is left without the keys. */
function rest(v: Value, keys: TupleObject): Value {
  const d = dictNew();
  if (d == RAISED) return RAISED;
  const base = rootsMark();
  keep(d);
  let ok = dictUpdate(d, v);
  for (let i: u32 = 0; ok && i < keys.length; i++) {
    ok = tableDelete(changetype<TableObject>(<usize>d), keys.at(i)) >= 0;
  }
  release(base);
  return ok ? d : RAISED;
}

/** except*. Step 0: at, at+1: exception, class; becomes rest, match (or None); `handled`: the
 *  register that keeps the exception being handled, which in the clause's body is the match. Step 1
 *  (`handled` is 0): the original exception and the list of what was raised in clauses and what was
 *  not handled; becomes what is to be raised, or None. */
export function exceptStar(at: usize, handled: usize): bool {
  const exception = load<u64>(at);
  if (handled == 0) {
    const r = groupReraise(exception, load<u64>(at, 8));
    store<u64>(at, r);
    return r != RAISED;
  }
  if (exception == NONE) {
    store<u64>(at, NONE, 8);
    return true;
  }
  const parts = groupSplit(exception, load<u64>(at, 8));
  if (parts == RAISED) return false;
  const match = changetype<TupleObject>(<usize>parts).at(0);
  store<u64>(at, match, 8);
  // else the rest is the exception itself, not a copy
  if (match != NONE) {
    store<u64>(at, changetype<TupleObject>(<usize>parts).at(1));
    store<u64>(handled, match);
    frame().handled = match;
  }
  return true;
}
