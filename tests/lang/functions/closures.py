# Closures share variables, not values; each call has its own.
def make():
    x = 0
    def get(): return x
    def set_(v):
        nonlocal x
        x = v
    return get, set_
get, set_ = make()
set_(5)
print(get(), make()[0]())  # expect: 5 0
late = [lambda: i for i in range(3)]
print([f() for f in late])  # expect: [2, 2, 2]
early = [lambda i=i: i for i in range(3)]
print([f() for f in early])  # expect: [0, 1, 2]
def before():
    def inner(): return later
    later = "bound after the def"
    return inner()
print(before())  # expect: bound after the def
def param(a, *args, **kw):
    return lambda: (a, args, kw)
print(param(1, 2, k=3)())  # expect: (1, (2,), {'k': 3})
