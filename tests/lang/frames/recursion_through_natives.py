# Python and built-in functions calling each other in deep alternation.
def f(n): return n if n <= 0 else max(map(f, [n - 1, n - 2 if n < 3 else 0])) + 1
print(f(40))  # expect: 40
def g(n): return sum(g(x) for x in range(n)) + 1
print(g(8))  # expect: 256
class T:
    def __init__(self, v, kids=()): self.v, self.kids = v, kids
    def __repr__(self): return "T(%r, %r)" % (self.v, list(self.kids))
    def __len__(self): return 1 + sum(map(len, self.kids))
    def __eq__(self, o): return self.v == o.v and list(self.kids) == list(o.kids)
    def __lt__(self, o): return (self.v, sorted(self.kids)) < (o.v, sorted(o.kids))
    def __hash__(self): return hash((self.v, tuple(map(hash, self.kids))))
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
    def __contains__(self, v): return self.v == v or any(v in k for k in self.kids)
    def __add__(self, o): return T(self.v + o, [k + o for k in self.kids])
def make(n): return T(n, [make(i) for i in range(n)])
t = make(4)
print(len(t), t == make(4), hash(t) == hash(make(4)), sum(t), 3 in t, 9 in t, sum(t + 1),
      repr(make(2)), t < make(4), sorted([make(2), make(1), make(3)])[0])
# expect: 16 True True 15 True False 31 T(2, [T(0, []), T(1, [T(0, [])])]) False T(1, [T(0, [])])
print(len({make(i % 5): i for i in range(20)}), max([make(3), make(2)], key=len).v,
      ",".join(map(str, make(2))), dict(zip(make(2), make(2))), "%s" % make(1), f"{make(1)!r:>12}")
# expect: 5 3 2,0,1,0 {2: 2, 0: 0, 1: 1} T(1, [T(0, [])]) T(1, [T(0, [])])
