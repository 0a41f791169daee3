# Functions, closures, classes, generators, imports, every kind of name.
import a.b
from a import b
from a import *
def f(a, b=1, *c, d, e=2, **g):
    x = y = 1
    def h(k=x): return x + y + k
    def i():
        nonlocal x
        x = 1
        del y1
        y1 = 2
        return lambda: y1
    global z
    z = 1
    del z, a
    v0 = v1 = v2 = v3 = v4 = v5 = v6 = v7 = v8 = v9 = 1
    x |= 1; x ^= 1; x &= 1; x <<= 1; x >>= 1; x += 1; x -= 1; x *= 1; x @= 1; x //= 1; x /= 1; x %= 1; x **= 1
    v9 |= 1; v9 ^= 1; v9 &= 1; v9 <<= 1; v9 >>= 1; v9 -= 1; v9 *= 1; v9 @= 1; v9 //= 1; v9 /= 1; v9 %= 1; v9 **= 1
    return h
def generator():
    x = yield 1
    yield from x
def outer(v):
    class A(B):
        w = v
        def m(self):
            del v
            return super().m(1)
        v = 2
    class C:
        def m(self): return [v for _ in self]
    return A
del f
def other(v):
    class D: w = v
    return D
