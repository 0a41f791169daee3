# A key that is not equal to itself ends its group after one item; the same object is one group.
from itertools import groupby
nan = float("nan")
print([(k == k, list(g)) for k, g in groupby([nan, nan, 1, nan])])
# expect: [(False, [nan, nan]), (True, [1]), (False, [nan])]
print([len(list(g)) for k, g in groupby([1, 2, 3], key=lambda v: float("nan"))])
# expect: [1, 1, 1]
print(len(list(groupby([float("nan"), 2, 2.0, float("nan")]))))  # expect: 3
