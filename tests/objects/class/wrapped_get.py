# __get__ of classmethod and staticmethod, called by hand.
class A:
    @classmethod
    def c(cls):
        return cls.__name__

    @staticmethod
    def s():
        return "s"


class B(A): pass


c, s = A.__dict__["c"], A.__dict__["s"]
print(c.__get__(None, B)(), c.__get__(B())(), c.__get__(A(), B)(), s.__get__(None, A)(), s.__get__(A())())
# expect: B B B s s
print(hasattr(c, "__get__"), hasattr(s, "__get__"), hasattr(c, "__set__"))   # expect: True True False
