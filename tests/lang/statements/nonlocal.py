# nonlocal rebinds the nearest enclosing function's variable.
def counter():
    n = 0
    def step(by=1):
        nonlocal n
        n += by
        return n
    return step
a, b = counter(), counter()
print(a(), a(5), b(), a())  # expect: 1 6 1 7
def outer():
    x = "outer"
    def middle():
        def inner():
            nonlocal x
            x = "inner"
        inner()
        return x
    return middle(), x
print(outer())  # expect: ('inner', 'inner')
def in_class():
    v = 1
    class C:
        nonlocal v
        v = 2
    return v, hasattr(C, "v")
print(in_class())  # expect: (2, False)
