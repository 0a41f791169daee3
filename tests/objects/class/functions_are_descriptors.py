# Functions bind through __get__; built-in ones stored in a class do not.
def f(self, x=1): return (self, x)
bound = f.__get__("me")
print(bound(), bound(2))  # expect: ('me', 1) ('me', 2)
class C: pass
C.f = f
C.length = len
c = C()
print(c.f(5)[1], C.f(0), c.length("abc"))  # expect: 5 (0, 1) 3
c.g = f
print(c.g(3))  # expect: (3, 1)
class Callable:
    def __call__(self, *a): return len(a)
C.h = Callable()
print(c.h(1))  # expect: 1
