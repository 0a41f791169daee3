# Keyword arguments of a call keep their order; any string may be a key of **kwargs.
def f(**kw): return list(kw)
print(f(z=1, a=2, m=3))  # expect: ['z', 'a', 'm']
print(f(**{"not a name": 1, "": 2}))  # expect: ['not a name', '']
def change(**kw):
    kw["new"] = 1
    return kw
d = {"x": 0}
print(change(**d), d)  # expect: {'x': 0, 'new': 1} {'x': 0}
