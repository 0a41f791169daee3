# Matching a mapping does not create missing keys.
from collections import defaultdict, OrderedDict
d = defaultdict(list)
match d:
    case {"k": v}: print("never")
    case {}: print("no key", len(d))  # expect: no key 0
match OrderedDict(a=1, b=2):
    case {"b": b, **rest}: print(b, rest, type(rest).__name__)  # expect: 2 {'a': 1} dict
