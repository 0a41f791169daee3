# StopIteration raised inside a coroutine, StopAsyncIteration inside an async generator: RuntimeError.
async def a(): raise StopIteration
async def b():
    yield 1
    raise StopAsyncIteration
async def c():
    async for x in b(): print(x)
for coro in (a(), c()):
    try:
        coro.send(None)
    except RuntimeError as e:
        print(type(e.__cause__).__name__)

# output:
# StopIteration
# 1
# StopAsyncIteration
