# One call sees functions, methods, classes, builtins, partials, generators.
from functools import partial
class C:
    def __init__(self, x=0): self.x = x
    def __call__(self, x): return ("call", x)
    def m(self, x): return ("m", self.x, x)
    @classmethod
    def c(cls, x): return ("c", x)
    @staticmethod
    def s(x): return ("s", x)
class Meta(type):
    def __call__(cls, x): return ("meta", x)
class M(metaclass=Meta): pass
def gen(x):
    yield x
def default(x, y=2, *a, k=3): return (x, y, a, k)
def only(*a): return a
def kw(**k): return k
def call(f, x): return f(x)
for _ in range(2):
    for f in (lambda x: x, C, C(1), C(2).m, C.c, C.s, C().s, M, gen, default, only,
              partial(default, 9), len, str.upper, "abc".find, [1].append, type,
              partial(default, k=8)):
        r = call(f, "b")
        print(r if isinstance(r, (str, int, tuple, type)) else r.x if isinstance(r,
            C) else list(r) if r is not None else None, end=" ")
    print()
    # expect: b b ('call', 'b') ('m', 2, 'b') ('c', 'b') ('s', 'b') ('s', 'b') ('meta', 'b') ['b'] ('b', 2, (), 3) ('b',) (9, 'b', (), 3) 1 B 1 None <class 'str'> ('b', 2, (), 8)
    # expect: b b ('call', 'b') ('m', 2, 'b') ('c', 'b') ('s', 'b') ('s', 'b') ('meta', 'b') ['b'] ('b', 2, (), 3) ('b',) (9, 'b', (), 3) 1 B 1 None <class 'str'> ('b', 2, (), 8)
