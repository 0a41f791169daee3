# Unpacking from any iterable, nested and with a starred name.
a, b = 1, 2
a, b = b, a
print(a, b)  # expect: 2 1
(p, [q, r]), s = (1, "xy"), 3.5
print(p, q, r, s)  # expect: 1 x y 3.5
first, *rest = range(5)
print(first, rest)  # expect: 0 [1, 2, 3, 4]
*init, last = "word"
print(init, last)  # expect: ['w', 'o', 'r'] d
head, *middle, tail = [1, 2]
print(head, middle, tail)  # expect: 1 [] 2
[x, (y, *z)] = 1, {5: 0, 6: 0, 7: 0}
print(x, y, z)  # expect: 1 5 [6, 7]
