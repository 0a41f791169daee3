// Parameters of every kind, and calls that fit them or do not.
import { choose, several } from "./cases.mjs";

const NAMES = ["a", "b", "c", "d", "e"];
function parameters(r) {
  const names = choose(r, NAMES, r.int(6)).sort(), parts = [];
  let defaults = false, star = false;
  const slash = r.chance(35) ? 1 + r.int(2) : -1;
  names.forEach((name, i) => {
    if (!star && r.chance(20)) { parts.push(r.pick(["*", "*args"])); star = true; }
    if (!star && r.chance(35)) defaults = true;
    parts.push(name + ((star ? r.chance(40) : defaults) ? `=${i * 10}` : ""));
    if (i + 1 === slash && !star) parts.push("/");
  });
  if (!star && r.chance(30)) parts.push("*args");
  if (parts.at(-1) === "*") parts.pop();
  if (r.chance(35)) parts.push("**kw");
  return parts;
}
const seen = (parts) =>
  parts.filter((p) => p !== "*" && p !== "/").map((p) => p.replace(/^\*+|=.*/g, "")).join(", ");
function args(r) {
  const parts = several(r.int(4), (i) => String(i + 1));
  if (r.chance(25))
    parts.push(r.pick(["*(7, 8)", "*[]", "*'xy'", "*range(2)", "*5", "*iter([6])"]));
  const keywords = choose(r, [...NAMES, "args", "zz", "kw"], r.int(3)).map((name) =>
    `${name}='${name}'`);
  if (r.chance(25))
    keywords.push(r.pick(["**{'a': 'A'}", "**{'q': 1}", "**{}", "**{'b': 2, 'c': 3}", "**{1: 2}",
      "**5"]));
  if (r.chance(10)) keywords.push(r.pick(["**{'d': 'D'}", "*(9,)"]));
  return [...parts, ...keywords].join(", ");
}
const forms = [
  (p, i) => `def f${i}(${p.join(", ")}): return ${i}, (${seen(p)}${seen(p) ? "," : ""})`,
  (p, i) => `f${i} = lambda ${p.join(", ")}: (${i}, [${seen(p)}])`,
  (p, i) =>
    `class K${i}:\n    def m(self${p.map((x) => `, ${x}`).join("")}): return ${i}, (${seen(p)}${seen(p) ? "," : ""})\nf${i} = K${i}().m`.replace("self, /", "self, /"),
  (p, i) =>
    `class K${i}:\n    @staticmethod\n    def m(${p.join(", ")}): return (${seen(p)}${seen(p) ? "," : ""})\n    __call__ = staticmethod(m)\nf${i} = K${i}()`,
  (p, i) =>
    `class K${i}:\n    def __init__(self${p.map((x) => `, ${x}`).join("")}): self.got = (${seen(p)}${seen(p) ? "," : ""})\ndef f${i}(*x, **y): return K${i}(*x, **y).got`,
  (p, i) =>
    `def g${i}(${p.join(", ")}):\n    yield (${seen(p)}${seen(p) ? "," : ""})\ndef f${i}(*x, **y): return next(g${i}(*x, **y))`,
  (p, i) =>
    `def h${i}(${p.join(", ")}):\n    def inner(): return (${seen(p)}${seen(p) ? "," : ""})\n    return inner()\nf${i} = partial(h${i}, ${"1"})`,
];
export function program(r) {
  const functions = several(8, (i) => r.pick(forms)(parameters(r), i));
  const calls =
    several(40,
      (i) => `try: print(${i}, f${r.int(8)}(${args(r)}))\nexcept TypeError: print(${i}, "TypeError")`);
  return `from functools import partial\n${functions.join("\n")}\n${calls.join("\n")}\n`;
}
