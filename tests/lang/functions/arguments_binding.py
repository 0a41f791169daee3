# Positional, keyword, default, *args and **kwargs parameters.
def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw
print(f(1, c=3))  # expect: (1, 2, (), 3, 4, {})
print(f(1, 5, 6, 7, c=3, x=8))  # expect: (1, 5, (6, 7), 3, 4, {'x': 8})
print(f(c=1, a=0))  # expect: (0, 2, (), 1, 4, {})
print(f(*"abcd", **{"c": 3, "y": 1}))  # expect: ('a', 'b', ('c', 'd'), 3, 4, {'y': 1})
print(f(1, *(), c=0, **{}))  # expect: (1, 2, (), 0, 4, {})
def only_kw(*, k): return k
print(only_kw(k=1))  # expect: 1
def nothing(*args, **kw): return args, kw
print(nothing())  # expect: ((), {})
print(nothing(1, x=2))  # expect: ((1,), {'x': 2})
