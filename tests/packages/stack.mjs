// JavaScript's stack at its end, in every host: programs that recurse in natives end in an
// exception of Python's, or are not begun (RangeError), at every depth of it, and the instance is
// as good as before. Uses nothing but the language and the `krait` it is given.
const SETUP = `
import json, re, h
x, y, t, d = [], [], (), {}
for i in range(990): x, y, t, d = [x], [y], (t,), {1: d}
class A:
    def __eq__(self, o): return A() == A()
    def __repr__(self): return repr(A())
    def __hash__(self): return hash(A())
    def __getattr__(self, n): return getattr(A(), n)
    def __len__(self): return sorted([1, 2], key=lambda k: len(A()))
def nest(n): return sorted([1], key=lambda k: nest(n + 1))
def back(n): return h.call(back, n + 1)
USES = [
    lambda: repr(x), lambda: x == y, lambda: hash(t), lambda: str(d), lambda: A() == A(), lambda: repr(A()), lambda: hash(A()), lambda: A().z,
    lambda: len(A()), lambda: nest(0), lambda: back(0), lambda: eval('(' * 190 + ')' * 190), lambda: eval('-' * 900 + '1'),
    lambda: re.compile('(' * 390 + 'a' + ')' * 390), lambda: json.loads('[' * 900 + ']' * 900), lambda: json.dumps(x), lambda: h.run('repr([[[]]])'),
    lambda: compile('lambda: ' * 190 + '1', '', 'eval'), lambda: isinstance(1, t),
    lambda: compile(''.join(' ' * i + 'if 1:\\n' for i in range(90)) + ' ' * 90 + 'pass', '', 'exec'),
    lambda: compile('a if b else ' * 190 + '1', '', 'eval'), lambda: compile('2' + '**2' * 900, '', 'eval'), lambda: compile('[x for x in ' * 100 + 'y' + ']' * 100, '', 'eval'),
    lambda: compile('f(k=' * 190 + '1' + ')' * 190, '', 'eval'), lambda: compile('match x:\\n case ' + '[' * 150 + 'a' + ']' * 150 + ': pass', '', 'exec'),
    lambda: compile('if a: pass\\n' + 'elif a: pass\\n' * 900, '', 'exec'), lambda: compile(''.join(' ' * i + 'def f():\\n' for i in range(90)) + ' ' * 90 + 'pass', '', 'exec'),
    lambda: compile('a' + '.b(c)[d]' * 900, '', 'eval'), lambda: compile('1' + '+1 and x' * 900, '', 'eval'),
]
def use(k):
    try: USES[k]()
    except RecursionError: return 'RecursionError'
    except Exception as e:
        # A function of the host ended so.
        if 'call stack' in str(e): return 'RangeError'
        raise
    return 'done'
`;
/** The innermost levels of JavaScript that are looked at, and those that a call of Python needs,
 *  which asks for no room, unlike a run. */
const LEVELS = 2000, CALL_LEVELS = 600;

/**
 * Runs every use at every `step`-th of the innermost levels.
 * @param krait    the module `krait`
 * @param options  for `load`
 * @returns {Promise<Record<string, number>[]>} how often which end came, by use
 * @throws if an instance is not as before, or for another error than these
 */
export async function digAll(krait, options = {}, step = 47) {
  const py = await krait.load({ ...options, modules: { h: {
    call: (f, ...a) => f(...a), run: (code) => py.run(code, { globals: {} }),
  } } });
  py.run(SETUP);
  const tallies = [];
  const uses = py.run("len(USES)"), use = py.globals.get("use");
  for (let k = 0; k < uses; k++) {
    const tally = {};
    let deepest = 0;
    const attempt = (body) => {
      let end;
      try { end = body(); } catch (error) { end = error; }
      // What counts the ends takes stack, too.
      let name = end instanceof Error ? end.type ?? end.constructor.name : String(end);
      if (!ENDS.includes(name)) name = `${name}: ${end.message}`;
      tally[name] = (tally[name] ?? 0) + 1;
    };
    const dig = (n) => {
      try { dig(n + 1); } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        deepest = Math.max(deepest, n);
      }
      if (deepest - n > LEVELS || (deepest - n) % step !== 0) return;
      attempt(() => py.run(`use(${k})`));
      if (deepest - n > CALL_LEVELS) attempt(() => use(k));
    };
    dig(0);
    const wrong = Object.keys(tally).filter((name) => !ENDS.includes(name));
    if (wrong.length > 0 || (tally.done ?? 0) + (tally.RecursionError ?? 0) === 0)
      throw new Error(`use ${k}: ${JSON.stringify(tally)}`);
    if (py.run("1 + 1") !== 2 || py.run("repr([[1, 'a'], {2: (3,)}])") !== "[[1, 'a'], {2: (3,)}]")
      throw new Error(`use ${k}: the instance is not as before`);
    tallies.push(tally);
  }
  py.dispose();
  if (!(tallies.some((tally) => tally.RangeError > 0)
    && tallies.some((tally) => tally.RecursionError > 0)))
    throw new Error(`the stack did not end: ${JSON.stringify(tallies)}`);
  return tallies;
}
/** Nothing else may come of a use. */
const ENDS = ["done", "RecursionError", "RangeError"];

/** With a whole stack the limits are those of the core. */
async function limits(krait, options) {
  const py = await krait.load(options);
  const got = [
    py.run("x = []\nfor i in range(990): x = [x]\nlen(repr(x))"), py.run(`
n = 0
class A:
    def __repr__(self):
        global n
        n += 1
        return repr(A())
try: repr(A())
except RecursionError: pass
n >= 240`), py.run("eval('-' * 900 + '1')"),
  ];
  py.dispose();
  if (String(got) !== String([2 * 991, true, 1])) throw new Error(`limits: ${got}`);
}

/** @returns {Promise<import("./report.mjs").Report>} */
export async function stack(krait, options = {}) {
  const results = [];
  for (const [name, check] of [["limits", limits], ["end of the stack", digAll]]) {
    try {
      await check(krait, options);
      results.push({ name });
    } catch (error) {
      results.push({ name, error: String(error?.stack ?? error) });
    }
  }
  return { results };
}
