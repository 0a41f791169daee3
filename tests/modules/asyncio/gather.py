"""gather: results in order, the first exception, exceptions as results."""
import asyncio

async def ok(x, seconds=0):
    await asyncio.sleep(seconds)
    return x

async def bad(text, seconds=0):
    await asyncio.sleep(seconds)
    raise ValueError(text)

async def main():
    print(await asyncio.gather())  # expect: []
    print(await asyncio.gather(ok(1, 0.01), ok(2), ok(3)))  # expect: [1, 2, 3]
    print(await asyncio.gather(ok(1), bad("x"), bad("y"), return_exceptions=True))
    # expect: [1, ValueError('x'), ValueError('y')]
    slow = asyncio.create_task(ok("slow", 0.01))
    try:
        await asyncio.gather(slow, bad("first"), bad("second", 0.005))
    except ValueError as e:
        print("raised", e, slow.done())  # expect: raised first False
    print(await slow)  # expect: slow
    done = asyncio.create_task(ok("done"))
    await done
    print(await asyncio.gather(done, ok("later")))  # expect: ['done', 'later']
    task = asyncio.create_task(ok("same"))
    print(await asyncio.gather(task, task))  # expect: ['same', 'same']

asyncio.run(main())
