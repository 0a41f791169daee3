# property() called by hand; its parts; inherited and overridden properties.
class A:
    def get(self): return "get"
    def put(self, v): print("put", v)
    p = property(get, put, doc="said")
    w = property(fset=put)
a = A()
a.p = 1
a.w = 2
print(a.p, A.p.fget is A.get, A.p.fset is A.put, A.p.fdel, A.p.__doc__)
try:
    a.w
except AttributeError:
    print("AttributeError")
class B(A):
    @property
    def p(self): return super().p + " from B"
    q = A.p.getter(lambda self: "new getter")
b = B()
b.q = 3
print(b.p, b.q)
try:
    b.p = 5
except AttributeError:
    print("AttributeError")
class C:
    @property
    def broken(self): return self.missing
    def __getattr__(self, name): return "getattr " + name
print(C().broken)

# output:
# put 1
# put 2
# get True True None said
# AttributeError
# put 3
# get from B new getter
# AttributeError
# getattr missing
