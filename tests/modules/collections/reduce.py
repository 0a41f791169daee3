# __reduce_ex__ of collections; the documentation of a named tuple's fields.
from collections import OrderedDict, defaultdict, deque, namedtuple

for o in OrderedDict(a=1), defaultdict(int, a=1), deque([1, 2], 3), deque("a"):
    f, args, *rest = o.__reduce_ex__(4)
    print(f.__name__, args, [r and list(r) for r in rest])
# expect: OrderedDict () [None, None, [('a', 1)]]
# expect: defaultdict (<class 'int'>,) [None, None, [('a', 1)]]
# expect: deque ((), 3) [None, [1, 2]]
# expect: deque () [None, ['a']]

P = namedtuple("P", "x y")
print(P.x.__doc__, "-", P.y.__doc__)       # expect: Alias for field number 0 - Alias for field number 1
P.x.__doc__ = "across"
print(P.x.__doc__, P(1, 2).x, P(3, 4).__reduce_ex__(2)[1][1:])   # expect: across 1 (3, 4)
