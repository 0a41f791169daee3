// Folding of constants, in place: a node that has a known value becomes a CONST.
//
// Pure mode folds what mpy-cross folds (whole chains of ints, tuples of constants); code that runs
// here also folds floats and the constant beginnings of chains. Never folds what raises, nor what
// gets huge. Also the names given by `X = const(...)`.
import { Value, NOTHING, RAISED, isSmallInt, smallInt, isInlineFloat } from "../core/value";
import { INT_TYPE, FLOAT_TYPE, typeOf, isExactly } from "../heap/header";
import { binaryOp, unaryOp, truth } from "../objects/protocol";
import {
  OP_OR, OP_FLOORDIV, OP_TRUEDIV, OP_LSHIFT, OP_MATMUL, OP_POW, UN_POS, UN_NEG, UN_INVERT,
} from "../objects/type";
import { takePending } from "../objects/errors";
import { intToF64 } from "../objects/int";
import { tupleAlloc, emptyTuple } from "../objects/tuple";
import { boolValue } from "../objects/singletons";
import { Names, namesNew, varAdd, varFind } from "./names";
import {
  Kind, Node, ConstNode, ChainNode, UnaryNode, ListNode, Binary, Unary, Bool, kindOf, nextOf,
} from "./ast";
import { pure } from "./options";

/** Most bits of a folded power or shift. */
const FOLD_BITS: i64 = 4096;

@inline export function constantOf(node: usize): Value { return changetype<ConstNode>(node).value; }
/** Makes a CONST of any node. */
export function becomeConstant(node: usize, v: Value): void {
  changetype<ConstNode>(node).kind = <u8>Kind.CONST;
  changetype<ConstNode>(node).value = v;
}
/** `()`, which stays a display. */
function isEmptyTuple(node: usize): bool {
  return kindOf(node) == Kind.TUPLE && changetype<ListNode>(node).count == 0;
}
/** Truth of a constant expression: 1, 0; -1: not constant. */
export function constantTruth(node: usize): i32 {
  if (isEmptyTuple(node)) return 0;
  if (kindOf(node) != Kind.CONST) return -1;
  return truth(constantOf(node));
}

function isInt(v: Value): bool {
  return isSmallInt(v) || (!isInlineFloat(v) && typeOf(v) == INT_TYPE);
}
/** Numbers that are folded in this mode. */
function isFoldable(v: Value): bool {
  return isInt(v) || (!pure && (isInlineFloat(v) || isExactly(v, FLOAT_TYPE)));
}
/** Number of the operator for objects/protocol.ts. */
export function protocolOperator(op: u32): i32 {
  return op == Binary.DIV ? OP_TRUEDIV : op == Binary.FLOOR_DIV ? OP_FLOORDIV : OP_OR + <i32>op;
}

/** Bits of an int, roughly. */
function bitsOf(v: Value): i64 {
  if (isSmallInt(v)) {
    const x = smallInt(v);
    return 64 - <i64>clz(x < 0 ? -x : x);
  }
  const x = intToF64(v);
  return abs(x) < 1e300 ? <i64>(reinterpret<u64>(x) >> 52 & 0x7ff) - 1022 : FOLD_BITS;
}
/** left op right for two constants; NOTHING: not to be folded. */
function foldBinary(op: u32, left: Value, right: Value): Value {
  if (!isFoldable(left) || !isFoldable(right)) return NOTHING;
  const ints = isInt(left) && isInt(right);
  const code = protocolOperator(op);
  if (code == OP_MATMUL || (code == OP_TRUEDIV && pure)) return NOTHING;
  if (ints && (code == OP_LSHIFT || code == OP_POW)) {
    if (!isSmallInt(right)) return NOTHING;
    const n = smallInt(right);
    if (n < 0) return NOTHING;
    const bits = bitsOf(left);
    if (n > FOLD_BITS || (code == OP_POW ? bits * n : bits + n) > FOLD_BITS) return NOTHING;
  }
  const r = binaryOp(code, left, right);
  if (r == RAISED) { takePending(); return NOTHING; }
  return r;
}

/** CHAIN whose operands have been visited. */
export function foldChain(node: usize): void {
  const chain = changetype<ChainNode>(node);
  if (kindOf(chain.first) != Kind.CONST) return;
  if (pure) {
    for (let link = chain.links; link != 0; link = nextOf(link)) {
      if (kindOf(changetype<UnaryNode>(link).value) != Kind.CONST) return;
    }
  }
  let value = constantOf(chain.first), link = chain.links, count = chain.count;
  for (; link != 0; link = nextOf(link)) {
    const operand = changetype<UnaryNode>(link).value;
    if (kindOf(operand) != Kind.CONST) break;
    const r = foldBinary(changetype<Node>(link).op, value, constantOf(operand));
    if (r == NOTHING) break;
    value = r;
    count--;
  }
  if (link == 0) { becomeConstant(node, value); return; }
  if (link == chain.links || pure) return;
  // `first` may be shared with nothing else: it takes the folded value.
  becomeConstant(chain.first, value);
  chain.links = link;
  chain.count = count;
}

/** UNARY whose operand has been visited. */
export function foldUnary(node: usize): void {
  const unary = changetype<UnaryNode>(node);
  if (unary.op == Unary.NOT) {
    const t = constantTruth(unary.value);
    if (t >= 0) becomeConstant(node, boolValue(t == 0));
    return;
  }
  if (kindOf(unary.value) != Kind.CONST) return;
  const v = constantOf(unary.value);
  if (!isFoldable(v)) return;
  const op = unary.op == Unary.MINUS ? UN_NEG : unary.op == Unary.PLUS ? UN_POS : UN_INVERT;
  if (op == UN_INVERT && !isInt(v)) return;
  const r = unaryOp(op, v);
  if (r == RAISED) { takePending(); return; }
  becomeConstant(node, r);
}

/** BOOL_OP whose operands have been visited: a constant if constants decide it. */
export function foldBool(node: usize): void {
  const list = changetype<ListNode>(node);
  for (let e = list.first; e != 0; e = nextOf(e)) {
    const t = constantTruth(e);
    if (t < 0) return;
    if (nextOf(e) != 0 && (t != 0) != (list.op == Bool.OR)) continue;
    if (kindOf(e) == Kind.CONST) becomeConstant(node, constantOf(e));
    return;
  }
}

/** TUPLE in a load, whose elements have been visited. */
export function foldTuple(node: usize): void {
  const list = changetype<ListNode>(node);
  if (list.count == 0) return;
  for (let e = list.first; e != 0; e = nextOf(e))
    if (kindOf(e) != Kind.CONST && !isEmptyTuple(e)) return;
  const t = tupleAlloc(list.count);
  if (changetype<usize>(t) == 0) { takePending(); return; }
  let i: u32 = 0;
  for (let e = list.first; e != 0; e = nextOf(e))
    t.set(i++, isEmptyTuple(e) ? emptyTuple() : constantOf(e));
  becomeConstant(node, <u64>changetype<usize>(t));
}

// ---- names of const() ----

let constants: Names = changetype<Names>(0);

export function constantsReset(): void { constants = namesNew(); }
/** Remembers `name = const(value)`. */
export function constantDefine(name: Value, value: Value): void {
  varAdd(constants, name).value = value;
}
/** Forgets the name: it is bound to something else. */
export function constantForget(name: Value): void {
  const v = varFind(constants, name);
  if (changetype<usize>(v) != 0) v.value = NOTHING;
}
/** The constant of this name; NOTHING: it has none. */
export function constantGet(name: Value): Value {
  const v = varFind(constants, name);
  return changetype<usize>(v) == 0 ? NOTHING : v.value;
}
