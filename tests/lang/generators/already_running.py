# A generator that is running cannot be entered again.
def g():
    try:
        next(it)
    except ValueError as e:
        yield "ValueError"
it = g()
print(next(it))  # expect: ValueError
def h():
    yield from it2
it2 = h()
try:
    next(it2)
except ValueError:
    print("ValueError")  # expect: ValueError
def k():
    try:
        it3.close()
    except ValueError:
        yield "close too"
it3 = k()
print(next(it3))  # expect: close too
