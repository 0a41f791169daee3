// A stack of JavaScript that has little room left, at every depth of it: programs that recurse in
// natives end in an exception of Python's, or are not begun (RangeError), and the instance is as
// good as before. So it is with a smaller stack, in a worker.
import assert from "node:assert/strict";
import test from "node:test";
import { Worker, isMainThread, parentPort } from "node:worker_threads";
import { load } from "../../../dist/index.js";
import { checkThrown } from "./attack.mjs";

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
]
def use(k):
    try: USES[k]()
    except RecursionError: return 'RecursionError'
    return 'done'
`;
/** Runs every use at every `step`-th of the 2000 innermost levels of JavaScript's stack. Returns
 *  how often which end came, by use. */
async function digAll(step) {
  const py =
    await load(
      { modules: { h: { call: (f, ...a) => f(...a),
        run: (code) => py.run(code, { globals: {} }) } } });
  py.run(SETUP);
  const tallies = [];
  const uses = py.run("len(USES)");
  const use = py.globals.get("use");
  for (let k = 0; k < uses; k++) {
    const tally = {};
    let deepest = 0;
    const attempt = (body) => {
      let end;
      try { end = body(); } catch (error) { end = error; }
      // What counts the ends takes stack, too.
      const name = end instanceof Error ? end.type ?? end.constructor.name : String(end);
      tally[name] = (tally[name] ?? 0) + 1;
      if (end instanceof Error && !(end instanceof RangeError)) checkThrown(end, `use ${k}`);
    };
    const dig = (n) => {
      try { dig(n + 1); } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        deepest = Math.max(deepest, n);
      }
      if (deepest - n > 2000 || (deepest - n) % step !== 0) return;
      attempt(() => py.run(`use(${k})`));
      if (deepest - n > 600) attempt(() => use(k));
    };
    dig(0);
    assert.equal(py.run("1 + 1"), 2);
    assert.equal(py.run("repr([[1, 'a'], {2: (3,)}])"), "[[1, 'a'], {2: (3,)}]");
    tallies.push(tally);
  }
  py.dispose();
  return tallies;
}

/** Nothing else than these may come of it. */
function checkTallies(tallies) {
  for (const [k, tally] of tallies.entries()) {
    for (const name of Object.keys(tally))
      assert.ok(["done", "RecursionError", "RangeError"].includes(name),
        `use ${k}: ${JSON.stringify(tally)}`);
    assert.ok((tally.done ?? 0) + (tally.RecursionError ?? 0) > 0,
      `use ${k}: ${JSON.stringify(tally)}`);
  }
  assert.ok(tallies.some((tally) => tally.RangeError > 0)
    && tallies.some((tally) => tally.RecursionError > 0));
}

if (isMainThread) {
  test("at the end of JavaScript's stack", async () => { checkTallies(await digAll(47)); });

  test("the same in a worker with half of it", async () => {
    const worker = new Worker(new URL(import.meta.url), { resourceLimits: { stackSizeMb: 0.5 } });
    const tallies = await new Promise((done, fail) => {
      worker.once("message", done);
      worker.once("error", fail);
    });
    checkTallies(tallies);
    await worker.terminate();
  });

  test("with all of the stack the limits are those of the core", async () => {
    const py = await load();
    assert.equal(py.run("x = []\nfor i in range(990): x = [x]\nlen(repr(x))"), 2 * 991);
    const deep =
      "n = 0\nclass A:\n    def __repr__(self):\n        global n\n        n += 1\n        return repr(A())\ntry: repr(A())\nexcept RecursionError: pass\nn";
    assert.ok(py.run(deep) >= 240);
    assert.equal(py.run("eval('-' * 900 + '1')"), 1);
  });
} else {
  parentPort.postMessage(await digAll(97));
}
