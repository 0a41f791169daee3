# Default values are evaluated at the def, once, from left to right.
def show(x):
    print("default", x)
    # expect: default 1
    # expect: default 2
    return x
def f(a=show(1), *, b=show(2)):
    return a, b
print("defined")  # expect: defined
print(f(), f(5))  # expect: (1, 2) (5, 2)
def grow(x, into=[]):
    into.append(x)
    return into
print(grow(1), grow(2), grow(3, []))  # expect: [1, 2] [1, 2] [3]
