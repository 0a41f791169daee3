// The translator, an opcode at a time: building values, making functions, calls, imports,
// generators, raising.
import { Op as B } from "../bytecode/opcodes";
import { Op } from "./ops";
import { opcode, operand, operand2 } from "./decode";
import * as V from "./values";
import * as E from "./emit";
import * as A from "./analysis";
import { FIELD_A, FIELD_C, NO_REGISTER, here, childCount, nameConstant } from "./translation";
import { translateBlock, handledRegister } from "./block_exits";

/** The other opcodes: building, calling, blocks. */
export function translateMore(): bool {
  const n = operand;
  switch (opcode) {
    case B.BUILD_TUPLE: build(Op.BuildTuple, n); return true;
    case B.BUILD_LIST: build(Op.BuildList, n); return true;
    case B.BUILD_SET: build(Op.BuildSet, n); return true;
    case B.BUILD_STRING: build(Op.BuildString, n); return true;
    case B.BUILD_SLICE:
      if (n != 2 && n != 3) { E.fail(); return false; }
      build(Op.BuildSlice, n);
      return true;
    case B.BUILD_MAP: E.emit(Op.BuildMap, V.pushOwn(), 0, n > 0xffff ? 0xffff : n); return true;
    case B.STORE_MAP: {
      const key = V.topRegister(0), value = V.topRegister(1);
      E.emit(Op.StoreMap, V.topRegister(2), key, value);
      V.drop(2);
      return true;
    }
    case B.STORE_COMP: {
      const collection = V.topRegister(n >> 2);
      const top = V.topRegister(0);
      if ((n & 3) == 1) {
        E.emit(Op.StoreMap, collection, top, V.topRegister(1));
        V.drop(2);
      } else {
        E.emit((n & 3) == 0 ? Op.ListAppend : Op.SetAdd, collection, top, 0);
        V.drop(1);
      }
      return true;
    }
    case B.LIST_APPEND: return into(Op.ListAppend, 0);
    case B.SET_ADD: return into(Op.SetAdd, 0);
    case B.LIST_EXTEND: return into(Op.ListExtend, 0);
    case B.SET_UPDATE: return into(Op.SetUpdate, 0);
    case B.DICT_MERGE: return into(Op.DictMerge, n);
    case B.LIST_TO_TUPLE: unary(Op.ListToTuple, 0); return true;
    case B.UNPACK_SEQUENCE: case B.UNPACK_EX: {
      const ex = opcode == B.UNPACK_EX, left = n & 0xff, right = n >> 8;
      const x = ex ? V.own(V.depth - 1) : V.topRegister(0);
      V.drop(1);
      V.settleAll();
      const first = V.stackRegister(V.depth);
      for (let i = ex ? left + right + 1 : n; i != 0; i--) V.pushOwn();
      if (!ex && n == 2) E.fusePair();
      if (ex) E.emit(Op.UnpackEx, first, right, left); else E.emit(Op.UnpackSequence, first, x, n);
      return true;
    }
    case B.MAKE_FUNCTION: case B.MAKE_FUNCTION_DEFARGS: {
      if (n >= min<u32>(childCount, 0x10000)) { E.fail(); return false; }
      const defaults: u32 = opcode == B.MAKE_FUNCTION_DEFARGS ? 1 : 0;
      if (defaults) V.popOwn(2);
      result(Op.MakeFunction, n, defaults);
      if (defaults) E.forgetResult();
      return true;
    }
    case B.MAKE_CLOSURE: case B.MAKE_CLOSURE_DEFARGS: {
      if (n >= min<u32>(childCount, 0x10000)) { E.fail(); return false; }
      const defaults: u32 = opcode == B.MAKE_CLOSURE_DEFARGS ? 2 : 0;
      const taken = max<u32>(operand2, 1) + defaults, c = operand2 | (defaults ? 0x8000 : 0);
      V.popOwn(taken);
      E.emit(Op.MakeClosure, V.pushOwn(), n, c);
      return true;
    }
    case B.CALL_FUNCTION: return call(Op.Call, n, 1);
    case B.CALL_METHOD: return call(Op.CallMethod, n, 2);
    case B.CALL_FUNCTION_VAR_KW: return call(Op.CallVarKw, n, 2);
    case B.CALL_METHOD_VAR_KW: return call(Op.CallMethodVarKw, n, 3);
    case B.CALL_EX: {
      const count = n & 1 ? 4 : 3;
      const base = V.popOwn(count);
      E.emitResult(Op.CallEx, base, n & 1, V.pushOwn(), FIELD_C);
      return true;
    }
    case B.FORMAT_VALUE: {
      const count: u32 = n & 4 ? 2 : 1;
      const base = n & 4 ? V.ownTop(2) : V.topRegister(0);
      V.drop(count);
      result(Op.FormatValue, base, n);
      return true;
    }
    case B.MATCH: {
      const count: u32 = n == 3 ? 4 : n == 2 || n == 5 ? 2 : 1;
      const base = V.popOwn(count);
      const results = n == 2 ? 3 : n == 3 ? 1 : 2;
      for (let i = 0; i < results; i++) V.pushOwn();
      E.emit(Op.Match, base, base, n);
      return true;
    }
    case B.EXCEPT_STAR: {
      const base = V.popOwn(2);
      V.pushOwn();
      if (n == 0) V.pushOwn();
      E.emit(Op.ExceptStar, base, base, n == 0 ? handledRegister(A.blockAt(here)) : NO_REGISTER);
      return true;
    }
    case B.IMPORT_NAME: {
      result(Op.ImportName, V.popOwn(2), nameConstant(n));
      return true;
    }
    case B.IMPORT_FROM: result(Op.ImportFrom, V.topRegister(0), nameConstant(n)); return true;
    case B.IMPORT_STAR: {
      E.emit(Op.ImportStar, 0, V.topRegister(0), 0);
      V.drop(1);
      return true;
    }
    case B.YIELD_VALUE: case B.ASYNC_GEN_YIELD: {
      V.settleAll();
      E.emit(Op.Yield, V.stackRegister(V.depth - 1), opcode == B.ASYNC_GEN_YIELD ? 1 : 0, 0);
      return true;
    }
    case B.YIELD_FROM: {
      V.settleAll();
      E.emit(Op.YieldFrom, V.stackRegister(V.depth - 1), V.stackRegister(V.depth - 2), 0);
      V.drop(1);
      return true;
    }
    case B.CHECK: unary(Op.Check, n); return true;
    case B.GET_AWAITABLE: unary(Op.GetAwaitable, 0); return true;
    case B.RAISE_OBJ: E.emit(Op.Raise, V.topRegister(0), 0, 0); return false;
    case B.RAISE_FROM: {
      const cause = V.topRegister(0);
      E.emit(Op.RaiseFrom, V.topRegister(1), cause, 0);
      return false;
    }
    case B.RAISE_LAST: E.emit(Op.RaiseLast, 0, 0, 0); return false;
    default: return translateBlock();
  }
}

// ---- pieces ----

/** An instruction with operands b and c whose result is pushed. Returns its index. */
export function result(op: i32, b: u32, c: u32): u32 {
  return E.emitResult(op, V.pushOwn(), b, c, FIELD_A);
}
/** The same of the top, which is taken off. */
export function unary(op: i32, c: u32): void { result(op, V.popRegister(), c); }
function build(op: i32, n: u32): void {
  result(op, V.popOwn(n), n);
}
/** collection x -> collection */
function into(op: i32, extra: u32): bool {
  const x = V.topRegister(0);
  E.emit(op, V.topRegister(1), x, extra);
  V.drop(1);
  return true;
}
/** fixed: entries below the arguments (function, self) and behind them (the star map). */
function call(op: i32, n: u32, fixed: u32): bool {
  const count = (n & 0xff) + 2 * (n >> 8 & 0xff) + fixed;
  const base = V.popOwn(count);
  E.emitResult(op, base, n & 0xffff, V.pushOwn(), FIELD_C);
  return true;
}
