"""Lock: one at a time, in the order of asking; misuse; a cancelled waiter does not keep it."""
import asyncio

async def hold(name, lock):
    async with lock:
        print(name, "in")
        await asyncio.sleep(0)
        print(name, "out")

async def main():
    lock = asyncio.Lock()
    print(lock.locked())
    await asyncio.gather(hold("a", lock), hold("b", lock), hold("c", lock))
    print(lock.locked())
    try:
        lock.release()
    except RuntimeError:
        print("RuntimeError")
    await lock.acquire()
    waiting = asyncio.create_task(hold("d", lock))
    heir = asyncio.create_task(hold("e", lock))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.sleep(0)
    lock.release()
    await heir
    print(lock.locked(), waiting.cancelled() if hasattr(waiting, "cancelled") else waiting.done())

asyncio.run(main())

# output:
# False
# a in
# a out
# b in
# b out
# c in
# c out
# False
# RuntimeError
# e in
# e out
# False True
