# WeakValueDictionary.
import weakref, gc


class A:
    def __init__(self, v):
        self.v = v

    def __repr__(self):
        return f"A({self.v})"


a, b, c = A(1), A(2), A(3)
d = weakref.WeakValueDictionary({"a": a, "b": b})
d["c"] = c
print(len(d), sorted(d), d["a"], d.get("x"), d.get("x", 5), "a" in d, "x" in d)
# expect: 3 ['a', 'b', 'c'] A(1) None 5 True False
print(sorted(d.items()), sorted(d.keys()), sorted(v.v for v in d.values()))
# expect: [('a', A(1)), ('b', A(2)), ('c', A(3))] ['a', 'b', 'c'] [1, 2, 3]
print(sorted(r().v for r in d.valuerefs()), sorted(r().v for r in d.itervaluerefs()))
# expect: [1, 2, 3] [1, 2, 3]
del b
gc.collect()
print(len(d), sorted(d), "b" in d)  # expect: 2 ['a', 'c'] False
try:
    d["b"]
except KeyError as e:
    print("KeyError", e)  # expect: KeyError 'b'
print(d.setdefault("a", c), d.setdefault("n", c), d.pop("n"), d.pop("n", 0))
# expect: A(1) A(3) A(3) 0
try:
    d.pop("n")
except KeyError as e:
    print("KeyError", e)  # expect: KeyError 'n'
e = d.copy()
print(type(e) is weakref.WeakValueDictionary, e == d, e == {"a": a, "c": c})
# expect: True True True
del e["a"]
print(e == d, sorted(e | {"z": a}), sorted({"z": a} | e))  # expect: False ['c', 'z'] ['c', 'z']
e |= {"y": a}
print(sorted(e), e.popitem()[0] in "cy", len(e))  # expect: ['c', 'y'] True 1
e.clear()
print(len(e), list(e))  # expect: 0 []
for k in d:                                                # what dies meanwhile
    a = c = None
    gc.collect()
gc.collect()                                               # what the iteration held
print(len(d))  # expect: 0
d["again"] = x = A(4)
d["again"] = y = A(5)                                      # the old value's death must not remove the new
del x
gc.collect()
print(d["again"])  # expect: A(5)
try:
    d["no"] = 5
except TypeError as e:
    print(e)  # expect: cannot create weak reference to 'int' object
w = weakref.ref(d)
del d
gc.collect()
print(w())  # expect: None
