// Checks of a finished pattern: names are bound once, alternatives bind the same names, nothing
// stands behind what matches everything.
import { Value, NOTHING } from "../core/value";
import { arenaBuffer } from "./arena";
import {
  Kind, BinaryNode, ListNode, NameNode, ConstNode, KeywordNode, MappingPatternNode,
  ClassPatternNode, PatternAsNode, kindOf, nextOf,
} from "./ast";
import { failed } from "./lexer";
import { failLater, failLaterNamed, failLaterSource } from "./parser";
import { repeatedName } from "./parser_targets";
import { sameConstant } from "./emitter_tables";

/** Names bound so far: addresses of interned strs, u32 each. In the arena. */
let names: usize = 0;
let count: u32 = 0;
let room: u32 = 0;

/** Checks the pattern of a case. `last`: it may match everything (nothing stands behind it, or it
 *  has a guard). Raises SyntaxError. */
export function checkPattern(pattern: usize, last: bool): void {
  names = 0;
  count = 0;
  room = 0;
  check(pattern, last);
}

/** Binds a name at `node`. */
function bind(node: usize, name: Value): void {
  if (name == NOTHING) return;
  if (isBound(0, count, <u32>name)) {
    failLaterNamed(node, "multiple assignments to name '%s' in pattern", name);
    return;
  }
  if (count == room) {
    const more = room < 16 ? 16 : room << 1, fresh = arenaBuffer(<usize>more << 2);
    if (fresh == 0) return;
    memory.copy(fresh, names, <usize>count << 2);
    names = fresh;
    room = more;
  }
  store<u32>(names + (<usize>count << 2), <u32>name);
  count++;
}
function isBound(from: u32, to: u32, name: u32): bool {
  for (let i = from; i < to; i++) if (load<u32>(names + (<usize>i << 2)) == name) return true;
  return false;
}

/** Checks a pattern; `open`: it may match everything. */
function check(p: usize, open: bool): void {
  if (failed) return;
  switch (kindOf(p)) {
    case Kind.P_AS: {
      const node = changetype<PatternAsNode>(p);
      if (node.pattern != 0) {
        check(node.pattern, open);
      } else if (!open) {
        if (node.name == NOTHING) failLater(p, "wildcard makes remaining patterns unreachable");
        else failLaterNamed(p, "name capture '%s' makes remaining patterns unreachable", node.name);
        return;
      }
      if (!failed) bind(p, node.name);
      return;
    }
    case Kind.P_STAR:
      bind(p, changetype<NameNode>(p).name);
      return;
    case Kind.P_OR:
      checkOr(changetype<ListNode>(p), open);
      return;
    case Kind.P_SEQUENCE: {
      let stars = 0;
      for (let i = changetype<ListNode>(p).first; i != 0 && !failed; i = nextOf(i)) {
        if (kindOf(i) == Kind.P_STAR && ++stars == 2) {
          failLater(p, "multiple starred names in sequence pattern");
          return;
        }
        check(i, true);
      }
      return;
    }
    case Kind.P_MAPPING: {
      const node = changetype<MappingPatternNode>(p);
      checkKeys(node);
      for (let i = node.items; i != 0 && !failed; i = nextOf(i)) {
        check(changetype<BinaryNode>(i).right, true);
      }
      if (!failed) bind(p, node.rest);
      return;
    }
    case Kind.P_CLASS: {
      const node = changetype<ClassPatternNode>(p);
      if (node.keywordCount > 1) {
        const again = repeatedName(node.keywords, node.keywordCount);
        if (again != 0) {
          failLaterNamed(again, "attribute name repeated in class pattern: %s",
            changetype<KeywordNode>(again).name);
          return;
        }
      }
      for (let i = node.patterns; i != 0 && !failed; i = nextOf(i)) check(i, true);
      for (let i = node.keywords; i != 0 && !failed; i = nextOf(i)) {
        check(changetype<KeywordNode>(i).value, true);
      }
      return;
    }
  }
}

/** Alternatives: each binds the names that the first one binds; only the last may match everything.
 *  */
function checkOr(list: ListNode, open: bool): void {
  const base = count;
  check(list.first, false);
  const first = count;
  for (let i = nextOf(list.first); i != 0 && !failed; i = nextOf(i)) {
    // This alternative's names go behind those of the first, and are forgotten after the
    // comparison.
    const before = count;
    hide(base, first);
    check(i, open && nextOf(i) == 0);
    hide(base, first);
    if (failed) return;
    let same = count - before == first - base;
    for (let k = before; k < count && same; k++) {
      same = isBound(base, first, load<u32>(names + (<usize>k << 2)));
    }
    count = before;
    if (!same) {
      failLater(changetype<usize>(list), "alternative patterns bind different names");
      return;
    }
  }
}
/** Names from `from` to `to` cannot be found any more; called again, they can. */
function hide(from: u32, to: u32): void {
  for (let i = from; i < to; i++) {
    const at = names + (<usize>i << 2);
    store<u32>(at, load<u32>(at) ^ 1);
  }
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
