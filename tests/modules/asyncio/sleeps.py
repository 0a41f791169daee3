"""Sleeping tasks wake in the order of their times."""
import asyncio

async def late(name, seconds):
    await asyncio.sleep(seconds)
    print(name)
    # expect: at once
    # expect: first
    # expect: second
    # expect: third

async def main():
    await asyncio.gather(late("third", 0.03), late("first", 0.01), late("second", 0.02), late("at once", -1))

asyncio.run(main())
