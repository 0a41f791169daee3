# __names in a class body are mangled with the class's name.
class A:
    __private = 1
    __dunder__ = 2
    def __init__(self): self.__x = "A's"
    def get(self): return self.__x, self.__private
    def f(self, __arg): return __arg
    def g(self):
        __local = 3
        def inner(): return __local
        return inner(), sorted(locals())[0]
class B(A):
    def __init__(self):
        super().__init__()
        self.__x = "B's"
b = B()
print(b.get(), b._B__x, b._A__x, A._A__private, A.__dunder__)  # expect: ("A's", 1) B's A's 1 2
print(hasattr(b, "__x"), b.f(5), b.g())  # expect: False 5 (3, '_A__local')
class _C:
    def f(self): self.__y = 1
c = _C()
c.f()
print(c.__dict__)  # expect: {'_C__y': 1}
