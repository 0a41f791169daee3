# Comprehensions have a scope of their own; the first iterable is evaluated outside.
x = "outside"
print([x for x in range(3)], x)  # expect: [0, 1, 2] outside
print([[i * j for j in range(3)] for i in range(3)])  # expect: [[0, 0, 0], [0, 1, 2], [0, 2, 4]]
class C:
    data = [1, 2, 3]
    doubled = [d * 2 for d in data]
    try:
        bad = [d for _ in data for d in data]
    except NameError:
        bad = "NameError"
print(C.doubled, C.bad)  # expect: [2, 4, 6] NameError
fs = [lambda: i for i in range(3)]
print([f() for f in fs])  # expect: [2, 2, 2]
def f(n):
    return [(lambda k: k + n)(i) for i in range(3)]
print(f(10))  # expect: [10, 11, 12]
print([y for x in [1, 2] for y in [x, x * 10] if y != 2])  # expect: [1, 10, 20]
print([(a, b) for a, *b in ["xyz", (1,)]])  # expect: [('x', ['y', 'z']), (1, [])]
print([i for i in range(5) if i if i % 2])  # expect: [1, 3]
