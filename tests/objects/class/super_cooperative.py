# super() follows the order of the instance's class through a diamond.
class Base:
    def who(self): return ["Base"]
class Left(Base):
    def who(self): return ["Left"] + super().who()
class Right(Base):
    def who(self): return ["Right"] + super().who()
class Bottom(Left, Right):
    def who(self): return ["Bottom"] + super().who()
print(Bottom().who(), Left().who())
class Log:
    def __init__(self, **kw):
        print("Log", kw)
class A(Log):
    def __init__(self, a, **kw):
        print("A", a)
        super().__init__(**kw)
class B(Log):
    def __init__(self, b, **kw):
        print("B", b)
        super().__init__(**kw)
class AB(A, B): pass
AB(a=1, b=2, c=3)

# output:
# ['Bottom', 'Left', 'Right', 'Base'] ['Left', 'Base']
# A 1
# B 2
# Log {'c': 3}
