# Changing a class is seen by its instances and subclasses at once.
class A:
    def f(self): return "old"
class B(A): pass
b = B()
def call(): return b.f()
print(call())  # expect: old
A.f = lambda self: "new"
print(call())  # expect: new
B.f = lambda self: "B's"
print(call())  # expect: B's
del B.f
print(call())  # expect: new
b.f = lambda: "instance's"
print(call())  # expect: instance's
del b.f
A.x = 1
print(b.x, call())  # expect: 1 new
class C:
    def f(self): return "C's"
b.__class__ = C
print(call(), type(b).__name__)  # expect: C's C
try:
    b.__class__ = int
except TypeError:
    print("TypeError")  # expect: TypeError
try:
    int.x = 1
except TypeError:
    print("TypeError")  # expect: TypeError
