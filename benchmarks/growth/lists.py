"""Lists and sorting: operations to be timed by measure.py, which provides operation()."""


@operation("list: append")
def _(n):
    def work():
        items = []
        for i in range(n):
            items.append(i)
    return work


@operation("list: += [x]")
def _(n):
    def work():
        items = []
        for i in range(n):
            items += [i]
    return work


@operation("list: extend by ten")
def _(n):
    ten = list(range(10))

    def work():
        items = []
        for _ in range(n // 10):
            items.extend(ten)
    return work


@operation("list: pop()")
def _(n):
    items = list(range(n))

    def work():
        while items:
            items.pop()
    return work


@operation("list: pop(0)", 100000)
def _(n):
    items = list(range(n))

    def work():
        while items:
            items.pop(0)
    return work


@operation("list: insert(0, x)", 100000)
def _(n):
    def work():
        items = []
        for i in range(n):
            items.insert(0, i)
    return work


@operation("list: x in items, not there, 10 times")
def _(n):
    items = list(range(n))

    def work():
        for i in range(10):
            if -1 - i in items:
                raise ValueError
    return work


@operation("list: copy by slice")
def _(n):
    items = list(range(n))
    return lambda: items[:]


@operation("list: slices of ten")
def _(n):
    items = list(range(n))

    def work():
        for i in range(0, n, 10):
            items[i:i + 10]
    return work


@operation("list: slice assignment at the end")
def _(n):
    def work():
        items = []
        for i in range(n):
            items[i:] = [i]
    return work


@operation("list: reverse, count, index, ==")
def _(n):
    items = list(range(n))
    other = items[:]

    def work():
        items.reverse()
        items.count(3)
        items.index(0)
        items.reverse()
        return items == other
    return work


@operation("list: comprehension")
def _(n):
    def work():
        return [i + 1 for i in range(n)]
    return work


@operation("list: repr")
def _(n):
    items = list(range(n))
    return lambda: repr(items)


@operation("list: deeply nested, freed", 100000)
def _(n):
    def work():
        items = None
        for _ in range(n):
            items = [items]
    return work


@operation("sort: random ints")
def _(n):
    items = scrambled(n)
    return items.sort


@operation("sort: already sorted")
def _(n):
    items = list(range(n))
    return items.sort


@operation("sort: reversed")
def _(n):
    items = list(range(n, 0, -1))
    return items.sort


@operation("sort: two values")
def _(n):
    items = [i & 1 for i in scrambled(n)]
    return items.sort


@operation("sort: organ pipe")
def _(n):
    items = list(range(n // 2)) + list(range(n // 2, 0, -1))
    return items.sort


@operation("sort: strings with a common start")
def _(n):
    items = ["common start of all of them %d" % i for i in scrambled(n)]
    return items.sort


@operation("sort: with a key")
def _(n):
    items = scrambled(n)
    return lambda: sorted(items, key=lambda item: -item)
