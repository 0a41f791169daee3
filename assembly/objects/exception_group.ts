// BaseExceptionGroup, ExceptionGroup: making, splitting, and what except* needs.
// Behaviour: PEP 654, docs.python.org/3/library/exceptions.html#exception-groups.
import { Value, RAISED, NOTHING } from "../core/value";
import { typeOf } from "../heap/header";
import { rootsMark, keep, release } from "../heap/roots";
import {
  exceptionPart, isSubtype, raise, raised, raiseWith, ExceptionObject, BaseException, Exception,
  BaseExceptionGroup, ExceptionGroup, TypeError, ValueError,
} from "./errors";
import { Args } from "./args";
import { literalOf, Text } from "./text";
import { emptyStr } from "./str";
import { TupleObject, TUPLE_TYPE, tupleOf1, tupleOf2 } from "./tuple";
import { ListObject, LIST_TYPE, listNew, listOf, listAppend } from "./list";
import { TypeObject } from "./type";
import { TypeBuilder } from "./builder";
import { NONE } from "./singletons";
import { strPart, payloadOf, truth, callMethod1, strInto } from "./protocol";
import { call1, callValue, enterNative, leaveNative } from "./hooks";
import { isType } from "./type_class";
import { isInstanceOf, isCallable } from "./type_object";
import { tupleFrom } from "./sequence";
import { getAttrOptional, setAttr } from "./attributes";
import { aliasNew } from "./union";
import { exceptionField, exceptionSetField } from "./exception_fields";
import { S_message, S_exceptions, S_derive, S___notes__ } from "./names";

/** True if `v` is an exception group. */
export function isGroup(v: Value): bool { return isSubtype(typeOf(v), BaseExceptionGroup); }
/** The exceptions in a group, a TupleObject. */
function members(v: Value): TupleObject {
  return changetype<TupleObject>(<usize>exceptionField(exceptionPart(v), S_exceptions));
}
function isException(v: Value): bool { return changetype<usize>(exceptionPart(v)) != 0; }

/** Checks the arguments of a new group and sets its fields. args.at(0): the class. False with
 *  TypeError, ValueError. */
export function fillGroup(e: ExceptionObject, cls: usize, args: Args, n: i32): bool {
  const name = changetype<TypeObject>(cls).name;
  if (n != 3) {
    raiseWith(TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)",
      n - 1);
    return false;
  }
  const message = strPart(args.at(1)), given = args.at(2);
  if (changetype<usize>(message) == 0) {
    raiseWith(TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %t", args.at(1));
    return false;
  }
  if (payloadOf(given, LIST_TYPE) == 0 && payloadOf(given, TUPLE_TYPE) == 0
    && changetype<TypeObject>(typeOf(given)).subscr == 0) {
    raise(TypeError, "second argument (exceptions) must be a sequence");
    return false;
  }
  const row = tupleFrom(given);
  if (row == RAISED) return false;
  const list = changetype<TupleObject>(<usize>row);
  if (list.length == 0) {
    raise(ValueError, "second argument (exceptions) must be a non-empty sequence");
    return false;
  }
  let plain = true;
  for (let i: u32 = 0; i < list.length; i++) {
    if (!isException(list.at(i))) {
      raiseWith(ValueError, "Item %d of second argument (exceptions) is not an exception", i);
      return false;
    }
    if (!isSubtype(typeOf(list.at(i)), Exception)) plain = false;
  }
  if (cls == BaseExceptionGroup && plain) e.klass = ExceptionGroup;
  if (!plain && isSubtype(cls, Exception)) {
    if (cls == ExceptionGroup) raise(TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
    else raiseWith(TypeError, "Cannot nest BaseExceptions in '%s'", name);
    return false;
  }
  return exceptionSetField(e, S_message, args.at(1)) && exceptionSetField(e, S_exceptions, row);
}
/** A group of the built-in kind. Raises MemoryError. */
function plainGroup(message: Value, list: Value): Value {
  const base = rootsMark();
  keep(<u64>BaseExceptionGroup); keep(message); keep(list);
  const r = callValue(<u64>BaseExceptionGroup, changetype<Args>(base + 8), 2);
  release(base);
  return r;
}
/** group.derive(list), with the traceback, cause, context and notes of `group`. list: a ListObject.
 *  NONE if it is empty. */
function derived(group: Value, list: Value): Value {
  if (changetype<ListObject>(<usize>list).length == 0) return NONE;
  const base = rootsMark();
  keep(group); keep(list);
  let r = callMethod1(group, S_derive, list);
  keep(r);
  if (r != RAISED) {
    if (!isException(r) || !isGroup(r)) {
      r = raise(TypeError, "derive must return an instance of BaseExceptionGroup");
    } else {
      const from = exceptionPart(group), to = exceptionPart(r);
      to.traceback = from.traceback;
      to.cause = from.cause;
      to.context = from.context;
      // as in CPython, whether there is a cause or not
      to.suppress = 1;
      const notes = getAttrOptional(group, <u64>S___notes__);
      if (raised()) r = RAISED;
      else if (notes != NOTHING && payloadOf(notes, LIST_TYPE) != 0) {
        const old = changetype<ListObject>(payloadOf(notes, LIST_TYPE));
        const copy = listOf(old.items, old.length);
        if (copy == RAISED || !setAttr(r, <u64>S___notes__, copy)) r = RAISED;
      }
    }
  }
  release(base);
  return r;
}
/** Does the exception meet the condition: a class, a tuple of classes, or a function? -1 with an
 *  exception pending. */
function meets(v: Value, condition: Value): i32 {
  if (isType(condition) || payloadOf(condition, TUPLE_TYPE) != 0) return isInstanceOf(v, condition);
  const r = call1(condition, v);
  return r == RAISED ? -1 : truth(r);
}
/** Checks a condition. */
function checkCondition(c: Value): bool {
  if (isType(c) && isSubtype(<usize>c, BaseException)) return true;
  const row = payloadOf(c, TUPLE_TYPE);
  let ok = row != 0;
  if (ok) {
    const t = changetype<TupleObject>(row);
    for (let i: u32 = 0; i < t.length && ok; i++)
      ok = isType(t.at(i)) && isSubtype(<usize>t.at(i), BaseException);
  } else {
    ok = !isType(c) && isCallable(c);
  }
  if (!ok) raise(TypeError, "expected a function, exception type or tuple of exception types");
  return ok;
}
/** Result of splitInto: the part that meets the condition and the rest; NONE for an empty part. */
let splitMatch: Value = NOTHING;
let splitRest: Value = NOTHING;
/** Splits an exception or group. rest false: the rest is not wanted. False with an exception
 *  pending. A safepoint. */
function splitInto(v: Value, condition: Value, wantRest: bool): bool {
  const yes = meets(v, condition);
  if (yes < 0) return false;
  if (yes) { splitMatch = v; splitRest = NONE; return true; }
  if (!isGroup(v)) { splitMatch = NONE; splitRest = v; return true; }
  if (!enterNative()) return false;
  const base = rootsMark();
  keep(v); keep(condition);
  const match = listNew(4), rest = listNew(4);
  let ok = match != RAISED && rest != RAISED;
  keep(match); keep(rest);
  const all = members(v);
  for (let i: u32 = 0; i < all.length && ok; i++) {
    ok = splitInto(all.at(i), condition, wantRest);
    if (!ok) break;
    if (splitMatch != NONE) ok = listAppend(changetype<ListObject>(<usize>match), splitMatch);
    if (ok && wantRest && splitRest != NONE)
      ok = listAppend(changetype<ListObject>(<usize>rest), splitRest);
  }
  let a: Value = NONE, b: Value = NONE;
  if (ok) { a = derived(v, match); ok = a != RAISED; keep(a); }
  if (ok && wantRest) { b = derived(v, rest); ok = b != RAISED; }
  splitMatch = a;
  splitRest = b;
  release(base);
  leaveNative();
  return ok;
}
function group_split(args: Args, n: i32): Value {
  if (!checkCondition(args.at(1)) || !splitInto(args.at(0), args.at(1), true)) return RAISED;
  return tupleOf2(splitMatch, splitRest);
}
function group_subgroup(args: Args, n: i32): Value {
  if (!checkCondition(args.at(1)) || !splitInto(args.at(0), args.at(1), false)) return RAISED;
  return splitMatch;
}
function group_derive(args: Args, n: i32): Value {
  return plainGroup(exceptionField(exceptionPart(args.at(0)), S_message), args.at(1));
}
function group_classGetitem(args: Args, n: i32): Value { return aliasNew(args.at(0), args.at(1)); }
function group_str(v: Value, out: Text): bool {
  const e = exceptionPart(v);
  const message = exceptionField(e, S_message);
  if (message == NOTHING || !strInto(message, out)) return message == NOTHING;
  const count = members(v).length;
  out.format(" (%d%l", count, literalOf(count == 1 ? " sub-exception)" : " sub-exceptions)"));
  return true;
}
export function groupInstall(t: TypeBuilder): void {
  t.type().str = group_str.index;
  t.rawMethod("split", group_split, 1, 1);
  t.rawMethod("subgroup", group_subgroup, 1, 1);
  t.rawMethod("derive", group_derive, 1, 1);
  t.classMethod("__class_getitem__", group_classGetitem, 1, 1);
}

// ---- except* ----

/** What `except* condition` does with the exception `v` (NONE: nothing is left): the part it
 *  handles, always a group, in groupMatch, the rest in groupRest; None for an empty one. False with
 *  an exception pending. */
export let groupMatch: Value = NOTHING;
export let groupRest: Value = NOTHING;
export function groupSplit(v: Value, condition: Value): bool {
  groupMatch = NONE;
  groupRest = v;
  if (v == NONE) return true;
  if (!checkStarClasses(condition)) return false;
  if (!isGroup(v)) {
    const yes = isInstanceOf(v, condition);
    if (yes <= 0) return yes == 0;
    const one = tupleOf1(v);
    if (one == RAISED) return false;
    const group = plainGroup(emptyStr(), one);
    if (group == RAISED) return false;
    exceptionPart(group).traceback = exceptionPart(v).traceback;
    groupMatch = group;
    groupRest = NONE;
    return true;
  }
  if (!splitInto(v, condition, true)) return false;
  groupMatch = splitMatch;
  groupRest = splitRest;
  return true;
}
/** except* takes exception classes that are no groups. */
function checkStarClasses(c: Value): bool {
  const row = payloadOf(c, TUPLE_TYPE);
  const n: u32 = row == 0 ? 1 : changetype<TupleObject>(row).length;
  for (let i: u32 = 0; i < n; i++) {
    const one = row == 0 ? c : changetype<TupleObject>(row).at(i);
    if (!isType(one) || !isSubtype(<usize>one, BaseException)) {
      raise(TypeError, "catching classes that do not inherit from BaseException is not allowed");
      return false;
    }
    if (isSubtype(<usize>one, BaseExceptionGroup)) {
      raise(TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.");
      return false;
    }
  }
  return true;
}
/** What is raised after all except* clauses: `orig` the exception that was caught, `list` (a
 *  ListObject) the exceptions raised in clauses (None for clauses that raised nothing) and last the
 *  unhandled rest (or None). The result: None, or the exception to raise. RAISED with an exception
 *  pending. */
export function groupReraise(orig: Value, list: Value): Value {
  const l = changetype<ListObject>(<usize>list);
  const fresh = listNew(l.length), again = listNew(l.length);
  if (fresh == RAISED || again == RAISED) return RAISED;
  const base = rootsMark();
  keep(orig); keep(list); keep(fresh); keep(again);
  let only: Value = NOTHING, count = 0;
  for (let i: u32 = 0; i < l.length; i++) {
    const v = l.at(i);
    if (v == NONE || !isException(v)) continue;
    count++;
    only = v;
    // Parts of the caught group that go on belong together; newly raised ones stand beside them.
    listAppend(changetype<ListObject>(<usize>(isPartOf(v, orig) ? again : fresh)), v);
  }
  let r: Value = NONE;
  if (count != 0 && !isGroup(orig)) {
    r = count == 1 ? only : plainGroup(emptyStr(), list);
  } else if (count != 0) {
    const parts = changetype<ListObject>(<usize>again);
    const rest = parts.length == 0 ? NONE : projected(orig, parts);
    const raised = changetype<ListObject>(<usize>fresh);
    if (rest == RAISED || raised.length == 0) {
      r = rest;
    } else {
      if (rest != NONE) listAppend(raised, rest);
      r = raised.length == 1 ? raised.at(0) : plainGroup(emptyStr(), fresh);
    }
  }
  release(base);
  return r;
}
/** True if `v` is a group split from `orig` (they share the traceback, cause and context), or orig
 *  itself. */
function isPartOf(v: Value, orig: Value): bool {
  if (v == orig) return true;
  const a = exceptionPart(v), b = exceptionPart(orig);
  return isGroup(v) && a.traceback == b.traceback && a.cause == b.cause && a.context == b.context;
}
/** The parts of `orig` whose leaves are in the groups of `list`: orig's structure without what was
 *  handled. */
function projected(orig: Value, list: ListObject): Value {
  if (!enterNative()) return RAISED;
  const out = listNew(4);
  const base = rootsMark();
  keep(out);
  let ok = out != RAISED;
  const all = members(orig);
  for (let i: u32 = 0; i < all.length && ok; i++) {
    const v = all.at(i);
    if (!isGroup(v)) {
      if (holdsLeaf(list, v)) ok = listAppend(changetype<ListObject>(<usize>out), v);
      continue;
    }
    const inner = projected(v, list);
    if (inner == RAISED) ok = false;
    else if (inner != NONE) ok = listAppend(changetype<ListObject>(<usize>out), inner);
  }
  const r = ok ? derived(orig, out) : RAISED;
  release(base);
  leaveNative();
  return r;
}
/** True if the exception `leaf` is in one of the groups of `list`, at any depth. */
function holdsLeaf(list: ListObject, leaf: Value): bool {
  for (let i: u32 = 0; i < list.length; i++) if (holds(list.at(i), leaf, 0)) return true;
  return false;
}
function holds(v: Value, leaf: Value, depth: i32): bool {
  if (v == leaf) return true;
  if (depth > 100 || !isGroup(v)) return false;
  const all = members(v);
  for (let i: u32 = 0; i < all.length; i++) if (holds(all.at(i), leaf, depth + 1)) return true;
  return false;
}
