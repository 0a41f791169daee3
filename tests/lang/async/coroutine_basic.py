# A coroutine is driven by send(); its result comes with StopIteration.
async def answer():
    return 42
async def outer():
    return await answer() + 1
def run(coro):
    while True:
        try:
            print("waiting for", coro.send(None))
        except StopIteration as e:
            return e.value
print(run(answer()), run(outer()))  # expect: 42 43
c = answer()
print(type(c).__name__)  # expect: coroutine
c.close()
try:
    c.send(None)
except RuntimeError:
    print("RuntimeError")  # expect: RuntimeError
try:
    iter(outer)
except TypeError:
    print("TypeError")  # expect: TypeError
