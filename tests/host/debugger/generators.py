def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1


def delegate():
    r = yield from numbers(2)  # no stop on yield
    yield 9


def echo():
    while True:  # no stop
        got = yield
        if got is None:
            return 5


for x in numbers(2):
    print(x)
g = numbers(2)
next(g)
next(g)
for x in delegate():
    print(x)
e = echo()
next(e)
e.send(1)
try:  # no stop
    e.send(None)  # no stop on return
except StopIteration:
    pass  # no stop
squares = [n * n for n in range(3)]
evens = {n for n in range(4) if n % 2 == 0}
pairs = {n: m for n in range(2) for m in range(2)}
lazy = (n + 1 for n in [1, 2])
for x in lazy:
    print(x)
g.close()


def closing():
    try:  # no stop
        yield 1
    finally:
        print("closed")


c = closing()
next(c)
c.close()
