# Calls that go on to be calls of something else: an exception, never an overflow of the roots stack.
class Endless:
    pass


Endless.__call__ = Endless()
try:
    Endless()()
except RecursionError as e:
    print(type(e).__name__)  # expect: RecursionError

bind = type(type("C", (), {"m": lambda *args: None})().m)
m = lambda *a: len(a)
for n in range(5000):
    m = bind(m, n)
try:
    assert m() == 5000
except RecursionError:
    pass


class Deep:
    def __repr__(self):
        return repr([self])


def deep(*args):
    try:
        return repr(Deep())
    except RecursionError:
        return "too deep"


for count in (10, 24_000, 24_570, 30_000):
    try:
        print(deep(*range(count)))
        # expect: too deep
        # expect: too deep
        # expect: too deep
        # expect: too deep




    except RecursionError:
        print("too deep")
