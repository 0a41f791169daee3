// Names: nested functions, global and nonlocal, closures over loop variables, comprehensions, class
// bodies, walrus, del.
import { indented, several } from "./cases.mjs";

const NAMES = ["a", "b", "c"];
const name = (r) => r.pick(NAMES);
function body(r, depth, scope) {
  const declared = [];
  if (scope.functions > 0 && r.chance(25)) declared.push(`nonlocal ${r.pick(NAMES)}`);
  else if (scope.functions >= 0 && r.chance(20)) declared.push(`global ${r.pick(NAMES)}`);
  return [...declared, ...several(2 + r.int(3), () => statement(r, depth, scope)).flat()];
}
function statement(r, depth, scope) {
  const n = name(r);
  if (depth > 0 && r.chance(35)) {
    const inner = (functions) => indented(body(r, depth - 1, { functions }));
    const f = `f${r.int(3)}`;
    return r.pick([
      () => [`def ${f}(${r.pick(["", `${n}=${r.int(9)}`, `*${n}`, `${n}=${name(r)}`])}):`,
        ...inner(scope.functions + 1),
        ...indented(
          [`return ${r.pick([n, "lambda: (a, b)", "[lambda: a for a in 'xy'][0]()", "locals().get('a')"])}`]), `tell(lambda: ${f}())`],
      () => [`class ${n.toUpperCase()}:`, ...inner(scope.functions).map((line) => line),
        `tell(lambda: ${n.toUpperCase()}.${name(r)})`],
      () => [`for ${n} in range(${r.int(4)}):`,
        ...inner(scope.functions).filter((line) => !/^ +(nonlocal|global)/.test(line))
          .concat(indented(["pass"]))],
      () => ["try:", ...inner(scope.functions).filter((line) => !/^ +(nonlocal|global)/.test(line)),
        `except ${r.pick(["NameError", "Exception"])} as ${n}:`,
        ...indented([`print(type(${n}).__name__)`])],
    ])();
  }
  return [r.pick([`${n} = ${r.int(9)}`, `${n} += 1`, `print("${n}", ${n})`, `del ${n}`,
    `print([${n} for ${name(r)} in range(3)])`,
    `print([(${name(r)}, ${n}) for ${n} in range(2) for ${name(r)} in [${name(r)}]])`,
    `print({${n}: ${name(r)} for ${n} in (1, 2)})`,
    `print([x() for x in [lambda: ${n} for ${n} in range(3)]])`, `print((${n} := ${name(r)}))`,
    `print([${n} := i for i in range(3)], ${n})`, `keep(lambda: ${n})`,
    `print(sorted(k for k in locals() if k in ("a", "b", "c")))`,
    `print(list(${n} for _ in [0] if ${name(r)}))`, `(${n}, ${name(r)}) = ${r.int(5)}, ${r.int(5)}`,
    `import sys as ${n}; ${n} = 1`,
    `print(eval("${n}"))`])];
}
export function program(r) {
  const parts =
    several(6,
      () => `a, b, c = 1, 2, 3\ndef top():\n${indented(body(r, 3, { functions: 0 })).join("\n")}\ntell(top)\nprint(a if "a" in globals() else "-", b if "b" in globals() else "-")`);
  const prelude = `kept = []
def keep(f): kept.append(f)
calls = 0
def tell(f):
    global calls
    calls += 1
    if calls > 200: raise SystemExit
    try: v = f()
    except Exception as e: v = type(e).__name__
    print("->", v if type(v) in (int, str, list, tuple, type(None)) else type(v).__name__)
`;
  // What is written wrongly is told apart from what fails.
  const whole =
    parts.map((part) =>
      `try: code = compile(${JSON.stringify(part)}, "part.py", "exec")\nexcept SyntaxError: print("SyntaxError")\nelse: exec(code)`);
  return `${prelude}${whole.join("\n")}\nfor f in kept: tell(f)\n`;
}
