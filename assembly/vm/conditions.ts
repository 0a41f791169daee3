// The translator's conditions: a comparison or truth test, any number of `not`, and the jump or value they are for.
import { Op as B, BinaryOp } from "../bytecode/opcodes";
import { Op } from "./ops";
import { decode, opcode, operand, target, next } from "./decode";
import * as A from "./analysis";
import * as V from "./values";
import * as E from "./emit";
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
    if (opcode == B.UNARY_OP_MULTI && operand == 3) { negated = !negated; setFollowing(next); continue; }
    if (opcode == B.POP_JUMP_IF_TRUE || opcode == B.POP_JUMP_IF_FALSE) {
      jump = opcode == B.POP_JUMP_IF_TRUE ? 1 : -1;
      to = target;
      setFollowing(next);
    }
    break;
  }
  if (kind == COND_TRUTH) {
    if (jump != 0) { jumpOnTruth((jump > 0) != negated, to); return; }
    const x = V.registerOf(V.depth - 1);
    V.drop(1);
    const r = V.pushOwn();
    E.emitResult(Op.Not, r, x, 0, FIELD_A);
    if (!negated) { E.forgetResult(); E.emitResult(Op.Not, r, r, 0, FIELD_A); }
    return;
  }
  if (jump != 0) compareJump(n, (jump > 0) != negated, to); else compareValue(n, negated);
}
function compareValue(n: u32, negated: bool): void {
  const b = V.registerOf(V.depth - 1), a = V.registerOf(V.depth - 2);
  V.drop(2);
  const r = V.pushOwn();
  if (n == BinaryOp.IN) E.emitResult(negated ? Op.NotIn : Op.In, r, a, b, FIELD_A);
  else if (n == BinaryOp.IS) E.emitResult(negated ? Op.IsNot : Op.Is, r, a, b, FIELD_A);
  else {
    E.emitResult(n == BinaryOp.EXCEPTION_MATCH ? Op.ExceptionMatch : Op.Lt + <i32>n, r, a, b, FIELD_A);
    if (negated) { E.forgetResult(); E.emitResult(Op.Not, r, r, 0, FIELD_A); }
  }
}
/** Jumps to `to` if the comparison's truth is `sense`. */
function compareJump(n: u32, sense: bool, to: u32): void {
  const top = V.depth - 1;
  if (n == BinaryOp.IS && V.kindAt(top) == V.CONSTANT && V.payloadAt(top) < 0x10000) {
    const a = V.registerOf(top - 1), k = V.payloadAt(top);
    V.drop(2);
    V.settle(V.depth);
    E.emitCondJump(sense ? Op.JumpIsConst : Op.JumpIsNotConst, a, k, to);
    return;
  }
  const imm = <i32>n < BinaryOp.IN ? V.immediateAt(top) : V.IMMEDIATE_NONE;
  const b = imm != V.IMMEDIATE_NONE ? <u32>(<u16>imm) : V.registerOf(top);
  const a = V.registerOf(top - 1);
  V.drop(2);
  V.settle(V.depth);
  if (<i32>n < BinaryOp.IN) {
    const base = imm != V.IMMEDIATE_NONE ? (sense ? Op.JumpLtInt : Op.JumpNotLtInt) : (sense ? Op.JumpLt : Op.JumpNotLt);
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
  const top = V.depth - 1;
  const x = V.registerOf(top);
  V.drop(1);
  V.settle(V.depth);
  E.emitCondJump(sense ? Op.JumpTrue : Op.JumpFalse, x, 0, to);
  return true;
}
