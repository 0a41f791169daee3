// A dict or OrderedDict and a set that are changed step by step, with keys that are equal but not
// the same.
import { near, several } from "./cases.mjs";

export function program(r) {
  const plain = r.chance(70);                      // an OrderedDict that is empty asks for hashes
  const key = () =>
    r.pick(["1", "True", "1.0", "'a'", "'b'", "(1, 2)", "None", "0.5", "2", "'c'",
      ...(plain ? ["[1]"] : []), "frozenset({1})", "b'a'"]);
  // Krait looks at all keys of the other side, CPython at some of them: which see what cannot be
  // hashed is not compared.
  const hashed = () => other().replaceAll("[1]", "'b'");
  const other = () =>
    r.pick([`{${key()}, ${key()}}`, `[${key()}, ${key()}]`, "s", "frozenset('ab')", "'abc'",
      `{${key()}: 1}`, "d", "d.keys()", "5"]);
  const step = () =>
    r.pick([`d[${key()}] = ${near(r)}`, `del d[${key()}]`, `r = d.pop(${key()}, 0)`,
      `r = d.pop(${key()})`, `r = d.setdefault(${key()}, ${near(r)})`,
    `d.update(${r.pick(["{1: 2}", "a=1, b=2", "[(1, 2), (3, 4)]", "[(1,)]", "d", "5"])})`,
    "r = d.popitem()", `r = d.get(${key()})`, `r = ${key()} in d`,
    `d |= ${r.pick(["{1: 2}", "[(1, 2)]", "d", "5", "[1]"])}`, `r = d | ${other()}`,
    `r = dict.fromkeys(${r.pick(["d", "(1, 2, 1)", "5"])}, 1)`,
    `r = list(d.items() ${r.pick(["&", "|", "-", "^"])} ${hashed()}) == 0`,
    `r = d.keys() ${r.pick(["&", "-", "<=", "=="])} ${hashed()}`,
    `s.${r.pick(["add", "discard", "remove"])}(${key()})`,
    `s ${r.pick(["|=", "&=", "-=", "^="])} ${other()}`,
    `r = sorted(map(repr, s ${r.pick(["|", "&", "-", "^"])} ${other()}))`,
    `r = s ${r.pick(["<", "<=", "==", ">=", "!="])} ${other()}`,
    `r = s.${r.pick(["issubset", "issuperset", "isdisjoint"])}(${hashed()})`,
    `s.${r.pick(["update", "intersection_update", "difference_update", "symmetric_difference_update"])}(${other()})`, "r = [k for k in d]", "r = [*reversed(d)]", `r = {**d, ${key()}: 0}`, "r = {k: v for k, v in d.items() if v}", "d = d.copy()",
    "r = d == dict(reversed(list(d.items())))"]);
  const start = plain ? "d = {}\ns = set()\n" : "d = collections.OrderedDict()\ns = set('abc')\n";
  const steps =
    several(25,
      () => `r = None\ntry: ${step()}\nexcept Exception as e: print(type(e).__name__)\nprint(r if not isinstance(r, (set, frozenset)) else sorted(map(repr, r)), d, sorted(map(repr, s)))\n`);
  return `import collections\n${start}${steps.join("")}`;
}
