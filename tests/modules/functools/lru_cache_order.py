# lru_cache: which results leave first, functions that call themselves, what is not a plain function.
import functools
import random
import weakref
from functools import lru_cache, partial
# eviction order
log = []
@lru_cache(3)
def ev(x): log.append(x); return x
for x in [1,2,3,1,4,2,1,5,3,1,1,4,5,1,2,3,1,2,3,4]: ev(x)
print(log, ev.cache_info())
# expect: [1, 2, 3, 4, 2, 5, 3, 4, 5, 2, 3, 4] CacheInfo(hits=8, misses=12, maxsize=3, currsize=3)
random.seed(5)
for size in (1, 2, 7, 20, 100):
    log = []
    h = lru_cache(size)(lambda x: log.append(x) or x)
    order = []
    want = []
    for i in range(3000):
        x = int(abs(random.gauss(0, size)))
        if x in order: order.remove(x)
        else:
            want.append(x)
            if len(order) == size: order.pop(0)
        order.append(x)
        assert h(x) == x
    print(size, log == want, h.cache_info().currsize, h.cache_info().misses == len(want))
    # expect: 1 True 1 True
    # expect: 2 True 2 True
    # expect: 7 True 7 True
    # expect: 20 True 20 True
    # expect: 100 True 100 True
# reentrant
@lru_cache(2)
def re(n):
    if n > 0: re(n - 1)
    return n
print(re(20), re.cache_info(), re(20), re(19), re(0), re.cache_info())
# expect: 20 CacheInfo(hits=0, misses=21, maxsize=2, currsize=2) 20 19 0 CacheInfo(hits=2, misses=22, maxsize=2, currsize=2)
@lru_cache(10)
def same(n):
    if same.depth < 3:
        same.depth += 1
        same(n)
    return same.depth
same.depth = 0
print(same(5), same(5), same.cache_info())
# expect: 3 3 CacheInfo(hits=1, misses=4, maxsize=10, currsize=1)
@lru_cache(None)
def same2(n):
    if same2.depth < 3:
        same2.depth += 1
        v = same2(n); same2.depth += 1
        return same2.depth
    return same2.depth
same2.depth = 0
print(same2(5), same2(5), same2.cache_info())
# expect: 6 6 CacheInfo(hits=1, misses=4, maxsize=None, currsize=1)
@lru_cache
def clearing(n):
    clearing.cache_clear()
    return n
print(clearing(1), clearing(1), clearing.cache_info())
# expect: 1 1 CacheInfo(hits=1, misses=0, maxsize=128, currsize=1)
@lru_cache
def gen(n):
    yield n
print(list(gen(1)), list(gen(1)))  # expect: [1] []
print(max([3,1,2], key=lru_cache(lambda x: -x)), sorted([3,1,2], key=lru_cache(lambda x: -x)), list(map(lru_cache(lambda x: -x), [1,1,2])))
# expect: 1 [3, 2, 1] [-1, -1, -2]
i = lru_cache(int); print(i("5"), i("5"), i("11", 2), i("11", base=3), i.cache_info())
# expect: 5 5 3 4 CacheInfo(hits=1, misses=3, maxsize=128, currsize=3)
p = lru_cache(partial(pow, 2)); print(p(3), p(3), p(3, 5), p.cache_info())
# expect: 8 8 3 CacheInfo(hits=1, misses=2, maxsize=128, currsize=2)
print(functools._CacheInfo(1,2,3,4), functools._CacheInfo(hits=1,misses=2,maxsize=3,currsize=4) == (1,2,3,4))
# expect: CacheInfo(hits=1, misses=2, maxsize=3, currsize=4) True
class L:
    @lru_cache
    def __len__(self): return 5
    @lru_cache
    def __lt__(self, o): return True
    @lru_cache
    def __add__(self, o): return 17
    @lru_cache
    def __getattr__(self, name): return name
    @lru_cache
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i
    @lru_cache
    def __call__(self, x=3): return x
    @lru_cache
    def __repr__(self): return "L!"
    @lru_cache
    def __enter__(self): return 4
    @lru_cache
    def __exit__(self, *a): return True
l = L()
print(len(l), l < 3, l + 3, l.foo, list(l), 2 in l, l(), l(4), l, [l], sorted([l, L()]))
# expect: 5 True 17 foo [0, 1, 2, 3] True 3 4 L! [L!] [L!, L!]
with l as x: print(x); raise ValueError("in with")  # expect: 4
print(l + 3, l.foo, L.__add__.cache_info())
# expect: 17 foo CacheInfo(hits=1, misses=1, maxsize=128, currsize=1)
class N:
    @lru_cache(None)
    def __new__(cls, x): print("new"); return super().__new__(cls)  # expect: new
    @lru_cache
    def __init__(self, x): self.x = x
print(N(1) is N(1), N(1).x)  # expect: True 1
w = lru_cache(len)
print(weakref.ref(w)() is w, w.__copy__() is w, w.__deepcopy__({}) is w, w.__reduce__(), w.cache_parameters())
# expect: True True True len {'maxsize': 128, 'typed': False}
