# Lambdas with every kind of parameter.
print((lambda: 1)())  # expect: 1
print((lambda x, y=2, *a, k=3, **kw: (x, y, a, k, kw))(1, 5, 6, k=7, z=8))
# expect: (1, 5, (6,), 7, {'z': 8})
print((lambda *, k: k)(k=1))  # expect: 1
print((lambda *a: a)(1, 2))  # expect: (1, 2)
print((lambda x: lambda y: x + y)(1)(2))  # expect: 3
f = lambda x: (yield x)
print(list(f(3)))  # expect: [3]
print([g(2) for g in (lambda x: x + 1, lambda x: x * 10)])  # expect: [3, 20]
print((lambda x: x if x else "zero")(0))  # expect: zero
print((lambda: (1, 2))(), (lambda a, b: b)(*"ab"))  # expect: (1, 2) b
print((lambda: 0).__name__)  # expect: <lambda>
