# Classes derived from weakref.ref: with slots, with a dict, with more arguments.
import weakref, gc


class A:
    pass


class Named(weakref.ref):
    __slots__ = ("name",)

    def __new__(cls, ob, callback, name):
        self = super().__new__(cls, ob, callback)
        self.name = name
        return self

    def __init__(self, ob, callback, name):
        super().__init__(ob, callback)


class Extended(weakref.ref):
    def __init__(self, ob, callback=None, **more):
        super().__init__(ob, callback)
        self.more = more

    def __call__(self):
        return ("got", super().__call__())


a = A()
gone = []
n = Named(a, lambda r: gone.append((r.name, r())), "first")
e = Extended(a, lambda r: gone.append((r.more["x"], r())))
e.more["x"] = "second"
print(n() is a, e()[1] is a, n == e, isinstance(n, weakref.ref))  # expect: True True True True
e2, plain = Extended(a), weakref.ref(a)
print(e2 is e, plain is e)  # expect: False False
print(weakref.getweakrefcount(a))  # expect: 4
del a
gc.collect()
print(sorted(gone, key=lambda g: g[0]))  # expect: [('first', None), ('second', ('got', None))]
print(n(), e())  # expect: None ('got', None)
