// Parsing match statements and their patterns. Checks of names and reachability:
// parser_captures.ts.
import { Value, NOTHING } from "../core/value";
import { strOfChar } from "../objects/str";
import {
  Kind, Node, UnaryNode, BinaryNode, ListNode, NameNode, KeywordNode, MatchNode, CaseNode,
  MappingPatternNode, ClassPatternNode, PatternAsNode, Binary, Unary, kindOf, nodeNew,
} from "./ast";
import { sourceAt } from "./errors";
import { L, advance, failed, tokenName, NUMBER_IMAGINARY } from "./lexer";
import { T, isSingleton } from "./tokens";
import {
  accept, bad, enter, leave, expect, expectColon, fail, failAt, failHere, failNode, finish,
  chainNew, append, linkIn, listNew, nodeHere, unaryHere, tryBegin, tryEnd,
} from "./parser";
import {
  parseExpression, parseNamedExpression, parseStarNamed, parseTupleRest, addLink,
} from "./parser_expressions";
import { parseConst, parseName } from "./parser_atoms";
import { parseBlock, missingBlock } from "./parser_blocks";
import { parseNumber } from "./parser_numbers";
import { parseStrings } from "./parser_strings";
import { checkName, ASSIGN } from "./parser_targets";
import { checkPattern } from "./parser_captures";

/** At `match`, known to begin a match statement. */
export function parseMatch(): usize {
  const node = changetype<MatchNode>(nodeHere(Kind.MATCH, offsetof<MatchNode>()));
  advance();
  if (!enter()) { leave(); return bad(); }
  const line = L.line, at = L.at;
  const subject = parseStarNamed();
  node.subject = subject;
  if (L.tok == T.COMMA) {
    node.subject = parseTupleRest(subject, line, at, true);
  } else if (kindOf(subject) == Kind.STARRED && !failed) {
    fail();
  }
  expectColon();
  finish(changetype<usize>(node));
  if (L.tok == T.NEWLINE) advance(); else fail();
  if (L.tok != T.INDENT) missingBlock("'match' statement", node.line); else advance();
  let last: usize = 0;
  while (isCase()) {
    last = linkIn(changetype<usize>(node) + offsetof<MatchNode>("cases"), last, parseCase());
  }
  if (last == 0) fail();
  expect(T.DEDENT);
  leave();
  if (!failed) checkCases(node);
  return changetype<usize>(node);
}
/** At the word `case`. */
function isCase(): bool {
  return L.tok == T.NAME && L.end - L.at == 4 && load<u32>(sourceAt() + L.at) == 0x65736163;
}
function parseCase(): usize {
  const node = changetype<CaseNode>(nodeHere(Kind.CASE, offsetof<CaseNode>()));
  advance();
  const line = L.line, at = L.at;
  const first = parseMaybeStar();
  if (L.tok == T.COMMA || kindOf(first) == Kind.P_STAR) {
    const list = listNew(Kind.P_SEQUENCE, line, at);
    // A star alone is no pattern: the comma must follow.
    if (L.tok != T.COMMA) fail();
    append(list, first);
    while (accept(T.COMMA)) {
      if (L.tok == T.COLON || L.tok == T.IF) break;
      append(list, parseMaybeStar());
    }
    node.pattern = finish(changetype<usize>(list));
  } else {
    node.pattern = first;
  }
  if (accept(T.IF)) node.guard = parseNamedExpression();
  expectColon();
  finish(changetype<usize>(node));
  node.body = parseBlock("'case' statement", node.line);
  return changetype<usize>(node);
}
function checkCases(node: MatchNode): void {
  for (let c = node.cases; c != 0 && !failed; c = changetype<Node>(c).next) {
    const one = changetype<CaseNode>(c);
    checkPattern(one.pattern, one.guard != 0 || one.next == 0);
  }
}

/** maybe_star_pattern. */
function parseMaybeStar(): usize {
  if (L.tok != T.STAR) return parsePattern();
  const node = changetype<NameNode>(nodeHere(Kind.P_STAR, offsetof<NameNode>()));
  advance();
  node.name = captureName();
  return finish(changetype<usize>(node));
}
/** The current NAME, which a pattern binds; NOTHING for `_`. */
function captureName(): Value {
  if (L.tok != T.NAME) { fail(); return NOTHING; }
  if (isWildcard()) { advance(); return NOTHING; }
  const name = tokenName();
  checkName(nodeHere(Kind.NAME, offsetof<NameNode>()), name, ASSIGN);
  advance();
  return name;
}
function isWildcard(): bool {
  return L.tok == T.NAME && L.end - L.at == 1 && load<u8>(sourceAt() + L.at) == 95;
}

/** pattern: alternatives and `as`. */
function parsePattern(): usize {
  const line = L.line, at = L.at;
  if (!enter()) { leave(); return bad(); }
  let result = parseClosed();
  if (L.tok == T.BAR) {
    const list = listNew(Kind.P_OR, line, at);
    append(list, result);
    while (accept(T.BAR)) append(list, parseClosed());
    result = finish(changetype<usize>(list));
  }
  if (accept(T.AS)) {
    const node = changetype<PatternAsNode>(nodeNew(Kind.P_AS, offsetof<PatternAsNode>(), line, at));
    node.pattern = result;
    if (isWildcard()) failHere("cannot use '_' as a target");
    else if (L.tok != T.NAME) invalidTarget();
    else node.name = captureName();
    result = finish(changetype<usize>(node));
  }
  leave();
  return result;
}
/** "invalid pattern target" if an expression stands behind `as`. */
function invalidTarget(): void {
  const from = L.at, state = tryBegin();
  parseExpression();
  const to = L.previousEnd;
  if (tryEnd(state)) failAt(from, to, "invalid pattern target"); else fail();
}

/** closed_pattern. */
function parseClosed(): usize {
  const literal = parseLiteral();
  if (literal != 0) return patternValue(literal);
  if (isSingleton(L.tok)) return parseConst(Kind.P_SINGLETON);
  switch (L.tok) {
    case T.NAME: return parseNamePattern();
    case T.LPAR: return parseGroupPattern();
    case T.LSQB: return parseListPattern();
    case T.LBRACE: return parseMappingPattern();
    default: return fail();
  }
}
/** P_VALUE of an expression. */
function patternValue(e: usize): usize {
  const from = changetype<Node>(e);
  const node =
    changetype<UnaryNode>(nodeNew(Kind.P_VALUE, offsetof<UnaryNode>(), from.line, from.at));
  node.value = e;
  node.end = from.end;
  return changetype<usize>(node);
}
/** A number or string literal; 0: neither comes. */
function parseLiteral(): usize {
  if (L.tok == T.NUMBER || L.tok == T.MINUS) return parsePatternNumber();
  if (L.tok != T.STRING) return 0;
  const e = parseStrings();
  if (kindOf(e) == Kind.FSTRING && !failed) {
    return failNode(e, "patterns may only match literals and attribute lookups");
  }
  return e;
}
/** A number with an optional sign; a real one may have an imaginary part. */
function parsePatternNumber(): usize {
  const line = L.line, at = L.at;
  let left: usize, imaginary: bool;
  if (L.tok == T.MINUS) {
    const minus = unaryHere(Kind.UNARY, Unary.MINUS);
    advance();
    imaginary = L.info == NUMBER_IMAGINARY;
    if (L.tok != T.NUMBER) return fail();
    minus.value = parseNumber();
    left = finish(changetype<usize>(minus));
  } else {
    imaginary = L.info == NUMBER_IMAGINARY;
    left = parseNumber();
  }
  if (L.tok != T.PLUS && L.tok != T.MINUS) return left;
  const chain = chainNew(Kind.CHAIN, left, line, at);
  const part = unaryHere(Kind.LINK, L.tok == T.PLUS ? Binary.ADD : Binary.SUB);
  advance();
  if (L.tok != T.NUMBER) return fail();
  if (imaginary) return failNode(left, "real number required in complex literal");
  if (L.info != NUMBER_IMAGINARY) return failHere("imaginary number required in complex literal");
  part.value = parseNumber();
  addLink(chain, finish(changetype<usize>(part)));
  return finish(changetype<usize>(chain));
}

/** A NAME: a capture, the wildcard, a dotted value, or a class. */
function parseNamePattern(): usize {
  const line = L.line, at = L.at;
  const wildcard = isWildcard();
  const name = parseName(Kind.NAME);
  if (failed) return name;
  if (L.tok != T.DOT && L.tok != T.LPAR) {
    const node = changetype<PatternAsNode>(nodeNew(Kind.P_AS, offsetof<PatternAsNode>(), line, at));
    if (!wildcard) {
      node.name = changetype<NameNode>(name).name;
      checkName(name, node.name, ASSIGN);
    }
    return finish(changetype<usize>(node));
  }
  const e = parseDots(name, line, at);
  return L.tok == T.LPAR ? parseClassPattern(e, line, at) : patternValue(e);
}
/** `.name` behind a NAME, any number. */
function parseDots(name: usize, line: u32, at: u32): usize {
  if (L.tok != T.DOT) return name;
  const chain = chainNew(Kind.POSTFIX, name, line, at);
  while (accept(T.DOT)) addLink(chain, parseName(Kind.ATTRIBUTE));
  return finish(changetype<usize>(chain));
}

/** `(...)`: a group or a sequence. */
function parseGroupPattern(): usize {
  const list = listNew(Kind.P_SEQUENCE, L.line, L.at);
  advance();
  if (accept(T.RPAR)) return finish(changetype<usize>(list));
  const first = parseMaybeStar();
  if (L.tok == T.RPAR && kindOf(first) != Kind.P_STAR) {
    advance();
    return first;
  }
  if (L.tok != T.COMMA) return fail();
  return parseSequence(list, first, T.RPAR);
}
function parseListPattern(): usize {
  const list = listNew(Kind.P_SEQUENCE, L.line, L.at);
  advance();
  if (accept(T.RSQB)) return finish(changetype<usize>(list));
  return parseSequence(list, parseMaybeStar(), T.RSQB);
}
function parseSequence(list: ListNode, first: usize, close: T): usize {
  append(list, first);
  while (accept(T.COMMA)) {
    if (L.tok == close) break;
    append(list, parseMaybeStar());
  }
  expect(close);
  return finish(changetype<usize>(list));
}

function parseMappingPattern(): usize {
  const node =
    changetype<MappingPatternNode>(nodeHere(Kind.P_MAPPING, offsetof<MappingPatternNode>()));
  advance();
  let last: usize = 0;
  while (L.tok != T.RBRACE && !failed) {
    if (accept(T.DOUBLE_STAR)) {
      if (isWildcard()) { fail(); break; }
      node.rest = captureName();
      accept(T.COMMA);
      break;
    }
    const item = changetype<BinaryNode>(nodeHere(Kind.P_ITEM, offsetof<BinaryNode>()));
    item.left = parseKey();
    expect(T.COLON);
    item.right = parsePattern();
    last = linkIn(changetype<usize>(node) + offsetof<MappingPatternNode>("items"), last,
      finish(changetype<usize>(item)));
    node.count++;
    if (!accept(T.COMMA)) break;
  }
  expect(T.RBRACE);
  return finish(changetype<usize>(node));
}
function parseKey(): usize {
  const literal = parseLiteral();
  if (literal != 0) return literal;
  if (isSingleton(L.tok)) return parseConst(Kind.CONST);
  const line = L.line, at = L.at;
  const name = parseName(Kind.NAME);
  return L.tok == T.DOT ? parseDots(name, line, at) : fail();
}

function parseClassPattern(cls: usize, line: u32, at: u32): usize {
  const node =
    changetype<ClassPatternNode>(nodeNew(Kind.P_CLASS, offsetof<ClassPatternNode>(), line, at));
  node.cls = cls;
  advance();
  let last: usize = 0, lastKeyword: usize = 0;
  while (L.tok != T.RPAR && !failed) {
    const pattern = parsePattern();
    if (L.tok == T.ASSIGN && !failed) {
      const target = changetype<PatternAsNode>(pattern);
      const bare = target.kind == Kind.P_AS && target.pattern == 0;
      if (!bare) { fail(); break; }
      const keyword = changetype<KeywordNode>(
        nodeNew(Kind.P_KEYWORD, offsetof<KeywordNode>(), target.line, target.at));
      keyword.name = target.name != NOTHING ? target.name : underscore();
      advance();
      keyword.value = parsePattern();
      lastKeyword = linkIn(changetype<usize>(node) + offsetof<ClassPatternNode>("keywords"), 
        lastKeyword, finish(changetype<usize>(keyword)));
      node.keywordCount++;
    } else {
      if (lastKeyword != 0 && !failed) {
        failNode(pattern, "positional patterns follow keyword patterns");
        break;
      }
      last = linkIn(changetype<usize>(node) + offsetof<ClassPatternNode>("patterns"), last, pattern);
      node.patternCount++;
    }
    if (!accept(T.COMMA)) break;
  }
  expect(T.RPAR);
  return finish(changetype<usize>(node));
}
/** The name `_`, as a keyword of a class pattern. */
function underscore(): Value { return strOfChar(95); }
