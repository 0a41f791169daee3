# __iter__ and __next__; StopIteration ends all consumers.
class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(Count(3)), sum(Count(5)), sorted(Count(3)), dict(zip(Count(2), "ab")))
# expect: [2, 1, 0] 10 [0, 1, 2] {1: 'a', 0: 'b'}
a, b = Count(2)
print(a, b, [*Count(2)], max(Count(4)), 2 in Count(5), " ".join(map(str, Count(3))))
# expect: 1 0 [1, 0] 3 True 2 1 0
class Bad:
    def __iter__(self): return 5
try:
    iter(Bad())
except TypeError:
    print("TypeError")  # expect: TypeError
class Fails:
    def __iter__(self): return self
    def __next__(self): raise KeyError("from next")
for f in (list, sum, sorted, set, lambda it: [*it], lambda it: "".join(it),
          lambda it: [].extend(it)):
    try:
        f(Fails())
    except KeyError:
        print("KeyError", end=" ")
print()  # expect: KeyError KeyError KeyError KeyError KeyError KeyError KeyError
