// compiler and translator: which register code a source becomes.
import { boot } from "../../assembly/boot";
import { RAISED } from "../../assembly/core/value";
import { strLiteral } from "../../assembly/objects/str";
import { TupleObject } from "../../assembly/objects/tuple";
import { takePending } from "../../assembly/objects/errors";
import { CodeObject } from "../../assembly/bytecode/code";
import { compileWith } from "../../assembly/compiler/compile";
import { translate } from "../../assembly/vm/translator";
import { RegisterCode } from "../../assembly/vm/register_code";
import { opName, OP_COUNT } from "../../assembly/vm/ops";
import { keep } from "../../assembly/heap/roots";

// AssemblyScript's allocator takes all memory that is there at its first use: that must be before the core takes
// pages of its own.
export const first = new ArrayBuffer(16);
boot();

/** Compiles a module; 0: SyntaxError. */
function compile(source: string): CodeObject {
  const bytes = String.UTF8.encode(source);
  const v = compileWith(changetype<usize>(bytes), bytes.byteLength, strLiteral("unit.py"), 0, 0);
  if (v == RAISED) { takePending(); return changetype<CodeObject>(0); }
  keep(v);
  return changetype<CodeObject>(<usize>v);
}
/** Names of the instructions of the first function in a source. */
function opsOf(source: string): string {
  const module = compile(source);
  const child = firstChild(module);
  const r = translate(child);
  let out = "";
  for (let i: u32 = 0; i < r.count; i++) {
    const op = load<u16>(r.instructions + (<usize>i << 3));
    if (i > 0) out += " ";
    out += opName(op);
  }
  return out;
}
function firstChild(c: CodeObject): CodeObject {
  return changetype<CodeObject>(<usize>changetype<TupleObject>(c.children).at(0));
}

describe("the translator", () => {
  test("forwards locals into their uses", () => {
    expect(opsOf("def f(a, b):\n  return a + b\n")).toBe("Add Return");
    expect(opsOf("def f(a):\n  return a\n")).toBe("Return");
  });
  test("uses immediates", () => {
    expect(opsOf("def f(a):\n  return a + 1\n")).toBe("AddInt Return");
    expect(opsOf("def f(a):\n  return a * 3 - 2\n")).toBe("MulInt SubInt Return");
  });
  test("fuses compare and branch", () => {
    const ops = opsOf("def f(a, b):\n  if a < b:\n    return a\n  return b\n");
    expect(ops.includes("JumpNotLt") || ops.includes("JumpLt")).toBe(true);
    expect(ops.includes("JumpFalse")).toBe(false);
  });
  test("fuses method look-up and call", () => {
    const ops = opsOf("def f(a):\n  return a.b(1)\n");
    expect(ops.includes("CallMethod") || ops.includes("LoadMethod")).toBe(true);
    expect(ops.includes("LoadAttr ")).toBe(false);
  });
  test("counts with a loop instruction", () => {
    const ops = opsOf("def f(n):\n  s = 0\n  for i in range(n):\n    s += i\n  return s\n");
    expect(ops.includes("LoopCount")).toBe(true);
    expect(ops.includes("ForIter")).toBe(false);
  });
  test("makes code once", () => {
    const c = firstChild(compile("def f(a):\n  return a\n"));
    expect(changetype<usize>(translate(c))).toBe(changetype<usize>(translate(c)));
  });
  test("keeps handlers in a table", () => {
    const c = firstChild(compile("def f(a):\n  try:\n    return a()\n  except ValueError:\n    return 1\n"));
    const r = translate(c);
    expect(r.handlerCount).toBeGreaterThanOrEqual(1);
  });
  test("only makes instructions that exist", () => {
    const c = firstChild(compile("def f(*a, **k):\n  with a[0] as x:\n    yield from x\n  return [y for y in k if y]\n"));
    const r = translate(c);
    for (let i: u32 = 0; i < r.count; i++) {
      expect(load<u16>(r.instructions + (<usize>i << 3))).toBeLessThan(<u16>OP_COUNT);
    }
  });
});

describe("the compiler", () => {
  test("refuses what is no Python", () => {
    expect(changetype<usize>(compile("def f(:\n"))).toBe(0);
    expect(changetype<usize>(compile("x = 1 +\n"))).toBe(0);
    expect(changetype<usize>(compile("  x = 1\n"))).toBe(0);
    expect(changetype<usize>(compile("return 1\n"))).toBe(0);
  });
  test("knows the names and arguments of a function", () => {
    const c = firstChild(compile("def f(a, b=1, *, c):\n  d = a\n  return d\n"));
    expect(c.positional).toBe(2);
    expect(c.keywordOnly).toBe(1);
    expect(c.defaults).toBe(1);
    expect(changetype<TupleObject>(c.argumentNames).length).toBe(3);
  });
});
