# Comparison and hashing of ints with floats, bools, big numbers.
print(1 == 1.0, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 2 ** 53 + 1 > 2.0 ** 53,
      10 ** 400 > 1e308, -10 ** 400 < float("-inf"), 10 ** 30 == 1e30, 10 ** 22 == 1e22,
      5 < float("inf"))  # expect: True True False True True False False True True
print(1 == True, True + True, 2 > True, 10 ** 30 < 10 ** 31, -10 ** 30 > -10 ** 31,
      10 ** 30 != 10 ** 30 + 1, 3 <= 3, 5 == 5 + 0j, float("nan") > 10 ** 400)
# expect: True 2 True True True True True True False
print(hash(1) == hash(1.0) == hash(True), hash(2 ** 70) == hash(2.0 ** 70),
      hash(10 ** 30) == hash(10 ** 29 * 10), hash(-1) == hash(-1.0), hash(0.5) == hash(0.5 + 0j))
# expect: True True True True True
print(sorted([3, 2.5, True, -10 ** 20, 10 ** 20, 0]), max(10 ** 20, 1e19), min(1, 1.0),
      {2 ** 70: "a"}[2.0 ** 70])
# expect: [-100000000000000000000, 0, True, 2.5, 3, 100000000000000000000] 100000000000000000000 1 a
