# Keys with their own __hash__ and __eq__; collisions.
class K:
    def __init__(self, v, h): self.v, self.h = v, h
    def __hash__(self): return self.h
    def __eq__(self, o): return isinstance(o, K) and self.v == o.v
    def __repr__(self): return "K%d" % self.v
d = {K(i, i % 3): i for i in range(30)}
print(len(d), d[K(17, 2)], K(17, 1) in d, K(99, 0) in d)  # expect: 30 17 False False
for i in range(0, 30, 2): del d[K(i, i % 3)]
print(len(d), list(d)[:3], d.get(K(4, 1), "gone"))  # expect: 15 [K1, K3, K5] gone
class Bad:
    def __hash__(self): return 1
    def __eq__(self, o): raise ValueError("in eq")
b = Bad()
d = {b: 1}
print(d[b])  # expect: 1
for action in (lambda: d[Bad()], lambda: Bad() in d, lambda: d.setdefault(Bad(), 1),
               lambda: {Bad(): 1, Bad(): 2}):
    try:
        action()
    except ValueError as e:
        print(e, end=" ")
class NoHash:
    def __hash__(self): raise KeyError("no hash")
try:
    {NoHash(): 1}
except KeyError as e:
    print(e)  # expect: in eq in eq in eq in eq 'no hash'
