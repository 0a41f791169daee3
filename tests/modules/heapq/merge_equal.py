# merge of equal items keeps the order of the iterables, both ways round.
from heapq import merge

rows = [[("a", 1), ("b", 1)], [("a", 2), ("b", 2)], [("a", 3)]]
print(list(merge(*rows, key=lambda pair: pair[0])))
# expect: [('a', 1), ('a', 2), ('a', 3), ('b', 1), ('b', 2)]
rows = [row[::-1] for row in rows]
print(list(merge(*rows, key=lambda pair: pair[0], reverse=True)))
# expect: [('b', 1), ('b', 2), ('a', 1), ('a', 2), ('a', 3)]
print(list(merge([3.0, 1], [3, 1.0], reverse=True)))      # expect: [3.0, 3, 1, 1.0]
