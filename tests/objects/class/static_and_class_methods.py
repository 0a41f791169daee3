# staticmethod and classmethod through instances, classes and subclasses.
class A:
    made = 0
    @staticmethod
    def add(x, y=1): return x + y
    @classmethod
    def make(cls, *args):
        cls.made += 1
        return cls(*args)
class B(A): pass
print(A.add(1), A().add(1, 5), B.add(2))  # expect: 2 6 3
b = B.make()
print(type(b).__name__, type(b.make()).__name__, A.made, B.made)  # expect: B B 0 2
print(A.make.__self__ is A, B.make.__self__ is B, A.make.__func__ is B.make.__func__)
# expect: True True True
class C:
    def f(self): return self
    f = classmethod(f)
    g = staticmethod(lambda: "g")
print(C.f() is C, C.g(), C().g(), C.__dict__["g"]())  # expect: True g g g
