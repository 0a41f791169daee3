# Changing the size during iteration raises RuntimeError; changing values does not.
d = {i: i for i in range(5)}
for k in d: d[k] = k * 2
print(d)  # expect: {0: 0, 1: 2, 2: 4, 3: 6, 4: 8}
for change in (lambda d: d.update(new=1), lambda d: d.pop(0), lambda d: d.clear()):
    for make in (iter, lambda d: iter(d.items()), lambda d: iter(d.values())):
        d = {i: i for i in range(5)}
        it = make(d)
        next(it)
        change(d)
        try:
            list(it)
            print("no error")
        except RuntimeError:
            print("RuntimeError", end=" ")
print()
# expect: RuntimeError RuntimeError RuntimeError RuntimeError RuntimeError RuntimeError RuntimeError RuntimeError RuntimeError
for k in list(d): d.pop(k, None)
print(d)  # expect: {}
