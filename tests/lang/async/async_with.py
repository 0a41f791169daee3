# async with: __aenter__ and __aexit__ are awaited; exceptions can be swallowed.
def run(coro):
    try:
        while True: print("wait", coro.send(None))
    except StopIteration as e:
        return e.value
class Sleep:
    def __await__(self): yield "sleep"
class M:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    async def __aenter__(self):
        await Sleep()
        print("enter", self.name)
        return self.name
    async def __aexit__(self, kind, value, trace):
        await Sleep()
        print("exit", self.name, repr(value))
        return self.swallow
async def main():
    async with M("a") as x, M("b"):
        print("in", x)
    async with M("c", True):
        raise ValueError("v")
    try:
        async with M("d"):
            return "returned"
    finally:
        print("finally")
print(run(main()))
async def bad(x):
    async with x: pass
class NoExit:
    async def __aenter__(self): pass
class NoEnter:
    async def __aexit__(self, *a): pass
for x in (5, NoExit(), NoEnter()):
    try:
        run(bad(x))
    except TypeError as e:
        print(e)

# output:
# wait sleep
# enter a
# wait sleep
# enter b
# in a
# wait sleep
# exit b None
# wait sleep
# exit a None
# wait sleep
# enter c
# wait sleep
# exit c ValueError('v')
# wait sleep
# enter d
# wait sleep
# exit d None
# finally
# returned
# 'int' object does not support the asynchronous context manager protocol
# 'NoExit' object does not support the asynchronous context manager protocol (missed __aexit__ method)
# 'NoEnter' object does not support the asynchronous context manager protocol
