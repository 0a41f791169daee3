# OrderedDict: order matters in comparison; move_to_end, popitem from both ends.
from collections import OrderedDict
d = OrderedDict([("b", 1), ("a", 2)])
d["c"] = 3
d.move_to_end("b")
print(list(d), d == {"b": 1, "c": 3, "a": 2}, d == OrderedDict(a=2, c=3, b=1),
      d == OrderedDict(b=1, a=2, c=3))  # expect: ['a', 'c', 'b'] True True False
d.move_to_end("c", last=False)
print(list(d.items()), d.popitem(), d.popitem(last=False), d, list(reversed(OrderedDict(x=1, y=2))))
# expect: [('c', 3), ('a', 2), ('b', 1)] ('b', 1) ('c', 3) OrderedDict([('a', 2)]) ['y', 'x']
print(isinstance(d, dict), OrderedDict.fromkeys("ab", 0), d.copy(), d | {"z": 1},
      OrderedDict(k=1).setdefault("k", 2), len(d), d.pop("a"), d)
# expect: True OrderedDict([('a', 0), ('b', 0)]) OrderedDict([('a', 2)]) OrderedDict([('a', 2), ('z', 1)]) 1 1 2 OrderedDict()
for bad in (lambda: OrderedDict().popitem(), lambda: d.move_to_end("zz"), lambda: d["q"]):
    try:
        print(bad())
    except KeyError:
        print("KeyError", end=" ")
print()  # expect: KeyError KeyError KeyError
