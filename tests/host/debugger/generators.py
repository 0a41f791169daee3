def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1


def delegate():
    r = yield from numbers(2)
    yield 9


def echo():
    while True:
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
try:
    e.send(None)
except StopIteration:
    pass
squares = [n * n for n in range(3)]
evens = {n for n in range(4) if n % 2 == 0}
pairs = {n: m for n in range(2) for m in range(2)}
lazy = (n + 1 for n in [1, 2])
for x in lazy:
    print(x)
first = next(n for n in [1])
g.close()


def closing():
    try:
        yield 1
    finally:
        print("closed")


c = closing()
next(c)
c.close()
a, *b = numbers(3)
