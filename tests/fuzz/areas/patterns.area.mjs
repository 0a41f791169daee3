// Patterns of match statements, captured names and all, each for several subjects.
import { choose, Lines, quoted, several } from "./cases.mjs";

const SUBJECTS = ["1", "[1, 2]", "(1, 'a')", "'a'", "{'a': 1}", "{1: [1], 'z': 2}", "P(1, 2)",
  "P('a', [1])", "None", "2.5", "True", "b'x'", "[]", "{}", "[[1], {'a': None}]", "range(2)",
  "'abc'", "bytearray(b'x')", "{1}", "3"];
const name = (r, letter) => `${letter}${r.int(1000)}`;
function pattern(r, d) {
  switch (r.int(d > 0 ? 12 : 6)) {
    case 0: return "_";
    case 1: return name(r, r.pick([..."xyz"]));
    case 2: return r.pick(["1", "-1", "0", "'a'", "None", "True", "2.5", "b'x'", "1+2j", "'abc'"]);
    case 3: return r.pick(["int()", "str()", "list()", "float()", "P()", "dict()", "bool()"]);
    case 4: return `${r.pick(["int", "str", "bytes"])}(${name(r, "w")})`;
    case 5: return "P.K";
    case 6: case 7: {
      const items = several(r.int(4), () => pattern(r, d - 1));
      if (r.chance(40))
        items.splice(r.int(items.length + 1), 0, r.pick(["*_", `*${name(r, "r")}`]));
      return `[${items.join(", ")}]`;
    }
    case 8: return `{${[...choose(r, ["1", "'a'", "None"], r.int(3)).map((key) => `${key}: ${pattern(r, d - 1)}`), ...(r.chance(30) ? [`**${name(r, "r")}`] : [])].join(", ")}}`;
    case 9: return `P(${pattern(r, d - 1)}, y=${pattern(r, d - 1)})`;
    case 10: return `(${r.pick(["1", "None", "'a'"])} | ${r.pick(["2", "[]", "int()", "P()"])})`;
    default: return `(${pattern(r, d - 1)} as ${name(r, "q")})`;
  }
}
export function program(r) {
  const p = new Lines();
  p.add(0,
    "class P:\n    K = 1\n    __match_args__ = ('x', 'y')\n    def __init__(self, x, y): self.x, self.y = x, y");
  for (let i = 0; i < 6; i++) {
    p.add(0, `def f${i}(s):\n    match s:`);
    for (let n = 1 + r.int(4); n > 0; n--) {
      let q = pattern(r, 2);
      while (/^[_xyz]/.test(q)) q = pattern(r, 2);
      p.add(2,
        `case ${q}${r.pick(["", "", " if s", " if not s"])}: return ${quoted(q)}, sorted((k, v if not isinstance(v, P) else 0) for k, v in locals().items() if k != 's')`);
    }
    // What is wrongly written (a name twice) is an error on both sides; it must not hide the rest.
    p.add(0,
      `for s in (${choose(r, SUBJECTS, 6).join(", ")}):\n    try: print(f${i}(s))\n    except Exception as e: print(type(e).__name__)`);
  }
  return p.text();
}
