// Parsing atoms and what follows them: names, literals, displays, comprehensions, attributes,
// subscripts.
import { NONE, TRUE, FALSE, ELLIPSIS } from "../objects/singletons";
import {
  Kind, Node, NameNode, ConstNode, ListNode, BinaryNode, SliceNode, ComprehensionNode, CompForNode,
  FLAG_ASYNC, FLAG_STAR, FLAG_PARENTHESISED, kindOf, nodeNew, isBare,
} from "./ast";
import { L, advance, failed, tokenName, restoreState } from "./lexer";
import { T, isSingleton, startsExpression } from "./tokens";
import {
  accept, bad, expect, enter, leave, fail, failAt, failNode, finish, chainNew, append, link,
  linkIn, listNew, nodeHere, unaryHere, tryBegin, tryEnd,
} from "./parser";
import {
  parseExpression, parseNamedExpression, parseStarNamed, parseStarred, parseDisjunction,
  parseBitwiseOr, parseYield, parseStarExpressions, appendElement, endsList, addLink, juxtaposed,
  expressionAt,
} from "./parser_expressions";
import { parseCall } from "./parser_calls";
import { parseNumber } from "./parser_numbers";
import { parseStrings } from "./parser_strings";
import { checkTarget, LOOP } from "./parser_targets";

/** The current token as a NameNode; it must be a NAME. */
export function parseName(kind: Kind): usize {
  const node = changetype<NameNode>(nodeHere(kind, offsetof<NameNode>()));
  if (L.tok != T.NAME) return fail();
  node.name = tokenName();
  advance();
  return finish(changetype<usize>(node));
}
/** None, True, False or `...`, as a CONST or P_SINGLETON. */
export function parseConst(kind: Kind): usize {
  const node = changetype<ConstNode>(nodeHere(kind, offsetof<ConstNode>())), t = L.tok;
  node.value = t == T.NONE ? NONE : t == T.TRUE ? TRUE : t == T.FALSE ? FALSE : ELLIPSIS;
  advance();
  return finish(changetype<usize>(node));
}

/** primary: an atom, then any number of `.name`, `(...)`, `[...]`. */
export function parsePrimary(): usize {
  const line = L.line, at = L.at;
  const atom = parseAtom();
  let t = L.tok;
  if (t != T.DOT && t != T.LPAR && t != T.LSQB) return atom;
  const chain = chainNew(Kind.POSTFIX, atom, line, at);
  if (enter()) {
    do {
      if (t == T.DOT) {
        advance();
        addLink(chain, parseName(Kind.ATTRIBUTE));
      } else {
        addLink(chain, t == T.LPAR ? parseCall() : parseSubscript());
      }
      finish(changetype<usize>(chain));
      t = L.tok;
    } while (t == T.DOT || t == T.LPAR || t == T.LSQB);
  }
  leave();
  return changetype<usize>(chain);
}

function parseAtom(): usize {
  if (isSingleton(L.tok) || L.tok == T.ELLIPSIS) return parseConst(Kind.CONST);
  switch (L.tok) {
    case T.NAME: return parseName(Kind.NAME);
    case T.NUMBER: return parseNumber();
    case T.STRING: return parseStrings();
    case T.LPAR: return parseParentheses();
    case T.LSQB: return parseList();
    case T.LBRACE: return parseBraces();
    default: return fail();
  }
}

// ---- subscripts ----

function parseSubscript(): usize {
  const node = unaryHere(Kind.SUBSCRIPT, 0);
  advance();
  if (L.tok == T.RSQB && (L.level > 0 || L.inFormat != 0)) {
    // `f(x[])`: to CPython an empty list that follows x.
    return failAt(expressionAt, L.end, "invalid syntax. Perhaps you forgot a comma?");
  }
  const line = L.line, at = L.at;
  const first = parseStarOrSlice();
  if (L.tok == T.COMMA || kindOf(first) == Kind.STARRED) {
    const tuple = listNew(Kind.TUPLE, line, at);
    appendElement(tuple, first);
    while (accept(T.COMMA)) {
      if (L.tok == T.RSQB) break;
      appendElement(tuple, parseStarOrSlice());
    }
    node.value = finish(changetype<usize>(tuple));
  } else {
    node.value = first;
  }
  expect(T.RSQB);
  return finish(changetype<usize>(node));
}
/** A walrus without parentheses of its own: not everywhere where an expression may stand. */
function isBareWalrus(e: usize): bool {
  return isBare(e, Kind.WALRUS);
}
function parseStarOrSlice(): usize {
  if (L.tok == T.STAR) return parseStarred();
  const line = L.line, at = L.at;
  let lower: usize = 0;
  if (L.tok != T.COLON) {
    lower = parseNamedExpression();
    if (L.tok != T.COLON || isBareWalrus(lower)) return lower;
  }
  const slice = changetype<SliceNode>(nodeNew(Kind.SLICE, offsetof<SliceNode>(), line, at));
  slice.lower = lower;
  advance();
  if (startsExpression(L.tok)) slice.upper = parseExpression();
  if (accept(T.COLON) && startsExpression(L.tok)) slice.step = parseExpression();
  return finish(changetype<usize>(slice));
}

// ---- displays ----

/** Marks a node as written in parentheses. */
function parenthesised(node: usize): usize {
  changetype<Node>(node).flags |= FLAG_PARENTHESISED;
  return node;
}

/** `(...)`: a tuple, a generator, a yield, or an expression. */
function parseParentheses(): usize {
  const line = L.line, at = L.at;
  advance();
  if (L.tok == T.RPAR) {
    const tuple = listNew(Kind.TUPLE, line, at);
    advance();
    return parenthesised(finish(changetype<usize>(tuple)));
  }
  return parseParenthesised(line, at, T.RPAR);
}
/** What can stand in parentheses, from the current token to `close`: an f-string's expression too.
 *  */
export function parseInside(close: T): usize { return parseParenthesised(L.line, L.at, close); }
/** What stands in parentheses that began at `at`, from behind them to `close`. */
function parseParenthesised(line: u32, at: u32, close: T): usize {
  if (L.tok == T.YIELD) {
    const e = parseYield();
    expect(close);
    return parenthesised(e);
  }
  if (L.tok == T.DOUBLE_STAR) return doubleStarred(close);
  const first = parseStarNamed();
  if (isFor()) return parenthesised(parseComprehension(Kind.GENERATOR, first, 0, line, at, close));
  if (L.tok == T.COMMA) {
    const tuple = listNew(Kind.TUPLE, line, at);
    parseElements(tuple, first, close);
    return parenthesised(changetype<usize>(tuple));
  }
  if (L.tok == close && kindOf(first) == Kind.STARRED && !failed) {
    return failNode(first, "cannot use starred expression here");
  }
  expect(close);
  return parenthesised(first);
}
/** `(**x)`. */
function doubleStarred(close: T): usize {
  const from = L.at, state = tryBegin();
  advance();
  parseExpression();
  if (L.tok != close) bad();
  if (tryEnd(state)) {
    restoreState(state);
    return failAt(from, from + 2, "cannot use double starred expression here");
  }
  return fail();
}

/** The elements of a display after its first one, to the closing bracket. */
function parseElements(list: ListNode, first: usize, close: T): void {
  appendElement(list, first);
  while (accept(T.COMMA)) {
    if (L.tok == close || isFor()) break;
    appendElement(list, parseStarNamed());
  }
  if (isFor() && close != T.RPAR && close != T.END && !failed) forgottenParentheses(list);
  expect(close);
  finish(changetype<usize>(list));
}
/** `[a, b for ...]`: the error, if a comprehension follows. */
function forgottenParentheses(list: ListNode): void {
  const from = changetype<Node>(list.first).at, to = L.previousEnd, state = tryBegin();
  parseFors();
  if (tryEnd(state)) {
    failAt(from, to, "did you forget parentheses around the comprehension target?");
  }
}

function parseList(): usize {
  const line = L.line, at = L.at;
  const list = listNew(Kind.LIST, line, at);
  advance();
  if (accept(T.RSQB)) return finish(changetype<usize>(list));
  const first = parseStarNamed();
  if (isFor()) return parseComprehension(Kind.LIST_COMP, first, 0, line, at, T.RSQB);
  parseElements(list, first, T.RSQB);
  return changetype<usize>(list);
}

/** `{...}`: a dict, a set, or a comprehension of one. */
function parseBraces(): usize {
  const line = L.line, at = L.at;
  advance();
  if (L.tok == T.RBRACE || L.tok == T.DOUBLE_STAR) return parseDict(0, line, at);
  const first = parseStarNamed();
  if (L.tok == T.COLON && kindOf(first) != Kind.STARRED && !isBareWalrus(first)) {
    return parseDict(first, line, at);
  }
  if (isFor()) return parseComprehension(Kind.SET_COMP, first, 0, line, at, T.RBRACE);
  const set = listNew(Kind.SET, line, at);
  parseElements(set, first, T.RBRACE);
  return changetype<usize>(set);
}

/** A dict; `key`: its first key if that is parsed already, the current token being the colon behind
 *  it. */
function parseDict(key: usize, line: u32, at: u32): usize {
  const dict = listNew(Kind.DICT, line, at);
  let more = key != 0 || L.tok != T.RBRACE;
  while (more) {
    const item = changetype<BinaryNode>(nodeHere(Kind.DICT_ITEM, offsetof<BinaryNode>()));
    if (key == 0 && L.tok == T.DOUBLE_STAR) {
      const from = L.at;
      dict.flags |= FLAG_STAR;
      advance();
      item.right = parseBitwiseOr();
      if (isFor() && !failed) {
        return failAt(from, from + 2, "dict unpacking cannot be used in dict comprehension");
      }
    } else {
      item.left = key != 0 ? key : parseExpression();
      key = 0;
      item.line = changetype<Node>(item.left).line;
      item.at = changetype<Node>(item.left).at;
      parseDictValue(item, dict.count > 0);
      if (isFor() && dict.count == 0) {
        return parseComprehension(Kind.DICT_COMP, item.left, item.right, line, at, T.RBRACE);
      }
    }
    append(dict, finish(changetype<usize>(item)));
    more = accept(T.COMMA) && L.tok != T.RBRACE;
  }
  expect(T.RBRACE);
  return finish(changetype<usize>(dict));
}
/** `: value`. `later`: not the first item. */
function parseDictValue(item: BinaryNode, later: bool): void {
  if (L.tok != T.COLON) {
    if (!failed && (L.tok == T.COMMA || L.tok == T.RBRACE)) {
      failAt(L.previousEnd - 1, L.previousEnd, "':' expected after dictionary key");
    } else {
      fail();
    }
    return;
  }
  const colon = L.at;
  advance();
  if (L.tok == T.STAR) {
    const state = tryBegin(), from = L.at;
    parseStarred();
    const to = L.previousEnd;
    if (tryEnd(state)) {
      restoreState(state);
      failAt(from, to, "cannot use a starred expression in a dictionary value");
    } else fail();
    return;
  }
  if (L.tok == T.RBRACE || L.tok == T.COMMA) {
    failAt(colon, colon + 1, "expression expected after dictionary key and ':'");
    return;
  }
  item.right = parseExpression();
}

// ---- comprehensions ----

/** True at `for` or `async for`. */
export function isFor(): bool {
  return L.tok == T.FOR || L.tok == T.ASYNC;
}
/** The rest of a comprehension, from its first `for` to the closing bracket. */
export function parseComprehension(kind: Kind, element: usize, value: usize, line: u32, at: u32,
  close: T): usize {
  const node =
    changetype<ComprehensionNode>(nodeNew(kind, offsetof<ComprehensionNode>(), line, at));
  node.element = element;
  node.value = value;
  if (kindOf(element) == Kind.STARRED && !failed) {
    const star = element, state = tryBegin();
    parseFors();
    if (tryEnd(state)) return failNode(star, "iterable unpacking cannot be used in comprehension");
    return fail();
  }
  if (enter()) node.clauses = parseFors();
  leave();
  expect(close);
  return finish(changetype<usize>(node));
}
/** One or more `for ... in ... if ...`: each nests within the one before. Returns the first. */
export function parseFors(): usize {
  let first: usize = 0, last: usize = 0, levels = 0;
  do {
    levels++;
    if (!enter()) break;
    const node = changetype<CompForNode>(nodeHere(Kind.COMP_FOR, offsetof<CompForNode>()));
    if (accept(T.ASYNC)) node.flags |= FLAG_ASYNC;
    expect(T.FOR);
    node.target = parseLoopTarget();
    if (L.tok != T.IN) { fail(); break; }
    advance();
    node.iter = parseDisjunction();
    let condition: usize = 0;
    while (accept(T.IF)) {
      condition = linkIn(changetype<usize>(node) + offsetof<CompForNode>("conditions"), condition,
        parseDisjunction());
    }
    last = link(last, finish(changetype<usize>(node)));
    if (first == 0) first = last;
  } while (isFor());
  for (; levels > 0; levels--) leave();
  return first;
}
function parseStarOrOperand(): usize {
  return L.tok == T.STAR ? parseStarred() : parseBitwiseOr();
}
/** star_targets: what stands between `for` and `in`. */
export function parseLoopTarget(): usize {
  const line = L.line, at = L.at;
  if (L.tok == T.NOT || L.tok == T.LAMBDA) {
    const e = parseStarExpressions();
    return failed || !checkTarget(e, LOOP) ? e : fail();
  }
  let target = parseStarOrOperand();
  if (L.tok == T.COMMA) {
    const tuple = listNew(Kind.TUPLE, line, at);
    appendElement(tuple, target);
    while (accept(T.COMMA)) {
      if (endsList()) break;
      appendElement(tuple, parseStarOrOperand());
    }
    target = finish(changetype<usize>(tuple));
  }
  if (startsExpression(L.tok)) juxtaposed(target, at);
  if (!failed) checkTarget(target, LOOP);
  return target;
}
