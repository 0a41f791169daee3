# Several * and ** in one call, mixed with other arguments; their order of evaluation.
def f(*args, **kw): return args, kw
print(f(*[1, 2], 3, *"ab", x=1, **{"y": 2}, z=3))
# expect: ((1, 2, 3, 'a', 'b'), {'x': 1, 'y': 2, 'z': 3})
print(f(*range(3), **dict(a=1), **dict(b=2)))  # expect: ((0, 1, 2), {'a': 1, 'b': 2})
print(f(*{1: 0, 2: 0}, *(x for x in "xy")))  # expect: ((1, 2, 'x', 'y'), {})
print(f(k=1, *[2]))  # expect: ((2,), {'k': 1})
def show(x):
    print(x)
    # expect: 1
    # expect: [2]
    # expect: 3
    # expect: {'m': 4}
    return x
f(show(1), *show([2]), k=show(3), **show({"m": 4}))
class Mapping:
    def keys(self): return ["p", "q"]
    def __getitem__(self, key): return key * 2
print(f(**Mapping()))  # expect: ((), {'p': 'pp', 'q': 'qq'})
