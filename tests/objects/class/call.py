# __call__ makes instances callable; it is looked up on the type.
class Adder:
    def __init__(self, n): self.n = n
    def __call__(self, *args, k=0): return self.n + sum(args) + k
a = Adder(10)
print(a(), a(1, 2), a(1, k=5), callable(a), callable(Adder), callable(5))
# expect: 10 13 16 True True False
print(list(map(a, range(3))), a.__call__(1))  # expect: [10, 11, 12] 11
a.__call__ = lambda *x: "instance"
print(a(1))  # expect: 11
class Not: pass
n = Not()
n.__call__ = lambda: 1
print(callable(n))  # expect: False
try:
    n()
except TypeError:
    print("TypeError")  # expect: TypeError
class Deep:
    __call__ = Adder(100)
print(Deep()(1))  # expect: 101
