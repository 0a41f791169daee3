# sum with a start; not for strings.
print(sum([]), sum([1, 2]), sum([1.5, 2]), sum([1, 2], 10), sum([[1], [2]], []),
      sum([(1,), (2,)], ()), sum(range(101)), sum([1, 2], start=5), sum([True, True]), sum([1j, 2]),
      sum([0.1] * 3))  # expect: 0 3 3.5 13 [1, 2] (1, 2) 5050 8 2 (2+1j) 0.30000000000000004
print(sum([10 ** 20] * 3), sum([2 ** 62, 2 ** 62]), sum({1: 0, 2: 0}), sum(x for x in (1, 2)))
# expect: 300000000000000000000 9223372036854775808 3 3
class V:
    def __radd__(self, o): return ("radd", o)
print(sum([V()]))  # expect: ('radd', 0)
for bad in (lambda: sum(["a"]), lambda: sum(["a"], ""), lambda: sum([b"a"], b""), lambda: sum(5),
            lambda: sum(), lambda: sum([[1]])):
    try:
        bad()
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError

# Floats of every kind, with whole numbers before and behind them.
class F(float):
    def __radd__(self, other):
        return 7
    def __add__(self, other):
        return 5
print(sum([0.0, 1.5, 2, 3.5]), sum([1, 2, 0.0, -0.0]), sum([-0.0]), sum([-0.0, -0.0], -0.0))
# expect: 7.0 3.0 0.0 -0.0
print(sum([float("nan"), 1.0]), sum([1e308, 1e308]), sum([2**62, 2**62, 0.5, 0.0]))
# expect: nan inf 9.223372036854776e+18
print(sum((0.0,) * 5, 0.0), sum([1.0, 2j]), sum([0.0, True]), sum([1e-320, 5e-324, 0.0]))
# expect: 0.0 (1+2j) 1.0 1.0005e-320
print(sum([0.0, F(1)]), sum([F(1), 2.0]), sum([1.5, 0.0, F(2), 3]))  # expect: 7 9.0 10
