// Generators whose bodies are random, sent to, thrown at and closed at random.
import { indented, several } from "./cases.mjs";

function block(r, depth, state) {
  return several(1 + r.int(3), () => statement(r, depth, state)).flat();
}
function statement(r, depth, state) {
  const note = () => `log(${state.count++})`;
  const inner = () => indented(block(r, depth - 1, state));
  if (depth === 0 || r.chance(45)) {
    return [r.pick([() => `log(${state.count++}, (yield ${state.count}))`, () => `x = yield x`,
      note, () => `yield ${state.count++}`,
      () => r.pick(["raise ValueError(x)", "return x", "raise", "x = 1", "x = [x]",
        "raise KeyError from None", "return", "raise StopIteration(5)", "raise GeneratorExit"]),
      () => `log((yield from g${r.int(3)}(x)))`,
      () => `log((yield from ${r.pick(["[1, 2]", "iter('ab')", "range(2)", "(i * 2 for i in range(3))", "Custom()"])}))`])()];
  }
  return r.pick([
    () => ["try:", ...inner(),
      `except ${r.pick(["ValueError", "Exception", "KeyError", "GeneratorExit", "BaseException", "(ValueError, KeyError)"])} as e:`, ...indented([`log(type(e).__name__, isinstance(e, AttributeError) or e.args)`]), ...inner(), ...(r.chance(30) ? ["else:", ...inner()] : []), ...(r.chance(30) ? ["finally:", ...inner()] : [])],
    () => ["try:", ...inner(), "finally:", ...inner()],
    () => [`for i in range(${1 + r.int(3)}):`, ...inner(),
      ...(r.chance(20) ? indented([r.pick(["break", "continue"])]) : [])],
    () => [`if ${r.pick(["x", "not x", "True", "x == 1"])}:`, ...inner(),
      ...(r.chance(40) ? ["else:", ...inner()] : [])],
    () => [`with Manager(${r.pick(["True", "False"])}):`, ...inner()],
  ])();
}
const PRELUDE = `calls = 0
def log(*values):
    global calls
    calls += 1
    if calls > 300: raise SystemExit
    print("  ", *values)
class Manager:
    def __init__(self, swallows): self.swallows = swallows
    def __enter__(self): log("enter")
    def __exit__(self, kind, error, tb): log("exit", kind and kind.__name__); return self.swallows
class Custom:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("done")
        return self.n
    def send(self, value): log("sent", value); return next(self)
    def throw(self, *error): log("thrown"); raise error[0]
    def close(self): log("closed")
def drive(name, call):
    try: print(name, "->", call())
    except BaseException as e: print(name, "raised", type(e).__name__, isinstance(e, AttributeError) or e.args, type(e.__cause__).__name__)
alive = []
`;
export function program(r) {
  const state = { count: 0 };
  const generators = several(4, (i) => {
    const body =
      block(r, 3, state).map((line) =>
        line.replace(/yield from g(\d)\(x\)/, (all, n) => (n < i ? all : "yield 7")));
    // Nothing is left to finalizers: when they run is Krait's own matter.
    return [`def body${i}(x):`, ...indented([...body, r.pick(["return 'end'", "yield 99"])]),
      `def g${i}(x=0):`, ...indented([`alive.append(body${i}(x))`, "return alive[-1]"])].join("\n");
  });
  const runs =
    several(6, () => [`calls = 0`, `g = g${r.int(4)}(${r.int(2)})`, ...several(7, () => r.pick([
    "drive('next', lambda: next(g))", "drive('next', lambda: next(g))",
    `drive('send', lambda: g.send(${r.int(3)}))`,
    "drive('throw', lambda: g.throw(ValueError('t')))",
    "drive('throw', lambda: g.throw(KeyError))", "drive('close', lambda: g.close())",
    "drive('throw', lambda: g.throw(GeneratorExit))",
    "drive('list', lambda: [next(g) for _ in range(4)])"])),
  "for _ in range(9): drive('end', lambda: g.close())"].join("\n"));
  return `${PRELUDE}${generators.join("\n")}\n${runs.join("\n")}\n`;
}
