# partial: arguments, attributes, nesting.
from functools import partial
def f(*args, **kw): return args, kw
p = partial(f, 1, k=2)
print(p(), p(3), p(k=5), p(4, x=6), p.func is f, p.args, p.keywords)
# expect: ((1,), {'k': 2}) ((1, 3), {'k': 2}) ((1,), {'k': 5}) ((1, 4), {'k': 2, 'x': 6}) True (1,) {'k': 2}
q = partial(p, 9, y=8)
print(q(0), partial(int, base=2)("101"), list(map(partial(pow, 2), [1, 2, 3])), callable(p))
# expect: ((1, 9, 0), {'k': 2, 'y': 8}) 5 [2, 4, 8] True
class C:
    m = partial(f, "bound?")
    def __init__(self): self.n = 5
print(C().m(1))  # expect: (('bound?', 1), {})
p.note = "attribute"
print(p.note)  # expect: attribute
for bad in (lambda: partial(), lambda: partial(5), lambda: partial(len)()):
    try:
        bad()
    except TypeError:
        print("TypeError", end=" ")
print()  # expect: TypeError TypeError TypeError
