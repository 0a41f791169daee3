# All forms of the import statement.
import math, json as j
from math import pi, sqrt as root, floor
from math import (ceil,
                  trunc as cut,)
print(math.pi == pi, j.dumps([1]), root(16), floor(2.5), ceil(2.5), cut(-2.5))
# expect: True [1] 4.0 2 3 -2
def f():
    import math as m
    from math import sqrt
    return m.floor(sqrt(10)), "m" in globals()
print(f())  # expect: (3, False)
class C:
    import math
    from math import pi
print(C.math is math, C.pi == pi)  # expect: True True
if True: import sys; print(sys.modules["math"] is math)  # expect: True
