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
/** EFFECTS of opcodes whose effect depends on the operand. */
export const EFFECT_VARIES: i8 = 127;
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
/** Change of the stack depth by each code, i8. */
export const EFFECTS: usize = memory.data<i8>([
  0, 0, 127, 127, -1, -1, -1, -1, -1, 0, 127, 127, 127, 0, 0, 1,
  1, 1, 1, 0, 1, -1, -1, -1, -2, 0, 0, -1, 1, 0, 0, 0,
  127, 127, 1, 1, 1, 1, -1, -1, 0, 0, 127, 127, 1, 127, 127, 127,
  127, 127, 1, -1, 127, 127, 127, 127, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, -1, -1, -1, -1, 2, 0, 0, 0, 1, 0, 0, 0, 0,
  1, 1, 1, 1, 1, -1, -3, 1, 2, -1, 0, 0, -2, -1, 0, 3,
  0, 0, -2, -1, 0, -1, -2, 0, -1, -1, 0, 0, 0, 0, 0, 0,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
  0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1, -1,
  -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
  -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0,
]);

/** Name of an opcode; one-byte forms have the name of the long form. */
export function opcodeName(code: i32): string {
  if (code >= 0x70) {
    if (code < 0xb0) return "LOAD_CONST_SMALL_INT";
    if (code < 0xc0) return "LOAD_FAST";
    if (code < 0xd0) return "STORE_FAST";
    return code < 0xd7 ? "UNARY_OP" : "BINARY_OP";
  }
  switch (code) {
    case Op.CHECK: return "CHECK";
    case Op.WIDE: return "WIDE";
    case Op.FORMAT_VALUE: return "FORMAT_VALUE";
    case Op.BUILD_STRING: return "BUILD_STRING";
    case Op.LIST_EXTEND: return "LIST_EXTEND";
    case Op.SET_UPDATE: return "SET_UPDATE";
    case Op.DICT_MERGE: return "DICT_MERGE";
    case Op.LIST_APPEND: return "LIST_APPEND";
    case Op.SET_ADD: return "SET_ADD";
    case Op.LIST_TO_TUPLE: return "LIST_TO_TUPLE";
    case Op.MATCH: return "MATCH";
    case Op.EXCEPT_STAR: return "EXCEPT_STAR";
    case Op.CALL_EX: return "CALL_EX";
    case Op.GET_AWAITABLE: return "GET_AWAITABLE";
    case Op.ASYNC_GEN_YIELD: return "ASYNC_GEN_YIELD";
    case Op.LOAD_CLASS_DEREF: return "LOAD_CLASS_DEREF";
    case Op.LOAD_CONST_STRING: return "LOAD_CONST_STRING";
    case Op.LOAD_NAME: return "LOAD_NAME";
    case Op.LOAD_GLOBAL: return "LOAD_GLOBAL";
    case Op.LOAD_ATTR: return "LOAD_ATTR";
    case Op.LOAD_METHOD: return "LOAD_METHOD";
    case Op.LOAD_SUPER_METHOD: return "LOAD_SUPER_METHOD";
    case Op.STORE_NAME: return "STORE_NAME";
    case Op.STORE_GLOBAL: return "STORE_GLOBAL";
    case Op.STORE_ATTR: return "STORE_ATTR";
    case Op.DELETE_NAME: return "DELETE_NAME";
    case Op.DELETE_GLOBAL: return "DELETE_GLOBAL";
    case Op.IMPORT_NAME: return "IMPORT_NAME";
    case Op.IMPORT_FROM: return "IMPORT_FROM";
    case Op.MAKE_CLOSURE: return "MAKE_CLOSURE";
    case Op.MAKE_CLOSURE_DEFARGS: return "MAKE_CLOSURE_DEFARGS";
    case Op.LOAD_CONST_SMALL_INT: return "LOAD_CONST_SMALL_INT";
    case Op.LOAD_CONST_OBJ: return "LOAD_CONST_OBJ";
    case Op.LOAD_FAST_N: return "LOAD_FAST_N";
    case Op.LOAD_DEREF: return "LOAD_DEREF";
    case Op.STORE_FAST_N: return "STORE_FAST_N";
    case Op.STORE_DEREF: return "STORE_DEREF";
    case Op.DELETE_FAST: return "DELETE_FAST";
    case Op.DELETE_DEREF: return "DELETE_DEREF";
    case Op.BUILD_TUPLE: return "BUILD_TUPLE";
    case Op.BUILD_LIST: return "BUILD_LIST";
    case Op.BUILD_MAP: return "BUILD_MAP";
    case Op.BUILD_SET: return "BUILD_SET";
    case Op.BUILD_SLICE: return "BUILD_SLICE";
    case Op.STORE_COMP: return "STORE_COMP";
    case Op.UNPACK_SEQUENCE: return "UNPACK_SEQUENCE";
    case Op.UNPACK_EX: return "UNPACK_EX";
    case Op.MAKE_FUNCTION: return "MAKE_FUNCTION";
    case Op.MAKE_FUNCTION_DEFARGS: return "MAKE_FUNCTION_DEFARGS";
    case Op.CALL_FUNCTION: return "CALL_FUNCTION";
    case Op.CALL_FUNCTION_VAR_KW: return "CALL_FUNCTION_VAR_KW";
    case Op.CALL_METHOD: return "CALL_METHOD";
    case Op.CALL_METHOD_VAR_KW: return "CALL_METHOD_VAR_KW";
    case Op.UNWIND_JUMP: return "UNWIND_JUMP";
    case Op.JUMP: return "JUMP";
    case Op.POP_JUMP_IF_TRUE: return "POP_JUMP_IF_TRUE";
    case Op.POP_JUMP_IF_FALSE: return "POP_JUMP_IF_FALSE";
    case Op.JUMP_IF_TRUE_OR_POP: return "JUMP_IF_TRUE_OR_POP";
    case Op.JUMP_IF_FALSE_OR_POP: return "JUMP_IF_FALSE_OR_POP";
    case Op.SETUP_WITH: return "SETUP_WITH";
    case Op.SETUP_EXCEPT: return "SETUP_EXCEPT";
    case Op.SETUP_FINALLY: return "SETUP_FINALLY";
    case Op.POP_EXCEPT_JUMP: return "POP_EXCEPT_JUMP";
    case Op.FOR_ITER: return "FOR_ITER";
    case Op.LOAD_CONST_FALSE: return "LOAD_CONST_FALSE";
    case Op.LOAD_CONST_NONE: return "LOAD_CONST_NONE";
    case Op.LOAD_CONST_TRUE: return "LOAD_CONST_TRUE";
    case Op.LOAD_NULL: return "LOAD_NULL";
    case Op.LOAD_BUILD_CLASS: return "LOAD_BUILD_CLASS";
    case Op.LOAD_SUBSCR: return "LOAD_SUBSCR";
    case Op.STORE_SUBSCR: return "STORE_SUBSCR";
    case Op.DUP_TOP: return "DUP_TOP";
    case Op.DUP_TOP_TWO: return "DUP_TOP_TWO";
    case Op.POP_TOP: return "POP_TOP";
    case Op.ROT_TWO: return "ROT_TWO";
    case Op.ROT_THREE: return "ROT_THREE";
    case Op.WITH_CLEANUP: return "WITH_CLEANUP";
    case Op.END_FINALLY: return "END_FINALLY";
    case Op.GET_ITER: return "GET_ITER";
    case Op.GET_ITER_STACK: return "GET_ITER_STACK";
    case Op.STORE_MAP: return "STORE_MAP";
    case Op.RETURN_VALUE: return "RETURN_VALUE";
    case Op.RAISE_LAST: return "RAISE_LAST";
    case Op.RAISE_OBJ: return "RAISE_OBJ";
    case Op.RAISE_FROM: return "RAISE_FROM";
    case Op.YIELD_VALUE: return "YIELD_VALUE";
    case Op.YIELD_FROM: return "YIELD_FROM";
    case Op.IMPORT_STAR: return "IMPORT_STAR";
    default: return "?";
  }
}
/** Method of a unary operator, as listings show it. */
export function unaryMethod(op: i32): string {
  switch (op) {
    case 0: return "__pos__";
    case 1: return "__neg__";
    case 2: return "__invert__";
    default: return "";
  }
}
/** Method of a binary operator, as listings show it. */
export function binaryMethod(op: i32): string {
  switch (op) {
    case 0: return "__lt__";
    case 1: return "__gt__";
    case 2: return "__eq__";
    case 3: return "__le__";
    case 4: return "__ge__";
    case 5: return "__ne__";
    case 14: return "__iadd__";
    case 15: return "__isub__";
    case 22: return "__or__";
    case 23: return "__xor__";
    case 24: return "__and__";
    case 25: return "__lshift__";
    case 26: return "__rshift__";
    case 27: return "__add__";
    case 28: return "__sub__";
    case 29: return "__mul__";
    case 30: return "__matmul__";
    case 31: return "__floordiv__";
    case 32: return "__truediv__";
    case 33: return "__mod__";
    case 34: return "__pow__";
    default: return "";
  }
}
