# Every augmented assignment operator, on names, items and attributes.
x = 10
x += 5; print(x)  # expect: 15
x -= 3; print(x)  # expect: 12
x *= 4; print(x)  # expect: 48
x //= 5; print(x)  # expect: 9
x **= 3; print(x)  # expect: 729
x %= 100; print(x)  # expect: 29
x <<= 2; print(x)  # expect: 116
x >>= 1; print(x)  # expect: 58
x |= 1; print(x)  # expect: 59
x &= 57; print(x)  # expect: 57
x ^= 3; print(x)  # expect: 58
x /= 4; print(x)  # expect: 14.5
class Box: pass
box = Box()
box.n = 1
box.n += 1
d = {"k": [1]}
d["k"] += [2]
print(box.n, d)  # expect: 2 {'k': [1, 2]}
