// Recursion through every protocol, and structures that are deep: an exception, never a full stack.
import assert from "node:assert/strict";
import test from "node:test";
import { FuelError } from "../../../dist/index.js";
import { attack, isOneOf, open, programs } from "./attack.mjs";

/** How each special method is called on an object; the class's method does the same again. */
const PROTOCOL = {
  __call__: "o()", __getattr__: "o.x", __getattribute__: "o.x", __setattr__: "o.x = 1",
  __delattr__: "del o.x",
  __getitem__: "o[0]", __setitem__: "o[0] = 1", __delitem__: "del o[0]", __contains__: "1 in o",
  __iter__: "list(o)",
  __next__: "next(o)", __len__: "len(o)", __bool__: "bool(o)", __hash__: "hash(o)",
  __repr__: "repr(o)", __str__: "str(o)",
  __format__: "format(o)", __int__: "int(o)", __float__: "float(o)", __complex__: "complex(o)",
  __index__: "[1][o]",
  __bytes__: "bytes(o)", __abs__: "abs(o)", __neg__: "-o", __pos__: "+o", __invert__: "~o",
  __round__: "round(o)",
  __eq__: "o == 1", __ne__: "o != 1", __lt__: "o < 1", __le__: "o <= 1", __gt__: "o > 1",
  __ge__: "o >= 1",
  __add__: "o + 1", __radd__: "1 + o", __iadd__: "p = o\n    p += 1", __sub__: "o - 1",
  __mul__: "o * 2",
  __matmul__: "o @ 1", __truediv__: "o / 1", __floordiv__: "o // 1", __mod__: "o % 1",
  __divmod__: "divmod(o, 1)",
  __pow__: "o ** 2", __lshift__: "o << 1", __rshift__: "o >> 1", __and__: "o & 1", __or__: "o | 1",
  __xor__: "o ^ 1",
  __enter__: "with o: pass", __exit__: "with E(): pass", __dir__: "dir(o)",
  __reversed__: "reversed(o)", __init__: "C()",
  __new__: "C()", __instancecheck__: "isinstance(1, o)", __get__: "D().d", __set__: "D().d = 1",
  __missing__: "M()[0]",
  __init_subclass__: "type('S', (C,), {})", __set_name__: "type('S', (), {'a': o})",
  __await__: "asyncio.run(w(o))",
};
/** These say nothing when they end without an exception: what they do again does not come to
 *  them. */
const QUIET = /__(init_subclass|setattr|delattr|getattr|set|get|exit)__/;

test("recursion in every method of every protocol ends in an exception", async () => {
  const py = await open();
  for (const [name, use] of Object.entries(PROTOCOL)) {
    for (const again of ["go(self)", "go(C())", "[*map(go, [self])]"]) {
      const error = await attack(py, `
import asyncio
async def w(o): return await o
class E:
    def __enter__(self): return self
    def __exit__(self, *a): return go(C())
def go(o):
    ${use}
class C:
    def ${name}(self, *a):
        ${again}
        return 0
class D: d = C()
class M(dict):
    def __missing__(self, k): return go(None)
go(C())`, { fuel: 1_000_000 });
      const known = isOneOf(error, "RecursionError", "TypeError", "AttributeError", "MemoryError",
        "RuntimeError", FuelError);
      assert.ok(known || error === undefined && QUIET.test(name), `${name}, ${again}: ${error}`);
    }
  }
});

test("deep structures and calls without end", async () => {
  const py = await open();
  for (const source of programs("programs_deep.txt"))
    await attack(py, source, { fuel: 2_000_000, timeoutMs: 1000 });
  assert.ok(py.memory.wasmBytes < 64 << 20, `${py.memory.wasmBytes}`);
});
