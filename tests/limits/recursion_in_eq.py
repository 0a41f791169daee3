# Infinite recursion in comparison, hashing, truth.
class A:
    def __eq__(self, o): return self == o
    def __hash__(self): return hash(self)
    def __lt__(self, o): return self < o
    def __bool__(self): return bool(self)
    def __len__(self): return len(self)
    def __contains__(self, x): return x in self
    def __int__(self): return int(self)
a, b = A(), A()
for f in (lambda: a == b, lambda: hash(a), lambda: a < b, lambda: bool(a), lambda: len(a),
          lambda: 1 in a, lambda: [a] == [b], lambda: {a: 1}, lambda: sorted([a, b]),
          lambda: a in [b], lambda: not a, lambda: [b].index(a), lambda: int(a)):
    try:
        f()
        print("returned")
    except RecursionError:
        print("RecursionError", end=" ")
print()
# expect: RecursionError RecursionError RecursionError RecursionError RecursionError RecursionError RecursionError RecursionError RecursionError RecursionError RecursionError RecursionError RecursionError
