# x if c else y, nested and with lambdas.
f = lambda n: "neg" if n < 0 else "zero" if n == 0 else "pos"
print(f(-1), f(0), f(1))  # expect: neg zero pos
print((1 if True else 2) + 3, 1 if False else 2 + 3)  # expect: 4 5
print([x if x % 2 else -x for x in range(5)])  # expect: [0, 1, -2, 3, -4]
print("a" if [] else "b" if () else "c")  # expect: c
def fail(): raise ValueError
print("not evaluated" if True else fail())  # expect: not evaluated
