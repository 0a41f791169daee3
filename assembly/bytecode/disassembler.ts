// Disassembler: code objects as text, in the form in which MicroPython's `-v -v` shows them.
//
// One block for each code object, breadth first: names, raw bytes, sizes, cells, lines,
// instructions. Addresses are those of the objects here.
import { Value, isObject } from "../core/value";
import { raised, takePending } from "../objects/errors";
import { Text, textNew } from "../objects/text";
import { TupleObject } from "../objects/tuple";
import { reprInto } from "../objects/protocol";
import { entriesBegin, nextEntry, entryOffset, entryLine } from "./lines";
import { CodeObject, CodeContext } from "./code";
import { preludeOf } from "./writer";
import { decode, opcode, operand, operandKind, extra, nextOffset } from "./decoder";
import {
  Op, OPCODE_NAMES, UNARY_METHODS, BINARY_METHODS, spellingOf, OPERAND_NONE, OPERAND_NAME,
  OPERAND_OBJECT,
  OPERAND_CHILD, OPERAND_UINT, OPERAND_JUMP_BYTE, OPERAND_CHILD_BYTE, OPERAND_NAME_UINT,
} from "./opcodes";

/** Digits of an address. */
const ADDRESS_DIGITS: i32 = 8;

/** Whether the raw bytes begin with the prelude that a file has: tools for .mpy files say so. */
let preludesShown: bool = false;
export function showPreludes(): void { preludesShown = true; }

/** Appends the listing of a code object and all below it. */
export function disassemble(code: Value, out: Text): void {
  // Breadth first: every pass lists one level, found again from the root.
  for (let level = 0; listLevel(changetype<CodeObject>(<usize>code), level, out); level++) {}
}
/** Lists the code objects `level` levels below `c`. False: there are none. */
function listLevel(c: CodeObject, level: i32, out: Text): bool {
  if (level == 0) { listCode(c, out); return true; }
  if (c.children == 0) return false;
  const children = changetype<TupleObject>(c.children);
  let any = false;
  for (let i: u32 = 0; i < children.length; i++) {
    if (listLevel(changetype<CodeObject>(<usize>children.at(i)), level - 1, out)) any = true;
  }
  return any;
}

function number(n: u32, out: Text): void {
  if (n < 10) out.byte(48);
  out.int(n);
}
function listCode(c: CodeObject, out: Text): void {
  const context = changetype<CodeContext>(c.context);
  const names = changetype<TupleObject>(context.names);
  // Code that runs here has none: no file holds it.
  const prelude = textNew();
  if (preludesShown && !preludeOf(c, prelude)) takePending();
  out.format("File %s, code block '%s' (descriptor: ", names.at(0), c.name);
  out.hex(changetype<usize>(c), ADDRESS_DIGITS);
  out.literal(", bytecode @");
  out.hex(c.code, ADDRESS_DIGITS);
  out.format(" %d bytes)\nRaw bytecode (code_info_size=%d, bytecode_size=%d):\n",
    prelude.length + c.codeLength, prelude.length, c.codeLength);
  const all = prelude.length + c.codeLength;
  for (let i: u32 = 0; i < all; i++) {
    if (i != 0 && (i & 15) == 0) out.byte(10);
    out.byte(32);
    out.hex(i < prelude.length ? load<u8>(prelude.data + i) : load<u8>(c.code + i - prelude.length),
      2);
  }
  prelude.drop();
  out.literal("\narg names:");
  const args = changetype<TupleObject>(c.argumentNames);
  for (let i: u32 = 0; i < args.length; i++) {
    out.byte(32);
    out.str(args.at(i));
  }
  out.format("\n(N_STATE %d)\n(N_EXC_STACK %d)\n", c.stateSize, c.exceptionDepth);
  for (let i: u32 = 0; i < c.cellCount; i++) {
    out.format("(INIT_CELL %d)\n", load<u16>(c.cells + (<usize>i << 1)));
  }
  listLines(c, out);
  for (let offset: u32 = 0; offset < c.codeLength; offset = nextOffset) {
    number(offset, out);
    out.byte(32);
    if (!decode(c.code, c.codeLength, offset)) { out.literal("?\n"); return; }
    listInstruction(c, context, names, out);
    out.byte(10);
  }
}

function listLines(c: CodeObject, out: Text): void {
  out.literal("  bc=0 line=1\n");
  entriesBegin(c);
  while (nextEntry()) {
    out.format("  bc=%d line=%d\n", entryOffset, entryLine);
  }
}

function listInstruction(c: CodeObject, context: CodeContext, names: TupleObject, out: Text): void {
  out.word(OPCODE_NAMES, spellingOf(opcode));
  if (opcode >= 0xd0) {
    out.format(" %d ", operand);
    out.word(opcode < 0xd7 ? UNARY_METHODS : BINARY_METHODS, operand);
    return;
  }
  if (opcode >= 0x70) { out.byte(32); out.int(operand); return; }
  if (operandKind == OPERAND_NONE) return;
  out.byte(32);
  switch (operandKind) {
    case OPERAND_NAME:
    case OPERAND_NAME_UINT: {
      const quoted = opcode == Op.LOAD_CONST_STRING || opcode == Op.IMPORT_NAME
        || opcode == Op.IMPORT_FROM;
      if (quoted) out.byte(39);
      out.str(names.at(operand));
      if (quoted) out.byte(39);
      if (operandKind == OPERAND_NAME_UINT) { out.byte(32); out.int(extra); }
      break;
    }
    case OPERAND_OBJECT: {
      const v = changetype<TupleObject>(context.constants).at(operand);
      out.hex(isObject(v) ? v : 0, ADDRESS_DIGITS);
      out.byte(61);
      if (!reprInto(v, out) && raised()) takePending();
      break;
    }
    case OPERAND_CHILD:
    case OPERAND_CHILD_BYTE:
      out.hex(changetype<TupleObject>(c.children).at(operand), ADDRESS_DIGITS);
      if (operandKind == OPERAND_CHILD_BYTE) { out.byte(32); out.int(extra); }
      break;
    case OPERAND_JUMP_BYTE:
      out.format("%d %d", operand, extra);
      break;
    case OPERAND_UINT:
      if (opcode >= Op.CALL_FUNCTION && opcode <= Op.CALL_METHOD_VAR_KW) {
        out.format("n=%d nkw=%d", operand & 255, operand >> 8);
        break;
      }
      out.int(operand);
      break;
    default: out.int(operand); break;
  }
}
