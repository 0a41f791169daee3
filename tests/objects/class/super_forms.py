# super() with and without arguments, in class and static methods, nested functions, for attributes.
class A:
    x = "A.x"
    def m(self): return "A.m"
    @classmethod
    def c(cls): return "A.c of " + cls.__name__
    @property
    def p(self): return "A.p"
class B(A):
    x = "B.x"
    def m(self): return "B.m"
    def test(self):
        print(super().x, super().m(), super(B, self).m(), super().p)  # expect: A.x A.m A.m A.p
        def inner(): return super(B, self).x
        print(inner(), [super(B, self).m() for _ in "a"])  # expect: A.x ['A.m']
    @classmethod
    def c(cls): return "B then " + super().c()
    in_lambda = lambda self: super().m()
b = B()
b.test()
print(B.c(), b.c(), super(B, b).m(), super(B, B).c(), b.in_lambda())
# expect: B then A.c of B B then A.c of B A.m A.c of B A.m
try:
    super(B, A())
except TypeError:
    print("TypeError")  # expect: TypeError
try:
    super(A, b).nothing
except AttributeError:
    print("AttributeError")  # expect: AttributeError
def outside(self): return super().m()
B.outside = outside
try:
    b.outside()
except RuntimeError:
    print("RuntimeError")  # expect: RuntimeError
