// By default a program finds no way out: a walk over all that it can reach, and the ways that
// others have been left by.
import assert from "node:assert/strict";
import test from "node:test";
import { PythonError } from "../../../dist/index.js";
import { checkThrown, open } from "./attack.mjs";

/** Walks over every object that is reachable from all importable modules; gives the types' names
 *  and how many. */
const WALK = `
import sys
def importable():
    names = set(sys.builtin_module_names) | set(sys.modules)
    for name in sorted(names):
        try: yield __import__(name)
        except ImportError: pass
def parts(o):
    for name in dir(o):
        try: yield getattr(o, name)
        except Exception: pass
    for name in ("__class__", "__dict__", "__bases__", "__mro__", "__globals__", "__code__", "__closure__", "__defaults__", "__kwdefaults__",
                 "__func__", "__self__", "__wrapped__", "__module__", "__traceback__", "__context__", "f_globals", "tb_frame"):
        try: yield getattr(o, name)
        except Exception: pass
    try: yield from type.__subclasses__(o)
    except Exception: pass
    if isinstance(o, dict):
        yield from list(o.keys())
        yield from list(o.values())
    elif isinstance(o, (list, tuple, set, frozenset)): yield from list(o)
seen, work, kinds = {}, list(importable()), {}
try: 1 / 0
except ZeroDivisionError as e: work.append(e)
while work:
    o = work.pop()
    if id(o) in seen or len(seen) > 20000: continue
    seen[id(o)] = o
    kinds[type(o).__name__] = kinds.get(type(o).__name__, 0) + 1
    if not isinstance(o, (int, float, str, bytes)): work.extend(parts(o))
`;

test("a walk over everything reachable meets nothing of JavaScript, and no file, network or environment", async () => {
  const py = await open({ heapLimit: 64 << 20 });
  py.run(WALK);
  assert.ok(py.run("len(seen)") > 1000);
  const kinds = py.run("kinds").toJs({ dicts: "map" });
  for (const name of kinds.keys()) assert.ok(!/^Js(Proxy|Function|Object)$/.test(name), name);
  assert.deepEqual(py
    .run("import os\nprint(os.listdir('/'))\n[os.listdir('/'), list(os.environ.items()), os.getenv('PATH')]").toJs(), [[], [], null]);
  assert.equal(py.run("sys.argv").length, 0);
  for (const source of ["import js", "import socket\nsocket.socket()", "open('/etc/passwd')",
    "import subprocess", "import ctypes", "import _thread\n_thread.js",
    "__import__('/etc/passwd')", "sys.path.insert(0, '/etc')\nimport passwd", "os.system('id')",
    "os.popen('id')", "import posix", "os.chdir('/etc')",
    "exec(open('../../etc/passwd').read())", "os.listdir('/proc')", "os.readlink('/proc/self/exe')",
    "sys.modules['js'] = None\nimport js",
    "del sys.modules['builtins']\nimport js", "import importlib\nimportlib.import_module('js')",
    "import jsffi\njsffi.globalThis", "import jsffi\njsffi.js"]) {
    assert.throws(() => py.run(source), (e) => e instanceof PythonError, source);
  }
});

const SECRET = Symbol.for("krait.test.secret");
test("objects and functions that are given lead no further", async () => {
  globalThis[SECRET] = "reached";
  class Given { constructor() { this.value =
    1; } method() { return this; } static make() { return new Given(); } }
  const py =
    await open(
      { modules: { h: { f: (x) => x, object: { a: [1, { b: 2 }] }, given: new Given(), Given,
        later: async () => 1, list: [1], map: new Map([[1, 2]]),
    bytes: new Uint8Array(4), date: new Date(0), error: new Error("e"), symbol: Symbol.iterator,
    re: /x/, fail: () => { throw new Error("thrown"); } } } });
  py.run("import h\nnames = ['f', 'object', 'given', 'Given', 'later', 'list', 'map', 'bytes', 'date', 'error', 're', 'fail']");
  for (const path of ["constructor", "__proto__", "prototype", "constructor.constructor",
    "__proto__.constructor", "valueOf.constructor", "toString.constructor", "call", "apply", "bind",
    "__defineGetter__", "__lookupGetter__", "hasOwnProperty", "caller", "arguments",
    "isPrototypeOf", "method.constructor", "f.constructor"]) {
    for (const how of ["getattr", "item"]) {
      const found = py.run(`
def reach(o, path):
    for name in path.split('.'):
        try: o = getattr(o, name) if '${how}' == 'getattr' else o[name]
        except Exception: return None
    return o
[n for n in names if reach(getattr(h, n), '${path}') is not None]`).toJs();
      assert.deepEqual(found, [], `${path} by ${how}`);
    }
  }
  const attempts = ["h.f.constructor('return process')()",
    "h.f.__proto__.constructor('return globalThis')()",
    "h.object.constructor.constructor('return this')()",
    "h.Given.prototype.constructor", "h.given.method.constructor('return this')()",
    "h.f(h.f).constructor", "h.later().constructor.constructor('return this')()",
    "h.map.constructor.constructor('return this')()",
    "getattr(h.f, 'constr' + 'uctor')('return this')()", "h.f.call(None).constructor",
    "h.f.bind()()",
    "h.object['__proto__']['polluted'] = 1\nif h.f({}).get('polluted') is None: raise KeyError",
    "h.object.__proto__ = 1", "setattr(h.object, '__proto__', {'polluted': 1})\nraise KeyError",
    "h.object.a.constructor = 1\nh.object.a.constructor('x')",
    "try: h.fail()\nexcept Exception as e: e.js_error.constructor.constructor('return this')()",
    "try: h.fail()\nexcept Exception as e: e.js_error.stack.constructor",
    "h.f(constructor=1).constructor('return this')"];
  for (const source of attempts) {
    let error;
    try { py.run(source); } catch (e) { error = e; }
    checkThrown(error, source);
    assert.ok(error !== undefined, source);
  }
  assert.equal({}.polluted, undefined);
  assert.equal(Object.prototype.polluted, undefined);
  delete globalThis[SECRET];
});

test("nothing tells the source of a function, or where the host's files are", async () => {
  class Given { method() { return "hidden"; } static make() { return "hidden"; } }
  const py = await open({ modules: { h: {
    f: () => "hidden", g: function named() { return "hidden"; }, Given, object: { m() { return "hidden"; } },
    fail: () => { throw new Error("thrown"); },
  } } });
  py.run("import h");
  for (const name of ["f", "g", "Given", "Given.make", "object.m", "Given().method", "fail"]) {
    for (const how of ["str(X)", "repr(X)", "f'{X}'", "'%s' % X", "'{}'.format(X)", "X.__doc__", "str(dir(X))",
      "str(getattr(X, 'source', 0))", "X.toString()", "X.toSource()"]) {
      let text = "";
      try { text = String(py.run(how.replace("X", `h.${name}`))); } catch (e) { checkThrown(e, how); }
      assert.ok(!text.includes("hidden"), `${how} of ${name}: ${text}`);
    }
  }
  const told = py.run(`
import sys, io
try: h.fail()
except Exception as e:
    out = io.StringIO()
    sys.print_exception(e, out)
    told = [str(e), repr(e), repr(e.args), out.getvalue()] + [str(getattr(e, n, '')) for n in dir(e)]
str(told)`);
  assert.match(told, /thrown/);
  assert.ok(!told.includes(import.meta.url) && !told.includes(".mjs") && !told.includes("file:"), told);
});

test("names that mean something in JavaScript are keys like others, both ways", async () => {
  const py =
    await open(
      { modules: { h: { keys: (o) => Object.keys(o).join(),
        proto: (o) => Object.getPrototypeOf(o) === Object.prototype
          || Object.getPrototypeOf(o) === null } } });
  const source =
    "{'__proto__': {'polluted': 1}, 'constructor': {'prototype': {'polluted': 1}}, 'toString': 1, 'x': 1}";
  for (const dicts of [undefined, "object", "map"]) {
    try { py.run(source).toJs(dicts ? { dicts } : {}); } catch (e) { checkThrown(e, source); }
    assert.equal({}.polluted, undefined);
  }
  assert.equal(py.run("import h\nh.proto(**{'__proto__': {'polluted': 1}, 'x': 1})"), true);
  assert.equal({}.polluted, undefined);
  const globals = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": 2, "x": 3}');
  assert.equal(py.run("x + constructor", { globals }), 5);
  assert.equal(py.toPython(globals).get("x"), 3);
  assert.equal({}.polluted, undefined);
  assert.throws(() => py.run("polluted"), { type: "NameError" });
});

test("values nested as deep as memory allows are copied whole", async () => {
  const py = await open({ heapLimit: 64 << 20 });
  py.run("x, d = [], {}\nfor i in range(100_000): x, d = [x, i], {'d': d}");
  let depth = 0;
  for (let at = py.globals.get("x").toJs(); at.length > 0; [at] = at) depth++;
  for (let at = py.globals.get("d").toJs(); at.d; at = at.d) depth++;
  assert.equal(depth, 200_000);
});
