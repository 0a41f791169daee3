# return in a generator becomes StopIteration.value.
def g(v):
    return v
    yield
def value(it):
    try:
        while True: next(it)
    except StopIteration as e:
        return e.value, e.args
print(value(g(5)), value(g(None)), value(g((1, 2))), value(g(StopIteration(3)))[0].value)
# expect: (5, (5,)) (None, ()) ((1, 2), ((1, 2),)) 3
def early():
    yield 1
    return
    yield 2
print(list(early()))  # expect: [1]
