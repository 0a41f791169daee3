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
  IAddInt = 42,
  ISubInt = 43,
  IMulInt = 44,
  IAndInt = 45,
  ILShiftInt = 46,
  IRShiftInt = 47,
  IFloorDivInt = 48,
  IModInt = 49,
  IAddConst = 50,
  ISubConst = 51,
  IMulConst = 52,
  ITrueDivConst = 53,
  Pos = 54,
  Neg = 55,
  Invert = 56,
  Not = 57,
  Lt = 58,
  Gt = 59,
  Eq = 60,
  Le = 61,
  Ge = 62,
  Ne = 63,
  Is = 64,
  IsNot = 65,
  In = 66,
  NotIn = 67,
  JumpLt = 68,
  JumpGt = 69,
  JumpEq = 70,
  JumpLe = 71,
  JumpGe = 72,
  JumpNe = 73,
  JumpNotLt = 74,
  JumpNotGt = 75,
  JumpNotEq = 76,
  JumpNotLe = 77,
  JumpNotGe = 78,
  JumpNotNe = 79,
  JumpLtInt = 80,
  JumpGtInt = 81,
  JumpEqInt = 82,
  JumpLeInt = 83,
  JumpGeInt = 84,
  JumpNeInt = 85,
  JumpNotLtInt = 86,
  JumpNotGtInt = 87,
  JumpNotEqInt = 88,
  JumpNotLeInt = 89,
  JumpNotGeInt = 90,
  JumpNotNeInt = 91,
  JumpIs = 92,
  JumpIsNot = 93,
  JumpIsConst = 94,
  JumpIsNotConst = 95,
  JumpIn = 96,
  JumpNotIn = 97,
  JumpTrue = 98,
  JumpFalse = 99,
  Jump = 100,
  LoopCount = 101,
  LoopCountInt = 102,
  GetIter = 103,
  ForIter = 104,
  CheckLocal = 105,
  DeleteLocal = 106,
  MakeCell = 107,
  LoadDeref = 108,
  StoreDeref = 109,
  DeleteDeref = 110,
  LoadClassDeref = 111,
  LoadGlobal = 112,
  LoadBuiltin = 113,
  StoreGlobal = 114,
  DeleteGlobal = 115,
  LoadName = 116,
  StoreName = 117,
  DeleteName = 118,
  LoadAttr = 119,
  LoadMethod = 120,
  LoadSuperMethod = 121,
  StoreAttr = 122,
  DeleteAttr = 123,
  LoadSubscr = 124,
  LoadSubscrInt = 125,
  StoreSubscr = 126,
  DeleteSubscr = 127,
  BuildTuple = 128,
  BuildList = 129,
  BuildSet = 130,
  BuildMap = 131,
  BuildSlice = 132,
  StoreMap = 133,
  ListAppend = 134,
  SetAdd = 135,
  ListExtend = 136,
  SetUpdate = 137,
  DictMerge = 138,
  ListToTuple = 139,
  UnpackSequence = 140,
  UnpackEx = 141,
  MakeFunction = 142,
  MakeClosure = 143,
  Call = 144,
  CallMethod = 145,
  CallVarKw = 146,
  CallMethodVarKw = 147,
  CallEx = 148,
  Return = 149,
  Yield = 150,
  YieldFrom = 151,
  Check = 152,
  GetAwaitable = 153,
  Raise = 154,
  RaiseFrom = 155,
  RaiseLast = 156,
  ExceptionMatch = 157,
  JumpNotMatch = 158,
  EndHandler = 159,
  EndFinally = 160,
  SetupWith = 161,
  WithCleanup = 162,
  ImportName = 163,
  ImportFrom = 164,
  ImportStar = 165,
  LoadBuildClass = 166,
  FormatValue = 167,
  BuildString = 168,
  Match = 169,
  ExceptStar = 170,
  PoolHigh = 171,
}

/** Number of instructions. */
export const OP_COUNT: i32 = 172;

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
    case 42: return "IAddInt";
    case 43: return "ISubInt";
    case 44: return "IMulInt";
    case 45: return "IAndInt";
    case 46: return "ILShiftInt";
    case 47: return "IRShiftInt";
    case 48: return "IFloorDivInt";
    case 49: return "IModInt";
    case 50: return "IAddConst";
    case 51: return "ISubConst";
    case 52: return "IMulConst";
    case 53: return "ITrueDivConst";
    case 54: return "Pos";
    case 55: return "Neg";
    case 56: return "Invert";
    case 57: return "Not";
    case 58: return "Lt";
    case 59: return "Gt";
    case 60: return "Eq";
    case 61: return "Le";
    case 62: return "Ge";
    case 63: return "Ne";
    case 64: return "Is";
    case 65: return "IsNot";
    case 66: return "In";
    case 67: return "NotIn";
    case 68: return "JumpLt";
    case 69: return "JumpGt";
    case 70: return "JumpEq";
    case 71: return "JumpLe";
    case 72: return "JumpGe";
    case 73: return "JumpNe";
    case 74: return "JumpNotLt";
    case 75: return "JumpNotGt";
    case 76: return "JumpNotEq";
    case 77: return "JumpNotLe";
    case 78: return "JumpNotGe";
    case 79: return "JumpNotNe";
    case 80: return "JumpLtInt";
    case 81: return "JumpGtInt";
    case 82: return "JumpEqInt";
    case 83: return "JumpLeInt";
    case 84: return "JumpGeInt";
    case 85: return "JumpNeInt";
    case 86: return "JumpNotLtInt";
    case 87: return "JumpNotGtInt";
    case 88: return "JumpNotEqInt";
    case 89: return "JumpNotLeInt";
    case 90: return "JumpNotGeInt";
    case 91: return "JumpNotNeInt";
    case 92: return "JumpIs";
    case 93: return "JumpIsNot";
    case 94: return "JumpIsConst";
    case 95: return "JumpIsNotConst";
    case 96: return "JumpIn";
    case 97: return "JumpNotIn";
    case 98: return "JumpTrue";
    case 99: return "JumpFalse";
    case 100: return "Jump";
    case 101: return "LoopCount";
    case 102: return "LoopCountInt";
    case 103: return "GetIter";
    case 104: return "ForIter";
    case 105: return "CheckLocal";
    case 106: return "DeleteLocal";
    case 107: return "MakeCell";
    case 108: return "LoadDeref";
    case 109: return "StoreDeref";
    case 110: return "DeleteDeref";
    case 111: return "LoadClassDeref";
    case 112: return "LoadGlobal";
    case 113: return "LoadBuiltin";
    case 114: return "StoreGlobal";
    case 115: return "DeleteGlobal";
    case 116: return "LoadName";
    case 117: return "StoreName";
    case 118: return "DeleteName";
    case 119: return "LoadAttr";
    case 120: return "LoadMethod";
    case 121: return "LoadSuperMethod";
    case 122: return "StoreAttr";
    case 123: return "DeleteAttr";
    case 124: return "LoadSubscr";
    case 125: return "LoadSubscrInt";
    case 126: return "StoreSubscr";
    case 127: return "DeleteSubscr";
    case 128: return "BuildTuple";
    case 129: return "BuildList";
    case 130: return "BuildSet";
    case 131: return "BuildMap";
    case 132: return "BuildSlice";
    case 133: return "StoreMap";
    case 134: return "ListAppend";
    case 135: return "SetAdd";
    case 136: return "ListExtend";
    case 137: return "SetUpdate";
    case 138: return "DictMerge";
    case 139: return "ListToTuple";
    case 140: return "UnpackSequence";
    case 141: return "UnpackEx";
    case 142: return "MakeFunction";
    case 143: return "MakeClosure";
    case 144: return "Call";
    case 145: return "CallMethod";
    case 146: return "CallVarKw";
    case 147: return "CallMethodVarKw";
    case 148: return "CallEx";
    case 149: return "Return";
    case 150: return "Yield";
    case 151: return "YieldFrom";
    case 152: return "Check";
    case 153: return "GetAwaitable";
    case 154: return "Raise";
    case 155: return "RaiseFrom";
    case 156: return "RaiseLast";
    case 157: return "ExceptionMatch";
    case 158: return "JumpNotMatch";
    case 159: return "EndHandler";
    case 160: return "EndFinally";
    case 161: return "SetupWith";
    case 162: return "WithCleanup";
    case 163: return "ImportName";
    case 164: return "ImportFrom";
    case 165: return "ImportStar";
    case 166: return "LoadBuildClass";
    case 167: return "FormatValue";
    case 168: return "BuildString";
    case 169: return "Match";
    case 170: return "ExceptStar";
    case 171: return "PoolHigh";
    default: return "?";
  }
}
