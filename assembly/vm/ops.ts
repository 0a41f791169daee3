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
  ForPair = 105,
  CheckLocal = 106,
  DeleteLocal = 107,
  MakeCell = 108,
  LoadDeref = 109,
  StoreDeref = 110,
  DeleteDeref = 111,
  LoadClassDeref = 112,
  LoadGlobal = 113,
  LoadBuiltin = 114,
  StoreGlobal = 115,
  DeleteGlobal = 116,
  LoadName = 117,
  StoreName = 118,
  DeleteName = 119,
  LoadAttr = 120,
  LoadMethod = 121,
  LoadSuperMethod = 122,
  StoreAttr = 123,
  DeleteAttr = 124,
  LoadSubscr = 125,
  LoadSubscrInt = 126,
  StoreSubscr = 127,
  DeleteSubscr = 128,
  BuildTuple = 129,
  BuildList = 130,
  BuildSet = 131,
  BuildMap = 132,
  BuildSlice = 133,
  StoreMap = 134,
  ListAppend = 135,
  SetAdd = 136,
  ListExtend = 137,
  SetUpdate = 138,
  DictMerge = 139,
  ListToTuple = 140,
  UnpackSequence = 141,
  UnpackEx = 142,
  MakeFunction = 143,
  MakeClosure = 144,
  Call = 145,
  CallMethod = 146,
  CallVarKw = 147,
  CallMethodVarKw = 148,
  CallEx = 149,
  Return = 150,
  Yield = 151,
  YieldFrom = 152,
  Check = 153,
  GetAwaitable = 154,
  Raise = 155,
  RaiseFrom = 156,
  RaiseLast = 157,
  ExceptionMatch = 158,
  JumpNotMatch = 159,
  EndHandler = 160,
  EndFinally = 161,
  SetupWith = 162,
  WithCleanup = 163,
  ImportName = 164,
  ImportFrom = 165,
  ImportStar = 166,
  LoadBuildClass = 167,
  FormatValue = 168,
  BuildString = 169,
  Match = 170,
  ExceptStar = 171,
  PoolHigh = 172,
}

/** Number of instructions. */
export const OP_COUNT: i32 = 173;

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
    case 105: return "ForPair";
    case 106: return "CheckLocal";
    case 107: return "DeleteLocal";
    case 108: return "MakeCell";
    case 109: return "LoadDeref";
    case 110: return "StoreDeref";
    case 111: return "DeleteDeref";
    case 112: return "LoadClassDeref";
    case 113: return "LoadGlobal";
    case 114: return "LoadBuiltin";
    case 115: return "StoreGlobal";
    case 116: return "DeleteGlobal";
    case 117: return "LoadName";
    case 118: return "StoreName";
    case 119: return "DeleteName";
    case 120: return "LoadAttr";
    case 121: return "LoadMethod";
    case 122: return "LoadSuperMethod";
    case 123: return "StoreAttr";
    case 124: return "DeleteAttr";
    case 125: return "LoadSubscr";
    case 126: return "LoadSubscrInt";
    case 127: return "StoreSubscr";
    case 128: return "DeleteSubscr";
    case 129: return "BuildTuple";
    case 130: return "BuildList";
    case 131: return "BuildSet";
    case 132: return "BuildMap";
    case 133: return "BuildSlice";
    case 134: return "StoreMap";
    case 135: return "ListAppend";
    case 136: return "SetAdd";
    case 137: return "ListExtend";
    case 138: return "SetUpdate";
    case 139: return "DictMerge";
    case 140: return "ListToTuple";
    case 141: return "UnpackSequence";
    case 142: return "UnpackEx";
    case 143: return "MakeFunction";
    case 144: return "MakeClosure";
    case 145: return "Call";
    case 146: return "CallMethod";
    case 147: return "CallVarKw";
    case 148: return "CallMethodVarKw";
    case 149: return "CallEx";
    case 150: return "Return";
    case 151: return "Yield";
    case 152: return "YieldFrom";
    case 153: return "Check";
    case 154: return "GetAwaitable";
    case 155: return "Raise";
    case 156: return "RaiseFrom";
    case 157: return "RaiseLast";
    case 158: return "ExceptionMatch";
    case 159: return "JumpNotMatch";
    case 160: return "EndHandler";
    case 161: return "EndFinally";
    case 162: return "SetupWith";
    case 163: return "WithCleanup";
    case 164: return "ImportName";
    case 165: return "ImportFrom";
    case 166: return "ImportStar";
    case 167: return "LoadBuildClass";
    case 168: return "FormatValue";
    case 169: return "BuildString";
    case 170: return "Match";
    case 171: return "ExceptStar";
    case 172: return "PoolHigh";
    default: return "?";
  }
}
