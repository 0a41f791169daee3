"""Ten thousand tasks and timers: nothing quadratic, all come to their end."""
import asyncio

async def one(i, box):
    await asyncio.sleep(0 if i % 2 else 0.001)
    box.append(i)

async def main():
    box = []
    await asyncio.gather(*[one(i, box) for i in range(10000)])
    print(len(box), sum(box))  # expect: 10000 49995000
    event = asyncio.Event()
    waiting = [asyncio.create_task(event.wait()) for _ in range(5000)]
    await asyncio.sleep(0)
    for task in waiting[::2]:
        task.cancel()
    event.set()
    results = await asyncio.gather(*waiting, return_exceptions=True)
    print(sum(r is True for r in results))  # expect: 2500
    for i in range(1000):
        await asyncio.wait_for(asyncio.sleep(0), 3600)
    print("done")  # expect: done

asyncio.run(main())
