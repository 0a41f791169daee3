# What is looked up on the class, bound by chains of descriptors, or checked when a class is made.
import operator


class Shown:
    def __format__(self, spec):
        return "class " + spec


s = Shown()
s.__format__ = lambda spec: "instance"
print(f"{s:x}", format(s, "y"), "{:z}".format(s))  # expect: class x class y class z


class I(int):
    def __pow__(self, other, mod=None):
        return ("pow", int(self), int(other), mod)


print(pow(I(2), 3, 5), pow(2, I(3), 5), I(2) ** 3)  # expect: ('pow', 2, 3, 5) 3 ('pow', 2, 3, None)


class M(int):
    def __index__(self):
        return 42


print(operator.index(M(7)), list(range(10))[M(7):], "abcdefgh"[M(7)], type(operator.index(True)))
# expect: 7 [7, 8, 9] h <class 'int'>
print(b"\xb9\x01\xef".hex("\x00") == "b9\x0001\x00ef", b"\xb9\x01".hex())  # expect: True b901


class C:
    @classmethod
    @property
    def name(cls):
        return cls.__name__

    @classmethod
    @classmethod
    def twice(cls):
        return "twice"


print(C.name, C().name, C.twice())  # expect: C C twice


class Proxy:
    def __init__(self, target):
        self.target = target

    def __getattribute__(self, name):
        target = object.__getattribute__(self, "target")
        return target if name == "target" else getattr(target, name)


class Base:
    def f(self): return "Base.f"


class Derived(Base):
    def f(self): return super(Derived, self).f() + " Derived.f"


print(Derived.__dict__["f"](Proxy(Derived())))  # expect: Base.f Derived.f


class Failing:
    def __set_name__(self, owner, name):
        1 / 0


try:
    class Owner:
        attribute = Failing()
except RuntimeError as e:
    print(e, repr(e.__cause__))
    # expect: Error calling __set_name__ on 'Failing' instance 'attribute' in 'Owner' ZeroDivisionError('division by zero')


class Forgetting(type):
    def __new__(cls, name, bases, namespace):
        namespace.pop("__classcell__", None)
        return super().__new__(cls, name, bases, namespace)


try:
    class Forgotten(metaclass=Forgetting):
        def f(self): return __class__
except RuntimeError as e:
    print(e)
    # expect: __class__ not set defining 'Forgotten' as <class '__main__.Forgotten'>. Was __classcell__ propagated to type.__new__?


class Outer:
    class Inner:
        read_only = property()


for f in (lambda: Outer.Inner().read_only, lambda: setattr(Outer.Inner(), "read_only", 1)):
    try:
        f()
    except AttributeError as e:
        print(e)
        # expect: property 'read_only' of 'Outer.Inner' object has no getter
        # expect: property 'read_only' of 'Outer.Inner' object has no setter
f = lambda: 0
f.__dict__ = {"x": 1}
print(f.x, f.__dict__)  # expect: 1 {'x': 1}


class Hinted:
    def __length_hint__(self): return NotImplemented


print(operator.length_hint(Hinted(), 4), operator.length_hint(iter([1, 2])))  # expect: 4 2
try:
    operator.concat(1, 2)
except TypeError as e:
    print(e)  # expect: 'int' object can't be concatenated
