// Generated from opcodes.table.mjs by tools/generate.mjs. Do not edit.
//
// Opcodes of the bytecode, with what a reader of code must know of each (docs/bytecode.md).

export const enum Op {
  CHECK = 0x00,
  WIDE = 0x01,
  FORMAT_VALUE = 0x02,
  BUILD_STRING = 0x03,
  LIST_EXTEND = 0x04,
  SET_UPDATE = 0x05,
  DICT_MERGE = 0x06,
  LIST_APPEND = 0x07,
  SET_ADD = 0x08,
  LIST_TO_TUPLE = 0x09,
  MATCH = 0x0a,
  EXCEPT_STAR = 0x0b,
  CALL_EX = 0x0c,
  GET_AWAITABLE = 0x0d,
  ASYNC_GEN_YIELD = 0x0e,
  LOAD_CLASS_DEREF = 0x0f,
  LOAD_CONST_STRING = 0x10,
  LOAD_NAME = 0x11,
  LOAD_GLOBAL = 0x12,
  LOAD_ATTR = 0x13,
  LOAD_METHOD = 0x14,
  LOAD_SUPER_METHOD = 0x15,
  STORE_NAME = 0x16,
  STORE_GLOBAL = 0x17,
  STORE_ATTR = 0x18,
  DELETE_NAME = 0x19,
  DELETE_GLOBAL = 0x1a,
  IMPORT_NAME = 0x1b,
  IMPORT_FROM = 0x1c,
  MAKE_CLOSURE = 0x20,
  MAKE_CLOSURE_DEFARGS = 0x21,
  LOAD_CONST_SMALL_INT = 0x22,
  LOAD_CONST_OBJ = 0x23,
  LOAD_FAST_N = 0x24,
  LOAD_DEREF = 0x25,
  STORE_FAST_N = 0x26,
  STORE_DEREF = 0x27,
  DELETE_FAST = 0x28,
  DELETE_DEREF = 0x29,
  BUILD_TUPLE = 0x2a,
  BUILD_LIST = 0x2b,
  BUILD_MAP = 0x2c,
  BUILD_SET = 0x2d,
  BUILD_SLICE = 0x2e,
  STORE_COMP = 0x2f,
  UNPACK_SEQUENCE = 0x30,
  UNPACK_EX = 0x31,
  MAKE_FUNCTION = 0x32,
  MAKE_FUNCTION_DEFARGS = 0x33,
  CALL_FUNCTION = 0x34,
  CALL_FUNCTION_VAR_KW = 0x35,
  CALL_METHOD = 0x36,
  CALL_METHOD_VAR_KW = 0x37,
  UNWIND_JUMP = 0x40,
  JUMP = 0x42,
  POP_JUMP_IF_TRUE = 0x43,
  POP_JUMP_IF_FALSE = 0x44,
  JUMP_IF_TRUE_OR_POP = 0x45,
  JUMP_IF_FALSE_OR_POP = 0x46,
  SETUP_WITH = 0x47,
  SETUP_EXCEPT = 0x48,
  SETUP_FINALLY = 0x49,
  POP_EXCEPT_JUMP = 0x4a,
  FOR_ITER = 0x4b,
  LOAD_CONST_FALSE = 0x50,
  LOAD_CONST_NONE = 0x51,
  LOAD_CONST_TRUE = 0x52,
  LOAD_NULL = 0x53,
  LOAD_BUILD_CLASS = 0x54,
  LOAD_SUBSCR = 0x55,
  STORE_SUBSCR = 0x56,
  DUP_TOP = 0x57,
  DUP_TOP_TWO = 0x58,
  POP_TOP = 0x59,
  ROT_TWO = 0x5a,
  ROT_THREE = 0x5b,
  WITH_CLEANUP = 0x5c,
  END_FINALLY = 0x5d,
  GET_ITER = 0x5e,
  GET_ITER_STACK = 0x5f,
  STORE_MAP = 0x62,
  RETURN_VALUE = 0x63,
  RAISE_LAST = 0x64,
  RAISE_OBJ = 0x65,
  RAISE_FROM = 0x66,
  YIELD_VALUE = 0x67,
  YIELD_FROM = 0x68,
  IMPORT_STAR = 0x69,
  LOAD_CONST_SMALL_INT_MULTI = 0x70,
  LOAD_FAST_MULTI = 0xb0,
  STORE_FAST_MULTI = 0xc0,
  UNARY_OP_MULTI = 0xd0,
  BINARY_OP_MULTI = 0xd7,
}
/** Unary operators: code - Op.UNARY_OP_MULTI. */
export const enum UnaryOp {
  POSITIVE = 0,
  NEGATIVE = 1,
  INVERT = 2,
  NOT = 3,
}
/** Binary operators: code - Op.BINARY_OP_MULTI. */
export const enum BinaryOp {
  LESS = 0,
  MORE = 1,
  EQUAL = 2,
  LESS_EQUAL = 3,
  MORE_EQUAL = 4,
  NOT_EQUAL = 5,
  IN = 6,
  IS = 7,
  EXCEPTION_MATCH = 8,
  INPLACE_OR = 9,
  INPLACE_XOR = 10,
  INPLACE_AND = 11,
  INPLACE_LSHIFT = 12,
  INPLACE_RSHIFT = 13,
  INPLACE_ADD = 14,
  INPLACE_SUBTRACT = 15,
  INPLACE_MULTIPLY = 16,
  INPLACE_MAT_MULTIPLY = 17,
  INPLACE_FLOOR_DIVIDE = 18,
  INPLACE_TRUE_DIVIDE = 19,
  INPLACE_MODULO = 20,
  INPLACE_POWER = 21,
  OR = 22,
  XOR = 23,
  AND = 24,
  LSHIFT = 25,
  RSHIFT = 26,
  ADD = 27,
  SUBTRACT = 28,
  MULTIPLY = 29,
  MAT_MULTIPLY = 30,
  FLOOR_DIVIDE = 31,
  TRUE_DIVIDE = 32,
  MODULO = 33,
  POWER = 34,
}
export const UNARY_OPS: i32 = 4;
export const BINARY_OPS: i32 = 35;

// operand kinds, as in OPERANDS
export const OPERAND_NONE: u8 = 0;
export const OPERAND_NAME: u8 = 1;
export const OPERAND_OBJECT: u8 = 2;
export const OPERAND_CHILD: u8 = 3;
export const OPERAND_UINT: u8 = 4;
export const OPERAND_INT: u8 = 5;
export const OPERAND_JUMP: u8 = 6;
export const OPERAND_FORWARD: u8 = 7;
export const OPERAND_JUMP_BYTE: u8 = 8;
export const OPERAND_BYTE: u8 = 9;
export const OPERAND_CHILD_BYTE: u8 = 10;
export const OPERAND_NAME_UINT: u8 = 11;
export const OPERAND_WIDE: u8 = 12;
export const OPERAND_INVALID: u8 = 255;
/** The effect in EFFECTS if it depends on the operand; and the values taken, then. */
export const EFFECT_VARIES: i32 = -8;
export const TAKES_VARIES: u8 = 15;
/** Operand kind of each code, u8. */
export const OPERANDS: usize = memory.data<u8>([
  9, 12, 9, 4, 0, 0, 9, 0, 0, 0, 9, 9, 9, 0, 0, 11,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 255, 255, 255,
  10, 10, 5, 2, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4,
  4, 4, 3, 3, 4, 4, 4, 4, 255, 255, 255, 255, 255, 255, 255, 255,
  8, 255, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 255, 255, 255, 255,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255,
]);
/** Change of the stack depth by each code: the low four bits, signed; the others: how many values it takes or looks at. */
export const EFFECTS: usize = memory.data<u8>([
  16, 0, 248, 248, 47, 47, 47, 47, 47, 16, 248, 248, 248, 16, 16, 1,
  1, 1, 1, 16, 17, 63, 31, 31, 46, 0, 0, 47, 17, 0, 0, 0,
  248, 248, 1, 1, 1, 1, 31, 31, 0, 0, 248, 248, 1, 248, 248, 248,
  24, 24, 1, 47, 248, 248, 248, 248, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 31, 31, 31, 31, 18, 0, 0, 0, 65, 0, 0, 0, 0,
  1, 1, 1, 1, 1, 47, 61, 17, 34, 31, 32, 48, 62, 31, 16, 19,
  0, 0, 62, 31, 0, 31, 46, 16, 47, 31, 0, 0, 0, 0, 0, 0,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31,
  16, 16, 16, 16, 0, 0, 0, 47, 47, 47, 47, 47, 47, 47, 47, 47,
  47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47,
  47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 0, 0, 0, 0, 0, 0,
]);

/** Names of the opcodes with `|` between them; last those of the one-byte forms (spellingOf). */
export const OPCODE_NAMES: string = "CHECK|WIDE|FORMAT_VALUE|BUILD_STRING|LIST_EXTEND|SET_UPDATE|DICT_MERGE|LIST_APPEND|SET_ADD|LIST_TO_TUPLE|MATCH|EXCEPT_STAR|CALL_EX|GET_AWAITABLE|ASYNC_GEN_YIELD|LOAD_CLASS_DEREF|LOAD_CONST_STRING|LOAD_NAME|LOAD_GLOBAL|LOAD_ATTR|LOAD_METHOD|LOAD_SUPER_METHOD|STORE_NAME|STORE_GLOBAL|STORE_ATTR|DELETE_NAME|DELETE_GLOBAL|IMPORT_NAME|IMPORT_FROM||||MAKE_CLOSURE|MAKE_CLOSURE_DEFARGS|LOAD_CONST_SMALL_INT|LOAD_CONST_OBJ|LOAD_FAST_N|LOAD_DEREF|STORE_FAST_N|STORE_DEREF|DELETE_FAST|DELETE_DEREF|BUILD_TUPLE|BUILD_LIST|BUILD_MAP|BUILD_SET|BUILD_SLICE|STORE_COMP|UNPACK_SEQUENCE|UNPACK_EX|MAKE_FUNCTION|MAKE_FUNCTION_DEFARGS|CALL_FUNCTION|CALL_FUNCTION_VAR_KW|CALL_METHOD|CALL_METHOD_VAR_KW|||||||||UNWIND_JUMP||JUMP|POP_JUMP_IF_TRUE|POP_JUMP_IF_FALSE|JUMP_IF_TRUE_OR_POP|JUMP_IF_FALSE_OR_POP|SETUP_WITH|SETUP_EXCEPT|SETUP_FINALLY|POP_EXCEPT_JUMP|FOR_ITER|||||LOAD_CONST_FALSE|LOAD_CONST_NONE|LOAD_CONST_TRUE|LOAD_NULL|LOAD_BUILD_CLASS|LOAD_SUBSCR|STORE_SUBSCR|DUP_TOP|DUP_TOP_TWO|POP_TOP|ROT_TWO|ROT_THREE|WITH_CLEANUP|END_FINALLY|GET_ITER|GET_ITER_STACK|||STORE_MAP|RETURN_VALUE|RAISE_LAST|RAISE_OBJ|RAISE_FROM|YIELD_VALUE|YIELD_FROM|IMPORT_STAR|||||||LOAD_CONST_SMALL_INT|LOAD_FAST|STORE_FAST|UNARY_OP|BINARY_OP";
/** Number in OPCODE_NAMES; one-byte forms have the name of the long form. */
export function spellingOf(code: i32): i32 {
  return code < 0x70 ? code : code < 0xb0 ? 0x70 : code < 0xc0 ? 0x71 : code < 0xd0 ? 0x72 : code < 0xd7 ? 0x73 : 0x74;
}
/** Methods of the unary operators, and of the binary ones, as listings show them. */
export const UNARY_METHODS: string = "__pos__|__neg__|__invert__|";
export const BINARY_METHODS: string = "__lt__|__gt__|__eq__|__le__|__ge__|__ne__|||||||||__iadd__|__isub__|||||||__or__|__xor__|__and__|__lshift__|__rshift__|__add__|__sub__|__mul__|__matmul__|__floordiv__|__truediv__|__mod__|__pow__";
