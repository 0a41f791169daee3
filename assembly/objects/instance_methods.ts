// Special methods for the interpreter: which Python function an operator is to call, so that it
// pushes a frame instead of running nested.
//
//   const f = binaryMethod(op, left, right);       // NOTHING: use protocol.ts, nothing to push
//   push a frame for f(methodSelf, methodOther); when it returned r:
//   if (r == NOT_IMPLEMENTED) r = binaryAfter(op, left, right);      // the other operand, nested
import { Value, RAISED, NOTHING, NOT_HANDLED } from "../core/value";
import { typeOf } from "../heap/header";
import { TypeObject, TYPE_HEAP, CMP_EQ, CMP_NE, OP_INPLACE } from "./type";
import { isSubtype } from "./errors";
import { NOT_IMPLEMENTED } from "./singletons";
import { isFunction } from "./function";
import { typeLookup } from "./type_lookup";
import { slotName, SLOT_BINARY, SLOT_REFLECTED, SLOT_INPLACE, SLOT_UNARY,
  SLOT_COMPARE } from "./slots";
import { callSpecial, isObjectDefault, heapBinary } from "./instance";
import { unsupported, compareUnsupported } from "./protocol";
import {
  S___len__, S___bool__, S___iter__, S___next__, S___getitem__, S___setitem__, S___delitem__,
  S___contains__,
  S___call__,
} from "./names";

/** The arguments for what binaryMethod and compareMethod found. */
export let methodFirst: Value = NOTHING;
export let methodSecond: Value = NOTHING;
/** The reflected method is asked first (the right operand's class derives from the left's). */
let swappedFirst: bool = false;

@inline function isHeap(type: usize): bool {
  return (changetype<TypeObject>(type).typeFlags & TYPE_HEAP) != 0;
}
/** The function of `name` on the class of `v` if `v` is an instance of a Python class and it is a
 *  Python function. */
function pythonMethod(v: Value, name: usize): Value {
  const t = typeOf(v);
  if (!isHeap(t)) return NOTHING;
  const f = typeLookup(t, name);
  return isFunction(f) ? f : NOTHING;
}

/** The Python function that `left op right` calls first, with methodFirst and methodSecond; op may
 *  have OP_INPLACE added. NOTHING: it is not a Python function. */
export function binaryMethod(op: i32, left: Value, right: Value): Value {
  const a = typeOf(left), b = typeOf(right);
  if (op >= OP_INPLACE) {
    const f = pythonMethod(left, slotName(SLOT_INPLACE + op - OP_INPLACE));
    if (f != NOTHING) { swappedFirst = false; methodFirst = left; methodSecond = right; return f; }
    if (isHeap(a) && typeLookup(a, slotName(SLOT_INPLACE + op - OP_INPLACE)) != NOTHING)
      return NOTHING;
    op -= OP_INPLACE;
  }
  if (a != b && isHeap(b) && isSubtype(b, a)) {
    const g = typeLookup(b, slotName(SLOT_REFLECTED + op));
    if (g != NOTHING && g != typeLookup(a, slotName(SLOT_REFLECTED + op))) {
      methodFirst = right;
      methodSecond = left;
      return isFunction(g) ? g : NOTHING;
    }
  }
  const f = typeLookup(a, slotName(SLOT_BINARY + op));
  methodFirst = left;
  methodSecond = right;
  if (f != NOTHING) return isHeap(a) && isFunction(f) ? f : NOTHING;
  const g = a == b ? NOTHING : typeLookup(b, slotName(SLOT_REFLECTED + op));
  methodFirst = right;
  methodSecond = left;
  return isFunction(g) ? g : NOTHING;
}
/** What `left op right` is after the function that binaryMethod named has returned NotImplemented:
 *  asks the others, nested. Raises TypeError if none knows. A safepoint. */
export function binaryAfter(op: i32, left: Value, right: Value): Value {
  const a = typeOf(left), b = typeOf(right), plain = op & (OP_INPLACE - 1);
  let r = NOT_IMPLEMENTED;
  const g = a == b ? NOTHING : typeLookup(b, slotName(SLOT_REFLECTED + plain));
  if (op >= OP_INPLACE && isHeap(a) && typeLookup(a, slotName(SLOT_INPLACE + plain)) != NOTHING) {
    r = heapBinary(plain, left, right);
    if (r != NOT_HANDLED) return r;
    return unsupported(op, left, right);
  }
  const f = typeLookup(a, slotName(SLOT_BINARY + plain));
  const swapped = g != NOTHING && isSubtype(b, a) && g != typeLookup(a,
    slotName(SLOT_REFLECTED + plain));
  if (swapped) {
    if (f != NOTHING) r = callSpecial(f, left, 1, right, NOTHING);
  } else if (f != NOTHING && g != NOTHING) {
    r = callSpecial(g, right, 1, left, NOTHING);
  }
  return r == NOT_IMPLEMENTED ? unsupported(op, left, right) : r;
}

@inline function mirrored(op: i32): i32 {
  return op < CMP_EQ ? 1 - op : op == CMP_EQ || op == CMP_NE ? op : 7 - op;
}
/** As binaryMethod, for comparisons CMP_*. */
export function compareMethod(op: i32, left: Value, right: Value): Value {
  const a = typeOf(left), b = typeOf(right);
  if (a != b && isHeap(b) && isSubtype(b, a)) {
    const g = typeLookup(b, slotName(SLOT_COMPARE + mirrored(op)));
    methodFirst = right;
    methodSecond = left;
    return isFunction(g) ? g : NOTHING;
  }
  if (!isHeap(a)) return NOTHING;
  const f = typeLookup(a, slotName(SLOT_COMPARE + op));
  methodFirst = left;
  methodSecond = right;
  return isFunction(f) ? f : NOTHING;
}
/** As binaryAfter, for comparisons. */
export function compareAfter(op: i32, left: Value, right: Value): Value {
  const a = typeOf(left), b = typeOf(right);
  const swapped = a != b && isHeap(b) && isSubtype(b, a);
  const v = swapped ? left : right, other = swapped ? right : left;
  const f = typeLookup(typeOf(v), slotName(SLOT_COMPARE + (swapped ? op : mirrored(op))));
  let r = NOT_IMPLEMENTED;
  if (f != NOTHING && !isObjectDefault(f)) r = callSpecial(f, v, 1, other, NOTHING);
  return r == NOT_IMPLEMENTED ? compareUnsupported(op, left, right) : r;
}

// The others have one candidate: the Python function to call with the object (and the key, the
// item), or NOTHING, then protocol.ts answers. What comes back is to be checked: truth of a bool
// (__bool__), lengthResult, iterResult (instance.ts); a StopIteration out of __next__ ends the
// loop.
export function unaryMethod(op: i32, v: Value): Value {
  return pythonMethod(v, slotName(SLOT_UNARY + op));
}
export function lengthMethod(v: Value): Value { return pythonMethod(v, S___len__); }
export function boolMethod(v: Value): Value { return pythonMethod(v, S___bool__); }
export function iterMethod(v: Value): Value { return pythonMethod(v, S___iter__); }
export function nextMethod(v: Value): Value { return pythonMethod(v, S___next__); }
export function subscrMethod(v: Value): Value { return pythonMethod(v, S___getitem__); }
export function setSubscrMethod(v: Value, deletes: bool): Value {
  return pythonMethod(v, deletes ? S___delitem__ : S___setitem__);
}
export function containsMethod(v: Value): Value { return pythonMethod(v, S___contains__); }
export function callMethod(v: Value): Value { return pythonMethod(v, S___call__); }
