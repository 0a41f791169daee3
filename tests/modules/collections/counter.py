# Counter: counting, arithmetic, most_common.
from collections import Counter
c = Counter("banana")
print(c, c["a"], c["x"], c.most_common(2), sorted(c.elements()), sum(c.values()), c.total(),
      list(c), "x" in c)
# expect: Counter({'a': 3, 'n': 2, 'b': 1}) 3 0 [('a', 3), ('n', 2)] ['a', 'a', 'a', 'b', 'n', 'n'] 6 6 ['b', 'a', 'n'] False
c.update("bn"); c.update({"z": 5}); c.subtract("aa"); c["q"] += 1
print(dict(c), Counter(a=2, b=1) + Counter(a=1, c=1), Counter(a=2, b=1) - Counter(a=1, b=3),
      Counter(a=2) & Counter(a=1, b=1), Counter(a=2) | Counter(a=1, b=1))
# expect: {'b': 2, 'a': 1, 'n': 3, 'z': 5, 'q': 1} Counter({'a': 3, 'b': 1, 'c': 1}) Counter({'a': 1}) Counter({'a': 1}) Counter({'a': 2, 'b': 1})
print(Counter(), Counter([1, 1, 2]), Counter({"x": 0}), +Counter(a=1, b=-1), -Counter(a=1, b=-1),
      Counter(a=1) == Counter(a=1, b=0), Counter("aab") <= Counter("aabb"), isinstance(c, dict),
      Counter("abc").most_common())
# expect: Counter() Counter({1: 2, 2: 1}) Counter({'x': 0}) Counter({'a': 1}) Counter({'b': 1}) True True True [('a', 1), ('b', 1), ('c', 1)]
del c["no such key"]
d = Counter(a=3); d += Counter(b=2); d.subtract(a=5)
print(d, d.copy() == d, Counter(x for x in "mississippi").most_common(1))
# expect: Counter({'b': 2, 'a': -2}) True [('i', 4)]
