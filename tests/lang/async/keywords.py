# async and await are keywords.
for source in ("async = 1", "await = 1", "def async(): pass", "x.await", "f(async=1)",
               "async x = 1", "async lambda: 1", "async if x: pass"):
    try:
        compile(source, "", "exec")
        print("accepted", source)
    except SyntaxError:
        print("SyntaxError")
        # expect: SyntaxError
        # expect: SyntaxError
        # expect: SyntaxError
        # expect: SyntaxError
        # expect: SyntaxError
        # expect: SyntaxError
        # expect: SyntaxError
        # expect: SyntaxError
for source in ("async def f(): await x ** 2", "async def f(): return -await x",
               "async def f():\n async with a as b, c: pass",
               "async def f():\n async for x, *y in z: pass\n else: pass",
               "async def f(): return [x async for x in y if await x]",
               "async def f(): return lambda: (yield)",
               "async def f():\n async with (a as b, c as d,): pass"):
    compile(source, "", "exec")
print("all compile")  # expect: all compile
