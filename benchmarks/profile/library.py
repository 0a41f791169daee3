"""What programs call of the library and of rarer built-in types, besides what builtins.py and objects.py do.

tools/profile.mjs counts what runs here and there: the functions of the core that are worth room.
"""
import array
import bisect
import heapq
from functools import lru_cache

SMALL = 20


def queues(n):
    out = 0
    heap = []
    for i in range(n):
        heapq.heappush(heap, i * 7919 % 101)
    while heap:
        out += heapq.heappop(heap)
    numbers = list(range(n))
    return out + sum(bisect.bisect(numbers, i) for i in range(n))


def numbers(n):
    out = 0
    for i in range(n):
        out += i.bit_length() + int.from_bytes(i.to_bytes(4, "little"), "little")
    return out + int(sum(sorted([i * 37 % 11 / 4 for i in range(n)])))


def texts(n):
    s = "h\u00e9llo w\u00f6rld \u00f1and\u00fa"
    table = str.maketrans("abc", "xyz")
    out = 0
    for i in range(n):
        out += len(s[i % 9:]) + s.find("\u00f1") + len("aabbcc".translate(table))
        out += len("one\ntwo\nthree".splitlines()) + len("ab".rjust(6)) + len("x".center(5))
        for c in s:
            out += c == "\u00f6"
    return out


def blocks(n):
    items = array.array("i", range(n))
    data = bytearray(n)
    out = 0
    for i in range(n):
        items[i] += 1
        data[i] = i & 255
        out += items[i] + data[i]
    return out + sum(items) + sum(data)


@lru_cache(16)
def cached(x, y):
    return x * y


def caches(n):
    return sum(cached(i % 19, i & 1) for i in range(n))


def run(size):
    return [queues(size), numbers(size), texts(size), blocks(size), caches(size)]
