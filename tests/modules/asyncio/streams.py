"""Stream over standard input, and over a stream written in Python that is asked by its ioctl."""
# skip cpython: MicroPython's streams
# stdin: first line
# stdin: second
import asyncio, io, sys

class Slow(io.IOBase):
    def __init__(self):
        self.asked = 0
        self.out = []
    def ioctl(self, request, mask):
        self.asked += 1
        return mask if self.asked > 3 else 0
    def write(self, data):
        self.asked = 0
        self.out.append(bytes(data[:4]))
        return min(4, len(data))

async def tick(log):
    while True:
        log.append("tick")
        await asyncio.sleep_ms(1)

async def main():
    reader = asyncio.StreamReader(sys.stdin)
    print(await reader.readline())             # expect: first line
    # expect:
    print(await reader.read(3))                # expect: sec
    print(await reader.read())                 # expect: ond
    # expect:
    log = []
    ticker = asyncio.create_task(tick(log))
    slow = Slow()
    writer = asyncio.StreamWriter(slow)
    writer.write(b"hello world")
    await writer.drain()
    print(b"".join(slow.out), len(log) > 2)    # expect: b'hello world' True
    ticker.cancel()

asyncio.run(main())
