// The first pass over patterns: captures bind names. (The parser has checked the patterns
// themselves.)
import { Value, NOTHING } from "../core/value";
import { raised } from "../objects/errors";
import { arenaFailed } from "./arena";
import {
  Kind, UnaryNode, BinaryNode, ListNode, NameNode, KeywordNode, MappingPatternNode,
  ClassPatternNode, PatternAsNode, kindOf, nextOf,
} from "./ast";
import { visitExpression } from "./scopes_expressions";
import { bindCapture } from "./scopes_visit";

function visitAll(first: usize): void {
  for (let p = first; p != 0; p = nextOf(p)) visitPattern(p);
}
function bound(name: Value, node: usize): Value {
  return name == NOTHING ? NOTHING : bindCapture(name, node);
}

/** Visits a case's pattern, or a part of one. */
export function visitPattern(node: usize): void {
  if (raised() || arenaFailed()) return;
  switch (kindOf(node)) {
    case Kind.P_VALUE: visitExpression(changetype<UnaryNode>(node).value); break;
    case Kind.P_SEQUENCE:
    case Kind.P_OR: visitAll(changetype<ListNode>(node).first); break;
    case Kind.P_STAR: {
      const star = changetype<NameNode>(node);
      star.name = bound(star.name, node);
      break;
    }
    case Kind.P_MAPPING: {
      const m = changetype<MappingPatternNode>(node);
      for (let i = m.items; i != 0; i = nextOf(i)) {
        visitExpression(changetype<BinaryNode>(i).left);
        visitPattern(changetype<BinaryNode>(i).right);
      }
      m.rest = bound(m.rest, node);
      break;
    }
    case Kind.P_CLASS: {
      const c = changetype<ClassPatternNode>(node);
      visitExpression(c.cls);
      visitAll(c.patterns);
      for (let k = c.keywords; k != 0; k = nextOf(k))
        visitPattern(changetype<KeywordNode>(k).value);
      break;
    }
    case Kind.P_AS: {
      const as = changetype<PatternAsNode>(node);
      if (as.pattern != 0) visitPattern(as.pattern);
      as.name = bound(as.name, node);
      break;
    }
    default: break;
  }
}
