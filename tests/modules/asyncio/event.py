"""Event: wakes all that wait, stays set, can be cleared; a cancelled waiter is forgotten."""
import asyncio

async def wait(name, event):
    print(name, "waits")
    print(name, await event.wait())

async def main():
    event = asyncio.Event()
    print(event.is_set())
    tasks = [asyncio.create_task(wait(name, event)) for name in "abc"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    event.set()
    print("set", event.is_set())
    print([type(r).__name__ for r in await asyncio.gather(*tasks, return_exceptions=True)])
    await wait("d", event)
    event.clear()
    print(event.is_set())
    try:
        await asyncio.wait_for(event.wait(), 0.01)
    except asyncio.TimeoutError:
        print("nobody set it")

asyncio.run(main())

# output:
# False
# a waits
# b waits
# c waits
# set True
# a True
# c True
# ['NoneType', 'CancelledError', 'NoneType']
# d waits
# d True
# False
# nobody set it
