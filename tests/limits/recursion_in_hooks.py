# Infinite recursion in attribute hooks, calls, iteration, construction.
class A:
    def __getattr__(self, name): return self.missing
class B:
    def __setattr__(self, name, v): self.x = v
class C:
    def __call__(self): return self()
class D:
    def __iter__(self): return iter(self)
class E:
    def __init__(self): E()
class F:
    def __getitem__(self, i): return self[i]
class G:
    def __add__(self, o): return self + o
class H:
    @property
    def p(self): return self.p
class I:
    def __next__(self): return next(self)
def gen(): yield from gen()
def setter(): B().x = 1
for f in (lambda: A().x, setter, lambda: C()(), lambda: list(D()), E, lambda: F()[0],
          lambda: G() + 1, lambda: H().p, lambda: next(I()), lambda: next(gen()),
          lambda: max([1, 2], key=lambda x: f()), lambda: eval("f()"),
          lambda: sum(f() for _ in "a"), lambda: list(map(lambda x: f(), [1]))):
    try:
        f()
        print("returned")
    except RecursionError:
        print("RecursionError", end=" ")
print()
# expect: RecursionError RecursionError RecursionError RecursionError RecursionError RecursionError RecursionError RecursionError RecursionError RecursionError RecursionError RecursionError RecursionError RecursionError
