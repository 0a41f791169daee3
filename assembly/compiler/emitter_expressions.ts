// Emission of expressions: each leaves one value on the stack.
import { StrObject } from "../objects/str";
import { textNew, Text } from "../objects/text";
import { raised } from "../objects/errors";
import { OP_OR } from "../objects/type";
import { Op, BinaryOp, UnaryOp } from "../bytecode/opcodes";
import { SCOPE_ASYNC } from "./scopes";
import {
  Kind, Node, UnaryNode, BinaryNode, ListNode, ChainNode, NameNode, SliceNode, CondNode,
  WalrusNode, FormattedNode, ConstNode, Compare, Unary, Bool, Conversion, FLAG_STAR, kindOf,
  nextOf,
} from "./ast";
import { nodeError } from "./errors";
import { pure } from "./options";
import { protocolOperator, constantTruth, constantOf } from "./fold";
import { adjust, emit, emitAll, emit1, emitName, emitJump, newLabel, placeLabel, setLine,
  backToLine } from "./emitter_code";
import {
  scope, loadNone, loadConstant, loadName, storeName, isTableConstant,
} from "./emitter_names";
import { emitPostfix, callMethodOnCopy } from "./emitter_calls";
import { emitLambda, emitComprehension } from "./emitter_functions";
import { S_format, S_update, S_extend, S_append, S_add } from "../objects/names";
import { internLiteral } from "../objects/str";

/** Displays with more elements than this are built piece by piece, to keep frames small. */
const DISPLAY_MAX: u32 = 500;

@inline function binary(op: i32): void { emit(Op.BINARY_OP_MULTI + op); }
@inline function unary(op: i32): void { emit(Op.UNARY_OP_MULTI + op); }
/** The opcode of Binary.* `op`. */
export function emitBinary(op: u32, inPlace: bool): void {
  binary((inPlace ? BinaryOp.INPLACE_OR : BinaryOp.OR) + protocolOperator(op) - OP_OR);
}

export function emitExpression(node: usize): void {
  const kind = kindOf(node);
  if (kind == Kind.NAME) {
    backToLine(changetype<Node>(node).line);
    loadName(changetype<NameNode>(node).name);
    return;
  }
  if (kind == Kind.CONST) {
    const v = changetype<ConstNode>(node).value;
    if (pure && isTableConstant(v)) setLine(changetype<Node>(node).line);
    loadConstant(v);
    return;
  }
  if (raised()) { adjust(1); return; }
  const line = changetype<Node>(node).line;
  setLine(line);
  switch (kind) {
    case Kind.FSTRING: emitFString(node); break;
    case Kind.BOOL_OP: emitBool(node); break;
    case Kind.UNARY: {
      const u = changetype<UnaryNode>(node);
      emitExpression(u.value);
      backToLine(line);
      unary(u.op);
      break;
    }
    case Kind.CHAIN: {
      const chain = changetype<ChainNode>(node);
      emitExpression(chain.first);
      for (let link = chain.links; link != 0; link = nextOf(link)) {
        emitExpression(changetype<UnaryNode>(link).value);
        backToLine(line);
        emitBinary(changetype<Node>(link).op, false);
      }
      break;
    }
    case Kind.COMPARE: emitCompare(node); break;
    case Kind.POSTFIX: emitPostfix(node); break;
    case Kind.SLICE: emitSlice(node); break;
    case Kind.COND: emitConditional(node); break;
    case Kind.LAMBDA: emitLambda(node); break;
    case Kind.WALRUS: {
      const w = changetype<WalrusNode>(node);
      emitExpression(w.value);
      emit(Op.DUP_TOP);
      storeName(changetype<NameNode>(w.target).name);
      break;
    }
    case Kind.YIELD: {
      emitOrNone(changetype<UnaryNode>(node).value);
      backToLine(line);
      if (scope.flags & SCOPE_ASYNC) {
        if (pure) nodeError(node, "a .mpy file cannot hold an asynchronous generator");
        emit(Op.ASYNC_GEN_YIELD);
      } else {
        emit(Op.YIELD_VALUE);
      }
      break;
    }
    case Kind.YIELD_FROM:
      emitExpression(changetype<UnaryNode>(node).value);
      backToLine(line);
      emitAll(Op.GET_ITER | Op.LOAD_CONST_NONE << 8 | Op.YIELD_FROM << 16);
      break;
    case Kind.AWAIT:
      emitExpression(changetype<UnaryNode>(node).value);
      backToLine(line);
      emitAwait();
      break;
    case Kind.TUPLE: emitTuple(node); break;
    case Kind.LIST: emitList(changetype<ListNode>(node), Op.BUILD_LIST, line); break;
    case Kind.SET: emitList(changetype<ListNode>(node), Op.BUILD_SET, line); break;
    case Kind.DICT: emitDict(node); break;
    case Kind.LIST_COMP:
    case Kind.SET_COMP:
    case Kind.DICT_COMP:
    case Kind.GENERATOR: emitComprehension(node); break;
    default: adjust(1); break;
  }
}

/** An expression; None stands for one that is not there. */
export function emitOrNone(node: usize): void {
  if (node == 0) loadNone(); else emitExpression(node);
}
/** The expressions of a list. */
export function emitEach(first: usize): void {
  for (let e = first; e != 0; e = nextOf(e)) emitExpression(e);
}
/** Of two values the lower one goes. */
export function dropLower(): void { emitAll(Op.ROT_TWO | Op.POP_TOP << 8); }

/** Awaits the value on top. */
export function emitAwait(): void {
  emitAll((pure ? Op.GET_ITER : Op.GET_AWAITABLE) | Op.LOAD_CONST_NONE << 8 | Op.YIELD_FROM << 16);
}

// ---- truth ----

/** Jumps to `label` if the expression's truth is `jumpIf`; else goes on. */
export function emitCondition(node: usize, jumpIf: bool, label: u32): void {
  const truth = constantTruth(node);
  if (truth >= 0) {
    if ((truth != 0) == jumpIf) emitJump(Op.JUMP, label);
    return;
  }
  const kind = kindOf(node);
  if (kind == Kind.BOOL_OP) {
    const list = changetype<ListNode>(node);
    // `or` is decided by a true operand, `and` by a false one.
    const decides = list.op == Bool.OR;
    if (decides == jumpIf) {
      for (let e = list.first; e != 0; e = nextOf(e)) emitCondition(e, jumpIf, label);
    } else {
      const skip = newLabel();
      for (let e = list.first; e != 0; e = nextOf(e)) {
        if (nextOf(e) != 0) emitCondition(e, decides, skip); else emitCondition(e, jumpIf, label);
      }
      placeLabel(skip);
    }
    return;
  }
  if (kind == Kind.UNARY && changetype<Node>(node).op == Unary.NOT) {
    emitCondition(changetype<UnaryNode>(node).value, !jumpIf, label);
    return;
  }
  emitExpression(node);
  backToLine(changetype<Node>(node).line);
  emitJump(jumpIf ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, label);
}

function emitBool(node: usize): void {
  const list = changetype<ListNode>(node);
  const isOr = list.op == Bool.OR;
  const end = newLabel();
  let used = false;
  for (let e = list.first; e != 0; e = nextOf(e)) {
    const truth = constantTruth(e);
    // A constant that does not decide is left out; one that decides is the last.
    if (nextOf(e) != 0 && truth >= 0 && (truth != 0) != isOr) continue;
    emitExpression(e);
    if (nextOf(e) == 0 || truth >= 0) break;
    emitJump(isOr ? Op.JUMP_IF_TRUE_OR_POP : Op.JUMP_IF_FALSE_OR_POP, end);
    used = true;
  }
  if (used) placeLabel(end);
}

function emitConditional(node: usize): void {
  const end = newLabel();
  let at = node;
  while (kindOf(at) == Kind.COND) {
    const c = changetype<CondNode>(at);
    const otherwise = newLabel();
    emitCondition(c.test, false, otherwise);
    emitExpression(c.body);
    emitJump(Op.JUMP, end);
    placeLabel(otherwise);
    adjust(-1);
    at = c.orElse;
    if (kindOf(at) == Kind.COND) setLine(changetype<Node>(at).line);
  }
  emitExpression(at);
  placeLabel(end);
}

/** The opcodes of Compare.* `op`. */
function emitCompareOp(op: u32): void {
  binary(op < <u32>Compare.NOT_IN ? op : op == Compare.NOT_IN ? BinaryOp.IN : BinaryOp.IS);
  if (op == Compare.NOT_IN || op == Compare.IS_NOT) unary(UnaryOp.NOT);
}
if (Compare.LT != <i32>BinaryOp.LESS || Compare.IN != <i32>BinaryOp.IN
  || Unary.PLUS != <i32>UnaryOp.POSITIVE || Unary.NOT != <i32>UnaryOp.NOT)
  ERROR("operators of the tree and of the code are not numbered alike");
function emitCompare(node: usize): void {
  const chain = changetype<ChainNode>(node);
  emitExpression(chain.first);
  let failed: u32 = 0;
  for (let link = chain.links; link != 0; link = nextOf(link)) {
    emitExpression(changetype<UnaryNode>(link).value);
    const more = nextOf(link) != 0;
    if (more && link == chain.links) failed = newLabel();
    if (more) emitAll(Op.DUP_TOP | Op.ROT_THREE << 8);
    backToLine(chain.line);
    emitCompareOp(changetype<Node>(link).op);
    if (more) emitJump(Op.JUMP_IF_FALSE_OR_POP, failed);
  }
  if (chain.count == 1) return;
  const end = newLabel();
  emitJump(Op.JUMP, end);
  placeLabel(failed);
  adjust(1);
  dropLower();
  placeLabel(end);
}

// ---- displays ----

function emitTuple(node: usize): void {
  const list = changetype<ListNode>(node);
  if (!(list.flags & FLAG_STAR) && (list.count <= DISPLAY_MAX || pure)) {
    emitList(list, Op.BUILD_TUPLE, list.line);
    return;
  }
  if (pure) loadName(<u64>internLiteral("tuple"));
  emitList(list, Op.BUILD_LIST, list.line);
  if (pure) emit1(Op.CALL_FUNCTION, 1); else emit(Op.LIST_TO_TUPLE);
}
/** Elements, then BUILD_x on this line; with stars or very many elements, appended one by one. */
export function emitList(list: ListNode, op: u32, line: u32): void {
  displayLine = line;
  emitElements(list.first, list.count, (list.flags & FLAG_STAR) != 0, op, 0);
}
let displayLine: u32 = 0;
/** Builds a collection of `pushed` values that lie on the stack and the elements. */
export function emitElements(first: usize, count: u32, starred: bool, op: u32, pushed: u32): void {
  const line = displayLine;
  displayLine = 0;
  if (!starred && (pure || count <= DISPLAY_MAX)) {
    emitEach(first);
    if (line != 0) backToLine(line);
    emit1(op, count + pushed);
    return;
  }
  let e = first, before: u32 = pushed;
  while (e != 0 && kindOf(e) != Kind.STARRED && before < 16) {
    emitExpression(e);
    before++;
    e = nextOf(e);
  }
  emit1(op, before);
  const isSet = op == Op.BUILD_SET;
  for (; e != 0; e = nextOf(e)) {
    if (kindOf(e) == Kind.STARRED) {
      if (pure)
        callMethodOnCopy(<u64>(isSet ? S_update : S_extend), changetype<UnaryNode>(e).value);
      else {
        emitExpression(changetype<UnaryNode>(e).value);
        emit(isSet ? Op.SET_UPDATE : Op.LIST_EXTEND);
      }
    } else if (pure) {
      callMethodOnCopy(<u64>(isSet ? S_add : S_append), e);
    } else {
      emitExpression(e);
      emit(isSet ? Op.SET_ADD : Op.LIST_APPEND);
    }
  }
}

function emitDict(node: usize): void {
  const list = changetype<ListNode>(node);
  emit1(Op.BUILD_MAP, list.count);
  for (let i = list.first; i != 0; i = nextOf(i)) {
    const item = changetype<BinaryNode>(i);
    setLine(item.line);
    if (item.left == 0) {
      if (pure) callMethodOnCopy(<u64>S_update, item.right);
      else {
        emitExpression(item.right);
        emit(Op.DICT_MERGE);
      }
      continue;
    }
    emitItem(item.left, item.right);
    emit(Op.STORE_MAP);
  }
}
/** A value under its key. The key is evaluated first, but where that cannot be seen, or in pure
 *  mode. */
export function emitItem(key: usize, value: usize): void {
  if (pure || kindOf(key) == Kind.CONST || kindOf(value) == Kind.CONST) {
    emitExpression(value);
    emitExpression(key);
  } else {
    emitExpression(key);
    emitExpression(value);
    emit(Op.ROT_TWO);
  }
}

function emitSlice(node: usize): void {
  const s = changetype<SliceNode>(node);
  emitOrNone(s.lower);
  emitOrNone(s.upper);
  if (s.step != 0) emitExpression(s.step);
  emit1(Op.BUILD_SLICE, s.step != 0 ? 3 : 2);
}

// ---- f-strings ----

function emitFString(node: usize): void {
  if (pure) { emitFormatCall(node); return; }
  const list = changetype<ListNode>(node);
  let count: u32 = 0;
  for (let p = list.first; p != 0; p = nextOf(p)) {
    if (kindOf(p) == Kind.FORMATTED) {
      const f = changetype<FormattedNode>(p);
      emitExpression(f.value);
      if (f.spec != 0) emitExpression(f.spec);
      const conversion: u32 = f.op;
      emit1(Op.FORMAT_VALUE, conversion | (f.spec != 0 ? 4 : 0));
    } else {
      emitExpression(p);
    }
    if (++count == DISPLAY_MAX) { emit1(Op.BUILD_STRING, count); count = 1; }
  }
  if (count == 1 && list.count >= 1) return;
  emit1(Op.BUILD_STRING, count);
}

/** The same by a call: "...{!r:>{}}".format(values). */
function emitFormatCall(node: usize): void {
  const t = textNew();
  formatText(node, t);
  const s = t.finish();
  loadConstant(s);
  emitName(Op.LOAD_METHOD, <u64>S_format);
  const count = formatValues(node);
  if (count > 255) nodeError(node, "a .mpy file cannot hold so many fields of an f-string");
  emit1(Op.CALL_METHOD, count);
}
function formatText(node: usize, t: Text): void {
  for (let p = changetype<ListNode>(node).first; p != 0; p = nextOf(p)) {
    if (kindOf(p) == Kind.FORMATTED) {
      const f = changetype<FormattedNode>(p);
      t.byte(123);
      if (f.op == Conversion.STR) t.literal("!s");
      else if (f.op == Conversion.REPR) t.literal("!r");
      else if (f.op == Conversion.ASCII) t.literal("!a");
      if (f.spec != 0) {
        t.byte(58);
        formatText(f.spec, t);
      }
      t.byte(125);
    } else {
      const s = changetype<StrObject>(<usize>constantOf(p));
      for (let i: u32 = 0; i < s.lengthBytes; i++) {
        const c = load<u8>(s.data + i);
        if (c == 123 || c == 125) t.byte(c);
        t.byte(c);
      }
    }
  }
}
function formatValues(node: usize): u32 {
  let count: u32 = 0;
  for (let p = changetype<ListNode>(node).first; p != 0; p = nextOf(p)) {
    if (kindOf(p) != Kind.FORMATTED) continue;
    emitExpression(changetype<FormattedNode>(p).value);
    count++;
    if (changetype<FormattedNode>(p).spec != 0)
      count += formatValues(changetype<FormattedNode>(p).spec);
  }
  return count;
}
