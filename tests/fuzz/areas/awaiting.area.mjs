// Coroutines, asynchronous generators, iterators and context managers, driven step by step.
import { indented, several } from "./cases.mjs";

function block(r, depth, state) {
  return several(1 + r.int(3), () => statement(r, depth, state)).flat();
}
function statement(r, depth, state) {
  const inner = () => indented(block(r, depth - 1, state));
  if (depth === 0 || r.chance(45)) {
    return [r.pick([`log(${state.count++})`, `log(await Step(${state.count++}))`,
      `log(await Step(${state.count++}))`, `x = await Step(x)`, "raise ValueError(1)", "raise",
      "return x", "await None", `log([i async for i in items(${r.int(4)})])`,
      `log({i: await Step(i) for i in range(2)})`,
      `log([await Step(i) async for i in items(2) if i])`,
      "log(sum([i async for i in (j async for j in items(3))]))",
      state.index > 0 ? `log(await c${r.int(state.index)}(x))` : "log(x)",
      ...(state.generator ? [`log((yield ${state.count++}))`, `yield x`, `yield ${state.count}`]
        : []), "raise StopAsyncIteration", "raise StopIteration(3)"].filter((line) =>
          !(state.generator && line === "return x")))];
  }
  return r.pick([
    () => ["try:", ...inner(),
      `except ${r.pick(["ValueError", "Exception", "GeneratorExit", "BaseException", "KeyError"])} as e:`, ...indented(["log(type(e).__name__, e.args)"]), ...inner(), ...(r.chance(30) ? ["finally:", ...inner()] : [])],
    () => ["try:", ...inner(), "finally:", ...inner()],
    () => [`async with Manager(${r.pick(["True", "False"])})${r.pick(["", " as x"])}:`, ...inner()],
    () => [`async for i in ${r.pick(["items(3)", "Counter(2)", "items(0)", state.index > 0 ? `g${r.int(state.index)}(x)` : "items(1)"])}:`, ...inner(), ...(r.chance(25) ? indented([r.pick(["break", "continue"])]) : []), ...(r.chance(25) ? ["else:", ...inner()] : [])],
    () => [`for i in range(2):`, ...inner()],
    () => [`if ${r.pick(["x", "not x"])}:`, ...inner()],
  ])();
}
const PRELUDE = `calls = 0
def log(*values):
    global calls
    calls += 1
    if calls > 200: raise SystemExit
    print("  ", *values)
class Step:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield self.v
        return got
class Manager:
    def __init__(self, swallows): self.swallows = swallows
    async def __aenter__(self): log("enter", await Step("in")); return 3
    async def __aexit__(self, kind, error, tb): log("exit", kind and kind.__name__, await Step("out")); return self.swallows
class Counter:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1
        return await Step(self.n)
async def items(n):
    for i in range(n): yield await Step(i) or i
alive = []
def drive(what, steps):
    alive.append(what)
    for step in steps:
        try: print(step[0], "->", step[1](what))
        except BaseException as e:
            print(step[0], "raised", type(e).__name__, e.args, type(e.__cause__).__name__)
send = lambda v: ("send", lambda c: c.send(v))
throw = lambda e: ("throw", lambda c: c.throw(e))
close = ("close", lambda c: c.close())
`;
export function program(r) {
  const state = { count: 0, generator: false, index: 0 };
  const functions = several(3, (i) => {
    state.index = i; state.generator = false;
    // Kept alive: when finalizers run is Krait's own matter.
    const plain = [`async def body${i}(x):`, ...indented([...block(r, 3, state), "return x"]),
      `def c${i}(x=0): alive.append(body${i}(x)); return alive[-1]`];
    state.generator = true;
    return [...plain, `async def items${i}(x):`, ...indented([...block(r, 3, state), "yield 9"]),
      `def g${i}(x=0): alive.append(items${i}(x)); return alive[-1]`].join("\n");
  });
  const step = () =>
    r.pick(["send(None)", "send(None)", "send(None)", `send(${r.int(3)})`, "throw(ValueError('t'))",
      "throw(KeyError)", "close"]);
  const operation = () =>
    `try: log("got", await g.${r.pick(["asend(1)", "asend(None)", "__anext__()", "athrow(ValueError('a'))", "athrow(GeneratorExit)"])})\n    except BaseException as e: log(type(e).__name__, e.args)\n`;
  const runs = several(8, () => {
    if (r.chance(50)) return `calls = 0\ndrive(c${r.int(3)}(${r.int(2)}), [${several(8, step)}])`;
    // Nothing is thrown in from outside: CPython 3.11 takes the generator for running ever after.
    return `calls = 0\nasync def use(g):\n    ${several(5, operation).join("    ")}\nalive.append(g${r.int(3)}(${r.int(2)}))\ndrive(use(alive[-1]), [${several(12, () => `send(${r.pick(["None", "None", "1"])})`)}])`;
  });
  return `${PRELUDE}${functions.join("\n")}\n${runs.join("\n")}\n`;
}
