# lru_cache: what calls are told apart by, methods, keys written in Python.
from functools import lru_cache
@lru_cache(maxsize=3, typed=True)
def f(*a, **k):
    print("call", a, k)
    return len(a)
for args, kw in [((1,),{}),((1.0,),{}),((1,2),{}),((1,),{"x":2}),((1,),{"x":2.0}),((1,),{"x":2}),((),{}),((),{"y":1}),((True,),{}),((1,),{})]:
    f(*args, **kw); print(f.cache_info())
@lru_cache(3)
def g(*a, **k):
    print("call", a, k)
    return a
for args, kw in [((1,),{}),((1.0,),{}),((1,2),{}),((1,),{"x":2}),((1,),{"x":2.0}),((1,),{"x":2}),((),{}),((),{"y":1}),((True,),{}),((1,),{}),((1,2,3,4,5,6,7,8,9,10),{}),((1,2,3,4,5,6,7,8,9,10),{}),((1,2,3,4,5,6,7,8),{}),((1,2,3,4,5,6,7,8),{}),((1,2,3,4,5,6,7,8),{"z":1}),((1,2,3,4,5,6,7,8),{"z":1}),(((1,),),{}),(("a",),{}),((("a",),),{})]:
    print(g(*args, **kw)); print(g.cache_info())
print(g.cache_parameters(), f.cache_parameters(), g.__name__, g.__qualname__, g.__wrapped__(3), g.__module__)
g.cache_clear(); print(g.cache_info())
for bad in ([], {}):
    try: g(bad)
    except TypeError as e: print(e, g.cache_info())
class C:
    def __init__(self, n): self.n = n
    @lru_cache(None)
    def m(self, x, *, k=1): print("m", self.n, x); return x + self.n + k
    @classmethod
    @lru_cache(2)
    def cm(cls, x): print("cm", cls.__name__, x); return x
    @staticmethod
    @lru_cache(2)
    def sm(x): print("sm", x); return x
    @property
    @lru_cache(2)
    def p(self): print("p"); return self.n
c = C(1); d = C(2)
print(c.m(1), c.m(1), d.m(1), c.m(1, k=2), c.m(1, k=2), C.m(c, 1), C.m.cache_info())
bm = c.m
print(bm(1), bm.__self__ is c, bm.__func__ is C.__dict__["m"], bm.__name__, callable(bm))
print(C.cm(1), c.cm(1), C.sm(1), c.sm(1), c.p, c.p, d.p, C.cm.cache_info())
class D(C):
    def m(self, x): return super().m(x) * 100
print(D(5).m(1), D(5).m.__name__)
print(C.__dict__["m"].__get__(c, C)(1), C.m.__get__(None, C) is C.m)
print(callable(f), hasattr(f, "__call__"), hasattr(f, "__get__"), f.__call__(1), type(f).__name__)
# keys in Python
class K:
    def __init__(self, v): self.v = v
    def __hash__(self): return hash(self.v)
    def __eq__(self, o):
        return isinstance(o, K) and self.v == o.v
@lru_cache(2)
def kk(a, b): print("kk", a.v, b.v); return a.v + b.v
print(kk(K(1), K(2)), kk(K(1), K(2)), kk(K(2), K(1)), kk(K(3), K(3)), kk(K(1), K(2)), kk.cache_info())
class E(K):
    def __hash__(self): raise KeyError("hash")
class F(K):
    def __eq__(self, o): raise KeyError("eq")
    __hash__ = K.__hash__
for a in (E(1), F(3)):
    try: print(kk(a, K(3)))
    except KeyError as e: print(repr(e), kk.cache_info())
for a in (E(1), F(3)):
    try: print(kk(K(3), a))
    except KeyError as e: print(repr(e), kk.cache_info())

# output:
# call (1,) {}
# CacheInfo(hits=0, misses=1, maxsize=3, currsize=1)
# call (1.0,) {}
# CacheInfo(hits=0, misses=2, maxsize=3, currsize=2)
# call (1, 2) {}
# CacheInfo(hits=0, misses=3, maxsize=3, currsize=3)
# call (1,) {'x': 2}
# CacheInfo(hits=0, misses=4, maxsize=3, currsize=3)
# call (1,) {'x': 2.0}
# CacheInfo(hits=0, misses=5, maxsize=3, currsize=3)
# CacheInfo(hits=1, misses=5, maxsize=3, currsize=3)
# call () {}
# CacheInfo(hits=1, misses=6, maxsize=3, currsize=3)
# call () {'y': 1}
# CacheInfo(hits=1, misses=7, maxsize=3, currsize=3)
# call (True,) {}
# CacheInfo(hits=1, misses=8, maxsize=3, currsize=3)
# call (1,) {}
# CacheInfo(hits=1, misses=9, maxsize=3, currsize=3)
# call (1,) {}
# (1,)
# CacheInfo(hits=0, misses=1, maxsize=3, currsize=1)
# call (1.0,) {}
# (1.0,)
# CacheInfo(hits=0, misses=2, maxsize=3, currsize=2)
# call (1, 2) {}
# (1, 2)
# CacheInfo(hits=0, misses=3, maxsize=3, currsize=3)
# call (1,) {'x': 2}
# (1,)
# CacheInfo(hits=0, misses=4, maxsize=3, currsize=3)
# (1,)
# CacheInfo(hits=1, misses=4, maxsize=3, currsize=3)
# (1,)
# CacheInfo(hits=2, misses=4, maxsize=3, currsize=3)
# call () {}
# ()
# CacheInfo(hits=2, misses=5, maxsize=3, currsize=3)
# call () {'y': 1}
# ()
# CacheInfo(hits=2, misses=6, maxsize=3, currsize=3)
# call (True,) {}
# (True,)
# CacheInfo(hits=2, misses=7, maxsize=3, currsize=3)
# call (1,) {}
# (1,)
# CacheInfo(hits=2, misses=8, maxsize=3, currsize=3)
# call (1, 2, 3, 4, 5, 6, 7, 8, 9, 10) {}
# (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
# CacheInfo(hits=2, misses=9, maxsize=3, currsize=3)
# (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
# CacheInfo(hits=3, misses=9, maxsize=3, currsize=3)
# call (1, 2, 3, 4, 5, 6, 7, 8) {}
# (1, 2, 3, 4, 5, 6, 7, 8)
# CacheInfo(hits=3, misses=10, maxsize=3, currsize=3)
# (1, 2, 3, 4, 5, 6, 7, 8)
# CacheInfo(hits=4, misses=10, maxsize=3, currsize=3)
# call (1, 2, 3, 4, 5, 6, 7, 8) {'z': 1}
# (1, 2, 3, 4, 5, 6, 7, 8)
# CacheInfo(hits=4, misses=11, maxsize=3, currsize=3)
# (1, 2, 3, 4, 5, 6, 7, 8)
# CacheInfo(hits=5, misses=11, maxsize=3, currsize=3)
# call ((1,),) {}
# ((1,),)
# CacheInfo(hits=5, misses=12, maxsize=3, currsize=3)
# call ('a',) {}
# ('a',)
# CacheInfo(hits=5, misses=13, maxsize=3, currsize=3)
# call (('a',),) {}
# (('a',),)
# CacheInfo(hits=5, misses=14, maxsize=3, currsize=3)
# call (3,) {}
# {'maxsize': 3, 'typed': False} {'maxsize': 3, 'typed': True} g g (3,) __main__
# CacheInfo(hits=0, misses=0, maxsize=3, currsize=0)
# unhashable type: 'list' CacheInfo(hits=0, misses=0, maxsize=3, currsize=0)
# unhashable type: 'dict' CacheInfo(hits=0, misses=0, maxsize=3, currsize=0)
# m 1 1
# m 2 1
# m 1 1
# 3 3 4 4 4 3 CacheInfo(hits=3, misses=3, maxsize=None, currsize=3)
# 3 True True m True
# cm C 1
# sm 1
# p
# p
# 1 1 1 1 1 1 2 CacheInfo(hits=1, misses=1, maxsize=2, currsize=1)
# m 5 1
# 700 m
# 3 True
# True True True 1 _lru_cache_wrapper
# kk 1 2
# kk 2 1
# kk 3 3
# kk 1 2
# 3 3 3 6 3 CacheInfo(hits=1, misses=4, maxsize=2, currsize=2)
# KeyError('hash') CacheInfo(hits=1, misses=4, maxsize=2, currsize=2)
# KeyError('eq') CacheInfo(hits=1, misses=4, maxsize=2, currsize=2)
# KeyError('hash') CacheInfo(hits=1, misses=4, maxsize=2, currsize=2)
# KeyError('eq') CacheInfo(hits=1, misses=4, maxsize=2, currsize=2)
