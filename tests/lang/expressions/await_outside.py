# await, yield and return in places where they have no meaning.
refused = 0
for source in ("await x", "yield 1", "return 1", "def f(): await x", "class C: yield 1",
               "class C: return 1", "async with x: pass", "async for x in y: pass",
               "def f(): async for x in y: pass", "[await x for x in y]", "break", "continue",
               "def f(): break", "if 1: continue", "class C:\n  while 1:\n    def f(): break",
               "async def f(): yield from x", "async def f():\n  yield 1\n  return 2"):
    try:
        compile(source, "", "exec")
        print("accepted", source)
    except SyntaxError:
        refused += 1
print(refused, "refused")  # expect: 17 refused
