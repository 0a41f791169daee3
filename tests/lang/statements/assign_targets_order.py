# The right side is evaluated first, then targets and their parts from left to right.
def show(name, value):
    print(name)
    # expect: value
    # expect: target
    # expect: key
    return value
d = {}
show("target", d)[show("key", "k")] = show("value", 1)
print(d)  # expect: {'k': 1}
a = [10, 20, 30]
i, a[i] = 2, "set"        # i is already 2 when a[i] is stored
print(i, a)  # expect: 2 [10, 20, 'set']
