"""list.sort and sorted on ints, floats, strings and tuples, with and without a key."""
import sys

SIZE = 80000
SMALL = 2000


def numbers(count):
    state = 99
    result = []
    for _ in range(count):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        result.append(state >> 4)
    return result


def digest(items):
    h = 0
    for position in range(0, len(items), 7):
        h = (h * 31 + items[position]) % 1000000007
    return h


def sort_all(values):
    ascending = sorted(values)
    checksum = [digest(ascending)]
    descending = sorted(ascending, reverse=True)
    checksum.append(digest(descending))
    halves = [value / 8 for value in values]
    halves.sort()
    checksum.append(digest([int(half * 8) for half in halves]))
    names = ["n%d" % value for value in values]
    names.sort()
    checksum.append(digest([int(name[1:]) for name in names]))
    pairs = [(value % 100, value) for value in values]
    pairs.sort()
    checksum.append(digest([value for _, value in pairs]))
    by_key = sorted(values, key=lambda value: (value & 0xFF) << 32 | value)
    checksum.append(digest(by_key))
    negated = sorted(values, key=lambda value: -value)
    checksum.append(digest(negated))
    return sum(checksum)


def run(size):
    values = numbers(size)
    checksum = 0
    for start in range(0, size, 1000):
        checksum = (checksum * 31 + sort_all(values[start:start + 1000])) % 1000000007
    return (checksum, len(sorted(values)))


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
