// The translator's counting loops: the end of `for i in range(...)` becomes one instruction.
import { Op as B, BinaryOp } from "../bytecode/opcodes";
import { Op } from "./ops";
import { decode, opcode, operand, number, target, next } from "./decode";
import * as A from "./analysis";
import * as V from "./values";
import * as E from "./emit";
import { source, following, localRegister } from "./translation";

/** Where the loop at the top goes on after its variable was stored; 0: no counting loop ends at
 *  `at`. The loop's end is: step, +=, test. Sets the loop* variables. */
let loopTop: u32 = 0;
let loopAfterStore: u32 = 0;
let loopLocal: u32 = 0;
let loopStep: i32 = 0;
let loopLimit: i32 = 0;
let loopLimitIsConstant: bool = false;
/** Decodes the next opcode. True if it is this one, and nothing jumps to it. */
function follows(op: i32): bool { return !A.markAt(next) && decode(next) && opcode == op; }
function matchLoop(at: u32): bool {
  if (!decode(at) || opcode != B.LOAD_CONST_SMALL_INT || number < -30000 || number > 30000
    || number == 0) return false;
  loopStep = <i32>number;
  if (!follows(B.BINARY_OP_MULTI) || operand != BinaryOp.INPLACE_ADD || !decode(next)) return false;
  loopLimitIsConstant = opcode == B.DUP_TOP;
  if (loopLimitIsConstant) {
    if (!follows(B.LOAD_CONST_SMALL_INT) || number < -32768 || number > 32767) return false;
    loopLimit = <i32>number;
  } else if (opcode != B.DUP_TOP_TWO || !follows(B.ROT_TWO)) {
    return false;
  }
  if (!follows(B.BINARY_OP_MULTI) || operand != <u32>(loopStep > 0 ? BinaryOp.LESS : BinaryOp.MORE)
    || !follows(B.POP_JUMP_IF_TRUE)) return false;
  loopTop = target;
  if (!decode(loopTop) || opcode != B.DUP_TOP || !follows(B.STORE_FAST_N)) return false;
  loopLocal = operand;
  loopAfterStore = next;
  return A.depthAt(loopTop) != <u32>A.UNREACHED && A.blockAt(loopTop) == A.blockAt(at);
}
/** Marks where counting loops re-enter their body as targets. */
export function markLoops(): void {
  for (let at: u32 = 0; at < source.codeLength;) {
    if (!decode(at)) return;
    const following = next;
    if (A.depthAt(at) != <u32>A.UNREACHED && opcode == B.LOAD_CONST_SMALL_INT && matchLoop(at)) {
      A.markTarget(loopAfterStore);
    }
    at = following;
  }
}

/** Emits the end of a counting loop if one begins at `at`: increment, test and jump in one
 *  instruction, then what the bytecode does otherwise, for the first entry. */
export function countingLoop(at: u32): bool {
  if (!matchLoop(at)) { decode(at); return false; }
  V.settleAll();
  const counter = V.stackRegister(V.depth - 1);
  const op = loopLimitIsConstant ? Op.LoopCountInt : Op.LoopCount;
  const limit = loopLimitIsConstant ? <u32>(<u16>loopLimit) : V.stackRegister(V.depth - 2);
  const d = localRegister(loopLocal), step = <u32>(<u16>loopStep), to = loopAfterStore;
  if (E.large) {
    E.emit(op, counter, limit, 2);
    E.emit(0, d, step, 0);
    E.emit(Op.Jump, 0, 1, 0);
    E.emitJump(to);
  } else {
    E.emitCondJump(op, counter, limit, to);
    E.emit(0, d, step, 0);
  }
  decode(at);
  const increment = next;
  decode(increment);
  const test = next;
  let end = test;
  for (let i = 0; i < 4; i++) { decode(end); end = next; }
  // The loop is over: what follows the test comes next. The test itself is reached by the jump that
  // enters the loop; if nothing jumps there it is left out.
  A.markTarget(end);
  if (A.markAt(test)) {
    E.emitJump(end);
    V.resetTo(A.depthAt(test));
    loopResume = test;
  } else {
    V.resetTo(A.depthAt(end));
    loopResume = end;
  }
  return true;
}
/** Where the walk goes on after countingLoop. */
export let loopResume: u32 = 0;
