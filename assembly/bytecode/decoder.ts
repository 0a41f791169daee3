// Decoding of one instruction: what the verifier and the disassembler have in common.
import {
  OPERANDS, OPERAND_NONE, OPERAND_NAME, OPERAND_OBJECT, OPERAND_CHILD, OPERAND_UINT, OPERAND_INT,
  OPERAND_JUMP, OPERAND_FORWARD, OPERAND_BYTE, OPERAND_JUMP_BYTE, OPERAND_CHILD_BYTE,
  OPERAND_NAME_UINT, OPERAND_WIDE, EFFECTS, EFFECT_VARIES, TAKES_VARIES, Op,
} from "./opcodes";
import { Bytes, byte, vuint } from "./bytes";

/** The instruction decoded last. */
export let opcode: i32 = 0;
/** OPERAND_*. */
export let operandKind: u8 = 0;
/** First operand; for jumps the target's offset. */
export let operand: i32 = 0;
/** The second operand: an extra byte, or a number. */
export let extra: u32 = 0;
/** Offset of the next instruction. */
export let nextOffset: u32 = 0;

function signed(): i32 {
  let n: i64 = Bytes.at < Bytes.end && load<u8>(Bytes.at) & 0x40 ? -1 : 0;
  for (let i = 0; i < 5; i++) {
    const b = byte();
    n = n << 7 | (b & 0x7f);
    if (b < 0x80) {
      if (n < i32.MIN_VALUE || n > i32.MAX_VALUE) Bytes.bad = true;
      return <i32>n;
    }
  }
  Bytes.bad = true;
  return 0;
}

/** Decodes the instruction at `offset` of `length` bytes of code. False: it is none, or it is cut
 *  off. */
export function decode(code: usize, length: u32, offset: u32): bool {
  Bytes.at = code + offset;
  Bytes.end = code + length;
  Bytes.bad = false;
  opcode = <i32>byte();
  operandKind = load<u8>(OPERANDS + opcode);
  operand = 0;
  extra = 0;
  let wide = false;
  if (operandKind == OPERAND_WIDE) {
    wide = true;
    opcode = <i32>byte();
    operandKind = load<u8>(OPERANDS + opcode);
    if (operandKind != OPERAND_JUMP && operandKind != OPERAND_FORWARD
      && operandKind != OPERAND_JUMP_BYTE) return false;
  }
  switch (operandKind) {
    case OPERAND_NONE: break;
    case OPERAND_NAME:
    case OPERAND_OBJECT:
    case OPERAND_CHILD:
    case OPERAND_UINT: operand = <i32>vuint(); break;
    case OPERAND_INT: operand = signed(); break;
    case OPERAND_BYTE: operand = <i32>byte(); break;
    case OPERAND_CHILD_BYTE: operand = <i32>vuint(); extra = byte(); break;
    case OPERAND_NAME_UINT: operand = <i32>vuint(); extra = vuint(); break;
    case OPERAND_JUMP:
    case OPERAND_FORWARD:
    case OPERAND_JUMP_BYTE: {
      let offsetHere: i32 = 0;
      if (wide) {
        if (Bytes.at + 4 > Bytes.end) return false;
        offsetHere = load<i32>(Bytes.at);
        Bytes.at += 4;
      } else {
        const b = byte();
        const forward = operandKind == OPERAND_FORWARD;
        if (b & 0x80) offsetHere = <i32>((b & 0x7f) | byte() << 7) - (forward ? 0 : 0x4000);
        else offsetHere = <i32>b - (forward ? 0 : 0x40);
      }
      operand = <i32>(Bytes.at - code) + offsetHere;
      if (operandKind == OPERAND_JUMP_BYTE) extra = byte();
      break;
    }
    default: return false;
  }
  if (opcode >= 0x70) {
    if (opcode < 0xb0) operand = opcode - 0x80;
    else if (opcode < 0xd0) operand = opcode & 15;
    else operand = opcode - (opcode < 0xd7 ? 0xd0 : 0xd7);
  }
  nextOffset = <u32>(Bytes.at - code);
  return !Bytes.bad;
}

/** What an instruction does to the stack depth when control goes on to the next one; `n`, `second`:
 *  its operands. */
export function effectOf(op: u32, n: u32, second: u32): i32 {
  const effect = <i32>load<u8>(EFFECTS + op) << 28 >> 28;
  if (effect != EFFECT_VARIES) return effect;
  switch (op) {
    case Op.STORE_COMP: return (n & 3) == 1 ? -2 : -1;
    case Op.UNPACK_SEQUENCE: return <i32>n - 1;
    case Op.UNPACK_EX: return <i32>((n & 255) + (n >> 8));
    case Op.MAKE_CLOSURE: return 1 - max(<i32>second, 1);
    case Op.MAKE_CLOSURE_DEFARGS: return -1 - max(<i32>second, 1);
    case Op.CALL_FUNCTION:
    case Op.CALL_FUNCTION_VAR_KW:
    case Op.CALL_METHOD:
    case Op.CALL_METHOD_VAR_KW: {
      // With a map of the stars, with a method's self: one value more.
      const more = op == Op.CALL_FUNCTION ? 0 : op == Op.CALL_METHOD_VAR_KW ? 2 : 1;
      return -<i32>((n & 255) + 2 * (n >> 8) + more);
    }
    case Op.FORMAT_VALUE: return n & 4 ? -1 : 0;
    case Op.MATCH: return n == 3 ? -3 : n == 5 ? 0 : 1;
    case Op.EXCEPT_STAR: return -<i32>n;
    case Op.CALL_EX: return -2 - <i32>(n & 1);
    default: return 1 - <i32>n;                           // BUILD_...
  }
}
/** How many values at the top of the stack an instruction takes off or looks at. Negative: its
 *  operand is nonsense. */
export function takesOf(op: u32, n: u32, second: u32): i32 {
  const takes = load<u8>(EFFECTS + op) >> 4;
  if (takes != TAKES_VARIES) return takes;
  // All others push one value.
  return op == Op.STORE_COMP ? <i32>(n >> 2) + 1 : 1 - effectOf(op, n, second);
}
