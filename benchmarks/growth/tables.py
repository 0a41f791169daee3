"""Dicts and sets: operations to be timed by measure.py, which provides operation()."""


@operation("dict: insert ints")
def _(n):
    def work():
        table = {}
        for i in range(n):
            table[i] = i
    return work


@operation("dict: insert multiples of 4096")
def _(n):
    def work():
        table = {}
        for i in range(n):
            table[i << 12] = i
    return work


@operation("dict: insert strings")
def _(n):
    keys = ["key %d" % i for i in range(n)]

    def work():
        table = {}
        for key in keys:
            table[key] = 1
    return work


@operation("dict: insert tuples")
def _(n):
    keys = [(i & 1023, i >> 10) for i in range(n)]

    def work():
        table = {}
        for key in keys:
            table[key] = 1
    return work


@operation("dict: insert floats")
def _(n):
    keys = [i / 4 for i in range(n)]

    def work():
        table = {}
        for key in keys:
            table[key] = 1
    return work


@operation("dict: get, there and not")
def _(n):
    table = {i * 2: i for i in range(n)}

    def work():
        for i in range(n):
            table.get(i)
    return work


@operation("dict: delete all, first first")
def _(n):
    table = {i: i for i in range(n)}

    def work():
        for i in range(n):
            del table[i]
    return work


@operation("dict: queue (insert last, delete first)")
def _(n):
    table = {i: i for i in range(100)}

    def work():
        for i in range(n):
            table[i + 100] = i
            for key in table:
                break
            del table[key]
    return work


@operation("dict: popitem")
def _(n):
    table = {i: i for i in range(n)}

    def work():
        while table:
            table.popitem()
    return work


@operation("dict: items, copy, update, ==")
def _(n):
    table = {i: i for i in range(n)}

    def work():
        other = dict(table)
        other.update(table)
        for _ in other.items():
            pass
        return other == table
    return work


@operation("set: add and in")
def _(n):
    def work():
        seen = set()
        for i in range(n):
            seen.add(i)
        for i in range(n):
            if i not in seen:
                raise ValueError
    return work


@operation("set: pop until empty")
def _(n):
    items = set(range(n))

    def work():
        while items:
            items.pop()
    return work


@operation("set: union, difference, intersection")
def _(n):
    a = set(range(n))
    b = set(range(n // 2, n + n // 2))
    return lambda: (a | b, a - b, a & b, a ^ b)
