// Parsing compound statements: if, while, for, try, with, async; blocks.
import { IndentationError } from "../objects/errors";
import { textNew, literalOf } from "../objects/text";
import {
  Kind, Node, IfNode, IfClauseNode, WhileNode, ForNode, TryNode, HandlerNode, WithNode,
  WithItemNode, NameNode, FLAG_ASYNC, FLAG_STAR, nodeNew,
} from "./ast";
import { sourceAt } from "./errors";
import { L, advance, failed, saveState, restoreState } from "./lexer";
import { T, startsExpression } from "./tokens";
import {
  accept, enter, leave, expect, expectColon, forceColon, fail, failAt, failHere, failLater,
  failText, finish, linkIn, nodeHere, tryBegin, tryEnd, context, setContext, IN_LOOP,
} from "./parser";
import {
  parseExpression, parseExpressionList, parseNamedExpression, parseStarExpressions, parseStarred,
  parseBitwiseOr, noStar,
} from "./parser_expressions";
import { parseLoopTarget, parseName } from "./parser_atoms";
import { parseClass, parseDecorated, parseFunction } from "./parser_functions";
import { parseSimpleLine, parseStatements } from "./parser_simple";
import { checkTarget, checkName, ASSIGN } from "./parser_targets";

/** A statement that begins with a keyword of its own, not `async`. */
export function parseCompound(): usize {
  const line = L.line, at = L.at;
  let node: usize;
  if (!enter()) { leave(); return fail(); }
  switch (L.tok) {
    case T.IF: node = parseIf(); break;
    case T.WHILE: node = parseWhile(); break;
    case T.FOR: node = parseFor(line, at, 0); break;
    case T.TRY: node = parseTry(); break;
    case T.WITH: node = parseWith(line, at, 0); break;
    case T.DEF: node = parseFunction(line, at, 0, 0); break;
    case T.CLASS: node = parseClass(0); break;
    default: node = parseDecorated(); break;
  }
  leave();
  return node;
}
/** async def, for, with. */
export function parseAsync(): usize {
  const line = L.line, at = L.at;
  let node: usize;
  advance();
  if (!enter()) { leave(); return fail(); }
  if (L.tok == T.DEF) node = parseFunction(line, at, FLAG_ASYNC, 0);
  else if (L.tok == T.FOR) node = parseFor(line, at, FLAG_ASYNC);
  else if (L.tok == T.WITH) node = parseWith(line, at, FLAG_ASYNC);
  else node = fail();
  leave();
  return node;
}

/** The block behind a colon. `what` and `line` are for the message if it is missing: "'if'
 *  statement". Returns its first statement. */
export function parseBlock(what: string, line: u32): usize {
  if (L.tok != T.NEWLINE) return parseSimpleLine();
  advance();
  if (L.tok != T.INDENT) return missingBlock(what, line);
  advance();
  const body = parseStatements(T.DEDENT);
  expect(T.DEDENT);
  return body;
}
/** "expected an indented block after ..." at the current token. Returns a BAD node. */
export function missingBlock(what: string, line: u32): usize {
  const t = textNew();
  t.format("expected an indented block after %l on line %d", literalOf(what), line);
  return failText(IndentationError, L.at, L.end, t);
}
/** As parseBlock, with break and continue allowed. */
function parseLoopBlock(what: string, line: u32): usize {
  const before = context;
  setContext(before | IN_LOOP);
  const body = parseBlock(what, line);
  setContext(before);
  return body;
}
/** `else` and its block, if there is one; else 0. */
function parseElse(): usize {
  if (L.tok != T.ELSE) return 0;
  const line = L.line;
  advance();
  forceColon();
  return parseBlock("'else' statement", line);
}

function parseIf(): usize {
  const node = changetype<IfNode>(nodeHere(Kind.IF, offsetof<IfNode>()));
  let last: usize = 0;
  do {
    const clause = changetype<IfClauseNode>(nodeHere(Kind.IF_CLAUSE, offsetof<IfClauseNode>()));
    const first = L.tok == T.IF;
    advance();
    clause.test = parseNamedExpression();
    expectColon();
    finish(changetype<usize>(clause));
    if (first) finish(changetype<usize>(node));
    clause.body = parseBlock(first ? "'if' statement" : "'elif' statement", clause.line);
    last = linkIn(changetype<usize>(node) + offsetof<IfNode>("clauses"), last,
      changetype<usize>(clause));
  } while (L.tok == T.ELIF);
  node.orElse = parseElse();
  return changetype<usize>(node);
}

function parseWhile(): usize {
  const node = changetype<WhileNode>(nodeHere(Kind.WHILE, offsetof<WhileNode>()));
  advance();
  node.test = parseNamedExpression();
  expectColon();
  finish(changetype<usize>(node));
  node.body = parseLoopBlock("'while' statement", node.line);
  node.orElse = parseElse();
  return changetype<usize>(node);
}

function parseFor(line: u32, at: u32, flags: u16): usize {
  const node = changetype<ForNode>(nodeNew(Kind.FOR, offsetof<ForNode>(), line, at));
  node.flags = flags;
  const forLine = L.line;
  advance();
  node.target = parseLoopTarget();
  expect(T.IN);
  node.iter = noStar(parseStarExpressions());
  expectColon();
  finish(changetype<usize>(node));
  node.body = parseLoopBlock("'for' statement", forLine);
  node.orElse = parseElse();
  return changetype<usize>(node);
}

function parseTry(): usize {
  const node = changetype<TryNode>(nodeHere(Kind.TRY, offsetof<TryNode>()));
  advance();
  forceColon();
  finish(changetype<usize>(node));
  node.body = parseBlock("'try' statement", node.line);
  let last: usize = 0, bare: usize = 0;
  while (L.tok == T.EXCEPT) {
    if (bare != 0) failLater(bare, "default 'except:' must be last");
    const handler = parseHandler(node, last == 0);
    last = linkIn(changetype<usize>(node) + offsetof<TryNode>("handlers"), last, handler);
    if (changetype<HandlerNode>(handler).type == 0) bare = handler;
  }
  if (last == 0 && L.tok != T.FINALLY) return failHere("expected 'except' or 'finally' block");
  if (last != 0) node.orElse = parseElse();
  if (L.tok == T.FINALLY) {
    const line = L.line;
    advance();
    forceColon();
    node.final = parseBlock("'finally' statement", line);
  }
  return changetype<usize>(node);
}
function parseHandler(node: TryNode, first: bool): usize {
  const handler = changetype<HandlerNode>(nodeHere(Kind.HANDLER, offsetof<HandlerNode>()));
  const from = L.at, to = L.end;
  advance();
  const star = accept(T.STAR);
  if (star) handler.flags |= FLAG_STAR;
  if (first) {
    if (star) node.flags |= FLAG_STAR;
  } else if (star != ((node.flags & FLAG_STAR) != 0)) {
    return failAt(from, to, "cannot have both 'except' and 'except*' on the same 'try'");
  }
  if (L.tok != T.COLON && L.tok != T.NEWLINE) {
    handler.type = parseExpression();
    if (L.tok == T.COMMA && !failed) return severalTypes(handler);
    if (accept(T.AS)) {
      const name = parseName(Kind.NAME);
      if (!failed) {
        handler.name = changetype<NameNode>(name).name;
        checkName(name, handler.name, ASSIGN);
      }
    }
  } else if (star) {
    return failHere("expected one or more exception types");
  }
  expectColon();
  finish(changetype<usize>(handler));
  handler.body = parseBlock(star ? "'except*' statement" : "'except' statement", handler.line);
  return changetype<usize>(handler);
}
/** `except A, B:`. */
function severalTypes(handler: HandlerNode): usize {
  const at = changetype<Node>(handler.type).at, state = tryBegin();
  advance();
  parseExpressionList();
  const to = L.previousEnd;
  if (accept(T.AS)) expect(T.NAME);
  expect(T.COLON);
  return tryEnd(state) ? failAt(at, to, "multiple exception types must be parenthesized") : fail();
}

// ---- with ----

/** Managers of one statement, as in CPython: each is a block within the one before. */
const ITEMS_MAX = 20;

function parseWith(line: u32, at: u32, flags: u16): usize {
  const node = changetype<WithNode>(nodeNew(Kind.WITH, offsetof<WithNode>(), line, at));
  node.flags = flags;
  const withLine = L.line;
  advance();
  const inside = L.tok == T.LPAR && itemsInParentheses();
  if (inside) advance();
  let last: usize = 0, count = 0;
  while (true) {
    if (!enter()) { leave(); break; }
    const item = parseWithItem();
    if (++count == ITEMS_MAX + 1) {
      failLater(changetype<usize>(node), "too many statically nested blocks");
    }
    last = linkIn(changetype<usize>(node) + offsetof<WithNode>("items"), last, item);
    if (L.tok != T.COMMA) break;
    advance();
    if (inside && L.tok == T.RPAR) break;
  }
  if (inside) expect(T.RPAR);
  expectColon();
  finish(changetype<usize>(node));
  node.body = parseBlock("'with' statement", withLine);
  for (; count > 0; count--) leave();
  return changetype<usize>(node);
}
function parseWithItem(): usize {
  const item = changetype<WithItemNode>(nodeHere(Kind.WITH_ITEM, offsetof<WithItemNode>()));
  item.context = parseExpression();
  if (accept(T.AS)) {
    item.target = L.tok == T.STAR ? parseStarred() : parseBitwiseOr();
    if (!failed && (L.tok == T.COMMA || L.tok == T.RPAR || L.tok == T.COLON)) {
      checkTarget(item.target, ASSIGN);
    }
  }
  return finish(changetype<usize>(item));
}
/** At `(` behind `with`: true if the parentheses enclose the managers, false if they belong to an
 *  expression. Reads ahead to where they close. */
function itemsInParentheses(): bool {
  // The lexer counted the parenthesis when it read it.
  const state = saveState(), level = L.level - 1;
  let items = true, named = false, start = true;
  advance();
  if (L.tok == T.RPAR) items = false;
  while (L.level > level && !failed) {
    if (L.level == level + 1) {
      const t = L.tok;
      if (t == T.AS) named = true;
      else if (t == T.FOR || t == T.ASYNC || t == T.WALRUS || t == T.YIELD) items = false;
      else if (start && t == T.STAR) items = false;
      start = t == T.COMMA;
    }
    advance();
  }
  // The current token is the closing parenthesis.
  if (!failed) advance();
  if (!named && L.tok != T.COLON) items = false;
  restoreState(state);
  return items;
}

// ---- match ----

/** At a NAME of five letters: true if it is `match` and begins a match statement. */
export function isMatch(): bool {
  const at = sourceAt() + L.at;
  if (load<u32>(at) != 0x6374616d || load<u8>(at, 4) != 104) return false;
  const state = saveState();
  advance();
  const t = L.tok;
  let result = startsExpression(t);
  if (t == T.LPAR || t == T.LSQB || t == T.STAR || t == T.PLUS || t == T.MINUS || t == T.NOT) {
    // Also an expression may go on so: a statement's line ends with a colon.
    while (L.tok != T.NEWLINE && L.tok != T.END && !failed) advance();
    result = L.previous == T.COLON;
  }
  restoreState(state);
  return result;
}
