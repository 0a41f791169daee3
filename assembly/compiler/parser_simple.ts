// Parsing statements: lists of them, the choice among them, and the simple ones.
import { textNew } from "../objects/text";
import { SyntaxError } from "../objects/errors";
import { internBytes, emptyStr } from "../objects/str";
import {
  Kind, Node, UnaryNode, BinaryNode, ListNode, NameNode, AssignNode, AugAssignNode, AnnAssignNode,
  ImportFromNode, AliasNode, FLAG_PARENTHESISED, FLAG_SIMPLE, FLAG_STAR, kindOf, nodeNew, isBare,
} from "./ast";
import { L, advance, failed } from "./lexer";
import { T, isAugmented, augmentedOf, startsExpression } from "./tokens";
import {
  accept, expect, fail, failHere, failLater, failNode, failText, finish, append, link, linkIn,
  listNew, nodeHere, unaryHere, tryBegin, tryEnd, context, IN_FUNCTION, IN_LOOP,
} from "./parser";
import {
  parseExpression, parseStarExpressions, parseYield, parseYieldOrStars, noStar, misplacedAssign,
  walrusError,
} from "./parser_expressions";
import { parseName } from "./parser_atoms";
import { parseAsync, parseCompound, isMatch } from "./parser_blocks";
import { parseMatch } from "./parser_patterns";
import {
  checkTarget, checkName, describeInto, isTarget, isSingleTarget, ASSIGN, DELETE,
} from "./parser_targets";

/** Statements up to the token `end` (END or DEDENT), which is left. Returns the first. */
export function parseStatements(end: T): usize {
  let first: usize = 0, last: usize = 0;
  while (L.tok != end && L.tok != T.ERROR) {
    if (L.tok == T.END) { fail(); break; }
    // Only a blank line in a text that ends without a newline gives one here.
    if (end == T.END && accept(T.NEWLINE)) continue;
    const statement = parseStatement();
    if (first == 0) first = statement;
    last = link(last, statement);
    while (changetype<Node>(last).next != 0 && !failed) last = changetype<Node>(last).next;
  }
  return first;
}

/** One compound statement, or a line of simple ones. Returns the first. */
export function parseStatement(): usize {
  const t = L.tok;
  if (t == T.ASYNC) return parseAsync();
  if (t > T.ASYNC || t == T.AT) return parseCompound();
  return t == T.NAME && L.end - L.at == 5 && isMatch() ? parseMatch() : parseSimpleLine();
}

/** Simple statements up to the end of the line. Returns the first. */
export function parseSimpleLine(): usize {
  const first = parseSimple();
  let last = first;
  while (accept(T.SEMI)) {
    if (L.tok == T.NEWLINE) break;
    last = link(last, parseSimple());
  }
  if (L.tok == T.NEWLINE) advance(); else fail();
  return first;
}

/** A keyword alone. */
function parseWord(kind: Kind): usize {
  const node = nodeHere(kind, offsetof<Node>());
  advance();
  return finish(node);
}

function parseSimple(): usize {
  switch (L.tok) {
    case T.PASS: return parseWord(Kind.PASS);
    case T.BREAK:
    case T.CONTINUE: {
      const leaves = L.tok == T.BREAK;
      const node = parseWord(leaves ? Kind.BREAK : Kind.CONTINUE);
      if ((context & IN_LOOP) == 0)
        failLater(node, leaves ? "'break' outside loop" : "'continue' not properly in loop");
      return node;
    }
    case T.RETURN: {
      const node = unaryHere(Kind.RETURN, 0);
      advance();
      if (startsExpression(L.tok) || L.tok == T.STAR) node.value = noStar(parseStarExpressions());
      finish(changetype<usize>(node));
      if ((context & IN_FUNCTION) == 0) {
        failLater(changetype<usize>(node), "'return' outside function");
      }
      return changetype<usize>(node);
    }
    case T.RAISE:
    case T.ASSERT: {
      const raises = L.tok == T.RAISE;
      const node = changetype<BinaryNode>(
        nodeHere(raises ? Kind.RAISE : Kind.ASSERT, offsetof<BinaryNode>()));
      advance();
      if (!raises || startsExpression(L.tok)) {
        node.left = parseExpression();
        if (accept(raises ? T.FROM : T.COMMA)) node.right = parseExpression();
      }
      return finish(changetype<usize>(node));
    }
    case T.GLOBAL: return parseNames(Kind.GLOBAL);
    case T.NONLOCAL: return parseNames(Kind.NONLOCAL);
    case T.DEL: return parseDelete();
    case T.IMPORT: return parseImport();
    case T.FROM: return parseFrom();
    default: return parseExpressionStatement();
  }
}

/** global, nonlocal. */
function parseNames(kind: Kind): usize {
  const list = listNew(kind, L.line, L.at);
  do {
    advance();
    append(list, parseName(Kind.NAME));
  } while (L.tok == T.COMMA);
  return finish(changetype<usize>(list));
}

function parseDelete(): usize {
  const list = listNew(Kind.DELETE, L.line, L.at);
  advance();
  const e = parseStarExpressions();
  if (failed || !checkTarget(e, DELETE)) return changetype<usize>(list);
  if (isBare(e, Kind.TUPLE)) {
    const targets = changetype<ListNode>(e);
    list.first = targets.first;
    list.last = targets.last;
    list.count = targets.count;
  } else {
    append(list, e);
  }
  return finish(changetype<usize>(list));
}

// ---- expressions and assignments ----

function parseExpressionStatement(): usize {
  const line = L.line, at = L.at;
  const e = L.tok == T.YIELD ? parseYield() : parseStarExpressions();
  if (L.tok == T.ASSIGN) return parseAssign(e, line, at);
  if (L.tok == T.COLON) return parseAnnotated(e, line, at);
  if (isAugmented(L.tok)) return parseAugmented(e, line, at);
  if (L.tok == T.WALRUS && !failed && kindOf(e) != Kind.NAME) walrusError(e);
  const node = changetype<UnaryNode>(nodeNew(Kind.EXPRESSION, offsetof<UnaryNode>(), line, at));
  node.value = noStar(e);
  return finish(changetype<usize>(node));
}

/** The element of an unparenthesised tuple that stands last, or the expression itself. */
function lastElement(e: usize): usize {
  return isBare(e, Kind.TUPLE) ? changetype<ListNode>(e).last : e;
}

function parseAssign(first: usize, line: u32, at: u32): usize {
  const node = changetype<AssignNode>(nodeNew(Kind.ASSIGN, offsetof<AssignNode>(), line, at));
  let e = first, last: usize = 0;
  while (L.tok == T.ASSIGN) {
    const kind = kindOf(e), inside = (changetype<Node>(e).flags & FLAG_PARENTHESISED) != 0;
    if ((kind == Kind.YIELD || kind == Kind.YIELD_FROM) && !inside) {
      failNode(e, "assignment to yield expression not possible");
      break;
    }
    if (last == 0 && !failed && !isTarget(e)) misplacedAssign(lastElement(e));
    if (failed || !checkTarget(e, ASSIGN)) break;
    last = linkIn(changetype<usize>(node) + offsetof<AssignNode>("targets"), last, e);
    advance();
    e = L.tok == T.YIELD ? parseYield() : parseStarExpressions();
  }
  node.value = noStar(e);
  return finish(changetype<usize>(node));
}

function parseAnnotated(target: usize, line: u32, at: u32): usize {
  if (failed) return target;
  if (!isSingleTarget(target)) {
    const kind = kindOf(target), state = tryBegin();
    advance();
    parseExpression();
    if (!tryEnd(state)) return fail();
    if (kind == Kind.LIST || kind == Kind.TUPLE) {
      return failNode(target, kind == Kind.LIST ? "only single target (not list) can be annotated"
        : "only single target (not tuple) can be annotated");
    }
    return failNode(target, "illegal target for annotation");
  }
  const node =
    changetype<AnnAssignNode>(nodeNew(Kind.ANN_ASSIGN, offsetof<AnnAssignNode>(), line, at));
  node.target = target;
  if (isBare(target, Kind.NAME)) node.flags |= FLAG_SIMPLE;
  advance();
  node.annotation = parseExpression();
  if (accept(T.ASSIGN)) node.value = parseYieldOrStars();
  if (!failed) checkTarget(target, ASSIGN);
  return finish(changetype<usize>(node));
}

function parseAugmented(target: usize, line: u32, at: u32): usize {
  const node =
    changetype<AugAssignNode>(nodeNew(Kind.AUG_ASSIGN, offsetof<AugAssignNode>(), line, at));
  node.op = <u8>augmentedOf(L.tok);
  node.target = target;
  if (failed) return changetype<usize>(node);
  if (!isSingleTarget(target)) {
    const state = tryBegin();
    advance();
    parseYieldOrStars();
    if (!tryEnd(state)) return fail();
    const t = textNew();
    t.byte(39);
    describeInto(t, target);
    t.literal("' is an illegal expression for augmented assignment");
    const n = changetype<Node>(target);
    return failText(SyntaxError, n.at, n.end, t);
  }
  advance();
  node.value = parseYieldOrStars();
  if (!failed) checkTarget(target, ASSIGN);
  return finish(changetype<usize>(node));
}

// ---- imports ----

/** A dotted name into an alias: its parts and the whole. */
function parseDotted(alias: AliasNode): void {
  const first = parseName(Kind.NAME);
  alias.parts = first;
  alias.name = changetype<NameNode>(first).name;
  if (L.tok != T.DOT || failed) return;
  const t = textNew();
  t.str(alias.name);
  let last = first;
  while (accept(T.DOT)) {
    last = link(last, parseName(Kind.NAME));
    if (failed) break;
    t.byte(46);
    t.str(changetype<NameNode>(last).name);
  }
  if (t.failed == 0) alias.name = internBytes(t.data, t.length);
  t.drop();
}

/** [as name] behind an imported name. */
function parseAs(alias: AliasNode): void {
  if (accept(T.AS)) {
    const node = parseName(Kind.NAME);
    if (failed) return;
    alias.asName = changetype<NameNode>(node).name;
    checkName(node, alias.asName, ASSIGN);
  } else if (!failed) {
    const first = changetype<NameNode>(alias.parts);
    checkName(alias.parts, first.name, ASSIGN);
  }
  finish(changetype<usize>(alias));
}

function parseImport(): usize {
  const list = listNew(Kind.IMPORT, L.line, L.at);
  do {
    advance();
    const alias = changetype<AliasNode>(nodeHere(Kind.ALIAS, offsetof<AliasNode>()));
    parseDotted(alias);
    parseAs(alias);
    append(list, changetype<usize>(alias));
  } while (L.tok == T.COMMA);
  return finish(changetype<usize>(list));
}

function parseFrom(): usize {
  const node = changetype<ImportFromNode>(nodeHere(Kind.IMPORT_FROM, offsetof<ImportFromNode>()));
  advance();
  while (L.tok == T.DOT || L.tok == T.ELLIPSIS) {
    node.level += L.tok == T.DOT ? 1 : 3;
    advance();
  }
  node.module = emptyStr();
  if (L.tok != T.IMPORT || node.level == 0) {
    const module = changetype<AliasNode>(nodeHere(Kind.ALIAS, offsetof<AliasNode>()));
    parseDotted(module);
    node.module = module.name;
  }
  expect(T.IMPORT);
  if (L.tok == T.STAR) {
    node.flags |= FLAG_STAR;
    advance();
    return finish(changetype<usize>(node));
  }
  const inside = accept(T.LPAR);
  let last: usize = 0;
  do {
    const alias = changetype<AliasNode>(nodeHere(Kind.ALIAS, offsetof<AliasNode>()));
    alias.parts = parseName(Kind.NAME);
    if (failed) break;
    alias.name = changetype<NameNode>(alias.parts).name;
    parseAs(alias);
    last = linkIn(changetype<usize>(node) + offsetof<ImportFromNode>("names"), last,
      changetype<usize>(alias));
    if (L.tok != T.COMMA) break;
    advance();
    if (L.tok == T.NEWLINE && !inside) {
      failHere("trailing comma not allowed without surrounding parentheses");
      break;
    }
  } while (!(inside && L.tok == T.RPAR));
  if (inside) expect(T.RPAR);
  return finish(changetype<usize>(node));
}
