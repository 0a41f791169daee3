// A generator, or a coroutine, that others are chained to; sent to, thrown at and closed in any
// order.
import { Lines } from "./cases.mjs";

const STEP =
  "class Step:\n    def __init__(self, v): self.v = v\n    def __await__(self):\n        return (yield self.v)\ndef step(v): return Step(v)";

export function program(r) {
  const asynchronous = r.chance(50), p = new Lines(), names = [];
  const leave = (value) => (asynchronous ? `await step(${value})` : `yield (${value})`);
  function body(d, deep) {
    for (let n = 1 + r.int(3); n > 0; n--) {
      const k = r.int(deep > 0 ? 11 : 5);
      if (k <= 1) p.add(d, `x = ${leave(r.int(100))}\nprint('got', x)`);
      else if (k === 2) p.add(d, `print(${r.int(100)})`);
      else if (k === 3)
        p.add(d,
          r.chance(40)
            ? r.pick([`return ${r.int(10)}`, "raise ValueError(1)", "raise StopIteration(2)",
              "x = 1 // 0"]) : `x = ${leave(1)}`);
      else if (k === 4 && names.length > 0)
        p.add(d, `print('from', ${asynchronous ? "await" : "yield from"} ${r.pick(names)}())`);
      else if (k === 4)
        p.add(d, asynchronous ? "print(await step(5))" : "print((yield from [1, 2]))");
      else if (k <= 7) {
        p.add(d, "try:");
        body(d + 1, deep - 1);
        p.add(d,
          r.pick(["except ValueError as e:", "except GeneratorExit:", "except Exception as e:",
            "finally:", "except (KeyError, ValueError):"]));
        body(d + 1, deep - 1);
      } else {
        p.add(d, `for i${d} in range(${1 + r.int(3)}):`);
        body(d + 1, deep - 1);
      }
    }
  }
  if (asynchronous) p.add(0, STEP);
  for (let i = 0, count = 1 + r.int(3); i < count; i++) {
    p.add(0, `${asynchronous ? "async " : ""}def g${i}():`);
    if (!asynchronous) p.add(1, "if 0: yield");
    body(1, 2);
    names.push(`g${i}`);
  }
  p.add(0, `it = ${names.at(-1)}()`);
  for (let n = 3 + r.int(7); n > 0; n--) {
    const call =
      r.pick(["send(None)", "send(None)", "send(None)", `send(${r.int(10)})`,
        "throw(ValueError(7))", "throw(KeyError)", "close()", "throw(GeneratorExit)",
        "throw(StopIteration(3))", ...(asynchronous ? [] : ["__next__()"])]);
    p.add(0,
      `try: print('->', it.${call})\nexcept BaseException as e: print(type(e).__name__, e.args, type(e.__context__).__name__)`);
  }
  p.add(0, "try: it.close()\nexcept BaseException as e: print('closing', type(e).__name__)");
  return p.text();
}
