// krait/worker, in every host that has workers. Uses nothing but the language and timers.
/** Time for a check. Unit: ms. */
const LATE = 4_000;
const after = (ms, f) => new Promise((done) => { setTimeout(() => done(f?.()), ms); });
function same(got, want) {
  const [a, b] = [JSON.stringify(got), JSON.stringify(want)];
  if (a !== b) throw new Error(`${a}, not ${b}`);
}
async function failure(promise) {
  try { await promise; } catch (error) { return error; }
  throw new Error("nothing was thrown");
}

/** @param api  the module `krait/worker`. @returns {Promise<import("./report.mjs").Report>} */
export async function worker(api, options = {}) {
  const results = [];
  const check = async (name, more, f) => {
    const out = { text: "" };
    let python;
    try {
      python = await api.load({ ...options, stdout: (text) => { out.text += text; }, ...more });
      let timer;
      const late = new Promise((_, failed) => {
        timer = setTimeout(() => failed(new Error("takes too long")), LATE);
      });
      try { await Promise.race([f(python, out), late]); } finally { clearTimeout(timer); }
      results.push({ name: `worker: ${name}` });
    } catch (error) {
      results.push({ name: `worker: ${name}`, error: String(error?.stack ?? error) });
    } finally {
      python?.terminate();
    }
  };
  await check("run and output", {}, async (python, out) => {
    same(await python.run("print('é' * 3)\n6 * 7"), 42);
    same(out.text, "ééé\n");
    same(await python
      .runAsync(
        "import time\ntime.sleep(0.01)\nfor i in range(9000): print(i)\n2 ** 100 == 1 << 100"),
          true);
    same(out.text.split("\n").length, 9002);
  });
  await check("errors are what they are", { files: { "a.txt": "one" } }, async (python) => {
    const error = await failure(python.run("def f(): return 1 / 0\nf()", { filename: "p.py" }));
    same([error instanceof api.PythonError, error.type, error.text],
      [true, "ZeroDivisionError", "division by zero"]);
    same(error.traceback.map(({ file, line }) => [file, line]), [["p.py", 2], ["p.py", 1]]);
    same((await failure(python.run("x ="))).type, "SyntaxError");
    same((await failure(python.readFile("/none"))).name, "KraitError");
    same(new TextDecoder().decode(await python.readFile("/a.txt")), "one");
    await python.writeFile("/m.py", "value = 5");
    same(await python.run("import m\nm.value"), 5);
  });
  await check("a loop, a sleep, an input are interrupted", {
      stdin: () => new Promise(() => {}) }, async (python) => {
    for (const program of ["while True: pass", "import time\ntime.sleep(1000)", "input()"]) {
      const run = failure(python.run(program));
      await after(30, () => python.interrupt());
      same((await run).type, "KeyboardInterrupt");
    }
    const stop = new AbortController();
    const run = failure(python.run("while True: pass", { signal: stop.signal }));
    await after(30, () => stop.abort());
    same((await run).name, "AbortError");
    same((await failure(python.run("while True: pass", { fuel: 1000 }))).name, "FuelError");
    same((await failure(python.run("while True: pass", { timeoutMs: 30 }))).name, "TimeoutError");
    same(await python.run("1"), 1);
  });
  await check("input", { stdin: () => after(5, () => "Ada\n") }, async (python, out) => {
    same(await python.run("print('Hi', input('? '))"), null);
    same(out.text, "? Hi Ada\n");
  });
  await check("a slow sink holds the program, and gets everything", {}, async (python, out) => {
    let chunks = 0;
    const slow = await api.load({ ...options, stdout: async (text) => {
      chunks++;
      await after(2);
      out.text += text;
    } });
    await slow.run("for i in range(40000): print('line', i)");
    slow.terminate();
    same(out.text.split("\n").length, 40001);
    if (chunks > 100) throw new Error(`${chunks} pieces of output`);
  });
  await check("a snapshot goes on elsewhere", {}, async (python) => {
    await python.run("x = [1, 2]");
    const again = await api.load({ ...options, snapshot: await python.snapshot() });
    same(await again.run("x.append(3); len(x)"), 3);
    again.terminate();
  });
  const shop = {
    prices: { apple: 3 },
    vat: 0.2,
    async order(name, count) {
      await after(5);
      return { total: this.prices[name] * count, names: [name] };
    },
    fail() { throw new TypeError("sold out"); },
  };
  await check("modules of the page", { modules: { shop, "tools.text": {
      upper: (s) => s.toUpperCase() } } }, async (python) => {
    same(await python
      .run("import shop\nfrom tools.text import upper\nupper('é') + str(shop.vat) + str(shop.order('apple', 4).total)"),
      "É0.212");
    const error = await failure(python.run("import shop\nshop.fail()"));
    if (!/sold out/.test(error.message)) throw error;
    same(await python
      .run("try: shop.fail()\nexcept Exception as e: text = str(e)\n'sold out' in text"), true);
    const endless = failure(python.run("import shop\nwhile True: shop.order('apple', 1)"));
    await after(40, () => python.interrupt());
    same((await endless).type, "KeyboardInterrupt");
  });
  await check("terminate", {}, async (python) => {
    const run = failure(python.run("while True: pass"));
    await after(20, () => python.terminate());
    same((await run).name, "DisposedError");
    same((await failure(python.run("1"))).name, "DisposedError");
  });
  return { results };
}
