// Instances of Python classes: the slots that call their special methods.
//
// A class's slots hold these functions where it has the method (type_change.ts fills them). Methods
// written in Python run nested here; the interpreter asks instance_methods.ts first and pushes a
// frame instead where it can. A special method is looked up on the class, never on the instance.
// Behaviour: docs.python.org/3/reference/datamodel.html#special-method-names.
import { typeDict } from "./module_list";
import { Value, RAISED, NOTHING, NOT_HANDLED } from "../core/value";
import { typeOf, isExactly } from "../heap/header";
import { rootsMark, keep, release, rootsRoom } from "../heap/roots";
import {
  TypeObject, typeObjectOf, OBJECT_TYPE, CMP_NE, OP_INPLACE, OP_DIVMOD, UN_INT, UN_FLOAT,
  UN_COMPLEX, TYPE_HEAP,
} from "./type";
import {
  raise, raised, isSubtype, TypeError, ValueError, OverflowError, RecursionError, KeyError,
  raiseArg, raiseWith,
  raiseFormat,
} from "./errors";
import { Args } from "./args";
import { Text, literalOf } from "./text";
import { TableObject, DICT_TYPE, tableGet, tableGetName } from "./table";
import { NONE, TRUE, FALSE, NOT_IMPLEMENTED, boolValue } from "./singletons";
import { intPart, intToF64, indexValue, saturate, indexOverflowed } from "./int";
import { floatPart, floatOf, floatNew } from "./float";
import { COMPLEX_TYPE, complexNew } from "./complex";
import {
  payloadOf, strPart, truth, mirrored, containsByIterating, reprInto, hashValue,
} from "./protocol";
import { InstanceObject, isInstance } from "./instance_layout";
import { callValue, callWithKeywords, enterNative, leaveNative } from "./hooks";
import { typeLookup } from "./type_lookup";
import { FUNCTION_TYPE } from "./function";
import { NATIVE_TYPE, NativeFunction } from "./native";
import { SLOT_WRAPPER_TYPE, SlotWrapper, applyWrapper, slotSelf } from "./slot_wrappers";
import { bindSpecial, findResult } from "./attributes";
import { foundValue, foundSelf, FIND_METHOD } from "./attribute_found";
import { rangeIndexIterNew } from "./iterators";
import {
  slotName, SLOT_BINARY, SLOT_REFLECTED, SLOT_INPLACE, SLOT_UNARY, SLOT_COMPARE,
} from "./slots";
import {
  S___len__, S___bool__, S___hash__, S___iter__, S___next__, S___getitem__, S___setitem__,
  S___delitem__, S___contains__, S___repr__, S___str__, S___call__, S___eq__, S___float__,
  S___index__, S___missing__, S___module__, S_builtins, S___int__, S___trunc__,
} from "./names";

/** The method `name` of the class of `v`, unbound; NOTHING: it has none. */
@inline export function specialMethod(v: Value, name: usize): Value {
  return typeLookup(typeOf(v), name);
}

/** No such method, or None in its place: the class does not want it. (Operators call the None:
 *  TypeError.) */
function isAbsent(f: Value): bool { return f == NOTHING || f == NONE; }
/** The same; RAISED with TypeError(message), made of the type's name, if the method is absent. */
function needed(v: Value, name: usize, message: string): Value {
  const f = specialMethod(v, name);
  return isAbsent(f) ? raiseWith(TypeError, message, v) : f;
}

/** True for functions that take self as their first argument without more ado. */
@inline function plain(f: Value): bool {
  return isExactly(f, FUNCTION_TYPE) || isExactly(f, NATIVE_TYPE);
}
/** Calls a special method found on the class of v with n (0 to 2) further arguments. A
 *  safepoint. */
export function callSpecial(f: Value, v: Value, n: i32, a: Value, b: Value): Value {
  const base = rootsMark();
  keep(f);
  const row = keep(v);
  keep(a); keep(b);
  let r: Value;
  if (isExactly(f, SLOT_WRAPPER_TYPE)) {
    r = applyWrapper(changetype<SlotWrapper>(<usize>f), v, a, b);
  } else {
    let fn = f, given = row, count = n + 1;
    if (!plain(f)) {
      const kind = bindSpecial(f, v);
      if (kind == FIND_METHOD) {
        fn = foundValue;
        store<u64>(row, foundSelf);
      } else {
        fn = findResult(kind);
        given += 8;
        count = n;
      }
      store<u64>(base, fn);
    }
    r = fn == RAISED ? RAISED : callValue(fn, changetype<Args>(given), count);
  }
  release(base);
  return r;
}

/** dict.__getitem__ of an instance of a class derived from dict: asks its __missing__. May run
 *  Python. */
export function dictItem(v: Value, key: Value): Value {
  const found = tableGet(changetype<TableObject>(payloadOf(v, DICT_TYPE)), key);
  if (found != NOTHING || raised()) return found;
  const f = specialMethod(v, S___missing__);
  return f == NOTHING ? raiseArg(KeyError, key) : callSpecial(f, v, 1, key, NOTHING);
}

// ---- operators ----

/** True if `f` is one of the methods of `object`. */
export function isObjectDefault(f: Value): bool {
  return isExactly(f, NATIVE_TYPE) && changetype<NativeFunction>(<usize>f).owner == OBJECT_TYPE;
}
/** left op right where at least one is an instance of a Python class. NOT_HANDLED: neither
 *  knows. */
export function heapBinary(op: i32, left: Value, right: Value): Value {
  const a = typeOf(left), b = typeOf(right);
  const base = rootsMark();
  keep(left); keep(right);
  let r = NOT_IMPLEMENTED;
  const f = typeLookup(a, slotName(SLOT_BINARY + op));
  const g = a == b ? NOTHING : typeLookup(b, slotName(SLOT_REFLECTED + op));
  const swapped = g != NOTHING && isSubtype(b, a) && g != typeLookup(a,
    slotName(SLOT_REFLECTED + op));
  if (swapped) r = callSpecial(g, right, 1, left, NOTHING);
  if (r == NOT_IMPLEMENTED && f != NOTHING) r = callSpecial(f, left, 1, right, NOTHING);
  if (r == NOT_IMPLEMENTED && !swapped && g != NOTHING) r = callSpecial(g, right, 1, left, NOTHING);
  release(base);
  return r == NOT_IMPLEMENTED ? NOT_HANDLED : r;
}
/** left op= right where left is an instance of a Python class. NOT_HANDLED: no in-place form. */
export function heapInplace(op: i32, left: Value, right: Value): Value {
  if (op == OP_DIVMOD) return NOT_HANDLED;
  const f = specialMethod(left, slotName(SLOT_INPLACE + op));
  if (f == NOTHING) return NOT_HANDLED;
  const base = rootsMark();
  keep(left); keep(right);
  const r = callSpecial(f, left, 1, right, NOTHING);
  release(base);
  // A built-in type's slot gives back what it changed: the payload.
  if (r != NOTHING && isInstance(left) && r == changetype<InstanceObject>(<usize>left).native)
    return left;
  return r == NOT_IMPLEMENTED ? NOT_HANDLED : r;
}
/** The right operand's answer, asked the other way round. */
export function compareMirrored(op: i32, type: usize, right: Value, left: Value): Value {
  op = mirrored(op);
  return compareBy(op, typeLookup(type, slotName(SLOT_COMPARE + op)), right, left);
}
/** One operand's answer; NOT_IMPLEMENTED: it does not know. */
function compareBy(op: i32, f: Value, left: Value, right: Value): Value {
  if (f == NOTHING) return NOT_IMPLEMENTED;
  if (!isObjectDefault(f)) return callSpecial(f, left, 1, right, NOTHING);
  if (op != CMP_NE) return NOT_IMPLEMENTED;
  const eq = specialMethod(left, S___eq__);
  if (eq == NOTHING || isObjectDefault(eq)) return NOT_IMPLEMENTED;
  const r = callSpecial(eq, left, 1, right, NOTHING);
  if (r == RAISED || r == NOT_IMPLEMENTED) return r;
  const yes = truth(r);
  return yes < 0 ? RAISED : boolValue(yes == 0);
}
/** left op right (CMP_*) where at least one is an instance of a Python class. NOT_HANDLED: neither
 *  knows. */
export function heapCompare(op: i32, left: Value, right: Value): Value {
  const a = typeOf(left), b = typeOf(right);
  if (!enterNative()) return RAISED;
  const base = rootsMark();
  keep(left); keep(right);
  let r = NOT_IMPLEMENTED;
  const f = typeLookup(a, slotName(SLOT_COMPARE + op));
  const swapped = a != b && isSubtype(b, a);
  if (swapped) r = compareMirrored(op, b, right, left);
  if (r == NOT_IMPLEMENTED) r = compareBy(op, f, left, right);
  if (r == NOT_IMPLEMENTED && !swapped) r = compareMirrored(op, b, right, left);
  release(base);
  leaveNative();
  return r == NOT_IMPLEMENTED ? NOT_HANDLED : r;
}
/** binary and compare slots: only their being there counts; protocol.ts goes to heapBinary,
 *  heapCompare. */
export function instance_binary(op: i32, left: Value, right: Value): Value {
  return op & OP_INPLACE ? heapInplace(op & (OP_INPLACE - 1), left, right)
    : heapBinary(op, left, right);
}

/** Raises TypeError "__name__ returned non-T (type X)". */
function wrongResult(name: usize, what: string, r: Value): Value {
  return raiseFormat(TypeError, "%s%l%t)", name, literalOf(what), r);
}
export function instance_unary(op: i32, v: Value): Value {
  let name = slotName(SLOT_UNARY + op);
  let f = specialMethod(v, name);
  if (f == NOTHING) {
    if (op == UN_INT || op == UN_FLOAT || op == UN_COMPLEX) {
      if (op == UN_COMPLEX) { name = S___float__; f = specialMethod(v, name); }
      if (f == NOTHING) { name = S___index__; f = specialMethod(v, name); }
      if (f == NOTHING && op == UN_INT) { name = S___trunc__; f = specialMethod(v, name); }
    }
    if (f == NOTHING) return NOT_HANDLED;
  }
  const r = callSpecial(f, v, 0, NOTHING, NOTHING);
  if (r == RAISED || op < UN_INT) return r;
  // conversions must give their type
  if (name == S___index__ || name == S___int__ || name == S___trunc__) {
    const n = intPart(r);
    if (n == NOTHING) return wrongResult(name, " returned non-int (type ", r);
    if (op != UN_FLOAT && op != UN_COMPLEX) return n;
    const x = intToF64(n);
    return raised() ? RAISED : op == UN_FLOAT ? floatNew(x) : complexNew(x, 0);
  }
  if (name == S___float__) {
    const x = floatPart(r);
    if (x != NOTHING) return op == UN_COMPLEX ? complexNew(floatOf(x), 0) : x;
    return raiseFormat(TypeError, "%t.__float__ returned non-float (type %t)", v, r);
  }
  const c = payloadOf(r, COMPLEX_TYPE);
  return c == 0 ? wrongResult(name, " returned non-complex (type ", r) : <u64>c;
}

// ---- hash, truth, length ----

export function instance_hash(v: Value): i64 {
  const f = needed(v, S___hash__, "unhashable type: '%t'");
  if (f == RAISED) return 0;
  if (isObjectDefault(f)) return <i64>(v >> 4);
  if (isExactly(f, SLOT_WRAPPER_TYPE)) {
    const w = changetype<SlotWrapper>(<usize>f), self = slotSelf(w, v);
    return self == RAISED ? 0 : call_indirect<i64>(changetype<TypeObject>(w.owner).hash, self);
  }
  if (!enterNative()) return 0;
  const r = callSpecial(f, v, 0, NOTHING, NOTHING);
  leaveNative();
  if (r == RAISED) return 0;
  const n = intPart(r);
  if (n == NOTHING) { raise(TypeError, "__hash__ method should return an integer"); return 0; }
  return hashValue(n);
}
export function instance_truth(v: Value): i32 {
  const f = specialMethod(v, S___bool__);
  if (f == NOTHING) return instance_length(v) != 0 ? (raised() ? -1 : 1) : 0;
  const r = callSpecial(f, v, 0, NOTHING, NOTHING);
  if (r == RAISED) return -1;
  if (r == TRUE) return 1;
  if (r == FALSE) return 0;
  raiseWith(TypeError, "__bool__ should return bool, returned %t", r);
  return -1;
}
export function instance_length(v: Value): i64 {
  const f = needed(v, S___len__, "object of type '%t' has no len()");
  if (f == RAISED) return -1;
  const r = callSpecial(f, v, 0, NOTHING, NOTHING);
  return r == RAISED ? -1 : lengthResult(r);
}
/** The number that __len__ returned; -1 with an exception pending. Also for the interpreter. */
export function lengthResult(r: Value): i64 {
  const n = indexValue(r);
  if (n == RAISED) return -1;
  const length = saturate(n);
  if (length < 0) { raise(ValueError, "__len__() should return >= 0"); return -1; }
  if (indexOverflowed) {
    raise(OverflowError, "cannot fit 'int' into an index-sized integer");
    return -1;
  }
  return length;
}

// ---- containers and iterators ----

export function instance_iter(v: Value): Value {
  if (specialMethod(v, S___iter__) == NOTHING && specialMethod(v, S___getitem__) != NOTHING)
    return rangeIndexIterNew(v);
  const f = needed(v, S___iter__, "'%t' object is not iterable");
  if (f == RAISED) return RAISED;
  const it = callSpecial(f, v, 0, NOTHING, NOTHING);
  return it == RAISED ? RAISED : iterResult(it);
}
/** What __iter__ returned, if it is an iterator. Raises TypeError. */
export function iterResult(it: Value): Value {
  if (typeObjectOf(it).next != 0) return it;
  return raiseWith(TypeError, "iter() returned non-iterator of type '%t'", it);
}
export function instance_next(v: Value): Value {
  const f = needed(v, S___next__, "'%t' object is not an iterator");
  return f == RAISED ? RAISED : callSpecial(f, v, 0, NOTHING, NOTHING);
}
export function instance_subscr(v: Value, key: Value): Value {
  const f = needed(v, S___getitem__, "'%t' object is not subscriptable");
  return f == RAISED ? RAISED : callSpecial(f, v, 1, key, NOTHING);
}
export function instance_setSubscr(v: Value, key: Value, item: Value): bool {
  const f = item == NOTHING ? needed(v, S___delitem__, "'%t' object doesn't support item deletion")
    : needed(v, S___setitem__, "'%t' object does not support item assignment");
  return f != RAISED && callSpecial(f, v, item == NOTHING ? 1 : 2, key, item) != RAISED;
}
export function instance_contains(v: Value, item: Value): i32 {
  const f = specialMethod(v, S___contains__);
  if (f == NONE) { raiseWith(TypeError, "'%t' object is not a container", v); return -1; }
  if (f != NOTHING) {
    const r = callSpecial(f, v, 1, item, NOTHING);
    return r == RAISED ? -1 : truth(r);
  }
  return containsByIterating(v, item);
}

// ---- text ----

/** Appends what __repr__ or __str__ returned. */
function textResult(name: usize, r: Value, out: Text): bool {
  if (r == RAISED) return false;
  const s = strPart(r);
  if (changetype<usize>(s) == 0) {
    wrongResult(name, " returned non-string (type ", r);
    return false;
  }
  out.str(<u64>changetype<usize>(s));
  return true;
}
export function instance_repr(v: Value, out: Text): bool {
  const f = specialMethod(v, S___repr__);
  if (f == NOTHING || isObjectDefault(f)) { defaultRepr(v, out); return true; }
  return textResult(S___repr__, callSpecial(f, v, 0, NOTHING, NOTHING), out);
}
export function instance_str(v: Value, out: Text): bool {
  const f = specialMethod(v, S___str__);
  if (f == NOTHING || isObjectDefault(f)) return reprInto(v, out);
  return textResult(S___str__, callSpecial(f, v, 0, NOTHING, NOTHING), out);
}
/** Appends "<module.Class object at 0x...>". */
export function defaultRepr(v: Value, out: Text): void {
  out.literal("<");
  typeNameInto(typeOf(v), out);
  out.format(" object at 0x%p>", v);
}
/** Appends the qualified name of a class with its module, unless that is builtins. */
export function typeNameInto(type: usize, out: Text): void {
  const t = changetype<TypeObject>(type);
  const module = t.typeFlags & TYPE_HEAP ? typeLookup(type, S___module__)
    : tableGetName(typeDict(t), S___module__);
  if (module != NOTHING && module != <u64>S_builtins && changetype<usize>(strPart(module)) != 0) {
    out.str(<u64>changetype<usize>(strPart(module)));
    out.literal(".");
  }
  out.str(typeQualname(t));
}
/** __qualname__ of a class, a StrObject. */
export function typeQualname(t: TypeObject): Value {
  return t.qualname != 0 ? <u64>t.qualname : t.name;
}

// ---- calls ----

export function instance_call(callee: Value, args: Args, n: i32, kwargs: Value): Value {
  const f = needed(callee, S___call__, "'%t' object is not callable");
  if (f == RAISED || !enterNative()) return RAISED;
  const base = rootsMark();
  let r: Value;
  if (isExactly(f, SLOT_WRAPPER_TYPE) || plain(f)) {
    r = callWithSelf(f, callee, args, n, kwargs);
  } else {
    const kind = bindSpecial(f, callee);
    if (kind == FIND_METHOD) {
      r = callWithSelf(foundValue, foundSelf, args, n, kwargs);
    } else {
      const fn = findResult(kind);
      r = fn == RAISED ? RAISED : callWithKeywords(fn, args, n, kwargs);
    }
  }
  release(base);
  leaveNative();
  return r;
}
/** f(self, *args, **kwargs). A safepoint. */
export function callWithSelf(f: Value, self: Value, args: Args, n: i32, kwargs: Value): Value {
  const base = rootsMark();
  if (!rootsRoom(n + 16)) return raise(RecursionError, "maximum recursion depth exceeded");
  keep(f);
  keep(kwargs);
  const row = keep(self);
  for (let i = 0; i < n; i++) keep(args.at(i));
  const r = callWithKeywords(f, changetype<Args>(row), n + 1, kwargs);
  release(base);
  return r;
}
