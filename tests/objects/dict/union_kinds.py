"""a | b of different kinds of dicts: the kind of the operand that is no plain dict, the left one's of two."""
from collections import OrderedDict, defaultdict


kinds = [dict(z=1), defaultdict(int, a=1), OrderedDict(b=1)]
for x in kinds:
    for y in kinds:
        z = x | y
        print(type(x).__name__, type(y).__name__, type(z).__name__, sorted(z.items()))
        # expect: dict dict dict [('z', 1)]
        # expect: dict defaultdict defaultdict [('a', 1), ('z', 1)]
        # expect: dict OrderedDict OrderedDict [('b', 1), ('z', 1)]
        # expect: defaultdict dict defaultdict [('a', 1), ('z', 1)]
        # expect: defaultdict defaultdict defaultdict [('a', 1)]
        # expect: defaultdict OrderedDict defaultdict [('a', 1), ('b', 1)]
        # expect: OrderedDict dict OrderedDict [('b', 1), ('z', 1)]
        # expect: OrderedDict defaultdict OrderedDict [('a', 1), ('b', 1)]
        # expect: OrderedDict OrderedDict OrderedDict [('b', 1)]
