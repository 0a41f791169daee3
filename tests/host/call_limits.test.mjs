// The option callLimits: bounds of what JavaScript calls in Python outside of runs.
import assert from "node:assert/strict";
import test from "node:test";
import { FuelError, OptionError, TimeoutError, load } from "../../dist/index.js";

const PROGRAM = `
def endless():
    while True: pass
def short():
    n = 0
    for i in range(99_990): n += 1
    return n
class A:
    @property
    def p(self): endless()
    def __iter__(self):
        while True: yield 1
    def __repr__(self): return endless()
    def method(self): endless()
    def __len__(self): endless()
    def __getitem__(self, key): endless()
a = A()
def natives(): return sorted(sum(range(10 ** 15)) for i in [1])
def clears_up():
    try: endless()
    finally: log.append("cleared up")
def catches():
    try: endless()
    except KeyboardInterrupt: return 7
def stubborn():
    while True:
        try: endless()
        except BaseException: pass
async def coroutine(): endless()
log = []
`;
/** Everything by which JavaScript calls Python. */
const WAYS = {
  call: (g) => g.get("endless")(), kwargs: (g) => g.get("endless").callKwargs({}),
  property: (g) => g.get("a").p, repr: (g) => g.get("a").repr(),
  method: (g) => g.get("a").method(), length: (g) => g.get("a").length,
  item: (g) => g.get("a").get(1), stubborn: (g) => g.get("stubborn")(),
  "callAsync": (g) => g.get("endless").callAsync(), coroutine: async (g) =>
    await g.get("coroutine")(),
  import: (g, py) => py.pyimport("slow"),
};

test("a call of Python outside of runs ends with its fuel, exactly, wherever it is", async () => {
  const py =
    await load({ callLimits: { fuel: 100_000 }, files: { "/slow.py": "while True: pass" } });
  py.run(PROGRAM);
  for (const [name, way] of Object.entries(WAYS)) {
    await assert.rejects(async () => way(py.globals, py), FuelError, name);
    assert.equal(py.run("1 + 1"), 2, name);
  }
  const before = py.fuelUsed;
  assert.throws(() => py.globals.get("endless")(), FuelError);
  assert.equal(py.fuelUsed - before, 100_000n);
  // Each call has its own.
  assert.equal(py.globals.get("short")() + py.globals.get("short")(), 2 * 99_990);
  let n = 0;
  for (const one of py.globals.get("a")) if ((n += one) > 200_000) break;
  assert.equal(n, 200_001);
  // Runs do not count, nor what they call through the host.
  assert.equal(py.run("len([0 for i in range(300_000)])"), 300_000);
});

test("a call ends with its time: a KeyboardInterrupt first, then it is stopped", async () => {
  let inner;
  const py = await load({ callLimits: { timeoutMs: 20 }, files: { "/slow.py": "while True: pass" },
    modules: { h: { run: () => { try { py.run("while True: pass"); } catch (e) { inner =
      e; throw e; } } } } });
  py.run(PROGRAM);
  const { globals } = py;
  for (const [name, way] of Object.entries({ ...WAYS, natives: (g) => g.get("natives")() })) {
    if (name === "stubborn") continue;
    await assert.rejects(async () => way(globals, py), TimeoutError, name);
    assert.equal(py.run("1 + 1"), 2, name);
  }
  assert.throws(() => globals.get("clears_up")(),
    (e) => e instanceof TimeoutError && e.cause.type === "KeyboardInterrupt");
  assert.deepEqual(globals.get("log").toJs(), ["cleared up"]);
  assert.throws(() => globals.get("catches")(), TimeoutError);
  assert.throws(() => globals.get("stubborn")(), TimeoutError);
  // What a host function runs inside of the call has no more time than that.
  py.run("import h\ndef outer():\n    h.run()\n    return 1");
  assert.throws(() => globals.get("outer")(), TimeoutError);
  assert.ok(inner instanceof TimeoutError);
  assert.equal(py.run("1 + 1"), 2);
});

test("limits that are none are refused by their name", async () => {
  for (const callLimits of [1, null, { fuel: -1 }, { timeoutMs: "1" },
      { signal: AbortSignal.abort() }, { fuels: 1 }]) {
    await assert.rejects(load({ callLimits }),
      (e) => e instanceof OptionError && /callLimits/.test(e.message), JSON.stringify(callLimits));
  }
  const { run } =
    await load({ callLimits: {} }).then((py) =>
      ({ run: py.run("def f():\n    for i in range(100_000): pass\n    return i\nf") }));
  assert.equal(run(), 99_999);
});

test("a snapshot's instance has the limits that it is loaded with", async () => {
  const clock = { now: () => 0, ticks: () => 0 };
  const py = await load({ clock, callLimits: { fuel: 1000 } });
  py.run("def f():\n    for i in range(5000): pass\n    return i");
  const bytes = py.snapshot();
  assert.throws(() => py.globals.get("f")(), FuelError);
  assert.equal((await load({ snapshot: bytes })).globals.get("f")(), 4999);
  const again = await load({ snapshot: bytes, callLimits: { fuel: 1000 } });
  assert.throws(() => again.globals.get("f")(), FuelError);
  assert.deepEqual((await load({ clock, snapshot: bytes })).snapshot(), bytes);
});
