# Deleting what is being used: names, attributes, methods, modules.
class C:
    def m(self):
        global c
        del c
        del C.m
        return self.x
    x = 5
c = C()
print(c.m())  # expect: 5
def f():
    global f
    del f
    return "still running"
print(f())  # expect: still running
d = {"k": [1, 2, 3]}
for x in d["k"]:
    d.clear()
    print(x, end=" ")
print(d)  # expect: 1 2 3 {}
import sys
del sys.modules["sys"]
print(sys.maxsize > 0)  # expect: True
class It:
    def __init__(self): self.items = [3, 2, 1]
    def __iter__(self):
        items = self.items
        del self.items
        return iter(items)
print(list(It()))  # expect: [3, 2, 1]
def g(a):
    del a[:]
    return len(a)
print(g([1, 2]), [g(x) for x in [[1], [2]]])  # expect: 0 [0, 0]
class P:
    @property
    def v(self):
        del P.v
        return "once"
p = P()
print(p.v, hasattr(p, "v"))  # expect: once False
