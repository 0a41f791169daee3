// BaseExceptionGroup, ExceptionGroup: making them; splitting, and what except* needs, is frozen
// Python (seldom.py).
// Behaviour: PEP 654, docs.python.org/3/library/exceptions.html#exception-groups.
import { Value, RAISED, NOTHING } from "../core/value";
import { typeOf } from "../heap/header";
import {
  exceptionPart, isSubtype, raise, raiseWith, ExceptionObject, Exception, BaseExceptionGroup,
  ExceptionGroup, TypeError, ValueError,
} from "./errors";
import { Args } from "./args";
import { literalOf, Text } from "./text";
import { TupleObject, TUPLE_TYPE } from "./tuple";
import { LIST_TYPE } from "./list";
import { TypeObject } from "./type";
import { TypeBuilder } from "./builder";
import { TRUE, FALSE } from "./singletons";
import { strPart, payloadOf, strInto } from "./protocol";
import { tailArg, tailCall } from "./hooks";
import { tupleFrom } from "./sequence";
import { aliasNew } from "./union";
import { exceptionField, exceptionSetField } from "./exception_fields";
import { toHelper, helperResult } from "./frozen";
import { S_message, S_exceptions } from "./names";

/** The exceptions in a group, a TupleObject. */
function members(v: Value): TupleObject {
  return changetype<TupleObject>(<usize>exceptionField(exceptionPart(v), S_exceptions));
}

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
    if (changetype<usize>(exceptionPart(list.at(i))) == 0) {
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
function group_split(args: Args, n: i32): Value {
  return toHelper("_group_split", args.at(0), args.at(1), TRUE);
}
function group_subgroup(args: Args, n: i32): Value {
  return toHelper("_group_split", args.at(0), args.at(1), FALSE);
}
/** group.derive(list): of the built-in kind. */
function group_derive(args: Args, n: i32): Value {
  tailArg(0, exceptionField(exceptionPart(args.at(0)), S_message));
  tailArg(1, args.at(1));
  return tailCall(<u64>BaseExceptionGroup, 2);
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

/** What `except* condition` does with the exception `v` (NONE: nothing is left): a tuple of the
 *  part it handles, always a group, and the rest; None for an empty one. RAISED: what is pending. A
 *  safepoint. */
export function groupSplit(v: Value, condition: Value): Value {
  return helperResult("_star_match", v, condition);
}
/** What is raised after all except* clauses: `orig` the exception that was caught, `list` (a
 *  ListObject) the exceptions raised in clauses (None for clauses that raised nothing) and last the
 *  unhandled rest (or None). The result: None, or the exception to raise. RAISED with an exception
 *  pending. A safepoint. */
export function groupReraise(orig: Value, list: Value): Value {
  return helperResult("_star_raise", orig, list);
}
