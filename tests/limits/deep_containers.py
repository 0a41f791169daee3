# Deeply nested containers: repr and comparison end or raise RecursionError.
def nest(n, make):
    x = make(0)
    for _ in range(n): x = make(x)
    return x
for make in (lambda x: [x], lambda x: (x,), lambda x: {"k": x}):
    x, y = nest(400, make), nest(400, make)
    print(x == y, len(repr(x)) > 200)
    x, y = nest(100000, make), nest(100000, make)
    for f in (lambda: repr(x), lambda: x == y, lambda: str(x)):
        try:
            f()
            print("ended", end=" ")
        except RecursionError:
            print("ended", end=" ")
    print()
    try:
        hash(nest(100000, lambda x: (x,)))
        print("hashed")
    except RecursionError:
        print("hashed")

# output:
# True True
# ended ended ended
# hashed
# True True
# ended ended ended
# hashed
# True True
# ended ended ended
# hashed
