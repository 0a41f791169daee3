// Generated from registers.table.mjs by tools/generate.mjs. Do not edit.

/** Instructions of the register code; docs/register-code.md says what each does. */
export enum Op {
  Move = 0,
  LoadConst = 1,
  LoadInt = 2,
  LoadNull = 3,
  Or = 4,
  Xor = 5,
  And = 6,
  LShift = 7,
  RShift = 8,
  Add = 9,
  Sub = 10,
  Mul = 11,
  MatMul = 12,
  FloorDiv = 13,
  TrueDiv = 14,
  Mod = 15,
  Pow = 16,
  IOr = 17,
  IXor = 18,
  IAnd = 19,
  ILShift = 20,
  IRShift = 21,
  IAdd = 22,
  ISub = 23,
  IMul = 24,
  IMatMul = 25,
  IFloorDiv = 26,
  ITrueDiv = 27,
  IMod = 28,
  IPow = 29,
  AddInt = 30,
  SubInt = 31,
  MulInt = 32,
  AndInt = 33,
  LShiftInt = 34,
  RShiftInt = 35,
  FloorDivInt = 36,
  ModInt = 37,
  AddConst = 38,
  SubConst = 39,
  MulConst = 40,
  TrueDivConst = 41,
  Pos = 42,
  Neg = 43,
  Invert = 44,
  Not = 45,
  Lt = 46,
  Gt = 47,
  Eq = 48,
  Le = 49,
  Ge = 50,
  Ne = 51,
  Is = 52,
  IsNot = 53,
  In = 54,
  NotIn = 55,
  JumpLt = 56,
  JumpGt = 57,
  JumpEq = 58,
  JumpLe = 59,
  JumpGe = 60,
  JumpNe = 61,
  JumpNotLt = 62,
  JumpNotGt = 63,
  JumpNotEq = 64,
  JumpNotLe = 65,
  JumpNotGe = 66,
  JumpNotNe = 67,
  JumpLtInt = 68,
  JumpGtInt = 69,
  JumpEqInt = 70,
  JumpLeInt = 71,
  JumpGeInt = 72,
  JumpNeInt = 73,
  JumpNotLtInt = 74,
  JumpNotGtInt = 75,
  JumpNotEqInt = 76,
  JumpNotLeInt = 77,
  JumpNotGeInt = 78,
  JumpNotNeInt = 79,
  JumpIs = 80,
  JumpIsNot = 81,
  JumpIsConst = 82,
  JumpIsNotConst = 83,
  JumpIn = 84,
  JumpNotIn = 85,
  JumpTrue = 86,
  JumpFalse = 87,
  Jump = 88,
  LoopCount = 89,
  LoopCountInt = 90,
  GetIter = 91,
  ForIter = 92,
  CheckLocal = 93,
  DeleteLocal = 94,
  MakeCell = 95,
  LoadDeref = 96,
  StoreDeref = 97,
  DeleteDeref = 98,
  LoadClassDeref = 99,
  LoadGlobal = 100,
  LoadBuiltin = 101,
  StoreGlobal = 102,
  DeleteGlobal = 103,
  LoadName = 104,
  StoreName = 105,
  DeleteName = 106,
  LoadAttr = 107,
  LoadMethod = 108,
  LoadSuperMethod = 109,
  StoreAttr = 110,
  DeleteAttr = 111,
  LoadSubscr = 112,
  LoadSubscrInt = 113,
  StoreSubscr = 114,
  DeleteSubscr = 115,
  BuildTuple = 116,
  BuildList = 117,
  BuildSet = 118,
  BuildMap = 119,
  BuildSlice = 120,
  StoreMap = 121,
  ListAppend = 122,
  SetAdd = 123,
  ListExtend = 124,
  SetUpdate = 125,
  DictMerge = 126,
  ListToTuple = 127,
  UnpackSequence = 128,
  UnpackEx = 129,
  MakeFunction = 130,
  MakeClosure = 131,
  Call = 132,
  CallMethod = 133,
  CallVarKw = 134,
  CallMethodVarKw = 135,
  CallEx = 136,
  Return = 137,
  Yield = 138,
  YieldFrom = 139,
  GetAwaitable = 140,
  Raise = 141,
  RaiseFrom = 142,
  RaiseLast = 143,
  ExceptionMatch = 144,
  JumpNotMatch = 145,
  EndHandler = 146,
  EndFinally = 147,
  SetupWith = 148,
  WithCleanup = 149,
  ImportName = 150,
  ImportFrom = 151,
  ImportStar = 152,
  LoadBuildClass = 153,
  FormatValue = 154,
  BuildString = 155,
  Match = 156,
  ExceptStar = 157,
}

/** Number of instructions. */
export const OP_COUNT: i32 = 158;

/** Name of an instruction, for listings. */
export function opName(op: i32): string {
  switch (op) {
    case 0: return "Move";
    case 1: return "LoadConst";
    case 2: return "LoadInt";
    case 3: return "LoadNull";
    case 4: return "Or";
    case 5: return "Xor";
    case 6: return "And";
    case 7: return "LShift";
    case 8: return "RShift";
    case 9: return "Add";
    case 10: return "Sub";
    case 11: return "Mul";
    case 12: return "MatMul";
    case 13: return "FloorDiv";
    case 14: return "TrueDiv";
    case 15: return "Mod";
    case 16: return "Pow";
    case 17: return "IOr";
    case 18: return "IXor";
    case 19: return "IAnd";
    case 20: return "ILShift";
    case 21: return "IRShift";
    case 22: return "IAdd";
    case 23: return "ISub";
    case 24: return "IMul";
    case 25: return "IMatMul";
    case 26: return "IFloorDiv";
    case 27: return "ITrueDiv";
    case 28: return "IMod";
    case 29: return "IPow";
    case 30: return "AddInt";
    case 31: return "SubInt";
    case 32: return "MulInt";
    case 33: return "AndInt";
    case 34: return "LShiftInt";
    case 35: return "RShiftInt";
    case 36: return "FloorDivInt";
    case 37: return "ModInt";
    case 38: return "AddConst";
    case 39: return "SubConst";
    case 40: return "MulConst";
    case 41: return "TrueDivConst";
    case 42: return "Pos";
    case 43: return "Neg";
    case 44: return "Invert";
    case 45: return "Not";
    case 46: return "Lt";
    case 47: return "Gt";
    case 48: return "Eq";
    case 49: return "Le";
    case 50: return "Ge";
    case 51: return "Ne";
    case 52: return "Is";
    case 53: return "IsNot";
    case 54: return "In";
    case 55: return "NotIn";
    case 56: return "JumpLt";
    case 57: return "JumpGt";
    case 58: return "JumpEq";
    case 59: return "JumpLe";
    case 60: return "JumpGe";
    case 61: return "JumpNe";
    case 62: return "JumpNotLt";
    case 63: return "JumpNotGt";
    case 64: return "JumpNotEq";
    case 65: return "JumpNotLe";
    case 66: return "JumpNotGe";
    case 67: return "JumpNotNe";
    case 68: return "JumpLtInt";
    case 69: return "JumpGtInt";
    case 70: return "JumpEqInt";
    case 71: return "JumpLeInt";
    case 72: return "JumpGeInt";
    case 73: return "JumpNeInt";
    case 74: return "JumpNotLtInt";
    case 75: return "JumpNotGtInt";
    case 76: return "JumpNotEqInt";
    case 77: return "JumpNotLeInt";
    case 78: return "JumpNotGeInt";
    case 79: return "JumpNotNeInt";
    case 80: return "JumpIs";
    case 81: return "JumpIsNot";
    case 82: return "JumpIsConst";
    case 83: return "JumpIsNotConst";
    case 84: return "JumpIn";
    case 85: return "JumpNotIn";
    case 86: return "JumpTrue";
    case 87: return "JumpFalse";
    case 88: return "Jump";
    case 89: return "LoopCount";
    case 90: return "LoopCountInt";
    case 91: return "GetIter";
    case 92: return "ForIter";
    case 93: return "CheckLocal";
    case 94: return "DeleteLocal";
    case 95: return "MakeCell";
    case 96: return "LoadDeref";
    case 97: return "StoreDeref";
    case 98: return "DeleteDeref";
    case 99: return "LoadClassDeref";
    case 100: return "LoadGlobal";
    case 101: return "LoadBuiltin";
    case 102: return "StoreGlobal";
    case 103: return "DeleteGlobal";
    case 104: return "LoadName";
    case 105: return "StoreName";
    case 106: return "DeleteName";
    case 107: return "LoadAttr";
    case 108: return "LoadMethod";
    case 109: return "LoadSuperMethod";
    case 110: return "StoreAttr";
    case 111: return "DeleteAttr";
    case 112: return "LoadSubscr";
    case 113: return "LoadSubscrInt";
    case 114: return "StoreSubscr";
    case 115: return "DeleteSubscr";
    case 116: return "BuildTuple";
    case 117: return "BuildList";
    case 118: return "BuildSet";
    case 119: return "BuildMap";
    case 120: return "BuildSlice";
    case 121: return "StoreMap";
    case 122: return "ListAppend";
    case 123: return "SetAdd";
    case 124: return "ListExtend";
    case 125: return "SetUpdate";
    case 126: return "DictMerge";
    case 127: return "ListToTuple";
    case 128: return "UnpackSequence";
    case 129: return "UnpackEx";
    case 130: return "MakeFunction";
    case 131: return "MakeClosure";
    case 132: return "Call";
    case 133: return "CallMethod";
    case 134: return "CallVarKw";
    case 135: return "CallMethodVarKw";
    case 136: return "CallEx";
    case 137: return "Return";
    case 138: return "Yield";
    case 139: return "YieldFrom";
    case 140: return "GetAwaitable";
    case 141: return "Raise";
    case 142: return "RaiseFrom";
    case 143: return "RaiseLast";
    case 144: return "ExceptionMatch";
    case 145: return "JumpNotMatch";
    case 146: return "EndHandler";
    case 147: return "EndFinally";
    case 148: return "SetupWith";
    case 149: return "WithCleanup";
    case 150: return "ImportName";
    case 151: return "ImportFrom";
    case 152: return "ImportStar";
    case 153: return "LoadBuildClass";
    case 154: return "FormatValue";
    case 155: return "BuildString";
    case 156: return "Match";
    case 157: return "ExceptStar";
    default: return "?";
  }
}
