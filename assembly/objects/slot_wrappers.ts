// Slot wrappers: the special methods of built-in types as Python functions (`int.__add__`,
// `list.__len__`).
//
// Nothing is registered for them: a wrapper is made when a program first asks a built-in type for
// the name (type_lookup.ts), and calls the slot. Which operators a binary or unary slot knows
// cannot be read from the slot, so types say it by masks (type_finish.ts).
import { Value, RAISED, NOTHING, END, NOT_HANDLED, smallIntNew } from "../core/value";
import { Header, TYPE_BYTES, typeOf } from "../heap/header";
import { allocObject } from "../heap/allocator";
import { swapContents } from "./object_new";
import { markValue, markObject, addRootMarker } from "../heap/collector";
import { rootsMark, keep, release } from "../heap/roots";
import {
  raised, raiseText, isSubtype, TypeError, StopIteration, raiseArgs, raiseWith, raiseFormat,
} from "./errors";
import { Args } from "./args";
import { Text, textNew, literalOf } from "./text";
import { emptyTuple } from "./tuple";
import { dictItem } from "./instance";
import { StrObject } from "./str";
import { BYTEARRAY_TYPE, ARRAY_TYPE } from "./bytes";
import { TableObject, DICT_TYPE, SET_TYPE, FROZENSET_TYPE, dictNew, tableGet, tableSet } from "./table";
import {
  TypeObject, TYPE_HEAP, TYPE_META, TYPE_FINAL, TYPE_INIT_FILLS, HASH_NONE, OBJECT_TYPE,
  TYPE_SEQUENCE, OP_INPLACE,
  OP_ADD, OP_POW, TYPE_BINDS, TYPE_EXCEPTION, TYPE_TYPE, typeObjectOf,
} from "./type";
import { typeBegin } from "./builder";
import { NONE, NOT_IMPLEMENTED, boolValue } from "./singletons";
import { intFromI64 } from "./int";
import { callWithKeywords, callValue } from "./hooks";
import { methodSelf } from "./method_self";
import { instanceNew } from "./shape";
import { InstanceObject } from "./instance_layout";
import {
  slotName, SLOT_BINARY, SLOT_REFLECTED, SLOT_INPLACE, SLOT_UNARY, SLOT_COMPARE, SLOT_HASH,
  SLOT_BOOL, SLOT_LEN,
  SLOT_ITER, SLOT_NEXT, SLOT_GETITEM, SLOT_SETITEM, SLOT_DELITEM, SLOT_CONTAINS, SLOT_REPR,
  SLOT_STR, SLOT_CALL,
  SLOT_GET, SLOT_SET, SLOT_DELETE, SLOT_GETATTRIBUTE, SLOT_SETATTR, SLOT_DELATTR, SLOT_INIT,
  SLOT_NEW,
} from "./slots";
import { NativeFunction, NATIVE_KWARGS } from "./native";
import { isFunction } from "./function";
import { typeLookup } from "./type_lookup";
import { S___init__ } from "./names";
import { slotRow, rowField, rowArity, ANY_ARITY } from "./slot_fields";

export const SLOT_WRAPPER_TYPE: usize = memory.data(TYPE_BYTES, 16);

@unmanaged export class SlotWrapper extends Header {
  /** The built-in type whose slot it calls. */
  owner: usize;
  /** SLOT_* */
  slot: i32;
  /** This object itself: the word that look-ups give out. */
  word: Value;
}

/** Wrappers made so far: (type address << 8 | slot) as an int -> wrapper. */
let made: Value = NOTHING;
/** The word of `__hash__` of unhashable types. */
const NONE_WORD: usize = memory.data(8, 8);
function markMade(): void { markValue(made); }
export function slotWrappersInit(): void {
  made = dictNew();
  store<u64>(NONE_WORD, NONE);
  addRootMarker(markMade);
}

/** Address of the word of a built-in type's special method; 0: it has no such slot of its own. */
export function slotWrapperWord(t: TypeObject, slot: i32): usize {
  if (!typeHasSlot(t, slot)) return 0;
  if (slot == SLOT_HASH && t.hash == HASH_NONE) return NONE_WORD;
  const key = smallIntNew(<i64>changetype<usize>(t) << 8 | slot);
  const table = changetype<TableObject>(<usize>made);
  let v = tableGet(table, key);
  if (v == NOTHING) {
    const w = changetype<SlotWrapper>(allocObject(offsetof<SlotWrapper>()));
    if (changetype<usize>(w) == 0) return 0;
    w.klass = SLOT_WRAPPER_TYPE;
    w.flags = 0;
    w.owner = changetype<usize>(t);
    w.slot = slot;
    v = <u64>changetype<usize>(w);
    w.word = v;
    if (!tableSet(table, key, v)) return 0;
  }
  return <usize>v + offsetof<SlotWrapper>("word");
}

/** Built-in types: True if the type itself (not a base) has this slot. */
export function typeHasSlot(t: TypeObject, slot: i32): bool {
  const row = slotRow(slot), field = rowField(row), fn = load<u32>(changetype<usize>(t) + field);
  const own = field != 0 && fn != 0 && fn != load<u32>((t.base == 0 ? NO_TYPE : t.base) + field);
  if (slot == SLOT_CALL) return own || t.typeFlags & TYPE_BINDS && (fn != 0 || callable(t));
  if (slot == SLOT_INIT) return (t.typeFlags & TYPE_INIT_FILLS) != 0;
  if (!own) return false;
  if (slot < SLOT_UNARY) {
    const op = slot >= SLOT_INPLACE ? slot - SLOT_INPLACE + 16 : slot < SLOT_REFLECTED
      ? slot - SLOT_BINARY : slot - SLOT_REFLECTED;
    if (slot == SLOT_REFLECTED + OP_ADD && (t.typeFlags & TYPE_SEQUENCE || t.length != 0))
      return false;
    return (t.binaryMask >> op & 1) != 0;
  }
  if (slot < SLOT_COMPARE) return (t.unaryMask >> (slot - SLOT_UNARY) & 1) != 0;
  if (slot == SLOT_BOOL) return t.length == 0;
  // list[int] is no method of type.
  return slot != SLOT_GETITEM || changetype<usize>(t) != TYPE_TYPE;
}
/** What stands for the base of `object`. */
const NO_TYPE: usize = memory.data(TYPE_BYTES, 16);
/** Functions and methods are called by the interpreter itself, without a slot; so their types have
 *  TYPE_CALLABLE in unaryMask. */
function callable(t: TypeObject): bool { return (t.unaryMask & TYPE_CALLABLE) != 0; }
/** TypeObject.unaryMask: instances can be called although the call slot is empty. */
export const TYPE_CALLABLE: u32 = 0x10000;

/** call slot: wrapper(self, ...). May run Python. */
function wrapper_call(callee: Value, args: Args, n: i32, kwargs: Value): Value {
  const w = changetype<SlotWrapper>(<usize>callee);
  const name = <u64>slotName(w.slot);
  if (n == 0) {
    return raiseFormat(TypeError, "descriptor '%s' of '%n' object needs an argument",
      name, w.owner);
  }
  if (w.slot == SLOT_NEW) return constructFor(w.owner, args, n, kwargs);
  const self = slotSelf(w, args.at(0));
  if (self == RAISED) return RAISED;
  const arity = rowArity(slotRow(w.slot));
  if (arity != ANY_ARITY) {
    // pow() takes a modulus too.
    const least = <i32>arity & 15, most = w.slot == SLOT_BINARY + OP_POW
      || w.slot == SLOT_REFLECTED + OP_POW ? 2 : <i32>arity >> 4;
    if (kwargs != NOTHING && changetype<TableObject>(<usize>kwargs).used != 0) {
      return raiseWith(TypeError, "wrapper %s() takes no keyword arguments", name);
    }
    if (n - 1 < least || n - 1 > most) {
      return raiseFormat(TypeError, "expected %d%l%d",
        least, literalOf(least == 1 ? " argument, got " : " arguments, got "), n - 1);
    }
  }
  if (w.slot == SLOT_CALL) {
    const call = changetype<TypeObject>(w.owner).call;
    return call != 0 ? call_indirect<Value>(call, self, args.from(1), n - 1, kwargs)
      : callWithKeywords(args.at(0), args.from(1), n - 1, kwargs);
  }
  if (w.slot == SLOT_INIT) return initBuiltin(w.owner, self, args, n, kwargs);
  return slotApply(w, args.at(0), self, n > 1 ? args.at(1) : NONE, n > 2 ? args.at(2) : NONE);
}
/** Calls a wrapper of `v` with up to two further arguments. Raises TypeError. May run Python. */
export function applyWrapper(w: SlotWrapper, v: Value, a: Value, b: Value): Value {
  const self = slotSelf(w, v);
  return self == RAISED ? RAISED : slotApply(w, v, self, a, b);
}
/** The self for a wrapper's slot: the payload; slots of exceptions want the instance itself, for
 *  its class's name. Raises TypeError. */
export function slotSelf(w: SlotWrapper, v: Value): Value {
  if (!isSubtype(typeOf(v), w.owner)) {
    return raiseFormat(TypeError, "descriptor '%s' requires a '%n' object but received a '%t'",
      <u64>slotName(w.slot), w.owner, v);
  }
  const self = methodSelf(w.owner, v, <u64>slotName(w.slot));
  return self != RAISED && changetype<TypeObject>(w.owner).typeFlags & TYPE_EXCEPTION ? v : self;
}
@inline function answer(r: Value): Value { return r == NOT_HANDLED ? NOT_IMPLEMENTED : r; }
/** Calls the slot of a wrapper for `v`, whose slotSelf is `self`, with up to two further arguments.
 *  May run Python. */
function slotApply(w: SlotWrapper, v: Value, self: Value, a: Value, b: Value): Value {
  const slot = w.slot, fn = load<u32>(w.owner + rowField(slotRow(slot)));
  if (slot >= SLOT_UNARY && slot < SLOT_COMPARE)
    return answer(call_indirect<Value>(fn, slot - SLOT_UNARY, self));
  if (slot < SLOT_HASH) {
    const inPlace = slot >= SLOT_INPLACE && slot < SLOT_UNARY;
    let op = slot - SLOT_BINARY, left = self, right = a;
    if (slot >= SLOT_COMPARE) op = slot - SLOT_COMPARE;
    else if (inPlace) op = slot - SLOT_INPLACE + OP_INPLACE;
    else if (slot >= SLOT_REFLECTED) { op = slot - SLOT_REFLECTED; left = a; right = self; }
    const r = answer(call_indirect<Value>(fn, op, left, right));
    // the instance, not what it holds
    return inPlace && r == self ? v : r;
  }
  switch (slot) {
    case SLOT_HASH:
    case SLOT_LEN: {
      const n = call_indirect<i64>(fn, self);
      return raised() ? RAISED : intFromI64(n);
    }
    case SLOT_BOOL: return truthResult(call_indirect<i32>(fn, self));
    case SLOT_ITER: return call_indirect<Value>(fn, self);
    case SLOT_NEXT: {
      const v = call_indirect<Value>(fn, self);
      return v == END ? raiseArgs(StopIteration, emptyTuple()) : v;
    }
    case SLOT_GETITEM:
      if (w.owner == DICT_TYPE && self != v) return dictItem(v, a);    // falls through
    case SLOT_GETATTRIBUTE: return call_indirect<Value>(fn, self, a);
    case SLOT_CONTAINS: return truthResult(call_indirect<i32>(fn, self, a));
    case SLOT_REPR:
    case SLOT_STR: return textSlot(fn, self, v, w.owner);
    case SLOT_GET: return call_indirect<Value>(fn, self, a == NONE ? NOTHING : a, <usize>b);
    case SLOT_DELITEM:
    case SLOT_DELETE:
    case SLOT_DELATTR: b = NOTHING;                        // falls through
    case SLOT_SETITEM:
    case SLOT_SET:
    case SLOT_SETATTR: return call_indirect<bool>(fn, self, a, b) ? NONE : RAISED;
    default: return NONE;
  }
}
function truthResult(r: i32): Value { return r < 0 ? RAISED : boolValue(r != 0); }
function textSlot(slot: u32, self: Value, v: Value, owner: usize): Value {
  const out = textNew();
  const base = rootsMark();
  keep(self); keep(v); keep(out.value());
  const ok = call_indirect<bool>(slot, self, out);
  release(base);
  if (!ok) return RAISED;
  return v != self && (owner == SET_TYPE || owner == FROZENSET_TYPE || owner == BYTEARRAY_TYPE
    || owner == ARRAY_TYPE) ? renamed(v, owner, out) : out.finish();
}
/** The repr of some types names the class: S({1, 2}). `out`: that of what `v` holds; it is
 *  dropped. */
function renamed(v: Value, owner: usize, out: Text): Value {
  const t = textNew();
  t.str(typeObjectOf(v).name);
  const braces = load<u8>(out.data) == 0x7b;
  if (braces) t.literal("(");
  // otherwise the text begins with the name of the built-in type
  const skip = braces ? 0
    : changetype<StrObject>(<usize>changetype<TypeObject>(owner).name).lengthBytes;
  t.bytes(out.data + skip, out.length - skip);
  if (braces) t.literal(")");
  out.drop();
  return t.finish();
}

// ---- making ----

/** T.__new__(cls, ...) for a built-in type T: an object of T, or for a class derived from it an
 *  instance that holds one. args.at(0) is cls. Raises TypeError. May run Python. */
export function constructFor(type: usize, args: Args, n: i32, kwargs: Value): Value {
  const cls = args.at(0), t = changetype<TypeObject>(type);
  if (!(changetype<TypeObject>(typeOf(cls)).typeFlags & TYPE_META)) {
    return raiseFormat(TypeError, "%s.__new__(X): X is not a type object (%t)", t.name, cls);
  }
  const c = changetype<TypeObject>(<usize>cls);
  if (!isSubtype(<usize>cls, type)) return notSubtype(t, c, "): ", " is not a subtype of ");
  const fn = changetype<TypeObject>(c.native != 0 ? c.native : type).construct;
  if (fn != t.construct || fn == 0) return notSubtype(t, c, ") is not safe, use ", ".__new__()");
  // Keywords that a type has no use for are those of a class's __init__.
  if (kwargs != NOTHING && !takesKeywords(fn) && isFunction(typeLookup(<usize>cls, S___init__))) kwargs = NOTHING;
  const fills = (t.typeFlags & TYPE_INIT_FILLS) != 0 && (c.typeFlags & TYPE_HEAP) != 0;
  const payload = fills ? callValue(<u64>fn, args, 1) : callWithKeywords(<u64>fn, args, n, kwargs);
  if (payload == RAISED || !(c.typeFlags & TYPE_HEAP) || c.native == 0 || c.typeFlags & TYPE_META)
    return payload;
  const base = rootsMark();
  keep(payload);
  const v = instanceNew(<usize>cls);
  release(base);
  if (v != RAISED) changetype<InstanceObject>(<usize>v).native = payload;
  return v;
}
function takesKeywords(native: usize): bool {
  const f = changetype<NativeFunction>(native);
  return f.params != 0 || (f.flags & NATIVE_KWARGS) != 0;
}
/** Raises TypeError "T.__new__(C" + middle + "C" + after [+ "T"]. */
function notSubtype(t: TypeObject, c: TypeObject, middle: string, after: string): Value {
  const m = textNew();
  m.format("%s.__new__(%s", t.name, c.name);
  m.format("%l%s%l", literalOf(middle), c.name, literalOf(after));
  if (after.length > 12) m.str(t.name);
  return raiseText(TypeError, m);
}
/** T.__init__(self, ...) of a type that its __init__ fills (list, dict ...): makes a new one of the
 *  arguments and takes over what it holds. All these types keep their contents out of line, so
 *  swapping the fields does it. */
function initBuiltin(type: usize, self: Value, args: Args, n: i32, kwargs: Value): Value {
  const r = callWithKeywords(<u64>type, args.from(1), n - 1, kwargs);
  if (r == RAISED) return RAISED;
  swapContents(<usize>self, <usize>r);
  return NONE;
}

// ---- the type ----

function wrapperMark(address: usize): void { markObject(changetype<SlotWrapper>(address).owner); }
function wrapper_repr(v: Value, out: Text): bool {
  const w = changetype<SlotWrapper>(<usize>v);
  return out.format("<slot wrapper '%s' of '%n' objects>", slotName(w.slot), w.owner);
}
function wrapper_name(self: Value): Value {
  return <u64>slotName(changetype<SlotWrapper>(<usize>self).slot);
}
function wrapper_owner(self: Value): Value {
  return <u64>changetype<SlotWrapper>(<usize>self).owner;
}
export function slotWrappersInstall(): void {
  const t = typeBegin(SLOT_WRAPPER_TYPE, "wrapper_descriptor", OBJECT_TYPE, wrapperMark);
  t.flag(TYPE_FINAL | TYPE_BINDS);
  t.type().call = wrapper_call.index;
  t.type().repr = wrapper_repr.index;
  t.attribute("__name__", wrapper_name);
  t.attribute("__qualname__", wrapper_name);
  t.attribute("__objclass__", wrapper_owner);
}
