// Emission of try, except*, with and async with (docs/mpy-format.md section 7).
import { NOTHING } from "../core/value";
import {
  S_BaseException, S___class__, S___aenter__, S___aexit__, S___traceback__,
} from "../objects/names";
import { Op, BinaryOp } from "../bytecode/opcodes";
import { TryNode, HandlerNode, WithNode, WithItemNode, FLAG_ASYNC, FLAG_STAR, nextOf } from "./ast";
import { nodeError } from "./errors";
import { pure } from "./options";
import {
  adjust, emit, emitAll, emit1, emitName, emitJump, newLabel, placeLabel, enterBlock, leaveBlock, needRoom,
  setLine, backToLine,
} from "./emitter_code";
import {
  loadNone, loadFast, storeFast, storeName, deleteName, tempNew, tempFree,
} from "./emitter_names";
import { emitExpression, emitAwait } from "./emitter_expressions";
import { emitBlock, emitStore } from "./emitter_statements";

/** Room for the state of an UNWIND_JUMP that a finally interrupts. */
const UNWIND_ROOM: i32 = 3;

@inline function exceptionMatch(): void { emit(Op.BINARY_OP_MULTI + BinaryOp.EXCEPTION_MATCH); }

/** The end of what a finally, or handlers, do. */
function endFinally(): void {
  leaveBlock();
  emit(Op.END_FINALLY);
}
export function emitTry(node: usize): void {
  const t = changetype<TryNode>(node);
  if (t.final == 0) { emitHandled(t); return; }
  const final = newLabel();
  emitJump(Op.SETUP_FINALLY, final);
  enterBlock();
  if (t.handlers == 0) {
    adjust(UNWIND_ROOM);
    emitBlock(t.body);
    adjust(-UNWIND_ROOM);
  } else {
    emitHandled(t);
  }
  loadNone();
  placeLabel(final);
  emitBlock(t.final);
  endFinally();
}

/** try with its handlers and else, without finally. */
function emitHandled(t: TryNode): void {
  const handler = newLabel(), otherwise = newLabel(), end = newLabel();
  emitJump(Op.SETUP_EXCEPT, handler);
  enterBlock();
  emitBlock(t.body);
  emitJump(Op.POP_EXCEPT_JUMP, otherwise);
  placeLabel(handler);
  // The exception, and room for the state of an UNWIND_JUMP.
  adjust(1 + UNWIND_ROOM);
  if (t.flags & FLAG_STAR) emitStarHandlers(t, end); else emitHandlers(t, end);
  endFinally();
  adjust(-UNWIND_ROOM);
  placeLabel(otherwise);
  emitBlock(t.orElse);
  placeLabel(end);
}

function emitHandlers(t: TryNode, end: u32): void {
  for (let h = t.handlers; h != 0; h = nextOf(h)) {
    const clause = changetype<HandlerNode>(h);
    const next = newLabel();
    if (clause.type != 0) {
      if (!pure) setLine(clause.line);
      emit(Op.DUP_TOP);
      emitExpression(clause.type);
      backToLine(clause.line);
      exceptionMatch();
      emitJump(Op.POP_JUMP_IF_FALSE, next);
    }
    if (clause.name == NOTHING) emit(Op.POP_TOP); else storeName(clause.name);
    emitNamedBody(clause);
    emitJump(Op.POP_EXCEPT_JUMP, end);
    placeLabel(next);
    adjust(1);
  }
}
/** The body of a handler; its name is unbound at the end, whatever happens. */
function emitNamedBody(clause: HandlerNode): void {
  if (clause.name == NOTHING) { emitBlock(clause.body); return; }
  const final = newLabel();
  emitJump(Op.SETUP_FINALLY, final);
  enterBlock();
  emitBlock(clause.body);
  loadNone();
  placeLabel(final);
  loadNone();
  storeName(clause.name);
  deleteName(clause.name);
  endFinally();
}

/** Handlers of except*: each takes its part of the group; what remains, and what handlers raise, is
 *  raised at the end. Exception, rest and list live in hidden locals. EXCEPT_STAR 0 makes the part
 *  the exception being handled. */
function emitStarHandlers(t: TryNode, end: u32): void {
  if (pure) nodeError(changetype<usize>(t), "a .mpy file cannot hold except*");
  const original = tempNew(), rest = tempNew(), part = tempNew(), list = tempNew();
  emit(Op.DUP_TOP);
  storeFast(rest);
  storeFast(original);
  emit(Op.BUILD_LIST);
  storeFast(list);
  for (let h = t.handlers; h != 0; h = nextOf(h)) {
    const clause = changetype<HandlerNode>(h);
    const next = newLabel(), raisedInside = newLabel();
    setLine(clause.line);
    jumpIfNone(rest, next);
    loadFast(rest);
    emitExpression(clause.type);
    emit(Op.EXCEPT_STAR);
    storeFast(part);
    storeFast(rest);
    jumpIfNone(part, next);
    emitJump(Op.SETUP_EXCEPT, raisedInside);
    enterBlock();
    if (clause.name != NOTHING) {
      loadFast(part);
      storeName(clause.name);
    }
    emitNamedBody(clause);
    emitJump(Op.POP_EXCEPT_JUMP, next);
    placeLabel(raisedInside);
    adjust(1);
    loadFast(list);
    emitAll(Op.ROT_TWO | Op.LIST_APPEND << 8 | Op.POP_TOP << 16);
    emitJump(Op.POP_EXCEPT_JUMP, next);
    leaveBlock();
    placeLabel(next);
  }
  const all = newLabel(), raise = newLabel();
  jumpIfNone(rest, all);
  loadFast(list);
  loadFast(rest);
  emitAll(Op.LIST_APPEND | Op.POP_TOP << 8);
  placeLabel(all);
  loadFast(original);
  loadFast(list);
  emit1(Op.EXCEPT_STAR, 1);
  emitAll(Op.DUP_TOP | Op.LOAD_CONST_NONE << 8 | (Op.BINARY_OP_MULTI + BinaryOp.IS) << 16);
  emitJump(Op.POP_JUMP_IF_FALSE, raise);
  emit(Op.POP_TOP);
  emitJump(Op.POP_EXCEPT_JUMP, end);
  placeLabel(raise);
  adjust(1);
  tempFree(4);
}
/** Jumps if the local is None. */
export function jumpIfNone(slot: u32, label: u32): void {
  loadFast(slot);
  emitAll(Op.LOAD_CONST_NONE | (Op.BINARY_OP_MULTI + BinaryOp.IS) << 8);
  emitJump(Op.POP_JUMP_IF_TRUE, label);
}

// ---- with ----

export function emitWith(node: usize): void {
  const w = changetype<WithNode>(node);
  if (w.flags & FLAG_ASYNC) emitAsyncItem(w, w.items);
  else emitItemOf(w, w.items);
}

function emitItemOf(w: WithNode, node: usize): void {
  if (node == 0) { emitBlock(w.body); return; }
  const item = changetype<WithItemNode>(node);
  const end = newLabel();
  emitExpression(item.context);
  emitJump(Op.SETUP_WITH, end);
  enterBlock();
  if (item.target == 0) emit(Op.POP_TOP); else emitStore(item.target);
  emitItemOf(w, nextOf(node));
  loadNone();
  placeLabel(end);
  backToLine(w.line);
  // Room for the call of __exit__.
  needRoom(2);
  emit(Op.WITH_CLEANUP);
  endFinally();
}

function callAwaited(arguments_: i32): void {
  emit1(Op.CALL_METHOD, <u32>arguments_);
  emitAwait();
}
function emitAsyncItem(w: WithNode, node: usize): void {
  if (node == 0) { emitBlock(w.body); return; }
  if (pure) pureAsyncItem(w, changetype<WithItemNode>(node));
  else asyncItem(w, changetype<WithItemNode>(node));
}

/** async with in code that runs here: the bound __aexit__ and whether it is still to be called lie
 *  in hidden locals, so that a return that passes through needs no look at the stack.
 *
 *    try:
 *      try: target = await manager.__aenter__(); body
 *      except as e: due = False; if not await exit(type(e), e, e.__traceback__): raise
 *    finally: if due: await exit(None, None, None) */
function asyncItem(w: WithNode, item: WithItemNode): void {
  const exit = tempNew(), due = tempNew(), exception = tempNew();
  const final = newLabel(), handler = newLabel(), again = newLabel(), done = newLabel(),
    skip = newLabel();
  emitExpression(item.context);
  emit1(Op.CHECK, 2);
  emit(Op.DUP_TOP);
  emitName(Op.LOAD_ATTR, <u64>S___aexit__);
  storeFast(exit);
  emitName(Op.LOAD_METHOD, <u64>S___aenter__);
  callAwaited(0);
  // Stored into its target inside the block: what that raises reaches __aexit__.
  storeFast(exception);
  emit(Op.LOAD_CONST_TRUE);
  storeFast(due);
  emitJump(Op.SETUP_FINALLY, final);
  enterBlock();
  adjust(UNWIND_ROOM);
  emitJump(Op.SETUP_EXCEPT, handler);
  enterBlock();
  if (item.target != 0) {
    loadFast(exception);
    emitStore(item.target);
  }
  emitAsyncItem(w, nextOf(changetype<usize>(item)));
  emitJump(Op.POP_EXCEPT_JUMP, done);
  placeLabel(handler);
  backToLine(w.line);
  adjust(1 + UNWIND_ROOM);
  emit(Op.DUP_TOP);
  storeFast(exception);
  emit(Op.LOAD_CONST_FALSE);
  storeFast(due);
  loadFast(exit);
  loadFast(exception);
  emitName(Op.LOAD_ATTR, <u64>S___class__);
  loadFast(exception);
  loadFast(exception);
  emitName(Op.LOAD_ATTR, <u64>S___traceback__);
  emit1(Op.CALL_FUNCTION, 3);
  emitAwait();
  emitJump(Op.POP_JUMP_IF_FALSE, again);
  emit(Op.POP_TOP);
  emitJump(Op.POP_EXCEPT_JUMP, done);
  placeLabel(again);
  adjust(1);
  endFinally();
  adjust(-UNWIND_ROOM);
  placeLabel(done);
  adjust(-UNWIND_ROOM);
  loadNone();
  placeLabel(final);
  backToLine(w.line);
  loadFast(due);
  emitJump(Op.POP_JUMP_IF_FALSE, skip);
  loadFast(exit);
  emitAll(Op.LOAD_CONST_NONE | Op.LOAD_CONST_NONE << 8 | Op.LOAD_CONST_NONE << 16);
  emit1(Op.CALL_FUNCTION, 3);
  emitAwait();
  emit(Op.POP_TOP);
  placeLabel(skip);
  endFinally();
  tempFree(3);
}

/** async with as mpy-cross emits it. */
function pureAsyncItem(w: WithNode, item: WithItemNode): void {
  const final = newLabel(), jumping = newLabel(), normal = newLabel(), end = newLabel();
  emitExpression(item.context);
  emit(Op.DUP_TOP);
  emitName(Op.LOAD_METHOD, <u64>S___aenter__);
  callAwaited(0);
  emitTarget(item.target);
  emitJump(Op.SETUP_FINALLY, final);
  enterBlock();
  adjust(UNWIND_ROOM);
  emitAsyncItem(w, nextOf(changetype<usize>(item)));
  adjust(-UNWIND_ROOM);
  // Three ways lead to END_FINALLY; the manager lies on the stack, and above it:
  // nothing, at the end of the body;
  emitAll(Op.LOAD_CONST_NONE | Op.ROT_TWO << 8);
  emitJump(Op.JUMP, normal);
  // an exception: it goes to __aexit__, which may swallow it;
  placeLabel(final);
  emit(Op.DUP_TOP);
  emitName(Op.LOAD_GLOBAL, <u64>S_BaseException);
  exceptionMatch();
  emitJump(Op.POP_JUMP_IF_FALSE, jumping);
  emitAll(Op.DUP_TOP | Op.ROT_THREE << 8 | Op.ROT_TWO << 16);
  emitName(Op.LOAD_METHOD, <u64>S___aexit__);
  emitAll(Op.ROT_THREE | Op.ROT_THREE << 8 | Op.DUP_TOP << 16);
  emitName(Op.LOAD_ATTR, <u64>S___class__);
  emitAll(Op.ROT_TWO | Op.LOAD_CONST_NONE << 8);
  callAwaited(3);
  emitJump(Op.POP_JUMP_IF_FALSE, end);
  emitAll(Op.POP_TOP | Op.LOAD_CONST_NONE << 8);
  emitJump(Op.JUMP, end);
  // or a value and the int of a return or jump: one more than above.
  placeLabel(jumping);
  adjust(2);
  emitAll(Op.ROT_THREE | Op.ROT_THREE << 8);
  placeLabel(normal);
  emitName(Op.LOAD_METHOD, <u64>S___aexit__);
  emitAll(Op.LOAD_CONST_NONE | Op.DUP_TOP << 8 | Op.DUP_TOP << 16);
  callAwaited(3);
  emit(Op.POP_TOP);
  adjust(-1);
  placeLabel(end);
  endFinally();
}
function emitTarget(target: usize): void {
  if (target == 0) emit(Op.POP_TOP); else emitStore(target);
}
