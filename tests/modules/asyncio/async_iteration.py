"""async for and async with over things that sleep; async comprehensions in tasks."""
import asyncio

class Resource:
    async def __aenter__(self):
        await asyncio.sleep(0)
        print("open")
        return self
    async def __aexit__(self, *args):
        await asyncio.sleep(0)
        print("close", args[0] and args[0].__name__)
        return True

async def numbers(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    finally:
        print("numbers closed")

async def main():
    async with Resource():
        async for i in numbers(3):
            print(i)
        raise KeyError
    print([i * i async for i in numbers(4) if i % 2])
    print(await asyncio.gather(*[asyncio.sleep(0, i) for i in range(3)]))

asyncio.run(main())

# output:
# open
# 0
# 1
# 2
# numbers closed
# close KeyError
# numbers closed
# [1, 9]
# [0, 1, 2]
