# lru_cache and cache: hits, misses, limits, clearing.
from functools import lru_cache, cache
calls = []
@lru_cache(maxsize=2)
def f(x, y=0):
    calls.append(x)
    return x * 10 + y
print(f(1), f(1), f(2), f(3), f(1), f(1, y=5), calls)  # expect: 10 10 20 30 10 15 [1, 2, 3, 1, 1]
info = f.cache_info()
print(info.hits, info.misses, info.maxsize, info.currsize, f.__name__, f.__wrapped__(9))
# expect: 1 5 2 2 f 90
f.cache_clear()
print(f.cache_info().currsize, f(1))  # expect: 0 10
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info().misses)  # expect: 23416728348467685 81
@lru_cache
def plain(x): return [x]
print(plain(1) is plain(1), plain(1) is plain(2))  # expect: True False
try:
    plain([])
except TypeError:
    print("TypeError")  # expect: TypeError
class C:
    @lru_cache(None)
    def m(self, x): return x + 1
c = C()
print(c.m(1), c.m(1), C.m.cache_info().hits)  # expect: 2 2 1


# A key whose __eq__ calls the function that looks it up.
@lru_cache(maxsize=10)
def same(x):
    return x


class Calling:
    def __init__(self, x):
        self.x = x

    def __hash__(self):
        return self.x

    def __eq__(self, other):
        if self.x == 2:
            same(Calling(1))
        return self.x == other.x


same(Calling(1))
same(Calling(2))
print(same(Calling(2)) == Calling(2), same.cache_info().currsize)  # expect: True 2
same.cache_clear()
print(same(1), same(1.0), same("a"), same(x=1), same.cache_info().misses)  # expect: 1 1.0 a 1 4
