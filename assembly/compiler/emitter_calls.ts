// Emission of what follows a primary: attributes, subscripts, calls, super().
import { Value, NOTHING } from "../core/value";
import { S_super, S___class__ } from "../objects/names";
import { Op } from "../bytecode/opcodes";
import { Var, VarKind, varFind, isFunctionLike, VAR_PARAM } from "./scopes";
import {
  Kind, Node, UnaryNode, ChainNode, NameNode, CallNode, KeywordNode, FLAG_STAR, FLAG_DOUBLE_STAR,
  kindOf, nextOf,
} from "./ast";
import { nodeError } from "./errors";
import { pure } from "./options";
import { emit, emit1, emitName, setLine, backToLine } from "./emitter_code";
import { scope, loadInt, loadString, loadName, loadFast } from "./emitter_names";
import { emitExpression, emitElements } from "./emitter_expressions";

/** Most positional arguments, and most keywords, that CALL_FUNCTION can count. */
const COUNT_MAX: u32 = 255;
/** Starred arguments are marked by bits of a small int. */
const STAR_BITS: u32 = 29;

/** POSTFIX in a load. */
export function emitPostfix(node: usize): void {
  const chain = changetype<ChainNode>(node);
  emitLinks(chain, 0);
}

/** The primary and its links up to, not including, `end` (0: all). */
export function emitLinks(chain: ChainNode, end: usize): void {
  let link = chain.links;
  if (link != end && isZeroSuper(chain)) link = emitSuper(chain, end);
  else emitExpression(chain.first);
  while (link != end && link != 0) {
    const next = nextOf(link);
    // In targets mpy-cross calls no methods.
    if ((end == 0 || !pure) && kindOf(link) == Kind.ATTRIBUTE && next != end && next != 0
        && kindOf(next) == Kind.CALL) {
      backToLine(changetype<Node>(link).line);
      emitName(Op.LOAD_METHOD, changetype<NameNode>(link).name);
      callLine = changetype<Node>(link).line;
      emitCall(changetype<CallNode>(next), 0, true);
      link = nextOf(next);
      continue;
    }
    // A subscript or call stands where its primary begins.
    const line = pure || kindOf(link) == Kind.ATTRIBUTE ? changetype<Node>(link).line : chain.line;
    setLine(line);
    callLine = line;
    switch (kindOf(link)) {
      case Kind.ATTRIBUTE: emitName(Op.LOAD_ATTR, changetype<NameNode>(link).name); break;
      case Kind.SUBSCRIPT:
        emitExpression(changetype<UnaryNode>(link).value);
        backToLine(line);
        emit(Op.LOAD_SUBSCR);
        break;
      default: emitCall(changetype<CallNode>(link), 0, false); break;
    }
    link = next;
  }
}

/** super() without arguments, in a function inside a class. */
function isZeroSuper(chain: ChainNode): bool {
  if (kindOf(chain.first) != Kind.NAME || changetype<NameNode>(chain.first).name != <u64>S_super)
    return false;
  if (kindOf(chain.links) != Kind.CALL || !isFunctionLike(scope)) return false;
  const call = changetype<CallNode>(chain.links);
  if (call.argCount != 0 || call.keywordCount != 0 || scope.positional == 0) return false;
  const cell = varFind(scope, <u64>S___class__);
  return changetype<usize>(cell) != 0 && cell.kind == VarKind.FREE;
}
/** Emits super(), with a method call that follows. Returns the link to go on with. */
function emitSuper(chain: ChainNode, end: usize): usize {
  loadName(<u64>S_super);
  emit1(Op.LOAD_DEREF, varFind(scope, <u64>S___class__).slot);
  let first = scope.firstVar;
  while (!(changetype<Var>(first).flags & VAR_PARAM)) first = changetype<Var>(first).next;
  const self = changetype<Var>(first);
  if (self.kind == VarKind.CELL) emit1(Op.LOAD_DEREF, self.slot); else loadFast(self.slot);
  const attribute = nextOf(chain.links);
  if (attribute != 0 && attribute != end && kindOf(attribute) == Kind.ATTRIBUTE) {
    const call = nextOf(attribute);
    if (call != 0 && call != end && kindOf(call) == Kind.CALL) {
      emitName(Op.LOAD_SUPER_METHOD, changetype<NameNode>(attribute).name);
      callLine = changetype<Node>(attribute).line;
      emitCall(changetype<CallNode>(call), 0, true);
      return nextOf(call);
    }
  }
  emit1(Op.CALL_FUNCTION, 2);
  return attribute;
}

/** Line of the call about to be emitted: where its function stands. */
let callLine: u32 = 0;
export function setCallLine(line: u32): void { callLine = line; }

/** Arguments and call: the function (for a method: the pair) lies on the stack, with `pushed`
 *  arguments. */
export function emitCall(call: CallNode, pushed: u32, method: bool): void {
  emitArguments(changetype<usize>(call), call.args, call.argCount, call.keywords, call.keywordCount,
    call.flags, pushed, method);
}
export function emitArguments(
  node: usize, args: usize, argCount: u32, keywords: usize, keywordCount: u32, flags: u32,
  pushed: u32, method: bool,
): void {
  const line = callLine;
  const stars = (flags & (FLAG_STAR | FLAG_DOUBLE_STAR)) != 0;
  const positional = argCount + pushed;
  const fits = positional <= COUNT_MAX && keywordCount <= COUNT_MAX;
  if (fits && !stars) {
    for (let a = args; a != 0; a = nextOf(a)) emitExpression(a);
    emitKeywords(keywords);
    backToLine(line);
    emit1(method ? Op.CALL_METHOD : Op.CALL_FUNCTION, keywordCount << 8 | positional);
    return;
  }
  if (fits && (pure ? positional <= STAR_BITS + 1 : positional <= STAR_BITS && orderShows(args,
      keywords) == false)) {
    let bits: u32 = 0, i = pushed;
    for (let a = args; a != 0; a = nextOf(a), i++) {
      if (kindOf(a) == Kind.STARRED) {
        bits |= 1 << i;
        emitExpression(changetype<UnaryNode>(a).value);
      } else {
        emitExpression(a);
      }
    }
    emitKeywords(keywords);
    loadInt(<i32>bits);
    backToLine(line);
    emit1(method ? Op.CALL_METHOD_VAR_KW : Op.CALL_FUNCTION_VAR_KW, keywordCount << 8 | positional);
    return;
  }
  if (pure) { nodeError(node, "a .mpy file cannot hold so many arguments"); return; }
  emitElements(args, argCount, true, Op.BUILD_LIST, pushed);
  if (keywords == 0) {
    emit(Op.LOAD_NULL);
  } else {
    emit1(Op.BUILD_MAP, keywordCount);
    for (let k = keywords; k != 0; k = nextOf(k)) {
      const keyword = changetype<KeywordNode>(k);
      emitExpression(keyword.value);
      if (keyword.name == NOTHING) {
        emit1(Op.DICT_MERGE, 1);
      } else {
        loadString(keyword.name);
        emit(Op.STORE_MAP);
      }
    }
  }
  backToLine(line);
  emit1(Op.CALL_EX, method ? 1 : 0);
}
function emitKeywords(keywords: usize): void {
  for (let k = keywords; k != 0; k = nextOf(k)) {
    const keyword = changetype<KeywordNode>(k);
    if (keyword.name == NOTHING) emit(Op.LOAD_NULL); else loadString(keyword.name);
    emitExpression(keyword.value);
  }
}
/** Iterating over a starred argument at the call, after all others are evaluated, could be seen:
 *  something that may run code follows it. */
function orderShows(args: usize, keywords: usize): bool {
  let starred = false;
  for (let a = args; a != 0; a = nextOf(a)) {
    const star = kindOf(a) == Kind.STARRED;
    const value = star ? changetype<UnaryNode>(a).value : a;
    if (starred && !isQuiet(value)) return true;
    if (star) starred = true;
  }
  for (let k = keywords; k != 0; k = nextOf(k)) {
    const keyword = changetype<KeywordNode>(k);
    if (starred && !isQuiet(keyword.value)) return true;
    if (keyword.name == NOTHING) starred = true;
  }
  return false;
}
function isQuiet(node: usize): bool {
  const kind = kindOf(node);
  return kind == Kind.NAME || kind == Kind.CONST || kind == Kind.LAMBDA;
}

/** The collection on top stays; calls its method with one argument. */
export function callMethodOnCopy(name: Value, argument: usize): void {
  emit(Op.DUP_TOP);
  emitName(Op.LOAD_METHOD, name);
  emitExpression(argument);
  emit1(Op.CALL_METHOD, 1);
  emit(Op.POP_TOP);
}
