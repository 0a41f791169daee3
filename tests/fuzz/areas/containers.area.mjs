// Dicts and what is made of them, sets, tuples, heaps and the iterators of itertools. Sets are
// printed in order.
import { choose, expressions, number, several, smallInt, text } from "./cases.mjs";

const KEYS = ["1", "1.0", "True", "'a'", "'b'", "(1, 2)", "None", "0", "2**64", "-1", "'é'", "b'a'",
  "frozenset({1})"];
const key = (r) => r.pick(KEYS);
const dict = (r) => `{${several(r.int(5), () => `${key(r)}: ${r.int(9)}`).join(", ")}}`;
const ints = (r, most = 6) => `[${several(r.int(most), () => String(r.int(7)))}]`;
const set = (r) => `${r.pick(["set", "frozenset"])}(${ints(r)})`;

const STEPS = [
  (r) => `x[${key(r)}] = ${r.int(9)}`,
  (r) => `x[${key(r)}] = ${r.int(9)}`,
  (r) => `del x[${key(r)}]`,
  (r) => `print(x[${key(r)}])`,
  (r) => `print(x.get(${key(r)}), x.get(${key(r)}, 5), ${key(r)} in x)`,
  (r) => `print(x.setdefault(${key(r)}, ${r.int(9)}))`,
  (r) => `print(x.pop(${key(r)}${r.pick(["", ", None"])}))`,
  () => "print(x.popitem())",
  (r) => `x.update(${r.pick([dict(r), "[(1, 2), ('a', 3)]", "a=1, zz=2", "[(1,)]", "5", "x"])})`,
  (r) => `x |= ${r.pick([dict(r), "[(5, 6)]"])}`,
  (r) => `print(x | ${dict(r)}, ${dict(r)} | x)`,
  (r) => `print(x == ${dict(r)}, x.keys() ${r.pick(["<=", "==", ">", "!="])} ${dict(r)}.keys())`,
  (r) => `print(len(x.keys() ${r.pick(["&", "|", "-", "^"])} ${dict(r)}), len(x.items() ${r.pick(["&", "|", "-", "^"])} ${dict(r)}.items()))`,
  () => "print(list(reversed(x)), list(x.values()), list(x.items())[-1:])",
  (r) => `x = dict.fromkeys(${r.pick(["'abc'", "range(3)", "[1, 1.0, True]", "[[]]"])}${r.pick(["", ", 0"])})`,
  () => "x = {v: k for k, v in x.items()}",
  () => "x = dict(list(x.items())[:4]); x = x.copy()",
  (r) => `print(type(x)(**{"a": 1}), sorted(map(str, x)))`,
  (r) => `for k in list(x): x[${key(r)}] = 1`,
];
const SPECIAL = {
  dict: "dict()", ordered: "OrderedDict(a=1)", defaultdict: "defaultdict(int)",
  counter: "Counter('abca')",
};
const EXTRA = {
  dict: () => "print(len(x), bool(x))",
  ordered: (r) =>
    r.pick([`x.move_to_end(${key(r)}, ${r.pick(["True", "False"])})`,
      "print(x.popitem(last=False))", "print(x == OrderedDict(a=1), repr(x))"]),
  defaultdict: (r) => r.pick([`x[${key(r)}] += 1`, "print(x.default_factory)", "print(repr(x))"]),
  counter: (r) =>
    r.pick([`x.update('${r.pick(["ab", "zz", ""])}')`, `x.subtract({${key(r)}: 2})`,
      "print(x.most_common(2))", "print(x.total())",
    "print(sorted(map(str, x.elements())))",
    `print(x ${r.pick(["+", "-", "&", "|"])} Counter({'a': 2, 'b': -1}))`, "print(+x, -x)"]),
};
const CASES = [
  (r) => `sorted(${set(r)} ${r.pick(["|", "&", "-", "^"])} ${set(r)})`,
  (r) => `${set(r)} ${r.pick(["<", "<=", "==", "!=", ">", ">="])} ${set(r)}`,
  (r) => `sorted(set(${ints(r)}).${r.pick(["union", "intersection", "difference", "symmetric_difference"])}(${r.pick([ints(r), set(r), "'ab'", "5"])}))`,
  (r) => `set(${ints(r)}).${r.pick(["issubset", "issuperset", "isdisjoint"])}(${r.pick([ints(r), set(r), dict(r)])})`,
  (r) => `type(${set(r)} | ${set(r)}).__name__, hash(frozenset(${ints(r)})) == hash(frozenset(${ints(r)}))`,
  (r) => `(lambda s: (s.${r.pick(["add(1)", "discard(1)", "remove(1)", "update([8])", "clear()"])}, sorted(s)))(set(${ints(r)}))`,
  (r) => `(1, ${r.int(3)}, 'x')[${smallInt(r)}], (1, 2) ${r.pick(["<", "==", ">="])} (1, ${r.pick(["2", "3", "'a'"])}), (1, 2) * ${smallInt(r)}`,
  (r) => `list(islice(${r.pick(["count(3, 2)", `cycle(${ints(r)})`, `repeat(1, ${r.int(4)})`, `accumulate(${ints(r)})`, `chain(${ints(r)}, 'ab')`, "chain.from_iterable(['ab', [1]])"])}, ${r.pick(["5", "1, 4", "0, 6, 2", "None", "-1"])}))`.replace(/(count|cycle)(.*), None\)\)$/, "$1$2, 3))"),
  (r) => `list(${r.pick(["permutations", "combinations", "combinations_with_replacement"])}(${ints(r, 5)}, ${r.int(4)}))`,
  (r) => `list(product(${ints(r, 4)}, ${r.pick(["'ab'", "[1]", "[]"])}${r.pick(["", ", repeat=2"])}))`,
  (r) => `[(k, list(g)) for k, g in groupby(${ints(r, 9)}${r.pick(["", ", lambda v: v % 2", ", bool"])})]`,
  (r) => `list(${r.pick(["takewhile", "dropwhile", "filterfalse", "filter", "map"])}(lambda v: v < 4, ${ints(r, 8)}))`,
  (r) => `list(zip_longest(${ints(r)}, ${ints(r)}, fillvalue='-')), list(zip(${ints(r)}, 'abc')), list(pairwise(${ints(r)}))`,
  (r) => `list(zip(${ints(r, 4)}, ${ints(r, 4)}, strict=True))`,
  (r) => `list(compress('abcdef', ${ints(r)})), list(starmap(pow, [(2, 3), (${r.int(4)}, 2)]))`,
  (r) => `(lambda h: (heapify(h), heappushpop(h, ${r.int(5)}), [heappop(h) for _ in range(len(h))]))(${ints(r, 9)})`,
  (r) => `${r.pick(["nlargest", "nsmallest"])}(${r.int(4)}, ${ints(r, 9)}${r.pick(["", ", key=lambda v: -v"])})`,
  (r) => `list(merge(sorted(${ints(r)}), sorted(${ints(r)})))`,
  (r) => `reduce(lambda a, b: a * 3 + b, ${ints(r)}${r.pick(["", ", 1"])})`,
  (r) => `P(${choose(r, ["1", "y=2", "x=3", "2", "z=1"], 1 + r.int(3)).join(", ")})._asdict()`
    .replace(/\((.*?=.*?), (\d)/, "($2, $1"),
  (r) => `P(1, ${r.int(5)}).${r.pick(["_replace(x=9)", "_replace(q=1)", "index(1)", "count(1)", "x", "_fields", "__class__.__name__"])}, P._make([1, 2]) == (1, 2), P(1, 2)`,
  (r) => `sorted(${ints(r, 9)}, key=lambda v: (${r.pick(["-v", "v % 3, v", "str(v)", "0"])}), reverse=${r.pick(["True", "False"])})`,
  (r) => `sorted([${several(5, () => r.pick([number(r), number(r), text(r)]))}][:${r.int(4)}])`,
  (r) => `any(${ints(r)}), all(${ints(r)}), sum(${ints(r)}, ${r.int(3)}), max(${ints(r)}, default=None), list(enumerate('ab', ${r.int(5)}))`,
];
export function program(r) {
  const prelude =
    "from collections import *\nfrom itertools import *\nfrom heapq import *\nfrom functools import reduce\nP = namedtuple('P', 'x y')\n";
  if (r.chance(50)) return expressions(30, () => r.pick(CASES)(r), prelude);
  const kind = r.pick(Object.keys(SPECIAL));
  const step = () => (r.chance(25) ? EXTRA[kind](r) : r.pick(STEPS)(r));
  const steps =
    several(25,
      () => `try:\n    ${step()}\nexcept Exception as error:\n    print(type(error).__name__)\nprint(x)`);
  return `${prelude}x = ${SPECIAL[kind]}\n${steps.join("\n")}\n`.replaceAll("print(x)",
    "print(list(x.items()))");
}
