# wraps, total_ordering, cmp_to_key.
from functools import wraps, total_ordering, cmp_to_key
def deco(f):
    @wraps(f)
    def wrapper(*a):
        "wrapper doc"
        return ("wrapped", f(*a))
    return wrapper
@deco
def named(x):
    "named doc"
    return x
print(named(1), named.__name__, named.__doc__, named.__wrapped__(2))
# expect: ('wrapped', 1) named named doc 2
@total_ordering
class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(V(1) <= V(1), V(2) > V(1), V(2) >= V(3), max([V(1), V(3), V(2)]).v)
# expect: True True False 3
print(sorted([5, 2, 8], key=cmp_to_key(lambda a, b: b - a)),
      min("bca", key=cmp_to_key(lambda a, b: (a > b) - (a < b))))  # expect: [8, 5, 2] a
