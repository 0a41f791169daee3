# range: items, length, membership, slices, comparison.
r = range(2, 20, 3)
print(r, list(r), len(r), r[0], r[-1], r[1:4], r[::-1], r[::2], 5 in r, 6 in r, 5.0 in r, "x" in r,
      range(3), range(0))
# expect: range(2, 20, 3) [2, 5, 8, 11, 14, 17] 6 2 17 range(5, 14, 3) range(17, -1, -3) range(2, 20, 6) True False True False range(0, 3) range(0, 0)
print(r.start, r.stop, r.step, r.index(8), r.count(8), r.count(9), list(range(5, 0, -2)),
      range(0, 3, 2) == range(0, 4, 2), range(0) == range(5, 5))
# expect: 2 20 3 2 1 0 [5, 3, 1] True True
print(hash(range(3)) == hash(range(0, 3)), list(reversed(range(4))), bool(range(0)),
      list(range(-3, 3, 2)), range(10)[2:8:3], range(5) == [0, 1, 2, 3, 4])
# expect: True [3, 2, 1, 0] False [-3, -1, 1] range(2, 8, 3) False
print(max(range(5)), sum(range(101)), list(zip(range(2), range(9))), range(True), list(range(3, 3)))
# expect: 4 5050 [(0, 0), (1, 1)] range(0, 1) []
big = range(10 ** 20, 10 ** 20 + 10, 3)
print(list(big), len(big), big[2], 10 ** 20 + 3 in big, 10 ** 20 in range(10 ** 30),
      range(10 ** 30)[-1])
# expect: [100000000000000000000, 100000000000000000003, 100000000000000000006, 100000000000000000009] 4 100000000000000000006 True True 999999999999999999999999999999
for bad in (lambda: range(1, 2, 0), lambda: range(1.5), lambda: range("a"), lambda: range(),
            lambda: range(1, 2, 3, 4), lambda: range(3)[3], lambda: range(3)[-4],
            lambda: range(5).index(9), lambda: len(range(10 ** 30)),
            lambda: setattr(range(3), "start", 1)):
    try:
        bad()
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError) as e:
        print(type(e).__name__, end=" ")
print()
# expect: ValueError TypeError TypeError TypeError TypeError IndexError IndexError ValueError OverflowError AttributeError
