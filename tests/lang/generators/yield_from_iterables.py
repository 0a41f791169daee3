# yield from any iterable; send to a plain iterator fails.
def g(it):
    r = yield from it
    print("result", r)
    # expect: result None
    # expect: result None
    # expect: result None
    # expect: result None
print(list(g("abc")), list(g([1, 2])), list(g({3: 0})), list(g(range(2))))
# expect: ['a', 'b', 'c'] [1, 2] [3] [0, 1]
def chain(*its):
    for it in its: yield from it
print(list(chain("ab", (), [1], (x * x for x in (2, 3)))))  # expect: ['a', 'b', 1, 4, 9]
it = g(iter([1, 2]))
next(it)
try:
    it.send("x")
except AttributeError:
    print("AttributeError")  # expect: AttributeError
try:
    list(g(5))
except TypeError:
    print("TypeError")  # expect: TypeError
class WithSend:
    def __iter__(self): return self
    def __next__(self): return "next"
    def send(self, x): return ("sent", x)
it = g(WithSend())
print(next(it), it.send(None), it.send(4))  # expect: next next ('sent', 4)
