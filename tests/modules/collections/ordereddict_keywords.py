# OrderedDict: keyword arguments of pop, setdefault and fromkeys; copies are of the same class.
from collections import OrderedDict

d = OrderedDict(a=1)
print(d.pop(key="a"), d.pop(key="a", default=2), d.pop("a", 3), d.pop("a", default=None))  # expect: 1 2 3 None
print(d.setdefault(key="b"), d.setdefault("c", default=4), d.setdefault("c", 5), d)
# expect: None 4 4 OrderedDict([('b', None), ('c', 4)])
print(OrderedDict.fromkeys(iterable="ab", value=1), OrderedDict.fromkeys("a", value=2), OrderedDict.fromkeys("c"))
# expect: OrderedDict([('a', 1), ('b', 1)]) OrderedDict([('a', 2)]) OrderedDict([('c', None)])
for wrong in (lambda: d.pop("x"), lambda: d.pop(), lambda: d.pop("x", other=1), lambda: {}.pop("x"), lambda: d.setdefault()):
    try:
        wrong()
    except (KeyError, TypeError) as e:
        print(type(e).__name__)
# expect: KeyError
# expect: TypeError
# expect: TypeError
# expect: KeyError
# expect: TypeError


class Sub(OrderedDict):
    pass


s = Sub(a=1, b=2)
s.note = "n"
c = s.copy()
print(type(c).__name__, list(c.items()), hasattr(c, "note"), type(d.copy()) is OrderedDict, d.copy() == d, d.copy() is d)
# expect: Sub [('a', 1), ('b', 2)] False True True False
