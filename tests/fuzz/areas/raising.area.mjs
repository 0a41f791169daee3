// Control flow through try, except, except*, finally, with and loops: what runs, what is returned,
// what an exception's chain is.
import { indented, several } from "./cases.mjs";

function block(r, depth, state, loop = false) {
  return several(1 + r.int(2), () => statement(r, depth, state, loop)).flat();
}
const KINDS = ["ValueError", "KeyError", "TypeError", "OSError", "ZeroDivisionError"];
function statement(r, depth, state, loop) {
  const inner = (inLoop = loop) => indented(block(r, depth - 1, state, inLoop));
  if (depth === 0 || r.chance(35)) {
    const simple = [`log(${state.count++})`, `log(${state.count++})`,
      `raise ${r.pick(KINDS)}(${state.count++})`, "raise", "return x", `x += 1`, "1 / 0",
      `{}[${state.count}]`, "log(told(sys.exc_info()[1]))",
      `raise ${r.pick(KINDS)}(${state.count++}) from ${r.pick(["None", "OSError(1)", "e"])}`,
      "raise ExceptionGroup('g', [ValueError(1), KeyError(2), ExceptionGroup('h', [TypeError(3), ValueError(4)])])", "e.add_note('n')", "del x", "return log('r')"];
    // A loop is left at the end of a handler or a finally too.
    return [r.pick(loop && !state.star ? [...simple, "break", "continue", "break", "continue"]
      : state.star ? simple.filter((line) => !line.startsWith("return")) : simple)];
  }
  return r.pick([
    () => ["try:", ...inner(),
      ...several(1 + r.int(2),
        (i) => [`except ${i === 0 || r.chance(50) ? r.pick([...KINDS, "Exception", "(KeyError, ValueError)", "LookupError", "ArithmeticError", "Odd"]) : "BaseException"}${r.chance(50) ? " as e" : ""}:`, ...inner()]).flat(),
      ...(r.chance(30) ? ["else:", ...inner()] : []),
      ...(r.chance(40) ? ["finally:", ...inner()] : [])],
    () => ["try:", ...inner(), "finally:", ...inner()],
    () => {
      const star = state.star;
      const body = inner();
      state.star = true;
      const handlers =
        several(1 + r.int(2),
          () => [`except* ${r.pick([...KINDS, "Exception", "(KeyError, ValueError)"])} as e:`,
            ...indented([`log(told(e))`]), ...inner(false)]).flat();
      state.star = star;
      return ["try:", ...body, ...handlers, ...(r.chance(30) ? ["finally:", ...inner()] : [])];
    },
    () => [`for i in range(${1 + r.int(3)}):`, ...inner(true),
      ...(r.chance(30) ? ["else:", ...inner()] : [])],
    () => {
      const n = `n${state.count++}`;
      return [`${n} = 0`, `while ${n} < 3:`, ...indented([`${n} += 1`]), ...inner(true),
        ...(r.chance(30) ? ["else:", ...inner()] : [])];
    },
    () => [`with Manager(${r.pick(["True", "False", "None"])}, ${r.pick(["0", "0", "1", "2"])})${r.pick(["", " as x", ", Manager(False, 0)"])}:`, ...inner()],
    () => [`if ${r.pick(["x", "x > 2", "not x"])}:`, ...inner()],
  ])();
}
const PRELUDE = `import sys
class Odd(ValueError, KeyError): pass
calls = 0
def log(*values):
    global calls
    calls += 1
    if calls > 200: raise SystemExit
    print("  ", *values)
    return len(values)
def told(e, depth=0):
    if e is None or depth > 6: return None
    inner = [told(i, depth + 1) for i in e.exceptions] if isinstance(e, BaseExceptionGroup) else e.args
    return type(e).__name__, inner, told(e.__cause__, depth + 1), told(e.__context__, depth + 1), e.__suppress_context__, getattr(e, "__notes__", None)
class Manager:
    def __init__(self, swallows, fails): self.swallows, self.fails = swallows, fails
    def __enter__(self):
        log("enter")
        if self.fails == 1: raise OSError("enter")
        return 5
    def __exit__(self, kind, error, tb):
        log("exit", told(error))
        if self.fails == 2: raise TypeError("exit")
        return self.swallows
`;
export function program(r) {
  const functions =
    several(5,
      (i) => [`def f${i}(x=0, e=None):`,
        ...indented([...block(r, 4, { count: 0, star: false }), "return x"])].join("\n"));
  const calls =
    several(5,
      (i) => `calls = 0\ntry: print(f${i}(${r.int(4)}))\nexcept BaseException as error: print(told(error))`);
  return `${PRELUDE}${functions.join("\n")}\n${calls.join("\n")}\n`;
}
