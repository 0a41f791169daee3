# Generators started, resumed and closed from frames of different depths.
def counter(n):
    try:
        for i in range(n):
            got = yield i
            if got: n = got
    finally:
        closed.append(n)
def deep(k, f): return f() if k == 0 else deep(k - 1, f)
closed = []
g = counter(5)
out = [next(g), deep(10, lambda: next(g)), deep(3, lambda: g.send(None)), deep(50, g.__next__)]
deep(20, g.close)
print(out, closed)  # expect: [0, 1, 2, 3] [5]
gens = [counter(i) for i in range(20)]
print(sum(deep(i, lambda: sum(gens[i])) for i in range(20)), len(closed))  # expect: 1140 21
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from deep(n, lambda: tree(n - 1))
print(sum(tree(7)), len(list(tree(6))))  # expect: 247 63
def interleave(*gs):
    gs = list(gs)
    while gs:
        for x in gs[:]:
            try:
                yield next(x)
            except StopIteration:
                gs.remove(x)
print(list(interleave(counter(2), counter(4), (c for c in "xyz"))))
# expect: [0, 0, 'x', 1, 1, 'y', 2, 'z', 3]
def nested(n):
    with Manager(n):
        try:
            yield n
            if n: yield from nested(n - 1)
        except KeyError:
            yield "caught at %d" % n
class Manager:
    def __init__(self, n): self.n = n
    def __enter__(self): entered.append(self.n)
    def __exit__(self, *a): entered.append(-self.n)
entered = []
it = nested(4)
print(next(it), next(it), next(it), it.throw(KeyError), list(it), entered)
# expect: 4 3 2 caught at 2 [] [4, 3, 2, -2, -3, -4]
