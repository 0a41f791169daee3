# Reflected operators are tried when the left operand does not know the right one.
class R:
    def __radd__(self, o): return ("radd", o)
    def __rsub__(self, o): return ("rsub", o)
    def __rmul__(self, o): return ("rmul", o)
    def __rpow__(self, o): return ("rpow", o)
    def __rmod__(self, o): return ("rmod", o)
    def __rtruediv__(self, o): return ("rtruediv", o)
    def __rmatmul__(self, o): return ("rmatmul", o)
    def __rlshift__(self, o): return ("rlshift", o)
    def __rdivmod__(self, o): return ("rdivmod", o)
r = R()
print(1 + r, 2 - r, [1] * r, 2 ** r, 5.5 % r, None / r, 1 @ r, 1 << r, divmod(7, r))
# expect: ('radd', 1) ('rsub', 2) ('rmul', [1]) ('rpow', 2) ('rmod', 5.5) ('rtruediv', None) ('rmatmul', 1) ('rlshift', 1) ('rdivmod', 7)
print([] + r, "a" * r)  # expect: ('radd', []) ('rmul', 'a')
try:
    r + 1
except TypeError:
    print("TypeError")  # expect: TypeError
class A:
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): return "A.radd"
class B(A):
    def __radd__(self, o): return "B.radd"
print(A() + B(), 1 + A())  # expect: B.radd A.radd
try:
    A() + A()
except TypeError:
    print("TypeError")  # expect: TypeError
