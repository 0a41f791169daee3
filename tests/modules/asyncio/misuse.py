"""What is not a coroutine, a task that awaits or cancels itself, calls without a loop."""
import asyncio

for what in (1, "text", None, asyncio.sleep):
    try:
        asyncio.run(what)
    except (TypeError, ValueError) as e:
        print("refused")
        # expect: refused
        # expect: refused
        # expect: refused
        # expect: refused

try:
    asyncio.current_task()
except RuntimeError as e:
    print(type(e).__name__, e)  # expect: RuntimeError no running event loop

async def main():
    me = asyncio.current_task()
    print(me is asyncio.current_task(), me.done())  # expect: True False
    try:
        await me
    except RuntimeError as e:
        print(type(e).__name__)  # expect: RuntimeError
    try:
        await 5
    except TypeError as e:
        print("TypeError")  # expect: TypeError

asyncio.run(main())
