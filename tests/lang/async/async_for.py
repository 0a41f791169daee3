# async for: __aiter__, __anext__, StopAsyncIteration; else, break, continue.
def run(coro):
    try:
        while True: coro.send(None)
    except StopIteration as e:
        return e.value
class Count:
    def __init__(self, n): self.i, self.n = 0, n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.i == self.n: raise StopAsyncIteration
        self.i += 1
        return self.i
async def main():
    async for x in Count(3):
        print(x)
        # expect: 1
        # expect: 2
        # expect: 3
    else:
        print("else")  # expect: else
    async for a, in map_(Count(2)):
        if a == 1: continue
        print("a", a)  # expect: a 2
        break
    else:
        print("never")
class map_(Count):
    def __init__(self, inner): self.inner = inner
    async def __anext__(self): return (await self.inner.__anext__(),)
run(main())
async def bad(it):
    async for x in it: pass
class NoIterator:
    def __aiter__(self): return 5
class NoAwaitable:
    def __aiter__(self): return self
    def __anext__(self): return 5
for it in ([1], 5, NoIterator(), int):
    try:
        run(bad(it))
    except TypeError as e:
        print(e)
        # expect: 'async for' requires an object with __aiter__ method, got list
        # expect: 'async for' requires an object with __aiter__ method, got int
        # expect: 'async for' received an object from __aiter__ that does not implement __anext__: int
        # expect: 'async for' requires an object with __aiter__ method, got type
try:
    run(bad(NoAwaitable()))
except TypeError:
    print("refused")  # expect: refused
