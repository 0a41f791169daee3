# The iterable is evaluated once; a list that grows during the loop is followed.
def make():
    print("make")  # expect: make
    return items
items = [3]
for n in make():
    if n > 0:
        items.append(n - 1)
print(items)  # expect: [3, 2, 1, 0]
