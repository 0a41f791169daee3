// Slot numbers: one for each special method (`__add__`, `__len__` ...) that stands for a slot of a
// type.
//
// The number is kept in the flags of the static name, so that going from a name to its slot is one
// load: classes find which of their slots a name fills, built-in types which of their slots a name
// asks for.
import { StrObject } from "./str";
import {
  S___or__, S___xor__, S___and__, S___lshift__, S___rshift__, S___add__, S___sub__, S___mul__,
  S___matmul__,
  S___floordiv__, S___truediv__, S___mod__, S___pow__, S___divmod__, S___ror__, S___rxor__,
  S___rand__,
  S___rlshift__, S___rrshift__, S___radd__, S___rsub__, S___rmul__, S___rmatmul__, S___rfloordiv__,
  S___rtruediv__, S___rmod__, S___rpow__, S___rdivmod__, S___ior__, S___ixor__, S___iand__,
  S___ilshift__,
  S___irshift__, S___iadd__, S___isub__, S___imul__, S___imatmul__, S___ifloordiv__, S___itruediv__,
  S___imod__, S___ipow__, S___pos__, S___neg__, S___invert__, S___abs__, S___int__, S___float__,
  S___complex__, S___index__, S___lt__, S___gt__, S___eq__, S___le__, S___ge__, S___ne__,
  S___hash__,
  S___bool__, S___len__, S___iter__, S___next__, S___getitem__, S___setitem__, S___delitem__,
  S___contains__,
  S___repr__, S___str__, S___call__, S___get__, S___set__, S___delete__, S___getattribute__,
  S___getattr__,
  S___setattr__, S___delattr__, S___init__, S___new__, S___del__, S___format__,
} from "./names";

/** Binary operator op (OP_* of type.ts): SLOT_BINARY + op, reflected SLOT_REFLECTED + op,
 *  SLOT_INPLACE + op. */
export const SLOT_BINARY: i32 = 1;
export const SLOT_REFLECTED: i32 = 15;
export const SLOT_INPLACE: i32 = 29;
/** Unary operator or conversion UN_*: SLOT_UNARY + op. */
export const SLOT_UNARY: i32 = 42;
/** Comparison CMP_*: SLOT_COMPARE + op. */
export const SLOT_COMPARE: i32 = 50;
export const SLOT_HASH: i32 = 56;
export const SLOT_BOOL: i32 = 57;
export const SLOT_LEN: i32 = 58;
export const SLOT_ITER: i32 = 59;
export const SLOT_NEXT: i32 = 60;
export const SLOT_GETITEM: i32 = 61;
export const SLOT_SETITEM: i32 = 62;
export const SLOT_DELITEM: i32 = 63;
export const SLOT_CONTAINS: i32 = 64;
export const SLOT_REPR: i32 = 65;
export const SLOT_STR: i32 = 66;
export const SLOT_CALL: i32 = 67;
export const SLOT_GET: i32 = 68;
export const SLOT_SET: i32 = 69;
export const SLOT_DELETE: i32 = 70;
export const SLOT_GETATTRIBUTE: i32 = 71;
export const SLOT_GETATTR: i32 = 72;
export const SLOT_SETATTR: i32 = 73;
export const SLOT_DELATTR: i32 = 74;
export const SLOT_INIT: i32 = 75;
export const SLOT_NEW: i32 = 76;
export const SLOT_DEL: i32 = 77;
export const SLOT_FORMAT: i32 = 78;
export const SLOT_COUNT: i32 = 79;

/** Names by slot number, u32 each. */
const NAMES: usize = memory.data(4 * 80, 16);
let filled: i32 = 1;
function add(name: usize): void { slotWoken(name, filled++); }
/** Gives a static str its slot: at boot, and at every start, for the image holds the names by slots
 *  only. */
export function slotWoken(name: usize, slot: i32): void {
  store<u32>(NAMES + (<usize>slot << 2), <u32>name);
  changetype<StrObject>(name).flags |= <u32>slot << 8;
}
/** Drops the table. */
export function slotsForget(): void { memory.fill(NAMES, 0, 4 * 80); }

/** Slot number of an interned name; 0: it is no special method with a slot. */
@inline export function slotOfName(name: usize): i32 {
  return changetype<StrObject>(name).flags >> 8 & 0xff;
}
/** Name of a slot, a static str. */
@inline export function slotName(slot: i32): usize { return load<u32>(NAMES + (<usize>slot << 2)); }

/** Numbers the names. At boot, after installNames. The order is that of the constants above. */
export function slotsInit(): void {
  add(S___or__); add(S___xor__); add(S___and__); add(S___lshift__); add(S___rshift__);
  add(S___add__);
  add(S___sub__); add(S___mul__); add(S___matmul__); add(S___floordiv__); add(S___truediv__);
  add(S___mod__);
  add(S___pow__); add(S___divmod__);
  add(S___ror__); add(S___rxor__); add(S___rand__); add(S___rlshift__); add(S___rrshift__);
  add(S___radd__);
  add(S___rsub__); add(S___rmul__); add(S___rmatmul__); add(S___rfloordiv__); add(S___rtruediv__);
  add(S___rmod__); add(S___rpow__); add(S___rdivmod__);
  add(S___ior__); add(S___ixor__); add(S___iand__); add(S___ilshift__); add(S___irshift__);
  add(S___iadd__);
  add(S___isub__); add(S___imul__); add(S___imatmul__); add(S___ifloordiv__); add(S___itruediv__);
  add(S___imod__); add(S___ipow__);
  add(S___pos__); add(S___neg__); add(S___invert__); add(S___abs__);
  add(S___int__); add(S___float__); add(S___complex__); add(S___index__);
  add(S___lt__); add(S___gt__); add(S___eq__); add(S___le__); add(S___ge__); add(S___ne__);
  add(S___hash__); add(S___bool__); add(S___len__); add(S___iter__); add(S___next__);
  add(S___getitem__); add(S___setitem__); add(S___delitem__); add(S___contains__);
  add(S___repr__); add(S___str__); add(S___call__);
  add(S___get__); add(S___set__); add(S___delete__);
  add(S___getattribute__); add(S___getattr__); add(S___setattr__); add(S___delattr__);
  add(S___init__); add(S___new__); add(S___del__); add(S___format__);
  assert(filled == SLOT_COUNT, "slotsInit: the names and the constants disagree");
}
