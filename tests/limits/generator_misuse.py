# Generators that call, close, throw into or send to themselves.
def attempt(action):
    def g():
        try:
            action(it)
            yield "no error"
        except ValueError:
            yield "ValueError"
    it = g()
    return next(it)
print(attempt(next), attempt(lambda it: it.send(None)), attempt(lambda it: it.throw(KeyError)),
      attempt(lambda it: it.close()), attempt(list))
# expect: ValueError ValueError ValueError ValueError ValueError
def f(): yield 1
g = f()
for bad in (lambda: g.send(1), lambda: g.throw(5), lambda: g.send(), lambda: g.throw(),
            lambda: next(5)):
    try:
        bad()
    except TypeError:
        print("TypeError", end=" ")
print()  # expect: TypeError TypeError TypeError TypeError TypeError
def endless():
    while True:
        try:
            yield
        except GeneratorExit:
            pass
e = endless()
next(e)
try:
    e.close()
except RuntimeError:
    print("RuntimeError")  # expect: RuntimeError
try:
    e.throw(KeyError)
except KeyError:
    print("KeyError")  # expect: KeyError
