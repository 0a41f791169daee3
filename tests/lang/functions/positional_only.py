# Parameters before / take positions only; the same name may be a key of **kwargs.
def f(a, b=2, /, c=3, *, d=4):
    return a, b, c, d
print(f(1), f(1, 5, 6), f(1, c=9, d=0))  # expect: (1, 2, 3, 4) (1, 5, 6, 4) (1, 2, 9, 0)
def g(a, /, **kw):
    return a, kw
print(g(1, a=2))  # expect: (1, {'a': 2})
print((lambda x, /, y: (x, y))(1, y=2))  # expect: (1, 2)
for call in ("f(a=1)", "f(1, b=2)", "f()"):
    try:
        eval(call)
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
