# Infinite recursion in __repr__ and __str__.
class A:
    def __repr__(self): return repr(self)
class B:
    def __str__(self): return "x" + str(self)
class C:
    def __repr__(self): return repr([self])
class D:
    def __format__(self, spec): return f"{self}"
for f in (lambda: repr(A()), lambda: str(B()), lambda: repr(C()), lambda: f"{D()}",
          lambda: "%r" % A(), lambda: print(A())):
    try:
        f()
    except RecursionError:
        print("RecursionError")
        # expect: RecursionError
        # expect: RecursionError
        # expect: RecursionError
        # expect: RecursionError
        # expect: RecursionError
        # expect: RecursionError
