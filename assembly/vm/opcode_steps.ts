// The translator, an opcode at a time: locals, names, attributes, operators, jumps. The others:
// opcode_building.ts.
import { isSmallInt, smallInt } from "../core/value";
import { CODE_FROM_FILE } from "../bytecode/code";
import { Op as B, BinaryOp } from "../bytecode/opcodes";
import { NONE, TRUE, FALSE } from "../objects/singletons";
import { Op } from "./ops";
import { IMMEDIATES } from "./operators";
import { decode, opcode, operand, operand2, number, target, next } from "./decode";
import * as A from "./analysis";
import * as V from "./values";
import * as E from "./emit";
import {
  FIELD_B, source, objects, locals, here, following, localRegister, nameConstant, nameAddress,
  localName,
} from "./translation";
import { COND_TRUTH, COND_COMPARE, conditionFalls, condition, jumpOnTruth } from "./conditions";
import { translateMore, result, unary } from "./opcode_building";

/** Translates the decoded opcode. False: control does not go on to the next one. */
export function translateOne(): bool {
  const n = operand;
  switch (opcode) {
    case B.LOAD_FAST_N: case B.STORE_FAST_N: case B.LOAD_CONST_SMALL_INT: case B.LOAD_CONST_STRING:
    case B.LOAD_CONST_OBJ: case B.LOAD_CONST_NONE: case B.LOAD_CONST_TRUE: case B.LOAD_CONST_FALSE:
    case B.LOAD_NULL:
      case B.DUP_TOP: case B.DUP_TOP_TWO: case B.POP_TOP: case B.ROT_TWO: case B.ROT_THREE: break;
    case B.STORE_ATTR: V.straightenOperands(2); break;
    case B.STORE_SUBSCR: V.straightenOperands(3); break;
    default: V.straighten();
  }
  switch (opcode) {
    case B.LOAD_FAST_N: {
      if (n >= locals) { E.fail(); return false; }
      if (!A.isBound(n)) {
        E.emit(Op.CheckLocal, localRegister(n), localName(n), 0);
        A.assignmentSet(n, true);
      }
      V.push(V.IN_REGISTER, localRegister(n));
      return true;
    }
    case B.STORE_FAST_N: {
      if (n >= locals) { E.fail(); return false; }
      storeLocal(localRegister(n));
      A.assignmentSet(n, true);
      return true;
    }
    case B.DELETE_FAST:
      if (n >= locals) { E.fail(); return false; }
      V.saveLocal(localRegister(n));
      E.emit(Op.DeleteLocal, localRegister(n), localName(n), 0);
      A.assignmentSet(n, false);
      return true;
    case B.LOAD_CONST_SMALL_INT: V.pushInt(number); return true;
    case B.LOAD_CONST_STRING: V.push(V.CONSTANT, nameConstant(n)); return true;
    case B.LOAD_CONST_OBJ: {
      if (n >= objects.length) { E.fail(); return false; }
      const v = objects.at(n);
      if (isSmallInt(v)) V.pushInt(smallInt(v)); else V.push(V.CONSTANT, E.constantOf(v));
      return true;
    }
    case B.LOAD_CONST_NONE: V.push(V.CONSTANT, E.constantOf(NONE)); return true;
    case B.LOAD_CONST_TRUE: V.push(V.CONSTANT, E.constantOf(TRUE)); return true;
    case B.LOAD_CONST_FALSE: V.push(V.CONSTANT, E.constantOf(FALSE)); return true;
    case B.LOAD_NULL:
      if (source.codeFlags & CODE_FROM_FILE && decode(following) && opcode == B.FOR_ITER
          && V.depth >= 2) {
        // A generator expression's iterator, NULL and NULL: what it was given need not be one
        // (bytecode/stack_kinds.ts).
        V.settleAll();
        const it = V.stackRegister(V.depth - 2);
        E.emit(Op.GetIter, it, it, 0);
      }
      V.push(V.NULL, 0);
      return true;
    case B.LOAD_BUILD_CLASS: result(Op.LoadBuildClass, 0, 0); return true;
    case B.LOAD_GLOBAL: loadGlobal(Op.LoadGlobal, n); return true;
    case B.LOAD_NAME: loadGlobal(Op.LoadName, n); return true;
    case B.STORE_GLOBAL: storeGlobal(Op.StoreGlobal, n); return true;
    case B.STORE_NAME: storeGlobal(Op.StoreName, n); return true;
    case B.DELETE_GLOBAL: E.emit(Op.DeleteGlobal, 0, nameConstant(n), 0); return true;
    case B.DELETE_NAME: E.emit(Op.DeleteName, 0, nameConstant(n), 0); return true;
    case B.LOAD_DEREF: case B.LOAD_CLASS_DEREF: {
      const local = opcode == B.LOAD_DEREF ? n : operand2;
      const name = opcode == B.LOAD_DEREF ? localName(n) : nameConstant(n);
      if (local >= locals) { E.fail(); return false; }
      const op = opcode == B.LOAD_DEREF ? Op.LoadDeref : Op.LoadClassDeref;
      result(op, localRegister(local), name);
      return true;
    }
    case B.STORE_DEREF: {
      if (n >= locals) { E.fail(); return false; }
      const r = V.popRegister();
      E.emit(Op.StoreDeref, localRegister(n), r, 0);
      return true;
    }
    case B.DELETE_DEREF:
      if (n >= locals) { E.fail(); return false; }
      E.emit(Op.DeleteDeref, localRegister(n), 0, localName(n));
      return true;
    case B.LOAD_ATTR: {
      const object = V.popRegister();
      const cache = E.attributeCache(nameAddress(n));
      E.useCache(result(Op.LoadAttr, object, 0), cache);
      return true;
    }
    case B.LOAD_METHOD: {
      const object = V.popRegister();
      const cache = E.attributeCache(nameAddress(n));
      const a = V.pushOwn();
      V.pushOwn();
      E.useCache(E.emit(Op.LoadMethod, a, object, 0), cache);
      return true;
    }
    case B.LOAD_SUPER_METHOD: {
      const c = V.ownTop(2);
      V.drop(3);
      V.pushOwn();
      V.pushOwn();
      E.emit(Op.LoadSuperMethod, c - 1, c, nameConstant(n));
      return true;
    }
    case B.STORE_ATTR: {
      const object = V.topRegister(0);
      if (V.kindAt(V.depth - 2) == V.NULL) {
        E.emit(Op.DeleteAttr, 0, object, nameConstant(n));
      } else {
        const value = V.topRegister(1);
        const cache = E.attributeCache(nameAddress(n));
        E.useCache(E.emit(Op.StoreAttr, value, object, 0), cache);
      }
      V.drop(2);
      return true;
    }
    case B.LOAD_SUBSCR: {
      const imm = V.immediateAt(V.depth - 1);
      const object = V.topRegister(1);
      if (imm != V.IMMEDIATE_NONE) {
        V.drop(2);
        result(Op.LoadSubscrInt, object, <u32>(<u16>imm));
      } else {
        const key = V.topRegister(0);
        V.drop(2);
        result(Op.LoadSubscr, object, key);
      }
      return true;
    }
    case B.STORE_SUBSCR: {
      const key = V.topRegister(0), object = V.topRegister(1);
      if (V.kindAt(V.depth - 3) == V.NULL) {
        E.emit(Op.DeleteSubscr, 0, object, key);
      } else {
        E.emit(Op.StoreSubscr, V.topRegister(2), object, key);
      }
      V.drop(3);
      return true;
    }
    case B.DUP_TOP: V.duplicate(V.depth - 1); return true;
    case B.DUP_TOP_TWO: V.duplicate(V.depth - 2); V.duplicate(V.depth - 2); return true;
    case B.POP_TOP: V.drop(1); return true;
    case B.ROT_TWO: V.rotateTwo(); return true;
    case B.ROT_THREE:
      if (!A.leavesAsyncWith(here)) V.rotateThree();
      else if (decode(following) && opcode == B.ROT_THREE) V.rotateTwo();
      return true;
    case B.UNARY_OP_MULTI: {
      if (n == 3) { condition(COND_TRUTH, 0); return conditionFalls; }
      unary(n == 0 ? Op.Pos : n == 1 ? Op.Neg : Op.Invert, 0);
      return true;
    }
    case B.BINARY_OP_MULTI:
      if (<i32>n < BinaryOp.INPLACE_OR) { condition(COND_COMPARE, n); return conditionFalls; }
      arithmetic(n);
      return true;
    case B.POP_JUMP_IF_TRUE: case B.POP_JUMP_IF_FALSE: {
      const sense = opcode == B.POP_JUMP_IF_TRUE, to = target;
      return jumpOnTruth(sense, to);
    }
    case B.JUMP_IF_TRUE_OR_POP: case B.JUMP_IF_FALSE_OR_POP: {
      const op = opcode == B.JUMP_IF_TRUE_OR_POP ? Op.JumpTrue : Op.JumpFalse, to = target;
      V.settleAll();
      E.emitCondJump(op, V.stackRegister(V.depth - 1), 0, to);
      V.drop(1);
      return true;
    }
    case B.JUMP: {
      const to = target;
      V.settleAll();
      E.emitJump(to);
      return false;
    }
    case B.GET_ITER: unary(awaits() ? Op.GetAwaitable : Op.GetIter, 1); return true;
    case B.GET_ITER_STACK: {
      const x = V.popRegister();
      V.push(V.UNUSED, 0);
      E.emit(Op.GetIter, V.pushOwn(), x, 0);
      V.push(V.UNUSED, 0);
      V.push(V.UNUSED, 0);
      return true;
    }
    case B.FOR_ITER: {
      const to = target;
      V.settleAll();
      const it = V.stackRegister(V.depth - 3);
      const i = E.emitCondJump(Op.ForIter, it, V.pushOwn(), to);
      if (!E.large) E.noteResult(i, FIELD_B);
      return true;
    }
    default: return translateMore();
  }
}

/** True if the GET_ITER before `following` may be an await: in code of a file it looks like `yield
 *  from`. */
function awaits(): bool {
  return (source.codeFlags & CODE_FROM_FILE) != 0 && decode(following)
    && opcode == B.LOAD_CONST_NONE
    && decode(next) && opcode == B.YIELD_FROM;
}

// ---- pieces ----

function loadGlobal(op: i32, q: u32): void {
  const cache = E.globalCache(nameAddress(q));
  E.useCache(result(op, 0, 0), cache);
}
function storeGlobal(op: i32, q: u32): void {
  const r = V.popRegister();
  E.useCache(E.emit(op, r, 0, 0), E.globalCache(nameAddress(q)));
}
/** The top of the stack goes into a local. */
function storeLocal(r: u32): void {
  const top = V.depth - 1;
  const used = V.usesLocal(r, top);
  if (!used && E.lastResult >= 0 && <u32>E.lastResult == E.code.count - 1
    && V.kindAt(top) == V.IN_REGISTER && V.payloadAt(top) == V.stackRegister(top)
    && E.resultRegister() == V.stackRegister(top)) {
    E.redirectResult(r);
    V.drop(1);
    return;
  }
  if (used) V.saveLocalBelow(r, top);
  const kind = V.kindAt(top), p = V.payloadAt(top);
  V.drop(1);
  if (kind == V.CONSTANT) E.emitLoadConst(r, p);
  else if (kind == V.SMALL) E.emitLoadInt(r, <i64>(<i32>p));
  else if (kind == V.IN_REGISTER) { if (p != r) E.emit(Op.Move, r, p, 0); }
  else E.emit(Op.LoadNull, r, 0, 0);
  E.forgetResult();
}
/** In-place and plain binary operators. */
function arithmetic(n: u32): void {
  const inplace = <i32>n < BinaryOp.OR;
  const kind = inplace ? n - BinaryOp.INPLACE_OR : n - BinaryOp.OR;
  const top = V.depth - 1;
  const imm = V.immediateAt(top);
  let op = -1;
  if (imm != V.IMMEDIATE_NONE) {
    switch (kind) {
      case 2: op = Op.AndInt; break;
      case 3: if (imm >= 0 && imm < 64) op = Op.LShiftInt; break;
      case 4: if (imm >= 0 && imm < 64) op = Op.RShiftInt; break;
      case 5: op = Op.AddInt; break;
      case 6: op = Op.SubInt; break;
      case 7: op = Op.MulInt; break;
      case 9: if (imm > 0) op = Op.FloorDivInt; break;
      case 11: if (imm > 0) op = Op.ModInt; break;
      default:
    }
  }
  const left = V.registerOf(top - 1);
  if (op >= 0) {
    if (inplace) op += IMMEDIATES;
    V.drop(2);
    result(op, left, <u32>(<u16>imm));
    return;
  }
  if (V.kindAt(top) == V.CONSTANT && V.payloadAt(top) < 0x10000
    && (kind == 5 || kind == 6 || kind == 7 || kind == 10)) {
    const v = load<u64>(E.constants.at + (<usize>V.payloadAt(top) << 3));
    if ((v & 3) != 0) {
      const constant = V.payloadAt(top);
      V.drop(2);
      op = kind == 5 ? Op.AddConst : kind == 6 ? Op.SubConst : kind == 7 ? Op.MulConst
        : Op.TrueDivConst;
      result(inplace ? op + IMMEDIATES : op, left, constant);
      return;
    }
  }
  const right = V.registerOf(top);
  V.drop(2);
  result((inplace ? Op.IOr : Op.Or) + <i32>kind, left, right);
}
