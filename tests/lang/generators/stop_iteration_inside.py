# StopIteration that leaves a generator's body becomes RuntimeError.
def g():
    yield 1
    raise StopIteration("inside")
it = g()
next(it)
try:
    next(it)
except RuntimeError as e:
    print(type(e).__name__, repr(e.__cause__))  # expect: RuntimeError StopIteration('inside')
def h():
    yield next(iter([]))
try:
    list(h())
except RuntimeError as e:
    print(type(e.__cause__).__name__)  # expect: StopIteration
it = g()
next(it)
try:
    it.throw(StopIteration)
except RuntimeError:
    print("RuntimeError")  # expect: RuntimeError
def k():
    try:
        yield next(iter([]))
    except StopIteration:
        yield "handled"
print(list(k()))  # expect: ['handled']
