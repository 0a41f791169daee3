// One built-in operation that takes long, or never ends, is ended by timeoutMs, by shouldInterrupt,
// and by Ctrl-C.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { loadSync, PythonError, TimeoutError } from "../../dist/index.js";

const module =
  new WebAssembly.Module(readFileSync(new URL("../../dist/krait.wasm", import.meta.url)));
const KRAIT = fileURLToPath(new URL("../../bin/krait.js", import.meta.url));

const LONG = {
  "a regular expression that backtracks": "import re\nre.match('(a*)*(a*)*(a*)*b', 'a' * 300)",
  "a power": "7 ** (10 ** 8)",
  "a power, modulo": "pow(3, 1 << 300000, (1 << 300000) - 1)",
  "digits of an int": "str(1 << 60000000)",
  "an int of digits": "int('7' * 9000000)",
  "a factorial": "import math\nmath.factorial(3000000)",
  "copies of much": "x = 'x' * 10000000\nwhile True: (x + 'y').upper()",
  "searches in much": "x = 'x' * 10000000\nwhile True: 'y' in x",
  "copies of a long list": "x = [1] * 1000000\nwhile True: x[:]",
  "collections": "import gc\nwhile True: gc.collect()",
  "a sum": "sum(range(1 << 50))",
  "the largest": "max(range(1 << 50))",
  "a search in an iterator": "import itertools\n-1 in itertools.count()",
  "all of what never ends": "import itertools\nall(itertools.repeat(1))",
  "a set of what never ends": "import itertools\nset(itertools.repeat(1))",
  "a dict of what never ends": "import itertools\ndict(itertools.repeat((1, 2)))",
  "a deque of what never ends": "import collections, itertools\ncollections.deque(itertools.count(), 5)",
  "a filter that lets nothing through": "import itertools\nnext(filter(None, itertools.repeat(0)))",
  "a far slice": "import itertools\nnext(itertools.islice(itertools.count(), 1 << 60, None))",
  "sorting": "sorted([(i * 7919 % 1000003, i) for i in range(400000)] * 4)",
  "comparing": "x = [[1] * 1000] * 100000\nx == [[1] * 1000] * 100000",
  "hashing": "hash(tuple([tuple(range(1000))] * 200000))",
  "counting": "([[1] * 1000] * 100000).count([1] * 1000 )",
  "comparing what holds the same again and again": "a, b = [], [1]\nfor i in range(60): a, b = [a, a], [b, b]\na[0][0] == b[0][0]\na = b = 0\na, b = [1.5], [1.5]\nfor i in range(60): a, b = [a, a], [b, b]\na == b",
  "comparing dicts of that kind": "a, b = {1: 1.5}, {1: 1.5}\nfor i in range(60): a, b = {1: a, 2: a}, {1: b, 2: b}\na == b",
  "comparing sets of that kind": "a, b = frozenset([1.5]), frozenset([1.5])\nfor i in range(60): a, b = frozenset([a, (a,)]), frozenset([b, (b,)])\na == b",
  "hashing tuples of that kind": "t = (1.5,)\nfor i in range(60): t = (t, t)\nhash(t)",
  "isinstance with tuples of that kind": "t = (str,)\nfor i in range(60): t = (t, t)\nisinstance(1, t)",
  "stripping": "('é' * 1000000).strip('ü' * 1000000 + 'é')",
  "a search in a list of long texts": "x = 'x' * 1000000\n(x + 'y') in [x[:] + 'z'] * 1000000",
  "comparing lists of long texts": "x = 'x' * 1000000\n[x + 'y'] * 1000000 == [x + 'y'[:]] * 1000000",
  "a sum of lists": "sum([[1]] * 1000000, [])",
  "a sum of tuples": "sum(((1,),) * 1000000, ())",
  "searches from every place": "import re\nre.search('[^z]*z', 'a' * 1000000)",
  "searches with a repeated group": "import re\nre.match(r'(a*)\\1*\\1b', 'a' * 1000000)",
  "a maximum of long texts": "x = 'x' * 1000000\nmax([x + str(i) for i in range(10)] * 100000)",
  "products of floats' ratios": "import math\nmath.lcm(*range(1, 200000))",
  "digits of much": "'%d' % (1 << 60000000)",
  "joining": "x = ['x' * 1000] * 100000\nwhile True: ''.join(x)",
  "repr": "repr([list(range(1000))] * 20000)",
  "json": "import json\njson.dumps([list(range(1000))] * 20000)",
  "sleeping in a nested run": "import time\nsorted([1, 2], key=lambda x: time.sleep(100))",
  "a loop in a nested run": "class A:\n    def __lt__(self, other):\n        while True: pass\nsorted([A(), A()])",
  "a finalizer": "import gc\nclass A:\n    def __del__(self):\n        while True: pass\nA()\ngc.collect()\nA()\nwhile True: gc.collect()",
  "combinations": "import itertools\nlist(map(len, itertools.combinations(range(60), 30)))",
  "an iterator of a class": "class A:\n    def __iter__(self): return self\n    def __next__(self): return 0\nsum(A())",
};
const LIMIT = 150;

for (const [name, code] of Object.entries(LONG)) {
  test(`timeoutMs: ${name}`, () => {
    const python = loadSync(module, { heapLimit: 256 << 20 });
    const begin = process.cpuUsage();
    try {
      python.run(code, { timeoutMs: LIMIT });
    } catch (error) {
      assert.ok(error instanceof TimeoutError, String(error.stack));
    }
    // Of the process, not of the clock: how busy the machine is does not count.
    const took = process.cpuUsage(begin).user / 1000;
    assert.ok(took < LIMIT + 600, `${took.toFixed(0)} ms`);
    assert.equal(python.run("6 * 7"), 42);
    python.dispose();
  });
}

test("shouldInterrupt: Python can catch it and go on", () => {
  let asked = Infinity;
  // Once each time.
  const shouldInterrupt = () => performance.now() > asked && (asked = Infinity) > 0;
  const python = loadSync(module, { shouldInterrupt });
  asked = performance.now() + 50;
  assert.throws(() => python.run("7 ** (10 ** 8)"),
    (error) => error instanceof PythonError && error.type === "KeyboardInterrupt");
  asked = performance.now() + 50;
  const code =
    "import re\ntry:\n    re.match('(a*)*(a*)*b', 'a' * 300)\nexcept KeyboardInterrupt:\n    done = 1\n'caught'";
  assert.equal(python.run(code), "caught");
});

for (const [name, code] of [["a regular expression", LONG["a regular expression that backtracks"]],
  ["a power", LONG["a power"]], ["what never ends", LONG["all of what never ends"]],
  ["sleeping in a nested run", LONG["sleeping in a nested run"]]]) {
  test(`Ctrl-C: ${name}`, async () => {
    const source = `import sys\nfor i in range(2):\n    try:\n${code.replace(/^/gm, "        ")}\n`
      + "    except KeyboardInterrupt:\n        print('caught')\nprint('end')";
    const child = spawn(process.execPath, [KRAIT, "-c", `print('ready')\n${source}`]);
    let out = "", error = "";
    child.stderr.on("data", (chunk) => { error += chunk; });
    const result = await new Promise((done) => {
      const press = () => setTimeout(() => child.kill("SIGINT"), 1000);
      child.stdout.on("data", (chunk) => {
        out += chunk;
        if (/ready\n$|caught\n$/.test(out)) press();
      });
      const timer = setTimeout(() => child.kill("SIGKILL"), 15000);
      child.on("close", (status) => { clearTimeout(timer); done(status); });
    });
    assert.equal(out, "ready\ncaught\ncaught\nend\n", error);
    assert.equal(result, 0);
  });
}
