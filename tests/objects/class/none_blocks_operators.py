# A special method that is None: the operator is not handed to the other operand.
class Blocked:
    __add__ = None
    __radd__ = None
    __ne__ = None
    __eq__ = None
    __hash__ = object.__hash__


class Willing:
    def __radd__(self, other): return "radd"
    def __ne__(self, other): return "ne"
    def __eq__(self, other): return "eq"


for f in (lambda: Blocked() + Willing(), lambda: Blocked() != Willing(), lambda: Blocked() == Willing(),
          lambda: 1 + Blocked(), lambda: Blocked() + 1):
    try:
        print(f())
    except TypeError as e:
        print(e)
        # expect: 'NoneType' object is not callable
        # expect: 'NoneType' object is not callable
        # expect: 'NoneType' object is not callable
        # expect: 'NoneType' object is not callable
        # expect: 'NoneType' object is not callable


class Sum:
    def __add__(self, other): return "sum"


class Fixed(Sum):
    __iadd__ = None


x = Fixed()
try:
    x += 1
except TypeError as e:
    print(e)  # expect: 'NoneType' object is not callable


class Described:
    __slots__ = ("__doc__", "x")


d = Described()
d.__doc__ = "of the instance"
print(d.__doc__)  # expect: of the instance
