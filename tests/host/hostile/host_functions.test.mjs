// Functions and objects of the host that are misused by a program, or that misbehave themselves.
import assert from "node:assert/strict";
import test from "node:test";
import { KraitError, PythonError, TimeoutError } from "../../../dist/index.js";
import { attack, checkThrown, isOneOf, open, programs } from "./attack.mjs";

test("programs that misuse functions of the host", async () => {
  const kept = [];
  const py = await open({ modules: { h: {
    keep: (x) => { kept.push(x); }, call: (f, ...a) => f(...a), sort: (list) => list.toJs().sort(),
    each: (l, f) => [...l].forEach((x) => f(x)), echo: (x) => x, fail: (x) => { throw x;
    }, text: (x) => String(x),
    sleep: (ms) => new Promise((done) => { setTimeout(done, ms); }), json: (x) => JSON.stringify(x),
    copy: (x) => x.toJs(), keys: (x) => Object.keys(x), get: (x, name) => x[name],
    set: (x, name, y) => { x[name] = y; },
  } } });
  for (const source of programs("programs_misuse.txt")) {
    await attack(py, source, { fuel: 100_000, timeoutMs: 500 });
    for (const each of kept.splice(0)) each?.dispose?.();
  }
  assert.equal(py.run("import h\nh.echo('same')"), "same");
  assert.ok(py.memory.wasmBytes < 64 << 20);
});

const trap = () => { throw new Error("trap"); };
const TRAPS = Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((name) => [name, trap]));
const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();
const { proxy: revokedFunction, revoke: revokeFunction } = Proxy.revocable(() => 1, {});
revokeFunction();
const endless = () =>
  new Proxy(() => endless(),
    { get: (_, key) => (key === "then" ? undefined : endless()), has: () => true });
/** Values that no sane host gives. */
const STRANGE = {
  trapped: () => new Proxy({}, TRAPS), trappedFunction: () => new Proxy(() => 1, TRAPS),
  revoked: () => revoked,
  revokedFunction: () => revokedFunction, bare: () => Object.create(null), endless,
  symbol: () => Symbol("s"),
  getters: () =>
    Object.defineProperties({},
      Object.fromEntries(["a", "then", "length", "message", "name", "next", "constructor"]
    .map((name) => [name, { get: trap, enumerable: true }]))),
  conversions: () => ({ toString: trap, valueOf: trap, [Symbol.toPrimitive]: trap, toJSON: trap }),
  iterators: () => ({ [Symbol.iterator]: () => ({ next: trap }) }),
  noIterator: () => ({ [Symbol.iterator]: () => 5 }),
  endlessIterator: () =>
    ({ [Symbol.iterator]: () => ({ next: () => ({ value: 1, done: false }) }) }),
  never: () => new Promise(() => {}), rejected: () => Promise.reject(new Error("rejected")),
  rejectedWithNothing: () => Promise.reject(),
  thenThrows: () => ({ then: trap }),
  thenTwice: () => ({ then: (done, fail) => { done(1); done(2); fail(new Error("late")); } }),
  thenBoth: () =>
    ({ then: (done, fail) => { fail(new Error("first")); done(1); throw new Error("second"); } }),
  thenNever: () => ({ then: () => {} }),
  cyclic: () => { const o = []; o.push(o); return o; }, huge: () => new Array(4_000_000_000),
  lengthLies: () => ({ length: 2 ** 53, 0: 1 }), negativeLength: () => ({ length: -1 }),
  classic: () => class A {},
  throwsItself: () => { throw revoked; }, throwsNull: () => { throw null;
  }, throwsUndefined: () => { throw undefined; },
  throwsSymbol: () => { throw Symbol("thrown");
  }, throwsTrapped: () => { throw new Proxy(new Error("x"), TRAPS); },
  throwsEverything: () => { throw globalThis; }, throwsFunction: () => { throw Function;
  }, throwsDeep: () => { const f = () => f(); f(); },
  everything: () => globalThis, maker: () => Function, evaluator: () => eval, detached: () => {
    const a = new Uint8Array(8);
    structuredClone(a.buffer, { transfer: [a.buffer] });
    return a;
  },
  bigint: () => 2n ** 100_000n, nan: () => NaN, date: () => new Date(NaN),
  map: () => new Map([[{}, 1]]), weak: () => new WeakMap(),
  generator: () => (function* () { yield 1; throw new Error("in the middle"); })(),
  asyncIterator: () => ({ [Symbol.asyncIterator]: () => ({ next: trap }) }),
};
/** What a program does with them. */
const USES = ["repr(x)", "str(x)", "bool(x)", "len(x)", "list(x)", "x.a", "x.a = 1", "del x.a",
  "x['a']", "x['a'] = 1", "x[0]", "x()", "x.a()",
  "x == x", "hash(x)", "1 in x", "dir(x)", "for i in x: break", "x.then", "x.__class__",
  "x.to_py()", "{x: 1}", "f'{x}'", "iter(x)", "next(x)",
  "isinstance(x, type(x))", "x.new(1)", "raise x", "with x: pass", "print(x)", "x + 1", "await x",
  "async for y in x: break"];

test("strange things that the host gives are errors at most, whatever is done with them", async () => {
  for (const [name, make] of Object.entries(STRANGE)) {
    const py =
      await open({ modules: { h: { give: make } }, callLimits: { fuel: 20_000, timeoutMs: 20 } });
    for (const use of USES) {
      await attack(py, `import h\nx = h.give()\n${use}`, { fuel: 20_000, timeoutMs: 20 });
      // In JavaScript's own call it cannot wait.
      try { py.run(`import h\ndef f():\n    x = h.give()\n    ${/await|async/.test(use) ? "x" : use}\nf`)(); } catch (e) {
        checkThrown(e, `${name}: ${use}`);
      }
    }
    assert.equal(py.run("1 + 2"), 3, name);
    py.dispose();
  }
});

test("a function that never answers is left by time, by an interrupt, and when it is given up", async () => {
  const py = await open({ modules: { h: { never: () => new Promise(() => {}) } } });
  assert.ok(isOneOf(await attack(py, "import h\nh.never()", { timeoutMs: 10 }), TimeoutError));
  assert.ok(isOneOf(await attack(py, "import h\nwhile True:\n    try: h.never()\n    except: pass",
    { timeoutMs: 10 }), TimeoutError));
  const task = py.start("import h\nh.never()");
  task.step();
  const run = task.run();
  task.interrupt();
  await assert.rejects(run, (e) => e instanceof PythonError && e.type === "KeyboardInterrupt");
  const other = py.start("import h\nh.never()");
  other.step();
  other.abandon();
  assert.equal(py.held.promises, 0);
  assert.equal(py.run("1 + 2"), 3);
});
