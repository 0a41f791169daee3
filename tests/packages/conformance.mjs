// What must be the same in every host. Runs wherever it is imported: uses nothing but the language,
// timers and the `krait` it is given.
import saved from "./saved.mjs";

/** Programs whose fuel is compared between hosts. */
const METERED = {
  recursion: "def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)\nfib(15)",
  containers: "d = {}\nfor i in range(2000): d[str(i)] = [i] * 3\nsum(len(d[k]) for k in sorted(d))",
  numbers: "x = 0\nfor i in range(3000): x = (x * 1103515245 + 12345) % 2**31\nx, 3 ** 500 % 1000007",
  exceptions: `
def f(n):
    try:
        if n % 3 == 0: raise ValueError(n)
        return n
    except ValueError as e: return -e.args[0]
    finally: pass
sum(f(i) for i in range(1000))`,
  text: "import re, json\njson.dumps(re.findall(r'[a-z]+', 'the quick brown fox ' * 50))[:20]",
};

const bytesOf = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
/** @throws if the two are not the same JSON */
function same(got, want, what = "result") {
  const [a, b] = [JSON.stringify(got), JSON.stringify(want)];
  if (a !== b) throw new Error(`${what}: ${a}, not ${b}`);
}
/** What `f` throws or its promise rejects with. */
async function failure(f) {
  try { await f(); } catch (error) { return error; }
  throw new Error("nothing was thrown");
}
/** Time for a check. Unit: ms. */
const LATE = 4_000;
const after = (ms, f) => new Promise((done) => { setTimeout(() => done(f?.()), ms); });

/**
 * Runs all checks.
 * @param krait    the module `krait`, or what has its exports
 * @param options  for each `load` (`wasm` where the entry has no core)
 * @returns {Promise<{results: {name: string, error?: string}[], fuel: Record<string, string>}>}
 */
export async function conformance(krait, options = {}) {
  const results = [];
  const fuel = {};
  const open = async (more = {}) => {
    const out = { text: "", errors: "" };
    const python = await krait.load({
      ...options, stdout: (text) => { out.text += text; }, stderr: (text) => { out.errors += text;
      }, ...more,
    });
    return { python, out };
  };
  const check = async (name, f) => {
    try {
      let timer;
      const late = new Promise((_, failed) => {
        timer = setTimeout(() => failed(new Error("takes too long")), LATE);
      });
      try { await Promise.race([f(), late]); } finally { clearTimeout(timer); }
      results.push({ name });
    } catch (error) {
      results.push({ name, error: String(error?.stack ?? error) });
    }
  };

  await check("load and run", async () => {
    const { python, out } = await open();
    same(python.run("6 * 7"), 42);
    same(python.run("'é' + 'x' * 3"), "éxxx");
    same(String(python.run("2 ** 100")), String(2n ** 100n));
    python.run("for i in range(3): print('line', i)");
    same(out.text, "line 0\nline 1\nline 2\n");
  });
  await check("versions", async () => {
    const { python } = await open();
    same(python.run("import sys\n'%d.%d.%d' % sys.implementation.version[:3]"),
      krait.micropythonVersion);
    same(python.run("sys.implementation._mpy & 255"), krait.mpyVersion);
    same(/^\d+\.\d+\.\d+/.test(krait.version), true);
    same(Number.isInteger(krait.snapshotVersion), true);
  });
  await check("errors are typed", async () => {
    const { python } = await open();
    const error = await failure(() => python.run("def f(): return [][1]\nf()"));
    same([error instanceof krait.PythonError, error.type, error.traceback.length],
      [true, "IndexError", 2]);
    same((await failure(() => python.run("x ="))).type, "SyntaxError");
    same((await failure(() => krait.load({ ...options, wasm: new Uint8Array(8) }))).name,
      "LoadError");
    same(python.run("1"), 1);
  });
  await check("sleep leaves the event loop free", async () => {
    const { python, out } = await open();
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const value = await python.runAsync("import time\ntime.sleep(0.05)\nprint('slept')\n'done'");
    clearInterval(timer);
    same([value, out.text], ["done", "slept\n"]);
    if (turns < 3) throw new Error(`${turns} turns of the event loop`);
  });
  await check("an endless loop is interrupted, and leaves the event loop free", async () => {
    const { python } = await open();
    let turns = 0;
    const timer = setInterval(() => { if (++turns === 3) python.interrupt(); }, 5);
    same((await failure(() => python.runAsync("n = 0\nwhile True: n += 1"))).type,
      "KeyboardInterrupt");
    clearInterval(timer);
    same(python.run("n > 0"), true);
  });
  await check("sleep and input are interrupted", async () => {
    const { python } = await open({ stdin: () => new Promise(() => {}) });
    const asleep = failure(() => python.runAsync("import time\ntime.sleep(1000)"));
    await after(20, () => python.interrupt());
    same((await asleep).type, "KeyboardInterrupt");
    const reading = failure(() => python.runAsync("input('? ')"));
    await after(20, () => python.interrupt());
    same((await reading).type, "KeyboardInterrupt");
    same(python.run("1"), 1);
  });
  await check("input waits for its answer", async () => {
    const { python, out } = await open({ stdin: () => after(5, () => "Ada\n") });
    same(await python.runAsync("name = input('? ')\nprint('Hi', name)\nlen(name)"), 3);
    same(out.text, "? Hi Ada\n");
  });
  await check("instances are separate", async () => {
    const [a, b] = [await open(), await open()];
    a.python.run("x = 'a'");
    b.python.run("x = 'b'\nimport math\nmath.mine = 1");
    same([a.python.run("x"), b.python.run("x")], ["a", "b"]);
    same(a.python.run("import math\nhasattr(math, 'mine')"), false);
    a.python.dispose();
    same((await failure(() => a.python.run("1"))).name, "DisposedError");
    same(b.python.run("x"), "b");
  });
  await check("the heap limit holds", async () => {
    const { python } = await open({ heapLimit: 2 << 20 });
    same((await failure(() => python.run("x = []\nwhile True: x.append('a' * 1000)"))).type,
      "MemoryError");
    python.run("x = None");
    same(python.run("len([0] * 1000)"), 1000);
  });
  await check("files live in memory", async () => {
    const { python } = await open({ files: { "/lib/tool.py": "value = 7", "data.txt": "one\n" } });
    same(python.run("import tool\n(tool.value, open('data.txt').read()) == (7, 'one\\n')"), true);
    same((await failure(() => python.run("open('/etc/passwd')"))).type, "FileNotFoundError");
  });
  await check("functions of the host, and Python's functions", async () => {
    const { python } =
      await open(
        { modules: { host: { add: (a, b) => a + b, later: (x) => after(5, () => x * 2) } } });
    same(await python
      .runAsync("import host\n[host.add(1, 2), host.later(21), host.add('a', 'b')][1]"), 42);
    python.run(
      "def area(w, h=2): return w * h\nclass Point:\n  def __init__(self, x): self.x = x\np = Point(5)");
    same([python.globals.get("area")(3), python.globals.get("p").x], [6, 5]);
    same(python.run("[1, 'é', None, 2.5]").toJs(), [1, "é", null, 2.5]);
    const talk = python.run("def talk():\n  x = yield 1\n  return x + 1\ntalk()");
    same([talk.next(), talk.next(41)].map(({ done, value }) => [done, value]),
      [[false, 1], [true, 42]]);
  });
  await check("fuel is counted the same way twice", async () => {
    for (const [name, program] of Object.entries(METERED)) {
      const used = [];
      for (let i = 0; i < 2; i++) {
        const { python } = await open();
        python.run(program);
        used.push(String(python.fuelUsed));
      }
      same(used[1], used[0], name);
      fuel[name] = used[0];
    }
  });
  await check("a budget can be refilled", async () => {
    const { python } = await open();
    const task = python.start("n = 0\nwhile n < 20000: n += 1\nn");
    let steps = 0;
    while (task.step({ fuel: 1000 }).status !== "done") steps++;
    same(task.result, 20000);
    fuel.steps = String(steps);
  });
  await check("a snapshot made by Node goes on", async () => {
    const snapshot = bytesOf(saved.idle);
    const { python } = await open({ snapshot });
    same(python
      .run("(counter.next(), next(numbers), data, open('notes.txt').read()) == (2, 1, {'é': [1, 2.5, 2 ** 70]}, 'kept\\n')"),
      true);
    const again = await open({ snapshot: python.snapshot() });
    same(again.python.run("counter.next()"), 3);
    same((await failure(() => krait.load({ ...options, snapshot: snapshot.slice(0, -9) }))).name,
      "SnapshotError");
  });
  await check("a program that Node paused goes on to the same end, with the same fuel", async () => {
    for (const drive of [(task) => task.run(),
        (task) => { while (task.step({ fuel: 777 }).status !== "done"); }]) {
      const { python } = await open({ snapshot: bytesOf(saved.paused) });
      const [task] = python.tasks;
      await drive(task);
      same([task.result, String(task.fuelUsed)], [saved.result, saved.fuel]);
    }
  });
  await check("modules of the host: functions, keywords, submodules, promises", async () => {
    const seen = [];
    const { python } = await open({ modules: {
      "shop.stock": {
        limit: 3,
        add: (a, b, { times = 1 } = {}) => (a + b) * times,
        find: async (name) => { await after(5); seen.push(name); return { name, price: 2.5 }; },
        fails: async () => { await after(1); throw new RangeError("no answer"); },
      },
    } });
    same((await python.runAsync(`
from shop import stock
import shop.stock as again
found = stock.find("tea")
try:
    stock.fails()
except Exception as e:
    text = str(e)
[stock is again, stock.limit, stock.add(1, 2), stock.add(1, 2, times=10), found.name, found["price"], text]`)).toJs(),
      [true, 3, 3, 30, "tea", 2.5, "RangeError: no answer"]);
    // Several wait at once, each for its own answer.
    const all =
      await Promise.all([1, 2, 3].map((n) => python.runAsync(`stock.find('n${n}').name`)));
    same([all, seen.slice(1).sort()], [["n1", "n2", "n3"], ["n1", "n2", "n3"]]);
    same((await failure(() => python.run("stock.find('x')"))).name, "WaitError");
    same((await failure(() => python.run("import nothing"))).type, "ModuleNotFoundError");
  });
  await check("proxies of Python objects", async () => {
    const { python } = await open();
    const Point = python.run(`
class Point:
    def __init__(self, x, y=0): self.x, self.y = x, y
    def moved(self, dx=0, dy=0): return Point(self.x + dx, self.y + dy)
    def __enter__(self): self.y = "in"; return self
    def __exit__(self, *a): self.y = "out"
Point`);
    const p = new Point(1);
    p.y = 5;
    same([p.x, p.y, "x" in p, "z" in p, p.moved.callKwargs({ dy: 2 }).y], [1, 5, true, false, 7]);
    same([p.with((self) => self.y), p.y], ["in", "out"]);
    python.globals.set("p", p);
    same([python.run("p") === p, python.run("type(p) is Point")], [true, true]);
    const data = python.run("{'a': [1, 2], 'b': {3}}");
    same([data.get("a").get(-1), data.has("b"), data.length, [...data]], [2, true, 2, ["a", "b"]]);
    data.delete("b");
    same([data.length, [...data.get("a")].map((n) => n + 1)], [1, [2, 3]]);
    const bytes = python.run("b = bytearray(b'abc')\nb").getBuffer();
    bytes.data[0] = 120;
    same(python.run("b == b'xbc'"), true);
    bytes.release();
    data.dispose();
    same((await failure(() => data.length)).name, "DisposedError");
  });
  await check("objects of JavaScript in Python", async () => {
    const { python } = await open();
    class Account { #sum =
      0; pay(n) { this.#sum += n; return this; } get sum() { return this.#sum; } }
    const account = new Account(), list = [1, 2, 3], map = new Map([["k", 1]]);
    const got = python.run(`
account.pay(5).pay(2)
list[0] = 10
list.push("end")
map["n"] = 2
del map["k"]
made = Account()
made.pay(1)
[account.sum, len(list), 2 in list, [x for x in list], dict(map.to_py()) == {"n": 2}, made.sum, apply(lambda a, b: a * b)]`,
      { globals: { account, list, map, Account, apply: (f) => f(6, 7) } });
    same(got.toJs(), [7, 4, true, [10, 2, 3, "end"], true, 1, 42]);
    same([list, [...map]], [[10, 2, 3, "end"], [["n", 2]]]);
    same([python.run("x", { globals: { x: account } }) === account,
      python.run("x", { globals: { x: 2n ** 70n } }) === 2n ** 70n],
      [true, true]);
    same((await failure(() => python.run("x.constructor", { globals: { x: account } }))).type,
      "AttributeError");
  });
  await check("exceptions both ways", async () => {
    const thrown = new TypeError("refused");
    const { python } =
      await open({ modules: { host: { fail() { throw thrown; }, call: (f) => f() } } });
    same(python.run(`
import host
try:
    host.fail()
except Exception as e:
    r = [type(e).__name__, e.name, e.message]
r`).toJs(), ["JsException", "TypeError", "refused"]);
    const outside =
      await failure(() => python.run("def f():\n    host.fail()\nf()", { filename: "main.py" }));
    same([outside.type, outside.cause === thrown,
      outside.traceback.map(({ file, line }) => `${file}:${line}`)],
      ["JsException", true, ["main.py:3", "main.py:2"]]);
    // Python's own, through JavaScript and back, is the same object.
    same(python
      .run("mine = KeyError('k')\ndef f(): raise mine\ntry:\n    host.call(f)\nexcept KeyError as e:\n    r = e is mine\nr"), true);
    const chained = await failure(() => python.run("raise ValueError('a', 2) from OSError(5)"));
    same([chained.type, chained.text, chained.args.toJs?.() ?? chained.args, chained.cause.type],
      ["ValueError", "('a', 2)", ["a", 2], "OSError"]);
    same(python.run("1"), 1);
  });
  await check("await at the outermost level, and coroutines from JavaScript", async () => {
    const { python } = await open();
    same(await python.runAsync("x = await later\nx + 1",
      { globals: { later: after(5, () => 41) } }), 42);
    const twice = python.run("async def twice(p): return 2 * await p\ntwice");
    same(await twice(after(1, () => 4)), 8);
    const rejected =
      await failure(() => twice((async () => { await after(1); throw new Error("late"); })()));
    same([rejected.type, rejected.cause.message], ["JsException", "late"]);
    const seen = [];
    for await (const x of python.run("async def g():\n    for i in range(3): yield i\ng()"))
      seen.push(x);
    same(seen, [0, 1, 2]);
  });
  await check("asyncio on the host's timers", async () => {
    const { python, out } = await open();
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await python.runAsync(`
import asyncio
async def tick(name, n, wait):
    for i in range(n):
        await asyncio.sleep(wait)
        print(name, i)
    return name
print(await asyncio.gather(tick("slow", 1, 0.08), tick("quick", 3, 0.005)))
try:
    await asyncio.wait_for(asyncio.sleep(100), 0.01)
except asyncio.TimeoutError:
    print("late")`);
    clearInterval(timer);
    same(out.text, "quick 0\nquick 1\nquick 2\nslow 0\n['slow', 'quick']\nlate\n");
    if (turns < 3) throw new Error(`${turns} turns of the event loop`);
    // The blocking form, among others.
    const both =
      await Promise.all([1, 2].map((n) => python.runAsync(`asyncio.run(tick("t", 1, 0.00${n}))`)));
    same(both, ["t", "t"]);
  });
  await check("a snapshot made by Node finds the modules of this host", async () => {
    const snapshot = bytesOf(saved.hosted);
    for (const host of ["here", "there"]) {
      const { python } =
        await open({ snapshot,
          modules: { db: { query: (n) => `${host} ${n}`, names: { first: host } } } });
      same((await python.tasks[0].run()).toJs(), ["node 1", `${host} 2`, `${host} 3`, host]);
      // And on from here, in the same way.
      const more = { db: { query: (n) => `next ${n}`, names: { first: "next" } } };
      const again = await open({ snapshot: python.snapshot(), modules: more });
      same([again.python.run("held[0](4)"), again.python.run("db.names is held[1]")],
        ["next 4", true]);
    }
    const error = await failure(() => krait.load({ ...options, snapshot, modules: { db: {} } }));
    same([error.name, error.message.includes("db.query") || error.message.includes("db.names")],
      ["SnapshotError", true]);
  });
  return { results, fuel };
}
