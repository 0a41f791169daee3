"""Tasks take turns in the order in which they became ready."""
import asyncio

async def count(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)
    return name

async def main():
    a = asyncio.create_task(count("a", 3))
    b = asyncio.create_task(count("b", 2))
    print("made")
    print(await a, await b, a.done(), b.done())

asyncio.run(main())

# output:
# made
# a 0
# b 0
# a 1
# b 1
# a 2
# a b True True
