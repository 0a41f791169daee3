# A deleted local is unbound; it can be bound again.
def f(x):
    del x
    try:
        return x
    except UnboundLocalError:
        x = "again"
        return x
print(f(1))  # expect: again
def g():
    n = 1
    def inner():
        return n
    del n
    try:
        inner()
    except NameError as e:
        print(type(e).__name__)  # expect: NameError
    n = 2
    return inner()
print(g())  # expect: 2
