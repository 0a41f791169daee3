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
