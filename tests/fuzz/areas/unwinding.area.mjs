// Exceptions on their way out: through finally, with, else and loops; except* with statements of
// any kind.
import { Lines } from "./cases.mjs";

const EXCEPTIONS = ["ValueError", "KeyError", "IndexError", "LookupError", "TypeError",
  "ZeroDivisionError", "ArithmeticError", "Exception", "StopIteration", "RuntimeError",
  "GeneratorExit"];
const PRELUDE = `class CM:
    def __init__(self, n, swallow): self.n, self.swallow = n, swallow
    def __enter__(self):
        print('enter', self.n)
        if self.n % 5 == 4: raise KeyError(self.n)
        return self.n
    def __exit__(self, t, v, tb):
        print('exit', self.n, t and t.__name__)
        if self.n % 7 == 6: raise IndexError(self.n)
        return self.swallow`;
const CAUGHT =
  "print(type(e).__name__, e.args if not hasattr(e, 'exceptions') else [type(x).__name__ for x in e.exceptions], type(e.__context__).__name__, type(e.__cause__).__name__)";

export function program(r) {
  const p = new Lines();
  const body = (d, loop, deep) => {
    for (let n = 1 + r.int(3); n > 0; n--) statement(d, loop, deep);
  };
  function trying(d, loop, deep) {
    p.add(d, "try:");
    body(d + 1, loop, deep - 1);
    const star = r.chance(15), some = r.int(3);
    for (let n = 0; n < some; n++) {
      p.add(d,
        `except${star ? "*" : ""} ${r.chance(80) ? r.pick(EXCEPTIONS.slice(0, 8)) : "(ValueError, KeyError)"} as e:`);
      p.add(d + 1, CAUGHT);
      const mark = p.lines.length;
      body(d + 1, loop && !star, deep - 1);
      if (!star) continue;
      p.lines =
        p.lines.map((line, i) =>
          (i < mark ? line : line.replace(/^( *)return (.*)$/,
            "$1print($2)").replace(/break|continue/, "pass")));
    }
    if (some > 0 && r.chance(40)) { p.add(d, "else:"); body(d + 1, loop, deep - 1); }
    if (some === 0 || r.chance(50)) { p.add(d, "finally:"); body(d + 1, loop, deep - 1); }
  }
  function statement(d, loop, deep) {
    const k = r.int(deep > 0 ? 14 : 6);
    if (k === 0) p.add(d, `print(${r.int(100)})`);
    else if (k === 1)
      p.add(d,
        `raise ${r.pick(EXCEPTIONS)}(${r.int(10)})${r.pick(["", "", " from None", " from ValueError('cause')"])}`);
    else if (k === 2) p.add(d, `return ${r.int(100)}`);
    else if (k === 3) p.add(d, loop ? r.pick(["break", "continue"]) : "x = 1 // 0");
    else if (k === 4)
      p.add(d,
        r.pick(["[][1]", "{}['k']", "print(undefined)", "None + 1", "raise", "x = int('z')"]));
    else if (k === 5) p.add(d, `print('s', ${r.int(100)})`);
    else if (k <= 9) trying(d, loop, deep);
    else if (k <= 11) {
      p.add(d,
        `with CM(${r.int(10)}, ${r.pick(["True", "False", "None"])}) as c${r.chance(30) ? `, CM(${r.int(10)}, False)` : ""}:`);
      body(d + 1, loop, deep - 1);
    } else {
      p.add(d, `for i${d} in range(${1 + r.int(3)}):`);
      body(d + 1, true, deep - 1);
      if (r.chance(30)) { p.add(d, "else:"); body(d + 1, false, deep - 1); }
    }
  }
  p.add(0, PRELUDE);
  for (let i = 0; i < 3; i++) {
    p.add(0, `def f${i}():`);
    body(1, false, 3);
    p.add(0,
      `try: print('returned', f${i}())\nexcept BaseException as e: print('raised', type(e).__name__, type(e.__context__).__name__, type(e.__cause__).__name__, e.__suppress_context__)`);
  }
  return p.text();
}
