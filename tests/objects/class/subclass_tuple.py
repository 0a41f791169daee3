# Subclasses of tuple and frozenset made by __new__.
class Point(tuple):
    __slots__ = ()
    def __new__(cls, x, y): return super().__new__(cls, (x, y))
    @property
    def x(self): return self[0]
    def __add__(self, o): return Point(self[0] + o[0], self[1] + o[1])
p = Point(1, 2)
print(p, p.x, p + p, type(p + p).__name__, p == (1, 2), hash(p) == hash((1, 2)), {(1, 2): "v"}[p])
# expect: (1, 2) 1 (2, 4) Point True True v
x, y = p
print(x, y, len(p), list(p), p[::-1], type(p[:]).__name__, p * 2, isinstance(p, tuple), "%s-%s" % p)
# expect: 1 2 2 [1, 2] (2, 1) tuple (1, 2, 1, 2) True 1-2
class F(frozenset):
    def __new__(cls, text): return super().__new__(cls, text.split())
f = F("a b a")
print(len(f), "a" in f, sorted(f), f == {"a", "b"}, type(f | {1}).__name__,
      hash(f) == hash(frozenset("ab")))  # expect: 2 True ['a', 'b'] True frozenset True
