# Loops, exceptions, with, async, match.
def f(a):
    for i in a:
        try:
            if i: break
            elif a: continue
            else: return i
        except (E, F) as e:
            raise
        except G:
            raise G() from e
        finally:
            done()
    else:
        print(i)
    for i in range(10):
        with a as b, c:
            pass
    while a or b:
        a()
    assert a, b
    del b
async def g(a):
    async with a as b:
        async for c in b:
            await c
    return [x async for x in a]
async def h(a):
    yield 1
def m(a):
    match a:
        case 1 | "x": return 1
        case [x, *y]: return x
        case {"k": v, **rest}: return v, rest
        case C(1, z=w): return w
        case None: pass
    try:
        a()
    except* E as e:
        print(e)
