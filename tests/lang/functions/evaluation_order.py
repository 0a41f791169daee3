# Function, then arguments from left to right; binary operands left first.
def show(x):
    print(x, end=" ")
    return x
def f(*a, **k): print()  # expect: f 1 2 3
def get():
    print("f", end=" ")
    return f
get()(show(1), show(2), k=show(3))
show(1) + show(2) * show(3)
print()  # expect: 1 2 3
show(1) < show(2) < show(3)
print()  # expect: 1 2 3
[show(1), {show(2): show(3)}, (show(4),)]
print()  # expect: 1 2 3 4
show([5, 6])[show(0)]
print()  # expect: [5, 6] 0
print(show("then") if show(0) else show("else"))  # expect: 0 else else
