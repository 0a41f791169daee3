# A StopIteration that comes through map, zip, itertools ... keeps its value: for yield from and next().
from itertools import *
def g(n, r):
    for i in range(n): yield i
    return r
class It:
    def __init__(self, n, r): self.n, self.r = n, r
    def __iter__(self): return self
    def __next__(self):
        self.n -= 1
        if self.n < 0: raise StopIteration(self.r)
        return self.n
class Sub(It): pass
class Seq:
    def __init__(self, n): self.n = n
    def __getitem__(self, i):
        if i >= self.n: raise StopIteration("seq")
        return i
def stopper(limit):
    def f(*a):
        if a and a[0] >= limit: raise StopIteration("f%r" % (a,))
        return a
    return f
def counter(limit):
    n = [0]
    def f():
        n[0] += 1
        if n[0] > limit: raise StopIteration("call")
        return n[0]
    return f
def delegate(it):
    r = yield from it
    print("value", repr(r))
makers = {
 "map gen": lambda: map(lambda x: x, g(2, "r")),
 "map f": lambda: map(stopper(2), range(5)),
 "map f2": lambda: map(stopper(2), range(5), range(5)),
 "map many": lambda: map(stopper(2), *[range(5)] * 10),
 "map next": lambda: map(next, [g(1, "a"), g(0, "inner"), g(3, 4)]),
 "map It": lambda: map(str, It(2, "it")),
 "map map": lambda: map(str, map(stopper(1), range(3))),
 "filter f": lambda: filter(stopper(2), range(5)),
 "enum": lambda: enumerate(g(2, "e")),
 "enum It": lambda: enumerate(It(2, "e")),
 "enum map": lambda: enumerate(map(stopper(1), range(4))),
 "enum mapnext": lambda: enumerate(map(next, [g(1, 1), g(0, "in")])),
 "zip": lambda: zip(g(2, "z"), range(5)),
 "zip2": lambda: zip(range(5), g(2, "z")),
 "zip It": lambda: zip(It(2, "z"), It(3, "y")),
 "zip strict": lambda: zip(g(2, "z"), g(2, "y"), strict=True),
 "zip mapnext": lambda: zip(map(next, [g(1, 1), g(0, "in")])),
 "rev": lambda: reversed([1, 2]),
 "iter callable": lambda: iter(counter(2), 9),
 "iter callable2": lambda: iter(counter(2), 2),
 "iter seq": lambda: iter(Seq(2)),
 "It": lambda: It(2, "direct"),
 "tuple value": lambda: It(1, (1, 2)),
 "starmap": lambda: starmap(stopper(1), [(0,), (1,), (2,)]),
 "starmap gen": lambda: starmap(max, ((i, i) for i in range(2))),
 "takewhile": lambda: takewhile(stopper(1), range(5)),
 "chain": lambda: chain(g(1, "c1"), g(1, "c2")),
 "chain from": lambda: chain.from_iterable(iter([g(1, "c1"), g(1, "c2")])),
 "islice end": lambda: islice(g(5, "is"), 2),
 "accumulate f": lambda: accumulate(range(4), lambda a, b: stopper(2)(b)),
 "cycle": lambda: islice(cycle(g(2, "cy")), 3),
 "zip_longest": lambda: zip_longest(g(1, "a"), g(2, "b")),
 "set": lambda: iter({1}),
}
for name, make in makers.items():
    print(name, end=": ")
    try:
        print(list(make()), end=" ")
    except StopIteration as e:
        print("list raised", repr(e), end=" ")
    try:
        print(list(delegate(make())), end=" ")
    except Exception as e:
        print("delegate raised", repr(e), end=" ")
    it = iter(make())
    out = []
    for i in range(20):
        try: out.append(next(it))
        except StopIteration as e: out.append(repr(e)); break
        except RuntimeError as e: out.append(repr(e)); break
    print(out, end=" ")
    it = iter(make())
    print([next(it, "d") for i in range(4)], end=" ")
    r = []
    try:
        for x in make(): r.append(x)
        else: r.append("else")
    except Exception as e: r.append(repr(e))
    print(r, end=" ")
    try:
        print(sorted(make(), key=str), "/".join(map(str, make())), tuple(make()), max(make(), default=0, key=str))
    except Exception as e: print(repr(e))

# output:
# map gen: [0, 1] value 'r'
# [0, 1] [0, 1, "StopIteration('r')"] [0, 1, 'd', 'd'] [0, 1, 'else'] [0, 1] 0/1 (0, 1) 1
# map f: [(0,), (1,)] value 'f(2,)'
# [(0,), (1,)] [(0,), (1,), "StopIteration('f(2,)')"] [(0,), (1,), 'd', 'd'] [(0,), (1,), 'else'] [(0,), (1,)] (0,)/(1,) ((0,), (1,)) (1,)
# map f2: [(0, 0), (1, 1)] value 'f(2, 2)'
# [(0, 0), (1, 1)] [(0, 0), (1, 1), "StopIteration('f(2, 2)')"] [(0, 0), (1, 1), 'd', 'd'] [(0, 0), (1, 1), 'else'] [(0, 0), (1, 1)] (0, 0)/(1, 1) ((0, 0), (1, 1)) (1, 1)
# map many: [(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), (1, 1, 1, 1, 1, 1, 1, 1, 1, 1)] value 'f(2, 2, 2, 2, 2, 2, 2, 2, 2, 2)'
# [(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), (1, 1, 1, 1, 1, 1, 1, 1, 1, 1)] [(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), (1, 1, 1, 1, 1, 1, 1, 1, 1, 1), "StopIteration('f(2, 2, 2, 2, 2, 2, 2, 2, 2, 2)')"] [(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), (1, 1, 1, 1, 1, 1, 1, 1, 1, 1), 'd', 'd'] [(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), (1, 1, 1, 1, 1, 1, 1, 1, 1, 1), 'else'] [(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), (1, 1, 1, 1, 1, 1, 1, 1, 1, 1)] (0, 0, 0, 0, 0, 0, 0, 0, 0, 0)/(1, 1, 1, 1, 1, 1, 1, 1, 1, 1) ((0, 0, 0, 0, 0, 0, 0, 0, 0, 0), (1, 1, 1, 1, 1, 1, 1, 1, 1, 1)) (1, 1, 1, 1, 1, 1, 1, 1, 1, 1)
# map next: [0] value 'inner'
# [0] [0, "StopIteration('inner')"] [0, 'd', 0, 'd'] [0, 'else'] [0] 0 (0,) 0
# map It: ['1', '0'] value 'it'
# ['1', '0'] ['1', '0', "StopIteration('it')"] ['1', '0', 'd', 'd'] ['1', '0', 'else'] ['0', '1'] 1/0 ('1', '0') 1
# map map: ['(0,)'] value 'f(1,)'
# ['(0,)'] ['(0,)', "StopIteration('f(1,)')"] ['(0,)', 'd', 'd', 'd'] ['(0,)', 'else'] ['(0,)'] (0,) ('(0,)',) (0,)
# filter f: [0, 1] value 'f(2,)'
# [0, 1] [0, 1, "StopIteration('f(2,)')"] [0, 1, 'd', 'd'] [0, 1, 'else'] [0, 1] 0/1 (0, 1) 1
# enum: [(0, 0), (1, 1)] value 'e'
# [(0, 0), (1, 1)] [(0, 0), (1, 1), "StopIteration('e')"] [(0, 0), (1, 1), 'd', 'd'] [(0, 0), (1, 1), 'else'] [(0, 0), (1, 1)] (0, 0)/(1, 1) ((0, 0), (1, 1)) (1, 1)
# enum It: [(0, 1), (1, 0)] value 'e'
# [(0, 1), (1, 0)] [(0, 1), (1, 0), "StopIteration('e')"] [(0, 1), (1, 0), 'd', 'd'] [(0, 1), (1, 0), 'else'] [(0, 1), (1, 0)] (0, 1)/(1, 0) ((0, 1), (1, 0)) (1, 0)
# enum map: [(0, (0,))] value 'f(1,)'
# [(0, (0,))] [(0, (0,)), "StopIteration('f(1,)')"] [(0, (0,)), 'd', 'd', 'd'] [(0, (0,)), 'else'] [(0, (0,))] (0, (0,)) ((0, (0,)),) (0, (0,))
# enum mapnext: [(0, 0)] value 'in'
# [(0, 0)] [(0, 0), "StopIteration('in')"] [(0, 0), 'd', 'd', 'd'] [(0, 0), 'else'] [(0, 0)] (0, 0) ((0, 0),) (0, 0)
# zip: [(0, 0), (1, 1)] value 'z'
# [(0, 0), (1, 1)] [(0, 0), (1, 1), "StopIteration('z')"] [(0, 0), (1, 1), 'd', 'd'] [(0, 0), (1, 1), 'else'] [(0, 0), (1, 1)] (0, 0)/(1, 1) ((0, 0), (1, 1)) (1, 1)
# zip2: [(0, 0), (1, 1)] value 'z'
# [(0, 0), (1, 1)] [(0, 0), (1, 1), "StopIteration('z')"] [(0, 0), (1, 1), 'd', 'd'] [(0, 0), (1, 1), 'else'] [(0, 0), (1, 1)] (0, 0)/(1, 1) ((0, 0), (1, 1)) (1, 1)
# zip It: [(1, 2), (0, 1)] value 'z'
# [(1, 2), (0, 1)] [(1, 2), (0, 1), "StopIteration('z')"] [(1, 2), (0, 1), 'd', 'd'] [(1, 2), (0, 1), 'else'] [(0, 1), (1, 2)] (1, 2)/(0, 1) ((1, 2), (0, 1)) (1, 2)
# zip strict: [(0, 0), (1, 1)] value None
# [(0, 0), (1, 1)] [(0, 0), (1, 1), 'StopIteration()'] [(0, 0), (1, 1), 'd', 'd'] [(0, 0), (1, 1), 'else'] [(0, 0), (1, 1)] (0, 0)/(1, 1) ((0, 0), (1, 1)) (1, 1)
# zip mapnext: [(0,)] value 'in'
# [(0,)] [(0,), "StopIteration('in')"] [(0,), 'd', 'd', 'd'] [(0,), 'else'] [(0,)] (0,) ((0,),) (0,)
# rev: [2, 1] value None
# [2, 1] [2, 1, 'StopIteration()'] [2, 1, 'd', 'd'] [2, 1, 'else'] [1, 2] 2/1 (2, 1) 2
# iter callable: [1, 2] value None
# [1, 2] [1, 2, 'StopIteration()'] [1, 2, 'd', 'd'] [1, 2, 'else'] [1, 2] 1/2 (1, 2) 2
# iter callable2: [1] value None
# [1] [1, 'StopIteration()'] [1, 'd', 'd', 'd'] [1, 'else'] [1] 1 (1,) 1
# iter seq: [0, 1] value None
# [0, 1] [0, 1, 'StopIteration()'] [0, 1, 'd', 'd'] [0, 1, 'else'] [0, 1] 0/1 (0, 1) 1
# It: [1, 0] value 'direct'
# [1, 0] [1, 0, "StopIteration('direct')"] [1, 0, 'd', 'd'] [1, 0, 'else'] [0, 1] 1/0 (1, 0) 1
# tuple value: [0] value (1, 2)
# [0] [0, 'StopIteration((1, 2))'] [0, 'd', 'd', 'd'] [0, 'else'] [0] 0 (0,) 0
# starmap: [(0,)] value 'f(1,)'
# [(0,)] [(0,), "StopIteration('f(1,)')"] [(0,), 'd', 'd', 'd'] [(0,), 'else'] [(0,)] (0,) ((0,),) (0,)
# starmap gen: [0, 1] value None
# [0, 1] [0, 1, 'StopIteration()'] [0, 1, 'd', 'd'] [0, 1, 'else'] [0, 1] 0/1 (0, 1) 1
# takewhile: [0] value 'f(1,)'
# [0] [0, "StopIteration('f(1,)')"] [0, 'd', 'd', 'd'] [0, 'else'] [0] 0 (0,) 0
# chain: [0, 0] value None
# [0, 0] [0, 0, 'StopIteration()'] [0, 0, 'd', 'd'] [0, 0, 'else'] [0, 0] 0/0 (0, 0) 0
# chain from: [0, 0] value None
# [0, 0] [0, 0, 'StopIteration()'] [0, 0, 'd', 'd'] [0, 0, 'else'] [0, 0] 0/0 (0, 0) 0
# islice end: [0, 1] value None
# [0, 1] [0, 1, 'StopIteration()'] [0, 1, 'd', 'd'] [0, 1, 'else'] [0, 1] 0/1 (0, 1) 1
# accumulate f: [0, (1,)] value 'f(2,)'
# [0, (1,)] [0, (1,), "StopIteration('f(2,)')"] [0, (1,), 'd', 'd'] [0, (1,), 'else'] [(1,), 0] 0/(1,) (0, (1,)) 0
# cycle: [0, 1, 0] value None
# [0, 1, 0] [0, 1, 0, 'StopIteration()'] [0, 1, 0, 'd'] [0, 1, 0, 'else'] [0, 0, 1] 0/1/0 (0, 1, 0) 1
# zip_longest: [(0, 0), (None, 1)] value None
# [(0, 0), (None, 1)] [(0, 0), (None, 1), 'StopIteration()'] [(0, 0), (None, 1), 'd', 'd'] [(0, 0), (None, 1), 'else'] [(0, 0), (None, 1)] (0, 0)/(None, 1) ((0, 0), (None, 1)) (None, 1)
# set: [1] value None
# [1] [1, 'StopIteration()'] [1, 'd', 'd', 'd'] [1, 'else'] [1] 1 (1,) 1
