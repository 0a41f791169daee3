// Builtin functions on attributes and namespaces: getattr hasattr setattr delattr dir vars globals
// locals.
import { Value, RAISED, NOTHING } from "../core/value";
import { typeOf } from "../heap/header";
import { Args } from "../objects/args";
import { raise, raised, raiseType, catchPending, AttributeError,
  TypeError } from "../objects/errors";
import { TableObject, DICT_TYPE } from "../objects/table";
import { ListObject, LIST_TYPE } from "../objects/list";
import { TypeObject } from "../objects/type";
import { NONE, TRUE, FALSE } from "../objects/singletons";
import { payloadOf } from "../objects/protocol";
import { tailArg, currentGlobals, currentLocals } from "../objects/hooks";
import { callHelper } from "../objects/frozen";
import {
  attributeFind, attributeFindQuietly, attributeName, boundValue, findResult, getAttrOptional,
} from "../objects/attributes";
import {
  findArgs, foundValue, foundSelf, foundCount, FIND_MISSING, FIND_VALUE, FIND_METHOD, FIND_GETTER,
  STORE_DONE, STORE_SETTER,
} from "../objects/attribute_found";
import { attributeStore } from "../objects/attribute_store";
import { nativeFindResult } from "../objects/object_type";
import { callSpecial, isObjectDefault, specialMethod } from "../objects/instance";
import { attributeNames, sortedKeys } from "../objects/dir";
import { sortItems } from "../objects/sort";
import { listFrom } from "../objects/sequence";
import { ModuleBuilder } from "../objects/module_list";
import { S___dict__, S___dir__ } from "../objects/names";

/** A getter whose AttributeError is to be swallowed: helper(first, getter, *args). */
function guarded(name: string, first: Value): Value {
  const n = foundCount, fn = foundValue;
  if (n > 6) return RAISED;
  for (let i = 0; i < n; i++) tailArg(i + 2, load<u64>(findArgs() + (<usize>i << 3)));
  tailArg(0, first);
  tailArg(1, fn);
  return callHelper(name, n + 2);
}
/** getattr(object, name[, default]). */
function builtin_getattr(args: Args, n: i32): Value {
  const name = attributeName(args.at(1));
  if (name == RAISED) return RAISED;
  if (n == 2) return nativeFindResult(attributeFind(args.at(0), <usize>name));
  const kind = attributeFindQuietly(args.at(0), <usize>name);
  if (kind == FIND_GETTER && foundCount <= 6) return guarded("_getattr_default", args.at(2));
  const r = findResult(kind);
  return r == RAISED && catchPending(AttributeError) ? args.at(2) : r;
}
function builtin_hasattr(args: Args, n: i32): Value {
  const name = attributeName(args.at(1));
  if (name == RAISED) return RAISED;
  const kind = attributeFindQuietly(args.at(0), <usize>name);
  if (kind == FIND_VALUE || kind == FIND_METHOD) return TRUE;
  if (kind == FIND_GETTER && foundCount <= 6) return guarded("_hasattr", NONE);
  const r = findResult(kind);
  return r != RAISED ? TRUE : catchPending(AttributeError) ? FALSE : RAISED;
}
function set(v: Value, nameGiven: Value, value: Value): Value {
  const name = attributeName(nameGiven);
  if (name == RAISED) return RAISED;
  const kind = attributeStore(v, <usize>name, value);
  if (kind == STORE_SETTER) return storeByHelper();
  return kind == STORE_DONE ? NONE : RAISED;
}
/** Calls the setter; the result is None. */
function storeByHelper(): Value {
  const n = foundCount, fn = foundValue;
  for (let i = 0; i < n; i++) tailArg(i + 1, load<u64>(findArgs() + (<usize>i << 3)));
  tailArg(0, fn);
  return callHelper("_call_for_none", n + 1);
}
function builtin_setattr(args: Args, n: i32): Value {
  return set(args.at(0), args.at(1), args.at(2));
}
function builtin_delattr(args: Args, n: i32): Value { return set(args.at(0), args.at(1), NOTHING); }

function builtin_globals(args: Args, n: i32): Value {
  const d = currentGlobals();
  return d == NOTHING ? NONE : d;
}
function builtin_locals(args: Args, n: i32): Value {
  const d = currentLocals();
  return d == NOTHING ? NONE : d;
}
/** vars([object]). */
function builtin_vars(args: Args, n: i32): Value {
  if (n == 0) return builtin_locals(args, n);
  const d = getAttrOptional(args.at(0), <u64>S___dict__);
  if (d != NOTHING || raised()) return d;
  return raise(TypeError, "vars() argument must have __dict__ attribute");
}
/** dir([object]). */
function builtin_dir(args: Args, n: i32): Value {
  if (n == 0) {
    const d = currentLocals();
    const t = d == NOTHING || d == RAISED ? 0 : payloadOf(d, DICT_TYPE);
    return t == 0 ? raise(TypeError, "dir(): no locals") : sortedKeys(changetype<TableObject>(t));
  }
  const v = args.at(0), f = specialMethod(v, S___dir__);
  if (f == NOTHING || isObjectDefault(f)) return attributeNames(v);
  const r = callSpecial(f, v, 0, NOTHING, NOTHING);
  if (r == RAISED) return RAISED;
  const list = listFrom(r);
  return list != RAISED && sortItems(changetype<ListObject>(<usize>list), changetype<ListObject>(0),
    false) ? list : RAISED;
}

export function attributesInstall(m: ModuleBuilder): void {
  m.fn("getattr", builtin_getattr, 2, 3);
  m.fn("hasattr", builtin_hasattr, 2, 2);
  m.fn("setattr", builtin_setattr, 3, 3);
  m.fn("delattr", builtin_delattr, 2, 2);
  m.fn("globals", builtin_globals, 0, 0);
  m.fn("locals", builtin_locals, 0, 0);
  m.fn("vars", builtin_vars, 0, 1);
  m.fn("dir", builtin_dir, 0, 1);
}
