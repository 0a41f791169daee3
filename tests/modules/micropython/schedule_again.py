# A callback that always schedules itself again does not keep the program, nor the tasks of asyncio, from going on.
# micropython
import asyncio, micropython
stop = False


def again(x):
    if not stop:
        micropython.schedule(again, x)


class Steps:
    def __init__(self):
        self.event = asyncio.Event()
        self.n = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        await self.event.wait()
        self.event.clear()
        self.n += 1
        if self.n > 2:
            raise StopAsyncIteration
        return self.n


async def push(steps):
    while steps.n < 3:
        await asyncio.sleep(0)
        steps.event.set()


async def main():
    steps = Steps()
    asyncio.create_task(push(steps))
    again(1)
    async for n in steps:
        print(n)


asyncio.run(main())  # expect: 1
# expect: 2
stop = True


def gen():
    for i in range(3):
        yield i


stop = False
again(1)
print(list(gen()), sum(gen()), sorted(gen(), key=lambda x: -x))  # expect: [0, 1, 2] 3 [2, 1, 0]
