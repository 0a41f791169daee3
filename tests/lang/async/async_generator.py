# Async generators: asend, athrow, aclose, iteration.
def run(coro):
    try:
        while True: print("wait", coro.send(None))
    except StopIteration as e:
        return e.value
class Sleep:
    def __await__(self): yield "sleep"
async def gen(n):
    try:
        for i in range(n):
            await Sleep()
            got = yield i
            if got: print("got", got)
    except ValueError as e:
        yield "caught " + str(e)
    finally:
        print("finally")
async def main():
    print([x async for x in gen(2)])
    g = gen(5)
    print(await g.asend(None), await g.asend("hello"))
    print(await g.athrow(ValueError("v")))
    await g.aclose()
    try:
        await g.__anext__()
    except StopAsyncIteration:
        print("StopAsyncIteration")
run(main())

# output:
# wait sleep
# wait sleep
# finally
# [0, 1]
# wait sleep
# got hello
# wait sleep
# 0 1
# caught v
# finally
# StopAsyncIteration
