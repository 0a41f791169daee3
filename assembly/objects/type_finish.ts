// The last step of making the built-in types: orders, bases, inherited slots, and what cannot be
// read from slots.
import { TypeObject, OBJECT_TYPE, firstStaticType, TYPE_FINAL } from "./type";
import { INT_TYPE, FLOAT_TYPE } from "../heap/header";
import { TUPLE_TYPE, tupleAlloc, tupleOf1, tupleOf2, emptyTuple } from "./tuple";
import { addSubclass } from "./type_class";
import { ExceptionGroup, BaseExceptionGroup, Exception, BaseException } from "./errors";
import { BOOL_TYPE } from "./singletons";
import { STR_TYPE } from "./str";
import { LIST_TYPE, ListObject } from "./list";
import { DICT_TYPE, SET_TYPE, FROZENSET_TYPE } from "./table";
import { DEFAULTDICT_TYPE, ORDEREDDICT_TYPE } from "./dict_kinds";
import { DICT_KEYS_TYPE, DICT_ITEMS_TYPE } from "./dict_views";
import { DEQUE_TYPE } from "./deque";
import { PARTIAL_TYPE, LRU_CACHE_TYPE } from "./partial";
import { COMPLEX_TYPE } from "./complex";
import { BYTES_TYPE, BYTEARRAY_TYPE, ARRAY_TYPE } from "./bytes";
import { FUNCTION_TYPE, BUILTIN_TYPE } from "./function";
import { BOUND_METHOD_TYPE } from "./bound_method";
import { NATIVE_TYPE, BOUND_NATIVE_TYPE } from "./native";
import { TYPE_CALLABLE } from "./slot_wrappers";

const OR: u32 = 1;
const XOR: u32 = 2;
const AND: u32 = 4;
const SHIFTS: u32 = 8 | 16;
const ADD: u32 = 0x20;
const SUB: u32 = 0x40;
const MUL: u32 = 0x80;
const FLOORDIV: u32 = 0x200;
const TRUEDIV: u32 = 0x400;
const MOD: u32 = 0x800;
const POW: u32 = 0x1000;
const DIVMOD: u32 = 0x2000;
const REAL: u32 = ADD | SUB | MUL | FLOORDIV | TRUEDIV | MOD | POW | DIVMOD;
// UN_* of type.ts as bits: signs and abs, then int, float, complex, index
const SIGNS: u32 = 1 | 2 | 8;
const INVERT: u32 = 4;
const TO_INT: u32 = 0x10;
const TO_FLOAT: u32 = 0x20;
const TO_COMPLEX: u32 = 0x40;
const TO_INDEX: u32 = 0x80;

function masks(type: usize, binary: u32, inplace: u32, unary: u32): void {
  const t = changetype<TypeObject>(type);
  t.binaryMask = binary | inplace << 16;
  t.unaryMask = unary;
}
/** Fills an empty slot with the base's. */
@inline function take(at: usize, from: usize, offset: usize): void {
  if (load<u32>(at + offset) == 0) store<u32>(at + offset, load<u32>(from + offset));
}
/** Makes the order of a type with one base: the row of bases. */
export function typeOrder(t: TypeObject): void {
  let n: u32 = 0;
  for (let k = changetype<usize>(t); k != 0; k = changetype<TypeObject>(k).base) n++;
  const mro = tupleAlloc(n);
  n = 0;
  for (let k = changetype<usize>(t); k != 0; k = changetype<TypeObject>(k).base)
    mro.set(n++, <u64>k);
  t.mro = changetype<usize>(mro);
}
/** Completes one type; its base first. */
function finish(type: usize): void {
  const t = changetype<TypeObject>(type);
  if (t.mro != 0) return;
  const base = t.base;
  if (base != 0) finish(base);
  const b = changetype<TypeObject>(base);
  typeOrder(t);
  if (base == 0) {
    t.bases = <usize>emptyTuple();
    return;
  }
  addSubclass(b, <u64>type);
  // Types with the same base share the tuple.
  const sisters = changetype<ListObject>(b.subclasses);
  for (let i: u32 = 0; t.bases == 0; i++) {
    const sister = changetype<TypeObject>(<usize>sisters.at(i));
    if (changetype<usize>(sister) == type) t.bases = <usize>tupleOf1(<u64>base);
    else if (sister.base == base) t.bases = sister.bases;
  }
  if (base == OBJECT_TYPE) return;
  for (let at = offsetof<TypeObject>("call"); at <= offsetof<TypeObject>("runsPython"); at += 4)
    take(type, base, at);
  take(type, base, offsetof<TypeObject>("mark"));
  t.typeFlags |= b.typeFlags & ~TYPE_FINAL;
  if (t.unaryMask == 0) t.unaryMask = b.unaryMask;
  if (type == ExceptionGroup) {
    // the only built-in type with two bases
    finish(Exception);
    const order = tupleAlloc(5);
    order.set(0, <u64>type);
    order.set(1, <u64>BaseExceptionGroup);
    order.set(2, <u64>Exception);
    order.set(3, <u64>BaseException);
    order.set(4, <u64>OBJECT_TYPE);
    t.mro = changetype<usize>(order);
    t.bases = <usize>tupleOf2(<u64>BaseExceptionGroup, <u64>Exception);
    addSubclass(changetype<TypeObject>(Exception), <u64>type);
  }
}
/** Called once, when all built-in types are made. */
export function typesFinish(): void {
  masks(INT_TYPE, OR | XOR | AND | SHIFTS | REAL, 0, SIGNS | INVERT | TO_INT | TO_FLOAT | TO_INDEX);
  masks(BOOL_TYPE, OR | XOR | AND, 0, 0);
  masks(FLOAT_TYPE, REAL, 0, SIGNS | TO_INT | TO_FLOAT);
  masks(COMPLEX_TYPE, ADD | SUB | MUL | TRUEDIV | POW, 0, SIGNS | TO_COMPLEX);
  masks(STR_TYPE, ADD | MUL | MOD, 0, 0);
  masks(BYTES_TYPE, ADD | MUL | MOD, 0, 0);
  masks(BYTEARRAY_TYPE, ADD | MUL | MOD, ADD | MUL, 0);
  masks(LIST_TYPE, ADD | MUL, ADD | MUL, 0);
  masks(TUPLE_TYPE, ADD | MUL, 0, 0);
  masks(DICT_TYPE, OR, OR, 0);
  masks(DEFAULTDICT_TYPE, OR, OR, 0);
  masks(ORDEREDDICT_TYPE, OR, OR, 0);
  masks(DICT_KEYS_TYPE, OR | XOR | AND | SUB, 0, 0);
  masks(DICT_ITEMS_TYPE, OR | XOR | AND | SUB, 0, 0);
  masks(ARRAY_TYPE, ADD | MUL, ADD | MUL, 0);
  masks(DEQUE_TYPE, ADD | MUL, ADD | MUL, 0);
  masks(PARTIAL_TYPE, 0, 0, TYPE_CALLABLE);
  masks(LRU_CACHE_TYPE, 0, 0, TYPE_CALLABLE);
  masks(SET_TYPE, OR | XOR | AND | SUB, OR | XOR | AND | SUB, 0);
  masks(FROZENSET_TYPE, OR | XOR | AND | SUB, 0, 0);
  masks(FUNCTION_TYPE, 0, 0, TYPE_CALLABLE);
  masks(BUILTIN_TYPE, 0, 0, TYPE_CALLABLE);
  masks(BOUND_METHOD_TYPE, 0, 0, TYPE_CALLABLE);
  masks(NATIVE_TYPE, 0, 0, TYPE_CALLABLE);
  masks(BOUND_NATIVE_TYPE, 0, 0, TYPE_CALLABLE);
  for (let t = firstStaticType(); t != 0; t = changetype<TypeObject>(t).nextStatic) finish(t);
}
