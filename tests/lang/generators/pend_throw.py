# pend_throw(exception): raised when the generator is next resumed; None takes it back.
# micropython
def gen():
    try:
        yield 1
        yield 2
    except ValueError as e:
        yield repr(e)


g = gen()
print(next(g), g.pend_throw(ValueError("a")), next(g))  # expect: 1 None ValueError('a')
g = gen()
next(g)
g.pend_throw(ValueError)
print(repr(g.pend_throw(None)), next(g))                # expect: ValueError() 2
for wrong in 5, "text", int:
    try:
        g.pend_throw(wrong)
    except TypeError as e:
        print("TypeError")
# expect: TypeError
# expect: TypeError
# expect: TypeError
print(list(g))                                          # expect: []
