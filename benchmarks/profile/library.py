"""What programs call of the library and of rarer built-in types, besides what builtins.py and objects.py do.

tools/profile.mjs counts what runs here and there: the functions of the core that are worth room.
"""
import array
import bisect
import heapq
from collections import deque

SMALL = 20


def queues(n):
    queue = deque(range(n))
    out = 0
    for i in range(n):
        queue.append(i)
        queue.appendleft(i)
        out += queue.pop() + queue.popleft() + queue[0] + len(queue)
    for item in queue:
        out += item
    heap = []
    for i in range(n):
        heapq.heappush(heap, i * 7919 % 101)
    while heap:
        out += heapq.heappop(heap)
    numbers = list(range(n))
    return out + sum(bisect.bisect(numbers, i) for i in range(n))


def numbers(n):
    large = 3 ** 100
    out = 0
    for i in range(n):
        out += large * large % 1000003 + (large >> 3) % 7 + len(str(large)) + i.bit_length()
        out += int.from_bytes(i.to_bytes(4, "little"), "little")
    return out + int(sum(sorted([i * 37 % 11 / 4 for i in range(n)])))


def texts(n):
    s = "h\u00e9llo w\u00f6rld \u00f1and\u00fa"
    table = str.maketrans("abc", "xyz")
    out = 0
    for i in range(n):
        out += len(s.upper()) + len(s[i % 9:]) + s.find("\u00f1") + len("aabbcc".translate(table))
        out += len(s.encode().hex()) + len("one\ntwo\nthree".splitlines()) + len("ab".rjust(6)) + len("x".center(5))
        for c in s:
            out += c == "\u00f6"
    return out


def blocks(n):
    items = array.array("i", range(n))
    data = bytearray(n)
    view = memoryview(data)
    out = 0
    for i in range(n):
        items[i] += 1
        view[i] = i & 255
        out += items[i] + view[i] + len(view[2:5])
    return out + sum(items) + sum(data)


def run(size):
    return [queues(size), numbers(size), texts(size), blocks(size)]
