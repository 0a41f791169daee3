// Reading bytecode, one opcode at a time, as the translator wants it: forms of one byte are turned
// into their general form. Bounds are checked, and jumps.
import { Op } from "../bytecode/opcodes";
import {
  decode as read, opcode as opcodeRead, operand as operandRead, extra, nextOffset,
} from "../bytecode/decoder";

/** First byte and end of the code being read; set by decodeBegin. */
let begin: usize = 0;
let length: u32 = 0;
/** The opcode read (a WIDE prefix is resolved). */
export let opcode: i32 = 0;
/** First operand: name, constant, child, number, unary or binary operator. */
export let operand: u32 = 0;
/** LOAD_CONST_SMALL_INT's value. */
export let number: i64 = 0;
/** Second operand. */
export let operand2: u32 = 0;
/** Target of a jump: offset in the code. */
export let target: u32 = 0;
/** Offset of the next opcode. */
export let next: u32 = 0;

export function decodeBegin(code: usize, bytes: u32): void { begin = code; length = bytes; }
export function isJump(op: i32): bool {
  return <u32>(op - Op.UNWIND_JUMP) <= <u32>(Op.FOR_ITER - Op.UNWIND_JUMP);
}

/** Decodes the opcode at offset `at`. False: invalid, or beyond the end. */
export function decode(at: u32): bool {
  if (at >= length || !read(begin, length, at)) return false;
  const op = opcodeRead;
  opcode = op < Op.LOAD_CONST_SMALL_INT_MULTI ? op
    : op < Op.LOAD_FAST_MULTI ? Op.LOAD_CONST_SMALL_INT
    : op < Op.STORE_FAST_MULTI ? Op.LOAD_FAST_N
    : op < Op.UNARY_OP_MULTI ? Op.STORE_FAST_N
    : op < Op.BINARY_OP_MULTI ? Op.UNARY_OP_MULTI : Op.BINARY_OP_MULTI;
  operand = operandRead;
  number = operandRead;
  operand2 = extra;
  next = nextOffset;
  if (!isJump(op)) return true;
  target = operand;
  return target < length;
}
