# defaultdict: missing keys are made by the factory.
from collections import defaultdict
d = defaultdict(list)
for k, v in [("a", 1), ("b", 2), ("a", 3)]: d[k].append(v)
print(d == {"a": [1, 3], "b": [2]}, d["new"], "gone" in d, d.get("gone"), len(d),
      d.default_factory is list, repr(defaultdict(int, {"x": 1}))[-9:])
# expect: True [] False None 3 True {'x': 1})
n = defaultdict(int, a=5)
for c in "banana": n[c] += 1
print(dict(n), sorted(n.items()), n.copy()["zzz"], isinstance(n, dict), dict(n | {"q": 1}))
# expect: {'a': 8, 'b': 1, 'n': 2} [('a', 8), ('b', 1), ('n', 2)] 0 True {'a': 8, 'b': 1, 'n': 2, 'q': 1}
none = defaultdict(None, k=1)
for bad in (lambda: none["x"], lambda: defaultdict(5), lambda: defaultdict(lambda: 1 / 0)["x"]):
    try:
        print(bad())
    except (KeyError, TypeError, ZeroDivisionError) as e:
        print(type(e).__name__, end=" ")
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(t["a"]["b"]["c"], list(t), defaultdict(lambda: "made")["k"])
# expect: KeyError TypeError ZeroDivisionError 1 ['a'] made
