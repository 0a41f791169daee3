# async functions as methods, nested, decorated, with all kinds of parameters.
def run(coro):
    try:
        coro.send(None)
    except StopIteration as e:
        return e.value
class C:
    def __init__(self, v): self.v = v
    async def get(self, k=1, *a, **kw): return self.v * k, a, kw
    @staticmethod
    async def st(): return "static"
    @classmethod
    async def cl(cls): return cls.__name__
def twice(f):
    async def wrapped(*a):
        return await f(*a), await f(*a)
    return wrapped
@twice
async def one(x): return x
async def outer():
    n = 5
    async def inner():
        nonlocal n
        n += 1
        return n
    return await inner() + await inner(), n
print(run(C(2).get(3, 4, z=5)), run(C.st()), run(C.cl()), run(one("x")), run(outer()))
# expect: (6, (4,), {'z': 5}) static C ('x', 'x') (13, 7)
print(C.get.__name__, run((lambda c: c.get())(C(7))))  # expect: get (7, (), {})
