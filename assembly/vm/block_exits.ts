// The translator's exception blocks, and return: what enters them, and the ways out through finally
// blocks.
import { Op as B } from "../bytecode/opcodes";
import { Op } from "./ops";
import { opcode, operand2, number, target } from "./decode";
import * as A from "./analysis";
import * as V from "./values";
import * as E from "./emit";
import {
  NO_REGISTER, here, ranges, exits, EXIT_RETURN, keepRegister, pendingRegister,
} from "./translation";

function openRange(at: u32): void {
  for (let b: u32 = 1; b <= A.blockCount; b++) {
    if (A.blockSetup(b) == at) store<u32>(ranges + (<usize>b << 3), E.code.count);
  }
}

/** The opcodes of exception blocks, and return. */
export function translateBlock(): bool {
  const block = A.blockAt(here);
  switch (opcode) {
    case B.SETUP_EXCEPT: case B.SETUP_FINALLY:
      V.settleAll();
      E.forgetResult();
      openRange(here);
      return true;
    case B.SETUP_WITH: {
      V.settleAll();
      const a = V.stackRegister(V.depth - 1);
      E.emit(Op.SetupWith, a, 0, 0);
      E.emit(Op.CallMethod, a + 2, 0, a + 2);
      V.drop(1);
      V.pushOwn();
      V.pushOwn();
      openRange(here);
      V.pushOwn();
      return true;
    }
    case B.POP_EXCEPT_JUMP: {
      const to = target;
      V.settleAll();
      if (here >= A.blockHandler(block)) {
        E.emit(Op.LoadNull, keepRegister(block), 0, 0);
        endHandler(A.blockParent(block));
      }
      E.emitJump(to);
      return false;
    }
    case B.END_FINALLY: endFinally(block); return A.blockIsFinally(block);
    case B.WITH_CLEANUP: {
      V.settleAll();
      V.drop(2);
      E.emit(Op.WithCleanup, V.stackRegister(V.depth - 1), 0, 0);
      return true;
    }
    case B.UNWIND_JUMP: {
      const to = target, count = operand2 & 0x7f;
      V.settleAll();
      leave(block, count, to, false);
      return false;
    }
    case B.RETURN_VALUE: {
      if (outermostFinally(block)) {
        const value = V.topRegister(0);
        emitReturn(block, value);
      } else {
        E.emit(Op.Return, V.topRegister(0), 0, 0);
      }
      V.drop(1);
      return false;
    }
    default: E.fail(); return false;
  }
}
/** True if a finally block that is not yet running encloses the present place. */
function outermostFinally(block: u32): bool {
  for (let b = block; b != 0; b = A.blockParent(b)) {
    if (A.blockIsFinally(b) && here < A.blockHandler(b)) return true;
  }
  return false;
}
/** Register with the exception that is being handled in block `b` or the nearest around it that is
 *  in its handler; NO_REGISTER: none in this function. */
export function handledRegister(b: u32): u32 {
  for (; b != 0; b = A.blockParent(b)) if (here >= A.blockHandler(b)) return keepRegister(b);
  return NO_REGISTER;
}
/** Levels of exception blocks up to that of the innermost handler that encloses the present
 *  place. */
export function handlerLevels(): u32 {
  for (let b = A.blockAt(here); b != 0; b = A.blockParent(b))
    if (here >= A.blockHandler(b)) return A.blockLevel(b) + 1;
  return 0;
}
/** A handler ends, the blocks from `parent` outwards go on. */
function endHandler(parent: u32): void {
  E.emit(Op.EndHandler, handledRegister(parent), 0, 0);
}
/** A finally block is entered without exception: what is being handled in it is what is handled
 *  around it. */
export function keepAround(block: u32): void {
  const around = handledRegister(A.blockParent(block));
  if (around == NO_REGISTER) E.emit(Op.LoadNull, keepRegister(block), 0, 0);
  else E.emit(Op.Move, keepRegister(block), around, 0);
}
/** Leaves `count` blocks from `block` outwards, running finally blocks, then jumps to `to`. */
function leave(block: u32, count: u32, to: u32, inHandler: bool): void {
  let b = block;
  for (; count != 0; count--) {
    if (b == 0) { E.fail(); return; }
    if (here >= A.blockHandler(b)) {
      inHandler = true;                       // an except or finally block in its handler: dropped
      E.emit(Op.LoadNull, keepRegister(b), 0, 0);
    } else if (A.blockIsFinally(b)) {
      if (inHandler) endHandler(A.blockParent(b));
      enterFinally(b, to, count - 1);
      return;
    }
    b = A.blockParent(b);
  }
  if (inHandler) endHandler(b);
  E.emitJump(to);
}
/** return of the value in a register, from inside `block`. */
function emitReturn(block: u32, value: u32): void {
  let inHandler = false;
  for (let b = block; b != 0; b = A.blockParent(b)) {
    if (here >= A.blockHandler(b)) { inHandler = true; continue; }
    if (!A.blockIsFinally(b)) continue;
    const pending = pendingRegister(b);
    if (pending != value) E.emit(Op.Move, pending, value, 0);
    if (inHandler) endHandler(A.blockParent(b));
    enterFinally(b, EXIT_RETURN, 0);
    return;
  }
  E.emit(Op.Return, value, 0, 0);
}
/** Runs finally block `b` on the way to `to`; `count` more blocks are to be left after it. */
function enterFinally(b: u32, to: u32, count: u32): void {
  let number: u32 = 1;
  let found = false;
  for (let i: u32 = 0; i < exits.count; i++) {
    const row = exits.at + (<usize>i << 4);
    if (load<u32>(row) != b) continue;
    if (load<u32>(row, 4) == to && load<u32>(row, 8) == count) { found = true; break; }
    number++;
  }
  if (!found) {
    const row = E.rowsAdd(exits);
    if (row == 0) return;
    store<u32>(row, b);
    store<u32>(row, to, 4);
    store<u32>(row, count, 8);
  }
  E.emit(Op.LoadInt, V.stackRegister(A.blockDepth(b)), number, 0);
  keepAround(b);
  E.emitJump(A.blockHandler(b));
}
/** The end of a handler or finally block: go on, raise, or take the exit that entered it. */
function endFinally(block: u32): void {
  V.settleAll();
  let count: u32 = 0;
  for (let i: u32 = 0; i < exits.count; i++)
    if (load<u32>(exits.at + (<usize>i << 4)) == block) count++;
  const parent = A.blockParent(block);
  E.emit(Op.LoadNull, keepRegister(block), 0, 0);
  E.emit(Op.EndFinally, V.stackRegister(V.depth - 1), count, handledRegister(parent));
  V.drop(1);
  if (count == 0) { E.forgetResult(); return; }
  const first = E.code.count;
  for (let k: u32 = 0; k < count; k++) E.emitJumpOpen();
  const over = E.emitJumpOpen();
  let k: u32 = 0;
  for (let i: u32 = 0; i < exits.count; i++) {
    const row = exits.at + (<usize>i << 4);
    if (load<u32>(row) != block) continue;
    E.patchJump(first + k);
    k++;
    const to = load<u32>(row, 4), left = load<u32>(row, 8);
    if (to == EXIT_RETURN) emitReturn(parent, pendingRegister(block));
    else leave(parent, left, to, false);
  }
  E.patchJump(over);
  E.forgetResult();
}
