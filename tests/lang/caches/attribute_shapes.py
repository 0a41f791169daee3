# One attribute access sees instances of many classes and shapes.
class A:
    def __init__(self): self.x = "A"; self.y = 1
class B:
    def __init__(self): self.y = 2; self.x = "B"
class C:
    x = "C class"
class D(A):
    __slots__ = ()
    @property
    def x(self): return "D property"
    @x.setter
    def x(self, v): pass
class E:
    __slots__ = ("x",)
class F:
    def __getattr__(self, name): return "F " + name
e = E()
e.x = "E slot"
g = C()
g.x = "C instance"
def get(o): return o.x
for round_ in range(3):
    print([get(o) for o in (A(), B(), C(), D(), e, F(), g, A(), C, A())])
    # expect: ['A', 'B', 'C class', 'D property', 'E slot', 'F x', 'C instance', 'A', 'C class', 'A']
    # expect: ['A', 'B', 'C class', 'D property', 'E slot', 'F x', 'C instance', 'A', 'C class', 'A']
    # expect: ['A', 'B', 'C class', 'D property', 'E slot', 'F x', 'C instance', 'A', 'C class', 'A']
h = A()
print(get(h))  # expect: A
del h.x
try:
    get(h)
except AttributeError:
    print("AttributeError")  # expect: AttributeError
A.x = "from the class"
print(get(h), get(A()))  # expect: from the class A
h.x = "own"
print(get(h))  # expect: own
