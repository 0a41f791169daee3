"""Comprehensions and built-in iteration: zip, enumerate, map, any, all, min, max, sum."""
import sys

SIZE = 180000
SMALL = 600


def run(size):
    numbers = [n * 17 % 1009 for n in range(size)]
    evens = [n for n in numbers if n % 2 == 0]
    doubled = list(map(str, evens))
    lengths = sum([len(text) for text in doubled])
    table = {n: i for i, n in enumerate(numbers)}
    inverse = {i: n for n, i in table.items()}
    distinct = {n // 3 for n in numbers}
    matrix = [[row * column for column in range(size // 300)] for row in range(300)]
    turned = [list(row) for row in zip(*matrix)]
    pairs = [(a, b) for a, b in zip(numbers, reversed(numbers)) if a < b]
    firsts = 0
    for index, (a, b) in enumerate(pairs):
        firsts += a * (index & 3) - b
    head, *middle, tail = numbers
    middle_sum = sum(middle)
    highest = max(numbers, key=lambda n: n * 7919 % 1013)
    lowest = min([abs(n - 500) for n in numbers])
    checks = 0
    for start in range(0, size, 50):
        part = numbers[start:start + 50]
        if any([n > 1000 for n in part]):
            checks += 1
        if all([n > 3 for n in part]):
            checks += 1
        if 77 in part:
            checks += 1
        a, b, c = part[1:4]
        checks += a < b < c
    return (len(evens), lengths, len(table), sum(inverse), len(distinct), turned[-1][-1],
            len(pairs), firsts, head + tail, middle_sum, highest, lowest, checks)


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
