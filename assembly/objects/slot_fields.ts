// What each special method means for a type, as a table: the slot of TypeObject it stands for, what
// a class that has such a method holds there, how many arguments the built-in form takes.
//
// Filled once, at boot. Rows go by slot number (slots.ts); all binary operators have one row, as do
// all unary ones and all comparisons.
import {
  TypeObject, TYPE_HAS_GETATTRIBUTE, TYPE_HAS_GETATTR, TYPE_HAS_SETATTR, TYPE_HAS_DELATTR,
  TYPE_HAS_EQ, TYPE_HAS_DEL,
  TYPE_DATA_DESCRIPTOR,
} from "./type";
import {
  SLOT_BINARY, SLOT_UNARY, SLOT_COMPARE, SLOT_HASH, SLOT_BOOL, SLOT_LEN, SLOT_ITER, SLOT_NEXT,
  SLOT_GETITEM, SLOT_SETITEM,
  SLOT_DELITEM, SLOT_CONTAINS, SLOT_REPR, SLOT_STR, SLOT_CALL, SLOT_GET, SLOT_SET, SLOT_DELETE,
  SLOT_GETATTRIBUTE,
  SLOT_GETATTR, SLOT_SETATTR, SLOT_DELATTR, SLOT_INIT, SLOT_NEW, SLOT_DEL, SLOT_COUNT,
} from "./slots";
import {
  instance_binary, heapCompare, instance_unary, instance_truth, instance_length, instance_iter,
  instance_next,
  instance_subscr, instance_setSubscr, instance_contains, instance_repr, instance_str,
  instance_call,
} from "./instance";

//  0          2       3       4
//  | function | field | arity | flags |
const ROW: usize = 8;
const ROWS: usize = memory.data(8 * 26, 16);
if (SLOT_COUNT - SLOT_HASH + 3 != 26) ERROR("ROWS has another size");

/** Address of the row of a slot. */
export function slotRow(slot: i32): usize {
  return ROWS + <usize>(slot >= SLOT_HASH ? slot - SLOT_HASH + 3 : slot >= SLOT_COMPARE ? 2
    : slot >= SLOT_UNARY ? 1 : 0) * ROW;
}
/** Rows in the order of their addresses: each one's successor; 0 behind the last. */
export function nextRow(row: usize): usize {
  return row == 0 ? ROWS : row + ROW < ROWS + 26 * ROW ? row + ROW : 0;
}
/** Offset in TypeObject; 0: a slot without a field. Unit: bytes. */
@inline export function rowField(row: usize): usize { return load<u8>(row, 2); }
/** What that field of a class with such a method holds; 0: nothing is put there. */
@inline export function rowFunction(row: usize): u32 { return load<u16>(row); }
/** Arguments beside self: at least the low four bits, at most the others; ANY_ARITY. */
@inline export function rowArity(row: usize): u32 { return load<u8>(row, 3); }
export const ANY_ARITY: u32 = 0xf0;
/** TYPE_* of a class with such a method. */
@inline export function rowFlags(row: usize): u32 { return load<u32>(row, 4); }

function row(slot: i32, field: usize, fn: u32, arity: u32, flags: u32): void {
  const at = slotRow(slot);
  assert(field < 256 && fn < 0x10000);
  store<u16>(at, <u16>fn);
  store<u8>(at, <u8>field, 2);
  store<u8>(at, <u8>arity, 3);
  store<u32>(at, flags, 4);
}
export function slotFieldsInit(): void {
  row(SLOT_BINARY, offsetof<TypeObject>("binary"), instance_binary.index, 0x11, 0);
  row(SLOT_UNARY, offsetof<TypeObject>("unary"), instance_unary.index, 0, 0);
  row(SLOT_COMPARE, offsetof<TypeObject>("compare"), heapCompare.index, 0x11, TYPE_HAS_EQ);
  row(SLOT_HASH, offsetof<TypeObject>("hash"), 0, 0, 0);
  row(SLOT_BOOL, offsetof<TypeObject>("truth"), instance_truth.index, 0, 0);
  row(SLOT_LEN, offsetof<TypeObject>("length"), instance_length.index, 0, 0);
  row(SLOT_ITER, offsetof<TypeObject>("iter"), instance_iter.index, 0, 0);
  row(SLOT_NEXT, offsetof<TypeObject>("next"), instance_next.index, 0, 0);
  row(SLOT_GETITEM, offsetof<TypeObject>("subscr"), instance_subscr.index, 0x11, 0);
  row(SLOT_SETITEM, offsetof<TypeObject>("setSubscr"), instance_setSubscr.index, 0x22, 0);
  row(SLOT_DELITEM, offsetof<TypeObject>("setSubscr"), instance_setSubscr.index, 0x11, 0);
  row(SLOT_CONTAINS, offsetof<TypeObject>("contains"), instance_contains.index, 0x11, 0);
  row(SLOT_REPR, offsetof<TypeObject>("repr"), instance_repr.index, 0, 0);
  row(SLOT_STR, offsetof<TypeObject>("str"), instance_str.index, 0, 0);
  row(SLOT_CALL, offsetof<TypeObject>("call"), instance_call.index, ANY_ARITY, 0);
  // Instances' descriptors are called by their methods' names: the slot only says that there is
  // one.
  row(SLOT_GET, offsetof<TypeObject>("descriptorGet"), 1, 0x21, 0);
  row(SLOT_SET, offsetof<TypeObject>("descriptorSet"), 1, 0x22, TYPE_DATA_DESCRIPTOR);
  row(SLOT_DELETE, offsetof<TypeObject>("descriptorSet"), 1, 0x11, TYPE_DATA_DESCRIPTOR);
  row(SLOT_GETATTRIBUTE, offsetof<TypeObject>("getattr"), 0, 0x11, TYPE_HAS_GETATTRIBUTE);
  row(SLOT_GETATTR, 0, 0, 0, TYPE_HAS_GETATTR);
  row(SLOT_SETATTR, offsetof<TypeObject>("setattr"), 0, 0x22, TYPE_HAS_SETATTR);
  row(SLOT_DELATTR, offsetof<TypeObject>("setattr"), 0, 0x11, TYPE_HAS_DELATTR);
  row(SLOT_INIT, 0, 0, ANY_ARITY, 0);
  row(SLOT_NEW, offsetof<TypeObject>("construct"), 0, ANY_ARITY, 0);
  row(SLOT_DEL, 0, 0, 0, TYPE_HAS_DEL);
}
