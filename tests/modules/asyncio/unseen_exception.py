"""An exception that nobody waits for goes to the loop's exception handler; the others go on."""
# skip cpython: its handler is called when the task is collected
import asyncio

def handler(loop, context):
    print("handler", context["message"], repr(context["exception"]), type(context["future"]).__name__)

async def fail(text):
    raise ValueError(text)

async def main():
    loop = asyncio.get_event_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    asyncio.create_task(fail("lost"))
    seen = asyncio.create_task(fail("seen"))
    try:
        await seen
    except ValueError as e:
        print("caught", e)
    await asyncio.sleep(0.001)
    loop.call_exception_handler({"message": "by hand", "exception": KeyError(1), "future": seen})
    loop.set_exception_handler(None)
    print("end")

asyncio.run(main())
# output:
# None
# handler Task exception wasn't retrieved ValueError('lost') Task
# caught seen
# handler by hand KeyError(1) Task
# end
