"""cancel: at a sleep, before the first turn, caught, through the task that it waits for."""
import asyncio

async def sleeper(name):
    print("begin", name)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled", name)
        raise
    finally:
        print("end", name)

async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "stayed"

async def outer(inner):
    try:
        await inner
    except asyncio.CancelledError:
        print("outer cancelled")
        raise

async def attempt(task):
    try:
        print("result", await task)
    except asyncio.CancelledError as e:
        print("CancelledError", isinstance(e, Exception), e.args)

async def main():
    task = asyncio.create_task(sleeper("a"))
    await asyncio.sleep(0)
    print(task.cancel())
    await attempt(task)
    print(task.done(), task.cancel())

    never = asyncio.create_task(sleeper("never"))
    never.cancel()
    await attempt(never)

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    await attempt(task)

    inner = asyncio.create_task(sleeper("inner"))
    task = asyncio.create_task(outer(inner))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    await attempt(task)
    print(inner.done())

asyncio.run(main())

# output:
# begin a
# True
# cancelled a
# end a
# CancelledError False ()
# True False
# CancelledError False ()
# result stayed
# begin inner
# cancelled inner
# end inner
# outer cancelled
# CancelledError False ()
# True
