# A variable seen through several levels of functions and classes.
def a(x):
    def b():
        def c():
            class D:
                def e(self):
                    return lambda: x
            return D().e()()
        return c()
    return b()
print(a(1), a("two"))  # expect: 1 two
def f(n):
    if n == 0:
        return lambda: 0
    inner = f(n - 1)
    return lambda: inner() + n
print(f(50)())  # expect: 1275
