# namedtuple: fields, methods, defaults, errors.
from collections import namedtuple
P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p[1], p == (1, 2), len(p), list(p), P._fields, p._asdict(), p._replace(x=9),
      P._make([5, 6]), isinstance(p, tuple), P.__name__)
# expect: P(x=1, y=2) 1 2 True 2 [1, 2] ('x', 'y') {'x': 1, 'y': 2} P(x=9, y=2) P(x=5, y=6) True P
x, y = p
print(x, y, hash(p) == hash((1, 2)), p + (3,), p < P(1, 3), p[::-1], "%d-%d" % p, p.index(2),
      repr([p]))  # expect: 1 2 True (1, 2, 3) True (2, 1) 1-2 1 [P(x=1, y=2)]
Q = namedtuple("Q", ["a", "b", "c"], defaults=[10, 20])
print(Q(1), Q(1, 2, 3), Q(1, c=5), Q._field_defaults, namedtuple("R", "a, b,c")(1, 2, 3),
      namedtuple("E", "")())
# expect: Q(a=1, b=10, c=20) Q(a=1, b=2, c=3) Q(a=1, b=10, c=5) {'b': 10, 'c': 20} R(a=1, b=2, c=3) E()
print(namedtuple("S", "a class a _x", rename=True)._fields)  # expect: ('a', '_1', '_2', '_3')
class Point(namedtuple("Base", "x y")):
    __slots__ = ()
    @property
    def norm(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __str__(self): return "<%d,%d>" % self
print(Point(3, 4).norm, str(Point(3, 4)), Point(3, 4))  # expect: 5.0 <3,4> <3,4>
for bad in (lambda: P(1), lambda: P(1, 2, 3), lambda: P(1, z=2), lambda: setattr(p, "x", 1),
            lambda: p.z, lambda: namedtuple("B", "a a"), lambda: namedtuple("B", "_a"),
            lambda: namedtuple("B", "class"), lambda: p._replace(z=1), lambda: P._make([1])):
    try:
        print(bad())
    except (TypeError, AttributeError, ValueError) as e:
        print(type(e).__name__, end=" ")
print()
# expect: TypeError TypeError TypeError AttributeError AttributeError ValueError ValueError ValueError ValueError TypeError
