// An instruction that the heap limit stopped is carried out again after a collection only if it has
// not done anything yet.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "../../dist/index.js";

test("an iterator's items are not lost to a second attempt", async () => {
  for (const limit of [2, 4]) {
    const py = await load({ heapLimit: limit << 20 });
    const [whole, refused, partial] = py.run(`
def check(limit):
    whole = refused = 0
    partial = []
    for n in range(20000, 120000, 9999):
        for junk in range(0, limit * 4, 2):
            try:
                garbage = [bytearray(100000) for i in range(junk)]
            except MemoryError:
                pass
            garbage = None
            for kind in (list, tuple, set, lambda it: list(map(abs, it)), lambda it: bytes(map((255).__and__, it)),
                         lambda it: "".join(map(chr, map((127).__and__, it))), lambda it: dict(zip(it, it)),
                         lambda it: [*map(abs, it)], lambda it: sorted(it)):
                it = iter(range(n))
                r = None
                try:
                    r = kind(it)
                except MemoryError:
                    refused += 1
                    continue
                if len(r) != (n // 2 if type(r) is dict else n):
                    partial.append((kind, n, len(r)))
                whole += 1
                r = it = None
    return whole, refused, partial
check(${limit})
`).toJs();
    assert.deepEqual(partial, []);
    assert.ok(whole > 50, `${whole} whole, ${refused} refused`);
  }
});

test("a function of the host is not called a second time", async () => {
  const py =
    await load({ heapLimit: 2 << 20,
      modules: { host: { big: () => { calls++; return "x".repeat(900_000); } } } });
  let calls = 0, made = 0;
  for (let i = 0; i < 40; i++) {
    made += Number(py.run(`
import host
def f():
    junk = [bytearray(90000) for i in range(${i % 12})]
    junk = None
    try:
        return len(host.big()) and 1
    except MemoryError:
        return 1
f()`));
  }
  assert.equal(calls, made);
});

test("what can be redone is redone: no MemoryError while there is garbage", async () => {
  const py = await load({ heapLimit: 2 << 20 });
  assert.equal(py
    .run("for i in range(300):\n    b = bytearray(700000)\n    b = b''\nlen(bytearray(1000000))"),
      1000000);
});
