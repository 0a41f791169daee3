"""Generators: pipelines, send, yield from, recursion, and generator expressions."""
import sys

SIZE = 200000
SMALL = 300


def count_up(limit):
    n = 0
    while n < limit:
        yield n
        n += 1


def squares(source):
    for n in source:
        yield n * n


def keep_odd(source):
    for n in source:
        if n & 1:
            yield n


def running_mean():
    total = 0
    count = 0
    value = yield 0
    while value is not None:
        total += value
        count += 1
        value = yield total // count


class Tree:
    def __init__(self, key, left, right):
        self.key = key
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.key
        if self.right:
            yield from self.right


def balanced(low, high):
    if low >= high:
        return None
    middle = (low + high) // 2
    return Tree(middle, balanced(low, middle), balanced(middle + 1, high))


def permutations(items):
    if not items:
        yield []
        return
    for i in range(len(items)):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [items[i]] + rest


def run(size):
    piped = sum(keep_odd(squares(count_up(size))))
    mean = running_mean()
    next(mean)
    last = 0
    for n in count_up(size):
        last = mean.send(n)
    walked = 0
    for key in balanced(0, size // 4):
        walked = (walked * 3 + key) % 1000003
    expressed = sum(x * y for x in range(size // 300) for y in range(300) if x != y)
    arranged = 0
    for arrangement in permutations(list(range(6))):
        arranged = (arranged * 7 + arrangement[2]) % 1000003
    pairs = sum(a * b for a, b in zip(count_up(size), squares(count_up(100))))
    return (piped, last, walked, expressed, arranged, pairs)


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
