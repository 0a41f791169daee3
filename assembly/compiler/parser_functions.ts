// Parsing functions, lambdas, classes: parameters, decorators, headers.
import {
  Kind, Node, FunctionNode, LambdaNode, ClassNode, CallNode, ArgumentsNode, ArgNode, Param,
  FLAG_ASYNC, FLAG_STAR, FLAG_DOUBLE_STAR, nodeNew,
} from "./ast";
import { L, advance, failed, tokenName, saveState, restoreState } from "./lexer";
import { T, startsExpression } from "./tokens";
import {
  accept, enter, leave, expect, expectColon, forceColon, fail, failAt, failHere, failNode,
  failLaterNamed, finish, link, linkIn, nodeHere, tryBegin, tryEnd, context, setContext, IN_FUNCTION,
} from "./parser";
import { parseExpression, parseNamedExpression, parseStarred } from "./parser_expressions";
import { parseArguments } from "./parser_calls";
import { parseBlock } from "./parser_blocks";
import { checkName, repeatedName, ASSIGN } from "./parser_targets";

/** Decorators, then a function or class. */
export function parseDecorated(): usize {
  let first: usize = 0, last: usize = 0;
  while (accept(T.AT)) {
    last = link(last, parseNamedExpression());
    if (first == 0) first = last;
    expect(T.NEWLINE);
  }
  const line = L.line, at = L.at;
  if (L.tok == T.CLASS) return parseClass(first);
  if (L.tok == T.DEF) return parseFunction(line, at, 0, first);
  if (accept(T.ASYNC) && L.tok == T.DEF) return parseFunction(line, at, FLAG_ASYNC, first);
  return fail();
}

/** At `def`; `line` and `at` are of `async` or `def`. */
export function parseFunction(line: u32, at: u32, flags: u16, decorators: usize): usize {
  const node = changetype<FunctionNode>(nodeNew(Kind.FUNCTION, offsetof<FunctionNode>(), line, at));
  node.flags = flags;
  node.decorators = decorators;
  const defLine = L.line;
  advance();
  if (L.tok != T.NAME) return fail();
  node.name = tokenName();
  checkName(changetype<usize>(node), node.name, ASSIGN);
  advance();
  if (L.tok != T.LPAR) return failHere("expected '('");
  advance();
  node.args = parseParameters(T.RPAR);
  expect(T.RPAR);
  if (L.tok == T.ARROW) {
    const from = L.at, to = L.end;
    advance();
    if (!startsExpression(L.tok)) return failAt(from, to, "expected ':'");
    node.returns = parseExpression();
  }
  forceColon();
  finish(changetype<usize>(node));
  const before = context;
  setContext(IN_FUNCTION);
  node.body = parseBlock("function definition", defLine);
  setContext(before);
  return changetype<usize>(node);
}

export function parseLambda(): usize {
  const node = changetype<LambdaNode>(nodeHere(Kind.LAMBDA, offsetof<LambdaNode>()));
  advance();
  if (enter()) {
    node.args = parseParameters(T.COLON);
    if (L.tok == T.COLON) advance(); else fail();
    node.body = parseExpression();
  }
  leave();
  return finish(changetype<usize>(node));
}

export function parseClass(decorators: usize): usize {
  const node = changetype<ClassNode>(nodeHere(Kind.CLASS, offsetof<ClassNode>()));
  node.decorators = decorators;
  advance();
  if (L.tok != T.NAME) return fail();
  node.name = tokenName();
  checkName(changetype<usize>(node), node.name, ASSIGN);
  advance();
  if (L.tok == T.LPAR) {
    const header = changetype<CallNode>(nodeHere(Kind.CALL, offsetof<CallNode>()));
    advance();
    parseArguments(header, false);
    expect(T.RPAR);
    node.flags = header.flags & (FLAG_STAR | FLAG_DOUBLE_STAR);
    node.bases = header.args;
    node.baseCount = header.argCount;
    node.keywords = header.keywords;
    node.keywordCount = header.keywordCount;
  }
  expectColon();
  finish(changetype<usize>(node));
  const before = context;
  setContext(0);
  node.body = parseBlock("class definition", node.line);
  setContext(before);
  return changetype<usize>(node);
}

// ---- parameters ----

/** How far a list of parameters has come. */
const BEFORE_SLASH = 0, BEFORE_STAR = 1, AFTER_STAR = 2, AFTER_DOUBLE_STAR = 3;

/** Parameters up to `close`, which is left: RPAR of a function (with annotations), COLON of a
 *  lambda. */
function parseParameters(close: T): usize {
  const node = changetype<ArgumentsNode>(nodeHere(Kind.ARGUMENTS, offsetof<ArgumentsNode>()));
  let stage = BEFORE_SLASH, last: usize = 0, count: u32 = 0;
  while (L.tok != close && !failed) {
    const from = L.at, to = L.end;
    let arg: usize = 0;
    if (stage == AFTER_DOUBLE_STAR) {
      if (L.tok == T.NAME || L.tok == T.STAR || L.tok == T.DOUBLE_STAR || L.tok == T.SLASH) {
        failAt(from, to, "arguments cannot follow var-keyword argument");
      } else fail();
      break;
    }
    if (L.tok == T.SLASH) {
      advance();
      if (stage == AFTER_STAR) { failAt(from, to, "/ must be ahead of *"); break; }
      if (stage == BEFORE_STAR) { failAt(from, to, "/ may appear only once"); break; }
      if (count == 0) {
        if (L.tok == T.COMMA) failAt(from, to, "at least one argument must precede /");
        else failAt(from, to, "invalid syntax");
        break;
      }
      if (L.tok == T.STAR) { failHere("expected comma between / and *"); break; }
      stage = BEFORE_STAR;
      node.positionalOnly = node.positional;
      for (let a = node.args; a != 0; a = changetype<Node>(a).next) {
        changetype<Node>(a).op = <u8>Param.POSITIONAL_ONLY;
      }
    } else if (L.tok == T.STAR) {
      advance();
      if (stage == AFTER_STAR) {
        failAt(from, to, L.tok == T.NAME || L.tok == T.COMMA
          ? "* argument may appear only once" : "invalid syntax");
        break;
      }
      stage = AFTER_STAR;
      if (L.tok == T.COMMA) {
        // A bare star: a name must follow.
        const state = saveState();
        advance();
        const bare = L.tok == close || L.tok == T.DOUBLE_STAR;
        restoreState(state);
        if (bare) { failAt(from, to, "named arguments must follow bare *"); break; }
      } else if (L.tok == close) {
        failAt(from, to, "named arguments must follow bare *");
        break;
      } else {
        arg = parseParameter(Param.VARARGS, close);
        node.varArgs = arg;
        if (L.tok == T.ASSIGN) {
          failHere("var-positional argument cannot have default value");
          break;
        }
      }
    } else if (L.tok == T.DOUBLE_STAR) {
      advance();
      stage = AFTER_DOUBLE_STAR;
      arg = parseParameter(Param.VARKEYWORDS, close);
      node.varKeywords = arg;
      if (L.tok == T.ASSIGN) { failHere("var-keyword argument cannot have default value"); break; }
    } else if (L.tok == T.LPAR) {
      parenthesisedParameters(close);
      break;
    } else {
      arg = parseParameter(stage == AFTER_STAR ? Param.KEYWORD_ONLY : Param.POSITIONAL, close);
      const parsed = changetype<ArgNode>(arg);
      if (L.tok == T.ASSIGN && !failed) {
        const equals = L.at;
        advance();
        if (L.tok == T.RPAR || L.tok == T.COMMA) {
          failAt(equals, equals + 1, "expected default value expression");
          break;
        }
        parsed.default_ = parseExpression();
        finish(arg);
        if (stage == AFTER_STAR) node.keywordDefaults++; else node.defaults++;
      } else if (stage != AFTER_STAR && node.defaults != 0 && !failed) {
        failNode(arg, "non-default argument follows default argument");
        break;
      }
      if (stage == AFTER_STAR) node.keywordOnly++; else node.positional++;
    }
    if (arg != 0) {
      last = linkIn(changetype<usize>(node) + offsetof<ArgumentsNode>("args"), last, arg);
      count++;
    }
    if (L.tok != T.COMMA) break;
    advance();
  }
  finish(changetype<usize>(node));
  if (failed) return changetype<usize>(node);
  if (L.tok != close) return fail();
  const again = repeatedName(node.args);
  if (again != 0) {
    failLaterNamed(again, "duplicate argument '%s' in function definition",
      changetype<ArgNode>(again).name);
  }
  return changetype<usize>(node);
}

/** A name with an annotation, if the parameters end with `)`. */
function parseParameter(kind: Param, close: T): usize {
  const node = changetype<ArgNode>(nodeHere(Kind.ARG, offsetof<ArgNode>()));
  node.op = <u8>kind;
  if (L.tok != T.NAME) return fail();
  node.name = tokenName();
  advance();
  if (close == T.RPAR && accept(T.COLON)) {
    node.annotation = L.tok == T.STAR && kind == Param.VARARGS ? parseStarred() : parseExpression();
  }
  finish(changetype<usize>(node));
  checkName(changetype<usize>(node), node.name, ASSIGN);
  return changetype<usize>(node);
}

/** `(a, b)` among the parameters. */
function parenthesisedParameters(close: T): void {
  const from = L.at, state = tryBegin();
  advance();
  do {
    expect(T.NAME);
    if (close == T.RPAR && accept(T.COLON)) parseExpression();
  } while (accept(T.COMMA) && L.tok != T.RPAR);
  expect(T.RPAR);
  const to = L.previousEnd;
  if (tryEnd(state)) {
    failAt(from, to, close == T.RPAR ? "Function parameters cannot be parenthesized"
      : "Lambda expression parameters cannot be parenthesized");
  } else {
    fail();
  }
}
