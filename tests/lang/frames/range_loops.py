# Counting loops with bounds and steps of all kinds.
def run(*a):
    out = []
    for i in range(*a):
        out.append(i)
        if len(out) == 4: break
    else:
        out.append("else")
    return out
print(run(3), run(0), run(-1), run(2, 5), run(5, 2), run(5, 2, -1), run(0, 10, 3), run(10, 0, -4),
      run(True), run(False, True), run(-3, 3, 2))
# expect: [0, 1, 2, 'else'] ['else'] ['else'] [2, 3, 4, 'else'] ['else'] [5, 4, 3, 'else'] [0, 3, 6, 9] [10, 6, 2, 'else'] [0, 'else'] [0, 'else'] [-3, -1, 1, 'else']
print(run(2 ** 62 - 2, 2 ** 62 + 1), run(2 ** 63 - 1, 2 ** 63 + 1), run(-2 ** 62 - 1, -2 ** 62 + 2),
      run(4611686018427387902, 4611686018427387905), run(10 ** 20, 10 ** 20 + 2),
      run(0, 10 ** 20, 10 ** 19), run(5, 10 ** 30), run(0, -10 ** 20, -10 ** 19 * 3))
# expect: [4611686018427387902, 4611686018427387903, 4611686018427387904, 'else'] [9223372036854775807, 9223372036854775808, 'else'] [-4611686018427387905, -4611686018427387904, -4611686018427387903, 'else'] [4611686018427387902, 4611686018427387903, 4611686018427387904, 'else'] [100000000000000000000, 100000000000000000001, 'else'] [0, 10000000000000000000, 20000000000000000000, 30000000000000000000] [5, 6, 7, 8] [0, -30000000000000000000, -60000000000000000000, -90000000000000000000]
for bad in ((1.5,), ("a",), (1, 2, 0), (None,), (1, 2, 3, 4), ()):
    try:
        run(*bad)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, end=" ")
print()  # expect: TypeError TypeError ValueError TypeError TypeError TypeError
class I:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
print(run(I(2)), run(I(1), I(4), I(2)))  # expect: [0, 1, 'else'] [1, 3, 'else']
def shadow():
    range = lambda n: "abc"[:n]
    return [c for c in range(2)], [c for c in range(3)]
print(shadow())  # expect: (['a', 'b'], ['a', 'b', 'c'])
total = 0
for a in range(30):
    for b in range(a, 30, 3):
        for c in range(b, a - 1, -2):
            total += a * b - c
print(total)  # expect: 138124
