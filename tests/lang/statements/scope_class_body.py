# Names of a class body are not visible in its functions; the body sees enclosing functions.
x = "module"
class C:
    x = "class"
    y = x
    def method(self):
        return x
    z = [x for _ in range(1)]
print(C.y, C().method(), C.z)  # expect: class module ['module']
def f():
    x = "function"
    class D:
        seen = x
        def method(self): return x
    return D.seen, D().method()
print(f())  # expect: ('function', 'function')
def g(x):
    class E:
        x = x + 1 if isinstance(x, int) else x
    return E
n = 5
class F:
    n = n + 1
print(F.n, n)  # expect: 6 5
