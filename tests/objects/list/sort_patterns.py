# Sorting of sorted, reversed, equal, sawtooth and random data.
def check(data):
    s = sorted(data)
    ok = all(a <= b for a, b in zip(s, s[1:])) and len(s) == len(data) and set(s) == set(data)
    r = sorted(data, reverse=True)
    return ok and r == s[::-1]
n = 1500
print(check(list(range(n))), check(list(range(n, 0, -1))), check([5] * n),
      check([i % 7 for i in range(n)]))  # expect: True True True True
x, data = 12345, []
for i in range(n):
    x = (x * 1103515245 + 12345) % 2 ** 31
    data.append(x / 7 if i % 2 else x)
print(check(data), check(data[:64]), check(data[:65]), check(data[:2]), check(data[:1]), check([]))
# expect: True True True True True True
pairs = [(v % 10, i) for i, v in enumerate(range(n, 0, -1))]
pairs.sort(key=lambda p: p[0])
print(all(a[0] < b[0] or a[1] < b[1] for a, b in zip(pairs, pairs[1:])))  # expect: True
