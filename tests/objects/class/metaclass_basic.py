# A metaclass makes classes; its methods are the class's.
class Meta(type):
    def __new__(mcs, name, bases, space, **kw):
        print("new", name, [b.__name__ for b in bases], sorted(k for k in space if k[0] != "_"), kw)
        return super().__new__(mcs, name, bases, space)
    def __init__(cls, name, bases, space, **kw):
        print("init", cls.__name__)
        super().__init__(name, bases, space)
    def __call__(cls, *args):
        print("call", cls.__name__, args)
        return super().__call__(*args)
    def hello(cls): return "hello from " + cls.__name__
    @property
    def upper(cls): return cls.__name__.upper()
class A(metaclass=Meta, option=1):
    x = 1
    def __init__(self, v): self.v = v
class B(A): y = 2
b = B(5)
print(b.v, B.hello(), A.upper, type(B) is Meta, isinstance(A, Meta), hasattr(b, "hello"))

# output:
# new A [] ['x'] {'option': 1}
# init A
# new B ['A'] ['y'] {}
# init B
# call B (5,)
# 5 hello from B A True True False
