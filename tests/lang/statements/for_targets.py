# The target of a for loop may be any target; it keeps its last value.
for i in range(3): pass
print(i)  # expect: 2
for a, (b, *c) in [(1, "xyz"), (2, [3])]:
    print(a, b, c)
    # expect: 1 x ['y', 'z']
    # expect: 2 3 []
class Box: pass
box = Box()
for box.value in "ab":
    print(box.value)
    # expect: a
    # expect: b
items = [None, None]
for items[0], items[1] in {1: 2}.items():
    print(items)  # expect: [1, 2]
for i in range(3):
    i = 100                  # does not disturb the loop
print(i)  # expect: 100
for x in ():
    pass
print("x" in globals())  # expect: False
