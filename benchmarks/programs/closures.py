"""Closures and higher-order functions: free variables, lambdas, decorators, map and filter."""
import sys

SIZE = 170000
SMALL = 200


def make_counter(step):
    count = 0

    def advance():
        nonlocal count
        count += step
        return count

    def peek():
        return count

    return advance, peek


def compose(*functions):
    def composed(value):
        for function in functions:
            value = function(value)
        return value
    return composed


def memoized(function):
    known = {}

    def wrapper(*args):
        if args not in known:
            known[args] = function(*args)
        return known[args]

    return wrapper


def curried(a):
    return lambda b: lambda c: a * b + c


def fold(function, items, start):
    result = start
    for item in items:
        result = function(result, item)
    return result


def run(size):
    @memoized
    def paths(width, height):
        if width == 0 or height == 0:
            return 1
        return paths(width - 1, height) + paths(width, height - 1)

    advance, peek = make_counter(3)
    for _ in range(size):
        advance()
    checksum = peek()
    pipeline = compose(lambda x: x + 1, lambda x: x * 3, lambda x: x % 1009)
    value = 0
    for i in range(size):
        value = pipeline(value + i)
    checksum = checksum * 31 + value
    total = 0
    for i in range(size):
        total += curried(i)(2)(1)
    checksum += total
    checksum += paths(12, 12)
    for _ in range(size // 10):
        checksum += paths(9, 8) & 7
    checksum += sum(map(lambda x: x * 2, filter(lambda x: x % 3, range(size))))
    checksum += fold(lambda a, b: (a * 33 + b) % 65537, range(size), 5381)
    makers = [lambda n, k=k: n * k for k in range(10)]
    for i in range(size):
        checksum += makers[i % 10](i)
    return checksum % 1000000007


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
