"""What programs with classes and collections of their own call all the time, besides benchmarks/programs/ and builtins.py.

tools/profile.mjs counts what runs here and there: the functions of the core that are worth room.
"""
import struct

SMALL = 20


class Item:
    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        return self.key < other.key

    def __eq__(self, other):
        return self.key == other.key

    def __hash__(self):
        return hash(self.key)


def with_defaults(a, b=2, *, c=3):
    return a + b + c


def with_any(*args, **keywords):
    return len(args) + len(keywords)


def sorting(items, names):
    sorted(items)
    names.sort()
    names.reverse()
    min(items)
    return max(names)


def attributes(item):
    for _ in range(20):
        getattr(item, "key")
        getattr(item, "other", None)
        hasattr(item, "third")
        setattr(item, "key", item.key)
        isinstance(item, (str, Item))


def sets(even, third):
    even & third
    even | third
    even - third
    even ^ third
    return even <= third


def iterators(numbers):
    total = 0
    for i, (a, b) in enumerate(zip(numbers, numbers)):
        total += i + a + b
    total += sum(map(int, numbers))
    return total + len(list(filter(None, numbers))) + len(list(map(lambda n: n + 1, numbers)))


def calls():
    total = 0
    for i in range(20):
        total += with_defaults(1, c=5) + with_defaults(a=1, b=i) + with_any(1, 2, 3, x=4)
    return total


def packing():
    for i in range(10):
        struct.unpack("<IHB", struct.pack("<IHB", i, 7, 9))


def run(size):
    items = [Item(i * 7919 % 101) for i in range(20)]
    names = [str(i * 7919 % 1009) for i in range(20)]
    even, third = set(range(0, 40, 2)), set(range(0, 40, 3))
    checksum = 0
    for _ in range(size):
        sorting(items, names)
        attributes(items[0])
        sets(even, third)
        checksum += iterators(range(20)) + calls()
        packing()
        checksum += len({item: 1 for item in items})
    return checksum
