# Infinite generators chained together.
def integers():
    n = 1
    while True:
        yield n
        n += 1
def take(n, it):
    for _, x in zip(range(n), it):
        yield x
def sieve(numbers):
    p = next(numbers)
    yield p
    yield from sieve(x for x in numbers if x % p)
numbers = integers()
next(numbers)
print(list(take(10, sieve(numbers))))  # expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]
def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)
print(list(tree(4)))  # expect: [1, 2, 1, 3, 1, 2, 1, 4, 1, 2, 1, 3, 1, 2, 1]
