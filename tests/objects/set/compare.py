# Subset and superset comparisons.
a, b = {1, 2}, {1, 2, 3}
print(a < b, a <= a, a < a, b > a, b >= {1}, a == {2, 1}, a != b, a < {7, 8, 9}, a == [1, 2],
      a == frozenset(a))  # expect: True True False True True True True False False True
print(a.issubset([1, 2, 3]), b.issuperset(""), a.isdisjoint([3, 4]), a.isdisjoint({2}),
      set() <= set(), a.issubset(range(2)))  # expect: True True True False True False
print(1 in a, "x" not in a, bool(set()), len(b), hash(frozenset(a)) == hash(frozenset([2, 1])),
      {frozenset([1]): "v"}[frozenset({1})])  # expect: True True False 3 True v
print({1} in [frozenset({1})], {1} in {frozenset({1})}, sorted([3, 1, 2], key=lambda x: x not in a))
# expect: True True [1, 2, 3]
for bad in (lambda: a < [1], lambda: hash(a), lambda: a.issubset(5)):
    try:
        bad()
    except TypeError:
        print("TypeError", end=" ")
print()  # expect: TypeError TypeError TypeError
