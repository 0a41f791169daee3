# OrderedDict: moving and taking at both ends.
from collections import OrderedDict
d = OrderedDict((c, i) for i, c in enumerate("abcdef"))
for c in "fec": d.move_to_end(c, last=False)
d.move_to_end("a")
print("".join(d), d.popitem(), d.popitem(last=False), "".join(reversed(d)))
# expect: cefbda ('a', 0) ('c', 2) dbfe
for i in range(100):
    d.move_to_end("d", last=False)
    d.move_to_end("b")
print(d, d["d"], "e" in d, len(d))
# expect: OrderedDict([('d', 3), ('e', 4), ('f', 5), ('b', 1)]) 3 True 4
