"""Numbers, calls, objects and modules: operations for measure.py, which provides operation()."""


@operation("int: str() of n digits", 10000)
def _(n):
    number = 7 << (n * 3)
    return lambda: str(number)


@operation("int: int() of n digits", 10000)
def _(n):
    text = "1234567890" * (n // 10)
    return lambda: int(text)


@operation("int: product of n-digit numbers", 100000)
def _(n):
    number = (1 << (n * 3)) // 7
    return lambda: number * number


@operation("int: shifts and sums of n-digit numbers")
def _(n):
    number = (1 << (n * 3)) + 12345
    return lambda: (number << 5, number >> 3, number + number, number & number)


@operation("float: sum and repr")
def _(n):
    items = [i / 7 for i in range(n // 10)]

    def work():
        sum(items)
        for item in items:
            repr(item)
    return work


@operation("class: make instances, all kept")
def _(n):
    class Point:
        def __init__(self, x):
            self.x = x

    return lambda: [Point(i) for i in range(n)]


@operation("class: linked list, freed")
def _(n):
    class Node:
        def __init__(self, link):
            self.link = link

    def work():
        node = None
        for _ in range(n):
            node = Node(node)
    return work


@operation("class: attributes of many names")
def _(n):
    class Bag:
        pass

    names = ["name%d" % i for i in range(n // 10)]

    def work():
        bag = Bag()
        for name in names:
            setattr(bag, name, 1)
        for name in names:
            getattr(bag, name)
    return work


@operation("generator: next")
def _(n):
    def count():
        for i in range(n):
            yield i

    return lambda: sum(count())


@operation("exceptions: raise and catch")
def _(n):
    def work():
        for _ in range(n // 10):
            try:
                raise ValueError("x")
            except ValueError:
                pass
    return work


@operation("closures: made and called")
def _(n):
    def work():
        for i in range(n):
            (lambda: i)()
    return work


@operation("garbage: lists made beside n live ones")
def _(n):
    live = [[i] for i in range(n)]

    def work():
        for i in range(n * 5):
            [i, i]
        return live
    return work


@operation("call: f(*args) with n arguments", 100000)
def _(n):
    def take(*args):
        return len(args)

    items = list(range(n))
    return lambda: take(*items)


@operation("deque: append, popleft")
def _(n):
    from collections import deque

    def work():
        queue = deque((), n) if sys.implementation.name == "micropython" else deque()
        for i in range(n):
            queue.append(i)
        for i in range(n):
            queue.popleft()
    return work


@operation("heapq: push and pop")
def _(n):
    import heapq
    items = scrambled(n)

    def work():
        heap = []
        for item in items:
            heapq.heappush(heap, item)
        while heap:
            heapq.heappop(heap)
    return work


@operation("json: dumps and loads")
def _(n):
    import json
    items = [{"a": i, "b": [1.5, "text"]} for i in range(n // 10)]
    return lambda: json.loads(json.dumps(items))


@operation("re: matches of a pattern, one by one")
def _(n):
    import re
    text = "word 123 " * (n // 9)
    pattern = re.compile("[a-z]+ ([0-9]+)")
    return lambda: len(pattern.sub("x", text))


@operation("compile: n characters of source")
def _(n):
    line = "x = (1 + 2) * [3][0]\n"
    source = line * (n // len(line))
    return lambda: compile(source, "lines.py", "exec")
