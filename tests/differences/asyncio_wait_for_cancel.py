"""A wait_for that is cancelled ends after what it waited for, as CPython's does and MicroPython's does not.

Cause: MicroPython's wait_for does not wait for the task that it cancels.
Workaround: None needed; do not rely on the order.
MicroPython's tests: extmod/asyncio_wait_for_fwd.
"""
import asyncio


async def inner():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("inner cancelled")
        raise


async def outer():
    try:
        await asyncio.wait_for(inner(), 1)
    except asyncio.CancelledError:
        print("outer cancelled")


async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(0.01)
    task.cancel()
    await task


asyncio.run(main())
# expect: inner cancelled
# expect: outer cancelled
