// Emission of statements, and of targets: stores and deletes.
import { Value, NOTHING, smallInt } from "../core/value";
import { strOfChar } from "../objects/str";
import { tupleAlloc } from "../objects/tuple";
import { raised } from "../objects/errors";
import { S_AssertionError, S_range, S_len, S___repl_print__ } from "../objects/names";
import { Op, BinaryOp } from "../bytecode/opcodes";
import { ScopeKind, isFunctionLike } from "./scopes";
import {
  Kind, Node, UnaryNode, BinaryNode, ListNode, ChainNode, NameNode, CallNode, AssignNode,
  AugAssignNode, AnnAssignNode, ForNode, WhileNode, IfNode, IfClauseNode, ImportFromNode,
  AliasNode, CondNode, FLAG_ASYNC, FLAG_STAR, FLAG_PARENTHESISED, childOf, kindOf, nextOf, callOf,
} from "./ast";
import { nodeError } from "./errors";
import { pure, optimisation, printExpressions } from "./options";
import { constantTruth, constantOf } from "./fold";
import {
  adjust, blockDepth, dead, emit, emitAll, emit1, emitName, emitRaw, emitJump, emitUnwind, newLabel,
  placeLabel, placeLoop, setLine, backToLine, setLoopLine,
} from "./emitter_code";
import {
  scope, loadNone, loadInt, loadString, loadConstant, loadName, storeName, deleteName,
  isOpcodeInt,
} from "./emitter_names";
import { emitExpression, emitOrNone, emitEach, emitCondition, emitBinary } from "./emitter_expressions";
import { emitLinks } from "./emitter_calls";
import { emitFunction, emitClass, beginIteration, nextItem } from "./emitter_functions";
import { emitAnnotation } from "./emitter_annotations";
import { emitTry, emitWith } from "./emitter_try";
import { emitMatch } from "./emitter_match";
import { rangeIsBound } from "./scopes_visit";

// ---- loops around the statement ----
/** Where break goes, and from bit 32 on where continue goes. */
let loopLabels: u64 = 0;
/** blockDepth where the loop stands, times two; 1: the loop holds an iterator of 4 slots on the
 *  stack. */
let loopHolds: i32 = 0;

/** Begins a scope. */
export function statementsBegin(): void { loopHolds = 0; }
/** Goes into a loop. What loopLabels and loopHolds were comes back at its end. */
function enterLoop(breakTo: u32, continueTo: u32, iterator: bool): void {
  loopLabels = <u64>continueTo << 32 | breakTo;
  loopHolds = blockDepth << 1 | <i32>iterator;
}

function emitBreak(): void {
  const blocks = blockDepth - (loopHolds >> 1), iterator = loopHolds & 1;
  if (blocks == 0) {
    if (iterator) for (let i = 0; i < 4; i++) emitRaw(Op.POP_TOP);
    emitJump(Op.JUMP, <u32>loopLabels);
  } else {
    emitUnwind(Op.UNWIND_JUMP, <u32>loopLabels, blocks | iterator << 7);
  }
}
function emitContinue(): void {
  const blocks = blockDepth - (loopHolds >> 1), label = <u32>(loopLabels >> 32);
  if (blocks == 0) emitJump(Op.JUMP, label); else emitUnwind(Op.UNWIND_JUMP, label, blocks);
}

// ---- blocks and simple statements ----

export function emitBlock(first: usize): void {
  for (let s = first; s != 0; s = nextOf(s)) {
    if (raised()) return;
    emitStatement(s);
  }
}

export function emitStatement(node: usize): void {
  const kind = kindOf(node);
  const line = changetype<Node>(node).line;
  if (kind != Kind.BAD && kind != Kind.FUNCTION && kind != Kind.CLASS && (pure || hasCode(node)))
    setLine(line);
  switch (kind) {
    case Kind.FUNCTION: emitFunction(node); break;
    case Kind.CLASS: emitClass(node); break;
    case Kind.RETURN: {
      let value = changetype<UnaryNode>(node).value;
      if (value != 0 && kindOf(value) == Kind.COND) {
        // Either value is returned where it is made.
        const c = changetype<CondNode>(value);
        const otherwise = newLabel();
        setLine(c.line);
        emitCondition(c.test, false, otherwise);
        emitExpression(c.body);
        emit(Op.RETURN_VALUE);
        placeLabel(otherwise);
        value = c.orElse;
      }
      emitOrNone(value);
      backToLine(line);
      emit(Op.RETURN_VALUE);
      break;
    }
    case Kind.DELETE:
      for (let t = changetype<ListNode>(node).first; t != 0; t = nextOf(t)) emitDelete(t);
      break;
    case Kind.ASSIGN: emitAssign(node); break;
    case Kind.AUG_ASSIGN: emitAugAssign(node); break;
    case Kind.ANN_ASSIGN: {
      const n = changetype<AnnAssignNode>(node);
      if (n.value != 0) {
        emitExpression(n.value);
        emitStore(n.target);
      }
      emitAnnotation(n);
      break;
    }
    case Kind.FOR: emitFor(node); break;
    case Kind.WHILE: emitWhile(node); break;
    case Kind.IF: emitIf(node); break;
    case Kind.WITH: emitWith(node); break;
    case Kind.MATCH: emitMatch(node); break;
    case Kind.RAISE: {
      let op: u32 = Op.RAISE_LAST;
      for (let field = 0; field < 2; field++) {
        const value = childOf(node, field);
        if (value == 0) continue;
        emitExpression(value);
        backToLine(line);
        op++;
      }
      emit(op);
      break;
    }
    case Kind.TRY: emitTry(node); break;
    case Kind.ASSERT: emitAssert(node); break;
    case Kind.IMPORT:
      for (let a = changetype<ListNode>(node).first; a != 0; a = nextOf(a)) emitImport(a);
      break;
    case Kind.IMPORT_FROM: emitImportFrom(node); break;
    case Kind.EXPRESSION: emitExpressionStatement(changetype<UnaryNode>(node).value); break;
    case Kind.BREAK: emitBreak(); break;
    case Kind.CONTINUE: emitContinue(); break;
    default: break;
  }
}

/** False for statements that become no code of their own: their lines are left out. */
function hasCode(node: usize): bool {
  switch (kindOf(node)) {
    case Kind.PASS: case Kind.GLOBAL: case Kind.NONLOCAL: case Kind.TRY: return false;
    case Kind.WHILE: return constantTruth(changetype<WhileNode>(node).test) < 0;
    case Kind.EXPRESSION: return kindOf(changetype<UnaryNode>(node).value) != Kind.CONST;
    // In a function an annotation alone is nothing.
    case Kind.ANN_ASSIGN:
      return changetype<AnnAssignNode>(node).value != 0 || !isFunctionLike(scope);
    default: return true;
  }
}

function emitExpressionStatement(value: usize): void {
  if (printExpressions && scope.kind == ScopeKind.MODULE) {
    loadName(<u64>S___repl_print__);
    emitExpression(value);
    emit1(Op.CALL_FUNCTION, 1);
  } else {
    if (kindOf(value) == Kind.CONST) return;
    emitExpression(value);
  }
  emit(Op.POP_TOP);
}

function emitAssert(node: usize): void {
  const n = changetype<BinaryNode>(node);
  if (optimisation != 0) return;
  const end = newLabel();
  emitCondition(n.left, true, end);
  emitName(Op.LOAD_GLOBAL, <u64>S_AssertionError);
  if (n.right != 0) {
    emitExpression(n.right);
    emit1(Op.CALL_FUNCTION, 1);
  }
  emit(Op.RAISE_OBJ);
  placeLabel(end);
}

function emitImport(node: usize): void {
  const alias = changetype<AliasNode>(node);
  loadInt(0);
  loadNone();
  emitName(Op.IMPORT_NAME, alias.name);
  if (alias.asName != NOTHING) {
    for (let p = nextOf(alias.parts); p != 0; p = nextOf(p))
      emitName(Op.LOAD_ATTR, changetype<NameNode>(p).name);
  }
  storeName(nameBoundBy(alias));
}
function nameBoundBy(alias: AliasNode): Value {
  return alias.asName != NOTHING ? alias.asName : changetype<NameNode>(alias.parts).name;
}
function emitImportFrom(node: usize): void {
  const n = changetype<ImportFromNode>(node);
  loadInt(<i32>n.level);
  if (n.flags & FLAG_STAR) {
    loadString(strOfChar(42));
    emit1(Op.BUILD_TUPLE, 1);
    emitName(Op.IMPORT_NAME, n.module);
    emit(Op.IMPORT_STAR);
    return;
  }
  let count: u32 = 0;
  for (let a = n.names; a != 0; a = nextOf(a)) count++;
  if (!pure) {
    const names = tupleAlloc(count);
    if (changetype<usize>(names) == 0) return;
    let i: u32 = 0;
    for (let a = n.names; a != 0; a = nextOf(a)) names.set(i++, changetype<AliasNode>(a).name);
    loadConstant(<u64>changetype<usize>(names));
  } else {
    for (let a = n.names; a != 0; a = nextOf(a)) loadString(changetype<AliasNode>(a).name);
    emit1(Op.BUILD_TUPLE, count);
  }
  emitName(Op.IMPORT_NAME, n.module);
  for (let a = n.names; a != 0; a = nextOf(a)) {
    const alias = changetype<AliasNode>(a);
    emitName(Op.IMPORT_FROM, alias.name);
    storeName(nameBoundBy(alias));
  }
  emit(Op.POP_TOP);
}

// ---- assignment ----

function hasStar(list: ListNode): bool {
  for (let e = list.first; e != 0; e = nextOf(e)) if (kindOf(e) == Kind.STARRED) return true;
  return false;
}
function emitAssign(node: usize): void {
  const n = changetype<AssignNode>(node);
  const target = n.targets;
  // a, b = x, y and a, b, c = x, y, z make no tuple.
  if (nextOf(target) == 0 && kindOf(target) == Kind.TUPLE && kindOf(n.value) == Kind.TUPLE) {
    const to = changetype<ListNode>(target), from = changetype<ListNode>(n.value);
    const bare = !pure || !((to.flags | from.flags) & FLAG_PARENTHESISED);
    if (bare && to.count == from.count && (to.count == 2 || to.count == 3) && !hasStar(to)
        && !hasStar(from)) {
      emitEach(from.first);
      if (to.count == 3) emit(Op.ROT_THREE);
      emit(Op.ROT_TWO);
      storeEach(to);
      return;
    }
  }
  emitExpression(n.value);
  for (let t = n.targets; t != 0; t = nextOf(t)) {
    if (nextOf(t) != 0) emit(Op.DUP_TOP);
    emitStore(t);
  }
}

/** Stores the value on top into a target, and takes it off. */
export function emitStore(node: usize): void {
  switch (kindOf(node)) {
    case Kind.NAME:
      backToLine(changetype<Node>(node).line);
      storeName(changetype<NameNode>(node).name);
      break;
    case Kind.STARRED: emitStore(changetype<UnaryNode>(node).value); break;
    case Kind.TUPLE:
    case Kind.LIST: {
      const list = changetype<ListNode>(node);
      let left: u32 = 0, starred = false;
      for (let e = list.first; e != 0; e = nextOf(e)) {
        if (kindOf(e) == Kind.STARRED) { starred = true; break; }
        left++;
      }
      if (starred) {
        const right = list.count - left - 1;
        if (left > 255 || right > 0x7fffff) {
          nodeError(node, "too many expressions in star-unpacking assignment");
          return;
        }
        emit1(Op.UNPACK_EX, left | right << 8);
      } else {
        emit1(Op.UNPACK_SEQUENCE, list.count);
      }
      storeEach(list);
      break;
    }
    default:
      emitPlace(node);
      emitPut(node);
      break;
  }
}
function storeEach(list: ListNode): void {
  for (let e = list.first; e != 0; e = nextOf(e)) emitStore(e);
}

/** What a POSTFIX is stored to: the object of an attribute; container and key. Returns whether it
 *  is an attribute. */
function emitPlace(node: usize): bool {
  const chain = changetype<ChainNode>(node), last = chain.lastLink;
  emitLinks(chain, last);
  if (kindOf(last) == Kind.ATTRIBUTE) return true;
  emitExpression(changetype<UnaryNode>(last).value);
  return false;
}
/** Stores into a POSTFIX: below its place, which is on top, lies the value. */
function emitPut(node: usize): void {
  const chain = changetype<ChainNode>(node), last = chain.lastLink;
  if (kindOf(last) == Kind.ATTRIBUTE) {
    backToLine(changetype<Node>(last).line);
    emitName(Op.STORE_ATTR, changetype<NameNode>(last).name);
  } else {
    backToLine(chain.line);
    emit(Op.STORE_SUBSCR);
  }
}

function emitDelete(node: usize): void {
  switch (kindOf(node)) {
    case Kind.NAME: deleteName(changetype<NameNode>(node).name); break;
    case Kind.TUPLE:
    case Kind.LIST:
      for (let e = changetype<ListNode>(node).first; e != 0; e = nextOf(e)) emitDelete(e);
      break;
    default:
      emitAll(Op.LOAD_NULL | (emitPlace(node) ? Op.ROT_TWO : Op.ROT_THREE) << 8);
      emitPut(node);
      break;
  }
}

function emitAugAssign(node: usize): void {
  const n = changetype<AugAssignNode>(node), target = n.target;
  const bare = kindOf(target) == Kind.NAME;
  let attribute = false;
  if (bare) {
    loadName(changetype<NameNode>(target).name);
  } else if (emitPlace(target)) {
    attribute = true;
    emit(Op.DUP_TOP);
    emitName(Op.LOAD_ATTR, changetype<NameNode>(changetype<ChainNode>(target).lastLink).name);
  } else {
    emitAll(Op.DUP_TOP_TWO | Op.LOAD_SUBSCR << 8);
  }
  emitExpression(n.value);
  backToLine(n.line);
  emitBinary(n.op, true);
  if (bare) {
    storeName(changetype<NameNode>(target).name);
  } else {
    emit(attribute ? Op.ROT_TWO : Op.ROT_THREE);
    emitPut(target);
  }
}

// ---- if and loops ----

function emitIf(node: usize): void {
  const n = changetype<IfNode>(node);
  const end = newLabel();
  for (let c = n.clauses; c != 0; c = nextOf(c)) {
    const clause = changetype<IfClauseNode>(c);
    const truth = constantTruth(clause.test);
    if (c != n.clauses && !pure) setLine(clause.line);
    // Where a constant decides, what cannot be reached is not emitted.
    if (truth == 0) continue;
    const otherwise = newLabel();
    emitCondition(clause.test, false, otherwise);
    emitBlock(clause.body);
    if (truth == 1) {
      placeLabel(end);
      return;
    }
    // mpy-cross jumps at the end of every elif, also of the last.
    if (nextOf(c) != 0 || n.orElse != 0 || (pure && c != n.clauses)) emitJump(Op.JUMP, end);
    placeLabel(otherwise);
  }
  emitBlock(n.orElse);
  placeLabel(end);
}

function emitWhile(node: usize): void {
  const n = changetype<WhileNode>(node);
  const outerLabels = loopLabels, outerHolds = loopHolds;
  const truth = constantTruth(n.test);
  const end = newLabel();
  if (truth != 0) {
    const top = newLabel();
    const again = newLabel();
    enterLoop(end, again, false);
    const live = !dead;
    if (truth < 0) emitJump(Op.JUMP, again);
    placeLoop(top, live);
    emitBlock(n.body);
    placeLabel(again);
    if (truth < 0) setLoopLine(changetype<Node>(n.test).line);
    emitCondition(n.test, true, top);
  }
  loopLabels = outerLabels;
  loopHolds = outerHolds;
  emitBlock(n.orElse);
  placeLabel(end);
}

/** The arguments of a `range(...)` that makes the for a counting loop; 0: it does not. */
function countingArguments(n: ForNode): CallNode {
  const none = changetype<CallNode>(0);
  const call = callOf(n.iter, <u64>S_range);
  if (changetype<usize>(call) == 0 || kindOf(n.target) != Kind.NAME) return none;
  // A program may have a range of its own.
  if (!pure && rangeIsBound()) return none;
  if (call.keywordCount != 0 || call.flags & FLAG_STAR || call.argCount < 1 || call.argCount > 3)
    return none;
  if (call.argCount == 1 && kindOf(call.args) == Kind.GENERATOR) return none;
  if (call.argCount == 3) {
    const step = nextOf(nextOf(call.args));
    if (kindOf(step) != Kind.CONST || !isOpcodeInt(constantOf(step))
      || smallInt(constantOf(step)) == 0) return none;
  }
  if (!pure) {
    // A bound that is no int must raise, as range() does.
    for (let a = call.args; a != 0; a = nextOf(a)) {
      if (kindOf(a) == Kind.CONST && !isOpcodeInt(constantOf(a))) return none;
    }
  }
  return call;
}

function emitFor(node: usize): void {
  const n = changetype<ForNode>(node);
  const outerLabels = loopLabels, outerHolds = loopHolds;
  const counting = n.flags & FLAG_ASYNC ? changetype<CallNode>(0) : countingArguments(n);
  const stop = newLabel(), again = newLabel();
  if (changetype<usize>(counting) != 0) {
    emitCountingLoop(n, counting, stop, again);
    return;
  }
  const exhausted = newLabel();
  const waits = (n.flags & FLAG_ASYNC) != 0;
  emitExpression(n.iter);
  beginIteration(waits);
  enterLoop(stop, again, !waits);
  placeLabel(again);
  setLoopLine(n.line);
  nextItem(n.target, exhausted, waits);
  emitBlock(n.body);
  emitJump(Op.JUMP, again);
  placeLabel(exhausted);
  if (!waits) adjust(-4);
  loopLabels = outerLabels;
  loopHolds = outerHolds;
  emitBlock(n.orElse);
  placeLabel(stop);
  if (waits) emit(Op.POP_TOP);
}

/** A bound of a counting loop: an int, or what has __index__. */
function emitBound(node: usize): void {
  emitExpression(node);
  // len(...) is an int, as far as anybody cares.
  if (pure || kindOf(node) == Kind.CONST || changetype<usize>(callOf(node, <u64>S_len)) != 0) return;
  emit(Op.CHECK);
}

/** for i in range(...) without an iterator: [end,] i on the stack. */
function emitCountingLoop(n: ForNode, call: CallNode, stop: u32, again: u32): void {
  const outerLabels = loopLabels, outerHolds = loopHolds;
  enterLoop(stop, again, false);
  let start: usize = 0, end = call.args;
  let step: i64 = 1;
  if (call.argCount >= 2) {
    start = call.args;
    end = nextOf(start);
    if (call.argCount == 3) step = smallInt(constantOf(nextOf(end)));
  }
  const constantEnd = kindOf(end) == Kind.CONST && isOpcodeInt(constantOf(end));
  // In code that runs here the arguments are evaluated in their order.
  const swap = !pure && !constantEnd && start != 0 && kindOf(start) != Kind.CONST
    && kindOf(end) != Kind.NAME
    && kindOf(start) != Kind.NAME;
  if (swap) {
    emitBound(start);
    emitBound(end);
    emit(Op.ROT_TWO);
  } else {
    if (!constantEnd) emitBound(end);
    if (start == 0) loadInt(0); else emitBound(start);
  }
  const top = newLabel(), test = newLabel();
  const live = !dead;
  emitJump(Op.JUMP, test);
  placeLoop(top, live);
  emit(Op.DUP_TOP);
  emitStore(n.target);
  emitBlock(n.body);
  placeLabel(again);
  setLoopLine(n.line);
  loadInt(<i32>step);
  emit(Op.BINARY_OP_MULTI + BinaryOp.INPLACE_ADD);
  placeLabel(test);
  if (constantEnd) {
    emit(Op.DUP_TOP);
    loadConstant(constantOf(end));
  } else {
    emitAll(Op.DUP_TOP_TWO | Op.ROT_TWO << 8);
  }
  emit(Op.BINARY_OP_MULTI + (step > 0 ? BinaryOp.LESS : BinaryOp.MORE));
  emitJump(Op.POP_JUMP_IF_TRUE, top);
  loopLabels = outerLabels;
  loopHolds = outerHolds;
  const held = constantEnd ? 1 : 2;
  const done = newLabel();
  if (n.orElse != 0) {
    for (let i = 0; i < held; i++) emit(Op.POP_TOP);
    emitBlock(n.orElse);
    emitJump(Op.JUMP, done);
    adjust(held);
  }
  placeLabel(stop);
  for (let i = 0; i < held; i++) emit(Op.POP_TOP);
  if (n.orElse != 0) placeLabel(done);
}
