# del of names, items, slices, attributes, and several targets at once.
a = b = c = 1
del a, (b, [c])
for name in ("a", "b", "c"):
    print(name in globals())
    # expect: False
    # expect: False
    # expect: False
items = list(range(8))
del items[0]
print(items)  # expect: [1, 2, 3, 4, 5, 6, 7]
del items[-1], items[1:3]
print(items)  # expect: [1, 4, 5, 6]
del items[::2]
print(items)  # expect: [4, 6]
class Box: pass
box = Box()
box.x = 1
del box.x
print(hasattr(box, "x"))  # expect: False
d = {1: 2, 3: 4}
del d[1]
print(d)  # expect: {3: 4}
del ()
