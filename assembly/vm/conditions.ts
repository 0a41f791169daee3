// The translator's conditions: a comparison or truth test, any number of `not`, and the jump or
// value they are for.
import { Op as B, BinaryOp } from "../bytecode/opcodes";
import { Op } from "./ops";
import { decode, opcode, operand, target, next } from "./decode";
import * as A from "./analysis";
import * as V from "./values";
import * as E from "./emit";
import { result, unary } from "./opcode_building";
import { FIELD_A, following, setFollowing } from "./translation";

export const COND_TRUTH: i32 = 0;
export const COND_COMPARE: i32 = 1;
export let conditionFalls: bool = true;

/** kind COND_TRUTH: the decoded opcode is NOT; COND_COMPARE: comparison n (BinaryOp). */
export function condition(kind: i32, n: u32): void {
  let negated = kind == COND_TRUTH;
  conditionFalls = true;
  let jump = 0, to: u32 = 0;
  while (!A.markAt(following) && decode(following)) {
    if (opcode == B.UNARY_OP_MULTI && operand == 3) {
      negated = !negated;
      setFollowing(next);
      continue;
    }
    if (opcode == B.POP_JUMP_IF_TRUE || opcode == B.POP_JUMP_IF_FALSE) {
      jump = opcode == B.POP_JUMP_IF_TRUE ? 1 : -1;
      to = target;
      setFollowing(next);
    }
    break;
  }
  if (kind == COND_TRUTH) {
    if (jump != 0) { jumpOnTruth((jump > 0) != negated, to); return; }
    unary(Op.Not, 0);
    if (!negated) not();
    return;
  }
  if (jump != 0) compareJump(n, (jump > 0) != negated, to); else compareValue(n, negated);
}
/** Negates the result that was just pushed. */
function not(): void {
  const r = V.stackRegister(V.depth - 1);
  E.forgetResult();
  E.emitResult(Op.Not, r, r, 0, FIELD_A);
}
function compareValue(n: u32, negated: bool): void {
  const b = V.topRegister(0), a = V.topRegister(1);
  V.drop(2);
  const isIn = n == BinaryOp.IN, isIs = n == BinaryOp.IS;
  result(isIn ? (negated ? Op.NotIn : Op.In) : isIs ? (negated ? Op.IsNot : Op.Is)
    : n == BinaryOp.EXCEPTION_MATCH ? Op.ExceptionMatch : Op.Lt + <i32>n, a, b);
  if (negated && !isIn && !isIs) not();
}
/** Jumps to `to` if the comparison's truth is `sense`. */
function compareJump(n: u32, sense: bool, to: u32): void {
  const top = V.depth - 1;
  if (n == BinaryOp.IS && V.kindAt(top) == V.CONSTANT && V.payloadAt(top) < 0x10000) {
    const a = V.registerOf(top - 1), k = V.payloadAt(top);
    V.drop(2);
    V.settleAll();
    E.emitCondJump(sense ? Op.JumpIsConst : Op.JumpIsNotConst, a, k, to);
    return;
  }
  const imm = <i32>n < BinaryOp.IN ? V.immediateAt(top) : V.IMMEDIATE_NONE;
  const b = imm != V.IMMEDIATE_NONE ? <u32>(<u16>imm) : V.registerOf(top);
  const a = V.registerOf(top - 1);
  V.drop(2);
  V.settleAll();
  if (<i32>n < BinaryOp.IN) {
    const base = imm != V.IMMEDIATE_NONE ? (sense ? Op.JumpLtInt : Op.JumpNotLtInt)
      : (sense ? Op.JumpLt : Op.JumpNotLt);
    E.emitCondJump(base + <i32>n, a, b, to);
  } else if (n == BinaryOp.IN) {
    E.emitCondJump(sense ? Op.JumpIn : Op.JumpNotIn, a, b, to);
  } else if (n == BinaryOp.IS) {
    E.emitCondJump(sense ? Op.JumpIs : Op.JumpIsNot, a, b, to);
  } else if (!sense) {
    E.emitCondJump(Op.JumpNotMatch, a, b, to);
  } else {
    const r = V.stackRegister(V.depth);
    E.emit(Op.ExceptionMatch, r, a, b);
    E.emitCondJump(Op.JumpTrue, r, 0, to);
  }
}
/** Jumps to `to` if the truth of the top entry is `sense`; pops it. True if control may go on. */
export function jumpOnTruth(sense: bool, to: u32): bool {
  const x = V.popRegister();
  V.settleAll();
  E.emitCondJump(sense ? Op.JumpTrue : Op.JumpFalse, x, 0, to);
  return true;
}
