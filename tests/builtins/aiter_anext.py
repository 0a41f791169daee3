# aiter and anext.
class A:
    def __init__(self): self.n = 0
    def __aiter__(self): return self
    async def __anext__(self):
        self.n += 1
        if self.n > 2: raise StopAsyncIteration
        return self.n
def run(coro):
    try:
        coro.send(None)
    except StopIteration as e:
        return e.value
async def main():
    it = aiter(A())
    out = [await anext(it), await anext(it), await anext(it, "default")]
    try:
        await anext(it)
    except StopAsyncIteration:
        out.append("end")
    return out
print(run(main()))  # expect: [1, 2, 'default', 'end']
try:
    aiter([1])
except TypeError:
    print("TypeError")  # expect: TypeError
