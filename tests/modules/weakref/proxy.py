# weakref.proxy: does what its object does, ReferenceError when that is gone.
import weakref, gc


class N:
    def __init__(self, v):
        self.v = v

    def __add__(self, other):
        return ("add", self.v, getattr(other, "v", other))

    def __radd__(self, other):
        return ("radd", self.v, other)

    def __iadd__(self, other):
        self.v += other
        return self

    def __pow__(self, other, mod=None):
        return ("pow", self.v, other, mod)

    def __lt__(self, other):
        return self.v < other.v

    def __eq__(self, other):
        return isinstance(other, N) and self.v == other.v

    def __len__(self):
        return 3

    def __bool__(self):
        return self.v != 0

    def __getitem__(self, i):
        return i * 2

    def __contains__(self, x):
        return x == 7

    def __iter__(self):
        return iter("abc")

    def __str__(self):
        return "N:%d" % self.v

    def __index__(self):
        return self.v

    def __int__(self):
        return self.v

    def __float__(self):
        return self.v + 0.5

    def __neg__(self):
        return -self.v

    def method(self):
        return self


n, m = N(1), N(2)
p, q = weakref.proxy(n), weakref.proxy(m)
print(type(p) is weakref.ProxyType, weakref.proxy(n) is p, isinstance(p, N), p.__class__ is N)
# expect: True True True True
print(p.v, p.method() is n, str(p), len(p), bool(p), p[21], 7 in p, list(p))
# expect: 1 True N:1 3 True 42 True ['a', 'b', 'c']
print(p + 5, 5 + p, p + q, p ** 3, pow(p, 3, 4))
# expect: ('add', 1, 5) ('radd', 1, 5) ('add', 1, 2) ('pow', 1, 3, None) ('pow', 1, 3, 4)
print(p < q, p == n, p == q, p != q, -p, int(p), float(p), [10, 20][p], abs(-3))
# expect: True True False True -1 1 1.5 20 3
p.v = 9
print(n.v, hasattr(p, "w"))  # expect: 9 False
p.w = 4
del p.v
print(sorted(vars(n)))  # expect: ['w']
n.v = 1
s = weakref.proxy(n)
s += 5
print(n.v, type(s).__name__)  # expect: 6 N
del s
try:
    hash(p)
except TypeError as e:
    print("unhashable")  # expect: unhashable


def f(a, b=2):
    return a + b


c = weakref.proxy(f)
print(type(c) is weakref.CallableProxyType, c(1), c(1, b=5), callable(c), callable(p))
# expect: True 3 6 True False
print(weakref.ProxyTypes == (weakref.ProxyType, weakref.CallableProxyType))  # expect: True
print(weakref.getweakrefcount(n), weakref.getweakrefs(n)[0] is p)  # expect: 1 True
del n
gc.collect()
for use in (lambda: p.v, lambda: p + 1, lambda: str(p), lambda: len(p), lambda: p == 1, lambda: bool(p), lambda: iter(p)):
    try:
        print(use())
    except ReferenceError as e:
        print("ReferenceError", e)
        # expect: ReferenceError weakly-referenced object no longer exists
        # expect: ReferenceError weakly-referenced object no longer exists
        # expect: ReferenceError weakly-referenced object no longer exists
        # expect: ReferenceError weakly-referenced object no longer exists
        # expect: ReferenceError weakly-referenced object no longer exists
        # expect: ReferenceError weakly-referenced object no longer exists
        # expect: ReferenceError weakly-referenced object no longer exists
