# type(name, bases, namespace, **keywords) makes what the bases' metaclass makes.
class Meta(type):
    def __new__(meta, name, bases, namespace, *, flag=None, **named):
        cls = super().__new__(meta, name, bases, namespace, **named)
        cls.made_by = name, flag
        return cls

    def __init__(cls, name, bases, namespace, *, flag=None):
        print("init", name, flag)


class Further(Meta):
    pass


class A(metaclass=Meta): pass
# expect: init A None
class F(metaclass=Further): pass
# expect: init F None


B = type("B", (A,), {"x": 1}, flag=3)       # expect: init B 3
print(type(B).__name__, B.made_by, B.x)     # expect: Meta ('B', 3) 1
C = type.__new__(type, "C", (A, F), {})
print(type(C).__name__, C.made_by)          # expect: Further ('C', None)
D = type.__new__(Meta, "D", (A,), {})
print(type(D).__name__, D.made_by)          # expect: Meta ('A', None)


class Other(type): pass
class O(metaclass=Other): pass


for bases in (A, O), (A, 5), (5,):
    try:
        type("X", bases, {})
    except TypeError as e:
        print(str(e)[:19])
# expect: metaclass conflict:
# expect: metaclass conflict:
# expect: metaclass conflict:
