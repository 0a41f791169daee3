# Iteration, unpacking, reversed, enumerate, nested lists.
a = [1, [2, [3]]]
x, (y, (z,)) = a
print(x, y, z, list(reversed([1, 2, 3])), [*enumerate("ab", 1)])
# expect: 1 2 3 [3, 2, 1] [(1, 'a'), (2, 'b')]
it = iter([1, 2])
print(next(it), next(it), next(it, "end"), next(it, "end"))  # expect: 1 2 end end
growing = [1]
for v in growing:
    if len(growing) < 5: growing.append(v * 2)
print(growing)  # expect: [1, 2, 4, 8, 16]
shrinking = [1, 2, 3, 4]
for v in shrinking:
    shrinking.remove(v)
print(shrinking)  # expect: [2, 4]
m = [[0] * 3 for _ in range(2)]
m[0][1] = 5
print(m, [list(r) for r in zip(*m)], sum(m, []))
# expect: [[0, 5, 0], [0, 0, 0]] [[0, 0], [5, 0], [0, 0]] [0, 5, 0, 0, 0, 0]
