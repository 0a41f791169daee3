// Parsing expressions: operators, conditions, walrus, lists of expressions, and the errors about
// them.
//
// One function climbs all binary operators by how strongly they bind; operators that bind alike
// make one flat node.
import { Value } from "../core/value";
import { StrObject } from "../objects/str";
import {
  Kind, Node, UnaryNode, ListNode, ChainNode, NameNode, CondNode, WalrusNode, Binary, Bool,
  Compare, Unary, FLAG_PARENTHESISED, FLAG_STAR, kindOf, nodeNew, isBare,
} from "./ast";
import { L, advance, failed, trying, saveState, restoreState, stop, tokenName, classOf,
  ID } from "./lexer";
import { wordIndex } from "../core/words";
import {
  T, bindingOf, binaryOf, isComparison, comparisonOf, isSingleton, startsExpression,
} from "./tokens";
import { sourceAt } from "./errors";
import {
  accept, bad, enter, leave, fail, failAt, failKind, failFormat, failLater, finish, chainNew,
  append, link, listNew, unaryHere, tryBegin, tryEnd,
} from "./parser";
import { parsePrimary } from "./parser_atoms";
import { parseLambda } from "./parser_functions";
import { startsDisplay, checkName, ASSIGN } from "./parser_targets";

// How strongly operators bind, weakest first; `|` to `*` follow as BINARY + bindingOf().
const OR: i32 = 1;
const AND: i32 = 2;
const NOT: i32 = 3;
const COMPARISON: i32 = 4;
const BINARY: i32 = 4;
/** `*`, `/` and so on: nothing binary binds more strongly. */
const TERM: i32 = 10;

/** Where the innermost expression begins, for messages. */
export let expressionAt: u32 = 0;

/** expression: a condition, a lambda, or anything that binds more strongly. */
export function parseExpression(): usize {
  if (L.tok == T.LAMBDA) return parseLambda();
  if (!enter()) { leave(); return bad(); }
  const line = L.line, at = L.at, outer = expressionAt;
  expressionAt = at;
  let result = parseOperators(OR);
  if (startsExpression(L.tok)) juxtaposed(result, at);
  if (L.tok == T.IF) {
    // a if b else c if d else e: nests to the right, without recursion
    let last: CondNode = changetype<CondNode>(0);
    let from = at, fromLine = line;
    while (L.tok == T.IF) {
      const cond = changetype<CondNode>(nodeNew(Kind.COND, offsetof<CondNode>(), fromLine, from));
      cond.body = changetype<usize>(last) != 0 ? last.orElse : result;
      if (changetype<usize>(last) != 0) last.orElse = changetype<usize>(cond);
      else result = changetype<usize>(cond);
      advance();
      cond.test = parseOperators(OR);
      if (L.tok != T.ELSE) {
        if (L.tok == T.COLON) fail();
        else failAt(from, L.previousEnd, "expected 'else' after 'if' expression");
        break;
      }
      advance();
      from = L.at;
      fromLine = L.line;
      if (L.tok == T.LAMBDA) cond.orElse = parseLambda();
      else {
        cond.orElse = parseOperators(OR);
        if (startsExpression(L.tok)) juxtaposed(cond.orElse, from);
      }
      last = cond;
    }
    for (let c = result; kindOf(c) == Kind.COND; c = changetype<CondNode>(c).orElse) {
      finish(c);
      if (failed) break;
    }
  }
  expressionAt = outer;
  leave();
  return result;
}

/** disjunction: what may stand where a condition or lambda may not. */
export function parseDisjunction(): usize { return parseOperators(OR); }
/** bitwise_or: what binds more strongly than comparisons; targets of `for` are parsed so. */
export function parseBitwiseOr(): usize { return parseOperators(BINARY + 1); }

/** An operand and all operators after it that bind at least as strongly as `weakest`. */
function parseOperators(weakest: i32): usize {
  const line = L.line, at = L.at;
  let left: usize;
  if (L.tok == T.NOT && weakest <= NOT) {
    const not = unaryHere(Kind.UNARY, Unary.NOT);
    advance();
    if (enter()) not.value = parseOperators(NOT);
    leave();
    left = finish(changetype<usize>(not));
  } else {
    left = parseFactor();
  }
  while (true) {
    const t = L.tok;
    let binds = bindingOf(t);
    if (binds != 0) {
      binds += BINARY;
      if (binds < weakest) return left;
      left = parseChain(left, binds, line, at);
    } else if (isComparison(t) || t == T.IN || t == T.IS || t == T.NOT) {
      if (COMPARISON < weakest) return left;
      const compared = parseComparison(left, line, at);
      if (compared == left) return left;
      left = compared;
    } else if (t == T.AND) {
      if (AND < weakest) return left;
      left = parseBool(left, T.AND, line, at);
    } else if (t == T.OR) {
      if (OR < weakest) return left;
      left = parseBool(left, T.OR, line, at);
    } else {
      return left;
    }
  }
}

/** left op x op y ..., all operators of one binding. */
function parseChain(left: usize, binds: i32, line: u32, at: u32): usize {
  const chain = chainNew(Kind.CHAIN, left, line, at);
  if (enter()) {
    do {
      const operand = unaryHere(Kind.LINK, binaryOf(L.tok));
      advance();
      operand.value = binds == TERM ? parseFactor() : parseOperators(binds + 1);
      addLink(chain, finish(changetype<usize>(operand)));
    } while (bindingOf(L.tok) + BINARY == binds && bindingOf(L.tok) != 0);
  }
  leave();
  return finish(changetype<usize>(chain));
}
/** Appends to the links of a chain. */
export function addLink(chain: ChainNode, node: usize): void {
  if (chain.links == 0) chain.links = node;
  chain.lastLink = link(chain.lastLink, node);
  chain.count++;
}

/** left < x < y ...; `left` itself if a `not` that comes next is not the begin of `not in`. */
function parseComparison(left: usize, line: u32, at: u32): usize {
  let chain = changetype<ChainNode>(0);
  if (enter()) {
    while (true) {
      const t = L.tok;
      let op: i32 = Compare.IS;
      const fromLine = L.line, from = L.at;
      if (isComparison(t)) {
        op = comparisonOf(t);
        advance();
      } else if (t == T.IN) {
        op = Compare.IN;
        advance();
      } else if (t == T.IS) {
        op = Compare.IS;
        advance();
        if (accept(T.NOT)) op = Compare.IS_NOT;
      } else if (t == T.NOT) {
        const before = saveState();
        advance();
        if (L.tok != T.IN) {
          if (L.level == 0 && L.inFormat == 0) fail(); else restoreState(before);
          break;
        }
        advance();
        op = Compare.NOT_IN;
      } else {
        break;
      }
      if (changetype<usize>(chain) == 0) {
        chain = chainNew(Kind.COMPARE, left, line, at);
      }
      const operand =
        changetype<UnaryNode>(nodeNew(Kind.LINK, offsetof<UnaryNode>(), fromLine, from));
      operand.op = <u8>op;
      operand.value = parseOperators(BINARY + 1);
      addLink(chain, finish(changetype<usize>(operand)));
    }
  }
  leave();
  return changetype<usize>(chain) == 0 ? left : finish(changetype<usize>(chain));
}

/** left and x and y ..., or the same with `or`. */
function parseBool(left: usize, t: T, line: u32, at: u32): usize {
  const list = listNew(Kind.BOOL_OP, line, at);
  list.op = <u8>(t == T.AND ? Bool.AND : Bool.OR);
  append(list, left);
  if (enter()) {
    while (accept(t)) append(list, parseOperators(t == T.AND ? AND + 1 : OR + 1));
  }
  leave();
  return finish(changetype<usize>(list));
}

/** factor: signs, `await`, `**`. */
function parseFactor(): usize {
  const t = L.tok;
  if (t == T.PLUS || t == T.MINUS || t == T.TILDE) {
    const unary =
      unaryHere(Kind.UNARY, t == T.PLUS ? Unary.PLUS : t == T.MINUS ? Unary.MINUS : Unary.INVERT);
    advance();
    if (enter()) unary.value = parseFactor();
    leave();
    return finish(changetype<usize>(unary));
  }
  const line = L.line, at = L.at;
  let left: usize;
  if (t == T.AWAIT) {
    const await_ = unaryHere(Kind.AWAIT, 0);
    advance();
    await_.value = parsePrimary();
    left = finish(changetype<usize>(await_));
  } else {
    left = parsePrimary();
  }
  if (L.tok != T.DOUBLE_STAR) return left;
  const chain = chainNew(Kind.CHAIN, left, line, at);
  const power = unaryHere(Kind.LINK, Binary.POW);
  advance();
  if (enter()) power.value = parseFactor();
  leave();
  addLink(chain, finish(changetype<usize>(power)));
  return finish(changetype<usize>(chain));
}

// ---- named and starred expressions, lists ----

/** named_expression: an expression, or `name := expression`. */
export function parseNamedExpression(): usize {
  const at = L.at;
  const e = parseExpression();
  if (L.tok == T.WALRUS) return parseWalrus(e);
  if (L.tok == T.ASSIGN) misplacedAssign(e);
  return e;
}
/** The part after the target `e`, which must be a bare name. */
export function parseWalrus(e: usize): usize {
  const target = changetype<Node>(e);
  if (!isBare(e, Kind.NAME)) {
    if (failed) return e;
    return walrusError(e);
  }
  const node =
    changetype<WalrusNode>(nodeNew(Kind.WALRUS, offsetof<WalrusNode>(), target.line, target.at));
  node.target = e;
  checkName(e, changetype<NameNode>(e).name, ASSIGN);
  advance();
  node.value = parseExpression();
  return finish(changetype<usize>(node));
}
/** "cannot use assignment expressions with ..." if an expression follows; else "invalid syntax"
 *  there. */
export function walrusError(e: usize): usize {
  const state = tryBegin();
  advance();
  parseExpression();
  if (tryEnd(state)) failKind(e, "cannot use assignment expressions with ", "");
  return fail();
}

/** star_named_expression: `*x` or a named expression. */
export function parseStarNamed(): usize {
  return L.tok == T.STAR ? parseStarred() : parseNamedExpression();
}
/** `*` and what binds as strongly as `|`. */
export function parseStarred(): usize {
  const star = unaryHere(Kind.STARRED, 0);
  advance();
  star.value = parseBitwiseOr();
  const after = L.tok;
  if (startsExpression(after)) juxtaposed(star.value, changetype<Node>(star.value).at);
  return finish(changetype<usize>(star));
}
/** star_expression. */
function parseStarExpression(): usize {
  return L.tok == T.STAR ? parseStarred() : parseExpression();
}

/** True if the current token ends a list of expressions: nothing of it can follow a comma. */
export function endsList(): bool {
  const t = L.tok;
  return !startsExpression(t) && t != T.STAR;
}
/** star_expressions: one star_expression, or a TUPLE of them. A single STARRED may come back: see
 *  noStar(). */
export function parseStarExpressions(): usize {
  const line = L.line, at = L.at;
  const first = parseStarExpression();
  return L.tok == T.COMMA ? parseTupleRest(first, line, at, true) : first;
}
/** expressions: the same without stars. */
export function parseExpressionList(): usize {
  const line = L.line, at = L.at;
  const first = parseExpression();
  return L.tok == T.COMMA ? parseTupleRest(first, line, at, false) : first;
}
/** A TUPLE from its first element on, the current token being the comma behind that. */
export function parseTupleRest(first: usize, line: u32, at: u32, stars: bool): usize {
  const tuple = listNew(Kind.TUPLE, line, at);
  appendElement(tuple, first);
  while (accept(T.COMMA)) {
    if (endsList()) break;
    appendElement(tuple, stars ? parseStarExpression() : parseExpression());
  }
  return finish(changetype<usize>(tuple));
}
/** Appends to a display, whose FLAG_STAR says that there is a STARRED in it. */
export function appendElement(list: ListNode, node: usize): void {
  if (kindOf(node) == Kind.STARRED) list.flags |= FLAG_STAR;
  append(list, node);
}
/** yield_expr or star_expressions, for the right side of assignments. */
export function parseYieldOrStars(): usize {
  return L.tok == T.YIELD ? parseYield() : noStar(parseStarExpressions());
}
/** Refuses a single STARRED. Returns the node. */
export function noStar(e: usize): usize {
  if (kindOf(e) == Kind.STARRED) failLater(e, "can't use starred expression here");
  return e;
}

/** yield_expr. */
export function parseYield(): usize {
  const node = unaryHere(Kind.YIELD, 0);
  advance();
  if (accept(T.FROM)) {
    node.kind = <u8>Kind.YIELD_FROM;
    node.value = parseExpression();
  } else if (!endsList()) {
    node.value = noStar(parseStarExpressions());
  }
  return finish(changetype<usize>(node));
}

// ---- errors ----

/** An expression that begins at `at` is followed by a token that begins another: never right.
 *  Raises the error if there is more to say than "invalid syntax"; otherwise the caller will raise
 *  that. */
export function juxtaposed(e: usize, at: u32): void {
  if (failed || trying > 0) return;
  const first = changetype<NameNode>(e);
  const bare = isBare(e, Kind.NAME);
  // A bracket that comes next is counted already.
  const opens = L.tok == T.LPAR || L.tok == T.LSQB || L.tok == T.LBRACE;
  const outside = L.level == (opens ? 1 : 0) && L.inFormat == 0;
  if (bare && (outside || isStatementOfOld(first.name))) {
    oldStatement(first.name, at);
    if (failed) return;
  }
  if (outside) {
    // `x print y`: the same is said of what follows a name.
    if (!bare || L.tok != T.NAME) return;
    const name = tokenName(), from = L.at;
    if (!isStatementOfOld(name)) return;
    const state = saveState();
    advance();
    if (startsExpression(L.tok)) oldStatement(name, from);
    if (!failed) restoreState(state);
    return;
  }
  if (isSoftKeyword(at) || (first.kind == Kind.NAME && L.tok == T.STRING)) return;
  const begin = L.tok, state = tryBegin();
  let end = L.end;
  parseExpression();
  if (tryEnd(state)) end = L.previousEnd;
  // If what follows is wrong in its turn, its first token still may be an expression.
  else if (failed || !((begin >= T.NAME && begin <= T.STRING) || isSingleton(begin)
    || begin == T.ELLIPSIS)) return;
  failAt(at, end, "invalid syntax. Perhaps you forgot a comma?");
}
function isStatementOfOld(name: Value): bool {
  const s = changetype<StrObject>(<usize>name);
  return wordIndex("print|exec", s.data, s.lengthBytes) >= 0;
}
/** At what follows the name at `at`: if that is `print` or `exec` and an expression follows,
 *  parentheses are missing. */
function oldStatement(name: Value, at: u32): void {
  if (L.tok == T.LPAR) return;
  const state = tryBegin();
  parseStarExpressions();
  if (!tryEnd(state)) return;
  if (!isStatementOfOld(name)) { restoreState(state); return; }
  failFormat(at, L.previousEnd, "Missing parentheses in call to '%s'. Did you mean %s(...)?", name,
    name);
}
/** True if the word at `at` is `match`, `case` or `_`: no comma is missing behind it. */
function isSoftKeyword(at: u32): bool {
  const begin = sourceAt() + at;
  let p = begin;
  while (classOf(load<u8>(p)) & ID) p++;
  return wordIndex("_|case|match", begin, <u32>(p - begin)) >= 0;
}

/** `=` after an expression where only an expression may stand: says what may have been meant, if
 *  the rest of it parses; otherwise the caller will raise "invalid syntax". */
export function misplacedAssign(e: usize): void {
  if (failed || trying > 0) return;
  const node = changetype<Node>(e);
  const bare = isBare(e, Kind.NAME);
  if (!bare && !isBitwiseOr(e)) return;
  if (!bare && startsDisplay(e)) return;
  const state = tryBegin();
  advance();
  parseBitwiseOr();
  if (L.tok == T.ASSIGN || L.tok == T.WALRUS) stop();
  if (!tryEnd(state)) return;
  if (bare) {
    failAt(node.at, L.previousEnd, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
  } else {
    failKind(e, "cannot assign to ", " here. Maybe you meant '==' instead of '='?");
  }
}
/** True if the expression binds at least as strongly as `|`. */
function isBitwiseOr(e: usize): bool {
  const node = changetype<Node>(e);
  if (node.flags & FLAG_PARENTHESISED) return true;
  switch (node.kind) {
    case Kind.BOOL_OP: case Kind.COMPARE: case Kind.COND: case Kind.LAMBDA: case Kind.WALRUS:
    case Kind.STARRED:
      return false;
    case Kind.UNARY:
      return node.op != Unary.NOT;
    default:
      return true;
  }
}
