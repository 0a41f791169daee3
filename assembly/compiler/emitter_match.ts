// Emission of match statements, with the private opcode MATCH.
//
// The subject and the parts of it that are being matched lie in hidden locals, so that the stack is
// equally deep wherever a pattern fails. Captures go to hidden locals too, and into their names
// only when the whole pattern has matched, before the guard. The same name has the same hidden
// local in all alternatives of an or-pattern.
import { Value, NOTHING, smallIntNew } from "../core/value";
import { tupleAlloc } from "../objects/tuple";
import { Op, BinaryOp } from "../bytecode/opcodes";
import { Names, Var, namesNew, varAdd, varFind } from "./names";
import {
  Kind, Node, UnaryNode, BinaryNode, ListNode, NameNode, ConstNode, KeywordNode, MatchNode,
  CaseNode, MappingPatternNode, ClassPatternNode, PatternAsNode, CHILDREN, childOf, kindOf, nextOf,
} from "./ast";
import { nodeError } from "./errors";
import { pure } from "./options";
import { emit, emitAll, emit1, emitJump, newLabel, placeLabel, setLine } from "./emitter_code";
import {
  loadInt, loadConstant, loadFast, storeFast, storeName, tempNew, tempsMark,
  tempsRelease,
} from "./emitter_names";
import { emitExpression, emitCondition, dropLower } from "./emitter_expressions";
import { jumpIfNone } from "./emitter_try";
import { emitBlock } from "./emitter_statements";

// operands of MATCH
const SEQUENCE: u32 = 0;
const MAPPING: u32 = 1;
const KEYS: u32 = 2;
const CLASS: u32 = 3;
const LENGTH: u32 = 4;
const REST: u32 = 5;

/** Captures of the case's pattern, with their hidden locals. */
let captures: Names = changetype<Names>(0);

export function emitMatch(node: usize): void {
  if (pure) { nodeError(node, "a .mpy file cannot hold a match statement"); return; }
  const m = changetype<MatchNode>(node);
  const mark = tempsMark();
  const subject = tempNew();
  const end = newLabel();
  emitExpression(m.subject);
  storeFast(subject);
  for (let c = m.cases; c != 0; c = nextOf(c)) {
    const one = changetype<CaseNode>(c);
    const next = newLabel();
    const inner = tempsMark();
    setLine(changetype<Node>(c).line);
    const outer = captures;
    captures = namesNew();
    reserveCaptures(one.pattern);
    emitPattern(one.pattern, subject, next);
    for (let c = captures.firstVar; c != 0; c = changetype<Var>(c).next) {
      loadFast(changetype<Var>(c).slot);
      storeName(changetype<Var>(c).name);
    }
    captures = outer;
    tempsRelease(inner);
    if (one.guard != 0) emitCondition(one.guard, false, next);
    // Nothing hidden is needed in the block: matches inside it may use the same locals.
    tempsRelease(mark);
    emitBlock(one.body);
    tempNew();
    if (nextOf(c) != 0) emitJump(Op.JUMP, end);
    placeLabel(next);
  }
  tempsRelease(mark);
  placeLabel(end);
}

function reserve(name: Value): void {
  if (name == NOTHING) return;
  const before = captures.varCount, v = varAdd(captures, name);
  if (captures.varCount != before) v.slot = tempNew();
}
/** The hidden local of a captured name; never 0, where the subject is. */
function slotOf(name: Value): u32 { return varFind(captures, name).slot; }
/** Gives every captured name of a pattern, or of a part of one, its hidden local. */
function reserveCaptures(node: usize): void {
  const kind = kindOf(node);
  for (let children: u32 = load<u16>(CHILDREN + (<usize>kind << 1)); children != 0; children >>= 4) {
    const child = childOf(node, children);
    if (!(children & 4)) { reserveCaptures(child); continue; }
    for (let p = child; p != 0; p = nextOf(p)) reserveCaptures(p);
  }
  if (kind == Kind.P_STAR) reserve(changetype<NameNode>(node).name);
  else if (kind == Kind.P_MAPPING) reserve(changetype<MappingPatternNode>(node).rest);
  else if (kind == Kind.P_AS) reserve(changetype<PatternAsNode>(node).name);
}
/** The value in local `slot` is what the name captures. */
function capture(name: Value, slot: u32): void {
  if (name == NOTHING) return;
  loadFast(slot);
  storeFast(slotOf(name));
}

@inline function binary(op: u32): void { emit(Op.BINARY_OP_MULTI + op); }
function failIfFalse(fail: u32): void { emitJump(Op.POP_JUMP_IF_FALSE, fail); }
/** MATCH with a question about the value in `slot`: the answer is left. */
function ask(slot: u32, what: u32): void {
  loadFast(slot);
  emit1(Op.MATCH, what);
  dropLower();
}
/** Goes on if the value in local `slot` matches, else jumps to `fail`. The stack is empty before
 *  and after. */
function emitPattern(node: usize, slot: u32, fail: u32): void {
  switch (kindOf(node)) {
    case Kind.P_VALUE:
      loadFast(slot);
      emitExpression(changetype<UnaryNode>(node).value);
      binary(BinaryOp.EQUAL);
      failIfFalse(fail);
      break;
    case Kind.P_SINGLETON:
      loadFast(slot);
      loadConstant(changetype<ConstNode>(node).value);
      binary(BinaryOp.IS);
      failIfFalse(fail);
      break;
    case Kind.P_SEQUENCE: emitSequence(changetype<ListNode>(node), slot, fail); break;
    case Kind.P_MAPPING: emitMapping(changetype<MappingPatternNode>(node), slot, fail); break;
    case Kind.P_CLASS: emitClassPattern(changetype<ClassPatternNode>(node), slot, fail); break;
    case Kind.P_AS: {
      const as = changetype<PatternAsNode>(node);
      if (as.pattern != 0) emitPattern(as.pattern, slot, fail);
      capture(as.name, slot);
      break;
    }
    case Kind.P_OR: {
      const matched = newLabel();
      for (let p = changetype<ListNode>(node).first; p != 0; p = nextOf(p)) {
        if (nextOf(p) == 0) { emitPattern(p, slot, fail); break; }
        const next = newLabel();
        emitPattern(p, slot, next);
        emitJump(Op.JUMP, matched);
        placeLabel(next);
      }
      placeLabel(matched);
      break;
    }
    default: break;
  }
}

/** A pattern that matches everything and captures nothing. */
function isWildcard(node: usize): bool {
  if (kindOf(node) == Kind.P_STAR) return changetype<NameNode>(node).name == NOTHING;
  if (kindOf(node) != Kind.P_AS) return false;
  const as = changetype<PatternAsNode>(node);
  return as.pattern == 0 && as.name == NOTHING;
}
/** The name that a pattern only captures; NOTHING: it does more, or less. */
function onlyCapture(node: usize): Value {
  if (kindOf(node) == Kind.P_STAR) return changetype<NameNode>(node).name;
  if (kindOf(node) != Kind.P_AS || changetype<PatternAsNode>(node).pattern != 0) return NOTHING;
  return changetype<PatternAsNode>(node).name;
}
/** Takes the values of a list of patterns (of KEYWORDs or P_ITEMs: of their patterns) off the
 *  stack, the first from the top, then matches them. */
function emitParts(first: usize, second: usize, fail: u32): void {
  const mark = tempsMark();
  let base: u32 = 0;
  for (let round = 0; round < 2; round++) {
    for (let p = round == 0 ? first : second; p != 0; p = nextOf(p)) {
      const pattern = patternOf(p);
      const name = onlyCapture(pattern);
      if (isWildcard(pattern)) emit(Op.POP_TOP);
      else if (name != NOTHING) storeFast(slotOf(name));
      else {
        const slot = tempNew();
        if (base == 0) base = slot;
        storeFast(slot);
      }
    }
  }
  let slot = base;
  for (let round = 0; round < 2; round++) {
    for (let p = round == 0 ? first : second; p != 0; p = nextOf(p)) {
      const pattern = patternOf(p);
      if (isWildcard(pattern) || onlyCapture(pattern) != NOTHING) continue;
      emitPattern(pattern, slot++, fail);
    }
  }
  tempsRelease(mark);
}
function patternOf(node: usize): usize {
  const kind = kindOf(node);
  if (kind == Kind.P_KEYWORD) return changetype<KeywordNode>(node).value;
  if (kind == Kind.P_ITEM) return changetype<BinaryNode>(node).right;
  return node;
}

function emitSequence(list: ListNode, slot: u32, fail: u32): void {
  ask(slot, SEQUENCE);
  failIfFalse(fail);
  let left: u32 = 0, star: usize = 0, plain = true;
  for (let p = list.first; p != 0; p = nextOf(p)) {
    if (kindOf(p) == Kind.P_STAR) star = p;
    else if (star == 0) left++;
    if (!isWildcard(p)) plain = false;
  }
  const fixed = star != 0 ? list.count - 1 : list.count;
  if (star == 0 || fixed != 0) {
    ask(slot, LENGTH);
    loadConstant(smallIntNew(fixed));
    binary(star != 0 ? BinaryOp.MORE_EQUAL : BinaryOp.EQUAL);
    failIfFalse(fail);
  }
  if (plain) return;
  if (star != 0 && isWildcard(star)) { emitAround(list, slot, fixed, fail); return; }
  loadFast(slot);
  if (star != 0) {
    const right = fixed - left;
    if (left > 255) {
      nodeError(changetype<usize>(list), "too many expressions in star-unpacking sequence pattern");
      return;
    }
    emit1(Op.UNPACK_EX, left | right << 8);
  } else {
    emit1(Op.UNPACK_SEQUENCE, fixed);
  }
  emitParts(list.first, 0, fail);
}

/** A sequence of which nobody asks for the middle: items are read by index, so the length alone
 *  says where it ends, and nothing is copied. `fixed`: how many there are beside the middle. */
function emitAround(list: ListNode, slot: u32, fixed: u32, fail: u32): void {
  const mark = tempsMark(), item = tempNew();
  let index: u32 = 0, behind = false;
  for (let p = list.first; p != 0; p = nextOf(p)) {
    if (kindOf(p) == Kind.P_STAR) { behind = true; continue; }
    const at = index++;
    if (isWildcard(p)) continue;
    loadFast(slot);
    if (behind) {
      ask(slot, LENGTH);
      loadInt(<i32>(fixed - at));
      binary(BinaryOp.SUBTRACT);
    } else {
      loadInt(<i32>at);
    }
    emit(Op.LOAD_SUBSCR);
    storeFast(item);
    emitPattern(p, item, fail);
  }
  tempsRelease(mark);
}
function emitMapping(m: MappingPatternNode, slot: u32, fail: u32): void {
  ask(slot, MAPPING);
  failIfFalse(fail);
  const mark = tempsMark();
  const keys = tempNew(), values = tempNew();
  if (m.count != 0) {
    ask(slot, LENGTH);
    loadConstant(smallIntNew(m.count));
    binary(BinaryOp.MORE_EQUAL);
    failIfFalse(fail);
  }
  for (let i = m.items; i != 0; i = nextOf(i)) emitExpression(changetype<BinaryNode>(i).left);
  emit1(Op.BUILD_TUPLE, m.count);
  storeFast(keys);
  if (m.count != 0) {
    loadFast(slot);
    loadFast(keys);
    emit1(Op.MATCH, KEYS);
    storeFast(values);
    emitAll(Op.POP_TOP | Op.POP_TOP << 8);
    jumpIfNone(values, fail);
    loadFast(values);
    emit1(Op.UNPACK_SEQUENCE, m.count);
    emitParts(m.items, 0, fail);
  }
  if (m.rest != NOTHING) {
    loadFast(slot);
    loadFast(keys);
    emit1(Op.MATCH, REST);
    storeFast(slotOf(m.rest));
    emit(Op.POP_TOP);
  }
  tempsRelease(mark);
}

function emitClassPattern(c: ClassPatternNode, slot: u32, fail: u32): void {
  const mark = tempsMark();
  const parts = tempNew();
  loadFast(slot);
  emitExpression(c.cls);
  loadInt(<i32>c.patternCount);
  const names = tupleAlloc(c.keywordCount);
  if (changetype<usize>(names) == 0) return;
  let i: u32 = 0;
  for (let k = c.keywords; k != 0; k = nextOf(k)) names.set(i++, changetype<KeywordNode>(k).name);
  loadConstant(<u64>changetype<usize>(names));
  emit1(Op.MATCH, CLASS);
  storeFast(parts);
  jumpIfNone(parts, fail);
  const count = c.patternCount + c.keywordCount;
  if (count != 0) {
    loadFast(parts);
    emit1(Op.UNPACK_SEQUENCE, count);
    emitParts(c.patterns, c.keywords, fail);
  }
  tempsRelease(mark);
}
