// The protocols: what can be done with any value, by the slots of its type.
//
// Everything that handles values of unknown type goes through these functions. For instances of
// Python classes the slots (objects/instance.ts) call __dunder__ methods, so all of them may run
// Python: they are safepoints unless it is known that the operands are of built-in types.
// Conventions: a Value result is RAISED on error; an i32 truth is 1, 0, or -1 on error; a number on
// error is whatever, test raised().
import { noteDone } from "../heap/running";
import {
  Value, RAISED, NOTHING, END, TAIL_CALL, NOT_HANDLED, isSmallInt, isInlineFloat, smallInt,
  bothSmallInts,
} from "../core/value";
import { chargeStep } from "../heap/events";
import { INT_TYPE, typeOf, isExactly } from "../heap/header";
import { rootsMark, keep, release } from "../heap/roots";
import {
  TypeObject, typeObjectOf, HASH_NONE, CMP_EQ, CMP_NE, CMP_LT, CMP_GT, CMP_LE, CMP_GE, OP_INPLACE,
  OP_OR, OP_XOR, OP_AND, OP_LSHIFT, OP_RSHIFT, OP_ADD, OP_SUB, OP_MUL, OP_MATMUL, OP_FLOORDIV,
  OP_TRUEDIV,
  OP_MOD, OP_POW, TYPE_HEAP, UN_INDEX, UN_POS, UN_NEG, UN_INVERT,
} from "./type";
import {
  raise, raiseType, isSubtype, catchPending, raiseWith, raiseFormat, TypeError, StopIteration,
} from "./errors";
import { Text, textNew, literalOf } from "./text";
import { StrObject, STR_TYPE, strEquals, strCompareOp, strOfInt } from "./str";
import { TRUE, FALSE, NONE, boolValue } from "./singletons";
import { InstanceObject, isInstance } from "./instance_layout";
import { call0, call1, call2, callTail, enterNative, leaveNative, stepsTaken } from "./hooks";
import { getAttr } from "./attributes";
import { heapBinary, heapCompare, defaultRepr } from "./instance";
import { rangeIndexIterNew } from "./iterators";
import { TUPLE_TYPE } from "./tuple";
import { tupleCompare } from "./sequence";

// ---- payloads of built-in types ----

/** Address of the object of built-in type `type` (or a built-in subtype of it) that `v` is, or, for
 *  an instance of a class derived from it, holds; 0: `v` is no such thing. Not for int and float,
 *  whose values need no object (objects/int.ts, float.ts). */
export function payloadOf(v: Value, type: usize): usize {
  const t = typeOf(v);
  if (t == type) return <usize>v;
  const native = changetype<TypeObject>(t).native;
  if (native != type && (native == 0 || !isSubtype(native, type))) return 0;
  return isInstance(v) ? <usize>changetype<InstanceObject>(<usize>v).native : <usize>v;
}
/** The StrObject that `v` is or holds; null (0): not a str. */
@inline export function strPart(v: Value): StrObject {
  return changetype<StrObject>(isExactly(v, STR_TYPE) ? <usize>v : payloadOf(v, STR_TYPE));
}

// ---- truth, length, hash ----

/** bool(v). */
export function truth(v: Value): i32 {
  if (v == TRUE) return 1;
  if (v == FALSE || v == NONE) return 0;
  if (isSmallInt(v)) return <i32>(v != 1);
  if (isInlineFloat(v)) return 1;
  const t = typeObjectOf(v);
  if (t.truth != 0) return call_indirect<i32>(t.truth, v);
  if (t.length != 0) {
    const n = call_indirect<i64>(t.length, v);
    return n < 0 ? -1 : <i32>(n != 0);
  }
  return 1;
}
/** len(v). -1 with TypeError (or what __len__ raises) pending. */
export function lengthOf(v: Value): i64 {
  const t = typeObjectOf(v);
  if (t.length != 0) return call_indirect<i64>(t.length, v);
  raiseWith(TypeError, "object of type '%t' has no len()", v);
  return -1;
}
/** hash(v), as CPython defines it for numbers. Test raised(). */
export function hashValue(v: Value): i64 {
  const t = typeObjectOf(v);
  if (t.hash == HASH_NONE) {
    raiseWith(TypeError, "unhashable type: '%t'", v);
    return 0;
  }
  if (t.hash == 0) return <i64>(v >> 4);
  return call_indirect<i64>(t.hash, v);
}

// ---- comparison ----

/** left op right, op one of CMP_*; whatever the operands answer, usually True or False. */
export function compareValues(op: i32, left: Value, right: Value): Value {
  if (isExactly(left, STR_TYPE) && isExactly(right, STR_TYPE)) {
    return boolValue(strCompareOp(op, changetype<StrObject>(<usize>left),
      changetype<StrObject>(<usize>right)));
  }
  if (isExactly(left, TUPLE_TYPE) && isExactly(right, TUPLE_TYPE))
    return tupleCompare(op, left, right);
  const a = typeObjectOf(left), b = typeObjectOf(right);
  if ((a.typeFlags | b.typeFlags) & TYPE_HEAP) {
    if (a.compare != 0 || b.compare != 0) {
      const r = heapCompare(op, left, right);
      if (r != NOT_HANDLED) return r;
    }
    return compareUnsupported(op, left, right);
  }
  if (a.compare != 0) {
    const r = call_indirect<Value>(a.compare, op, left, right);
    if (r != NOT_HANDLED) return r;
  }
  if (b.compare != 0 && a != b) {
    const r = call_indirect<Value>(b.compare, mirrored(op), right, left);
    if (r != NOT_HANDLED) return r;
  }
  return compareUnsupported(op, left, right);
}
/** left op right when neither operand knows: identity for == and !=, else TypeError. */
export function compareUnsupported(op: i32, left: Value, right: Value): Value {
  const a = typeObjectOf(left), b = typeObjectOf(right);
  if (op == CMP_EQ) return boolValue(left == right);
  if (op == CMP_NE) return boolValue(left != right);
  return raiseFormat(TypeError, "'%l' not supported between instances of '%s' and '%s'",
    literalOf(op == CMP_LT ? "<" : op == CMP_GT ? ">" : op == CMP_LE ? "<=" : ">="), a.name,
    b.name);
}
/** The comparison (CMP_*) with its operands exchanged. */
export function mirrored(op: i32): i32 { return MIRRORED >> (op << 2) & 15; }
/** One hexadecimal digit for each CMP_*, the first one last. */
const MIRRORED: i32 = CMP_GT | CMP_LT << 4 | CMP_EQ << 8 | CMP_GE << 12 | CMP_LE << 16
  | CMP_NE << 20;
/** Equality as containers test it: identical, or ==. */
export function valuesEqual(left: Value, right: Value): i32 {
  if (left == right) return 1;
  if (bothSmallInts(left, right)) return 0;
  if (isExactly(left, STR_TYPE) && isExactly(right, STR_TYPE)) {
    return <i32>strEquals(changetype<StrObject>(<usize>left), changetype<StrObject>(<usize>right));
  }
  const r = compareValues(CMP_EQ, left, right);
  return r == RAISED ? -1 : truth(r);
}
/** left < right as a truth. */
export function lessThan(left: Value, right: Value): i32 {
  if (bothSmallInts(left, right)) return <i32>(<i64>left < <i64>right);
  const r = compareValues(CMP_LT, left, right);
  return r == RAISED ? -1 : truth(r);
}

// ---- operators ----

/** left op right, op one of OP_*. */
export function binaryOp(op: i32, left: Value, right: Value): Value {
  const r = binaryTry(op, left, right);
  return r != NOT_HANDLED ? r : unsupported(op, left, right);
}
/** The same, NOT_HANDLED instead of TypeError. */
export function binaryTry(op: i32, left: Value, right: Value): Value {
  const a = typeObjectOf(left), b = typeObjectOf(right);
  if ((a.typeFlags | b.typeFlags) & TYPE_HEAP) {
    return a.binary != 0 || b.binary != 0 ? heapBinary(op, left, right) : NOT_HANDLED;
  }
  if (a.binary != 0) {
    const r = call_indirect<Value>(a.binary, op, left, right);
    if (r != NOT_HANDLED) return r;
  }
  if (a != b && b.binary != 0) {
    const r = call_indirect<Value>(b.binary, op, left, right);
    if (r != NOT_HANDLED) return r;
  }
  return NOT_HANDLED;
}
/** left op= right: the in-place form if the left type has one (its slot knows op + OP_INPLACE),
 *  else the plain. */
export function inplaceOp(op: i32, left: Value, right: Value): Value {
  const a = typeObjectOf(left);
  if (a.binary != 0 && !isSmallInt(left) && !isInlineFloat(left)) {
    const r = call_indirect<Value>(a.binary, op + OP_INPLACE, left, right);
    if (r != NOT_HANDLED) return r;
  }
  const r = binaryTry(op, left, right);
  return r != NOT_HANDLED ? r : unsupported(op + OP_INPLACE, left, right);
}
/** The sign of a binary operator, as in messages. */
export function operatorSign(op: i32): string {
  switch (op & (OP_INPLACE - 1)) {
    case OP_OR: return "|";
    case OP_XOR: return "^";
    case OP_AND: return "&";
    case OP_LSHIFT: return "<<";
    case OP_RSHIFT: return ">>";
    case OP_ADD: return "+";
    case OP_SUB: return "-";
    case OP_MUL: return "*";
    case OP_MATMUL: return "@";
    case OP_FLOORDIV: return "//";
    case OP_TRUEDIV: return "/";
    case OP_MOD: return "%";
    case OP_POW: return op & OP_INPLACE ? "**" : "** or pow()";
    default: return "divmod()";
  }
}
/** Raises TypeError for operands that do not know the operator. */
export function unsupported(op: i32, left: Value, right: Value): Value {
  const sign = literalOf(operatorSign(op));
  return raiseFormat(TypeError,
    op & OP_INPLACE ? "unsupported operand type(s) for %l=: '%t' and '%t'"
    : "unsupported operand type(s) for %l: '%t' and '%t'", sign, left, right);
}
/** op v: op UN_POS, UN_NEG, UN_INVERT or UN_ABS. */
export function unaryOp(op: i32, v: Value): Value {
  const t = typeObjectOf(v);
  if (t.unary != 0) {
    const r = call_indirect<Value>(t.unary, op, v);
    if (r != NOT_HANDLED) return r;
  }
  return raiseFormat(TypeError, "bad operand type for %l: '%s'",
    literalOf(op == UN_POS ? "unary +" : op == UN_NEG ? "unary -" : op == UN_INVERT ? "unary ~"
      : "abs()"), t.name);
}
/** The unary slot's answer for a conversion (UN_INT ...): NOT_HANDLED if the type has none. */
export function convertTry(op: i32, v: Value): Value {
  const t = typeObjectOf(v);
  // an int is its own index, whatever a subclass says
  if (op == UN_INDEX && t.native == INT_TYPE) return payloadOf(v, INT_TYPE);
  return t.unary == 0 ? NOT_HANDLED : call_indirect<Value>(t.unary, op, v);
}

// ---- items ----

/** v[key]. */
export function getItem(v: Value, key: Value): Value {
  const t = typeObjectOf(v);
  if (t.subscr != 0) return call_indirect<Value>(t.subscr, v, key);
  return raiseWith(TypeError, "'%t' object is not subscriptable", v);
}
/** v[key] = item; item NOTHING: del v[key]. False with an exception pending. */
export function setItem(v: Value, key: Value, item: Value): bool {
  const t = typeObjectOf(v);
  if (t.setSubscr != 0) return call_indirect<bool>(t.setSubscr, v, key, item);
  raiseType(TypeError, "'", v, item == NOTHING
    ? "' object does not support item deletion" : "' object does not support item assignment");
  return false;
}
/** item in container. Falls back to iterating. */
export function containsItem(container: Value, item: Value): i32 {
  const t = typeObjectOf(container);
  return t.contains != 0 ? call_indirect<i32>(t.contains, container, item)
    : containsByIterating(container, item);
}
/** The same without asking the container's `contains` slot. */
export function containsByIterating(container: Value, item: Value): i32 {
  const t = typeObjectOf(container);
  if (t.iter == 0 && t.subscr == 0) {
    raiseWith(TypeError, "argument of type '%t' is not iterable", container);
    return -1;
  }
  const base = rootsMark();
  keep(container); keep(item);
  let result = -1;
  const it = getIter(container);
  if (it != RAISED) {
    keep(it);
    while (true) {
      const x = iterNext(it);
      if (x == RAISED) break;
      if (x == END) { result = 0; break; }
      const slot = keep(x);
      const same = valuesEqual(x, item);
      release(slot);
      if (same != 0) { result = same; break; }
    }
  }
  release(base);
  return result;
}

// ---- iteration ----

/** iter(v). */
export function getIter(v: Value): Value {
  const t = typeObjectOf(v);
  if (t.iter != 0) return call_indirect<Value>(t.iter, v);
  // The old protocol: __getitem__ with 0, 1, 2 ...
  if (t.subscr != 0 && (t.typeFlags & 1) != 0) return rangeIndexIterNew(v);
  return raiseWith(TypeError, "'%t' object is not iterable", v);
}
/** Next item of an iterator; END when it is exhausted (a StopIteration is swallowed). Natives that
 *  never come to the end of an iterator can be interrupted here. */
export function iterNext(it: Value): Value {
  const item = iterStep(it);
  return item == RAISED && catchPending(StopIteration) ? END : item;
}
/** The same, but exhausted may also be RAISED with StopIteration pending, as of `next` slots: it
 *  can have a value. */
export function iterStep(it: Value): Value {
  const t = typeObjectOf(it);
  if (t.next == 0) return raiseWith(TypeError, "'%t' object is not an iterator", it);
  if (chargeStep() && !stepsTaken()) return RAISED;
  let item = call_indirect<Value>(t.next, it);
  if (item == TAIL_CALL) item = callTail();
  noteDone();
  return item;
}

// ---- text ----

/** Appends repr(v). False with an exception pending. Depth-limited. */
export function reprInto(v: Value, out: Text): bool {
  if (!enterNative()) return false;
  const t = typeObjectOf(v);
  let ok: bool;
  if (t.repr != 0) {
    const base = rootsMark();
    keep(v); keep(out.value());
    ok = call_indirect<bool>(t.repr, v, out);
    release(base);
  } else {
    defaultRepr(v, out);
    ok = true;
  }
  leaveNative();
  return ok;
}
/** Appends str(v). False with an exception pending. */
export function strInto(v: Value, out: Text): bool {
  if (isExactly(v, STR_TYPE)) { out.str(v); return true; }
  const t = typeObjectOf(v);
  if (t.str == 0) return reprInto(v, out);
  if (!enterNative()) return false;
  const base = rootsMark();
  keep(v); keep(out.value());
  const ok = call_indirect<bool>(t.str, v, out);
  release(base);
  leaveNative();
  return ok;
}
/** repr(v), a str. */
export function reprOf(v: Value): Value {
  if (isSmallInt(v)) return strOfInt(smallInt(v));
  const out = textNew();
  const base = rootsMark();
  keep(out.value());
  const ok = reprInto(v, out);
  release(base);
  return ok ? out.finish() : RAISED;
}
/** str(v), a str (v itself if it is exactly one). */
export function strOf(v: Value): Value {
  if (isExactly(v, STR_TYPE)) return v;
  if (isSmallInt(v)) return strOfInt(smallInt(v));
  const out = textNew();
  const base = rootsMark();
  keep(out.value());
  const ok = strInto(v, out);
  release(base);
  return ok ? out.finish() : RAISED;
}

// ---- cyclic containers in repr ----

/** Objects whose repr is being made, innermost last. */
const REPR_STACK: usize = memory.data(8 * 256, 8);
let reprDepth: i32 = 0;
/** Begins the repr of a container. False: it is already being made further out; the caller writes
 *  `...`. */
export function reprEnter(v: Value): bool {
  for (let i = 0; i < reprDepth; i++)
    if (load<u64>(REPR_STACK + (<usize>i << 3)) == v) return false;
  if (reprDepth < 256) store<u64>(REPR_STACK + (<usize>reprDepth << 3), v);
  reprDepth++;
  return true;
}
export function reprLeave(): void { reprDepth--; }
/** The depth, and setting it back when a run is given up in the middle. */
export function reprDepthNow(): i32 { return reprDepth; }
export function setReprDepth(depth: i32): void { reprDepth = depth; }
/** After the host abandoned a run. */
export function reprReset(): void { reprDepth = 0; }

// ---- methods by name ----

/** v.name(...), name a static str (names.ts). Raises AttributeError. */
export function callMethod0(v: Value, name: usize): Value {
  const f = getAttr(v, <u64>name);
  return f == RAISED ? RAISED : call0(f);
}
export function callMethod1(v: Value, name: usize, a: Value): Value {
  const base = rootsMark();
  keep(a);
  const f = getAttr(v, <u64>name);
  const r = f == RAISED ? RAISED : call1(f, a);
  release(base);
  return r;
}
export function callMethod2(v: Value, name: usize, a: Value, b: Value): Value {
  const base = rootsMark();
  keep(a); keep(b);
  const f = getAttr(v, <u64>name);
  const r = f == RAISED ? RAISED : call2(f, a, b);
  release(base);
  return r;
}
