// Checks of a finished pattern: names are bound once, alternatives bind the same names, nothing
// stands behind what matches everything.
import { Value, NOTHING } from "../core/value";
import { arenaAlloc } from "./arena";
import {
  Kind, BinaryNode, ListNode, NameNode, ConstNode, KeywordNode, MappingPatternNode,
  ClassPatternNode, PatternAsNode, CHILDREN, childOf, kindOf, nextOf,
} from "./ast";
import { failed } from "./lexer";
import { Names, Var, varAdd, varFind } from "./names";
import { failLater, failLaterNamed, failLaterSource } from "./parser";
import { repeatedName } from "./parser_targets";
import { sameConstant } from "./emitter_tables";

/** Names that a pattern, or one of several alternatives, has bound so far. */
@unmanaged class Bound extends Names {
  /** Those bound around the alternatives; 0: none. */
  outer: usize;
}
let bound: Bound = changetype<Bound>(0);
/** Begins a set inside `outer`. */
function boundNew(outer: usize): void {
  bound = changetype<Bound>(arenaAlloc(offsetof<Bound>()));
  bound.outer = outer;
}

/** Checks the pattern of a case. `last`: it may match everything (nothing stands behind it, or it
 *  has a guard). Raises SyntaxError. */
export function checkPattern(pattern: usize, last: bool): void {
  boundNew(0);
  check(pattern, last);
}

/** Binds a name at `node`. */
function bind(node: usize, name: Value): void {
  if (failed || name == NOTHING) return;
  for (let b = bound; changetype<usize>(b) != 0; b = changetype<Bound>(b.outer)) {
    if (changetype<usize>(varFind(b, name)) == 0) continue;
    failLaterNamed(node, "multiple assignments to name '%s' in pattern", name);
    return;
  }
  varAdd(bound, name);
}

/** Checks a pattern or a part of one; `open`: it may match everything. */
function check(p: usize, open: bool): void {
  const kind = kindOf(p);
  if (kind == Kind.P_AS) {
    const node = changetype<PatternAsNode>(p);
    if (node.pattern != 0) check(node.pattern, open);
    else if (!open) {
      if (node.name == NOTHING) failLater(p, "wildcard makes remaining patterns unreachable");
      else failLaterNamed(p, "name capture '%s' makes remaining patterns unreachable", node.name);
      return;
    }
    bind(p, node.name);
    return;
  }
  if (kind == Kind.P_OR) { checkOr(changetype<ListNode>(p), open); return; }
  if (kind == Kind.P_SEQUENCE) {
    let stars = 0;
    for (let i = changetype<ListNode>(p).first; i != 0; i = nextOf(i)) {
      if (kindOf(i) == Kind.P_STAR && ++stars == 2)
        failLater(p, "multiple starred names in sequence pattern");
    }
  } else if (kind == Kind.P_MAPPING) {
    checkKeys(changetype<MappingPatternNode>(p));
  } else if (kind == Kind.P_CLASS) {
    const again = repeatedName(changetype<ClassPatternNode>(p).keywords);
    if (again != 0) {
      failLaterNamed(again, "attribute name repeated in class pattern: %s",
        changetype<KeywordNode>(again).name);
    }
  }
  for (let children: u32 = load<u16>(CHILDREN + (<usize>kind << 1)); children != 0; children >>= 4) {
    let child = childOf(p, children);
    if (!(children & 4)) { if (child != 0) check(child, true); continue; }
    for (; child != 0 && !failed; child = nextOf(child)) check(child, true);
  }
  if (kind == Kind.P_STAR) bind(p, changetype<NameNode>(p).name);
  else if (kind == Kind.P_MAPPING) bind(p, changetype<MappingPatternNode>(p).rest);
}

/** Alternatives: each binds the names that the first one binds; only the last may match everything.
 *  */
function checkOr(list: ListNode, open: bool): void {
  const outer = bound;
  let first = changetype<Bound>(0);
  for (let i = list.first; i != 0 && !failed; i = nextOf(i)) {
    boundNew(changetype<usize>(outer));
    check(i, open && nextOf(i) == 0);
    if (changetype<usize>(first) == 0) first = bound;
    let same = bound.varCount == first.varCount;
    for (let v = bound.firstVar; v != 0; v = changetype<Var>(v).next)
      if (changetype<usize>(varFind(first, changetype<Var>(v).name)) == 0) same = false;
    if (!same) failLater(changetype<usize>(list), "alternative patterns bind different names");
  }
  bound = outer;
  for (let v = first.firstVar; v != 0; v = changetype<Var>(v).next)
    varAdd(outer, changetype<Var>(v).name);
}

/** Keys up to which repeats are looked for. */
const KEYS_MAX: u32 = 256;
/** Literal keys of a mapping must differ: strs and small ints are compared. */
function checkKeys(node: MappingPatternNode): void {
  if (node.count > KEYS_MAX) return;
  for (let a = node.items; a != 0; a = nextOf(a)) {
    const key = changetype<BinaryNode>(a).left;
    if (kindOf(key) != Kind.CONST) continue;
    for (let b = node.items; b != a; b = nextOf(b)) {
      const other = changetype<BinaryNode>(b).left;
      if (kindOf(other) == Kind.CONST
        && sameConstant(changetype<ConstNode>(key).value, changetype<ConstNode>(other).value)) {
        // The message shows the key as it is written.
        failLaterSource(key, "mapping pattern checks duplicate key (", ")");
        return;
      }
    }
  }
}
