"""wait_for: in time, too late, without a limit, its task's own exception, being cancelled itself."""
import asyncio

async def work(seconds, result=None, error=None):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print("work cancelled")
        raise
    if error:
        raise error
    return result

async def main():
    print(await asyncio.wait_for(work(0, "quick"), 5))
    print(await asyncio.wait_for(work(0, "no limit"), None))
    try:
        await asyncio.wait_for(work(10), 0.01)
    except asyncio.TimeoutError as e:
        print("timeout", type(e).__name__)
    try:
        await asyncio.wait_for(work(0, error=KeyError("k")), 5)
    except KeyError as e:
        print("KeyError", e)
    task = asyncio.create_task(work(0, "a task"))
    print(await asyncio.wait_for(task, 1))
    print(await asyncio.wait_for(task, 1))
    waiter = asyncio.create_task(asyncio.wait_for(work(10), 20))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    waiter.cancel()
    try:
        await waiter
    except asyncio.CancelledError:
        print("waiter cancelled")

asyncio.run(main())

# output:
# quick
# no limit
# work cancelled
# timeout TimeoutError
# KeyError 'k'
# a task
# a task
# work cancelled
# waiter cancelled
