// Parsing calls: arguments of `f(...)` and of class headers.
import { NOTHING } from "../core/value";
import { NONE, TRUE, FALSE } from "../objects/singletons";
import {
  Kind, NameNode, ConstNode, CallNode, KeywordNode, ComprehensionNode, FLAG_STAR, FLAG_DOUBLE_STAR,
  nodeNew, isBare,
} from "./ast";
import { L, advance, failed } from "./lexer";
import { T } from "./tokens";
import {
  enter, leave, expect, fail, failAt, failFormat, failLaterNamed, failNode, finish, linkIn,
  nodeHere, unaryHere, tryBegin, tryEnd,
} from "./parser";
import { parseExpression, parseWalrus } from "./parser_expressions";
import { isFor, parseFors } from "./parser_atoms";
import { checkName, repeatedName, ASSIGN } from "./parser_targets";

/** `(...)` behind a primary. */
export function parseCall(): usize {
  const call = changetype<CallNode>(nodeHere(Kind.CALL, offsetof<CallNode>()));
  advance();
  parseArguments(call, true);
  expect(T.RPAR);
  return finish(changetype<usize>(call));
}

/** Arguments up to the closing bracket, into a CallNode that begins at the opening one.
 *  `generators`: a bare generator may be the only argument (not in a class header). */
export function parseArguments(call: CallNode, generators: bool): void {
  let lastArg: usize = 0, lastKeyword: usize = 0;
  while (L.tok != T.RPAR && !failed) {
    const from = L.at;
    if (L.tok == T.STAR) {
      if (call.flags & FLAG_DOUBLE_STAR) {
        failAt(L.at, L.end, "iterable argument unpacking follows keyword argument unpacking");
        return;
      }
      const star = unaryHere(Kind.STARRED, 0);
      advance();
      star.value = parseExpression();
      lastArg = addArg(call, lastArg, finish(changetype<usize>(star)));
      if (isFor() && generators && call.argCount + call.keywordCount == 1) {
        const state = tryBegin();
        parseFors();
        if (tryEnd(state)) failNode(lastArg, "iterable unpacking cannot be used in comprehension");
        return;
      }
      call.flags |= FLAG_STAR;
    } else if (L.tok == T.DOUBLE_STAR) {
      const keyword = changetype<KeywordNode>(nodeHere(Kind.KEYWORD, offsetof<KeywordNode>()));
      keyword.name = NOTHING;
      advance();
      keyword.value = parseExpression();
      lastKeyword = addKeyword(call, lastKeyword, finish(changetype<usize>(keyword)));
      call.flags |= FLAG_DOUBLE_STAR;
    } else {
      const e = parseExpression();
      if (L.tok == T.ASSIGN) {
        lastKeyword = addKeyword(call, lastKeyword, parseKeyword(e));
      } else {
        if (L.tok == T.WALRUS && !isBareName(e)) { fail(); return; }
        const arg = L.tok == T.WALRUS ? parseWalrus(e) : e;
        if (isFor()) {
          if (!generators) { fail(); return; }
          addArg(call, lastArg, parseBareGenerator(call, arg, from));
          break;
        }
        if (call.keywordCount != 0 && !failed) {
          failAt(L.at, L.end, (call.flags & FLAG_DOUBLE_STAR) != 0
            ? "positional argument follows keyword argument unpacking"
            : "positional argument follows keyword argument");
          return;
        }
        lastArg = addArg(call, lastArg, arg);
      }
    }
    if (L.tok != T.COMMA) break;
    advance();
  }
  if (failed) return;
  const again = repeatedName(call.keywords);
  if (again != 0) {
    failLaterNamed(again, "keyword argument repeated: %s", changetype<KeywordNode>(again).name);
  }
}
function isBareName(e: usize): bool {
  return isBare(e, Kind.NAME);
}
function addArg(call: CallNode, last: usize, node: usize): usize {
  call.argCount++;
  return linkIn(changetype<usize>(call) + offsetof<CallNode>("args"), last, node);
}
function addKeyword(call: CallNode, last: usize, node: usize): usize {
  call.keywordCount++;
  return linkIn(changetype<usize>(call) + offsetof<CallNode>("keywords"), last, node);
}

/** `name=value`, the name parsed as the expression `e`, the current token being `=`. */
function parseKeyword(e: usize): usize {
  const target = changetype<NameNode>(e);
  if (failed) return e;
  if (!isBareName(e)) {
    const v = target.kind == Kind.CONST ? changetype<ConstNode>(e).value : NOTHING;
    return failFormat(target.at, L.end, v == NONE || v == TRUE || v == FALSE ? "cannot assign to %r"
      : "expression cannot contain assignment, perhaps you meant \"==\"?", v, 0);
  }
  const node =
    changetype<KeywordNode>(nodeNew(Kind.KEYWORD, offsetof<KeywordNode>(), target.line, target.at));
  node.name = target.name;
  advance();
  node.value = parseExpression();
  finish(changetype<usize>(node));
  if (isFor() && !failed) {
    const state = tryBegin(), to = L.previousEnd;
    parseFors();
    if (tryEnd(state)) {
      return failAt(target.at, to, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
    return fail();
  }
  checkName(changetype<usize>(node), node.name, ASSIGN);
  return changetype<usize>(node);
}

/** A generator whose parentheses are those of the call; it must be the only argument. `from`: its
 *  begin. */
function parseBareGenerator(call: CallNode, element: usize, from: u32): usize {
  const node = changetype<ComprehensionNode>(
    nodeNew(Kind.GENERATOR, offsetof<ComprehensionNode>(), call.line, call.at));
  node.element = element;
  if (enter()) node.clauses = parseFors();
  leave();
  if (!failed && (L.tok == T.COMMA || call.argCount + call.keywordCount != 0)) {
    return failAt(from, L.previousEnd, "Generator expression must be parenthesized");
  }
  node.end = L.end;
  return changetype<usize>(node);
}
