// match statements: random patterns for random subjects.
import { number, several, smallInt } from "./cases.mjs";

const subject = (r, depth = 2) => (depth === 0 || r.chance(45)
  ? r.pick([() =>
    r.pick(["None", "True", "'a'", "'ab'", "b'a'", "1.0", "E.A", "P(1, 2)", "P(0, 'x')", "Q(3)",
      "range(3)", "bytearray(b'ab')", "array('b', [1, 2])"]), smallInt, number])(r)
  : r.pick([() => `[${several(r.int(4), () => subject(r, depth - 1)).join(", ")}]`,
    () => `(${several(r.int(4), () => `${subject(r, depth - 1)}, `).join("")})`,
    () => `{${several(r.int(3), () => `${r.pick(["'a'", "'b'", "1"])}: ${subject(r, depth - 1)}`).join(", ")}}`,
    () => `P(${subject(r, depth - 1)}, ${subject(r, depth - 1)})`])());

/** Writes one pattern; names are used once. */
class Pattern {
  constructor(r) { this.r = r; this.names = []; }
  name() { const name = `n${this.names.length}`; this.names.push(name); return name; }
  text(depth) {
    const r = this.r;
    if (depth === 0 || r.chance(35)) {
      return r.pick([() => "_", () => this.name(),
        () => r.pick(["0", "1", "-1", "'a'", "'ab'", "None", "True", "1.5", "b'a'", "E.A", "E.N",
          "2j", "1 + 2j", "-0.0"]),
        () => r.pick(["int()", "str()", "float()", "list()", "dict()", "bool()", "tuple()", "P()",
          "object()", "bytes()"])])();
    }
    const inner = () => this.text(depth - 1);
    return r.pick([
      () => `[${this.items(depth).join(", ")}]`,
      () => `(${this.items(depth).map((item) => `${item}, `).join("")})`,
      () => `{${several(r.int(3), (i) => `${["'a'", "'b'", "1"][i]}: ${inner()}`).concat(r.chance(30) ? [`**${this.name()}`] : []).join(", ")}}`,
      () => `P(${inner()}${r.pick(["", `, ${inner()}`, `, y=${inner()}`])})`,
      () => `P(x=${inner()})`, () => `Q(${inner()})`,
      () => `int(${this.name()})`, () => `str(${this.name()})`,
      () => `int(${r.pick(["0", "1 | 2"])})`,
      () => `${r.pick(["0 | 1", "'a' | None", "[] | {}", "[_] | [_, _]", "int() | str()", "P(1, _) | P(_, 2)", "1 | [1, *_] | {'a': 1}"])}`,
      () => `(${this.text(depth - 1)}) as ${this.name()}`.replace(/^\((n\d+|_)\) as.*/, "$1"),
    ])();
  }
  items(depth) {
    const items = several(this.r.int(4), () => {
      const text = this.text(depth - 1);
      return / as /.test(text) ? `(${text})` : text;
    });
    if (this.r.chance(30))
      items.splice(this.r.int(items.length + 1), 0,
        this.r.pick(["*_", () => `*${this.name()}`].map((star) =>
          (typeof star === "string" ? star : star()))));
    return items;
  }
}
const PRELUDE = `from array import array
class E: A = 1; N = None
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f"P({self.x!r}, {self.y!r})"
class Q:
    __match_args__ = ("z",)
    def __init__(self, z): self.z = z
    @property
    def w(self): raise ValueError
    def __repr__(self): return "Q"
`;
export function program(r) {
  const functions = several(8, (i) => {
    const cases = several(1 + r.int(4), (k) => {
      const pattern = new Pattern(r), text = pattern.text(3).replace(/^(_|n\d+)$/, "[$1]");
      const used = pattern.names.filter((name) => text.includes(name));
      return `        case ${text}${r.chance(20) ? ` if ${used[0] ?? "s"} != 1` : ""}:\n            return ${k}${used.map((name) => `, ${name}`).join("")}${used.length ? "" : ","}`;
    });
    return `def f${i}(s):\n    match s:\n${cases.join("\n")}\n    return "none"`;
  });
  const calls =
    several(30,
      () => `try: print(f${r.int(8)}(${subject(r)}))\nexcept Exception as error: print(type(error).__name__)`);
  return `${PRELUDE}${functions.join("\n")}\n${calls.join("\n")}\n`;
}
