// Targets: which expressions can be assigned to or deleted, and the messages for those that cannot.
import { NOTHING, Value } from "../core/value";
import { StrObject, strEqualsLiteral } from "../objects/str";
import { Text } from "../objects/text";
import { NONE, TRUE, FALSE, ELLIPSIS } from "../objects/singletons";
import {
  Kind, Node, NameNode, ConstNode, ListNode, ChainNode, UnaryNode, KeywordNode, ArgNode, Compare,
  FLAG_PARENTHESISED, kindOf, nextOf,
} from "./ast";
import { namesNew, varAdd } from "./names";
import { failed } from "./lexer";
import { failKind, failLater, fail } from "./parser";

/** What error messages call an expression: by its Kind from NAME on; for constants and others there
 *  are more words. */
const DESCRIPTIONS: string =
  "name|literal|f-string expression|expression|expression|expression|expression|comparison|expression|expression|attribute|function call|subscript|expression|conditional expression|lambda|named expression|yield expression|yield expression|await expression|starred|tuple|list|set display|dict literal|expression|expression|list comprehension|set comprehension|dict comprehension|generator expression|None|True|False|ellipsis";
if (Kind.CALL - Kind.NAME != 11 || Kind.GENERATOR - Kind.NAME != 30)
  ERROR("the words of DESCRIPTIONS are not those of the Kinds");

/** Appends what an expression is called in error messages. */
export function describeInto(t: Text, e: usize): void {
  let kind = <i32>kindOf(e);
  if (kind == Kind.POSTFIX) kind = kindOf(changetype<ChainNode>(e).lastLink);
  let word = kind < Kind.NAME || kind > Kind.GENERATOR ? Kind.FORMATTED - Kind.NAME
    : kind - Kind.NAME;
  if (kind == Kind.CONST) {
    const v = changetype<ConstNode>(e).value;
    const which = v == NONE ? 1 : v == TRUE ? 2 : v == FALSE ? 3 : v == ELLIPSIS ? 4 : 0;
    if (which != 0) word = Kind.GENERATOR - Kind.NAME + which;
  }
  t.word(DESCRIPTIONS, word);
}

/** True if the source of the expression begins with a list, a tuple, a generator or None, True,
 *  False. */
export function startsDisplay(e: usize): bool {
  const node = changetype<Node>(e);
  if (node.kind == Kind.POSTFIX || node.kind == Kind.CHAIN) {
    return startsDisplay(changetype<ChainNode>(e).first);
  }
  if (node.kind == Kind.LIST || node.kind == Kind.TUPLE || node.kind == Kind.GENERATOR) return true;
  if (node.kind != Kind.CONST) return false;
  const v = changetype<ConstNode>(e).value;
  return v == NONE || v == TRUE || v == FALSE;
}

// What targets are for.
export const ASSIGN = 0;
export const DELETE = 1;
export const LOOP = 2;

/** The first part of `e` that cannot be a target; 0: all can. */
function invalidPart(e: usize, use: i32): usize {
  switch (kindOf(e)) {
    case Kind.NAME: return 0;
    case Kind.POSTFIX: return kindOf(changetype<ChainNode>(e).lastLink) == Kind.CALL ? e : 0;
    case Kind.STARRED: return use == DELETE ? e : invalidPart(changetype<UnaryNode>(e).value, use);
    case Kind.TUPLE: case Kind.LIST: {
      for (let item = changetype<ListNode>(e).first; item != 0; item = nextOf(item)) {
        const found = invalidPart(item, use);
        if (found != 0) return found;
      }
      return 0;
    }
    case Kind.COMPARE: {
      // `for x in y in z`: the target is what stands before the first `in`.
      const links = changetype<ChainNode>(e).links;
      if (changetype<Node>(e).flags & FLAG_PARENTHESISED) return e;
      if (use == LOOP && changetype<Node>(links).op == Compare.IN) {
        return invalidPart(changetype<ChainNode>(e).first, use);
      }
      return e;
    }
    default: return e;
  }
}

/** True if `e` is a target; otherwise raises "cannot assign to ..." or "cannot delete ...". */
export function checkTarget(e: usize, use: i32): bool {
  if (failed) return false;
  const wrong = invalidPart(e, use);
  if (wrong != 0) {
    failKind(wrong, use == DELETE ? "cannot delete " : "cannot assign to ", "");
    return false;
  }
  if (kindOf(e) == Kind.STARRED) {
    failLater(e, "starred assignment target must be in a list or tuple");
  }
  return checkParts(e, use);
}
/** Whether `e` is a target, without raising anything. */
export function isTarget(e: usize): bool { return invalidPart(e, ASSIGN) == 0; }

/** Stars: one in each list; none within a star; names: not __debug__. */
function checkParts(e: usize, use: i32): bool {
  const kind = kindOf(e);
  if (kind == Kind.NAME) return checkName(e, changetype<NameNode>(e).name, use);
  if (kind == Kind.POSTFIX) {
    const last = changetype<ChainNode>(e).lastLink;
    return kindOf(last) != Kind.ATTRIBUTE || checkName(e, changetype<NameNode>(last).name, use);
  }
  if (kind == Kind.STARRED) {
    const inner = changetype<UnaryNode>(e).value;
    if (kindOf(inner) == Kind.STARRED) { fail(); return false; }
    return checkParts(inner, use);
  }
  if (kind != Kind.TUPLE && kind != Kind.LIST) return true;
  let stars = 0;
  for (let item = changetype<ListNode>(e).first; item != 0; item = nextOf(item)) {
    if (kindOf(item) == Kind.STARRED && ++stars == 2) {
      failLater(e, "multiple starred expressions in assignment");
    }
    if (!checkParts(item, use)) return false;
  }
  return true;
}

/** Refuses to bind (or delete) __debug__. `node`: where the error is. */
export function checkName(node: usize, name: Value, use: i32): bool {
  if (failed) return false;
  const s = changetype<StrObject>(<usize>name);
  if (s.lengthBytes != 9 || !strEqualsLiteral(s, "__debug__")) return true;
  failLater(node, use == DELETE ? "cannot delete __debug__" : "cannot assign to __debug__");
  return true;
}

/** True for a target of `+=` and of annotations: a name, attribute or subscript. */
export function isSingleTarget(e: usize): bool {
  const kind = kindOf(e);
  return kind == Kind.NAME
    || (kind == Kind.POSTFIX && kindOf(changetype<ChainNode>(e).lastLink) != Kind.CALL);
}

if (offsetof<KeywordNode>("name") != offsetof<NameNode>("name")) ERROR("KEYWORD is not like NAME");
if (offsetof<ArgNode>("name") != offsetof<NameNode>("name")) ERROR("ARG is not like NAME");

/** The first node of a list of nodes with names (NAME, KEYWORD, ARG, alike in layout) that has the
 *  same name as one before it; 0: none. Nodes without a name do not count. */
export function repeatedName(first: usize): usize {
  if (first == 0 || nextOf(first) == 0) return 0;
  const names = namesNew();
  let count: u32 = 0;
  for (let a = first; a != 0; a = nextOf(a)) {
    const name = changetype<NameNode>(a).name;
    if (name == NOTHING) continue;
    varAdd(names, name);
    if (++count != names.varCount) return a;
  }
  return 0;
}
