# yield from hands through values, sends, throws, and gives the return value.
def inner():
    try:
        a = yield "first"
        print("inner got", a)
        b = yield "second"
        print("inner got", b)
    except ValueError as e:
        print("inner caught", e)
        yield "after error"
    return "result"
def outer():
    r = yield from inner()
    print("outer got", r)
    yield "last"
g = outer()
print(next(g), g.send(1), g.send(2))
g = outer()
print(next(g), g.throw(ValueError("v")), next(g))
def deep(n):
    return (yield from deep(n - 1)) + 1 if n else (yield "bottom")
g = deep(20)
print(next(g))
try:
    g.send(100)
except StopIteration as e:
    print(e.value)

# output:
# inner got 1
# inner got 2
# outer got result
# first second last
# inner caught v
# outer got result
# first after error last
# bottom
# 120
