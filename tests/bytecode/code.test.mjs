// The code of single constructs, and the compiler's limits.
import { test } from "node:test";
import assert from "node:assert/strict";
import { start, PURE, HERE, RETURN_LAST, level } from "./build.mjs";
import { readMpy } from "./mpy.mjs";

const krait = start();
/** Names of the instructions of a module, with operands. */
function code(source, options = HERE, mode = 0) {
  const r = krait.compile(source, options, mode);
  if (!r.ok) return r.text;
  return readMpy(r.output).code.instructions.map(({ name, args }) => [name, ...args].join(" "));
}
const END = ["LOAD_CONST_NONE", "RETURN_VALUE"];

test("constants fold", () => {
  assert.deepEqual(code("x = 1 + 2 * 3 - -4"), ["LOAD_CONST_SMALL_INT 11", "STORE_NAME x", ...END]);
  assert.deepEqual(code("x = -1.5"), ["LOAD_CONST_OBJ float -1.5", "STORE_NAME x", ...END]);
  assert.deepEqual(code("x = -1.5", PURE),
    ["LOAD_CONST_OBJ float 1.5", "UNARY_NEGATIVE", "STORE_NAME x", ...END]);
  assert.deepEqual(code("x = 1 + 2 + y"),
    ["LOAD_CONST_SMALL_INT 3", "LOAD_NAME y", "BINARY_ADD", "STORE_NAME x", ...END]);
  assert.deepEqual(code("x = 1 // 0").slice(2, 3), ["BINARY_FLOOR_DIVIDE"]);
  assert.deepEqual(code("x = 1 << 100000").slice(0, 2),
    ["LOAD_CONST_SMALL_INT 1", "LOAD_CONST_SMALL_INT 100000"]);
  assert.deepEqual(code("x = 10 ** 1000000").length, 6);
  assert.deepEqual(code("x = (1, (2, 'a'), None)")[0],
    "LOAD_CONST_OBJ (int \"1\", (int \"2\", str \"a\",), None,)");
  assert.deepEqual(code("if 0: x"), END);
  assert.deepEqual(code("x = not 0 and y"), ["LOAD_NAME y", "STORE_NAME x", ...END]);
});

test("const()", () => {
  assert.deepEqual(code("_X = const(5)\ny = _X + 1", PURE),
    ["LOAD_CONST_SMALL_INT 6", "STORE_NAME y", ...END]);
  assert.deepEqual(code("from micropython import const\nX = const(5)\ny = X + 1").slice(-6),
    ["LOAD_CONST_SMALL_INT 5", "STORE_NAME X", "LOAD_CONST_SMALL_INT 6", "STORE_NAME y", ...END]);
  assert.ok(code("def const(x): return x + 1\nX = const(5)\ny = X").includes("CALL_FUNCTION 1"),
    "a function of the program");
});

test("assert and __debug__ follow -O", () => {
  assert.ok(code("assert x").includes("RAISE_OBJ"));
  assert.deepEqual(code("assert x", HERE | level(1)), END);
  assert.deepEqual(code("x = __debug__")[0], "LOAD_CONST_TRUE");
  assert.deepEqual(code("x = __debug__", HERE | level(1))[0], "LOAD_CONST_FALSE");
  const lines = (options) => readMpy(krait.compile("x\ny\nz", options).output).code.lines.length;
  assert.equal(lines(PURE | level(2)), 2);
  assert.ok(lines(HERE | level(2)) > 0);
  assert.equal(lines(PURE | level(3)), 0);
  assert.equal(lines(HERE | level(3)), 0);
});

test("counting loops", () => {
  assert.ok(!code("for i in range(3): x").includes("GET_ITER_STACK"));
  assert.ok(code("for i in range(3): x\nrange = 1").includes("GET_ITER_STACK"),
    "range is the program's own");
  assert.ok(code("for i in range(0, 3, s): x").includes("GET_ITER_STACK"));
  assert.ok(code("for i in range(0, 3, 0): x").includes("GET_ITER_STACK"));
  assert.ok(code("for i in range(*a): x").includes("GET_ITER_STACK"));
});

test("results of modules", () => {
  assert.deepEqual(code("x\ny", RETURN_LAST),
    ["LOAD_NAME x", "POP_TOP", "LOAD_NAME y", "RETURN_VALUE"]);
  assert.deepEqual(code("x = 1", RETURN_LAST), ["LOAD_CONST_SMALL_INT 1", "STORE_NAME x", ...END]);
  assert.deepEqual(code("a + b", HERE, 1),
    ["LOAD_NAME a", "LOAD_NAME b", "BINARY_ADD", "RETURN_VALUE"]);
  assert.deepEqual(code("x", HERE, 2),
    ["LOAD_NAME __repl_print__", "LOAD_NAME x", "CALL_FUNCTION 1", "POP_TOP", ...END]);
});

test("evaluation order of dict displays", () => {
  assert.deepEqual(code("{f(): g()}").slice(1, 6),
    ["LOAD_NAME f", "CALL_FUNCTION 0", "LOAD_NAME g", "CALL_FUNCTION 0", "ROT_TWO"]);
});

test("private names are mangled, but not for files", () => {
  const names = (options) =>
    readMpy(krait.compile("class _A:\n  __x = 1\n  def f(self): self.__x", options).output).names;
  assert.ok(names(HERE).includes("_A__x"));
  assert.ok(names(PURE).includes("__x"));
});

test("what a file cannot hold is said", () => {
  for (const source of ["match x:\n case 1: pass", "try: pass\nexcept* E: pass",
      "async def f():\n yield", "async def f(): return [x async for x in y]"]) {
    assert.match(krait.compile(source, PURE).text, /^SyntaxError: \(.a \.mpy file cannot hold/);
    assert.ok(krait.compile(source, HERE).ok);
  }
});

test("scope errors", () => {
  for (const [source, message] of [
    ["def f(a):\n global a", "name 'a' is parameter and global"],
    ["def f(a):\n nonlocal a", "name 'a' is parameter and nonlocal"],
    ["nonlocal x", "nonlocal declaration not allowed at module level"],
    ["def f(): nonlocal x", "no binding for nonlocal 'x' found"],
    ["def f():\n x = 1\n global x", "name 'x' is assigned to before global declaration"],
    ["def f():\n print(x)\n global x", "name 'x' is used prior to global declaration"],
    ["def f():\n global x\n x: int", "annotated name 'x' can't be global"],
    ["def f(a, a): pass", "duplicate argument 'a' in function definition"],
    ["return", "'return' outside function"],
    ["class A: yield", "'yield' outside function"],
    ["[(yield) for x in y]", "'yield' inside list comprehension"],
    ["def f(): await x", "'await' outside async function"],
    ["await x", "'await' outside function"],
    ["async def f(): yield from x", "'yield from' inside async function"],
    ["async def f():\n yield 1\n return 2", "'return' with value in async generator"],
    ["def f():\n async for x in y: pass", "'async for' outside async function"],
    ["[x async for x in y]", "asynchronous comprehension outside of an asynchronous function"],
    ["[(x := 1) for x in y]",
      "assignment expression cannot rebind comprehension iteration variable 'x'"],
    ["class A: [(x := 1) for y in z]",
      "assignment expression within a comprehension cannot be used in a class body"],
    ["[x for x in (y := z)]",
      "assignment expression cannot be used in a comprehension iterable expression"],
    ["while 1:\n try: pass\n except* A: break",
      "'break', 'continue' and 'return' cannot appear in an except* block"],
    ["def f():\n from x import *", "import * only allowed at module level"],
    ["try: pass\nexcept: pass\nexcept A: pass", "default 'except:' must be last"],
    ["*a = b", "starred assignment target must be in a list or tuple"],
    ["__debug__ = 1", "cannot assign to __debug__"],
  ]) {
    const text = krait.check(source).text;
    assert.ok(text.startsWith("SyntaxError: ") && text.includes(message), `${source}: ${text}`);
  }
});

test("long programs", () => {
  const many = (n, text, between = "") =>
    Array.from({ length: n }, (_, i) => text.replaceAll("#", i)).join(between);
  for (const source of [
    "x = " + many(100000, "a", "+"), "x = " + many(100000, "a", " < "),
    "x = " + many(100000, "a", " and "),
    "x = a" + many(50000, ".b(c)"), "x = [" + many(50000, "a", ",") + "]",
    "f(" + many(50000, "a", ",") + ")",
    "if a: b\n" + many(50000, "elif a: b\n"), "x = " + many(50000, "a if b else ") + "c",
    many(5000, "def f#(a): return a + #\n"), "while a:\n" + many(30000, " x = y + z\n"),
    "x = f'" + many(10000, "{a}b") + "'",
    "match x:\n" + many(5000, " case #: pass\n"),
  ]) {
    const r = krait.check(source);
    assert.ok(r.ok, `${source.slice(0, 20)}: ${r.text}`);
  }
  for (const source of ["(".repeat(100000), "-".repeat(100000) + "1", "lambda: ".repeat(5000) + "1",
      "[".repeat(5000)]) {
    assert.match(krait.check(source).text, /^(SyntaxError|RecursionError|MemoryError)/);
  }
  assert.ok(krait.check("x = 1").ok, "usable afterwards");
});
