"""Docstring."""
import math
from math import pi, floor

a = 1
b = a + 2
c, d = 1, 2
e = f = 3
a += 4
del f
if a > 3:
    b = 1
elif a > 2:
    b = 2
else:
    b = 3
if a > 300:
    b = 1
elif a > 2:
    b = 2
else:
    b = 3
x = 1; y = 2
assert a
z = [1, 2][0]
print(a, b)
z = {1: 2}
z[1] = 5
z = a if b else c
lambda: 0
g = lambda n: n + 1
g(2)
if not a:
    b = 0
b = a and c or d
