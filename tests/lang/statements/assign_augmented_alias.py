# += changes a list in place, and makes a new tuple or string.
a = b = [1]
a += [2]
print(a is b, b)  # expect: True [1, 2]
a = a + [3]
print(b)  # expect: [1, 2]
s = t = (1,)
s += (2,)
print(s, t)  # expect: (1, 2) (1,)
