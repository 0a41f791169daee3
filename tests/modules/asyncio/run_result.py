"""asyncio.run gives the coroutine's result or raises its exception; it can be called again."""
import asyncio

async def double(x):
    await asyncio.sleep(0)
    return x * 2

async def fail():
    await asyncio.sleep(0)
    raise ValueError("no")

print(asyncio.run(double(21)))  # expect: 42
try:
    asyncio.run(fail())
except ValueError as e:
    print("ValueError", e)  # expect: ValueError no
print(asyncio.run(double("ab")))  # expect: abab

async def nested():
    try:
        asyncio.run(double(1))
    except RuntimeError as e:
        print(type(e).__name__, e)
        # expect: RuntimeError asyncio.run() cannot be called from a running event loop

asyncio.run(nested())
