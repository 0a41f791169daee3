# throw() raises at the yield; it returns the next value if the generator goes on.
def g():
    while True:
        try:
            x = yield "value"
            print("got", x)
        except ValueError as e:
            print("caught", repr(e))
it = g()
print(next(it))
print(it.throw(ValueError("a")))
print(it.throw(ValueError))
print(it.send(5))
try:
    it.throw(KeyError("out"))
except KeyError as e:
    print(repr(e))
print(list(it))
new = g()
try:
    new.throw(TypeError("before start"))
except TypeError as e:
    print(repr(e))
print(next(new, "ended"))
try:
    g().throw(5)
except TypeError:
    print("TypeError")

# output:
# value
# caught ValueError('a')
# value
# caught ValueError()
# value
# got 5
# value
# KeyError('out')
# []
# TypeError('before start')
# ended
# TypeError
