# micropython
# const() marks compile-time constants; names with an underscore stay in the module's code only.
from micropython import const
A = const(5)
_B = const(A + 1)
def f(): return _B * 2
print(A, f())
class C:
    X = const(7)
print(C.X, const([1]))
# output:
# 5 12
# 7 [1]
