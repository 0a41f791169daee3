# count, cycle, repeat.
from itertools import count, cycle, repeat, islice
print(list(islice(count(), 3)), list(islice(count(5, 2), 3)), list(islice(count(0.5, 0.5), 3)),
      list(islice(count(-1, -1), 2)), list(islice(count(10 ** 20), 2)),
      list(islice(cycle("ab"), 5)), list(cycle([])), list(repeat("x", 3)),
      list(islice(repeat(1), 2)), list(repeat(1, 0)), list(repeat(1, -5)))
# expect: [0, 1, 2] [5, 7, 9] [0.5, 1.0, 1.5] [-1, -2] [100000000000000000000, 100000000000000000001] ['a', 'b', 'a', 'b', 'a'] [] ['x', 'x', 'x'] [1, 1] [] []
print(list(map(pow, range(4), repeat(2))), list(zip(count(1), "ab")), count(3), count(1, 2),
      repeat("a", 2), list(islice(cycle(x for x in (1, 2)), 3)))
# expect: [0, 1, 4, 9] [(1, 'a'), (2, 'b')] count(3) count(1, 2) repeat('a', 2) [1, 2, 1]
try:
    count("a")
except TypeError:
    print("TypeError")  # expect: TypeError
