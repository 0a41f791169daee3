# send() gives the value of the yield expression.
def echo():
    got = yield "ready"
    while got is not None:
        got = yield got * 2
    return "done"
g = echo()
try:
    g.send(1)
except TypeError:
    print("TypeError")  # expect: TypeError
print(g.send(None), g.send(5), g.send("ab"))  # expect: ready 10 abab
try:
    next(g)
except StopIteration as e:
    print(e.value)  # expect: done
def average():
    total, n, mean = 0, 0, None
    while True:
        total += yield mean
        n += 1
        mean = total / n
a = average()
next(a)
print(a.send(10), a.send(20), a.send(3))  # expect: 10.0 15.0 11.0
