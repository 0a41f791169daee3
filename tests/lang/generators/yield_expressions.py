# yield as an expression in all places.
def g():
    x = yield
    y = (yield x) or "none"
    z = [(yield 1), (yield 2)]
    print(x, y, z)
    f((yield 3), k=(yield 4))
    yield 5, 6
    d = {(yield 7): (yield 8)}
    print(d)
    if (yield 9): print("true")
    return (yield 10)
def f(a, k): print("f", a, k)
it = g()
value = next(it)
sent = 0
while True:
    try:
        sent += 100
        print(value, end=" ")
        value = it.send(sent)
    except StopIteration as e:
        print("return", e.value)
        break

# output:
# None 100 1 2 100 200 [300, 400]
# 3 4 f 500 600
# (5, 6) 7 8 {800: 900}
# 9 true
# 10 return 1100
