# Exceptions raised by Python code that built-in functions call, at every step of their work.
class Stop(Exception): pass
def items(n):
    for i in range(6):
        if i == n: raise Stop(i)
        yield i
def key(n):
    calls = [0]
    def f(*a):
        calls[0] += 1
        if calls[0] > n: raise Stop(n)
        return a[0]
    return f
consumers = [list, tuple, set, frozenset, sum, max, min, sorted, any,
             lambda x: all(i >= 0 for i in x), bytes, bytearray, lambda x: dict(enumerate(x)),
             lambda x: "".join(map(str, x)), lambda x: [].extend(x), lambda x: {}.fromkeys(x),
             lambda x: list(zip(x, x)), lambda x: list(map(str, x)),
             lambda x: list(filter(None, x)), lambda x: [*x], lambda x: print(*x),
             lambda x: set().union(x), lambda x: [i for i in x], lambda x: 99 in x,
             lambda x: list(reversed(list(x))), lambda x: next(iter(list(x)))]
caught = 0
for consume in consumers:
    for n in range(6):
        try:
            consume(items(n))
            print("no error", n)
            # expect: no error 2
            # expect: no error 3
            # expect: no error 4
            # expect: no error 5
        except Stop:
            caught += 1
        except ValueError:
            print("ValueError", n)
print(caught)  # expect: 152
caught = 0
data = [5, 3, 8, 1, 9, 2]
for use in (lambda f: sorted(data, key=f), lambda f: max(data, key=f), lambda f: min(data, key=f),
            lambda f: list(map(f, data)), lambda f: list(filter(f, data)),
            lambda f: data[:].sort(key=f), lambda f: [f(x) for x in data],
            lambda f: {f(x) for x in data}, lambda f: list(iter(lambda: f(1), 2))):
    for n in range(6):
        try:
            use(key(n))
            print("no error", n)
        except Stop:
            caught += 1
print(caught)  # expect: 54
