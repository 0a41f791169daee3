# WeakKeyDictionary.
import weakref, gc


class K:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        return self.v == other.v

    def __hash__(self):
        return hash(self.v)

    def __lt__(self, other):
        return self.v < other.v

    def __repr__(self):
        return f"K({self.v})"


a, b, c = K(1), K(2), K(3)
d = weakref.WeakKeyDictionary({a: "a", b: "b"})
d[c] = "c"
print(len(d), sorted(d), d[a], d[K(2)], d.get(K(9)), d.get(K(9), 0), K(1) in d, 5 in d)
# expect: 3 [K(1), K(2), K(3)] a b None 0 True False
d[K(1)] = "new"
print(d[a], sorted(d)[0] is a, sorted(d.values()), sorted(d.items()))
# expect: new True ['b', 'c', 'new'] [(K(1), 'new'), (K(2), 'b'), (K(3), 'c')]
print(sorted(r().v for r in d.keyrefs()))  # expect: [1, 2, 3]
del b
gc.collect()
print(len(d), sorted(d))  # expect: 2 [K(1), K(3)]
print(d.setdefault(a, 1), d.setdefault(K(8), 1), d.pop(c), d.pop(c, 7))  # expect: new 1 c 7
gc.collect()
print(len(d))  # expect: 1
try:
    del d[c]
except KeyError:
    print("KeyError")  # expect: KeyError
try:
    d["str"] = 1
except TypeError as e:
    print(e)  # expect: cannot create weak reference to 'str' object
d.update({c: 4})
e = d.copy()
print(e == d, sorted(e), sorted((e | {a: 0}).items()))
# expect: True [K(1), K(3)] [(K(1), 0), (K(3), 4)]
print(e.popitem()[1], len(e))  # expect: 4 1
del a, c
gc.collect()
print(len(d), list(d))  # expect: 0 []
