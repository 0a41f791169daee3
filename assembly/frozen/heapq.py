# heapq: what is written in Python. heappush, heappop, heapify, heapreplace and heappushpop are native
# (assembly/modules/heapq.ts); this file runs in the same module.
# Behaviour: docs.python.org/3/library/heapq.html

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]


class _Reversed:
    # A key that orders the other way round.
    __slots__ = ("key",)

    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        return other.key < self.key

    def __eq__(self, other):
        return other.key == self.key


def merge(*iterables, key=None, reverse=False):
    heap = []
    for order, iterable in enumerate(iterables):
        it = iter(iterable)
        for value in it:
            heap.append(_entry(value, order, it, key, reverse))
            break
    heapify(heap)
    while len(heap) > 1:
        entry = heap[0]
        yield entry[2]
        order, it = entry[1], entry[3]
        for value in it:
            heapreplace(heap, _entry(value, order, it, key, reverse))
            break
        else:
            heappop(heap)
    if heap:
        entry = heap[0]
        yield entry[2]
        yield from entry[3]


def _entry(value, order, it, key, reverse):
    k = value if key is None else key(value)
    return (_Reversed(k) if reverse else k, order, value, it)


def nsmallest(n, iterable, key=None):
    if n == 1:
        return [min(row, key=key)] if (row := list(iterable)) else []
    return sorted(iterable, key=key)[:n] if n > 0 else []


def nlargest(n, iterable, key=None):
    if n == 1:
        return [max(row, key=key)] if (row := list(iterable)) else []
    return sorted(iterable, key=key, reverse=True)[:n] if n > 0 else []
