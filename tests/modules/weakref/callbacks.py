# Callbacks: only of references that live, the newest first; what they raise is told and forgotten; new objects and
# collections inside them.
import weakref, gc


class A:
    pass


def note(what):
    return lambda r: print(what, r())


a = A()
refs = [weakref.ref(a, note(i)) for i in range(3)]
weakref.ref(a, note("of a dead reference"))
p = weakref.proxy(a, lambda p: print("proxy"))
del a
gc.collect()


def bad(r):
    raise ValueError("in a callback")


a, b = A(), A()
r1, r2 = weakref.ref(a, bad), weakref.ref(b, note("the other"))
del a, b
gc.collect()


def collects(r):
    global inner
    x = A()
    inner = weakref.ref(x, note("inner"))
    del x
    gc.collect()
    print("collected")


a = A()
r = weakref.ref(a, collects)
del a
gc.collect()
gc.collect()


# A cycle, and references between the dead: no callback of a reference that dies with its object.
class Node:
    pass


x, y = Node(), Node()
x.other, y.other = y, x
x.r, y.r = weakref.ref(y, note("not called")), weakref.ref(x, note("not called"))
outer = weakref.ref(x, note("called"))
del x, y
gc.collect()
print(outer())

# output:
# proxy
# 2 None
# 1 None
# 0 None
# the other None
# inner None
# collected
# called None
# None
