// Reading bytecode, one opcode at a time. Bounds are checked: .mpy files may be damaged or hostile.
import { Op } from "../bytecode/opcodes";

/** First byte and end of the code being read; set by decodeBegin. */
let begin: usize = 0;
let length: u32 = 0;
/** The opcode read (a WIDE prefix is resolved; one-byte forms are turned into their general form). */
export let opcode: i32 = 0;
/** First operand: name, constant, child, number, small int, unary or binary operator. */
export let operand: u32 = 0;
/** LOAD_CONST_SMALL_INT's value. */
export let number: i64 = 0;
/** Second operand (an extra byte). */
export let operand2: u32 = 0;
/** Target of a jump: offset in the code. */
export let target: u32 = 0;
/** Offset of the next opcode. */
export let next: u32 = 0;

export function decodeBegin(code: usize, bytes: u32): void { begin = code; length = bytes; }

/** A vuint at `at`; moves `next` behind it. Beyond the end: next > length. */
function vuint(at: u32): u32 {
  let value: u32 = 0;
  while (at < length) {
    const b = <u32>load<u8>(begin + at++);
    value = value << 7 | (b & 0x7f);
    if (!(b & 0x80)) break;
  }
  next = at;
  return value;
}

/** Decodes the opcode at offset `at`. False: invalid, or beyond the end. */
export function decode(at: u32): bool {
  if (at >= length) return false;
  let op = <i32>load<u8>(begin + at);
  let p = at + 1;
  operand = 0;
  operand2 = 0;
  if (op >= 0x70) {
    next = p;
    if (op < 0xb0) { opcode = Op.LOAD_CONST_SMALL_INT; number = <i64>op - 0x80; return true; }
    if (op < 0xc0) { opcode = Op.LOAD_FAST_N; operand = <u32>op - 0xb0; return true; }
    if (op < 0xd0) { opcode = Op.STORE_FAST_N; operand = <u32>op - 0xc0; return true; }
    if (op < 0xd4) { opcode = Op.UNARY_OP_MULTI; operand = <u32>op - 0xd0; return true; }
    if (op < 0xd7 || op > 0xf9) return false;
    opcode = Op.BINARY_OP_MULTI;
    operand = <u32>op - 0xd7;
    return true;
  }
  let wide = false;
  if (op == Op.WIDE) {
    wide = true;
    if (p >= length) return false;
    op = <i32>load<u8>(begin + p++);
    if (op < 0x40 || op > 0x4b) return false;
  }
  opcode = op;
  if (op >= 0x50) { next = p; return op <= 0x69 && op != 0x60 && op != 0x61; }
  if (op >= 0x40) {
    if (op > 0x4b || op == 0x41) return false;
    let offset: i32;
    if (wide) {
      if (p + 4 > length) return false;
      offset = load<i32>(begin + p);
      p += 4;
    } else {
      if (p >= length) return false;
      const b = <i32>load<u8>(begin + p++);
      const signed = op <= 0x44;
      if (b & 0x80) {
        if (p >= length) return false;
        offset = (b & 0x7f | <i32>load<u8>(begin + p++) << 7) - (signed ? 0x4000 : 0);
      } else {
        offset = signed ? b - 0x40 : b;
      }
    }
    target = p + offset;
    if (op == Op.UNWIND_JUMP) {
      if (p >= length) return false;
      operand2 = load<u8>(begin + p++);
    }
    next = p;
    return target < length && p <= length;
  }
  if (op == Op.LOAD_CONST_SMALL_INT) {
    if (p >= length) return false;
    let value: i64 = load<u8>(begin + p) & 0x40 ? -1 : 0;
    while (p < length) {
      const b = load<u8>(begin + p++);
      value = value << 7 | <i64>(b & 0x7f);
      if (!(b & 0x80)) break;
    }
    number = value;
    next = p;
    return true;
  }
  if (op >= 0x10) {
    operand = vuint(p);
    if (op == Op.MAKE_CLOSURE || op == Op.MAKE_CLOSURE_DEFARGS) {
      if (next >= length) return false;
      operand2 = load<u8>(begin + next++);
    }
    return next <= length && (op <= 0x1c || op >= 0x20) && op <= 0x37;
  }
  switch (op) {
    case Op.CHECK: case Op.FORMAT_VALUE: case Op.DICT_MERGE: case Op.MATCH: case Op.EXCEPT_STAR: case Op.CALL_EX:
      if (p >= length) return false;
      operand = load<u8>(begin + p);
      next = p + 1;
      return true;
    case Op.BUILD_STRING:
      operand = vuint(p);
      return next <= length;
    case Op.LOAD_CLASS_DEREF:
      operand = vuint(p);
      operand2 = vuint(next);
      return next <= length;
    default:
      next = p;
      return op >= 0x04;
  }
}
