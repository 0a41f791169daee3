# Calls, attributes, items, displays.
f(a, b, k=1)
f(*a, **b)
f(*g(), h(), **k(), **m())
o.m(a, k=1)
o.m(*a)
o.m(*g(), h())
o.x.y[1] = o[2:3] + o[1:2:3]
o.x += 1
o[1] += 1
del o.x, o[1]
x = [1, *a, b]
x = {1, *a, b}
x = {1: a, **b}
x = (1, *a)
x = [], {}, {a}, (a, b)
x, y, z = z, y, x
x, *y = z
x, y = z
x = f"{a!r:>{b}} {c}"
x = [i for i in a], {i for i in a}, {i: a for i in a}, (i for i in a)
x = ..., 1.5, None, True, False, "a", 300
x = +a, -a, ~a, not a
x = a < b, a > b, a == b, a <= b, a >= b, a != b, a in b, a is b
x = a | b, a ^ b, a & b, a << b, a >> b, a + b, a - b, a * b, a @ b, a // b, a / b, a % b, a ** b
x = a < b < c
x = a and b or c
