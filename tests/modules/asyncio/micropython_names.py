"""What MicroPython has beyond CPython: sleep_ms, wait_for_ms, ThreadSafeFlag, the loop's methods, submodules."""
# micropython
# skip cpython: MicroPython's own names
import asyncio

async def main():
    await asyncio.sleep_ms(1)
    try:
        await asyncio.wait_for_ms(asyncio.sleep(10), 5)
    except asyncio.TimeoutError:
        print("timeout")                       # expect: timeout
    flag = asyncio.ThreadSafeFlag()
    task = asyncio.create_task(flag.wait())
    await asyncio.sleep_ms(0)
    print(task.done())                         # expect: False
    flag.set()
    await task
    print(task.done())                         # expect: True
    flag.set()
    flag.clear()
    try:
        await asyncio.wait_for_ms(flag.wait(), 5)
    except asyncio.TimeoutError:
        print("cleared")                       # expect: cleared
    return 7

loop = asyncio.get_event_loop()
print(loop.run_until_complete(main()))         # expect: 7

async def stop():
    asyncio.get_event_loop().stop()
    await asyncio.sleep_ms(0)
    print("after stop")

loop.create_task(stop())
loop.run_forever()
print("stopped")                               # expect: stopped
asyncio.new_event_loop()
import asyncio.core, asyncio.event, uasyncio
print(asyncio.core.Task is asyncio.Task, uasyncio.sleep is asyncio.sleep)   # expect: True True
