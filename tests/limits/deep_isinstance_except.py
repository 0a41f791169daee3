# Deeply nested tuples of classes, and deep chains of exceptions.
t = (int,)
for _ in range(100000): t = (t,)
try:
    isinstance("x", t)
    print("ended")
except RecursionError:
    print("ended")  # expect: ended
e = None
for i in range(3000):
    new = ValueError(i)
    new.__context__ = e
    e = new
try:
    raise e
except ValueError as caught:
    n = 0
    while caught is not None:
        caught, n = caught.__context__, n + 1
    print(n)  # expect: 3000
